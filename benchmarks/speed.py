"""How fast articles are read, and in how much memory: one table.

    python benchmarks/speed.py [--articles FILE]... [--many N]

Without --articles it reads examples/articles, so that it runs anywhere; set files (.jsonl) may be long. Everything is
measured in children of their own: CPU time (user and system) and peak memory as the system counts them.
"""

from __future__ import annotations

import argparse
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
            [] if options.skip_growth else growth(Path(folder)),
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
        measured = _measured(file)
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


def growth(folder: Path) -> Iterator[tuple[str, str, str]]:
    """CPU ms of one text that is a fragment over and over, from 1 KB to 1 MB, and the largest growth per tenfold."""
    idle = median(_cost([COMMAND, "extract", "--json", str(_one_article())]).cpu for _ in range(3))
    for fragment in FRAGMENTS:
        costs: list[float] = []
        for size in SIZES:
            copies = max(1, SIZES[2] // size)
            text = (fragment * (size // len(fragment) + 1))[:size]
            file = folder / "fragment.jsonl"
            lines = (json.dumps({"id": str(n), "text": text, "published": "2022-02-04"}) for n in range(copies))
            file.write_text("\n".join(lines), encoding="utf-8")
            costs.append(max(0.0, _cost([COMMAND, "extract", "--json", str(file)]).cpu - idle) / copies)
            if costs[-1] > TOO_LONG:
                break
        # what takes less than a millisecond is lost in the noise of a start-up
        steps = [later / max(0.001, earlier) for earlier, later in itertools.pairwise(costs)]
        figures = ", ".join(f"{1000 * cost:.1f}" for cost in costs)
        yield f"growth of {json.dumps(fragment)}: CPU ms {figures}", f"x{max(steps):.1f}", f"x{MOST_GROWTH}"


def _measured(file: Path) -> list[float]:
    done = subprocess.run(
        [sys.executable, __file__, "--child", str(file)], stdout=subprocess.PIPE, check=True, cwd=tempfile.gettempdir()
    )
    return [float(number) for number in done.stdout.split()]


def _child(file: Path) -> None:
    """Prints for each article the CPU ms that `extract` needs per 400 words."""
    import datetime

    from chronology import archive, article
    from chronology.extract import incidents
    from chronology.gazetteer import Gazetteer
    from chronology.problem import ChronologyError

    found = [one for path in _files(file) for one in article.read(path) if not isinstance(one, ChronologyError)]
    found = [one for one in found if 200 <= len(one.text.split()) <= 800] or found
    accessed = datetime.date(2022, 2, 4)
    gazetteer = Gazetteer.open()
    for one in found[:20]:  # code and patterns are loaded now; no place name is remembered by the next gazetteer
        incidents.tell(one, gazetteer, archive.Names(), accessed=accessed)
    gazetteer = Gazetteer.open()
    for one in found:
        begun = time.process_time()
        incidents.tell(one, gazetteer, archive.Names(), accessed=accessed)
        print(1000 * (time.process_time() - begun) * 400 / max(1, len(one.text.split())))


def _cost(command: list[str]) -> Cost:
    """In the folder of temporary files, so that no places or names of a chronology are read."""
    begun = time.perf_counter()
    with tempfile.TemporaryFile("w+", encoding="utf-8") as messages:
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=messages, cwd=tempfile.gettempdir())
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            messages.seek(0)
            sys.exit(f"{' '.join(command)}: exit {child.returncode}: {messages.read().strip()[-300:]}")
    in_kilobytes = used.ru_maxrss if sys.platform != "darwin" else used.ru_maxrss / 1000
    return Cost(time.perf_counter() - begun, used.ru_utime + used.ru_stime, in_kilobytes / 1000)


def _one_article() -> Path:
    return _files(EXAMPLES)[0]


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
    parser.add_argument("--child", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        _child(options.child)
        sys.exit()
    options.articles = [path.resolve() for path in options.articles or [EXAMPLES]]
    for path in options.articles:
        if not path.exists():
            parser.exit(2, f"{path}: no such file or folder\n")
    return options


if __name__ == "__main__":
    main()
