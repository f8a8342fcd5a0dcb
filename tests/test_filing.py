"""What becomes of what an article tells: new files, files with more in them, drafts; and that nothing is lost."""

import hashlib
import itertools
import json
import re
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronology import archive, check, edtf, filing, filing_text, incident, same, shape, yamlfile
from chronology.count import Count
from chronology.extract import assembly
from chronology.extract.grouping import Findings
from chronology.extract.incidents import Telling, Told
from chronology.incident import Evidence, Incident, Place, Ref, Relation, Report, Source
from chronology.problem import ChronologyError

TODAY = date(2024, 5, 1)
LATER = date(2024, 6, 1)
OPEN = "'on Sunday' hangs on the publication date; give --published YYYY-MM-DD"
NOTHING = Findings(
    sentences=(), dates=(), all_dates=(), places=(), header_places=(), tolls=(), title_tolls=(), claims=(), triggers=(),
    published=None, title=None,
)  # fmt: skip
ATMAH = Place(name="Atmah", region="Idlib", country=("SY",), lat=36.31, lon=36.69, precision="town")
HARIM = Place(name="Harim", region="Idlib", country=("SY",), lat=36.21, lon=36.52, precision="town")


AT_LEAST_13 = Count(13, None)


def told(
    key: str,
    when: str = "2022-02-03",
    place: Place | None = ATMAH,
    *,
    at: int = 0,
    killed: Count | None = AT_LEAST_13,
    main: bool = True,
    left_open: str | None = None,
    to: Sequence[str] = (),
    **more: Any,
) -> Callable[[Source], Told]:
    """An incident as an article tells of it, once its source is known. It rests on the words from `at` on."""

    def of(source: Source) -> Told:
        report = (
            Report(killed={"total": killed}, by="police", source=Ref(source.id, at + 20, at + 30)) if killed else None
        )
        value = Incident(
            title=f"Ground raid at {place.name if place else 'a place'}",
            kind="ground raid",
            date=edtf.parse(when),
            place=place,
            toll=(report,) if report else (),
            related=tuple(Relation(to=other, why="compared with", source=Ref(source.id, at, at + 40)) for other in to),
            sources=(source,),
            evidence=Evidence(date=(Ref(source.id, at, at + 5),), place=(Ref(source.id, at + 6, at + 11),)),
        )
        return Told(key, main, replace(value, **more), "open" if left_open else "explicit", left_open, "Syria", {})

    return of


def telling(
    text: str,
    *incidents: Callable[[Source], Told],
    published: date | None = None,
    publisher: str = "The Ledger",
    url: str | None = None,
) -> Telling:
    """An article that tells of these incidents."""
    text += " " + "And so on. " * 30  # the words that the incidents rest on
    source = Source(
        id=f"{assembly.slug(publisher)}-{published or TODAY}",
        title="A headline",
        publisher=publisher,
        published=edtf.day(published) if published else None,
        accessed=None if published else TODAY,
        url=url,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )
    one_by_one = tuple(incident_of(source) for incident_of in incidents)
    return Telling("article.txt", "article", text, source.sha256 or "", "en", published, one_by_one, NOTHING)


def add(root: Path, *tellings: Telling, today: date = TODAY) -> list[tuple[str, str]]:
    """Action and id of each incident of these articles, added in one call."""
    with filing.into(root, today) as files:
        return [(one.action, one.id) for article in tellings for one in files.add(article)]


def tree(root: Path) -> dict[str, bytes]:
    """Everything that stands beside and in a folder of incidents."""
    beside = root.parent
    return {str(file.relative_to(beside)): file.read_bytes() for file in sorted(beside.rglob("*")) if file.is_file()}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "incidents"


RAID = telling("Thirteen people were killed in Atmah.", told("2022-02-03-atmah"), published=date(2022, 2, 4))


