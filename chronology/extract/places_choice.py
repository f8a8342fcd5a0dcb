"""Which place of a name is meant: what the text says first, then the countries it speaks of, nearness, people last."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log10

from chronology import earth
from chronology.extract.places_mention import Away, Mention
from chronology.gazetteer import OWN, Gazetteer, Row, folding

MARGIN = 0.7
"""How much better than every place elsewhere the best one must be; below it nothing is placed."""
LEAST = 0.4
"""A row that scores less contradicts the text."""
WELL_KNOWN = 20_000
"""A smaller town gives its country no vote."""
MOST_NEIGHBOURS = 60
"""Places that nearness looks at; the first ones are what the text is about."""
ELSEWHERE_KM = 30.0

# What a row scores, by what speaks for it. Set by hand, then moved a little on the dev sets of benchmarks/README.md.
COUNTRY, AREA, SEA, RIVER, SITE = 4.5, 5.0, 5.5, 3.0, 0.8
REGION, REGION_PEOPLE = 1.7, 0.55
DISTRICT, DISTRICT_PEOPLE = 0.2, 0.4
TOWN, TOWN_PEOPLE = 0.3, 0.65
CAPITAL, OTHER_NAME, BY_EAR, BY_HAND = 2.2, -0.7, -1.0, 6.0
SPOKEN_OF, NOT_SPOKEN_OF = 3.0, -0.65
IN_SAID_REGION = 1.5
NEAR, FAIRLY_NEAR, NOT_FAR = 1.6, 1.2, 0.5
COUNTRY_OF_THE_NAME, AREA_OF_THE_NAME, REGION_OF_THE_NAME, TOWN_OF_THE_NAME = 4.0, 2.0, 2.0, 2.2


@dataclass(frozen=True, slots=True)
class Choice:
    """The place of one mention. `row` None: in no gazetteer, or too many of that name."""

    row: Row | None
    country: str | None
    region: str | None
    point: tuple[float, float] | None = None
    """Computed from a said distance and direction, where no row serves."""
    radius_km: float | None = None
    how: str = "not in a gazetteer"


def choose(mentions: Sequence[Mention], gazetteer: Gazetteer) -> tuple[Choice, ...]:
    """One choice a mention; mentions of one name and kind get the same."""
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, mention in enumerate(mentions):
        key = mention.key if mention.rows else f"~{folding.sound(mention.key)}"  # Atmah and Atma are one unknown place
        groups[key, mention.unit if mention.unit in ("region", "district") else ""].append(at)
    votes = _Votes(mentions)
    rows = {group: _candidates(mentions, members, votes, gazetteer) for group, members in groups.items()}
    text = _Text(mentions, gazetteer, votes)
    main = votes.main(0.7)
    for group, members in groups.items():
        if not rows[group] and len(main) == 1 and not mentions[members[0]].rows:
            rows[group] = gazetteer.lookup_misspelt(mentions[members[0]].text, main[0])
            text.guessed.update(members)
    chosen: dict[tuple[str, str], Choice] = {}
    for _ in range(2):  # the second time everything knows where the first time put the others
        for group in sorted(groups, key=lambda g: (len(rows[g]), groups[g][0])):
            chosen[group] = text.choice(groups[group], rows[group])
            text.place(groups[group], chosen[group])
    found: list[Choice] = [Choice(None, None, None)] * len(mentions)
    for group, members in groups.items():
        for at in members:
            found[at] = text.computed(at, chosen[group])
    return tuple(found)


def spoken_of(mentions: Sequence[Mention]) -> frozenset[str]:
    """The countries that the text is mostly about."""
    return frozenset(_Votes(mentions).main(0.7))


class _Votes:
    """How much of the text speaks of which country. A name's own vote doesn't count when its own place is chosen."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._total: Counter[str] = Counter()
        self._own: dict[str, tuple[str, float]] = {}
        for mention in mentions:
            country, weight = _vote(mention)
            if country is None:
                continue
            if mention.rows[0].kind not in ("country", "demonym"):
                if mention.key in self._own:
                    continue  # a town's name is as ambiguous the tenth time as the first
                self._own[mention.key] = (country, weight)
            self._total[country] += weight
        self.most = max(self._total.values(), default=0.0)

    def share(self, country: str | None, key: str = "") -> float:
        """From 0 to 1, the country that is most spoken of."""
        own_country, own = self._own.get(key, ("", 0.0))
        count = self._total.get(country or "", 0.0) - (own if own_country == country else 0.0)
        return count / self.most if count > 1e-9 else 0.0

    def others(self, key: str) -> bool:
        """Whether anything but the name itself speaks of a country."""
        return sum(self._total.values()) - self._own.get(key, ("", 0.0))[1] > 1e-9

    def main(self, least: float = 0.4) -> list[str]:
        """The countries of at least that share."""
        return sorted(country for country, count in self._total.items() if count >= least * self.most)


