"""Mentions in, dates out: what each one hangs on, and how sure that is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from chronology import edtf
from chronology.edtf import Edtf, Point
from chronology.extract.dates import stretch
from chronology.extract.dates.reading import Calendar, Mention, Offset, Relation, Timex, Weekday
from chronology.extract.dates.stretch import Stretch

Basis = Literal["explicit", "publication", "narrative", "open"]


@dataclass(frozen=True, slots=True)
class Date:
    """A mention and what it means."""

    start: int
    end: int
    text: str
    type: Timex
    value: str
    """TIMEX3: 2022-02-03T01:00, P3D, XXXX-10-04, PRESENT_REF."""
    edtf: Edtf | None
    """The day, month, year or span; None for durations, repetitions and what can't be placed at all."""
    time: str | None
    """Local time of day in our own grammar: 14:30/.., ~01:00, night."""
    rule: str
    anchor: str | None
    """What it hangs on: "publication 2017-01-10", "narrative 2003-04-01", "published on or after 2016-12-08"."""
    basis: Basis
    relation: Relation | None = None
    """since, until, before, after, by or from: the word right before it."""
    zone: str | None = None
    """The zone of a time that isn't said to be local; `time` is then None, `value` has the hours."""

    @property
    def dates_an_event(self) -> bool:
        """Whether something can have happened *on* it: not "since September 2014", "three hours", "every Friday"."""
        return self.edtf is not None and self.type in ("DATE", "TIME") and self.relation not in ("since", "until")


def resolve(mentions: Sequence[Mention], published: date | None, body: str) -> tuple[Date, ...]:
    """What the mentions in a text mean, given the day of its publication, or with that day unknown.

    A narrative (a history, a chronicle) is recognised by its written years: there the publication date is no anchor.
    """
    narrative = _is_narrative(mentions)
    bound = None if published else _latest_past_day(mentions)
    story = _Story(published, bound, narrative)
    return tuple(story.resolved(mention, body[mention.start : mention.end]) for mention in mentions)


def _is_narrative(mentions: Sequence[Mention]) -> bool:
    """Whether years are written out again and again, and hardly anything is told from the day of writing."""
    written = sum(isinstance(m.day, Calendar) and m.day.year is not None for m in mentions)
    yearless = sum(isinstance(m.day, Calendar) and m.day.year is None and m.day.month is not None for m in mentions)
    spoken = sum(
        (isinstance(m.day, Weekday) or (isinstance(m.day, Offset) and m.day.anchor == "publication")) for m in mentions
    )
    return written >= 5 and written + yearless > 4 * spoken


def _latest_past_day(mentions: Sequence[Mention]) -> date | None:
    """The latest day that the text itself dates as past: it was published on that day or later."""
    days = []
    for mention in mentions:
        day = mention.day
        if (
            isinstance(day, Calendar)
            and day.year
            and mention.tense != "future"
            and mention.relation not in ("until", "by")
        ):
            if day.month is None and mention.tense is None:
                continue
            placed = _explicit(day)
            if placed:
                days.append(placed.first)
    return max(days, default=None)


@dataclass(slots=True)
class _Placed:
    """Where a reading lies, and why."""

    stretch: Stretch
    basis: Basis
    anchor: str | None = None


