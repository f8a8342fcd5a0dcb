"""The same records for other programs: CSV, GeoJSON, JSON and a feed. Pure: text out.

Figures are given as low and high: low without high is an open end ("at least"), high without low is "up to", neither
is "not reported" or, where there are words, "in words only". `text` has all of it in the notation of the files:
~24-46+. Nothing is averaged, nothing is filled in.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from chronology import incident, toll_range
from chronology.count import GROUPS, MEASURES, Count
from chronology.edtf import Edtf
from chronology.incident import Place
from chronology.site import exports_feed, words, words_toll
from chronology.site.exports_feed import Home
from chronology.site.records import Record, Records
from chronology.toll import Shown
from chronology.toll_accounts import Line
from chronology.toll_range import Range

FOLDER = "data"
FIGURE = ("low", "high", "text", "words", "basis")
"""What tables give of each figure."""
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def build(records: Records, home: Home) -> Iterator[tuple[str, str]]:
    """Path and text of each download."""
    yield f"{FOLDER}/incidents.csv", incidents_csv(records, home)
    yield f"{FOLDER}/reports.csv", reports_csv(records)
    yield f"{FOLDER}/incidents.geojson", geojson(records, home)
    yield "feed.xml", exports_feed.atom(records, home)
    full = {record.id: _dumped(_full(record, records.by_id, home)) for record in records.published}
    yield f"{FOLDER}/incidents.json", _collection({"name": home.name, "url": home.url}, "incidents", full.values())
    for record in records.published:
        yield f"incidents/{record.id}.json", full[record.id] + "\n"
        yield f"incidents/{record.id}.yaml", record.filed.text


def incidents_csv(records: Records, home: Home) -> str:
    """One row an incident. After the fixed columns, those of each measure and group that some incident reports."""
    tolls = {record.id: {(m, g): figure for m, g, figure in _figures(record.toll)} for record in records.published}
    reported = [(m, g) for m in MEASURES for g in GROUPS if any((m, g) in toll for toll in tolls.values())]
    rows = []
    for record in records.published:
        columns = _facts(record, home)
        for measure, group in reported:
            figure = tolls[record.id].get((measure, group), {})
            name = measure if group == "total" else f"{measure}_{group.replace(' ', '_')}"
            columns |= {f"{name}_{key}": figure.get(key) for key in FIGURE}
        rows.append(columns)
    return _csv(tuple(rows[0]) if rows else ("id", "url", "title", "kind", "date"), rows)


def reports_csv(records: Records) -> str:
    """One row for each count of each report, as it was reported."""
    rows = [
        {
            "incident": record.id,
            "report": number,
            "measure": measure,
            "group": group,
            **_count(count),
            "by": report.by,
            "claimant": record.claimants[number - 1],
            "speaker": report.speaker,
            "voice": report.voice,
            "stance": report.stance,
            "as_of": _edtf(report.as_of),
            "superseded": report.superseded,
            "source": report.source.source if report.source else None,
        }
        for record in records.published
        for number, report in enumerate(record.incident.toll, 1)
        for measure, counts in report.measures.items()
        for group, count in counts.items()
    ]
    columns = (
        "incident", "report", "measure", "group", "low", "high", "text", "words", "by", "claimant",
        "speaker", "voice", "stance", "as_of", "superseded", "source",
    )  # fmt: skip
    return _csv(columns, rows)


def geojson(records: Records, home: Home) -> str:
    """One feature an incident; its geometry is null where no coordinates are known."""
    features = (
        {
            "type": "Feature",
            "id": record.id,
            "geometry": _point(record.incident.place),
            "properties": _facts(record, home) | {"toll": _toll(record)},
        }
        for record in records.published
    )
    return _collection({"type": "FeatureCollection"}, "features", map(_dumped, features))


def _facts(record: Record, home: Home) -> dict[str, Any]:
    """What is known besides the toll, flat."""
    of, place = record.incident, record.incident.place
    return {
        "id": record.id,
        "url": home.address(record),
        "title": of.title,
        "kind": of.kind,
        "date": _edtf(of.date),
        "date_earliest": _text(of.date.earliest),
        "date_latest": _text(of.date.latest),
        "until": _edtf(of.until),
        "time": _text(of.time),
        "place": place.name if place else None,
        "region": place.region if place else None,
        "country": " ".join(place.country) if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "precision": place.precision if place else None,
        "actors": "; ".join(f"{name} ({actor.role})" for actor, name in zip(of.actors, record.actors, strict=True)),
        "sources": len(of.sources),
        "disagree": record.disagree,
        "reviewed": of.reviewed,
        "added": _text(of.added),
    }


def _full(record: Record, by_id: Mapping[str, Record], home: Home) -> dict[str, Any]:
    """All that the file holds, and what the site derives from it."""
    written = incident.write(record.incident)
    numbers = {key: float(value) for key, value in (written.get("place") or {}).items() if key in ("lat", "lon")}
    if numbers:
        written["place"] = {**written["place"], **numbers}
    return {
        "id": record.id,
        "url": home.address(record),
        **written,
        "shown": _toll(record),
        "disagree": record.disagree,
        "belongs_with": [
            {"id": one.id, "why": words.reason(one, record.incident.date, by_id[one.id].incident.date)}
            for one in record.related
            if one.id in by_id
        ],
    }


def _toll(record: Record) -> dict[str, Any]:
    """Measure -> group -> low, high, approximate, words, basis; with what is printed."""
    tolls: dict[str, Any] = {}
    for measure, group, figure in _figures(record.toll):
        tolls.setdefault(measure, {"line": "", "disagree": record.toll[measure].disagree, "groups": {}})
        tolls[measure]["groups"][group] = figure
    for measure, shown in record.toll.items():
        tolls.setdefault(measure, {"line": "", "disagree": shown.disagree, "groups": {}})
        tolls[measure]["line"] = words_toll.headline(measure, shown, record.incident)
    return tolls


def _figures(tolls: Mapping[str, Shown]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Measure, group and figure of everything that is shown; `total` is the range of the best class of accounts."""
    for measure, shown in tolls.items():
        if shown.headline:
            basis = min((account.kind for account in shown.accounts), key=("whole", "part", "detail").index)
            yield measure, "total", {**_range(shown.line, shown.words), "basis": basis}
        for group, line in shown.groups.items():
            yield measure, group, _line(line)
        if shown.attackers:
            yield measure, "attackers", _line(shown.attackers)


