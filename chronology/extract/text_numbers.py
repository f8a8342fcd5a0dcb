"""Number phrases: "at least 13", "nearly twenty", "two dozen", "between 10 and 15", "no", "several"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from chronology.count import WORDS, Count
from chronology.extract import text
from chronology.extract.text import Word


@dataclass(frozen=True, slots=True)
class Number:
    """A number phrase over words[first:after]; `plain` where it is no more than digits or number words."""

    first: int
    after: int
    count: Count
    plain: bool


def find(words: Sequence[Word]) -> tuple[Number, ...]:
    """The number phrases among the words, longest first from the left.

    "a" and "an" are not numbers here; "one" is. Ages, dates, times, money, shares, measures, ordinals and the numbers of
    streets, units and weapons are left out.
    """
    found = []
    at = 0
    while at < len(words):
        lower = words[at].lower
        number = (
            _phrase(words, at)
            if lower in _OPENS or lower[0].isdigit() or ("-" in lower and lower.partition("-")[0] in _OPENS)
            else None
        )
        if number is None:
            at += 1
            continue
        asked = at > 0 and words[at - 1].lower in ("how", "so", "too") and lower in _VAGUE  # "how many"
        if not asked and not _guarded(words, number):
            found.append(number)
        at = number.after
    return tuple(found)


_TEENS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_VALUES = {word: n for n, word in enumerate(_TEENS.split())}
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_VALUES |= _TENS
_SCALES = {"hundred": 100, "thousand": 1000, "dozen": 12, "score": 20, "million": 1_000_000}

_VAGUE = {
    "some": "some",
    "several": "several",
    "few": "a few",
    "handful": "a few",
    "many": "many",
    "numerous": "many",
    "countless": "many",
    "multiple": "several",
    "various": "several",
    "dozens": "dozens",
    "scores": "scores",
    "hundreds": "hundreds",
    "thousands": "thousands",
}
"""A source's word -> the word of the format that comes nearest."""

_BEFORE = (
    (("at", "least"), "least"),
    (("no", "fewer", "than"), "least"),
    (("no", "less", "than"), "least"),
    (("not", "less", "than"), "least"),
    (("not", "fewer", "than"), "least"),
    (("a", "minimum", "of"), "least"),
    (("more", "than"), "least"),
    (("well", "over"), "least"),
    (("upwards", "of"), "least"),
    (("upward", "of"), "least"),
    (("in", "excess", "of"), "least"),
    (("over",), "least"),
    (("minimum",), "least"),
    (("up", "to"), "most"),
    (("as", "many", "as"), "most"),
    (("at", "most"), "most"),
    (("no", "more", "than"), "most"),
    (("not", "more", "than"), "most"),
    (("a", "maximum", "of"), "most"),
    (("fewer", "than"), "most"),
    (("less", "than"), "most"),
    (("under",), "most"),
    (("close", "to"), "about"),
    (("a", "total", "of"), "exact"),
    (("a", "group", "of"), "exact"),
    (("an", "estimated"), "about"),
    (("nearly",), "about"),
    (("almost",), "about"),
    (("about",), "about"),
    (("around",), "about"),
    (("approximately",), "about"),
    (("roughly",), "about"),
    (("some",), "about"),
    (("estimated",), "about"),
    (("another",), "exact"),
    (("only",), "exact"),
    (("just",), "exact"),
    (("exactly",), "exact"),
)
_PREFIXES: dict[str, list[tuple[tuple[str, ...], str]]] = {}
for _words, _sense in _BEFORE:
    _PREFIXES.setdefault(_words[0], []).append((_words, _sense))

_OPENS = (
    frozenset(_VALUES)
    | frozenset(_SCALES)
    | frozenset(_VAGUE)
    | frozenset(_PREFIXES)
    | {"no", "none", "half", "tens", "between"}
)


def _phrase(words: Sequence[Word], at: int) -> Number | None:
    """The number phrase that begins with words[at]."""
    if words[at].lower == "between":
        return _between(words, at)
    for prefix, sense in _PREFIXES.get(words[at].lower, ()):
        if _reads(words, at, prefix):
            inner = _phrase(words, at + len(prefix))
            if inner is not None and (inner.count.least or sense == "exact") and _bounds(inner, sense):
                return replace(inner, first=at, count=_sensed(inner.count, sense), plain=False)
    return _vague(words, at) or _range(words, at)


