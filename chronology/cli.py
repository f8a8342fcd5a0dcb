"""The commands. The only room that prints, and that reads the clock."""

from __future__ import annotations

import datetime
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from chronology.cli_output import Commands, Progress, complain, count, say, say_json
from chronology.cli_reading import Reading, packs
from chronology.problem import ChronologyError

# All else is imported by the command that needs it: `chronology --help` answers at once.
if TYPE_CHECKING:
    from chronology.extract.incidents import Telling
    from chronology.filing import Outcome

_NOTHING = "no incident reported"


class _Day(click.ParamType[datetime.date]):
    name = "YYYY-MM-DD"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> datetime.date:
        try:
            day = datetime.date.fromisoformat(value if re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII) else "")
        except ValueError:
            self.fail(f"{value!r} is not a day; write it as 2017-01-08", param, ctx)
        if day > _today() + datetime.timedelta(days=1):  # tomorrow it is today somewhere on earth
            self.fail(f"{value} has not come yet", param, ctx)
        return day


class _Address(click.ParamType[str]):
    name = "URL"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        from chronology import incident
        from chronology.shape import MisfitError

        try:
            return incident.URL.read(value, ())
        except MisfitError as misfit:
            self.fail(f"{misfit.problems[0].what}; {misfit.problems[0].todo}", param, ctx)


_ARTICLES = click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
_JSON = click.option("--json", "as_json", is_flag=True, help="One line of JSON per article.")
_INCIDENTS = click.option(
    "--incidents",
    metavar="FOLDER",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("incidents"),
    show_default=True,
    help="The folder of incident files; names.yaml and places.yaml stand beside it.",
)


def _stated(command: Any) -> Any:
    """The options by which a user states what an article doesn't say of itself."""
    for option in (
        click.option("--url", type=_Address(), help="The article's address (one article only)."),
        click.option("--publisher", metavar="NAME", help="Who published the articles."),
        click.option("--published", type=_Day(), help="The day the article was published (one article only)."),
    ):
        command = option(command)
    return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="mkdocs-chronology", prog_name="chronology")
def main() -> None:
    """Articles in, a published chronology of incidents out: never more certain than the source.

    An ARTICLE is a file: .txt, .md, .html, or .jsonl with one article a line.
    """


@main.command()
@_ARTICLES
@_stated
@_INCIDENTS
@_JSON
def extract(articles: Sequence[str], incidents: Path, as_json: bool, **stated: Any) -> None:
    """Show what articles tell: incidents as YAML, or one line of JSON per article. Writes nothing."""
    from chronology.extract import contract
    from chronology.filing_text import dump

    reading = Reading(articles, stated, incidents, _today(), Progress(not sys.stdout.isatty()))
    for _, telling, seconds in reading.tellings():
        if as_json:
            say_json(contract.extracted(telling, seconds))
        else:
            say(f"# {telling.where}: " + (count(len(telling.told), "incident") if telling.told else _NOTHING))
            for told in telling.told:
                click.echo("---\n" + dump(told.incident, told.open), nl=False)
        for told in telling.told:
            reading.hint(telling, told.key, told.open)
    reading.finish()


@main.command()
@_ARTICLES
@_stated
@_INCIDENTS
@_JSON
def explain(articles: Sequence[str], incidents: Path, as_json: bool, **stated: Any) -> None:
    """Show every date, place and toll that articles mention, with the rule and the words behind it."""
    from chronology.extract import contract

    reading = Reading(articles, stated, incidents, _today(), Progress(not sys.stdout.isatty()))
    for article, telling, _ in reading.tellings():
        explained = contract.explained(telling)
        if as_json:
            say_json(explained)
        else:
            for line in contract.table(article.text, explained):
                say(line)
        for told in telling.told:
            reading.hint(telling, told.key, told.open)
    reading.finish()


@main.command()
@_ARTICLES
@_stated
@_INCIDENTS
@_JSON
def add(articles: Sequence[str], incidents: Path, as_json: bool, **stated: Any) -> None:
    """File what articles tell: new incidents, or new reports on known ones; what is open goes to drafts."""
    from chronology import filing

    reading = Reading(articles, stated, incidents, _today(), Progress(True))
    tellings = sorted((filing.bare(telling) for _, telling, _ in reading.tellings()), key=filing.order)
    filed: list[tuple[Telling, Sequence[Outcome]]] = []
    try:
        if any(telling.told for telling in tellings):
            with filing.into(incidents, _today()) as files:
                for problem in files.problems:
                    reading.fail(str(problem))
                for telling in tellings:
                    try:
                        filed.append((telling, files.add(telling)))
                    except ChronologyError as error:
                        reading.fail(str(error))
        else:
            filed = [(telling, ()) for telling in tellings]
    finally:
        # when others may add again, for whoever reads this may take their time; and whatever stopped it
        _show(filed, reading, as_json)
    reading.finish()


def _show(filed: Sequence[tuple[Telling, Sequence[Outcome]]], reading: Reading, as_json: bool) -> None:
    """What became of each article."""
    for telling, outcomes in filed:
        if as_json:
            rows = [{"id": one.id, "action": one.action, "main": one.main} for one in outcomes]
            cluster = next((one.id for one in outcomes if one.main), None)
            say_json({"id": telling.id, "incidents": rows, "cluster": cluster})
        else:
            for one in outcomes:
                say(f"{one.action:<9} {one.file}")
            if not outcomes:
                say(f"nothing   {telling.where}: {_NOTHING}")
        for one in outcomes:
            reading.hint(telling, one.id, one.note)
    if filed and not as_json:
        actions = [one.action for _, outcomes in filed for one in outcomes]
        counts = [f"{actions.count(action)} {action}" for action in sorted(set(actions))]
        say(f"{count(len(filed), 'article')}: {', '.join(counts) or 'nothing to file'}")


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH...]")
@_INCIDENTS
@click.option("--format", "form", type=click.Choice(["text", "github", "json"]), default="text", show_default=True)
def check(paths: Sequence[Path], incidents: Path, form: str) -> None:
    """Check incident files: every problem at once. Exit 0: clean, 1: problems, 2: could not run."""
    from chronology import archive
    from chronology import check as checking
    from chronology.gazetteer import Gazetteer

    try:
        known = archive.load(incidents)
        for path in paths:
            if not path.exists():
                raise ChronologyError(str(path), "no such file or folder", "name incident files or folders of them")
        problems = checking.problems(known, _today(), paths or None, Gazetteer.open(packs(incidents)))
    except ChronologyError as error:
        complain(str(error))
        sys.exit(2)
    for line in checking.lines(problems, form):
        click.echo(line)
    if form == "text":
        found = count(len(problems), "problem") if problems else "no problem"
        complain(f"{count(len(known.filed), 'incident')} checked, {found}")
    sys.exit(1 if problems else 0)


def _today() -> datetime.date:
    return datetime.datetime.now().astimezone().date()
