"""Incidents as they stand in files: read, refused with a reason, written, described to editors and to people."""

import datetime
import json
import re
from collections.abc import Iterator
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chronology import edtf, incident, yamlfile
from chronology.archive import Name
from chronology.count import GROUPS, MEASURES, WORDS, Count
from chronology.incident import (
    Actor,
    Correction,
    Evidence,
    Incident,
    Offset,
    Person,
    Place,
    Ref,
    Relation,
    Report,
    Source,
)

ROOT = Path(__file__).parents[1]
NAUGHTY = Path(__file__).parents[2] / "shared" / "hostile" / "naughty-strings.json"
SMALLEST = "title: A raid\nkind: ground raid\ndate: 2020-05-01\n"


def read(text: str) -> tuple[Incident | None, tuple[Any, ...]]:
    document = yamlfile.load(text)
    assert document.problems == ()
    return incident.read(document.value)


def written(value: Incident) -> str:
    return yamlfile.dump(incident.write(value))


def test_the_smallest_incident() -> None:
    value, problems = read(SMALLEST)
    assert problems == ()
    assert value == Incident(title="A raid", kind="ground raid", date=edtf.parse("2020-05-01"))
    assert written(value) == SMALLEST + "reviewed: no\n"


# -- what is refused

REFUSED = {
    "a field that has a likeness": ("titel: x", "FIELD", ("titel",), "did you mean 'title'?"),
    "a field that has none": ("xyzzy: x", "FIELD", ("xyzzy",), "one of: title, kind"),
    "a field of a place": ("place: {name: x, lattitude: 1}", "FIELD", ("place", "lattitude"), "did you mean 'lat'?"),
    "a group": ("toll: [{killed: {woman: 1}}]", "FIELD", ("toll", 0, "killed", "woman"), "did you mean 'women'?"),
    "a comma inside {...}": (
        "actors: [{name: x, role: party, by: police, Kabul}]",
        "FIELD",
        ("actors", 0, "Kabul"),
        "quote the value",
    ),
    "a kind": ("kind: air strike", "VALUE", ("kind",), "did you mean 'airstrike'?"),
    "an impossible day": ("date: 2020-02-30", "VALUE", ("date",), "2020-02-30"),
    "a date in words": ("date: 1 May 2020", "VALUE", ("date",), "write 2017-01-08"),
    "a time of day": ("time: 25:00", "VALUE", ("time",), "write 01:00"),
    "a count": ("toll: [{killed: about 20}]", "VALUE", ("toll", 0, "killed"), "write 13, 13+, ~20"),
    "a count that falls": ("toll: [{killed: 15-10}]", "VALUE", ("toll", 0, "killed"), "lower number first"),
    "a report of nothing": ("toll: [{by: police}]", "VALUE", ("toll", 0), "give one of killed"),
    "no counts": ("toll: [{killed: {}}]", "FORM", ("toll", 0, "killed"), "add one or remove it"),
    "a list where fields are expected": ("place: [x]", "FORM", ("place",), "field: value"),
    "fields where a list is expected": ("sources: {id: x}", "FORM", ("sources",), "put '- ' before"),
    "an empty list": ("tags: []", "FORM", ("tags",), "add an entry or remove the field"),
    "nothing after a field": ("summary:", "FORM", ("summary",), "write one value"),
    "an empty text": ("summary: ''", "VALUE", ("summary",), "write something or remove the field"),
    "a text of spaces": ("summary: '  '", "VALUE", ("summary",), "write something or remove the field"),
    "a control character": (r'summary: "\x1b[31m"', "VALUE", ("summary",), "U+001B"),
    "a mark that reverses what follows": ('summary: "a\u202eb"', "VALUE", ("summary",), "U+202E"),
    "a space of no width": ("summary: a\u200bb", "VALUE", ("summary",), "U+200B"),
    "a country's name": ("place: {name: x, country: Syria}", "VALUE", ("place", "country"), "two capital letters"),
    "three countries": ("place: {name: x, country: [SY, TR, IQ]}", "FORM", ("place", "country"), "at most 2"),
    "one coordinate": ("place: {name: x, lat: 1}", "VALUE", ("place",), "give lat and lon, or neither"),
    "coordinates without precision": ("place: {name: x, lat: 1, lon: 1}", "VALUE", ("place",), "add precision"),
    "a latitude beyond the pole": ("place: {name: x, lat: 91, lon: 1}", "VALUE", ("place", "lat"), "-90 and 90"),
    "degrees and minutes": ("place: {name: x, lat: 36N, lon: 1}", "VALUE", ("place", "lat"), "as 36.31"),
    "digits of another script": ("place: {name: x, lat: ٣, lon: 1}", "VALUE", ("place", "lat"), "as 36.31"),
    "a distance in miles": ("place: {name: x, offset: {km: 5 miles, of: y}}", "VALUE", ("place", "offset", "km"), "24"),
    "a source without a day": ("sources: [{id: a, title: x}]", "VALUE", ("sources", 0), "add published"),
    "a source that nobody finds": ("sources: [{id: a, accessed: 2020-05-01}]", "VALUE", ("sources", 0), "add url, title"),
    "a source's id": ("sources: [{id: A B, title: x, accessed: 2020-05-01}]", "VALUE", ("sources", 0, "id"), "hyphens"),
    "an id with a newline": ('related: [{to: "a\\n", why: follows}]', "VALUE", ("related", 0, "to"), "hyphens"),
    "a very long id": (f"related: [{{to: {'a' * 101}, why: follows}}]", "VALUE", ("related", 0, "to"), "hyphens"),
    "an address that is a script": (
        "sources: [{id: a, accessed: 2020-05-01, url: 'javascript:alert(1)'}]",
        "VALUE",
        ("sources", 0, "url"),
        "from https://",
    ),
    "an address that breaks out": (
        'sources: [{id: a, accessed: 2020-05-01, url: ''https://a.example/"onload="''}]',
        "VALUE",
        ("sources", 0, "url"),
        "from https://",
    ),
    "a month of access": ("sources: [{id: a, title: x, accessed: 2020-05}]", "VALUE", ("sources", 0, "accessed"), "a day"),
    "a range that is empty": ("evidence: {date: a 5-5}", "VALUE", ("evidence", "date"), "after its last character"),
    "a range without an end": ("evidence: {date: a 5-}", "VALUE", ("evidence", "date"), "iswnews 277-287"),
    "a relation": ("related: [{to: a, why: same as}]", "VALUE", ("related", 0, "why"), "in the list"),
    "an age": ("people: [{name: x, age: 131}]", "VALUE", ("people", 0, "age"), "whole years"),
    "withdrawn without a reason": ("status: withdrawn", "VALUE", (), "add why"),
    "a status that is derived": ("status: disputed", "VALUE", ("status",), "withdrawn"),
    "a review without a day": ("reviewed: yes", "VALUE", ("reviewed",), "AB 2026-11-23"),
    "a review on no day": ("reviewed: AB 2020-02-30", "VALUE", ("reviewed",), "2020-02-30"),
    "a toll that is typed": ("shown: 13", "FIELD", ("shown",), "one of"),
}  # fmt: skip


