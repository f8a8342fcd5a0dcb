"""Distances and directions against figures that anybody can look up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronology import earth

PARIS, NEW_YORK, SYDNEY, QUITO = (48.8566, 2.3522), (40.7128, -74.0060), (-33.8688, 151.2093), (-0.1807, -78.4678)

DISTANCES = {
    "Paris to New York": (PARIS, NEW_YORK, 5837),
    "New York to Sydney": (NEW_YORK, SYDNEY, 15989),
    "nowhere": (QUITO, QUITO, 0),
    "one degree of latitude": ((10.0, 20.0), (11.0, 20.0), 111.195),
    "across the date line": ((0.0, 179.5), (0.0, -179.5), 111.195),
    "to the other side of the earth": ((0.0, 0.0), (0.0, 180.0), 20015),
}


@pytest.mark.parametrize(("a", "b", "km"), DISTANCES.values(), ids=DISTANCES.keys())
def test_distances(a: tuple[float, float], b: tuple[float, float], km: float) -> None:
    assert earth.distance_km(*a, *b) == pytest.approx(km, rel=0.001, abs=0.01)


BEARINGS = {
    "north": ((0.0, 0.0), (10.0, 0.0), 0),
    "east": ((0.0, 0.0), (0.0, 10.0), 90),
    "south": ((0.0, 0.0), (-10.0, 0.0), 180),
    "west": ((0.0, 0.0), (0.0, -10.0), 270),
    "Paris to New York sets out north-west": (PARIS, NEW_YORK, 291.8),
}


@pytest.mark.parametrize(("a", "b", "degrees"), BEARINGS.values(), ids=BEARINGS.keys())
def test_bearings(a: tuple[float, float], b: tuple[float, float], degrees: float) -> None:
    assert earth.bearing_degrees(*a, *b) == pytest.approx(degrees, abs=0.1)


@given(st.floats(-85, 85), st.floats(-180, 179.99), st.floats(0, 359.99), st.floats(0.1, 9000))
def test_going_there_is_as_far_as_it_is_away(lat: float, lon: float, bearing: float, km: float) -> None:
    there = earth.destination(lat, lon, bearing, km)
    assert -90 <= there[0] <= 90
    assert -180 <= there[1] < 180
    assert earth.distance_km(lat, lon, *there) == pytest.approx(km, rel=1e-6, abs=1e-6)


@given(st.floats(-80, 80), st.floats(-180, 179.99), st.floats(0, 359.99))
def test_the_bearing_of_where_one_went_is_the_one_taken(lat: float, lon: float, bearing: float) -> None:
    found = earth.bearing_degrees(lat, lon, *earth.destination(lat, lon, bearing, 100))
    assert abs((found - bearing + 180) % 360 - 180) < 0.001


@pytest.mark.parametrize(("degrees", "point"), [(0, "N"), (22, "N"), (23, "NE"), (315, "NW"), (338, "N"), (-45, "NW")])
def test_the_nearest_of_eight_points(degrees: float, point: str) -> None:
    assert earth.compass(degrees) == point


@pytest.mark.parametrize(("point", "degrees"), [("N", 0), ("NNE", 22.5), ("E", 90), ("SW", 225), ("NNW", 337.5)])
def test_points_of_the_compass(point: str, degrees: float) -> None:
    assert earth.COMPASS[point] == degrees
