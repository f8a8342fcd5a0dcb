"""Dates as precise as their source: a small grammar of Extended Date/Time Format (ISO 8601-2), and times of day.

2017-01-08    2016-12    2016        a day, a month, a year
2016-12-08~   2016-12-08?            about; uncertain
a/b   a/..   ../b                    it began on one day in that span (exports write EDTF's [a..b])
XXXX-10-04    XXXX-10                the year isn't known (drafts only)
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

Precision = Literal["day", "month", "year", "span", "open", "yearless"]

_POINT = re.compile(
    r"""
    (?P<year>\d{4}|XXXX)
    (?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?
    (?P<mark>[~?]?)                       # 2016-12-08~
    """,
    re.VERBOSE | re.ASCII,
)
PARTS_OF_DAY = ("dawn", "morning", "noon", "afternoon", "evening", "night")
_CLOCK = re.compile(r"(?P<about>~?)(?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Point:
    """A day, month or year; `year` is None where the source gives none."""

    year: int | None
    month: int | None = None
    day: int | None = None
    approximate: bool = False
    uncertain: bool = False

    @property
    def earliest(self) -> date | None:
        """The first day it may mean."""
        return None if self.year is None else date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date | None:
        """The last day it may mean."""
        if self.year is None:
            return None
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def precision(self) -> Precision:
        if self.year is None:
            return "yearless"
        return "day" if self.day else "month" if self.month else "year"

    def __str__(self) -> str:
        parts = ["XXXX" if self.year is None else f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts) + ("~" if self.approximate else "?" if self.uncertain else "")


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date or a span of possible days. `first is last` for a single date; an open end is None."""

    first: Point | None
    last: Point | None

    @property
    def single(self) -> Point | None:
        """The one date it names, if it is not a span."""
        return self.first if self.first == self.last else None

    @property
    def earliest(self) -> date | None:
        """The first day on which it may have begun; None if that is open."""
        return self.first.earliest if self.first else None

    @property
    def latest(self) -> date | None:
        """The last day on which it may have begun; None if that is open."""
        return self.last.latest if self.last else None

    @property
    def precision(self) -> Precision:
        if self.single:
            return self.single.precision
        return "span" if self.first and self.last else "open"

    @property
    def certain_day(self) -> date | None:
        """The day, if it is one day and neither approximate nor uncertain."""
        point = self.single
        if point is None or point.precision != "day" or point.approximate or point.uncertain:
            return None
        return point.earliest

    @property
    def order(self) -> tuple[date, date]:
        """A key that sorts by the first possible day, then the last; an open end counts as the known one."""
        early, late = self.earliest, self.latest
        if early is None and late is None:
            return date.min, date.min
        return early or late or date.min, late or early or date.min

    def __str__(self) -> str:
        if self.single:
            return str(self.single)
        return f"{self.first or '..'}/{self.last or '..'}"


UNKNOWN = Edtf(Point(None), Point(None))


def parse(text: str) -> Edtf:
    """The date that `text` writes in the grammar above. ValueError says what is wrong, on one line."""
    if "/" not in text:
        point = _point(text)
        return Edtf(point, point)
    left, _, right = text.partition("/")
    return span(None if left == ".." else _point(left), None if right == ".." else _point(right))


def day(of: date, *, approximate: bool = False, uncertain: bool = False) -> Edtf:
    """One day."""
    point = Point(of.year, of.month, of.day, approximate, uncertain)
    return Edtf(point, point)


def span(first: Point | date | None, last: Point | date | None) -> Edtf:
    """From `first` to `last`, either open. ValueError if that is no span."""
    a, b = _as_point(first), _as_point(last)
    if a is None and b is None:
        raise ValueError("a span needs at least one end")
    if (a and a.year is None) or (b and b.year is None):
        raise ValueError("a span needs years")
    if a is not None and b is not None:
        if a == b:
            raise ValueError(f"a span of one date; write {a}")
        if (a.earliest or date.max) > (b.latest or date.min):
            raise ValueError(f"the span ends before it begins: {a}/{b}")
    return Edtf(a, b)


def overlap(a: Edtf, b: Edtf) -> bool:
    """Whether both may mean the same day; a date without a year overlaps nothing."""
    if "yearless" in (a.precision, b.precision):
        return False
    early, late = max(a.earliest or date.min, b.earliest or date.min), min(a.latest or date.max, b.latest or date.max)
    return early <= late


def _as_point(end: Point | date | None) -> Point | None:
    return Point(end.year, end.month, end.day) if isinstance(end, date) else end


def _point(text: str) -> Point:
    m = _POINT.fullmatch(text)
    if m is None:
        raise ValueError(f"{text!r} is not a date; write 2017-01-08, 2016-12, 2016, 2016-12-08~ or a span a/b")
    year = None if m["year"] == "XXXX" else int(m["year"])
    month, number = (int(m[part]) if m[part] else None for part in ("month", "day"))
    if year == 0:
        raise ValueError(f"there is no year 0 in {text!r}")
    if month is not None and not 1 <= month <= 12:
        raise ValueError(f"there is no month {month:02d} in {text!r}")
    # 2020 is a leap year: without a year, 29 February may exist
    if month and number is not None and not 1 <= number <= calendar.monthrange(year or 2020, month)[1]:
        raise ValueError(f"there is no day {number:02d} in month {month:02d} in {text!r}")
    return Point(year, month, number, m["mark"] == "~", m["mark"] == "?")


@dataclass(frozen=True, slots=True)
class Time:
    """A local time of day: a clock time, a span of clock times (an open end is None), or a part of the day."""

    first: int | None
    """Minutes after midnight."""
    last: int | None
    approximate: bool = False
    approximate_end: bool = False
    part: str | None = None

    def __str__(self) -> str:
        if self.part:
            return self.part
        if self.first == self.last and self.first is not None:
            return _clock(self.first, self.approximate)
        return f"{_clock(self.first, self.approximate)}/{_clock(self.last, self.approximate_end)}"


def parse_time(text: str) -> Time:
    """The time that `text` writes: 01:00, ~01:00, 02:08/03:15, 14:30/.., ../06:00 or a part of the day."""
    if text in PARTS_OF_DAY:
        return Time(None, None, part=text)
    if "/" not in text:
        minutes, about = _minutes(text)
        return Time(minutes, minutes, about)
    left, _, right = text.partition("/")
    first, about = (None, False) if left == ".." else _minutes(left)
    last, about_end = (None, False) if right == ".." else _minutes(right)
    if first is None and last is None:
        raise ValueError("a span of time needs at least one end")
    if first == last:
        raise ValueError(f"a span of one time; write {left}")
    return Time(first, last, about, about_end)


def _minutes(text: str) -> tuple[int, bool]:
    m = _CLOCK.fullmatch(text)
    if m is None:
        words = ", ".join(PARTS_OF_DAY)
        raise ValueError(f"{text!r} is not a time; write 01:00, ~01:00, 02:08/03:15, 14:30/.. or one of {words}")
    return int(m["hour"]) * 60 + int(m["minute"]), m["about"] == "~"


def _clock(minutes: int | None, about: bool) -> str:
    return ".." if minutes is None else f"{'~' if about else ''}{minutes // 60:02d}:{minutes % 60:02d}"
