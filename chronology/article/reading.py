"""Files -> articles, and for each that can't be read one line that says why."""

from __future__ import annotations

import datetime
import hashlib
import json
import os
import re
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from chronology import yamlfile
from chronology.article import decoding, furniture, headline, markdown, statements, webpage
from chronology.article.furniture import Masked
from chronology.problem import ChronologyError

LONGEST = 2_000_000
"""Characters of one article; the longest news story is a fiftieth of that."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it was read. All offsets are code points in `text`, end exclusive; None is unknown."""

    where: str
    """The file, and in a .jsonl the line: for messages."""
    id: str
    text: str
    body: str
    """The text with furniture blanked: the same length, so that ranges hold. Extraction reads this."""
    masked: tuple[Masked, ...]
    sha256: str
    """Of the text in UTF-8, hexadecimal."""
    title: str | None = None
    title_span: tuple[int, int] | None = None
    """Where the title stands in the text, if it does."""
    publisher: str | None = None
    publisher_span: tuple[int, int] | None = None
    """Where the dateline names it, if it was read there and stated nowhere."""
    author: str | None = None
    published: datetime.date | None = None
    """As stated by its maker, on the day as written there (no time zone is converted); never read from the text."""
    published_text: str | None = None
    """The same in another form than 2022-02-03, not read yet."""
    published_from: str | None = None
    """front matter (.md) or metadata (.html, .jsonl)."""
    url: str | None = None
    archived: str | None = None
    language: str | None = None
    """ISO 639, as stated: "en" of "en-GB"."""
    remarks: tuple[ChronologyError, ...] = ()
    """What was stated and can't be used, such as an impossible date: left out above, one line each."""


def read(path: str | os.PathLike[str]) -> Iterator[Article | ChronologyError]:
    """Every article in a .txt, .md, .html, .htm or .jsonl file; in place of one that can't be read, the reason.

    The text is: a decoded .txt; an .md after its front matter; what `webpage` finds in HTML; a .jsonl line's `text` as it is.
    A .jsonl is read line by line and held in memory line by line.
    """
    file = Path(path)
    where = os.fsencode(file).decode("utf-8", "replace")
    try:
        yield from _kind(where, file.suffix.lower())(_File(file, where))
    except ChronologyError as problem:
        yield problem
    except OSError as error:
        yield ChronologyError(where, (error.strerror or "can't be read").lower(), "check the name and the permissions")


@dataclass(frozen=True, slots=True)
class _File:
    path: Path
    where: str

    def open(self) -> BinaryIO:
        """The file's bytes, unless it isn't a file or is empty; a pipe would be waited for, a device has no end."""
        found = self.path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise ChronologyError(self.where, "a folder", "name the files in it")
        if not stat.S_ISREG(found.st_mode):
            raise ChronologyError(self.where, "not a regular file", "save the article to a file first")
        if not found.st_size:
            raise ChronologyError(self.where, "empty", "paste the article into it")
        return self.path.open("rb")

    def decoded(self, decode: Any = decoding.text) -> str:
        with self.open() as opened:
            raw = opened.read(LONGEST * 4 + 1)
        if len(raw) > LONGEST * 4:
            raise ChronologyError(self.where, f"more than {LONGEST * 4:,} bytes", "split the file: one article each")
        try:
            decoded: str = decode(raw)
        except ValueError as error:
            raise ChronologyError(self.where, *error.args) from None
        return decoded


def _kind(where: str, suffix: str) -> Any:
    kinds = {".txt": _text, ".md": _markdown, ".html": _html, ".htm": _html, ".jsonl": _json_lines}
    if suffix not in kinds:
        found = f"a {suffix} file" if suffix else "a file without an extension"
        raise ChronologyError(where, found, "save the article as .txt, .md, .html or .jsonl")
    return kinds[suffix]


def _text(file: _File) -> Iterator[Article]:
    yield _article(file.where, file.path.stem, file.decoded(), {}, stated_in=None)


def _markdown(file: _File) -> Iterator[Article]:
    text, stated = _front_matter(file.where, file.decoded())
    yield _article(
        file.where, file.path.stem, text, stated, stated_in="front matter", marks=tuple(markdown.marks(text))
    )


def _html(file: _File) -> Iterator[Article]:
    found = webpage.read(file.where, file.decoded(decoding.page))
    yield _article(file.where, file.path.stem, found["text"], found, stated_in="metadata")


