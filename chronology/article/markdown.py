"""The marks of Markdown in a text, so that "At least **13** people" reads as a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chronology.article.furniture import Masked


def marks(text: str) -> Iterator[Masked]:
    """Headings' and quotations' marks, emphasis, pictures, the addresses of links, comments; never a word of the text."""
    yield from _comments(text)
    for found in _MARKS.finditer(text):
        for name in ("line", "picture", "opening", "address", "emphasis"):
            if found[name]:
                yield Masked(*found.span(name), "markup")


def _comments(text: str) -> Iterator[Masked]:
    """By hand: a pattern would look for the end again at each "<!--"."""
    start = text.find("<!--")
    while start >= 0 and (end := text.find("-->", start)) >= 0:
        yield Masked(start, end + 3, "markup")
        start = text.find("<!--", end)


_ADDRESS = r"\( [^()\s]{0,2000} (?:\s+\"[^\"\n]{0,200}\")? \)"
_MARKS = re.compile(
    rf"""
      ^ [ ]{{0,3}} (?P<line> \#{{1,6}}(?=\s) | >(?:[ ]?>){{0,5}}(?=\s) )
    | (?P<picture> !\[ [^\[\]\n]{{0,500}} \] {_ADDRESS} )
    | (?P<opening> \[ ) (?= [^\[\]\n]{{1,500}} \]\( )
    | (?P<address> (?<=\w|[.,;:!?)"”’\]*]) \] {_ADDRESS} )
    | (?P<emphasis> \*{{1,3}}(?=\S) | (?<=\S)\*{{1,3}} | (?<!\w)_{{1,2}}(?=\w) | (?<=\w)_{{1,2}}(?!\w) )
    """,
    re.X | re.M,
)
