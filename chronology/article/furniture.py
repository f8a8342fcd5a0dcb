"""What stands in a pasted article but is not its text: menus, share buttons, lists of other stories."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from chronology.article import phrases


@dataclass(frozen=True, slots=True)
class Masked:
    """A stretch of the text that is not read, and why: code points, end exclusive."""

    start: int
    end: int
    reason: str


def find(text: str) -> tuple[Masked, ...]:
    """The furniture of a text, in order and without overlaps.

    Whole lines only, save for a photo credit behind a caption that may be news. A line is furniture by its own words,
    or by its place: under a heading such as "Read more:", in a menu, or said before. In doubt it stays; and a text that
    would be furniture from end to end has none.
    """
    lines = _lines(text)
    reasons: dict[int, Masked] = {}
    for rule in (_by_words, _lists, _menus, _repeats):
        for index, masked in rule(lines, reasons):
            reasons.setdefault(index, masked)
    if len(reasons) == len(lines) and all(reasons[i].start == line.start for i, line in enumerate(lines)):
        return ()
    return tuple(reasons[index] for index in sorted(reasons))


def mask(text: str, spans: Iterable[Masked]) -> str:
    """The text with each span blanked: the same length, every line break where it was."""
    parts = []
    done = 0
    for span in sorted(spans, key=lambda span: span.start):
        start = max(done, span.start)
        if start < span.end:
            parts += [text[done:start], re.sub(r"\S", " ", text[start : span.end])]
            done = span.end
    return "".join([*parts, text[done:]])


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    after_blank: bool

    def masked(self, reason: str) -> Masked:
        return Masked(self.start, self.end, reason)


_Found = Iterator[tuple[int, Masked]]
_Reasons = dict[int, Masked]


def _lines(text: str) -> tuple[_Line, ...]:
    """The lines that hold something, without the blanks around them."""
    lines = []
    start = 0
    after_blank = True
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped:
            first = start + len(raw) - len(raw.lstrip())
            lines.append(_Line(first, first + len(stripped), stripped, after_blank))
        after_blank = not stripped
        start += len(raw) + 1
    return tuple(lines)


def _by_words(lines: tuple[_Line, ...], _: _Reasons) -> _Found:
    """Lines that can be nothing else: "Share on Facebook", "Leave a Reply", "All rights reserved."."""
    for index, line in enumerate(lines):
        reason = phrases.reason(line.text)
        if reason:
            yield index, line.masked(reason)
            continue
        credit = phrases.credit(line.text)
        if credit is not None:
            yield index, Masked(line.start + credit, line.end, "caption")


_MOST = 60
"""Lines of a list of other stories; more without a full stop are something else. It also keeps the search linear."""


def _lists(lines: tuple[_Line, ...], reasons: _Reasons) -> _Found:
    """Headings such as "Read more:" or "Tags", and the titles under them.

    Under the heading stands one block, or titles with blank lines between. What follows the block is part of the list only if
    nothing but titles comes before the next furniture or the end of the text.
    """
    headings = {index: heading for index, line in enumerate(lines) if (heading := phrases.heading(line.text))}
    kinds = {heading.reason: heading for heading in headings.values()}
    entries = {reason: [heading.lists(line.text) for line in lines] for reason, heading in kinds.items()}
    for index, heading in headings.items():
        yield index, lines[index].masked(heading.reason)
        if heading.holds_title:
            continue
        last = index + 1
        while last < min(len(lines), index + _MOST) and last not in reasons and entries[heading.reason][last]:
            last += 1
        # the article goes on below the list
        if last < len(lines) and last not in reasons:
            last = _end_inside_article(lines, index, last, heading.several)
        for below in range(index + 1, last):
            yield below, lines[below].masked(heading.reason)


def _end_inside_article(lines: tuple[_Line, ...], heading: int, last: int, several: bool) -> int:
    """Where a list ends that stands amid the article: with its block, or after one title under "Read more"."""
    first = heading + 1
    if first == last:
        return first
    if not lines[first].after_blank:
        return next((i for i in range(first, last) if lines[i].after_blank), last)
    return last if several else first + 1


def _menus(lines: tuple[_Line, ...], reasons: _Reasons) -> _Found:
    """Runs of three lines or more of one to three words, of which at least two, and a third, are names of site sections."""
    index = 0
    while index < len(lines):
        end = index
        while end < len(lines) and phrases.short_label(lines[end].text):
            end += 1
        sections = sum(phrases.section(lines[i].text) for i in range(index, end))
        if end - index >= 3 and sections >= 2 and sections * 3 >= end - index:
            for i in range(index, end):
                yield i, lines[i].masked("menu")
        index = max(end, index + 1)


def _repeats(lines: tuple[_Line, ...], reasons: _Reasons) -> _Found:
    """What was said before, word for word: embedded posts, captions under several pictures.

    The first stays, so nothing is lost; of captions in a row (no full stop, after the article's first lines) all go, unless
    they tell of a toll.
    """
    times = Counter(line.text for line in lines)
    seen: set[str] = set()
    for index, line in enumerate(lines):
        if times[line.text] == 1 or index in reasons or len(line.text) > phrases.LONGEST:
            continue
        words = len(line.text.split())
        news = phrases.tells_news(line.text)
        beside = any(
            0 <= i < len(lines) and lines[i].text == line.text and not lines[max(i, index)].after_blank
            for i in (index - 1, index + 1)
        )
        caption = index > 3 and beside and words >= 3 and not news and phrases.headline(line.text)
        again = line.text in seen and (words >= 12 or (words >= 5 and (beside or not news)))
        if caption or again:
            yield index, line.masked("repeated")
        seen.add(line.text)
