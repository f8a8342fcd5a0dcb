"""Folders of incident files: what is loaded, what is refused, and that writing leaves the old file or the new one."""

import os
import threading
from pathlib import Path

import pytest

from chronology import archive, yamlfile
from chronology.problem import ChronologyError

ATTACK = """\
title: Shelling of a bridge
kind: shelling
date: 2021-05-04
sources:
  - {id: ledger, publisher: The Ledger, published: 2021-05-05}
reviewed: no
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "incidents"
    (folder / "2021").mkdir(parents=True)
    return folder


def put(root: Path, name: str, text: str | bytes) -> Path:
    file = root / "2021" / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def test_every_file_is_loaded_under_its_stem(root: Path) -> None:
    put(root, "2021-05-04-bridge.yaml", ATTACK)
    put(root, "2021-05-03-harbour.yaml", ATTACK)
    known = archive.load(root)
    assert list(known.filed) == ["2021-05-03-harbour", "2021-05-04-bridge"]
    assert known.filed["2021-05-04-bridge"].incident.title == "Shelling of a bridge"
    assert known.problems == ()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        pytest.param("a.yaml", "", "1:1: YAML the file is empty", id="an empty file"),
        pytest.param("a.yaml", "# later\n", "1:1: YAML nothing but comments", id="comments only"),
        pytest.param("a.yaml", "- a\n- b\n", "1:1: FORM a list where fields are expected", id="a list"),
        pytest.param("a.yaml", "title: a\n\tkind: b\n", "2:1: YAML a tab", id="a tab"),
        pytest.param("a.yaml", ATTACK + "title: b\n", "7:1: YAML 'title' a second time", id="a field twice"),
        pytest.param("a.yaml", "[" * 100_000, "1:22: YAML nested more than 20 deep", id="100,000 brackets"),
        pytest.param("a.yaml", "- " * 100_000, "YAML nested more than 20 deep", id="100,000 dashes"),
        pytest.param("a.yaml", "x" * 1_000_001, "1,000,001 characters", id="a megabyte"),
        pytest.param("a.yaml", b"title: caf\xe9\n", "1:1: FILE not UTF-8 text", id="latin-1"),
        pytest.param("a.yaml", b"\x00\x01\x02", "YAML not YAML", id="a binary"),
        pytest.param("a.yaml", "title: a: b\n", "1:9: YAML not YAML: mapping values", id="not YAML"),
        pytest.param("a.yaml", ATTACK.replace("kind", "kin"), "2:1: FIELD unknown field 'kin' (did you mean 'kind'?)", id="an unknown field"),
        pytest.param("A b.yaml", ATTACK, "1:1: ID 'A b.yaml' is no id", id="a name that is no id"),
        pytest.param("a.yml", ATTACK, "1:1: ID 'a.yml' is no id", id="the other suffix"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_one_file_is_one_line_and_the_others_are_loaded(
    root: Path, name: str, content: str | bytes, said: str
) -> None:
    bad = put(root, name, content)
    put(root, "2021-05-04-bridge.yaml", ATTACK)
    known = archive.load(root)
    assert list(known.filed) == ["2021-05-04-bridge"]
    assert any(said in str(problem) for problem in known.problems)
    for problem in known.problems:
        assert str(problem).startswith(f"{bad}:")
        assert "\n" not in str(problem)


def test_an_id_that_two_folders_hold_is_a_problem_and_the_first_stays(root: Path) -> None:
    put(root, "2021-05-04-bridge.yaml", ATTACK)
    (root / "2020").mkdir()
    (root / "2020" / "2021-05-04-bridge.yaml").write_text(ATTACK)
    known = archive.load(root)
    assert len(known.filed) == 1
    assert "a second time" in str(known.problems[0])


def test_what_is_no_folder_is_said() -> None:
    with pytest.raises(ChronologyError, match="not a folder of incidents"):
        archive.load(Path("does-not-exist"))


def test_a_file_that_may_not_be_read_is_a_problem(root: Path) -> None:
    (root / "2021" / "gone.yaml").symlink_to(root / "nowhere.yaml")
    known = archive.load(root)
    assert "cannot be read" in str(known.problems[0])


def test_names_lead_to_the_one_that_pages_show(root: Path) -> None:
    (root.parent / "names.yaml").write_text("- name: Northland\n  aka: [NL, North Ministry]\n  type: state\n")
    names = archive.load(root).names
    assert names.canonical("north ministry") == "Northland"
    assert names.type_of("NL") == "state"
    assert names.canonical("Southland") == "Southland"
    assert names.type_of("Southland") is None


def test_a_wrong_names_file_is_a_problem_with_its_line(root: Path) -> None:
    (root.parent / "names.yaml").write_text("- name: Northland\n  typ: state\n")
    assert "names.yaml:2:3: FIELD unknown field 'typ' (did you mean 'type'?)" in str(archive.load(root).problems[0])


def test_a_crash_while_writing_leaves_the_old_file(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = put(root, "2021-05-04-bridge.yaml", ATTACK)

    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    for moment in ("fsync", "replace"):
        with monkeypatch.context() as patch:
            patch.setattr(os, moment, crash)
            with pytest.raises(KeyboardInterrupt):
                archive.write(file, "title: another\n")
        assert file.read_text() == ATTACK
        assert list(file.parent.iterdir()) == [file]
    archive.write(file, "title: another\n")
    assert file.read_text() == "title: another\n"


def test_a_second_writer_waits_for_the_first(root: Path) -> None:
    order: list[str] = []
    inside = threading.Event()

    def second() -> None:
        inside.wait(10)
        with archive.lock(root):
            order.append("second")

    thread = threading.Thread(target=second)
    thread.start()
    with archive.lock(root):
        inside.set()
        thread.join(0.05)
        order.append("first")
    thread.join(10)
    assert order == ["first", "second"]


@pytest.mark.parametrize(
    ("identifier", "folder"),
    [("2022-02-03-atmah", "2022"), ("undated-atmah", "undated"), ("atmah", "undated"), ("2022", "undated")],
)
def test_the_folder_is_the_year_that_the_id_begins_with(identifier: str, folder: str) -> None:
    assert archive.file_of(Path("incidents"), identifier) == Path("incidents") / folder / f"{identifier}.yaml"


HAND = """\
# by hand, keep
title: Shelling of a bridge   # neutral
toll:
- killed: 3
  by: 'police'

