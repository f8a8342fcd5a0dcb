"""The wording of the site, in English: kinds, places, relations, actors, sources. Plain text, never HTML."""

from __future__ import annotations

from functools import cache

import babel

from chronology.edtf import Edtf
from chronology.incident import Actor, Offset, Person, Place, Source
from chronology.relate import Related, Stated
from chronology.site import words_dates

KINDS = {
    "strike": "Strike (means not stated)",
    "other": "Other kind of attack",
}
ONE = {
    "civilians": "civilian",
    "fighters": "fighter",
    "soldiers": "soldier",
    "police": "police officer",
    "women": "woman",
    "men": "man",
    "children": "child",
    "women and children": "woman or child",
    "leaders": "leader",
    "medics": "medic",
    "aid workers": "aid worker",
    "journalists": "journalist",
    "hostages": "hostage",
    "attackers": "attacker",
}
"""One of a group; the name of the group stands for none and for several."""
COMPASS = {
    "N": "north", "NNE": "north-northeast", "NE": "northeast", "ENE": "east-northeast",
    "E": "east", "ESE": "east-southeast", "SE": "southeast", "SSE": "south-southeast",
    "S": "south", "SSW": "south-southwest", "SW": "southwest", "WSW": "west-southwest",
    "W": "west", "WNW": "west-northwest", "NW": "northwest", "NNW": "north-northwest",
}  # fmt: skip
PRECISION = {
    "site": "the building or spot",
    "town": "somewhere in the town or village",
    "near": "within about 25 km of this point",
    "district": "somewhere in the district around this point",
    "region": "somewhere in the region",
    "country": "somewhere in the country",
    "sea": "at sea, near this point",
}
LOCATED_BY = {
    "source": "given by a source",
    "hand": "set by an editor",
    "computed": "computed from what the source says",
}


def kind(of: str) -> str:
    """Ground raid."""
    return KINDS.get(of, of[:1].upper() + of[1:])


def country(code: str) -> str:
    """Syria; a code that is no country's stands for itself."""
    return _countries().get(code, code)


@cache
def _countries() -> dict[str, str]:
    return dict(babel.Locale("en").territories)


def countries(codes: tuple[str, ...]) -> str:
    """Syria; two mean one of them: Syria or Turkey."""
    return " or ".join(country(code) for code in codes)


def place(of: Place) -> str:
    """Atmah, Idlib, Syria."""
    return ", ".join(place_parts(of))


def place_parts(of: Place) -> list[str]:
    """Atmah; Idlib; Syria: each may be in a script of its own direction."""
    return list(dict.fromkeys(filter(None, [of.name, of.region, countries(of.country)])))


def coordinates(lat: float, lon: float) -> str:
    """36.31° N, 36.69° E, with as many decimals as the file has."""
    return f"{_degrees(lat)}° {'N' if lat >= 0 else 'S'}, {_degrees(lon)}° {'E' if lon >= 0 else 'W'}"


def _degrees(of: float) -> str:
    return f"{abs(of):.8f}".rstrip("0").rstrip(".")


def offset(of: Offset) -> str:
    """About 60 km northwest of Deir ez-Zor."""
    way = COMPASS[of.bearing] if of.bearing else None
    if of.km is None:
        return f"{way or 'near'} {'of ' if way else ''}{of.of}"
    return f"{_stated_km(of.km)} {way + ' of' if way else 'from'} {of.of}"


def _stated_km(km: str) -> str:
    return f"about {km[1:]} km" if km.startswith("~") else f"{km} km"


def reason(related: Related, this: Edtf, other: Edtf) -> str:
    """Why another incident belongs with this one: 17 km away; the article compares them; 2 years 3 months earlier."""
    parts = [_distance(related), *(relation(stated) for stated in related.stated), words_dates.apart(this, other)]
    return "; ".join(dict.fromkeys(filter(None, parts)))


