"""Filing what an article tells: a new file, a patch to the one that is there, or a draft for a person to settle."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from chronology import archive, incident, same, yamlfile
from chronology.archive import Archive, Filed
from chronology.edtf import Edtf
from chronology.extract.incidents import Telling, Told
from chronology.incident import Incident, Ref, Report


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one incident that an article tells of."""

    id: str
    action: str
    """created, extended, unchanged or draft."""
    main: bool
    file: Path
    note: str | None = None
    """What is left for a person to settle."""


def add(telling: Telling, known: Archive, drafts: Archive, today: datetime.date) -> tuple[Outcome, ...]:
    """Files every incident of one article, and keeps the text that their evidence points into.

    The caller holds the archive's lock. Adding what is filed already changes nothing.
    """
    here = _Filing(telling, known, drafts, today)
    outcomes = here.file_all()
    if outcomes:
        kept = archive.text_file(known.root, telling.sha256)
        if not kept.exists():
            archive.write(kept, telling.text)
    return outcomes


class _Filing:
    def __init__(self, telling: Telling, known: Archive, drafts: Archive, today: datetime.date) -> None:
        self._telling = telling
        self._known = known
        self._drafts = drafts
        self._today = today
        self._taken = {*known.filed, *known.aliases, *drafts.filed}

    def file_all(self) -> tuple[Outcome, ...]:
        told = self._telling.told
        filed = _pair(told, _citing(self._known, self._telling.sha256))
        drafted = _pair(told, _citing(self._drafts, self._telling.sha256))
        places = [self._place(one, filed.get(i), drafted.get(i)) for i, one in enumerate(told)]
        ids = {one.key: place.id for one, place in zip(told, places, strict=True)}
        return tuple(self._write(one, place, ids) for one, place in zip(told, places, strict=True))

    def _place(self, told: Told, filed: Filed | None, draft: Filed | None) -> _Place:
        """Where an incident goes: it is there already, it joins another, or it is new."""
        if filed is not None:
            return _Place(filed.id, "unchanged", filed)
        settled = _settled(told.incident.date)
        if draft is not None and not (settled and _untouched(draft, self._telling)):
            return _Place(draft.id, "draft", draft)
        if not settled:
            return _Place(self._new_id(told), "draft")
        if draft is not None:
            self._taken.discard(draft.id)
        match = same.find(told.incident, self._known)
        if match is not None:
            return _Place(match.id, "extended", match, draft)
        return _Place(self._new_id(told), "created", None, draft)

    def _new_id(self, told: Told) -> str:
        identifier, number = told.key, 2
        while identifier in self._taken:
            identifier, number = f"{told.key}-{number}", number + 1
        self._taken.add(identifier)
        return identifier

    def _write(self, told: Told, place: _Place, ids: dict[str, str]) -> Outcome:
        value = _with_ids(replace(told.incident, added=self._today), ids)
        root = self._known.root
        if place.action == "unchanged" or (place.action == "draft" and place.filed):
            assert place.filed is not None
            return Outcome(place.id, place.action, told.main, place.filed.file, told.open)
        if place.action == "extended" and place.filed is not None:
            patched = _extended(place.filed, value)
            if patched is not None:
                archive.write(place.filed.file, patched)
                archive.refresh(self._known, place.filed.file)
                self._remove(place.draft)
                return Outcome(place.id, "extended", told.main, place.filed.file)
            note = f"it may be {place.id}, whose file cannot be patched without touching a line"
            place = _Place(self._new_id(told), "draft")
            return self._create(told, place, value, archive.drafts_of(root) / f"{place.id}.yaml", note)
        if place.action == "draft":
            return self._create(told, place, value, archive.drafts_of(root) / f"{place.id}.yaml", told.open)
        outcome = self._create(told, place, value, archive.file_of(root, place.id), None)
        self._remove(place.draft)
        return outcome

    def _create(self, told: Told, place: _Place, value: Incident, file: Path, note: str | None) -> Outcome:
        archive.write(file, dump(value, note))
        archive.refresh(self._drafts if place.action == "draft" else self._known, file)
        return Outcome(place.id, place.action, told.main, file, note)

    def _remove(self, draft: Filed | None) -> None:
        if draft is not None:
            draft.file.unlink(missing_ok=True)
            archive.refresh(self._drafts, draft.file)


