"""Which file was made of which incident of an article, when the article is added again."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import fields

from chronology.archive import Filed
from chronology.extract.incidents import Told
from chronology.incident import Evidence, Incident


def pair(told: Sequence[Told], filed: Sequence[Filed], sha256: str, elsewhere: Container[str] = ()) -> dict[str, Filed]:
    """Key of an incident -> the file that this very text made before: by its id, the words it rests on, its date;
    and what a person has changed beyond that is paired in order with what is left, so that nothing is filed twice.

    `elsewhere`: keys of those that have a file in another folder, and are paired only by id and words.
    """
    pairs: dict[str, Filed] = {}
    left = list(filed)
    rests = {one.key: _words(one.incident, sha256) for one in told}
    for one in told:
        _take(one, next((f for f in left if f.id == one.key or one.key in f.incident.aliases), None), pairs, left)
    close = [
        (-_shared(rests[one.key], _words(f.incident, sha256)), n, one, f) for n, one in enumerate(told) for f in left
    ]
    for shared, _, one, file in sorted(close, key=lambda row: (row[0], row[1], row[3].id)):
        if shared and one.key not in pairs and file in left:
            _take(one, file, pairs, left)
    rest = [one for one in told if one.key not in pairs and one.key not in elsewhere]
    for one in rest:
        _take(one, next((f for f in left if f.incident.date == one.incident.date), None), pairs, left)
    for one, file in zip([one for one in rest if one.key not in pairs], list(left), strict=False):
        _take(one, file, pairs, left)
    return pairs


def _take(told: Told, file: Filed | None, pairs: dict[str, Filed], left: list[Filed]) -> None:
    if file is not None:
        pairs[told.key] = file
        left.remove(file)


def _words(value: Incident, sha256: str) -> frozenset[tuple[int, int]]:
    """The stretches of one text that an incident's date, place, kind and reports rest on."""
    ids = {source.id for source in value.sources if source.sha256 == sha256}
    found = [ref for f in fields(Evidence) for ref in getattr(value.evidence, f.name)] if value.evidence else []
    refs = [*found, *(report.source for report in value.toll)]
    return frozenset((r.start, r.end) for r in refs if r and r.source in ids and r.start is not None and r.end)


def _shared(a: frozenset[tuple[int, int]], b: frozenset[tuple[int, int]]) -> int:
    """How many stretches two have in common, if that is at least half of what the smaller has."""
    common = len(a & b)
    return common if common * 2 >= min(len(a), len(b)) else 0
