"""Which incidents belong together: what is stated, from both sides, and what is near in place and time."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronology import earth, edtf, relate
from chronology.archive import Archive, Filed, Names
from chronology.incident import Incident, Offset, Place, Ref, Relation, Source


def archive(**incidents: Incident) -> Archive:
    filed = {name.replace("_", "-"): one for name, one in sorted(incidents.items())}
    return Archive(
        Path("incidents"),
        {name: Filed(name, Path(f"incidents/{name}.yaml"), one, {}, "") for name, one in filed.items()},
        (),
        Names(),
        (),
    )


def raid(date: str = "2020-05-02", place: Place | None = None, *related: Relation, **more: object) -> Incident:
    source = Source(id="wire", publisher="Wire Agency", published=edtf.parse("2020-06-01"))
    return Incident(
        title="A raid",
        kind="ground raid",
        date=edtf.parse(date),
        place=place,
        related=related,
        sources=(source,),
        **more,  # type: ignore[arg-type]
    )


def at(lat: float, lon: float, name: str = "", precision: str = "town", **more: object) -> Place:
    name = name or f"{lat} {lon}"
    return Place(name=name, country=("SY",), lat=lat, lon=lon, precision=precision, **more)  # type: ignore[arg-type]


def links(of: Archive) -> set[tuple[str, str]]:
    return {(one, other.id) for one, others in relate.related(of).items() for other in others}


BOTH = {("a", "b"), ("b", "a")}

LINKED = {
    "a stated relation, whatever lies between": archive(
        a=raid("2016", None, Relation(to="b", why="compared with")), b=raid("2022-02-03", at(10, 10))
    ),
    "to a former id": archive(
        a=raid("2016", None, Relation(to="b-before", why="follows")), b=raid(aliases=("b-before",))
    ),
    "near in place and time": archive(a=raid(place=at(36.31, 36.69)), b=raid("2020-07-01", at(36.36, 36.72))),
    "near, in the next cell": archive(a=raid(place=at(36.2999, 36.6999)), b=raid(place=at(36.3001, 36.7001))),
    "near, far in the north": archive(a=raid(place=at(69.95, 30.0)), b=raid(place=at(69.95, 30.2))),
    "near, across the equator and the meridian": archive(a=raid(place=at(0.03, 0.03)), b=raid(place=at(-0.03, -0.03))),
    "the same village, without coordinates": archive(
        a=raid(place=Place(name="Atmah", country=("SY",))), b=raid(place=Place(name="ATMAH", country=("SY",)))
    ),
    "the same village, by another of its names": archive(
        a=raid(place=Place(name="Atmah", country=("SY",))),
        b=raid(place=Place(name="Atme", aka=("Atmah",), country=("SY",))),
    ),
    "a month within the time": archive(a=raid("2020-05", at(36.31, 36.69)), b=raid("2020-05-20", at(36.31, 36.7))),
}


@pytest.mark.parametrize("of", LINKED.values(), ids=LINKED.keys())
def test_linked_on_both_sides(of: Archive) -> None:
    assert links(of) == BOTH


NOT_LINKED = {
    "only the same country and day": archive(a=raid(place=at(36.3, 36.7)), b=raid(place=at(33.5, 36.3))),
    "only the same region": archive(
        a=raid(place=Place(name="x", region="Idlib", country=("SY",))),
        b=raid(place=Place(name="y", region="Idlib", country=("SY",))),
    ),
    "near in place, not in time": archive(a=raid(place=at(36.31, 36.69)), b=raid("2021-05-02", at(36.31, 36.7))),
    "near in place, the time too vague": archive(a=raid(place=at(36.31, 36.69)), b=raid("2020", at(36.31, 36.7))),
    "near in place, the time open": archive(a=raid(place=at(36.31, 36.69)), b=raid("2020-05-01/..", at(36.31, 36.7))),
    "points that are only near": archive(
        a=raid(place=at(36.31, 36.69, precision="near")), b=raid(place=at(36.31, 36.7, precision="near"))
    ),
    "provinces whose middles are near": archive(
        a=raid(place=at(36.3, 36.7, precision="region")), b=raid(place=at(36.3, 36.8, precision="region"))
    ),
    "villages of one name, far apart": archive(
        a=raid(place=at(36.17, 36.64, "Barisha")), b=raid(place=at(33.5, 36.3, "Barisha"))
    ),
    "villages of one name, in two provinces": archive(
        a=raid(place=Place(name="Barisha", region="Idlib", country=("SY",))),
        b=raid(place=Place(name="Barisha", region="Hama", country=("SY",))),
    ),
    "villages of one name, in two countries": archive(
        a=raid(place=Place(name="Jenin", country=("PS",))), b=raid(place=Place(name="Jenin", country=("PL",)))
    ),
    "no place": archive(a=raid(), b=raid()),
    "a draft": archive(a=raid("2020-05-02", None, Relation(to="not-here", why="follows")), b=raid("2010")),
    "itself": archive(a=raid("2020-05-02", None, Relation(to="a", why="follows")), b=raid("2010")),
    "near, but withdrawn": archive(
        a=raid(place=at(36.31, 36.69)), b=raid(place=at(36.31, 36.7), status="withdrawn", why="not so")
    ),
}


@pytest.mark.parametrize("of", NOT_LINKED.values(), ids=NOT_LINKED.keys())
def test_not_linked(of: Archive) -> None:
    assert links(of) == set()


def test_a_stated_relation_to_a_withdrawn_incident_stands_on_one_side() -> None:
    gone = raid(status="withdrawn", why="not so")
    assert links(archive(a=raid("2016", None, Relation(to="b", why="follows")), b=gone)) == {("a", "b")}


def test_both_sides_know_who_states_it() -> None:
    of = relate.related(
        archive(a=raid("2016", None, Relation(to="b", why="part of", source=Ref("wire", 1, 2))), b=raid())
    )
    (here,), (there,) = of["a"][0].stated, of["b"][0].stated
    assert (here.why, here.outward, there.why, there.outward) == ("part of", True, "part of", False)
    assert here.source == there.source
    assert here.source is not None
    assert here.source.publisher == "Wire Agency"


def test_the_sources_own_distance_is_kept_beside_the_computed_one() -> None:
    barisha = at(36.17, 36.64, "Barisha", offset=Offset(km="24", of="atmah"))
    atmah = at(36.31, 36.69, "Atma", precision="near", aka=("Atmah",))
    of = relate.related(
        archive(a=raid("2019-10-26", barisha), b=raid("2022-02-03", atmah, Relation(to="a", why="follows")))
    )
    for one in (of["a"][0], of["b"][0]):
        assert one.said == Offset(km="24", of="atmah")
        assert one.km == pytest.approx(16.2, abs=0.1)
        assert one.about
        assert not one.same_place


def test_stated_relations_stand_first_and_are_all_kept() -> None:
    others = {f"b{n}": raid("2010", None) for n in range(9)}
    stated = [Relation(to=f"b{n}", why="compared with") for n in range(9)]
    near = {f"a{n}": raid(place=at(36.31, 36.69)) for n in range(3)}
    of = relate.related(archive(**others, **near, m=raid("2020-05-02", at(36.31, 36.69), *stated)))
    assert [one.id for one in of["m"]] == [f"b{n}" for n in range(9)]


def test_computed_links_are_few_and_the_nearest() -> None:
    many = {f"a{n:02d}": raid(f"2020-05-{n + 1:02d}", at(36.31, 36.69)) for n in range(30)}
    of = relate.related(archive(**many))
    assert all(1 <= len(others) <= relate.MOST for others in of.values())
    for one, others in of.items():
        assert all(abs(int(one[1:]) - int(other.id[1:])) <= 6 for other in others)


points = st.tuples(st.floats(-66, 66), st.floats(-179, 179))


@given(points, st.floats(0, 360), st.floats(0.01, 9.9))
def test_whoever_is_near_is_found(point: tuple[float, float], bearing: float, km: float) -> None:
    there = earth.destination(*point, bearing, km)
    assert links(archive(a=raid(place=at(*point)), b=raid(place=at(*there)))) == BOTH


@given(st.lists(st.tuples(points, st.integers(1, 28)), max_size=30))
def test_both_sides_always_agree(raids: list[tuple[tuple[float, float], int]]) -> None:
    near = {f"a{n}": raid(f"2020-05-{day:02d}", at(lat / 400, lon / 400)) for n, ((lat, lon), day) in enumerate(raids)}
    found = links(archive(**near))
    assert {(b, a) for a, b in found} == found


def test_the_pairs_that_are_looked_at_grow_with_the_number_of_incidents() -> None:
    """Even if all are in one town on one day."""
    crowd = {f"a{n:04d}": raid("2020-05-02", at(36.31, 36.69, "Atmah")) for n in range(2000)}
    assert len(relate._candidates(crowd)) <= 2000 * relate._NEIGHBOURS
