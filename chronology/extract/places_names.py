"""Capitalised runs of words, and what in them may be a place: the names that the gazetteer knows, and named sites."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from chronology.extract import places_words
from chronology.extract.text import lexicon
from chronology.gazetteer import Gazetteer, Row, folding


class Token(NamedTuple):
    """A capitalised word of a run; `end` is before a possessive 's and before a full stop."""

    start: int
    end: int
    text: str
    lower: str
    dot: bool
    """A full stop follows directly."""


class Name(NamedTuple):
    """A stretch of a run that may name a place, with the run's words before and behind it."""

    start: int
    end: int
    text: str
    key: str
    rows: tuple[Row, ...]
    form: str
    """known, road, site, water, land or county: what makes it look like a place."""
    run: tuple[Token, ...]
    first: int
    last: int
    """The first and last of its words in the run."""


MOST_WORDS = 6
LONGEST_RUN = 30
"""Longer ones are cut: a page of capitals is no name."""

_ARTICLE = r"(?:[AaEeUu](?:[lrsdzntj]|[sdt]h)[-–’']|[AE][LRSDZNT][-–]|[Dd]['’]|O['’]|[Ll]['’])"
_WORD = re.compile(
    rf"""
    (?<![\w@#])
    (?:
        (?:[A-Z]\.){{2,}}                                              # U.S.
      | [A-Z]\.[ ]?[A-Z][a-z]{{1,2}}(?=\.)                             # W.Va.
      | {_ARTICLE}? [A-ZÀ-ÖØ-ÞĀ-Ž] [^\W\d_]* (?:['’`‘ʿ][^\W\d_]+)*     # Sana'a, al-Bab, O'Fallon, Syria's
    )
    """,
    re.VERBOSE,
)
_JOIN = re.compile(
    r"""
    [ \t\u00a0]{1,2}                                   # New York
    | [ \t]*\n[ \t]{4,}                                # a name over the end of an indented line
    | [-–]                                             # Miami-Dade
    | \.[ ]                                            # St. Louis; only after short forms, see _joined
    | ['’]s[ ]                                         # People's Republic
    | -(?:e|i|ye)[ ]                                   # Sar-e Pul
    | [ ](?:of[ ]the|of|the|de[ ]la|de[ ]los|de[ ]las|de|del|la|las|los|du|des|di|da|do|dos|das|al|el|ul|and|&|upon|on|y|e)[ ]
    | -(?:au|aux|sur|sous|en|le|la|les|de|des|du|am|an|der|upon|on|the|in|by|e|el|al|ez|ad|ash|as|ar)-
    """,
    re.VERBOSE,
)
_AGENCIES = frozenset(("SANA", "ARA", "ANHA", "IRNA", "WAFA"))
"""News agencies whose initials are also towns."""
_SHORT = frozenset(("st", "ste", "ft", "mt", "w", "n", "s", "e"))


def names(body: str, gazetteer: Gazetteer) -> list[Name]:
    """What may be a place, in order, none crossing another."""
    runs = [tuple(run) for run in _runs(body)]
    keys = {run: _keys(body, run) for run in runs}
    known = gazetteer.known({key for of_run in keys.values() for key in of_run.values()})
    found: list[Name] = []
    for run in runs:
        found.extend(_in_run(body, run, keys[run], known, gazetteer))
    return found


def _runs(body: str) -> Iterator[list[Token]]:
    run: list[Token] = []
    for match in _WORD.finditer(body):
        token = _token(body, match)
        if run and (len(run) == LONGEST_RUN or not _joined(body, run[-1], token)):
            yield run
            run = []
        run.append(token)
    if run:
        yield run


def _token(body: str, match: re.Match[str]) -> Token:
    start, end = match.span()
    text = match.group()
    if text[-2:] in ("'s", "’s", "'S", "’S"):
        text, end = text[:-2], end - 2
    return Token(start, end, text, text.lower(), body.startswith(".", end) and not text.endswith("."))


