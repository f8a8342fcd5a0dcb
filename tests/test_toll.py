"""Reports in, the shown toll out: the cases of the design and more of our own; all claimants here are roles."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronology import incident, toll
from chronology.count import GROUPS, WORDS
from chronology.incident import Incident

Reported = tuple[str, int, dict[str, Any]]
SPOKESMEN = {"Pentagon": "United States", "Central Command": "United States"}


def says(by: str, day: int = 1, /, **counts: str) -> Reported:
    """What `by` says of the killed on a day of May; a group's spaces are underscores."""
    return by, day, {"by": by, "killed": {group.replace("_", " "): count for group, count in counts.items()}}


def but(reported: Reported, **fields: str) -> Reported:
    by, day, report = reported
    return by, day, {**report, **fields}


def of(measure: str, reported: Reported) -> Reported:
    by, day, report = reported
    return by, day, {"by": report["by"], measure: report["killed"]}


def an_incident(reports: Sequence[Reported], **fields: Any) -> Incident:
    sources = [
        {"id": f"daily-{day}", "publisher": "The Daily", "published": f"2020-05-{day:02}"}
        for day in sorted({day for _, day, _ in reports})
    ]
    plain = {"title": "A raid", "kind": "ground raid", "date": "2020-05-01", "sources": sources, **fields}
    plain["toll"] = [{**report, "source": f"daily-{day}"} for _, day, report in reports]
    read, problems = incident.read(plain)
    assert read is not None, problems
    return read


def killed(*reports: Reported) -> toll.Shown:
    return toll.derive(an_incident(reports), names)["killed"]


def names(claimant: str) -> str:
    return SPOKESMEN.get(claimant, claimant)


