"""The words around a mention that govern it: since, until ...; and whether its verb looks back or ahead."""

from __future__ import annotations

from chronology.extract.dates.reading import Relation, Tense
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
_AHEAD_WORDS = """will shall ll would won't scheduled due expected plans planned planning supposed upcoming deadline
    expire expires payable coming"""
_BACK_WORDS = """was were had did said told began took came went left met made held found gave got became saw fell rose won
    lost hit sent struck shot led broke fled brought spoke wrote ran"""
_PRESENT_WORDS = "is are am has have"
_AHEAD, _BACK, _PRESENT = (frozenset(group.split()) for group in (_AHEAD_WORDS, _BACK_WORDS, _PRESENT_WORDS))
_BEFORE, _AFTER = 10, 5
"""How many words away a verb still governs."""


def relation(line: Tokens, first: int) -> Relation | None:
    """The preposition right before a mention that says nothing happened just then."""
    for at in range(first - 1, max(-1, first - 6), -1):
        if line.name(at) not in ("the", "about", "early", "late", "on", "at", "end", "of", "mid", "dash", "last"):
            return _RELATIONS.get(line.word(at))
    return None


def approximately(line: Tokens, first: int) -> bool:
    """Whether a date is only near: "around 8 December"; but not "talks about Sunday"."""
    before = line.word(first - 1)
    return before in ("around", "circa", "approximately") or (
        before == "about" and line.word(first - 2) in ("or", "on")
    )


def tense(line: Tokens, first: int, last: int) -> Tense | None:
    """What the nearest verb of the sentence says: "will meet on Thursday" is ahead, "met" past, "was killed" done."""
    if line.name(last) == "possessive":
        return "past"
    if line.word(first - 1) == "as" and line.word(first - 2) in ("soon", "early", "late"):
        return "future"
    passive = False
    for at in range(first - 1, max(-1, first - 1 - _BEFORE), -1):
        if line.name(at) in ("dot", "para"):
            break
        said = _says(line, at)
        if line.word(at) == "have" and line.word(at - 1) in _AHEAD:
            return "past"  # may have been killed
        if line.word(at) in ("be", "to") and line.word(at - 1) in _PRESENT:
            return "future"  # is to resume, are to be
        if said == "past" and line.word(at - 1) in ("be", "to"):
            passive = True  # would be held
        elif said == "past" and line.word(at - 1) in ("was", "were", "been"):
            return "done"
        elif said is not None or (line.word(at) in _PRESENT and not passive):
            return said
    for at in range(last, min(len(line.letters), last + _AFTER)):
        if line.name(at) in ("dot", "para"):
            break
        said = _says(line, at)
        if said is not None:
            return said
    return None


def _says(line: Tokens, at: int) -> Tense | None:
    word = line.word(at)
    if word == "set":
        return "future" if line.name(at + 1) in ("to", "for") else "past"
    if word in _AHEAD:
        return "future"
    return "past" if word in _BACK or (len(word) > 4 and word.endswith("ed")) else None
