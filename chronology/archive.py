"""The folders of a chronology: incident files, drafts, kept texts, names and places. The only room that writes them.

names.yaml  places.yaml
incidents/<year>/<id>.yaml    published
drafts/<id>.yaml              what a person still has to settle; ignored by git
texts/<sha256>.txt            the texts that evidence points into; ignored by git
"""

from __future__ import annotations

import fcntl
import os
import re
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from chronology import incident, shape, yamlfile
from chronology.incident import ID, Incident, Place
from chronology.problem import ChronologyError, Problem
from chronology.problem import Path as At
from chronology.shape import TEXT, Shape, about, many, one_of, record

NAME_TYPES = ("state", "armed group", "coalition", "monitor", "media", "medical")
UNDATED = "undated"
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """An entry of names.yaml: one actor or claimant, and what else it is called."""

    name: str = field(metadata=about(TEXT, "the name that pages show"))
    aka: tuple[str, ...] = field(default=(), metadata=about(many(TEXT), "other names of the same"))
    type: str | None = field(default=None, metadata=about(one_of(NAME_TYPES), "what it is"))


class Names:
    """Canonical names, looked up without regard to case."""

    def __init__(self, entries: tuple[Name, ...] = ()) -> None:
        self.entries = entries
        self._known = {other.casefold(): entry for entry in entries for other in (entry.name, *entry.aka)}

    def canonical(self, name: str) -> str:
        """The name that pages show; a name that no entry has stands for itself."""
        entry = self._known.get(name.casefold())
        return entry.name if entry else name

    def type_of(self, name: str) -> str | None:
        """What kind of actor or claimant it is, if an entry says so."""
        entry = self._known.get(name.casefold())
        return entry.type if entry else None


@dataclass(frozen=True, slots=True)
class Filed:
    """An incident in its file. The file's stem is its id."""

    id: str
    file: Path
    incident: Incident
    positions: Mapping[At, tuple[int, int]]
    text: str


@dataclass(frozen=True, slots=True)
class Archive:
    """What a folder of incident files holds; files that can't be read are in `problems` and nowhere else."""

    root: Path
    filed: dict[str, Filed]
    """By id, sorted."""
    problems: tuple[Problem, ...]
    names: Names
    places: tuple[Place, ...]

    @property
    def aliases(self) -> dict[str, str]:
        """Former id -> the id that it has now."""
        return {alias: filed.id for filed in self.filed.values() for alias in filed.incident.aliases}


def load(root: Path) -> Archive:
    """Every incident under `root`, with names.yaml and places.yaml beside it. ChronologyError if it's no folder."""
    if not root.is_dir():
        raise ChronologyError(str(root), "not a folder of incidents", "name the folder that holds <year>/<id>.yaml")
    problems: list[Problem] = []
    filed: dict[str, Filed] = {}
    for file in sorted(_files(root), key=lambda file: (file.stem, str(file))):
        one, found = load_file(file)
        problems += found
        if one is None:
            continue
        if one.id in filed:
            what = f"the id {one.id} a second time; {filed[one.id].file} has it"
            problems.append(_problem(file, what, "rename one file or join the two", "ID"))
        else:
            filed[one.id] = one
    beside, found = load_beside(root)
    return Archive(root, filed, (*problems, *found), beside.names, beside.places)


@dataclass(frozen=True, slots=True)
class Beside:
    """names.yaml and places.yaml."""

    names: Names
    places: tuple[Place, ...]


def load_beside(root: Path) -> tuple[Beside, tuple[Problem, ...]]:
    """What stands beside a folder of incidents, which need not exist; a file that isn't there is empty."""
    problems: list[Problem] = []
    names = _list_beside(root, "names.yaml", record(Name), problems)
    places = _list_beside(root, "places.yaml", record(Place), problems)
    return Beside(Names(names), places), tuple(problems)


def load_file(file: Path) -> tuple[Filed | None, tuple[Problem, ...]]:
    """The incident in one file, or None and every reason why not."""
    if not re.fullmatch(ID, file.stem) or file.suffix != ".yaml":
        todo = "name it <id>.yaml: small letters, digits and single hyphens, as 2022-02-03-atmah.yaml"
        return None, (_problem(file, f"{file.name!r} is no id", todo, "ID"),)
    text, problems = read_text(file)
    if text is None:
        return None, problems
    document = yamlfile.load(text)
    problems = tuple(_in_file(problem, file, document) for problem in document.problems)
    if problems:
        return None, problems
    value, misfits = incident.read(document.value)
    problems = tuple(problem.located(str(file), document.positions) for problem in misfits)
    return (Filed(file.stem, file, value, document.positions, text) if value else None), problems


def read_text(file: Path) -> tuple[str | None, tuple[Problem, ...]]:
    """The text of a user's YAML file, or None and why not."""
    try:
        raw = file.read_bytes()
    except OSError as error:
        return None, (
            _problem(file, f"cannot be read: {error.strerror}", "check the file and its permissions", "FILE"),
        )
    try:
        return raw.decode("utf-8"), ()  # line ends and a byte order mark stay: a patch must keep them
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return None, (_problem(file, "not UTF-8 text", "save it as UTF-8", "FILE", line),)


def write(file: Path, text: str) -> None:
    """Replaces or creates `file` in one step: whatever happens, the old file stands there or the new one."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.", suffix=".part")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(temporary, 0o644)  # mkstemp's 0600 would hide the file from a web server and from colleagues
        os.replace(temporary, file)
    except BaseException:
        with suppress(FileNotFoundError):
            os.unlink(temporary)
        raise


def remove(file: Path) -> None:
    """Removes a file; that it is gone already is no error."""
    file.unlink(missing_ok=True)


@contextmanager
def lock(root: Path) -> Iterator[None]:
    """Holds the archive for one writer; a second one waits. The folder itself is locked, so no file is left behind."""
    root.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(root, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def file_of(root: Path, identifier: str) -> Path:
    """Where the file of an incident stands: the folder is the year that its id begins with."""
    return root / (identifier[:4] if re.match(r"\d{4}-", identifier) else UNDATED) / f"{identifier}.yaml"


def drafts_of(root: Path) -> Path:
    """The folder of drafts beside a folder of incidents."""
    return root.parent / "drafts"


def text_file(root: Path, sha256: str) -> Path:
    """Where the text with that hash is kept."""
    return root.parent / "texts" / f"{sha256}.txt"


def _files(root: Path) -> Iterator[Path]:
    for file in root.rglob("*"):
        hidden = any(part.startswith(".") for part in file.relative_to(root).parts)
        if file.suffix in (".yaml", ".yml") and not hidden and not file.is_dir():
            yield file


def _list_beside(root: Path, name: str, entry: Shape[T], problems: list[Problem]) -> tuple[T, ...]:
    file = root.parent / name
    if not file.exists():
        return ()
    text, found = read_text(file)
    problems += found
    if text is None:
        return ()
    document = yamlfile.load(text)
    if document.problems:
        problems += [_in_file(problem, file, document) for problem in document.problems]
        return ()
    try:
        return many(entry).read(document.value, ())
    except shape.MisfitError as misfit:
        problems += [problem.located(str(file), document.positions) for problem in misfit.problems]
        return ()


def _in_file(problem: Problem, file: Path, document: yamlfile.Document) -> Problem:
    located = problem.located(str(file), document.positions)
    return Problem(located.at, located.what, located.todo, located.code, str(file), problem.line, problem.column)


def _problem(file: Path, what: str, todo: str, code: str, line: int = 1) -> Problem:
    return Problem((), what, todo, code, str(file), line, 1)
