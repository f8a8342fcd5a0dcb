"""The commands. The only room that prints, and that reads the clock."""

from __future__ import annotations

import datetime
import json
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from chronology import archive
from chronology.problem import ChronologyError, one_line

if TYPE_CHECKING:
    from chronology.article import Article
    from chronology.extract.incidents import Telling
    from chronology.gazetteer import Gazetteer

_ARTICLES = click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
_JSON = click.option("--json", "as_json", is_flag=True, help="One line of JSON per article.")
_INCIDENTS = click.option(
    "--incidents",
    type=click.Path(path_type=Path),
    default=Path("incidents"),
    show_default=True,
    help="The folder of incident files; names.yaml and places.yaml stand beside it.",
)


class _Day(click.ParamType[datetime.date]):
    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime.date:
        try:
            return value if isinstance(value, datetime.date) else datetime.date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is not a day; write it as 2017-01-08", param, ctx)


def _stated(command: Any) -> Any:
    """The options by which a user states what an article doesn't say of itself."""
    for option in (
        click.option("--url", help="The article's address (one article only)."),
        click.option("--publisher", help="Who published the articles."),
        click.option("--published", type=_Day(), help="The day the article was published (one article only)."),
    ):
        command = option(command)
    return command


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="mkdocs-chronology", prog_name="chronology")
def main() -> None:
    """Articles in, a published chronology of incidents out: never more certain than the source."""


@main.command()
@_ARTICLES
@_stated
@_INCIDENTS
@_JSON
def extract(articles: Sequence[str], incidents: Path, as_json: bool, **stated: Any) -> None:
    """Show what articles tell: incidents as YAML, or one line of JSON per article. Writes nothing."""
    from chronology.extract import contract
    from chronology.filing import dump

    run = _Run(articles, stated, incidents)
    for _, telling, seconds in run.tellings():
        if as_json:
            _print(json.dumps(contract.extracted(telling, seconds), ensure_ascii=False))
            continue
        _print(f"# {telling.where}: " + (_incidents(len(telling.told)) if telling.told else "no incident reported"))
        for told in telling.told:
            _print("---")
            _print(dump(told.incident, told.open).rstrip("\n"))
        run.hint(telling)
    run.finish()


@main.command()
@_ARTICLES
@_stated
@_INCIDENTS
@_JSON
def explain(articles: Sequence[str], incidents: Path, as_json: bool, **stated: Any) -> None:
    """Show every date, place and toll that articles mention, with the rule and the words behind it."""
    from chronology.extract import contract

    run = _Run(articles, stated, incidents)
    for article, telling, _ in run.tellings():
        explained = contract.explained(telling)
        if as_json:
            _print(json.dumps(explained, ensure_ascii=False))
            continue
        for line in contract.table(article.text, explained):
            _print(line)
        run.hint(telling)
    run.finish()


@main.command()
@_ARTICLES
@_stated
@_INCIDENTS
@_JSON
def add(articles: Sequence[str], incidents: Path, as_json: bool, **stated: Any) -> None:
    """File what articles tell: new incidents, or new reports on known ones; what is open goes to drafts."""
    from chronology import filing

    run = _Run(articles, stated, incidents)
    today = _today()
    counts: dict[str, int] = {}
    with archive.lock(incidents):
        known, drafts = archive.load(incidents), _drafts(incidents)
        for _, telling, _ in run.tellings(in_order=True):
            outcomes = filing.add(telling, known, drafts, today)
            for outcome in outcomes:
                counts[outcome.action] = counts.get(outcome.action, 0) + 1
                if not as_json:
                    _print(f"{outcome.action:<9} {outcome.file}")
            if as_json:
                _print(json.dumps(_filed(telling, outcomes), ensure_ascii=False))
            elif not outcomes:
                _print(f"nothing   {telling.where}: no incident reported")
            run.hint(telling)
    if not as_json:
        _print(", ".join(f"{number} {action}" for action, number in sorted(counts.items())) or "nothing to file")
    run.finish()


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH...]")
@_INCIDENTS
@click.option("--format", "form", type=click.Choice(["text", "github", "json"]), default="text", show_default=True)
def check(paths: Sequence[Path], incidents: Path, form: str) -> None:
    """Check incident files: every problem at once. Exit 0: clean, 1: problems, 2: could not run."""
    from chronology import check as checking
    from chronology.gazetteer import Gazetteer

    try:
        known = archive.load(incidents)
        for path in paths:
            if not path.exists():
                raise ChronologyError(str(path), "no such file or folder", "name incident files or folders of them")
        problems = checking.problems(known, _today(), paths or None, Gazetteer.open(incidents.parent / "gazetteer"))
    except ChronologyError as error:
        _complain(str(error))
        sys.exit(2)
    for line in checking.lines(problems, form):
        _print(line)
    if form == "text":
        _complain(
            f"{_incidents(len(known.filed))} checked, {len(problems) or 'no'} problem{'s' * (len(problems) != 1)}"
        )
    sys.exit(1 if problems else 0)


