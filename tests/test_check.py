"""Each rule has, in docs/reference/checks.md, an example that breaks it and one beside it that doesn't: they run here."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from chronology import archive, check, yamlfile
from chronology.check import formats
from chronology.gazetteer import Gazetteer
from chronology.problem import ChronologyError, Problem

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs/reference/checks.md").read_text(encoding="utf-8")
TODAY = date(2020, 6, 1)
MILL = "incidents/2020/2020-05-01-mill.yaml"
_BLOCK = re.compile(r'^```\w+(?: title="([^"]+)")?\n(.*?)^```\n', re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Example:
    code: str
    breaks: bool
    files: Mapping[str, str]
    """File name -> text; "" are the fields that change the incident of the mill."""

    def __str__(self) -> str:
        return f"{self.code} {'breaks' if self.breaks else 'does not break'} {next(iter(self.files.values()))[:40]!r}"


def _examples() -> list[Example]:
    found = []
    for section in PAGE.split("\n### ")[1:]:
        code = section.split("\n", 1)[0]
        for part in re.split(r"^(?=Breaks it:|Doesn't:)", section, flags=re.MULTILINE)[1:]:
            files = dict(_BLOCK.findall(part))
            found.append(Example(code, part.startswith("Breaks"), files))
    return found


EXAMPLES = _examples()
BASE = dict(_BLOCK.findall(PAGE))[MILL]
Write = Callable[[Mapping[str, str]], Path]


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes files of a chronology; returns its folder of incidents."""

    def written(files: Mapping[str, str]) -> Path:
        (tmp_path / "incidents").mkdir(exist_ok=True)
        for name, text in files.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(text, encoding="utf-8")
        return tmp_path / "incidents"

    return written


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_examples(example: Example, write: Write, gazetteer: Gazetteer) -> None:
    files = {name: text for name, text in example.files.items() if name}
    files[MILL] = _changed(example.files.get("", ""))
    known = archive.load(write(files))
    found = check.problems(known, TODAY, gazetteer=gazetteer)
    assert known.problems == ()
    assert {problem.code for problem in found} == ({example.code} if example.breaks else set())
    assert all(problem.line and problem.column and problem.todo for problem in found)


def _changed(fields: str) -> str:
    """The base incident with some fields replaced, or taken out."""
    plain = {**yamlfile.load(BASE).value, **(yamlfile.load(fields).value if fields else {})}
    return yamlfile.dump({name: value for name, value in plain.items() if value is not None})


@pytest.mark.parametrize("rule", check.RULES, ids=lambda rule: rule.code)
def test_the_reference_has_each_rule_with_an_example_that_breaks_it_and_one_that_does_not(rule: check.Rule) -> None:
    assert f"\n### {rule.code}\n\n{rule.text}\n" in PAGE
    assert {example.breaks for example in EXAMPLES if example.code == rule.code} == {True, False}


def test_the_reference_has_no_rule_that_is_gone() -> None:
    assert [example.code for example in EXAMPLES if example.code not in {rule.code for rule in check.RULES}] == []


def test_the_mill_breaks_no_rule(write: Write, gazetteer: Gazetteer) -> None:
    assert check.problems(archive.load(write({MILL: BASE})), TODAY, gazetteer=gazetteer) == ()


def test_this_chronology_breaks_no_rule(gazetteer: Gazetteer) -> None:
    known = archive.load(ROOT / "incidents")
    assert list(map(str, check.problems(known, date(2100, 1, 1), gazetteer=gazetteer))) == []
    assert known.filed


def test_all_problems_come_at_once_by_file_and_line(write: Write) -> None:
    root = write(
        {
            MILL: BASE + "until: 2020-04-01\nrelated: [{to: nowhere, why: follows}]\n",
            "incidents/2020/2020-05-02-well.yaml": "titel: Shelling\nkind: shelling\ndate: 2020-02-30\n",
            "incidents/2020/2020-05-03-list.yaml": "- a\n- b\n",
        }
    )
    found = [(Path(p.file).stem, p.line, p.code) for p in check.problems(archive.load(root), TODAY)]
    assert found == [
        ("2020-05-01-mill", 17, "DATE2"),
        ("2020-05-01-mill", 18, "LINK1"),
        ("2020-05-02-well", 1, "FIELD"),
        ("2020-05-02-well", 1, "MISSING"),
        ("2020-05-02-well", 3, "VALUE"),
        ("2020-05-03-list", 1, "FORM"),
    ]


# -- a file that is refused: the rules run on what can be read of it

