"""Names are found as they are written, by their sound in countries that others transliterate, and never by less."""

from __future__ import annotations

import gzip
import zipfile
from pathlib import Path

import pytest

from chronology import archive
from chronology.gazetteer import Gazetteer, folding, layer, packs, store
from chronology.incident import Place
from chronology.problem import ChronologyError


@pytest.fixture(scope="module")
def world() -> Gazetteer:
    return Gazetteer.open()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Dayr az-Zawr", "Deir ez-Zor", id="articles and diphthongs"),
        pytest.param("Ar Raqqah", "Raqqa", id="an article that is left out, and -ah for -a"),
        pytest.param("Atmeh", "Atma", id="-eh for -a"),
        pytest.param("Qamishli", "Kamishli", id="q for k"),
        pytest.param("Idhamiyah", "Izamiya", id="dh for z"),
        pytest.param("Douma", "Duma", id="ou for u"),
        pytest.param("Sarraqib", "Saraqeb", id="a doubled letter"),
        pytest.param("Ma‘rib", "Marib", id="the sign for ayn"),
        pytest.param("Khān Shaykhūn", "Khan Sheikhun", id="accents"),
        pytest.param("الرقة", "رقه", id="the Arabic article and the closed t"),
    ],
)
def test_two_spellings_of_a_name_sound_the_same(one: str, other: str) -> None:
    assert folding.sound(folding.plain(one)) == folding.sound(folding.plain(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Homs", "Hama", id="two towns"),
        pytest.param("Mosul", "Mosul Dam", id="a word more"),
        pytest.param("Basra", "Bosra", id="another vowel that isn't in the table"),
        pytest.param("Tall Afar", "Tall Abyad", id="the same first word"),
    ],
)
def test_two_names_do_not_sound_the_same(one: str, other: str) -> None:
    assert folding.sound(folding.plain(one)) != folding.sound(folding.plain(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("St. Louis", "Saint Louis", id="a saint"),
        pytest.param("Fort Worth", "Ft. Worth", id="a fort"),
        pytest.param("Port-au-Prince", "Port au Prince", id="hyphens"),
        pytest.param("São Paulo", "Sao Paulo", id="an accent"),
        pytest.param("Łódź", "Lodz", id="a stroke"),
        pytest.param("U.S.", "US", id="full stops"),
    ],
)
def test_two_writings_of_a_name_are_one_key(one: str, other: str) -> None:
    assert folding.plain(one) == folding.plain(other)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("mushirif", "mushrif", True),
        ("mushrif", "mushirif", True),
        ("mushirif", "mushiraf", True),
        ("mushirif", "mushrifi", False),
        ("abcd", "abdc", True),
        ("abcd", "abcd", False),
        ("abcd", "badc", False),
        ("", "a", True),
    ],
)
def test_one_edit(one: str, other: str, apart: bool) -> None:
    assert folding.one_edit_apart(one, other) is apart


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Syria", "country", "SY"),
        ("the United Kingdom", None, None),
        ("UK", "country", "GB"),
        ("U.S.", "country", "US"),
        ("DR Congo", "country", "CD"),
        ("Idlib", "region", "SY"),
        ("Helmand", "region", "AF"),
        ("Ky.", "region", "US"),
        ("Deir ez-Zor", "region", "SY"),
        ("Aleppo", "region", "SY"),
        ("Kandahar", "region", "AF"),
        ("Turkish", "demonym", "TR"),
        ("Sri Lankans", "demonym", "LK"),
        ("Middle East", "area", None),
        ("Euphrates", "river", None),
    ],
)
def test_the_best_known_place_of_a_name(world: Gazetteer, name: str, kind: str | None, country: str | None) -> None:
    rows = world.lookup(name)
    assert (rows[0].kind, rows[0].country) == (kind, country) if kind else rows == ()


@pytest.mark.parametrize("name", ["Atmah", "Barisha", "Thulthana", "Msheirfeh", "", "-", "Xqzzk"])
def test_what_the_world_index_does_not_have(world: Gazetteer, name: str) -> None:
    assert world.lookup(name) == ()


