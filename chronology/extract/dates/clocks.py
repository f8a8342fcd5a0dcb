"""Times of day: "shortly after 2:30 pm local time" is 14:30/.., "the early hours" ../06:00, "before dawn" night."""

from __future__ import annotations

import re
from dataclasses import replace

from chronology.extract.dates import words
from chronology.extract.dates.atom import Atom
from chronology.extract.dates.reading import Clock
from chronology.extract.dates.tokens import Tokens

_VALUES = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "noon": "T12:00", "dawn": "TDA"}
_AFTERNOON = ("afternoon", "evening", "night")


def part(word: str) -> Clock:
    """The part of the day that a word names."""
    time = words.PARTS[word]
    return Clock(time, _VALUES[time])


def stamp(written: str) -> Clock | None:
    """The time of a stamp such as 13:38."""
    match = re.fullmatch(r"([01]?\d|2[0-3]):([0-5]\d)", written)
    return Clock(f"{int(match[1]):02d}:{match[2]}", f"T{int(match[1]):02d}:{match[2]}") if match else None


def clock(tokens: Tokens, first: int, last: int) -> Atom | None:
    """around 1 a.m.; after 2:30 pm local time; before dawn; in the early hours"""
    read = _read(tokens, first, last)
    return Atom(first, last, "TIME", clock=read) if read else None


def weak(tokens: Tokens, first: int, last: int) -> Atom | None:
    """The "night" of "Sunday night", which is no time by itself."""
    atom = clock(tokens, first, last)
    return replace(atom, weak=True) if atom else None


def _read(tokens: Tokens, first: int, last: int) -> Clock | None:
    names = [tokens.name(i) for i in range(first, last)]
    times = [
        i
        for i in range(first, last)
        if tokens.name(i) in ("clock", "num31", "cardinal", "number", "year", "midnight", "point")
    ]
    spoken = next((tokens.word(i) for i in range(first, last) if tokens.name(i) in ("part", "parts")), None)
    if not times:
        return _part_of_day(names, spoken)
    zone = next((tokens.text(i).upper() for i in range(first, last) if tokens.name(i) == "zone"), None)
    halves = [tokens.word(i)[0] for i in range(first, last) if tokens.name(i) == "ampm"]
    if tokens.name(times[0]) == "point":
        named = part(tokens.word(times[0]))
        return Clock("night", "TNI") if named.time == "dawn" and "before" in names else named
    minutes = []
    for n, i in enumerate(times):
        half = halves[min(n, len(halves) - 1)] if halves else None
        read_minutes = _minutes(tokens.name(i), tokens.word(i), half, spoken)
        if read_minutes is None:
            return None
        minutes.append(read_minutes)
    if len(minutes) == 2 and len(halves) == 1 and minutes[0] > minutes[1]:
        minutes[0] -= 720  # 11 to 1 p.m.
    if any(not 0 <= m < 1440 for m in minutes):
        return None
    certain = bool(halves or spoken or zone or "oclock" not in names) and all(
        tokens.name(i) in ("midnight", "number", "year") or halves or spoken or _is_24_hours(tokens.word(i))
        for i in times
    )
    value = "T" + _written(minutes[0])
    time = _qualified(minutes, names) if certain and zone is None else None
    return Clock(time, value, zone)


def _part_of_day(names: list[str], spoken: str | None) -> Clock | None:
    if "hours" in names and spoken in (None, "morning"):
        # "the early hours" and "the early morning hours" are those between midnight and six
        return Clock("../06:00", "TMO") if "early" in names else Clock("night", "TNI")
    return part(spoken) if spoken else None


def _minutes(name: str, word: str, half: str | None, spoken: str | None) -> int | None:
    if name == "midnight":
        return 0
    if name in ("number", "year"):
        hour, minute = divmod(int(word), 100) if len(word) in (3, 4) and word.isdigit() else (99, 0)
    elif name == "cardinal":
        hour, minute = words.CARDINALS[word], 0
    else:
        hour, minute = (int(piece) for piece in [*re.split("[:.]", word), "0"][:2])
    if hour > 23 or minute > 59:
        return None
    if half and not 1 <= hour <= 12:
        half = None  # 13:30 pm
    afternoon = half == "p" or (half is None and spoken in _AFTERNOON and not (spoken == "night" and hour < 6))
    if afternoon and hour < 12:
        hour += 12
    elif half == "a" and hour == 12:
        hour = 0
    return 60 * hour + minute


def _is_24_hours(word: str) -> bool:
    hour = re.split("[:.]", word)[0]
    return hour.isdigit() and (int(hour) > 12 or hour.startswith("0"))


def _qualified(minutes: list[int], names: list[str]) -> str:
    first = _written(minutes[0])
    if len(minutes) == 2:
        return f"{first}/{_written(minutes[1])}" if minutes[0] < minutes[1] else f"~{first}"
    near = "about" in names or "shortly" in names or ("most" in names and ("before" in names or "after" in names))
    if near:
        return f"~{first}"
    if "after" in names:
        return f"{first}/.."
    return f"../{first}" if "before" in names or "by" in names else first


def _written(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
