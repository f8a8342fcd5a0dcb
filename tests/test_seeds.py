"""The two articles that this project began with, where they are at hand: what is told of them, and what is not.

Their texts belong to their publishers and stay outside; without them these tests are left out.
"""

import json
import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from shutil import copy, copytree

import pytest
from click.testing import CliRunner

from chronology import archive, article, check, cli, earth, filing_text
from chronology.extract import incidents
from chronology.extract.incidents import Telling, Told
from chronology.gazetteer import Gazetteer
from chronology.incident import Report

ROOT = Path(__file__).parents[1]
SEEDS = ROOT.parent / "shared" / "seeds"
KUBAR, ATMAH = (next(iter(SEEDS.glob(f"{number}_*.txt")), SEEDS / number) for number in ("000", "003"))
PUBLISHED = date(2017, 1, 10)

pytestmark = pytest.mark.skipif(not ATMAH.exists(), reason="the two articles are not at hand")


@dataclass(frozen=True)
class Row:
    """What the table says of one incident. `reports`: a pattern for each."""

    kind: str
    date: str
    time: str | None
    place: str
    region: str | None
    near: tuple[float, float]
    km: float
    reports: tuple[str, ...]


RAID_AT_KUBAR = Row(
    "ground raid", "2017-01-08", "14:30/..", "Kubar", None, (35.62, 39.85), 25,
    ("killed fighters 2, by Pentagon", "killed( fighters)? some, captured( fighters)? some, by an activist"),
)  # fmt: skip
STRIKE_AT_AL_MSHEIRFEH = Row(
    "strike", "2016-12-08", None, "al-Msheirfeh", None, (35.95, 39.01), 60,
    ("killed civilians ~20", "injured several"),
)  # fmt: skip
STRIKE_AT_THULTHANA = Row(
    "airstrike", "2016-10-04", None, "Thulthana", "Aleppo", (36.45, 37.34), 10,
    (r"killed civilians 20\+, injured 40",),
)  # fmt: skip
RAID_AT_ATMAH = Row(
    "ground raid", "2022-02-03", "~01:00", "Atmah", "Idlib", (36.31, 36.69), 10,
    (
        r"killed 13\+, women 4, children 6.*",
        "casualties attackers 0, by Pentagon, says John Kirby",
        "casualties attackers some, by local sources, possible",
        "killed leaders 1, by .*, says Jo(e|seph) Biden",
    ),
)  # fmt: skip
RAID_AT_BARISHA = Row(
    "ground raid", "2019-10-26", None, "Barisha", "Idlib", (36.17, 36.64), 10,
    ("killed leaders 1",),
)  # fmt: skip

TABLE = {
    "000, main": (KUBAR, PUBLISHED, 0, RAID_AT_KUBAR),
    "000, the strike": (KUBAR, PUBLISHED, 1, STRIKE_AT_AL_MSHEIRFEH),
    "000, the airstrike": (KUBAR, PUBLISHED, 2, STRIKE_AT_THULTHANA),
    "003, main": (ATMAH, None, 0, RAID_AT_ATMAH),
    "003, the raid that it is compared with": (ATMAH, None, 1, RAID_AT_BARISHA),
}


OWN, NONE = ROOT / "incidents", Path("nowhere") / "incidents"


@pytest.fixture(params=[OWN, NONE], ids=["with this repository's places", "in an empty folder"])
def beside(request: pytest.FixtureRequest) -> Path:
    """The folder of incidents of a chronology that has places and names of its own, and of one that has none."""
    assert isinstance(request.param, Path)
    return request.param


@cache
def read(file: Path, beside: Path, published: date | None) -> Telling:
    (one,) = article.read(file)
    assert isinstance(one, article.Article)
    stands, problems = archive.load_beside(beside)
    assert problems == ()
    gazetteer = Gazetteer.open(None, stands.places)
    return incidents.tell(one, gazetteer, stands.names, accessed=date(2026, 11, 23), published=published)


def one_line(report: Report) -> str:
    """A report as the table writes it: killed 13+, women 4, by Pentagon, says John Kirby."""
    parts = []
    for measure, counts in report.measures.items():
        groups = [f"{group} {count}".removeprefix("total ") for group, count in counts.items()]
        parts += [f"{measure} {groups[0]}", *groups[1:]]
    parts += [f"by {report.by}"] if report.by else []
    parts += [f"says {report.speaker}"] if report.speaker else []
    parts += [report.stance] if report.stance != "says" else []
    return ", ".join(parts)


def told(row: str, beside: Path) -> tuple[Told, Row]:
    file, published, number, expected = TABLE[row]
    return read(file, beside, published).told[number], expected


@pytest.mark.parametrize("row", TABLE)
def test_when_where_and_how(row: str, beside: Path) -> None:
    one, expected = told(row, beside)
    value = one.incident
    assert one.main == ("main" in row)
    assert one.open is None
    assert (value.kind, str(value.date)) == (expected.kind, expected.date)
    assert (str(value.time) if value.time else None) == expected.time
    assert value.place is not None
    assert expected.place in (value.place.name, *value.place.aka)
    assert value.place.country == ("SY",)
    assert value.place.region == expected.region or expected.region is None
    if value.place.point:
        assert earth.distance_km(*value.place.point, *expected.near) <= expected.km


@pytest.mark.parametrize("row", TABLE)
def test_who_reports_what_and_nothing_else(row: str, beside: Path) -> None:
    one, expected = told(row, beside)
    reports = [one_line(report) for report in one.incident.toll]
    for pattern in expected.reports:
        assert any(re.fullmatch(pattern, report) for report in reports), f"{pattern!r} is not among {reports}"
    for report in reports:
        assert any(re.fullmatch(pattern, report) for pattern in expected.reports), f"{report!r} is one too many"


