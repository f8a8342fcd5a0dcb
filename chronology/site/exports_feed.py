"""The Atom feed of what was added last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit
from xml.sax.saxutils import escape, quoteattr

from chronology.site import words, words_dates, words_toll
from chronology.site.pages_shelf import address
from chronology.site.records import Record, Records

IN_FEED = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """Where the site stands."""

    name: str
    url: str | None
    """The address of the site, ending in a slash; None: addresses in exports are relative to it."""
    directory_urls: bool = True

    def address(self, record: Record) -> str:
        return (self.url or "") + address(f"incidents/{record.id}", self.directory_urls)


def atom(records: Records, home: Home) -> str:
    """The incidents that were added last, newest first. Ids are tags: they stay, whatever becomes of an address."""
    dated = sorted(
        ((record.incident.added, record.id, record) for record in records.published if record.incident.added),
        reverse=True,
    )[:IN_FEED]
    authority = (urlsplit(home.url or "").hostname or "chronology.invalid") if home.url else "chronology.invalid"
    updated = max((_updated(record) for _, _, record in dated), default=date(1970, 1, 1))
    entries = "".join(_entry(record, added, authority, home) for added, _, record in dated)
    links = ""
    if home.url:
        links = f'<link href={quoteattr(home.url)}/><link rel="self" href={quoteattr(home.url + "feed.xml")}/>'
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">'
        f"<title>{escape(home.name)}</title><id>tag:{authority},2026:chronology</id>{links}"
        f"<updated>{updated}T00:00:00Z</updated><author><name>{escape(home.name)}</name></author>{entries}</feed>\n"
    )


def _entry(record: Record, added: date, authority: str, home: Home) -> str:
    place = record.incident.place
    lines = [
        words_dates.when(record.incident),
        words.place(place) if place else "",
        *words_toll.shown(record.toll, record.incident),
    ]
    return (
        f"<entry><title>{escape(record.incident.title)}</title>"
        f"<id>tag:{authority},{added}:incidents/{record.id}</id><link href={quoteattr(home.address(record))}/>"
        f"<published>{added}T00:00:00Z</published><updated>{_updated(record)}T00:00:00Z</updated>"
        f"<summary>{escape('. '.join(filter(None, lines)))}</summary></entry>"
    )


def _updated(record: Record) -> date:
    """The day of the last correction, else that on which it was added."""
    days = [correction.date for correction in record.incident.corrections]
    return max([*days, record.incident.added or date.min])