@dataclass(frozen=True, slots=True)
class _Place:
    id: str
    action: str
    filed: Filed | None = None
    draft: Filed | None = None
    """The draft that this settles."""


def dump(value: Incident, note: str | None = None) -> str:
    """The text of a new incident file; `note` says in a comment what is left to settle."""
    comment = f"# To settle: {note}\n" if note else ""
    return comment + yamlfile.dump(incident.write(value))


def _settled(date: Edtf) -> bool:
    """Whether a date may be published: an open or yearless one is for a person to close."""
    return date.precision not in ("open", "yearless")


def _citing(of: Archive, sha256: str) -> list[Filed]:
    return [filed for filed in of.filed.values() if any(s.sha256 == sha256 for s in filed.incident.sources)]


def _pair(told: Sequence[Told], filed: Sequence[Filed]) -> dict[int, Filed]:
    """Index in `told` -> the file that this very text made before. Best by id and date; what a person has since
    changed pairs with what is left over, in order, so that nothing is filed twice."""
    left, pairs = list(filed), {}
    for fits in (_same_key, _same_date, _any):
        for index, one in enumerate(told):
            match = next((f for f in left if index not in pairs and fits(one, f)), None)
            if match is not None:
                pairs[index] = match
                left.remove(match)
    return pairs


def _same_key(told: Told, filed: Filed) -> bool:
    return filed.id == told.key


def _same_date(told: Told, filed: Filed) -> bool:
    return filed.incident.date == told.incident.date


def _any(_told: Told, _filed: Filed) -> bool:
    return True


def _untouched(draft: Filed, telling: Telling) -> bool:
    """Whether nobody has worked on a draft: no comment but ours, and not reviewed."""
    comments = [line for line in draft.text.splitlines() if line.lstrip().startswith("#")]
    mine = all(line.startswith("# To settle: ") for line in comments)
    same = yamlfile.dump(incident.write(draft.incident)) == "".join(
        line + "\n" for line in draft.text.splitlines() if not line.startswith("# To settle: ")
    )
    return mine and same and draft.incident.reviewed == "no"


def _with_ids(value: Incident, ids: dict[str, str]) -> Incident:
    """The incident with its relations pointing to the ids that were given."""
    related = tuple(replace(relation, to=ids.get(relation.to, relation.to)) for relation in value.related)
    return replace(value, related=related)


def _extended(filed: Filed, value: Incident) -> str | None:
    """The file's text with the source, reports, actors and relations that another article adds; None if that can't be done."""
    taken = {source.id for source in filed.incident.sources}
    value = _with_free_source_ids(value, taken)
    plain = incident.write(value)
    entries = {key: plain[key] for key in ("sources", "toll", "actors", "related") if key in plain}
    known = incident.write(filed.incident)
    for key in ("actors", "related"):
        entries[key] = [e for e in entries.get(key, []) if not _stands(e, known.get(key, []))]
    return yamlfile.append(filed.text, {key: new for key, new in entries.items() if new})


def _stands(entry: dict[str, str], known: Sequence[dict[str, str]]) -> bool:
    """Whether an entry says what one that is there says, whatever their sources."""
    bare = {k: v for k, v in entry.items() if k != "source"}
    return any({k: v for k, v in other.items() if k != "source"} == bare for other in known)


def _with_free_source_ids(value: Incident, taken: set[str]) -> Incident:
    ids = {}
    for source in value.sources:
        identifier, letter = source.id, "b"
        while identifier in taken:
            identifier, letter = f"{source.id}-{letter}", chr(ord(letter) + 1)
        ids[source.id] = identifier

    def moved(ref: Ref | None) -> Ref | None:
        return replace(ref, source=ids.get(ref.source, ref.source)) if ref else None

    def report(one: Report) -> Report:
        return replace(one, source=moved(one.source))

    return replace(
        value,
        sources=tuple(replace(source, id=ids[source.id]) for source in value.sources),
        toll=tuple(report(one) for one in value.toll),
        actors=tuple(replace(one, source=moved(one.source)) for one in value.actors),
        related=tuple(replace(one, source=moved(one.source)) for one in value.related),
    )
