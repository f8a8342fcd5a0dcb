"""The grammar of single mentions: a name, a pattern over word classes, a reader, and an example with the match in brackets."""

from __future__ import annotations

from dataclasses import dataclass

from chronology.extract.dates import calendars, clocks, relatives
from chronology.extract.dates.atom import Atom, Reader
from chronology.extract.dates.tokens import Tokens, pattern

MACROS = {
    "MONTH": "month | maymonth",
    "WEEKDAY": "weekday | wkday",
    "NAMEDDAY": "(WEEKDAY comma?)?",
    "ORDINAL": "ordnum | cardinal dash? ordinal | ordinal",
    "DATE": "num31 | ordnum",
    "YEAR": "year | short",
    "SEASON": "season | fall",
    "WHICH": "last | past | this | next",
    "MOD": "(the? (early | late) | early in | late in | mid dash? | the? (middle | end | start) of | about)?",
    "CARDINAL": "cardinal (dash? cardinal)?",
    "FIGURE": "num31 | num99 | number | CARDINAL",
    "COUNT": """FIGURE and a half | FIGURE | fraction | FIGURE (to | or | dash) FIGURE | a? couple of? | (a | FIGURE)? dozen | (a | CARDINAL)? hundred
                | a? vague | some | half a | a half dash? | a""",
    "UNIT": "day | weekend | unit | hour",
    "UNITS": "days | weekends | units | hours",
    "ADVERB": "at? most{1,2} to? | about",
    "ZONE": "open? zone close? period? | open? local period? close? | name local? period",
    "WHEN": "(shortly | most)? (before | after) | about | by | late | early",
    "DEICTIC": "the? (WHICH | previous | following | current) | that | the | that? same | the same",
}


@dataclass(frozen=True, slots=True)
class Rule:
    name: str
    pattern: str
    read: Reader
    example: str


