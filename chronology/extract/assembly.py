"""A group of sentences -> the incident file's values, each with the words that it was read from."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from chronology import earth, edtf
from chronology.archive import Names
from chronology.edtf import Edtf
from chronology.extract import kinds, places, voices
from chronology.extract.actors import Mention, unit_of
from chronology.extract.dates import Date
from chronology.extract.grouping import Findings, Group, dates_an_event, is_news
from chronology.extract.places import Toponym
from chronology.extract.text import Sentence
from chronology.gazetteer import OWN, Gazetteer
from chronology.incident import BEARINGS, Actor, Evidence, Offset, Place, Ref


@dataclass(frozen=True, slots=True)
class When:
    """The date and time of an incident. `words` is what the article says; `basis` how sure the date is."""

    date: Edtf
    basis: str
    words: str
    time: edtf.Time | None
    date_ref: Ref | None
    time_ref: Ref | None


def when(group: Group, found: Findings, source: str, published: Edtf | None) -> When:
    """The date that opened the group, made as exact as its other sentences make it, and the time of day."""
    mentions = [d for sentence in group.sentences for d in found.within(sentence).dates if dates_an_event(d, sentence)]
    dated = group.dated
    if dated is None or dated.edtf is None:
        return _undated(group, found, source, published)
    exact = _more_exact(dated, mentions)
    clock = next((d for d in [exact, *mentions] if d.time and _fits(d.edtf, exact.edtf)), None)
    assert exact.edtf is not None
    return When(
        exact.edtf,
        exact.basis,
        exact.text,
        edtf.parse_time(clock.time) if clock and clock.time else None,
        Ref(source, exact.start, exact.end),
        Ref(source, clock.start, clock.end) if clock else None,
    )


_YEARLESS = re.compile(r"XXXX-\d\d-\d\d")
# how far into an article the day of a statement still is the news
_LEAD = 3


def _undated(group: Group, found: Findings, source: str, published: Edtf | None) -> When:
    """Nothing dates it: fresh news happened about the day of the statement or of publication; all else is open."""
    said = [
        d
        for sentence in group.sentences[:_LEAD]
        for d in found.within(sentence).dates
        if d.edtf is not None and d.edtf.certain_day and is_news(d, found.published)
    ]
    if group.main and said and said[0].edtf is not None:
        day = said[0].edtf.certain_day
        ref = Ref(source, said[0].start, said[0].end)
        assert day is not None
        return When(edtf.day(day, approximate=True), "open", said[0].text, None, ref, None)
    yearless = next(
        (d for s in group.sentences[:_LEAD] for d in found.within(s).dates if _YEARLESS.match(d.value)), None
    )
    if yearless is not None:  # "the night of 3 to 4 May": the day is known, the year isn't
        part = edtf.parse_time(yearless.time) if yearless.time else None
        ref = Ref(source, yearless.start, yearless.end)
        return When(edtf.parse(yearless.value[:10]), "open", yearless.text, part, ref, ref if part else None)
    latest = published.certain_day if published else None
    if group.main and latest:
        return When(edtf.day(latest, approximate=True), "open", "", None, None, None)
    return When(edtf.span(None, latest) if latest else edtf.UNKNOWN, "open", "", None, None, None)


def _more_exact(dated: Date, mentions: Sequence[Date]) -> Date:
    """ "Last week ... on 3 May": a day that lies within the date that was read first."""
    if dated.edtf is None or dated.edtf.precision in ("day", "open", "yearless"):
        return dated
    for other in mentions:
        if other.edtf is not None and other.edtf.precision == "day" and edtf.overlap(other.edtf, dated.edtf):
            return other
    return dated


def _fits(a: Edtf | None, b: Edtf | None) -> bool:
    return a is None or b is None or a == b or (a.precision == "open" and b.precision == "open")


_ELSEWHERE_KM = 60.0
_HEADLINE_AND_LEAD = 2


def here(group: Group, found: Findings, where_: Where | None) -> Group:
    """The group without later sentences that tell of people hurt in a town far from its place."""
    point = where_.place.point if where_ else None
    if where_ is None or point is None:
        return group
    names = {slug(name) for name in (where_.place.name, *where_.place.aka)}

    def elsewhere(sentence: Sentence) -> bool:
        towns = [
            p
            for p in found.within(sentence).places
            if p.precision == "town" and p.kind == "place" and not _aimed(sentence.text, p.start - sentence.start)
        ]
        far = [
            p
            for p in towns
            if p.lat is not None and p.lon is not None and earth.distance_km(*point, p.lat, p.lon) > _ELSEWHERE_KM
        ]
        return bool(far) and len(far) == len(towns) and not any(slug(p.text) in names for p in towns)

    kept, away = list(group.sentences[:_HEADLINE_AND_LEAD]), False
    for sentence in group.sentences[_HEADLINE_AND_LEAD:]:
        away = elsewhere(sentence) or (away and bool(_THERE.search(sentence.text)))
        if not away:
            kept.append(sentence)
    return replace(group, sentences=kept)


_THERE = re.compile(r"\bthere\b(?! (?:is|are|was|were|has|had|have)\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Where:
    """The place of an incident, and the words behind it."""

    place: Place
    ref: Ref


def where(group: Group, found: Findings, source: str, gazetteer: Gazetteer, taken: Place | None = None) -> Where | None:
    """The most exact place that the group's sentences give, near where the attack is told; None if they give none.

    `taken` is the main incident's: another incident is told of because it was elsewhere or at another time.
    """
    weighed: list[tuple[float, Toponym]] = []
    countries = Counter(p.country for p in (*found.header_places, *found.places) if p.country)
    for order, sentence in enumerate(group.sentences):
        here = found.within(sentence)
        told = bool(here.triggers or here.tolls)
        anchors = {p.offset.of for p in here.places if p.offset is not None}  # 60 km from Y: not in Y
        dated = group.dated is not None and any(d.edtf == group.dated.edtf for d in here.dates)
        for named in here.places:
            place = places.unnamed(sentence.text[: named.start - sentence.start], named)
            if place.kind != "place" or _is_street(place) or _speaks(place, sentence.text, place.end - sentence.start):
                continue
            weight = _weight(place) + (2.0 if told else 0.0) + (1.5 if dated else 0.0) - 0.35 * order
            weight -= 3.0 if place.text in anchors and place.offset is None else 0.0
            weight -= 3.0 if taken is not None and place.name == taken.name else 0.0
            # one mention abroad is most often a name that a gazetteer took for a place
            weight -= 2.0 if place.country and 2 * countries[place.country] < max(countries.values()) else 0.0
            weight -= 2.5 if any(a <= place.start < b for a, b in here.aside) else 0.0
            weight -= 4.0 if _aimed(sentence.text, place.start - sentence.start) else 0.0
            weighed.append((weight, place))
    if group.main:
        weighed += _of_dateline(found)
    if not weighed:
        return None
    weight, chosen = max(weighed, key=lambda one: (one[0], -one[1].start))
    # "the Idlib strike hit a market in X, in Idlib province": X is the place
    inside = [one for one in weighed if _lies_in(one[1], chosen) and one[0] > weight - _INSIDE]
    chosen = max(inside, key=lambda one: (one[0], -one[1].start), default=(weight, chosen))[1]
    chosen = _as_contained(chosen, group, found)
    if chosen.region is None and chosen.precision not in ("region", "country", "sea"):
        chosen = replace(chosen, region=_region_around(chosen, [place for _, place in weighed]))
    if chosen.offset is None:
        chosen = replace(chosen, offset=_turned(chosen, [place for _, place in weighed]))
    return Where(_as_place(chosen, gazetteer), Ref(source, chosen.start, chosen.end))


def _as_contained(chosen: Toponym, group: Group, found: Findings) -> Toponym:
    """The place in the region that the text names right after it; a namesake elsewhere is another place."""
    for sentence in group.sentences:
        if not sentence.start <= chosen.start < sentence.end:
            continue
        for region in found.within(sentence).places:
            between = sentence.text[chosen.end - sentence.start : max(0, region.start - sentence.start)]
            follows = region.precision == "region" and region.start > chosen.end and _CONTAINED.fullmatch(between)
            if follows and chosen.country in (None, region.country) and slug(chosen.region or "") != slug(region.name):
                known = {
                    slug(region.name),
                    slug(region.text),
                    *slug(region.name).split("-"),
                    *slug(region.text).split("-"),
                }
                if chosen.region and set(slug(chosen.region).split("-")) & known:
                    return chosen  # Khost and Khowst province: one name, written twice
                nowhere = replace(chosen, lat=None, lon=None, precision=None, located_by=None, geonames_id=None)
                return replace(nowhere if chosen.region else chosen, region=region.name, country=region.country)
    return chosen


_CONTAINED = re.compile(
    r"(?:\s(?:district|town|city|village|area|county))?,?\s(?:in\s)?(?:the\s)?(?:\w+ern\s)?(?:province of\s|state of\s)?"
)
_INSIDE = 4.0


def _lies_in(place: Toponym, outer: Toponym) -> bool:
    """Whether a place is said to lie in a region of the other's name."""
    return (
        bool(place.region)
        and place.precision != "region"
        and slug(place.region or "") == slug(outer.text) != slug(place.text)
    )


