"""The first pass of the grammar: single dates, relative dates, times, durations and repetitions."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from chronology.extract.dates import amounts, clocks, words
from chronology.extract.dates.reading import Calendar, Clock, Day, Offset, Timex, Weekday
from chronology.extract.dates.tokens import Tokens, pattern


@dataclass(frozen=True, slots=True)
class Atom:
    """What a rule read in the tokens from `first` up to `last` (exclusive)."""

    first: int
    last: int
    rule: str
    type: Timex
    day: Day | None = None
    clock: Clock | None = None
    value: str | None = None
    about: bool = False
    weak: bool = False
    """Counts only as a part of something larger: "night" in "Sunday night"."""


Reader = Callable[[Tokens, int, int], Atom | None]


def find(tokens: Tokens) -> list[Atom]:
    """Atoms in order, none overlapping: the longest match wins, then the earlier rule."""
    matches = []
    for rank, (name, compiled, reader) in enumerate(_COMPILED):
        matches += [(m.start(), m.end(), rank, name, reader) for m in compiled.finditer(tokens.letters)]
    matches.sort(key=lambda match: (match[0], -match[1], match[2]))
    found: list[Atom] = []
    for first, last, _, name, reader in matches:
        if found and first < found[-1].last and last - first <= found[-1].last - found[-1].first:
            continue
        atom = reader(tokens, first, last)
        if atom is None:
            continue
        if found and first < found[-1].last:
            if found[-1].last - found[-1].first >= last - first:
                continue
            found.pop()
        found.append(replace(atom, rule=name))
    return found


MACROS = {
    "MONTH": "month | maymonth",
    "WEEKDAY": "weekday | wkday",
    "ORDINAL": "ordnum | cardinal dash? ordinal | ordinal",
    "DATE": "num31 | ordnum",
    "CARDINAL": "cardinal (dash? cardinal)?",
    "FIGURE": "num31 | num99 | number | CARDINAL",
    "COUNT": """FIGURE | fraction | FIGURE (to | or | dash) FIGURE | a? couple of? | a? dozen | (a | CARDINAL)? hundred
                | a? vague | some | half a | a half dash? | a""",
    "UNIT": "day | weekend | unit | hour",
    "UNITS": "days | weekends | units | hours",
    "ADVERB": "at? most{1,2} to? | about",
    "ZONE": "open? zone close? period? | open? local period? close? | name local period",
    "WHEN": "(shortly | most)? (before | after) | about | by | late | early",
}


# ---------------------------------------------------------------------------------------------- calendar


def _calendar(tokens: Tokens, first: int, last: int) -> Atom | None:
    """Month, day, year, weekday, season, wherever they stand in the match."""
    month = year = weekday = season = which = None
    days: list[int] = []
    bc = about = False
    for i in range(first, last):
        name, word = tokens.name(i), tokens.word(i)
        if name in ("month", "maymonth"):
            month = words.MONTHS[word]
        elif name in ("weekday", "wkday"):
            weekday = words.WEEKDAYS[word]
        elif name in ("num31", "ordnum") or (name == "ordinal" and month is None) or (name == "ordinal" and not days):
            days.append(amounts.ordinal(tokens, i))
        elif name == "year":
            year = int(word)
        elif name in ("short", "num99"):
            year = _century(int(word.strip("'‘’")))
        elif name in ("season", "fall"):
            season = words.SEASONS[word]
        elif name in ("last", "this", "next"):
            which = name
        elif name == "about":
            about = True
        elif name == "bc":
            bc = True
    if days and not all(1 <= day <= _longest(month) for day in days):
        return None
    until = None
    if len(days) > 1:
        if days[1] <= days[0]:
            return None
        until = Calendar(year, month, days[1])
    day = days[0] if days else None
    calendar = Calendar(year, month, day, weekday, season, bc=bc, until=until, which=which)  # type: ignore[arg-type]
    return Atom(first, last, "", "DATE", day=calendar, about=about)


def _longest(month: int | None) -> int:
    return 29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31


def _century(short: int) -> int:
    """A two-digit year: news on the web is from 1950 on."""
    return 1900 + short if short >= 50 else 2000 + short


def _day_and_short_year(tokens: Tokens, first: int, last: int) -> Atom | None:
    atom = _calendar(tokens, first, last - 1)
    if atom is None or not isinstance(atom.day, Calendar):
        return None
    return replace(atom, last=last, day=replace(atom.day, year=_century(int(tokens.word(last - 1)))))


def _continued(tokens: Tokens, first: int, last: int) -> Atom | None:
    return Atom(first, last, "", "DATE", day=Calendar(day=amounts.ordinal(tokens, first), continues=True))


def _iso(tokens: Tokens, first: int, last: int) -> Atom | None:
    date, _, time = tokens.text(first).partition("T")
    year, month, day = (int(part) for part in re.split("[-/.]", date))
    if not (1 <= month <= 12 and 1 <= day <= _longest(month)):
        return None
    clock = clocks.read(time.rstrip("Z")[:5]) if time else None
    return Atom(first, last, "", "TIME" if clock else "DATE", day=Calendar(year, month, day), clock=clock)


def _numeric(tokens: Tokens, first: int, last: int) -> Atom | None:
    a, b, c = re.split("[-/.]", tokens.text(first))
    if tokens.text(first).count("-") and len(c) == 2:
        return None  # 12-10-22 is a score, a code or a date, nobody knows
    year = int(c) if len(c) == 4 else _century(int(c))
    day, month = int(a), int(b)
    swapped = 1 <= day <= 12 and 1 <= month <= 12 and day != month
    if month > 12:
        day, month = month, day
    if not (1 <= month <= 12 and 1 <= day <= _longest(month)):
        return None
    return Atom(first, last, "", "DATE", day=Calendar(year, month, day, swapped=swapped))


def _year(tokens: Tokens, first: int, last: int) -> Atom | None:
    """A number that is a year because nothing speaks against it, or, before 1900, because something speaks for it."""
    at = tokens.find("year", first, last)
    if at is None:
        return None
    year = int(tokens.word(at))
    before = tokens.name(at - 1)
    if year < 1900 or year > 2100:
        cued = before in (
            "in",
            "since",
            "by",
            "of",
            "from",
            "until",
            "to",
            "early",
            "late",
            "mid",
            "dash",
            "between",
            "and",
            "month",
        )
        if not cued:
            return None
    if (
        before in ("most", "about", "amount", "sign")
        and tokens.name(at - 2) not in ("in", "since", "by")
        and before != "about"
    ):
        return None
    return Atom(first, last, "", "DATE", day=Calendar(year=year))


def _short_year(tokens: Tokens, first: int, last: int) -> Atom | None:
    return Atom(first, last, "", "DATE", day=Calendar(year=_century(int(tokens.word(last - 1).strip("'‘’")))))


def _spelled_year(tokens: Tokens, first: int, last: int) -> Atom | None:
    """nineteen ninety-six"""
    numbers = [words.CARDINALS[tokens.word(i)] for i in range(first, last) if tokens.name(i) == "cardinal"]
    month = next(
        (words.MONTHS[tokens.word(i)] for i in range(first, last) if tokens.name(i) in ("month", "maymonth")), None
    )
    if numbers[0] not in (17, 18, 19, 20) or numbers[1] < 10 or (len(numbers) == 3 and numbers[2] > 9):
        return None
    return Atom(first, last, "", "DATE", day=Calendar(100 * numbers[0] + sum(numbers[1:]), month))


def _decade(tokens: Tokens, first: int, last: int) -> Atom | None:
    at = tokens.find("decade", first, last)
    digits = re.sub(r"\D", "", tokens.text(at)) if at is not None else ""
    if not digits:
        return None
    return Atom(first, last, "", "DATE", day=Calendar(decade=int(digits) if len(digits) == 4 else 1900 + int(digits)))


def _century_named(tokens: Tokens, first: int, last: int) -> Atom | None:
    unit = tokens.find("unit", first, last)
    if unit is None or tokens.word(unit) not in ("century", "centuries"):
        return None
    bc = tokens.name(last - 1) == "bc"
    return Atom(
        first, last, "", "DATE", day=Calendar(century=amounts.ordinal(tokens, unit - 1, unit) - (not bc), bc=bc)
    )


def _quarter(tokens: Tokens, first: int, last: int) -> Atom | None:
    unit = tokens.find("unit", first, last)
    at = next((i for i in range(first, last) if tokens.name(i) in ("ordinal", "ordnum")), None)
    if unit is None or at is None or tokens.word(unit) != "quarter" or not 1 <= amounts.ordinal(tokens, at) <= 4:
        return None
    year = tokens.find("year", first, last)
    calendar = Calendar(int(tokens.word(year)) if year else None, quarter=amounts.ordinal(tokens, at))
    return Atom(first, last, "", "DATE", day=calendar)


def _half(tokens: Tokens, first: int, last: int) -> Atom | None:
    at = next((i for i in range(first, last) if tokens.name(i) in ("ordinal", "ordnum")), first)
    half = amounts.ordinal(tokens, at)
    return (
        Atom(first, last, "", "DATE", day=Calendar(int(tokens.word(last - 1)), half=half)) if half in (1, 2) else None
    )


def _bc(tokens: Tokens, first: int, last: int) -> Atom | None:
    at = next(i for i in range(last - 2, first - 1, -1) if tokens.name(i) in ("num31", "num99", "number", "year"))
    return Atom(first, last, "", "DATE", day=Calendar(year=int(tokens.word(at)), bc=True))


def _weekday(tokens: Tokens, first: int, last: int) -> Atom | None:
    which = None
    for i in range(first, last):
        name = tokens.name(i)
        if name in ("last", "this", "next", "that"):
            which = name
        elif name == "previous":
            which = "last"
    return Atom(first, last, "", "DATE", day=Weekday(words.WEEKDAYS[tokens.word(last - 1)], which))  # type: ignore[arg-type]


def _feast(tokens: Tokens, first: int, last: int) -> Atom | None:
    month, day = words.FEASTS[tokens.word(first)]
    if tokens.find("eve", first, last):
        day -= 1
    year = tokens.find("year", first, last)
    return Atom(first, last, "", "DATE", day=Calendar(int(tokens.word(year)) if year else None, month, day))


# ---------------------------------------------------------------------------------------------- relative

_FROM_PUBLICATION = {"today": 0, "tonight": 0, "yesterday": -1, "overnight": -1, "tomorrow": 1}
_STEPS = {"last": -1, "previous": -1, "this": 0, "that": 0, "same": 0, "current": 0, "next": 1, "following": 1}
_NARRATIVE = frozenset(("previous", "that", "same", "following"))


def _dayword(tokens: Tokens, first: int, last: int) -> Atom | None:
    """today, yesterday, tomorrow, tonight, overnight"""
    name = next(n for i in range(first, last) if (n := tokens.name(i)) in _FROM_PUBLICATION)
    day = Offset(_FROM_PUBLICATION[name], "day", "publication")
    clock = {
        "tonight": Clock("night", "TNI"),
        "overnight": Clock("night", "TNI", nights=True),
    }.get(name)
    return Atom(first, last, "", "TIME" if clock else "DATE", day=day, clock=clock)


def _stepped(tokens: Tokens, first: int, last: int) -> Atom | None:
    """this week, last month, the following day, that same year, the end of last year, the next morning"""
    which = next((n for i in range(first, last) if (n := tokens.name(i)) in _STEPS), None)
    if tokens.find("same", first, last):
        which = "same"
    at = last - 1
    unit = "day" if tokens.name(at) == "part" else words.UNITS[tokens.word(at)]
    if unit in ("hour", "minute") or which is None:
        return None
    definite = tokens.name(first) == "the" or unit == "day"
    narrative = which in _NARRATIVE or (which == "next" and definite)
    day = Offset(_STEPS[which], unit, "narrative" if narrative else "publication")
    if tokens.name(at) != "part":
        return Atom(first, last, "", "DATE", day=day)
    clock = clocks.part(tokens.word(at))
    if which == "last" and clock.time != "night":
        return None  # "the last morning"
    if which == "last":
        clock = replace(clock, nights=True)
    return Atom(first, last, "", "TIME", day=day, clock=clock)


def _end_of_unit(tokens: Tokens, first: int, last: int) -> Atom | None:
    """the end of the year, at year end"""
    at = next(i for i in range(last - 1, first - 1, -1) if tokens.name(i) in ("unit", "day", "weekend"))
    unit = words.UNITS[tokens.word(at)]
    if unit == "day":
        return None
    which = next((n for i in range(first, last) if (n := tokens.name(i)) in _STEPS), "this")
    anchor = "narrative" if which in _NARRATIVE else "publication"
    return Atom(first, last, "", "DATE", day=Offset(_STEPS[which], unit, anchor))  # type: ignore[arg-type]


def _shifted(tokens: Tokens, first: int, last: int) -> Atom | None:
    """three days ago, two weeks later, a year earlier"""
    word = tokens.name(last - 1)
    amount = amounts.read(tokens, first, last - 1)
    if amount is None:
        return None
    sign = -1 if word in ("ago", "earlier", "before") else 1
    if amount.count is None or amount.unit in ("hour", "minute", "second"):
        vague = "PAST_REF" if sign < 0 else "FUTURE_REF"
        return Atom(first, last, "", "DATE", value=vague)
    day = Offset(
        sign * amount.count, amount.unit, "publication" if word == "ago" else "narrative", whole=amount.unit == "day"
    )
    return Atom(first, last, "", "DATE", day=day, about=amount.about)


# ---------------------------------------------------------------------------------------------- durations, sets, vague


def _duration(tokens: Tokens, first: int, last: int) -> Atom | None:
    amount = amounts.read(tokens, first, last)
    return Atom(first, last, "", "DURATION", value=amount.value) if amount else None


def _some_units(tokens: Tokens, first: int, last: int) -> Atom | None:
    unit = words.UNITS[tokens.word(last - 1)]
    return Atom(first, last, "", "DURATION", value=amounts.duration(None, unit))


_EVERY = {
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "monthly": "P1M",
    "quarterly": "P1Q",
    "yearly": "P1Y",
    "annually": "P1Y",
    "hourly": "PT1H",
}


def _every(tokens: Tokens, first: int, last: int) -> Atom | None:
    """each Thursday, every month, per day, Mondays, weekly"""
    word, name = tokens.word(last - 1), tokens.name(last - 1)
    if name == "daily":
        value = _EVERY[word]
    elif name in ("weekday", "weekdays"):
        value = f"XXXX-WXX-{words.WEEKDAYS[word.rstrip('s')] + 1}"
    elif name in ("month", "maymonth"):
        value = f"XXXX-{words.MONTHS[word]:02d}"
    elif name in ("season", "seasons"):
        value = f"XXXX-{words.SEASONS[word.removesuffix('s')]}"
    elif name in ("part", "parts"):
        value = f"XXXX-XX-XX{clocks.part(word).value}"
    elif name == "weekends":
        value = "XXXX-WE"
    else:
        amount = amounts.read(tokens, first + 1, last)
        value = amount.value if amount else amounts.duration(1, words.UNITS[word])
    return Atom(first, last, "", "SET", value=value)


def _vaguely(value: str) -> Reader:
    return lambda tokens, first, last: Atom(first, last, "", "DATE", value=value)


# ---------------------------------------------------------------------------------------------- times


def _clock(tokens: Tokens, first: int, last: int) -> Atom | None:
    clock = clocks.from_tokens(tokens, first, last)
    return Atom(first, last, "", "TIME", clock=clock) if clock else None


def _weak_clock(tokens: Tokens, first: int, last: int) -> Atom | None:
    atom = _clock(tokens, first, last)
    return replace(atom, weak=True) if atom else None


# name, pattern over word classes, reader; an example of each is in the tests
RULES: tuple[tuple[str, str, Reader], ...] = (
    ("iso date", "isodate", _iso),
    ("numeric date", "numdate", _numeric),
    ("month day year", "(WEEKDAY comma?)? the? MONTH the? (DATE | ORDINAL) comma? (of the same)? year", _calendar),
    ("day month year", "(WEEKDAY comma?)? (DATE | the ORDINAL) of? MONTH (comma | of)? (year | short | num99 (?! folk))", _calendar),
    ("day month short year", "WEEKDAY comma? DATE MONTH num31", _day_and_short_year),
    ("day month short year", "DATE MONTH num31 (?= dash | emdash | comma? clock)", _day_and_short_year),
    ("month day", "(WEEKDAY comma?)? MONTH the? (DATE | ORDINAL) (?! folk | dash (word | num31 | unit | day | hour) | amount)", _calendar),
    ("month days", "MONTH num31 (dash | to) num31 (comma? year)? (?! folk)", _calendar),
    ("month days", "between MONTH DATE and DATE (comma? year)? (?! folk)", _calendar),
    ("days month", "num31 (dash | to | slash) num31 of? MONTH (comma? year)?", _calendar),
    ("days month", "(between | from)? (DATE | ORDINAL) (and | to) (the? (DATE | ORDINAL)) of? MONTH (comma? year)?", _calendar),
    ("day month", "(WEEKDAY comma?)? (DATE | the ORDINAL) of? MONTH", _calendar),
    ("and day", "(?<= MONTHS DATE and) (DATE) (?! folk | UNIT | UNITS | MONTH | amount | word | name)", _continued),
    ("month year", "(early | late | mid dash?)? MONTH (comma | of)? (year | short)", _calendar),
    ("month year", "MONTH cardinal cardinal (dash? cardinal)?", _spelled_year),
    ("month", "(early | late | mid dash?)? (last | this | next) MONTH", _calendar),
    ("month", "(early | late | mid dash? | the (middle | end | start) of) MONTH", _calendar),
    ("month", "month", _calendar),
    ("month", "(?<= CUE) maymonth (?! name)", _calendar),
    ("month", "(?<= the) maymonth (?= word)", _calendar),
    ("year", "(early | late | mid dash? | about | the year | the? (middle | end | start) of)? year (?! dash? folk | dash (day | num31 dash))", _year),
    ("year", "(?<= in) short", _short_year),
    ("spelled year", "cardinal cardinal (dash? cardinal)?", _spelled_year),
    ("fiscal year", "the? fiscal unit? year", _year),
    ("years bc", "(early | late | about)? (num31 | num99 | number | year) bc", _bc),
    ("date bc", "MONTH (DATE)? comma? (num99 | number | year) bc", _bc),
    ("decade", "the? (early | late | mid dash?)? decade", _decade),
    ("century", "the? (early | late | mid dash?)? (ordbig | ORDINAL) dash? unit bc?", _century_named),
    ("season of a year", "(the? (early | late | mid dash?)? (season | fall) of? | season | fall) (year | short)", _calendar),
    ("season", "(early | late)? (last | this | next){1,2} (season | fall)", _calendar),
    ("season", "(?<= SEASONCUE) (early | late)? season", _calendar),
    ("season", "(?<= in) the fall", _calendar),
    ("quarter", "the? fiscal? word? (ordinal | ordnum) dash? unit (of year)?", _quarter),
    ("half of a year", "the? (ordinal) half of year", _half),
    ("weekday", "(early | late)? (last | this | next | that | the? previous)? weekday", _weekday),
    ("weekday", "(?<= on) wkday", _weekday),
    ("weekday", "wkday (?= part)", _weekday),
    ("feast", "feast (day | eve)? year?", _feast),
    ("day word", "(early | late | earlier | later)? (today | yesterday | tomorrow | tonight | overnight)", _dayword),
    (
        "this unit",
        """(early | late | earlier | later | mid dash?)? (in the)?
           (the? (this | last | next | previous | following | current) | that | the | that? same | the same)
           (last | next | whole | current | fiscal | same)? (unit | day | weekend)""",
        _stepped,
    ),
    ("this part of the day", "(early | late | later | earlier)? (this | that | last | the? (next | following | previous | same)) part", _stepped),
    ("end of unit", "(the | this)? (end | start | middle) of (the | this | last | next | that)? (unit | weekend)", _end_of_unit),
    ("end of unit", "unit possessive? dash? end", _end_of_unit),
    ("ago", "ADVERB? COUNT (UNIT | UNITS) ago", _shifted),
    ("ago", "UNITS ago", _shifted),
    ("later", "ADVERB? COUNT dash? (UNIT | UNITS) (earlier | later)", _shifted),
    ("later", "ADVERB? COUNT (UNIT | UNITS) (before | after) (?= comma | dot | close)", _shifted),
    (
        "duration",
        """(the? (last | next | recent | following | previous | ordinal | these | same | current | whole) | all of the | the)?
           ADVERB? COUNT (most | next | whole)? (UNIT | UNITS) (?! dash? old)""",
        _duration,
    ),
    ("duration", "ADVERB? (FIGURE | vague | fraction | half) dash (UNIT | UNITS) (?! dash? old) (dash long)?", _duration),
    ("some units", "the? (recent | last | next | following | vague) (UNITS)", _some_units),
    ("some units", "(?<= FORCUE) UNITS (?! old)", _some_units),
    ("every", "each (UNIT | weekday | MONTH | season | part)", _every),
    ("every", "each (FIGURE | vague) UNITS", _every),
    ("every", "weekdays | weekday parts | daily", _every),
    ("now", "now | the? current (?! unit | period) | these days", _vaguely("PRESENT_REF")),
    ("recently", "recently | most? recent (?! UNITS | UNIT | season)", _vaguely("PAST_REF")),
    ("soon", "soon (?! after | before) | the? future", _vaguely("FUTURE_REF")),
    ("the past", "the last (?! of | [num31 num99 number cardinal word name vague couple dozen half ordinal to year a folk] | UNIT | UNITS | season | part)", _vaguely("PAST_REF")),
    ("clock", "(at | WHEN)? (WHEN)? clock ampm? ZONE?", _clock),
    ("clock", "(WHEN)? num31 (ampm | oclock) ZONE?", _clock),
    ("clock", "(WHEN)? cardinal oclock ampm? ZONE?", _clock),
    ("clock", "(WHEN)? (num31 | clock | cardinal) (ampm | oclock)? in the part", _clock),
    ("clock", "(between | from)? (num31 | clock) ampm? (and | to | dash | or) (num31 | clock) ampm ZONE?", _clock),
    ("clock", "(between | from) clock (and | to | dash) clock ZONE?", _clock),
    ("clock", "at? (WHEN)? (number | year) (hours | zone | local period)", _clock),
    ("part of day", "(WHEN)? (point | midnight)", _clock),
    ("part of day", "(in the | the | at | in)? (early | late | mid dash?) (part | hours | part hours)", _clock),
    ("part of day", "(in | during) the part | at part", _clock),
    ("part of day", "(?<= [on during]) the part (?= of)", _clock),
    ("part of day", "part", _weak_clock),
)  # fmt: skip

MACROS |= {"MONTHS": "[month maymonth]"}
_COMPILED: list[tuple[str, re.Pattern[str], Reader]] = []
for _name, _written, _reader in RULES:
    _COMPILED.append((_name, pattern(_written, MACROS | {
        "CUE": "[in since by to early late mid of from between before after during dash until for]".replace(" until", ""),
        "SEASONCUE": "[in the during since by this last next]",
        "FORCUE": "[for during most after in of before]",
    }), _reader))  # fmt: skip
