"""What a text says of how two places lie to each other: inside, beside, so many kilometres in that direction."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from chronology.extract.places_cues import UNITS
from chronology.extract.places_mention import Away, Mention

_UNIT = "|".join(sorted(map(re.escape, UNITS), key=len, reverse=True))
_DIRECTIONS = {
    "north": "N", "northern": "N", "northeast": "NE", "northeastern": "NE", "east": "E", "eastern": "E", "southeast": "SE",
    "southeastern": "SE", "south": "S", "southern": "S", "southwest": "SW", "southwestern": "SW", "west": "W", "western": "W",
    "northwest": "NW", "northwestern": "NW",
}  # fmt: skip
_TOWARDS = r"(?:north|south)(?:[- ]?(?:east|west))?|east|west"

_INSIDE = re.compile(
    rf"""
    (?: [ ](?:{_UNIT})s? )?                      # Washer district, Helmand; the village of X in ...
    (?:
        ,? [ ](?:which[ ](?:is|lies)[ ])?(?:located[ ]|situated[ ])?(?:in|inside|within|of)[ ]
    )
    (?:the[ ])? (?:[\w-]+ern[ ]|central[ ]|[\w-]+[ ](?={_UNIT}))? (?:\w+[ ])? (?:(?:{_UNIT})[ ]of[ ])?
    """,
    re.VERBOSE,
)
_COMMA = re.compile(
    rf"(?:[ ](?:{_UNIT}))?(?:,[ ]{{1,2}}|[ ]\()(?:in[ ])?(?:the[ ])?(?:[\w-]+ern[ ])?(?:(?:{_UNIT})[ ]of[ ])?"
)
_HOW = r"(?:[\w-]+ern|north|south|east|west|central|coastal|border|capital|largest|second|third|main|key|ancient|rebel-held|[\w-]+-majority)"
_OWNS = re.compile(rf"(?:['’]s?)[ ](?:{_HOW}[ ]){{0,2}}(?:(?:{_UNIT})[ ](?:of[ ])?)?")
_PEOPLES = re.compile(rf"[ ](?:{_HOW}[ ]){{0,2}}(?:{_UNIT})[ ](?:of[ ])?")
_NUMBER = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty "
    "thirty forty fifty sixty seventy eighty ninety hundred"
)
_VALUES = dict(zip(_NUMBER.split(), [*range(1, 21), 30, 40, 50, 60, 70, 80, 90, 100], strict=True)) | {
    "a": 1,
    "dozen": 12,
}
_AWAY = re.compile(
    rf"""
    (?P<about>(?:nearly|almost|about|around|some|roughly|approximately|over|more[ ]than|less[ ]than|just|at[ ]least|up[ ]to|~)[ ]?){{0,2}}
    (?P<number>\d{{1,4}}(?:[.,]\d+)?|{_NUMBER.replace(" ", "|")}|a[ ]dozen)
    [ -]? (?P<measure>kilomet(?:er|re)s?|kms?|miles?|mi)\b
    (?:[ ]\([^)]{{1,25}}\))?
    (?:[ ](?:away|off|distance))?
    (?:[ ](?:to[ ]the[ ]|due[ ])? (?P<towards>{_TOWARDS})(?:ern)?)?
    [ ](?:of|from|outside|inside)[ ]
    (?P<rest>(?:(?!\.\s)[^\n;:]){{0,60}})\Z
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MEASURE = re.compile(r"kilomet|\bkms?\b|\bmiles?\b|\bmi\b|\dkms?\b")
_DIRECTION_OF = re.compile(
    rf"(?<!in the )(?<!the )\b(?P<towards>{_TOWARDS})[ ]of[ ](?:the[ ](?:{_UNIT})[ ]of[ ]|the[ ])?\Z", re.IGNORECASE
)
_BESIDE = re.compile(
    rf"""
    (?: [ ](?:{_UNIT}) )? ,? [ ](?:which[ ]is[ ]|located[ ])?
    (?:near|close[ ]to|outside|next[ ]to|beside|just[ ]outside|not[ ]far[ ]from|on[ ]the[ ]outskirts[ ]of|in[ ]the[ ]vicinity[ ]of)[ ]
    (?:the[ ](?:{_UNIT})[ ]of[ ]|the[ ])?
    """,
    re.VERBOSE,
)
_NEAR = re.compile(
    rf"""
    \b(?P<words>outskirts|near|outside|vicinity|close[ ]to|surroundings|countryside|suburbs|around|surrounding|not[ ]far[ ]from)
    (?:[ ]of)? [ ] (?:the[ ]?)? (?:(?:[\w-]+[ ])?(?:{_UNIT})[ ]of[ ])? \Z
    """,
    re.VERBOSE,
)
_NEAR_WORDS = (
    "outskirts",
    "near",
    "outside",
    "vicinity",
    "close to",
    "surround",
    "countryside",
    "suburbs",
    "around",
    "not far",
)
_AREA_AFTER = re.compile(r"[ ](?:area|countryside|suburbs|outskirts)\b")
_PLACE_OF_AN_EVENT = re.compile(
    r"(?:the[ ])?(?:place|site|scene|spot|location|village|town|area|house)[ ](?:where|of|in[ ]which)\b", re.IGNORECASE
)
_FARTHEST = 200
_SENTENCE_END = re.compile(r"[.!?]\s+[A-Z“\"]|\n")


