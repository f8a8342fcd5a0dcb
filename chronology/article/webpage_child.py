"""Run by `webpage` in a process of its own: HTML on standard input, its article as JSON on standard output."""

from __future__ import annotations

import contextlib
import email.utils
import json
import re
import sys
from collections.abc import Iterator
from typing import Any

import lxml.html  # type: ignore[import-untyped]
import trafilatura
import trafilatura.settings
from lxml.etree import _Element  # type: ignore[import-untyped]

from chronology.article import phrases

JsonObject = dict[str, Any]


def main(seconds: int, megabytes: int) -> None:
    """Read one page within its limits; the system ends the process that goes beyond them."""
    _limit(seconds, megabytes)
    page = lxml.html.document_fromstring(sys.stdin.buffer.read(), parser=lxml.html.HTMLParser(encoding="utf-8"))
    # metadata first: the extractor prunes the tree
    found: JsonObject = metadata(page)
    found["text"] = article_text(page)
    json.dump(found, sys.stdout)


def article_text(page: _Element) -> str:
    """The article's paragraphs with a blank line between them, "" if it finds none."""
    document = trafilatura.bare_extraction(page, include_comments=False, include_tables=True, with_metadata=False)
    if not isinstance(document, trafilatura.settings.Document):
        return ""
    # of a page of menus and notices the extractor returns just those
    if not any(_is_sentence(line) for text in document.body.itertext() for line in text.split("\n")):
        return ""
    text = re.sub(r" {2,}", " ", "".join(_flow(document.body)))
    return re.sub(r" ?\n[ \n]*", lambda gap: "\n" * min(2, gap[0].count("\n")), text).strip()


def metadata(page: _Element) -> dict[str, str | None]:
    """What the page states for machines: JSON-LD first, then meta elements, then the page's own title and time elements.

    No date is taken from the text, from an address or from the clock.
    """
    ld = _linked_data(page)
    meta = _meta(page)
    publisher = _first(
        _name(ld.get("publisher")), *_values(meta, "og:site_name", "dc.publisher", "publisher", "application-name")
    )
    title = _first(
        _name(ld.get("headline")), *_values(meta, "og:title", "twitter:title", "dc.title", "citation_title", "title")
    )
    return {
        "title": title or _page_title(page, publisher),
        "publisher": publisher,
        "author": _first(
            _name(ld.get("author")), *_values(meta, "author", "article:author", "dc.creator", "parsely-author")
        ),
        "published": _published(page, ld, meta),
        "url": _first_address(*page.xpath("//link[@rel='canonical']/@href"), *_values(meta, "og:url"), ld.get("url")),
        "language": _language(
            *page.xpath("/html/@lang | /html/@xml:lang"), *_values(meta, "og:locale", "content-language")
        ),
    }


def _limit(seconds: int, megabytes: int) -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):  # not every system has every limit
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))


def _is_sentence(line: str) -> bool:
    return len(line) >= 20 and re.search(r"[.。।۔]", line) is not None and phrases.reason(line.strip()) is None


def _flow(element: _Element) -> Iterator[str]:
    """The words of the extractor's tree: an empty line around paragraphs, a new line for entries and breaks."""
    paragraph = "\n\n" if element.tag in _PARAGRAPHS else ""
    yield paragraph or ("\n" if element.tag in _LINES else " " if element.tag == "cell" else "")
    yield _SPACES.sub(" ", element.text or "")
    for child in element:
        yield from _flow(child)
        yield _SPACES.sub(" ", child.tail or "")
    yield paragraph


_SPACES = re.compile(r"\s+")
_PARAGRAPHS = {"p", "head", "list", "quote", "table", "div", "code"}
_LINES = {"item", "row", "lb"}
_ARTICLE = re.compile(r"(?:News|Reportage|Analysis|Background|Opinion)?Article|Report|BlogPosting|LiveBlogPosting")


def _linked_data(page: _Element) -> JsonObject:
    """The JSON-LD record of the article, {} without one, or if the page has several and can't mean all."""
    articles = []
    for script in page.xpath("//script[@type='application/ld+json']/text()"):
        with contextlib.suppress(ValueError, RecursionError):
            articles += [record for record in _records(json.loads(script)) if _is_article(record)]
    return articles[0] if len({json.dumps(record.get("headline")) for record in articles}) == 1 else {}


