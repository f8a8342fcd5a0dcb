"""An article -> the incidents it tells of. The whole way of reading, in the order in which it goes."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from chronology import edtf
from chronology.archive import Names
from chronology.article import Article
from chronology.count import Count
from chronology.extract import actors, assembly, dates, grouping, kinds, places, reports, text, tolls, voices
from chronology.extract.dates import Published
from chronology.extract.grouping import Findings, Group
from chronology.gazetteer import Gazetteer
from chronology.incident import Incident, Place, Ref, Relation, Source
from chronology.problem import ChronologyError


@dataclass(frozen=True, slots=True)
class Told:
    """One incident that an article tells of."""

    key: str
    """The id that it gets if that is free; relations between the incidents of one article use it."""
    main: bool
    incident: Incident
    basis: str
    """What the date rests on: explicit, publication, narrative, open."""
    open: str | None
    """What would close an open date, in words."""
    country_name: str | None
    leading: Mapping[str, Count]
    """killed, injured, captured -> the article's own leading figure."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What one article tells: its incidents, the main one first, and all that was found on the way."""

    where: str
    id: str
    text: str
    sha256: str
    language: str | None
    published: datetime.date | None
    told: tuple[Told, ...]
    found: Findings
    remarks: tuple[ChronologyError, ...] = ()
    """What was stated beside the text and can't be used."""

    @property
    def order(self) -> tuple[str, str]:
        """A key that sorts articles by publication and text, whatever the order of a call's arguments."""
        return str(self.published or "9999"), self.sha256


def tell(
    article: Article,
    gazetteer: Gazetteer,
    names: Names,
    *,
    accessed: datetime.date,
    published: datetime.date | None = None,
    publisher: str | None = None,
    url: str | None = None,
) -> Telling:
    """The incidents in one article. What the caller states (publication day, publisher, address) wins over the article's own.

    `accessed` is the day of reading, for an article that doesn't say when it was published.
    """
    url = url or article.url
    mentions = dates.find(article.body)
    publication, remarks = _publication(article, mentions, published, url)
    day = publication.date if publication else None
    if article.language != "en" and not text.is_english(article.body):
        what = ChronologyError(
            article.where, "not in English, and left unread", "only English articles can be read so far"
        )
        nothing = Findings((), published=day)
        return Telling(
            article.where,
            article.id,
            article.text,
            article.sha256,
            article.language,
            day,
            (),
            nothing,
            (*remarks, what),
        )
    found = _find(article, gazetteer, mentions, day, publication)
    source = _source(article, publication, publisher or article.publisher, url, accessed, names)
    told: list[tuple[Group, Told]] = []
    for group in grouping.group(found):
        main_place = told[0][1].incident.place if told else None
        one = _assemble(group, found, source, main_place, gazetteer, names)
        if one is not None:
            told.append((group, one))
    return Telling(
        article.where,
        article.id,
        article.text,
        article.sha256,
        "en",
        day,
        tuple(_related(_distinct(told), source)),
        found,
        remarks,
    )


def _publication(
    article: Article, mentions: Sequence[dates.Mention], given: datetime.date | None, url: str | None
) -> tuple[Published | None, tuple[ChronologyError, ...]]:
    """When the article was published and who says so; and a remark if what its maker states can't be read."""
    stated = article.published or (dates.stated(article.published_text) if article.published_text else None)
    remarks: tuple[ChronologyError, ...] = ()
    if stated is None and article.published_text and given is None:
        what = f"published is {article.published_text!r}, which is no day, and was left out"
        remarks = (ChronologyError(article.where, what, "write it as 2022-02-03"),)
    front, meta = (None, stated) if article.published_from == "metadata" else (stated, None)
    return dates.publication(
        article.body, given=given, front_matter=front, metadata=meta, url=url, mentions=mentions
    ), remarks


def _find(
    article: Article,
    gazetteer: Gazetteer,
    mentions: Sequence[dates.Mention],
    published: datetime.date | None,
    publication: Published | None,
) -> Findings:
    """What each sibling finds in the article, without deciding yet what belongs together."""
    body = article.body
    sentences = text.sentences(body)
    header = _header(body, mentions, publication)
    resolved = dates.resolve(mentions, published, body)
    headline = article.title or "" if article.title_span is None else ""
    toponyms = places.resolve(places.find(body, gazetteer), gazetteer, body)
    return Findings(
        sentences=sentences,
        dates=tuple(d for d in resolved if not header[0] <= d.start < header[1]),
        all_dates=resolved,
        places=tuple(p for p in toponyms if not header[0] <= p.start < header[1]),
        header_places=tuple(p for p in toponyms if header[0] <= p.start < header[1]),
        tolls=tolls.find(body, sentences),
        title_tolls=tolls.find(headline, text.sentences(headline)),
        claims=voices.find(body, sentences),
        triggers=kinds.find(sentences),
        published=published,
        title=article.title_span,
    )