DESIGN = {
    "parts of a total, leaders within, another class of claimant": (
        [says("released images", total="13+", women="4", children="6"), says("the government", leaders="1")],
        "13+; 4 women; 6 children; 1 leaders",
        False,
    ),
    "a number of fighters beside a word for people": (
        [says("Pentagon", fighters="2"), says("an activist", total="some")],
        '2 fighters; "some"',
        False,
    ),
    "of one claimant the latest stands": (
        [says("a charity", 3, total="19"), says("a charity", 4, total="22"), says("a charity", 9, total="42"),
         says("Central Command", 5, total="30+")],
        "30-42",
        False,
    ),
    "a sum of sides is a whole; rescuers' civilians are a part": (
        [says("a monitor", total="46+"), says("rescuers", civilians="38+"), says("Central Command", fighters="several"),
         says("Pentagon", 9, fighters="~24", civilians="0-1")],
        "~24-46+; 0-38+ civilians; ~24 fighters",
        True,
    ),
    "three claimants on a village, attackers apart": (
        [says("Central Command", fighters="14"), says("Central Command", 9, civilians="4-12"),
         says("residents", civilians="25"), says("officials", total="~30"), says("Pentagon", attackers="1")],
        "18-~30; 4-25 civilians; 14 fighters; 1 attackers",
        True,
    ),
    "a later total sets aside all that its claimant said before": (
        [says("Central Command", fighters="1", civilians="0"), says("relatives", civilians="9"),
         says("Pentagon", 9, total="10", civilians="10")],
        "10; 9-10 civilians",
        False,
    ),
    "none, says one; eighty, says another": (
        [says("Pentagon", soldiers="0"), says("state television", soldiers="80")],
        "0-80 soldiers (United States / state television)",
        True,
    ),
    "an editor set the police figure aside": (
        [but(says("police", total="359"), superseded="the ministry counted bodies twice"),
         says("the ministry", 2, total="~253"), says("the ministry", 9, total="269"), says("the ministry", attackers="8")],
        "269; 8 attackers",
        False,
    ),
    "up to fifteen, and a word": ([says("residents", total="dozens"), says("police", total="..15")], '..15, "dozens"', False),
    "attackers within a total are taken off it": (
        [says("police", total="13", attackers="2"), says("the hospital", civilians="12", police="1")],
        "11-13; 12 civilians; 1 police; 2 attackers",
        False,
    ),
}  # fmt: skip
OURS = {
    "nothing is added across claimants": (
        [says("the army", fighters="5"), says("relatives", civilians="9")],
        "9 civilians; 5 fighters",
        False,
    ),
    "nine against ten is a range, not a dispute": (
        [says("police", total="9"), says("a doctor", total="10")],
        "9-10",
        False,
    ),
    "two against three is a dispute": ([says("police", total="2"), says("a doctor", total="3")], "2-3", True),
    "about 20 against 32: their tenth either way leaves less than half": (
        [says("police", total="~20"), says("a doctor", total="32")],
        "~20-32",
        False,
    ),
    "about 20 against 33 is half as much again": (
        [says("police", total="~20"), says("a doctor", total="33")],
        "~20-33",
        True,
    ),
    "an open end overlaps all that is above": (
        [says("police", total="5+"), says("a doctor", total="50")],
        "5-50",
        False,
    ),
    "the same number, open for one: it stays open": (
        [says("police", total="13"), says("a doctor", total="13+")],
        "13+",
        False,
    ),
    "the same number, about for one: it stays about": (
        [says("police", total="20"), says("a doctor", total="~20")],
        "~20",
        False,
    ),
    "up to 15 beside a lower number sets the high end only": (
        [says("police", total="..15"), says("a doctor", total="10")],
        "10-15",
        False,
    ),
    "up to 15 beside a higher number sets the low end too": (
        [says("police", total="..15"), says("a doctor", total="20")],
        "15-20",
        False,
    ),
    "more civilians than another's whole raise its high end, and contradict it": (
        [says("the army", total="10"), says("relatives", civilians="20")],
        "10-20; 20 civilians",
        True,
    ),
    "fewer civilians than another's whole never lower it": (
        [says("the army", total="10"), says("relatives", civilians="4")],
        "10; 4 civilians",
        False,
    ),
    "nobody, says one; several fighters, says another": (
        [says("the army", total="0"), says("residents", fighters="several")],
        '0; "several" fighters',
        True,
    ),
    "none, says one; some, says another: both with their claimants": (
        [says("the army", total="0"), says("residents", total="some")],
        '0, "some" (the army / residents)',
        True,
    ),
    "women, men and children are added, leaders are not": (
        [says("a doctor", women="2", children="3", leaders="4")],
        "5 women and children; 2 women; 3 children; 4 leaders",
        False,
    ),
    "else the largest of those that overlap": (
        [says("a union", medics="2", journalists="3")],
        "3 journalists; 2 medics",
        False,
    ),
    "sides without civilians are a part, not the whole": (
        [says("the ministry", soldiers="3", police="2")],
        "5 soldiers and police; 3 soldiers; 2 police",
        False,
    ),
    "a word among a claimant's own numbers leaves the sum open": (
        [says("the ministry", civilians="4", fighters="several")],
        '4+, "several"; 4 civilians; "several" fighters',
        False,
    ),
    "attackers alone are nobody's toll": ([says("the army", attackers="2")], "2 attackers", False),
    "an unknown number of attackers within a total leaves its low end open": (
        [says("police", total="13", attackers="several")],
        '..13; "several" attackers',
        False,
    ),
    "possible is no figure": (
        [says("police", total="3"), but(says("residents", total="30"), stance="possible")],
        "3",
        False,
    ),
    "a denied figure stands, and is disputed": (
        [says("residents", civilians="5"), but(says("the army", civilians="5"), stance="denies")],
        "5 civilians",
        True,
    ),
    "a denial that its claimant has since given up disputes nothing": (
        [says("residents", civilians="5"), but(says("the army", civilians="5"), stance="denies"),
         says("the army", 9, civilians="5")],
        "5 civilians",
        False,
    ),
    "of one claimant on one day, both figures stand, and it doesn't disagree with itself": (
        [says("police", total="4"), says("police", total="9")],
        "4-9",
        False,
    ),
    "a total said again sets nothing aside": (
        [says("police", total="13", women="4"), says("police", 2, total="13")],
        "13; 4 women",
        False,
    ),
    "an account by no institution is its outlet's": (
        [says("The Daily", total="4"), ("", 2, {"killed": "5"})],
        "5",
        False,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("reports", "shown", "disagree"), DESIGN.values(), ids=DESIGN.keys())
def test_the_cases_of_the_design(reports: list[Reported], shown: str, disagree: bool) -> None:
    found = killed(*reports)
    assert (str(found), found.disagree) == (shown, disagree)


@pytest.mark.parametrize(("reports", "shown", "disagree"), OURS.values(), ids=OURS.keys())
def test_more_cases(reports: list[Reported], shown: str, disagree: bool) -> None:
    found = killed(*reports)
    assert (str(found), found.disagree) == (shown, disagree)


def test_each_measure_by_itself() -> None:
    shown = toll.derive(
        an_incident(
            [
                says("police", total="3"),
                of("injured", says("police", 2, total="7")),
                of("casualties", says("the army", attackers="0")),
                of("casualties", but(says("residents", attackers="some"))),
            ]
        ),
        names,
    )
    assert {measure: str(s) for measure, s in shown.items()} == {
        "killed": "3",
        "injured": "7",
        "casualties": '0, "some" attackers (the army / residents)',
    }


def test_what_is_not_reported_is_not_there() -> None:
    assert toll.derive(an_incident([says("police", total="0")]), names).keys() == {"killed"}
    assert killed(says("police", total="0")).line == toll.Range(0, 0)


def test_struck_figures_name_the_later_report_or_the_editor() -> None:
    shown = killed(
        says("police", 1, total="3", women="1"),
        but(says("a doctor", 1, total="9"), superseded="counted twice"),
        says("police", 2, total="4"),
    )
    assert shown.struck == (
        toll.Struck(0, "total", later=2),
        toll.Struck(0, "women", later=2),
        toll.Struck(1, None, why="counted twice"),
    )


def test_possible_and_denied_reports_are_named() -> None:
    shown = killed(
        says("police", total="3"),
        but(says("residents", total="30"), stance="possible"),
        but(says("the army", total="3"), stance="denies"),
        but(says("a guard", total="3"), stance="denies", superseded="he was not there"),
    )
    assert (shown.possible, shown.denied) == ((1,), (2,))


def test_accounts_say_whose_and_of_which_class() -> None:
    shown = killed(says("police", civilians="3"), says("a doctor", 2, total="4", women="1"))
    assert [(a.claimant, a.kind, a.groups, str(a.figure.range), a.reports) for a in shown.accounts] == [
        ("a doctor", "whole", (), "4", (1,)),
        ("a doctor", "detail", ("women",), "1", (1,)),
        ("police", "part", ("civilians",), "3", (0,)),
    ]


DAYS = {
    "an earlier day": ("2020-04-30", "4"),
    "the same day": ("2020-05-02", "4-9"),
    "the month of the other: it may be the same day": ("2020-05", "4-9"),
    "the month before": ("2020-04", "4"),
    "open: it may be later": ("2020-04-01/..", "4-9"),
    "on or before an earlier day": ("../2020-04-30", "4"),
}


@pytest.mark.parametrize(("day", "shown"), DAYS.values(), ids=DAYS.keys())
def test_only_what_is_surely_earlier_is_set_aside(day: str, shown: str) -> None:
    assert str(killed(but(says("police", 2, total="9"), as_of=day), says("police", 2, total="4"))) == shown


def test_a_source_that_was_only_read_on_a_day_was_published_by_then() -> None:
    read = {"id": "read", "publisher": "The Daily", "accessed": "2020-05-01"}
    later = {"id": "later", "publisher": "The Weekly", "published": "2020-05-02"}
    plain = {"title": "A raid", "kind": "ambush", "date": "2020-05-01", "sources": [read, later]}
    plain["toll"] = [{"killed": "9", "by": "police", "source": s["id"]} for s in (read, later)]
    plain["toll"][1]["killed"] = "4"
    found, _ = incident.read(plain)
    assert found is not None
    assert str(toll.derive(found, names)["killed"]) == "4"


# -- any reports

COUNTS = st.one_of(
    st.integers(0, 60).flatmap(lambda n: st.sampled_from([f"{n}", f"{n}+", f"~{n}", f"~{n}+", f"..{n}", f"{n}-{n + 7}"])),
    st.sampled_from(list(WORDS)),
)  # fmt: skip
ANY_REPORT = st.builds(
    lambda by, day, counts, stance: but((by, day, {"by": by, "killed": counts}), stance=stance),
    st.sampled_from(["police", "Pentagon", "Central Command", "residents", "a doctor"]),
    st.integers(1, 9),
    st.dictionaries(st.sampled_from(GROUPS), COUNTS, min_size=1, max_size=4),
    st.sampled_from(["says", "says", "says", "says", "possible", "denies"]),
)


@given(st.lists(ANY_REPORT, min_size=1, max_size=7), st.randoms(use_true_random=False))
def test_the_order_of_the_reports_changes_nothing(reports: list[Reported], random: Any) -> None:
    shuffled = random.sample(reports, len(reports))
    before, after = killed(*reports), killed(*shuffled)
    assert (str(before), before.line, before.disagree) == (str(after), after.line, after.disagree)
    assert len(before.struck) == len(after.struck)


@given(st.lists(ANY_REPORT, min_size=1, max_size=7))
def test_no_number_is_made_up_or_added_across_claimants(reports: list[Reported]) -> None:
    shown = killed(*reports)
    for line in filter(None, [*shown.headline, *shown.groups.values(), shown.attackers]):
        assert line.range is None or (line.range.low or 0) <= line.range.high
    heights = [a.figure.range.high for a in shown.accounts if a.figure.range]
    assert (shown.line.high if shown.line else None) == max(heights, default=None)
    by_claimant = {by: list(theirs) for by, theirs in groupby(sorted(reports, key=_by), key=_by)}
    alone = [killed(*theirs).line for theirs in by_claimant.values()]
    assert (shown.line.high if shown.line else None) == max((line.high for line in alone if line), default=None)


def _by(reported: Reported) -> str:
    return names(reported[0])


@given(st.lists(ANY_REPORT, min_size=1, max_size=7))
def test_what_is_left_out_is_named(reports: list[Reported]) -> None:
    shown = killed(*reports)
    standing = {index for account in shown.accounts for index in account.reports}
    standing |= {index for index, (_, _, r) in enumerate(reports) if "attackers" in r["killed"]}
    named = {s.report for s in shown.struck} | {*shown.possible, *shown.denied} | standing
    admitted = {index for index, (_, _, r) in enumerate(reports) if r["stance"] == "denies"}
    assert named | admitted == set(range(len(reports)))


@given(st.lists(ANY_REPORT, min_size=2, max_size=2))
def test_disagreement_has_no_direction(reports: list[Reported]) -> None:
    assert killed(*reports).disagree == killed(*reversed(reports)).disagree


# -- sums


def shown_of(*counts: str) -> dict[str, toll.Shown]:
    reports = [says(f"claimant {i}", total=count) for i, count in enumerate(counts)]
    return dict(toll.derive(an_incident(reports), names))


def test_sums_add_low_ends_and_high_ends() -> None:
    total = toll.sums({"a": shown_of("3", "5"), "b": shown_of("~20+"), "c": shown_of("..4"), "d": shown_of("0")}, {})
    assert str(total["killed"].range) == "~23-~29+"
    assert (total["killed"].counted, total["killed"].without) == (4, 0)


def test_sums_say_how_many_gave_no_number() -> None:
    total = toll.sums({"a": shown_of("3"), "b": shown_of("dozens"), "c": {}}, {})["killed"]
    assert (str(total.range), total.counted, total.worded, total.silent, total.without) == ("3", 1, 1, 1, 2)


PARTS = {
    "a part of a whole that gives a number": ({"whole": shown_of("10"), "part": shown_of("4")}, "10"),
    "a part of a whole that gives a word": ({"whole": shown_of("dozens"), "part": shown_of("4")}, "4"),
    "a part of a whole that is silent": ({"whole": {}, "part": shown_of("4")}, "4"),
    "a part of a whole that is elsewhere": ({"part": shown_of("4")}, "4"),
    "a part of a part": ({"whole": shown_of("10"), "part": {}, "part of part": shown_of("4")}, "10"),
}


@pytest.mark.parametrize(("shown", "total"), PARTS.values(), ids=PARTS.keys())
def test_sums_count_nobody_twice(shown: dict[str, dict[str, toll.Shown]], total: str) -> None:
    part_of = {"part": ["whole"], "part of part": ["part"]}
    assert str(toll.sums(shown, part_of)["killed"].range) == total


def test_no_number_is_no_sum() -> None:
    assert toll.sums({"a": shown_of("dozens")}, {})["killed"].range is None
    assert toll.sums({"a": {}}, {}) == {}


@given(st.lists(st.lists(COUNTS, min_size=1, max_size=3), min_size=1, max_size=5))
def test_a_sum_is_the_sum_of_the_ends(tolls: list[list[str]]) -> None:
    shown = {str(index): shown_of(*counts) for index, counts in enumerate(tolls)}
    lines = [line for s in shown.values() if (line := s["killed"].line)]
    total = toll.sums(shown, {})["killed"]
    if total.range is None:
        assert lines == []
    else:
        assert (total.range.low or 0) == sum(line.low or 0 for line in lines)
        assert total.range.high == sum(line.high for line in lines)


def test_two_articles_without_a_publisher_are_two_claimants_and_none_is_called_by_its_title() -> None:
    plain: dict[str, Any] = {
        "title": "A raid",
        "kind": "ground raid",
        "date": "2020-05-01",
        "sources": [
            {"id": "a", "title": "The army says that nobody ...", "published": "2020-05-02"},
            {"id": "b", "title": "Villagers bury their dead", "published": "2020-05-03"},
        ],
        "toll": [{"killed": "0", "source": "a"}, {"killed": "4", "source": "b"}],
    }
    read, problems = incident.read(plain)
    assert read is not None, problems
    shown = toll.derive(read, names)["killed"]
    assert str(shown) == "0-4 (source 1, publisher not known / source 2, publisher not known)"
    assert shown.disagree