def _vote(mention: Mention) -> tuple[str | None, float]:
    rows = mention.rows
    if not rows or any(row.kind in ("area", "sea") for row in rows):
        return None, 0.0
    best = rows[0]
    if best.kind == "demonym":
        return best.country, 0.6
    if best.kind == "country" and not any(row.kind == "region" for row in rows):
        return best.country, 1.0
    if len({row.country for row in rows}) == 1 and best.kind == "region":
        return best.country, 0.5
    if best.population < WELL_KNOWN:
        return None, 0.0
    return best.country, 0.3 * sum(row.population for row in rows if row.country == best.country) / sum(
        row.population for row in rows
    )


def _candidates(
    mentions: Sequence[Mention], members: Sequence[int], votes: _Votes, gazetteer: Gazetteer
) -> tuple[Row, ...]:
    first = mentions[members[0]]
    rows = first.rows
    if first.is_demonym:
        return rows[:1]
    rows = tuple(row for row in rows if row.kind != "demonym")
    unit = first.unit
    if unit == "region":  # never the town that the province is named for
        rows = tuple(row for row in rows if row.kind not in ("town", "site"))
    if unit == "town":
        rows = tuple(row for row in rows if row.kind not in ("country", "region"))
    main = votes.main(0.7)
    cued = any(mentions[at].rule.startswith("cue") or mentions[at].away for at in members)
    fitting = [row for row in rows if row.country in main and (unit not in ("region", "district") or row.kind == unit)]
    if main and (not rows or (cued and not fitting)):
        heard = [row for row in gazetteer.lookup_sound(first.text) if row.country in main and row not in rows]
        rows += tuple(row for row in heard if unit is None or row.kind in _KINDS_OF_UNIT.get(unit, (row.kind,)))
    return rows


