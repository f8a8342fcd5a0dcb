"""Places: coordinates inside their country, and no finer than their precision."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chronology.archive import Filed
from chronology.check.rules import Known, rule
from chronology.problem import Problem

_DECIMALS = {"site": 4, "town": 2, "near": 2, "district": 1, "region": 0, "country": 0, "sea": 0}
_PRIVATE = re.compile(r"\b(?:house|home|apartment|flat|shelter)s?\b", re.IGNORECASE)  # a house on the outskirts


@rule("PLACE1")
def the_country_exists(filed: Filed, known: Known) -> Iterator[Problem]:
    """A country is given by a code that exists."""
    place = filed.incident.place
    for code in place.country if place and known.gazetteer else ():
        if known.gazetteer and not known.gazetteer.lookup_country(code):
            yield Problem(("place", "country"), f"no country has the code {code}", "write its ISO 3166 code, as SY")


@rule("PLACE2")
def lies_in_its_country(filed: Filed, known: Known) -> Iterator[Problem]:
    """Coordinates lie in the country that is named, as far as that can be told."""
    place, gazetteer = filed.incident.place, known.gazetteer
    if not gazetteer or not place or place.lat is None or place.lon is None or place.precision == "sea":
        return
    countries = [code for code in place.country if gazetteer.lookup_country(code)]
    if countries and not any(gazetteer.plausible(code, place.lat, place.lon) for code in countries):
        what = f"{place.lat}, {place.lon} is not in {' or '.join(countries)}"
        yield Problem(("place", "lat"), what, "are lat and lon swapped, or is a sign missing?")


@rule("PLACE3")
def is_no_finer_than_its_precision(filed: Filed, known: Known) -> Iterator[Problem]:
    """Coordinates have no more decimals than their precision allows: site 4, town and near 2, district 1, others none."""
    place = filed.incident.place
    if place is None or place.precision is None:
        return
    allowed = _DECIMALS[place.precision]
    for name, value in (("lat", place.lat), ("lon", place.lon)):
        if value is not None and value != round(value, allowed):
            rounded = f"{value:.{allowed}f}"
            todo = f"write {rounded}, or a finer precision if the source is that exact"
            yield Problem(("place", name), f"{value} for precision {place.precision}", todo)


@rule("PLACE4")
def no_home_is_a_site(filed: Filed, known: Known) -> Iterator[Problem]:
    """A private home or a shelter is never located to the building."""
    place = filed.incident.place
    if place is None or place.precision != "site":
        return
    private = _PRIVATE.search(f"{place.name} {place.detail or ''}")
    if private:
        todo = "write precision: town and two decimals; people still live there"
        yield Problem(("place", "precision"), f"site, for a {private[0].lower()}", todo)
