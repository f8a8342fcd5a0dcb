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


def _day(ctx: click.Context, option: click.Parameter, written: str | None) -> datetime.date | None:
    """The day that --published gives."""
    if written is None:
        return None
    try:
        day = datetime.date.fromisoformat(written if re.fullmatch(r"\d{4}-\d\d-\d\d", written, re.ASCII) else "")
    except ValueError:
        raise click.BadParameter(f"{written!r} is not a day; write it as 2017-01-08", ctx, option) from None
    if day > _today() + datetime.timedelta(days=1):  # tomorrow it is today somewhere on earth
        raise click.BadParameter(f"{written} has not come yet", ctx, option)
    return day


def _address(ctx: click.Context, option: click.Parameter, written: str | None) -> str | None:
    """The address that --url gives."""
    from chronology import incident
    from chronology.shape import MisfitError

    try:
        return incident.URL.read(written, ()) if written else None
    except MisfitError as misfit:
        raise click.BadParameter(f"{misfit.problems[0].what}; {misfit.problems[0].todo}", ctx, option) from None


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
        click.option("--url", metavar="URL", callback=_address, help="The article's address (one article only)."),
        click.option("--publisher", metavar="NAME", help="Who published the articles."),
        click.option(
            "--published", metavar="YYYY-MM-DD", callback=_day, help="The day of its publication (one article only)."
        ),
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
    """Show what articles tell, and write nothing.

    Each incident as the YAML file that `add` would make of it.
    """
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
    """Show every date, place and toll in articles, and why.

    One mention a line: where it stands, its words, what was read in them, and by which rule.
    """
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
    """File what articles tell: new incidents, more reports, drafts.

    New incidents become files. Of those that are known already, the file gets the new source and its reports. What is
    not settled becomes a file in `drafts`, beside the folder of incidents. Adding an article again changes nothing,
    unless something that was missing is given now: then its drafts are completed.
    """
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
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github", "json"]),
    default="text",
    show_default=True,
    help="For people, as annotations of a pull request, or as JSON.",
)
def check(paths: Sequence[Path], incidents: Path, form: str) -> None:
    """Check incident files: every problem at once.

    Without PATH, all of them. Exit code 0: no problem, 1: problems, 2: could not run.
    """
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


@main.group()
def gazetteer() -> None:
    """Add place names to those that come with it."""


@gazetteer.command("add")
@click.argument("country")
@click.argument("source", type=click.Path(path_type=Path), metavar="FILE")
@_INCIDENTS
def gazetteer_add(country: str, source: Path, incidents: Path) -> None:
    """Add all places of a country.

    COUNTRY is its code (SY), FILE what GeoNames (SY.zip) or Who's On First publish of it.
    """
    from chronology.gazetteer import packs as packing

    number = packing.add(country, source, packs(incidents))
    say(f"{count(number, 'place')} of {country.upper()} added to {packs(incidents)}")


def _today() -> datetime.date:
    return datetime.datetime.now().astimezone().date()
