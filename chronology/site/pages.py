"""Records in, page bodies out: HTML from templates that escape every value. Pure; knows nothing of MkDocs."""

from __future__ import annotations

from collections.abc import Iterator

from chronology.site import pages_groups, pages_incident
from chronology.site.pages_shelf import Page, Shelf, Site, address, timeline, year_name
from chronology.site.records import Records

ON_HOME = 150


def build(records: Records, site: Site) -> Iterator[Page]:
    """Every page of the site: home, incidents, places, actors, years."""
    shelf = Shelf(records, site)
    yield _home(shelf)
    for index in range(len(records.published)):
        yield pages_incident.incident_page(shelf, index)
    for filed in records.withdrawn:
        yield pages_incident.withdrawn_page(shelf, filed)
    yield from pages_groups.years(shelf)
    yield from pages_groups.places(shelf)
    yield from pages_groups.actors(shelf)


def redirects(records: Records, site: Site) -> Iterator[tuple[str, str]]:
    """Path of a file and its HTML, for every former id."""
    shelf = Shelf(records, site)
    for alias, to in records.aliases.items():
        record = shelf.records.by_id.get(to)
        title = record.incident.title if record else to
        path = f"incidents/{alias}"
        html = shelf.html("redirect.html", path, title=title, to=shelf.links(path).page(f"incidents/{to}"))
        yield address(path, site.directory_urls, file=True), html


def _home(shelf: Shelf) -> Page:
    published = shelf.records.published
    listed = timeline(shelf, published[:ON_HOME])
    here = {year.page: year.anchor for year in listed}
    years = [
        ({"name": year_name(group.key), "page": page, "count": len(group.records)}, here.get(page))
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