MENDED = """\
title: Shelling of a mill
kind: shelling
date: 2020-05-01
place: {name: the mill, country: SY, lat: 12.5, lon: 100.25, precision: town}
toll:
  - {killed: 4, by: police, source: courier}
  - {killed: {total: 3, women: 5}, source: courier}
  - {injured: 2}
  - {missing: 1, source: gazette}
related:
  - {to: 2020-05-01-mill, why: follows}
  - {to: nowhere, why: follows}
sources:
  - {id: courier, publisher: The Courier, published: 2020-05-02}
"""
RULED = {(4, "PLACE2"), (7, "TOLL1"), (8, "SRC3"), (9, "SRC4"), (11, "LINK2"), (12, "LINK1")}
SLIPS: dict[str, tuple[str, str, set[tuple[int, str]], set[str]]] = {
    "a kind that isn't one": ("kind: shelling", "kind: sheling", {(2, "VALUE")}, set()),
    "a date that isn't one": ("date: 2020-05-01", "date: 2020-02-30", {(3, "VALUE")}, set()),
    "no title": ("title: Shelling of a mill\n", "tags: [mill]\n", {(1, "MISSING")}, set()),
    "a title twice": ("title: Shelling of a mill", "title: [A mill, Shells]", {(1, "FORM")}, set()),
    "a count in an entry before": ("killed: 4", "killed: four", {(6, "VALUE")}, set()),
    "beside the count": ("killed: {total: 3, women: 5}", "killed: {total: 3, women: 5, man: 1}", {(7, "FIELD")}, set()),
    "the count itself": ("women: 5", "women: five", {(7, "VALUE")}, {"TOLL1"}),
    "a name for source that there isn't": ("{injured: 2}", "{injured: 2, suorce: courier}", {(8, "FIELD")}, {"SRC3"}),
    "a link before": ("mill, why: follows", "mill, why: folows", {(11, "VALUE")}, {"LINK2"}),
    "a coordinate": ("lat: 12.5", "lat: 125", {(4, "VALUE")}, {"PLACE2"}),
    "a source": ("published: 2020-05-02", "published: 2020-05-32", {(14, "VALUE")}, {"SRC4"}),
    "no source is there by that name": ("sources:", "sorces:", {(13, "FIELD")}, {"SRC4"}),
    "withdrawn, and no reason": ("kind: shelling", "kind: shelling\nstatus: withdrawn", {(1, "VALUE")}, set()),
}


@pytest.mark.parametrize(("mended", "slip", "found", "spared"), SLIPS.values(), ids=SLIPS.keys())
def test_a_value_that_does_not_fit_hides_no_other_problem(
    mended: str, slip: str, found: set[tuple[int, str]], spared: set[str], write: Write, gazetteer: Gazetteer
) -> None:
    root = write({MILL: MENDED})
    assert {(p.line, p.code) for p in check.problems(archive.load(root), TODAY, gazetteer=gazetteer)} == RULED
    root = write({MILL: MENDED.replace(mended, slip)})
    known = archive.load(root)
    added = slip.count("\n") - mended.count("\n")
    ruled = {(line + added, code) for line, code in RULED if code not in spared}
    assert {(p.line, p.code) for p in check.problems(known, TODAY, gazetteer=gazetteer)} == found | ruled
    assert not known.filed


UNTOLD = {
    "a report that can't be read is not a report without source": "toll: [{killed: 3, source: courier 9-}]",
    "nor is one with a second count the same as another": "toll: [{killed: 3, injured: x, source: courier}, {killed: 3, source: courier}]",
    "sources that can't be read are not missing": "sources: [{id: courier, published: soon}]",
    "a misspelled field is not missing": "sorces: []",
    "a name that can't be read is no loaded word": "title: Shelling of Heroes Mill\nplace: {name: Heroes Mill, lat: x, lon: 1}",
    "a date that can't be read is not an open one": "date: 2020-13-01",
}


@pytest.mark.parametrize("fields", UNTOLD.values(), ids=UNTOLD.keys())
def test_what_cannot_be_read_breaks_no_rule(fields: str, write: Write, gazetteer: Gazetteer) -> None:
    root = write({MILL: _changed(fields)})
    found = check.problems(archive.load(root), TODAY, gazetteer=gazetteer)
    assert {p.code for p in found} <= {"VALUE", "FIELD", "FORM", "MISSING"}
    assert found


def test_a_link_to_a_file_that_is_refused_leads_somewhere(write: Write) -> None:
    slip = BASE.replace("kind: ", "kind: x")
    root = write(
        {MILL: slip, "incidents/2020/2020-05-02-well.yaml": BASE + "related: [{to: 2020-05-01-mill, why: follows}]\n"}
    )
    assert [p.code for p in check.problems(archive.load(root), TODAY)] == ["VALUE"]