def _turned(chosen: Toponym, others: Sequence[Toponym]) -> Offset | None:
    """ "The city of A is 24 km from B" seen from B."""
    for other in others:
        if other.offset is not None and other.offset.of == chosen.text and other.text != chosen.text:
            back = BEARINGS[(BEARINGS.index(other.offset.bearing) + 8) % 16] if other.offset.bearing else None
            return Offset(km=other.offset.km, bearing=back, of=other.text)
    return None


def _region_around(chosen: Toponym, others: Sequence[Toponym]) -> str | None:
    """The one region that the same sentences name, in the country of the place or where that is unknown."""
    regions = {p.name for p in others if p.precision == "region" and chosen.country in (None, p.country)}
    return regions.pop() if len(regions) == 1 else None


# a name that nothing locates, nor a cue, is as likely a street or a club
_FINE = {"site": 6.0, "town": 5.0, "near": 5.0, "district": 4.0, "region": 2.0, "country": 1.0, "sea": 2.0, None: 3.0}
_STREET = re.compile(
    r"\b(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Boulevard|Blvd|Lane|Ln|Court|Ct|Way|Place|Highway|Hwy|Parkway|Pike|Terrace|Circle|Loop"
    r"|Hospital|Medical Center|Clinic|School|University|College|Church|Mosque|Park|Mall|Club|Apartments?|Plaza|Airport|Prison|Jail)\.?$"
)