_CALENDAR = (
    Rule("iso date", "isodate", calendars.iso, "on [2022-02-03]"),
    Rule("numeric date", "numdate", calendars.numeric, "dated [13/02/2022]"),
    Rule("month day year", "NAMEDDAY the? MONTH the? (DATE | ORDINAL) comma? (of the same)? year", calendars.calendar, "on [October 26, 2019]"),
    Rule("day month year", "NAMEDDAY (DATE | the ORDINAL) of? MONTH (comma | of)? (YEAR | num99 (?! folk))", calendars.calendar, "on [26 October 2019]"),
    Rule("day month short year", "WEEKDAY comma? DATE MONTH num31", calendars.day_and_short_year, "[Thursday 3 February 22]"),
    Rule("day month short year", "DATE MONTH num31 (?= dash | emdash | comma? clock)", calendars.day_and_short_year, "[3 February 22] - 13:38"),
    Rule("month day", "NAMEDDAY (WHICH)? MONTH the? (DATE | ORDINAL) NOTCOUNTED", calendars.calendar, "on [Feb. 28]"),
    Rule("month day", "(?<= on) NAMEDDAY MONTH DATE", calendars.calendar, "On [May 20] people fled"),
    Rule("month days", "MONTH num31 (dash | to) num31 (comma? year)? (?! folk)", calendars.calendar, "from [May 3-5, 2016]"),
    Rule("month days", "between MONTH DATE and DATE (comma? year)? (?! folk)", calendars.calendar, "[between May 3 and 5]"),
    Rule("days month", "num31 (dash | to | slash) num31 of? MONTH (comma? year)?", calendars.calendar, "the night of [3-4 May]"),
    Rule("days month", "(between | from)? (DATE | ORDINAL) (and | to) the? (DATE | ORDINAL) of? MONTH (comma? year)?", calendars.calendar, "[between 3 and 5 May]"),
    Rule("day month", "NAMEDDAY (DATE | the ORDINAL) of? MONTH", calendars.calendar, "on [the 3rd of May]"),
    Rule("and day", "(?<= [month maymonth] DATE and) DATE NOTCOUNTED (?! MONTH | name)", calendars.continued, "on April 24 and [25]"),
    Rule("day of that month", "the ORDINAL of (that | this | the same) unit", calendars.continued, "on [the 28th of that month]"),
    Rule("the nth", "(?<= on) the ordnum (?= comma | dot)", calendars.continued, "on [the 5th], they left"),
    Rule("month year", "MOD MONTH (comma | of)? YEAR", calendars.calendar, "in [early December 2016]"),
    Rule("month year", "MONTH cardinal cardinal (dash? cardinal)?", calendars.spelled_year, "[January nineteen ninety-seven]"),
    Rule("month", "(early | late | mid dash?)? WHICH MONTH", calendars.calendar, "in [late last July]"),
    Rule("month", "(the? early | the? late | mid dash? | the (middle | end | start) of) MONTH", calendars.calendar, "by [the end of May]"),
    Rule("month", "month", calendars.calendar, "in [October]"),
    Rule("month", "(?<= CUE) maymonth (?! name)", calendars.calendar, "in [March], they left"),
    Rule("month", "(?<= the) maymonth (?= word)", calendars.calendar, "the [March] offensive"),
    Rule("year", "(MOD | the year) year (?! dash? folk | dash (day | num31 dash))", calendars.year, "in [early 2016]"),
    Rule("year", "(?<= in) short", calendars.short_year, "in ['89]"),
    Rule("years", "(?<= year dash) num99", calendars.second_year, "the crisis of 1995-[96]"),
    Rule("spelled year", "cardinal cardinal (dash? cardinal)?", calendars.spelled_year, "[nineteen ninety-six]"),
    Rule("fiscal year", "the? fiscal unit? year", calendars.year, "in [fiscal 1989]"),
    Rule("year before Christ", "(MOD (MONTH DATE? comma? | SEASON of))? (num31 | num99 | number | year) bc", calendars.before_christ, "in [490 BC]"),
    Rule("decade", "MOD the? decade", calendars.decade, "in [the early 1990s]"),
    Rule("century", "MOD the? (ordbig | ORDINAL) dash? unit bc?", calendars.century, "[the 20th century]"),
    Rule("season of a year", "MOD (the? (SEASON) of? | SEASON) YEAR", calendars.calendar, "[the summer of 2014]"),
    Rule("season of a year", "MOD the? SEASON of cardinal cardinal (dash? cardinal)?", calendars.spelled_year, "[the winter of nineteen ninety-four]"),
    Rule("season", "(early | late)? (WHICH){1,2} SEASON", calendars.calendar, "[last spring]"),
    Rule("season", "(?<= [in the during since by]) (early | late)? season", calendars.calendar, "in the [summer]"),
    Rule("season", "(?<= [in during since by]) the fall", calendars.calendar, "in [the fall]"),
    Rule("quarter", "the? fiscal? (ordinal | ordnum) dash? unit (of year)?", calendars.quarter, "a [third-quarter] loss"),
    Rule("half of a year", "the? ordinal half of year", calendars.half, "[the second half of 2008]"),
    Rule("weekday", "(early | late)? (WHICH | that | the? previous)? (this? next)? weekday", calendars.weekday, "on [Sunday]"),
    Rule("weekday", "wkday (?= part)", calendars.weekday, "[Wed] night"),
    Rule("feast", "(WHICH)? feast (day | eve | weekday)? (comma? year)?", calendars.feast, "on [Christmas Eve]"),
    Rule("feast", "(WHICH)? new unit possessive? (day | eve) (comma? year)?", calendars.new_year, "on [New Year's Day]"),
)  # fmt: skip
_RELATIVE = (
    Rule("day word", "(early | late | earlier | later)? (today | yesterday | tomorrow | tonight | overnight)", relatives.day_word, "[yesterday]"),
    Rule(
        "this unit",
        "(early | late | earlier | later | mid dash?)? (in the)? DEICTIC (last | past | next | whole | current | fiscal | same)? (unit | day | weekend)",
        relatives.this_unit, "[last month]",
    ),
    Rule("this part of the day", "(early | late | later | earlier)? (this | that | last | the? (next | following | previous | same)) part", relatives.this_unit, "[last night]"),
    Rule("the next day", "the day (before | after | following) (?= comma | dot | close)", relatives.day_beside, "[The day before], they left"),
    Rule("end of unit", "the? (end | start | middle) of DEICTIC? (unit | weekend)", relatives.end_of_unit, "by [the end of the year]"),
    Rule("end of unit", "unit possessive? dash? end", relatives.end_of_unit, "at [year's end]"),
    Rule("the unit", "(?<= [in during for of by since]) the (whole | fiscal)? unit (?! ended | of)", relatives.the_unit, "sales for [the year]"),
    Rule("the weekend", "the weekend", relatives.weekend, "over [the weekend]"),
    Rule("a unit ended", "the (whole | fiscal)? unit (?= ended)", relatives.unit_ended, "in [the year] ended in March"),
    Rule("the unit", "the latest (unit | period)", relatives.the_unit, "in [the latest quarter]"),
    Rule("a year earlier", "the? unit dash (earlier | ago) (period | unit | ordinal unit)?", relatives.unit_before, "[year-earlier] profit"),
    Rule("ago", "ADVERB? COUNT (UNIT | UNITS) ago", relatives.shifted, "[three days ago]"),
    Rule("ago", "UNITS ago", relatives.shifted, "[months ago]"),
    Rule("later", "ADVERB? COUNT dash? (UNIT | UNITS) (earlier | later)", relatives.shifted, "[two days later]"),
    Rule("later", "ADVERB? COUNT (UNIT | UNITS) (before | after) (?= comma | dot | close)", relatives.shifted, "died [two days after]."),
    Rule(
        "duration",
        """(the? (last | past | next | recent | following | previous | ordinal | these | same | current | whole) | all of the | the)?
           ADVERB? COUNT (most | next | whole)? (UNIT | UNITS) (?! dash? old)""",
        relatives.duration, "for [the past three months]",
    ),
    Rule("duration", "ADVERB? (FIGURE | vague | fraction | half) dash (UNIT | UNITS) (?! dash? old) (dash long)?", relatives.duration, "a [two-week] siege"),
    Rule("duration", "DEICTIC unit", relatives.decade_long, "over [the next decade]"),
    Rule("some units", "the? (recent | last | past | next | following | vague) (UNITS)", relatives.some_units, "in [recent weeks]"),
    Rule("some units", "(?<= [for during most after in of before]) UNITS (?! old)", relatives.some_units, "for [years]"),
    Rule("some units", "UNITS dash long", relatives.some_units, "a [decades-long] war"),
    Rule("every", "each (UNIT | weekday | MONTH | season | part)", relatives.every, "[every Friday]"),
    Rule("every", "each (FIGURE | vague) UNITS", relatives.every, "[every two weeks]"),
    Rule("every", "weekdays | weekday parts | daily", relatives.every, "on [Fridays]"),
    Rule("now", "now | these days", relatives.vaguely("PRESENT_REF"), "they [now] hold the town"),
    Rule("recently", "recently | formerly", relatives.vaguely("PAST_REF"), "killed [recently]"),
    Rule("the future", "the future", relatives.vaguely("FUTURE_REF"), "in [the future]"),
    Rule("the past", "(?<= in) the past (?! UNIT | UNITS | COUNT | season)", relatives.vaguely("PAST_REF"), "in [the past] they"),
)  # fmt: skip
_TIMES = (
    Rule("clock", "(WHEN)? clock ampm? ZONE?", clocks.clock, "[after 2:30 pm local time]"),
    Rule("clock", "(WHEN)? num31 (ampm | oclock) ZONE?", clocks.clock, "at [around 1 a.m.]"),
    Rule("clock", "(WHEN)? cardinal oclock ampm? ZONE?", clocks.clock, "at [ten o'clock]"),
    Rule("clock", "(WHEN)? (num31 | clock | cardinal) (ampm | oclock)? in the part", clocks.clock, "at [two in the morning]"),
    Rule("clock", "(between | from)? (num31 | clock) ampm? (and | to | dash | or) (num31 | clock) ampm ZONE?", clocks.clock, "[between 2 and 3 a.m.]"),
    Rule("clock", "(between | from) clock (and | to | dash) clock ZONE?", clocks.clock, "[from 02:08 to 03:15]"),
    Rule("clock", "(WHEN)? (number | year) (hours | zone | local period)", clocks.clock, "at [1430 hours]"),
    Rule("part of day", "(WHEN)? (point | midnight)", clocks.clock, "[before dawn]"),
    Rule("part of day", "(in the | the | at | in)? (early | late | mid dash?) (part hours | part | hours)", clocks.clock, "[in the early hours]"),
    Rule("part of day", "(in | during) the part | at part", clocks.clock, "[at night]"),
    Rule("part of day", "(?<= [on during]) the part (?= of)", clocks.clock, "on [the night] of the attack"),
    Rule("part of day", "part", clocks.weak, "[night]"),
)  # fmt: skip
RULES = (*_CALENDAR, *_RELATIVE, *_TIMES)

