"""Distances and directions on a sphere of the Earth's mean radius. Degrees and kilometres throughout."""

from __future__ import annotations

from math import asin, atan2, cos, degrees, radians, sin, sqrt

RADIUS_KM = 6371.0088
COMPASS = {
    name: index * 22.5
    for index, name in enumerate(
        ["N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW"]
    )
}
"""Point of the compass -> degrees clockwise from north."""


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """The great-circle distance (haversine)."""
    phi1, phi2 = radians(lat1), radians(lat2)
    h = sin((phi2 - phi1) / 2) ** 2 + cos(phi1) * cos(phi2) * sin(radians(lon2 - lon1) / 2) ** 2
    return 2 * RADIUS_KM * asin(min(1.0, sqrt(h)))


def bearing_degrees(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """The initial direction from the first point to the second, 0 <= degrees < 360."""
    phi1, phi2, turn = radians(lat1), radians(lat2), radians(lon2 - lon1)
    y = sin(turn) * cos(phi2)
    x = cos(phi1) * sin(phi2) - sin(phi1) * cos(phi2) * cos(turn)
    return degrees(atan2(y, x)) % 360


def destination(lat: float, lon: float, bearing: float, km: float) -> tuple[float, float]:
    """The point `km` away in that direction: latitude, longitude (-180 <= longitude < 180)."""
    phi, angle, turn = radians(lat), km / RADIUS_KM, radians(bearing)
    phi2 = asin(max(-1.0, min(1.0, sin(phi) * cos(angle) + cos(phi) * sin(angle) * cos(turn))))
    east = atan2(sin(turn) * sin(angle) * cos(phi), cos(angle) - sin(phi) * sin(phi2))
    return degrees(phi2), (lon + degrees(east) + 180) % 360 - 180


def compass(bearing: float) -> str:
    """The nearest of the eight main points of the compass."""
    return ("N", "NE", "E", "SE", "S", "SW", "W", "NW")[round(bearing % 360 / 45) % 8]
