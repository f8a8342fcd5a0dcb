"""Strict YAML: every scalar stays the text of the file; what could be read two ways is refused, with its line."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from chronology import yamlfile
from chronology.shape import Flow

HOSTILE = Path(__file__).parents[2] / "shared" / "hostile"

STAYS_TEXT = {
    "Norway": ("c: NO", "NO"),
    "a day": ("d: 2022-02-30", "2022-02-30"),
    "a time": ("t: 13:38", "13:38"),
    "a leading zero": ("n: 0123", "0123"),
    "an underscore": ("n: 1_000", "1_000"),
    "a number with an exponent": ("n: 1e400", "1e400"),
    "not a number": ("n: .nan", ".nan"),
    "an equals sign": ("n: =", "="),
    "a very long number": ("n: " + "9" * 5000, "9" * 5000),
    "null, the word": ("n: null", "null"),
    "a tilde": ("n: ~", "~"),
    "about": ("n: ~20+", "~20+"),
    "up to": ("n: ..15", "..15"),
    "an address": ("u: https://a.example/b?c=d&e#f", "https://a.example/b?c=d&e#f"),
    "a # inside a word": ("n: a#b", "a#b"),
    "a # inside quotation marks": ('n: "a #b"', "a #b"),
    "a comment after a space": ("n: a # b", "a"),
    "a comment after a bracket": ("n: [a] # b", ["a"]),
    "a comment with another #": ("n: a # b#c #d", "a"),
    "a dash inside": ("n: -1", "-1"),
    "nothing": ("n:", None),
    "empty quotation marks": ("n: ''", ""),
    "folded text": ("n: >-\n  a\n  b\n", "a b"),
    "text of two lines, with what would be a directive and a comment": ("n: |\n  %a\n  #b\n", "%a\n#b\n"),
    "a comment behind |": ("n: |- # b\n  a\n", "a"),
    "a list over lines": ("n: [a,\n  b,\n  # c\n  d\n  ]\n", ["a", "b", "d"]),
    "a quoted text over lines": ('n: "a\n  b"', "a b"),
    "lines that end as on Windows": ("n: a\r\nm: b\r\n", "a"),
    "a byte order mark": ("\ufeffn: a", "a"),
    "a name from right to left": ("n: \u0627\u0644\u064a\u0645\u0646", "\u0627\u0644\u064a\u0645\u0646"),
    "a space that does not break": ("n: 5\u00a0000", "5\u00a0000"),
}


@pytest.mark.parametrize(("text", "value"), STAYS_TEXT.values(), ids=STAYS_TEXT.keys())
def test_stays_text(text: str, value: Any) -> None:
    document = yamlfile.load(text)
    assert document.problems == ()
    assert next(iter(document.value.values())) == value


REFUSED = {
    "an empty file": ("", 1, 1, "empty"),
    "spaces only": (" \n\n", 1, 1, "empty"),
    "comments only": ("# a\n# b\n", 1, 1, "comments"),
    "a field twice": ("a: 1\nb: 2\na: 3\n", 3, 1, "'a' a second time"),
    "a field twice in one line": ("a: {b: 1, b: 2}", 1, 11, "'b' a second time"),
    "an anchor": ("a: &x 1", 1, 4, "an anchor"),
    "an alias": ("a: &x 1\nb: *x", 1, 4, "an anchor"),
    "an anchor on a field": ("&x a: 1", 1, 1, "an anchor or tag"),
    "a tag": ("a: !!int 3", 1, 4, "a tag"),
    "a tag of Python": ('a: !!python/object/apply:os.system ["id"]', 1, 4, "a tag"),
    "a merge key": ("a: {<<: {b: 1}}", 1, 5, "a merge key"),
    "a second document": ("a: 1\n---\nb: 2\n", 2, 1, "a second document"),
    "a directive": ("%YAML 1.1\n---\na: 1\n", 1, 1, "a directive"),
    "a tab to indent": ("a:\n\tb: 1", 2, 1, "a tab"),
    "a tab inside brackets": ("a: [\n\tb]", 2, 1, "a tab"),
    "a list as a field": ("? [a, b]\n: 1", 1, 3, "field's name"),
    "a mapping as a field": ("? {a: 1}\n: 1", 1, 3, "field's name"),
    "a raw null": ("a: b\0c", 1, 5, "character"),
    "a raw escape": ("a: b\x1bc", 1, 5, "character"),
    "a colon inside": ("a: b: c", 1, 5, "not YAML"),
    "a quote that never ends": ("a: 'b\nc: d\n", 3, 1, "not YAML"),
    "a bracket that never ends": ("a: [b\nc: d\n", 2, 2, "not YAML"),
    "an indentation that fits nothing": ("a:\n    b: 1\n  c: 2\n", 3, 3, "not YAML"),
    "a carriage return alone": ("a: 1\rb: 2", 1, 5, "a line end"),
    "a line separator": ("a: 1\nb: x\u2028c: 2", 2, 5, "a line end"),
    "the next line of a mainframe": ("a: x\x85y: 2", 1, 5, "a line end"),
    "a # right after a quote": ('a: "b"# c', 1, 7, "a # right after"),
    "a # right after a bracket": ("a: [b]# c", 1, 7, "a # right after"),
    "a # right after a comma": ("a: [b,# c\n  d]", 1, 7, "a # right after"),
    "a # right after >": ("a: ># c\n  d\n", 1, 4, "right after | or >"),
    "a list that stands too far left": ("a: [b,\nc]", 2, 1, "too far left"),
    "a closing bracket that stands too far left": ("a: [\n  b\n]", 3, 1, "too far left"),
    "a quoted text that stands too far left": ('a:\n  b: "c\n  d"', 3, 1, "too far left"),
    "a lone dash": ("a: [-]", 1, 5, "a lone dash"),
    "half a character": ('a: "\\ud800"', 1, 7, "not YAML"),
    "nested deeper than any incident": ("[" * 3000 + "]" * 3000, 1, 22, "nested"),
    "a hundred thousand brackets": ("[" * 100_000, 1, 22, "nested"),
    "a hundred thousand braces": ("{a: " * 100_000, 1, 85, "nested"),
    "a hundred thousand dashes": ("- " * 100_000, 1, 43, "nested"),
    "aliases that grow": ("a: &a [x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)), 1, 4, "an anchor"),
    "a file too large": ("a: b\n" * 4_000_000, 1, 1, "characters"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "line", "column", "what"), REFUSED.values(), ids=REFUSED.keys())
def test_refused(text: str, line: int, column: int, what: str) -> None:
    problem = yamlfile.load(text).problems[0]
    assert (problem.line, problem.column, problem.code) == (line, column, "YAML")
    assert what in problem.what
    assert str(problem).isprintable()


def test_all_that_can_be_refused_is_refused_at_once() -> None:
    document = yamlfile.load("a: 1\na: &x 2\nb: !t 3\nc: [d,# e\n  f]\n")
    assert [(p.line, p.column) for p in document.problems] == [(2, 1), (2, 4), (3, 4), (4, 7)]


def test_every_field_and_entry_has_its_place() -> None:
    document = yamlfile.load("a:\n  - b: 1\n    c: {d: 2}\n  - e\n")
    assert document.positions == {
        (): (1, 1),
        ("a",): (1, 1),
        ("a", 0): (2, 5),
        ("a", 0, "b"): (2, 5),
        ("a", 0, "c"): (3, 5),
        ("a", 0, "c", "d"): (3, 9),
        ("a", 1): (4, 5),
    }


WRITTEN = {
    "words stay plain": ({"a": "13+", "b": "NO", "c": "2022-02-03", "d": "~01:00"}, "a: 13+\nb: NO\nc: 2022-02-03\nd: ~01:00\n"),
    "a colon is quoted": ({"a": "b: c"}, "a: 'b: c'\n"),
    "a short list stands on one line": ({"a": ["b", "c"]}, "a: [b, c]\n"),
    "fields of one line": ({"a": [Flow(b="1", c="2")]}, "a:\n  - {b: 1, c: 2}\n"),
    "several lines are a block": ({"a": "b\nc\n"}, "a: |\n  b\n  c\n"),
    "an empty text is quoted": ({"a": ""}, "a: ''\n"),
    "Arabic stands as it is": ({"a": "\u0627\u0644\u064a\u0645\u0646"}, "a: \u0627\u0644\u064a\u0645\u0646\n"),
}  # fmt: skip


@pytest.mark.parametrize(("value", "text"), WRITTEN.values(), ids=WRITTEN.keys())
def test_written(value: Any, text: str) -> None:
    assert yamlfile.dump(value) == text
    assert yamlfile.load(text).value == value


FIELDS = st.sampled_from(["a", "b", "women and children", "copy_of"])
PLAIN = st.recursive(
    st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, min_size=1) | st.dictionaries(FIELDS, inner, min_size=1),
    max_leaves=12,
)


@given(PLAIN)
def test_what_is_written_is_read_as_it_was(value: Any) -> None:
    text = yamlfile.dump(value)
    document = yamlfile.load(text)
    assert (document.value, document.problems) == (value, ())
    assert yamlfile.dump(document.value) == text


LINES = st.lists(st.sampled_from(["", " ", "a", " a", "\ta", "a ", "# a", "- a", "a: b", "%a", "...", "---", "|"]))


@given(LINES.map("\n".join))
def test_text_of_several_lines_is_read_as_it_was(value: str) -> None:
    for plain in ({"a": value}, {"a": [{"b": value}]}, {"a": Flow(b=value)}, [value, "x"]):
        document = yamlfile.load(yamlfile.dump(plain))
        assert (document.value, document.problems) == (plain, ())


@given(st.text(alphabet="ab:- [],{}#&*!|>'\"%@\n\t ~?", max_size=60))
def test_any_text_is_a_value_or_a_problem(text: str) -> None:
    document = yamlfile.load(text)
    for problem in document.problems:
        assert problem.line >= 1
        assert problem.column >= 1
    if not document.problems and not _has_nothing(document.value):
        assert yamlfile.load(yamlfile.dump(document.value)).value == document.value


def _has_nothing(value: Any) -> bool:
    """Whether a field or entry without a value stands in it; no incident is written with one."""
    within = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return value is None or any(map(_has_nothing, within))


# -- other people's collections, where they are present


@pytest.mark.skipif(not HOSTILE.exists(), reason="the YAML test suite is not on this machine")
def test_what_the_yaml_test_suite_calls_invalid_is_refused() -> None:
    accepted, seen = [], 0
    for file in sorted((HOSTILE / "yaml-test-suite").glob("*.yaml")):
        text = ""
        for case in yaml.safe_load(file.read_text(encoding="utf-8")):
            text = case.get("yaml", text)
            if case.get("fail"):
                seen += 1
                if not yamlfile.load(_unescaped(text)).problems:
                    accepted.append(f"{file.stem}: {case.get('name')}")
    assert accepted == []
    assert seen > 50


def _unescaped(text: str) -> str:
    """The suite's way of showing what can't be seen."""
    text = re.sub("—*»", "\t", text.replace("␣", " "))
    return re.sub("∎\n$", "", text.replace("←", "\r").replace("⇔", "\ufeff").replace("↵", ""))


@pytest.mark.skipif(not HOSTILE.exists(), reason="the edge cases are not on this machine")
def test_edge_cases_are_a_value_or_a_problem() -> None:
    cases = json.loads((HOSTILE / "yaml-edge-cases.json").read_text(encoding="utf-8"))
    refused = {
        case["name"] for case in cases if case["yaml"] is not None and yamlfile.load(case["yaml"]).problems
    }  # recipes are in the table above, written out
    assert refused == {
        "tag", "tag2", "dup", "merge", "recur", "nulraw", "surr", "multi", "empty", "keyseq", "keymap", "tab",
        "unhash", "bin", "set", "omap", "badint", "badbool", "badfloat", "badts", "nel", "ls",
    }  # fmt: skip
