"""HTML: the article's paragraphs, its metadata as stated, and pages that would hold a reader for minutes."""

import time
from pathlib import Path
from typing import Any

import lxml.html  # type: ignore[import-untyped]
import pytest

from chronology import article
from chronology.article import Article, webpage, webpage_child
from chronology.problem import ChronologyError

PAGE = """<!DOCTYPE html>
<html lang="en-GB">
<head>
  <title>Two held after raid near Lakeside | Hill Courier</title>
  <meta property="og:site_name" content="Hill Courier">
  <meta property="article:published_time" content="2021-05-04T22:10:00+02:00">
  <meta name="author" content="Ada Writer">
  <link rel="canonical" href="https://courier.example/2021/05/04/raid">
</head>
<body>
  <nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
  <article>
    <h1>Two held after raid near Lakeside</h1>
    <p>Police held two men in a village outside Lakeside on Sunday,
       the town's mayor said,<br>after a raid that lasted three hours.</p>
    <p>Nobody was hurt in the <a href="/x">operation</a>, which began at dawn and ended before noon, according to
       residents who watched it from a hill.</p>
    <ul><li>Two men were held</li><li>One house was searched</li></ul>
    <blockquote><p>It was quiet again by noon, a shopkeeper told the paper.</p></blockquote>
    <table><tr><td>Killed</td><td>0</td></tr><tr><td>Held</td><td>2</td></tr></table>
    <p>The mayor's office said that the two would appear before a court within days.</p>
    <p>Follow us on Telegram</p>
  </article>
  <aside><h3>Read more</h3><a href="/y">Ten killed in strike</a></aside>
  <footer>All rights reserved.</footer>
</body>
</html>"""

TEXT = """Two held after raid near Lakeside

Police held two men in a village outside Lakeside on Sunday, the town's mayor said,
after a raid that lasted three hours.

Nobody was hurt in the operation, which began at dawn and ended before noon, according to residents who watched it from a hill.

Two men were held
One house was searched

It was quiet again by noon, a shopkeeper told the paper.

Killed 0
Held 2

The mayor's office said that the two would appear before a court within days.

Follow us on Telegram"""


def test_a_page_as_a_whole(tmp_path: Path) -> None:
    file = tmp_path / "raid.html"
    file.write_text(PAGE)
    (found,) = article.read(file)
    assert isinstance(found, Article)
    assert found.text == TEXT
    assert found.body == TEXT.replace("Follow us on Telegram", "      " + " " * 15)
    assert (found.id, found.title, found.title_span) == ("raid", "Two held after raid near Lakeside", (0, 33))
    assert (found.publisher, found.publisher_span, found.author) == ("Hill Courier", None, "Ada Writer")
    assert (str(found.published), found.published_from) == ("2021-05-04", "metadata")
    assert (found.url, found.language) == ("https://courier.example/2021/05/04/raid", "en")
    assert found.remarks == ()


def metadata(head: str, body: str = "", html: str = "<html>") -> dict[str, Any]:
    page = lxml.html.document_fromstring(f"{html}<head>{head}</head><body>{body}<p>May 9, 2019</p></body></html>")
    return webpage_child.metadata(page)


def ld(json: str) -> str:
    return f'<script type="application/ld+json">{json}</script>'


