"""Dates that cannot be."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from chronology.archive import Filed
from chronology.check.rules import Known, rule
from chronology.incident import Incident
from chronology.problem import Path, Problem


@rule("DATE1")
def has_happened(filed: Filed, known: Known) -> Iterator[Problem]:
    """An incident does not lie in the future."""
    for name, value in (("date", filed.incident.date), ("until", filed.incident.until)):
        if value and value.earliest and value.earliest > known.tomorrow:
            yield Problem((name,), f"{value} lies in the future", "check the year")


@rule("DATE2")
def ends_after_it_begins(filed: Filed, known: Known) -> Iterator[Problem]:
    """The last day is not before the first."""
    date, until = filed.incident.date, filed.incident.until
    if until and until.latest and date.earliest and until.latest < date.earliest:
        yield Problem(("until",), f"{until} is before {date}", "correct one of them, or remove until")


@rule("DATE3")
def is_settled(filed: Filed, known: Known) -> Iterator[Problem]:
    """A published date has a year and both ends; what is open stays in drafts."""
    date = filed.incident.date
    if date.precision == "yearless":
        yield Problem(("date",), f"{date} has no year", "find the year, or keep the file in drafts/")
    elif date.precision == "open":
        todo = "close the span, if only by the day on which the source was published, or keep the file in drafts/"
        yield Problem(("date",), f"{date} is open", todo)


@rule("DATE4")
def sources_come_after(filed: Filed, known: Known) -> Iterator[Problem]:
    """A source is not published before the first day on which the incident may have begun."""
    begun = filed.incident.date.earliest
    for index, source in enumerate(filed.incident.sources):
        latest = source.published.latest if source.published else None
        if begun and latest and latest < begun:
            what = f"published {source.published}, before the incident ({filed.incident.date})"
            yield Problem(("sources", index, "published"), what, "correct one of the dates")


@rule("DATE5")
def nothing_is_from_the_future(filed: Filed, known: Known) -> Iterator[Problem]:
    """No source, figure, correction or review bears a day that has not come."""
    for at, day in _days(filed.incident):
        if day and day > known.tomorrow:
            yield Problem(at, f"{day} lies in the future", "check the date")


def _days(value: Incident) -> Iterator[tuple[Path, datetime.date | None]]:
    for index, source in enumerate(value.sources):
        yield ("sources", index, "published"), source.published.earliest if source.published else None
        yield ("sources", index, "accessed"), source.accessed
    for index, report in enumerate(value.toll):
        yield ("toll", index, "as_of"), report.as_of.earliest if report.as_of else None
    for index, correction in enumerate(value.corrections):
        yield ("corrections", index, "date"), correction.date
    yield ("added",), value.added
    yield ("reviewed",), None if value.reviewed == "no" else datetime.date.fromisoformat(value.reviewed[-10:])


@rule("DATE6")
def figures_come_after(filed: Filed, known: Known) -> Iterator[Problem]:
    """A figure is not older than the first day on which the incident may have begun."""
    begun = filed.incident.date.earliest
    for index, report in enumerate(filed.incident.toll):
        latest = report.as_of.latest if report.as_of else None
        if begun and latest and latest < begun:
            what = f"a figure of {report.as_of}, before the incident ({filed.incident.date})"
            yield Problem(("toll", index, "as_of"), what, "correct one of the dates")


@rule("DATE7")
def is_read_after_publication(filed: Filed, known: Known) -> Iterator[Problem]:
    """A source is not read before the day on which it was published."""
    for index, source in enumerate(filed.incident.sources):
        published = source.published.earliest if source.published else None
        if published and source.accessed and source.accessed < published:
            what = f"accessed {source.accessed}, before it was published ({source.published})"
            yield Problem(("sources", index, "accessed"), what, "correct one of the dates")
