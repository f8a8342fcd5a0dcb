"""Readers of what hangs on another date, of durations, and of what comes again and again."""

from __future__ import annotations

from dataclasses import replace

from chronology.extract.dates import amounts, clocks, words
from chronology.extract.dates.atom import Atom, Reader
from chronology.extract.dates.reading import Anchor, Clock, Offset
from chronology.extract.dates.tokens import Tokens

_DAY_WORDS = {"today": 0, "tonight": 0, "yesterday": -1, "overnight": -1, "tomorrow": 1}
_STEPS = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "this": 0,
    "that": 0,
    "same": 0,
    "current": 0,
    "next": 1,
    "following": 1,
}
_TOLD = frozenset(("previous", "that", "same", "following"))
"""They hang on what was told before, not on the day of writing."""


def day_word(tokens: Tokens, first: int, last: int) -> Atom | None:
    """today, yesterday, tomorrow, tonight, overnight"""
    word = tokens.name(last - 1)
    day = Offset(_DAY_WORDS[word], "day", "publication")
    night = Clock("night", "TNI", nights=word == "overnight") if word in ("tonight", "overnight") else None
    return Atom(first, last, "TIME" if night else "DATE", day=day, clock=night)


def this_unit(tokens: Tokens, first: int, last: int) -> Atom | None:
    """this week, last month, the following day, that same year, last night, the next morning"""
    which = _which(tokens, first, last)
    part = tokens.name(last - 1) == "part"
    unit = "day" if part else words.UNITS[tokens.word(last - 1)]
    if which is None or (unit in ("decade", "century") and which not in ("that", "same")):
        return None
    day = Offset(
        _STEPS[which], unit, _anchor(which, definite=tokens.find("the", first, last) is not None or unit == "day")
    )
    if not part:
        return Atom(first, last, "DATE", day=day)
    clock = clocks.part(tokens.word(last - 1))
    if which == "last":
        if clock.time != "night":
            return None  # "the last morning"
        clock = replace(clock, nights=True)
    return Atom(first, last, "TIME", day=day, clock=clock)


def end_of_unit(tokens: Tokens, first: int, last: int) -> Atom | None:
    """the end of the year; year's end; the middle of last week"""
    at = next(i for i in range(last - 1, first - 1, -1) if tokens.name(i) in ("unit", "weekend"))
    which = _which(tokens, first, last)
    anchor: Anchor = "text" if which is None else _anchor(which, definite=False)
    return Atom(first, last, "DATE", day=Offset(_STEPS[which or "this"], words.UNITS[tokens.word(at)], anchor))


def the_unit(tokens: Tokens, first: int, last: int) -> Atom | None:
    """sales for the year; the latest quarter"""
    word = tokens.word(last - 1)
    if word not in ("year", "quarter", "period") or (word == "quarter" and tokens.name(first) != "the"):
        return None
    anchor: Anchor = "text" if word == "year" else "narrative"
    return Atom(first, last, "DATE", day=Offset(0, "quarter" if word == "period" else word, anchor))


def weekend(tokens: Tokens, first: int, last: int) -> Atom | None:
    """over the weekend"""
    return Atom(first, last, "DATE", day=Offset(0, "weekend", "publication"))


def unit_ended(tokens: Tokens, first: int, last: int) -> Atom | None:
    """the year ended in March"""
    return Atom(first, last, "DURATION", value=amounts.duration(1, words.UNITS[tokens.word(last - 1)]))


def day_beside(tokens: Tokens, first: int, last: int) -> Atom | None:
    """The day before, ..."""
    return Atom(first, last, "DATE", day=Offset(-1 if tokens.find("before", first, last) else 1, "day", "narrative"))


def unit_before(tokens: Tokens, first: int, last: int) -> Atom | None:
    """year-earlier profit; the year-ago quarter"""
    unit = tokens.find("unit", first, last) or first
    return (
        Atom(first, last, "DATE", day=Offset(-1, "year", "narrative", whole=False))
        if tokens.word(unit) == "year"
        else None
    )


def shifted(tokens: Tokens, first: int, last: int) -> Atom | None:
    """three days ago; two weeks later; a year earlier"""
    word = tokens.name(last - 1)
    sign = -1 if word in ("ago", "earlier", "before") else 1
    amount = amounts.read(tokens, first, last - 1)
    if amount is None or amount.count is None or amount.unit in ("hour", "minute", "second"):
        return Atom(first, last, "DATE", value="PAST_REF" if sign < 0 else "FUTURE_REF")
    anchor: Anchor = "publication" if word == "ago" else "narrative"
    day = Offset(sign * amount.count, amount.unit, anchor, whole=amount.unit == "day")
    return Atom(first, last, "DATE", day=day, about=amount.about)


def duration(tokens: Tokens, first: int, last: int) -> Atom | None:
    """the past three months; at least four hours; a two-week siege"""
    if tokens.word(last - 1) in ("quarter", "quarters") and tokens.find("dash", first, last):
        return None  # three-quarters of the town
    amount = amounts.read(tokens, first, last)
    return Atom(first, last, "DURATION", value=amount.value) if amount else None


def decade_long(tokens: Tokens, first: int, last: int) -> Atom | None:
    """the next decade"""
    unit = words.UNITS[tokens.word(last - 1)]
    return Atom(first, last, "DURATION", value=amounts.duration(1, unit)) if unit in ("decade", "century") else None


def some_units(tokens: Tokens, first: int, last: int) -> Atom | None:
    """recent weeks; for years; decades-long"""
    at = last - 3 if tokens.name(last - 1) == "long" else last - 1
    return Atom(first, last, "DURATION", value=amounts.duration(None, words.UNITS[tokens.word(at)]))


_EVERY = {
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "monthly": "P1M",
    "yearly": "P1Y",
    "annually": "P1Y",
    "hourly": "PT1H",
}


def every(tokens: Tokens, first: int, last: int) -> Atom | None:
    """each Thursday, every month, per day, Mondays, weekly"""
    word, name = tokens.word(last - 1), tokens.name(last - 1)
    if name == "daily":
        value = _EVERY[word]
    elif name in ("weekday", "weekdays"):
        value = f"XXXX-WXX-{words.WEEKDAYS[word.rstrip('s')] + 1}"
    elif name in ("month", "maymonth"):
        value = f"XXXX-{words.MONTHS[word]:02d}"
    elif name == "season":
        value = f"XXXX-{words.SEASONS[word]}"
    elif name == "parts":
        value = f"XXXX-WXX-{words.WEEKDAYS[tokens.word(first).rstrip('s')] + 1}{clocks.part(word).value}"
    elif name == "part":
        value = f"XXXX-XX-XX{clocks.part(word).value}"
    else:
        amount = amounts.read(tokens, first + 1, last)
        value = amount.value if amount else amounts.duration(1, words.UNITS[word])
    return Atom(first, last, "SET", value=value)


def vaguely(value: str) -> Reader:
    """A reader of words that always mean the same: PRESENT_REF, PAST_REF, FUTURE_REF."""
    return lambda tokens, first, last: Atom(first, last, "DATE", value=value)


def _which(tokens: Tokens, first: int, last: int) -> str | None:
    if tokens.find("same", first, last) is not None:
        return "same"
    return next((name for i in range(last - 1, first - 1, -1) if (name := tokens.name(i)) in _STEPS), None)


def _anchor(which: str, *, definite: bool) -> Anchor:
    return "narrative" if which in _TOLD or (which == "next" and definite) else "publication"
