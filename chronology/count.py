"""A reported number of people, never more exact than its source, and the groups it may count."""

from __future__ import annotations

import re
from dataclasses import dataclass

MEASURES = ("killed", "injured", "captured", "missing", "casualties")
"""`casualties`: hurt or killed, the source doesn't say which."""

SIDES = ("civilians", "fighters", "soldiers", "police")
"""Exclude each other."""
AGES = ("women", "men", "children", "women and children")
"""Exclude each other, cut across the sides."""
OVERLAPPING = ("leaders", "medics", "aid workers", "journalists", "hostages")
"""Overlap everything; never added."""
GROUPS = ("total", *SIDES, *AGES, *OVERLAPPING, "attackers")
"""`total` is all that a report counts; `attackers` are the attackers' own losses, never in the shown toll."""

WORDS = {
    "some": 1,
    "several": 1,
    "a few": 1,
    "many": 1,
    "dozens": 24,
    "scores": 40,
    "hundreds": 200,
    "thousands": 2000,
}
"""A source's own word where it gives no number -> the least it can mean (for sorting and scoring, never shown)."""

_FORM = re.compile(
    r"""
    (?P<about>~?)(?P<low>(?!0\d)\d{1,7})(?P<open>\+?)        # 13   13+   ~20   ~20+
    | (?P<from>\d{1,7})-(?P<to>\d{1,7})               # 10-15
    | \.\.(?P<most>\d{1,7})                           # ..15
    """,
    re.VERBOSE | re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Count:
    """13, at least 13, about 20, 10 to 15, up to 15, or a word.

    `low` is None for "up to"; `high` is None where the source leaves the end open.
    """

    low: int | None
    high: int | None
    approximate: bool = False
    word: str | None = None

    @classmethod
    def parse(cls, text: str) -> Count:
        """The count that `text` writes. ValueError says what to write."""
        if text in WORDS:
            return cls(WORDS[text], None, word=text)
        m = _FORM.fullmatch(text)
        if m is None:
            words = ", ".join(WORDS)
            raise ValueError(f"{text!r} is not a count; write 13, 13+, ~20, ~20+, 10-15, ..15 or one of {words}")
        if m["most"]:
            return cls(None, int(m["most"]))
        if m["from"]:
            low, high = int(m["from"]), int(m["to"])
            if low >= high:
                raise ValueError(f"the range {text} does not rise; write the lower number first")
            return cls(low, high)
        low = int(m["low"])
        return cls(low, None if m["open"] else low, bool(m["about"]))

    @property
    def least(self) -> int:
        """The least it can mean."""
        return self.low or 0

    def __str__(self) -> str:
        if self.word:
            return self.word
        if self.low is None:
            return f"..{self.high}"
        if self.high not in (None, self.low):
            return f"{self.low}-{self.high}"
        return f"{'~' if self.approximate else ''}{self.low}{'+' if self.high is None else ''}"