def _json_lines(file: _File) -> Iterator[Article | ChronologyError]:
    found = False
    with file.open() as lines:
        number = 0
        while line := lines.readline(LONGEST * 8):
            number += 1
            where = f"{file.where}:{number}"
            cut = not line.endswith(b"\n") and len(line) == LONGEST * 8
            while cut and (rest := lines.readline(LONGEST * 8)) and not rest.endswith(b"\n"):
                pass
            if not line.strip():
                continue
            found = True
            try:
                if cut:
                    raise ChronologyError(where, f"a line of more than {LONGEST * 8:,} bytes", "one article a line")
                yield _json_article(where, f"{file.path.stem}-{number}", line.removeprefix(b"\xef\xbb\xbf"))
            except ChronologyError as problem:
                yield problem
    if not found:
        raise ChronologyError(file.where, "no articles", "write one JSON object a line")


def _json_article(where: str, name: str, line: bytes) -> Article:
    try:
        record = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        raise ChronologyError(where, "not UTF-8 text", "save the file as UTF-8") from None
    except RecursionError:
        raise ChronologyError(where, "nested too deep", "one flat JSON object a line") from None
    except ValueError as error:
        raise ChronologyError(where, f"not JSON: {error}", 'one object a line: {"text": "..."}') from None
    if not isinstance(record, dict):
        raise ChronologyError(where, "not a JSON object", 'one object a line: {"text": "..."}')
    if not isinstance(record.get("text"), str):
        what = "its text is not a string" if "text" in record else "no text"
        raise ChronologyError(where, what, 'give the article as "text": "..."')
    return _article(where, name, record["text"], record, stated_in="metadata")


def _front_matter(where: str, whole: str) -> tuple[str, Mapping[str, object]]:
    """What follows the front matter, and what that states; all of the text if there is none."""
    if not re.match(r"---[ \t]*\n", whole):
        return whole, {}
    begin = whole.index("\n") + 1
    end = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.M).search(whole, begin)
    if not end:
        raise ChronologyError(f"{where}:1", "front matter without an end", "close it with a line ---")
    text = whole[end.end() :]
    if not whole[begin : end.start()].strip():
        return text, {}
    document = yamlfile.load(whole[begin : end.start()])
    for problem in document.problems:
        # its lines count from the one below ---
        raise ChronologyError(f"{where}:{problem.line + 1}:{problem.column}", problem.what, problem.todo)
    if not isinstance(document.value, dict):
        raise ChronologyError(f"{where}:2", "front matter that is not a mapping", "write lines such as title: ...")
    return text, document.value


def _article(
    where: str,
    name: str,
    text: str,
    stated: Mapping[str, object],
    *,
    stated_in: str | None,
    marks: tuple[Masked, ...] = (),
) -> Article:
    if not text.strip():
        raise ChronologyError(where, "empty", "paste the article into it")
    if len(text) > LONGEST:
        raise ChronologyError(where, f"{len(text):,} characters", f"an article has at most {LONGEST:,}: split it")
    try:
        statements.check_characters("its text", text)
        statements.check_characters("its name", name)
    except ValueError as error:
        raise ChronologyError(where, *error.args) from None
    known, remarks = statements.read(where, stated)
    unmarked = furniture.mask(text, marks)
    masked = furniture.find(unmarked)
    # some publishing systems separate lines by U+2028; every reader of the body knows only one line end
    body = furniture.mask(unmarked, masked).replace("\u2028", "\n").replace("\u2029", "\n")
    title, title_span = headline.title(body)
    if known.title:
        title, title_span = known.title, headline.place_of(known.title, body)
    publisher, publisher_span = headline.publisher(body)
    if known.publisher:
        publisher, publisher_span = known.publisher, None
    return Article(
        where=where,
        id=known.id or name,
        text=text,
        body=body,
        masked=tuple(sorted((*marks, *masked), key=lambda span: (span.start, span.end))),
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        title=title,
        title_span=title_span,
        publisher=publisher,
        publisher_span=publisher_span,
        author=known.author,
        published=known.published,
        published_text=known.published_text,
        published_from=stated_in if known.published or known.published_text else None,
        url=known.url,
        archived=known.archived,
        language=known.language,
        remarks=remarks,
    )
