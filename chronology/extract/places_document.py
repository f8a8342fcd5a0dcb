"""What a whole text says that bears on each of its names: who is a person, which countries it names, what is cued."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from chronology.extract import places_words
from chronology.extract.places_names import Name
from chronology.gazetteer import Row

_LEADING_IN = ("in", "near", "from", "at", "outside", "into", "around")
_WORD = re.compile(r"[\w'’]+")


def words_before(body: str, start: int) -> tuple[str, str]:
    """The word directly before a place in the text, and the one before that; "" where there is none, as after a mark."""
    opening = body[max(0, start - 40) : start].rstrip()
    words = _WORD.findall(opening)
    if not words or not opening.endswith(words[-1]):
        return "", ""
    return words[-1], words[-2] if len(words) > 1 else ""


class Document(NamedTuple):
    """What the whole text says that bears on each name."""

    body: str
    lower_words: frozenset[str]
    """Words that occur without a capital."""
    persons: frozenset[str]
    """Words that occur as parts of a person's name."""
    countries: frozenset[str]
    regions: frozenset[tuple[str | None, str]]
    counts: Counter[str]
    cued: frozenset[str]
    """Keys that stand somewhere behind "in", "near" ... or before the region or country that they lie in."""


def read(body: str, names: Sequence[Name]) -> Document:
    lower_words = frozenset(re.findall(r"(?<![\w’'-])[a-z]{3,}", body))
    countries = frozenset(
        row.country for name in names for row in name.rows[:1] if row.kind in ("country", "demonym") and row.country
    )
    regions = frozenset((row.country, row.name) for name in names for row in name.rows[:1] if row.kind == "region")
    return Document(
        body,
        lower_words,
        _persons(names, body),
        countries,
        regions,
        Counter(name.key for name in names),
        frozenset(
            name.key for name, after in zip(names, [*names[1:], None], strict=False) if _is_cued(body, name, after)
        ),
    )


def _persons(names: Sequence[Name], body: str) -> frozenset[str]:
    found: set[str] = set()
    for run in {name.run for name in names}:
        for at, token in enumerate(run[:-1]):
            following = run[at + 1]
            gap = body[token.end : following.start]
            if gap.strip(" .\n") == "" and (token.lower in places_words.GIVEN or token.lower in places_words.TITLES):
                found.add(following.lower)
                if at + 2 < len(run) and token.lower in places_words.GIVEN | places_words.TITLES:
                    found.add(run[at + 2].lower)
    return frozenset(found)


def _is_cued(body: str, name: Name, after: Name | None) -> bool:
    if name.first == 0 and words_before(body, name.start)[0] in _LEADING_IN:
        return True
    return after is not None and contains(body, name, after) is not None


def owns(body: str, owner: Name, owned: Name) -> bool:
    """Syria's Idlib: whether the first is a country or region that the second lies in."""
    if body[owner.end : owned.start] not in ("'s ", "’s ") or not owner.rows:
        return False
    wider = [of for of in owner.rows[:3] if of.kind in ("country", "region")]
    return any(
        r.country == of.country and (of.kind == "country" or r.region == of.name) for r in owned.rows for of in wider
    )


def contains(body: str, inner: Name, outer: Name) -> Row | None:
    """The row of `inner` that lies in `outer`, if the text puts them like "Springfield, Ill."."""
    gap = body[inner.end : outer.start]
    if gap not in (", ", " (", ",  "):
        return None
    wider = outer.rows[:3]
    for row in inner.rows:
        for of in wider:
            if row.country == of.country and (
                (of.kind == "country" and row.kind != "country")
                or (of.kind == "region" and row.region == of.name and row.kind != "region")
            ):
                return row
    return None