def test_a_new_incident_is_a_file_in_the_folder_of_its_year_and_its_text_is_kept(root: Path) -> None:
    with filing.into(root, TODAY) as files:
        (outcome,) = files.add(RAID)
    assert (outcome.id, outcome.action, outcome.main) == ("2022-02-03-atmah", "created", True)
    assert outcome.file == root / "2022" / "2022-02-03-atmah.yaml"
    filed = archive.load(root).filed["2022-02-03-atmah"]
    assert (filed.incident.added, filed.incident.reviewed) == (TODAY, "no")
    assert sorted(tree(root)) == ["incidents/2022/2022-02-03-atmah.yaml", f"texts/{RAID.sha256}.txt"]
    assert archive.text_file(root, RAID.sha256).read_text() == RAID.text


def test_an_article_without_incidents_leaves_nothing(root: Path) -> None:
    assert add(root, telling("A conference was held.")) == []
    assert tree(root) == {}


def test_adding_again_changes_no_byte_whatever_the_day(root: Path) -> None:
    articles = (
        RAID,
        telling("Another on Atmah.", told("2022-02-03-atmah"), publisher="The Post", published=date(2022, 2, 4)),
        telling("On Sunday.", told("undated-harim", "../2022-02-05", HARIM, left_open=OPEN)),
        telling("A doubtful one.", told("2022-02-03-atmah", killed=Count(90, 90)), publisher="The Sun"),
    )
    first = add(root, *articles)
    assert first == [
        ("created", "2022-02-03-atmah"),
        ("extended", "2022-02-03-atmah"),
        ("draft", "undated-harim"),
        ("draft", "2022-02-03-atmah-2"),
    ]
    before = tree(root)
    again = [("unchanged" if action != "draft" else action, name) for action, name in first]
    assert add(root, *articles, today=LATER) == again
    assert add(root, *reversed(articles), today=LATER) == again[::-1]
    assert tree(root) == before


# --- another article on the same raid ---

HAND = """\
# by hand, keep
title: Raid on a house   # neutral
kind: "ground raid"
place: {name: Atmah, country: SY}
date: 2022-02-03

toll:
- killed: 12+
  by: 'a monitor'
  source: own
# where it is from
sources:
    - id: own
      publisher: "A newspaper"
      published: 2022-02-03
reviewed: AB 2022-02-10
# the end
"""

POST = telling(
    "Fourteen, says The Post.",
    told("2022-02-03-atmah", killed=Count(14, 14)),
    publisher="The Post",
    published=date(2022, 2, 4),
)


def put(root: Path, name: str, text: str) -> Path:
    file = root / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode())
    return file


@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["unix lines", "windows lines"])
@pytest.mark.parametrize("start", ["", "\ufeff"], ids=["plain", "with a byte order mark"])
@pytest.mark.parametrize("end", [0, -1], ids=["a last newline", "no last newline"])
def test_a_known_raid_gets_the_new_reports_and_every_line_a_person_wrote_stays(
    root: Path, newline: str, start: str, end: int
) -> None:
    text = start + HAND[: len(HAND) + end].replace("\n", newline)
    file = put(root, "2022/2022-02-03-atmah.yaml", text)
    with filing.into(root, TODAY) as files:
        (outcome,) = files.add(POST)
    assert (outcome.action, outcome.id) == ("extended", "2022-02-03-atmah")
    assert outcome.note == "AB 2022-02-10 reviewed it before this was added: look at it again"
    after = file.read_bytes().decode()
    lines = iter(after.split(newline))
    assert all(line in lines for line in text.split(newline))
    assert after.count("\r") == (after.count("\n") if newline == "\r\n" else 0)
    value = archive.load(root).filed["2022-02-03-atmah"].incident
    assert [report.by for report in value.toll] == ["a monitor", "police"]
    assert [str(report.source) for report in value.toll] == ["own", "the-post-2022-02-04 20-30"]
    assert [source.id for source in value.sources] == ["own", "the-post-2022-02-04"]
    before = tree(root)
    assert add(root, POST, today=LATER) == [("unchanged", "2022-02-03-atmah")]
    assert tree(root) == before


