"""A claimant that no word tells the kind of, in the article's own words: never silently the outlet's voice."""

import re

from chronology.extract import voices_words as lex
from chronology.extract.text import lexicon


def speaks_by_name(who: str) -> bool:
    """Whether the words are the name of a state, its seat or an armed group."""
    return who in lex.STATES or bool(_GROUP.fullmatch(who))


def as_written(who: str) -> str | None:
    """ "The provincial council" -> "provincial council", "aid groups" as they are; None if the words may be a person's name.

    So are words with a name behind them ("the mechanic Karim Odeh").
    """
    words = who.split()
    article = bool(words) and words[0].lower() in _ARTICLES
    words = words[1:] if article else words
    if not words or _ends_in_name(words) or any(_stops(word) for word in words) or {words[0], words[-1]} & _JOINS:
        return None
    if article:
        return " ".join(words) if len(words) <= 8 else None
    plural = len(words) in (2, 3) and words[-1].islower() and words[-1].endswith("s") and " ".join(words[1:]).islower()
    return " ".join([words[0].lower(), *words[1:]]) if plural else None


_GROUP = re.compile(lex.GROUPS, re.VERBOSE)
_ARTICLES = lexicon("the a an his her their its our one another local this that")
_JOINS = lexicon("of for in at and the And")
_NAME = re.compile(r"(?:al-|el-|bin|Abu)?[A-Z][a-z’'-]+|[A-Z]\.")


def _ends_in_name(words: list[str]) -> bool:
    """Whether a personal name ends the words: after a role, or of two parts after "of"."""
    end = len(words)
    while end and _NAME.fullmatch(words[end - 1]):
        end -= 1
    names, before = len(words) - end, words[end - 1].lower() if end else ""
    return bool(names and before) and not (before in _JOINS and (names == 1 or before != "of"))


_NEVER = lexicon(
    """is are was were be been being has have had do does did will would can could may might must should that which who whom whose
    when where while because since after before until if as so but or nor not no with without by to from on into than then it he she
    they we you i this these those there here all most some many few several both each every two three four five six seven eight nine
    ten dozens hundreds killed wounded injured died dead people men women attack attacks raid strike strikes blast explosion incident shooting
    day night morning evening week month year toll number monday tuesday wednesday thursday friday saturday sunday also what how"""
)


def _stops(word: str) -> bool:
    """Whether a word can't belong to the name of an office or a body."""
    bare = word.lower().strip("()’'")
    return (
        bare in _NEVER
        or not re.fullmatch(r"[\w.&’'()/-]+", word)
        or bare[:1].isdigit()
        or (word.islower() and bare.endswith("ly"))
        or bare.endswith(("n't", "n’t"))
    )
