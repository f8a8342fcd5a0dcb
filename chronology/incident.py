"""What an incident file holds. One dataclass a mapping; the fields' metadata say how each is read and what it means."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from chronology import edtf, shape
from chronology.count import GROUPS, MEASURES, Count
from chronology.edtf import Edtf, Time
from chronology.problem import Problem
from chronology.shape import (
    TEXT,
    Plain,
    Schema,
    about,
    many,
    mapping,
    matching,
    one_of,
    one_or_many,
    record,
    scalar,
)

KINDS = (
    "ground raid", "airstrike", "drone strike", "missile strike", "shelling", "strike", "bomb", "suicide bombing", "mine",
    "chemical attack", "shooting", "stabbing or ramming", "execution", "ambush", "clash", "seizure of people", "other",
)  # fmt: skip
PRECISIONS = ("site", "town", "near", "district", "region", "country", "sea")
ROLES = ("attacker", "target", "party", "support")
STATEMENTS = ("stated", "claimed", "blamed", "denied")
VOICES = ("attacker", "target", "official", "medical", "monitor", "local", "media")
STANCES = ("says", "possible", "denies")
RELATIONS = ("part of", "same operation", "compared with", "follows", "in retaliation for", "possibly the same as")
BEARINGS = ("N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW")

ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_SLUG = matching(ID + r"(?<!.{101})", "small letters, digits and single hyphens")
_NUMBER = re.compile(r"-?\d{1,3}(?:\.\d{1,8})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Ref:
    """A source by its short id, and where in its text: code points, end exclusive."""

    source: str
    start: int | None = None
    end: int | None = None

    def __str__(self) -> str:
        return self.source if self.start is None else f"{self.source} {self.start}-{self.end}"


def _ref(text: str) -> Ref:
    m = re.fullmatch(rf"({ID})(?: (\d{{1,9}})-(\d{{1,9}}))?", text, re.ASCII)
    if m is None:
        raise ValueError(
            f"{text!r} is not a source reference; write a source's id, or the id and a range: iswnews 277-287"
        )
    if m[2] is None:
        return Ref(m[1])
    if int(m[2]) >= int(m[3]):
        raise ValueError(f"the range {m[2]}-{m[3]} is empty; its end stands after its last character")
    return Ref(m[1], int(m[2]), int(m[3]))


def _day(text: str) -> datetime.date:
    value = edtf.parse(text).certain_day
    if value is None:
        raise ValueError(f"{text!r} is not a day; write it as 2017-01-08")
    return value


def _degrees(limit: int) -> shape.Shape[float]:
    def parse(text: str) -> float:
        if not _NUMBER.fullmatch(text) or abs(float(text)) > limit:
            raise ValueError(f"{text!r} is not a coordinate; write degrees between -{limit} and {limit}, as 36.31")
        return float(text)

    return scalar(
        parse,
        {"type": "number", "minimum": -limit, "maximum": limit},
        lambda value: f"{value:.8f}".rstrip("0").rstrip("."),
    )


def _url(text: str) -> str:
    if not re.fullmatch(r"https?://[^\s<>\"'\\\x00-\x20]+", text):
        raise ValueError(f"{text[:60]!r} is not a web address; write it whole, from https://")
    return text


def _reviewed(text: str) -> str:
    if text == "no":
        return text
    if not re.fullmatch(r"\S.* \d{4}-\d{2}-\d{2}", text, re.ASCII):
        raise ValueError(
            f"{text!r} does not say who and when; write 'no', or a name or initials and a day: AB 2026-11-23"
        )
    _day(text[-10:])
    return text


_NUMERIC = {"type": ["string", "integer"]}
DATE: shape.Shape[Edtf] = scalar(edtf.parse, {**_NUMERIC, "pattern": r"^[0-9X.~?/-]+$"})
DAY: shape.Shape[datetime.date] = scalar(_day, {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"})
TIME: shape.Shape[Time] = scalar(edtf.parse_time, {"type": "string"})
COUNT: shape.Shape[Count] = scalar(Count.parse, {**_NUMERIC, "minimum": 0})
REF: shape.Shape[Ref] = scalar(_ref, {"type": "string"})
URL: shape.Shape[str] = scalar(_url, {"type": "string", "pattern": "^https?://"})
SHA256 = matching("[0-9a-f]{64}", "64 hexadecimal digits")
COUNTRY = matching("[A-Z]{2}", "the country's two capital letters (ISO 3166), as SY")
LANGUAGE = matching("[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", "a language code, as en or ar")


def _or_number(text: shape.Shape[str]) -> shape.Shape[str]:
    """For editors, to which 24 is a number; for us it is the text that stands in the file."""
    return replace(text, schema={**text.schema, "type": ["string", "number"]})


def _counts() -> shape.Shape[Mapping[str, Count]]:
    """A bare count, which is the total, or counts by group."""
    by_group = mapping(GROUPS, COUNT)

    def read(plain: Plain, at: Any) -> Mapping[str, Count]:
        return by_group.read(plain, at) if not isinstance(plain, str) else {"total": COUNT.read(plain, at)}

    def write(counts: Mapping[str, Count]) -> Plain:
        return str(counts["total"]) if set(counts) == {"total"} else by_group.write(counts)

    return shape.Shape(read, write, {"anyOf": [COUNT.schema, by_group.schema]})


COUNTS = _counts()


@dataclass(frozen=True, slots=True, kw_only=True)
class Offset:
    """Where the source places something by another place."""

    km: str | None = field(
        default=None,
        metadata=about(
            _or_number(matching(r"~?\d{1,5}(?:\.\d)?", "kilometres, as 24 or ~60")),
            "distance in kilometres; ~ for about",
        ),
    )
    bearing: str | None = field(default=None, metadata=about(one_of(BEARINGS), "direction from that place, as NW"))
    of: str = field(metadata=about(TEXT, "the other place, as the source names it"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where it happened, as precisely as the source says and no more."""

    name: str = field(metadata=about(TEXT, "as people there call it"))
    aka: tuple[str, ...] = field(default=(), metadata=about(many(TEXT), "other spellings and names"))
    detail: str | None = field(
        default=None, metadata=about(TEXT, "what the source adds: a quarter, a distance, a landmark")
    )
    region: str | None = field(
        default=None, metadata=about(TEXT, "the first-level division (province, governorate, state)")
    )
    country: tuple[str, ...] = field(
        default=(), metadata=about(one_or_many(COUNTRY, most=2), "ISO 3166 code; two mean one of these")
    )
    lat: float | None = field(default=None, metadata=about(_degrees(90), "degrees north"))
    lon: float | None = field(default=None, metadata=about(_degrees(180), "degrees east"))
    precision: str | None = field(default=None, metadata=about(one_of(PRECISIONS), "how exact the coordinates are"))
    located_by: str | None = field(
        default=None,
        metadata=about(
            _or_number(matching(r"source|hand|computed|\d{1,12}", "source, hand, computed or a GeoNames id")),
            "where the coordinates come from",
        ),
    )
    offset: Offset | None = field(
        default=None, metadata=about(record(Offset, flow=True), "where the source places it by another place")
    )

    def __post_init__(self) -> None:
        if (self.lat is None) != (self.lon is None):
            raise ValueError("one coordinate without the other; give lat and lon, or neither")
        if self.lat is not None and self.precision is None:
            raise ValueError(f"coordinates without precision; add precision: one of {', '.join(PRECISIONS)}")

    @property
    def point(self) -> tuple[float, float] | None:
        """Latitude and longitude, if it has them."""
        return None if self.lat is None or self.lon is None else (self.lat, self.lon)


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """One statement about who did it or was its target."""

    name: str = field(metadata=about(TEXT, "a state, group or institution, as in names.yaml"))
    unit: str | None = field(default=None, metadata=about(TEXT, "the unit, if it is named"))
    role: str = field(
        metadata=about(
            one_of(ROLES), "attacker; target = whom the attacker says it aimed at; party = a side in a clash; support"
        )
    )
    status: str | None = field(
        default=None,
        metadata=about(one_of(STATEMENTS), "stated; claimed by itself; blamed by others; denied by itself"),
    )
    by: str | None = field(default=None, metadata=about(TEXT, "who states it; absent = the outlet itself"))
    source: Ref | None = field(default=None, metadata=about(REF, "the source, and where in its text"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What one claimant says of the people hurt. Groups beside a total are parts of it."""

    killed: Mapping[str, Count] | None = field(
        default=None, metadata=about(COUNTS, "people killed: a count, or counts by group")
    )
    injured: Mapping[str, Count] | None = field(default=None, metadata=about(COUNTS, "people injured"))
    captured: Mapping[str, Count] | None = field(default=None, metadata=about(COUNTS, "people captured or arrested"))
    missing: Mapping[str, Count] | None = field(default=None, metadata=about(COUNTS, "people missing"))
    casualties: Mapping[str, Count] | None = field(
        default=None, metadata=about(COUNTS, "people hurt or killed, where the source doesn't say which")
    )
    by: str | None = field(
        default=None,
        metadata=about(
            TEXT, "the claimant: an institution or a role, never a private person; absent = the outlet's own voice"
        ),
    )
    speaker: str | None = field(default=None, metadata=about(TEXT, "a person speaking for that institution"))
    voice: str | None = field(default=None, metadata=about(one_of(VOICES), "what kind of claimant"))
    stance: str = field(
        default="says", metadata=about(one_of(STANCES), "says (if absent), possible, or denies a stated figure")
    )
    as_of: Edtf | None = field(default=None, metadata=about(DATE, "the day of the figure, if not the source's"))
    superseded: str | None = field(
        default=None,
        metadata=about(
            TEXT, "why this report is set aside: an editor's reason, or that the article itself gives a later figure"
        ),
    )
    source: Ref | None = field(default=None, metadata=about(REF, "the source, and where in its text"))
    quote: str | None = field(default=None, metadata=about(TEXT, "the words themselves, 25 at most"))

    def __post_init__(self) -> None:
        if not self.measures:
            raise ValueError(f"a report of nothing; give one of {', '.join(MEASURES)}")

    @property
    def measures(self) -> dict[str, Mapping[str, Count]]:
        """Measure -> counts by group, for the measures it reports."""
        return {m: counts for m in MEASURES if (counts := getattr(self, m)) is not None}


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One of the dead, missing or captured whom a cited source names, or a public leader."""

    name: str = field(metadata=about(TEXT, "as the source publishes it"))
    aka: tuple[str, ...] = field(default=(), metadata=about(many(TEXT), "other spellings and names"))
    age: int | None = field(
        default=None,
        metadata=about(
            scalar(
                lambda text: _age(text),  # noqa: PLW0108  defined below, read top-down
                {"type": "integer", "minimum": 0, "maximum": 130},
            ),
            "years",
        ),
    )
    sex: str | None = field(default=None, metadata=about(one_of(("female", "male")), "as the source says"))
    group: str | None = field(default=None, metadata=about(one_of(GROUPS[1:]), "one of the toll's groups"))
    fate: str | None = field(
        default=None,
        metadata=about(one_of(("killed", "died later", "missing", "captured")), "what became of the person"),
    )
    source: Ref | None = field(default=None, metadata=about(REF, "the source that published the name"))


def _age(text: str) -> int:
    if not re.fullmatch(r"\d{1,3}", text, re.ASCII) or int(text) > 130:
        raise ValueError(f"{text!r} is not an age; write whole years")
    return int(text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """That another incident belongs with this one, and why. The other side is generated."""

    to: str = field(metadata=about(_SLUG, "the other incident's id"))
    why: str = field(metadata=about(one_of(RELATIONS), "how they belong together"))
    source: Ref | None = field(default=None, metadata=about(REF, "who relates them"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An article or document that the incident rests on."""

    id: str = field(metadata=about(_SLUG, "short; what references in this file name"))
    title: str | None = field(default=None, metadata=about(TEXT, "its headline"))
    publisher: str | None = field(default=None, metadata=about(TEXT, "who published it"))
    author: str | None = field(default=None, metadata=about(TEXT, "its byline"))
    published: Edtf | None = field(default=None, metadata=about(DATE, "the publication date"))
    url: str | None = field(default=None, metadata=about(URL, "its address"))
    archived: str | None = field(default=None, metadata=about(URL, "the address of an archived copy"))
    accessed: datetime.date | None = field(default=None, metadata=about(DAY, "the day it was read"))
    language: str | None = field(default=None, metadata=about(LANGUAGE, "of the text, as en or ar"))
    copy_of: str | None = field(
        default=None, metadata=about(TEXT, "the agency or source it repeats: not an independent source")
    )
    sha256: str | None = field(default=None, metadata=about(SHA256, "of the text that ranges point into"))

    def __post_init__(self) -> None:
        if self.published is None and self.accessed is None:
            raise ValueError("a source without a day; add published, or accessed (the day it was read)")
        if self.url is None and self.title is None and self.publisher is None:
            raise ValueError("nobody can find this source; add url, title or publisher")


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A value that was changed after publication."""

    date: datetime.date = field(metadata=about(DAY, "the day of the change"))
    what: str = field(metadata=about(TEXT, "what was changed, from what to what"))
    why: str = field(metadata=about(TEXT, "the reason"))
    source: Ref | None = field(default=None, metadata=about(REF, "what it rests on"))


_REFS = one_or_many(REF)


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where the values outside the reports were read."""

    title: tuple[Ref, ...] = field(default=(), metadata=about(_REFS, "the words behind the title"))
    kind: tuple[Ref, ...] = field(default=(), metadata=about(_REFS, "the words behind the kind"))
    date: tuple[Ref, ...] = field(default=(), metadata=about(_REFS, "the words behind the date"))
    time: tuple[Ref, ...] = field(default=(), metadata=about(_REFS, "the words behind the time"))
    place: tuple[Ref, ...] = field(default=(), metadata=about(_REFS, "the words behind the place"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One raid, strike or attack. Its id is the stem of its file and stands in no field."""

    title: str = field(metadata=about(TEXT, "neutral and plain"))
    kind: str = field(metadata=about(one_of(KINDS), "how it was done, never why"))
    status: str | None = field(
        default=None,
        metadata=about(one_of(("withdrawn",)), "absent = published; withdrawn leaves a page that says why"),
    )
    why: str | None = field(default=None, metadata=about(TEXT, "why it was withdrawn"))
    date: Edtf = field(metadata=about(DATE, "the day it happened or began, as precise as the source"))
    until: Edtf | None = field(default=None, metadata=about(DATE, "the last day, if it went on"))
    time: Time | None = field(default=None, metadata=about(TIME, "local time of day"))
    place: Place | None = field(default=None, metadata=about(record(Place), "where"))
    actors: tuple[Actor, ...] = field(
        default=(), metadata=about(many(record(Actor, flow=True)), "one entry a statement")
    )
    toll: tuple[Report, ...] = field(
        default=(), metadata=about(many(record(Report)), "the reports of people hurt; what is shown is derived")
    )
    people: tuple[Person, ...] = field(
        default=(),
        metadata=about(many(record(Person, flow=True)), "the dead whose names a source published, and public leaders"),
    )
    related: tuple[Relation, ...] = field(
        default=(), metadata=about(many(record(Relation, flow=True)), "incidents that belong with this one")
    )
    sources: tuple[Source, ...] = field(default=(), metadata=about(many(record(Source)), "what it rests on"))
    evidence: Evidence | None = field(
        default=None, metadata=about(record(Evidence, flow=True), "where date, place and so on were read")
    )
    summary: str | None = field(default=None, metadata=about(TEXT, "one to three neutral sentences"))
    note: str | None = field(default=None, metadata=about(TEXT, "for editors"))
    tags: tuple[str, ...] = field(default=(), metadata=about(many(TEXT), "a few words"))
    corrections: tuple[Correction, ...] = field(
        default=(), metadata=about(many(record(Correction, flow=True)), "what was changed after publication")
    )
    aliases: tuple[str, ...] = field(default=(), metadata=about(many(_SLUG), "former ids and merged ones"))
    added: datetime.date | None = field(default=None, metadata=about(DAY, "the day it entered the archive"))
    reviewed: str = field(
        default="no", metadata=about(scalar(_reviewed, {"type": "string"}), "no, or who checked it and when")
    )

    def __post_init__(self) -> None:
        if self.status == "withdrawn" and not self.why:
            raise ValueError("withdrawn without a reason; add why: ...")


_INCIDENT = record(Incident)


def read(plain: Plain) -> tuple[Incident | None, tuple[Problem, ...]]:
    """The incident that plain values describe, or None and every reason why not."""
    try:
        return _INCIDENT.read(plain, ()), ()
    except shape.MisfitError as misfit:
        return None, misfit.problems


def write(value: Incident) -> Plain:
    """The plain values of an incident, in the order of the format; `reviewed` is always written."""
    return {**_INCIDENT.write(value), "reviewed": value.reviewed}


def schema() -> Schema:
    """The JSON Schema (draft 2020-12) of an incident file, for editors and other programs."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Incident",
        "description": "One raid, strike or attack: what was reported, and by whom.",
        **_INCIDENT.schema,
    }
