"""The file that place names lie in: one SQLite file a layer, written once, byte for byte the same each time."""

from __future__ import annotations

import os
import sqlite3
import struct
from collections import defaultdict
from collections.abc import Iterable, Iterator
from math import cos, floor, radians
from pathlib import Path
from typing import NamedTuple

from chronology.gazetteer import folding

FORMAT = 2
KINDS = ("country", "region", "district", "town", "area", "sea", "river", "site", "demonym")
_SMALL = frozenset({"district", "town", "site"})

_TABLES = """
PRAGMA page_size = 4096;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE place (
  id INTEGER PRIMARY KEY,   -- in order of weight, so that the first rows of a name are its best known places
  name TEXT NOT NULL, kind INTEGER NOT NULL, country TEXT, region INTEGER,
  lat INTEGER, lon INTEGER, -- in 1/10,000 of a degree
  population INTEGER, geonames INTEGER, radius INTEGER,
  capital INTEGER           -- 1 for a country's capital
);
CREATE INDEX country ON place (country) WHERE kind = 0;
CREATE TABLE name (
  key TEXT NOT NULL,        -- folding.plain of a name; or ~ and its folding.sound, where that is another key
  place INTEGER NOT NULL,
  PRIMARY KEY (key, place)
) WITHOUT ROWID;
CREATE TABLE near (
  cell INTEGER PRIMARY KEY, -- the square of one degree, see cell()
  towns BLOB NOT NULL       -- their ids, four bytes each, little-endian
);
"""


class Entry(NamedTuple):
    """One place to be written. `region` is the index of its region among the entries."""

    name: str
    kind: str
    country: str | None = None
    region: int | None = None
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    geonames_id: int | None = None
    radius_km: float | None = None
    names: frozenset[str] = frozenset()
    capital: bool = False
    """Of a country."""
    by_sound: bool = False
    """Whether its names are transliterated, so that it is to be found by their sound too."""


def cell(lat: float, lon: float) -> int:
    """The number of the square of one degree that holds the point."""
    return floor(lat + 90) * 360 + floor(lon + 180) % 360


def cells_around(lat: float, lon: float, km: float) -> list[int]:
    """The squares that a circle of that radius touches, and perhaps a few more at its corners."""
    high = km / 111.0
    wide = min(180.0, high / max(0.02, cos(radians(min(89.0, abs(lat) + high)))))
    rows = range(max(0, floor(lat + 90 - high)), min(180, floor(lat + 90 + high)) + 1)
    columns = range(floor(lon + 180 - wide), floor(lon + 180 + wide) + 1)
    return [row * 360 + column for row in rows for column in sorted({c % 360 for c in columns})]


def write(path: Path, entries: Iterable[Entry]) -> None:
    """Writes the file whole or not at all."""
    ranked, region_ids = _ranked(list(entries))
    partial = path.with_name(f".{path.name}.partial")
    path.parent.mkdir(parents=True, exist_ok=True)
    partial.unlink(missing_ok=True)
    database = sqlite3.connect(partial, isolation_level=None)
    try:
        database.executescript(_TABLES)
        database.execute("BEGIN")
        database.executemany(
            "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (_place(number, entry, region_ids) for number, entry in enumerate(ranked, 1)),
        )
        database.executemany("INSERT INTO name VALUES (?, ?)", sorted(_names(ranked)))
        database.executemany("INSERT INTO near VALUES (?, ?)", _cells(ranked))
        database.execute(f"PRAGMA user_version = {FORMAT}")
        database.execute("COMMIT")
        database.execute("VACUUM")
    finally:
        database.close()
    os.replace(partial, path)


def _ranked(entries: list[Entry]) -> tuple[list[Entry], dict[int, int]]:
    """The entries by weight, and where each was -> its new number (from 1)."""
    order = sorted(range(len(entries)), key=lambda i: (*_weight(entries[i]), i))
    return [entries[i] for i in order], {old: new for new, old in enumerate(order, 1)}


def _weight(entry: Entry) -> tuple[bool, int, int, str]:
    """What is larger than a district first, then by people."""
    return entry.kind in _SMALL, -entry.population, KINDS.index(entry.kind), entry.name


def _place(number: int, entry: Entry, region_ids: dict[int, int]) -> tuple[object, ...]:
    return (
        number,
        entry.name,
        KINDS.index(entry.kind),
        entry.country,
        None if entry.region is None else region_ids[entry.region],
        None if entry.lat is None else round(entry.lat * 10_000),
        None if entry.lon is None else round(entry.lon * 10_000),
        entry.population or None,
        entry.geonames_id,
        None if entry.radius_km is None else round(entry.radius_km),
        1 if entry.capital else None,
    )


def _names(entries: list[Entry]) -> Iterator[tuple[str, int]]:
    for number, entry in enumerate(entries, 1):
        keys = {folding.plain(name) for name in (entry.name, *entry.names)} - {""}
        yield from ((key, number) for key in keys)
        if entry.by_sound:
            yield from ((f"~{sound}", number) for sound in {folding.sound(key) for key in keys})


def _cells(entries: list[Entry]) -> list[tuple[int, bytes]]:
    cells: dict[int, list[int]] = defaultdict(list)
    for number, entry in enumerate(entries, 1):
        if entry.kind == "town" and entry.lat is not None and entry.lon is not None:
            cells[cell(entry.lat, entry.lon)].append(number)
    return sorted((at, struct.pack(f"<{len(ids)}I", *ids)) for at, ids in cells.items())
