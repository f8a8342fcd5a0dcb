"""Place names -> places, offline, from three layers: the user's own places, country packs, and the world (built in)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from importlib import resources
from pathlib import Path

from chronology import earth
from chronology.gazetteer import folding, ownplaces
from chronology.gazetteer.layer import Layer, Row
from chronology.incident import Place
from chronology.problem import ChronologyError

__all__ = ["OWN", "PACK", "WORLD", "Gazetteer", "Row"]

OWN, PACK, WORLD = "own", "pack", "world"
_NEAR_ENOUGH_KM = 60.0
_NEIGHBOURS = 6
_LONG = 6


class Gazetteer:
    """Remembers what was looked up; its answers do not depend on that."""

    def __init__(self, layers: Sequence[Layer], own: Mapping[str, tuple[Row, ...]]) -> None:
        """`own`: keys of `folding.plain` and of "~" with `folding.sound` -> the user's own places."""
        self._layers = layers
        self._own = own
        self._known: dict[str, tuple[Row, ...]] = {}
        self._regions: dict[tuple[str, float, float], frozenset[str]] = {}
        self._countries: dict[str, tuple[Row, ...]] = {}

    @classmethod
    def open(cls, packs: Path | None = None, own: Sequence[Place] = ()) -> Gazetteer:
        """The layers in their order: `own` are the places that its people placed by hand, `packs` its folder of country packs,
        and last the index of the world that comes with the package. What isn't there is left out, but the index must
        be there."""
        index = resources.files("chronology").joinpath("data", "gazetteer.sqlite")
        if not isinstance(index, Path) or not index.is_file():
            raise ChronologyError("the index of place names", "not built yet", "run `make gazetteer`")
        files = sorted(packs.glob("*.sqlite")) if packs else []
        layers = [*(Layer(file, PACK) for file in files), Layer(index, WORLD)]
        return cls(layers, ownplaces.rows(own))

    def lookup(self, name: str) -> tuple[Row, ...]:
        """The places of that name: own ones first, then packs, then the world; in each the best known first."""
        return self.lookup_key(folding.plain(name))

    def lookup_key(self, key: str) -> tuple[Row, ...]:
        """The same for a key that `folding.plain` has made."""
        if key not in self._known:
            self._known[key] = self._search(key)
        return self._known[key]

    def known(self, keys: Collection[str]) -> frozenset[str]:
        """Those keys of `folding.plain` that name a place in some layer."""
        return frozenset(key for key in keys if key in self._own or self._known.get(key)) | frozenset().union(
            *(layer.known(keys) for layer in self._layers)
        )

    def lookup_sound(self, name: str) -> tuple[Row, ...]:
        """The places whose name sounds like it (Dayr al-Zawr, Deir ez-Zor) in countries that others transliterate."""
        key = folding.plain(name)
        sound = f"~{folding.sound(key)}"
        if len(sound) < 4:
            return ()
        if sound not in self._known:
            self._known[sound] = self._search(sound)
        return self._known[sound]

    def lookup_misspelt(self, name: str, country: str) -> tuple[Row, ...]:
        """Places of the country whose name sounds as if one letter of this one were wrong; long names only."""
        sound = folding.sound(folding.plain(name))
        if len(sound) < _LONG:
            return ()
        found = {
            (row.name, row.lat, row.lon): row for layer in self._layers for row in layer.misspelt(f"~{sound}", country)
        }
        return tuple(found[key] for key in sorted(found, key=str))

    def towns_near(self, lat: float, lon: float, km: float) -> list[tuple[float, Row]]:
        """Towns within that distance, nearest first, with the distance."""
        return _within(self._layers, lat, lon, km)

    def regions_near(self, country: str, lat: float, lon: float) -> frozenset[str]:
        """The first-level divisions of the nearest towns of the world's index: one of them should be the point's own.
        There are no borders here, so this is for weighing, not for telling a reader."""
        at = (country, round(lat, 1), round(lon, 1))
        if at not in self._regions:
            towns = _within(self._layers[-1:], lat, lon, _NEAR_ENOUGH_KM)
            known = [row.region for _, row in towns if row.country == country and row.region]
            self._regions[at] = frozenset(known[:_NEIGHBOURS])
        return self._regions[at]

    def plausible(self, country: str, lat: float, lon: float) -> bool:
        """False only if the point is surely outside: far from every known town of the country, and much nearer to
        another country's. There are no borders here, so that doubt is always resolved in favour of the author."""
        for km in (40.0, 150.0, 600.0):
            towns = self.towns_near(lat, lon, km)
            own = next((d for d, row in towns if row.country == country), None)
            other = next((d for d, row in towns if row.country != country), None)
            if own is not None:
                return own <= 40.0 or other is None or own < 5 * other
            if other is not None and km >= 150.0:
                return False
        home = next((row for row in self.lookup_country(country) if row.lat is not None), None)
        if home is None or home.lat is None or home.lon is None:
            return True
        return earth.distance_km(lat, lon, home.lat, home.lon) <= (home.radius_km or 0.0) + 2000.0

    def lookup_country(self, code: str) -> tuple[Row, ...]:
        """The country's own row."""
        if code not in self._countries:
            self._countries[code] = tuple(row for layer in self._layers for row in layer.countries(code))
        return self._countries[code]

    def _search(self, key: str) -> tuple[Row, ...]:
        """Rows of one place in several layers are one: placed by the first, but the world knows regions and people."""
        layers = [list(self._own.get(key, ())), *(layer.rows(key) for layer in self._layers)]
        world = {row.geonames_id: row for row in layers[-1] if row.geonames_id}
        found: dict[object, Row] = {}
        known = {(row.kind, row.country) for row in layers[-1] if row.kind in ("region", "country")}
        for row in (row for rows in layers for row in rows):
            if row.layer == PACK and (row.kind, row.country) in known:
                continue  # the same province, drawn by somebody else
            same = world.get(row.geonames_id) if row.layer == PACK and row.geonames_id else None
            found.setdefault(row.geonames_id or (row.kind, row.country, row.name, row.lat), same or row)
        return tuple(found.values())


def _within(layers: Sequence[Layer], lat: float, lon: float, km: float) -> list[tuple[float, Row]]:
    found = [
        (distance, row)
        for layer in layers
        for row in layer.towns_around(lat, lon, km)
        if row.lat is not None
        and row.lon is not None
        and (distance := earth.distance_km(lat, lon, row.lat, row.lon)) <= km
    ]
    return sorted(found, key=lambda pair: (pair[0], pair[1].name))
