"""The misses behind a figure, by class.

    python benchmarks/misses.py FOLDER

FOLDER is a set's folder below build/bench, as `accuracy.py` leaves it. Prints a line for each miss: its class, the
article's id, what was expected, what was read.
"""

from __future__ import annotations

import json
import runpy
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

Line = dict[str, Any]


class Miss(NamedTuple):
    kind: str
    id: str
    expected: str
    read: str


def of(task: str, gold: list[Line], lines: dict[str, Line], scorer: Path) -> Iterator[Miss]:
    """The misses of one system; `scorer` decides what matches."""
    rules = runpy.run_path(str(scorer))
    one = {"incidents": _incident, "timex": _timex, "toponyms": _toponyms}[task]
    for article in gold:
        for kind, expected, read in one(article, lines.get(article["id"], {}), rules):
            yield Miss(kind, article["id"], expected, read)


def _incident(article: Line, line: Line, rules: Line) -> Iterator[tuple[str, str, str]]:
    """Misses of the incident that is scored: its date, its place, its tolls."""
    gold, read = article.get("gold", {}), rules["main_of"](line)
    if rules["score_date"](gold, read)["exact"] is False:
        date = read.get("date") or ""
        kind = "absent" if not date else "other day" if len(date) == 10 else "month or year only"
        yield f"date: {kind}", gold["date"], f"{date} {read.get('edtf')} {read.get('date_basis')}"
    if rules["score_place"](gold, read)["ok"] is False:
        place = read.get("place") or read.get("admin1")
        kind = "other place" if place else "absent"
        yield f"place: {kind}", f"{gold.get('place')}, {gold.get('admin1')}", f"{place}, {read.get('admin1')}"
    for measure in ("killed", "injured", "captured"):
        scored = rules["score_toll"](gold.get(measure), read.get(measure))
        if not scored:
            continue
        exact, within, _ = scored
        if within if exact is None or _is_range(gold[measure]) else exact:
            continue
        low, high, best, _ = rules["toll"](gold[measure])
        known = rules["toll"](read.get(measure))
        if not known:
            kind = "absent"
        elif high == 0:
            kind = "read where there is none"
        else:
            kind = "too low" if known[0] < (low if best is None else best) else "too high or too wide"
        yield f"{measure}: {kind}", json.dumps(gold[measure]), json.dumps(read.get(measure))


def _is_range(toll: Line) -> bool:
    return toll.get("best") is None and toll.get("min") != toll.get("max")


def _timex(article: Line, line: Line, rules: Line) -> Iterator[tuple[str, str, str]]:
    """Expressions that were not found, found with another value, or found where there is none."""
    gold, read = article["timex"], line.get("timex", [])
    pairs = dict(rules["match"](gold, read))
    for number, timex in enumerate(gold):
        kind = rules["klass"](timex)
        if number not in pairs:
            yield f"absent: {kind}", _timex_words(article, timex), ""
            continue
        other = read[pairs[number]]
        if rules["norm"](other.get("value")) != rules["norm"](timex["value"]):
            yield (
                f"other value: {kind}",
                _timex_words(article, timex),
                f"{_timex_words(article, other)} {other.get('rule')}",
            )
    for number in sorted(set(range(len(read))) - set(pairs.values())):
        yield f"nothing there: {read[number].get('type')}", "", _timex_words(article, read[number])


def _timex_words(article: Line, timex: Line) -> str:
    return f"{_context(article, timex)} = {timex.get('type')} {timex.get('value')}"


def _toponyms(article: Line, line: Line, rules: Line) -> Iterator[tuple[str, str, str]]:
    """Names that were not found, found elsewhere on the globe or nowhere, or found where there is none."""
    gold, read = article["toponyms"], line.get("toponyms", [])
    pairs = dict(rules["match"](gold, read))
    for number, place in enumerate(gold):
        if not place.get("literal", True):  # "Paris" for France's government: neither asked for nor wrong
            continue
        if number not in pairs:
            yield "absent", _context(article, place), ""
            continue
        other = read[pairs[number]]
        if (place["start"], place["end"]) != (other["start"], other["end"]):
            yield "other words", _context(article, place), article["text"][other["start"] : other["end"]]
        if place.get("lat") is None or (place.get("geonames_id") and place["geonames_id"] == other.get("geonames_id")):
            continue
        where = f"{_context(article, place)} = {place['lat']:.2f} {place['lon']:.2f}"
        if other.get("lat") is None:
            yield "no coordinates", where, str(other.get("rule"))
        elif (km := rules["km"](place["lat"], place["lon"], other["lat"], other["lon"])) > 161:
            yield "elsewhere", where, f"{other.get('name')}, {other.get('country')} ({km:.0f} km) {other.get('rule')}"
    for number in sorted(set(range(len(read))) - set(pairs.values())):
        yield "nothing there", "", f"{_context(article, read[number])} {read[number].get('rule')}"


def _context(article: Line, mention: Line) -> str:
    """The words with some on each side, on one line."""
    text, start, end = article["text"], mention["start"], mention["end"]
    return " ".join(f"{text[max(0, start - 30) : start]}[{text[start:end]}]{text[end : end + 20]}".split())


def main(folder: Path) -> None:
    about = json.loads((folder / "run.json").read_text(encoding="utf-8"))
    gold = read_lines(folder / "gold.jsonl")
    lines = {line["id"]: line for line in read_lines(folder / "ours.jsonl")}
    for miss in sorted(of(about["task"], gold, lines, Path(about["scorer"]))):
        print("\t".join(miss))


def read_lines(path: Path) -> list[Line]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
