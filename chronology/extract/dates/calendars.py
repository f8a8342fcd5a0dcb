"""Readers of what stands on the calendar: days, months, years, seasons, weekdays."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from chronology.extract.dates import amounts, clocks, words
from chronology.extract.dates.atom import Atom
from chronology.extract.dates.reading import Calendar, Weekday
from chronology.extract.dates.tokens import Tokens

_MONTH = ("month", "maymonth")
_DAY = ("num31", "ordnum", "ordinal")
_WHICH = ("last", "past", "this", "next", "that", "previous")


def calendar(tokens: Tokens, first: int, last: int) -> Atom | None:
    """Day, month, year, weekday, season, wherever they stand: Thursday, 3 February 2022; late last July; 3-4 May."""
    said: dict[str, Any] = {}
    days: list[int] = []
    for i in range(first, last):
        name, word = tokens.name(i), tokens.word(i)
        if name in _MONTH:
            said["month"] = words.MONTHS[word]
        elif name in ("weekday", "wkday"):
            said["weekday"] = words.WEEKDAYS[word]
        elif name in _DAY:
            days.append(amounts.ordinal(tokens, i))
        elif name == "year":
            said["year"] = int(word)
        elif name in ("short", "num99"):
            said["year"] = _full_year(word)
        elif name in ("season", "fall"):
            said["season"] = words.SEASONS[word]
        elif name in ("last", "past", "this", "next"):
            said["which"] = "last" if name == "past" else name
    if not all(1 <= day <= _longest(said.get("month")) for day in days) or days != sorted(set(days)):
        return None
    read = Calendar(**said, day=days[0] if days else None)
    if len(days) > 1:
        read = replace(read, until=Calendar(read.year, read.month, days[1]))
    return Atom(first, last, "DATE", day=read, about=tokens.find("about", first, last) is not None)


def day_and_short_year(tokens: Tokens, first: int, last: int) -> Atom | None:
    """Thursday 3 February 22"""
    atom = calendar(tokens, first, last - 1)
    if atom is None or not isinstance(atom.day, Calendar):
        return None
    return replace(atom, last=last, day=replace(atom.day, year=_full_year(tokens.word(last - 1))))


def continued(tokens: Tokens, first: int, last: int) -> Atom | None:
    """The "25" of "April 24 and 25"; the 28th of that month"""
    at = _at(tokens, first, last, *_DAY)
    unit = tokens.find("unit", first, last)
    if at is None or (unit is not None and tokens.word(unit) != "month"):
        return None
    return Atom(first, last, "DATE", day=Calendar(day=amounts.ordinal(tokens, at), continues=True))


def iso(tokens: Tokens, first: int, last: int) -> Atom | None:
    """2022-02-03; 2022/02/03; 2022-02-03T13:38"""
    written, _, time = tokens.text(first).partition("T")
    year, month, day = (int(part) for part in re.split("[-/.]", written))
    if not (1 <= month <= 12 and 1 <= day <= _longest(month)):
        return None
    clock = clocks.stamp(time[:5]) if time else None
    return Atom(first, last, "TIME" if clock else "DATE", day=Calendar(year, month, day), clock=clock)


def numeric(tokens: Tokens, first: int, last: int) -> Atom | None:
    """13/02/2022; 03/02/22, which may be February or March"""
    a, b, c = re.split("[-/.]", tokens.text(first))
    if "-" in tokens.text(first) and len(c) == 2:
        return None  # 12-10-22 is a score, a code or a date, nobody knows
    year = int(c) if len(c) == 4 else _full_year(c)
    day, month = int(a), int(b)
    if month > 12 and "." not in tokens.text(first):
        day, month = month, day
    if not (1 <= month <= 12 and 1 <= day <= _longest(month)):
        return None
    order: Any = "either" if int(a) <= 12 and int(b) <= 12 else "day first" if int(a) > 12 else "month first"
    if "." in tokens.text(first):
        order = "day first"  # nobody writes 12.31.2022
    return Atom(first, last, "DATE", day=Calendar(year, month, day, order=None if a == b else order))


def year(tokens: Tokens, first: int, last: int) -> Atom | None:
    """A number that is a year because nothing speaks against it or, before 1900, because something speaks for it."""
    at = tokens.find("year", first, last)
    if at is None:
        return None
    number, before, after = int(tokens.word(at)), tokens.name(at - 1), tokens.name(at + 1)
    if before == "amount" or (before == "most" and tokens.name(at - 2) not in ("in", "since", "by")):
        return None  # at least 2000
    cues = (
        "in",
        "since",
        "by",
        "of",
        "from",
        "to",
        "early",
        "late",
        "mid",
        "dash",
        "between",
        "open",
        "the",
        "after",
        "before",
    )
    if not 1900 <= number <= 2100 and before not in cues and after not in ("dash", "close", "para"):
        return None
    return Atom(first, last, "DATE", day=Calendar(year=number), about=tokens.find("about", first, at) is not None)


def short_year(tokens: Tokens, first: int, last: int) -> Atom | None:
    """'89"""
    return Atom(first, last, "DATE", day=Calendar(year=_full_year(tokens.word(last - 1))))