@dataclass(slots=True)
class _Story:
    """A text as far as it has been read: what later mentions hang on."""

    published: date | None
    bound: date | None
    narrative: bool
    running: Stretch | None = None
    """The last date that was told."""
    running_mention: Mention | None = None
    year: int | None = None
    """The last year that was written."""
    calendar: Calendar | None = None

    def resolved(self, mention: Mention, text: str) -> Date:
        """The date of the next mention."""
        placed = self._placed(mention)
        value, when, basis, anchor = self._said(mention, placed)
        if placed and mention.day is not None:
            self._remember(mention, placed)
        clock = mention.clock
        return Date(
            start=mention.start,
            end=mention.end,
            text=text,
            type=mention.type,
            value=value,
            edtf=when,
            time=clock.time if clock else None,
            rule=mention.rule,
            anchor=anchor,
            basis=basis,
            relation=mention.relation,
            zone=clock.zone if clock else None,
        )

    def _said(self, mention: Mention, placed: _Placed | None) -> tuple[str, Edtf | None, Basis, str | None]:
        if mention.value is not None:
            return mention.value, None, "open", None
        ending = mention.clock.value if mention.clock else ""
        if placed is None:
            return self._unplaced(mention, ending)
        if mention.day is None:
            near = self.running_mention is not None and self.running_mention.paragraph == mention.paragraph
            when = placed.stretch.edtf() if near and placed.basis != "open" else None
            return _day_value(placed.stretch) + ending, when, placed.basis, placed.anchor
        if placed.basis == "open":
            when = edtf.span(placed.stretch.first, None)
            return _unanchored(mention) + ending, when, "open", placed.anchor
        uncertain = _weekday_differs(mention, placed.stretch)
        when = placed.stretch.edtf(approximate=mention.about, uncertain=uncertain)
        if mention.clock and mention.clock.nights:
            night = placed.stretch.first
            when = edtf.span(night, night + timedelta(days=1))
        elif self._this_week_so_far(mention, placed.stretch):
            when = edtf.span(placed.stretch.first, self.published)
        value = placed.stretch.value if not ending else _day_value(placed.stretch) + ending
        if isinstance(mention.day, Calendar) and mention.day.bc:
            return _bc_value(mention.day) + ending, None, "explicit", None
        return value, when, placed.basis, placed.anchor

    def _this_week_so_far(self, mention: Mention, placed: Stretch) -> bool:
        around = self.published is not None and placed.first < self.published < placed.last
        return around and placed.unit == "week" and mention.tense != "future"

    def _unplaced(self, mention: Mention, ending: str) -> tuple[str, Edtf | None, Basis, str | None]:
        when = None
        day = mention.day
        if isinstance(day, Calendar) and day.month and not day.bc and day.until is None:
            point = Point(None, day.month, day.day)
            when = Edtf(point, point)
        if isinstance(day, Calendar) and day.bc:
            return _bc_value(day) + ending, None, "explicit", None
        return _unanchored(mention) + ending, when, "open", None

    def _remember(self, mention: Mention, placed: _Placed) -> None:
        day = mention.day
        if isinstance(day, Calendar) and day.bc:
            return
        if isinstance(day, Calendar):
            self.calendar = replace(day, year=placed.stretch.first.year if placed.basis != "open" else day.year)
            if placed.basis == "explicit":
                self.year = placed.stretch.first.year
        if placed.basis != "open" and placed.stretch.unit not in ("decade", "century"):
            self.running, self.running_mention = placed.stretch, mention
            if self.narrative and placed.basis == "narrative":
                self.year = placed.stretch.first.year

    # ------------------------------------------------------------------------------------ placing

    def _placed(self, mention: Mention) -> _Placed | None:
        match mention.day:
            case Calendar() as day:
                return self._calendar(day, mention)
            case Weekday() as day:
                return self._weekday(day, mention)
            case Offset() as day:
                return self._offset(day, mention)
        if mention.clock:
            if self.running and self.running.unit == "day":
                return _Placed(self.running, "narrative", f"narrative {self.running.value}")
            return self._on_publication(stretch.of_day)
        return None

    def _on_publication(self, place: Callable[[date], Stretch]) -> _Placed | None:
        if self.published:
            return _Placed(place(self.published), "publication", f"publication {self.published}")
        if self.bound:
            return _Placed(place(self.bound), "open", f"published on or after {self.bound}")
        return None

    def _calendar(self, day: Calendar, mention: Mention) -> _Placed | None:
        if day.bc:
            return None
        if day.continues:
            if self.calendar is None or self.calendar.month is None:
                return None
            day = replace(self.calendar, day=day.day, until=None)
        if day.year_of is not None:
            year = self._offset(day.year_of, mention)
            if year is None or year.basis == "open":
                return None
            placed = _explicit(replace(day, year=year.stretch.first.year, year_of=None))
            return None if placed is None else _Placed(placed, year.basis, year.anchor)
        explicit = _explicit(day)
        if explicit:
            return _Placed(explicit, "explicit")
        if self.narrative and self.year is not None and day.which is None:
            placed = _explicit(replace(day, year=self.year))
            return None if placed is None else _Placed(placed, "narrative", f"narrative {self.year}")
        if self.published:
            year_found = _year_near(day, self.published, mention)
            placed = _explicit(replace(day, year=year_found)) if year_found else None
            return None if placed is None else _Placed(placed, "publication", f"publication {self.published}")
        return None

    def _weekday(self, day: Weekday, mention: Mention) -> _Placed | None:
        if self.narrative and self.running and self.running.unit == "day":
            near = self.running.first - timedelta(days=3)
            found = near + timedelta(days=(day.weekday - near.weekday()) % 7)
            return _Placed(stretch.of_day(found), "narrative", f"narrative {self.running.value}")
        return self._on_publication(lambda today: stretch.of_day(_weekday_near(day, today, mention)))

    def _offset(self, offset: Offset, mention: Mention) -> _Placed | None:
        if isinstance(offset.anchor, str):
            narrative = offset.anchor == "narrative" or (
                self.narrative and self.running is not None and not offset.whole
            )
            if narrative and self.running:
                base: _Placed | None = _Placed(self.running, "narrative", f"narrative {self.running.value}")
            else:
                base = self._on_publication(stretch.of_day)
        else:
            base = self._placed(replace(mention, day=offset.anchor))
            if base and base.basis != "open":
                base.anchor = base.anchor or f"narrative {base.stretch.value}"
        if base is None:
            return None
        found = stretch.moved(base.stretch.first, offset.count, offset.unit)
        if found is None:
            return None
        unit = offset.unit if offset.unit != "fortnight" else "week"
        whole = stretch.containing(found, unit)
        if unit == "day" and base.stretch.unit != "day":
            # three days after something in July: as wide as July
            if offset.count == 0:
                whole = base.stretch
            else:
                end = stretch.moved(base.stretch.last, offset.count, "day")
                whole = Stretch(found, end or base.stretch.last, "days")
        return _Placed(whole, base.basis, base.anchor)


