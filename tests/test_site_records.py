"""How incidents are grouped: by year, month, place and actor, in an order that never surprises."""

from pathlib import Path

import pytest
import site_example

from chronology import archive
from chronology.site import pages, pages_groups, pages_shelf, records
from chronology.site.pages_shelf import Site
from chronology.site.records import NONE, Records


def of(folder: Path, incidents: dict[str, str]) -> Records:
    site_example.write(folder, incidents)
    return records.build(archive.load(folder / "incidents"))


def raid(date: str, more: str = "") -> str:
    return f"title: A raid\nkind: bomb\ndate: {date}\n{more}"


def test_newest_first_and_what_is_vague_after_what_is_known(tmp_path: Path) -> None:
    dates = {
        "a": "2020-05-02",
        "b": "2020-05",
        "c": "2020-04-30/2020-05-02",
        "d": "2020",
        "e": "2019-12-31",
        "f": "../2018",
        "g": "2020-11-30",
        "h": "XXXX-05-01",
        "i": "2020-12-30/2021-01-02",
    }
    found = of(tmp_path, {name: raid(date) for name, date in dates.items()})
    assert "".join(record.id for record in found.published) == "gabicdefh"
    assert [(group.key, len(group.records)) for group in found.years] == [
        ("2020", 6),
        ("2019", 1),
        ("2018", 1),
        (NONE, 1),
    ]


def test_within_a_day_later_times_come_first(tmp_path: Path) -> None:
    times = {"a": "09:00", "b": "~14:00", "c": "night", "d": "02:00/03:00"}
    found = of(tmp_path, {name: raid("2020-05-02", f"time: {time}\n") for name, time in times.items()})
    assert "".join(record.id for record in found.published) == "badc"


NAMES = {
    "plain": ("Northern Army", "northern-army"),
    "accents": ("Île-de-Fer", "ile-de-fer"),
    "signs": ("A/B: 'C' & <D>", "a-b-c-d"),
    "a path": ("../../etc/passwd", "etc-passwd"),
    "an address of the site": ("index", "index-1bc04b52"),
    "another": ("More", "more-d47d7cb0"),
}


@pytest.mark.parametrize(("name", "slug"), NAMES.values(), ids=NAMES.keys())
def test_names_in_addresses_are_safe(name: str, slug: str) -> None:
    assert records._slugs([name])[name] == slug


def test_names_without_ascii_letters_have_addresses_of_their_own() -> None:
    slugs = records._slugs(["جبهة النهر", "جبهة التل", "a b", "A  B", "a-b"])
    assert len(set(slugs.values())) == 6  # with that of no name
    assert all(slug.isascii() and slug for slug in slugs.values())


def test_an_incident_that_may_be_in_two_countries_stands_under_both(tmp_path: Path) -> None:
    found = of(tmp_path, {"a": raid("2020-05-02", "place: {name: the border, country: [SY, TR]}\n")})
    assert [(group.key, len(group.records)) for group in found.countries] == [("SY", 1), ("TR", 1)]


def test_an_actor_that_is_named_twice_is_listed_once(tmp_path: Path) -> None:
    actors = "actors: [{name: NA, role: attacker}, {name: Northern Army, role: target}]\n"
    found = of(tmp_path, {"a": raid("2020-05-02", actors)})
    assert [(group.key, len(group.records)) for group in found.actors] == [("Northern Army", 1)]


def test_home_and_groups_are_cut_into_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "ON_HOME", 3)
    monkeypatch.setattr(pages_groups, "ON_A_PAGE", 2)
    place = "place: {name: Mills, region: Hill Province, country: SY}\n"
    found = of(tmp_path, {f"a{day}": raid(f"2020-05-0{day}", place) for day in range(1, 6)})
    made = {page.path: page for page in pages.build(found, Site(name="A chronology"))}
    assert "These are the newest 3 of 5 incidents" in made["index"].body
    assert made["index"].body.count('class="chr-row"') == 3
    for group in ("years/2020", "places/sy", "places/sy/hill-province"):
        rows = [made[path].body.count('class="chr-row"') for path in (group, f"{group}/more/2", f"{group}/more/3")]
        assert rows == [2, 2, 1]
    assert '<a href="../../../../years/2020/more/3/">3</a>' in made["years/2020/more/2"].body
    assert f"{'years/2020'}/more/4" not in made


@pytest.mark.parametrize(
    ("path", "folders", "address", "file"),
    [
        ("index", True, "", "index.html"),
        ("index", False, "index.html", "index.html"),
        ("places/index", True, "places/", "places/index.html"),
        ("places/index", False, "places/index.html", "places/index.html"),
        ("incidents/a", True, "incidents/a/", "incidents/a/index.html"),
        ("incidents/a", False, "incidents/a.html", "incidents/a.html"),
    ],
)
def test_addresses_are_those_of_mkdocs(path: str, folders: bool, address: str, file: str) -> None:
    assert pages_shelf.address(path, folders) == address
    assert pages_shelf.address(path, folders, file=True) == file
