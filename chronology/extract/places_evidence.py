"""What a text says for and against a place being the one that a name means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from chronology import earth
from chronology.extract import places_rows
from chronology.extract.places_mention import Away, Mention
from chronology.extract.places_votes import WELL_KNOWN, Votes
from chronology.gazetteer import OWN, Gazetteer, Row, folding

SPOKEN_OF, NOT_SPOKEN_OF = 3.0, -0.65
IN_SAID_REGION = 1.5
NEAR, FAIRLY_NEAR, NOT_FAR = 1.6, 1.2, 0.5
COUNTRY_OF_THE_NAME, AREA_OF_THE_NAME, REGION_OF_THE_NAME, TOWN_OF_THE_NAME = 4.0, 2.0, 2.0, 2.2
OTHER_COUNTRY, OTHER_REGION = -6.0, -2.0
MOST_NEIGHBOURS = 60
"""Places that nearness looks at; the first ones are what the text is about."""
_SETTLED = ("town", "district", "region")


class Evidence:
    """Grows while places are chosen: what is placed bears on what comes after. `members`: indices of one name's mentions."""

    def __init__(self, mentions: Sequence[Mention], gazetteer: Gazetteer, votes: Votes) -> None:
        self.mentions = mentions
        self.votes = votes
        self.placed: dict[int, Row | None] = {}
        self._gazetteer = gazetteer
        self._regions: dict[tuple[str | None, str], str] = {}
        self._near: dict[str, tuple[float, float, float]] = {}
        self._large_rows: dict[str, list[Row]] = {}
        self._holds: dict[int, list[int]] = defaultdict(list)
        for at, mention in enumerate(mentions):
            for outer in around(mention):
                self._holds[outer].append(at)
        self._anchors = {m.away.of for m in mentions if m.away} | {m.beside for m in mentions if m.beside is not None}
        self._away: Mapping[int, tuple[int, Away]] = {
            m.away.of: (at, m.away) for at, m in enumerate(mentions) if m.away
        }

    def place(self, members: Sequence[int], row: Row | None) -> None:
        """Remembers what was chosen."""
        for at in members:
            self.placed[at] = row
        key = self.mentions[members[0]].key
        if row and row.kind == "region":
            self._regions[row.country, row.name] = key
        if row and row.kind in _SETTLED and row.point:
            if len(self._near) < MOST_NEIGHBOURS or key in self._near:
                self._near[key] = (*row.point, 0.5 if row.kind == "region" else 1.0)
        else:
            self._near.pop(key, None)

    def score(self, row: Row, members: Sequence[int]) -> float:
        """More is better; scores of rows of one name compare."""
        key = self.mentions[members[0]].key
        score = places_rows.weight(row, key) - self._overshadowed(row, members)
        score += sum(self._by_words(row, at) for at in members)
        if self.votes.others(key):
            share = self.votes.share(row.country, key)
            score += SPOKEN_OF * share if share else NOT_SPOKEN_OF
        if row.region and self._regions.get((row.country, row.region), key) != key:
            score += IN_SAID_REGION
        return score + self.nearness(row, members)

    def is_far_fetched(self, row: Row, members: Sequence[int], of: int) -> bool:
        """A place that the text gives no reason to think of, where there may be others of that name that nobody lists."""
        if row.kind not in ("town", "district") or row.layer == OWN:
            return False
        key, units = self.mentions[members[0]].key, {self.mentions[at].unit for at in members}
        if units == {"site"}:  # a quarter lies in a town that the text names
            return self.nearness(row, members) < NEAR
        if row.kind != "town" or not self.votes.others(key) or self.votes.share(row.country, key):
            return False
        if not places_rows.is_called(row, key):
            return True  # Sarja is another name of Sharjah, but not in a text that speaks of Syria
        return row.population < WELL_KNOWN and (bool(units - {None, "site"}) or of > 1)

    def nearness(self, row: Row, members: Sequence[int]) -> float:
        """Towns and districts lie near the other towns, districts and regions of their text."""
        if row.point is None or row.kind in ("country", "area", "sea"):
            return 0.0
        key, best = self.mentions[members[0]].key, 0.0
        for other, (lat, lon, share) in self._near.items():
            if other == key or abs(lat - row.point[0]) > 3.0:
                continue
            distance = earth.distance_km(*row.point, lat, lon)
            if distance < 300.0:
                best = max(best, share * (NEAR if distance < 40.0 else FAIRLY_NEAR if distance < 120.0 else NOT_FAR))
        return best

    def said(self, members: Sequence[int]) -> tuple[str | None, str | None]:
        """Country and region that the text itself puts the place in."""
        country = region = None
        for at in members:
            for row in self._outers(at):
                country = country or row.country
                region = region or (row.name if row.kind == "region" else row.region)
        return country, region

    def only_country(self) -> str | None:
        """The country of all towns and provinces that the text names; it may speak of others, as of those who attack."""
        countries = {row.country for row in self.placed.values() if row and row.kind in _SETTLED}
        return next(iter(countries)) if len(countries) == 1 else None

    def how(self, row: Row, members: Sequence[int], of: int) -> str:
        """Why the row, in a few words."""
        if row.layer == OWN:
            return "placed by hand"
        if any(self.mentions[at].away or at in self._away for at in members):
            return "said: how far"
        if any(self._lies_in(row, outer) > 0 for at in members for outer in around(self.mentions[at])):
            return "said: in what"
        if of == 1:
            return "the only one"
        return "the text's country" if self.votes.share(row.country) >= 0.4 else "the best known"

    def _outers(self, at: int) -> Iterator[Row]:
        """What the mention lies in, and what that lies in."""
        for outer in around(self.mentions[at]):
            for index in (outer, *(further for further in around(self.mentions[outer]) if further != at)):
                if row := self.placed.get(index):
                    yield row

    def _overshadowed(self, row: Row, members: Sequence[int]) -> float:
        """Florida is the state, and Mexico the country, unless the text says that it is a town of that name."""
        if row.kind not in (*_SETTLED, "site") or any(self.mentions[at].unit for at in members):
            return 0.0
        penalty = 0.0
        rows = self.mentions[members[0]].rows
        for other in rows if row.kind == "region" else self._large(self.mentions[members[0]].key, rows):
            if other.kind in ("country", "area", "sea"):
                penalty = max(penalty, COUNTRY_OF_THE_NAME if other.kind == "country" else AREA_OF_THE_NAME)
            if other.country != row.country:
                continue
            if (
                other.kind == "region"
                and row.kind == "town"
                and not row.capital
                and not places_rows.holds_most(other, row)
            ):
                penalty = max(penalty, REGION_OF_THE_NAME)
            if row.kind == "region" and other.kind == "town" and places_rows.holds_most(row, other):
                penalty = max(penalty, TOWN_OF_THE_NAME)  # Aleppo is the city, Quebec the province
        return penalty

    def _large(self, key: str, rows: Sequence[Row]) -> list[Row]:
        """The rows of a name that are no town or district; kept, for there are names of sixty towns."""
        if key not in self._large_rows:
            self._large_rows[key] = [row for row in rows if row.kind in ("country", "area", "sea", "region")]
        return self._large_rows[key]

    def _by_words(self, row: Row, at: int) -> float:
        """What the words around one mention say for or against the row."""
        mention = self.mentions[at]
        score = places_rows.UNIT_FITS.get((mention.unit or "", row.kind), 0.0)
        score += sum(self._lies_in(row, outer) for outer in mention.within)
        if mention.beyond is not None:
            score += max(-1.0, self._lies_in(row, mention.beyond))
        score += sum(self._has(row, inner) for inner in self._holds.get(at, ()))
        if row.kind == "region" and (mention.near or at in self._anchors):
            score -= 2.0
        if mention.away:
            score += self._lies_away(row, mention.away.of, mention.away, reverse=False)
        if at in self._away:
            score += self._lies_away(row, *self._away[at], reverse=True)
        if mention.beside is not None:
            distance = places_rows.apart_km(row, self.placed.get(mention.beside))
            score += 0.0 if distance is None else 3.0 if distance < 40 else 0.0 if distance < 80 else -3.0
        return score

    def _has(self, row: Row, inner: int) -> float:
        """What is said to lie in the row speaks for it, if it has a place of that name: Athens, Georgia."""
        rows = self.mentions[inner].rows
        if row.kind == "region":
            return 4.0 if any(r.region == row.name and r.country == row.country for r in rows) else -1.0
        if row.kind != "country" or not rows:
            return 0.0
        return 2.0 if any(r.country == row.country and r.kind != "country" for r in rows) else -2.0

    def _lies_in(self, row: Row, outer: int) -> float:
        placed = self.placed.get(outer)
        wider = [placed] if placed else [r for r in self.mentions[outer].rows[:5] if r.kind != "site"]
        return max((self._fits(row, of) for of in wider), default=0.0)

    def _fits(self, row: Row, of: Row) -> float:
        if of.country is None or row.country is None or row is of or row.kind == "country":
            return 0.0
        if row.country != of.country:
            return OTHER_COUNTRY
        if of.kind in ("country", "demonym"):
            return 4.0
        if row.kind == "region" and of.kind != "area":
            return OTHER_REGION
        if of.kind == "region":
            return self._fits_region(row, of)
        distance = places_rows.apart_km(row, of)
        if distance is None:
            return 0.0
        return 3.0 if distance <= max(40.0, of.radius_km or 0.0) else OTHER_REGION

    def _fits_region(self, row: Row, region: Row) -> float:
        if row.region is not None:
            same = folding.sound(folding.plain(row.region)) == folding.sound(folding.plain(region.name))
            return 5.0 if same else OTHER_REGION
        if row.point is None:
            return 0.0
        return 3.0 if region.name in self._gazetteer.regions_near(row.country or "", *row.point) else OTHER_REGION

    def _lies_away(self, row: Row, other: int, away: Away, reverse: bool) -> float:
        anchor = self.placed.get(other)
        distance = places_rows.apart_km(row, anchor)
        if row.kind not in ("town", "site", "district") or anchor is None or distance is None:
            return 0.0
        if away.km is None:
            if distance >= 120:
                return -3.0
            return 2.0 if places_rows.towards(anchor, row, away, reverse) else -1.0
        if not places_rows.towards(anchor, row, away, reverse):
            return -5.0
        return 5.0 - 4.0 * min(2.5, abs(distance - away.km) / max(10.0, 0.35 * away.km))


def around(mention: Mention) -> tuple[int, ...]:
    """What the mention lies in, by the text, and what follows it behind a comma."""
    return mention.within if mention.beyond is None else (*mention.within, mention.beyond)