LINES = {
    "the value": ("until: 2020-04-30\n", "DATE2", "until"),
    "a group in one line": ("toll: [{killed: {total: 5, women: 6}, source: courier}]\n", "TOLL1", "women"),
    "an entry of a list": ("toll:\n  - killed: 5\n    source: gazette\n", "SRC4", "source: gazette"),
    "what is missing: the entry around it": ("toll:\n  - killed: 5\n", "SRC3", "killed: 5"),
}


@pytest.mark.parametrize(("fields", "code", "at"), LINES.values(), ids=LINES.keys())
def test_a_problem_points_to(fields: str, code: str, at: str, write: Write) -> None:
    root = write({MILL: _changed(fields)})
    text = (root.parent / MILL).read_text(encoding="utf-8").splitlines()
    (problem,) = check.problems(archive.load(root), TODAY)
    assert problem.code == code
    assert text[problem.line - 1][problem.column - 1 :].startswith(at)


def test_the_line_that_the_reference_shows_is_what_check_prints(write: Write) -> None:
    root = write({MILL: BASE.replace("    source: courier\n", "")})
    (line,) = check.lines(check.problems(archive.load(root), TODAY), "text")
    assert line.removeprefix(f"{root.parent}/") in PAGE.splitlines()


def test_only_some_files(write: Write) -> None:
    root = write({MILL: _changed("until: 2020-04-30"), "incidents/undated/well.yaml": "kind: shelling\n"})
    known = archive.load(root)
    assert {p.code for p in check.problems(known, TODAY, [root / "2020"])} == {"DATE2"}
    assert {p.code for p in check.problems(known, TODAY, [root / "undated/well.yaml"])} == {"MISSING", "SRC1"}
    assert {p.code for p in check.problems(known, TODAY, [root.parent])} == {"DATE2", "MISSING", "SRC1"}


def test_a_path_without_incidents_is_an_error_and_not_a_clean_bill(write: Write) -> None:
    root = write({MILL: BASE, "drafts/well.yaml": "kind: shelling\n"})
    with pytest.raises(ChronologyError, match="no incident file of"):
        check.problems(archive.load(root), TODAY, [root.parent / "drafts"])


# -- formats

ODD = Problem(("title",), "100% odd: a,b\nc", "mend it", "WORD9", "incidents/a,b:c.yaml", 3, 5)


def test_text() -> None:
    assert list(check.lines([ODD], "text")) == ["incidents/a,b:c.yaml:3:5: WORD9 100% odd: a,b\\nc (mend it)"]


def test_github() -> None:
    assert list(check.lines([ODD], "github")) == [
        "::error file=incidents/a%2Cb%3Ac.yaml,line=3,col=5,title=WORD9::100%25 odd: a,b%0Ac (mend it)"
    ]


def test_github_shows_ten_annotations_and_the_log_has_the_rest() -> None:
    found = list(check.lines([ODD] * 12, "github"))
    assert [line.startswith("::error ") for line in found] == [True] * 10 + [False] * 3
    assert found[-1] == "12 problems; the first 10 are annotated, the others stand above"


def test_json() -> None:
    row = {
        "file": "incidents/a,b:c.yaml",
        "line": 3,
        "column": 5,
        "code": "WORD9",
        "what": "100% odd: a,b\nc",
        "todo": "mend it",
    }
    assert json.loads("\n".join(check.lines([ODD, ODD], "json"))) == [row, row]
    assert json.loads("\n".join(check.lines([], "json"))) == []


def test_no_problem_is_no_line() -> None:
    assert [list(formats.lines([], form)) for form in ("text", "github")] == [[], []]


# -- loaded words

PLAIN = [
    "Three killed in an airstrike on Mount Heron",  # no hero
    'Ministry says it killed "terrorists"',
    "Ministry says it killed “terrorists”",
    "Army speaks of 'terrorists' in the village's mosque",
    "L'armée parle de « terrorists »",
    "Raid on a butchery",
]
LOADED = [
    "Terrorists raid a village",
    "Massacre at a mill",
    "The so-called council was hit",
    "Regime shells a market",
    "The army's raid on the terrorists' camp",
    "Army 'raids' village, kills terrorists, says \"no comment\"",
]


@pytest.mark.parametrize("title", PLAIN)
def test_plain_titles(title: str, write: Write) -> None:
    assert check.problems(archive.load(write({MILL: _retitled(title)})), TODAY) == ()


@pytest.mark.parametrize("title", LOADED)
def test_loaded_titles(title: str, write: Write) -> None:
    (problem,) = check.problems(archive.load(write({MILL: _retitled(title)})), TODAY)
    assert (problem.code, problem.line) == ("WORD2", 1)


def _retitled(title: str) -> str:
    return yamlfile.dump({**yamlfile.load(BASE).value, "title": title})