def test_a_name_by_its_sound_in_countries_that_others_transliterate(world: Gazetteer) -> None:
    assert {row.country for row in world.lookup_sound("Dayr az Zour")} == {"SY"}
    assert world.lookup("Dayr az Zour") == ()
    assert not {row.country for row in world.lookup_sound("León")} & {"ES", "MX", "NI", "FR"}


def test_one_letter_off_needs_a_long_name_and_its_country(world: Gazetteer) -> None:
    assert [row.geonames_id for row in world.lookup_misspelt("Qamishlzi", "SY")] == [173377]
    assert world.lookup_misspelt("Qamishlzi", "EG") == ()
    assert world.lookup_misspelt("Qamishlii Jadid", "SY") == ()
    assert world.lookup_misspelt("Homz", "SY") == ()


@pytest.mark.parametrize(
    ("country", "lat", "lon", "is_plausible"),
    [
        pytest.param("SY", 36.31, 36.69, True, id="a town two kilometres from the border"),
        pytest.param("SY", 34.5, 39.0, True, id="the desert, far from every town"),
        pytest.param("LY", 25.0, 20.0, True, id="the Libyan desert"),
        pytest.param("TR", 36.31, 36.69, True, id="the wrong side of a near border: nobody can tell without borders"),
        pytest.param("SO", 2.0, 46.5, True, id="at sea off the coast"),
        pytest.param("SY", 36.31, 63.69, False, id="longitude mistyped"),
        pytest.param("SY", -36.31, 36.69, False, id="the southern hemisphere"),
        pytest.param("SY", 36.69, 63.31, False, id="latitude and longitude of another place"),
        pytest.param("AF", 33.3, 44.4, False, id="Baghdad is not in Afghanistan"),
        pytest.param("YE", 30.05, 31.25, False, id="Cairo is not in Yemen"),
    ],
)
def test_coordinates_outside_the_country(
    world: Gazetteer, country: str, lat: float, lon: float, is_plausible: bool
) -> None:
    assert world.plausible(country, lat, lon) is is_plausible


def test_towns_near_counts_across_the_date_line(world: Gazetteer) -> None:
    found = world.towns_near(-17.0, 180.0, 190.0)
    assert {row.country for _, row in found} == {"FJ"}
    assert [distance for distance, _ in found] == sorted(distance for distance, _ in found)
    assert {row.lon > 0 for _, row in found if row.lon is not None} == {True, False}


# Three columns of nineteen matter beside the coordinates: the class and code of the feature, and the region's code.
GEONAMES = """\
1	Testan	Testan	Test Country,تستان	30.0	40.0	A	PCLI	QQ		00				900000		500	Asia/Test	2026-01-01
2	Muhafazat Kafr	Kafr		31.0	41.0	A	ADM1	QQ		07				50000		500	Asia/Test	2026-01-01
3	Kafr al Wadi	Kafr al Wadi	Kefr el-Ouadi,كفر الوادي	31.1	41.1	P	PPL	QQ		07				0		500	Asia/Test	2026-01-01
4	Elsewhere	Elsewhere		1.0	2.0	P	PPL	ZZ		07				0		500	Asia/Test	2026-01-01
5	Wadi Spring	Wadi Spring		31.1	41.1	H	SPNG	QQ		07				0		500	Asia/Test	2026-01-01
6	Bir Airport	Bir Airport		31.3	41.3	S	AIRP	QQ		07				0		500	Asia/Test	2026-01-01
"""
WHOS_ON_FIRST = """\
11	كفر الوادي	31.1	41.1	locality	QQ	3		120	geonames	Kafr al Wadi|Kefr el-Ouadi
12	Kafr	31.0	41.0	region	QQ	2	77	50000	meso	Muhafazat Kafr
13	Testan	30.0	40.0	country	QQ	1			meso	Test Country
"""


@pytest.fixture
def geonames_zip(tmp_path: Path) -> Path:
    path = tmp_path / "QQ.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "x")
        archive.writestr("QQ.txt", GEONAMES)
    return path


