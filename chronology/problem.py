"""What is wrong, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

Step = str | int
Path = tuple[Step, ...]
"""The way to a value in a file: keys and list indices, outermost first; () is the whole file."""


class ChronologyError(Exception):
    """One thing that a user can mend, on one line: where, what was found, what to do."""

    def __init__(self, where: str, what: str, todo: str) -> None:
        super().__init__(where, what, todo)
        self.where = where
        self.what = what
        self.todo = todo

    def __str__(self) -> str:
        return one_line(f"{self.where}: {self.what} ({self.todo})")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that a check found. `line` and `column` count from 1; 0 is unknown."""

    at: Path
    what: str
    todo: str
    code: str = ""
    file: str = ""
    line: int = 0
    column: int = 0

    def located(self, file: str, positions: Mapping[Path, tuple[int, int]]) -> Problem:
        """The same problem with the file, line and column of the value, or of the nearest thing around it."""
        at = self.at
        while at and at not in positions:
            at = at[:-1]
        line, column = positions.get(at, (1, 1))
        return replace(self, file=file, line=line, column=column)

    def __str__(self) -> str:
        return one_line(f"{self.file}:{self.line}:{self.column}: {self.code} {self.what} ({self.todo})")


def one_line(text: str) -> str:
    """The text with line breaks and other control characters written out, so that a message stays one line."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
