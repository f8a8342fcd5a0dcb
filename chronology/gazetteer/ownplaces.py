"""The places that a chronology's people have placed by hand: `places.yaml`, a list of mappings.

name, aka (a list), country (ISO 3166), region, lat, lon, precision, located_by (a GeoNames id), note.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from chronology import yamlfile
from chronology.gazetteer import folding
from chronology.gazetteer.layer import Row
from chronology.problem import ChronologyError

_KIND = {"country": "country", "region": "region", "district": "district", "site": "site"}
_FIELDS = frozenset("name aka country region lat lon precision located_by note".split())  # noqa: SIM905
_TODO = "see the places that are there already"


def read(path: Path) -> dict[str, tuple[Row, ...]]:
    """Keys of `folding.plain`, and of "~" with `folding.sound` -> the places."""
    try:
        document = yamlfile.load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise ChronologyError(str(path), f"not readable: {error}", "make it a text file in UTF-8") from None
    for problem in document.problems:
        raise ChronologyError(f"{path}:{problem.line}:{problem.column}", problem.what, problem.todo)
    if not isinstance(document.value, list):
        raise ChronologyError(str(path), "not a list of places", _TODO)
    rows: dict[str, list[Row]] = defaultdict(list)
    for number, place in enumerate(document.value):
        line, _ = document.positions.get((number,), (1, 1))
        row, names = _place(place, f"{path}:{line}")
        keys = {folding.plain(name) for name in names}
        for key in sorted(keys | {f"~{folding.sound(key)}" for key in keys}):
            rows[key].append(row if key in keys else row._replace(exact=False))
    return {key: tuple(found) for key, found in rows.items()}


def _place(place: object, where: str) -> tuple[Row, list[str]]:
    if not isinstance(place, dict) or not isinstance(place.get("name"), str):
        raise ChronologyError(where, "a place without a name", _TODO)
    for field in place:
        if field not in _FIELDS:
            raise ChronologyError(where, f"unknown field {field}", f"known are {', '.join(sorted(_FIELDS))}")
    aka = place.get("aka", [])
    if not isinstance(aka, list) or not all(isinstance(name, str) for name in aka):
        raise ChronologyError(where, "aka is not a list of names", "write aka: [one, another]")
    lat, lon = _degrees(place, "lat", 90.0, where), _degrees(place, "lon", 180.0, where)
    if (lat is None) != (lon is None):
        raise ChronologyError(where, "one coordinate without the other", "give lat and lon, or neither")
    precision = _text(place, "precision", where)
    located_by = _text(place, "located_by", where) or ""
    row = Row(
        "own",
        place["name"],
        _KIND.get(precision or "", "town"),
        _text(place, "country", where),
        _text(place, "region", where),
        lat,
        lon,
        0,
        int(located_by) if located_by.isdecimal() and located_by.isascii() else None,
        None,
        True,
        precision,
    )
    return row, [place["name"], *aka]


def _text(place: dict[str, object], field: str, where: str) -> str | None:
    value = place.get(field)
    if value is not None and not isinstance(value, str):
        raise ChronologyError(where, f"{field} is not a text", "write one value")
    return value


def _degrees(place: dict[str, object], field: str, most: float, where: str) -> float | None:
    value = _text(place, field, where)
    if value is None:
        return None
    try:
        degrees = float(value)
    except ValueError:
        degrees = most + 1
    if not -most <= degrees <= most:
        raise ChronologyError(where, f"{field} is {value}", f"write degrees from -{most:.0f} to {most:.0f}")
    return degrees
