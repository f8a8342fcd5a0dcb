"""The toll that is shown: derived from an incident's reports, never typed. Every report still stands beside it.

1. Standing: reports that are possible, denied or superseded are left out. Of one claimant the latest figure per group
   stands; a later total sets aside that claimant's earlier figures.
2. An account is what one claimant's standing figures come to: whole, part or detail. Nothing is added across claimants.
3. The line goes from the lowest to the highest account of the best class; lesser classes may raise its high end.
4. Without a whole account the headline names groups.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from chronology import edtf, toll_accounts
from chronology.count import GROUPS, MEASURES, Count
from chronology.edtf import Edtf
from chronology.incident import Incident, Report
from chronology.toll_accounts import Account, Line
from chronology.toll_range import Figure, Range, added, figure, less, spread

__all__ = ["Account", "Line", "Range", "Shown", "Struck", "Sum", "derive", "sums"]


@dataclass(frozen=True, slots=True)
class Struck:
    """A figure that is set aside: by an editor, with the reason, or by its claimant's own later report."""

    report: int
    group: str | None
    """None: the whole report."""
    why: str | None = None
    later: int | None = None
    """The index of the later report."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown of one measure. Reports are indices into `incident.toll`."""

    line: Range | None
    """The number, for sorting, sums and exports; None where no account gives one."""
    headline: tuple[Line, ...] = ()
    """What to print. Without a whole account its lines name groups, and there may be several."""
    groups: Mapping[str, Line] = field(default_factory=dict)
    """Each group that some account states, in the order of the format, without total and attackers."""
    attackers: Line | None = None
    """The attackers' own losses: never in `line`."""
    accounts: tuple[Account, ...] = ()
    """By claimant; of each class that the claimant gives, the best first."""
    possible: tuple[int, ...] = ()
    denied: tuple[int, ...] = ()
    struck: tuple[Struck, ...] = ()
    disagree: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """The sources' own words in the headline."""
        return tuple(dict.fromkeys(word for line in self.headline for word in line.words))

    @property
    def named(self) -> tuple[str, ...]:
        """The groups that the headline names; () where it counts people only."""
        return tuple(dict.fromkeys(group for line in self.headline for group in line.groups))

    @property
    def within(self) -> Mapping[str, Line]:
        """The groups that the headline doesn't name on a line of their own: "of them 4 women"."""
        alone = {line.groups for line in self.headline}
        return {group: line for group, line in self.groups.items() if (group,) not in alone}

    def __str__(self) -> str:
        lines = [*self.headline, *self.within.values(), *([self.attackers] if self.attackers else [])]
        return "; ".join(map(str, lines))


def derive(incident: Incident, names: Callable[[str], str]) -> Mapping[str, Shown]:
    """Measure -> what is shown of it, for each measure that some report gives.

    `names` maps a claimant to its one name (names.yaml), so that a ministry and its spokesman's office are one.
    """
    sources = {source.id: source for source in incident.sources}
    claims: dict[str, list[_Claim]] = {}
    for index, report in enumerate(incident.toll):
        source = sources.get(report.source.source) if report.source else None
        by, day = report.by, report.as_of
        if source:
            by = by or source.publisher or _unnamed(incident.sources.index(source) + 1)
            # what was read on a day was said on that day or before
            day = day or source.published or (edtf.span(None, source.accessed) if source.accessed else None)
        for measure, counts in report.measures.items():
            claims.setdefault(measure, []).append(_Claim(index, report, counts, names(by) if by else "", day))
    return {measure: _shown(claims[measure]) for measure in MEASURES if measure in claims}


def _unnamed(number: int) -> str:
    """A source whose publisher isn't known. Its title names nobody who claims: it may be another's words."""
    return f"source {number}, publisher not known"


@dataclass(frozen=True, slots=True)
class _Claim:
    """One measure of one report."""

    index: int
    report: Report
    counts: Mapping[str, Count]
    claimant: str
    day: Edtf | None

    def after(self, other: _Claim) -> bool:
        """Whether it is the same claimant's, and surely later: days that may be the same are a tie."""
        first, last = self.day and self.day.earliest, other.day and other.day.latest
        return self.claimant == other.claimant and bool(first and last and first > last)

    def replaces(self, other: _Claim, group: str) -> bool:
        """Whether it is later and says something else about the group.

        A total replaces all but attackers, who are never in the shown toll; a total repeated replaces nothing.
        """
        if not self.after(other):
            return False
        if group in self.counts:
            return self.counts[group] != other.counts[group]
        return group != "attackers" and "total" in self.counts and self.counts["total"] != other.counts.get("total")


