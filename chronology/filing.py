"""Filing what articles tell: a new file, a patch to the one that is there, or a draft for a person to settle."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from chronology import archive, filing_pairs, filing_text, same
from chronology.archive import Archive, Filed, Names
from chronology.extract.incidents import Telling, Told
from chronology.filing_folder import Folder
from chronology.incident import Incident, Relation
from chronology.problem import ChronologyError


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


@contextmanager
def into(root: Path, today: datetime.date) -> Iterator[Filing]:
    """A folder of incidents, made if it isn't there, to add articles to; until the end nobody else adds to it."""
    with archive.lock(root):
        yield Filing(root, today)


def order(telling: Telling) -> tuple[str, ...]:
    """A key that sorts articles by publication and text: the order of a call's arguments changes nothing."""
    return *telling.order, telling.id, repr([one.incident.sources for one in telling.told])


def bare(telling: Telling) -> Telling:
    """The telling without what was found on the way: of that a long call would hold too much."""
    found = replace(
        telling.found,
        sentences=(),
        dates=(),
        all_dates=(),
        places=(),
        header_places=(),
        tolls=(),
        claims=(),
        triggers=(),
    )
    return replace(telling, found=found)


class Filing:
    """A folder of incidents and its drafts, loaded, to which articles are added one after another."""

    def __init__(self, root: Path, today: datetime.date) -> None:
        drafts = archive.drafts_of(root)
        self._root = root
        self._today = today
        self._known = Folder(archive.load(root))
        self._drafts = Folder(archive.load(drafts) if drafts.is_dir() else Archive(drafts, {}, (), Names(), ()))
        self._days = same.Index(self._known.filed.values())
        self.problems = (*self._known.problems, *self._drafts.problems)
        """Of files that can't be read: what one of them may hold is not filed a second time."""
        self._unread = {Path(problem.file): archive.read_text(Path(problem.file))[0] or "" for problem in self.problems}
        stems = {file.stem for file in self._unread}
        self._taken = {*self._known.filed, *self._known.aliases, *self._drafts.filed, *stems}

    def add(self, telling: Telling) -> tuple[Outcome, ...]:
        """Files every incident of one article, and keeps the text that their evidence points into.

        Adding what is filed already changes nothing; what was stopped half way is completed by adding it again.
        ChronologyError if a file that can't be read may hold what the article tells.
        """
        if not telling.told:
            return ()
        self._refuse_what_may_be_there(telling)
        kept = archive.text_file(self._root, telling.sha256)
        if not kept.exists():
            archive.write(kept, telling.text)
        places = self._places(telling)
        # what others relate to comes first: nothing ever points to a file that isn't there
        for told in sorted(telling.told, key=lambda told: bool(told.incident.related)):
            places[told.key] = self._write(told, places, telling.sha256)
        for place in places.values():
            if place.replaces is not None:
                self._drafts.remove(place.replaces)
        return tuple(places[told.key].outcome(told.main) for told in telling.told)

    def _refuse_what_may_be_there(self, telling: Telling) -> None:
        for file, text in self._unread.items():
            named = any(f"{file.stem}-".startswith(f"{told.key}-") for told in telling.told)
            if named or telling.sha256 in text:
                what = f"{file} has a problem and may hold what this article tells"
                raise ChronologyError(telling.where, what, "mend that file, then add the article again")

    def _places(self, telling: Telling) -> dict[str, _Place]:
        """Where each incident of an article goes, by its key."""
        filed = filing_pairs.pair(telling.told, self._known.citing(telling.sha256), telling.sha256)
        drafted = filing_pairs.pair(telling.told, self._drafts.citing(telling.sha256), telling.sha256, filed)
        # two incidents of one article are two
        used = {one.id for one in filed.values()}
        places = {}
        for told in telling.told:
            place = self._place(told, telling, filed.get(told.key), drafted.get(told.key), used)
            used.add(place.id)
            places[told.key] = place
        return places

    def _place(self, told: Told, telling: Telling, filed: Filed | None, draft: Filed | None, used: set[str]) -> _Place:
        """It is there already, it waits for a person, it joins another, or it is new."""
        if filed is not None:
            stale = draft if draft is not None and filing_text.untouched(draft) else None
            return _Place(filed.id, "unchanged", filed.file, filed, replaces=stale)
        if draft is not None and not filing_text.untouched(draft):
            kept = "somebody has worked on this draft, so it stays as it is"
            return _Place(draft.id, "draft", draft.file, draft, note=kept)
        match, note = None, _undated(told)
        if note is None:
            match, note = self._match(told.incident, used)
        if note and draft is not None and not _says_more(telling, draft):
            return _Place(draft.id, "draft", draft.file, draft, note=note)
        if draft is not None:
            self._taken.discard(draft.id)
        if match is not None:
            reviewed = match.incident.reviewed
            look = f"{reviewed} reviewed it before this was added: look at it again" if reviewed != "no" else None
            return _Place(match.id, "extended", match.file, match, replaces=draft, note=look)
        identifier = self._new_id(told.key)
        if note:
            return _Place(identifier, "draft", self._drafts.root / f"{identifier}.yaml", replaces=draft, note=note)
        return _Place(identifier, "created", archive.file_of(self._root, identifier), replaces=draft)

    def _match(self, told: Incident, but: set[str]) -> tuple[Filed | None, str | None]:
        """The incident that this surely is, or what a person has to decide, or neither."""
        likely = self._days.find(told, but)
        doubts = [(filed, same.doubt(told, filed.incident)) for filed in likely]
        sure = [filed for filed, doubt in doubts if doubt is None]
        if len(sure) == 1 and filing_text.extended(sure[0], told) is None:
            return None, f"it is {sure[0].id}, which can't be added to without touching a line; copy there what is new"
        if len(sure) == 1 or not likely:
            return sure[0] if sure else None, None
        names = ", ".join(f"{filed.id} ({doubt})" if doubt else filed.id for filed, doubt in doubts)
        return None, f"it may be {names}; copy there what is new, or move this file to the incidents"

    def _new_id(self, key: str) -> str:
        identifier, number = key, 2
        while identifier in self._taken:
            identifier, number = f"{key}-{number}", number + 1
        self._taken.add(identifier)
        return identifier

    def _write(self, told: Told, places: Mapping[str, _Place], sha256: str) -> _Place:
        """Writes one incident where it goes."""
        place = places[told.key]
        links = self._links(told, places)
        value = replace(told.incident, related=links, added=self._today)
        if place.action == "draft" and place.filed is None:
            if place.replaces is not None:  # nobody touched it; and two drafts of one incident would be one too many
                self._drafts.remove(place.replaces)
            self._drafts.write(place.file, filing_text.draft(value, place.note or ""))
            return replace(place, replaces=None)
        if place.action == "created":
            self._publish(place.file, filing_text.dump(value))
        elif place.action == "extended" and place.filed is not None:
            patched = filing_text.extended(place.filed, value)
            assert patched is not None  # `_match` tried it
            self._publish(place.file, patched)
        elif place.action == "unchanged" and place.filed is not None:
            settled = {other.id for other in places.values() if other.replaces}
            late = [link for link in links if link.to in settled]  # until now they would have led to a draft
            patched = filing_text.linked(place.filed, late, sha256) if late else None
            if patched is not None:
                self._publish(place.file, patched)
                return replace(place, action="extended")
        return place

    def _links(self, told: Told, places: Mapping[str, _Place]) -> tuple[Relation, ...]:
        """The incident's relations with the ids that were given; to drafts there are none, whose ids will change."""
        here = places[told.key]
        stated = {relation.to for relation in here.filed.incident.related} if here.filed else set()
        links = []
        for relation in told.incident.related:
            there = places[relation.to]
            other = self._known.filed.get(there.id)
            back = other is not None and any(one.to == here.id for one in other.incident.related)
            if there.action != "draft" and there.id != here.id and there.id not in stated and not back:
                links.append(replace(relation, to=there.id))
        return tuple(links)

    def _publish(self, file: Path, text: str) -> None:
        self._days.put(self._known.write(file, text))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an incident goes."""

    id: str
    action: str
    file: Path
    filed: Filed | None = None
    """What stands there."""
    replaces: Filed | None = None
    """The draft that it makes superfluous."""
    note: str | None = None

    def outcome(self, main: bool) -> Outcome:
        return Outcome(self.id, self.action, main, self.file, self.note)


def _undated(told: Told) -> str | None:
    """What would close a date that may not be published yet."""
    if told.open or told.incident.date.precision not in ("open", "yearless"):
        return told.open
    return "the article doesn't say on which day; a person has to find out"


def _says_more(telling: Telling, draft: Filed) -> bool:
    """Whether the article's publication day is known now, and was not when the draft was written."""
    known = any(s.published for s in draft.incident.sources if s.sha256 == telling.sha256)
    return telling.published is not None and not known