def test_sources_get_ids_of_their_own(root: Path) -> None:
    articles = [telling(f"Version {n}.", told("2022-02-03-atmah"), published=date(2022, 2, 4)) for n in range(30)]
    assert add(root, *articles) == [("created", "2022-02-03-atmah")] + [("extended", "2022-02-03-atmah")] * 29
    ids = [source.id for source in archive.load(root).filed["2022-02-03-atmah"].incident.sources]
    assert ids[:3] == ["the-ledger-2022-02-04", "the-ledger-2022-02-04-b", "the-ledger-2022-02-04-c"]
    assert len(set(ids)) == 30


def test_a_page_that_had_changed_is_another_source(root: Path) -> None:
    day, url = date(2022, 2, 4), "https://ledger.example/atmah"
    versions = [telling(text, told("2022-02-03-atmah"), published=day, url=url) for text in ("At first.", "Later.")]
    assert add(root, *versions) == [("created", "2022-02-03-atmah"), ("extended", "2022-02-03-atmah")]
    assert check.problems(archive.load(root), TODAY) == ()


def test_people_who_are_named_and_links_are_added_once(root: Path) -> None:
    person = incident.Person(name="A Leader", group="leaders", fate="killed", source=Ref("the-ledger-2022-02-04", 1, 9))
    one = telling("One.", told("2022-02-03-atmah", people=(person,)), published=date(2022, 2, 4))
    two = telling("Two.", told("2022-02-03-atmah", people=(person,)), published=date(2022, 2, 4))
    assert add(root, one, two) == [("created", "2022-02-03-atmah"), ("extended", "2022-02-03-atmah")]
    value = archive.load(root).filed["2022-02-03-atmah"].incident
    assert [(p.name, p.source) for p in value.people] == [("A Leader", person.source)]


def test_a_file_that_cannot_be_added_to_without_touching_a_line_is_left_alone(root: Path) -> None:
    file = put(root, "2022/2022-02-03-atmah.yaml", HAND.replace("sources:\n    - id: own\n      publisher: \"A newspaper\"\n      published: 2022-02-03\n", "sources: [{id: own, publisher: A, published: 2022-02-03}]\n"))  # fmt: skip
    text = file.read_bytes()
    with filing.into(root, TODAY) as files:
        (outcome,) = files.add(POST)
    assert (outcome.action, outcome.id) == ("draft", "2022-02-03-atmah-2")
    assert outcome.note is not None
    assert "it is 2022-02-03-atmah" in outcome.note
    assert file.read_bytes() == text
    before = tree(root)
    assert add(root, POST, today=LATER) == [("draft", "2022-02-03-atmah-2")]
    assert tree(root) == before


DOUBTS = {
    "the toll is another": (HAND.replace("12+", "90"), "it may be 2022-02-03-atmah (another toll)"),
    "withdrawn": (HAND + "status: withdrawn\nwhy: it was an exercise\n", "it may be 2022-02-03-atmah (withdrawn)"),
}


@pytest.mark.parametrize(("text", "note"), DOUBTS.values(), ids=DOUBTS.keys())
def test_what_may_be_the_same_is_a_draft(root: Path, text: str, note: str) -> None:
    file = put(root, "2022/2022-02-03-atmah.yaml", text)
    with filing.into(root, TODAY) as files:
        (outcome,) = files.add(POST)
    assert outcome.action == "draft"
    assert outcome.file == root.parent / "drafts" / "2022-02-03-atmah-2.yaml"
    assert (outcome.note or "").startswith(note)
    assert outcome.file.read_text().startswith(f"# To settle: {note}")
    assert file.read_text() == text


def test_what_may_be_either_of_two_is_a_draft_that_names_both(root: Path) -> None:
    for name in ("a", "b"):
        put(root, f"2022/2022-02-03-{name}.yaml", HAND)
    with filing.into(root, TODAY) as files:
        (outcome,) = files.add(POST)
    assert outcome.action == "draft"
    assert "it may be 2022-02-03-a, 2022-02-03-b;" in (outcome.note or "")


def test_two_incidents_of_one_article_stay_two(root: Path) -> None:
    article = telling("Twice in a day.", told("2022-02-03-atmah"), told("2022-02-03-atmah-2", at=100, main=False))
    put(root, "2022/2022-02-03-house.yaml", HAND)
    assert add(root, article) == [("extended", "2022-02-03-house"), ("created", "2022-02-03-atmah-2")]