# where it is from
sources:
    - id: ledger
      publisher: "The Ledger"
# the end
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["unix lines", "windows lines"])
@pytest.mark.parametrize("end", ["", "\n"], ids=["no last newline", "last newline"])
def test_appending_keeps_every_line_that_stood_there(newline: str, end: str) -> None:
    before = HAND.rstrip("\n").replace("\n", newline) + end.replace("\n", newline)
    new = {"toll": [{"killed": "4", "by": "a hospital"}], "sources": [{"id": "post"}], "tags": ["bridge"]}
    after = yamlfile.append(before, new)
    assert after is not None
    old, lines = before.split(newline), after.split(newline)
    kept = iter(lines)
    assert all(line in kept for line in old)
    value = yamlfile.load(after).value
    assert [report["killed"] for report in value["toll"]] == ["3", "4"]
    assert [source["id"] for source in value["sources"]] == ["ledger", "post"]
    assert value["tags"] == ["bridge"]
    assert lines.index("- killed: 4") == lines.index("  by: 'police'") + 1


@pytest.mark.parametrize(
    "text",
    ["toll: [{killed: 3}]\n", "- a\n", "", "toll: 3\n", "a: [\n"],
    ids=["a list on one line", "no fields", "empty", "no list", "not YAML"],
)
def test_what_cannot_be_appended_to_is_left_alone(text: str) -> None:
    assert yamlfile.append(text, {"toll": [{"killed": "4"}]}) is None
