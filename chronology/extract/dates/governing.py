"""The words around a mention that govern it: since, until ...; and whether its verb looks back or ahead."""

from __future__ import annotations

from typing import Literal

from chronology.extract.dates.reading import Relation
from chronology.extract.dates.tokens import Tokens

_RELATIONS: dict[str, Relation] = {
    "since": "since",
    "until": "until",
    "till": "until",
    "before": "before",
    "after": "after",
    "by": "by",
    "from": "from",
}
_FUTURE_WORDS = """will shall won't scheduled due expected set plans planned planning upcoming deadline expires expire coming ll
    begins starts would until till"""
_PAST_WORDS = """was were had did said told killed began took came went left met made held found gave got became saw fell rose won
    lost hit sent struck shot led broke fled brought spoke wrote ran"""
_FUTURE, _PAST = frozenset(_FUTURE_WORDS.split()), frozenset(_PAST_WORDS.split())
_BACK, _AHEAD = 10, 5


def relation(line: Tokens, first: int) -> Relation | None:
    """The preposition right before a mention that says nothing happened just then."""
    at = first - 1
    while line.name(at) in ("the", "about", "early", "late", "on", "at", "end", "of", "mid", "dash"):
        at -= 1
        if first - at > 5:
            return None
    return _RELATIONS.get(line.word(at)) if at >= 0 else None


def tense(line: Tokens, first: int, last: int) -> Literal["past", "future"] | None:
    """What the nearest verb in the sentence says: "will meet on Thursday" is ahead."""
    for at in range(first - 1, max(-1, first - 1 - _BACK), -1):
        if line.name(at) in ("dot", "para"):
            break
        word = line.word(at)
        if word in _FUTURE:
            return "future"
        if word in _PAST or (len(word) > 4 and word.endswith("ed")):
            return "past"
    for at in range(last, min(len(line.spans), last + _AHEAD)):
        if line.name(at) in ("dot", "para"):
            break
        word = line.word(at)
        if word in _FUTURE:
            return "future"
        if word in _PAST or (len(word) > 4 and word.endswith("ed")):
            return "past"
    return None