def _records(value: object) -> Iterator[JsonObject]:
    """Objects at the top, in a list, or in @graph."""
    if isinstance(value, list):
        for entry in value:
            yield from _records(entry)
    elif isinstance(value, dict):
        yield value
        yield from _records(value.get("@graph"))
        yield from _records(value.get("mainEntity"))


def _is_article(record: JsonObject) -> bool:
    kinds = record.get("@type")
    return any(
        isinstance(kind, str) and _ARTICLE.fullmatch(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def _meta(page: _Element) -> dict[str, str]:
    """Name or property -> content of each meta element; the first of a name counts."""
    found: dict[str, str] = {}
    for element in page.xpath("//meta[@content]"):
        key = (
            element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv") or ""
        )
        found.setdefault(key.strip().lower(), element.get("content", "").strip())
    return found


def _values(meta: dict[str, str], *names: str) -> list[str | None]:
    return [meta.get(name) for name in names]


def _name(value: object) -> str | None:
    """The name in a JSON-LD value: text, a record with a name, or a list of them."""
    if isinstance(value, list):
        return ", ".join(name for name in map(_name, value) if name) or None
    if isinstance(value, dict):
        return _name(value.get("name"))
    return value if isinstance(value, str) else None


def _first(*values: str | None) -> str | None:
    """The first that says something; a profile's address is no name."""
    for value in values:
        cleaned = " ".join((value or "").split())
        if cleaned and len(cleaned) <= 300 and not re.match(r"https?://|@", cleaned):
            return cleaned
    return None


def _page_title(page: _Element, publisher: str | None) -> str | None:
    """The only main heading, else the title element without the outlet's name at its end."""
    headings = page.xpath("//h1")
    title = _first(headings[0].text_content() if len(headings) == 1 else None, page.findtext(".//title"))
    if title and publisher:
        title = re.sub(r"\s+[|–—·»-]\s+" + re.escape(publisher) + "$", "", title)
    return title


_DATES = (
    "article:published_time", "og:article:published_time", "datepublished", "dc.date.issued", "dcterms.created", "dcterms.date", "dc.date",
    "parsely-pub-date", "sailthru.date", "citation_publication_date", "citation_date", "publish-date", "publish_date", "pubdate", "date",
)  # fmt: skip


def _published(page: _Element, ld: JsonObject, meta: dict[str, str]) -> str | None:
    """The day of publication as stated: JSON-LD, meta elements, the time element marked so, or all time elements if they agree."""
    stated = [ld.get("datePublished"), *_values(meta, *_DATES)]
    marked = page.xpath(
        "//time[@pubdate or @itemprop='datePublished' or contains(@class, 'publish') or contains(@class, 'entry-date')]/@datetime"
        " | //*[@itemprop='datePublished']/@content"
    )
    for value in (*stated, *marked[:1]):
        day = _day(value)
        if day:
            return day
    days = {_day(value) for value in page.xpath("//time/@datetime")}
    return days.pop() if len(days) == 1 else None


def _day(value: object) -> str | None:
    """2022-02-03 of "2022-02-03T13:38:00Z", "20220203", "2022/02/03" or "Thu, 03 Feb 2022 13:38:00 GMT"; else None."""
    if not isinstance(value, str):
        return None
    written = re.match(r"(\d{4})([-/]?)(\d\d)\2(\d\d)(?!\d)", value.strip())
    if written:
        return f"{written[1]}-{written[3]}-{written[4]}"
    with contextlib.suppress(ValueError, TypeError):
        return email.utils.parsedate_to_datetime(value).date().isoformat()
    return None


def _first_address(*values: object) -> str | None:
    return next(
        (v.strip() for v in values if isinstance(v, str) and re.fullmatch(r"https?://[^\s/]\S{0,1900}", v.strip())),
        None,
    )


def _language(*values: str | None) -> str | None:
    return next((v.strip() for v in values if v and re.fullmatch(r"[A-Za-z]{2,3}(?:[-_]\w{1,20})*", v.strip())), None)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
