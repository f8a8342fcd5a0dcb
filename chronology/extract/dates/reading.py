"""What a mention says before it hangs on anything: the shapes between finding and resolving."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Anchor = Literal["publication", "narrative", "text"]
"""The day of publication; the last date told; or the one in news and the other in a narrative: "the end of the month"."""
Timex = Literal["DATE", "TIME", "DURATION", "SET"]
Tense = Literal["done", "past", "future"]
"""Done is a passive that looks back: "were killed"."""
Order = Literal["day first", "month first"]
Relation = Literal["since", "until", "before", "after", "by", "from"]


@dataclass(frozen=True, slots=True)
class Offset:
    """So many units before (-) or after (+) an anchor: yesterday, last week, that month, two days later."""

    count: int
    unit: str
    anchor: Anchor | Day
    whole: bool = True
    """A whole calendar unit ("last week"); otherwise a distance ("two weeks ago")."""


@dataclass(frozen=True, slots=True)
class Weekday:
    """0 is Monday."""

    weekday: int
    which: Literal["last", "this", "next", "that"] | None = None


@dataclass(frozen=True, slots=True)
class Calendar:
    """A stretch of the calendar: 8 December 2016, October, the summer of 1990, 3-4 May; None where it isn't said."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: str | None = None
    """SP, SU, FA or WI."""
    quarter: int | None = None
    half: int | None = None
    decade: int | None = None
    """1990 is the nineties."""
    century: int | None = None
    """19 is the years 1900 to 1999."""
    bc: bool = False
    until: Calendar | None = None
    """The end of a span, both ends included."""
    year_of: Offset | None = None
    """"October 4 last year", "July of that year"."""
    which: Literal["last", "this", "next"] | None = None
    """"last May", "this summer"."""
    feast: str | None = None
    """A day that moves with the year: thanksgiving, easter."""
    continues: bool = False
    """The "25" of "April 24 and 25": month and year are those of the mention before."""
    order: Order | Literal["either"] | None = None
    """How it is written, if in numbers only; 03/02/22 is read day first here, and may be either."""


Day = Calendar | Weekday | Offset


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, in our own grammar (`time`) and as a TIMEX3 ending (`value`, from the T on)."""

    time: str | None
    value: str
    zone: str | None = None
    """The zone that is named, if it isn't the local time."""
    nights: bool = False
    """A night that begins on the day named and ends on the next one: "last night"."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of the text that names a date, a time, a duration or a repetition; not yet resolved."""

    start: int
    end: int
    type: Timex
    rule: str
    day: Day | None = None
    clock: Clock | None = None
    value: str | None = None
    """The TIMEX3 value where it hangs on nothing: P3D, XXXX-WXX-1, PRESENT_REF."""
    about: bool = False
    relation: Relation | None = None
    """The word that governs it: nothing happened *on* a day after "since"."""
    tense: Tense | None = None
    """Of the nearest verb."""
    sentence: int = 0
    paragraph: int = 0
