"""Reading files: each format, each encoding, and one line for each thing that can't be read."""

import datetime
import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from chronology import article
from chronology.article import Article, decoding, reading
from chronology.problem import ChronologyError

PROSE = "Two men were held in Lakeside on Sunday, the mayor said."


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., list[Article | ChronologyError]]:
    """What `article.read` gives for a file of this name and content."""

    def read(name: str, content: str | bytes) -> list[Article | ChronologyError]:
        file = tmp_path / name
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return list(article.read(file))

    return read


@pytest.fixture
def read_one(read: Callable[..., list[Article | ChronologyError]]) -> Callable[..., Article]:
    def read_one(name: str, content: str | bytes) -> Article:
        (found,) = read(name, content)
        assert isinstance(found, Article), found
        return found

    return read_one


def test_plain_text(read_one: Callable[..., Article]) -> None:
    text = f"Two held after raid\n\nHILL TOWN (Lakeside Wire) - {PROSE}\n\nShare it:\n"
    found = read_one("raid-of-may.txt", text)
    assert found.id == "raid-of-may"
    assert found.text == text
    assert found.body == text.replace("Share it:", "         ")
    assert [(text[m.start : m.end], m.reason) for m in found.masked] == [("Share it:", "share")]
    assert found.sha256 == hashlib.sha256(text.encode()).hexdigest()
    assert found.title == "Two held after raid"
    assert found.title_span == (0, 19)
    assert found.publisher == "Lakeside Wire"
    assert found.publisher_span is not None
    assert text[slice(*found.publisher_span)] == "Lakeside Wire"
    assert (found.published, found.published_from, found.url, found.language) == (None, None, None, None)


MARKDOWN = f"""---
id: raid
title: Two held after raid
publisher: Hill Courier
published: 2021-05-04
url: https://courier.example/raid
archived: https://archive.example/raid
language: en-GB
author: [Ada Writer, Ben Scribe]
tags: [raids]
---

# Two held after raid

At least **two** men were held.
{PROSE}
"""


def test_markdown_with_front_matter(read_one: Callable[..., Article]) -> None:
    found = read_one("a.md", MARKDOWN)
    assert found.id == "raid"
    assert found.text == MARKDOWN.split("---\n", 2)[2]
    assert "At least   two   men" in found.body
    assert len(found.body) == len(found.text)
    assert found.title_span is not None
    assert found.text[slice(*found.title_span)] == found.title == "Two held after raid"
    assert found.publisher == "Hill Courier"
    assert (found.published, found.published_from) == (datetime.date(2021, 5, 4), "front matter")
    assert (found.url, found.archived) == ("https://courier.example/raid", "https://archive.example/raid")
    assert (found.language, found.author) == ("en", "Ada Writer, Ben Scribe")
    assert found.remarks == ()


def test_markdown_without_front_matter(read_one: Callable[..., Article]) -> None:
    assert read_one("a.md", f"{PROSE}\n\n---\n\nMore.").text == f"{PROSE}\n\n---\n\nMore."


def test_json_lines(read: Callable[..., list[Article | ChronologyError]]) -> None:
    lines = [
        {
            "id": 17,
            "text": f"{PROSE}\r\nMore.",
            "title": "Two\n held",
            "published": "2021-05-04T10:00:00Z",
            "gold": {"a": [1]},
        },
        {"text": PROSE, "title": None, "published": ""},
    ]
    first, second = read("news.jsonl", "\ufeff" + "\n\n".join(json.dumps(line) for line in lines) + "\n")
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.id, first.text, first.title) == ("17", f"{PROSE}\r\nMore.", "Two held")
    assert (first.published, first.published_from) == (datetime.date(2021, 5, 4), "metadata")
    assert (second.id, second.title, second.published, second.published_from) == ("news-3", None, None, None)
    assert second.where.endswith("news.jsonl:3")