def _reads(words: Sequence[Word], at: int, expected: tuple[str, ...]) -> bool:
    return len(words) > at + len(expected) and all(words[at + n].lower == word for n, word in enumerate(expected))


def _bounds(inner: Number, sense: str) -> bool:
    """ "some several" and "at least some" are no number phrases; "at least several" stays the word."""
    return inner.count.word is None or sense in ("least", "exact")


def _sensed(count: Count, sense: str) -> Count:
    if count.word or sense == "exact":
        return count
    if sense == "least":
        return Count(count.low, None, count.approximate)
    if sense == "most":
        return Count(None, count.high or count.low)
    return replace(count, approximate=True) if count.low == count.high or count.high is None else count


def _between(words: Sequence[Word], at: int) -> Number | None:
    low = _exact(words, at + 1)
    if low is None or low[1] >= len(words) or words[low[1]].lower not in ("and", "to"):
        return None
    high = _exact(words, low[1] + 1)
    if high is None or high[0] <= low[0]:
        return None
    return Number(at, high[1], Count(low[0], high[0]), False)


def _vague(words: Sequence[Word], at: int) -> Number | None:
    """No, none, several, a few, dozens, half a dozen, a couple."""
    lower = words[at].lower
    two = " ".join(word.lower for word in words[at : at + 2])
    three = " ".join(word.lower for word in words[at : at + 3])
    if lower in ("no", "none", "zero"):
        return (
            None
            if two in ("no one", "no longer", "no more", "no fewer", "no less", "no .")
            else Number(at, at + 1, Count(0, 0), True)
        )
    if three == "half a dozen":
        return Number(at, at + 3, Count(6, 6), False)
    if lower == "half-dozen" or two == "half dozen":
        return Number(at, at + (1 if lower == "half-dozen" else 2), Count(6, 6), False)
    if two in ("tens of", "dozens of", "scores of", "hundreds of", "thousands of") and len(words) > at + 2:
        word = "dozens" if lower == "tens" else lower
        if words[at + 2].lower in ("thousands", "hundreds"):
            return Number(at, at + 3, Count(WORDS["thousands"], None, word="thousands"), False)
        return Number(at, at + 2, Count(WORDS[word], None, word=word), False)
    if lower in _VAGUE:
        word = _VAGUE[lower]
        after = at + 2 if two in ("handful of", "few of", "many of", "several of", "some of") else at + 1
        return Number(at, after, Count(WORDS[word], None, word=word), False)
    return None


_ARTICLED = {
    "a couple": Count(2, 2, approximate=True),
    "a pair": Count(2, 2),
    "a trio": Count(3, 3),
    "a few": Count(WORDS["a few"], None, word="a few"),
    "a handful": Count(WORDS["a few"], None, word="a few"),
    "a number": Count(WORDS["several"], None, word="several"),
}


def _range(words: Sequence[Word], at: int) -> Number | None:
    """One number, or two that bound it: "10-15", "10 to 15", "two or three"; then "or more", "or so"."""
    two = " ".join(word.lower for word in words[at : at + 2])
    if two in _ARTICLED:
        count = _ARTICLED[two]
        after = at + 2 + (len(words) > at + 2 and words[at + 2].lower == "of")
        if two == "a number" and after == at + 2:
            return None
        return Number(at, after, count, False)
    joined = re.fullmatch(r"(\d{1,6})[-–](\d{1,6})", words[at].lower)
    if joined and int(joined[1]) < int(joined[2]):
        return Number(at, at + 1, Count(int(joined[1]), int(joined[2])), False)
    low = _exact(words, at)
    if low is None:
        return None
    value, after = low
    changed = at > 0 and words[at - 1].lower == "from"  # "rose from 11 to 13" is no range
    if after + 1 < len(words) and words[after].lower in ("to", "or", "-", "–") and not changed:
        high = _exact(words, after + 1)
        if high is not None and value < high[0] <= 10 * max(value, 1):
            return Number(at, high[1], Count(value, high[0]), False)
    tail = " ".join(word.lower for word in words[after : after + 2])
    if tail.startswith("+"):
        return Number(at, after + 1, Count(value, None), False)
    if tail == "or more":
        return Number(at, after + 2, Count(value, None), False)
    if tail == "or so":
        return Number(at, after + 2, Count(value, value, approximate=True), False)
    return Number(at, after, Count(value, value), True)