def test_nothing_else_becomes_an_incident(beside: Path) -> None:
    kubar, atmah = read(KUBAR, beside, PUBLISHED), read(ATMAH, beside, None)
    assert [one.main for one in kubar.told] == [True, False, False]
    assert [one.main for one in atmah.told] == [True, False]
    assert atmah.published == date(2022, 2, 3)


@pytest.mark.parametrize("row", [row for row in TABLE if row != "000, the strike"])
def test_the_places_of_this_repository_have_points(row: str) -> None:
    one, _ = told(row, OWN)
    assert one.incident.place is not None
    assert one.incident.place.point is not None


def test_the_raid_at_kubar_is_placed_by_the_distance_that_the_article_gives(beside: Path) -> None:
    place = read(KUBAR, beside, PUBLISHED).told[0].incident.place
    assert place is not None
    assert place.offset is not None
    assert (place.offset.km, place.offset.bearing, place.precision) == ("~60", "NW", "near")
    assert place.point is not None


def test_the_raids_that_the_article_compares_are_linked_and_those_of_the_other_are_not(beside: Path) -> None:
    atmah, barisha = read(ATMAH, beside, None).told
    assert [(link.to, link.why) for link in atmah.incident.related] == [(barisha.key, "compared with")]
    assert barisha.incident.related == ()
    for one in read(KUBAR, beside, PUBLISHED).told:
        assert one.incident.related == ()


def test_barisha_is_24_km_away_by_the_article(beside: Path) -> None:
    place = read(ATMAH, beside, None).told[1].incident.place
    assert place is not None
    assert place.offset is not None
    assert place.offset.km == "24"


def test_the_leader_is_named_and_private_people_are_not(beside: Path) -> None:
    kubar, atmah = read(KUBAR, beside, PUBLISHED), read(ATMAH, beside, None)
    assert [person.name for person in atmah.told[1].incident.people] == ["Abu Bakr al-Baghdadi"]
    for one in kubar.told:
        assert one.incident.people == ()
        assert not re.search("Hasson|Ramadan|Rahman", filing_text.dump(one.incident))


def test_every_value_rests_on_words_of_the_article_and_not_on_its_menus(beside: Path) -> None:
    for telling, end in ((read(KUBAR, beside, PUBLISHED), None), (read(ATMAH, beside, None), "Read more:")):
        for one in telling.told:
            evidence = one.incident.evidence
            assert evidence is not None
            assert evidence.date
            assert evidence.place
            refs = [
                *evidence.kind,
                *evidence.date,
                *evidence.time,
                *evidence.place,
                *(r.source for r in one.incident.toll),
            ]
            for ref in refs:
                assert ref is not None
                assert ref.start is not None
                assert ref.end is not None
                assert 0 <= ref.start < ref.end <= (telling.text.index(end) if end else len(telling.text))


# --- without the day of publication ---


def test_without_its_day_the_article_leaves_two_dates_open_and_says_what_closes_them(beside: Path) -> None:
    kubar, al_msheirfeh, thulthana = read(KUBAR, beside, None).told
    assert [str(one.incident.date) for one in (kubar, al_msheirfeh, thulthana)] == [
        "2016-12-04/..",
        "2016-12-08",
        "XXXX-10-04",
    ]
    assert al_msheirfeh.open is None
    for one, words in ((kubar, "'Sunday'"), (thulthana, "'October 4 last year'")):
        assert one.open == f"{words} hangs on the publication date; give --published YYYY-MM-DD"


def added(folder: Path, *words: str | Path) -> list[str]:
    """The actions of `chronology add` in a folder."""
    call = ["add", *map(str, words), "--incidents", str(folder / "incidents"), "--json"]
    result = CliRunner().invoke(cli.main, call, catch_exceptions=False)
    assert result.exit_code == 0
    return [one["action"] for line in result.stdout.splitlines() for one in json.loads(line)["incidents"]]


def with_own_places(folder: Path) -> Path:
    for name in ("places.yaml", "names.yaml"):
        copy(ROOT / name, folder / name)
    return folder


@pytest.mark.parametrize("places", [True, False], ids=["with this repository's places", "in an empty folder"])
def test_add_files_what_is_open_as_drafts_until_the_day_is_given(tmp_path: Path, places: bool) -> None:
    folder = with_own_places(tmp_path) if places else tmp_path
    assert added(folder, KUBAR) == ["draft", "created", "draft"]
    assert sorted(archive.load(folder / "drafts").filed) == ["undated-kubar", "undated-thulthana"]
    assert added(folder, KUBAR, "--published", "2017-01-10") == ["created", "unchanged", "created"]
    assert list((folder / "drafts").iterdir()) == []
    assert added(folder, ATMAH) == ["created", "created"]
    known = archive.load(folder / "incidents")
    assert sorted(known.filed) == [
        "2016-10-04-thulthana", "2016-12-08-al-msheirfeh", "2017-01-08-kubar", "2019-10-26-barisha", "2022-02-03-atmah",
    ]  # fmt: skip
    assert check.problems(known, date(2026, 11, 23)) == ()


def test_this_repository_knows_all_that_they_tell(tmp_path: Path) -> None:
    folder = with_own_places(tmp_path)
    copytree(ROOT / "incidents", folder / "incidents")
    before = {file: file.read_bytes() for file in (folder / "incidents").rglob("*.yaml")}
    assert added(folder, ATMAH) == ["unchanged"] * 2
    assert added(folder, KUBAR, "--published", "2017-01-10") == ["unchanged"] * 3
    assert added(folder, KUBAR) == ["unchanged"] * 3
    assert {file: file.read_bytes() for file in (folder / "incidents").rglob("*.yaml")} == before
