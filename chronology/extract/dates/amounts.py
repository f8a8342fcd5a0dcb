"""How much time: "at least three days" is P3D, "several weeks" PXW, "two and a half years" P2Y6M."""

from __future__ import annotations

from dataclasses import dataclass

from chronology.extract.dates import words
from chronology.extract.dates.tokens import Tokens

_CODES = {
    "day": "D",
    "weekend": "D",
    "week": "W",
    "fortnight": "W",
    "month": "M",
    "quarter": "M",
    "year": "Y",
    "decade": "Y",
    "century": "Y",
    "hour": "H",
    "minute": "M",
    "second": "S",
}
_TIMES = {"weekend": 2, "fortnight": 2, "quarter": 3, "decade": 10, "century": 100}
_VAGUE_CODES = {"decade": "DE", "century": "CE", "weekend": "WE", "quarter": "Q", "fortnight": "W"}


@dataclass(frozen=True, slots=True)
class Amount:
    """`count` is None where the text gives no number."""

    count: int | None
    unit: str
    value: str
    about: bool


def read(tokens: Tokens, first: int, last: int) -> Amount | None:
    """The amount of time in a range that ends with the unit; None if it is none."""
    at = next((i for i in range(last - 1, first - 1, -1) if tokens.word(i) in words.UNITS), None)
    if at is None:
        return None
    unit = words.UNITS[tokens.word(at)]
    count: float | None = None
    about = False
    numbers: list[float] = []
    for i in range(first, at):
        name, word = tokens.name(i), tokens.word(i)
        if name in ("num31", "num99", "number"):
            numbers.append(int(word.replace(",", "")))
        elif name == "cardinal":
            value = words.CARDINALS[word]
            if numbers and numbers[-1] >= 20 and numbers[-1] % 10 == 0 and value < 10:
                numbers[-1] += value
            else:
                numbers.append(value)
        elif name == "fraction":
            numbers.append(_fraction(word))
        elif name == "couple":
            numbers = [2]
        elif name == "dozen":
            numbers = [12 * (numbers[-1] if numbers else 1)]
        elif name == "hundred":
            numbers = [100 * (numbers[-1] if numbers else 1)]
        elif name == "half":
            numbers = [0.5] if tokens.name(i - 1) != "and" and numbers == [1] else [*numbers, 0.5]
        elif name == "a" and not numbers:
            numbers.append(1)
        elif name in ("vague", "some"):
            return Amount(None, unit, duration(None, unit), True)
        elif name in ("about", "most"):
            about = True
    if not numbers:
        return None
    count = sum(numbers) if tokens.find("half", first, at) is not None else numbers[0]
    whole = int(count) if count == int(count) else None
    return Amount(None if whole is None else whole * _TIMES.get(unit, 1), _plain(unit), duration(count, unit), about)


def duration(count: float | None, unit: str) -> str:
    """A TIMEX3 duration; `count` None is an unknown number."""
    time = "T" if unit in ("hour", "minute", "second") else ""
    if count is None:
        return f"P{time}X{_VAGUE_CODES.get(unit, _CODES[unit])}"
    count *= _TIMES.get(unit, 1)
    code = _CODES[unit]
    if count == int(count):
        return f"P{time}{int(count)}{code}"
    if unit == "year":
        return f"P{int(count)}Y{round(12 * (count % 1))}M" if count > 1 else f"P{round(12 * count)}M"
    if unit == "hour":
        return f"PT{int(count)}H{round(60 * (count % 1))}M" if count > 1 else f"PT{round(60 * count)}M"
    return f"P{time}{count:g}{code}"


def ordinal(tokens: Tokens, first: int, last: int | None = None) -> int:
    """The number of "3", "3rd", "third" or "twenty-first" (which ends before `last`)."""
    at = first if last is None else last - 1
    while tokens.name(at) == "dash":
        at -= 1
    word = tokens.word(at)
    if word[0].isdigit():
        return int("".join(c for c in word if c.isdigit()))
    number = words.ORDINALS[word]
    before = tokens.name(at - 1) == "dash" and tokens.name(at - 2) == "cardinal"
    return number + words.CARDINALS[tokens.word(at - 2)] if before and number < 10 else number


def _plain(unit: str) -> str:
    return {"fortnight": "week", "weekend": "day", "quarter": "month", "decade": "year", "century": "year"}.get(
        unit, unit
    )


def _fraction(word: str) -> float:
    whole, _, part = word.rpartition(" ")
    above, below = part.split("/")
    return int(whole or 0) + int(above) / int(below)
