"""The JSON lines of `extract` and `explain`, which scripts and scorers rely on, and `explain`'s table for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Any

from chronology import incident
from chronology.count import AGES, SIDES, Count
from chronology.edtf import Edtf
from chronology.extract.incidents import Telling, Told
from chronology.incident import Evidence, Ref, Report

LONGEST_SPAN = timedelta(days=7)


def extracted(telling: Telling, seconds: float) -> dict[str, Any]:
    """One line of `extract --json`."""
    return {
        "id": telling.id,
        "language": telling.language,
        "published": str(telling.published) if telling.published else None,
        "incidents": [_told(told) for told in telling.told],
        "seconds": round(seconds, 4),
    }


def _told(told: Told) -> dict[str, Any]:
    value = told.incident
    place = value.place
    return {
        "main": told.main,
        "title": value.title,
        "kind": value.kind,
        "date": _date(value.date),
        "edtf": str(value.date),
        "date_basis": told.basis,
        "time": str(value.time) if value.time else None,
        "place": place.name if place else None,
        "region": place.region if place else None,
        "admin1": place.region if place else None,
        "country": place.country[0] if place and place.country else None,
        "country_name": told.country_name,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "precision": place.precision if place else None,
        **{measure: leading(value.toll, measure) for measure in ("killed", "injured", "captured")},
        "toll": [
            _report(report, plain)
            for report, plain in zip(value.toll, incident.write(value).get("toll", []), strict=True)
        ],
        "evidence": _evidence(value.evidence),
        "related": [{"to": r.to, "why": r.why, **_range(r.source)} for r in value.related],
    }


def leading(toll: tuple[Report, ...], measure: str) -> dict[str, Any] | None:
    """The article's own leading figure for one measure: the first report of everybody, else the first of a part."""
    reports = [r for r in toll if r.stance == "says" and r.superseded is None and measure in r.measures]
    wholes = [count for r in reports if (count := _whole(r.measures[measure]))]
    first = _first(wholes)
    if first is None or first.high == 1:
        # one person told of first may be one of several who are told of one by one
        singles = _singles([r.measures[measure] for r in reports])
        if singles and (first is None or singles.least > first.least):
            first = singles
    if first is None:
        first = _first([count for r in reports if (count := _part(r.measures[measure]))])
    if first is None:
        return None
    return {"min": first.least, "max": first.high, "approx": first.approximate, "vague": first.word is not None}


def _first(counts: Sequence[Count]) -> Count | None:
    """The first number, or the first word; but one person told of first gives way to a larger total."""
    numbers = [count for count in counts if count.word is None] or list(counts)
    if not numbers:
        return None
    return max(numbers, key=lambda count: count.least) if numbers[0].high == 1 else numbers[0]


def _singles(reports: Sequence[Mapping[str, Count]]) -> Count | None:
    """Men, women and children whom the reports count apart, added: the most that is said of each."""
    most: dict[str, Count] = {}
    for counts in reports:
        for group in AGES:
            if group in counts and (group not in most or counts[group].least > most[group].least):
                most[group] = counts[group]
    if not most:
        return None
    high = None if any(c.high is None for c in most.values()) else sum(c.high or 0 for c in most.values())
    return Count(sum(c.least for c in most.values()), high, any(c.approximate for c in most.values()))


def _whole(counts: Mapping[str, Count]) -> Count | None:
    """The total, or one side where only one is counted, or the sum of several sides."""
    if "total" in counts:
        return counts["total"]
    sides = [counts[side] for side in SIDES if side in counts]
    if len(sides) < 2:
        return sides[0] if sides else None
    high = None if any(c.high is None for c in sides) else sum(c.high or 0 for c in sides)
    return Count(sum(c.least for c in sides), high, any(c.approximate for c in sides))


def _part(counts: Mapping[str, Count]) -> Count | None:
    return next((count for group, count in counts.items() if group != "attackers"), None)


def _date(value: Edtf) -> str | None:
    """A day, month or year, or a closed span of at most seven days, else None."""
    if value.precision in ("day", "month", "year"):
        return str(value).rstrip("~?")
    early, late = value.earliest, value.latest
    if value.precision == "span" and early and late and late - early <= LONGEST_SPAN:
        return str(early)
    return None


def _report(report: Report, plain: Mapping[str, Any]) -> dict[str, Any]:
    return {**plain, **_range(report.source)}


def _range(ref: Ref | None) -> dict[str, Any]:
    return {"start": ref.start, "end": ref.end} if ref and ref.start is not None else {}


def _evidence(found: Evidence | None) -> dict[str, list[int | None]]:
    names = ("title", "kind", "date", "time", "place")
    return {name: [refs[0].start, refs[0].end] for name in names if found and (refs := getattr(found, name))}


def explained(telling: Telling) -> dict[str, Any]:
    """One line of `explain --json`."""
    found = telling.found
    return {
        "id": telling.id,
        "language": telling.language,
        "published": str(telling.published) if telling.published else None,
        "timex": [
            {
                "start": d.start, "end": d.end, "text": d.text, "type": d.type, "value": d.value,
                "rule": d.rule, "anchor": d.anchor, "basis": d.basis, "edtf": str(d.edtf) if d.edtf else None,
            }
            for d in found.all_dates
        ],
        "toponyms": [
            {
                "start": p.start, "end": p.end, "text": p.text, "name": p.name, "lat": p.lat, "lon": p.lon,
                "geonames_id": p.geonames_id, "class": p.kind, "region": p.region, "country": p.country,
                "precision": p.precision, "rule": p.rule,
            }
            for p in sorted((*found.header_places, *found.places), key=lambda p: p.start)
        ],
        "tolls": [
            {**_report(report, plain), "incident": told.key}
            for told in telling.told
            for report, plain in zip(told.incident.toll, incident.write(told.incident).get("toll", []), strict=True)
        ],
    }  # fmt: skip


def table(text: str, line: Mapping[str, Any]) -> Iterator[str]:
    """`explain` for people: one mention a line, where it stands, what it was read as, and why."""
    yield f"{line['id']}: published {line['published'] or 'not stated'}"
    for timex in line["timex"]:
        how = ", ".join(str(timex[part]) for part in ("basis", "rule", "anchor") if timex[part])
        yield f"  {_where(timex)}  {timex['type'].lower():<9} {_words(text, timex)!r} -> {timex['edtf'] or timex['value']}  ({how})"
    for place in line["toponyms"]:
        point = f"{place['lat']:.2f} {place['lon']:.2f}" if place["lat"] is not None else "no coordinates"
        around = ", ".join(str(part) for part in (place["name"], place["region"], place["country"]) if part)
        yield f"  {_where(place)}  {place['class']:<9} {_words(text, place)!r} -> {around}: {point}  ({place['rule']})"
    for toll in line["tolls"]:
        counts = "; ".join(
            f"{m} {toll[m]}" for m in ("killed", "injured", "captured", "missing", "casualties") if m in toll
        )
        by = toll.get("by", "the outlet itself")
        yield f"  {_where(toll)}  {'toll':<9} {_words(text, toll)!r} -> {counts}, by {by}  ({toll['incident']})"


def _where(mention: Mapping[str, Any]) -> str:
    return f"{mention.get('start', 0):>6}-{mention.get('end', 0):<6}"


def _words(text: str, mention: Mapping[str, Any]) -> str:
    words = " ".join(text[mention.get("start", 0) : mention.get("end", 0)].split())
    return words if len(words) <= 80 else words[:77] + "..."
