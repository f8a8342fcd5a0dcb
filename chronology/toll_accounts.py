"""One claimant's account of a measure, the line that is printed over several accounts, and whether they disagree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import inf
from typing import Literal

from chronology.count import AGES, GROUPS, OVERLAPPING, SIDES
from chronology.toll_range import Figure, Range, added, raised, spread

Kind = Literal["whole", "part", "detail"]
_RANK: Mapping[Kind, int] = {"whole": 0, "part": 1, "detail": 2}
Stated = Sequence[tuple[str, Figure]]
"""(claimant, figure) each."""


@dataclass(frozen=True, slots=True)
class Account:
    """What one claimant says of everybody (whole), of some sides (part), or of whom else it names (detail)."""

    claimant: str
    """By its one name; "" where the report has neither a claimant nor a source."""
    kind: Kind
    groups: tuple[str, ...]
    """Whom it counts; () is people."""
    figure: Figure
    reports: tuple[int, ...]
    """The claimant's standing reports, as indices into `incident.toll`."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to print: '18-~30', '2 fighters', '..15, "dozens"'."""

    groups: tuple[str, ...]
    """Whom it counts; () is people."""
    range: Range | None
    words: tuple[str, ...] = ()
    none_by: tuple[str, ...] = ()
    """Who says none, where another claimant says more: then both ends are printed with their claimants."""
    more_by: tuple[str, ...] = ()
    """Whose the high end is (or the words, if no number is above none), where another says none."""

    def __str__(self) -> str:
        counted = [str(self.range)] if self.range else []
        counted += [f'"{word}"' for word in self.words]
        whom = " and ".join(self.groups)
        ends = f"({', '.join(self.none_by)} / {', '.join(self.more_by)})" if self.none_by else ""
        return " ".join(filter(None, [", ".join(counted), whom, ends]))


def accounts(claimant: str, groups: Mapping[str, Figure], reports: tuple[int, ...]) -> Iterator[Account]:
    """One claimant's account of each class that it has; attackers alone have none."""
    sides = tuple(group for group in SIDES if group in groups)
    ages = tuple(group for group in AGES if group in groups)
    total, part = groups.get("total"), added(groups[group] for group in sides)
    if total and (total.range or total.words):
        yield Account(claimant, "whole", (), total, reports)
    if sides:
        is_whole = "civilians" in sides and len(sides) > 1 and not (total and total.range)
        yield Account(claimant, "whole" if is_whole else "part", () if is_whole else sides, part, reports)
    if ages:
        yield Account(claimant, "detail", ages, added(groups[group] for group in ages), reports)
    elif others := [group for group in OVERLAPPING if group in groups]:
        largest = max(others, key=lambda group: _height(groups[group]))
        yield Account(claimant, "detail", (largest,), groups[largest], reports)


def _height(value: Figure) -> int:
    return value.range.high if value.range else -1


def headline(accounts: Sequence[Account]) -> tuple[Range | None, tuple[Line, ...]]:
    """The range of the best class that has a number, and the lines that print it."""
    numbered = [a for a in accounts if a.figure.range]
    best = min((_RANK[a.kind] for a in numbered or accounts), default=0)
    setting = [a for a in accounts if _RANK[a.kind] <= best]  # what stands above the best number is in words
    floor = spread(a.figure for a in setting)
    lesser = [a for a in accounts if _RANK[a.kind] > best]
    raising = [a for a in lesser if _height(a.figure) > _height(floor)]
    worded = [a for a in lesser if floor.none and not a.figure.range]  # one says none, another "several" fighters

    lines, alone = [], [*setting, *raising, *worded]
    if best == 0 and setting:  # a whole: people, whoever raises the high end
        lines, alone = [line((), _by(setting), _by(raising))], worded
    lines += [line(g, _by(a for a in alone if a.groups == g)) for g in dict.fromkeys(a.groups for a in alone)]
    lines.sort(key=lambda line: (line.range is None, [GROUPS.index(group) for group in line.groups]))
    return raised(floor, spread(a.figure for a in raising)).range, tuple(lines)


def _by(accounts: Iterable[Account]) -> Stated:
    return [(a.claimant, a.figure) for a in accounts]


def line(groups: tuple[str, ...], stated: Stated, raising: Stated = ()) -> Line:
    """From the lowest to the highest of what is stated, raised by lesser classes."""
    value = raised(spread(f for _, f in stated), spread(f for _, f in raising))
    none_by = [c for c, f in stated if f.none]
    more = [(c, f) for c, f in (*stated, *raising) if not f.none]
    if not none_by or not more:
        return Line(groups, value.range, value.words)
    top = max(_height(f) for _, f in more)
    more_by = [c for c, f in more if _height(f) == top]
    return Line(groups, value.range, value.words, tuple(dict.fromkeys(none_by)), tuple(dict.fromkeys(more_by)))


def disagree(accounts: Sequence[Account], by_group: Mapping[str, Stated]) -> bool:
    """Whether two claimants' figures for the whole or for one group contradict each other.

    A part or detail is the least that its claimant's whole can be.
    """
    whole = _by(a for a in accounts if a.kind == "whole")
    least = [(a.claimant, a.figure.tenths[0]) for a in accounts if a.kind != "whole"]
    return (
        any(_apart(f.tenths, (at_least, inf)) for c, f in whole for other, at_least in least if c != other)
        or any(_apart(f.tenths, g.tenths) for (c, f), (other, g) in combinations(whole, 2) if c != other)
        or any(
            _apart(f.tenths, g.tenths)
            for group, stated in by_group.items()
            if group != "total"
            for (_, f), (_, g) in combinations(stated, 2)
        )
    )


def _apart(a: tuple[float, float], b: tuple[float, float]) -> bool:
    """Whether two ranges don't overlap, and one is none or the higher at least 1.5 times the lower.

    9 against 10 is a range, not a dispute.
    """
    (_, below), (above, _) = sorted((a, b))
    return below < above and (below == 0 or 2 * above >= 3 * below)