def related(body: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions with what the text says of how they lie."""
    found = list(mentions)
    for at, mention in enumerate(mentions):
        found[at] = replace(
            found[at], near=_near(body, mention), within=_within(body, mentions, at), beyond=_beyond(body, mentions, at)
        )
    for at, mention in enumerate(mentions):
        inner = _last_place(mentions, at, body)
        if inner is None or mention.is_demonym:
            continue
        gap = body[mentions[inner].end : mention.start]
        away = _away(gap, at)
        if away:
            found[inner] = replace(found[inner], away=found[inner].away or away)
        elif _BESIDE.fullmatch(gap):
            found[inner] = replace(found[inner], beside=at)
    for at in range(len(found)):
        found[at] = _away_from_an_event(body, found, at)
    return tuple(found)


def _last_place(mentions: Sequence[Mention], at: int, body: str) -> int | None:
    """The place before this one in the same sentence, as far as can be seen from here."""
    for before in range(at - 1, -1, -1):
        if mentions[at].start - mentions[before].end > _FARTHEST:
            return None
        if _SENTENCE_END.search(body, mentions[before].end, mentions[at].start):
            return None
        if not mentions[before].is_demonym:
            return before
    return None


def _near(body: str, mention: Mention) -> str | None:
    opening = body[max(0, mention.start - 60) : mention.start].lower()
    if any(word in opening for word in _NEAR_WORDS):
        before = _NEAR.search(opening)
        if before:
            return before["words"]
    after = _AREA_AFTER.match(body, mention.end)
    return after.group().strip() if after else None


def _within(body: str, mentions: Sequence[Mention], at: int) -> tuple[int, ...]:
    """What the mention lies in: "X in Y", "X, Y", "Y's X", "the Syrian town of X"."""
    mention, found = mentions[at], []
    for outer in range(at + 1, min(at + 4, len(mentions))):
        gap = body[mention.end : mentions[outer].start]
        if len(gap) > 70:
            break
        if _INSIDE.fullmatch(gap):
            found.append(outer)
            break
        if not mentions[outer].is_demonym:
            break
    if at:
        outer = at - 1
        gap = body[mentions[outer].end : mention.start]
        owner = mentions[outer]
        wide = bool(owner.rows) and owner.rows[0].kind in ("country", "region")
        if len(gap) < 40 and (_PEOPLES.fullmatch(gap) if owner.is_demonym else wide and _OWNS.fullmatch(gap)):
            found.append(outer)
    return tuple(found)


def _beyond(body: str, mentions: Sequence[Mention], at: int) -> int | None:
    """Springfield, Ohio; Washer district, Helmand province. But not Iraq, Iran; and not Ohio, Iowa."""
    if at + 1 == len(mentions) or mentions[at + 1].is_demonym:
        return None
    gap = body[mentions[at].end : mentions[at + 1].start]
    if len(gap) > 40 or not _COMMA.fullmatch(gap):
        return None
    return at + 1 if _breadth(mentions[at]) < _breadth(mentions[at + 1]) else None


def _breadth(mention: Mention) -> int:
    if mention.unit in _BREADTHS:
        return _BREADTHS[mention.unit]
    return _BREADTHS.get(mention.rows[0].kind, 1) if mention.rows else 1


_BREADTHS = {"site": 0, "town": 1, "river": 1, "district": 2, "region": 3, "country": 4, "area": 4, "sea": 4}


def _away(gap: str, of: int) -> Away | None:
    measured = _AWAY.search(gap) if _MEASURE.search(gap) else None
    if measured:
        number = measured["number"].lower()
        value = _VALUES.get(number.removeprefix("a "), None)
        km = float(number.replace(",", "")) if value is None else float(value)
        if measured["measure"].lower().startswith("mi"):
            km *= 1.609344
        towards = measured["towards"]
        bearing = _DIRECTIONS[re.sub("[- ]", "", towards.lower())] if towards else None
        return Away(km, bool(measured["about"]) or value is not None, bearing, of)
    towards_of = _DIRECTION_OF.search(gap)
    if towards_of and len(gap) < 60:
        return Away(None, True, _DIRECTIONS[re.sub("[- ]", "", towards_of["towards"].lower())], of)
    return None


def away_from(words: str) -> Away | None:
    """The distance and direction that the words right before a place's name give of something unnamed."""
    return _away(words[-90:], -1)


_FROM_AN_EVENT = re.compile(
    rf"""
    [^.\n]{{0,60}}? \b(?P<number>\d{{1,4}}(?:\.\d+)?)[ ](?P<measure>kilomet(?:er|re)s?|km|miles)
    (?:[ ](?:{_TOWARDS}))? [ ](?:away[ ])?(?:from|of)[ ] {_PLACE_OF_AN_EVENT.pattern}
    """,
    re.VERBOSE | re.IGNORECASE,
)


def _away_from_an_event(body: str, mentions: Sequence[Mention], at: int) -> Mention:
    """ "X is 24 kilometres from the place where he was killed": so far from the last town named before the sentence."""
    mention = mentions[at]
    match = None if mention.away else _FROM_AN_EVENT.match(body, mention.end, mention.end + 160)
    if not match:
        return mention
    for before in range(at - 1, -1, -1):
        other = mentions[before]
        if mention.start - other.end > 600:
            break
        if not other.is_demonym and other.key != mention.key and (other.unit == "town" or _is_town(other)):
            km = float(match["number"]) * (1.609344 if match["measure"] == "miles" else 1.0)
            return replace(mention, away=Away(km, False, None, before))
    return mention


def _is_town(mention: Mention) -> bool:
    return bool(mention.rows) and all(row.kind in ("town", "site") for row in mention.rows)