ARTICLE = '{"@type": "NewsArticle", "headline": "Two held", "datePublished": "2021-05-04T01:00:00Z"'
STATED = {
    "JSON-LD": ("published", ld(ARTICLE + "}"), "", "2021-05-04"),
    "JSON-LD in a graph, beside the page's own date": (
        "published",
        ld('{"@graph": [{"@type": "WebPage", "datePublished": "2020-01-01"}, ' + ARTICLE + "}]}"),
        "",
        "2021-05-04",
    ),
    "JSON-LD before meta": ("published", ld(ARTICLE + "}") + '<meta name="date" content="2021-05-06">', "", "2021-05-04"),
    "broken JSON-LD, then meta": ("published", ld("{") + '<meta name="date" content="2021-05-06">', "", "2021-05-06"),
    "JSON-LD nested deep": ("published", ld("[" * 100_000), "", None),
    "JSON-LD of two articles": ("published", ld(f'[{ARTICLE}}}, {{"@type": "Article", "headline": "B"}}]'), "", None),
    "an RFC 2822 date": ("published", '<meta name="pubdate" content="Tue, 04 May 2021 10:00:00 GMT">', "", "2021-05-04"),
    "a date without dashes": ("published", '<meta name="date" content="20210504">', "", "2021-05-04"),
    "a date in words is not read": ("published", '<meta name="date" content="May 4, 2021">', "", None),
    "the time element that is marked": (
        "published",
        "",
        '<time datetime="2019-01-01">x</time><time class="entry-date" datetime="2021-05-04">y</time>',
        "2021-05-04",
    ),
    "time elements that agree": ("published", "", '<time datetime="2021-05-04T01:00">x</time>' * 2, "2021-05-04"),
    "time elements that differ": ("published", "", '<time datetime="2021-05-04">x</time><time datetime="2021-05-05">y</time>', None),
    "a date in the text or the address is not metadata": ("published", '<link rel="canonical" href="https://a.example/2021/05/04/b">', "", None),
    "modified is not published": ("published", '<meta property="article:modified_time" content="2021-05-04">', "", None),
    "title: JSON-LD's headline": ("title", ld(ARTICLE + "}") + "<title>X - Y</title>", "", "Two held"),
    "title: without the outlet": ("title", '<meta property="og:site_name" content="Courier"><title>Two held | Courier</title>', "", "Two held"),
    "title: the one main heading": ("title", "<title>Two held | Courier</title>", "<h1>Two  <b>held</b></h1>", "Two held"),
    "author: several": ("author", ld(ARTICLE + ', "author": [{"name": "Ada"}, {"name": "Ben"}]}'), "", "Ada, Ben"),
    "author: a profile's address is no name": ("author", '<meta property="article:author" content="https://net.example/ada">', "", None),
    "publisher": ("publisher", ld(ARTICLE + ', "publisher": {"@type": "Organization", "name": "Courier"}}'), "", "Courier"),
    "address: only of the web": ("url", '<link rel="canonical" href="javascript:x"><meta property="og:url" content="https://a.example/b">', "", "https://a.example/b"),
    "language: none stated": ("language", "", "", None),
}  # fmt: skip


@pytest.mark.parametrize(("key", "head", "body", "value"), STATED.values(), ids=STATED)
def test_metadata(key: str, head: str, body: str, value: str | None) -> None:
    assert metadata(head, body)[key] == value


NO_ARTICLE = {
    "a menu and a notice": "<nav><a href='/'>Home</a></nav><p>We use cookies to give you the best experience on our website.</p>",
    "only headings": "<h1>Two held after raid</h1><h2>Who leads the rebels?</h2>",
    "two hundred thousand nested elements": "<div>" * 200_000 + "text",
    "only a script": "<script>document.write('Two men were held in Lakeside on Sunday.')</script>",
}


@pytest.mark.parametrize("body", NO_ARTICLE.values(), ids=NO_ARTICLE)
def test_a_page_without_an_article(body: str) -> None:
    with pytest.raises(ChronologyError, match=r"^page\.html: HTML without an article"):
        webpage.read("page.html", f"<html><body>{body}</body></html>")


def test_a_page_that_takes_too_long_is_given_up() -> None:
    attributes = " ".join(f"a{n}=1" for n in range(33_000))
    start = time.monotonic()
    with pytest.raises(ChronologyError, match="not read within 1 seconds"):
        webpage.read("page.html", f"<html><body><p {attributes}>Two men were held.</p></body></html>", seconds=1)
    assert time.monotonic() - start < 12


def test_what_lies_in_the_working_folder_is_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('run from the folder of articles')")
    monkeypatch.chdir(tmp_path)
    assert webpage.read("page.html", PAGE)["title"] == "Two held after raid near Lakeside"
