"""The wording of tolls: what is shown of an incident, and what each report says. Plain text, never HTML."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from chronology import toll_range
from chronology.count import AGES, SIDES, Count
from chronology.incident import Incident
from chronology.site import words, words_dates
from chronology.toll import Shown, Sum
from chronology.toll_accounts import Line
from chronology.toll_range import Range

MEASURES = {
    "killed": "killed",
    "injured": "injured",
    "captured": "captured",
    "missing": "missing",
    "casualties": "hurt or killed",
}
SEVERAL = {"police": "police officers"}
VOICES = {
    "attacker": "attacking side",
    "target": "side attacked",
    "official": "officials",
    "medical": "medical workers",
    "monitor": "monitoring group",
    "local": "people there",
    "media": "media",
}


def shown(tolls: Mapping[str, Shown], incident: Incident) -> list[str]:
    """One line a measure: 13+ killed, of them 4 women, 6 children."""
    lines = [headline(measure, of, incident) for measure, of in tolls.items()]
    return [line for line in lines if line]


def headline(measure: str, of: Shown, incident: Incident) -> str:
    """What is shown of one measure; empty if only the attackers' losses are reported."""
    if not of.headline:
        return ""
    counted = {index for account in of.accounts if account.kind == "whole" for index in account.reports}
    parts = {group for index in counted for group in incident.toll[index].measures[measure]}
    within = [_people(line) for group, line in of.within.items() if group in parts]
    beside = [_people(line) for group, line in of.within.items() if group not in parts]
    # lines are several claimants' accounts: nothing may read as if they were added
    text = "; ".join(f"{_people(line)} {MEASURES[measure]}{_also(line)}" for line in of.headline)
    text += f", of them {', '.join(within)}" if within else ""
    # another claimant's leader may or may not be one of the thirteen
    return text + (f"; also reported: {', '.join(beside)}" if beside else "")


def _also(line: Line) -> str:
    beside = line.range is not None and not (line.none_by and line.range.high == 0)
    said = [f"“{word}”" for word in line.words] if beside else []
    return f" (also: {', '.join(said)})" if said else ""


def attackers(tolls: Mapping[str, Shown], incident: Incident) -> list[str]:
    """The attackers' own losses, and what is only possible of them: none hurt or killed; possibly “some”."""
    lines = []
    for measure, of in tolls.items():
        said = [_number(of.attackers)] if of.attackers else []
        for index in of.possible:
            counts = incident.toll[index].measures[measure]
            if "attackers" in counts:
                said.append(f"possibly {_count(counts['attackers'])}")
        if said:
            lines.append(f"{'; '.join(said)} {MEASURES[measure]}")
    return lines


def sums(of: Mapping[str, Sum]) -> list[str]:
    """One line a measure: 57–60+ killed, and 2 incidents without a number."""
    lines = []
    for measure, sum_ in of.items():
        text = f"{_range(sum_.range)} {MEASURES[measure]}" if sum_.range else f"{MEASURES[measure]}: in words only"
        without = f", and {words_dates.amount(sum_.without, 'incident')} without a number" if sum_.without else ""
        lines.append(text + (without if sum_.range else ""))
    return lines


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of what a report says, and the groups that it counts."""

    lead: str
    """What joins it to the piece before."""
    text: str
    groups: tuple[str, ...]


def report(measure: str, counts: Mapping[str, Count]) -> list[Piece]:
    """13+ killed, of them 4 women; 20+ civilians and 2 police officers killed; 3 children."""
    said = {group: _of_group(_count(count), group, _is_one(count)) for group, count in counts.items()}
    if "total" in said:
        pieces = [(f"{_count(counts['total'])} {MEASURES[measure]}", ("total",))]
        pieces += [(text, (group,)) for group, text in said.items() if group != "total"]
        return [Piece(("", ", of them ", ", ")[min(n, 2)], *piece) for n, piece in enumerate(pieces)]
    # groups of one kind exclude each other; those of another kind may be the same people
    kinds = [tuple(group for group in kind if group in said) for kind in (SIDES, AGES)]
    kinds += [(group,) for group in said if group not in (*SIDES, *AGES)]
    joined = [(_and(said[group] for group in kind), kind) for kind in kinds if kind]
    first, *rest = joined
    return [Piece("", f"{first[0]} {MEASURES[measure]}", first[1]), *(Piece("; ", *piece) for piece in rest)]


def _people(line: Line) -> str:
    one = line.range is not None and line.range.low == line.range.high == 1 and not line.range.open
    return _of_group(_number(line), " and ".join(line.groups), one)


def _of_group(number: str, group: str, one: bool) -> str:
    """2 fighters; 1 fighter; no fighters; none."""
    if not group:
        return number
    names = words.ONE if one else SEVERAL
    return f"{'no' if number == 'none' else number} {names.get(group, group)}"


def _is_one(count: Count) -> bool:
    return count.low == count.high == 1


def _number(line: Line) -> str:
    """18–~30; 0 (United States) – 80 (state television); “some”, if there is no number."""
    said = ", ".join(f"“{word}”" for word in line.words)
    if not line.none_by:
        return _range(line.range) if line.range else said
    high = _range(line.range, high_only=True) if line.range and line.range.high else said
    return f"0{_by(line.none_by)} – {high}{_by(line.more_by)}"


def _by(claimants: Iterable[str]) -> str:
    named = ", ".join(filter(None, claimants))
    return f" ({named})" if named else ""


def _count(count: Count) -> str:
    if count.word:
        return f"“{count.word}”"
    of = toll_range.figure(count).range
    return _range(of) if of else ""


def _range(of: Range, *, high_only: bool = False) -> str:
    """13, none, 13+, ~24–46+, up to 15."""
    high = f"{'~' if of.high_approximate else ''}{of.high:,}{'+' if of.open else ''}"
    if high_only or (of.low == of.high and of.low_approximate == of.high_approximate):
        return "none" if high == "0" else high
    if of.low is None:
        return f"up to {high}"
    return f"{'~' if of.low_approximate else ''}{of.low:,}–{high}"


def _and(parts: Iterable[str]) -> str:
    *first, last = parts
    return f"{', '.join(first)} and {last}" if first else last
