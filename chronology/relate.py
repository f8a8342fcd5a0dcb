"""Which incidents belong together, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from math import cos, floor, radians

from chronology import earth
from chronology.archive import Archive
from chronology.incident import Incident, Offset, Place, Source

MOST = 6
"""Computed links fill an incident up to this many; stated ones are all kept."""
NEAR_KM = 10.0
NEAR_DAYS = 90
_POINTS = ("site", "town")
_NEIGHBOURS = 4
"""How many incidents before and after are looked at in each bucket: linear, however many share a place."""
_CELL = 0.1
"""Degrees of latitude, a little more than NEAR_KM: whoever is near stands in the same cell or a neighbouring one."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A relation that one of the two files states."""

    why: str
    """One of incident.RELATIONS."""
    outward: bool
    """Whether the incident at hand states it; otherwise the other one does, of this one."""
    source: Source | None
    """Who relates them."""


@dataclass(frozen=True, slots=True)
class Related:
    """Another incident that belongs with the one at hand. The other has the same, seen from its side."""

    id: str
    stated: tuple[Stated, ...]
    """Empty: the link is computed, the two are near each other in place and time."""
    km: float | None
    """Between the two points; None where a place has none, or is wider than a district."""
    about: bool
    """Whether `km` is between points that are only near or somewhere in the district."""
    same_place: bool
    """Whether both name the same place."""
    said: Offset | None
    """The distance or direction between them that a source states."""


def related(archive: Archive) -> Mapping[str, tuple[Related, ...]]:
    """For each incident the others that belong with it: stated ones first, then the nearest."""
    incidents = {of: filed.incident for of, filed in archive.filed.items()}
    partners: dict[str, dict[str, tuple[Stated, ...]]] = defaultdict(dict)
    for (of, to), links in _stated(archive).items():
        partners[of][to] = links
    for a, b in _nearest({of: one for of, one in incidents.items() if one.status != "withdrawn"}):
        room = len(partners[a]) < MOST and len(partners[b]) < MOST
        if room and b not in partners[a]:
            partners[a][b] = partners[b][a] = ()
    return {
        of: tuple(_related(incidents[of], to, incidents[to], links) for to, links in others.items())
        for of, others in sorted(partners.items())
        if others
    }


def _stated(archive: Archive) -> dict[tuple[str, str], tuple[Stated, ...]]:
    """(of, to) -> what is stated, for both sides; in the order of ids and files, each statement once."""
    survivors = archive.aliases
    pairs: dict[tuple[str, str], dict[Stated, None]] = defaultdict(dict)
    for of, filed in archive.filed.items():
        if filed.incident.status == "withdrawn":
            continue
        sources = {source.id: source for source in filed.incident.sources}
        for relation in filed.incident.related:
            to = survivors.get(relation.to, relation.to)
            if to == of or to not in archive.filed:  # a draft's link is kept in the file and not shown
                continue
            source = sources.get(relation.source.source) if relation.source else None
            pairs[of, to][Stated(relation.why, True, source)] = None
            if archive.filed[to].incident.status != "withdrawn":
                pairs[to, of][Stated(relation.why, False, source)] = None
    return {pair: tuple(links) for pair, links in sorted(pairs.items())}


def _nearest(incidents: Mapping[str, Incident]) -> list[tuple[str, str]]:
    """Pairs that are near each other in place and time, the nearest first."""
    found = {}
    for a, b in _candidates(incidents):
        days = _days_apart(incidents[a], incidents[b])
        if days is None or days > NEAR_DAYS:
            continue
        one, other = incidents[a].place, incidents[b].place
        if one is None or other is None:
            continue
        km = _km(one, other)
        if _same_place(one, other) or (km is not None and km <= NEAR_KM and _points(one, other)):
            found[a, b] = (days, km or 0.0, a, b)
    return sorted(found, key=lambda pair: found[pair])


def _candidates(incidents: Mapping[str, Incident]) -> set[tuple[str, str]]:
    """Pairs worth a look: the next few in time, among those of one name and those of neighbouring cells."""
    buckets: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for one in sorted(incidents, key=lambda one: (incidents[one].date.order, one)):
        place = incidents[one].place
        if place is not None:
            for key in dict.fromkeys(_buckets(place)):
                buckets[key].append(one)
    return {
        (min(a, b), max(a, b))
        for in_time in buckets.values()
        for index, a in enumerate(in_time)
        for b in in_time[index + 1 : index + 1 + _NEIGHBOURS]
    }


def _buckets(place: Place) -> Iterator[tuple[object, ...]]:
    """Two places share a bucket if they share a name in a country, or if they lie near each other."""
    for name in _names(place):
        yield from ((country, name) for country in place.country or ("",))
    if place.lat is not None and place.lon is not None and place.precision in _POINTS:
        # each place is in its own cell and the next ones, so two in neighbouring cells share one
        for row in (floor(place.lat / _CELL), floor(place.lat / _CELL) + 1):
            column = floor(place.lon * cos(radians(row * _CELL)) / _CELL)
            yield from ((row, column), (row, column + 1))


def _related(this: Incident, to: str, other: Incident, links: tuple[Stated, ...]) -> Related:
    one, two = this.place, other.place
    if one is None or two is None or other.status == "withdrawn":
        return Related(to, links, None, False, False, None)
    said = _said(one, two) or _said(two, one)
    return Related(to, links, _km(one, two), not _points(one, two), _same_place(one, two), said)


def _km(a: Place, b: Place) -> float | None:
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    if not {a.precision, b.precision} <= {*_POINTS, "near", "district"}:
        return None
    return earth.distance_km(a.lat, a.lon, b.lat, b.lon)


def _points(a: Place, b: Place) -> bool:
    return a.precision in _POINTS and b.precision in _POINTS


def _same_place(a: Place, b: Place) -> bool:
    if not set(_names(a)) & set(_names(b)) or (a.region and b.region and a.region != b.region):
        return False
    if a.country and b.country and not set(a.country) & set(b.country):
        return False
    km = _km(a, b)
    return km is None or km <= 5 * NEAR_KM  # many villages share a name


def _said(place: Place, other: Place) -> Offset | None:
    """What the source says of the way from `other` to `place`."""
    offset = place.offset
    return offset if offset and offset.km and offset.of.casefold() in _names(other) else None


def _names(place: Place) -> Iterable[str]:
    return [name.casefold() for name in (place.name, *place.aka)]


def _days_apart(a: Incident, b: Incident) -> int | None:
    """The most days that can lie between the two; None if that is open."""
    early = [a.date.earliest, b.date.earliest]
    late = [a.date.latest, b.date.latest]
    if None in early or None in late:
        return None
    span: timedelta = max(day for day in late if day) - min(day for day in early if day)
    return span.days
