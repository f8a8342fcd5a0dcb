"""The places that a chronology's people have placed by hand (`places.yaml`), as rows to look up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from chronology.gazetteer import folding
from chronology.gazetteer.layer import Row
from chronology.incident import Place

_KIND = {"country": "country", "region": "region", "district": "district", "site": "site"}


def rows(places: Iterable[Place]) -> dict[str, tuple[Row, ...]]:
    """Keys of `folding.plain`, and of "~" with `folding.sound` -> the places."""
    found: dict[str, list[Row]] = defaultdict(list)
    for place in places:
        row = _row(place)
        keys = {folding.plain(name) for name in (place.name, *place.aka)}
        for key in sorted(keys | {f"~{folding.sound(key)}" for key in keys}):
            found[key].append(row if key in keys else row._replace(exact=False))
    return {key: tuple(of_key) for key, of_key in found.items()}


def _row(place: Place) -> Row:
    located_by = place.located_by or ""
    return Row(
        "own",
        place.name,
        _KIND.get(place.precision or "", "town"),
        place.country[0] if len(place.country) == 1 else None,
        place.region,
        place.lat,
        place.lon,
        0,
        int(located_by) if located_by.isdecimal() else None,
        None,
        True,
        place.precision,
    )
