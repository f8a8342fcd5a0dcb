"""Which countries a text speaks of, and how much."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from chronology.extract.places_mention import Mention

WELL_KNOWN = 20_000
"""A smaller town gives its country no vote."""


class Votes:
    """How much of the text speaks of which country. A name's own vote doesn't count when its own place is chosen."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._total: defaultdict[str, float] = defaultdict(float)
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