def _line(line: Line) -> dict[str, Any]:
    return {**_range(line.range, line.words), "basis": "stated"}


def _count(count: Count) -> dict[str, Any]:
    figure = toll_range.figure(count)
    return _range(figure.range, figure.words)


def _range(of: Range | None, said: Sequence[str]) -> dict[str, Any]:
    return {
        "low": of.low if of else None,
        "high": None if of is None or of.open else of.high,
        "open": of is not None and of.open,
        "approximate": of is not None and (of.low_approximate or of.high_approximate),
        "text": _text(of),
        "words": "; ".join(said) or None,
    }


def _point(place: Place | None) -> dict[str, Any] | None:
    if place is None or place.lat is None or place.lon is None:
        return None
    return {"type": "Point", "coordinates": [place.lon, place.lat]}


def _edtf(of: Edtf | None) -> str | None:
    """The date in Extended Date/Time Format; our a/b is EDTF's [a..b], one of these days."""
    if of is None or of.single:
        return _text(of)
    return f"[{of.first or ''}..{of.last or ''}]"


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _collection(head: Mapping[str, Any], key: str, members: Iterable[str]) -> str:
    """A JSON object whose last key holds a list, one member a line."""
    return f"{_dumped(head)[:-1]}, {_dumped(key)}: [\n" + ",\n".join(members) + "\n]}\n"


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _csv(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_cell(row[column]) for column in columns] for row in rows)
    return stream.getvalue()


def _cell(value: Any) -> Any:
    """A cell that no spreadsheet takes for a formula; numbers stay numbers."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str) and (value.lstrip().startswith(_FORMULA) or value[:1].isspace()):
        return f"'{value}"
    return value
