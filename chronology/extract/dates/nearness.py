"""Calendar readings on the calendar: those that have their year, and the likeliest year or week for those that haven't."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from chronology.extract.dates import stretch
from chronology.extract.dates.reading import Calendar, Mention, Weekday
from chronology.extract.dates.stretch import Stretch


def explicit(day: Calendar) -> Stretch | None:
    """The stretch of a reading that has its year; None if it hasn't, or if there is no such day."""
    try:
        return _explicit(day)
    except ValueError:
        return None


def year_near(day: Calendar, published: date, mention: Mention) -> int | None:
    """The year of a date without one: the nearest to publication, leaning back or ahead as the verb does."""
    around = ((year, explicit(replace(day, year=year))) for year in range(published.year - 1, published.year + 2))
    candidates = [(year, placed) for year, placed in around if placed]
    if day.weekday is not None:
        named = [(year, placed) for year, placed in candidates if placed.first.weekday() == day.weekday]
        candidates = named or candidates
    if day.which == "this":
        return published.year
    if day.which == "last":
        return max((year for year, placed in candidates if placed.last < published), default=None)
    if day.which == "next":
        return min((year for year, placed in candidates if placed.first > published), default=None)
    limit = _days_ahead(day, mention)

    def distance(candidate: tuple[int, Stretch]) -> tuple[bool, int]:
        gap = (candidate[1].first - published).days
        return not limit - 366 <= gap <= limit, abs(gap)

    return min(candidates, key=distance)[0] if candidates else None


def weekday_near(day: Weekday, published: date, mention: Mention) -> date:
    """That weekday before publication, or the day itself; after it only where a word says so."""
    back = (published.weekday() - day.weekday) % 7
    if day.which == "last":
        return published - timedelta(days=back or 7)
    if day.which == "next" or (looks_ahead(mention) and back):
        return published + timedelta(days=7 - back)
    return published - timedelta(days=back)


def looks_ahead(mention: Mention) -> bool:
    """Whether the words around it say that it was still to come."""
    by = mention.relation == "by" and mention.tense not in ("past", "done")
    return by or mention.relation == "until" or mention.tense == "future"


def weekday_differs(mention: Mention, placed: Stretch) -> bool:
    """Whether the text names another weekday than that of the date."""
    day = mention.day
    named = isinstance(day, Calendar) and placed.unit == "day" and day.weekday
    return named is not None and named is not False and named != placed.first.weekday()


def _explicit(day: Calendar) -> Stretch | None:
    if day.decade is not None:
        return stretch.of_years(day.decade, 10, "decade")
    if day.century is not None:
        return stretch.of_years(max(1, 100 * day.century), 100, "century")
    if day.year is None:
        return None
    if day.feast:
        return stretch.of_day(stretch.feast(day.year, day.feast))
    if day.season:
        return stretch.of_season(day.year, day.season)
    if day.quarter:
        return stretch.of_months(day.year, 3 * day.quarter - 2, 3, "quarter")
    if day.half:
        return stretch.of_months(day.year, 6 * day.half - 5, 6, "half")
    if day.month is None:
        return stretch.of_years(day.year, 1, "year")
    if day.day is None:
        return stretch.of_months(day.year, day.month, 1, "month")
    first = date(day.year, day.month, day.day)
    if day.until is None or day.until.day is None:
        return stretch.of_day(first)
    month = day.until.month or day.month
    return Stretch(first, date(day.until.year or day.year + (month < day.month), month, day.until.day), "days")


def _days_ahead(day: Calendar, mention: Mention) -> int:
    """How many days after publication a date without a year may lie; measured on news."""
    whole_month = day.day is None and day.feast is None
    if looks_ahead(mention):
        return 300
    if mention.tense == "done":
        return 0
    if mention.tense == "past":
        return 0 if whole_month else 60
    return 100 if whole_month else 150