class _Text:
    """What the text knows while its places are chosen."""

    def __init__(
        self,
        mentions: Sequence[Mention],
        gazetteer: Gazetteer,
        votes: _Votes,
    ) -> None:
        self.mentions = mentions
        self.gazetteer = gazetteer
        self.votes = votes
        self.regions: dict[tuple[str | None, str], str] = {}
        self.placed: dict[int, Choice] = {}
        self.guessed: set[int] = set()
        """Mentions whose rows are a letter off."""
        self._near: dict[str, tuple[float, float, float]] = {}
        self.holds: dict[int, list[int]] = defaultdict(list)
        for at, mention in enumerate(mentions):
            for outer in _around(mention):
                self.holds[outer].append(at)
        self.anchors = {m.away.of for m in mentions if m.away} | {m.beside for m in mentions if m.beside is not None}
        self.away = {m.away.of: (at, m.away) for at, m in enumerate(mentions) if m.away}

    def place(self, members: Sequence[int], choice: Choice) -> None:
        """Remembers what was chosen, for the choices that follow."""
        for at in members:
            self.placed[at] = choice
        row, key = choice.row, self.mentions[members[0]].key
        if row and row.kind == "region":
            self.regions[row.country, row.name] = key
        if row and row.kind in ("town", "district", "region") and row.lat is not None and row.lon is not None:
            if len(self._near) < MOST_NEIGHBOURS or key in self._near:
                self._near[key] = (row.lat, row.lon, 0.5 if row.kind == "region" else 1.0)
        else:
            self._near.pop(key, None)

    def choice(self, members: Sequence[int], rows: Sequence[Row]) -> Choice:
        """The best of the rows, if it is better than the others by the margin."""
        said_country, said_region = self._said(members)
        if any(self.mentions[at].unit for at in members):
            said_country = said_country or self._only_country()
        if not rows:
            return Choice(None, said_country, said_region)
        if rows[0].kind == "demonym":
            return Choice(rows[0], rows[0].country, None, radius_km=rows[0].radius_km, how="the people's country")
        scored = sorted(((self._score(row, members), -at, row) for at, row in enumerate(rows)), reverse=True)
        score, _, best = scored[0]
        if score < LEAST or self._is_far_fetched(best, members, len(rows)):
            return Choice(None, said_country, said_region, how="none of that name fits")
        rival = next((other for other, _, row in scored[1:] if _elsewhere(best, row)), None)
        if not best.exact and rival is not None and rival > score - 2.0:
            return Choice(None, said_country, said_region, how="several of that sound")
        if members[0] in self.guessed and self._nearness(best, members) < FAIRLY_NEAR:
            return Choice(None, said_country, said_region, how="only one of nearly that name, and far away")
        if rival is not None and score - rival < MARGIN:
            near = {row.country for other, _, row in scored if score - other < MARGIN}
            country = said_country or (best.country if len(near) == 1 else None)
            return Choice(None, country, said_region, how="several of that name")
        region = best.region or (said_region if best.kind in ("town", "district", "site") else None)
        return Choice(best, best.country, region, radius_km=_radius(best), how=self._how(best, members, len(rows)))

    def computed(self, at: int, choice: Choice) -> Choice:
        """The choice, or, where no row serves, the point that the text's own distance and direction give."""
        mention = self.mentions[at]
        anchor_at = mention.away.of if mention.away else mention.beside
        if choice.row is not None or anchor_at is None:
            return choice
        anchor = self.placed.get(anchor_at)
        if anchor is None or anchor.row is None or anchor.row.lat is None or anchor.row.lon is None:
            return choice
        country = choice.country or anchor.country
        bare = Choice(None, country, choice.region, how="placed by its neighbour")
        if anchor.row.kind not in ("town", "site"):
            return bare
        if mention.away is None:
            return Choice(
                None, country, choice.region, (anchor.row.lat, anchor.row.lon), 25.0, "computed: beside its neighbour"
            )
        if mention.away.km is None or mention.away.bearing is None:
            return bare
        degrees = earth.COMPASS[mention.away.bearing]
        point = earth.destination(anchor.row.lat, anchor.row.lon, degrees, mention.away.km)
        return Choice(None, country, choice.region, point, _reach(mention.away), "computed: distance and direction")

    def _said(self, members: Sequence[int]) -> tuple[str | None, str | None]:
        """Country and region that the text itself puts the place in."""
        country = region = None
        for at in members:
            for outer in self._outers(at):
                placed = self.placed.get(outer)
                row = placed.row if placed else None
                if row is None:
                    continue
                country = country or row.country
                if row.kind == "region":
                    region = region or row.name
                elif row.kind in ("district", "town"):
                    region = region or row.region
        return country, region

    def _only_country(self) -> str | None:
        """The country of all towns and provinces that the text names; it may speak of others, as of those who attack."""
        countries = {
            choice.row.country
            for choice in self.placed.values()
            if choice.row and choice.row.kind in ("town", "district", "region")
        }
        return next(iter(countries)) if len(countries) == 1 else None

    def _outers(self, at: int) -> Iterator[int]:
        """What the mention lies in, and what that lies in."""
        for outer in _around(self.mentions[at]):
            yield outer
            yield from (further for further in _around(self.mentions[outer]) if further != at)

    def _score(self, row: Row, members: Sequence[int]) -> float:
        mention = self.mentions[members[0]]
        score = _weight(row, mention.key) - self._overshadowed(row, members)
        score += sum(self._by_words(row, at) for at in members)
        share = self.votes.share(row.country, mention.key)
        if self.votes.others(mention.key):
            score += SPOKEN_OF * share if share else NOT_SPOKEN_OF
        if row.region and self.regions.get((row.country, row.region), mention.key) != mention.key:
            score += IN_SAID_REGION
        return score + self._nearness(row, members)

    def _is_far_fetched(self, row: Row, members: Sequence[int], of: int) -> bool:
        """A small town of a country that the text does not speak of, where smaller ones of that name may be unknown."""
        key = self.mentions[members[0]].key
        if (
            row.kind in ("town", "district")
            and row.layer != OWN
            and all(self.mentions[at].unit == "site" for at in members)
        ):
            return self._nearness(row, members) < NEAR  # a quarter lies in a town that the text names
        if (
            not _is_called(row, key)
            and row.kind == "town"
            and self.votes.others(key)
            and not self.votes.share(row.country, key)
        ):
            return row.layer != OWN  # Sarja is another name of Sharjah, but not in a text that speaks of Syria
        if row.kind != "town" or row.population >= WELL_KNOWN or row.layer == OWN or self.votes.share(row.country, key):
            return False
        village = any(self.mentions[at].unit not in (None, "site") for at in members)
        return self.votes.others(key) and (village or of > 1)

    def _overshadowed(self, row: Row, members: Sequence[int]) -> float:
        """Florida is the state, and Mexico the country, unless the text says that it is a town of that name."""
        if row.kind not in ("town", "district", "region") or any(self.mentions[at].unit for at in members):
            return 0.0
        penalty = 0.0
        for other in self.mentions[members[0]].rows:
            if other.kind in ("country", "area", "sea"):
                penalty = max(penalty, COUNTRY_OF_THE_NAME if other.kind == "country" else AREA_OF_THE_NAME)
            if other.country != row.country:
                continue
            if other.kind == "region" and row.kind == "town" and not row.capital and not _holds_most(other, row):
                penalty = max(penalty, REGION_OF_THE_NAME)
            if row.kind == "region" and other.kind == "town" and _holds_most(row, other):
                penalty = max(penalty, TOWN_OF_THE_NAME)  # Aleppo is the city, Quebec the province
        return penalty

    def _by_words(self, row: Row, at: int) -> float:
        """What the words around one mention say for or against the row."""
        mention, score = self.mentions[at], 0.0
        score += _UNIT_FITS.get((mention.unit, row.kind), 0.0)
        for outer in mention.within:
            score += self._lies_in(row, outer)
        if mention.beyond is not None:
            score += max(-1.0, self._lies_in(row, mention.beyond))
        for inner in self.holds.get(at, ()):
            score += self._holds(row, inner)
        if mention.away:
            score += self._lies_away(row, mention.away.of, mention.away, reverse=False)
        if row.kind in ("region", "country") and (mention.near or at in self.anchors):
            score -= 2.0
        if at in self.away:
            other, away = self.away[at]
            score += self._lies_away(row, other, away, reverse=True)
        if mention.beside is not None:
            distance = self._distance(row, mention.beside)
            score += 0.0 if distance is None else 3.0 if distance < 40 else 0.0 if distance < 80 else -3.0
        return score

    def _holds(self, row: Row, inner: int) -> float:
        """What is said to lie in the row speaks for it, if it has a place of that name: Athens, Georgia."""
        if row.kind not in ("country", "region"):
            return 0.0
        rows = self.mentions[inner].rows
        if row.kind == "region":
            return 4.0 if any(r.region == row.name and r.country == row.country for r in rows) else -1.0
        return 2.0 if any(r.country == row.country and r.kind != "country" for r in rows) else -2.0 if rows else 0.0

    def _lies_in(self, row: Row, outer: int) -> float:
        placed = self.placed.get(outer)
        wider = (
            [placed.row] if placed and placed.row else [r for r in self.mentions[outer].rows[:5] if r.kind != "site"]
        )
        if not wider:
            return 0.0
        return max(self._fits(row, of) for of in wider)

    def _fits(self, row: Row, of: Row) -> float:
        if of.country is None or row is of or row.kind == "country":
            return 0.0
        if row.country != of.country:
            return -6.0
        if of.kind in ("country", "demonym"):
            return 4.0
        if row.kind == "region" and of.kind != "area":
            return -2.0
        if of.kind == "region":
            if row.region is not None:
                return (
                    5.0 if folding.sound(folding.plain(row.region)) == folding.sound(folding.plain(of.name)) else -2.0
                )
            if row.lat is None or row.lon is None:
                return 0.0
            return 3.0 if of.name in self.gazetteer.regions_near(row.country or "", row.lat, row.lon) else -2.0
        if row.lat is None or row.lon is None or of.lat is None or of.lon is None:
            return 0.0
        distance = earth.distance_km(row.lat, row.lon, of.lat, of.lon)
        return 3.0 if distance <= max(40.0, of.radius_km or 0.0) else -2.0

    def _lies_away(self, row: Row, other: int, away: Away, reverse: bool) -> float:
        placed = self.placed.get(other)
        if row.kind not in ("town", "site", "district") or not placed or not placed.row or placed.row.lat is None:
            return 0.0
        lat, lon = placed.row.lat, placed.row.lon
        if row.lat is None or row.lon is None or lat is None or lon is None:
            return 0.0
        distance = earth.distance_km(lat, lon, row.lat, row.lon)
        if away.km is None:
            return (
                2.0 if distance < 120 and _towards(lat, lon, row, away, reverse) else -1.0 if distance < 120 else -3.0
            )
        if away.bearing and not _towards(lat, lon, row, away, reverse):
            return -5.0
        off = abs(distance - away.km)
        return 5.0 - 4.0 * min(2.5, off / max(10.0, 0.35 * away.km))

    def _distance(self, row: Row, other: int) -> float | None:
        placed = self.placed.get(other)
        if (
            not placed
            or not placed.row
            or placed.row.lat is None
            or placed.row.lon is None
            or row.lat is None
            or row.lon is None
        ):
            return None
        return earth.distance_km(row.lat, row.lon, placed.row.lat, placed.row.lon)

    def _nearness(self, row: Row, members: Sequence[int]) -> float:
        """Towns and districts lie near the other towns, districts and regions of their text."""
        if row.lat is None or row.lon is None or row.kind in ("country", "area", "sea"):
            return 0.0
        key, best = self.mentions[members[0]].key, 0.0
        for other, (lat, lon, share) in self._near.items():
            if other == key or abs(lat - row.lat) > 3.0:
                continue
            distance = earth.distance_km(row.lat, row.lon, lat, lon)
            if distance < 300.0:
                best = max(best, share * (NEAR if distance < 40.0 else FAIRLY_NEAR if distance < 120.0 else NOT_FAR))
        return best

    def _how(self, row: Row, members: Sequence[int], of: int) -> str:
        if row.layer == OWN:
            return "placed by hand"
        for at in members:
            mention = self.mentions[at]
            if mention.away or at in self.away:
                return "said: how far"
            if any(self._lies_in(row, outer) > 0 for outer in _around(mention)):
                return "said: in what"
        if of == 1:
            return "the only one"
        return "the text's country" if self.votes.share(row.country) >= 0.4 else "the best known"


