"""A sentence respelled in chunks, one letter each, so that patterns over letters can read who did what to how many.

P N O D U  people: with a noun, a bare number, "others", known ones ("the man", "he", a name), a counted noun of no list;
p n o d u  the same after a preposition or "were";  M  a counted noun of harm ("two deaths", "no casualties");  T  "the death of";
Q  "the death toll";  K  killed, wounded ...: by itself neither active nor passive;  k  was killed;  G  killing;
A  kills, has killed;  V  died;  J  dead, missing;  c  was, were, is;  I  including;  &  and;  W  who;  r  preposition;
;  a mark that parts clauses;  ,  ( )  themselves;  x  any other word.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from chronology.count import WORDS, Count
from chronology.extract import text_numbers
from chronology.extract import tolls_words as lex
from chronology.extract.text import Word, lexicon


@dataclass(frozen=True, slots=True)
class Chunk:
    """One letter of the respelled sentence and what it stands for: words[first:after]."""

    letter: str
    first: int
    after: int
    measure: str = ""
    count: Count | None = None
    groups: tuple[str, ...] = ()
    affiliation: str = ""
    additional: bool = False
    definite: bool = False
    bare: bool = False
    name: str = ""
    negated: bool = False
    hypothetical: bool = False
    possible: bool = False
    rule: str = field(default="", compare=False)


def chunks(words: Sequence[Word], lower: str, offset: int) -> tuple[Chunk, ...]:
    """The chunks of a sentence: `lower` is its text in lower case, `offset` where it begins."""
    return _Reader(words, lower, offset).read()


_PHRASES = re.compile(lex.PHRASES, re.VERBOSE)

_BE = lexicon("was were been is are be being 's 're got get gets getting")
_HAVE = lexicon("has have had having 've")
_MODAL = lexicon("will would can could may might shall should must 'll")
_NOT = lexicon("not n't never neither nor hardly")
_NEGATED = re.compile(r"(?:is|are|was|were|do|does|did|has|have|had|could|would|wo|ca|should)n't")
_ADVERBS = lexicon(
    """also reportedly allegedly accidentally critically seriously severely later then subsequently apparently since all
    both already themselves himself herself either slightly badly lightly gravely officially confirmed initially
    immediately reported instantly shot previously only just again now still each quickly intentionally successfully
    unintentionally mistakenly"""
)
_PREPOSITIONS = lexicon(
    """in with near by of from at between against for on to under over into during toward towards outside
    behind inside around across through within without upon beside along amid about alongside via despite past"""
)
_DEFINITE = lexicon("the this these those his her their its our my your both all whose such")
_INDEFINITE = lexicon("a an")
_PRONOUNS = {
    "he": Count(1, 1), "she": Count(1, 1), "him": Count(1, 1), "her": Count(1, 1), "they": None, "them": None, "those": None,
    "i": Count(1, 1), "me": Count(1, 1), "we": None, "us": None, "it": None,
}  # fmt: skip
_STOP = (
    lexicon(
        """and or but as than that which who whom whose if when while where because since until unless though although so
        there here it its he she they them him i we you me us not no nor yet also very too only even just then now later
        said says say told added reported according has have had was were been is are be being do does did will would can
        could may might should must shall about what how why including among around some any each every other opened fired
        left leaving leaves took taken sent found became began went came made gave saw says believe believed identified
        survived fled ran died dead died remain remained remains were 's after before at by for from in into near of off
        on onto out over through to toward under up upon with within without against between during"""
    )
    | frozenset(lex.PARTICIPLES)
    | frozenset(lex.GERUNDS)
    | frozenset(lex.FINITES)
    | lex.DIED
)
_OTHERS = lexicon("others other more another additional")
_NOT_NAMES = lexicon(
    """police county city hospital department street avenue road university school church news photo center centre state
    states province district force forces army court office party club bar park sheriff coroner court highway drive lane
    house court july june monday tuesday wednesday thursday friday saturday sunday january february september october november december group network cell ring criminal medical examiner team unit command security national international press tv daily
    times post ministry government village town airport base company apartments boulevard nation nations north south east
    west northern southern eastern western the a an in on at but and if as it he she they we his her this that these those
    there after before during when while one two three four five six seven eight nine ten no some several many most more
    according however meanwhile also both all another authorities officials officers witnesses residents investigators
    detectives deputies update breaking video watch read related image images"""
)


class _Reader:
    """Reads the words of one sentence from the left, one chunk at a time."""

    def __init__(self, words: Sequence[Word], lower: str, offset: int) -> None:
        self.words = words
        self.lowers = [word.lower for word in words]
        self.numbers = {number.first: number for number in text_numbers.find(words)}
        self.shouted = sum(word.text.isupper() for word in words) > len(words) // 2
        self.phrases: dict[int, tuple[int, str, str, str]] = {}
        places = {word.start - offset: n for n, word in enumerate(words)}
        ends = {word.end - offset: n + 1 for n, word in enumerate(words)}
        for match in _PHRASES.finditer(lower):
            first = places.get(match.start())
            if first is not None and match.lastgroup:
                after = ends.get(len(match.group().rstrip()) + match.start())
                letter, measure, *rule = match.lastgroup.split("_")
                if after:
                    self.phrases[first] = (after, letter, measure, rule[0] if rule else "phrase")
        self.found: list[Chunk] = []

    def read(self) -> tuple[Chunk, ...]:
        at = 0
        while at < len(self.words):
            chunk = self._chunk(at)
            if chunk.letter in "PNODU" and self._hangs(chunk):
                chunk = replace(chunk, letter=chunk.letter.lower())
            self.found.append(chunk)
            at = chunk.after
        return tuple(self.found)

    def _hangs(self, chunk: Chunk) -> bool:
        """Whether these people stand after a preposition or "were": no subject of what follows."""
        n = len(self.found) - 1
        while (
            chunk.name and n >= 0 and self.found[n].letter == "x" and self.words[self.found[n].first].text[0].isupper()
        ):
            n -= 1  # "the son of Danish Gov. Ann Reed"
        if (
            n > 0
            and self._lower(self.found[n].first) == "in"
            and self._lower(self.found[n].first - 1).startswith("result")
        ):
            return False  # "resulting in two men killed"
        return n >= 0 and self.found[n].letter in "rc"

    def _chunk(self, at: int) -> Chunk:
        lower = self.lowers[at]
        if at in self.phrases:
            after, letter, measure, rule = self.phrases[at]
            if rule == "event":
                count = _FOLD.get(lower)
                return Chunk(
                    "M", at, after, measure, count or Count(1, None), ("total",), bare=count is None, rule=rule
                )
            return self._predicate(at, after, "A" if letter == "X" else letter, measure, rule)
        if at in self.numbers:
            return self._counted(at)
        if (
            lower not in _TELLING
            and self.words[at].text[0].islower()
            and not lower.endswith(("-year-old", "-year-olds"))
        ):
            return Chunk("x", at, at + 1)
        mark = _MARKS.get(lower)
        if mark:
            return Chunk(mark, at, at + 1)
        if lower in ("no", "nobody", "no-one") and (lower != "no" or self._lower(at + 1) == "one"):
            return Chunk("P", at, at + (2 if lower == "no" else 1), count=Count(0, 0), groups=("total",))
        if lower == "any":
            return (
                self._people(at, at + 1, Count(0, 0), negated=True)
                or self._harm(at, at + 1, Count(0, 0), negated=True)
                or Chunk("x", at, at + 1)
            )
        if lower in _INDEFINITE:
            return self._singular(at)
        if lower == "self" and self._lower(at - 1) in (",", "and", "then"):
            return Chunk("P", at, at + 1, count=Count(1, 1), groups=("attackers",))
        if lower in ("someone", "somebody"):
            return Chunk("P", at, at + 1, count=Count(1, 1), groups=("total",))
        if lower == "another":
            other = self._people(at, at + 1, Count(1, 1))
            return replace(other or Chunk("O", at, at + 1, count=Count(1, 1), groups=("total",)), additional=True)
        if lower == "others":
            return Chunk(
                "O",
                at,
                at + 1,
                count=Count(WORDS["some"], None, word="some"),
                groups=("total",),
                additional=True,
                bare=True,
            )
        if lower in _DEFINITE:
            chunk = self._definite(at)
            if chunk:
                return chunk
        if lower in _PRONOUNS:
            return Chunk("D", at, at + 1, count=_PRONOUNS[lower], groups=("total",), definite=True)
        if lower in ("himself", "herself", "themselves", "myself"):
            return Chunk("x", at, at + 1)
        if (
            lower in lex.OF_NOUNS
            and self._lower(at + 1) in ("of", "to")
            and not (self._lower(at + 1) == "to" and "injur" not in lower)
        ):
            return self._nominal(at)
        if lower in lex.NOUNS:
            harm = self._harm(at, at, Count(WORDS["some"], None, word="some"))
            if harm:
                return replace(harm, bare=True)
        verb = self._verb(at)
        if verb:
            return verb
        if lower in lex.GROUP_OF or lower.endswith("-year-old"):
            chunk = self._uncounted(at)
            if chunk:
                return chunk
        if lower in ("who", "whom"):
            return Chunk("W", at, at + 1)
        if lower in ("including", "include", "includes", "included", "among"):
            return Chunk("I", at, at + 1)
        if lower in ("and", "or"):
            return Chunk("&", at, at + 1)
        if (lower, self._lower(at + 1)) in (("along", "with"), ("together", "with")):
            return Chunk("&", at, at + 2)
        if lower in _BE:
            return Chunk("c", at, at + 1)
        if lower in lex.MODIFIER_GROUP or lower in lex.ADJECTIVES_OF_PEOPLE:
            chunk = self._uncounted(at)
            if chunk:
                return chunk
        name = self._troops(at) or self._named(at)
        if name:
            return name
        if lower in _PREPOSITIONS:
            return Chunk("r", at, at + 1)
        return Chunk("x", at, at + 1)

    def _lower(self, at: int) -> str:
        return self.lowers[at] if 0 <= at < len(self.lowers) else ""

    # -- people ------------------------------------------------------------------------------------

    def _counted(self, at: int) -> Chunk:
        """A number and what it counts: people, harm, others, or nothing that is said."""
        number = self.numbers[at]
        after, count = number.after, number.count
        additional = self._lower(at) == "another"
        while self._lower(after) in ("other", "more", "additional", "further") and self._lower(after + 1) not in (
            "than",
        ):
            additional, after = True, after + 1
        if self._lower(after) == "others":
            return Chunk("O", at, after + 1, count=count, groups=("total",), additional=True)
        if self._lower(after) == "of" and self._lower(after + 1) in (
            "the",
            "them",
            "those",
            "his",
            "her",
            "their",
            "these",
            "its",
            "whom",
            "our",
        ):
            return self._partitive(at, after, count)
        chunk = self._people(at, after, count) or self._harm(at, after, count)
        if chunk is None:
            unknown = self._unknown(at, after, count) if not additional else None
            chunk = unknown or Chunk("O" if additional else "N", at, after, count=count, groups=("total",))
        return replace(chunk, additional=additional)

    def _partitive(self, at: int, of: int, count: Count) -> Chunk:
        """ "Two of the men", "one of them": some of those already counted."""
        nested = self.numbers.get(of + 2)  # "two of the four victims"
        inner = self._people(of + 1, nested.after if nested else of + 2, count)
        if inner is None:
            end = of + 2
            if self._lower(end) in ("dead", "killed", "injured", "wounded"):
                end += 1
            if self._lower(end) in lex.GROUP_OF and self._lower(of + 1) in ("them", "whom"):
                inner = self._people(at, end, count)
                return (
                    replace(inner, first=at, definite=True, letter="P", rule="part")
                    if inner
                    else Chunk("D", at, end, count=count, groups=("total",), definite=True)
                )
            return Chunk("D", at, end, count=count, groups=("total",), definite=True)
        theirs = self._lower(of + 1) in ("his", "her", "their", "its")  # "two of his men": new to the reader
        return replace(inner, first=at, letter="P" if theirs else "D", definite=not theirs, count=count)

    def _people(self, at: int, begin: int, count: Count | None, negated: bool = False) -> Chunk | None:
        """The noun for people that follows within five words from `begin`, with what stands before it."""
        head, measure = -1, ""
        n = begin
        while n < len(self.words) and n < begin + 7:
            lower = self.lowers[n]
            if lower in lex.GROUP_OF or lower.endswith(("-year-old", "-year-olds")):
                head = n
            elif lower in ("shooting", "stabbing", "gunshot") and self._lower(n + 1) in lex.GROUP_OF:
                pass  # "two shooting victims"
            elif (
                lower in _HURT
                and n == begin > at
                and (self._lower(n + 1) in lex.GROUP_OF or self._lower(n + 2) in lex.GROUP_OF)
            ):
                measure = lex.PARTICIPLES[lower]  # "two wounded men"
            elif (
                lower == "of"
                and head < 0
                and n > begin
                and _capital(self.words[n - 1])
                and n + 1 < len(self.words)
                and _capital(self.words[n + 1])
            ):
                pass  # "an Islamic Front of Harran leader"
            elif head >= 0 or lower in _STOP or n in self.numbers or not lower[0].isalnum():
                break
            n += 1
        if head < 0 or self._lower(head + 1) in lex.NOUNS:
            return None
        if (
            self._lower(head + 1) == "of"
            and self.lowers[head] in ("family", "group", "crowd")
            and head + 2 in self.numbers
        ):
            number = self.numbers[head + 2]
            return Chunk("P", at, number.after, count=number.count, groups=("total",))
        if (
            self.lowers[head] in ("officials", "official", "members", "member", "leaders")
            and count is not None
            and count.word == "some"
            and begin == at
        ):
            return None
        groups, before = self._groups(begin, head)
        after = head + 1
        if groups == ("women",) and self._lower(after) == "and" and self._lower(after + 1) == "children":
            groups, after = ("women and children",), after + 2
        affiliation = " ".join(word.text for word in before if word.text[0].isupper() or word.lower in _SIDES)
        if self._lower(at) in ("our",):
            affiliation = "our " + affiliation
        if (
            self._lower(after) == ","
            and re.fullmatch(r"1?\d{1,2}", self._lower(after + 1))
            and self._lower(after + 2) in (",", *_VERB_NEXT)
        ):
            groups = (
                ("children",) if int(self._lower(after + 1)) < 18 and groups[0] in ("total", "men", "women") else groups
            )
            after += 2 + (self._lower(after + 2) == ",")  # "a man, 33,"
        if self.lowers[head] in ("couple", "pair") and count == Count(1, 1):
            count = Count(2, 2)
        name = ""
        if self.words[head].lower not in lex.PLURALS and not self.lowers[head].endswith("s"):
            named = self._named(after)
            if named:
                name, after = named.name, named.after
        return Chunk(
            "P",
            at,
            after,
            measure,
            count=count,
            groups=groups,
            affiliation=affiliation.strip(),
            negated=negated,
            name=name,
        )

    def _troops(self, at: int) -> Chunk | None:
        """People of a nation or side, not counted: "US troops", "Taliban militants"."""
        n = at
        while n < at + 4 and n < len(self.words) and (self.words[n].text[0].isupper() or self.lowers[n] in _SIDES):
            n += 1
        if n == at or not (
            self._lower(n) in lex.GROUP_OF or self._lower(n) in lex.MODIFIER_GROUP or self._lower(n) == "forces"
        ):
            return None
        if self._lower(n) == "forces":
            affiliation = " ".join(word.text for word in self.words[at:n])
            return Chunk("D", at, n + 1, groups=("soldiers",), affiliation=affiliation, definite=True)
        return self._uncounted(at)

    def _uncounted(self, at: int) -> Chunk | None:
        """People without a number or an article: a bare plural, or the singular of headlines."""
        chunk = self._people(at, at, Count(WORDS["some"], None, word="some"))
        if chunk is None:
            return None
        last = self.lowers[chunk.after - 1]
        if not chunk.name and (last in lex.PLURALS or (last.endswith("s") and last in lex.GROUP_OF)):
            return replace(chunk, bare=True)
        return replace(chunk, letter="D", count=Count(1, 1), definite=True)

    def _groups(self, begin: int, head: int) -> tuple[tuple[str, ...], list[Word]]:
        """The group that a noun and what stands before it count."""
        noun = self.lowers[head]
        before = list(self.words[begin:head])
        age = next(
            (
                int(m[1])
                for w in self.words[begin : head + 1]
                if (m := re.match(r"(\d{1,3})-?(?:year|month|day|week)", w.lower))
            ),
            None,
        )
        if noun.endswith(("-year-old", "-year-olds")):
            group = "total"
        else:
            group = "total" if noun in lex.TEENS else lex.GROUP_OF[noun]
        owned = max((n for n, w in enumerate(before, 1) if w.text.endswith(("'s", "’s", "s'", "s’"))), default=0)
        said = [lex.MODIFIER_GROUP[w.lower] for w in before[owned:] if w.lower in lex.MODIFIER_GROUP]
        if group == "total" and said:
            group = said[0]
        elif group == "police" and "soldiers" in said:
            group = "soldiers"
        elif group == "soldiers" and noun == "personnel" and said and said[0] != "soldiers":
            group = said[0]
        if age is not None and age < 18 and group in ("total", "men", "women", "attackers"):
            group = "children"
        if age is not None and age >= 18 and group == "children":
            group = "total"
        return (group,), before

    def _unknown(self, at: int, after: int, count: Count) -> Chunk | None:
        """A number and a plural that no list has, right before what befell it ("13 motorcyclists were killed")."""
        for n in range(after, min(after + 3, len(self.words))):
            lower = self.lowers[n]
            if not lower[0].isalpha() or lower in _STOP or lower in lex.NOUNS:
                return None
            if lower.endswith("s") and self._lower(n + 1) in _VERB_NEXT:
                return Chunk("U", at, n + 1, count=count, groups=("total",))
        return None

    def _singular(self, at: int) -> Chunk:
        """ "A" or "an" and a person; a harm ("a death"); or nothing of ours."""
        after = at + 1
        ordinal = self._lower(after) in _ORDINALS
        chunk = self._people(at, after, Count(1, 1)) or self._harm(at, after, Count(1, 1))
        if chunk is None:
            if ordinal and (self._lower(after + 1) in _VERB_NEXT or self._lower(after + 1) in lex.PARTICIPLES):
                return Chunk("O", at, after + 1, count=Count(1, 1), groups=("total",), additional=True)
            return Chunk("x", at, at + 1)
        last = self.lowers[chunk.after - 1]
        if chunk.letter == "P" and not chunk.name and last in lex.PLURALS | {"teens", "boys", "girls"}:
            return Chunk("x", at, at + 1)
        return replace(chunk, additional=ordinal)

    def _definite(self, at: int) -> Chunk | None:
        """ "The man", "his two sons", "all four victims": people who are known already, as far as the words tell."""
        after = at + 1
        if self._lower(after) == "other" and self._lower(at + 2) not in lex.GROUP_OF and self._lower(at) == "the":
            return Chunk("O", at, at + 2, count=Count(1, 1), groups=("total",), additional=True)
        if self._lower(after) == "of" and self._lower(at) in ("all", "both"):
            after += 2
        if self._lower(after) in _DEFINITE:
            after += 1
        number = self.numbers.get(after)
        ordinal = self._lower(after) in _ORDINALS
        count = None
        if number:
            count, after = number.count, number.after
        elif self._lower(at) == "both":
            count = Count(2, 2)
        while self._lower(after) in ("other", "more", "additional"):
            after += 1
        if self._lower(after) == "others" and number:
            return Chunk("O", at, after + 1, count=count, groups=("total",), definite=True)
        chunk = self._people(at, after, count)
        if chunk is None:
            return Chunk("D", at, after, count=count, groups=("total",), definite=True) if count else None
        last = self.lowers[chunk.after - 1] if not chunk.name else ""
        if count is None and not (last in lex.PLURALS or last.endswith("s")):
            count = Count(1, 1)
        relative = self._lower(at) in ("his", "her", "their", "my") and count is not None
        return replace(
            chunk,
            letter="D",
            first=at,
            count=count,
            definite=not relative,
            additional=ordinal,
            rule="relative" if relative else "",
        )

    def _named(self, at: int) -> Chunk | None:
        """A run of capitalised words that may name a person, with an age after it."""
        if self.shouted:
            return None
        n = at
        while n < len(self.words) and (
            _capital(self.words[n])
            or (n > at and self.lowers[n] in _PARTICLES)
            or (n > at and self.words[n].text == ".")
        ):
            if self.lowers[n] in _NOT_NAMES or self.lowers[n] in lex.GROUP_OF:
                return None
            if self.words[n].text == "." and len(self.words[n - 1].text) > 2:
                break
            n += 1
        if n == at + 1 and (self.words[at].text.isupper() or self.lowers[at] in _NOT_ALONE):
            return None  # "ATF", "March"
        if n == at or (n == at + 1 and (len(self.words[at].text) < 3 or "'" in self.lowers[at][:3])):
            return None
        if at == 0 and n == 1 and self._lower(1) not in _AFTER_NAME:
            return None  # any word is a capital's at the head of a sentence
        if self._lower(n) in _PLACES:
            return None
        name = " ".join(word.text for word in self.words[at:n])
        after = n
        if self._lower(n) == "," and re.fullmatch(r"\d{1,3}", self._lower(n + 1)):
            after = n + 2 + (self._lower(n + 2) == ",")
        return Chunk("D", at, after, count=Count(1, 1), groups=("total",), definite=True, name=name)

    # -- what happened -----------------------------------------------------------------------------

    def _harm(self, at: int, begin: int, count: Count, negated: bool = False) -> Chunk | None:
        """A noun of harm within four words: "two civilian deaths", "no casualties"."""
        for n in range(begin, min(begin + 5, len(self.words))):
            lower = self.lowers[n]
            if lower in lex.NOUNS:
                before = self.words[begin:n]
                said = [lex.MODIFIER_GROUP[w.lower] for w in before if w.lower in lex.MODIFIER_GROUP]
                affiliation = " ".join(word.text for word in before if word.text[0].isupper() or word.lower in _SIDES)
                return Chunk(
                    "M",
                    at,
                    n + 1,
                    lex.NOUNS[lower],
                    count,
                    (said[0] if said else "total",),
                    affiliation,
                    negated=negated,
                )
            stopped = lower in _STOP and lower not in lex.PARTICIPLES
            if stopped or not lower[0].isalpha() or (lower in lex.GROUP_OF and lower not in lex.MODIFIER_GROUP):
                return None
        return None

    def _nominal(self, at: int) -> Chunk:
        """ "The deaths of": what befell whom the next words count."""
        before = self._lower(at - 1)
        lower = self.lowers[at]
        measure = lex.OF_NOUNS[lower]
        if before in ("fatal", "deadly") and measure == "injured":
            measure = "killed"
        return Chunk(
            "T",
            at,
            at + 2,
            measure,
            hypothetical=before in ("attempted", "possible", "potential", "planned"),
            rule=lower,
        )

    def _verb(self, at: int) -> Chunk | None:
        lower = self.lowers[at]
        before = self._lower(at - 1)
        if lower in lex.PARTICIPLES:
            if (
                before in ("the", "a", "gun", "first", "warning", "single", "second", "each", "every", "one")
                and lower == "shot"
            ):
                return None
            if before in ("the", "those", "dead", "of") and lower != "shot":
                return None
            if self._lower(at + 1) in ("at", "rang") and lower == "shot":
                return None
            after = at + 1
            measure = lex.PARTICIPLES[lower]
            if self._lower(after) in ("or", "and") and self._lower(after + 1) in lex.PARTICIPLES:
                other = lex.PARTICIPLES[self.lowers[after + 1]]
                both = {measure, other}
                if both == {"killed", "injured"}:
                    measure = "killed" if lower == "shot" else "casualties"
                    after += 2
                elif both == {"injured"}:
                    after += 2
            return self._predicate(at, after, "K", measure, rule=lower)
        if lower in lex.GERUNDS:
            if lower in ("shooting", "stabbing") and self._lower(at + 1) in _OF_AN_EVENT:
                return None
            if lower in ("shooting", "stabbing") and before in (
                "the",
                "a",
                "an",
                "this",
                "that",
                "fatal",
                "deadly",
            ):
                return None
            measure, after = lex.GERUNDS[lower], at + 1
            if self._lower(after) == "or" and {measure, lex.GERUNDS.get(self._lower(after + 1))} == {
                "killed",
                "injured",
            }:
                measure, after = "casualties", after + 2
            return self._predicate(at, after, "G", measure, rule=lower)
        if lower in lex.FINITES:
            return self._predicate(at, at + 1, "A", lex.FINITES[lower], rule=lower)
        if lower in lex.DIED:
            return self._predicate(at, at + 1, "V", "killed", rule=lower)
        if lower == "fatally" and self._lower(at + 1) in _ENDS:  # "two people shot, one fatally"
            return self._predicate(at, at + 1, "J", "killed", rule=lower)
        if (
            lower in lex.ADJECTIVES
            and lex.ADJECTIVES[lower]
            and before not in ("the", "brain", "a")
            and self._lower(at + 1) not in ("body", "bodies")
        ):
            return self._predicate(at, at + 1, "J", lex.ADJECTIVES[lower], rule=lower)
        return None

    def _predicate(self, at: int, after: int, letter: str, measure: str, rule: str) -> Chunk:
        """The predicate with its auxiliaries, which are taken back from the chunks before it."""
        be = have = modal = to = negated = possible = also = False
        while self.found and self.found[-1].after - self.found[-1].first == 1 and self.found[-1].letter in "xcr":
            lower = self.lowers[self.found[-1].first]
            if lower in _BE:
                be = True
            elif lower in _HAVE:
                have = True
            elif lower in _MODAL:
                modal = True
                possible = lower in ("may", "might", "could")
            elif lower == "to":
                to = True
            elif lower in _NOT or _NEGATED.fullmatch(lower):
                negated = True
                be = be or lower.startswith(("was", "were", "is", "are"))
            elif lower == "also":
                also = True
            elif not (lower in _ADVERBS or lower.endswith("ly")):
                break
            at = self.found.pop().first
        if letter in "KJ" and be:
            letter = "k"
        elif letter == "K" and (have or modal):
            letter = "A"
        if letter == "V" and self.lowers[at if not be else after - 1] in ("pronounced", "declared") and not be:
            letter = "x"  # "doctors pronounced him dead": the subject isn't who died
        hypothetical = (modal and not have) or (to and letter in "AVk" and not have)
        return Chunk(
            letter,
            at,
            after,
            measure,
            negated=negated,
            hypothetical=hypothetical,
            possible=possible and have,
            additional=also,
            rule=rule,
        )


def _capital(word: Word) -> bool:
    """Whether a word is written as a name's: "Ann", "al-Tamimi"."""
    return word.text[0].isupper() or ("-" in word.text and word.text[word.text.index("-") + 1 :][:1].isupper())