# --- drafts ---

SUNDAY = "On Sunday a raid, as on 3 October."
UNDATED = telling(
    SUNDAY,
    told("undated-atmah", "../2022-02-10", left_open=OPEN, to=("undated-harim",)),
    told("undated-harim", "XXXX-10-03", HARIM, at=100, main=False, left_open=OPEN),
)
DATED = telling(
    SUNDAY,
    told("2022-02-06-atmah", "2022-02-06", to=("2021-10-03-harim",)),
    told("2021-10-03-harim", "2021-10-03", HARIM, at=100, main=False),
    published=date(2022, 2, 8),
)


def test_an_open_date_makes_a_draft_that_says_what_closes_it(root: Path) -> None:
    with filing.into(root, TODAY) as files:
        main, other = files.add(UNDATED)
    assert (main.action, main.file, main.note) == ("draft", root.parent / "drafts" / "undated-atmah.yaml", OPEN)
    assert (other.action, other.id) == ("draft", "undated-harim")
    assert main.file.read_text().startswith(f"# To settle: {OPEN}\n# Draft ")
    assert archive.load(root).filed == {}
    assert archive.load(root.parent / "drafts").problems == ()


def test_a_date_that_was_missing_completes_the_drafts_of_that_text(root: Path) -> None:
    add(root, UNDATED)
    assert add(root, DATED) == [("created", "2022-02-06-atmah"), ("created", "2021-10-03-harim")]
    known = archive.load(root)
    assert list(known.filed) == ["2021-10-03-harim", "2022-02-06-atmah"]
    assert [r.to for r in known.filed["2022-02-06-atmah"].incident.related] == ["2021-10-03-harim"]
    assert list((root.parent / "drafts").iterdir()) == []
    assert "Draft" not in known.filed["2022-02-06-atmah"].text
    before = tree(root)
    # and the date isn't forgotten when it is left out
    assert add(root, UNDATED, today=LATER) == [("unchanged", "2022-02-06-atmah"), ("unchanged", "2021-10-03-harim")]
    assert tree(root) == before


TOUCHES = {
    "a value": ("kind: ground raid", "kind: ambush"),
    "a comment": ("kind: ground raid", "kind: ground raid # a raid, surely"),
    "a line": ("kind: ground raid", "kind: ground raid\nnote: ask again"),
    "a review": ("reviewed: no", "reviewed: AB 2024-05-02"),
    "the note": ("# To settle: ", "# To settle (asked on Friday): "),
    "windows lines": ("\n", "\r\n"),
    "the mark": ("# Draft ", "# My draft "),
}


@pytest.mark.parametrize(("old", "new"), TOUCHES.values(), ids=TOUCHES.keys())
def test_a_draft_that_somebody_worked_on_stays(root: Path, old: str, new: str) -> None:
    add(root, UNDATED)
    file = root.parent / "drafts" / "undated-atmah.yaml"
    file.write_bytes(file.read_bytes().replace(old.encode(), new.encode()))
    text = file.read_bytes()
    with filing.into(root, TODAY) as files:
        main, other = files.add(DATED)
    assert (main.action, main.id) == ("draft", "undated-atmah")
    assert "somebody has worked on this draft" in (main.note or "")
    assert (other.action, other.id) == ("created", "2021-10-03-harim")
    assert file.read_bytes() == text


def test_a_draft_that_a_person_published_is_known(root: Path) -> None:
    add(root, UNDATED)
    draft = root.parent / "drafts" / "undated-atmah.yaml"
    text = draft.read_text().replace("../2022-02-10", "2022-02-05")
    put(root, "2022/2022-02-05-house.yaml", text)
    draft.unlink()
    before = tree(root)
    assert add(root, UNDATED) == [("unchanged", "2022-02-05-house"), ("draft", "undated-harim")]
    assert tree(root) == before
    assert add(root, DATED) == [("extended", "2022-02-05-house"), ("created", "2021-10-03-harim")]
    after = archive.load(root).filed["2022-02-05-house"]
    assert after.text.startswith(text)
    assert [link.to for link in after.incident.related] == ["2021-10-03-harim"]


