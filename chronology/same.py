"""Whether an archive already knows the raid that an article tells of. A wrong merge is worse than a missed one."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from chronology import earth
from chronology.archive import Archive, Filed
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


def find(told: Incident, known: Archive) -> Filed | None:
    """The one incident that is surely the same: same day, place, a kind and toll that agree; None if none or several are."""
    matches = [filed for filed in known.filed.values() if same(told, filed.incident)]
    return matches[0] if len(matches) == 1 else None


def same(a: Incident, b: Incident) -> bool:
    """Whether two descriptions are surely of one raid."""
    day = a.date.certain_day
    return (
        day is not None
        and day == b.date.certain_day
        and b.status is None
        and _same_place(a.place, b.place)
        and _kinds_agree(a.kind, b.kind)
        and _tolls_agree(a, b)
    )


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
    return {_folded(name) for name in (place.name, *place.aka)}


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