def _joined(body: str, before: Token, after: Token) -> bool:
    gap = body[before.end : after.start]
    if len(gap) > 40 or not _JOIN.fullmatch(gap):
        return False
    return gap != ". " or before.lower in _SHORT or before.lower in places_words.TITLES


def _keys(body: str, run: tuple[Token, ...]) -> dict[tuple[int, int], str]:
    return {
        (first, last): folding.plain(body[run[first].start : run[last].end])
        for first in range(len(run))
        for last in range(first, min(first + MOST_WORDS, len(run)))
    }


def _in_run(
    body: str, run: tuple[Token, ...], keys: dict[tuple[int, int], str], known: frozenset[str], gazetteer: Gazetteer
) -> Iterator[Name]:
    first = 0
    while first < len(run):
        name = _longest(body, run, first, keys, known, gazetteer)
        if name:
            yield name
            first = name.last + 1
        else:
            first += 1


def _longest(
    body: str,
    run: tuple[Token, ...],
    first: int,
    keys: dict[tuple[int, int], str],
    known: frozenset[str],
    gazetteer: Gazetteer,
) -> Name | None:
    for last in range(min(first + MOST_WORDS, len(run)) - 1, first - 1, -1):
        key = keys[first, last]
        if key in known and _may_be(body, run, first, last, key):
            rows = gazetteer.lookup_key(key)
            start, end = run[first].start, run[last].end + (run[last].dot and _is_short_form(key, rows))
            return Name(start, end, body[start:end], key, rows, "known", run, first, last)
        form = last > first and _form(run, first, last)
        if form and not (form == "site" and _holds_a_place(run, first, last, keys, known)):
            start, end = run[first].start, run[last].end
            return Name(start, end, body[start:end], key, (), form, run, first, last)
    return None


def _holds_a_place(
    run: tuple[Token, ...], first: int, last: int, keys: dict[tuple[int, int], str], known: frozenset[str]
) -> bool:
    """Paris Regional Medical Center: the press says where, and the name of the site adds nothing to that."""
    return any(
        keys[first, until] in known and run[first].lower not in places_words.GIVEN for until in range(first, last)
    )


def _may_be(body: str, run: tuple[Token, ...], first: int, last: int, key: str) -> bool:
    """Weeds out short forms that are words: "Miss" needs its stop, "OK" its town before it, "us" is no country."""
    if first != last:
        return True
    token = run[first]
    if token.lower in places_words.NOT_PLACES and not token.text.isupper():
        return False
    if token.text in _AGENCIES or token.lower in places_words.DIRECTION:
        return False
    is_code = len(token.text) == 2 and token.text.isupper()
    if key in SHORT_FORMS_OF_STATES and not is_code:
        return token.dot or "." in token.text
    if is_code and key not in ("us", "uk", "bc", "dc", "eu", "un"):
        return body[max(0, token.start - 2) : token.start] == ", "
    return len(key) > 3 or token.text.isupper() or (token.text.istitle() and len(key) > 2)


def _is_short_form(key: str, rows: tuple[Row, ...]) -> bool:
    return (
        len(key) <= 5
        and rows[0].kind == "region"
        and rows[0].country in ("US", "CA", "AU")
        and folding.plain(rows[0].name) != key
    )


def _form(run: tuple[Token, ...], first: int, last: int) -> str | None:
    if any(token.lower in places_words.NOT_PLACES for token in run[first:last]):
        return None
    ending = run[last].lower
    if ending in places_words.ROAD:
        return "road"
    if ending in places_words.COUNTY:
        return "county"
    if ending in places_words.WATER or run[first].lower in ("lake", "river", "gulf"):
        return "water"
    if ending in places_words.LAND or run[first].lower in ("mount",):
        return "land"
    return "site" if ending in places_words.SITE else None


SHORT_FORMS_OF_STATES = lexicon(
    """ky ala ariz ark cal calif colo conn del fla ga ill ind kan la md mass me mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash
    wis wyo ont que man alta sask vic tas"""
)
