"""Stretches of the calendar: a day, week, month, quarter, season, half, year, decade or century, and how both grammars write them."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from chronology import edtf
from chronology.edtf import Edtf, Point

_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@dataclass(frozen=True, slots=True)
class Stretch:
    """From its first day to its last; `unit` is how precisely it is said."""

    first: date
    last: date
    unit: str
    """day, week, month, quarter, season, half, year, decade, century, or days for any other span"""
    season: str | None = None

    @property
    def value(self) -> str:
        """As a TIMEX3 value."""
        day = self.first
        match self.unit:
            case "day":
                return day.isoformat()
            case "week":
                year, week, _ = day.isocalendar()
                return f"{year}-W{week:02d}"
            case "weekend":
                year, week, _ = day.isocalendar()
                return f"{year}-W{week:02d}-WE"
            case "month":
                return f"{day.year}-{day.month:02d}"
            case "quarter":
                return f"{day.year}-Q{(day.month + 2) // 3}"
            case "season":
                return f"{day.year}-{self.season}"
            case "half":
                return f"{day.year}-H{1 if day.month < 7 else 2}"
            case "year" | "either":
                return f"{day.year:04d}"
            case "decade":
                return f"{day.year // 10:03d}X"
            case "century":
                return f"{day.year // 100:02d}"
        return day.isoformat()

    def edtf(self, *, approximate: bool = False, uncertain: bool = False) -> Edtf:
        """As a date of ours, no more precise than it is said."""
        day = self.first
        match self.unit:
            case "day":
                return edtf.day(day, approximate=approximate, uncertain=uncertain)
            case "month":
                return _single(Point(day.year, day.month, None, approximate, uncertain))
            case "year":
                return _single(Point(day.year, None, None, approximate, uncertain))
            case "quarter" | "half":
                return edtf.span(Point(day.year, day.month), Point(self.last.year, self.last.month))
            case "season":
                # on both sides of the equator, and as loosely as the word is used
                return (
                    edtf.span(Point(day.year), Point(day.year + 1)) if self.season == "WI" else _single(Point(day.year))
                )
            case "decade" | "century":
                return edtf.span(Point(day.year), Point(self.last.year))
        return edtf.span(self.first, self.last) if self.first < self.last else edtf.day(day)


def of_day(day: date) -> Stretch:
    return Stretch(day, day, "day")


def containing(day: date, unit: str) -> Stretch:
    """The whole week, month, year ... that a day lies in."""
    match unit:
        case "day":
            return of_day(day)
        case "week":
            monday = day - timedelta(days=day.weekday())
            return Stretch(monday, monday + timedelta(days=6), "week")
        case "weekend":
            saturday = day - timedelta(days=day.weekday()) + timedelta(days=5)
            return Stretch(saturday, saturday + timedelta(days=1), "weekend")
        case "month":
            return of_months(day.year, day.month, 1, "month")
        case "quarter":
            return of_months(day.year, (day.month - 1) // 3 * 3 + 1, 3, "quarter")
        case "year":
            return of_years(day.year, 1, "year")
        case "decade":
            return of_years(day.year // 10 * 10, 10, "decade")
        case "century":
            return of_years(max(1, day.year // 100 * 100), 100, "century")
    raise ValueError(unit)


def moved(day: date, count: int, unit: str) -> date | None:
    """The day so many units later (or earlier, below 0), clipped to the month's end; None beyond the calendar."""
    try:
        if unit in ("day", "week", "weekend", "fortnight"):
            return day + timedelta(days=count * {"day": 1, "fortnight": 14}.get(unit, 7))
        months = count * {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit]
        year, month = divmod(12 * day.year + day.month - 1 + months, 12)
        return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    except (OverflowError, ValueError):
        return None


def of_months(year: int, month: int, count: int, unit: str) -> Stretch:
    end = moved(date(year, month, 1), count, "month") or date.max
    return Stretch(date(year, month, 1), end - timedelta(days=1), unit)


def of_years(year: int, count: int, unit: str) -> Stretch:
    return Stretch(date(year, 1, 1), date(min(year + count - 1, date.max.year), 12, 31), unit)


def of_season(year: int, season: str) -> Stretch:
    """A season by the year it begins in, as TIMEX3 counts."""
    whole = of_months(year, _SEASON_MONTHS[season], 3, "season")
    return Stretch(whole.first, whole.last, "season", season)


def feast(year: int, name: str) -> date:
    """Easter Sunday (Western) or Thanksgiving (United States) of a year."""
    if name == "thanksgiving":
        first = date(year, 11, 1).weekday()
        return date(year, 11, 22 + (3 - first) % 7)
    golden, century = year % 19, year // 100
    moon = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon -= (moon // 28) * (1 - (29 // (moon + 1)) * ((21 - golden) // 11))
    sunday = moon - (year + year // 4 + moon + 2 - century + century // 4) % 7
    month = 3 + (sunday + 40) // 44
    return date(year, month, sunday + 28 - 31 * (month // 4))


def _single(point: Point) -> Edtf:
    return Edtf(point, point)
