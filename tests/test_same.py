"""Which two descriptions are of one raid: rows that are the same, that may be, and that are not."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from chronology import edtf, incident, same
from chronology.archive import Filed
from chronology.count import Count
from chronology.incident import Incident, Place, Report


def place(name: str = "Atmah", lat: float | None = 36.31, lon: float | None = 36.69, precision: str = "town", **more: Any) -> Place:  # fmt: skip
    located = {"lat": lat, "lon": lon, "precision": precision} if lat is not None else {"precision": precision}
    return Place(name=name, country=more.pop("country", ("SY",)), **located, **more)  # type: ignore[arg-type]


def raid(
    date: str = "2022-02-03",
    where: Place | None = None,
    kind: str = "ground raid",
    killed: str | None = None,
    group: str = "total",
    stance: str = "says",
    **more: Any,
) -> Incident:
    toll = (Report(killed={group: Count.parse(killed)}, stance=stance),) if killed else ()
    return Incident(title="A raid", kind=kind, date=edtf.parse(date), place=where or place(), toll=toll, **more)


NO_POINT = place(lat=None)

SAME = {
    "day, place and kind": (raid(), raid()),
    "8 km between two towns' points": (raid(), raid(where=place("Atma", 36.38, 36.69))),
    "25 km where one is only near": (raid(), raid(where=place("Sarmada", 36.19, 36.72, "near"))),
    "the name, where one has no point": (raid(where=NO_POINT), raid()),
    "another name of the same": (raid(where=NO_POINT), raid(where=place("Atimah", lat=None, aka=("Atmah",)))),
    "the name without its accents": (raid(where=place("Imām Şāḩib", lat=None)), raid(where=place("Imam Sahib", lat=None))),
    "one of two countries": (raid(), raid(where=place(country=("TR", "SY")))),
    "a country that one doesn't say": (raid(), raid(where=place(country=()))),
    "a clash in a raid": (raid(), raid(kind="clash")),
    "a strike by drone": (raid(kind="strike"), raid(kind="drone strike")),
    "a kind that isn't said": (raid(), raid(kind="other")),
    "a suicide bombing told as a bomb": (raid(kind="bomb"), raid(kind="suicide bombing")),
    "early and late figures": (raid(killed="6"), raid(killed="13")),
    "few more": (raid(killed="1"), raid(killed="6")),
    "no figure in one": (raid(killed="60"), raid()),
    "a word for a figure": (raid(killed="60"), raid(killed="several")),
    "a figure that is denied": (raid(killed="60"), raid(killed="3", stance="denies")),
    "the attackers' dead": (raid(killed="60"), raid(killed="1", group="attackers")),
    "the hour differs": (raid(time=edtf.parse_time("01:00")), raid(time=edtf.parse_time("night"))),
}  # fmt: skip

DOUBTFUL = {
    "another toll": (raid(killed="3"), raid(killed="90")),
    "withdrawn": (raid(), raid(status="withdrawn", why="it was an exercise")),
    "only the district is known": (
        raid(where=place("Harim District", lat=None, precision="district")),
        raid(where=place("Harim District", lat=None, precision="district")),
    ),
}

DIFFERENT = {
    "the day after": (raid(), raid("2022-02-04")),
    "about that day": (raid(), raid("2022-02-03~")),
    "perhaps that day": (raid(), raid("2022-02-03?")),
    "that month": (raid(), raid("2022-02")),
    "one of two days": (raid(), raid("2022-02-03/2022-02-04")),
    "both only in that month": (raid("2022-02"), raid("2022-02")),
    "both about that day": (raid("2022-02-03~"), raid("2022-02-03~")),
    "9 km between two towns' points": (raid(), raid(where=place("Atmah", 36.39, 36.69))),
    "the same name far away": (raid(), raid(where=place("Atmah", 35.31, 36.69))),
    "26 km where one is only near": (raid(), raid(where=place("Sarmada", 36.31, 36.98, "near"))),
    "the name in another country": (raid(where=NO_POINT), raid(where=place(lat=None, country=("TR",)))),
    "the name in another region": (
        raid(where=place(lat=None, region="Idlib")),
        raid(where=place(lat=None, region="Aleppo")),
    ),
    "another name without a point": (raid(where=NO_POINT), raid(where=place("Harim", lat=None))),
    "the same region": (
        raid(where=place("Idlib", lat=None, precision="region")),
        raid(where=place("Idlib", lat=None, precision="region")),
    ),
    "the same country": (
        raid(where=place("Syria", lat=None, precision="country")),
        raid(where=place("Syria", lat=None, precision="country")),
    ),
    "names of nothing but signs": (raid(where=place("—", lat=None)), raid(where=place("?", lat=None))),
    "a raid and an airstrike": (raid(), raid(kind="airstrike")),
    "a mine and an airstrike": (raid(kind="mine"), raid(kind="airstrike")),
    "no place in one": (raid(), replace(raid(), place=None)),
    "no place in both": (replace(raid(), place=None), replace(raid(), place=None)),
}


@pytest.mark.parametrize(("a", "b"), SAME.values(), ids=SAME.keys())
def test_surely_one_raid(a: Incident, b: Incident) -> None:
    assert same.same(a, b)
    assert same.same(b, a)


@pytest.mark.parametrize(("said", "pair"), DOUBTFUL.items(), ids=DOUBTFUL.keys())
def test_perhaps_one_raid(said: str, pair: tuple[Incident, Incident]) -> None:
    assert same.likely(*pair)
    assert same.doubt(*pair) == said
    assert not same.same(*pair)


@pytest.mark.parametrize(("a", "b"), DIFFERENT.values(), ids=DIFFERENT.keys())
def test_not_one_raid(a: Incident, b: Incident) -> None:
    assert not same.likely(a, b)
    assert not same.likely(b, a)


def test_every_kind_agrees_with_itself_and_with_other_only_by_family() -> None:
    for kind in incident.KINDS:
        assert same.likely(raid(kind=kind), raid(kind=kind))
        assert same.likely(raid(kind=kind), raid(kind="other"))


def filed(identifier: str, value: Incident) -> Filed:
    return Filed(identifier, Path(f"{identifier}.yaml"), value, {}, "")


def test_the_index_finds_those_of_the_day_by_id() -> None:
    index = same.Index(
        [filed("b", raid()), filed("a", raid()), filed("c", raid("2022-02-04")), filed("d", raid("2022"))]
    )
    assert [one.id for one in index.find(raid())] == ["a", "b"]
    assert [one.id for one in index.find(raid(), but={"a"})] == ["b"]
    assert index.find(raid("2022")) == ()
    assert index.find(raid("2022-02-05")) == ()


def test_the_index_takes_what_an_incident_is_now() -> None:
    index = same.Index([filed("a", raid())])
    index.put(filed("a", raid(kind="airstrike")))
    assert index.find(raid()) == ()
    index.put(filed("b", raid()))
    assert [one.id for one in index.find(raid())] == ["b"]
