"""Who is counted: phrases of people, from "at least 13 civilians" to "he"."""

import re
from dataclasses import replace

from chronology.count import Count
from chronology.extract import tolls_words as lex
from chronology.extract.tolls_line import NONE, ONE, SOME, Chunk, Line


def find(line: Line, at: int) -> Chunk | None:
    """The people that the words from `at` on speak of, or the harm that they count ("two deaths")."""
    lower = line.lowers[at]
    if at in line.numbers:
        return _counted(line, at)
    if lower in ("nobody", "no-one") or (lower == "no" and line.lower(at + 1) == "one"):
        return Chunk("P", at, at + (2 if lower == "no" else 1), count=NONE)
    if lower == "any":
        anybody = people(line, at, at + 1, NONE) or harm(line, at, at + 1, NONE)
        return replace(anybody, negated=True) if anybody else None
    if lower in lex.INDEFINITE:
        return _singular(line, at)
    if lower == "self" and line.lower(at - 1) in (",", "and", "then"):  # "kills wife, self"
        return Chunk("P", at, at + 1, count=ONE, group="attackers")
    if lower in ("someone", "somebody"):
        return Chunk("P", at, at + 1, count=ONE)
    if lower == "another":
        return replace(people(line, at, at + 1, ONE) or Chunk("O", at, at + 1, count=ONE), additional=True)
    if lower == "others":
        return Chunk("O", at, at + 1, count=SOME, additional=True, bare=True)
    if lower in lex.DEFINITE:
        known = _definite(line, at)
        if known:
            return known
    if lower in lex.PRONOUNS:
        return Chunk("D", at, at + 1, count=lex.PRONOUNS[lower], definite=True)
    return None


def uncounted(line: Line, at: int) -> Chunk | None:
    """People without a number or an article: a bare plural, or the singular of headlines."""
    chunk = people(line, at, at, SOME)
    if chunk is None:
        return None
    if not chunk.name and _plural(line.lower(chunk.after - 1)):
        return replace(chunk, bare=True)
    return replace(chunk, letter="D", count=ONE, definite=True)


def troops(line: Line, at: int) -> Chunk | None:
    """People of a nation or side, not counted: "US troops", "Taliban militants"."""
    n = at
    while n < min(at + 4, len(line.words)) and (line.words[n].text[0].isupper() or line.lowers[n] in lex.SIDES):
        n += 1
    if n > at and line.lower(n) == "forces":
        whose = " ".join(word.text for word in line.words[at:n])
        return Chunk("D", at, n + 1, group="soldiers", affiliation=whose, definite=True)
    told = line.lower(n) in lex.GROUP_OF or line.lower(n) in lex.MODIFIER_GROUP
    return uncounted(line, at) if n > at and told else None


def named(line: Line, at: int) -> Chunk | None:
    """A run of capitalised words that may name a person, with an age after it."""
    if line.shouted:
        return None
    n = at
    while line.capital(n) or (n > at and (line.lower(n) in lex.PARTICLES or line.lower(n) == ".")):
        if line.lowers[n] in lex.NOT_NAMES or line.lowers[n] in lex.GROUP_OF:
            return None
        if line.lowers[n] == "." and len(line.words[n - 1].text) > 2:
            break
        n += 1
    if n == at or line.lower(n) in lex.PLACES or (n == at + 1 and not _may_stand_alone(line, at)):
        return None
    name = " ".join(word.text for word in line.words[at:n])
    after = _past_age(line, n) or n
    return Chunk("D", at, after, count=ONE, definite=True, name=name)


def _may_stand_alone(line: Line, at: int) -> bool:
    """Whether one capitalised word may be a name: not "ATF", "March", "I've", nor any first word of a sentence."""
    word = line.words[at]
    if word.text.isupper() or word.lower in lex.NOT_ALONE or len(word.text) < 3 or "'" in word.lower[:3]:
        return False
    return at > 0 or line.lower(1) in lex.AFTER_NAME


def people(line: Line, first: int, begin: int, count: Count | None) -> Chunk | None:
    """The noun for people within six words from `begin`, with what stands before it, and a name or an age after it."""
    head, measure = _head(line, first, begin)
    if head is None or line.lower(head + 1) in lex.NOUNS:
        return None
    if line.lower(head + 1) == "of" and line.lowers[head] in ("family", "group", "crowd") and head + 2 in line.numbers:
        number = line.numbers[head + 2]  # "a family of four"
        return Chunk("P", first, number.after, count=number.count)
    if first == begin and line.lowers[head] in lex.TOO_COMMON and count == SOME:
        return None
    group, after = _group(line, begin, head), head + 1
    if group == "total" and line.lowers[head] in ("member", "members") and line.lower(after) == "of":
        group = _members(line, after + 1)
    if group == "women" and line.lower(after) == "and" and line.lower(after + 1) == "children":
        group, after = "women and children", after + 2
    past = _past_age(line, after)
    if past and line.lower(after + 2) in (",", *lex.AFTER_PEOPLE):  # "a man, 33,"
        group = "children" if int(line.lower(after + 1)) < 18 and group in lex.AGELESS else group
        after = past
    if line.lowers[head] in ("couple", "pair") and count == ONE:
        count = Count(2, 2)
    name = None if _plural(line.lowers[head]) or line.lowers[head].endswith("s") else named(line, after)
    return Chunk(
        "P",
        first,
        name.after if name else after,
        measure,
        count,
        group,
        _whose(line, first, begin, head),
        name.name if name else "",
    )


