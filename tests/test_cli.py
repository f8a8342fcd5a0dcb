"""The commands as they are used: what they print, what they leave, how they end."""

import errno
import json
import os
import pty
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from chronology import archive, article, cli, filing, gazetteer
from chronology.extract import contract
from chronology.extract.incidents import Telling

EXAMPLES = Path(__file__).parents[1] / "examples" / "articles"

RAID = "Soldiers raided a house in Mosul on 3 May 2016, killing at least 13 people, police said.\n"
BOMB = "A bomb exploded at a market in Kirkuk on 4 May 2016, killing three people, the hospital said.\n"
OPEN = ".+ hangs on the publication date; give --published YYYY-MM-DD"
SUNDAY = "Soldiers raided a house in Mosul on Sunday, killing four people, police said.\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, with two articles on raids."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "raid.txt").write_text(RAID)
    (tmp_path / "bomb.txt").write_text(BOMB)
    return tmp_path


def run(*words: str | Path) -> Result:
    """One command, in this process."""
    result = CliRunner().invoke(cli.main, [str(word) for word in words], catch_exceptions=False)
    assert "Traceback" not in result.output
    return result


def program(*words: str | Path, **more: Any) -> subprocess.CompletedProcess[str]:
    """One command, as a program of its own."""
    return subprocess.run(_program(words), capture_output=True, text=True, timeout=60, check=False, **more)


def _program(words: Sequence[str | Path]) -> list[str]:
    return [sys.executable, "-c", "from chronology.cli import main; main()", *map(str, words)]


