"""One call over several articles: reads them one at a time, shows how far it is, remembers what failed."""

from __future__ import annotations

import datetime
import sys
import time
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from chronology.cli_output import Progress, complain
from chronology.problem import ChronologyError

if TYPE_CHECKING:
    from chronology.archive import Names
    from chronology.article import Article
    from chronology.extract.incidents import Telling
    from chronology.gazetteer import Gazetteer


class Reading:
    """The articles of one call, and what is said about them beside the result."""

    def __init__(
        self, articles: Sequence[str], stated: dict[str, Any], incidents: Path, today: datetime.date, progress: Progress
    ) -> None:
        self._articles = articles
        self._stated = stated
        self._incidents = incidents
        self._today = today
        self._progress = progress
        self._failed = 0
        self._unread = 0
        self._read = 0

    def tellings(self) -> Iterator[tuple[Article, Telling, float]]:
        """Each article with what it tells, and the seconds that took."""
        from chronology.extract import incidents as extraction

        names, gazetteer = self._beside()
        for article in self._each():
            begun = time.perf_counter()
            telling = extraction.tell(article, gazetteer, names, accessed=self._today, **self._stated)
            for remark in telling.remarks:
                self.note(str(remark))
            yield article, telling, time.perf_counter() - begun

    def _beside(self) -> tuple[Names, Gazetteer]:
        """The names and places that stand beside the incidents; without them an article would be read differently."""
        from chronology import archive
        from chronology.gazetteer import Gazetteer

        beside, problems = archive.load_beside(self._incidents)
        if problems:
            for problem in problems:
                complain(str(problem))
            sys.exit(1)
        return beside.names, Gazetteer.open(packs(self._incidents), beside.places)

    def _each(self) -> Iterator[Article]:
        from chronology import article

        found = (one for path in self._articles for one in article.read(path))
        first = list(islice(found, 2))
        for option in ("published", "url"):
            if len(first) > 1 and self._stated.get(option) is not None:
                todo = "call once per article, or state it in the files"
                raise click.UsageError(f"--{option} is for one article, and here are several; {todo}")
        for one in chain(first, found):
            self._read += 1
            if isinstance(one, ChronologyError):
                self._unread += 1
                self.fail(str(one))
                continue
            for remark in one.remarks:
                self.note(str(remark))
            self._progress.show(f"{self._read:,} articles read" if self._read > 1 else "")
            yield one
        self._progress.show("")

    def note(self, line: str) -> None:
        """Says something that the result doesn't hold."""
        self._progress.show("")
        complain(line)

    def hint(self, telling: Telling, identifier: str, note: str | None) -> None:
        """Says what is left for a person to settle, and how."""
        if note:
            self.note(f"{telling.where}: {identifier}: {note}")

    def fail(self, line: str) -> None:
        """Says what could not be done, though the rest is."""
        self._failed += 1
        self.note(line)

    def finish(self) -> None:
        """Ends the command: 1 if something could not be done."""
        if self._unread and self._read > 1:
            self.note(f"{self._unread:,} of {self._read:,} articles could not be read")
        sys.exit(1 if self._failed else 0)


def packs(incidents: Path) -> Path:
    """Where a chronology keeps the place names of single countries."""
    return incidents.parent / "gazetteer"
