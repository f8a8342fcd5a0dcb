"""The wording: every date, distance and figure as certain as it is, and no more."""

from dataclasses import replace

import pytest

from chronology import edtf
from chronology.count import Count
from chronology.incident import Actor, Incident, Offset, Person, Place, Report, Source
from chronology.relate import Related, Stated
from chronology.site import words, words_dates, words_toll
from chronology.toll import derive

DATES = {
    "2017-01-08": "8 January 2017",
    "2016-12": "December 2016",
    "2016": "2016",
    "2016-12-08~": "about 8 December 2016",
    "2016-12~": "about December 2016",
    "2016-12-08?": "8 December 2016 (uncertain)",
    "2020-03-03/2020-03-09": "between 3 and 9 March 2020",
    "2020-02-28/2020-03-03": "between 28 February and 3 March 2020",
    "2019-12-30/2020-01-02": "between 30 December 2019 and 2 January 2020",
    "2020-03/2020-05": "between March and May 2020",
    "2020-03-28/2020-05": "between 28 March 2020 and May 2020",
    "2019/2020": "between 2019 and 2020",
    "2020-03-03~/2020-03-09": "between about 3 March 2020 and 9 March 2020",
    "2016-12-04/..": "on or after 4 December 2016",
    "2016-12/..": "in or after December 2016",
    "../2016-12-04": "on or before 4 December 2016",
    "../2016": "in or before 2016",
    "XXXX-10-04": "4 October, year unknown",
    "XXXX-10": "October, year unknown",
}


@pytest.mark.parametrize(("text", "said"), DATES.items(), ids=DATES.keys())
def test_a_date_is_said_as_precisely_as_it_is(text: str, said: str) -> None:
    assert words_dates.dated(edtf.parse(text)) == said


WHEN = {
    ("2022-02-03", "~01:00"): "3 February 2022, about 01:00",
    ("2022-02-03", "02:08/03:15"): "3 February 2022, 02:08–03:15",
    ("2022-02-03", "~02:00/~03:00"): "3 February 2022, about 02:00–about 03:00",
    ("2022-02-03", "14:30/.."): "3 February 2022, 14:30 or later",
    ("2022-02-03", "../06:00"): "3 February 2022, 06:00 or earlier",
    ("2022-02-03", "dawn"): "3 February 2022, at dawn",
    ("2022-02-03", "night"): "3 February 2022, at night",
    ("2019-10-26/2019-10-27", "night"): "night of 26–27 October 2019",
    ("2019-10-31/2019-11-01", "night"): "night of 31 October – 1 November 2019",
    ("2019-12-31/2020-01-01", "night"): "night of 31 December 2019 – 1 January 2020",
    ("2019-10-26/2019-10-28", "night"): "between 26 and 28 October 2019, at night",
    ("2019-10-26/2019-10-27", "dawn"): "between 26 and 27 October 2019, at dawn",
    ("2019-10", "night"): "October 2019, at night",
}


@pytest.mark.parametrize(("written", "said"), WHEN.items(), ids=[" ".join(key) for key in WHEN])
def test_a_time_stands_beside_its_date(written: tuple[str, str], said: str) -> None:
    date, time = written
    of = Incident(title="A raid", kind="ground raid", date=edtf.parse(date), time=edtf.parse_time(time))
    assert words_dates.when(of) == said


UNTIL = {
    ("2020-03-03", "2020-03-05"): "3 to 5 March 2020",
    ("2020-02-28", "2020-03-02"): "28 February to 2 March 2020",
    ("2020-02-28~", "2020-03-02"): "about 28 February 2020 to 2 March 2020",
    ("2020-03-01/2020-03-03", "2020-03-09"): "between 1 and 3 March 2020, until 9 March 2020",
}


@pytest.mark.parametrize(("written", "said"), UNTIL.items(), ids=[" until ".join(key) for key in UNTIL])
def test_an_incident_that_went_on_says_until_when(written: tuple[str, str], said: str) -> None:
    assert words_dates.dated(*map(edtf.parse, written)) == said


MACHINE = {
    "2017-01-08": "2017-01-08",
    "2016-12": "2016-12",
    "2016": "2016",
    "2016-12-08~": None,
    "2016-12-08?": None,
    "2016-12-04/..": None,
    "2020-03-03/2020-03-09": None,
    "XXXX-10-04": None,
}


