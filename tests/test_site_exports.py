"""Downloads and feed: complete, certain only where the reports are, and harmless in a spreadsheet."""

import csv
import io
import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
import site_example

from chronology import archive
from chronology.site import exports, exports_feed, records
from chronology.site.exports_feed import Home
from chronology.site.records import Records

ATOM = "{http://www.w3.org/2005/Atom}"
HOME = Home(name="A small chronology", url="https://chronology.example/raids/")


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Records:
    folder = tmp_path_factory.mktemp("exports")
    site_example.write(folder)
    return records.build(archive.load(folder / "incidents"))


def of_titles(folder: Path, *titles: str) -> Records:
    incidents = {
        f"a{n}": f"title: {json.dumps(title)}\nkind: bomb\ndate: 2021-05-02\nreviewed: no\n"
        for n, title in enumerate(titles)
    }
    site_example.write(folder, incidents)
    return records.build(archive.load(folder / "incidents"))


def rows(text: str) -> dict[str, dict[str, str]]:
    return {row["id"]: row for row in csv.DictReader(io.StringIO(text, newline=""))}


def test_every_published_incident_is_in_every_download(example: Records) -> None:
    published = {record.id for record in example.published}
    assert set(rows(exports.incidents_csv(example, HOME))) == published
    files = dict(exports.build(example, HOME))
    assert {one["id"] for one in json.loads(files["data/incidents.json"])["incidents"]} == published
    assert {one["id"] for one in json.loads(files["data/incidents.geojson"])["features"]} == published
    assert {f"incidents/{one}.yaml" for one in published} < set(files)


def test_a_row_says_what_is_known_of_the_incident(example: Records) -> None:
    row = rows(exports.incidents_csv(example, HOME))["2021-05-02-market"]
    assert row["url"] == "https://chronology.example/raids/incidents/2021-05-02-market/"
    assert (row["date"], row["date_earliest"], row["date_latest"], row["time"]) == (
        "2021-05-02",
        "2021-05-02",
        "2021-05-02",
        "~11:30",
    )
    assert (row["place"], row["region"], row["country"]) == ("Upper Mills", "Hill Province", "SY")
    assert (row["lat"], row["lon"], row["precision"]) == ("36.31", "36.69", "town")
    assert row["actors"] == "Northern Army (attacker); جبهة النهر (target)"
    assert (row["disagree"], row["reviewed"], row["sources"]) == ("yes", "no", "2")


FIGURES = {
    ("2021-05-02-market", "killed"): ("12", "31", "12-31", "", "whole"),
    ("2021-05-02-market", "killed_civilians"): ("0", "31", "0-31", "", "stated"),
    ("2021-05-02-market", "injured"): ("", "", "", "several", "whole"),
    ("2021-05-02-market", "casualties_attackers"): ("0", "0", "0", "", "stated"),
    ("2021-05-campaign", "killed"): ("60", "", "~60+", "", "whole"),
    ("2016-strike", "killed"): ("", "15", "..15", "dozens", "whole"),
    ("2019-10-26-night", "killed"): ("1", "1", "1", "", "detail"),
    ("2021-05-03-clinic", "captured"): ("", "", "", "", ""),
}


@pytest.mark.parametrize(("of", "expected"), FIGURES.items(), ids=[" ".join(key) for key in FIGURES])
def test_a_figure_has_two_ends_words_and_a_basis(
    example: Records, of: tuple[str, str], expected: tuple[str, ...]
) -> None:
    row = rows(exports.incidents_csv(example, HOME))[of[0]]
    assert tuple(row[f"{of[1]}_{key}"] for key in exports.FIGURE) == expected


DATES = {
    "2021-05-campaign": ("[2021-05-01..2021-05-10]", "2021-05-01", "2021-05-10"),
    "2016-strike": ("[2016-12-04..]", "2016-12-04", ""),
    "2016-month": ("2016-11", "2016-11-01", "2016-11-30"),
}


@pytest.mark.parametrize(("of", "expected"), DATES.items(), ids=DATES.keys())
def test_dates_are_written_in_edtf(example: Records, of: str, expected: tuple[str, str, str]) -> None:
    row = rows(exports.incidents_csv(example, HOME))[of]
    assert (row["date"], row["date_earliest"], row["date_latest"]) == expected


def test_every_count_of_every_report_is_a_row(example: Records) -> None:
    reports = list(csv.DictReader(io.StringIO(exports.reports_csv(example), newline="")))
    market = [row for row in reports if row["incident"] == "2021-05-02-market"]
    assert [(row["report"], row["measure"], row["group"], row["text"] or row["words"]) for row in market] == [
        ("1", "killed", "civilians", "20+"),
        ("1", "killed", "children", "3"),
        ("1", "injured", "total", "several"),
        ("2", "killed", "civilians", "31"),
        ("2", "killed", "women", "4"),
        ("3", "killed", "fighters", "12"),
        ("3", "killed", "civilians", "0"),
        ("4", "captured", "total", "some"),
        ("5", "killed", "total", "90"),
        ("6", "casualties", "attackers", "0"),
    ]
    assert market[5]["by"] == "the Northern Army's press office"
    assert market[5]["claimant"] == "Northern Army"
    assert (market[7]["stance"], market[8]["superseded"]) == ("possible", "it counted another attack")
    assert (market[0]["low"], market[0]["high"]) == ("20", "")