def test_a_publication_day_that_closes_nothing_is_kept_in_the_draft(root: Path) -> None:
    add(root, UNDATED)
    dayless = "the article doesn't say on which day; a person has to find out"
    main = told("2022-02-08-atmah", "2022-02-08~", left_open=dayless)
    harim = told("2021-10-03-harim", "2021-10-03", HARIM, at=100, main=False)
    article = telling(SUNDAY, main, harim, published=date(2022, 2, 8))
    expected = [("draft", "2022-02-08-atmah"), ("created", "2021-10-03-harim")]
    assert add(root, article) == expected
    assert [file.name for file in (root.parent / "drafts").iterdir()] == ["2022-02-08-atmah.yaml"]
    before = tree(root)
    assert add(root, article, today=LATER) == [("draft", "2022-02-08-atmah"), ("unchanged", "2021-10-03-harim")]
    assert tree(root) == before


def test_what_is_published_points_to_no_draft_until_that_is_settled(root: Path) -> None:
    half = telling(
        SUNDAY,
        told("2022-02-06-atmah", "2022-02-06", to=("undated-harim",)),
        told("undated-harim", "XXXX-10-03", HARIM, at=100, main=False, left_open=OPEN),
    )
    assert add(root, half) == [("created", "2022-02-06-atmah"), ("draft", "undated-harim")]
    atmah = archive.load(root).filed["2022-02-06-atmah"]
    assert atmah.incident.related == ()
    assert add(root, DATED) == [("extended", "2022-02-06-atmah"), ("created", "2021-10-03-harim")]
    known = archive.load(root)
    (link,) = known.filed["2022-02-06-atmah"].incident.related
    assert (link.to, str(link.source)) == ("2021-10-03-harim", "the-ledger-2024-05-01 0-40")
    assert known.filed["2022-02-06-atmah"].text.startswith(atmah.text.rstrip())
    assert check.problems(known, TODAY) == ()


def test_a_link_that_a_person_removed_does_not_come_back(root: Path) -> None:
    add(root, DATED)
    file = root / "2022" / "2022-02-06-atmah.yaml"
    value = archive.load(root).filed["2022-02-06-atmah"].incident
    file.write_text(filing_text.dump(replace(value, related=())))
    before = tree(root)
    assert add(root, DATED, today=LATER) == [("unchanged", "2022-02-06-atmah"), ("unchanged", "2021-10-03-harim")]
    assert tree(root) == before


# --- what a person has done to the files of a text ---


def redated(root: Path) -> None:
    file = root / "2022" / "2022-02-06-atmah.yaml"
    file.write_text(file.read_text().replace("date: 2022-02-06", "date: 2022-02-05"))


def renamed(root: Path) -> None:
    redated(root)
    (root / "2022" / "2022-02-06-atmah.yaml").rename(root / "2022" / "2022-02-05-house-at-the-border.yaml")


def joined(root: Path) -> None:
    """The two are one: its reports and its id were taken over."""
    lost = root / "2021" / "2021-10-03-harim.yaml"
    reports = lost.read_text().partition("toll:\n")[2].partition("sources:")[0]
    lost.unlink()
    file = root / "2022" / "2022-02-06-atmah.yaml"
    before, rest = file.read_text().split("related:")
    file.write_text(before + reports + "aliases: [2021-10-03-harim]\nsources:" + rest.partition("sources:")[2])


def withdrawn(root: Path) -> None:
    file = root / "2022" / "2022-02-06-atmah.yaml"
    file.write_text(file.read_text() + "status: withdrawn\nwhy: it was an exercise\n")


@pytest.mark.parametrize("done", [redated, renamed, joined, withdrawn])
@pytest.mark.parametrize("article", [DATED, UNDATED], ids=["with the day", "without the day"])
def test_what_a_person_did_to_the_files_of_a_text_stays(root: Path, done: Any, article: Telling) -> None:
    add(root, DATED)
    done(root)
    before = tree(root)
    assert {action for action, _ in add(root, article, today=LATER)} == {"unchanged"}
    assert tree(root) == before


