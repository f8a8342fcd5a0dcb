"""The pages of years, places and actors: each a small timeline with its sums, cut into pages where it is long."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from chronology.site import words, words_dates
from chronology.site.pages_shelf import Page, Shelf, timeline, year_name
from chronology.site.records import NONE, Group

ON_A_PAGE = 500


def years(shelf: Shelf) -> Iterator[Page]:
    groups = shelf.records.years
    entries = [_Entry(year_name(group.key), shelf.year_page[group.key], group) for group in groups]
    lead = "Every incident by the year in which it began. The sums add what was reported, from the lowest to the highest figure."
    yield _index(shelf, "years", "Years", lead, entries)
    for group in groups:
        steps = [("Years", "years/index")]
        yield from _group(shelf, group, shelf.year_page[group.key], year_name(group.key), steps, one_year=True)


def places(shelf: Shelf) -> Iterator[Page]:
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


def actors(shelf: Shelf) -> Iterator[Page]:
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


@dataclass(frozen=True, slots=True)
class _Entry:
    """One line of a list of groups."""

    name: str
    page: str
    group: Group
    about: str = ""
    parts: Sequence[tuple[str, str, int]] = ()
    """Name, page and number of incidents of each part."""


def _index(shelf: Shelf, folder: str, title: str, lead: str, entries: Sequence[_Entry]) -> Page:
    path = f"{folder}/index"
    return Page(
        path=path,
        title=title,
        body=shelf.html("groups.html", path, title=title, lead=lead, entries=entries),
        description=lead,
        found_by=(lead,),
    )


def _group(
    shelf: Shelf,
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
            listed=timeline(shelf, listed),
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