def test_a_pack_from_geonames(geonames_zip: Path, tmp_path: Path) -> None:
    assert packs.add("qq", geonames_zip, tmp_path / "gazetteer") == 3
    known = Gazetteer.open(tmp_path / "gazetteer")
    (row,) = known.lookup("Kefr el Ouadi")
    assert (row.layer, row.name, row.kind, row.region, row.geonames_id) == (
        "pack",
        "Kafr al Wadi",
        "town",
        "Muhafazat Kafr",
        3,
    )
    assert known.lookup_sound("Kafr al-Wady") != ()
    assert known.lookup("Bir Airport")[0].kind == "site"
    assert known.lookup("Wadi Spring") == ()


def test_a_pack_from_whos_on_first(tmp_path: Path) -> None:
    source = tmp_path / "qq.tsv.gz"
    source.write_bytes(gzip.compress(WHOS_ON_FIRST.encode()))
    assert packs.add("QQ", source, tmp_path / "gazetteer") == 2
    (row,) = Gazetteer.open(tmp_path / "gazetteer").lookup("كفر الوادي")
    assert (row.name, row.population, row.geonames_id, row.lat) == ("Kafr al Wadi", 120, 3, 31.1)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param(b"", "0 columns", id="an empty file"),
        pytest.param(b"a\tb\n", "2 columns", id="another table"),
        pytest.param(GEONAMES.encode()[:-40], "columns, not 19", id="a file cut short"),
        pytest.param(GEONAMES.replace("31.1", "north").encode(), "a number that is none", id="a broken number"),
        pytest.param(GEONAMES.replace("QQ", "ZZ").encode(), "no places of QQ", id="another country's file"),
        pytest.param(GEONAMES.encode("utf-16"), "not readable", id="UTF-16"),
        pytest.param(b"PK\x03\x04broken", "not readable", id="a broken zip"),
        pytest.param(b"\x1f\x8b\x08broken", "not readable", id="a broken gzip"),
    ],
)
def test_a_file_that_is_no_pack(content: bytes, message: str, tmp_path: Path) -> None:
    source = tmp_path / "QQ.txt"
    source.write_bytes(content)
    with pytest.raises(ChronologyError, match=message):
        packs.add("QQ", source, tmp_path / "gazetteer")
    assert not (tmp_path / "gazetteer").exists()


def test_the_same_entries_make_the_same_bytes(tmp_path: Path) -> None:
    source = tmp_path / "QQ.txt"
    source.write_text(GEONAMES, encoding="utf-8")
    for name in ("one", "two"):
        store.write(tmp_path / name, packs.read("QQ", source))
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def own_places(folder: Path, text: str) -> tuple[Place, ...]:
    """What stands in `places.yaml`."""
    (folder / "places.yaml").write_text(text, encoding="utf-8")
    beside, problems = archive.load_beside(folder / "incidents")
    assert problems == ()
    return beside.places


PLACES = """\
- name: Kafr Test
  aka: [Kefr Test]
  country: SY
  region: Idlib
  lat: 36.1
  lon: 36.6
  precision: town
- name: Paris
  country: SY
  precision: region
"""


def test_places_made_by_hand_win(tmp_path: Path) -> None:
    known = Gazetteer.open(None, own_places(tmp_path, PLACES))
    assert [row.layer for row in known.lookup("Paris")[:2]] == ["own", "world"]
    assert known.lookup("Kefr Test")[0].lat == 36.1
    assert known.lookup_sound("Kafer Tist") == ()
    assert known.lookup_sound("Kefr al-Tist")[0].name == "Kafr Test"


def test_a_file_that_is_no_gazetteer(tmp_path: Path) -> None:
    (tmp_path / "SY.sqlite").write_bytes(b"not a database, but long enough to be looked at as one")
    with pytest.raises(ChronologyError, match=r"SY\.sqlite"):
        Gazetteer.open(tmp_path)


def test_a_missing_index_says_what_to_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("chronology.gazetteer.resources.files", lambda _: tmp_path)
    with pytest.raises(ChronologyError, match="make gazetteer"):
        Gazetteer.open()


def test_a_name_of_many_places_is_cut_off_at_the_best_known(world: Gazetteer) -> None:
    rows = world.lookup("San Antonio")
    assert len(rows) == layer.MOST_ROWS
    assert rows[0].country == "US"
