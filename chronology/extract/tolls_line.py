"""What passes between the rooms of tolls: a sentence as a line of words, its chunks, and the reports read from them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from chronology.count import WORDS, Count
from chronology.extract import text_numbers
from chronology.extract.text import Word

ONE = Count(1, 1)
NONE = Count(0, 0)
SOME = Count(WORDS["some"], None, word="some")


@dataclass(frozen=True, slots=True)
class Chunk:
    """words[first:after] and the one letter that they are respelled as (the letters stand in `tolls_chunks`).

    Of people: how many, of which group, whose (`affiliation`), a name; `definite`, `additional`, `bare` as in a toll.
    Of what happened: the measure, `negated`, `hypothetical`, `possible`; `rule` is the word that told it.
    """

    letter: str
    first: int
    after: int
    measure: str = ""
    count: Count | None = None
    group: str = "total"
    affiliation: str = ""
    name: str = ""
    additional: bool = False
    definite: bool = False
    bare: bool = False
    negated: bool = False
    hypothetical: bool = False
    possible: bool = False
    rule: str = field(default="", compare=False)


class Line:
    """The words of a sentence with its number phrases, by the word that they begin with."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = words
        self.lowers = [word.lower for word in words]
        self.numbers = {number.first: number for number in text_numbers.find(words)}
        self.shouted = sum(word.text.isupper() for word in words) > len(words) // 2

    def lower(self, at: int) -> str:
        """A word in lower case, empty beyond the ends."""
        return self.lowers[at] if 0 <= at < len(self.lowers) else ""

    def capital(self, at: int) -> bool:
        """Whether a word is written as a name's: "Ann", "al-Tamimi"."""
        if not 0 <= at < len(self.words):
            return False
        word = self.words[at].text
        return word[0].isupper() or ("-" in word and word[word.index("-") + 1 :][:1].isupper())


@dataclass(frozen=True, slots=True)
class Toll:
    """One report of a toll: body[start:end] says that so many of these groups suffered the measure.

    `counts` is never empty. `people` places the words that count them, as (start, end). `affiliation`: whose people, in the
    source's words ("US", "Taliban"). `definite`: they were spoken of before ("the man", "he", a name), so the count is
    likely a repetition. `additional`: on top of what was said before ("another", "two more", "also"). `bare`: a plural
    without a number, or a singular that names no one ("deadly shooting"). `cumulative`: of a campaign, a year or a month.
    `aside`: of another attack, told to say who somebody is ("he is linked to the bombing that killed three soldiers").
    `struck`: all that is said is that they were hit or taken to hospital, so they may be among the dead.
    """

    start: int
    end: int
    sentence: int
    measure: str
    counts: Mapping[str, Count]
    stance: str
    affiliation: str
    people: tuple[int, int]
    names: tuple[str, ...]
    definite: bool
    additional: bool
    bare: bool
    cumulative: bool
    aside: bool
    struck: bool
    rule: str
