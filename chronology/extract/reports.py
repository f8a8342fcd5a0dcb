"""The tolls in a group of sentences -> the incident's reports: one a claimant and figure, nothing said twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from chronology.archive import Names
from chronology.count import OVERLAPPING, SIDES, Count
from chronology.extract import tolls_leading, voices
from chronology.extract.grouping import Findings, Group
from chronology.extract.tolls import Toll
from chronology.extract.voices import Claim
from chronology.incident import Actor, Person, Ref, Report


def of(
    group: Group, found: Findings, forces: Sequence[Actor], nations: Mapping[str, str], source: str, names: Names
) -> tuple[Report, ...]:
    """The reports of one incident in the order of the text. `nations`: "US" -> "United States", as the text writes them."""
    sides = _Sides.of_forces(forces, nations, names)
    said = [
        _said(toll, voices.of(found.claims, toll.start, toll.end), sides, found)
        for sentence in group.sentences
        for toll in found.within(sentence).tolls
        if not toll.cumulative and not toll.aside
    ]
    if group.main:
        said += [
            _in_headline(_said(toll, None, sides, found))
            for toll in found.title_tolls
            if not toll.cumulative and not toll.aside
        ]
    kept = _survivors(_once(said))
    return tuple(_report(together, source, _replaced(together, kept)) for together in _together(kept))


def _replaced(together: Sequence[_Said], kept: Sequence[_Said]) -> bool:
    """Whether the claimant itself gives a later figure for all that it had reported at first."""
    later = {one.measure for one in kept if not one.earlier and one.by == together[0].by and one.stance == "says"}
    return all(one.earlier and one.measure in later for one in together)


def _in_headline(said: _Said) -> _Said:
    """A figure of a headline that stands outside the text: nothing in the text to point to."""
    return replace(said, start=_OUTSIDE, end=_OUTSIDE, sentence=_OUTSIDE, headline=True)


_OUTSIDE = -1


def leading(
    group: Group, found: Findings, forces: Sequence[Actor], nations: Mapping[str, str], names: Names
) -> dict[str, Count]:
    """Measure -> the article's own leading figure for an incident, the attackers' losses apart."""
    sides = _Sides.of_forces(forces, nations, names)
    told = [toll for sentence in group.sentences for toll in found.within(sentence).tolls]
    told = [toll for toll in told if sides.of(toll.affiliation) != "attacker"]
    figures: dict[str, Count] = {}
    for measure in ("killed", "injured", "captured"):
        body = tolls_leading.leading(told, measure)
        title = tolls_leading.leading(found.title_tolls, measure) if group.main else None
        # a headline counts where the body counts nobody, or one by one
        one = body is None or (body.high == 1 and title is not None and title.word is None and title.least > 1)
        chosen = title if one and title is not None else body
        if chosen is not None:
            figures[measure] = chosen
    return figures


def people(group: Group, found: Findings, source: str) -> tuple[Person, ...]:
    """Leaders whom the article names among the dead, missing or captured; nobody else is named."""
    named: dict[str, Person] = {}
    for sentence in group.sentences:
        for toll in found.within(sentence).tolls:
            if "leaders" in toll.counts and toll.measure in ("killed", "captured", "missing") and toll.stance == "says":
                ref = Ref(source, toll.start, toll.end)
                for name in toll.names:
                    named.setdefault(name, Person(name=name, group="leaders", fate=toll.measure, source=ref))
    return tuple(named.values())


@dataclass(frozen=True, slots=True)
class _Sides:
    """Who attacks whom, to tell whose dead and whose word it is."""

    attackers: set[str]
    targets: set[str]
    nations: Mapping[str, str]
    names: Names

    @classmethod
    def of_forces(cls, forces: Sequence[Actor], nations: Mapping[str, str], names: Names) -> _Sides:
        attackers, targets = ({a.name for a in forces if a.role == role} for role in ("attacker", "target"))
        return cls(attackers, targets, nations, names)

    def of(self, words: str | None) -> str | None:
        """attacker or target, for a nation, group or institution in the article's words."""
        if not words:
            return None
        name = self.names.canonical(self.nations.get(words, words))
        for side, known in (("attacker", self.attackers), ("target", self.targets)):
            if name in {self.names.canonical(one) for one in known}:
                return side
        return None


