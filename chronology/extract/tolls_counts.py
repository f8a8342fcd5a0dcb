"""Counts of people in a list, and of the parts that a source gives of them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from chronology.count import Count
from chronology.extract.tolls_line import NONE, ONE, Chunk

PEOPLE = frozenset("PNODUpnodu")


def apart(listed: Sequence[Chunk]) -> list[Chunk]:
    """The people of a list, each once: "Ali Marwan, a driver" and "the gunman, a student," are one man."""
    conjoined = any(chunk.letter == "&" for chunk in listed)
    people: list[Chunk] = []
    joined = ""
    for chunk in listed:
        if chunk.letter not in PEOPLE:
            joined += chunk.letter
            continue
        last = people[-1] if people else None
        one = last and joined == "," and last.count == chunk.count == ONE
        if last and one and (bool(last.name) != bool(chunk.name) or not (conjoined or chunk.name)):
            named, other = (chunk, last) if chunk.name else (last, chunk)
            group = other.group if named.group == "total" else named.group
            known = other.definite and named.definite
            people[-1] = replace(named, group=group, first=last.first, after=chunk.after, definite=known)
        elif chunk.count is not None or chunk.rule == "all":
            people.append(chunk)
        joined = ""
    return people[:1] if _named_one_by_one(people) else people


def _named_one_by_one(people: Sequence[Chunk]) -> bool:
    """ "Two civilians, a farmer and his brother": the second half says who the first half are."""
    if len(people) < 3 or not any(chunk.letter in "Dd" for chunk in people[1:]):
        return False
    return people[0].count == Count(len(people) - 1, len(people) - 1) and all(
        chunk.count == ONE for chunk in people[1:]
    )


def of(people: Sequence[Chunk], parts: Sequence[Chunk]) -> dict[str, Count]:
    """The count of each group: one group alone, or a total and its parts."""
    counted = [chunk for chunk in people if chunk.rule not in ("part", "all")] or list(people)
    parts = [*parts, *(chunk for chunk in people if chunk.rule == "part" and chunk not in counted)]
    counts: dict[str, Count] = {}
    nobody = counted[0].count == NONE  # "no women or children"
    for chunk in counted:
        count = NONE if nobody and chunk.bare else chunk.count
        if count is not None and not (nobody and count != NONE):
            counts[chunk.group] = plus(counts[chunk.group], count) if chunk.group in counts else count
    if len(counts) > 1 and not nobody:
        counts = {"total": _sum(counts)} | {group: count for group, count in counts.items() if group != "total"}
    for chunk in parts:
        if chunk.count is not None and not chunk.bare and chunk.group not in ("total", *counts):
            counts[chunk.group] = chunk.count
    for chunk in people:  # "13 people, all of them civilians"
        if chunk.rule == "all" and set(counts) == {"total"}:
            counts = {chunk.group: counts["total"]}
    return counts


def _sum(counts: Mapping[str, Count]) -> Count:
    first, *others = counts.values()
    for count in others:
        first = plus(first, count)
    return first


def plus(one: Count, other: Count) -> Count:
    """Two counts added; a number and a word make the word: "a leader and several fighters" are several."""
    if one.word or other.word:
        return one if one.word else other
    high = None if one.high is None or other.high is None else one.high + other.high
    return Count(one.least + other.least, high, one.approximate or other.approximate)
