"""Country packs: a country's places, as GeoNames or Who's On First publish them, made ready for looking up.

GeoNames (https://download.geonames.org/export/dump/, CC BY 4.0): `CC.zip` or the `CC.txt` in it, 19 columns.
Who's On First (https://whosonfirst.org/): 11 columns, id, name, latitude, longitude, placetype, country, GeoNames id,
an id that is not used here, population, source of the geometry, other names parted by |. It doesn't say which region
a town lies in. Both tab-separated; gzipped or not.
"""

from __future__ import annotations

import gzip
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from chronology.gazetteer import store
from chronology.gazetteer.store import Entry
from chronology.problem import ChronologyError

MAX_BYTES = 2_000_000_000
"""Unpacked. The largest country of GeoNames has 300 MB."""
_GEONAMES_COLUMNS, _WOF_COLUMNS = 19, 11
_WOF_KINDS = {
    "region": "region", "macrocounty": "district", "county": "district", "localadmin": "district",
    "locality": "town", "neighbourhood": "site", "borough": "district", "campus": "site",
}  # fmt: skip
_AREAS = frozenset({"ISL", "ISLS", "PEN", "RGN", "AREA", "DSRT", "VAL", "MTS"})
_SITES = frozenset(
    {"AIRP", "AIRB", "AIRF", "INSM", "CMPRF", "PRT", "DAM", "BDG", "MKT", "HSP", "OILF", "PPLX", "MT", "PASS", "CTRS"}
)
_Line = tuple[int, list[str]]


def add(country: str, source: Path, folder: Path) -> int:
    """Writes `folder/CC.sqlite` from a published file; the number of places in it."""
    if not (len(country) == 2 and country.isascii() and country.isalpha()):
        raise ChronologyError(country, "not a country code", "give the two letters of ISO 3166, like SY")
    country = country.upper()
    entries = read(country, source)
    if not entries:
        raise ChronologyError(str(source), f"no places of {country}", "give that country's own file")
    store.write(folder / f"{country}.sqlite", entries)
    return len(entries)


def read(country: str, source: Path) -> list[Entry]:
    """The country's places in a file of either form."""
    lines = _lines(source, country)
    first = next(lines, None)
    columns = len(first[1]) if first else 0
    if first is None or columns not in (_GEONAMES_COLUMNS, _WOF_COLUMNS):
        raise ChronologyError(
            str(source),
            f"{columns} columns",
            f"GeoNames' form has {_GEONAMES_COLUMNS}, Who's On First's {_WOF_COLUMNS}",
        )
    rows = _checked(first, lines, columns, source)
    try:
        return _geonames(rows, country) if columns == _GEONAMES_COLUMNS else _whosonfirst(rows, country)
    except _BadRowError as error:
        raise ChronologyError(f"{source}:{error.line}", "a number that is none", "get the file again") from None


class _BadRowError(Exception):
    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def _lines(source: Path, country: str) -> Iterator[_Line]:
    try:
        with source.open("rb") as raw:
            opening = raw.read(4)
        if opening[:2] == b"PK":
            with zipfile.ZipFile(source) as archive, archive.open(f"{country}.txt") as member:
                yield from _rows(member, source)
        elif opening[:2] == b"\x1f\x8b":
            with gzip.open(source, "rb") as unpacked:
                yield from _rows(unpacked, source)
        else:
            with source.open("rb") as plain:
                yield from _rows(plain, source)
    except KeyError:
        raise ChronologyError(str(source), f"no {country}.txt in it", "give that country's own file") from None
    except (OSError, EOFError, UnicodeDecodeError, zipfile.BadZipFile, zlib.error) as error:
        raise ChronologyError(str(source), f"not readable: {error}", "give GeoNames' CC.zip or its CC.txt") from None


def _rows(raw: Iterable[bytes], source: Path) -> Iterator[_Line]:
    size = 0
    for number, line in enumerate(raw, 1):
        size += len(line)
        if size > MAX_BYTES:
            raise ChronologyError(str(source), f"more than {MAX_BYTES:,} bytes", "give one country's file")
        if line.strip():
            yield number, line.decode("utf-8").rstrip("\r\n").split("\t")


def _checked(first: _Line, lines: Iterator[_Line], columns: int, source: Path) -> Iterator[_Line]:
    yield first
    for number, row in lines:
        if len(row) != columns:
            raise ChronologyError(f"{source}:{number}", f"{len(row)} columns, not {columns}", "get the file again")
        yield number, row


def _geonames(rows: Iterable[_Line], country: str) -> list[Entry]:
    entries: list[Entry] = []
    codes: list[str] = []
    region_at: dict[str, int] = {}
    for line, row in rows:
        kind = _geonames_kind(row[6], row[7])
        if row[8] != country or kind is None:
            continue
        if kind == "region":
            region_at[row[10]] = len(entries)
        names = frozenset(name for name in (row[2], *row[3].split(",")) if name)
        lat, lon = _number(row[4], line), _number(row[5], line)
        entries.append(Entry(_bare(row[1]), kind, country, None, lat, lon, _whole(row[14], line), _whole(row[0], line),
                             None, names | {row[1]}, by_sound=True))  # fmt: skip
        codes.append("" if kind in ("region", "country") else row[10])
    return [entry._replace(region=region_at.get(code)) for entry, code in zip(entries, codes, strict=True)]


def _geonames_kind(feature_class: str, code: str) -> str | None:
    if code == "ADM1":
        return "region"
    if code in ("ADM2", "ADM3", "ADM4"):
        return "district"
    if code in ("PPLH", "PPLQ", "PPLW") or code in _SITES:
        return "site"
    if feature_class == "P":
        return "town"
    return "area" if code in _AREAS else None


def _whosonfirst(rows: Iterable[_Line], country: str) -> list[Entry]:
    entries: list[Entry] = []
    for line, row in rows:
        kind = _WOF_KINDS.get(row[4])
        if row[5] != country or kind is None:
            continue
        others = [name for name in row[10].split("|") if name]
        called = row[1] if row[1].isascii() else next((name for name in others if name.isascii()), row[1])
        names = frozenset(others)
        lat, lon = _number(row[2], line), _number(row[3], line)
        population = _whole(row[8], line) if kind == "town" else 0
        entries.append(Entry(_bare(called), kind, country, None, lat, lon, population, _whole(row[6], line) or None,
                             None, names | {row[1]}, by_sound=True))  # fmt: skip
    return entries


def _bare(name: str) -> str:
    for ending in (" Province", " Governorate", " Region", " District"):
        name = name.removesuffix(ending)
    return name


def _number(text: str, line: int) -> float:
    try:
        return float(text)
    except ValueError:
        raise _BadRowError(line) from None


def _whole(text: str, line: int) -> int:
    return int(_number(text, line)) if text else 0
