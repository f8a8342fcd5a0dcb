"""The words that dates are made of, each in one class; the grammar is written over the classes.

Not found here on purpose: "We", "Sun" and "sat" alone, "second" as a length of time. Lower-case "may" and "march" are verbs.
"""

from __future__ import annotations

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb febr",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sep sept",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
DOUBTFUL_MONTHS = frozenset(("may", "march", "mar", "jan", "jun", "sep", "dec"))
"""Months that are also verbs, names or something else: they need a day, a year or a word such as "in" beside them."""

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tue tues",
            "wednesday wed",
            "thursday thu thur thurs",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}

_TO_NINETEEN = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_TO_TWENTIETH = """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
    fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"""

CARDINALS = {name: number for number, name in enumerate(_TO_NINETEEN.split())}
CARDINALS |= {name: 10 * tens for tens, name in enumerate(_TENS.split(), start=2)}
ORDINALS = {name: number for number, name in enumerate(_TO_TWENTIETH.split(), start=1)} | {"thirtieth": 30}

UNITS = {
    name: unit
    for unit, names in {
        "day": "day days",
        "week": "week weeks wk wks",
        "fortnight": "fortnight fortnights",
        "weekend": "weekend weekends",
        "month": "month months",
        "quarter": "quarter quarters",
        "year": "year years yr yrs",
        "decade": "decade decades",
        "century": "century centuries",
        "hour": "hour hours hr hrs",
        "minute": "minute minutes min mins",
        "second": "seconds",
    }.items()
    for name in names.split()
}

SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}

PARTS = {
    "morning": "morning",
    "mornings": "morning",
    "afternoon": "afternoon",
    "afternoons": "afternoon",
    "evening": "evening",
    "evenings": "evening",
    "night": "night",
    "nights": "night",
    "noon": "noon",
    "midday": "noon",
    "dawn": "dawn",
    "daybreak": "dawn",
    "sunrise": "dawn",
    "dusk": "evening",
    "sunset": "evening",
    "nightfall": "evening",
}
"""Part of the day -> the word that our own grammar of times has for it."""

FEASTS = {"christmas": (12, 25), "xmas": (12, 25), "halloween": (10, 31), "thanksgiving": None, "easter": None}
"""Month and day, where they are the same each year."""

CLASSES: dict[str, str] = {
    "month": " ".join(sorted(MONTHS.keys() - DOUBTFUL_MONTHS)),
    "maymonth": " ".join(sorted(DOUBTFUL_MONTHS)),
    "weekday": "monday tuesday wednesday thursday friday saturday sunday",
    "wkday": "mon tue tues wed thu thur thurs fri sat sun",
    "weekdays": "mondays tuesdays wednesdays thursdays fridays saturdays sundays",
    "today": "today",
    "yesterday": "yesterday",
    "tomorrow": "tomorrow",
    "tonight": "tonight",
    "overnight": "overnight",
    "part": "morning afternoon evening night",
    "parts": "mornings afternoons evenings nights",
    "point": "noon midday dawn daybreak sunrise dusk sunset nightfall",
    "midnight": "midnight",
    "day": "day",
    "days": "days",
    "weekend": "weekend",
    "weekends": "weekends",
    "unit": "week month year decade century quarter fortnight",
    "units": "weeks months years decades centuries quarters fortnights wks yrs",
    "hour": "hour minute hr min",
    "hours": "hours minutes seconds hrs mins",
    "period": "period time moment term",
    "season": "spring summer autumn winter",
    "fall": "fall",
    "seasons": "springs summers autumns winters",
    "feast": " ".join(FEASTS),
    "new": "new",
    "latest": "latest",
    "ended": "ended ending",
    "eve": "eve",
    "cardinal": " ".join(CARDINALS),
    "hundred": "hundred",
    "dozen": "dozen",
    "couple": "couple",
    "vague": "several few many",
    "some": "some",
    "half": "half",
    "ordinal": " ".join(ORDINALS),
    "a": "a an",
    "the": "the",
    "this": "this",
    "that": "that",
    "these": "these those",
    "each": "each every per",
    "all": "all",
    "same": "same",
    "last": "last",
    "past": "past",
    "previous": "previous preceding prior",
    "next": "next coming upcoming",
    "following": "following subsequent ensuing succeeding",
    "recent": "recent",
    "current": "current",
    "whole": "entire whole full",
    "ago": "ago",
    "earlier": "earlier beforehand",
    "later": "later afterwards afterward",
    "before": "before",
    "after": "after",
    "early": "early",
    "late": "late",
    "mid": "mid",
    "middle": "middle height",
    "end": "end close",
    "start": "start beginning outset",
    "fiscal": "fiscal financial",
    "bc": "bc bce",
    "about": "about around approximately roughly nearly almost circa",
    "most": "most least more less than over up just only barely under exactly another additional",
    "shortly": "shortly immediately",
    "on": "on",
    "in": "in",
    "at": "at",
    "of": "of",
    "to": "to through thru till until",
    "from": "from",
    "between": "between",
    "and": "and",
    "or": "or",
    "by": "by",
    "since": "since",
    "during": "during within throughout",
    "for": "for",
    "old": "old",
    "long": "long",
    "ampm": "am pm",
    "oclock": "o'clock",
    "local": "local",
    "zone": "gmt utc est edt cst cdt mst mdt pst pdt bst cet cest eet eest ist pkt afghan",
    "now": "now currently nowadays presently",
    "recently": "recently lately",
    "formerly": "formerly",
    "future": "future",
    "daily": "daily nightly weekly monthly yearly annually hourly",
    "are": "is are was were",
    # what is counted: "in May 20 people were killed" names no day, "1500 troops" no year
    "folk": "people persons civilians troops soldiers fighters militants insurgents gunmen men women children prisoners"
    " refugees rebels police policemen officers families homes houses villages dollars euros pounds km kilometers kilometres"
    " miles meters metres feet percent tons tonnes barrels points shares votes seats jobs dead injured wounded killed"
    " casualties victims others rounds hectares acres pieces bodies hostages workers residents students members"
    " block passengers guests protesters vehicles aircraft tanks rockets missiles bombs degrees",
}
