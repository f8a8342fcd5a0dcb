"""What a simple script finds in articles, to measure `chronology` against.

    python benchmarks/baseline.py incidents|timex|toponyms ARTICLES.jsonl

Prints the lines of `chronology extract --json` (incidents) or `explain --json` (timex, toponyms), as far as it has
anything to say. Date: the first that `dateparser.search_dates` finds; place: the first city of 15,000 people or more;
toll: the first number within six words of "killed" and the like. `search_dates` takes seconds on a long text, so it is
given the text in pieces of at most 1,000 characters, one line or less each.
"""

from __future__ import annotations

import datetime
import json
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from dateparser.date import DateDataParser
from dateparser.search import search_dates

from chronology.gazetteer import Gazetteer, Row

Line = dict[str, Any]

PIECE = 1000
SMALLEST_CITY = 15_000
NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NUMBER = rf"\b(?P<number>\d{{1,3}}|{'|'.join(NUMBERS)})\b"
NEAR = r"(?:\W+\w+){0,5}?\W+"
WORDS = {
    "killed": r"\b(?:killed|dead|died)\b",
    "injured": r"\b(?:injured|wounded|hurt)\b",
    "captured": r"\b(?:captured|detained|arrested)\b",
}
CAPITALISED = re.compile(r"[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,3}")


def incidents(article: Line, gazetteer: Gazetteer) -> Line:
    """One incident an article: the first date, the first city, the first number near each word."""
    text = article["text"]
    date = next((timex["day"] for timex in dates(text, article.get("published"))), None)
    place, region, lat, lon = next(
        ((r.name, r.region, r.lat, r.lon) for _, _, r in cities(text, gazetteer)), (None,) * 4
    )
    incident = {"main": True, "date": date, "place": place, "admin1": region, "lat": lat, "lon": lon}
    return {"incidents": [incident | {name: number_near(word, text) for name, word in WORDS.items()}]}


def timex(article: Line, _: Gazetteer) -> Line:
    return {"timex": list(dates(article["text"], article.get("published")))}


def toponyms(article: Line, gazetteer: Gazetteer) -> Line:
    """Longest match of capitalised words; of several places the one of most people."""
    found = cities(article["text"], gazetteer, 0)
    return {
        "toponyms": [
            {
                "start": start,
                "end": end,
                "text": row.name,
                "lat": row.lat,
                "lon": row.lon,
                "geonames_id": row.geonames_id,
            }
            for start, end, row in found
        ]
    }


def dates(text: str, published: str | None) -> Iterator[Line]:
    """What dateparser finds: the day, and as value the day cut to the precision that it states.

    Without a publication date relative ones are left out, because dateparser would count them from today.
    """
    settings: dict[str, Any] = {"PREFER_DATES_FROM": "past", "PARSERS": ["absolute-time"]}
    if base := _day(published):
        settings = {"PREFER_DATES_FROM": "past", "RELATIVE_BASE": base}
    parser = DateDataParser(languages=["en"], settings=settings)
    for offset, piece in pieces(text):
        end = 0
        for words, _ in search_dates(piece, languages=["en"], settings=settings) or ():
            start = piece.find(words, end)
            found = parser.get_date_data(words)
            if start < 0 or not found.date_obj:
                continue
            end = start + len(words)
            day = found.date_obj.date().isoformat()
            value = day[: {"year": 4, "month": 7}.get(found.period, 10)]
            yield {"start": offset + start, "end": offset + end, "type": "DATE", "value": value, "day": day}


def pieces(text: str) -> Iterator[tuple[int, str]]:
    """The text in pieces with their offsets."""
    for line in re.finditer(r"[^\n]+", text):
        for start in range(line.start(), line.end(), PIECE):
            yield start, text[start : min(start + PIECE, line.end())]


def cities(text: str, gazetteer: Gazetteer, smallest: int = SMALLEST_CITY) -> Iterator[tuple[int, int, Row]]:
    """The longest names in each run of capitalised words, as the place of most people."""
    for run in CAPITALISED.finditer(text):
        words = list(re.finditer(r"[^ ]+", run[0]))
        first = 0
        while first < len(words):
            for last in range(len(words) - 1, first - 1, -1):
                start, end = run.start() + words[first].start(), run.start() + words[last].end()
                row = _largest(gazetteer.lookup(text[start:end]), smallest)
                if row:
                    yield start, end, row
                    first = last
                    break
            first += 1


def number_near(word: str, text: str) -> dict[str, int] | None:
    found = re.search(rf"{NUMBER}{NEAR}{word}|{word}{NEAR}{NUMBER.replace('number', 'after')}", text, re.IGNORECASE)
    if not found:
        return None
    number = (found["number"] or found["after"]).lower()
    value = NUMBERS.index(number) if number in NUMBERS else int(number)
    return {"min": value, "max": value}


def _largest(rows: tuple[Row, ...], smallest: int) -> Row | None:
    """A town of that size; or, where any size will do, any place that has a point."""
    known = [r for r in rows if r.lat is not None and (not smallest or (r.kind == "town" and r.population >= smallest))]
    return max(known, key=lambda row: row.population, default=None)


def _day(published: str | None) -> datetime.datetime | None:
    """The end of that day: with its beginning, dateparser takes today's hours for yesterday's."""
    try:
        return datetime.datetime.fromisoformat(str(published)[:10]) + datetime.timedelta(hours=23, minutes=59)
    except ValueError:
        return None


def main(task: str, path: str) -> None:
    tasks: dict[str, Callable[[Line, Gazetteer], Line]] = {"incidents": incidents, "timex": timex, "toponyms": toponyms}
    gazetteer = Gazetteer.open()
    for line in filter(str.strip, Path(path).read_text(encoding="utf-8").split("\n")):
        article = json.loads(line)
        print(json.dumps({"id": article["id"], **tasks[task](article, gazetteer)}), flush=True)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
