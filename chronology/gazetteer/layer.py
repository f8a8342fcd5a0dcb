"""One file of places, opened read-only."""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from chronology.gazetteer import folding, store
from chronology.problem import ChronologyError

MOST_ROWS = 60
"""Rows of one name that are looked at in a layer, best known first. San Antonio has more; nobody means the 61st."""
_AT_ONCE = 500
"""Values in one SQL statement."""
T = TypeVar("T")


class Row(NamedTuple):
    """One place that a name may mean."""

    layer: str
    name: str
    kind: str
    """country, region (first-level division), district, town, area, sea, river, site or demonym."""
    country: str | None
    """ISO 3166, two letters."""
    region: str | None
    lat: float | None
    lon: float | None
    population: int
    geonames_id: int | None
    radius_km: float | None
    """How far the place reaches around its point, where that is known."""
    exact: bool = True
    """False: found by sound (Atma for Atmah), not by one of its written names."""
    precision: str | None = None
    """Given in `places.yaml`: site, town, near, district, region, country."""
    capital: bool = False
    """Of a country."""

    @property
    def point(self) -> tuple[float, float] | None:
        """Latitude and longitude."""
        return None if self.lat is None or self.lon is None else (self.lat, self.lon)


_COLUMNS = """
SELECT p.name, p.kind, p.country, r.name, p.lat, p.lon, p.population, p.geonames, p.radius, p.capital
FROM place p LEFT JOIN place r ON r.id = p.region
"""


class Layer:
    """One file of places."""

    def __init__(self, path: Path, name: str) -> None:
        self.name = name
        try:
            self._database = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
            found = self._database.execute("PRAGMA user_version").fetchone()[0]
        except sqlite3.Error as error:
            raise ChronologyError(str(path), f"not readable as a gazetteer: {error}", "make it again") from None
        if found != store.FORMAT:
            raise ChronologyError(str(path), f"gazetteer of format {found}, not {store.FORMAT}", "make it again")

    def rows(self, key: str) -> list[Row]:
        found = self._database.execute(
            f"{_COLUMNS} WHERE p.id IN (SELECT place FROM name WHERE key = ? LIMIT {MOST_ROWS}) ORDER BY p.id", (key,)
        )
        exact = not key.startswith("~")
        return [self._row(values, exact) for values in found]

    def known(self, keys: Collection[str]) -> set[str]:
        """Those of the keys that name something."""
        return {
            key
            for some in _batches(sorted(keys))
            for (key,) in self._database.execute(f"SELECT DISTINCT key FROM name WHERE key IN ({_marks(some)})", some)
        }

    def misspelt(self, key: str, country: str) -> list[Row]:
        """Rows of the country whose key is one letter away and begins with the same two."""
        found = self._database.execute(
            "SELECT DISTINCT n.key FROM name n JOIN place p ON p.id = n.place "
            "WHERE n.key >= ? AND n.key < ? AND p.country = ? AND length(n.key) BETWEEN ? AND ?",
            (key[:3], key[:3] + "\U0010ffff", country, len(key) - 1, len(key) + 1),
        )
        near = [other for (other,) in found if folding.one_edit_apart(other, key)]
        return [row for other in near for row in self.rows(other) if row.country == country]

    def towns_around(self, lat: float, lon: float, km: float) -> list[Row]:
        """Towns of the squares that a circle touches: all within `km`, and some a little further."""
        ids: list[int] = []
        for some in _batches(store.cells_around(lat, lon, km)):
            for (towns,) in self._database.execute(f"SELECT towns FROM near WHERE cell IN ({_marks(some)})", some):
                ids.extend(struct.unpack(f"<{len(towns) // 4}I", towns))
        return [
            self._row(values, True)
            for some in _batches(ids)
            for values in self._database.execute(f"{_COLUMNS} WHERE p.id IN ({_marks(some)})", some)
        ]

    def countries(self, code: str) -> list[Row]:
        found = self._database.execute(f"{_COLUMNS} WHERE p.kind = 0 AND p.country = ?", (code,))
        return [self._row(values, True) for values in found]

    def _row(self, values: tuple[Any, ...], exact: bool) -> Row:
        name, kind, country, region, lat, lon, population, geonames, radius, capital = values
        lat, lon = (None, None) if lat is None else (lat / 10_000, lon / 10_000)
        kind = store.KINDS[kind]
        return Row(
            self.name,
            name,
            kind,
            country,
            region,
            lat,
            lon,
            population or 0,
            geonames,
            radius,
            exact,
            None,
            bool(capital),
        )


def _batches(values: list[T]) -> list[list[T]]:
    return [values[start : start + _AT_ONCE] for start in range(0, len(values), _AT_ONCE)]


def _marks(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))
