"""When an article was published: a ladder from what the user says to what its address says."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from chronology.extract.dates import finding, resolution
from chronology.extract.dates.reading import Calendar, Mention, Order
from chronology.extract.dates.words import MONTHS

Source = Literal["given", "front matter", "metadata", "header", "dateline", "address"]


@dataclass(frozen=True, slots=True)
class Published:
    """The day of publication and where it was found; `start` and `end` are its place in the text, if it was read there."""

    date: date
    source: Source
    start: int | None = None
    end: int | None = None


def publication(
    text: str,
    *,
    given: date | None = None,
    front_matter: date | None = None,
    metadata: date | None = None,
    url: str | None = None,
    order: Order | None = None,
    mentions: Sequence[Mention] | None = None,
) -> Published | None:
    """The first of: what the user gave, front matter, metadata, a header line or dateline of the text, the address.

    None if nothing says it: a date in running text is no publication date. `order` is how the publisher writes 03/02/22;
    `mentions` are those of the text, if they were found already.
    """
    stated: tuple[tuple[date | None, Source], ...] = (
        (given, "given"),
        (front_matter, "front matter"),
        (metadata, "metadata"),
    )
    for day, source in stated:
        if day:
            return Published(day, source)
    address = _in_address(url or "")
    return _in_text(text, address, order, mentions) or (Published(address, "address") if address else None)


_HEADER, _HEAD = 1000, 2500
"""How far into a text a header line, and a dateline, is looked for, in characters."""
_LINE = re.compile(r"[^\n\u2028]+")
_LABELS = re.compile(
    r"""
    (?: \b(?: published | posted | updated | last | date | released? | issued | filed | created | modified | first | on | at
            | of | by | time | local | gmt | utc | est | edt | cet | bst | am | pm | hrs | hours
            | for | immediate | news | press ) \b
      | \b[ap]\.m\b                                                     # 1:38 p.m.
      | \b\d{1,2}[:.]\d\d\b
      | \b\d+\ (?:minutes?|min|comments?|views?|shares?)\b              # 3 min read
      | [^\w] )++
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "By Jane Doe and John Roe |"
_BYLINE = re.compile(r"\s*(?i:by)\s+[A-Z][\w.'’-]*+(?:,?\s(?:and\s)?[A-Z][\w.'’-]*+){0,7}\s*[|,•·–—-]?\s*")
_PLACE = re.compile(
    r"""(?: (?: ^ | [\s\u2028.] ) [A-Z][A-Z.'’-]{2,} (?:[ ][A-Z][A-Z.'’-]*){0,4}            # KABUL; DEIR EZ-ZOR
            (?: ,\s? [A-Z][\w.'’-]* (?:[ ][A-Z][\w.'’-]*){0,3} )? \s* [,(–—-]              # , Afghanistan
          | (?: ^ | [\n\u2028] ) [A-Z][\w'’-]* (?:[ ][A-Z][\w'’-]*){0,2} ,\s [A-Z][\w ]{2,20} \(  # Kabul, Afghanistan (
        ) \s* \(? $""",
    re.VERBOSE,
)
_REFERENCE = re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])-[A-Z]{1,4}-\d{1,4}\b")


def _in_text(text: str, address: date | None, order: Order | None, found: Sequence[Mention] | None) -> Published | None:
    """What a header line or dateline near the beginning says."""
    head = text[:_HEAD]
    found = finding.find(head) if found is None else [m for m in found if m.end <= _HEAD]
    mentions = [m for m in found if isinstance(m.day, Calendar) and m.day.day and m.day.month and not m.day.until]
    order = order or resolution.written_order(mentions)
    year = _year_of(head, address)
    ladder: tuple[tuple[_Finder, Source], ...] = (
        (_header_lines, "header"),
        (_datelines, "dateline"),
        (_heading_dates, "header"),
        (_updates, "header"),
    )
    for find, source in ladder:
        for mention in find(head, mentions):
            day = _whole(mention, year, order, mentions, address)
            if day:
                return Published(day, source, mention.start, mention.end)
    return None


_Finder = Callable[[str, Sequence[Mention]], Iterator[Mention]]