_KINDS_OF_UNIT = {"region": ("region",), "district": ("district", "town"), "town": ("town",)}
_UNIT_FITS = {
    ("region", "region"): 5.0, ("region", "town"): -4.0, ("region", "district"): -0.5, ("region", "country"): -2.0,
    ("district", "district"): 3.0, ("district", "region"): -1.0, ("district", "town"): 0.0, ("district", "country"): -4.0,
    ("town", "town"): 3.0, ("town", "region"): -4.0, ("town", "district"): -2.0, ("town", "country"): -4.0,
    ("site", "site"): 2.0, ("site", "town"): 0.5, ("site", "region"): -2.0, ("site", "country"): -4.0,
    ("area", "area"): 1.0, ("area", "country"): -1.0,
}  # fmt: skip


def _around(mention: Mention) -> tuple[int, ...]:
    """What the mention lies in, by the text, and what follows it behind a comma."""
    return mention.within if mention.beyond is None else (*mention.within, mention.beyond)


def _weight(row: Row, key: str) -> float:
    """How likely the row is before anything is known of the text."""
    people = log10(row.population + 30)
    weight = {
        "country": COUNTRY, "area": AREA, "sea": SEA, "river": RIVER, "site": SITE,
        "region": REGION + REGION_PEOPLE * people, "district": DISTRICT + DISTRICT_PEOPLE * people,
    }.get(row.kind, TOWN + TOWN_PEOPLE * people)  # fmt: skip
    weight += 0.0 if _is_called(row, key) else OTHER_NAME
    weight += 0.0 if row.exact else BY_EAR
    return weight + (CAPITAL if row.capital else 0.0) + (BY_HAND if row.layer == OWN else 0.0)