@dataclass(frozen=True, slots=True)
class _Said:
    """One figure by one claimant, with the words that it was read from."""

    start: int
    end: int
    sentence: int
    measure: str
    counts: Mapping[str, Count]
    stance: str
    by: str | None
    speaker: str | None
    voice: str | None
    repeats: bool
    """The words point back to people who were spoken of before, or give no number."""
    additional: bool
    struck: bool
    """All that is said is that a bullet hit them."""
    headline: bool
    earlier: bool
    """The words call it an earlier figure: "had initially reported"."""

    @property
    def claimant(self) -> tuple[str | None, str | None, str, bool]:
        return self.by, self.speaker, self.stance, self.earlier

    @property
    def main(self) -> Count | None:
        """The count of everybody it speaks of, if that is one count."""
        groups = [group for group in ("total", *SIDES) if group in self.counts] or list(self.counts)
        return self.counts[groups[0]] if groups[0] == "total" or len(groups) == 1 else None


def _said(toll: Toll, claim: Claim | None, sides: _Sides, found: Findings) -> _Said:
    counts = toll.counts
    if sides.of(toll.affiliation) == "attacker" and len(counts) == 1:
        counts = {"attackers": next(iter(counts.values()))}
    headline = found.title is not None and found.title[0] <= toll.start < found.title[1]
    voice = claim and (sides.of(claim.side) or sides.of(claim.by) or claim.voice)
    return _Said(
        toll.start,
        toll.end,
        toll.sentence,
        toll.measure,
        counts,
        toll.stance,
        claim.by if claim else None,
        claim.speaker if claim else None,
        voice or None,
        toll.definite or toll.bare or (not toll.additional and _of_wounds(toll, found)),
        toll.additional,
        toll.struck,
        headline,
        claim is not None and claim.rule == voices.EARLIER,
    )


_OF_WOUNDS = re.compile(r"\W*(?:later\s)?(?:of|from|to) (?:\w+ ){0,2}?(?:wounds|injuries)\b")


def _of_wounds(toll: Toll, found: Findings) -> bool:
    """ "Two people died of their wounds": who was counted before may be meant."""
    sentence = found.sentences[toll.sentence]
    return toll.measure == "killed" and bool(_OF_WOUNDS.match(sentence.text, toll.end - sentence.start))


def _once(said: Iterable[_Said]) -> list[_Said]:
    """What is said again is left out; the fuller words stay, and a named claimant stays rather than the outlet."""
    kept: list[_Said] = []
    for one in said:
        rivals = [k for k in kept if k.measure == one.measure and k.stance == one.stance]
        if one.repeats and any(_may_repeat(one, k) for k in rivals):
            continue
        if one.additional and (base := _base(one, rivals)):
            kept[kept.index(base)] = _sum(base, one)
            continue
        again = next((k for k in rivals if _says_again(one, k)), None)
        if again is None:
            kept.append(one)
        elif _fuller(one, again):
            kept[kept.index(again)] = one
    return kept


def _survivors(said: list[_Said]) -> list[_Said]:
    """Those who were shot, less those of them who died: "three were shot, one of them died" leaves two injured."""
    dead = [s for s in said if s.measure == "killed" and s.stance == "says" and s.main and s.main.word is None]
    most = max((s.main.least for s in dead if s.main), default=0)
    if not most:
        return said
    left = []
    for one in said:
        if one.measure != "injured" or not one.struck or one.main is None or one.main.high is None:
            left.append(one)
        elif one.main.least > most and len(one.counts) == 1:
            rest = Count(one.main.least - most, one.main.high - most, one.main.approximate)
            left.append(replace(one, counts={next(iter(one.counts)): rest}))
    return left


def _may_repeat(one: _Said, known: _Said) -> bool:
    """ "The man died" after "a man was killed": by the same claimant, of the same groups or of everybody."""
    if one.by is not None and one.by != known.by:
        return False
    if set(one.counts) <= set(OVERLAPPING):  # a leader among the dead is not a repetition of the dead
        return set(one.counts) <= set(known.counts)
    return bool(set(one.counts) & set(known.counts)) or "total" in known.counts or "total" in one.counts


