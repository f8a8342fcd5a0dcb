"""What the repository says of itself holds: targets, requirements, versions."""

import json
import re
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
TARGETS = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
COMPILED = sorted((ROOT / "requirements").glob("*.txt"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda file: file.name)
def test_a_workflow_runs_what_runs_here(workflow: Path) -> None:
    jobs = yaml.safe_load(workflow.read_text(encoding="utf-8"))["jobs"].values()
    commands = [step["run"].split() for job in jobs for step in job["steps"] if "run" in step]
    assert commands
    assert [command for command in commands if command[0] != "make" or command[1] not in TARGETS] == []


@pytest.mark.parametrize("page", ["README.md", "docs/contribute.md", ".github/PULL_REQUEST_TEMPLATE.md", ".ci/run"])
def test_a_page_names_targets_that_exist(page: str) -> None:
    named = set(re.findall(r"(?:^|`)make ([a-z]+)", (ROOT / page).read_text(encoding="utf-8"), re.MULTILINE))
    assert named
    assert named <= TARGETS


@pytest.mark.parametrize("compiled", COMPILED, ids=lambda file: file.name)
def test_requirements_are_hashed_and_name_no_place_to_get_them(compiled: Path) -> None:
    text = compiled.read_text(encoding="utf-8")
    pinned = re.findall(r"^[\w.-]+==\S+ \\\n +--hash=sha256:[0-9a-f]{64}", text, re.MULTILINE)
    assert len(pinned) == len(re.findall(r"^\w", text, re.MULTILINE)) > 0
    assert re.findall(r"^.*(?:://|^--|-url|find-links).*", text, re.MULTILINE) == []


def test_the_lock_of_npm_has_hashes_and_names_no_place_to_get_them() -> None:
    packages = json.loads((ROOT / "tools/package-lock.json").read_text(encoding="utf-8"))["packages"]
    locked = [package for name, package in packages.items() if name]
    assert locked
    assert all(package["integrity"].startswith("sha512-") and "resolved" not in package for package in locked)


def test_what_runs_is_pinned() -> None:
    text = (ROOT / "requirements/run.txt").read_text(encoding="utf-8")
    needed = {re.split(r"[<>=]", dependency)[0] for dependency in PROJECT["dependencies"]}
    assert needed <= set(re.findall(r"^([\w.-]+)==", text, re.MULTILINE))


def test_one_version() -> None:
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert str(cited["version"]) == PROJECT["version"]
