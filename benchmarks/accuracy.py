"""How well articles are read: one table over all sets, with a simple baseline measured in the same run.

    python benchmarks/accuracy.py [--sets FOLDER] [--only SET]... [--limit N] [--results FOLDER]

The sets are real articles of other publishers and not part of this repository: FOLDER (or CHRONOLOGY_SETS, or
../shared/eval beside the repository) holds them with their scorers. What was read is left in build/bench/SET, where
`misses.py` shows what lies behind a figure.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import misses
import peers

HERE = Path(__file__).resolve().parent
BASELINE, OURS = "baseline", "ours"

DATES: dict[str, float | None] = {"value_f1": 79.0, "day/f1": 90.0, "strict/f1": None}
PLACES: dict[str, float | None] = {"strict/f1": None, "pipeline_acc161": None, "matched_acc161": None}
WHOLE: dict[str, float | None] = {
    "date.exact": None,
    "date.within1": None,
    "date.exact (with published)": None,
    "place.ok": None,
    "killed.exact": None,
    "killed.exact (gold>0)": None,
    "killed.range": None,
    "injured.exact": None,
    "captured.exact": None,
    "joint.strict": None,
    "joint.lenient": None,
    "list/f1": None,
}
RAIDS = {"date.exact": 92.0, "place.ok": 95.0, "killed.exact": 96.0, "killed.exact (gold>0)": 90.0}
SHOOTINGS = {"date.exact": 85.0, "place.ok": 80.0, "killed.exact": 93.0, "injured.exact": 85.0, "joint.strict": 55.0}
STRIKES = {"place.ok": 45.0, "killed.range": 70.0}


@dataclass(frozen=True, slots=True)
class Set:
    """One section of the table: which articles, and what we want to reach (None: only reported)."""

    name: str
    folder: str
    goals: Mapping[str, float | None]
    """The scorer's keys, "a/b" for b within a."""
    option: str = ""
    """The scorer's own option for a part of the set."""

    @property
    def task(self) -> str:
        """incidents, timex or toponyms."""
        return self.folder.partition("/")[0]


SETS = (
    Set("isaf_press", "incidents/isaf_press", WHOLE | RAIDS),
    Set("gva_semeval", "incidents/gva_semeval", WHOLE | SHOOTINGS, "--fresh"),
    Set("gvc", "incidents/gvc", WHOLE),
    Set("airwars_syria", "incidents/airwars_syria", WHOLE | STRIKES),
    Set("airwars_syria", "incidents/airwars_syria", WHOLE | STRIKES, "--published"),
    Set("muc4", "incidents/muc4", WHOLE),
    Set("te3-platinum", "timex/te3-platinum", DATES),
    Set("timebank", "timex/timebank", DATES),
    Set("aquaint", "timex/aquaint", DATES),
    Set("wikiwars", "timex/wikiwars", dict.fromkeys(DATES) | {"day/f1": 80.0}),
    Set("tweets", "timex/tweets", dict.fromkeys(DATES)),
    Set("trnews", "toponyms/trnews", {"strict/f1": 78.0, "pipeline_acc161": 80.0, "matched_acc161": 90.0}),
    Set("lgl", "toponyms/lgl", PLACES),
    Set("geovirus", "toponyms/geovirus", PLACES),
    Set("geowebnews", "toponyms/geowebnews", PLACES, "--literal"),
)


def main() -> None:
    options = _options()
    chosen = [s for s in SETS if not options.only or s.name in options.only]
    others = peers.installed() if any(one.task == "timex" for one in chosen) else []
    columns = ["set", "figure", BASELINE, *others, OURS, "goal"]
    print(_row(columns))
    print(_row(["---"] * 2 + ["---:"] * (len(columns) - 2)))
    for one in chosen:
        for figure, values, goal in measure(one, options.sets, options.results, options.limit):
            cells = [values.get(name, "") for name in (BASELINE, *others, OURS)]
            print(_row([f"{one.name} {one.option}".strip(), figure, *cells, goal]), flush=True)


