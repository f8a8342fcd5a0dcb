"""What a row of the gazetteer is worth by itself, and how two rows lie to each other."""

from __future__ import annotations

from math import log10

from chronology import earth
from chronology.extract.places_mention import Away
from chronology.gazetteer import OWN, Row, folding

# Set by hand, then moved a little on the dev sets of benchmarks/README.md.
COUNTRY, AREA, SEA, RIVER, SITE = 4.5, 5.0, 5.5, 3.0, 0.8
REGION, REGION_PEOPLE = 1.7, 0.55
DISTRICT, DISTRICT_PEOPLE = 0.2, 0.4
TOWN, TOWN_PEOPLE = 0.3, 0.65
CAPITAL, OTHER_NAME, BY_EAR, BY_HAND = 2.2, -0.7, -1.0, 6.0

ELSEWHERE_KM = 30.0
UNIT_FITS = {
    ("region", "region"): 5.0, ("region", "town"): -4.0, ("region", "district"): -0.5, ("region", "country"): -2.0,
    ("district", "district"): 3.0, ("district", "region"): -1.0, ("district", "town"): 0.0, ("district", "country"): -4.0,
    ("town", "town"): 3.0, ("town", "region"): -4.0, ("town", "district"): -2.0, ("town", "country"): -4.0,
    ("site", "site"): 2.0, ("site", "town"): 0.5, ("site", "region"): -2.0, ("site", "country"): -4.0,
    ("area", "area"): 1.0, ("area", "country"): -1.0,
}  # fmt: skip
"""What the text calls it and what it is -> how well that fits."""


def weight(row: Row, key: str) -> float:
    """How likely the row is before anything is known of the text."""
    people = log10(row.population + 30)
    weight = {
        "country": COUNTRY, "area": AREA, "sea": SEA, "river": RIVER, "site": SITE,
        "region": REGION + REGION_PEOPLE * people, "district": DISTRICT + DISTRICT_PEOPLE * people,
    }.get(row.kind, TOWN + TOWN_PEOPLE * people)  # fmt: skip
    weight += 0.0 if is_called(row, key) else OTHER_NAME
    weight += 0.0 if row.exact else BY_EAR
    return weight + (CAPITAL if row.capital else 0.0) + (BY_HAND if row.layer == OWN else 0.0)


def is_called(row: Row, key: str) -> bool:
    """Whether that is the row's main name, however it is transliterated."""
    main = folding.plain(row.name)
    return main == key or folding.sound(main) == folding.sound(key)


def holds_most(region: Row, town: Row) -> bool:
    """Whether the town is a fifth of the region or more, in people: then its name alone means the town."""
    return town.region == region.name and town.population > region.population / 5


def apart_km(row: Row, other: Row | None) -> float | None:
    """None where one of them has no point."""
    if other is None or row.point is None or other.point is None:
        return None
    return earth.distance_km(*row.point, *other.point)


def elsewhere(row: Row, other: Row) -> bool:
    """Whether they are two places that a reader would not confuse on a map."""
    distance = apart_km(row, other)
    if distance is None:
        return other.kind != row.kind or other.country != row.country
    return distance > max(_extent_km(row), _extent_km(other))


def _extent_km(row: Row) -> float:
    return max(ELSEWHERE_KM, row.radius_km or {"region": 100.0, "district": 50.0}.get(row.kind, 0.0))


def towards(anchor: Row, row: Row, away: Away, reverse: bool) -> bool:
    """Whether the row lies in the said direction from the anchor (or the anchor from it), within 45 degrees."""
    if away.bearing is None or row.point is None or anchor.point is None:
        return True
    turn = earth.COMPASS[away.bearing] + (180.0 if reverse else 0.0)
    bearing = earth.bearing_degrees(*anchor.point, *row.point)
    return abs((bearing - turn + 180) % 360 - 180) <= 45.0


def radius_km(row: Row) -> float | None:
    """How far the row reaches; of a town a guess from its people, 3 km and more."""
    if row.radius_km is not None:
        return float(row.radius_km)
    return 3.0 + row.population**0.5 / 100 if row.kind == "town" else None


def reach_km(away: Away) -> float:
    """How far off a computed point may be: a direction to the nearest of eight points is 0.4 of the distance to the side."""
    return round(max(10.0, 5.0 + 0.4 * (away.km or 0.0)))