def _explicit(day: Calendar) -> Stretch | None:
    """The stretch of a reading that has its year; None if it hasn't, or if there is no such day."""
    try:
        if day.decade is not None:
            return stretch.of_years(day.decade, 10, "decade")
        if day.century is not None:
            return stretch.of_years(max(1, 100 * day.century), 100, "century")
        if day.year is None:
            return None
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
        if day.until and day.until.day:
            year = day.until.year or (day.year + (day.until.month is not None and day.until.month < day.month))
            return Stretch(first, date(year, day.until.month or day.month, day.until.day), "days")
        return stretch.of_day(first)
    except ValueError:
        return None


def _year_near(day: Calendar, published: date, mention: Mention) -> int | None:
    """The year of a date without one: the nearest to publication, or as the verb looks back or ahead."""
    candidates = []
    for year in range(published.year - 1, published.year + 2):
        placed = _explicit(replace(day, year=year))
        if placed:
            candidates.append((year, placed))
    if day.weekday is not None:
        named = [(y, s) for y, s in candidates if s.first.weekday() == day.weekday]
        candidates = named or candidates
    if day.which == "this":
        return published.year
    if day.which == "last":
        return max((y for y, s in candidates if s.last < published), default=None)
    if day.which == "next":
        return min((y for y, s in candidates if s.first > published), default=None)
    ahead = mention.tense == "future" or mention.relation in ("until", "by")
    limit = 300 if ahead else 60 if mention.tense == "past" else 120

    def distance(candidate: tuple[int, Stretch]) -> tuple[bool, int]:
        gap = (candidate[1].first - published).days
        return gap > limit or gap < limit - 366, abs(gap)

    return min(candidates, key=distance)[0] if candidates else None


def _weekday_near(day: Weekday, published: date, mention: Mention) -> date:
    """The weekday before publication, or that day itself; after it only where a word says so."""
    back = (published.weekday() - day.weekday) % 7
    if day.which == "last":
        return published - timedelta(days=back or 7)
    if day.which == "next":
        return published + timedelta(days=(7 - back) if back else 7)
    ahead = mention.tense == "future" or mention.relation in ("until", "by")
    if ahead and back:
        return published + timedelta(days=7 - back)
    return published - timedelta(days=back)


def _weekday_differs(mention: Mention, placed: Stretch) -> bool:
    day = mention.day
    return (
        isinstance(day, Calendar)
        and day.weekday is not None
        and placed.unit == "day"
        and placed.first.weekday() != day.weekday
    )


def _day_value(placed: Stretch) -> str:
    if placed.unit in ("day", "days"):
        return placed.first.isoformat()
    return f"{placed.value}-XX" if placed.unit == "month" else f"{placed.first.year}-XX-XX"


def _bc_value(day: Calendar) -> str:
    if day.century is not None:
        return f"BC{day.century - 1:02d}"
    if day.decade is not None:
        return f"BC{day.decade // 10:03d}"
    return (
        f"BC{day.year or 0:04d}" + (f"-{day.month:02d}" if day.month else "") + (f"-{day.day:02d}" if day.day else "")
    )


def _unanchored(mention: Mention) -> str:
    """The TIMEX3 value of what hangs on something unknown."""
    match mention.day:
        case Weekday(weekday=number):
            return f"XXXX-WXX-{number + 1}"
        case Calendar(month=int() as month, day=number):
            return f"XXXX-{month:02d}" + (f"-{number:02d}" if number else "")
        case Calendar(season=str() as season):
            return f"XXXX-{season}"
        case Calendar(quarter=int() as quarter):
            return f"XXXX-Q{quarter}"
        case Offset(unit="day"):
            return "XXXX-XX-XX"
        case Offset(unit="week"):
            return "XXXX-WXX"
        case Offset(unit="month"):
            return "XXXX-XX"
        case Offset() | Calendar():
            return "XXXX"
    return "XXXX-XX-XX"
