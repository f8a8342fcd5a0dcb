"""Which file was made of which incident of an article, when the article is added again."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import fields

from chronology.archive import Filed
from chronology.extract.incidents import Told
from chronology.incident import Evidence, Incident, Ref


def pair(told: Sequence[Told], filed: Sequence[Filed], sha256: str, elsewhere: Container[str] = ()) -> dict[str, Filed]:
    """Key of an incident -> the file that this very text made before: by its id, the words it rests on, its date;
    and what a person has changed beyond that is paired in order with what is left, so that nothing is filed twice.

    `elsewhere`: keys of those that have a file in another folder; only id and words pair them.
    """
    pairs: dict[str, Filed] = {}
    left = list(filed)

    def take(one: Told, file: Filed | None) -> None:
        if file is not None and one.key not in pairs:
            pairs[one.key] = file
            if file in left:
                left.remove(file)

    for one in told:
        take(one, next((file for file in left if file.id == one.key), None))
    for one, file in _by_words(told, left, sha256):
        if file in left:
            take(one, file)
    for one in told:  # a person has made one of two
        take(one, next((file for file in filed if _holds(file, one, sha256)), None))
    rest = [one for one in told if one.key not in pairs and one.key not in elsewhere]
    for one in rest:
        take(one, next((file for file in left if file.incident.date == one.incident.date), None))
    for one in rest:
        take(one, next(iter(left), None))
    return pairs


def _by_words(told: Sequence[Told], filed: Sequence[Filed], sha256: str) -> list[tuple[Told, Filed]]:
    """Those that rest on the same words, at least on half of those that the one with fewer has; the most first."""
    found = []
    for number, one in enumerate(told):
        mine = _words(one.incident, sha256)
        for file in filed:
            theirs = _words(file.incident, sha256)
            shared = len(mine & theirs)
            if shared and shared * 2 >= min(len(mine), len(theirs)):
                found.append((-shared, number, file.id, one, file))
    return [(one, file) for *_, one, file in sorted(found, key=lambda row: row[:3])]


def _holds(file: Filed, told: Told, sha256: str) -> bool:
    """Whether an incident was joined with this one: it has its id as a former one, or one of its reports."""
    reports = _reports(told.incident, sha256) & _reports(file.incident, sha256)
    return told.key in file.incident.aliases or bool(reports)


def _words(value: Incident, sha256: str) -> set[tuple[int, int]]:
    """The stretches of a text that an incident's date, place, kind and reports rest on."""
    evidence = [ref for f in fields(Evidence) for ref in getattr(value.evidence, f.name)] if value.evidence else []
    return _stretches(evidence, value, sha256) | _reports(value, sha256)


def _reports(value: Incident, sha256: str) -> set[tuple[int, int]]:
    """The stretches of a text that its reports rest on."""
    return _stretches([report.source for report in value.toll], value, sha256)


def _stretches(refs: Iterable[Ref | None], value: Incident, sha256: str) -> set[tuple[int, int]]:
    ids = {source.id for source in value.sources if source.sha256 == sha256}
    return {(r.start, r.end) for r in refs if r and r.source in ids and r.start is not None and r.end is not None}