def _distance(related: Related) -> str | None:
    computed = None if related.km is None else f"{'about ' if related.about else ''}{kilometres(related.km)}"
    if related.said and related.said.km:
        said = f"{_stated_km(related.said.km)} away by the source"
        differs = related.km is not None and abs(related.km - float(related.said.km.lstrip("~"))) >= 2
        return f"{said}, {computed} by the coordinates" if differs else said
    if related.same_place:
        return "the same place"
    return f"{computed} away" if computed else None


def kilometres(km: float) -> str:
    """Less than 1 km; 17 km; 1,204 km."""
    return "less than 1 km" if km < 1 else f"{km:,.0f} km"


def relation(of: Stated) -> str:
    """How the listed incident belongs with the one whose page it is on, in words that begin a clause."""
    publisher = of.source.publisher if of.source else None
    by = f" ({publisher})" if publisher else ""
    said = {
        ("part of", True): "this incident was part of it",
        ("part of", False): "it was part of this incident",
        ("same operation", True): "both were one operation",
        ("compared with", True): "the article compares them",
        ("follows", True): "this incident followed it",
        ("follows", False): "it followed this incident",
        ("in retaliation for", True): "this incident is said to answer it",
        ("in retaliation for", False): "it is said to answer this incident",
        ("possibly the same as", True): "possibly the same incident",
    }
    return said.get((of.why, of.outward), said.get((of.why, True), of.why)) + by


ROLES = {"attacker": "attacker", "target": "target", "party": "party to the clash", "support": "in support"}
BY = {"stated": "stated by", "claimed": "claimed by", "blamed": "blamed by", "denied": "denied by"}
BY_WHOM = {"claimed": "claimed by itself", "blamed": "blamed by others", "denied": "denied by itself"}


def statement(of: Actor) -> str:
    """Attacker, claimed by itself; attacker, blamed by the ministry; target, stated by Pentagon."""
    said = f"{BY[of.status or 'stated']} {of.by}" if of.by else BY_WHOM.get(of.status or "")
    return ", ".join(filter(None, [ROLES[of.role], said]))


def person(of: Person) -> str:
    """34 years, female, medic: killed."""
    group = ONE.get(of.group, of.group) if of.group else None
    who = ", ".join(filter(None, [f"{of.age} years" if of.age is not None else None, of.sex, group]))
    return ": ".join(filter(None, [who, of.fate]))


UNKNOWN_PUBLISHER = "publisher not known"


def outlet(of: Source) -> str:
    """Who speaks where a report names nobody. A title is no claimant: it may be another's words."""
    return of.publisher or f"the article itself ({UNKNOWN_PUBLISHER})"


def source(of: Source) -> str:
    """What a source is called in a line: its publisher, else its title in quotation marks, else its address."""
    return of.publisher or entry(of)


def entry(of: Source) -> str:
    """What a source is called in the list: its title in quotation marks, else its publisher, else its address."""
    return f"“{of.title}”" if of.title else of.publisher or of.url or of.id


def cited(of: Source) -> str:
    """Publisher, author, the days it was published and read."""
    parts = [
        (of.publisher if of.title else None) if of.publisher else UNKNOWN_PUBLISHER,
        of.author,
        words_dates.dated(of.published) if of.published else None,
        f"read on {words_dates.day(of.accessed)}" if of.accessed else None,
        _language(of.language) if of.language else None,
    ]
    return ", ".join(filter(None, parts)) or of.id


def _language(code: str) -> str | None:
    name = babel.Locale("en").languages.get(code.partition("-")[0])
    return f"in {name}" if name and name != "English" else None


NAME_TYPES = {"medical": "medical organisation", "media": "news organisation", "monitor": "monitoring group"}


def actor(type_of: str | None, aka: tuple[str, ...]) -> str:
    """State; also: US, Pentagon."""
    kind_of = NAME_TYPES.get(type_of, type_of) if type_of else ""
    also = f"also: {', '.join(aka)}" if aka else ""
    return "; ".join(filter(None, [kind_of[:1].upper() + kind_of[1:], also]))
