"""Which place of a name is meant: what the text says first, then the countries it speaks of, nearness, people last."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from chronology import earth
from chronology.extract import places_evidence, places_rows
from chronology.extract.places_evidence import Evidence
from chronology.extract.places_mention import Mention
from chronology.extract.places_votes import WELL_KNOWN, Votes
from chronology.gazetteer import Gazetteer, Row, folding

MARGIN = 0.7
"""How much better than every place elsewhere the best one must be; below it nothing is placed."""
MARGIN_BY_EAR = 1.5
LEAST = 0.4
"""A row that scores less contradicts the text."""
MAIN = 0.7
"""Share of the votes from which on a country is what the text is about: names are sought by ear there."""
BESIDE_KM = 25.0


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
    votes = Votes(mentions)
    evidence = Evidence(mentions, gazetteer, votes)
    names = [_Name(mentions, members, votes, gazetteer) for members in _by_name(mentions)]
    chosen: dict[int, Choice] = {}
    for _ in range(2):  # the second time everything knows where the first time put the others
        for name in sorted(names, key=lambda name: (len(name.rows), name.members[0])):
            choice = _choice(name, evidence)
            evidence.place(name.members, choice.row)
            chosen.update(dict.fromkeys(name.members, choice))
    return tuple(_computed(mention, chosen[at], evidence) for at, mention in enumerate(mentions))


def _by_name(mentions: Sequence[Mention]) -> list[list[int]]:
    """Mentions that mean one place; Idlib province is not Idlib, but unknown Atmah and Atma are one."""
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, mention in enumerate(mentions):
        key = mention.key if mention.rows else f"~{folding.sound(mention.key)}"
        groups[key, mention.unit if mention.unit in ("region", "district") else ""].append(at)
    return list(groups.values())


class _Name:
    """The mentions of one name and the rows that it may mean."""

    def __init__(self, mentions: Sequence[Mention], members: list[int], votes: Votes, gazetteer: Gazetteer) -> None:
        self.members = members
        self.is_guess = False
        """The rows' names are a letter off."""
        first = mentions[members[0]]
        self.has_unit = any(mentions[at].unit for at in members)
        main = votes.main(MAIN)
        self.rows = self._written(first)
        if first.is_demonym or not main:
            return
        cued = any(mentions[at].rule.startswith("cue") or mentions[at].away for at in members)
        small = all(row.kind == "town" and row.population < WELL_KNOWN for row in self.rows)
        if (cued or small) and not any(r.country in main and _fits_unit(r, first.unit) for r in self.rows):
            heard = (row for row in gazetteer.lookup_sound(first.text) if row.country in main and row not in self.rows)
            self.rows += tuple(row for row in heard if _fits_unit(row, first.unit))
        if not self.rows and not first.rows and len(main) == 1:
            self.rows = gazetteer.lookup_misspelt(first.text, main[0])
            self.is_guess = True

    def _written(self, first: Mention) -> tuple[Row, ...]:
        if first.is_demonym:
            return first.rows[:1]
        excluded = {"demonym", *_NEVER.get(first.unit or "", ())}
        return tuple(row for row in first.rows if row.kind not in excluded)


_NEVER = {"region": ("town", "site"), "town": ("country", "region")}
"""A province is never the town that it is named for, nor a town the province."""
_KINDS = {"region": ("region",), "district": ("district", "town"), "town": ("town",)}


def _fits_unit(row: Row, unit: str | None) -> bool:
    return row.kind in _KINDS.get(unit or "", (row.kind,))


def _choice(name: _Name, evidence: Evidence) -> Choice:
    """The best of the rows, if it is better than the others by the margin."""
    rows, members = name.rows, name.members
    country, region = evidence.said(members)
    if name.has_unit:
        country = country or evidence.only_country()
    if not rows:
        return Choice(None, country, region)
    if rows[0].kind == "demonym":
        return Choice(rows[0], rows[0].country, None, radius_km=rows[0].radius_km, how="the people's country")
    scored = sorted(((evidence.score(row, members), -at, row) for at, row in enumerate(rows)), reverse=True)
    score, _, best = scored[0]
    rival = max((other for other, _, row in scored[1:] if places_rows.elsewhere(best, row)), default=score - 100.0)
    if score < LEAST or evidence.is_far_fetched(best, members, len(rows)):
        return Choice(None, country, region, how="none of that name fits")
    if name.is_guess and evidence.nearness(best, members) < places_evidence.FAIRLY_NEAR:
        return Choice(None, country, region, how="only one of nearly that name, and far away")
    if score - rival < (MARGIN if best.exact else MARGIN_BY_EAR):
        close = {row.country for other, _, row in scored if score - other < MARGIN}
        only = best.country if len(close) == 1 else None
        return Choice(
            None, country or only, region, how="several of that name" if best.exact else "several of that sound"
        )
    region = best.region or (region if best.kind in ("town", "district", "site") else None)
    how = evidence.how(best, members, len(rows))
    return Choice(best, best.country, region, radius_km=places_rows.radius_km(best), how=how)


def _computed(mention: Mention, choice: Choice, evidence: Evidence) -> Choice:
    """The choice, or, where no row serves, the point that the text's own distance and direction give."""
    anchor_at = mention.away.of if mention.away else mention.beside
    anchor = evidence.placed.get(anchor_at) if anchor_at is not None else None
    if choice.row is not None or anchor is None or anchor.point is None:
        return choice
    country = choice.country or anchor.country
    if anchor.kind in ("town", "site"):
        if mention.away is None:
            return Choice(None, country, choice.region, anchor.point, BESIDE_KM, "computed: beside its neighbour")
        if mention.away.km is not None and mention.away.bearing is not None:
            point = earth.destination(*anchor.point, earth.COMPASS[mention.away.bearing], mention.away.km)
            reach = places_rows.reach_km(mention.away)
            return Choice(None, country, choice.region, point, reach, "computed: distance and direction")
    return Choice(None, country, choice.region, how="placed by its neighbour")
