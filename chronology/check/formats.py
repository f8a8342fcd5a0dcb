"""Problems as lines: for people, for GitHub's annotations, for programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence

from chronology.problem import Problem, one_line

_ANNOTATIONS = 10
"""GitHub shows this many a step and silently drops the rest."""


def lines(problems: Sequence[Problem], form: str) -> Iterator[str]:
    """The lines to print, in one of FORMATS."""
    return FORMATS[form](problems)


def _text(problems: Sequence[Problem]) -> Iterator[str]:
    """file:line:column: CODE what (what to do)"""
    return map(str, problems)


def _github(problems: Sequence[Problem]) -> Iterator[str]:
    """An annotation each, as far as GitHub shows them; the rest as text, so that the log has them all."""
    for problem in problems[:_ANNOTATIONS]:
        place = {"file": problem.file, "line": problem.line, "col": problem.column, "title": problem.code}
        properties = ",".join(f"{name}={_property(str(value))}" for name, value in place.items())
        yield f"::error {properties}::{_message(f'{problem.what} ({problem.todo})')}"
    if len(problems) > _ANNOTATIONS:
        yield from _text(problems[_ANNOTATIONS:])
        yield f"{len(problems)} problems; the first {_ANNOTATIONS} are annotated, the others stand above"


def _message(text: str) -> str:
    """Escaped as a workflow command's message, and one line."""
    return one_line(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    """Escaped as a workflow command's property."""
    return _message(text).replace(":", "%3A").replace(",", "%2C")


def _json(problems: Sequence[Problem]) -> Iterator[str]:
    """A list with an object on each line."""
    rows = [
        json.dumps({name: getattr(problem, name) for name in ("file", "line", "column", "code", "what", "todo")})
        for problem in problems
    ]
    yield from ["[", *(f"  {row}{',' * (index < len(rows))}" for index, row in enumerate(rows, 1)), "]"]


FORMATS: Mapping[str, Callable[[Sequence[Problem]], Iterator[str]]] = {"text": _text, "github": _github, "json": _json}
