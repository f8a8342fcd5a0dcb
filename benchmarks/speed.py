"""How fast articles are read, and in how much memory: one table.

    python benchmarks/speed.py [--articles FILE]... [--many N]

Without --articles it reads examples/articles, so that it runs anywhere; set files (.jsonl) may be long. Everything is
measured in children of their own: CPU time (user and system) and peak memory as the system counts them.
"""

from __future__ import annotations

import argparse
import datetime
import itertools
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "examples" / "articles"
COMMAND = str(Path(sys.executable).with_name("chronology"))

ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""As an installed command starts: its modules are compiled once."""

FRAGMENTS = (
    *(" 1", "12-", "1,", "May ", "3 May ", "on Sunday ", "the night of "),
    *(
        "killed ",
        "killed and ",
        "at least ",
        "four women and ",
        "one of the ",
        "according to ",
        '" he said, "',
        "said ",
    ),
    *("in the village of ", "Al-", "A. ", "Aleppo ", "60 kilometers northwest of ", "St. ", "Abu "),
    *('"', "'", "(", "- ", ", ", ". ", "\n", "\t ", "a", "é", "<", "[", "|", "A" * 9 + " "),
)
SIZES = (1_000, 10_000, 100_000, 1_000_000)
MOST_GROWTH = 12
TOO_LONG = 30.0
"""CPU seconds of one text after which no larger one is tried."""


class Cost(NamedTuple):
    wall: float
    cpu: float
    megabytes: float


def main() -> None:
    options = _options()
    with tempfile.TemporaryDirectory() as folder:
        print("| what | figure | goal |")
        print("| --- | ---: | ---: |")
        rows = itertools.chain(
            start_up(),
            per_article(options.articles),
            memory(options.articles, options.many, Path(folder)),
            [] if options.skip_growth else growth(),
        )
        for what, figure, goal in rows:
            print(f"| {what} | {figure} | {goal} |", flush=True)


def start_up() -> Iterator[tuple[str, str, str]]:
    """The median of five."""
    for arguments in (["--version"], ["extract", "--json", str(_one_article())]):
        costs = [_cost([COMMAND, *arguments]) for _ in range(5)]
        wall, cpu = median(cost.wall for cost in costs), median(cost.cpu for cost in costs)
        what = "the version" if len(arguments) == 1 else "one article"
        yield f"start-up of the command, {what}: seconds (CPU seconds)", f"{wall:.2f} ({cpu:.2f})", "0.5"


def per_article(files: list[Path]) -> Iterator[tuple[str, str, str]]:
    """CPU of reading one article of 200 to 800 words (or any, where there is none), scaled to 400."""
    for file in files:
        measured = [float(line) for line in _child("articles", str(file))]
        half = median(measured)
        slowest = max(measured)
        what = f"{_name(file)} ({len(measured)} articles), CPU ms per 400 words: median (slowest)"
        yield what, f"{half:.1f} ({slowest:.1f})", "15"


def memory(files: list[Path], many: int, folder: Path) -> Iterator[tuple[str, str, str]]:
    """Peak of one call over many articles as JSON lines, and how fast it is."""
    texts = itertools.cycle([text for file in files for text in _texts(file)])
    lines = folder / "many.jsonl"
    with lines.open("w", encoding="utf-8") as written:
        for number, text in enumerate(itertools.islice(texts, many)):
            written.write(json.dumps({"id": f"article-{number}", "text": text}) + "\n")
    cost = _cost([COMMAND, "extract", "--json", str(lines)])
    size = lines.stat().st_size / 1e6
    yield f"extract on {many} articles ({size:.0f} MB): peak memory, MB", f"{cost.megabytes:.0f}", "400"
    yield f"extract on {many} articles: articles per CPU second", f"{many / cost.cpu:.0f}", ""


def growth() -> Iterator[tuple[str, str, str]]:
    """CPU ms of one text that is a fragment over and over, from 1 KB to 1 MB, and the largest growth per tenfold."""
    for line in _child("growth"):
        fragment, costs = json.loads(line)
        steps = [later / max(0.001, earlier) for earlier, later in itertools.pairwise(costs)]  # less is noise
        figures = ", ".join(f"{1000 * cost:.1f}" for cost in costs)
        shown = json.dumps(fragment).replace("|", "\\|")
        yield f"growth of {shown}: CPU ms {figures}", f"x{max(steps):.1f}", f"x{MOST_GROWTH}"


def _child(*arguments: str) -> Iterator[str]:
    """What a child of this script prints, line by line, in a folder without a chronology."""
    command = [sys.executable, __file__, "--child", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=tempfile.gettempdir()) as child:
        yield from child.stdout or ()
    if child.returncode:
        sys.exit(f"{' '.join(command)}: exit {child.returncode}")


def _child_main(task: str, *files: str) -> None:
    """In the child: prints what `per_article` or `growth` reads."""
    from chronology import archive, article
    from chronology.extract import incidents
    from chronology.gazetteer import Gazetteer

    def read(path: Path) -> list[article.Article]:
        return [one for one in article.read(path) if isinstance(one, article.Article)]

    def tell(one: article.Article) -> None:
        incidents.tell(one, gazetteer, archive.Names(), accessed=datetime.date(2022, 2, 4))

    gazetteer = Gazetteer.open()
    for path in _files(EXAMPLES):  # code and patterns are loaded now
        for one in read(path):
            tell(one)
    gazetteer = Gazetteer.open()  # and no place name is remembered
    if task == "articles":
        found = [one for file in files for path in _files(Path(file)) for one in read(path)]
        for one in [one for one in found if 200 <= len(one.text.split()) <= 800] or found:
            begun = time.process_time()
            tell(one)
            print(1000 * (time.process_time() - begun) * 400 / max(1, len(one.text.split())))
        return
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "fragment.jsonl")
        for fragment in FRAGMENTS:
            costs: list[float] = []
            for size in SIZES:
                text = (fragment * (size // len(fragment) + 1))[:size]
                file.write_text(
                    json.dumps({"id": "x", "text": text, "published": "2022-02-04", "language": "en"}), encoding="utf-8"
                )
                times = 10 if size == SIZES[0] else 1
                begun = time.process_time()
                for _ in range(times):
                    for one in read(file):
                        tell(one)
                costs.append((time.process_time() - begun) / times)
                if costs[-1] > TOO_LONG:
                    break
            print(json.dumps([fragment, costs]), flush=True)


def _cost(command: list[str]) -> Cost:
    """In the folder of temporary files, so that no places or names of a chronology are read."""
    begun = time.perf_counter()
    with tempfile.TemporaryFile("w+", encoding="utf-8") as messages:
        child = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=messages, cwd=tempfile.gettempdir(), env=ENVIRONMENT
        )
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            messages.seek(0)
            sys.exit(f"{' '.join(command)}: exit {child.returncode}: {messages.read().strip()[-300:]}")
    in_kilobytes = used.ru_maxrss if sys.platform != "darwin" else used.ru_maxrss / 1000
    return Cost(time.perf_counter() - begun, used.ru_utime + used.ru_stime, in_kilobytes / 1000)


def _one_article() -> Path:
    """Plain text: a web page is parsed in a child with limits, which has a start-up of its own."""
    return next(file for file in _files(EXAMPLES) if file.suffix == ".txt")


def _files(path: Path) -> list[Path]:
    return sorted(path.iterdir()) if path.is_dir() else [path]


def _texts(path: Path) -> Iterator[str]:
    for file in _files(path):
        content = file.read_text(encoding="utf-8")
        if file.suffix == ".jsonl":
            yield from (json.loads(line)["text"] for line in content.split("\n") if line.strip())
        elif file.suffix in (".md", ".txt"):
            yield content


def _name(path: Path) -> str:
    return path.name if path.is_dir() else f"{path.parent.name}/{path.name}"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=Path, action="append", help="a .jsonl file or a folder of articles")
    parser.add_argument("--many", type=int, default=10_000, metavar="N", help="articles for the peak of memory")
    parser.add_argument("--skip-growth", action="store_true", help="leave out the minutes of repeated fragments")
    parser.add_argument("--child", nargs="+", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        _child_main(*options.child)
        sys.exit()
    options.articles = [path.resolve() for path in options.articles or [EXAMPLES]]
    for path in options.articles:
        if not path.exists():
            parser.exit(2, f"{path}: no such file or folder\n")
    return options


if __name__ == "__main__":
    main()
