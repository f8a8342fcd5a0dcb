"""Words that say outright that a name is a place, and of which kind: "the village of X", "X district", "60 km north of X"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from chronology.extract import places_words

UNITS = {
    "village": "town", "town": "town", "city": "town", "hamlet": "town", "settlement": "town", "township": "town", "municipality": "town",
    "capital": "town", "port": "town", "suburb": "town", "stronghold": "town", "community": "town",
    "district": "district", "sub-district": "district", "subdistrict": "district", "county": "district", "subprefecture": "district",
    "department": "district", "commune": "district",
    "province": "region", "governorate": "region", "state": "region", "oblast": "region", "prefecture": "region",
    "region": "area", "area": "area", "valley": "area", "desert": "area", "countryside": "area", "island": "area", "peninsula": "area",
    "neighborhood": "site", "neighbourhood": "site", "quarter": "site", "camp": "site", "airport": "site", "airbase": "site", "base": "site",
    "market": "site", "checkpoint": "site", "crossing": "site", "hospital": "site", "school": "site", "mosque": "site", "dam": "site",
}  # fmt: skip
"""What a place is called -> what it is. An area is as large as its words let it be: a region, a district, a town's surroundings."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A name that some words mark as a place."""

    start: int
    end: int
    text: str
    unit: str
    names: bool
    """Whether the cue alone makes it a place, known to a gazetteer or not."""
    rule: str


_UNIT = "|".join(sorted(map(re.escape, UNITS), key=len, reverse=True))
_ARTICLE = r"(?:[AaEeUu](?:[lrsdzntj]|[sdt]h)[-–’' ]|[AE][LRSDZNT][-–])"
_NAME = rf"{_ARTICLE}?[A-ZÀ-ÖØ-ÞĀ-Ž][^\W\d_]*(?:['’`‘ʿ][^\W\d_]+)*"
_CHAIN = rf"{_NAME}(?:[ -](?:(?:al|el|ar|as|ash|ad|az|an|at|de|da|do|la|of|e)[- ])?{_NAME}){{0,3}}"

_UNIT_OF = re.compile(
    rf"""
    \b (?P<unit>{_UNIT})s? [ ] (?:of|called|named) [ ] (?P<name>{_CHAIN})   # the village of Kafr Test
    """,
    re.VERBOSE,
)
_UNIT_AFTER = re.compile(
    r"""
    [ ] (?P<unit>villages?|town|city|(?:sub-)?[Dd]istricts?|[Pp]rovinces?|[Gg]overnorates?|region|area|valley
        |neighbou?rhood|(?:refugee[ ])?camp|county) \b (?![-’'])            # Washer district; al-Msheirfeh region
    """,
    re.VERBOSE,
)
_IN_A_REGION = re.compile(
    rf"""
    \b(?:in|at|near|outside|on|of)[ ] (?P<name>{_CHAIN}) ,[ ]in[ ] (?:the[ ])? (?:{_NAME}['’]s[ ])? (?:[\w-]+ern[ ])?
    {_CHAIN}[ ] (?P<unit>province|governorate|state|oblast|county|district)\b   # in Kafr Test, in Syria's Idlib province
    """,
    re.VERBOSE,
)
_NAME_BEFORE = re.compile(rf"(?<![\w.’'-])(?P<name>{_CHAIN})\Z")
_UNIT_NAME = re.compile(rf"\b(?P<unit>village|town|hamlet)[ ](?P<name>{_NAME})")
_LONGEST = 50
_PARTS = frozenset(("neighborhood", "neighbourhood", "quarter", "district", "suburb", "area", "camp"))


def find(body: str) -> list[Cue]:
    """The cues, in order; where two are about one name, the first kind of pattern wins."""
    found: dict[int, Cue] = {}
    for word, name, at, rule in _matches(body):
        start, end = _trimmed(name, at)
        if start < end and not any(cue.start < end and start < cue.end for cue in found.values()):
            lower = word.lower().removeprefix("refugee ")
            unit = lower if lower in UNITS else lower.removesuffix("s")
            alone = word[0].islower() and _names(body, start, end)  # not Highland Park District
            found[start] = Cue(start, end, body[start:end], UNITS[unit], alone, rule.format(unit))
    return [found[start] for start in sorted(found)]


def _matches(body: str) -> Iterator[tuple[str, str, int, str]]:
    """Unit, name, where the name starts, and the rule."""
    for match in _UNIT_OF.finditer(body):
        owner = _NAME_BEFORE.search(body, max(0, match.start() - _LONGEST), match.start() - 1)
        if owner and match["unit"] in _PARTS and not _is_adjective(owner["name"]):
            continue  # the Karada district of Baghdad: Karada is the district
        yield match["unit"], match["name"], match.start("name"), "cue: {} of"
    for after in _UNIT_AFTER.finditer(body):
        if before := _NAME_BEFORE.search(body, max(0, after.start() - _LONGEST), after.start()):
            yield after["unit"], before["name"], before.start(), "cue: {}"
    for match in _IN_A_REGION.finditer(body):
        yield "town", match["name"], match.start("name"), "cue: in a " + match["unit"]
    for match in _UNIT_NAME.finditer(body):
        yield match["unit"], match["name"], match.start("name"), "cue: the {}"


def _is_adjective(name: str) -> bool:
    """Whether the last word says whose ("Syrian"), or is no name at all ("The")."""
    last = name.rsplit(" ", maxsplit=1)[-1].lower()
    return last in places_words.NOT_PLACES or last.endswith(("an", "ish", "ese", "ench", "utch", "eek", "i"))


def _trimmed(name: str, start: int) -> tuple[int, int]:
    """Without a word before it that is no name ("The", "In") and without a possessive behind it."""
    words = name.split(" ")
    while words and words[0].lower() in places_words.NOT_PLACES and len(words) > 1:
        start += len(words[0]) + 1
        words = words[1:]
    text = " ".join(words)
    owner = max(text.rfind("'s "), text.rfind("’s "))  # Syria's Idlib province
    if owner >= 0:
        start, text = start + owner + 3, text[owner + 3 :]
    if text.lower() in places_words.NOT_PLACES:
        return start, start
    if text[-2:] in ("'s", "’s"):
        text = text[:-2]
    return start, start + len(text)


def _names(body: str, start: int, end: int) -> bool:
    words = re.findall(r"[\w’'-]+", body[start:end].lower())
    loose = (
        places_words.ORGANISATION
        | places_words.TITLES
        | places_words.DIRECTION
        | places_words.NOT_PLACES
        | places_words.GIVEN
    )
    return not any(word in loose for word in words) and not (len(words) == 1 and len(words[0]) < 3)
