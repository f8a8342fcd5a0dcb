"""Records in, page bodies out: HTML from templates that escape every value. Pure; knows nothing of MkDocs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType

import jinja2

from chronology.archive import Filed
from chronology.incident import Incident, Ref, Report
from chronology.site import words, words_dates, words_toll
from chronology.site.records import NONE, Group, Record, Records

ON_HOME = 150
ON_A_PAGE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What pages need to know of the site around them."""

    name: str
    description: str | None = None
    directory_urls: bool = True
    """Whether a page's address is `page/` or `page.html`."""
    edit: Callable[[Filed], str | None] = lambda _: None
    """The address at which an incident's file can be edited."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page. Texts are plain unless they are called HTML."""

    path: str
    """Without suffix: `index`, `incidents/2022-02-03-atmah`, `years/2022`."""
    title: str
    body: str
    """HTML."""
    description: str | None = None
    headings: tuple[tuple[str, str], ...] = ()
    """Anchor and heading, for the table of contents."""
    found_by: tuple[str, ...] = ()
    """What search reads besides the title; a page without it isn't found by search."""
    edit: str | None = None


def build(records: Records, site: Site) -> Iterator[Page]:
    """Every page of the site: home, incidents, places, actors, years."""
    shelf = _Shelf(records, site)
    yield _home(shelf)
    yield from (_incident(shelf, index) for index in range(len(records.published)))
    yield from (_withdrawn(shelf, filed) for filed in records.withdrawn)
    yield from _years(shelf)
    yield from _places(shelf)
    yield from _actors(shelf)


def redirects(records: Records, site: Site) -> Iterator[tuple[str, str]]:
    """Path of a file and its HTML, for every former id."""
    shelf = _Shelf(records, site)
    for alias, to in records.aliases.items():
        record = shelf.records.by_id.get(to)
        title = record.incident.title if record else to
        path = f"incidents/{alias}"
        html = shelf.html("redirect.html", path, title=title, to=shelf.links(path).page(f"incidents/{to}"))
        yield address(path, site.directory_urls, file=True), html


def address(path: str, directory_urls: bool, *, file: bool = False) -> str:
    """The address of a page from the root of the site, or the file that holds it."""
    if path == "index" or path.endswith("/index"):
        stem = path.removesuffix("index")
        return f"{stem}index.html" if file or not directory_urls else stem
    if not directory_urls:
        return f"{path}.html"
    return f"{path}/index.html" if file else f"{path}/"


@dataclass(frozen=True, slots=True)
class _Links:
    """Relative addresses, seen from one page."""

    root: str
    directory_urls: bool

    def page(self, path: str) -> str:
        return self.root + address(path, self.directory_urls) or "./"

    def file(self, path: str) -> str:
        return self.root + path


class _Shelf:
    """The records, the templates, and which pages there are to link to."""

    def __init__(self, records: Records, site: Site) -> None:
        self.records = records
        self.site = site
        self.year_page = {group.key: f"years/{group.slug}" for group in records.years}
        self.country_page = {group.key: f"places/{group.slug}" for group in records.countries}
        self.region_page = {
            (country.key, region.key): f"places/{country.slug}/{region.slug}"
            for country in records.countries
            for region in country.parts
        }
        self.actor_page = {group.key: f"actors/{group.slug}" for group in records.actors}
        self._templates = jinja2.Environment(
            loader=jinja2.PackageLoader("chronology.site"),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=jinja2.StrictUndefined,
        )
        self._templates.globals.update(words=words, dates=words_dates, tolls=words_toll, site=site, records=records)

    def links(self, path: str) -> _Links:
        return _Links("../" * address(path, self.site.directory_urls).count("/"), self.site.directory_urls)

    def html(self, template: str, path: str, **values: object) -> str:
        return self._templates.get_template(template).render(links=self.links(path), **values)


@dataclass(frozen=True, slots=True)
class _Month:
    name: str
    records: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class _Year:
    name: str
    anchor: str
    page: str
    months: tuple[_Month, ...]


def _timeline(shelf: _Shelf, records: Sequence[Record]) -> list[_Year]:
    """Records by year and month, in their order."""
    return [
        _Year(
            _year(year),
            f"y{year or '-unknown'}",
            shelf.year_page[str(year or NONE)],
            tuple(
                _Month(words_dates.month(month), tuple(of_month))
                for month, of_month in groupby(of_year, lambda r: r.month)
            ),
        )
        for year, of_year in groupby(records, lambda r: r.year)
    ]


def _year(year: int | str | None) -> str:
    return str(year) if year else "Year not known"


def _home(shelf: _Shelf) -> Page:
    published = shelf.records.published
    listed = _timeline(shelf, published[:ON_HOME])
    here = {year.page: year.anchor for year in listed}
    years = [
        ({"name": _year(group.key), "page": page, "count": len(group.records)}, here.get(page))
        for group in shelf.records.years
        for page in [shelf.year_page[group.key]]
    ]
    body = shelf.html(
        "home.html",
        "index",
        years=years,
        listed=listed,
        shown=min(ON_HOME, len(published)),
        more=len(published) > ON_HOME,
    )
    return Page(path="index", title="Timeline", body=body, description=shelf.site.description)