def test_a_broken_line_costs_no_other_line(read: Callable[..., list[Article | ChronologyError]]) -> None:
    good = json.dumps({"text": PROSE})
    broken = [
        "{",
        "[1]",
        "3",
        "{}",
        '{"text": 3}',
        '{"text": "a\\ud800"}',
        '{"text": "a\\u0000"}',
        '{"text": " "}',
        "[" * 100_000,
        "1" * 5000,
    ]
    found = read("news.jsonl", "\n".join(f"{line}\n{good}" for line in broken))
    assert [isinstance(each, Article) for each in found] == [False, True] * len(broken)
    problems = [each for each in found if isinstance(each, ChronologyError)]
    assert [problem.where.rpartition(":")[2] for problem in problems] == [str(n) for n in range(1, 2 * len(broken), 2)]
    assert all("\n" not in str(problem) and len(str(problem)) < 400 for problem in problems)


def test_a_line_too_long_costs_no_other_line(
    read: Callable[..., list[Article | ChronologyError]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "LONGEST", 100)
    long = json.dumps({"text": "x" * 2000})
    longer = json.dumps({"text": PROSE + "x" * 100})
    found = read("news.jsonl", "\n".join([long, json.dumps({"text": PROSE}), longer, json.dumps({"text": PROSE})]))
    assert [isinstance(each, Article) for each in found] == [False, True, False, True]
    assert "a line of more than 800 bytes" in str(found[0])
    assert "an article has at most 100" in str(found[2])


def test_json_lines_are_not_held_in_memory(tmp_path: Path) -> None:
    file = tmp_path / "many.jsonl"
    file.write_text((json.dumps({"text": PROSE * 100}) + "\n") * 3000)
    peak = (
        "import resource, sys; from chronology import article; start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss;"
        "n = sum(1 for _ in article.read(sys.argv[1])); print(n, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - start)"
    )
    root = str(Path(reading.__file__).parents[2])
    done = subprocess.run(
        [sys.executable, "-c", peak, str(file)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": root},
    )
    count, kilobytes = map(int, done.stdout.split())
    assert count == 3000
    assert kilobytes < 8_000  # the file has 17 MB


ENCODINGS = {
    "UTF-8": PROSE.encode(),
    "UTF-8 with a byte order mark": b"\xef\xbb\xbf" + PROSE.encode(),
    "UTF-16, little end first": b"\xff\xfe" + PROSE.encode("utf-16-le"),
    "UTF-16, big end first": b"\xfe\xff" + PROSE.encode("utf-16-be"),
}


@pytest.mark.parametrize("raw", ENCODINGS.values(), ids=ENCODINGS)
def test_encodings_that_say_what_they_are(read_one: Callable[..., Article], raw: bytes) -> None:
    assert read_one("a.txt", raw).text == PROSE


def test_line_breaks_become_newlines(read_one: Callable[..., Article]) -> None:
    assert read_one("a.txt", b"One.\r\nTwo.\rThree.\n").text == "One.\nTwo.\nThree.\n"


PAGES = {
    "declared Latin-1 is read as browsers do": ('<meta charset="iso-8859-1">“é”'.encode("cp1252"), "“é”"),
    "declared Arabic": (
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1256">قصف'.encode("cp1256"),
        "قصف",
    ),
    "nothing declared": ("<p>é".encode(), "é"),
    "a mark before a false declaration": ('\ufeff<meta charset="latin-1">é'.encode("utf-8-sig"), "é"),
    "no encoding for the web": ('<meta charset="utf-7">é'.encode(), "é"),
    "one bad byte in a long page": (b'<meta charset="utf-8">' + b"x" * 5000 + b"\xe9", "\ufffd"),
}


@pytest.mark.parametrize(("raw", "end"), PAGES.values(), ids=PAGES)
def test_pages_declare_their_encoding(raw: bytes, end: str) -> None:
    assert decoding.page(raw).endswith(end)


def test_a_page_in_no_encoding_is_refused() -> None:
    with pytest.raises(ValueError, match="not UTF-8"):
        decoding.page("<p>é".encode("latin-1"))


BAD = {
    "an empty file": ("a.txt", b"", "empty"),
    "nothing but blanks": ("a.txt", b" \n\n", "empty"),
    "an empty .jsonl": ("a.jsonl", b"\n\n", "no articles"),
    "nothing below the front matter": ("a.md", b"---\ntitle: x\n---\n", "empty"),
    "binary": ("a.txt", b"\x89PNG\r\n\0\0", "binary"),
    "Latin-1": ("a.txt", "Two held.\nCafé raid".encode("latin-1"), "not UTF-8 text: byte 0xE9 in line 2"),
    "Latin-1 in a .jsonl": ("a.jsonl", '{"text": "é"}'.encode("latin-1"), "not UTF-8"),
    "half of UTF-16": ("a.txt", b"\xff\xfea", "UTF-16"),
    "UTF-16 with NULs in it": ("a.txt", "\ufeffa\0".encode("utf-16-le"), "binary"),
    "5 MB of one line": ("a.txt", b"ab cd " * 850_000, "an article has at most 2,000,000"),
    "50 MB of one line": ("a.txt", b"ab cd " * 8_500_000, "more than 8,000,000 bytes"),
    "an unknown extension": ("a.pdf", b"%PDF-1.4", "a .pdf file"),
    "no extension": ("article", b"Two held.", "without an extension"),
    "front matter without an end": ("a.md", b"---\ntitle: x\n\nTwo held.", "a.md:1: front matter without an end"),
    "front matter that is not YAML": ("a.md", b"---\ntitle: x\nurl: a: b\n---\nTwo held.", "a.md:3:7: "),
    "front matter that is a list": ("a.md", b"---\n- x\n---\nTwo held.", "not a mapping"),
    "front matter with a key twice": ("a.md", b"---\ntitle: x\ntitle: y\n---\nTwo held.", "a.md:3:"),
    "HTML without anything": ("a.html", b"<html></html>", "HTML without an article"),
}


@pytest.mark.parametrize(("name", "raw", "says"), BAD.values(), ids=BAD)
def test_bad_input_is_one_line(
    read: Callable[..., list[Article | ChronologyError]], name: str, raw: bytes, says: str
) -> None:
    (found,) = read(name, raw)
    assert isinstance(found, ChronologyError)
    assert says in str(found)
    assert name in str(found)
    assert "\n" not in str(found)


def test_what_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    odd = os.fsdecode(b"odd\xff\n.txt")
    (tmp_path / odd).write_text(PROSE)
    expected = {
        "folder.txt": "a folder",
        "loop.txt": "symbolic links",
        "pipe.txt": "not a regular file",
        "missing.txt": "no such file",
        odd: "half a character",
    }
    for name, says in expected.items():
        (found,) = article.read(tmp_path / name)
        assert isinstance(found, ChronologyError)
        assert says in str(found)
        assert "\n" not in str(found)
        str(found).encode()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_no_permission(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(PROSE)
    file.chmod(0)
    (found,) = article.read(file)
    assert "permission denied" in str(found)


UNUSABLE = {
    "a day that can't be": ("published", "2022-02-30"),
    "a script as address": ("url", "javascript:alert(1)"),
    "half an address": ("url", "https://"),
    "a path": ("archived", "/tmp/a.html"),
    "a language in words": ("language", "British English"),
    "a number as title": ("title", 3),
    "yes as an id": ("id", True),
    "a list as publisher": ("publisher", ["A", "B"]),
    "half a character": ("title", "a\ud800"),
    "a NUL": ("author", "a\0"),
    "a title of a page": ("title", "x" * 5000),
}


@pytest.mark.parametrize(("key", "value"), UNUSABLE.values(), ids=UNUSABLE)
def test_a_statement_that_cannot_be_used_is_left_out_and_said(
    read_one: Callable[..., Article], key: str, value: object
) -> None:
    found = read_one("a.jsonl", json.dumps({"text": PROSE, key: value}))
    assert getattr(found, key) == ("a-1" if key == "id" else None)
    (remark,) = found.remarks
    assert f"{key} " in remark.what
    assert remark.where.endswith("a.jsonl:1")
    assert len(str(remark)) < 300


def test_importing_it_is_light() -> None:
    """Nothing that only HTML needs is loaded."""
    root = str(Path(reading.__file__).parents[2])
    code = "import sys, chronology.article; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONPATH": root}
    )
    loaded = set(done.stdout.split())
    assert "chronology.article.reading" in loaded
    assert not loaded & {"lxml", "trafilatura", "subprocess", "dateparser", "urllib3"}
