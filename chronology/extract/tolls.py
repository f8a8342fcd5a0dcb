"""Reports of people killed, injured, captured or missing, read from the sentences that make them."""

import re
from collections.abc import Sequence

from chronology.extract import text, tolls_chunks, tolls_clauses
from chronology.extract import tolls_words as lex
from chronology.extract.text import Sentence
from chronology.extract.tolls_line import Toll

__all__ = ["Toll", "find"]


def find(body: str, sentences: Sequence[Sentence]) -> tuple[Toll, ...]:
    """Every report of a toll, in the order of the text."""
    respelled = []
    for sentence in sentences:
        lower = sentence.text.lower()
        if _STEMS.search(lower):
            lower = lower.replace("’", "'").replace("\n", " ")
            words = text.words(sentence.text, sentence.start)
            respelled.append((sentence, words, lower, tolls_chunks.chunks(words, lower, sentence.start)))
    known = tolls_clauses.Known(
        leaders=frozenset(match["name"] for match in _LEADER.finditer(body)),
        names=frozenset(part for *_, chunks in respelled for c in chunks if " " in c.name for part in c.name.split()),
        armed=bool(_ARMED_GROUP.search(body)),
    )
    found: list[Toll] = []
    for sentence, words, lower, chunks in respelled:
        clauses = tolls_clauses.Clauses(sentence, words, lower, chunks, known)
        found.extend(sorted(clauses.tolls(), key=lambda toll: (toll.start, toll.end)))
    return tuple(found)


_STEMS = re.compile(lex.STEMS, re.VERBOSE)
# "rebel leader Omar Tal"
_LEADER = re.compile(
    r"""\b(?:leader|commander|chief|emir|head|kingpin|mastermind)\s
    (?P<name>[A-Z][\w’'-]+(?:\s(?:al-|el-|bin\s|ibn\s)?[A-Z][\w’'-]+){1,3})""",
    re.VERBOSE,
)
# Only where an armed group is spoken of: elsewhere a man linked to a killing is the news of that killing.
_ARMED_GROUP = re.compile(
    r"(?i:\b(?:insurgents?|militants?|militia|rebels?|guerrillas?|jihadists?|terrorists?|extremists?)\b)|Taliban|Qa[ei]da|ISIS|ISIL|Daesh"
)
