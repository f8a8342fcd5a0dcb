"""A folder of incident files, also by the texts that they cite, in step with what is written to it."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from chronology import archive, incident, yamlfile
from chronology.archive import Archive, Filed
from chronology.problem import ChronologyError


class Folder:
    """Whoever makes one holds the lock of the archive."""

    def __init__(self, loaded: Archive) -> None:
        self.root = loaded.root
        self.filed = loaded.filed
        self.aliases = loaded.aliases
        self.problems = tuple(p for p in loaded.problems if Path(p.file).is_relative_to(loaded.root))
        self._citing: dict[str, set[str]] = defaultdict(set)
        for one in loaded.filed.values():
            self._note(one)

    def citing(self, sha256: str) -> list[Filed]:
        """Those that cite a text, by id."""
        return [self.filed[name] for name in sorted(self._citing.get(sha256, ()))]

    def write(self, file: Path, text: str) -> Filed:
        """Writes a file, unless it would be refused when it is read again."""
        document = yamlfile.load(text)
        value, misfits = incident.read(document.value)
        for problem in (*document.problems, *misfits):
            raise ChronologyError(str(file), f"not written, it would not be correct: {problem.what}", problem.todo)
        assert value is not None
        archive.write(file, text)
        one = Filed(file.stem, file, value, document.positions, text)
        self.filed[one.id] = one
        self._note(one)
        return one

    def remove(self, filed: Filed) -> None:
        """Removes a file that stands there."""
        archive.remove(filed.file)
        del self.filed[filed.id]
        for source in filed.incident.sources:
            self._citing[source.sha256 or ""].discard(filed.id)

    def _note(self, filed: Filed) -> None:
        for source in filed.incident.sources:
            if source.sha256:
                self._citing[source.sha256].add(filed.id)
