"""What a rule is, and what it may know. A rule's docstring is the rule, as people read it in the reference."""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from chronology import archive
from chronology.archive import Archive, Filed
from chronology.gazetteer import Gazetteer
from chronology.problem import Problem


@dataclass(frozen=True)
class Known:
    """What a rule may look at beside the incident itself."""

    archive: Archive
    today: datetime.date
    drafts: frozenset[str] = frozenset()
    """The ids of drafts: links to them are kept, and not shown."""
    gazetteer: Gazetteer | None = None

    @property
    def tomorrow(self) -> datetime.date:
        """The latest day that it can be anywhere on earth."""
        return self.today + datetime.timedelta(days=1)

    def find(self, identifier: str) -> Filed | None:
        """The incident that has this id, or had it once."""
        return self.archive.filed.get(identifier) or next(iter(self.by_alias.get(identifier, ())), None)

    @cached_property
    def by_alias(self) -> Mapping[str, list[Filed]]:
        """Former id -> the incidents that say it was theirs."""
        found: dict[str, list[Filed]] = defaultdict(list)
        for filed in self.archive.filed.values():
            for alias in filed.incident.aliases:
                found[alias].append(filed)
        return found

    @cached_property
    def by_address(self) -> Mapping[str, list[tuple[Filed, int]]]:
        """A web address, without what makes no difference -> each source that has it, by file and index."""
        found: dict[str, list[tuple[Filed, int]]] = defaultdict(list)
        for filed in self.archive.filed.values():
            for index, source in enumerate(filed.incident.sources):
                if source.url:
                    found[address(source.url)].append((filed, index))
        return found

    def text(self, sha256: str) -> str | None:
        """The text with that hash, if it was kept."""
        file = archive.text_file(self.archive.root, sha256)
        return archive.read_text(file)[0] if file.exists() else None

    def spellings(self, name: str) -> tuple[str, ...]:
        """A name, and what else names.yaml calls its bearer."""
        canonical = self.archive.names.canonical(name)
        entry = next((entry for entry in self.archive.names.entries if entry.name == canonical), None)
        return (name, entry.name, *entry.aka) if entry else (name,)


def address(url: str) -> str:
    """The address without scheme, www, fragment and the last slash: https://www.example.org/a/#b -> example.org/a"""
    return re.sub(r"^https?://(?:www\.)?", "", url.partition("#")[0]).rstrip("/")


Check: TypeAlias = Callable[[Filed, Known], Iterator[Problem]]


@dataclass(frozen=True, slots=True)
class Rule:
    code: str
    text: str
    """The rule, in one sentence."""
    check: Check
    whole: tuple[str, ...] = ()
    """The fields that must be there whole: what is missing of them would be taken for a problem."""


RULES: list[Rule] = []


def rule(code: str, *, whole: tuple[str, ...] = ()) -> Callable[[Check], Check]:
    """Registers a rule over one incident under its code. A file of which part of `whole` can't be read is spared it."""

    def register(check: Check) -> Check:
        RULES.append(Rule(code, " ".join((check.__doc__ or "").split()), check, whole))
        return check

    return register