@pytest.mark.parametrize(("field", "code", "at", "said"), REFUSED.values(), ids=REFUSED.keys())
def test_refused(field: str, code: str, at: tuple[Any, ...], said: str) -> None:
    plain = {**yamlfile.load(SMALLEST).value, **yamlfile.load(field).value}
    value, (problem,) = incident.read(plain)
    assert value is None
    assert (problem.code, problem.at) == (code, at)
    assert said in f"{problem.what} ({problem.todo})"
    assert str(problem).isprintable()


@pytest.mark.parametrize("plain", [None, "x", [], ["x"], {}], ids=repr)
def test_what_is_no_incident(plain: Any) -> None:
    value, problems = incident.read(plain)
    assert value is None
    assert problems


def test_all_reasons_come_at_once() -> None:
    _, problems = read("titel: x\nkind: raid\ntoll: [{killed: x, injured: {total: -1, w: 2}}]\nplace: {lat: x}\n")
    assert {(problem.code, problem.at) for problem in problems} == {
        ("FIELD", ("titel",)),
        ("MISSING", ()),
        ("VALUE", ("kind",)),
        ("VALUE", ("toll", 0, "killed")),
        ("VALUE", ("toll", 0, "injured", "total")),
        ("FIELD", ("toll", 0, "injured", "w")),
        ("MISSING", ("place",)),
        ("VALUE", ("place", "lat")),
    }


