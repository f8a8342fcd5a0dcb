"""Counts that cannot be, and reports that don't say whose they are."""

from __future__ import annotations

from collections.abc import Iterator

from chronology.archive import Filed
from chronology.check.rules import Known, rule
from chronology.count import AGES, SIDES
from chronology.problem import Problem
from chronology.toll_range import added, figure


@rule("TOLL1")
def groups_fit_their_total(filed: Filed, known: Known) -> Iterator[Problem]:
    """A group is not larger than the total that it is part of."""
    for index, report in enumerate(filed.incident.toll):
        for measure, counts in report.measures.items():
            for group, count in counts.items():
                if "total" in counts and _surely_more(figure(count).tenths, figure(counts["total"]).tenths):
                    what = f"{count} {group} of a total of {counts['total']}"
                    todo = "correct one of them; what the source counts on top of the total is a second report"
                    yield Problem(("toll", index, measure, group), what, todo)


@rule("TOLL2")
def groups_add_up(filed: Filed, known: Known) -> Iterator[Problem]:
    """Groups that exclude each other do not add up to more than their total."""
    for index, report in enumerate(filed.incident.toll):
        for measure, counts in report.measures.items():
            for exclusive in (SIDES, AGES):
                stated = [group for group in exclusive if group in counts]
                together = added(figure(counts[group]) for group in stated)
                if len(stated) < 2 or "total" not in counts:
                    continue
                if _surely_more(together.tenths, figure(counts["total"]).tenths):
                    what = f"{' and '.join(f'{counts[group]} {group}' for group in stated)} of a total of {counts['total']}"
                    yield Problem(
                        ("toll", index, measure), what, "each person counts in one of these groups; correct one"
                    )


def _surely_more(part: tuple[float, float], total: tuple[float, float]) -> bool:
    return part[0] > total[1]


@rule("TOLL3", whole=("toll",))
def a_report_stands_once(filed: Filed, known: Known) -> Iterator[Problem]:
    """The same report of the same source stands once."""
    for index, report in enumerate(filed.incident.toll):
        if report in filed.incident.toll[:index]:
            first = filed.incident.toll.index(report) + 1
            yield Problem(("toll", index), f"the same as report {first}", "remove one of them")


@rule("TOLL4")
def a_speaker_speaks_for_somebody(filed: Filed, known: Known) -> Iterator[Problem]:
    """A speaker speaks for an institution, which `by` names."""
    for index, report in enumerate(filed.incident.toll):
        if report.speaker and not report.by:
            what = f"{report.speaker} speaks for nobody"
            yield Problem(
                ("toll", index, "speaker"), what, "add by: with the institution, or name a role in by: instead"
            )
