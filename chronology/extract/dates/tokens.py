"""A text as a string of word classes, one character a token, and patterns written over the names of the classes."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import count

from chronology.extract.dates import words

_TOKEN = re.compile(
    r"""
      (?P<para>\n[^\S\n]*+\n)
    | (?P<amount>[$£€¥]\s?[0-9][0-9.,]*+ | [0-9]++(?:[.,][0-9]{1,9}){0,4}+\s?(?:%|percent\b|per\scent\b) | [0-9]++\.[0-9]++(?![\w.:/-]|\s?[ap]\.?m\b))
    | (?P<isodate>(?:1[0-9]|2[01])[0-9]{2}(?P<cut>[-/.])[0-9]{1,2}(?P=cut)[0-9]{1,2}(?:T[0-9:.]{4,12}Z?)?(?!\w|[-/.][0-9]))   # 2022-02-03
    | (?P<numdate>[0-9]{1,2}(?:(?P<mark>[/-])[0-9]{1,2}(?P=mark)(?:[0-9]{4}|[0-9]{2})|\.[0-9]{1,2}\.[0-9]{4})(?!\w|[-/.][0-9]))
    | (?P<clock>(?:[01]?[0-9]|2[0-3])(?::[0-5][0-9](?::[0-5][0-9])?|\.[0-5][0-9](?=\s?[ap]\.?m\b))(?!\d|:\d))
    | (?P<fraction>(?:[0-9]++\s)?[1-9]/[2-9](?![\w/]))                                       # 2 1/2
    | (?P<decade>(?:1[0-9]|20)[0-9]0['’]?s\b | ['‘’][2-9]0['’]?s\b)                          # 1990s, '90s
    | (?P<ordnum>(?:[12]?[0-9]|3[01])(?:st|nd|rd|th)\b)                                      # 3rd
    | (?P<ordbig>[0-9]{2,3}(?:st|nd|rd|th)\b)
    | (?P<short>['‘’][0-9]{2}(?!\w))                                                         # '89
    | (?P<year>(?:1[0-9]|2[01])[0-9]{2}(?![\w,]|[.:][0-9]|,[0-9])|(?:1[0-9]|2[01])[0-9]{2}(?=,(?![0-9])))
    | (?P<num31>0?[1-9](?![\w.,:/]|\s?°)|[12][0-9](?![\w.,:/])|3[01](?![\w.,:/])
        |(?:0?[1-9]|[12][0-9]|3[01])(?=[.,:/](?![0-9])|[ap]\.?m\b))
    | (?P<num99>[3-9][0-9](?!\w|[.,:/][0-9]))
    | (?P<number>[0-9]++(?:,[0-9]{3}){0,5}+(?![\w.]))
    | (?P<ampm>[ap]\.\s?m\.(?!\w) | [ap]\.?m\b)
    | (?P<bc>b\.\s?c\.(?:e\.)?)
    | (?P<oclock>o['’]clock\b)
    | (?P<possessive>['’]s\b)
    | (?P<abbreviation>(?:jan|febr?|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thur?s?|fri|sat|sun)\.)
    | (?P<initials>(?-i:(?:[A-Z]\.){2,5}|[A-Z]\.(?=\s[A-Z])|(?:Gen|Col|Lt|Maj|Capt|Sgt|Mr|Mrs|Ms|Dr|St|Gov|Sen|Rep|No)\.))
    | (?P<word>[^\W\d_]++(?!\w))
    | (?P<other>\w++)
    | (?P<sign>[^\w\s])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SIGNS = {
    ",": "comma", "،": "comma", ".": "dot", "!": "dot", "?": "dot", ";": "dot", "-": "dash", "‐": "dash", "‑": "dash", "–": "dash",
    "—": "emdash", "(": "open", ")": "close", "/": "slash", ":": "colon", "'": "quote", "’": "quote", "“": "open", "[": "open",
}  # fmt: skip
_ATOMS = "atomday atomyearless atommonth atomyear atomclock atompart atomlong atomnight atomother"
_OWN = """para amount isodate numdate clock fraction decade ordnum ordbig short year num31 num99 number oclock possessive
    word name other comma dot dash emdash open close slash colon quote sign"""
ATOMS = tuple(_ATOMS.split())
"""Classes of what the first pass of the grammar read, for the second."""

_CLASS_OF = {word: name for name, group in words.CLASSES.items() for word in group.split()}
_CASED = ("month", "maymonth", "wkday")
"""Classes whose words must begin with a capital letter."""

_LETTERS = dict(zip(dict.fromkeys([*_OWN.split(), *ATOMS, *words.CLASSES]), map(chr, count(0x4E00)), strict=False))
_NAMES = {letter: name for name, letter in _LETTERS.items()}


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words, numbers and signs of a text: `letters[i]` is the class of the token from `starts[i]` to `ends[i]`."""

    body: str
    letters: str
    starts: Sequence[int]
    ends: Sequence[int]

    def text(self, i: int) -> str:
        """The token as it is written; "" beyond either end."""
        return self.body[self.starts[i] : self.ends[i]] if 0 <= i < len(self.letters) else ""

    def word(self, i: int) -> str:
        """In lower case, without the stop of an abbreviation."""
        return self.text(i).lower().rstrip(".")

    def name(self, i: int) -> str:
        """The class of a token; "" beyond either end."""
        return _NAMES[self.letters[i]] if 0 <= i < len(self.letters) else ""

    def find(self, name: str, start: int, end: int) -> int | None:
        """The first token of that class in a range."""
        at = self.letters.find(_LETTERS[name], start, end)
        return None if at < 0 else at

    def merged(self, ranges: Iterable[tuple[int, int, str]]) -> Tokens:
        """The same text with each range of tokens made one token of the class named; ranges in order, disjoint."""
        letters: list[str] = []
        starts, ends = array("Q"), array("Q")
        at = 0
        for first, last, name in ranges:
            letters += [self.letters[at:first], _LETTERS[name]]
            starts.extend(self.starts[at : first + 1])
            ends.extend(self.ends[at:first])
            ends.append(self.ends[last - 1])
            at = last
        starts.extend(self.starts[at:])
        ends.extend(self.ends[at:])
        return Tokens(self.body, "".join([*letters, self.letters[at:]]), starts, ends)


def read(body: str) -> Tokens:
    """The tokens of a text; white space is none, but an empty line is."""
    letters: list[str] = []
    starts, ends = array("Q"), array("Q")  # a text of 5 MB has millions of tokens
    for match in _TOKEN.finditer(body):
        letters.append(_LETTERS[_class(match.lastgroup or "sign", match[0])])
        starts.append(match.start())
        ends.append(match.end())
    return Tokens(body, "".join(letters), starts, ends)


def letters(*names: str) -> frozenset[str]:
    """The letters of some classes, to look for in `Tokens.letters`."""
    return frozenset(_LETTERS[name] for name in names)


def pattern(written: str, macros: dict[str, str]) -> re.Pattern[str]:
    """A pattern over class names, e.g. `weekday? comma? MONTH num31 (comma? year)?`; capitals are macros."""
    while re.search(r"[A-Z]", written):
        written = re.sub(r"[A-Z]+", lambda m: f"(?:{macros[m[0]]})", written)
    written = re.sub(r"[a-z][a-z0-9]*", lambda m: _LETTERS[m[0]], written)
    return re.compile(re.sub(r"\s+", "", written))


def _class(kind: str, text: str) -> str:
    if kind == "sign":
        return _SIGNS.get(text, "sign")
    if kind == "initials":
        return "name"  # their stops end no sentence
    if kind in ("word", "abbreviation"):
        name = _CLASS_OF.get(text.lower().rstrip("."))
        if name is None or (name in _CASED and not text[0].isupper()):
            return "name" if text[0].isupper() else "word"
        return name
    return kind
