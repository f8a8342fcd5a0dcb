"""What all pages are made with: what they know of the site, addresses, templates that escape, the timeline's shape."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

import jinja2

from chronology.archive import Filed
from chronology.site import words, words_dates, words_toll
from chronology.site.records import NONE, Record, Records


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


def address(path: str, directory_urls: bool, *, file: bool = False) -> str:
    """The address of a page from the root of the site, or the file that holds it."""
    if path == "index" or path.endswith("/index"):
        stem = path.removesuffix("index")
        return f"{stem}index.html" if file or not directory_urls else stem
    if not directory_urls:
        return f"{path}.html"
    return f"{path}/index.html" if file else f"{path}/"


@dataclass(frozen=True, slots=True)
class Links:
    """Relative addresses, seen from one page."""

    root: str
    directory_urls: bool

    def page(self, path: str) -> str:
        return self.root + address(path, self.directory_urls) or "./"

    def file(self, path: str) -> str:
        return self.root + path


class Shelf:
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

    def links(self, path: str) -> Links:
        return Links("../" * address(path, self.site.directory_urls).count("/"), self.site.directory_urls)

    def html(self, template: str, path: str, **values: object) -> str:
        return self._templates.get_template(template).render(links=self.links(path), **values)


@dataclass(frozen=True, slots=True)
class Month:
    name: str
    records: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class Year:
    name: str
    anchor: str
    page: str
    months: tuple[Month, ...]


def timeline(shelf: Shelf, records: Sequence[Record]) -> list[Year]:
    """Records by year and month, in their order."""
    return [
        Year(
            year_name(year),
            f"y{year or '-unknown'}",
            shelf.year_page[str(year or NONE)],
            tuple(
                Month(words_dates.month(month), tuple(of_month))
                for month, of_month in groupby(of_year, lambda r: r.month)
            ),
        )
        for year, of_year in groupby(records, lambda r: r.year)
    ]


def year_name(year: int | str | None) -> str:
    return str(year) if year else "Year not known"