def _header_lines(head: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Lines that hold a date and little else: "Thursday 3 February 22 - 13:38", "Published: 10 January 2017"."""
    return (mention for mention, label in _labelled(head, mentions) if not _UPDATED.search(label))


def _updates(head: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """ "Updated: 11 January 2017": later than the first publication, but better than nothing."""
    return (mention for mention, label in _labelled(head, mentions) if _UPDATED.search(label))


_UPDATED = re.compile(r"\b(?:updated?|modified)\b", re.IGNORECASE)


def _labelled(head: str, mentions: Sequence[Mention]) -> Iterator[tuple[Mention, str]]:
    for line in _LINE.finditer(head[:_HEADER]):
        inside = [m for m in mentions if line.start() <= m.start and m.end <= line.end()]
        if not inside or line.end() - line.start() > 160:
            continue
        before, after = head[line.start() : inside[0].start], head[inside[0].end : line.end()]
        alone = _is_label(_BYLINE.sub("", before)) and _is_label(after)
        whole = re.search(r"\d{4}", head[inside[0].start : inside[0].end]) is not None
        if alone or _beside_outlet(before, after) or (whole and _OUTLET.fullmatch(before) and not after.strip()):
            yield inside[0], before


# "The Example Gazette, 4 March 2020"
_OUTLET = re.compile(r"\s*(?:[A-Z][\w&'’.-]*+\s){0,4}[A-Z][\w&'’.-]*+\s?[,–—-]\s*")


def _beside_outlet(before: str, after: str) -> bool:
    """ "Example Wire | 3 February 2022" """
    first = re.search(r"[|•·]\s*$", before) and len(before.split()) <= 6 and _is_label(after)
    last = re.match(r"\s*[|•·]", after) and len(after.split()) <= 6 and _is_label(before)
    return bool(first or last)


def _is_label(piece: str) -> bool:
    return not piece.strip() or _LABELS.fullmatch(piece) is not None


def _datelines(head: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """A place in capitals and a date before the first words: "KABUL, Afghanistan (Apr. 27)", "DAMASCUS, Jan 10 (Agency) -"."""
    for mention in mentions:
        before = head[max(0, mention.start - 90) : mention.start]
        after = head[mention.end : mention.end + 60]
        if (
            _PLACE.search(before)
            and not _UPDATED.search(before)
            and re.match(r"\s*(?:\)|,?\s*\([^()\n]{2,40}\)|[-–—:/])", after)
        ):
            yield mention


def _heading_dates(head: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """A heading that opens with its date: "Apr. 12: operations in the east"."""
    for mention in mentions:
        begins = mention.start == 0 or head[mention.start - 1] in "\n\u2028"
        if begins and re.match(r"\s*:\s", head[mention.end :]) and mention.start < 300:
            yield mention


def _year_of(head: str, address: date | None) -> int | None:
    """The year for a header without one: from a reference number (2012-04-X-153), the address, a copyright line."""
    reference = _REFERENCE.search(head)
    if reference:
        return int(reference["year"])
    copyright_year = re.search(r"(?:©|\(c\)|copyright)\s*((?:19|20)\d\d)\b", head, re.IGNORECASE)
    if address:
        return address.year
    return int(copyright_year[1]) if copyright_year else None


def _whole(
    mention: Mention, year: int | None, order: Order | None, mentions: Sequence[Mention], address: date | None
) -> date | None:
    day = mention.day
    assert isinstance(day, Calendar)
    if day.order != "either":
        return _day(day.year or year, day.month, day.day)
    readings = {"day first": _day(day.year, day.month, day.day), "month first": _day(day.year, day.day, day.month)}
    if order:
        return readings[order]
    # else what the address or the text says in words: "February 3"
    said = {(m.day.month, m.day.day) for m in mentions if isinstance(m.day, Calendar) and m.day.order != "either"}
    said |= {(address.month, address.day)} if address else set()
    meant = [reading for reading in readings.values() if reading and (reading.month, reading.day) in said]
    return meant[0] if len(meant) == 1 else None


_ADDRESS = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<cut>[-/_]?)(?P<month>\d\d?|[a-z]{3})(?P=cut)(?P<day>\d\d?)(?!\d)", re.IGNORECASE
)


def _in_address(url: str) -> date | None:
    """/2017/01/10/, 2017-01-10 or 20170110 in an address."""
    for match in _ADDRESS.finditer(url):
        month = MONTHS.get(match["month"].lower(), match["month"])
        if match["cut"] or len(match[0]) == 8:
            day = _day(match["year"], month, match["day"])
            if day:
                return day
    return None


def _day(year: int | str | None, month: int | str | None, day: int | str | None) -> date | None:
    try:
        return date(int(year or 0), int(month or 0), int(day or 0))
    except ValueError:
        return None
