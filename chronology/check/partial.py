"""What can be read of a file that is refused, so that the rules run on the rest and all its problems come at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from chronology import archive, incident, yamlfile
from chronology.archive import Filed
from chronology.check.rules import Rule
from chronology.incident import Incident
from chronology.problem import Path as At
from chronology.problem import Problem
from chronology.shape import Plain

_INSTEAD = {"title": "?", "kind": "other", "date": "XXXX-01", "why": "?"}
"""What stands where these can't be read: without them there is no incident. No rule's word on them is taken."""
_FIELDS = {field.name for field in fields(Incident)}


@dataclass(frozen=True, slots=True)
class Partial:
    """An incident without the values that can't be read: for the rules, and for nothing else."""

    filed: Filed
    touched: frozenset[At]
    """The fields and entries that are not there whole, or not at all."""

    def allows(self, rule: Rule) -> bool:
        """Whether nothing is left out that the rule would miss. A field of an unknown name may be any of them."""
        unread = {str(at[0]) for at in self.touched}
        return not rule.whole or (unread <= _FIELDS and unread.isdisjoint(rule.whole))

    def tells(self, problem: Problem) -> bool:
        """Whether what a rule found is a problem of the file, and not of what was left out."""
        return problem.at not in self.touched


def read(file: Path) -> Partial | None:
    """The rest of an incident file without the values that don't fit; None if it isn't a mapping at all."""
    text, _ = archive.read_text(file)
    document = yamlfile.load(text or "")
    if text is None or document.problems or not isinstance(document.value, dict):
        return None
    left_out: set[At] = {(name,) for name in _INSTEAD if name not in document.value}
    while True:
        origins: dict[At, At] = {}
        rest = _without(left_out, document.value, (), (), origins)
        value, problems = incident.read({**_INSTEAD, **rest})
        if value:
            break
        found = {origins[problem.at] for problem in problems if problem.at in origins}
        if () in found or not found:
            return None
        left_out |= found
    around = {at[:n] for at in left_out for n in range(1, len(at))}
    touched = {now for now, at in origins.items() if at in around} | {at for at in left_out if len(at) == 1}
    return Partial(Filed(file.stem, file, value, _moved(document.positions, origins), text), frozenset(touched))


def _without(left_out: set[At], plain: Plain, at: At, now: At, origins: dict[At, At]) -> Plain:
    """The values without those left out; fills `origins`: where each stands now -> where it stands in the file."""
    origins[now] = at
    if isinstance(plain, dict):
        kept = {key: value for key, value in plain.items() if (*at, key) not in left_out}
        return {key: _without(left_out, value, (*at, key), (*now, key), origins) for key, value in kept.items()}
    if isinstance(plain, list):
        entries = [(index, value) for index, value in enumerate(plain) if (*at, index) not in left_out]
        return [_without(left_out, value, (*at, index), (*now, n), origins) for n, (index, value) in enumerate(entries)]
    return plain


def _moved(positions: Mapping[At, tuple[int, int]], origins: Mapping[At, At]) -> dict[At, tuple[int, int]]:
    return {now: positions[at] for now, at in origins.items() if at in positions}
