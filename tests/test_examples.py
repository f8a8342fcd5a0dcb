"""What `chronology add` makes of the example articles: every incident that they tell of, and nothing else."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from chronology import archive, article, check, cli
from chronology.archive import Archive
from chronology.gazetteer import Gazetteer
from chronology.incident import Report

EXAMPLES = sorted((Path(__file__).parents[1] / "examples" / "articles").iterdir())


@dataclass(frozen=True)
class Row:
    """One incident: how, when, where, and a pattern for each report; in round brackets what may be missing."""

    kind: str
    date: str
    time: str | None
    place: str
    region: str | None
    country: str
    reports: tuple[str, ...]


MADE = {
    "2019-08-03-imam-sahib": Row("ground raid", "2019-08-03", None, "Imam Sahib", "Kunduz", "AF", ("killed police 2",)),
    "2019-09-19-char-dara": Row("airstrike", "2019-09-19", "(evening|night)?", "Char Dara", "Kunduz", "AF", (
        "killed 4-6, by residents",
        "killed civilians 5, injured several, by provincial council",
        "killed civilians some, by army, denies",
    )),
    "2022-11-06-avdiivka": Row("shelling", "2022-11-06", "night", "Avdiivka", "Donetsk", "UA", (
        "injured 3, women 1, children 2, by rescuers",
        "killed 0",
    )),
    "2022-11-08-izium": Row("mine", "2022-11-08", "morning", "Izium", "Kharkiv", "UA", (
        "injured soldiers 2, by regional administration",
    )),
    "2023-08-06-harib": Row("airstrike", "2023-08-06", None, "Harib", "Marib", "YE", (
        "injured civilians 5, by local hospital",
    )),
    "2023-08-20-marib": Row("drone strike", "2023-08-20", "evening", "Marib", "Marib", "YE", (
        "killed 3, by local officials",
        "(killed fighters 3, by (one of the|a local|local) officials?(, possible)?)?",
    )),
    "2023-11-19-goof-gaduud": Row("ground raid", "2023-11-19", None, "Goof Gaduud", None, "SO", (
        "killed fighters 3, captured leaders 1",
    )),
    "2024-01-14-gwoza": Row("suicide bombing", "2024-01-14", None, "Gwoza", "Borno", "NG", (
        r"killed 6\+, injured 15",
    )),
    "2024-03-12-baidoa": Row("ground raid", "2024-03-12", r"(\.\./06:00|~02:00)", "Baidoa", "Bay", "SO", (
        r"killed fighters 7\+, captured 4, by police",
        "killed civilians 2, by residents",
        "injured soldiers 0, by defence ministry",
        "killed 9, injured 6, by hospital officials",
        "killed fighters 7, by police",
        "killed civilians 2, by local elders",
    )),
    "2024-06-01-maiduguri": Row("bomb", "2024-06-01", "afternoon", "Maiduguri", "Borno", "NG", (
        "killed 11, women 3, children 4, injured ~30, by state emergency agency",
        "killed 9, by police",
    )),
}  # fmt: skip


@dataclass(frozen=True)
class Made:
    """What one call left."""

    result: Result
    known: Archive
    folder: Path


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("examples")
    return Made(add(folder), archive.load(folder / "incidents"), folder)


def add(folder: Path) -> Result:
    call = ["add", *map(str, EXAMPLES), "--incidents", str(folder / "incidents")]
    return CliRunner().invoke(cli.main, call, catch_exceptions=False)


def one_line(report: Report) -> str:
    """killed 11, women 3, children 4, injured ~30, by police, denies"""
    parts = []
    for measure, counts in report.measures.items():
        first, *others = (f"{group} {count}".removeprefix("total ") for group, count in counts.items())
        parts += [f"{measure} {first}", *others]
    parts += [f"by {report.by}"] if report.by else []
    parts += [report.stance] if report.stance != "says" else []
    return ", ".join(parts)


def test_these_incidents_and_no_others(made: Made) -> None:
    assert made.result.exit_code == 0
    assert made.result.stderr == ""
    assert list(made.known.filed) == sorted(MADE)
    assert made.known.problems == ()
    assert not (made.folder / "drafts").exists()
    lines = made.result.stdout.splitlines()
    assert lines[-1] == "8 articles: 10 created, 1 extended"
    (nothing,) = [line for line in lines if line.startswith("nothing")]
    assert nothing.endswith("plain-reader-conference.md: no incident reported")


@pytest.mark.parametrize("name", MADE)
def test_when_where_and_how(made: Made, name: str) -> None:
    value, row = made.known.filed[name].incident, MADE[name]
    assert (value.kind, str(value.date)) == (row.kind, row.date)
    assert re.fullmatch(row.time or "", str(value.time or ""))
    assert value.place is not None
    assert row.place in (value.place.name, *value.place.aka)
    assert (value.place.region, value.place.country) == (row.region, (row.country,))
    assert value.reviewed == "no"


@pytest.mark.parametrize("name", MADE)
def test_who_reports_what_and_nothing_else(made: Made, name: str) -> None:
    reports = [one_line(report) for report in made.known.filed[name].incident.toll]
    for pattern in MADE[name].reports:
        assert re.fullmatch(pattern, "") or any(re.fullmatch(pattern, one) for one in reports), f"{pattern}: {reports}"
    for one in reports:
        assert any(re.fullmatch(pattern, one) for pattern in MADE[name].reports), f"{one!r} is one too many"


def test_two_articles_on_one_raid_are_one_incident_with_two_sources(made: Made) -> None:
    value = made.known.filed["2024-03-12-baidoa"].incident
    assert [str(source.published) for source in value.sources] == ["2024-03-12", "2024-03-13"]
    assert [source.publisher for source in value.sources] == ["The Harbour Courier", "Gulf Ledger Wire"]
    assert {report.source.source for report in value.toll if report.source} == {source.id for source in value.sources}
    assert [(link.to, link.why) for link in value.related] == [("2023-11-19-goof-gaduud", "compared with")]


def test_every_value_points_to_the_words_that_it_was_read_from(made: Made) -> None:
    for filed in made.known.filed.values():
        value = filed.incident
        assert value.evidence is not None
        assert value.evidence.date
        assert value.evidence.place
        texts = {s.id: archive.text_file(made.known.root, s.sha256 or "").read_text() for s in value.sources}
        refs = [*value.evidence.date, *value.evidence.place, *value.evidence.kind, *(r.source for r in value.toll)]
        for ref in refs:
            assert ref is not None
            assert texts[ref.source][ref.start : ref.end].strip()


def test_no_private_person_is_named(made: Made) -> None:
    for filed in made.known.filed.values():
        assert filed.incident.people == ()


def test_check_finds_nothing(made: Made) -> None:
    assert check.problems(made.known, date(2026, 11, 23), None, Gazetteer.open()) == ()


def test_adding_them_again_changes_no_byte(made: Made) -> None:
    before = {file: file.read_bytes() for file in made.folder.rglob("*") if file.is_file()}
    assert add(made.folder).stdout.splitlines()[-1] == "8 articles: 11 unchanged"
    assert {file: file.read_bytes() for file in made.folder.rglob("*") if file.is_file()} == before


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.name)
def test_the_examples_say_that_they_are_ours(file: Path) -> None:
    for one in article.read(file):
        assert isinstance(one, article.Article)
        assert one.remarks == ()
        assert "This article was written as an example for the chronology project." in one.text
        assert one.url is None or re.match(r"https://[\w.]+\.example/", one.url)
