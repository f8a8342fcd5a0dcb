"""Every problem of an archive at once. One rule, one function, one code; its docstring is the rule."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from chronology import archive
from chronology.archive import Archive
from chronology.check import (  # noqa: F401  most register their rules
    counts,
    dates,
    links,
    partial,
    places,
    sources,
    wording,
)
from chronology.check.formats import FORMATS, lines
from chronology.check.partial import Partial
from chronology.check.rules import RULES, Known, Rule
from chronology.gazetteer import Gazetteer
from chronology.problem import ChronologyError, Problem

__all__ = ["FORMATS", "RULES", "Rule", "lines", "problems"]


def problems(
    known: Archive,
    today: datetime.date,
    only: Sequence[Path] | None = None,
    gazetteer: Gazetteer | None = None,
) -> tuple[Problem, ...]:
    """What is wrong, by file and line. `only` keeps what stands in these files or folders.

    Without a gazetteer, countries and coordinates are not compared. ChronologyError if `only` names no incident file.
    """
    rests = [rest for rest in map(partial.read, _refused(known)) if rest]
    readable = replace(known, filed={**{rest.filed.id: rest.filed for rest in rests}, **known.filed})
    by_file = {rest.filed.file: rest for rest in rests}
    found = [*known.problems, *_broken(Known(readable, today, _drafts(known), gazetteer), by_file)]
    if only is not None:
        files = {*(filed.file for filed in known.filed.values()), *(Path(problem.file) for problem in known.problems)}
        for path in only:
            if not any(_within(file, path) for file in files):
                what = f"no incident file of {known.root}"
                raise ChronologyError(str(path), what, "name files or folders of it, or the folder with --incidents")
        found = [problem for problem in found if any(_within(Path(problem.file), path) for path in only)]
    return tuple(sorted(found, key=lambda p: (p.file, p.line, p.column, p.code, p.what)))


def _refused(known: Archive) -> list[Path]:
    """The incident files in which a value doesn't fit."""
    files = {Path(problem.file) for problem in known.problems if problem.code in ("VALUE", "FIELD", "MISSING", "FORM")}
    return sorted(file for file in files if file.is_relative_to(known.root))


def _broken(known: Known, rests: Mapping[Path, Partial]) -> Iterator[Problem]:
    for filed in known.archive.filed.values():
        rest = rests.get(filed.file)
        for rule in RULES:
            if rest and not rest.allows(rule):
                continue
            for problem in rule.check(filed, known):
                if not rest or rest.tells(problem):
                    yield replace(problem, code=rule.code).located(str(filed.file), filed.positions)


def _drafts(known: Archive) -> frozenset[str]:
    folder = archive.drafts_of(known.root)
    return frozenset(archive.load(folder).filed) if folder.is_dir() else frozenset()


def _within(file: Path, path: Path) -> bool:
    return file.resolve().is_relative_to(path.resolve())
