"""A publication date that a page or a person wrote beside the text, in whatever form and language."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import cache
from typing import Any

_LANGUAGES = ["en", "fr", "de", "es", "pt", "it", "nl", "ru", "uk", "tr", "ar", "fa", "he"]
_LONGEST = 60
_NUMERIC = re.compile(r"\D*(?P<one>\d{1,2})\s*[/.-]\s*(?P<two>\d{1,2})\s*[/.-]\s*\d{4}\b")


def stated(text: str) -> date | None:
    """The day that "3 February 2022", "jeudi 3 février 2022" or "Thu, 03 Feb 2022 13:38 +0300" names.

    None for what has no day, month and year of four digits, and for 03/02/2022, which is two days.
    """
    # dateparser guesses what is missing; so nothing may be missing, and nothing long is tried (it is not linear)
    if len(text) > _LONGEST or not re.search(r"(?<!\d)\d{4}(?!\d)", text):
        return None
    numeric = _NUMERIC.match(text)
    if (
        numeric
        and int(numeric["one"]) <= 12
        and int(numeric["two"]) <= 12
        and int(numeric["one"]) != int(numeric["two"])
    ):
        return None
    found = _parser().get_date_data(text)
    if found.period != "day" or found.date_obj is None:
        return None
    day: date = found.date_obj.date()
    # a misread year is the commonest mistake: 1922 for 22
    return day if re.search(rf"(?<!\d){day.year}(?!\d)", _western_digits(text)) else None


@cache
def _parser() -> Any:
    from dateparser.date import DateDataParser  # only here: importing it takes a fifth of a second

    return DateDataParser(
        languages=_LANGUAGES,
        settings={
            "STRICT_PARSING": True,
            "PARSERS": ["absolute-time"],
            "RELATIVE_BASE": datetime(2000, 1, 1),  # noqa: DTZ001  nothing relative is read; but the clock is not either
            "RETURN_AS_TIMEZONE_AWARE": False,
        },
    )


def _western_digits(text: str) -> str:
    return "".join(str(int(c)) if c.isdecimal() else c for c in text)
