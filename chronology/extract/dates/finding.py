"""Text in, mentions of dates and times out: atoms first, then what they join to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from chronology.extract.dates import governing, grammar, tokens
from chronology.extract.dates.atom import Atom
from chronology.extract.dates.reading import Calendar, Clock, Mention, Offset, Weekday
from chronology.extract.dates.tokens import Tokens, pattern


def find(body: str) -> tuple[Mention, ...]:
    """Every date, time, duration and repetition that the text mentions, in order, none overlapping."""
    line = tokens.read(body)
    found = _with_shared_years(line, grammar.find(line))
    line = line.merged((atom.first, atom.last, _kind(atom)) for atom in found)
    ends = [i for i, letter in enumerate(line.letters) if letter in _ENDS]
    paragraphs = [i for i in ends if line.name(i) == "para"]
    return tuple(
        Mention(
            start=line.starts[atom.first],
            end=line.ends[atom.last - 1],
            type=atom.type,
            rule=atom.rule,
            day=atom.day,
            clock=atom.clock,
            value=atom.value,
            about=atom.about or governing.approximately(line, atom.first),
            relation=governing.relation(line, atom.first),
            tense=governing.tense(line, atom.first, atom.last) if atom.day else None,
            sentence=bisect_right(ends, atom.first),
            paragraph=bisect_right(paragraphs, atom.first),
        )
        for atom in _join(line, found)
        if not atom.weak
    )


def _kind(atom: Atom) -> str:
    """The class of an atom in the second pass."""
    if atom.type == "DURATION":
        return "atomlong"
    if atom.type == "SET" or atom.value:
        return "atomother"
    match atom.day:
        case None:
            return "atompart" if atom.clock and ":" not in (atom.clock.time or ":") else "atomclock"
        case Offset() if atom.clock and atom.clock.nights:
            return "atomnight"
        case Weekday() | Offset(unit="day"):
            return "atomday"
        case Offset(unit="year", whole=True):
            return "atomyear"
        case Calendar(day=int(), year=None):
            return "atomyearless"
        case Calendar(day=int()):
            return "atomday"
        case Calendar(year=None, which=None, decade=None, century=None, quarter=None):
            return "atommonth"
    return "atomother"


def _with_shared_years(line: Tokens, found: list[Atom]) -> list[Atom]:
    """The year of the second date for the first as well: "July 1 to July 3, 1863", "August/September 1956"."""
    for i in range(len(found) - 2, -1, -1):
        a, b = found[i], found[i + 1]
        between = line.letters[a.last : b.first]
        if len(between) > 2 or not _LISTED.issuperset(between):
            continue
        if not (isinstance(a.day, Calendar) and isinstance(b.day, Calendar)):
            continue
        if a.day.year is None and a.day.which is None and b.day.year is not None and a.day.month and b.day.month:
            year = b.day.year - (a.day.month > b.day.month)
            found[i] = replace(a, day=replace(a.day, year=year))
    return found


def _join(line: Tokens, found: Sequence[Atom]) -> list[Atom]:
    """The atoms in the merged line, neighbours that belong together made one: "1 a.m. on February 3"."""
    at = [i for i, letter in enumerate(line.letters) if letter in _KINDS]
    placed = {i: replace(atom, first=i, last=i + 1) for i, atom in zip(at, found, strict=True)}
    matches = [
        (m.start(), -m.end(), name, join) for name, compiled, join in _JOINS for m in compiled.finditer(line.letters)
    ]
    reached = 0
    for first, end, name, join in sorted(matches, key=lambda match: match[:2]):
        members = [placed[i] for i in range(first, -end) if i in placed]
        if first < reached or len(members) != sum(line.letters[i] in _KINDS for i in range(first, -end)):
            continue
        whole = join(members, [line.name(i) for i in range(first, -end)])
        if whole is None:
            continue
        for member in members:
            del placed[member.first]
        placed[first] = replace(
            whole, first=first, last=-end, rule=f"{name}: {members[0].rule}, {members[-1].rule}", weak=False
        )
        reached = -end
    return [placed[i] for i in sorted(placed)]


def _time_of_day(members: list[Atom], between: list[str]) -> Atom | None:
    """1 a.m. on February 3; Sunday night; the night of 3-4 May; 8 p.m. on Sunday evening; last night at 11 p.m."""
    day = next(atom for atom in members if atom.day)
    clocks = [atom.clock for atom in members if atom.clock and atom.day is None]
    clock = next((clock for clock in clocks if ":" in clock.value), clocks[0])
    if day.clock is None:
        return replace(day, type="TIME", clock=clock)
    if ":" not in clock.value or not isinstance(day.day, Offset):
        return None
    after_midnight = day.clock.nights and clock.value < "T12"  # "last night at 2 a.m." is today
    return replace(day, day=replace(day.day, count=day.day.count + after_midnight), clock=clock)


def _overnight(members: list[Atom], between: list[str]) -> Atom | None:
    """overnight on Sunday"""
    night, day = members
    return replace(day, type="TIME", clock=Clock("night", "TNI")) if day.clock is None and night.clock else None


def _of_that_year(members: list[Atom], between: list[str]) -> Atom | None:
    """October 4 last year; July of that year"""
    first, second = members
    if not isinstance(first.day, Calendar) or not isinstance(second.day, Offset):
        return None
    return replace(first, day=replace(first.day, year_of=second.day))


def _days_from(members: list[Atom], between: list[str]) -> Atom | None:
    """two days after the February 3 raid; a week before Sunday"""
    long, day = members
    amount = _CODES.get((long.value or "")[-1:])
    number = (long.value or "")[1:-1]
    if amount is None or not number.isdigit() or day.day is None:
        return None
    sign = -1 if "before" in between else 1
    return replace(day, day=Offset(sign * int(number), amount, day.day, whole=amount == "day"))


_CODES = {"D": "day", "W": "week", "M": "month", "Y": "year"}


def _next_to(members: list[Atom], between: list[str]) -> Atom | None:
    """the day before yesterday; the day after the February 3 raid"""
    (day,) = members
    if day.day is None or day.clock:
        return None
    return replace(day, day=Offset(-1 if "before" in between else 1, "day", day.day))


def _week_of(members: list[Atom], between: list[str]) -> Atom | None:
    """the week of March 6"""
    (day,) = members
    return replace(day, day=Offset(0, "week", day.day)) if day.day and not day.clock else None


def _span(members: list[Atom], between: list[str]) -> Atom | None:
    """between 30 April and 2 May 2016; Dec. 30 - Jan. 2"""
    first, second = members
    a, b = first.day, second.day
    if not isinstance(a, Calendar) or not isinstance(b, Calendar) or a.until or b.until:
        return None
    return replace(first, day=replace(a, until=b)) if a.year == b.year or a.year is None or b.year is None else None


_MACROS = {
    "TIME": "atomclock | atompart",
    "DAY": "atomday | atomyearless",
}
_JOINS = tuple(
    (name, pattern(written, _MACROS), join)
    for name, written, join in (
        ("time and day", "the? TIME ((comma | of | on | in the) TIME)? (comma | on | of | in)? the? (early | late)? (DAY | atomnight) (comma? at? TIME)?", _time_of_day),
        ("day and time", "(DAY | atomnight) possessive? (comma | at | in the | comma at)? TIME ((comma | at) TIME)?", _time_of_day),
        ("overnight", "atomnight on? DAY", _overnight),
        ("of that year", "(atomyearless | atommonth) (comma | of | in)? atomyear", _of_that_year),
        ("days from", "atomlong (before | after | from | following | previous to?) (the | on)? DAY", _days_from),
        ("next to", "the day (before | after | following) (the | on)? DAY", _next_to),
        ("week of", "the? unit of DAY", _week_of),
        ("span", "between (atomyearless | atomday) and (atomyearless | atomday)", _span),
    )
)  # fmt: skip
_ENDS = tokens.letters("dot", "para")
_LISTED = tokens.letters("dash", "to", "and", "or", "comma", "slash")
_KINDS = tokens.letters(*tokens.ATOMS)
