"""The JSON lines of `extract` and `explain`, which scripts and scorers rely on, and `explain`'s table for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any

from chronology import incident
from chronology.count import MEASURES, Count
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
        **{measure: _figure(told.leading.get(measure)) for measure in ("killed", "injured", "captured")},
        "toll": [
            _report(report, plain)
            for report, plain in zip(value.toll, incident.write(value).get("toll", []), strict=True)
        ],
        "evidence": _evidence(value.evidence),
        "related": [{"to": r.to, "why": r.why, **_range(r.source)} for r in value.related],
    }


def _figure(count: Count | None) -> dict[str, Any] | None:
    if count is None:
        return None
    return {"min": count.least, "max": count.high, "approx": count.approximate, "vague": count.word is not None}


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
        counts = "; ".join(f"{measure} {_counts(toll[measure])}" for measure in MEASURES if measure in toll)
        by = toll.get("by", "the outlet itself") + (f", {toll['stance']}" if "stance" in toll else "")
        yield f"  {_where(toll)}  {'toll':<9} {_words(text, toll)!r} -> {counts}, by {by}  ({toll['incident']})"


def _counts(counts: str | Mapping[str, str]) -> str:
    """13+, or: women 4, children 6."""
    return counts if isinstance(counts, str) else ", ".join(f"{group} {count}" for group, count in counts.items())


def _where(mention: Mapping[str, Any]) -> str:
    return f"{mention.get('start', 0):>6}-{mention.get('end', 0):<6}"


def _words(text: str, mention: Mapping[str, Any]) -> str:
    words = " ".join(text[mention.get("start", 0) : mention.get("end", 0)].split())
    return words if len(words) <= 80 else words[:77] + "..."
