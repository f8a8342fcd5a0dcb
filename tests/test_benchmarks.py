"""The benchmarks run: a baseline, a table, the misses behind it. What they measure is not asserted here."""

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"


def load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, BENCHMARKS / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


baseline = load("baseline")
misses = load("misses")

NEAR_KILLED = {
    "At least 13 people were killed in the raid.": 13,
    "The strike killed three men and a boy.": 3,
    "Two of the 9 wounded died on the way.": 2,
    "A man aged 40 died there.": 40,  # it is a baseline
    "The raid ended before dawn.": None,
    "The force of 40 came by road and left again; nobody in the village was killed.": None,
}


@pytest.mark.parametrize(("sentence", "number"), NEAR_KILLED.items(), ids=NEAR_KILLED)
def test_baseline_takes_the_first_number_near_the_word(sentence: str, number: int | None) -> None:
    found = baseline.number_near(baseline.WORDS["killed"], sentence)
    assert found == (None if number is None else {"min": number, "max": number})


def test_baseline_prints_the_lines_of_extract(tmp_path: Path) -> None:
    article = {
        "id": "a",
        "published": "2021-05-04",
        "text": "Two men were killed in Aleppo on 3 May 2021.\nOne was hurt.",
    }
    (tmp_path / "articles.jsonl").write_text(json.dumps(article), encoding="utf-8")
    done = run("baseline.py", "incidents", str(tmp_path / "articles.jsonl"))
    (incident,) = json.loads(done.stdout)["incidents"]
    assert (incident["date"], incident["place"], incident["killed"]) == ("2021-05-03", "Aleppo", {"min": 2, "max": 2})


def test_pieces_hold_the_whole_text_at_its_offsets() -> None:
    text = "short\n\n" + "word " * 500 + "\nend"
    pieces = list(baseline.pieces(text))
    assert all(text[start : start + len(piece)] == piece and len(piece) <= 1000 for start, piece in pieces)
    assert "".join(piece for _, piece in pieces) == text.replace("\n", "")


def test_missing_sets_are_one_line() -> None:
    done = run("accuracy.py", "--sets", "no/such/folder")
    assert done.returncode == 2
    assert done.stderr.startswith("no/such/folder: no such folder")
    assert done.stderr.count("\n") == 1


SCORER = """
def main_of(line): return next(iter(line.get("incidents", [])), {})
def score_date(gold, read): return {"exact": gold["date"] == read.get("date")}
def score_place(gold, read): return {"ok": gold["place"] == read.get("place")}
def score_toll(gold, read): return None if gold is None else (gold == read, True, True)
def toll(x): return (x["min"], x["max"], None, False) if x else None
if __name__ == "__main__":
    import json
    print(json.dumps({"date.exact": {"acc": 0.5, "n": 2}, "list": {"f1": 0.25}}))
"""
GOLD = {"date": "2021-05-03", "place": "Idlib", "killed": {"min": 2, "max": 2}}
READ = {
    "all of it": (GOLD, []),
    "nothing": ({}, ["date: absent", "place: absent", "killed: absent"]),
    "the month": (GOLD | {"date": "2021-05"}, ["date: month or year only"]),
    "the day after": (GOLD | {"date": "2021-05-04"}, ["date: other day"]),
    "another town": (GOLD | {"place": "Homs"}, ["place: other place"]),
    "one of the two": (GOLD | {"killed": {"min": 1, "max": 1}}, ["killed: too low"]),
    "more than two": (GOLD | {"killed": {"min": 12, "max": None}}, ["killed: too high or too wide"]),
}


@pytest.mark.parametrize(("read", "kinds"), READ.values(), ids=READ)
def test_misses_have_a_class(tmp_path: Path, read: dict[str, object], kinds: list[str]) -> None:
    (tmp_path / "score.py").write_text(SCORER, encoding="utf-8")
    article, line = {"id": "a", "gold": GOLD}, {"id": "a", "incidents": [read]}
    found = misses.of("incidents", [article], {"a": line}, tmp_path / "score.py")
    assert [miss.kind for miss in found] == kinds


def test_one_table_of_figures_misses_and_cost(tmp_path: Path) -> None:
    folder = tmp_path / "incidents" / "isaf_press"
    folder.mkdir(parents=True)
    article = {"id": "a", "published": "2021-05-04", "gold": GOLD, "text": "Two men were killed in Idlib on Monday."}
    (folder / "dev.jsonl").write_text(json.dumps(article), encoding="utf-8")
    (tmp_path / "score_incidents.py").write_text(SCORER, encoding="utf-8")
    done = run("accuracy.py", "--only", "isaf_press", "--results", str(tmp_path), CHRONOLOGY_SETS=str(tmp_path))
    assert done.returncode == 0, done.stderr
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in done.stdout.splitlines()]
    assert rows[0] == ["set", "figure", "baseline", "ours", "goal"]
    assert ["isaf_press", "date.exact", "50.0", "50.0", "92"] in rows
    assert any(row[1].startswith("CPU ms per article") for row in rows)


def run(script: str, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(BENCHMARKS / script), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, **variables})
