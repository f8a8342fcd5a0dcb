"""What an article's maker states beside the text (front matter, JSON keys, metadata) -> values, or why not."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from chronology import incident, shape
from chronology.problem import ChronologyError


@dataclass(frozen=True, slots=True)
class Stated:
    """Each value as it stands there, on one line; None where nothing usable is stated."""

    id: str | None = None
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: datetime.date | None = None
    published_text: str | None = None
    """A publication date in another form than 2022-02-03, as it stands there."""
    url: str | None = None
    archived: str | None = None
    language: str | None = None


def read(where: str, stated: Mapping[str, object]) -> tuple[Stated, tuple[ChronologyError, ...]]:
    """The values, and a remark for each that can't be used; other keys are ignored."""
    values: dict[str, Any] = {}
    remarks = []
    for key, read_value in _READERS.items():
        try:
            line = _line(key, stated.get(key))
            values[key] = None if line is None else read_value(key, line)
        except ValueError as error:
            remarks.append(ChronologyError(where, *error.args))
    if isinstance(values.get("published"), str):
        values["published_text"] = values.pop("published")
    return Stated(**values), tuple(remarks)


def check_characters(what: str, value: str) -> None:
    """Refuse what no UTF-8 file can hold, or no text has: ValueError(what was found, what to do)."""
    try:
        value.encode()
    except UnicodeEncodeError as error:
        found = f"{what} has half a character (U+{ord(value[error.start]):04X}) at {error.start}"
        raise ValueError(found, "write the whole character, in UTF-8") from None
    if "\0" in value:
        raise ValueError(f"{what} has a NUL character", "remove it")


def _line(key: str, value: object) -> str | None:
    """One line of text, None if nothing is stated."""
    if key == "id" and isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if key == "author" and isinstance(value, list) and all(isinstance(name, str) for name in value):
        value = ", ".join(value)
    if value is None:
        return None
    if not isinstance(value, str):
        raise ValueError(f"its {key} is not text and was left out", f"write {key} as one line of text")
    if len(value) > 2000:
        raise ValueError(f"its {key} has {len(value):,} characters and was left out", "shorten it to 2,000 at most")
    check_characters(f"its {key}", value)
    return shape.cleaned(value) or None


def _as_written(_: str, value: str) -> str:
    return value


def _day(key: str, value: str) -> datetime.date | str:
    """The day of "2022-02-03" or "2022-02-03T13:38:00+03:00"; another form as it stands, for whoever reads dates."""
    written = re.fullmatch(r"(\d{4}-\d\d-\d\d)(?:[T ]\d\d:?\d\d.{0,30})?", value, re.ASCII)
    if written is None:
        return value
    try:
        return datetime.date.fromisoformat(written[1])
    except ValueError:
        raise ValueError(f"{key} is {value!r}, which is no day, and was left out", "write it as 2022-02-03") from None


def _address(key: str, value: str) -> str:
    try:
        return incident.URL.read(value, ())
    except shape.MisfitError:
        raise ValueError(f"{key} is {value!r} and was left out", "write an address that begins with https://") from None


def _language(key: str, value: str) -> str:
    written = re.fullmatch(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9_-]{1,30})?", value)
    if not written:
        raise ValueError(f"{key} is {value!r} and was left out", "write its code, such as en")
    return written[1].lower()


_READERS = {
    "id": _as_written,
    "title": _as_written,
    "publisher": _as_written,
    "author": _as_written,
    "published": _day,
    "url": _address,
    "archived": _address,
    "language": _language,
}