def tree(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


def write_lines(file: Path, *articles: dict[str, str] | str) -> Path:
    lines = (one if isinstance(one, str) else json.dumps(one) for one in articles)
    file.write_text("".join(line + "\n" for line in lines))
    return file


# --- extract ---


def test_extract_shows_the_files_that_add_would_write_and_writes_nothing(here: Path) -> None:
    before = tree(here)
    result = run("extract", "raid.txt", "bomb.txt")
    assert result.exit_code == 0
    assert result.stderr == ""
    first, second = result.stdout.split("# bomb.txt: 1 incident\n---\n")
    assert first.startswith("# raid.txt: 1 incident\n---\ntitle: Ground raid at Mosul")
    assert "  - killed: 13+\n    by: police\n" in first
    assert second.endswith("reviewed: no\n")
    assert tree(here) == before


def test_extract_says_which_option_would_close_what_is_open(here: Path) -> None:
    (here / "sunday.txt").write_text(SUNDAY)
    result = run("extract", "sunday.txt")
    assert result.exit_code == 0
    assert re.search(rf"\n---\n# To settle: {OPEN}\ntitle: ", result.stdout)
    assert re.fullmatch(rf"sunday.txt: undated-mosul: {OPEN}\n", result.stderr)
    closed = run("extract", "sunday.txt", "--published", "2016-05-10")
    assert "date: 2016-05-08\n" in closed.stdout
    assert closed.stderr == ""


INCIDENT_KEYS = {
    "main", "title", "kind", "date", "edtf", "date_basis", "time", "place", "region", "admin1", "country",
    "country_name", "lat", "lon", "precision", "killed", "injured", "captured", "toll", "evidence", "related",
}  # fmt: skip


def test_extract_json_is_one_line_an_article_with_what_scripts_rely_on(here: Path) -> None:
    files = [*sorted(EXAMPLES.iterdir()), here / "raid.txt"]
    result = run("extract", "--json", *files)
    assert result.exit_code == 0
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    texts = [one for file in files for one in article.read(file) if isinstance(one, article.Article)]
    assert [line["id"] for line in lines] == [one.id for one in texts]
    for line, one in zip(lines, texts, strict=True):
        assert list(line) == ["id", "language", "published", "incidents", "seconds"]
        assert line["language"] == "en"
        assert isinstance(line["seconds"], float)
        assert [told["main"] for told in line["incidents"]] == [n == 0 for n in range(len(line["incidents"]))]
        for told in line["incidents"]:
            assert set(told) == INCIDENT_KEYS
            assert told["region"] == told["admin1"]
            assert told["date_basis"] in {"explicit", "publication", "narrative", "open"}
            assert told["evidence"]
            for start, end in [*told["evidence"].values(), *((toll["start"], toll["end"]) for toll in told["toll"])]:
                assert 0 <= start < end <= len(one.text)
    raid = lines[-1]["incidents"][0]
    assert (raid["date"], raid["edtf"], raid["place"], raid["country"]) == ("2016-05-03", "2016-05-03", "Mosul", "IQ")
    assert raid["killed"] == {"min": 13, "max": None, "approx": False, "vague": False}
    assert raid["injured"] is None
    assert RAID[slice(*raid["evidence"]["date"])] == "3 May 2016"
    assert [toll["by"] for toll in raid["toll"]] == ["police"]


def test_an_article_without_incidents_is_a_line_too(here: Path) -> None:
    (here / "talks.txt").write_text("Delegates met in Geneva on 3 May 2016 to talk about fishing.\n")
    result = run("extract", "--json", "talks.txt")
    assert json.loads(result.stdout)["incidents"] == []
    assert run("extract", "talks.txt").stdout == "# talks.txt: no incident reported\n"
    assert run("add", "talks.txt").stdout == "nothing   talks.txt: no incident reported\n1 article: nothing to file\n"
    assert json.loads(run("add", "--json", "talks.txt").stdout) == {"id": "talks", "incidents": [], "cluster": None}
    assert not (here / "incidents").exists()


def test_extract_shows_an_article_before_it_reads_the_next_but_one(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    events: list[str] = []
    read, extracted = article.read, contract.extracted

    def reading(path: str) -> Any:
        for one in read(path):
            events.append("read")
            yield one

    monkeypatch.setattr(article, "read", reading)
    monkeypatch.setattr(contract, "extracted", lambda *told: events.append("shown") or extracted(*told))
    many = write_lines(here / "many.jsonl", *({"text": f"{RAID} {n}"} for n in range(4)))
    assert run("extract", "--json", many).exit_code == 0
    assert events == ["read", "read", "shown", "shown", "read", "shown", "read", "shown"]


# --- explain ---


def test_explain_json_has_every_mention_with_its_rule(here: Path) -> None:
    line = json.loads(run("explain", "--json", "raid.txt").stdout)
    assert set(line) == {"id", "language", "published", "timex", "toponyms", "tolls"}
    (day,) = line["timex"]
    assert set(day) >= {"start", "end", "text", "type", "value", "rule", "anchor"}
    assert (day["text"], day["type"], day["value"]) == ("3 May 2016", "DATE", "2016-05-03")
    assert RAID[day["start"] : day["end"]] == day["text"]
    (place,) = line["toponyms"]
    assert set(place) >= {"start", "end", "text", "lat", "lon", "geonames_id", "class", "rule"}
    assert (place["text"], place["class"]) == ("Mosul", "place")
    (toll,) = line["tolls"]
    assert (toll["killed"], toll["by"], toll["incident"]) == ("13+", "police", "2016-05-03-mosul")
    assert "13 people" in RAID[toll["start"] : toll["end"]]


def test_explain_for_people_is_one_mention_a_line(here: Path) -> None:
    lines = run("explain", "raid.txt").stdout.splitlines()
    assert lines[0] == "raid: published not stated"
    assert len(lines) == 4
    assert all(
        word in "\n".join(lines) for word in ("'3 May 2016' -> 2016-05-03", "'Mosul' -> Mosul", "killed 13+, by police")
    )


# --- add ---


def test_add_says_what_it_did_and_again_that_there_was_nothing_to_do(here: Path) -> None:
    (here / "sunday.txt").write_text(SUNDAY)
    result = run("add", "sunday.txt", "bomb.txt", "raid.txt")
    assert result.exit_code == 0
    assert sorted(result.stdout.splitlines()[:-1]) == [
        "created   incidents/2016/2016-05-03-mosul.yaml",
        "created   incidents/2016/2016-05-04-kirkuk.yaml",
        "draft     drafts/undated-mosul.yaml",
    ]
    assert result.stdout.splitlines()[-1] == "3 articles: 2 created, 1 draft"
    assert re.fullmatch(rf"sunday.txt: undated-mosul: {OPEN}\n", result.stderr)
    before = tree(here)
    again = run("add", "raid.txt", "bomb.txt", "sunday.txt")
    assert again.stdout.splitlines()[-1] == "3 articles: 1 draft, 2 unchanged"
    assert tree(here) == before
    assert run("check").exit_code == 0
    closed = run(
        "add", "sunday.txt", "--published", "2016-05-10", "--publisher", "The Ledger", "--url", "https://a.example/1"
    )
    assert closed.stdout == "created   incidents/2016/2016-05-08-mosul.yaml\n1 article: 1 created\n"
    assert closed.stderr == ""
    assert list((here / "drafts").iterdir()) == []
    (source,) = archive.load(here / "incidents").filed["2016-05-08-mosul"].incident.sources
    assert (source.publisher, source.url, str(source.published)) == ("The Ledger", "https://a.example/1", "2016-05-10")


def test_add_json_is_one_line_an_article(here: Path) -> None:
    (here / "other.txt").write_text("Police said that 14 people were killed in the raid on 3 May 2016 in Mosul.\n")
    lines = [json.loads(line) for line in run("add", "--json", "raid.txt", "other.txt").stdout.splitlines()]
    assert sorted(line["id"] for line in lines) == ["other", "raid"]
    for line in lines:
        assert list(line) == ["id", "incidents", "cluster"]
        assert line["cluster"] == "2016-05-03-mosul"
        (one,) = line["incidents"]
        assert list(one) == ["id", "action", "main"]
        assert (one["id"], one["main"]) == ("2016-05-03-mosul", True)
    assert [line["incidents"][0]["action"] for line in lines] == ["created", "extended"]


def test_the_order_of_the_arguments_changes_no_byte(here: Path) -> None:
    files = [*sorted(EXAMPLES.iterdir()), here / "raid.txt", here / "bomb.txt"]
    for number, order in enumerate((files, files[::-1], files[3:] + files[:3])):
        assert run("add", *order, "--incidents", here / str(number) / "incidents").exit_code == 0
    assert tree(here / "0") == tree(here / "1") == tree(here / "2")


def test_other_folders_of_incidents_have_their_own_drafts_texts_names_and_places(here: Path) -> None:
    there = here / "there"
    there.mkdir()
    (there / "places.yaml").write_text(
        "- name: Nowhere Farm\n  country: IQ\n  lat: 36.1\n  lon: 43.1\n  precision: town\n  located_by: hand\n"
    )
    (here / "farm.txt").write_text(RAID.replace("Mosul", "Nowhere Farm").replace("on 3 May 2016", "on Sunday"))
    run("add", "farm.txt", "--incidents", "there/incidents")
    assert sorted(path.name for path in there.iterdir()) == ["drafts", "incidents", "places.yaml", "texts"]
    (draft,) = archive.load(there / "drafts").filed.values()
    assert draft.incident.place is not None
    assert draft.incident.place.point == (36.1, 43.1)


# --- wrong calls: exit 2, and nothing is done ---

WRONG = {
    "no article": (["extract"], "Missing argument 'ARTICLE...'"),
    "an unknown option": (["add", "raid.txt", "--publish", "x"], "No such option '--publish'"),
    "an unknown command": (["ad", "raid.txt"], "No such command 'ad'"),
    "one day for two articles": (["add", "raid.txt", "bomb.txt", "--published", "2016-05-05"], "--published is for one article, and here are several"),
    "one address for two articles": (["extract", "raid.txt", "bomb.txt", "--url", "https://a.example/"], "--url is for one article, and here are several"),
    "one day for two lines": (["add", "two.jsonl", "--published", "2016-05-05"], "--published is for one article, and here are several"),
    "one day for a good and a missing file": (["add", "raid.txt", "no.txt", "--published", "2016-05-05"], "--published is for one article, and here are several"),
    "a day that is none": (["add", "raid.txt", "--published", "2016-02-30"], "'2016-02-30' is not a day; write it as 2017-01-08"),
    "a day in another form": (["add", "raid.txt", "--published", "03/05/2016"], "'03/05/2016' is not a day"),
    "a day without hyphens": (["add", "raid.txt", "--published", "20160505"], "'20160505' is not a day"),
    "a day to come": (["add", "raid.txt", "--published", "2916-05-05"], "2916-05-05 has not come yet"),
    "no address": (["add", "raid.txt", "--url", "a.example"], "'a.example' is not a web address; write it whole, from https://"),
    "an address that is code": (["add", "raid.txt", "--url", "javascript:alert(1)"], "is not a web address"),
    "an address with quotation marks": (["add", "raid.txt", "--url", 'https://a.example/"x'], "is not a web address"),
    "a file for the folder": (["add", "raid.txt", "--incidents", "bomb.txt"], "Directory 'bomb.txt' is a file"),
    "a file for the folder of check": (["check", "--incidents", "bomb.txt"], "Directory 'bomb.txt' is a file"),
    "an unknown format": (["check", "--format", "xml"], "'xml' is not one of 'text', 'github', 'json'"),
}  # fmt: skip


@pytest.mark.parametrize(("words", "said"), WRONG.values(), ids=WRONG.keys())
def test_a_wrong_call_is_one_line_more_than_the_usage(here: Path, words: list[str], said: str) -> None:
    write_lines(here / "two.jsonl", {"text": RAID}, {"text": BOMB})
    before = tree(here)
    result = run(*words)
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stdout == ""
    assert tree(here) == before


def test_one_article_in_a_jsonl_may_have_its_day_stated(here: Path) -> None:
    write_lines(here / "one.jsonl", {"text": SUNDAY})
    assert run("add", "one.jsonl", "--published", "2016-05-10").stdout.startswith("created   ")


# --- articles that can't be read: one line each, the others are done, exit 1 ---

UNREADABLE: dict[str, tuple[str, bytes | None, str]] = {
    "an empty file": ("a.txt", b"", "a.txt: empty"),
    "a file of spaces": ("a.txt", b" \n\n", "a.txt: empty"),
    "a binary": ("a.txt", bytes(range(256)) * 9, "a.txt: binary, not text"),
    "a folder": ("raids", None, "raids: a f"),
    "a folder with an ending": ("raids.txt", None, "raids.txt: a folder"),
    "a missing file": ("", b"", "no.txt: no such file"),
    "latin-1": ("a.txt", RAID.replace("Mosul", "Alés").encode("latin-1"), "a.txt: not UTF-8 text: byte 0xE9 in line 1"),
    "a broken UTF-16": ("a.txt", RAID.encode("utf-16")[:-1], "a.txt: it begins like UTF-16 but is not"),
    "5 MB of one line": ("a.txt", RAID.strip().encode() * 60_000, "a.txt: "),
    "HTML without an article": ("a.html", b"<html><body><nav>Home</nav></body></html>", "a.html: HTML without an article"),
    "an unknown ending": ("a.docx", b"PK", "a.docx: a .docx file"),
    "front matter without an end": ("a.md", b"---\ntitle: A raid\n", "a.md:1: front matter without an end"),
    "front matter that isn't YAML": ("a.md", b"---\ntitle: [\n---\nWords.\n", "a.md:"),
    "a broken line": ("a.jsonl", b'{"text": \n', "a.jsonl:1: not JSON"),
    "a line that is no object": ("a.jsonl", b"[1]\n", "a.jsonl:1: not a JSON object"),
    "a line without text": ("a.jsonl", b'{"title": "A raid"}\n', "a.jsonl:1: no text"),
    "half a character": ("a.jsonl", b'{"text": "\\ud800"}\n', "a.jsonl:1: its text has half a character"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "content", "said"), UNREADABLE.values(), ids=UNREADABLE.keys())
def test_an_article_that_cannot_be_read_is_one_line_and_the_others_are_done(
    here: Path, name: str, content: bytes | None, said: str
) -> None:
    if content is None:
        (here / name).mkdir()
    elif name:
        (here / name).write_bytes(content)
    for command in ("extract", "explain", "add"):
        result = run(command, "--json", "raid.txt", name or "no.txt", "bomb.txt")
        assert result.exit_code == 1
        assert sorted(json.loads(line)["id"] for line in result.stdout.splitlines()) == ["bomb", "raid"]
        first, last = result.stderr.splitlines()
        assert first.startswith(said)
        assert first.endswith(")"), "what to do about it"
        assert last == "1 of 3 articles could not be read"
    assert sorted(archive.load(here / "incidents").filed) == ["2016-05-03-mosul", "2016-05-04-kirkuk"]


def test_the_good_lines_beside_a_broken_one_are_done(here: Path) -> None:
    write_lines(here / "a.jsonl", {"text": RAID}, '{"text": ', {"text": BOMB, "published": "soon"})
    result = run("add", "a.jsonl")
    assert result.exit_code == 1
    assert "a.jsonl:2: not JSON" in result.stderr
    assert "a.jsonl:3: published is 'soon', which is no day" in result.stderr
    assert sorted(archive.load(here / "incidents").filed) == ["2016-05-03-mosul", "2016-05-04-kirkuk"]


def test_an_address_that_no_file_may_hold_is_left_out_and_that_is_said(here: Path) -> None:
    write_lines(here / "a.jsonl", {"text": RAID, "url": 'https://a.example/"onload="x', "publisher": "The Ledger"})
    result = run("add", "a.jsonl")
    assert result.exit_code == 0
    assert "url is 'https://a.example/\"onload=\"x' and was left out (" in result.stderr
    (source,) = archive.load(here / "incidents").filed["2016-05-03-mosul"].incident.sources
    assert (source.publisher, source.url) == ("The Ledger", None)


def test_utf_16_with_its_mark_is_read(here: Path) -> None:
    (here / "raid.txt").write_bytes(RAID.encode("utf-16"))
    assert json.loads(run("extract", "--json", "raid.txt").stdout)["incidents"][0]["place"] == "Mosul"


def test_nothing_is_made_when_no_article_can_be_read(here: Path) -> None:
    assert run("add", "no.txt").exit_code == 1
    assert not (here / "incidents").exists()


def test_a_terminal_is_not_steered_by_what_an_article_holds(here: Path) -> None:
    (here / "raid.txt").write_text(RAID.replace("a house", "a \x1b[31mhouse\x1b]0;title\x07 \u202e"))
    for command in ("extract", "explain", "add"):
        output = run(command, "raid.txt").output
        assert not set("\x1b\x07\u202e") & set(output)


HOSTILE = [
    "", "\u200b", "../../etc/passwd", "Atmah\u202egnp.exe", "<script>alert(1)</script>", "{{ 7*7 }}", "\x1b[2J", "💥" * 50,
    "أطمة", "%s%n%d", "'; DROP TABLE place; --", "- a: [b", "# a: *b", "\u2028", "a" * 3000, "(" * 500, "1/0", "null",
]  # fmt: skip


def test_whatever_stands_beside_and_in_an_article_what_is_filed_is_correct(here: Path) -> None:
    collections = sorted((Path(__file__).parents[2] / "shared" / "hostile").glob("[npx]*.json"))
    found = [words for file in collections for words in json.loads(file.read_text())]
    words = [*HOSTILE, *(found[:: len(found) // 40] if found else ())]
    keys = ("id", "title", "publisher", "author", "url", "archived", "language", "published")
    write_lines(here / "a.jsonl", *(
        {**dict.fromkeys(keys, one), "text": RAID.replace("a house", f"a house of {one}").replace("3 May", f"{1 + n % 28} May") + one}
        for n, one in enumerate(words)
    ))  # fmt: skip
    result = run("add", "a.jsonl")
    assert len(result.stdout.splitlines()) > len(words) / 2
    known = archive.load(here / "incidents")
    assert known.filed
    assert known.problems == ()
    for filed in known.filed.values():
        assert filed.file.resolve().parent.parent == here / "incidents"
    assert run("check").exit_code == 0
    assert not (here / "drafts").exists() or archive.load(here / "drafts").problems == ()
    assert {path.name for path in here.iterdir()} <= {"a.jsonl", "raid.txt", "bomb.txt", "incidents", "drafts", "texts"}


# --- incident files that can't be read ---

BROKEN = {
    "not YAML": ("title: a: b\n", ":1:9: YAML not YAML"),
    "empty": ("", ":1:1: YAML the file is empty"),
    "a list": ("- a\n", ":1:1: FORM a list where fields are expected"),
    "a tab": ("title: a\n\tkind: b\n", ":2:1: YAML a tab"),
    "a field twice": ("title: a\ntitle: b\n", ":2:1: YAML 'title' a second time"),
    "100,000 deep": ("[" * 100_000, ":1:22: YAML nested more than 20 deep"),
    "100,000 deep in dashes": ("- " * 100_000, "YAML nested more than 20 deep"),
    "a binary": ("\x00\x01", ":1:1: YAML"),
}


@pytest.mark.parametrize(("text", "said"), BROKEN.values(), ids=BROKEN.keys())
def test_an_incident_file_that_cannot_be_read_is_one_line_and_the_rest_is_done(
    here: Path, text: str, said: str
) -> None:
    file = here / "incidents" / "2015" / "2015-01-01-broken.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(text)
    for command, code in (("add", 1), ("check", 1)):
        result = run(command, *(["raid.txt", "bomb.txt"] if command == "add" else []))
        assert result.exit_code == code
        (line,) = [line for line in result.output.splitlines() if said in line]
        assert line.startswith("incidents/2015/2015-01-01-broken.yaml")
    assert sorted(archive.load(here / "incidents").filed) == ["2016-05-03-mosul", "2016-05-04-kirkuk"]
    assert file.read_text() == text


def test_an_article_that_a_broken_file_may_hold_is_not_filed_twice(here: Path) -> None:
    run("add", "raid.txt", "bomb.txt")
    file = here / "incidents" / "2016" / "2016-05-03-mosul.yaml"
    file.write_text(file.read_text() + "reviewed: [\n")
    before = tree(here)
    result = run("add", "raid.txt", "bomb.txt")
    assert result.exit_code == 1
    assert result.stdout == "unchanged incidents/2016/2016-05-04-kirkuk.yaml\n1 article: 1 unchanged\n"
    assert (
        "raid.txt: incidents/2016/2016-05-03-mosul.yaml has a problem and may hold what this article tells"
        in result.stderr
    )
    assert tree(here) == before


@pytest.mark.parametrize("name", ["names.yaml", "places.yaml"])
@pytest.mark.parametrize("text", ["- name: [\n", "name: a\n", "- nam: a\n", "\x00", ""])
def test_broken_names_and_places_stop_every_reading_command(here: Path, name: str, text: str) -> None:
    (here / name).write_text(text)
    (here / "incidents").mkdir()
    for command in ("extract", "explain", "add", "check"):
        result = run(command, *([] if command == "check" else ["raid.txt"]))
        assert result.exit_code == 1
        assert any(line.startswith(f"{name}:") for line in result.output.splitlines())
    assert not list((here / "incidents").iterdir())


def test_without_the_index_of_place_names_one_line_says_how_to_make_it(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gazetteer.resources, "files", lambda _: here)
    (here / "incidents").mkdir()
    for command, code in (("extract", 1), ("explain", 1), ("add", 1), ("check", 2)):
        result = run(command, *([] if command == "check" else ["raid.txt"]))
        assert result.exit_code == code
        assert result.stderr == "the index of place names: not built yet (run `make gazetteer`)\n"


# --- folders and disks that refuse ---


@pytest.mark.parametrize("blocked", ["incidents/2016", "texts", "drafts"])
def test_a_file_where_a_folder_has_to_be_is_one_line(here: Path, blocked: str) -> None:
    (here / "sunday.txt").write_text(SUNDAY)
    (here / "incidents").mkdir()
    (here / blocked).write_text("in the way")
    result = run("add", "raid.txt", "sunday.txt")
    assert result.exit_code == 1
    assert result.stderr.splitlines()[-1].startswith(f"{blocked}: file exists (")


def test_an_incidents_folder_below_a_file_is_one_line(here: Path) -> None:
    result = run("add", "raid.txt", "--incidents", "bomb.txt/incidents")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("bomb.txt/incidents: not a directory (")


def test_when_the_disk_is_full_what_was_filed_is_said_and_the_next_call_does_the_rest(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = os.replace

    def full(source: str, target: Path) -> None:
        if "kirkuk" in str(target):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(target))
        replace(source, target)

    files = ["raid.txt", "bomb.txt"]
    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", full)
        result = run("add", *files)
    assert result.exit_code == 1
    assert "2016-05-04-kirkuk.yaml: no space left on device (" in result.stderr
    filed = archive.load(here / "incidents").filed
    assert [line.split()[0] for line in result.stdout.splitlines()[:-1]] == ["created"] * len(filed)
    assert not list(here.rglob("*.part"))
    assert run("add", *files).exit_code == 0
    assert sorted(archive.load(here / "incidents").filed) == ["2016-05-03-mosul", "2016-05-04-kirkuk"]


def test_stopped_by_hand_add_says_what_it_had_done(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add = filing.Filing.add
    done: list[str] = []

    def stopped(files: filing.Filing, telling: Telling) -> Any:
        if done:
            raise KeyboardInterrupt
        done.append(telling.id)
        return add(files, telling)

    with monkeypatch.context() as patch:
        patch.setattr(filing.Filing, "add", stopped)
        result = run("add", "raid.txt", "bomb.txt")
    assert result.exit_code == 1
    assert [line.split()[0] for line in result.stdout.splitlines()] == ["created", "1"]
    assert result.stderr.split() == ["Aborted!"]
    assert run("add", "raid.txt", "bomb.txt").stdout.splitlines()[-1] == "2 articles: 1 created, 1 unchanged"


# --- as programs: pipes, signals, locales, two at once ---


def test_nobody_reads_on(here: Path) -> None:
    many = write_lines(here / "many.jsonl", *({"text": f"{RAID} {n}"} for n in range(300)))
    with subprocess.Popen(_program(["explain", many]), stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.readline()
        running.stdout.close()
        said = running.stderr.read()
        assert running.wait(30) == 1
    assert said == b""


def test_ctrl_c_is_no_traceback_and_leaves_whole_files(here: Path) -> None:
    many = write_lines(here / "many.jsonl", *({"text": f"{RAID} {n}"} for n in range(3000)))
    with subprocess.Popen(
        _program(["extract", "--json", many]), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.readline()
        running.send_signal(signal.SIGINT)
        _, said = running.communicate(timeout=30)
    assert running.returncode == 1
    assert said.decode().split() == ["Aborted!"]


def test_output_is_utf_8_whatever_the_locale(here: Path) -> None:
    (here / "raid.txt").write_text(RAID.replace("police", "“police” — Ḩarīb"))
    for settings in ({"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "ascii"}):
        result = subprocess.run(_program(["extract", "--json", "raid.txt", "né.txt"]), capture_output=True, check=False, env={**os.environ, **settings})  # fmt: skip
        assert result.returncode == 1
        assert json.loads(result.stdout.decode())["id"] == "raid"
        assert result.stderr.decode().startswith("né.txt: no such file")


def test_two_at_once_lose_nothing(here: Path) -> None:
    days = range(1, 16)
    one = write_lines(here / "one.jsonl", *({"text": RAID.replace("3 May", f"{n} May")} for n in days))
    two = write_lines(here / "two.jsonl", *({"text": BOMB.replace("4 May", f"{n} May")} for n in days), *({"text": f"Police said that 14 people were killed in the raid on {n} May 2016 in Mosul."} for n in days))  # fmt: skip
    running = [subprocess.Popen(_program(["add", file])) for file in (one, two)]
    assert [each.wait(60) for each in running] == [0, 0]
    filed = archive.load(here / "incidents").filed
    assert sorted(filed) == sorted(f"2016-05-{n:02}-{place}" for n in days for place in ("mosul", "kirkuk"))
    for name, each in filed.items():
        assert len(each.incident.sources) == (2 if "mosul" in name else 1)
    before = tree(here)
    assert run("add", one, two).exit_code == 0
    assert tree(here) == before


def test_on_a_terminal_a_line_says_how_far_it_is(here: Path) -> None:
    many = write_lines(here / "many.jsonl", *({"text": f"{RAID} {n}"} for n in range(3)), "broken")
    terminal, end = pty.openpty()
    result = subprocess.run(_program(["add", many]), stdout=subprocess.PIPE, stderr=end, check=False)
    os.close(end)
    said = b""
    try:
        while some := os.read(terminal, 4096):
            said += some
    except OSError:  # the other end is closed
        pass
    os.close(terminal)
    assert result.returncode == 1
    lines = said.decode().replace("\r\n", "\n").split("\n")
    assert "\r3 articles read\r" in lines[0].replace(" " * 15, "")
    assert lines[0].split("\r")[-1].startswith(f"{many}:4: not JSON")
    assert result.stdout.decode().splitlines()[-1].startswith("3 articles: ")


def test_start_up_loads_only_what_the_command_needs(here: Path) -> None:
    """What costs time: YAML for the list of commands, and for reading a text whatever HTML, sites and languages need."""
    heavy = "[m for m in ('yaml', 'sqlite3', 'lxml', 'trafilatura', 'dateparser', 'babel', 'jinja2', 'mkdocs', 'chronology.extract') if m in sys.modules]"  # fmt: skip
    for words, loaded in (("--help", []), ("extract raid.txt", ["yaml", "sqlite3", "chronology.extract"])):
        code = f"import sys, atexit; atexit.register(lambda: print({heavy}, file=sys.stderr)); from chronology.cli import main; main()"
        result = subprocess.run(
            [sys.executable, "-c", code, *words.split()], capture_output=True, text=True, check=False
        )
        assert result.returncode == 0
        assert result.stderr.splitlines()[-1] == str(loaded)


def test_the_program_is_installed_under_its_name() -> None:
    found = shutil.which("chronology", path=str(Path(sys.executable).parent))
    assert found
    result = subprocess.run([found, "--version"], capture_output=True, text=True, check=True)
    assert result.stdout.startswith("chronology, version ")


def test_every_command_explains_itself_in_the_order_of_work() -> None:
    assert list(cli.main.commands) == ["extract", "explain", "add", "check", "gazetteer"]
    for name in cli.main.commands:
        result = run(name, "--help")
        assert result.exit_code == 0
        assert result.stdout.startswith("Usage: ")
    for command in cli.main.commands.values():
        for option in command.params:
            assert not isinstance(option, click.Option) or option.help