def _header(body: str, mentions: Sequence[dates.Mention], publication: Published | None) -> tuple[int, int]:
    """Where the line or dateline stands that says when and where the article was written: it dates and places no incident."""
    read = publication if publication and publication.start is not None else dates.publication(body, mentions=mentions)
    if read is not None and read.start is not None and read.end is not None:
        return body.rfind("\n", 0, read.start) + 1, read.end
    dateline = _DATELINE.search(body, 0, 600)
    return dateline.span() if dateline else (0, 0)


# "MARIB, Yemen (Agency) - A drone ...", "KABUL, Afghanistan (Jan. 8)"
_DATELINE = re.compile(
    r"""
    ^[A-Z][A-Z'’. -]{2,30} (?:,\s[A-Z][\w. ]{2,20}?)?
    (?: \s?(?:\([^)\n]{2,30}\)\s?)?(?:--?|–|—)\s | \s\([^)\n]{2,30}\)\s*$ )
    """,
    re.MULTILINE | re.VERBOSE,
)


def _source(
    article: Article,
    publication: Published | None,
    publisher: str | None,
    url: str | None,
    accessed: datetime.date,
    names: Names,
) -> Source:
    day = publication.date if publication else accessed
    return Source(
        id=f"{assembly.slug(names.canonical(publisher or '')) or 'untitled'}-{day}",
        title=article.title or _incipit(article.body),
        publisher=publisher,
        author=article.author,
        published=edtf.day(publication.date) if publication else None,
        url=url,
        archived=article.archived,
        accessed=None if publication else accessed,
        language=article.language,
        sha256=article.sha256,
    )


def _incipit(body: str) -> str:
    """An article without a headline is cited by its first words."""
    words = body.split()
    return " ".join(words[:8]) + (" ..." if len(words) > 8 else "")


def _assemble(
    group: Group, found: Findings, source: Source, main_place: Place | None, gazetteer: Gazetteer, names: Names
) -> Told | None:
    """The incident of one group of sentences; None if its place isn't told, nor is it what the article opens with."""
    when = assembly.when(group, found, source.id, source.published)
    where = assembly.where(group, found, source.id, gazetteer, main_place)
    what, what_ref = assembly.kind(group, found, source.id)
    place = where.place if where else None
    nations = _nations(found, gazetteer)
    forces = assembly.actors(actors.find(group.sentences, nations), group, found, source.id, names)
    as_written = {found.words(nation.start, nation.end): nation.name for nation in nations}
    told_here = assembly.here(group, found, where)
    toll = reports.of(told_here, found, forces, as_written, source.id, names)
    # without a place it may be anything: only what the article opens with is told of all the same
    if place is None and not (toll and group.main and grouping.in_lead(group, found)):
        return None
    countries = gazetteer.lookup_country(place.country[0]) if place and place.country else ()
    country_name = countries[0].name if countries else None
    incident = Incident(
        title=assembly.title(what, place, country_name),
        kind=what,
        date=when.date,
        time=when.time,
        place=place,
        actors=forces,
        toll=toll,
        people=reports.people(group, found, source.id),
        sources=(source,),
        evidence=assembly.evidence(when, where, what_ref),
    )
    return Told(
        key=assembly.key(when.date, place, what),
        main=group.main,
        incident=incident,
        basis=when.basis,
        open=_open(when, found.published),
        country_name=country_name,
        leading=reports.leading(told_here, found, forces, as_written, names),
    )


def _nations(found: Findings, gazetteer: Gazetteer) -> list[actors.Nation]:
    """The states and peoples that the text names, by the country's name."""
    nations = []
    for p in found.places:
        if p.country and (p.kind == "demonym" or p.precision == "country"):
            rows = gazetteer.lookup_country(p.country)
            nations.append(actors.Nation(p.start, p.end, rows[0].name if rows else p.name))
    return nations


def _open(when: assembly.When, published: datetime.date | None) -> str | None:
    if when.basis != "open":
        return None
    if published is None:
        words = f"{' '.join(when.words.split())!r} hangs on" if when.words else "the date hangs on"
        return f"{words} the publication date; give --published YYYY-MM-DD"
    return "the article doesn't say on which day; a person has to find out"


def _distinct(told: list[tuple[Group, Told]]) -> list[tuple[Group, Told]]:
    """Each with an id of its own among the incidents of this article."""
    seen: set[str] = set()
    result = []
    for group, one in told:
        key, number = one.key, 2
        while key in seen:
            key, number = f"{one.key}-{number}", number + 1
        seen.add(key)
        result.append((group, replace(one, key=key)))
    return result


def _related(told: list[tuple[Group, Told]], source: Source) -> list[Told]:
    """The main incident related to those that the article sets beside it."""
    relations = tuple(
        Relation(
            to=one.key, why=group.why, source=Ref(source.id, *group.why_span) if group.why_span else Ref(source.id)
        )
        for group, one in told
        if not one.main and group.why is not None
    )
    return [replace(one, incident=replace(one.incident, related=relations)) if one.main else one for _, one in told]
