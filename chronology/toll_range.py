"""Ranges of reported numbers: what one figure says, the spread of several, their sum. Words never become numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import inf

from chronology.count import WORDS, Count


@dataclass(frozen=True, slots=True)
class Range:
    """From the lowest figure to the highest: 13, 13+, ~24-46+, 18-~30, ..15."""

    low: int | None
    """None: up to `high`."""
    high: int
    """The highest figure that is named; `open` says that it may be more."""
    low_approximate: bool = False
    high_approximate: bool = False
    open: bool = False

    @property
    def tenths(self) -> tuple[float, float]:
        """The numbers it may mean, in tenths, for comparing: `~` is 10 % either way, `+` has no end."""
        low = (self.low or 0) * (9 if self.low_approximate else 10)
        return low, inf if self.open else self.high * (11 if self.high_approximate else 10)

    def __str__(self) -> str:
        high = f"{'~' if self.high_approximate else ''}{self.high}{'+' if self.open else ''}"
        if self.low == self.high:
            return high
        return f"..{high}" if self.low is None else f"{'~' if self.low_approximate else ''}{self.low}-{high}"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, words, or a number with words beside it."""

    range: Range | None
    words: tuple[str, ...] = ()
    """In the order of `count.WORDS`."""

    @property
    def tenths(self) -> tuple[float, float]:
        """The numbers it may mean, in tenths, for comparing; a word is one or more."""
        return self.range.tenths if self.range else (10, inf)

    @property
    def none(self) -> bool:
        """Whether it says that there were none."""
        return self.range is not None and self.range.high == 0 and not self.range.open and not self.words


def figure(count: Count) -> Figure:
    """What one count says."""
    if count.word is not None:
        return Figure(None, (count.word,))
    if count.low is None:
        return Figure(Range(None, count.high or 0))
    about = count.approximate
    return Figure(Range(count.low, count.low if count.high is None else count.high, about, about, count.high is None))


def spread(figures: Iterable[Figure]) -> Figure:
    """From the lowest to the highest, words beside. `+` and `~` stay only at an end whose figure bears them.

    ..15 sets a high end, and a low end only if 15 is smaller than every other low end.
    """
    figures = list(figures)
    ranges = [f.range for f in figures if f.range]
    words = tuple(word for word in WORDS if any(word in f.words for f in figures))
    if not ranges:
        return Figure(None, words)
    high = max(r.high for r in ranges)
    highest = [r for r in ranges if r.high == high]
    about = any(r.high_approximate for r in highest)
    open_end = any(r.open for r in highest)
    if all(r.low is None for r in ranges):
        return Figure(Range(None, high, False, about, open_end), words)
    lows = [(r.high, r.high_approximate) if r.low is None else (r.low, r.low_approximate) for r in ranges]
    low = min(low for low, _ in lows)
    return Figure(Range(low, high, any(about for at, about in lows if at == low), about, open_end), words)


def raised(best: Figure, lesser: Figure) -> Figure:
    """`best` with the high end of `lesser`, if that is higher. Its low end never falls."""
    if best.range is None or lesser.range is None or lesser.range.high <= best.range.high:
        return best
    top = lesser.range
    return replace(best, range=replace(best.range, high=top.high, high_approximate=top.high_approximate, open=top.open))


def added(figures: Iterable[Figure]) -> Figure:
    """The sum of what one claimant counts apart. A word among numbers leaves the sum open: at least the numbers."""
    figures = list(figures)
    ranges = [f.range for f in figures if f.range]
    words = tuple(word for word in WORDS if any(word in f.words for f in figures))
    if not ranges:
        return Figure(None, words)
    known = [r.low for r in ranges if r.low is not None]
    open_end = any(r.open for r in ranges) or bool(words)
    low = sum(known) if known else 0 if open_end else None
    about = any(r.low_approximate for r in ranges), any(r.high_approximate for r in ranges)
    return Figure(Range(low, sum(r.high for r in ranges), *about, open_end), words)


def less(total: Figure, part: Figure) -> Figure:
    """A total without a part of it. A part with an open end, or in words, leaves only "up to"."""
    if total.range is None:
        return total
    whole, away = total.range, part.range or Range(0, 0, open=True)
    high = max(0, whole.high - (away.low or 0))
    if whole.low is None or away.open:
        return Figure(None if whole.open else Range(None, high, False, whole.high_approximate))
    about = whole.low_approximate or away.high_approximate, whole.high_approximate or away.low_approximate
    return Figure(Range(max(0, whole.low - away.high), high, *about, whole.open))