def _shown(claims: Sequence[_Claim]) -> Shown:
    current = [claim for claim in claims if claim.report.superseded is None]
    says = [claim for claim in current if claim.report.stance == "says"]
    denials = [claim for claim in current if claim.report.stance == "denies" and not _admitted(claim, says)]
    stated = [(claim, group) for claim in says for group in claim.counts]
    replaced = {
        (claim.index, group): max(later, key=_recency).index
        for claim, group in stated
        if (later := [other for other in says if other.replaces(claim, group)])
    }
    standing = [(claim, group) for claim, group in stated if (claim.index, group) not in replaced]
    struck = [Struck(claim.index, None, why=claim.report.superseded) for claim in claims if claim not in current]
    struck += [Struck(index, group, later=later) for (index, group), later in replaced.items()]

    figures = _figures(standing)
    reports = {c: tuple(sorted({claim.index for claim, _ in standing if claim.claimant == c})) for c in figures}
    accounts = [account for c, groups in figures.items() for account in toll_accounts.accounts(c, groups, reports[c])]
    line, headline = toll_accounts.headline(accounts)
    by_group = {group: [(c, groups[group]) for c, groups in figures.items() if group in groups] for group in GROUPS}
    lines = {group: toll_accounts.line((group,), stated) for group, stated in by_group.items() if stated}
    return Shown(
        line=line,
        headline=headline,
        groups={group: line for group, line in lines.items() if group not in ("total", "attackers")},
        attackers=lines.get("attackers"),
        accounts=tuple(accounts),
        possible=tuple(claim.index for claim in current if claim.report.stance == "possible"),
        denied=tuple(claim.index for claim in denials),
        struck=tuple(sorted(struck, key=lambda s: (s.report, GROUPS.index(s.group) if s.group else 0))),
        disagree=bool(denials) or toll_accounts.disagree(accounts, by_group),
    )


def _recency(claim: _Claim) -> tuple[date, int]:
    return (claim.day.latest if claim.day else None) or date.min, claim.index


def _admitted(denial: _Claim, says: Sequence[_Claim]) -> bool:
    """Whether the claimant has since given a figure for each group that it denied."""
    later = [claim for claim in says if claim.after(denial)]
    return all(any(group in claim.counts or "total" in claim.counts for claim in later) for group in denial.counts)


def _figures(standing: Sequence[tuple[_Claim, str]]) -> dict[str, dict[str, Figure]]:
    """Claimant -> group -> what its standing reports say; a total without the attackers that are part of it."""
    found: dict[str, dict[str, list[Figure]]] = {}
    for claim, group in standing:
        value = figure(claim.counts[group])
        if group == "total" and "attackers" in claim.counts:
            value = less(value, figure(claim.counts["attackers"]))
        found.setdefault(claim.claimant, {}).setdefault(group, []).append(value)
    return {c: {group: spread(values) for group, values in found[c].items()} for c in sorted(found)}


@dataclass(frozen=True, slots=True)
class Sum:
    """A measure over many incidents: low ends and high ends added. No best estimate, no midpoint."""

    range: Range | None
    """None where no incident gives a number."""
    counted: int
    """Incidents in it with a number."""
    worded: int
    """Incidents that report the measure in words only."""
    silent: int
    """Incidents that don't report it; silence isn't none."""

    @property
    def without(self) -> int:
        """Incidents without a number."""
        return self.worded + self.silent


def sums(shown: Mapping[str, Mapping[str, Shown]], part_of: Mapping[str, Collection[str]]) -> Mapping[str, Sum]:
    """Measure -> its sum over the incidents in `shown` (incident id -> measure -> what is shown).

    `part_of`: incident id -> the ids of the wholes that it is part of. An incident is left out of a measure for which
    one of its wholes, in the same sum, gives a number.
    """
    return {
        measure: _sum([s.get(measure) for i, s in shown.items() if not _inside(i, measure, shown, part_of)])
        for measure in MEASURES
        if any(measure in s for s in shown.values())
    }


def _inside(
    incident: str, measure: str, shown: Mapping[str, Mapping[str, Shown]], part_of: Mapping[str, Collection[str]]
) -> bool:
    """Whether a whole that the incident is part of, however indirectly, gives a number."""
    seen, ahead = {incident}, list(part_of.get(incident, ()))
    while ahead:
        whole = ahead.pop()
        if whole in seen:
            continue
        seen.add(whole)
        there = shown.get(whole, {}).get(measure)
        if there and there.line:
            return True
        ahead += part_of.get(whole, ())
    return False


def _sum(tolls: Sequence[Shown | None]) -> Sum:
    numbers = [Figure(toll.line) for toll in tolls if toll and toll.line]
    silent = sum(1 for toll in tolls if toll is None)
    return Sum(added(numbers).range, len(numbers), len(tolls) - len(numbers) - silent, silent)