@pytest.mark.parametrize(("text", "value"), MACHINE.items(), ids=MACHINE.keys())
def test_machines_are_told_a_date_only_if_it_is_one(text: str, value: str | None) -> None:
    assert words_dates.machine_date(edtf.parse(text)) == value


APART = {
    ("2022-02-03", "2019-10-26"): "2 years 3 months earlier",
    ("2019-10-26", "2022-02-03"): "2 years 3 months later",
    ("2020-01-31", "2020-02-29"): "29 days later",
    ("2020-01-31", "2020-03-30"): "59 days later",
    ("2020-01-31", "2020-03-31"): "2 months later",
    ("2020-01-31", "2020-04-30"): "2 months later",
    ("2020-01-31", "2021-01-31"): "1 year later",
    ("2020-01-31", "2021-03-01"): "1 year 1 month later",
    ("2020-05-02", "2020-05-03"): "1 day later",
    ("2020-05-02", "2020-05-02"): "on the same day",
    ("2020-05-02~", "2020-05-02"): None,
    ("2020-05-02~", "2020-05-09"): "about 7 days later",
    ("2020-05-02", "2020-05"): None,
    ("2020-05-02", "2019"): "at most 16 months earlier",
    ("2020-05-02", "2018"): "about 2 years earlier",
    ("2020-05-02", "2010"): "about 10 years earlier",
    ("2020-05-02", "2020-04"): "at most 31 days earlier",
    ("2019-10-26/2019-10-27", "2022-02-03"): "about 2 years 3 months later",
    ("2020-05-02", "2016-12-04/.."): None,
    ("2020-05-02", "../2016-12-04"): None,
    ("XXXX-05-02", "2016-12-04"): None,
    ("2016", "2016"): None,
}


@pytest.mark.parametrize(("dates", "said"), APART.items(), ids=[" then ".join(key) for key in APART])
def test_time_apart_is_no_more_certain_than_the_dates(dates: tuple[str, str], said: str | None) -> None:
    assert words_dates.apart(*map(edtf.parse, dates)) == said


REPORTS = {
    "a total": ({"killed": {"total": "13+"}}, ["13+ killed"]),
    "parts of a total": (
        {"killed": {"total": "13+", "women": "4", "children": "6"}},
        ["13+ killed, of them 4 women, 6 children"],
    ),
    "one of a group": ({"killed": {"leaders": "1"}}, ["1 leader killed"]),
    "at least one is not one": ({"killed": {"civilians": "1+"}}, ["1+ civilians killed"]),
    "none": ({"injured": {"total": "0"}}, ["none injured"]),
    "none of a group": ({"casualties": {"attackers": "0"}}, ["no attackers hurt or killed"]),
    "a word": ({"injured": {"total": "several"}}, ["“several” injured"]),
    "up to": ({"killed": {"police": "..15"}}, ["up to 15 police officers killed"]),
    "a range": ({"killed": {"total": "10-15"}}, ["10–15 killed"]),
    "about": ({"missing": {"total": "~20+"}}, ["~20+ missing"]),
    "thousands have a comma": ({"killed": {"total": "1200"}}, ["1,200 killed"]),
    "groups that exclude each other": (
        {"killed": {"civilians": "20+", "fighters": "2"}},
        ["20+ civilians and 2 fighters killed"],
    ),
    "groups that may be the same people": (
        {"killed": {"civilians": "20+", "women": "4", "children": "3", "medics": "1"}},
        ["20+ civilians killed; 4 women and 3 children; 1 medic"],
    ),
    "two measures": ({"killed": {"total": "3"}, "captured": {"total": "some"}}, ["3 killed", "“some” captured"]),
}