# --- what is broken, stopped half way, or taken ---

BROKEN = {
    "a file that cites the text": ("2022/2022-02-01-other.yaml", "title: [\n", True),
    "a file with the id": ("2022/2022-02-03-atmah.yaml", "title: [\n", False),
    "a file with the id and a number": ("2022/2022-02-03-atmah-2.yaml", "", False),
    "another suffix": ("2022/2022-02-03-atmah.yml", HAND, False),
    "a binary with the id": ("2022/2022-02-03-atmah.yaml", "\x00\x01", False),
    "a draft that cites the text": ("../drafts/undated.yaml", "title: [\n", True),
}


@pytest.mark.parametrize(("name", "text", "cites"), BROKEN.values(), ids=BROKEN.keys())
def test_what_a_file_that_cannot_be_read_may_hold_is_not_filed_again(
    root: Path, name: str, text: str, cites: bool
) -> None:
    put(root, name, text + (f"# {RAID.sha256}\n" if cites else ""))
    before = tree(root)
    with filing.into(root, TODAY) as files:
        assert len(files.problems) >= 1
        with pytest.raises(ChronologyError, match="may hold what this article tells"):
            files.add(RAID)
        assert tree(root) == before
        other = telling("Harim.", told("2022-02-03-harim", place=HARIM))
        assert [one.action for one in files.add(other)] == ["created"]


TAKEN = {
    "by an incident": ("2022/2022-02-03-atmah.yaml", HAND.replace("Atmah", "Elsewhere")),
    "by one in another folder": ("2019/2022-02-03-atmah.yaml", HAND.replace("Atmah", "Elsewhere")),
    "by an alias": ("2019/other.yaml", HAND.replace("Atmah", "Elsewhere") + "aliases: [2022-02-03-atmah]\n"),
    "by a draft": ("../drafts/2022-02-03-atmah.yaml", HAND),
}


@pytest.mark.parametrize(("name", "text"), TAKEN.values(), ids=TAKEN.keys())
def test_an_id_that_is_taken_gets_a_number(root: Path, name: str, text: str) -> None:
    put(root, name, text)
    assert add(root, RAID) == [("created", "2022-02-03-atmah-2")]


class Stopped(BaseException):
    """As Ctrl-C, or the end of the machine."""


def steps(patch: pytest.MonkeyPatch, stop_at: int | None, after: bool) -> list[str]:
    """Every step that changes the disk; the one numbered `stop_at` stops before or after it is done."""
    done: list[str] = []

    def counted(step: Any) -> Any:
        def run(path: Path, *rest: Any, **more: Any) -> Any:
            stop = len(done) == stop_at
            done.append(path.name)
            if stop and not after:
                raise Stopped
            step(path, *rest, **more)
            if stop:
                raise Stopped

        return run

    patch.setattr(archive, "write", counted(archive.write))
    patch.setattr(archive, "remove", counted(archive.remove))
    return done


@pytest.mark.parametrize("after", [False, True], ids=["before a step", "after a step"])
def test_stopped_at_any_moment_the_next_call_does_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: bool
) -> None:
    half = telling(
        SUNDAY,
        told("2022-02-06-atmah", "2022-02-06", to=("undated-harim",)),
        told("undated-harim", "XXXX-10-03", HARIM, at=100, main=False, left_open=OPEN),
    )
    dayless = telling(SUNDAY, told("2022-02-08-atmah", "2022-02-08~", left_open=OPEN), published=date(2022, 2, 8))
    alone = telling(SUNDAY, told("undated-atmah", "../2022-02-10", left_open=OPEN))
    for case, (first, second) in {"all": (UNDATED, DATED), "half": (half, DATED), "open": (alone, dayless)}.items():
        whole = tmp_path / case / "incidents"
        add(whole, first, POST)
        add(whole, second)
        expected = tree(whole)
        for stop_at in itertools.count():
            root = tmp_path / case / str(stop_at) / "incidents"
            add(root, first, POST)
            with monkeypatch.context() as patch:
                done = steps(patch, stop_at, after)
                try:
                    add(root, second)
                except Stopped:
                    stopped = True
                else:
                    stopped = False
            if not stopped:
                assert len(done) == stop_at > 1, "every step was stopped at"
                break
            assert archive.load(root).problems == ()
            add(root, second)
            assert tree(root) == expected, f"{case}, stopped at step {stop_at}: {done[-1]}"


