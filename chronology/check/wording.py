"""Words: a title accuses nobody who denies it, and speaks plainly."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chronology.archive import Filed
from chronology.check.rules import Known, rule
from chronology.problem import Problem

_LOADED = re.compile(
    r"""\b(?:
    terror | terroris[tm]s? | martyr(?:s|ed|dom)? | massacre[ds]? | slaughter(?:s|ed)? | butcher(?:s|ed)?
    | regimes? | so-called | hero(?:es|ic|ism)? | infidels? | savages? | thugs? | barbar(?:ic|ous|ians?)
    | cowardly | brutal(?:ly)? | heinous | innocents? | evil | murderous | bloodthirsty | collateral\ damage
    | neutrali[sz](?:ed?|es|ing) | liquidat(?:ed?|es|ing) | mopping\ up
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
_QUOTED = re.compile(r"""["“][^"“”]*["”] | «[^«»]*» | ‘[^‘’]*’(?!\w) | (?<!\w)'[^'\n]*'(?!\w)""", re.VERBOSE)


@rule("WORD1")
def accuses_nobody_who_denies(filed: Filed, known: Known) -> Iterator[Problem]:
    """The title does not name an attacker who denies it."""
    actors, canonical = filed.incident.actors, known.archive.names.canonical
    denying = {canonical(actor.name) for actor in actors if actor.status == "denied"}
    for name in sorted({canonical(actor.name) for actor in actors if actor.role == "attacker"} & denying):
        for spelling in known.spellings(name):
            if re.search(rf"(?<!\w){re.escape(spelling)}(?!\w)", filed.incident.title):
                todo = "say what happened and where; who did it, and that it is denied, stands under actors"
                yield Problem(("title",), f"names {spelling}, who denies it", todo)
                break


@rule("WORD2", whole=("actors", "place"))
def speaks_plainly(filed: Filed, known: Known) -> Iterator[Problem]:
    """Loaded words stand only inside quotation marks in title and summary."""
    names = sorted(_proper_names(filed, known), key=len, reverse=True)
    for field, text in (("title", filed.incident.title), ("summary", filed.incident.summary)):
        bare = _QUOTED.sub(" ", text or "")
        for name in names:
            bare = bare.replace(name, " ")
        found = list(dict.fromkeys(word.lower() for word in _LOADED.findall(bare)))
        if found:
            todo = "say what was done; or, if it is the source's own word, put it in quotation marks"
            yield Problem((field,), f"loaded: {', '.join(found)}", todo)


def _proper_names(filed: Filed, known: Known) -> set[str]:
    """Names are names: a brigade may be called after martyrs."""
    value = filed.incident
    names = {name for actor in value.actors for name in (*known.spellings(actor.name), actor.unit) if name}
    if value.place:
        names |= {value.place.name, *value.place.aka}
    return names