def _head(line: Line, first: int, begin: int) -> tuple[int | None, str]:
    """(the last noun for people in a row, what befell them if a word before it says so: "two wounded men")."""
    head, measure = None, ""
    for n in range(begin, min(begin + 7, len(line.words))):
        lower = line.lowers[n]
        if lower in lex.GROUP_OF or lower.endswith(("-year-old", "-year-olds")):
            head = n
        elif lower in ("shooting", "stabbing", "gunshot") and line.lower(n + 1) in lex.GROUP_OF:
            continue  # "two shooting victims"
        elif (
            (lower in lex.HURT or (lower == "missing" and first in line.numbers))
            and n == begin > first
            and {line.lower(n + 1), line.lower(n + 2)} & lex.GROUP_OF.keys()
        ):
            measure = lex.PARTICIPLES.get(lower, "missing")
        elif lower == "of" and head is None and n > begin and line.capital(n - 1) and line.capital(n + 1):
            continue  # "an Islamic Front of Harran leader"
        elif head is not None or lower in lex.STOP or n in line.numbers or not lower[0].isalnum():
            break
    return head, measure


_AGE = re.compile(r"(\d{1,3})-?(?:year|month|day|week)")


def _group(line: Line, begin: int, head: int) -> str:
    """The group that a noun and what stands before it count."""
    noun = line.lowers[head]
    group = "total" if noun in lex.TEENS else lex.GROUP_OF.get(noun, "total")
    before = line.words[begin:head]
    owned = max((n for n, word in enumerate(before, 1) if word.text.endswith(("'s", "’s", "s'", "s’"))), default=0)
    said = [lex.MODIFIER_GROUP[word.lower] for word in before[owned:] if word.lower in lex.MODIFIER_GROUP]
    if said and (group == "total" or noun == "personnel"):
        group = said[0]
    elif group == "police" and "soldiers" in said:
        group = "soldiers"
    ages = [int(match[1]) for word in line.words[begin : head + 1] if (match := _AGE.match(word.lower))]
    if ages and ages[0] < 18 and group in (*lex.AGELESS, "attackers"):
        return "children"
    return "total" if ages and ages[0] >= 18 and group == "children" else group


def _members(line: Line, begin: int) -> str:
    """The group of "members of an armed militia", "a member of the police"."""
    for n in range(begin, begin + 4):
        lower = line.lower(n)
        group = lex.MODIFIER_GROUP.get(lower) or lex.GROUP_OF.get(lower)
        if group in ("fighters", "soldiers", "police"):
            return group
        if lower in lex.STOP - lex.DEFINITE - {"a", "an"} or not lower:
            break
    return "total"


def _whose(line: Line, first: int, begin: int, head: int) -> str:
    """The nation or side that the words before a noun tell: "US", "our"."""
    words = [word.text for word in line.words[begin:head] if word.text[0].isupper() or word.lower in lex.SIDES]
    return " ".join(["our", *words] if line.lower(first) == "our" else words)


def _past_age(line: Line, at: int) -> int | None:
    """Where the words go on after ", 33,"."""
    if line.lower(at) == "," and re.fullmatch(r"1?\d{1,2}", line.lower(at + 1)):
        return at + 2 + (line.lower(at + 2) == ",")
    return None


def _plural(noun: str) -> bool:
    return noun in lex.PLURALS or (noun.endswith("s") and noun in lex.GROUP_OF)


# -- with a number, an article, or neither -----------------------------------------------------------


def _counted(line: Line, at: int) -> Chunk:
    """A number and what it counts: people, harm, others, or nothing that is said."""
    number = line.numbers[at]
    after, count = number.after, number.count
    additional = line.lower(at) == "another"
    while line.lower(after) in ("other", "more", "additional", "further") and line.lower(after + 1) != "than":
        additional, after = True, after + 1
    if line.lower(after) == "others":
        return Chunk("O", at, after + 1, count=count, additional=True)
    if line.lower(after) == "of" and line.lower(after + 1) in lex.OF_WHOM:
        return _part(line, at, after, count)
    chunk = people(line, at, after, count) or harm(line, at, after, count)
    if chunk is None and not additional:
        chunk = _unlisted(line, at, after, count)
    return replace(chunk or Chunk("O" if additional else "N", at, after, count=count), additional=additional)


