"""The places that a text names: where each stands in the text, and where it lies, as surely as the text allows.

`find` says what is a place name, `resolve` which place of that name is meant. In their order: cue
patterns ("the village of ..."), a table of weighted signs for names that the gazetteer knows, then the words of the text
itself (in ..., ... kilometres north-west of ...), the countries that it speaks of, nearness, and people last.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from chronology import earth
from chronology.extract import (
    places_choice,
    places_cues,
    places_document,
    places_names,
    places_relations,
    places_rows,
    places_signs,
    places_words,
)
from chronology.extract.places_choice import Choice
from chronology.extract.places_cues import Cue
from chronology.extract.places_mention import Away, Mention
from chronology.extract.places_names import Name
from chronology.extract.places_votes import Votes
from chronology.gazetteer import OWN, Gazetteer, folding
from chronology.incident import Offset

__all__ = ["Mention", "Toponym", "find", "resolve", "unnamed"]


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name in a text, and the place. Coordinates are None where the text leaves open which place is meant."""

    start: int
    end: int
    text: str
    kind: str
    """place, or demonym ("Turkish"): never where something happened."""
    name: str
    """As the gazetteer has it; as the text has it, if no gazetteer does."""
    region: str | None
    country: str | None
    lat: float | None
    lon: float | None
    precision: str | None
    """site, town, near, district, region, country or sea."""
    radius_km: float | None
    located_by: str | None
    """A GeoNames id, hand or computed."""
    offset: Offset | None
    geonames_id: int | None
    detail: str | None
    """What the text adds: "outskirts", "near the Turkish border"."""
    rule: str


