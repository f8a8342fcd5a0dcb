"""The page of an incident: facts, every report, relations, sources; and the page that a withdrawn one leaves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chronology.archive import Filed
from chronology.incident import Incident, Ref, Report
from chronology.site import words, words_dates, words_toll
from chronology.site.pages_shelf import Page, Shelf, year_name
from chronology.site.records import NONE, Record
from chronology.site.words_toll import Piece
from chronology.toll import Struck


def incident_page(shelf: Shelf, index: int) -> Page:
    published = shelf.records.published
    record = published[index]
    incident, place = record.incident, record.incident.place
    path = f"incidents/{record.id}"
    year = year_name(record.year)
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
        actors=[
            (actor, name, shelf.actor_page[name]) for actor, name in zip(incident.actors, record.actors, strict=True)
        ],
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
    )


def withdrawn_page(shelf: Shelf, filed: Filed) -> Page:
    path = f"incidents/{filed.id}"
    return Page(
        path=path,
        title="Withdrawn incident",
        body=shelf.html("withdrawn.html", path, filed=filed, incident=filed.incident),
    )


@dataclass(frozen=True, slots=True)
class _Row:
    """A report in the table of an incident's page."""

    report: Report
    claimant: str
    known_as: str | None
    """Its name in names.yaml, if that is another one."""
    lines: tuple[tuple[tuple[Piece, bool], ...], ...]
    """A line a measure; each piece, and whether it is set aside."""
    why: tuple[str, ...]
    """Why it, or a piece of it, is set aside."""

    @property
    def aside(self) -> bool:
        return all(aside for line in self.lines for _, aside in line)


def _rows(record: Record) -> list[_Row]:
    """The reports, in the order of the file."""
    sources = {source.id: source for source in record.incident.sources}
    rows = []
    for index, report in enumerate(record.incident.toll):
        source = sources.get(report.source.source) if report.source else None
        claimant = report.by or (words.outlet(source) if source else "not stated")
        known_as = record.claimants[index]
        struck = {
            measure: [one for one in record.toll[measure].struck if one.report == index] for measure in report.measures
        }
        lines = tuple(
            tuple((piece, _is_struck(piece, struck[measure])) for piece in words_toll.report(measure, counts))
            for measure, counts in report.measures.items()
        )
        why = dict.fromkeys(_why(one, record.incident) for of_measure in struck.values() for one in of_measure)
        rows.append(_Row(report, claimant, known_as if known_as != claimant else None, lines, tuple(why)))
    return rows


def _is_struck(piece: Piece, struck: Sequence[Struck]) -> bool:
    groups = {one.group for one in struck}
    return None in groups or groups >= set(piece.groups)


def _why(struck: Struck, incident: Incident) -> str:
    if struck.later is None:
        return f"Set aside: {struck.why}"
    of = incident.toll[struck.later].as_of
    day = f", as of {words_dates.dated(of)}" if of else ""
    return f"Set aside: the same claimant reported another figure later{day}"


def _related(shelf: Shelf, record: Record) -> Iterator[tuple[str, str, str, str]]:
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