@dataclass(frozen=True, slots=True)
class _Row:
    """A report in the table of an incident's page."""

    report: Report
    claimant: str
    known_as: str | None
    """Its name in names.yaml, if that is another one."""
    lines: tuple[str, ...]
    why: tuple[str, ...]
    """Why it, or one of its figures, is set aside."""
    aside: bool
    """Whether all of it is."""


def _incident(shelf: _Shelf, index: int) -> Page:
    published = shelf.records.published
    record = published[index]
    incident, place = record.incident, record.incident.place
    path = f"incidents/{record.id}"
    year = _year(record.year)
    related = list(_related(shelf, record))
    edit = shelf.site.edit(record.filed)
    countries = [(words.country(code), shelf.country_page[code]) for code in place.country] if place else []
    region = shelf.region_page.get((place.country[0] if place.country else NONE, place.region or "")) if place else None
    body = shelf.html(
        "incident.html",
        path,
        record=record,
        incident=incident,
        steps=[("Timeline", "index"), (year, shelf.year_page[str(record.year or NONE)])],
        country_pages=countries,
        region_page=region,
        actors=[(actor, shelf.actor_page[name]) for actor, name in zip(incident.actors, record.actors, strict=True)],
        reports=_rows(record),
        sources=incident.sources,
        numbers={source.id: number for number, source in reversed(list(enumerate(incident.sources, 1)))},
        related=related,
        evidence=_evidence(incident),
        edit=edit,
        before=published[index + 1] if index + 1 < len(published) else None,
        after=published[index - 1] if index else None,
    )
    headings = [("toll", "Reported toll")]
    headings += [("people", "People named")] if incident.people else []
    headings += [("related", "Related incidents")] if related else []
    headings += [("sources", "Sources")]
    headings += [("corrections", "Corrections")] if incident.corrections else []
    when, where = words_dates.when(incident), words.place(place) if place else ""
    aka = " ".join(place.aka) if place else ""
    return Page(
        path=path,
        title=incident.title,
        body=body,
        description=". ".join(filter(None, [when, where, *words_toll.shown(record.toll, incident)])),
        headings=tuple(headings),
        found_by=tuple(
            filter(None, [when, where, aka, words.kind(incident.kind), ", ".join(dict.fromkeys(record.actors))])
        ),
        edit=edit,
    )


def _rows(record: Record) -> list[_Row]:
    """The reports in the order of the file, each with the reason why it, or a figure of it, is set aside."""
    incident = record.incident
    sources = {source.id: source for source in incident.sources}
    why: dict[int, dict[str, None]] = {}
    for measure, of in record.toll.items():
        for struck in of.struck:
            group = "" if struck.group in (None, "total") else f" {struck.group}"
            what = (
                "Set aside"
                if struck.group is None
                else f"The figure of{group} {words_toll.MEASURES[measure]} is set aside"
            )
            reason = struck.why or _later(incident, struck.later)
            why.setdefault(struck.report, {})[f"{what}: {reason}"] = None
    rows = []
    for index, report in enumerate(incident.toll):
        source = sources.get(report.source.source) if report.source else None
        claimant = report.by or (words.source(source) if source else "not stated")
        known_as = record.claimants[index]
        rows.append(
            _Row(
                report,
                claimant,
                known_as if known_as and known_as != claimant else None,
                tuple(words_toll.report(report)),
                tuple(why.get(index, ())),
                report.superseded is not None or _all_struck(record, index),
            )
        )
    return rows


def _later(incident: Incident, index: int | None) -> str:
    if index is None:
        return "no reason given"
    of = incident.toll[index].as_of
    return "the same claimant reported another figure later" + (f", as of {words_dates.dated(of)}" if of else "")


def _all_struck(record: Record, index: int) -> bool:
    """Whether each figure of a report is set aside."""
    return all(
        {struck.group for struck in record.toll[measure].struck if struck.report == index} >= set(counts)
        for measure, counts in record.incident.toll[index].measures.items()
    )


def _related(shelf: _Shelf, record: Record) -> Iterator[tuple[str, str, str, str]]:
    """Page, title, date and reason of each related incident."""
    for one in record.related:
        page = f"incidents/{one.id}"
        other = shelf.records.by_id.get(one.id)
        if other is None:
            yield page, "A withdrawn incident", "", "; ".join(map(words.relation, one.stated))
        else:
            when = words_dates.when(other.incident)
            yield page, other.incident.title, when, words.reason(one, record.incident.date, other.incident.date)


