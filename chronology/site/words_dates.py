"""The wording of dates, times and what lies between them. Plain text, never HTML."""

from __future__ import annotations

from datetime import date

from chronology.edtf import Edtf, Point, Time
from chronology.incident import Incident

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
PARTS_OF_DAY = {
    "dawn": "at dawn",
    "morning": "in the morning",
    "noon": "at noon",
    "afternoon": "in the afternoon",
    "evening": "in the evening",
    "night": "at night",
}


def day(of: date) -> str:
    """8 January 2017."""
    return f"{of.day} {MONTHS[of.month - 1]} {of.year}"


def when(incident: Incident) -> str:
    """The date as precise as it is, with the time if that is known; a night of two days is one night."""
    if incident.time and incident.time.part == "night" and (night := _night(incident.date)):
        return night
    words = dated(incident.date, incident.until)
    return f"{words}, {time(incident.time)}" if incident.time else words


def dated(began: Edtf, until: Edtf | None = None) -> str:
    """8 January 2017; December 2016; about 8 December 2016; between 3 and 9 March 2020; on or after 4 December 2016."""
    if until is None:
        return _span(began)
    if began.single and until.single:
        return f"{_shortened(began.single, until.single)} to {_point(until.single)}"
    return f"{_span(began)}, until {_span(until)}"


def _span(of: Edtf) -> str:
    if of.single:
        return _point(of.single)
    if of.first and of.last:
        return f"between {_shortened(of.first, of.last)} and {_point(of.last)}"
    known = of.first or of.last
    if known is None:
        return "date unknown"
    side = "after" if of.first else "before"
    return f"{'on' if known.day else 'in'} or {side} {_point(known)}"


def _night(of: Edtf) -> str | None:
    """Night of 26–27 October 2019."""
    first, last = of.first, of.last
    if not first or not last or not first.earliest or not last.earliest or not (first.day and last.day):
        return None
    if (last.earliest - first.earliest).days != 1:
        return None
    dash = "–" if first.month == last.month else " – "
    return f"night of {_shortened(first, last)}{dash}{_point(last)}"


def _point(of: Point) -> str:
    if of.year is None:
        words = f"{of.day or ''} {MONTHS[(of.month or 1) - 1]}, year unknown".strip()
    else:
        words = " ".join(str(part) for part in (of.day, MONTHS[of.month - 1] if of.month else None, of.year) if part)
    return f"about {words}" if of.approximate else f"{words} (uncertain)" if of.uncertain else words


def _shortened(first: Point, last: Point) -> str:
    """The first end of a span without the month and year that the last end repeats."""
    plain = not (first.approximate or first.uncertain or last.approximate or last.uncertain)
    if not plain or first.year != last.year or first.month is None or last.month is None:
        return _point(first)
    if first.day and last.day and first.month == last.month:
        return str(first.day)
    if bool(first.day) != bool(last.day):
        return _point(first)
    return f"{first.day or ''} {MONTHS[first.month - 1]}".strip()


def time(of: Time) -> str:
    """About 01:00; 02:08–03:15; 14:30 or later; at night."""
    if of.part:
        return PARTS_OF_DAY[of.part]
    first, last = _clock(of.first, of.approximate), _clock(of.last, of.approximate_end)
    if of.first == of.last:
        return first
    if of.last is None:
        return f"{first} or later"
    return f"{last} or earlier" if of.first is None else f"{first}–{last}"


def _clock(minutes: int | None, about: bool) -> str:
    return "" if minutes is None else f"{'about ' if about else ''}{minutes // 60:02d}:{minutes % 60:02d}"


def machine_date(of: Edtf) -> str | None:
    """The value of <time datetime>, which can say a day, a month or a year, and nothing less certain."""
    point = of.single
    if point is None or point.year is None or point.approximate or point.uncertain:
        return None
    return str(point)


def month(number: int | None) -> str:
    """February; how the incidents of a month are headed in those of a year."""
    return MONTHS[number - 1] if number else "Month not known"


def apart(this: Edtf, other: Edtf) -> str | None:
    """How long before or after `this` the other one was: 2 years 3 months earlier. None if that is open."""
    early, late, way = (other, this, "earlier") if other.order < this.order else (this, other, "later")
    if early.earliest is None or early.latest is None or late.earliest is None or late.latest is None:
        return None
    if early.latest >= late.earliest:
        return "on the same day" if this.certain_day and this.certain_day == other.certain_day else None
    least, most = (late.earliest - early.latest).days, (late.latest - early.earliest).days
    if most - least > least:
        return f"at most {_rough(most)} {way}"
    if most - least > 2:
        return f"about {_rough((least + most) / 2, most - least)} {way}"
    certain = this.certain_day and other.certain_day
    return f"{'' if certain else 'about '}{_length(early.latest, late.earliest)} {way}"


def _rough(days: float, spread: int = 0) -> str:
    """In the unit that `days`, known within `spread`, bears."""
    if days < 60:
        return amount(round(days), "day")
    if days < 500 or (days < 730 and spread < 180):
        return amount(round(days / 30.44), "month")
    return amount(round(days / 365.25), "year")


def _length(first: date, last: date) -> str:
    """Whole years and months; days up to two months."""
    days = (last - first).days
    if days < 60:
        return amount(days, "day")
    months = (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)
    years, months = divmod(months, 12)
    return " ".join([amount(n, unit) for n, unit in ((years, "year"), (months, "month")) if n])


def amount(number: int, unit: str) -> str:
    """1 day; 2 days; 1,204 incidents."""
    return f"{number:,} {unit}{'' if number == 1 else 's'}"