def _is_street(place: Toponym) -> bool:
    """A street or a building without a town says nothing on a map, and may be anywhere."""
    return place.lat is None and bool(_STREET.search(place.text))


def _weight(place: Toponym) -> float:
    """How good a place is as the scene, by itself."""
    return _FINE.get(place.precision, 3.0) + (1.5 if place.offset is not None and place.lat is not None else 0.0)


def _of_dateline(found: Findings) -> list[tuple[float, Toponym]]:
    """The town of a dateline: the scene of a local story, a mere bureau where its country is named too."""
    named = [p for p in found.header_places if p.kind == "place"]
    bureau = any(p.precision == "country" for p in named)
    towns = [p for p in named if p.precision == "town"]
    return [(1.0 if bureau else 6.6, towns[0])] if len(towns) == 1 else []


_SPEAKS = re.compile(
    r"\s(?:said|says|denied|confirmed|announced|accused|condemned|claimed|blamed|rejected|warned|vowed|has denied|has said)\b"
)
_AIM = re.compile(
    r"""
    (?: \b(?:aimed|bound|headed|heading|fled|fleeing|flew|flown|transferred|taken|airlifted|moved|moving|returned|travel\w*|born|lives?|lived|resident|native|arrived|based|headquarter\w*|according)\s
        (?:\w+\s){0,5}? (?:in|at|to|from|for|of)\s(?:the\s)?(?:\w+\s(?:of\s)?){0,2}
      | \b(?:hospitals?|court|prison|jail|base|headquarters|capital|reporters?|correspondent|embassy|ministry)\s(?:in|at|of)\s
    )$
    """,
    re.VERBOSE | re.IGNORECASE,
)


def _speaks(place: Toponym, sentence: str, end: int) -> bool:
    """ "Damascus said": the government speaks, nothing happened there."""
    return place.precision in ("town", "country") and bool(_SPEAKS.match(sentence, end))


def _aimed(sentence: str, start: int) -> bool:
    """Where people were taken, came from or speak, not where the attack was."""
    return bool(_AIM.search(sentence[max(0, start - 70) : start]))