class _Run:
    """One call over several articles: reads them, shows progress, remembers what failed."""

    def __init__(self, articles: Sequence[str], stated: dict[str, Any], incidents: Path) -> None:
        if len(articles) > 1:
            for option in ("published", "url"):
                if stated.get(option) is not None:
                    raise click.UsageError(
                        f"--{option} states one article's; call once per article, or put it in the files"
                    )
        self._articles = articles
        self._stated = stated
        self._incidents = incidents
        self._today = _today()
        self._failed = 0
        self._read = 0
        self._hinted: set[str] = set()

    def tellings(self, in_order: bool = False) -> Iterator[tuple[Article, Telling, float]]:
        """Each article with what it tells and the seconds it took; `in_order`: sorted by publication date and text."""
        from chronology.extract import incidents as extraction

        try:
            names, gazetteer = _beside(self._incidents)
        except ChronologyError as error:
            self._failed += 1
            _complain(str(error))
            return
        tellings = self._told(extraction, gazetteer, names)
        yield from sorted(tellings, key=lambda one: one[1].order) if in_order else tellings

    def _told(
        self, extraction: Any, gazetteer: Gazetteer, names: archive.Names
    ) -> Iterator[tuple[Article, Telling, float]]:
        for article in self._each():
            begun = time.perf_counter()
            telling = extraction.tell(article, gazetteer, names, accessed=self._today, **self._stated)
            yield article, telling, time.perf_counter() - begun

    def _each(self) -> Iterator[Article]:
        from chronology import article

        shown = sys.stderr.isatty()
        for path in self._articles:
            for one in article.read(path):
                self._read += 1
                if shown and (self._read % 20 == 0 or len(self._articles) > 1):
                    click.echo(f"\r{self._read} articles read", nl=False, err=True)
                if isinstance(one, ChronologyError):
                    self._failed += 1
                    _complain(str(one))
                    continue
                for remark in one.remarks:
                    _complain(str(remark))
                yield one
        if shown and self._read > 1:
            click.echo("\r" + " " * 40 + "\r", nl=False, err=True)

    def hint(self, telling: Telling) -> None:
        """Says what would close what stayed open."""
        for told in telling.told:
            if told.open:
                _complain(f"{telling.where}: {told.key}: {told.open}")

    def finish(self) -> None:
        """Ends the command: 1 if an article could not be read."""
        if self._failed and self._read > 1:
            _complain(f"{self._failed} of {self._read} articles could not be read")
        sys.exit(1 if self._failed else 0)


def _beside(incidents: Path) -> tuple[archive.Names, Gazetteer]:
    """The names and places that stand beside the incidents; a file that can't be read is an error."""
    from chronology.gazetteer import Gazetteer

    beside, problems = archive.load_beside(incidents)
    for problem in problems:
        raise ChronologyError(f"{problem.file}:{problem.line}:{problem.column}", problem.what, problem.todo)
    return beside.names, Gazetteer.open(incidents.parent / "gazetteer", incidents.parent / "places.yaml")


def _today() -> datetime.date:
    return datetime.datetime.now().astimezone().date()


def _drafts(incidents: Path) -> archive.Archive:
    folder = archive.drafts_of(incidents)
    folder.mkdir(parents=True, exist_ok=True)
    return archive.load(folder)


def _filed(telling: Telling, outcomes: Sequence[Any]) -> dict[str, Any]:
    rows = [{"id": one.id, "action": one.action, "main": one.main} for one in outcomes]
    return {"id": telling.id, "incidents": rows, "cluster": next((one.id for one in outcomes if one.main), None)}


def _incidents(number: int) -> str:
    return f"{number} incident{'s' * (number != 1)}"


def _print(line: str) -> None:
    click.echo(line)


def _complain(line: str) -> None:
    click.echo(one_line(line), err=True)
