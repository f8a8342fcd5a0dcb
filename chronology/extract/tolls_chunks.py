"""A sentence respelled in chunks, one letter each, so that patterns over letters can read who did what to how many.

P N O D U  people: with a noun, a bare number, "others", known ones ("the man", "he", a name), a counted noun of no list;
p n o d u  the same after a preposition or "were";  M  a counted noun of harm ("two deaths", "no casualties");
T  "the death of";  Q  "the death toll";  K  killed, wounded ...: by itself neither active nor passive;  k  was killed;
G  killing;  A  kills, has killed;  V  died;  J  dead, missing;  c  was, were, is;  I  including;  &  and;  W  who;
r  preposition;  ;  a mark that parts clauses;  ,  ( )  themselves;  x  any other word.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from chronology.count import Count
from chronology.extract import tolls_people, tolls_verbs
from chronology.extract import tolls_words as lex
from chronology.extract.text import Word
from chronology.extract.tolls_line import SOME, Chunk, Line


def chunks(words: Sequence[Word], lower: str, offset: int) -> tuple[Chunk, ...]:
    """The chunks of a sentence: `lower` is its text in lower case, `offset` where it begins."""
    line = Line(words)
    phrases = _phrases(words, lower, offset)
    found: list[Chunk] = []
    at = 0
    while at < len(words):
        chunk = _chunk(line, at, found, phrases)
        if chunk.letter in "PNODU" and _hangs(line, chunk, found):
            chunk = replace(chunk, letter=chunk.letter.lower())
        found.append(chunk)
        at = chunk.after
    return tuple(found)


_PHRASES = re.compile(lex.PHRASES, re.VERBOSE)


def _phrases(words: Sequence[Word], lower: str, offset: int) -> dict[int, tuple[int, str, str, str]]:
    """Predicates of several words: the word where each begins -> (the word after it, its letter, measure and rule)."""
    starts = {word.start - offset: n for n, word in enumerate(words)}
    ends = {word.end - offset: n + 1 for n, word in enumerate(words)}
    found = {}
    for match in _PHRASES.finditer(lower):
        first, after = starts.get(match.start()), ends.get(match.start() + len(match.group().rstrip()))
        if first is not None and after is not None and match.lastgroup:
            letter, measure, *rule = match.lastgroup.split("_")
            found[first] = (after, letter, measure, rule[0] if rule else "phrase")
    return found


_FOLD = {"double": Count(2, 2), "triple": Count(3, 3), "quadruple": Count(4, 4)}


def _chunk(line: Line, at: int, found: list[Chunk], phrases: Mapping[int, tuple[int, str, str, str]]) -> Chunk:
    """The chunk that begins with words[at]."""
    lower = line.lowers[at]
    if at in phrases:
        after, letter, measure, rule = phrases[at]
        if rule == "event":  # "a double homicide"; "a fatal shooting" killed one or more
            return Chunk("M", at, after, measure, _FOLD.get(lower, Count(1, None)), bare=lower not in _FOLD, rule=rule)
        return tolls_verbs.predicate(line, at, after, found, letter, measure, rule)
    if (
        at not in line.numbers
        and lower not in _TELLING
        and line.words[at].text[0].islower()
        and "-year-old" not in lower
    ):
        return Chunk("x", at, at + 1)
    if lower in _MARKS:
        return Chunk(_MARKS[lower], at, at + 1)
    chunk = tolls_people.find(line, at) or tolls_verbs.nominal(line, at)
    if chunk is None and lower in lex.NOUNS:
        chunk = tolls_people.harm(line, at, at, SOME)
        chunk = replace(chunk, bare=True) if chunk else None
    chunk = chunk or tolls_verbs.find(line, at, found)
    if chunk is None and (lower in lex.GROUP_OF or "-year-old" in lower):
        chunk = tolls_people.uncounted(line, at)
    if chunk:
        return chunk
    if lower in ("along", "together") and line.lower(at + 1) == "with":
        return Chunk("&", at, at + 2)
    if lower in lex.MODIFIER_GROUP or lower in lex.ADJECTIVES_OF_PEOPLE:
        chunk = tolls_people.uncounted(line, at)
    if lower not in _LETTERS:
        chunk = chunk or tolls_people.troops(line, at) or tolls_people.named(line, at)
    return chunk or Chunk(_LETTERS.get(lower, "x"), at, at + 1)


def _hangs(line: Line, chunk: Chunk, found: Sequence[Chunk]) -> bool:
    """Whether these people stand after a preposition or "were": no subject of what follows."""
    n = len(found) - 1
    while chunk.name and n >= 0 and found[n].letter == "x" and line.words[found[n].first].text[0].isupper():
        n -= 1  # "the son of Danish Gov. Ann Reed"
    if n < 0 or found[n].letter not in "rc":
        return False
    at = found[n].first
    return not (line.lowers[at] == "in" and line.lower(at - 1).startswith("result"))  # "resulting in two men killed"


_MARKS = {",": ",", ";": ";", ":": ";", "—": ";", "–": ";", "(": "(", ")": ")", "-": ";"}
_LETTERS = (
    dict.fromkeys(lex.PREPOSITIONS, "r")
    | dict.fromkeys(lex.BE, "c")
    | dict.fromkeys(("including", "include", "includes", "included", "among"), "I")
    | {"who": "W", "whom": "W", "and": "&", "or": "&"}
)
# Every word that may begin a chunk of its own: a quick way past all others.
_TELLING = frozenset().union(
    lex.GROUP_OF, lex.MODIFIER_GROUP, lex.PARTICIPLES, lex.GERUNDS, lex.FINITES, lex.ADJECTIVES, lex.NOUNS, lex.OF_NOUNS,
    lex.DIED, lex.ADJECTIVES_OF_PEOPLE, lex.DEFINITE, lex.INDEFINITE, lex.PRONOUNS, lex.SIDES, _LETTERS,
    ("no", "nobody", "no-one", "any", "self", "someone", "somebody", "another", "others", "along", "together", "fatally"),
)  # fmt: skip