def _holds_most(region: Row, town: Row) -> bool:
    """Whether the town is a fifth of the region or more, in people: then its name alone means the town."""
    return town.region == region.name and town.population > region.population / 5


def _is_called(row: Row, key: str) -> bool:
    """Whether that is the row's main name, however it is transliterated."""
    main = folding.plain(row.name)
    return main == key or folding.sound(main) == folding.sound(key)


def _elsewhere(row: Row, other: Row) -> bool:
    if row.lat is None or row.lon is None or other.lat is None or other.lon is None:
        return other.kind != row.kind or other.country != row.country
    distance = earth.distance_km(row.lat, row.lon, other.lat, other.lon)
    return distance > max(ELSEWHERE_KM, row.radius_km or 0.0, other.radius_km or 0.0)


def _towards(lat: float, lon: float, row: Row, away: Away, reverse: bool) -> bool:
    """Whether the row lies in the said direction from the other place, within 45 degrees."""
    if away.bearing is None or row.lat is None or row.lon is None:
        return True
    turn = earth.COMPASS[away.bearing] + (180.0 if reverse else 0.0)
    bearing = earth.bearing_degrees(lat, lon, row.lat, row.lon)
    return abs((bearing - turn + 180) % 360 - 180) <= 45.0


def _reach(away: Away) -> float:
    """A direction to the nearest of eight points is off by up to 22.5 degrees: 0.4 of the distance to the side."""
    return round(max(10.0, 5.0 + 0.4 * (away.km or 0.0)))


def _radius(row: Row) -> float | None:
    if row.radius_km is not None:
        return float(row.radius_km)
    return 3.0 + row.population**0.5 / 100 if row.kind == "town" else None