def second_year(tokens: Tokens, first: int, last: int) -> Atom | None:
    """The "96" of 1995-96"""
    century, before = divmod(int(tokens.word(first - 2)), 100)
    number = int(tokens.word(first))
    return Atom(first, last, "DATE", day=Calendar(year=100 * century + number)) if number > before else None


def spelled_year(tokens: Tokens, first: int, last: int) -> Atom | None:
    """nineteen ninety-six; the winter of nineteen ninety-four"""
    numbers = [words.CARDINALS[tokens.word(i)] for i in range(first, last) if tokens.name(i) == "cardinal"]
    if numbers[0] not in (17, 18, 19, 20) or numbers[1] < 10 or (len(numbers) == 3 and numbers[2] > 9):
        return None
    month, season = _at(tokens, first, last, *_MONTH), _at(tokens, first, last, "season", "fall")
    read = Calendar(
        year=100 * numbers[0] + sum(numbers[1:]),
        month=None if month is None else words.MONTHS[tokens.word(month)],
        season=None if season is None else words.SEASONS[tokens.word(season)],
    )
    return Atom(first, last, "DATE", day=read)


def before_christ(tokens: Tokens, first: int, last: int) -> Atom | None:
    """490 BC; August 480 BC"""
    month = _at(tokens, first, last, *_MONTH)
    number = int(tokens.word(last - 2).replace(",", ""))
    read = Calendar(number, None if month is None else words.MONTHS[tokens.word(month)], bc=True)
    return Atom(first, last, "DATE", day=read)


def decade(tokens: Tokens, first: int, last: int) -> Atom | None:
    """the early 1990s; the '90s"""
    digits = re.sub(r"\D", "", tokens.text(last - 1))
    return Atom(first, last, "DATE", day=Calendar(decade=int(digits) if len(digits) == 4 else 1900 + int(digits)))


def century(tokens: Tokens, first: int, last: int) -> Atom | None:
    """the 20th century; the fourth century BC"""
    bc = tokens.name(last - 1) == "bc"
    unit = last - 2 if bc else last - 1
    if tokens.word(unit) != "century":
        return None
    number = amounts.ordinal(tokens, unit - 2 if tokens.name(unit - 1) == "dash" else unit - 1)
    return Atom(first, last, "DATE", day=Calendar(century=number - 1, bc=bc))


def quarter(tokens: Tokens, first: int, last: int) -> Atom | None:
    """third-quarter; the first quarter of 1998"""
    unit, at = tokens.find("unit", first, last), _at(tokens, first, last, "ordinal", "ordnum")
    number = None if at is None else amounts.ordinal(tokens, at)
    if unit is None or number is None or tokens.word(unit) != "quarter" or number > 4:
        return None
    return Atom(first, last, "DATE", day=Calendar(_year_in(tokens, first, last), quarter=number))


def half(tokens: Tokens, first: int, last: int) -> Atom | None:
    """the second half of 2008"""
    at = _at(tokens, first, last, "ordinal")
    number = None if at is None else amounts.ordinal(tokens, at)
    return (
        Atom(first, last, "DATE", day=Calendar(_year_in(tokens, first, last), half=number))
        if number in (1, 2)
        else None
    )


def weekday(tokens: Tokens, first: int, last: int) -> Atom | None:
    """Sunday; last Friday; this coming Sunday"""
    named = [tokens.name(i) for i in range(first, last) if tokens.name(i) in _WHICH]
    which: Any = "last" if named[-1:] in (["previous"], ["past"]) else named[-1] if named else None
    return Atom(first, last, "DATE", day=Weekday(words.WEEKDAYS[tokens.word(last - 1)], which))


def feast(tokens: Tokens, first: int, last: int) -> Atom | None:
    """Christmas Eve; last Thanksgiving"""
    at = _at(tokens, first, last, "feast") or first
    name, year = tokens.word(at), _year_in(tokens, first, last)
    which: Any = _at(tokens, first, at, "last", "past", "this", "next")
    which = None if which is None else tokens.name(which).replace("past", "last")
    fixed = words.FEASTS[name]
    if fixed is None:
        return Atom(first, last, "DATE", day=Calendar(year, feast=name, which=which))
    day = fixed[1] - (tokens.find("eve", first, last) is not None)
    return Atom(first, last, "DATE", day=Calendar(year, fixed[0], day, which=which))


def new_year(tokens: Tokens, first: int, last: int) -> Atom | None:
    """New Year's Eve"""
    unit = tokens.find("unit", first, last)
    if unit is None or tokens.word(unit) != "year":
        return None
    month, day = (12, 31) if tokens.find("eve", first, last) else (1, 1)
    return Atom(first, last, "DATE", day=Calendar(_year_in(tokens, first, last), month, day))


def _at(tokens: Tokens, first: int, last: int, *names: str) -> int | None:
    return next((i for i in range(first, last) if tokens.name(i) in names), None)


def _year_in(tokens: Tokens, first: int, last: int) -> int | None:
    at = tokens.find("year", first, last)
    return None if at is None else int(tokens.word(at))


def _longest(month: int | None) -> int:
    return 29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31


def _full_year(short: str) -> int:
    """Of two digits: what is read here was written after 1950, and before 2050."""
    number = int(short.strip("'‘’"))
    return 1900 + number if number >= 50 else 2000 + number
