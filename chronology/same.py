"""Whether an archive already knows the raid that an article tells of. A wrong merge is worse than a missed one."""

from __future__ import annotations

import datetime
import unicodedata
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping

from chronology import earth
from chronology.archive import Filed
from chronology.count import Count
from chronology.incident import Incident, Place

REACH_KM = {"site": 5.0, "town": 8.0, "near": 25.0}
"""How far apart two articles may put the same place, by the less exact precision."""

_FAMILIES = (
    {"ground raid", "clash", "shooting", "execution", "seizure of people", "ambush"},
    {"airstrike", "drone strike", "missile strike", "shelling", "strike", "bomb", "chemical attack"},
    {"bomb", "suicide bombing", "mine"},
)
"""Kinds that two articles may give to one raid; `other` goes with all."""

_MOST_RATIO, _MOST_APART = 2.5, 5


class Index:
    """The incidents of an archive by the day on which they began, so that a search looks at one day only."""

    def __init__(self, filed: Iterable[Filed] = ()) -> None:
        self._days: dict[datetime.date, dict[str, Filed]] = defaultdict(dict)
        for one in filed:
            self.put(one)

    def put(self, filed: Filed) -> None:
        """Adds an incident, or takes it instead of what it was before; the day doesn't change by filing."""
        day = filed.incident.date.certain_day
        if day is not None:
            self._days[day][filed.id] = filed

    def find(self, told: Incident, but: Container[str] = ()) -> tuple[Filed, ...]:
        """Those that may be the same, by id: that day, at that place, of such a kind; `but` names those it can't be."""
        day = told.date.certain_day
        there = self._days.get(day, {}) if day is not None else {}
        return tuple(there[name] for name in sorted(there) if name not in but and likely(told, there[name].incident))


def likely(a: Incident, b: Incident) -> bool:
    """Whether two descriptions may be of one raid: a certain day, the place and the kind agree."""
    day = a.date.certain_day
    return (
        day is not None and day == b.date.certain_day and _same_place(a.place, b.place) and _kinds_agree(a.kind, b.kind)
    )


def doubt(a: Incident, b: Incident) -> str | None:
    """Why two that are likely the same may yet be two, in words; None if nothing speaks against it."""
    if b.status == "withdrawn":
        return "withdrawn"
    if not _tolls_agree(a, b):
        return "another toll"
    if {a.place and a.place.precision, b.place and b.place.precision} & {"district"}:
        return "only the district is known"
    return None


def same(a: Incident, b: Incident) -> bool:
    """Whether two descriptions are surely of one raid."""
    return likely(a, b) and doubt(a, b) is None


def _same_place(a: Place | None, b: Place | None) -> bool:
    if a is None or b is None or (a.country and b.country and not set(a.country) & set(b.country)):
        return False
    if a.point and b.point and a.precision in REACH_KM and b.precision in REACH_KM:
        return earth.distance_km(*a.point, *b.point) <= max(REACH_KM[a.precision], REACH_KM[b.precision])
    # without two points the names must say it, and they must name something smaller than a region
    small = all(p.precision not in ("region", "country", "sea") for p in (a, b))
    regions = {_folded(p.region) for p in (a, b) if p.region}
    return small and len(regions) < 2 and bool(_names(a) & _names(b))


def _names(place: Place) -> set[str]:
    return {folded for name in (place.name, *place.aka) if (folded := _folded(name))}


def _folded(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in letters if c.isalnum())


def _kinds_agree(a: str, b: str) -> bool:
    return a == b or "other" in (a, b) or any({a, b} <= family for family in _FAMILIES)


def _tolls_agree(a: Incident, b: Incident) -> bool:
    """Whether the two may count the same dead: early and late figures differ, but not by any factor."""
    one, two = _dead(a), _dead(b)
    if not one or not two:
        return True
    low, high = sorted((max(one), max(two)))
    return high <= low * _MOST_RATIO or high - low <= _MOST_APART


def _dead(incident: Incident) -> list[int]:
    counts: list[Mapping[str, Count]] = [
        report.killed for report in incident.toll if report.killed is not None and report.stance == "says"
    ]
    return [
        count.least for groups in counts for group, count in groups.items() if not count.word and group != "attackers"
    ]