# --- hostile words ---

NAUGHTY = {
    "a way out of the folder": "../../etc/passwd",
    "an absolute path": "/etc/passwd",
    "a device": "CON",
    "right to left": "أطمة",
    "marks that turn the line": "Atmah\u202e\u2066gnp.exe",
    "invisible": "At\u200bmah\ufeff",
    "only invisible": "\u200b\u2060",
    "emoji": "💥🚁👨‍👩‍👧",
    "very long": "Very " * 400 + "Long",
    "a colon and a hash": "Atmah: #1 & *2 !3 %4 @5 `6` {7} [8] | > - ?",
    "line ends": "Atmah\nfoo: bar\r\n\u2028\x85- baz",
    "a terminal's bell and colours": "At\x07mah \x1b[31mred\x1b[0m",
    "quotation marks": "'Atmah\" \\' \\\" \\n",
    "an alias": "*anchor",
    "yes and no": "NO",
    "a number": "0123",
    "null": "~",
    "an old Norse letter": "Þórshöfn İstanbul ẞ ǆ",
    "half a surrogate's neighbour": "\ue000\ufffe\U0010ffff",
}


def hostile(words: str, text: str = "A text.") -> Telling:
    place = Place(name=words, detail=words, region=words, aka=(words,), country=("SY",))
    day = edtf.parse("2022-02-03")
    report = Report(killed={"total": Count(1, 1)}, by=words, speaker=words, source=Ref("s", 1, 2))
    actor = incident.Actor(name=words, unit=words, role="attacker", by=words, source=Ref("s", 1, 2))
    source = Source(id="s", title=words, publisher=words, author=words, accessed=TODAY, sha256=hashlib.sha256(text.encode()).hexdigest())  # fmt: skip
    value = Incident(
        title=assembly.title("ground raid", place, words), kind="ground raid", date=day, place=place, toll=(report,),
        actors=(actor,), people=(incident.Person(name=words, source=Ref("s", 1, 2)),), sources=(source,),
    )  # fmt: skip
    one = Told(assembly.key(day, place, "ground raid"), True, value, "explicit", None, "Syria", {})
    return Telling("article.txt", "article", text, source.sha256 or "", "en", None, (one,), NOTHING)


@pytest.mark.parametrize("words", NAUGHTY.values(), ids=NAUGHTY.keys())
def test_whatever_words_an_article_holds_the_file_is_correct_and_stands_in_its_folder(root: Path, words: str) -> None:
    files_only(root, hostile(words))