def _part(line: Line, at: int, of: int, count: Count) -> Chunk:
    """ "Two of the men", "one of them": some of those already counted; "two of his men" are new to the reader."""
    nested = line.numbers.get(of + 2)  # "two of the four victims"
    them = line.lower(of + 1) in ("them", "whom")
    inner = None if them else people(line, of + 1, nested.after if nested else of + 2, count)
    if inner:
        theirs = line.lower(of + 1) in ("his", "her", "their", "its")
        # "four of his men": whose men they are is said, that they are men is not
        group = "total" if theirs and inner.group == "men" else inner.group
        return replace(inner, first=at, letter="P" if theirs else "D", definite=not theirs, count=count, group=group)
    end = of + 2 + (line.lower(of + 2) in ("dead", "killed", "injured", "wounded"))
    if them and line.lower(end) in {*lex.GROUP_OF, *lex.MODIFIER_GROUP}:  # "five of them children", "police officers"
        inner = people(line, at, end, count)
        if inner:
            return replace(inner, definite=True, rule="part")
        whose = lex.MODIFIER_GROUP.get(line.lower(end))
        if whose:  # "five of them police"
            return Chunk("P", at, end + 1, count=count, group=whose, definite=True, rule="part")
    return Chunk("D", at, end, count=count, definite=True, rule="part" if them else "")


def _unlisted(line: Line, at: int, after: int, count: Count) -> Chunk | None:
    """A number and a plural that no list has, right before what befell it ("13 motorcyclists were killed")."""
    for n in range(after, min(after + 3, len(line.words))):
        lower = line.lowers[n]
        if not lower[0].isalpha() or lower in lex.STOP or lower in lex.NOUNS:
            return None
        if lower.endswith("s") and line.lower(n + 1) in lex.AFTER_PEOPLE:
            return Chunk("U", at, n + 1, count=count)
    return None


def _singular(line: Line, at: int) -> Chunk | None:
    """ "A" or "an" and a person, or a harm ("a death"); "a third"."""
    ordinal = line.lower(at + 1) in lex.ORDINALS
    chunk = people(line, at, at + 1, ONE) or harm(line, at, at + 1, ONE)
    if chunk is None:
        alone = line.lower(at + 2) in lex.AFTER_PEOPLE or line.lower(at + 2) in lex.PARTICIPLES
        return Chunk("O", at, at + 2, count=ONE, additional=True) if ordinal and alone else None
    last = line.lower(chunk.after - 1)
    if chunk.letter == "P" and not chunk.name and (last in lex.PLURALS or last in ("teens", "boys", "girls")):
        return None
    return replace(chunk, additional=ordinal)


def _definite(line: Line, at: int) -> Chunk | None:
    """ "The man", "his two sons", "all four victims": people who are known already, as far as the words tell."""
    lower, after = line.lowers[at], at + 1
    if lower == "the" and line.lower(after) == "other" and line.lower(after + 1) not in lex.GROUP_OF:
        return Chunk("O", at, at + 2, count=ONE, additional=True)
    if lower in ("all", "both") and line.lower(after) == "of":
        after += 1 + (line.lower(after + 1) in ("them", "whom"))
    if line.lower(after) in lex.DEFINITE:
        after += 1
    number = line.numbers.get(after)
    ordinal = line.lower(after) in lex.ORDINALS
    count = number.count if number else Count(2, 2) if lower == "both" else None
    after = number.after if number else after
    while line.lower(after) in ("other", "more", "additional"):
        after += 1
    if number and line.lower(after) == "others":
        return Chunk("O", at, after + 1, count=count, definite=True)
    chunk = people(line, at, after, count)
    if chunk is None:
        return Chunk("D", at, after, count=count, definite=True) if count else None
    last = "" if chunk.name else line.lower(chunk.after - 1)
    if count is None and not (last in lex.PLURALS or last.endswith("s")):
        count = ONE
    if lower == "all" and count is None and chunk.group != "total":
        return replace(chunk, letter="D", rule="all")  # "13 people, all of them civilians"
    somebodys = lower in ("his", "her", "their", "my") and count is not None  # "his brother": perhaps not known yet
    return replace(chunk, letter="D", count=count, definite=not somebodys, additional=ordinal)


# -- nouns of harm -----------------------------------------------------------------------------------


def harm(line: Line, first: int, begin: int, count: Count) -> Chunk | None:
    """A noun of harm within four words: "two civilian deaths", "no casualties"."""
    for n in range(begin, min(begin + 5, len(line.words))):
        lower = line.lowers[n]
        if lower in lex.NOUNS:
            said = [lex.MODIFIER_GROUP[word.lower] for word in line.words[begin:n] if word.lower in lex.MODIFIER_GROUP]
            group = said[0] if said else "total"
            return Chunk("M", first, n + 1, lex.NOUNS[lower], count, group, _whose(line, begin, begin, n))
        stopped = lower in lex.STOP and lower not in lex.PARTICIPLES
        if stopped or not lower[0].isalpha() or (lower in lex.GROUP_OF and lower not in lex.MODIFIER_GROUP):
            return None
    return None