MACROS["NOTCOUNTED"] = "(?! folk | dash (word | num31 | unit | day | hour) | UNIT | UNITS | amount)"
MACROS["CUE"] = "[in since by to early late mid of from between before after during dash for]"
_COMPILED = tuple((rule, pattern(rule.pattern, MACROS)) for rule in RULES)

_BLOCK, _LONGEST = 4096, 64
"""How many tokens all rules read before the next ones are read, and more than any rule looks at; for the memory's sake."""


def find(tokens: Tokens) -> list[Atom]:
    """Atoms in order, none overlapping: the longest match wins, then the earlier rule."""
    matches = [
        (match.start(), -match.end(), rank)
        for block in range(0, len(tokens.letters), _BLOCK)
        for rank, (_, compiled) in enumerate(_COMPILED)
        for match in compiled.finditer(tokens.letters, block, block + _BLOCK + _LONGEST)
        if match.start() < block + _BLOCK
    ]
    found: list[Atom] = []
    for first, minus_last, rank in sorted(matches):
        overlaps = bool(found) and first < found[-1].last
        if overlaps and -minus_last - first <= found[-1].last - found[-1].first:
            continue
        atom = RULES[rank].read(tokens, first, -minus_last)
        if atom is not None:
            if overlaps:
                found.pop()
            found.append(atom.of(RULES[rank].name))
    return found