@settings(max_examples=40)
@given(words=st.text(max_size=60))
def test_any_words_at_all(words: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    files_only(tmp_path_factory.mktemp("any") / "incidents", hostile(words))


def files_only(root: Path, article: Telling) -> None:
    """Adds an article: its file is correct and in its folder, or none is written and one line says why."""
    said: ChronologyError | None = None
    try:
        ((action, name),) = add(root, article)
    except ChronologyError as error:
        said = error
    if said is not None:
        assert "not written" in str(said)
        assert len(str(said).splitlines()) == 1
        assert archive.load(root).filed == {}
        return
    assert action == "created"
    assert set(tree(root)) == {f"incidents/2022/{name}.yaml", f"texts/{article.sha256}.txt"}
    known = archive.load(root)
    assert known.problems == ()
    assert list(known.filed) == [name]
    codes = {problem.code for problem in check.problems(known, TODAY)}
    assert not codes & {"YAML", "FORM", "VALUE", "ID", "MISSING"}
    assert add(root, article, today=LATER) == [("unchanged", name)]


HOSTILE = Path(__file__).parents[2] / "shared" / "hostile"


@pytest.mark.skipif(not HOSTILE.exists(), reason="the collections of hostile words are not at hand")
@pytest.mark.parametrize("name", ["naughty-strings", "paths", "xss"])
def test_collections_of_hostile_words(root: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.fsync", lambda _: None)
    collection: list[str] = json.loads((HOSTILE / f"{name}.json").read_text())
    with filing.into(root, TODAY) as files:
        for number, words in enumerate(collection[:: len(collection) // 60]):
            article = hostile(words, f"Article {number}.")
            try:
                (outcome,) = files.add(article)
            except ChronologyError:
                assert not archive.file_of(root, article.told[0].key).exists()
            else:
                assert outcome.file.parent == root / "2022"
    assert archive.load(root).problems == ()
    assert {file.split("/")[0] for file in tree(root)} == {"incidents", "texts"}


CLEANED = {
    "Atmah": "Atmah",
    " At\u200bmah\ufeff\u2060 ": "Atmah",
    "Atmah\u202e\u2066gnp": "Atmahgnp",
    "two\r\nlines\u2028and\ta\x0bhalf\x85": "two lines and a half",
    "a\xa0hard space": "a hard space",
    "كوبار": "كوبار",
    "می\u200cخواهم": "می\u200cخواهم",
    "\u200b\ufeff": "",
}


@pytest.mark.parametrize(("words", "kept"), CLEANED.items())
def test_what_is_read_is_cleaned_of_what_cannot_be_seen(words: str, kept: str) -> None:
    assert shape.cleaned(words) == kept


@given(st.text(), st.sampled_from(["2022-02-03", "2016", "../2022-01-01", "XXXX-10-04", "2022-02-03/2022-02-04"]))
def test_an_id_is_always_a_safe_name(words: str, when: str) -> None:
    key = assembly.key(edtf.parse(when), Place(name=words), "ground raid")
    assert re.fullmatch(incident.ID, key)
    assert len(key) <= 90


# --- many ---


def numbered(number: int) -> Iterator[Telling]:
    for n in range(number):
        place = Place(
            name=f"Village {n}", country=("SY",), lat=30 + n % 60 / 10, lon=36 + n % 70 / 10, precision="town"
        )
        day = edtf.day(date.fromordinal(date(2000, 1, 1).toordinal() + n % 700))
        yield telling(f"Article {n}.", told(f"{day}-village-{n}", str(day), place), published=date(2022, 2, 4))


def seconds(root: Path, number: int) -> float:
    articles = list(numbered(number))
    begun = time.process_time()
    add(root, *articles)
    return time.process_time() - begun


def test_four_times_as_many_articles_take_about_four_times_as_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.fsync", lambda _: None)  # the disk's time is not ours
    few = min(seconds(tmp_path / str(n) / "incidents", 60) for n in range(2))
    many = seconds(tmp_path / "many" / "incidents", 240)
    assert many < few * 8


def test_a_search_looks_at_the_incidents_of_one_day(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:

    looked: list[int] = []
    likely = same.likely
    monkeypatch.setattr(same, "likely", lambda a, b: looked.append(1) or likely(a, b))
    add(root, *numbered(40))
    assert looked == []


@pytest.mark.parametrize("note", [None, "ask again", "two\nlines"])
def test_what_is_shown_of_an_incident_can_be_read_as_its_file(note: str | None) -> None:
    value = RAID.told[0].incident
    text = filing_text.dump(value, note)
    assert incident.read(yamlfile.load(text).value) == (value, ())


def test_order_is_by_publication_and_text_and_total() -> None:
    twin = telling(
        "Thirteen people were killed in Atmah.",
        told("2022-02-03-atmah"),
        published=date(2022, 2, 4),
        publisher="The Post",
    )
    articles = [POST, UNDATED, RAID, twin]
    orders: set[tuple[Any, ...]] = set()
    for some in itertools.permutations(articles):
        orders.add(tuple(id(one) for one in sorted(some, key=filing.order)))
    assert len(orders) == 1


def test_a_bare_telling_files_the_same(root: Path, tmp_path: Path) -> None:
    add(root, DATED)
    other = tmp_path / "other" / "incidents"
    add(other, filing.bare(DATED))
    assert {k: v for k, v in tree(root).items() if not k.startswith("other")} == tree(other)