def measure(one: Set, sets: Path, results: Path, limit: int | None) -> Iterator[tuple[str, dict[str, str], str]]:
    """Runs every system over the set: figures of the scorer, misses by class, speed."""
    folder = results / f"{one.name}{one.option}"
    folder.mkdir(parents=True, exist_ok=True)
    kept = KEPT.get(one.option, lambda _: True)
    articles = [article for article in misses.read_lines(sets / one.folder / "dev.jsonl") if kept(article)][:limit]
    gold = folder / "gold.jsonl"
    gold.write_text("".join(json.dumps(article) + "\n" for article in articles), encoding="utf-8")
    scorer = sets / f"score_{one.task}.py"
    (folder / "run.json").write_text(json.dumps({"task": one.task, "scorer": str(scorer)}), encoding="utf-8")

    sheets, classes, speeds = {}, {}, {}
    for name, command in _systems(one.task).items():
        read = folder / f"{name}.jsonl"
        seconds = _run([*command, str(gold)], read)
        sheets[name] = _score(scorer, gold, read, one.option)
        classes[name] = _classes(one.task, articles, read, scorer)
        speeds[name] = f"{1000 * seconds / max(1, len(articles)):.1f}"
    yield "articles", {OURS: str(len(articles))}, ""
    for key, goal in one.goals.items():
        values = {name: _figure(sheet, key) for name, sheet in sheets.items()}
        if any(values.values()):
            yield key, values, f"{goal:.0f}" if goal else ""
    for kind in sorted(set().union(*classes.values())):
        yield f"misses, {kind}", {name: str(found[kind]) for name, found in classes.items()}, ""
    yield "CPU ms per article, start-up included", speeds, ""


def _is_fresh(article: dict[str, Any]) -> bool:
    """Published at most a week after the incident: as the scorer's --fresh."""
    published, day = article.get("published"), article["gold"].get("date")
    return bool(published and day) and 0 <= (date.fromisoformat(published) - date.fromisoformat(day)).days <= 7


KEPT: dict[str, Callable[[dict[str, Any]], bool]] = {
    "--fresh": _is_fresh,
    "--published": lambda article: bool(article.get("published")),
}


def _systems(task: str) -> dict[str, list[str]]:
    """Name -> command that takes the articles last and prints one line for each."""
    command = "extract" if task == "incidents" else "explain"
    others = peers.installed() if task == "timex" else []
    return {
        BASELINE: [sys.executable, str(HERE / "baseline.py"), task],
        **{name: [sys.executable, str(HERE / "peers.py"), name] for name in others},
        OURS: [str(Path(sys.executable).with_name("chronology")), command, "--json"],
    }


def _run(command: list[str], output: Path) -> float:
    """CPU seconds. In an empty folder, so that no places or names of this repository's own chronology help."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    messages = output.with_suffix(".messages")
    empty = output.parent / "empty"
    empty.mkdir(exist_ok=True)
    with output.open("wb") as lines, messages.open("wb") as errors:
        done = subprocess.run(command, stdout=lines, stderr=errors, cwd=empty, check=False)
    if done.returncode and not output.stat().st_size:
        last = messages.read_text(encoding="utf-8", errors="replace").strip().rpartition("\n")[2]
        sys.exit(f"{' '.join(command[:3])}: {last} (all of it: {messages})")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _score(scorer: Path, gold: Path, read: Path, option: str) -> dict[str, Any]:
    command = [sys.executable, str(scorer), str(gold), str(read), "--json", *filter(None, [option])]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def _classes(task: str, articles: list[dict[str, Any]], read: Path, scorer: Path) -> Counter[str]:
    """Incidents by class, the others without the part after the colon, which would be a table of its own."""
    found = misses.of(task, articles, {line["id"]: line for line in misses.read_lines(read)}, scorer)
    return Counter(miss.kind if task == "incidents" else miss.kind.partition(":")[0] for miss in found)


def _figure(sheet: Any, key: str) -> str:
    """In percent; "" if the set has no such gold."""
    for part in key.split("/"):
        sheet = sheet.get(part) if isinstance(sheet, dict) else None
    if isinstance(sheet, dict):
        return f"{100 * sheet['acc']:.1f}"
    if sheet is None:
        return ""
    return f"{100 * sheet if key == 'list/f1' else sheet:.1f}"


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    default = Path(os.environ.get("CHRONOLOGY_SETS", HERE.parent.parent / "shared" / "eval"))
    parser.add_argument("--sets", type=Path, default=default, help="the folder with the sets and their scorers")
    names = sorted({one.name for one in SETS})
    parser.add_argument("--only", action="append", choices=names, metavar="SET", help=", ".join(names))
    results = HERE.parent / "build" / "bench"
    parser.add_argument("--results", type=Path, default=results, help="where to leave what was read")
    parser.add_argument("--limit", type=int, metavar="N", help="the first N articles of each set")
    options = parser.parse_args()
    if not options.sets.is_dir():
        parser.exit(2, f"{options.sets}: no such folder (give the folder of the sets with --sets or CHRONOLOGY_SETS)\n")
    options.sets, options.results = options.sets.absolute(), options.results.absolute()
    return options


if __name__ == "__main__":
    main()
