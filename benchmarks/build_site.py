"""How long a site takes to build: synthetic incidents into build/bench/site, then MkDocs in a process of its own.

    python benchmarks/build_site.py [NUMBER]

The incidents are drawn from a fixed seed, so that two runs build the same site. Prints seconds, megabytes and pages.
"""

from __future__ import annotations

import argparse
import gzip
import random
import resource
import shutil
import subprocess
import sys
import time
from datetime import date, timedelta
from pathlib import Path

from chronology import archive, edtf, incident, yamlfile
from chronology.count import Count
from chronology.incident import Actor, Incident, Offset, Place, Ref, Relation, Report, Source

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "build" / "bench" / "site"
COUNTRIES = ("SY", "IQ", "YE", "AF", "SO", "UA", "SD", "MM")
ACTORS = ("Northern Army", "Coalition of States", "River Front", "Hill Guard", "Air Force of the South")
CLAIMANTS = (("ministry of defence", "attacker"), ("the hospital", "medical"), ("residents", "local"), (None, "media"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("number", nargs="?", type=int, default=1000)
    number = parser.parse_args().number
    shutil.rmtree(FOLDER, ignore_errors=True)
    write_incidents(FOLDER / "incidents", number)
    (FOLDER / "docs").mkdir()
    (FOLDER / "docs" / "data.md").write_text("# Data\n")
    settings = {
        "site_name": "Synthetic",
        "theme": {"name": "material", "font": "false"},
        "plugins": ["search", "chronology"],
    }
    (FOLDER / "mkdocs.yml").write_text(yamlfile.dump(settings))
    began = time.perf_counter()
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"], cwd=FOLDER, check=True)
    seconds = time.perf_counter() - began
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    pages = list((FOLDER / "site").rglob("*.html"))
    print(
        f"{number} incidents, {len(pages)} pages: {seconds:.1f} s, CPU {usage.ru_utime + usage.ru_stime:.1f} s,",
        end=" ",
    )
    print(f"peak {usage.ru_maxrss / 1024:.0f} MB")
    for name in ("index.html", "years/2016/index.html", f"incidents/{_id(0)}/index.html", "search/search_index.json"):
        content = (FOLDER / "site" / name).read_bytes()
        print(f"{name}: {len(content) / 1024:.0f} KB, compressed {len(gzip.compress(content)) / 1024:.0f} KB")


def write_incidents(root: Path, number: int) -> None:
    """`number` incident files that use most of the format; every tenth has a neighbour in place and time."""
    draw = random.Random(20161208)
    for index in range(number):
        day = date(2012, 1, 1) + timedelta(days=draw.randrange(12 * 365))
        made = _incident(draw, index, day, _id(draw.randrange(number)) if index % 5 == 0 else None)
        archive.write(root / str(day.year) / f"{_id(index)}.yaml", yamlfile.dump(incident.write(made)))


def _id(index: int) -> str:
    return f"synthetic-{index:06d}"


def _incident(draw: random.Random, index: int, day: date, to: str | None) -> Incident:
    country = draw.choice(COUNTRIES)
    killed = draw.randrange(30)
    reports = []
    for by, voice in draw.sample(CLAIMANTS, draw.randrange(1, 4)):
        low = max(0, killed + draw.randrange(-3, 4))
        high = draw.choice([low, None, low + 5])
        counts = {"total": Count(low, high), "children": Count(low // 3, low // 3)} if low else {"total": Count(0, 0)}
        reports.append(Report(killed=counts, injured={"total": Count.parse(draw.choice(["several", "12", "~20+"]))},
                              by=by, voice=voice, source=Ref("paper", 100, 150)))  # fmt: skip
    name = f"Village {draw.randrange(300)}"
    return Incident(
        title=f"Strike on {name}, number {index}",
        kind=draw.choice(incident.KINDS),
        date=edtf.day(day),
        place=Place(
            name=name,
            region=f"Region {draw.randrange(12)}",
            country=(country,),
            lat=round(30 + draw.random() * 8, 2),
            lon=round(35 + draw.random() * 10, 2),
            precision="town",
            offset=Offset(km="~12", bearing="NW", of="the town"),
        ),
        actors=(Actor(name=draw.choice(ACTORS), role="attacker", status="claimed"),),
        toll=tuple(reports),
        related=(Relation(to=to, why="compared with", source=Ref("paper")),) if to and to != _id(index) else (),
        sources=(
            Source(id="paper", title=f"What happened at {name}", publisher="A newspaper", published=edtf.day(day),
                   url=f"https://example.org/{index}"),
            Source(id="radio", publisher="A radio station", published=edtf.day(day + timedelta(days=1))),
        ),
        summary="A strike hit the edge of the village. Two accounts of the number of dead differ.",
        added=day + timedelta(days=3),
        reviewed="no" if index % 3 else "AB 2026-11-23",
    )  # fmt: skip


if __name__ == "__main__":
    main()
