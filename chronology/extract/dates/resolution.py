"""Mentions in, dates out: what each one means, what it hangs on, and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from chronology import edtf
from chronology.edtf import Edtf, Point
from chronology.extract.dates import nearness
from chronology.extract.dates.reading import Calendar, Mention, Offset, Order, Relation, Timex, Weekday
from chronology.extract.dates.story import Basis, Placed, Story


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


def resolve(
    mentions: Sequence[Mention], published: date | None, body: str, *, order: Order | None = None
) -> tuple[Date, ...]:
    """What the mentions in a text mean, given the day of its publication, or with that day unknown.

    A narrative (a history, a chronicle) is recognised by its written years: there the publication date is no anchor.
    `order` is how the publisher writes 03/02/22, if that is known; else the text may tell.
    """
    bound = None if published else _latest_past_day(mentions)
    story = Story(published, bound, _is_narrative(mentions), order or written_order(mentions), _days(mentions))
    dates = []
    for mention in mentions:
        placed = None if mention.value else story.place(mention)
        dates.append(_date(mention, placed, story, body[mention.start : mention.end]))
        story.remember(mention, placed)
    return tuple(dates)


def written_order(mentions: Sequence[Mention]) -> Order | None:
    """How the text writes dates in numbers, if one of them can be read in one way only, and none in the other."""
    orders = {
        m.day.order for m in mentions if isinstance(m.day, Calendar) and m.day.order in ("day first", "month first")
    }
    return orders.pop() if len(orders) == 1 else None


def _is_narrative(mentions: Sequence[Mention]) -> bool:
    """Whether years are written out again and again, and hardly anything is told from the day of writing."""
    written = yearless = spoken = 0
    for mention in mentions:
        match mention.day:
            case Calendar(year=int()):
                written += 1
            case Calendar(month=int()):
                yearless += 1
            case Weekday() | Offset(anchor="publication"):
                spoken += 1
    return written >= 5 and written + yearless > 4 * spoken


def _days(mentions: Sequence[Mention]) -> frozenset[date]:
    read = (nearness.explicit(m.day) for m in mentions if isinstance(m.day, Calendar) and m.day.order != "either")
    return frozenset(placed.first for placed in read if placed and placed.unit == "day")


def _latest_past_day(mentions: Sequence[Mention]) -> date | None:
    """The latest day that the text itself dates as past: it was published on that day or later."""
    days = []
    for mention in mentions:
        day = mention.day
        if not isinstance(day, Calendar) or day.bc or day.order == "either" or nearness.looks_ahead(mention):
            continue
        placed = nearness.explicit(day)
        if placed and day.month:
            days.append(placed.first)
    return max(days, default=None)


def _date(mention: Mention, placed: Placed | None, story: Story, text: str) -> Date:
    clock = mention.clock
    return Date(
        start=mention.start,
        end=mention.end,
        text=text,
        type=mention.type,
        value=mention.value or _value(mention, placed) + (clock.value if clock else ""),
        edtf=_edtf(mention, placed, story),
        time=clock.time if clock else None,
        rule=mention.rule,
        anchor=placed.anchor if placed else None,
        basis=placed.basis
        if placed
        else "explicit"
        if isinstance(mention.day, Calendar) and mention.day.bc
        else "open",
        relation=mention.relation,
        zone=clock.zone if clock else None,
    )


def _edtf(mention: Mention, placed: Placed | None, story: Story) -> Edtf | None:
    day = mention.day
    if placed is None:
        # without its year, but not without anything: XXXX-10-04
        yearless = isinstance(day, Calendar) and day.month is not None and not day.bc and day.until is None
        return _single(Point(None, day.month, day.day)) if yearless and isinstance(day, Calendar) else None
    said = placed.stretch
    if day is None:  # "at 2 a.m.": the day that was just told, if one was
        return said.edtf() if placed.basis == "narrative" else None
    if placed.basis == "open":
        return edtf.span(said.first, None)
    if mention.clock and mention.clock.nights:
        return edtf.span(said.first, said.first + timedelta(days=1))
    so_far = story.published is not None and said.first < story.published < said.last and mention.tense != "future"
    if said.unit == "week" and so_far:
        return edtf.span(said.first, story.published)  # "this week", said on a Thursday
    return said.edtf(approximate=mention.about, uncertain=nearness.weekday_differs(mention, said))


def _value(mention: Mention, placed: Placed | None) -> str:
    """The date of a TIMEX3 value."""
    if isinstance(mention.day, Calendar) and mention.day.bc:
        return _before_christ(mention.day)
    if placed is None or placed.basis == "open":
        return _unanchored(mention)
    said = placed.stretch
    if mention.clock is None:
        return said.value
    return (
        f"{said.first}"
        if said.unit in ("day", "days")
        else f"{said.value}-XX"
        if said.unit == "month"
        else "XXXX-XX-XX"
    )


def _before_christ(day: Calendar) -> str:
    if day.century is not None:
        return f"BC{day.century - 1:02d}"
    return f"BC{day.year or 0:04d}" + (f"-{day.month:02d}" if day.month else "")


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
        case Offset(unit="week"):
            return "XXXX-WXX"
        case Offset(unit="month"):
            return "XXXX-XX"
        case Calendar() | Offset(unit="year" | "decade" | "century" | "quarter"):
            return "XXXX"
    return "XXXX-XX-XX"


def _single(point: Point) -> Edtf:
    return Edtf(point, point)