# -- any incident is read as it was written

TEXTS = st.text(
    st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp"]) | st.sampled_from("\n\t: #-'\"{}[],"), min_size=1, max_size=20
).filter(str.strip)  # fmt: skip
IDS = st.sampled_from(["a", "courier", "2020-05-01-mill", "x-1"])
DAYS = st.dates(datetime.date(1, 1, 1), datetime.date(9999, 12, 31))
DATES = st.sampled_from(
    ["2017-01-08", "2016-12", "2016", "2016-12-08~", "2016?", "2016/2017-01", "2016/..", "XXXX-10-04"]
)
EDTFS = DATES.map(edtf.parse)
TIMES = st.sampled_from(["01:00", "~01:00", "02:08/03:15", "14:30/..", "../06:00", "night"]).map(edtf.parse_time)
COUNTS = (
    st.sampled_from(["13", "13+", "~20", "~20+", "10-15", "0-1", "..15", "0", *WORDS]).map(Count.parse)
    | st.integers(0, 9_999_999).map(str).map(Count.parse)
)  # fmt: skip
REFS = st.builds(Ref, IDS) | st.builds(lambda i, a, n: Ref(i, a, a + n), IDS, st.integers(0, 99), st.integers(1, 9))
DEGREES = st.integers(-90_0000, 90_0000).map(lambda n: n / 10_000)