_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,7}")


def _exact(words: Sequence[Word], at: int) -> tuple[int, int] | None:
    """(value, index after it) of digits or number words: "1,200", "twenty-one", "two dozen", "a hundred and six"."""
    if at >= len(words):
        return None
    lower = words[at].lower
    if lower in ("a", "an"):
        if at + 1 < len(words) and words[at + 1].lower in ("dozen", "hundred", "thousand", "score"):
            return _scaled(words, at + 1, 1)
        return None
    if _DIGITS.fullmatch(lower):
        return _scaled(words, at + 1, int(lower.replace(",", "")))
    tens, _, unit = lower.partition("-")
    if unit:
        if tens in _TENS and 0 < _VALUES.get(unit, 0) < 10:
            return _scaled(words, at + 1, _VALUES[tens] + _VALUES[unit])
        return None
    if lower not in _VALUES:
        return None
    value = _VALUES[lower]
    if lower in _TENS and at + 1 < len(words) and 0 < _VALUES.get(words[at + 1].lower, 0) < 10:
        return _scaled(words, at + 2, value + _VALUES[words[at + 1].lower])
    return _scaled(words, at + 1, value)


def _scaled(words: Sequence[Word], at: int, value: int) -> tuple[int, int]:
    """The value times a dozen, hundred or thousand that follows, and what is added to it."""
    if at >= len(words) or words[at].lower not in _SCALES:
        return value, at
    value, at = value * _SCALES[words[at].lower], at + 1
    if at + 1 < len(words) and words[at].lower == "and" and value >= 100 and words[at + 1].lower in _VALUES:
        rest = _exact(words, at + 1)
        if rest is not None and rest[0] < 100:
            return value + rest[0], rest[1]
    return value, at


# -- numbers of something else -----------------------------------------------------------------------

_MONTHS = text.lexicon("""january february march april may june july august september october november december
    jan feb mar apr jun jul aug sept sep oct nov dec""")
_NOT_PEOPLE = text.lexicon("""percent % per year-old years-old years year months month weeks week days day hours hour minutes minute seconds am pm
    a.m p.m a.m. p.m. o'clock kilometers kilometres kilometer kilometre km miles mile meters metres meter metre yards feet
    foot inches inch pounds pound kilograms kg tons tonnes grams gallons liters litres rounds round shots shot-s times
    million billion dollars euros th st nd rd block blocks caliber calibre mm degrees acres vehicles houses homes buildings
    cars helicopters tanks raids strikes airstrikes attacks counts bullets""")
_NUMBERED = text.lexicon("""# $ € £ no nos number age aged ages route highway interstate unit flight apartment apt room article chapter section
    page channel phase grade resolution level district ward zone area block sector division top""")


def _guarded(words: Sequence[Word], number: Number) -> bool:
    """Whether the number counts no people: an age, a date, a measure, the number of a street or a unit."""
    before = words[number.first - 1].lower if number.first else ""
    after = words[number.after].lower if number.after < len(words) else ""
    digits = words[number.first].lower[0].isdigit()
    if after in _NOT_PEOPLE or (digits and after in (":", "/") and number.after + 1 < len(words)):
        return True
    if not number.plain:
        return False
    if words[number.first].lower == "911" and after not in ("people", "civilians", "men", "women"):
        return True  # the emergency number
    if before in _NUMBERED:
        return True
    if digits and before in ("/", ":", "-"):
        return True
    if before.rstrip(".") in _MONTHS or (
        digits and before == "." and number.first > 1 and words[number.first - 2].lower in _MONTHS
    ):
        return words[number.first - 1].text[0].isupper() or before == "."
    if digits and after.rstrip(".") in _MONTHS:
        return True
    if (
        digits
        and number.count.low is not None
        and 1900 <= number.count.low <= 2099
        and len(words[number.first].text) == 4
    ):
        return True
    return before == "," and after in (",", ".", ")", "") and digits and _named(words, number.first - 2)


def _named(words: Sequence[Word], at: int) -> bool:
    """Whether words[at] may end a name ("Smith, 24, was")."""
    return at >= 0 and words[at].text[0].isupper()
