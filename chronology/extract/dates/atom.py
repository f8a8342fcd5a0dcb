"""What one rule of the grammar reads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from chronology.extract.dates.reading import Clock, Day, Timex
from chronology.extract.dates.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Atom:
    """What stands in the tokens from `first` up to `last` (exclusive)."""

    first: int
    last: int
    type: Timex
    day: Day | None = None
    clock: Clock | None = None
    value: str | None = None
    """The TIMEX3 value where it hangs on nothing."""
    about: bool = False
    weak: bool = False
    """Counts only as a part of something larger: "night" in "Sunday night"."""
    rule: str = ""

    def of(self, rule: str) -> Atom:
        """The same, read by that rule."""
        return replace(self, rule=rule)


Reader = Callable[[Tokens, int, int], Atom | None]
"""Tokens, first and last (exclusive) of a match -> what it says, or None if it says nothing after all."""