FORMULAS = (
    "=HYPERLINK(1)",
    "+1+cmd|' /C calc'!A0",
    "-1+1",
    "@SUM(1)",
    "＝1+1",
    " =1+1",
    "\t=1",
)


@pytest.mark.parametrize("title", FORMULAS)
def test_no_cell_is_a_formula(tmp_path: Path, title: str) -> None:
    row = rows(exports.incidents_csv(of_titles(tmp_path, title), HOME))["a0"]
    assert row["title"] == f"'{title}"


@pytest.mark.parametrize("title", ['A "raid", and more', "A raid; B", "غارة", "1 + 1 = 2", "a@b", "line\nbreak"])
def test_other_text_stays_as_it_is(tmp_path: Path, title: str) -> None:
    assert rows(exports.incidents_csv(of_titles(tmp_path, title), HOME))["a0"]["title"] == title


def test_a_negative_coordinate_stays_a_number(tmp_path: Path) -> None:
    text = "title: A raid\nkind: bomb\ndate: 2021-05-02\nplace: {name: x, lat: -5.5, lon: -0.1, precision: town}\n"
    site_example.write(tmp_path, {"a0": text})
    of = records.build(archive.load(tmp_path / "incidents"))
    assert rows(exports.incidents_csv(of, HOME))["a0"]["lat"] == "-5.5"
    (feature,) = json.loads(exports.geojson(of, HOME))["features"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [-0.1, -5.5]}


def test_a_feature_without_coordinates_has_no_geometry(example: Records) -> None:
    features = {one["id"]: one for one in json.loads(exports.geojson(example, HOME))["features"]}
    assert features["2016-strike"]["geometry"] is None
    assert features["2021-05-02-market"]["geometry"]["coordinates"] == [36.69, 36.31]
    toll = features["2021-05-02-market"]["properties"]["toll"]
    assert toll["killed"]["groups"]["civilians"]["high"] == 31
    assert toll["injured"]["groups"]["total"]["words"] == "several"


def test_json_holds_all_of_the_file_and_what_is_derived(example: Records) -> None:
    files = dict(exports.build(example, HOME))
    market = json.loads(files["incidents/2021-05-02-market.json"])
    assert market["toll"][2]["speaker"] == "Col. Adan Brook"
    assert market["place"]["lat"] == 36.31
    assert market["shown"]["killed"]["groups"]["total"] == {
        "low": 12,
        "high": 31,
        "open": False,
        "approximate": False,
        "text": "12-31",
        "words": None,
        "basis": "whole",
    }
    assert [one["id"] for one in market["belongs_with"]] == ["2021-05-03-clinic", "2021-05-campaign"]


def test_the_feed_has_the_incidents_that_were_added_last(example: Records) -> None:
    feed = ElementTree.fromstring(exports_feed.atom(example, HOME))
    entries = feed.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}id") for entry in entries] == [
        "tag:chronology.example,2021-06-05:incidents/2021-05-campaign",
        "tag:chronology.example,2021-06-02:incidents/2021-05-03-clinic",
        "tag:chronology.example,2021-06-02:incidents/2021-05-02-market",
        "tag:chronology.example,2021-06-02:incidents/2016-month",
        "tag:chronology.example,2020-01-01:incidents/2019-10-26-night",
    ]
    market = entries[2]
    assert market.find(f"{ATOM}link").get("href") == "https://chronology.example/raids/incidents/2021-05-02-market/"
    assert market.findtext(f"{ATOM}updated") == "2021-07-01T00:00:00Z"  # the day of its correction
    assert feed.findtext(f"{ATOM}updated") == "2021-07-01T00:00:00Z"


def test_the_feed_needs_no_address(example: Records) -> None:
    feed = ElementTree.fromstring(exports_feed.atom(example, Home(name="<&>", url=None)))
    assert feed.findtext(f"{ATOM}title") == "<&>"
    assert feed.find(f"{ATOM}entry/{ATOM}link").get("href") == "incidents/2021-05-campaign/"


def test_an_archive_without_incidents_has_downloads(tmp_path: Path) -> None:
    (tmp_path / "incidents").mkdir()
    none = records.build(archive.load(tmp_path / "incidents"))
    files = dict(exports.build(none, HOME))
    assert json.loads(files["data/incidents.json"])["incidents"] == []
    assert json.loads(files["data/incidents.geojson"])["features"] == []
    assert files["data/incidents.csv"].startswith("id,")
    ElementTree.fromstring(files["feed.xml"])