def _evidence(incident: Incident) -> list[tuple[str, Ref]]:
    """What was read, and where, in the order of the file."""
    if incident.evidence is None:
        return []
    values = {field: getattr(incident.evidence, field) for field in ("title", "kind", "date", "time", "place")}
    return [(field.capitalize(), ref) for field, refs in values.items() for ref in refs]


def _withdrawn(shelf: _Shelf, filed: Filed) -> Page:
    path = f"incidents/{filed.id}"
    return Page(
        path=path,
        title="Withdrawn incident",
        body=shelf.html("withdrawn.html", path, filed=filed, incident=filed.incident),
    )


@dataclass(frozen=True, slots=True)
class _Entry:
    """One line of a list of groups."""

    name: str
    page: str
    group: Group
    about: str = ""
    parts: Sequence[tuple[str, str, int]] = ()
    """Name, page and number of incidents of each part."""


def _years(shelf: _Shelf) -> Iterator[Page]:
    groups = shelf.records.years
    entries = [_Entry(_year(group.key), shelf.year_page[group.key], group) for group in groups]
    lead = "Every incident by the year in which it began. The sums add what was reported, from the lowest to the highest figure."
    yield _index(shelf, "years", "Years", lead, entries)
    for group in groups:
        steps = [("Years", "years/index")]
        yield from _group(shelf, group, shelf.year_page[group.key], _year(group.key), steps, one_year=True)


def _places(shelf: _Shelf) -> Iterator[Page]:
    groups = sorted(shelf.records.countries, key=lambda group: (group.key == NONE, _country(group.key)))
    parts = {
        group.key: [
            (region.key, shelf.region_page[group.key, region.key], len(region.records)) for region in group.parts
        ]
        for group in groups
    }
    entries = [
        _Entry(_country(group.key), shelf.country_page[group.key], group, parts=parts[group.key]) for group in groups
    ]
    lead = (
        "Every incident by country, and by region where it is known. One whose country isn't certain stands under each."
    )
    yield _index(shelf, "places", "Places", lead, entries)
    for group in groups:
        name, page = _country(group.key), shelf.country_page[group.key]
        steps = [("Places", "places/index")]
        yield from _group(shelf, group, page, name, steps, parts=parts[group.key])
        for region in group.parts:
            title = f"{region.key}, {name}" if group.key else region.key
            yield from _group(shelf, region, shelf.region_page[group.key, region.key], title, [*steps, (name, page)])


def _country(code: str) -> str:
    return words.country(code) if code else "Country not stated"


def _actors(shelf: _Shelf) -> Iterator[Page]:
    groups = shelf.records.actors
    about = {group.key: words.actor(group.type, group.aka) for group in groups}
    entries = [_Entry(group.key, shelf.actor_page[group.key], group, about[group.key]) for group in groups]
    lead = "Everybody who is named as attacker, target, party or support, by whoever names them."
    yield _index(shelf, "actors", "Actors", lead, entries)
    note = "The sums are over all incidents that name this actor, in whatever role: they don't say who killed whom."
    for group in groups:
        roles = {
            record.id: "; ".join(
                dict.fromkeys(
                    words.statement(actor)
                    for actor, name in zip(record.incident.actors, record.actors, strict=True)
                    if name == group.key
                )
            )
            for record in group.records
        }
        steps = [("Actors", "actors/index")]
        page = shelf.actor_page[group.key]
        yield from _group(shelf, group, page, group.key, steps, about=about[group.key], note=note, notes=roles)


def _index(shelf: _Shelf, folder: str, title: str, lead: str, entries: Sequence[_Entry]) -> Page:
    path = f"{folder}/index"
    return Page(
        path=path,
        title=title,
        body=shelf.html("groups.html", path, title=title, lead=lead, entries=entries),
        description=lead,
        found_by=(lead,),
    )


def _group(
    shelf: _Shelf,
    group: Group,
    path: str,
    title: str,
    steps: Sequence[tuple[str, str]],
    *,
    about: str = "",
    note: str = "",
    notes: Mapping[str, str] = MappingProxyType({}),
    parts: Sequence[tuple[str, str, int]] = (),
    one_year: bool = False,
) -> Iterator[Page]:
    """The pages of one group: more than one if it has many incidents."""
    count = -(-len(group.records) // ON_A_PAGE)
    paths = [path, *(f"{path}/more/{number}" for number in range(2, count + 1))]
    for number, own in enumerate(paths, 1):
        listed = group.records[(number - 1) * ON_A_PAGE : number * ON_A_PAGE]
        body = shelf.html(
            "group.html",
            own,
            title=title,
            group=group,
            steps=steps,
            about=about,
            note=note,
            notes=notes,
            parts=parts,
            listed=_timeline(shelf, listed),
            one_year=one_year,
            part=number,
            pages=paths,
        )
        yield Page(
            path=own,
            title=title if number == 1 else f"{title}, page {number}",
            body=body,
            description=f"{title}: {words_dates.amount(len(group.records), 'incident')}",
            found_by=(about or words_dates.amount(len(group.records), "incident"),) if number == 1 else (),
        )
