"""Ids, aliases, and links between incidents."""

from __future__ import annotations

from collections.abc import Iterator

from chronology import archive
from chronology.archive import Filed
from chronology.check.rules import Known, rule
from chronology.problem import Problem

_ONE_WAY = ("part of", "follows", "in retaliation for")


@rule("ID1")
def stands_in_its_folder(filed: Filed, known: Known) -> Iterator[Problem]:
    """An incident's file stands in the folder named for the first four characters of its id, or in undated."""
    right = archive.file_of(known.archive.root, filed.id)
    if filed.file != right:
        yield Problem((), f"stands in {filed.file.parent}", f"move it to {right}")


@rule("ID2")
def aliases_are_free(filed: Filed, known: Known) -> Iterator[Problem]:
    """An alias is no incident's id, and one incident's alias only."""
    for index, alias in enumerate(filed.incident.aliases):
        others = [other for other in known.by_alias[alias] if other is not filed]
        if alias in known.archive.filed:
            what = f"{alias} is the id of {known.archive.filed[alias].file}"
            yield Problem(("aliases", index), what, "remove the alias, or the file if the two are one incident")
        elif others:
            yield Problem(("aliases", index), f"{alias} is an alias of {others[0].id} too", "keep it in one of them")
        elif alias in filed.incident.aliases[:index]:
            yield Problem(("aliases", index), f"{alias} a second time", "remove one")


@rule("LINK1")
def links_lead_somewhere(filed: Filed, known: Known) -> Iterator[Problem]:
    """A link leads to an incident that is here, or still a draft."""
    for index, relation in enumerate(filed.incident.related):
        if known.find(relation.to) is None and relation.to not in known.drafts:
            yield Problem(
                ("related", index, "to"), f"no incident has the id {relation.to}", "correct it, or remove the link"
            )


@rule("LINK2")
def links_lead_elsewhere(filed: Filed, known: Known) -> Iterator[Problem]:
    """A link does not lead to its own incident."""
    for index, relation in enumerate(filed.incident.related):
        if known.find(relation.to) is filed:
            yield Problem(("related", index, "to"), "links to itself", "remove the link")


@rule("LINK3")
def links_lead_to_what_stands(filed: Filed, known: Known) -> Iterator[Problem]:
    """A link does not lead to a withdrawn incident."""
    for index, relation in enumerate(filed.incident.related):
        other = known.find(relation.to)
        if other and other is not filed and other.incident.status == "withdrawn":
            yield Problem(("related", index, "to"), f"{relation.to} is withdrawn", "remove the link")


@rule("LINK4")
def both_sides_say_the_same(filed: Filed, known: Known) -> Iterator[Problem]:
    """A link that both sides state has the same reason on both, and one that makes sense from both."""
    for index, relation in enumerate(filed.incident.related):
        other = known.find(relation.to)
        if other is None or other is filed:
            continue
        back = [r.why for r in other.incident.related if known.find(r.to) is filed]
        if back and relation.why not in back:
            what = f"{relation.why}, and {other.id} says of this one: {', '.join(back)}"
            yield Problem(("related", index, "why"), what, "state it on one side; the other is generated")
        elif back and relation.why in _ONE_WAY:
            what = f"{relation.why} each other"
            yield Problem(("related", index, "why"), what, "only one of the two can be; remove the other")


@rule("LINK5")
def no_part_holds_its_whole(filed: Filed, known: Known) -> Iterator[Problem]:
    """No incident is part of itself by way of others."""
    seen: set[str] = set()
    ahead = _wholes(filed, known)
    while ahead:
        whole = ahead.pop()
        if whole is filed and len(seen) > 1:  # two that name each other are LINK4's
            todo = "remove one of the links: part of"
            yield Problem(("related",), f"part of itself, by way of {', '.join(sorted(seen))}", todo)
            return
        if whole is not filed and whole.id not in seen:
            seen.add(whole.id)
            ahead += _wholes(whole, known)


def _wholes(filed: Filed, known: Known) -> list[Filed]:
    found = (known.find(r.to) for r in filed.incident.related if r.why == "part of")
    return [whole for whole in found if whole is not None]
