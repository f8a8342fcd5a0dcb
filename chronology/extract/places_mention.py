"""A place name in a text, before anybody has said which place it is."""

from __future__ import annotations

from dataclasses import dataclass

from chronology.gazetteer import Row


@dataclass(frozen=True, slots=True)
class Away:
    """Said distance and direction from another mention. None: not said."""

    km: float | None
    about: bool
    bearing: str | None
    """A point of the compass, as NW."""
    of: int
    """The index of the other mention."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Indices are positions among the mentions of the text."""

    start: int
    end: int
    text: str
    key: str
    """The name as `folding.plain` makes it."""
    rows: tuple[Row, ...]
    unit: str | None
    """What the text calls it: region, district, town, site, area or None."""
    rule: str
    near: str | None = None
    """The words that put something beside it: outskirts, near, area."""
    within: tuple[int, ...] = ()
    """What it lies in, by the text: in ..., of ..., ...'s."""
    beyond: int | None = None
    """What follows it behind a comma: what it lies in, or only the next of a list."""
    beside: int | None = None
    away: Away | None = None

    @property
    def is_demonym(self) -> bool:
        return bool(self.rows) and self.rows[0].kind == "demonym"
