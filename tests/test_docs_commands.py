"""Every command in the documentation runs, and does what is written there."""

import datetime
import re
import shlex
import zipfile
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from chronology import cli

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "reference" / "commands.md"
FENCED = re.compile(r"^```(?P<kind>\w*)(?: title=\"(?P<title>[^\"]+)\")?\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
SESSIONS = [block["text"] for block in FENCED.finditer(PAGE.read_text()) if block["kind"] == "console"]

# two towns in the form that GeoNames publishes
PLACES = "".join(
    "\t".join([number, name, name, "", lat, "43.1", "P", "PPL", "IQ", "", "", "", "", "", "0", "", "", "", "2016-01-01"]) + "\n"
    for number, name, lat in (("1", "Tall Example", "36.1"), ("2", "Kafr Example", "36.2"))
)  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the page's reader has at hand: its articles, and a country's places."""
    made = tmp_path_factory.mktemp("commands")
    for block in FENCED.finditer(PAGE.read_text()):
        if block["title"]:
            (made / block["title"]).write_text(block["text"])
    for country in ("IQ", "SY"):
        with zipfile.ZipFile(made / f"{country}.zip", "w") as packed:
            packed.writestr(f"{country}.txt", PLACES.replace("\tIQ\t", f"\t{country}\t"))
    return made


def run(words: list[str], folder: Path, monkeypatch: pytest.MonkeyPatch) -> Result:
    monkeypatch.chdir(folder)
    monkeypatch.setattr(cli, "_today", lambda: datetime.date(2026, 11, 23))
    return CliRunner().invoke(cli.main, words, prog_name="chronology", catch_exceptions=False)


def pattern(shown: str) -> str:
    """A line of three dots stands for any lines, three dots in a line for the rest of a word or more."""
    whole = re.escape(shown)
    return whole.replace(r"\.\.\." + "\\\n", "(?s:.*?)").replace(r"\.\.\.", ".*")


@pytest.mark.parametrize("session", SESSIONS, ids=lambda text: text.splitlines()[0])
def test_the_page_shows_what_is_printed(session: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sessions of the page stand on one another, so they run in its order."""
    first, _, shown = session.partition("\n")
    assert first.startswith("$ chronology ")
    result = run(shlex.split(first)[2:], folder, monkeypatch)
    assert result.exit_code == 0
    assert re.fullmatch(pattern(shown), result.output), result.output


def documented() -> dict[str, list[str]]:
    """Every other call of the program in a code block of the documentation."""
    found = {}
    for page in (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))):
        for block in FENCED.finditer(page.read_text()):
            for line in block["text"].splitlines():
                if page != PAGE and re.match(r"(\S*/)?chronology ", line):
                    found[f"{page.name}: {line.split('  ')[0]}"] = shlex.split(line, comments=True)[1:]
    return found


@pytest.mark.parametrize("words", documented().values(), ids=documented().keys())
def test_other_pages_name_commands_that_run(words: list[str], tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    (tmp_path / "incidents").mkdir()
    (tmp_path / "article.txt").write_text((folder / "ledger.txt").read_text())
    (tmp_path / "SY.zip").write_bytes((folder / "SY.zip").read_bytes())
    assert run(words, tmp_path, monkeypatch).exit_code == 0


def sections() -> dict[str, str]:
    """The page's sections by their heading; the options that several commands share stand in Articles."""
    _, *parts = re.split(r"^## ", PAGE.read_text(), flags=re.MULTILINE)
    return {part.partition("\n")[0]: part for part in parts}


def test_the_page_names_every_command_and_option() -> None:
    shared = sections()["Articles"]
    for name, command in cli.main.commands.items():
        own = sections()[name]
        below = command.commands.values() if isinstance(command, click.Group) else [command]
        for option in (option for each in below for option in each.params if isinstance(option, click.Option)):
            assert any(f"{flag}" in (shared if name in ("extract", "explain", "add") else own) for flag in option.opts)


def test_the_page_names_no_option_that_is_not_there() -> None:
    there = {"--help", "--version"}
    for command in cli.main.commands.values():
        below = command.commands.values() if isinstance(command, click.Group) else [command]
        there |= {flag for each in below for option in each.params for flag in option.opts}
    assert set(re.findall(r"(?<![\w-])--[a-z]+", PAGE.read_text())) <= there


NOT_SHOWN = {
    "an empty line": ("", "a\n"),
    "another line": ("a\n...\nc\n", "a\nb\n"),
    "a word": ("a ... c\n", "a b d\n"),
}


@pytest.mark.parametrize(("shown", "printed"), NOT_SHOWN.values(), ids=NOT_SHOWN.keys())
def test_the_dots_do_not_hide_a_difference(shown: str, printed: str) -> None:
    assert not re.fullmatch(pattern(shown), printed)
