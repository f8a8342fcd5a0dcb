"""Other open tools that read time expressions, measured where they are installed: lines as of `explain --json`.

    python benchmarks/peers.py recognizers-text|spacy ARTICLES.jsonl

Where a tool offers several readings of a weekday or a month, the last one before publication is taken, which is what
news mean; spaCy only finds the words, dateparser reads them.
"""

from __future__ import annotations

import datetime
import importlib.util
import json
import re
import sys
from collections.abc import Callable, Iterator
from importlib import metadata
from pathlib import Path
from typing import Any

Line = dict[str, Any]
Reader = Callable[[str, datetime.datetime], Iterator[Line]]


def installed() -> list[str]:
    names = {
        "recognizers-text": importlib.util.find_spec("recognizers_date_time") is not None,
        "spacy": importlib.util.find_spec("spacy") is not None and bool(_spacy_models()),
    }
    return [name for name, here in names.items() if here]


def recognizers() -> Reader:
    from recognizers_date_time import recognize_datetime

    kinds = {"date": "DATE", "daterange": "DATE", "duration": "DURATION", "set": "SET"}

    def read(text: str, published: datetime.datetime) -> Iterator[Line]:
        for line in re.finditer(r"[^\n]+", text):  # whole texts of 30 KB take it minutes
            for found in recognize_datetime(line[0], "en-us", reference=published):
                readings = (found.resolution or {}).get("values") or [{}]
                kind = kinds.get(readings[0].get("type", ""), "TIME")
                value = _value(readings, published.date().isoformat())
                start, end = line.start() + found.start, line.start() + found.end + 1
                yield {"start": start, "end": end, "type": kind, "value": value}

    return read


def spacy() -> Reader:
    import spacy as package
    from dateparser.date import DateDataParser

    pipeline = package.load(_spacy_models()[0], exclude=["parser", "lemmatizer", "attribute_ruler"])

    def read(text: str, published: datetime.datetime) -> Iterator[Line]:
        settings: dict[str, Any] = {"PREFER_DATES_FROM": "past", "RELATIVE_BASE": published}
        parser = DateDataParser(languages=["en"], settings=settings)
        for entity in pipeline(text).ents:
            if entity.label_ not in ("DATE", "TIME"):
                continue
            found = parser.get_date_data(entity.text)
            length = {"year": 4, "month": 7}.get(found.period, 10)
            value = found.date_obj.date().isoformat()[:length] if found.date_obj else ""
            yield {"start": entity.start_char, "end": entity.end_char, "type": entity.label_, "value": value}

    return read


READERS = {"recognizers-text": recognizers, "spacy": spacy}


def _value(readings: list[Line], published: str) -> str:
    """A TIMEX3 value: what the tool writes, completed from its reading where it leaves the year or the week open."""
    past = [reading for reading in readings if str(reading.get("value") or reading.get("start")) <= published]
    reading = past[-1] if past else readings[0]
    written, day = str(reading.get("timex", "")), str(reading.get("value") or reading.get("start") or "")
    if "X" not in written and not written.startswith("("):
        return written
    return day[:7] if len(written) == 7 and reading.get("start") else day.replace(" ", "T")


def _spacy_models() -> list[str]:
    return sorted(entry.name for entry in metadata.entry_points(group="spacy_models") if entry.name.startswith("en"))


def main(name: str, path: str) -> None:
    read = READERS[name]()
    for line in filter(str.strip, Path(path).read_text(encoding="utf-8").split("\n")):
        article = json.loads(line)
        published = datetime.datetime.fromisoformat(article["published"][:10]) + datetime.timedelta(hours=23)
        print(json.dumps({"id": article["id"], "timex": list(read(article["text"], published))}), flush=True)


if __name__ == "__main__":
    if len(sys.argv) != 3 or sys.argv[1] not in READERS:
        sys.exit(__doc__)
    main(*sys.argv[1:])
