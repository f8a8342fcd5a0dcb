#!/usr/bin/env python3
"""Learns chronology/data/place_signs.tsv: how much each sign speaks for or against a name being a place.

usage: place_signs.py GOLD.jsonl... [--write]

GOLD: one document a line, {"text", "toponyms": [{"start", "end"}]}. Logistic regression by AdaGrad in a fixed order, so
that the same files give the same weights. Without --write it only prints precision, recall and F1 of five-fold
cross-validation, a line a file. Demonyms are left out: they are always listed, and corpora differ on them.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter, defaultdict
from math import exp, sqrt
from pathlib import Path
from typing import NamedTuple

from chronology.extract import places_document, places_names, places_signs
from chronology.gazetteer import Gazetteer

FOLDS, EPOCHS, RATE, SHRINK, RARE = 5, 12, 0.12, 2e-5, 5
TABLE = Path(places_signs.__file__).parents[1] / "data" / "place_signs.tsv"
Weights = dict[str, float]


class Document(NamedTuple):
    names: list[tuple[list[str], bool]]
    """The signs of each name, and whether it is in the gold."""
    gold: int


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    gazetteer = Gazetteer.open()
    sets = {
        path: [read(json.loads(line), gazetteer) for line in path.open(encoding="utf-8")] for path in arguments.gold
    }
    if arguments.write:
        write(learn([document for documents in sets.values() for document in documents]))
        return
    found: dict[Path, list[Counter[str]]] = defaultdict(list)
    for fold in range(FOLDS):
        weights = learn([d for documents in sets.values() for at, d in enumerate(documents) if at % FOLDS != fold])
        for path, documents in sets.items():
            found[path].extend(count(d, weights) for at, d in enumerate(documents) if at % FOLDS == fold)
    for path, counts in found.items():
        print(path, score(sum(counts, Counter())))


def read(line: dict[str, object], gazetteer: Gazetteer) -> Document:
    body = str(line["text"])
    gold = {(t["start"], t["end"]) for t in line["toponyms"]}  # type: ignore[attr-defined]
    names = places_names.names(body, gazetteer)
    document = places_document.read(body, names)
    examples = []
    for at, name in enumerate(names):
        if name.rows and name.rows[0].kind == "demonym":
            gold.discard((name.start, name.end))
            continue
        around = (names[at - 1] if at else None, names[at + 1] if at + 1 < len(names) else None)
        examples.append((places_signs.signs(name, *around, document), (name.start, name.end) in gold))
    return Document(examples, len(gold))


def learn(documents: list[Document]) -> Weights:
    often = Counter(sign for d in documents for signs, _ in d.names for sign in signs)
    examples = [
        ([*(s for s in signs if often[s] >= RARE), "always"], is_place)
        for d in documents
        for signs, is_place in d.names
    ]
    order = random.Random(1)
    weights: Weights = defaultdict(float)
    squares: Weights = defaultdict(lambda: 1e-6)
    for _ in range(EPOCHS):
        order.shuffle(examples)
        for signs, is_place in examples:
            wrong = chance(sum(weights[sign] for sign in signs)) - is_place
            for sign in signs:
                step = wrong + SHRINK * weights[sign]
                squares[sign] += step * step
                weights[sign] -= RATE * step / sqrt(squares[sign])
    return dict(weights)


def chance(total: float) -> float:
    return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, total))))


def count(document: Document, weights: Weights) -> Counter[str]:
    taken = [is_place for signs, is_place in document.names if sum(weights.get(s, 0.0) for s in (*signs, "always")) > 0]
    return Counter(right=sum(taken), taken=len(taken), gold=document.gold)


def score(counts: Counter[str]) -> str:
    precision, recall = counts["right"] / counts["taken"], counts["right"] / counts["gold"]
    return f"P {precision:.1%}  R {recall:.1%}  F1 {2 * precision * recall / (precision + recall):.1%}"


def write(weights: Weights) -> None:
    rows = [f"{sign}\t{weight:.2f}\n" for sign, weight in sorted(weights.items()) if abs(weight) >= 0.05]
    TABLE.write_text("# sign\tweight; made by benchmarks/place_signs.py\n" + "".join(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