def _as_place(found: Toponym, gazetteer: Gazetteer) -> Place:
    located = found.lat is not None and found.precision not in ("region", "country", "sea")
    decimals = 4 if found.precision == "site" else 2 if found.precision in ("town", "near") else 1
    # the article's own spelling, unless the chronology's people have settled on one
    settled = any(row.layer == OWN and row.name == found.name for row in gazetteer.lookup(found.text))
    name = found.name if settled or found.text.isupper() else found.text
    other = found.name if name != found.name else found.text
    return Place(
        name=name,
        aka=(other,) if slug(other) != slug(name) else (),
        detail=found.detail,
        region=found.region if found.region != found.name else None,
        country=(found.country,) if found.country else (),
        lat=round(found.lat, decimals) if located and found.lat is not None else None,
        lon=round(found.lon, decimals) if located and found.lon is not None else None,
        precision=found.precision,
        located_by=found.located_by if located else None,
        offset=Offset(km=found.offset.km, bearing=found.offset.bearing, of=found.offset.of) if found.offset else None,
    )


def kind(group: Group, found: Findings, source: str) -> tuple[str, Ref | None]:
    """How it was done, from all the words that tell of it; the first sentences count for more."""
    triggers = [t for sentence in group.sentences for t in found.within(sentence).triggers]
    chosen = kinds.of(triggers)
    if chosen is None:
        return "other", None
    return chosen.kind, Ref(source, chosen.start, chosen.end)


def actors(mentions: Iterable[Mention], group: Group, found: Findings, source: str, names: Names) -> tuple[Actor, ...]:
    """One entry a statement, each name and role once: the one that names a unit, else the first."""
    kept: dict[tuple[str, str], Mention] = {}
    for mention in mentions:
        known = kept.get((mention.name, mention.role))
        if known is None or (mention.unit and not known.unit):
            kept[mention.name, mention.role] = mention
    attackers = {m.name for m in kept.values() if m.role == "attacker"}
    units = [named for sentence in group.sentences if (named := unit_of(sentence))]
    statements = []
    for m in sorted(kept.values(), key=lambda m: m.start):
        if m.role != "attacker" and m.name in attackers:
            continue
        unit, start, end = m.unit, m.start, m.end
        if unit is None and units and len(attackers) == 1 and m.role == "attacker":
            unit, start, end = units[0]
        claim = voices.of(found.claims, start, end)
        own = claim is not None and m.name in (names.canonical(claim.by), names.canonical(claim.side or ""))
        status = "claimed" if own and m.role == "attacker" and m.status == "stated" else m.status
        by = claim.by if claim else None
        statements.append(
            Actor(name=m.name, unit=unit, role=m.role, status=status, by=by, source=Ref(source, start, end))
        )
    return tuple(statements)


def title(what: str, place: Place | None, country_name: str | None) -> str:
    """A neutral title: how and where, nobody accused."""
    words = "Incident" if what == "other" else what[0].upper() + what[1:]
    if place is None:
        return f"{words}, place not stated"
    close = (
        "near"
        if place.precision == "near" and not place.offset
        else "in"
        if place.precision in ("region", "country", "district")
        else "at"
    )
    around = place.region or country_name
    return f"{words} {close} {place.name}" + (f", {around}" if around and around != place.name else "")


def key(date: Edtf, place: Place | None, what: str) -> str:
    """The id that an incident gets if it is free: its date as far as it is known, then its place or kind."""
    point = date.single or date.first or date.last
    day = (
        str(edtf.Point(point.year, point.month, point.day))
        if point and point.year and date.precision != "open"
        else "undated"
    )
    return f"{day}-{slug(place.name if place else what) or 'place'}"


def slug(text: str) -> str:
    """Small Latin letters, digits and hyphens; '' where a text has none."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain.replace("'", "")))[:60].strip("-")


def evidence(when_: When, where_: Where | None, kind_ref: Ref | None) -> Evidence | None:
    """Where the values outside the reports were read."""
    found = Evidence(
        kind=(kind_ref,) if kind_ref else (),
        date=(when_.date_ref,) if when_.date_ref else (),
        time=(when_.time_ref,) if when_.time_ref else (),
        place=(where_.ref,) if where_ else (),
    )
    return found if found != Evidence() else None
