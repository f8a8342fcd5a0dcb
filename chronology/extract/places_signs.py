"""What speaks for and against a name being a place here: signs, small words such as "before=in" or "kind=town"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib import resources

from chronology.extract import places_document, places_words
from chronology.extract.places_document import Document
from chronology.extract.places_names import Name
from chronology.extract.text import lexicon
from chronology.gazetteer import folding

_WORD_AFTER = re.compile(r"\s*(?P<first>[\w'’]+)?(?:\s+(?P<second>[\w'’]+))?")
_STOPS = frozenset('.!?:;"”“\n')
_CUE_NOUNS = lexicon("""city town village area region province district county state capital outskirts suburb neighborhood neighbourhood
    island port hamlet municipality governorate north south east west northwest northeast southwest southeast kilometers kilometres miles
    border coast residents people streets center centre part parts countryside""")
_SOURCE_AFTER = lexicon(
    "police officials government said authorities state city airport county area province region district"
)


def weight(found: Iterable[str]) -> float:
    """More than 0: a place. The weights were learnt by benchmarks/place_signs.py; one row a sign, in the file."""
    table = _weights()
    return sum(table.get(sign, 0.0) for sign in found) + table["always"]


@cache
def _weights() -> dict[str, float]:
    text = resources.files("chronology").joinpath("data", "place_signs.tsv").read_text(encoding="utf-8")
    return {
        sign: float(number)
        for sign, number in (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    }


def signs(name: Name, previous: Name | None, following: Name | None, doc: Document) -> list[str]:
    """The signs of one name."""
    found = [f"form={name.form}"]
    found.extend(_of_rows(name, doc))
    found.extend(_before(name, doc, previous))
    found.extend(_after(name, doc, following))
    found.extend(_of_words(name, doc))
    return found


def _of_rows(name: Name, doc: Document) -> list[str]:
    if not name.rows:
        return ["rows=0"]
    best = name.rows[0]
    kind = best.kind
    main = any(folding.plain(row.name) == name.key for row in name.rows[:3])
    people = max(row.population for row in name.rows) if kind not in ("country", "demonym", "region", "area") else 0
    size = "none" if not people else str(min(7, len(str(people))))
    single = name.first == name.last
    found = [
        f"kind={kind}", f"size={size}", f"kind={kind},words={min(3, name.last - name.first + 1)}", f"layer={best.layer}",
        f"kind={kind},main={main}", f"main={main},size={size}", f"single={single},size={size}",
    ]  # fmt: skip
    if kind in ("town", "district", "site", "river", "area"):
        if any(row.country in doc.countries for row in name.rows):
            found.append("country said")
            found.append(f"country said,size={size}")
        elif doc.countries:
            found.append("other countries said")
        if any((row.country, row.region) in doc.regions for row in name.rows):
            found.append("region said")
    return found


def _before(name: Name, doc: Document, previous: Name | None) -> list[str]:
    body, found = doc.body, []
    inside = False
    if name.first > 0:
        token = name.run[name.first - 1]
        gap = body[token.end : name.start].strip(" \n\t.")
        inside = gap in ("", "-")
        if inside:
            found.append(f"run before={_word_class(token.lower, doc)}{gap}")
            if name.first > 1 and token.lower not in places_words.NOT_PLACES:
                found.append("deep in run")
            if token.lower in places_words.TITLES:
                found.append("title before")
        else:
            found.append(f"joined by={gap[:6]}")
            found.append(f"joined to={_word_class(token.lower, doc)}")
    line = body.rfind("\n", max(0, name.start - 80), name.start)
    opening = body[max(0, line + 1, name.start - 80) : name.start]
    if not opening.strip():
        found.append("begins line")
    first, second = places_document.words_before(body, name.start)
    mark = body[max(0, name.start - 2) : name.start].strip()
    if mark and not mark[-1].isalnum():
        found.append(f"mark before={mark[-1]}")
        if mark[-1] in _STOPS:
            found.append("begins sentence")
    if first and not inside:
        if first.islower():
            found.append(f"before={first if first in places_words.PREPOSITIONS or first in _CUE_NOUNS else 'word'}")
            if first == "of" and second.lower() in _CUE_NOUNS:
                found.append("cue of")
            if first == "the":
                found.append(f"before=the,kind={name.rows[0].kind if name.rows else ''}")
        else:
            found.append("before=Capital")
    if previous is not None and body[previous.end : name.start] in (", ", " (") and name.rows:
        inner = places_document.contains(body, previous, name)
        found.append("contains previous" if inner else "after previous")
    return found


def _after(name: Name, doc: Document, following: Name | None) -> list[str]:
    body, found = doc.body, []
    end = name.end
    if body[end : end + 2] in ("'s", "’s"):
        found.append("possessive")
        end += 2
    char = body[end : end + 1]
    if char and not char.isalnum() and not char.isspace():
        found.append(f"mark after={char}")
        if char in "-–" and body[end + 1 : end + 6] in ("based", "born ", "led c", "backe"):
            found.append("based")
        if char in "-–" and body[end + 1 : end + 2].isupper():
            found.append("hyphen Capital")
    token_after = name.run[name.last + 1] if name.last + 1 < len(name.run) else None
    gap_after = body[name.end : token_after.start].strip(" \n\t.") if token_after else None
    if token_after and gap_after in ("", "-"):
        found.append(f"run after={_word_class(token_after.lower, doc)}{gap_after}")
        if token_after.lower in places_words.ORGANISATION:
            found.append("organisation after")
    else:
        match = _WORD_AFTER.match(body, end)
        word = match["first"] if match else None
        if word and char.isspace():
            if word in places_words.SAYS:
                found.append("after=says")
            elif word in _SOURCE_AFTER or word in places_words.PREPOSITIONS:
                found.append(f"after={word}")
            elif word in _CUE_NOUNS:
                found.append("after=cue noun")
            elif word.islower():
                found.append("after=word")
    if following is not None and places_document.contains(body, name, following):
        found.append("lies in next")
    if body[end : end + 20].lstrip().startswith(("(AP", "(Reuters", "(CNN", "--", "—", "–", "(AFP")):
        found.append("dateline")
    return found


def _of_words(name: Name, doc: Document) -> list[str]:
    tokens = name.run[name.first : name.last + 1]
    found = []
    single = len(tokens) == 1
    if single:
        word = tokens[0].lower
        if word in doc.persons:
            found.append("person")
        if word in places_words.GIVEN:
            found.append("given name")
        if word in doc.lower_words:
            found.append("small elsewhere")
        if word in places_words.ORDINARY:
            found.append("ordinary word")
            found.append(f"ordinary word,cued={name.key in doc.cued}")
        if word in places_words.TITLES or word in places_words.ORGANISATION or word in places_words.SITE:
            found.append("noun")
        if word in places_words.DIRECTION:
            found.append("direction")
        found.append(f"length={min(8, len(word))}")
        if name.last + 1 < len(name.run) and word in places_words.GIVEN:
            found.append("given name and more")
    elif tokens[0].lower in places_words.GIVEN:
        found.append("given name first")
    if name.text.isupper() and len(name.text) > 3:
        found.append("capitals")
    if doc.counts[name.key] > 1:
        found.append("again")
    if name.key in doc.cued:
        found.append("cued")
    if len(name.run) == name.last - name.first + 1:
        found.append("whole run")
    return found


def _word_class(word: str, doc: Document) -> str:
    for label, words in _CLASSES:
        if word in words:
            return label
    if word in doc.persons:
        return "person"
    return "other"


_CLASSES = (
    ("title", places_words.TITLES),
    ("given", places_words.GIVEN),
    ("police", frozenset(("police", "council", "county", "city", "state", "times", "government"))),
    ("organisation", places_words.ORGANISATION),
    ("site", places_words.SITE | places_words.ROAD),
    ("water", places_words.WATER),
    ("direction", places_words.DIRECTION),
    ("small", places_words.NOT_PLACES),
)