_FOLD = {"double": Count(2, 2), "triple": Count(3, 3), "quadruple": Count(4, 4)}
_HURT = frozenset(("wounded", "injured", "slain", "killed", "captured", "detained"))
_OF_AN_EVENT = lexicon("victim victims suspect suspects scene spree incident death deaths range and")
_AFTER_NAME = lexicon("was were is had has died , later also reportedly suffered and")
_ENDS = frozenset((",", ".", "in", "at", "on", "during", "after", "near", "—", "–", "-", ")", ""))
_MARKS = {",": ",", ";": ";", ":": ";", "—": ";", "–": ";", "(": "(", ")": ")", "-": ";"}
_SIDES = lexicon("coalition government regime our army opposition pro-government rebel enemy friendly taliban allied")
_ORDINALS = lexicon("second third fourth fifth sixth seventh eighth ninth tenth")
_PLACES = lexicon(
    """province district village city town area county street avenue road region governorate neighborhood neighbourhood
    valley suburb camp market hospital university school park township"""
)
_NOT_ALONE = lexicon("jan feb mar apr jun jul aug sept sep oct nov dec may march april june july august christmas")
_PARTICLES = lexicon("al bin ibn abu abd ul de la van von der del al-din e")
_VERB_NEXT = lexicon("was were died are have had has is") | frozenset(("killed", "injured", "wounded", "dead"))
_TELLING = (
    frozenset(lex.GROUP_OF) | frozenset(lex.MODIFIER_GROUP) | frozenset(lex.PARTICIPLES) | frozenset(lex.GERUNDS)
    | frozenset(lex.FINITES) | frozenset(lex.ADJECTIVES) | frozenset(lex.NOUNS) | frozenset(lex.OF_NOUNS) | lex.DIED
    | lex.ADJECTIVES_OF_PEOPLE | _BE | _PREPOSITIONS | _DEFINITE | _INDEFINITE | frozenset(_PRONOUNS) | _SIDES
    | lexicon("""no nobody no-one any self someone somebody another others who whom including include includes included among
    and or along together fatally""")
)  # fmt: skip
"""Every word that may begin a chunk of its own; a quick way past all others."""
