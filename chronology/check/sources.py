"""Sources: that there are some, that references find them, that ranges and quotes stand in their texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from chronology.archive import Filed
from chronology.check.rules import Known, address, rule
from chronology.incident import Evidence, Incident, Ref, Source
from chronology.problem import Path, Problem

_LONGEST_QUOTE = 25
_DESCRIPTION = ("title", "publisher", "published")


@rule("SRC1", whole=("sources",))
def has_a_source(filed: Filed, known: Known) -> Iterator[Problem]:
    """Every incident cites at least one source."""
    if not filed.incident.sources and filed.incident.status != "withdrawn":
        yield Problem((), "no source", "add sources: with an id, title, publisher, published and url")


@rule("SRC2")
def a_source_stands_once(filed: Filed, known: Known) -> Iterator[Problem]:
    """Each source of an incident has an id and an address of its own; two texts that were read at one address are two."""
    sources = filed.incident.sources
    for index, source in enumerate(sources):
        before = sources[:index]
        if source.id in {other.id for other in before}:
            yield Problem(("sources", index, "id"), f"the id {source.id} a second time", "give each source its own id")
        elif any(_at_one_address(source, other) and not _are_versions(source, other) for other in before):
            yield Problem(("sources", index, "url"), "the same address a second time", "join the two sources")


def _at_one_address(a: Source, b: Source) -> bool:
    return a.url is not None and b.url is not None and address(a.url) == address(b.url)


def _are_versions(a: Source, b: Source) -> bool:
    """Whether a page was read twice, and had changed."""
    return a.sha256 is not None and b.sha256 is not None and a.sha256 != b.sha256


@rule("SRC3")
def reports_name_their_source(filed: Filed, known: Known) -> Iterator[Problem]:
    """Every report of the toll names its source."""
    for index, report in enumerate(filed.incident.toll):
        if report.source is None:
            yield Problem(("toll", index), "a report without a source", "add source: with the id of one of the sources")


@rule("SRC4", whole=("sources",))
def references_find_their_source(filed: Filed, known: Known) -> Iterator[Problem]:
    """Every reference names one of the file's own sources."""
    known_ids = [source.id for source in filed.incident.sources]
    for at, ref in _references(filed.incident):
        if ref.source not in known_ids:
            todo = f"one of: {', '.join(known_ids)}" if known_ids else "add it to sources"
            yield Problem(at, f"no source here has the id {ref.source}", todo)


def _references(value: Incident) -> Iterator[tuple[Path, Ref]]:
    for name in ("actors", "toll", "people", "related", "corrections"):
        for index, entry in enumerate(getattr(value, name)):
            if entry.source is not None:
                yield (name, index, "source"), entry.source
    if value.evidence:
        for field in fields(Evidence):
            for index, ref in enumerate(getattr(value.evidence, field.name)):
                yield ("evidence", field.name, index), ref


@rule("SRC5")
def an_address_is_described_one_way(filed: Filed, known: Known) -> Iterator[Problem]:
    """One address has the same title, publisher and publication date in every file, unless its text had changed."""
    for index, source in enumerate(filed.incident.sources):
        for other_filed, other_index in known.by_address[address(source.url)] if source.url else ():
            other = other_filed.incident.sources[other_index]
            if _are_versions(source, other):
                continue
            for name in _DESCRIPTION:
                here, there = getattr(source, name), getattr(other, name)
                if here is not None and there is not None and here != there and other_filed is not filed:
                    what = f"the same address has the {name} {str(there)!r} in {other_filed.file}"
                    yield Problem(("sources", index, name), what, "look at the source, and describe it the same way")


@rule("TEXT1")
def ranges_stand_in_the_text(filed: Filed, known: Known) -> Iterator[Problem]:
    """A range of evidence does not reach beyond its text, where that text was kept."""
    texts = {s.id: text for s in filed.incident.sources if s.sha256 and (text := known.text(s.sha256)) is not None}
    for at, ref in _references(filed.incident):
        if ref.end is not None and ref.source in texts and ref.end > len(texts[ref.source]):
            what = f"{ref} reaches beyond the text, which has {len(texts[ref.source])} characters"
            yield Problem(at, what, "correct the range, or remove it")


@rule("TEXT2")
def quotes_stand_in_the_text(filed: Filed, known: Known) -> Iterator[Problem]:
    """A quote stands word for word in its source's text, where that text was kept."""
    sha256 = {source.id: source.sha256 for source in filed.incident.sources}
    for index, report in enumerate(filed.incident.toll):
        kept = sha256.get(report.source.source) if report.source and report.quote else None
        text = known.text(kept) if kept else None
        if text is not None and report.quote and _plain(report.quote) not in _plain(text):
            yield Problem(
                ("toll", index, "quote"), "not in the text of its source", "quote word for word, or remove it"
            )


def _plain(text: str) -> str:
    return " ".join(text.translate(str.maketrans("“”‘’", "\"\"''")).split())


@rule("TEXT3")
def quotes_are_short(filed: Filed, known: Known) -> Iterator[Problem]:
    """A quote has 25 words at most."""
    for index, report in enumerate(filed.incident.toll):
        words = len((report.quote or "").split())
        if words > _LONGEST_QUOTE:
            what = f"a quote of {words} words"
            yield Problem(("toll", index, "quote"), what, f"keep the {_LONGEST_QUOTE} that matter")
