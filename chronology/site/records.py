"""What the site shows, by incident, place, actor and year: frozen, sorted, free of HTML."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from chronology import relate, toll
from chronology.archive import Archive, Filed
from chronology.incident import Incident
from chronology.relate import Related
from chronology.toll import Shown

NONE = ""
"""The key of a group of incidents that name no country, or have no known year."""


UNKNOWN = "unknown"
"""Its slug."""


@dataclass(frozen=True, slots=True)
class Record:
    """An incident with everything that its page and its rows are made of."""

    filed: Filed
    toll: Mapping[str, Shown]
    """Measure -> what is shown of it."""
    related: tuple[Related, ...]
    actors: tuple[str, ...]
    """The one name of each of the incident's actors."""
    claimants: tuple[str | None, ...]
    """The one name of each report's claimant; None where the outlet itself speaks."""

    @property
    def id(self) -> str:
        return self.filed.id

    @property
    def incident(self) -> Incident:
        return self.filed.incident

    @property
    def year(self) -> int | None:
        """The year it is listed in: that of the first day on which it may have begun."""
        date = self.incident.date
        known = date.earliest or date.latest
        return known.year if known else None

    @property
    def month(self) -> int | None:
        """The month, if it can only have begun in that one."""
        early, late = self.incident.date.earliest, self.incident.date.latest
        return early.month if early and late and (early.year, early.month) == (late.year, late.month) else None

    @property
    def disagree(self) -> bool:
        """Whether reports of one measure contradict each other."""
        return any(shown.disagree for shown in self.toll.values())

    @property
    def reviewed(self) -> bool:
        return self.incident.reviewed != "no"


@dataclass(frozen=True, slots=True)
class Group:
    """Incidents that share a place, an actor or a year."""

    key: str
    """A country's code, a region's or actor's name, a year; or NONE."""
    slug: str
    """Safe in an address: small letters, digits and hyphens."""
    records: tuple[Record, ...]
    """Newest first."""
    sums: Mapping[str, toll.Sum]
    """Measure -> its sum, for each measure that an incident gives."""
    parts: tuple[Group, ...] = ()
    """A country's regions."""
    aka: tuple[str, ...] = ()
    """An actor's other names."""
    type: str | None = None
    """What an actor is, one of archive.NAME_TYPES."""


@dataclass(frozen=True, slots=True)
class Records:
    """The whole site, ready to be put into words."""

    published: tuple[Record, ...]
    """Newest first; within a year those whose month isn't known come last."""
    by_id: Mapping[str, Record]
    withdrawn: tuple[Filed, ...]
    aliases: Mapping[str, str]
    """Former id -> id."""
    years: tuple[Group, ...]
    """Newest first; NONE, the year that isn't known, comes last."""
    countries: tuple[Group, ...]
    """By code; with NONE where no country is given."""
    actors: tuple[Group, ...]
    """By name."""


def build(archive: Archive) -> Records:
    """Everything that the site shows of an archive. Drafts are not in it."""
    related = relate.related(archive)
    filed = [one for one in archive.filed.values() if one.incident.status != "withdrawn"]
    listed = [
        Record(
            one,
            toll.derive(one.incident, archive.names.canonical),
            related.get(one.id, ()),
            tuple(archive.names.canonical(actor.name) for actor in one.incident.actors),
            tuple(archive.names.canonical(report.by) if report.by else None for report in one.incident.toll),
        )
        for one in filed
    ]
    published = tuple(sorted(listed, key=_in_time, reverse=True))
    survivor = archive.aliases
    part_of = {one.id: [survivor.get(r.to, r.to) for r in one.incident.related if r.why == "part of"] for one in filed}
    grouping = _Grouping(part_of, archive)
    return Records(
        published,
        {record.id: record for record in published},
        tuple(one for one in archive.filed.values() if one.incident.status == "withdrawn"),
        {alias: to for alias, to in archive.aliases.items() if alias not in archive.filed},
        grouping.years(published),
        grouping.countries(published),
        grouping.actors(published),
    )


def _in_time(record: Record) -> tuple[int, int, tuple[date, date], int, str]:
    """Sorts by the day as far as it is known: a year before its months, so that reversed it comes after them."""
    time = record.incident.time
    minutes = time.first if time and time.first is not None else -1
    return record.year or 0, record.month or 0, record.incident.date.order, minutes, record.id


class _Grouping:
    """Groups of records, with sums that count no part of a whole twice."""

    def __init__(self, part_of: Mapping[str, Sequence[str]], archive: Archive) -> None:
        self._part_of = part_of
        self._names = {entry.name: entry for entry in archive.names.entries}

    def years(self, records: Iterable[Record]) -> tuple[Group, ...]:
        by_year = _by(records, lambda record: [str(record.year or NONE)])
        groups = [self._group(key, key or UNKNOWN, members) for key, members in by_year.items()]
        return tuple(sorted(groups, key=lambda group: int(group.key or 0), reverse=True))

    def countries(self, records: Iterable[Record]) -> tuple[Group, ...]:
        by_country = _by(records, lambda record: _countries(record) or [NONE])
        slugs = _slugs(by_country)
        return tuple(
            self._group(code, slugs[code], members, parts=self._regions(members))
            for code, members in sorted(by_country.items())
        )

    def _regions(self, records: Sequence[Record]) -> tuple[Group, ...]:
        by_region = _by(records, _regions)
        slugs = _slugs(by_region)
        return tuple(self._group(name, slugs[name], members) for name, members in sorted(by_region.items()))

    def actors(self, records: Iterable[Record]) -> tuple[Group, ...]:
        by_actor = _by(records, lambda record: dict.fromkeys(record.actors))
        slugs = _slugs(by_actor)
        return tuple(
            self._group(
                name,
                slugs[name],
                members,
                aka=self._names[name].aka if name in self._names else (),
                type=self._names[name].type if name in self._names else None,
            )
            for name, members in sorted(by_actor.items(), key=lambda entry: entry[0].casefold())
        )

    def _group(self, key: str, slug: str, records: Sequence[Record], **more: Any) -> Group:
        shown = {record.id: record.toll for record in records}
        sums = {
            measure: of
            for measure, of in toll.sums(shown, self._part_of).items()
            if any(measure in tolls and tolls[measure].headline for tolls in shown.values())
        }
        return Group(key, slug, tuple(records), sums, **more)


def _countries(record: Record) -> list[str]:
    return list(record.incident.place.country) if record.incident.place else []


def _regions(record: Record) -> list[str]:
    place = record.incident.place
    return [place.region] if place and place.region else []


def _by(records: Iterable[Record], keys: Callable[[Record], Iterable[str]]) -> dict[str, list[Record]]:
    groups: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        for key in keys(record):
            groups[key].append(record)
    return groups


def _slugs(names: Iterable[str]) -> dict[str, str]:
    """A safe and different slug for each name; a name that ASCII letters can't spell gets a hash."""
    slugs = {NONE: UNKNOWN}
    taken = {UNKNOWN, "index", "more"}
    for name in sorted(set(names) - {NONE}):
        ascii_text = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
        slug = "-".join(re.findall(r"[a-z0-9]+", ascii_text))[:80].strip("-")
        if not slug or slug in taken:
            slug = f"{slug}-{hashlib.sha256(name.encode()).hexdigest()[:8]}".strip("-")
        taken.add(slug)
        slugs[name] = slug
    return slugs