def find(body: str, gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """The mentions of places, in order, none crossing another, with what the text says of how they lie to each other."""
    names = places_names.names(body, gazetteer)
    document = places_document.read(body, names)
    cues = {cue.start: cue for cue in places_cues.find(body)}
    mentions: list[Mention] = []
    for at, name in enumerate(names):
        previous = names[at - 1] if at else None
        following = names[at + 1] if at + 1 < len(names) else None
        is_people = bool(name.rows) and name.rows[0].kind == "demonym"
        cue = None if is_people else cues.get(name.start)
        if cue and (cue.end > name.end or body[cue.end : name.end].strip().lower() not in ("", *places_cues.UNITS)):
            cue = None
        owned = previous is not None and places_document.owns(body, previous, name)
        if (
            cue
            or is_people
            or owned
            or places_signs.weight(places_signs.signs(name, previous, following, document)) > 0
        ):
            mentions.append(_mention(name.start, name.end, body, name, cue))
    taken = _Taken(mentions)
    mentions.extend(
        _unknown(body, cue, gazetteer) for cue in cues.values() if cue.names and taken.leaves(cue.start, cue.end)
    )
    mentions.extend(_heard(body, mentions, gazetteer))
    mentions.sort(key=lambda m: m.start)
    return places_relations.related(body, mentions)


def resolve(mentions: tuple[Mention, ...], gazetteer: Gazetteer, body: str) -> tuple[Toponym, ...]:
    """Each mention with its place."""
    placed = places_choice.choose(mentions, gazetteer)
    return tuple(_toponym(mention, mentions, choice, body) for mention, choice in zip(mentions, placed, strict=True))


class _Taken:
    """What stretches of the text are mentions already."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._starts = sorted(m.start for m in mentions)
        self._ends = sorted(m.end for m in mentions)

    def leaves(self, start: int, end: int) -> bool:
        """Whether no mention is touched: as many have ended by `start` as have begun before `end`."""
        return bisect_right(self._ends, start) == bisect_left(self._starts, end)


def _mention(start: int, end: int, body: str, name: Name, cue: Cue | None) -> Mention:
    unit = cue.unit if cue else None
    rule = cue.rule if cue else "name" if name.form == "known" else f"named {name.form}"
    if unit is None and name.form in ("road", "site"):
        unit = "site"
    if unit is None and name.form == "county":
        unit = "district"
    return Mention(start, end, body[start:end], name.key, name.rows, unit, rule)


def _unknown(body: str, cue: Cue, gazetteer: Gazetteer) -> Mention:
    key = folding.plain(cue.text)
    return Mention(cue.start, cue.end, cue.text, key, gazetteer.lookup_key(key), cue.unit, cue.rule)


_BY_EAR = re.compile(
    r"""
    \b(?:in|near|from|outside|around|at|of|north|south|east|west)\s (?P<name>(?:[AaEe][lrsdztn]h?[-–’])?[A-ZÀ-ÖØ-ÞĀ-Ž][^\W\d_]{3,}(?:['’][^\W\d_]{2,})?) (?![\w’'-]) (?!\s[A-Z])
    """,
    re.VERBOSE,
)


def _heard(body: str, mentions: list[Mention], gazetteer: Gazetteer) -> Iterator[Mention]:
    """Names behind "in" and the like that no gazetteer writes so, but that sound like a place of the text's countries."""
    countries = frozenset(Votes(mentions).main(places_choice.MAIN))
    if not countries:
        return
    taken = _Taken(mentions)
    for match in _BY_EAR.finditer(body):
        start, end = match.span("name")
        if not taken.leaves(start, end) or match["name"].lower() in places_words.NOT_PLACES:
            continue
        key = folding.plain(match["name"])
        if gazetteer.lookup_key(key):
            continue  # known as it is written, and the signs spoke against it
        rows = tuple(row for row in gazetteer.lookup_sound(match["name"]) if row.country in countries)
        if rows:
            yield Mention(start, end, match["name"], key, rows, None, "by ear")


_PRECISIONS = {"country": "country", "region": "region", "district": "district", "town": "town", "area": "region", "sea": "sea",
               "river": "region", "site": "site", "demonym": "country"}  # fmt: skip


def _toponym(mention: Mention, mentions: tuple[Mention, ...], choice: Choice, body: str) -> Toponym:
    row = choice.row
    lat, lon = (row.lat, row.lon) if row else choice.point or (None, None)
    return Toponym(
        start=mention.start,
        end=mention.end,
        text=mention.text,
        kind="demonym" if mention.is_demonym else "place",
        name=row.name if row and row.name.isprintable() else mention.text,
        region=row.name if row and row.kind == "region" else choice.region,
        country=choice.country,
        lat=lat,
        lon=lon,
        precision=_precision(mention, choice),
        radius_km=choice.radius_km,
        located_by=_located_by(choice),
        offset=_offset(mention, mentions),
        geonames_id=row.geonames_id if row else None,
        detail=_detail(mention, body),
        rule=f"{mention.rule}; {choice.how}",
    )


def unnamed(words: str, place: Toponym) -> Toponym:
    """What the words right before a place's name put at a distance from it ("a road 40 km east of Marib"), else the place.

    Never the place's own point: where the distance or the direction is missing, there are no coordinates.
    """
    away = places_relations.away_from(words)
    if away is None or place.offset is not None or place.kind != "place":
        return place
    point, reach = None, None
    pointed = place.precision in ("town", "site", "near") and away.km is not None and away.bearing is not None
    if pointed and place.lat is not None and place.lon is not None:
        assert away.km is not None
        assert away.bearing is not None
        point = earth.destination(place.lat, place.lon, earth.COMPASS[away.bearing], away.km)
        reach = places_rows.reach_km(away)
    return replace(
        place,
        lat=point[0] if point else None,
        lon=point[1] if point else None,
        precision=None if reach is None else "near" if reach <= _NEAR_KM else "district",
        radius_km=reach,
        located_by="computed" if point else None,
        geonames_id=None,
        offset=Offset(km=_km(away), bearing=away.bearing, of=place.text),
        detail=f"{_words(away)} {place.text}",
        rule="computed: distance and direction" if point else "said: how far",
    )


_NEAR_KM = 30.0


def _words(away: Away) -> str:
    """ "about 40 km E of" """
    parts = [f"{'about ' if away.about else ''}{round(away.km)} km" if away.km is not None else "", away.bearing or ""]
    return f"{' '.join(part for part in parts if part)} {'of' if away.bearing else 'from'}"


def _km(away: Away) -> str | None:
    return None if away.km is None else f"{'~' if away.about else ''}{round(away.km)}"


def _precision(mention: Mention, choice: Choice) -> str | None:
    """How exact the coordinates are; a computed point is never a town."""
    row = choice.row
    if row is None:
        if choice.point is None:
            return None
        return "near" if (choice.radius_km or 0.0) <= _NEAR_KM else "district"
    if row.precision:
        return "near" if row.precision == "town" and mention.near else row.precision
    if row.kind == "town" and mention.unit == "district":
        return "district"
    if row.kind in ("town", "site"):
        return "near" if mention.near or mention.unit == "area" else _PRECISIONS[row.kind]
    if row.kind == "area" and (row.radius_km or 0.0) <= 40.0:
        return "district"
    return _PRECISIONS[row.kind]


_BORDER = re.compile(
    r"[^.\n]{0,50}?\b(?P<words>(?:near|close to|along|on) the (?:[A-Z]\w+[- ]){1,3}(?:border|frontier|coast))\b"
)
_SAID_SO = ("outskirts", "countryside", "suburbs")


def _detail(mention: Mention, body: str) -> str | None:
    """What the text adds to the name, in its own words."""
    if mention.is_demonym:
        return None
    border = _BORDER.match(body, mention.end)
    words = [mention.near if mention.near in _SAID_SO else "", border["words"] if border else ""]
    return ", ".join(word for word in words if word) or None


def _located_by(choice: Choice) -> str | None:
    if choice.row is None:
        return "computed" if choice.point else None
    if choice.row.lat is None:
        return None
    return str(choice.row.geonames_id) if choice.row.geonames_id else "hand" if choice.row.layer == OWN else "computed"


def _offset(mention: Mention, mentions: tuple[Mention, ...]) -> Offset | None:
    if mention.away is not None:
        return Offset(km=_km(mention.away), bearing=mention.away.bearing, of=mentions[mention.away.of].text)
    return Offset(of=mentions[mention.beside].text) if mention.beside is not None else None