def report(measures: dict[str, dict[str, str]], **more: object) -> Report:
    counts = {m: {group: Count.parse(text) for group, text in groups.items()} for m, groups in measures.items()}
    return Report(**counts, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(("measures", "said"), REPORTS.values(), ids=REPORTS.keys())
def test_a_report_says_what_it_counts(measures: dict[str, dict[str, str]], said: list[str]) -> None:
    lines = [words_toll.report(measure, counts) for measure, counts in report(measures).measures.items()]
    assert ["".join(piece.lead + piece.text for piece in line) for line in lines] == said
    assert {group for line in lines for piece in line for group in piece.groups} == {
        g for m in measures.values() for g in m
    }


A, B, C = {"by": "the ministry"}, {"by": "the hospital"}, {"by": "residents", "stance": "possible"}
SHOWN = {
    "one claimant's leader is not counted among another's dead": (
        [report({"killed": {"total": "13+", "women": "4"}}, **A), report({"killed": {"leaders": "1"}}, **B)],
        ["13+ killed, of them 4 women; also reported: 1 leader"],
        [],
    ),
    "words beside a number": (
        [report({"killed": {"fighters": "2"}}, **A), report({"killed": {"fighters": "some"}}, **B)],
        ["2 fighters killed (also: “some”)"],
        [],
    ),
    "words alone": ([report({"killed": {"total": "dozens"}}, **A)], ["“dozens” killed"], []),
    "none, and more": (
        [report({"killed": {"soldiers": "0"}}, **A), report({"killed": {"soldiers": "80"}}, **B)],
        ["0 (the ministry) – 80 (the hospital) soldiers killed"],
        [],
    ),
    "none, and a word": (
        [report({"killed": {"civilians": "0"}}, **A), report({"killed": {"civilians": "several"}}, **B)],
        ["0 (the ministry) – “several” (the hospital) civilians killed"],
        [],
    ),
    "two claimants' groups are not added": (
        [report({"killed": {"fighters": "2"}}, **A), report({"killed": {"civilians": "9"}}, **B)],
        ["9 civilians killed; 2 fighters killed"],
        [],
    ),
    "the attackers have a line of their own": (
        [report({"casualties": {"attackers": "0"}}, **A), report({"casualties": {"attackers": "some"}}, **C)],
        [],
        ["none; possibly “some” hurt or killed"],
    ),
    "what is only possible is not shown": ([report({"killed": {"total": "3"}}, **C)], [], []),
    "nothing": ([], [], []),
}


@pytest.mark.parametrize(("reports", "said", "attackers"), SHOWN.values(), ids=SHOWN.keys())
def test_the_toll_is_shown_in_words(reports: list[Report], said: list[str], attackers: list[str]) -> None:
    of = Incident(title="A raid", kind="ground raid", date=edtf.parse("2020-05-02"), toll=tuple(reports))
    tolls = derive(of, lambda name: name)
    assert words_toll.shown(tolls, of) == said
    assert words_toll.attackers(tolls, of) == attackers


WIRE = Source(id="wire", publisher="Wire Agency", published=edtf.parse("2020-05-03"))
BARE = Source(id="bare", url="https://example.org/", published=edtf.parse("2020-05-03"))


def related(*stated: Stated, km: float | None = None, **more: object) -> Related:
    values = {"about": False, "same_place": False, "said": None, **more}
    return Related("other", stated, km, **values)  # type: ignore[arg-type]


REASONS = {
    "distance, relation and time": (
        related(Stated("compared with", True, WIRE), km=17.2),
        "17 km away; the article compares them (Wire Agency); 2 years 3 months earlier",
    ),
    "a publisher that isn't known": (
        related(Stated("compared with", False, BARE)),
        "the article compares them; 2 years 3 months earlier",
    ),
    "between vague points": (related(km=17.2, about=True), "about 17 km away; 2 years 3 months earlier"),
    "very near": (related(km=0.4), "less than 1 km away; 2 years 3 months earlier"),
    "the source's own distance differs": (
        related(km=16.2, about=True, said=Offset(km="24", of="Atmah")),
        "24 km away by the source, about 16 km by the coordinates; 2 years 3 months earlier",
    ),
    "the source's own distance agrees": (
        related(km=23.1, said=Offset(km="~24", of="Atmah")),
        "about 24 km away by the source; 2 years 3 months earlier",
    ),
    "the same place": (related(km=0.0, same_place=True), "the same place; 2 years 3 months earlier"),
    "part of it": (related(Stated("part of", True, None)), "this incident was part of it; 2 years 3 months earlier"),
    "its part": (related(Stated("part of", False, None)), "it was part of this incident; 2 years 3 months earlier"),
    "stated on both sides alike": (
        related(Stated("same operation", True, None), Stated("same operation", False, None)),
        "both were one operation; 2 years 3 months earlier",
    ),
}


@pytest.mark.parametrize(("of", "said"), REASONS.values(), ids=REASONS.keys())
def test_a_link_says_why(of: Related, said: str) -> None:
    assert words.reason(of, edtf.parse("2022-02-03"), edtf.parse("2019-10-26")) == said


@pytest.mark.parametrize("why", ["part of", "same operation", "compared with", "follows", "in retaliation for"])
@pytest.mark.parametrize("outward", [True, False], ids=["stated here", "stated there"])
def test_every_relation_has_words(why: str, outward: bool) -> None:
    assert words.relation(Stated(why, outward, None)) not in ("", why)


PLACES = {
    "all of it": (Place(name="Atmah", region="Idlib", country=("SY",)), "Atmah, Idlib, Syria"),
    "one of two countries": (Place(name="the border", country=("SY", "TR")), "the border, Syria or Türkiye"),
    "a region that is its own name": (Place(name="Raqqa", region="Raqqa", country=("SY",)), "Raqqa, Syria"),
    "Norway": (Place(name="Oslo", country=("NO",)), "Oslo, Norway"),
    "a code that is no country": (Place(name="Here", country=("XX",)), "Here, XX"),
    "a name only": (Place(name="the hills"), "the hills"),
}


@pytest.mark.parametrize(("place", "said"), PLACES.values(), ids=PLACES.keys())
def test_a_place_is_said_from_the_inside_out(place: Place, said: str) -> None:
    assert words.place(place) == said


OFFSETS = {
    "about 60 km northwest of Deir ez-Zor": Offset(km="~60", bearing="NW", of="Deir ez-Zor"),
    "24 km from Atmah": Offset(km="24", of="Atmah"),
    "north of Raqqa": Offset(bearing="N", of="Raqqa"),
    "near Raqqa": Offset(of="Raqqa"),
}


@pytest.mark.parametrize(("said", "offset"), OFFSETS.items(), ids=OFFSETS.keys())
def test_a_place_by_another_place(said: str, offset: Offset) -> None:
    assert words.offset(offset) == said


ACTORS = {
    "attacker": Actor(name="A", role="attacker", status="stated"),
    "attacker, claimed by itself": Actor(name="A", role="attacker", status="claimed"),
    "attacker, blamed by the ministry": Actor(name="A", role="attacker", status="blamed", by="the ministry"),
    "attacker, denied by itself": Actor(name="A", role="attacker", status="denied"),
    "target, stated by the ministry": Actor(name="A", role="target", by="the ministry"),
    "party to the clash": Actor(name="A", role="party"),
}


@pytest.mark.parametrize(("said", "actor"), ACTORS.items(), ids=ACTORS.keys())
def test_who_says_that_an_actor_did_it(said: str, actor: Actor) -> None:
    assert words.statement(actor) == said


PEOPLE = {
    "41 years, female, medic: died later": Person(name="M", age=41, sex="female", group="medics", fate="died later"),
    "0 years: killed": Person(name="M", age=0, fate="killed"),
    "killed": Person(name="M", fate="killed"),
    "": Person(name="M"),
}


@pytest.mark.parametrize(("said", "person"), PEOPLE.items(), ids=PEOPLE.keys())
def test_what_is_known_of_a_person(said: str, person: Person) -> None:
    assert words.person(person) == said


def test_coordinates_have_the_decimals_of_the_file() -> None:
    assert words.coordinates(36.31, -5.0) == "36.31° N, 5° W"
    assert words.coordinates(-33.8688, 151.2093) == "33.8688° S, 151.2093° E"


UNNAMED = Source(id="a", title="The army says that its unit ...", published=edtf.parse("2020-05-03"))


def test_a_title_is_never_read_as_a_claim() -> None:
    """An article without a headline is cited by its first words, and they may be what somebody claims."""
    assert words.outlet(UNNAMED) == "the article itself (publisher not known)"
    assert words.source(UNNAMED) == words.entry(UNNAMED) == "“The army says that its unit ...”"
    assert words.cited(UNNAMED) == "publisher not known, 3 May 2020"


def test_an_outlet_speaks_by_its_name() -> None:
    named = replace(UNNAMED, publisher="Wire Agency")
    assert words.outlet(named) == words.source(named) == "Wire Agency"
    assert words.entry(named) == "“The army says that its unit ...”"
    assert words.cited(named) == "Wire Agency, 3 May 2020"
    assert words.entry(WIRE) == "Wire Agency"
    assert words.cited(WIRE) == "3 May 2020"
    assert (words.entry(BARE), words.cited(BARE)) == ("https://example.org/", "publisher not known, 3 May 2020")