def some(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(values, max_size=2).map(tuple)


def known(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | values


PLACES = st.builds(
    lambda at, **named: Place(**named, **(dict(zip(("lat", "lon", "precision"), at, strict=True)) if at else {})),
    at=known(st.tuples(DEGREES, DEGREES, st.sampled_from(incident.PRECISIONS))),
    name=TEXTS,
    aka=some(TEXTS),
    detail=known(TEXTS),
    region=known(TEXTS),
    country=some(st.sampled_from(["SY", "NO"])),
    located_by=known(st.sampled_from(["source", "hand", "computed", "172370"])),
    offset=known(
        st.builds(
            Offset,
            km=known(st.sampled_from(["24", "~60", "1.5"])),
            bearing=known(st.sampled_from(incident.BEARINGS)),
            of=TEXTS,
        )
    ),
)
REPORTS = st.builds(
    lambda counts, **named: Report(**counts, **named),
    counts=st.dictionaries(
        st.sampled_from(MEASURES), st.dictionaries(st.sampled_from(GROUPS), COUNTS, min_size=1, max_size=3), min_size=1, max_size=2
    ),
    by=known(TEXTS),
    speaker=known(TEXTS),
    voice=known(st.sampled_from(incident.VOICES)),
    stance=st.sampled_from(incident.STANCES),
    as_of=known(EDTFS),
    superseded=known(TEXTS),
    source=known(REFS),
    quote=known(TEXTS),
)  # fmt: skip
SOURCES = st.builds(
    Source,
    id=IDS,
    title=TEXTS,
    publisher=known(TEXTS),
    author=known(TEXTS),
    published=EDTFS,
    url=known(st.sampled_from(["https://a.example/b?c=d&e#f", "http://a.example"])),
    accessed=known(DAYS),
    language=known(st.sampled_from(["en", "pt-BR"])),
    copy_of=known(TEXTS),
    sha256=known(st.just("0f" * 32)),
)
INCIDENTS = st.builds(
    Incident,
    title=TEXTS,
    kind=st.sampled_from(incident.KINDS),
    status=known(st.just("withdrawn")),
    why=TEXTS,
    date=EDTFS,
    until=known(EDTFS),
    time=known(TIMES),
    place=known(PLACES),
    actors=some(
        st.builds(
            Actor,
            name=TEXTS,
            unit=known(TEXTS),
            role=st.sampled_from(incident.ROLES),
            status=known(st.sampled_from(incident.STATEMENTS)),
            by=known(TEXTS),
            source=known(REFS),
        )
    ),
    toll=some(REPORTS),
    people=some(st.builds(Person, name=TEXTS, aka=some(TEXTS), age=known(st.integers(0, 130)), source=known(REFS))),
    related=some(st.builds(Relation, to=IDS, why=st.sampled_from(incident.RELATIONS), source=known(REFS))),
    sources=some(SOURCES),
    evidence=st.none() | st.builds(Evidence, title=some(REFS), place=some(REFS), date=st.tuples(REFS)),
    summary=known(TEXTS),
    note=known(TEXTS),
    tags=some(TEXTS),
    corrections=some(st.builds(Correction, date=DAYS, what=TEXTS, why=TEXTS, source=known(REFS))),
    aliases=some(IDS),
    added=known(DAYS),
    reviewed=st.sampled_from(["no", "AB 2026-11-23"]),
)


@settings(max_examples=60)
@given(INCIDENTS)
def test_what_is_written_is_read_as_it_was(value: Incident) -> None:
    text = written(value)
    assert read(text) == (value, ())
    again, _ = read(text)
    assert again is not None
    assert written(again) == text


OWN_NAUGHTY = [
    "null", "~", "yes", "NO", "0x1F", "1e3", "2022-02-03", "13:38", "- a", "? a", "a: b", "a #b", "'", '"', "''", "{{7*7}}",
    "<script>alert(1)</script>", "&amp;", "*a*{: onclick=alert(1)}", "%0a", "\\n", "a\nb", " a", "a ", "\ta", "!a", "&a", "*a",
    "|", ">", "%a", "@a", "`a`", "---", "...", "Ω≈ç√∫", "الكل", "田中さん", "😍🇺🇸", "Z͑ͫ̓a", "a\u00a0b", "\u200ea", "../../etc/passwd",
    "\x00", "\x1b[31m", "\u202etest", "\ufeff", "\u2028", "\x85", "", " ",
]  # fmt: skip
TEXT_FIELDS = yamlfile.load(
    """
title: x
kind: other
date: 2020
status: withdrawn
why: x
place: {name: x, aka: [x], detail: x, region: x, offset: {of: x}}
actors: [{name: x, unit: x, role: party, by: x}]
toll: [{killed: 1, by: x, speaker: x, superseded: x, quote: x}]
people: [{name: x, aka: [x]}]
sources: [{id: a, title: x, publisher: x, author: x, published: 2020, copy_of: x}]
summary: x
note: x
tags: [x]
corrections: [{date: 2020-05-01, what: x, why: x}]
"""
).value


def test_the_text_fields_are_all_there() -> None:
    value, problems = incident.read(TEXT_FIELDS)
    assert value is not None, problems
    assert json.dumps(TEXT_FIELDS).count('"x"') == 25


def _naughty() -> Iterator[str]:
    yield from OWN_NAUGHTY
    if NAUGHTY.exists():
        yield from json.loads(NAUGHTY.read_text(encoding="utf-8"))


def test_any_string_in_any_text_field_stays_or_is_refused() -> None:
    refused = 0
    for string in _naughty():
        plain = json.loads(json.dumps(TEXT_FIELDS).replace('"x"', json.dumps(string)))
        value, problems = incident.read(plain)
        if value is None:
            refused += 1
            assert len(problems) == 25, string
            continue
        document = yamlfile.load(written(value))
        assert (document.value, document.problems) == ({**plain, "reviewed": "no"}, ()), string
        assert incident.read(document.value) == (value, ()), string
    assert refused >= 9


# -- for editors and programs


def test_the_schema_in_docs_is_that_of_the_model() -> None:
    committed = (ROOT / "docs/incident.schema.json").read_text(encoding="utf-8")
    assert committed == json.dumps(incident.schema(), indent=2, ensure_ascii=False) + "\n", "run: make schema"


EDITOR = jsonschema.Draft202012Validator(incident.schema())


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(incident.schema())


def _as_editors_see(plain: Any) -> Any:
    """Plain values with numbers where YAML 1.2 has numbers; dates and times are text there."""
    if isinstance(plain, dict):
        return {key: _as_editors_see(value) for key, value in plain.items()}
    if isinstance(plain, list):
        return [_as_editors_see(value) for value in plain]
    if re.fullmatch(r"-?(0|[1-9][0-9]*)", plain):
        return int(plain)
    return float(plain) if re.fullmatch(r"-?[0-9]+\.[0-9]+", plain) else plain


@pytest.mark.parametrize("file", sorted((ROOT / "incidents").rglob("*.yaml")), ids=lambda file: file.stem)
def test_editors_accept_our_own_files(file: Path) -> None:
    plain = yamlfile.load(file.read_text(encoding="utf-8")).value
    EDITOR.validate(_as_editors_see(plain))


BY_EDITORS = [
    field for name, (field, code, _, _) in REFUSED.items() if code in ("FIELD", "FORM") or name in ("a kind", "a country's name")
]  # fmt: skip


@pytest.mark.parametrize("field", BY_EDITORS)
def test_editors_refuse_wrong_fields_and_forms(field: str) -> None:
    plain = {**yamlfile.load(SMALLEST).value, **yamlfile.load(field).value}
    with pytest.raises(jsonschema.ValidationError):
        EDITOR.validate(plain)


# -- for people

PAGE = (ROOT / "docs/reference/format.md").read_text(encoding="utf-8")
RECORDS: dict[str, tuple[type, str]] = {
    "An incident": (Incident, "The fields of the file itself."),
    "place": (Place, "Where it happened, as precisely as the source says and no more."),
    "place: offset": (Offset, "Where the source places it by another place."),
    "actors": (Actor, "One entry a statement, so a name may recur."),
    "toll": (Report, "One entry a report: what one claimant says of the people hurt."),
    "people": (Person, "Only the dead whose names a cited source published, and public leaders; never a witness or a relative."),
    "related": (Relation, "Stated on one side; the other is generated."),
    "sources": (Source, "What the incident rests on. Needed: published or accessed, and one of url, title and publisher."),
    "evidence": (Evidence, "Where the values outside the reports were read; a list where several sources bear them."),
    "corrections": (Correction, "What was changed after publication."),
    "names.yaml": (Name, "A list beside `incidents`: actors and claimants, so that a later figure finds its earlier one."),
}  # fmt: skip


def table(record: Any) -> str:
    """The Markdown table of a record's fields, from what the code says of them."""
    rows = ["| field | meaning |", "|---|---|"]
    for field in fields(record):
        name = f"**`{field.name}`**" if field.default is MISSING else f"`{field.name}`"
        schema = field.metadata["shape"].schema
        words = ", ".join(f"`{word}`" for word in schema.get("enum", ()))
        rows.append(f"| {name} | {field.metadata['about']}{': ' if words else ''}{words} |")
    return "\n".join(rows)


@pytest.mark.parametrize("heading", RECORDS)
def test_every_field_is_in_the_reference(heading: str) -> None:
    record, note = RECORDS[heading]
    assert f"### {heading}\n\n{note}\n\n{table(record)}\n" in PAGE


def test_the_example_of_the_reference_is_read_and_uses_every_field() -> None:
    (example,) = re.findall(r"^```yaml title=.*?\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    value, problems = read(example)
    assert value is not None, problems
    EDITOR.validate(_as_editors_see(yamlfile.load(example).value))
    used = set(re.findall(r"(\w+):", example))
    for record, _ in list(RECORDS.values())[:-1]:
        assert {field.name for field in fields(record)} - used <= {"status", "why", "captured", "missing", "casualties"}


def test_what_the_reference_says_can_be_written() -> None:
    section = PAGE.partition("## Dates and times")[2].partition("A count alone")[0]
    forms = [
        form for first in re.findall(r"^\| (`.*?) \|", section, re.MULTILINE) for form in re.findall("`([^`]+)`", first)
    ]
    assert len(forms) > 30
    assert [
        form for form in forms if not any(_accepts(p, form) for p in (edtf.parse, edtf.parse_time, Count.parse))
    ] == []


def _accepts(parse: Any, text: str) -> bool:
    try:
        return str(parse(text)) == text
    except ValueError:
        return False