def _base(one: _Said, rivals: Sequence[_Said]) -> _Said | None:
    """What "another two" comes on top of: an exact figure by the same claimant for the same group, said just before."""
    for known in reversed(rivals):
        same = set(known.counts) == set(one.counts) and len(one.counts) == 1
        near = 0 < one.sentence - known.sentence <= 2 and not known.headline
        if same and near and known.by in (one.by, None) and known.main and not known.main.word:
            return known
    return None


def _sum(base: _Said, more: _Said) -> _Said:
    """The source adds: three died, and later another one."""
    (group, a), b = next(iter(base.counts.items())), next(iter(more.counts.values()))
    if b.word or a.low is None or b.low is None:
        return base
    high = None if a.high is None or b.high is None else a.high + b.high
    total = Count(a.low + b.low, high, a.approximate or b.approximate)
    return replace(base, end=max(base.end, more.end), counts={group: total})


def _says_again(one: _Said, known: _Said) -> bool:
    """The same figure for the same people, by the same claimant or by nobody in particular."""
    a, b = one.main, known.main
    if one.headline or known.headline:  # a headline shortens what the text says, and whose word it is
        bounded = a is not None and b is not None and (a.low is None) == (b.low is None)  # "up to 40" repeats no "27"
        return bounded and a is not None and b is not None and _compatible(a, b)
    if one.earlier != known.earlier or (one.by is not None and known.by is not None and one.by != known.by):
        return False
    if set(one.counts) == {"attackers"} or set(known.counts) == {"attackers"}:
        return set(one.counts) == set(known.counts) and one.main == known.main
    if a is None or b is None:
        return set(one.counts) == set(known.counts) and dict(one.counts) == dict(known.counts)
    groups_agree = set(one.counts) == set(known.counts) or "total" in one.counts or "total" in known.counts
    return groups_agree and (a == b or (_loose(a, b) and one.by == known.by))


def _compatible(a: Count, b: Count) -> bool:
    """Whether both may mean the same number."""
    low, high = max(a.least, b.least), min(_most(a), _most(b))
    return low <= high or a.word is not None or b.word is not None


def _loose(a: Count, b: Count) -> bool:
    """13 and 13+, 20 and ~20: the same number, once without its sign."""
    return a.low is not None and a.low == b.low and a.word == b.word


def _most(count: Count) -> float:
    return float("inf") if count.high is None else count.high * (1.1 if count.approximate else 1)


def _fuller(one: _Said, known: _Said) -> bool:
    """Body before headline, then more groups, then a claimant, then the more careful count."""
    return _weight(one) > _weight(known)


def _weight(said: _Said) -> tuple[bool, bool, int, bool]:
    careful = said.main is not None and (said.main.high is None or said.main.approximate)
    return not said.headline, said.by is not None, len(said.counts), careful


def _together(said: Sequence[_Said]) -> list[list[_Said]]:
    """Figures for different measures by one claimant in one sentence, or in the next, make one report."""
    reports: list[list[_Said]] = []
    for one in sorted(said, key=lambda s: s.start):
        last = reports[-1] if reports else None
        joins = (
            last is not None
            and last[0].claimant == one.claimant
            and one.sentence == last[-1].sentence
            and one.measure not in {s.measure for s in last}
        )
        if joins and last is not None:
            last.append(one)
        else:
            reports.append([one])
    return reports


def _report(said: Sequence[_Said], source: str, replaced: bool) -> Report:
    first = said[0]
    measures: dict[str, Any] = {one.measure: dict(one.counts) for one in said}
    return Report(
        **measures,
        by=first.by,
        speaker=first.speaker,
        voice=first.voice,
        stance=first.stance,
        superseded="an earlier count, as the article says" if replaced else None,
        source=Ref(source, *span) if (span := _span(said)) else Ref(source),
    )


def _span(said: Sequence[_Said]) -> tuple[int, int] | None:
    if said[0].start == _OUTSIDE:
        return None
    return min(s.start for s in said), max(s.end for s in said)
