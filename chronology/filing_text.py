"""The text of incident files: a new one, a draft that knows whether anybody touched it, a file with more in it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from chronology import incident, shape, yamlfile
from chronology.archive import Filed
from chronology.incident import Incident, Ref, Relation
from chronology.problem import one_line
from chronology.shape import Plain

_SEAL = "# Draft {}: adding the article with what is missing completes it, as long as nobody changes it."
_SEALED = re.compile(r"^# Draft (?P<mark>[0-9a-f]{12}): .*\n", re.MULTILINE)


def dump(value: Incident, note: str | None = None) -> str:
    """The text of a new incident file; `note` says in a comment what is left to settle."""
    comment = f"# To settle: {one_line(note)}\n" if note else ""
    return comment + yamlfile.dump(_cleaned(incident.write(value)))


def draft(value: Incident, note: str) -> str:
    """The text of a draft: what is left to settle, and a mark that any change breaks."""
    text = dump(value, note)
    first, rest = text.split("\n", 1)
    return f"{first}\n{_SEAL.format(_mark(text))}\n{rest}"


def untouched(filed: Filed) -> bool:
    """Whether nobody has worked on a draft since it was written."""
    sealed = _SEALED.search(filed.text)
    return sealed is not None and sealed["mark"] == _mark(filed.text[: sealed.start()] + filed.text[sealed.end() :])


def _mark(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _cleaned(plain: Plain) -> Plain:
    """The values without what articles hold and no file may: control characters, invisible and reordering marks."""
    if isinstance(plain, dict):
        cleaned = {key: _cleaned(value) for key, value in plain.items()}
        return type(plain)((key, value) for key, value in cleaned.items() if value not in ("", [], {}))
    if isinstance(plain, list):
        return [value for value in map(_cleaned, plain) if value not in ("", [], {})]
    return shape.cleaned(plain) if isinstance(plain, str) else plain


def extended(filed: Filed, value: Incident) -> str | None:
    """The file's text with what another article adds: its source, reports, and people, actors and links that are new.

    Every line that stands there stays. None if that can't be done.
    """
    ids = _free_ids(value, {source.id for source in filed.incident.sources})
    plain = _cleaned(incident.write(_renamed(value, ids)))
    known = incident.write(filed.incident)
    entries = {key: plain[key] for key in ("sources", "toll", "people", "actors", "related") if key in plain}
    for key in ("people", "actors", "related"):
        entries[key] = [entry for entry in entries.get(key, []) if not _stands(entry, known.get(key, []))]
    return yamlfile.append(filed.text, {key: new for key, new in entries.items() if new})


def linked(filed: Filed, relations: Sequence[Relation], sha256: str) -> str | None:
    """The file's text with more links, which rest on the source with that text; None if that can't be done."""
    named = next((source.id for source in filed.incident.sources if source.sha256 == sha256), None)
    moved = [replace(r, source=replace(r.source, source=named) if r.source and named else None) for r in relations]
    plain = incident.write(replace(filed.incident, related=tuple(moved)))
    return yamlfile.append(filed.text, {"related": plain["related"]})


def _stands(entry: Mapping[str, str], known: Sequence[Mapping[str, str]]) -> bool:
    """Whether an entry says what one that is there says, whatever their sources."""
    bare = {k: v for k, v in entry.items() if k != "source"}
    return any({k: v for k, v in other.items() if k != "source"} == bare for other in known)


def _free_ids(value: Incident, taken: set[str]) -> dict[str, str]:
    """The id of each source -> one that the file doesn't use yet: -b, -c and so on."""
    ids = {}
    for source in value.sources:
        identifier, number = source.id, ord("b")
        while identifier in taken:
            identifier = f"{source.id}-{chr(number) if number <= ord('z') else number}"
            number += 1
        ids[source.id] = identifier
    return ids


def _renamed(value: Incident, ids: Mapping[str, str]) -> Incident:
    def moved(ref: Ref | None) -> Ref | None:
        return replace(ref, source=ids.get(ref.source, ref.source)) if ref else None

    return replace(
        value,
        sources=tuple(replace(source, id=ids[source.id]) for source in value.sources),
        toll=tuple(replace(one, source=moved(one.source)) for one in value.toll),
        people=tuple(replace(one, source=moved(one.source)) for one in value.people),
        actors=tuple(replace(one, source=moved(one.source)) for one in value.actors),
        related=tuple(replace(one, source=moved(one.source)) for one in value.related),
    )
