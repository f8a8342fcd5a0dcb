"""What happened to them: predicates with their auxiliaries, and nouns before "of"."""

import re

from chronology.extract import tolls_words as lex
from chronology.extract.tolls_line import Chunk, Line


def find(line: Line, at: int, found: list[Chunk]) -> Chunk | None:
    """The predicate that the words from `at` on are; its auxiliaries are taken back from the chunks `found` before it."""
    lower, before, following = line.lowers[at], line.lower(at - 1), line.lower(at + 1)
    if lower in lex.PARTICIPLES:
        return _participle(line, at, found)
    if lower in lex.GERUNDS:
        noun = following in lex.OF_AN_EVENT or before in ("the", "a", "an", "this", "that", "fatal", "deadly")
        if lower in ("shooting", "stabbing") and noun:
            return None
        measure, after = lex.GERUNDS[lower], at + 1
        if following == "or" and {measure, lex.GERUNDS.get(line.lower(at + 2))} == {"killed", "injured"}:
            measure, after = "casualties", at + 3
        return predicate(line, at, after, found, "G", measure, lower)
    if lower in lex.FINITES:
        return predicate(line, at, at + 1, found, "A", lex.FINITES[lower], lower)
    if lower in lex.DIED:
        return predicate(line, at, at + 1, found, "V", "killed", lower)
    if lower == "fatally" and following in lex.CLAUSE_ENDS:  # "two people shot, one fatally"
        return predicate(line, at, at + 1, found, "J", "killed", lower)
    if lower in lex.ADJECTIVES and before not in ("the", "brain", "a") and following not in ("body", "bodies"):
        return predicate(line, at, at + 1, found, "J", lex.ADJECTIVES[lower], lower)
    return None


def nominal(line: Line, at: int) -> Chunk | None:
    """ "The deaths of", "injuries to": what befell those whom the next words count."""
    lower, before = line.lowers[at], line.lower(at - 1)
    if lower not in lex.OF_NOUNS or not (
        line.lower(at + 1) == "of" or (line.lower(at + 1) == "to" and "injur" in lower)
    ):
        return None
    fatal = before in ("fatal", "deadly") and lex.OF_NOUNS[lower] == "injured"
    planned = before in ("attempted", "possible", "potential", "planned")
    return Chunk("T", at, at + 2, "killed" if fatal else lex.OF_NOUNS[lower], hypothetical=planned, rule=lower)


def _participle(line: Line, at: int, found: list[Chunk]) -> Chunk | None:
    """ "Killed", "shot", "killed or wounded": no noun ("a shot", "the wounded"), and not "shot at"."""
    lower, before = line.lowers[at], line.lower(at - 1)
    if lower == "shot":
        if before in lex.BEFORE_A_SHOT or line.lower(at + 1) in ("at", "rang"):
            return None
    elif before in ("the", "those", "dead", "of"):
        return None
    measure, after = lex.PARTICIPLES[lower], at + 1
    other = lex.PARTICIPLES.get(line.lower(at + 2)) if line.lower(after) in ("or", "and") else None
    if {measure, other} == {"killed", "injured"}:
        measure, after = "killed" if lower == "shot" else "casualties", at + 3
    elif measure == other == "injured":
        after = at + 3
    return predicate(line, at, after, found, "K", measure, lower)


_NOT = re.compile(
    r"not|n't|never|neither|nor|hardly|(?:is|are|was|were|do|does|did|has|have|had|could|would|wo|ca|should)n't"
)


def predicate(line: Line, at: int, after: int, found: list[Chunk], letter: str, measure: str, rule: str) -> Chunk:
    """A predicate: passive with "was", active with "has"; planned with "to" and "will", possible with "may have"."""
    words = set()
    negated = False
    while found and found[-1].after - found[-1].first == 1 and found[-1].letter in "xcr":
        lower = line.lowers[found[-1].first]
        if _NOT.fullmatch(lower):
            negated = True
            words.add(lower.removesuffix("n't"))
        elif lower in lex.AUXILIARIES:
            words.add(lower)
        elif not (lower in lex.ADVERBS or lower.endswith("ly")):
            break
        at = found.pop().first
    be, have, modal = words & lex.BE, words & lex.HAVE, words & lex.MODAL
    if letter in "KJ" and be:
        letter = "k"
    elif letter == "K" and (have or modal):
        letter = "A"
    if letter == "V" and not be and line.lowers[at] in ("pronounced", "declared"):
        letter = "x"  # "doctors pronounced him dead": the subject isn't who died
    return Chunk(
        letter,
        at,
        after,
        measure,
        additional="also" in words,
        negated=negated,
        # "would have been killed" wasn't; "could have been" may have been
        hypothetical=bool(have and "would" in words)
        or (not have and bool(modal or ("to" in words and letter in "AVk"))),
        possible=bool(have and words & {"may", "might", "could"}),
        rule=rule,
    )
