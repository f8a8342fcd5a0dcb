"""How the parts of a record are read from plain values (dict, list, str), written back, and described as JSON Schema.

A record is a frozen dataclass whose fields carry `about(shape, sentence)`; nothing is converted but by a shape, and
every value that doesn't fit becomes a problem with its place. YAML scalars arrive as the text that stands in the file.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields
from typing import Any, Generic, TypeVar

from chronology.problem import Path, Problem

Plain = Any
"""str, None, list of Plain, or dict of str to Plain."""
T = TypeVar("T")
Schema = dict[str, Any]


class Flow(dict[str, Plain]):
    """A mapping that is written on one line: {total: 13+, women: 4}."""


class MisfitError(Exception):
    """Raised by a reader: the problems of one value."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Shape(Generic[T]):
    """One kind of value: `read` raises MisfitError, `write` is its inverse, `schema` describes what `read` takes."""

    read: Callable[[Plain, Path], T]
    write: Callable[[T], Plain]
    schema: Schema


def about(shape: Shape[Any], sentence: str) -> dict[str, Any]:
    """Field metadata: its shape, and its meaning in one sentence (shown in the schema and the reference)."""
    return {"shape": shape, "about": sentence}


def scalar(parse: Callable[[str], T], schema: Schema, write: Callable[[T], str] = str) -> Shape[T]:
    """A value written as one scalar; `parse` raises ValueError with one line that says what to write."""

    def read(plain: Plain, at: Path) -> T:
        if not isinstance(plain, str):
            raise MisfitError(Problem(at, f"{_found(plain)} where one value is expected", "write one value", "FORM"))
        try:
            return parse(plain)
        except ValueError as error:
            what, _, todo = str(error).partition("; ")
            raise MisfitError(Problem(at, what, todo or "write what is true, or remove the field", "VALUE")) from None

    return Shape(read, write, schema)


def matching(pattern: str, what: str) -> Shape[str]:
    """Text that fits a pattern; `what` says in words what to write."""
    fits = re.compile(pattern, re.ASCII)

    def parse(text: str) -> str:
        if not fits.fullmatch(text):
            raise ValueError(f"{_short(text)} does not fit; write {what}")
        return text

    return scalar(parse, {"type": "string", "pattern": f"^(?:{pattern})$"})


def one_of(words: Sequence[str]) -> Shape[str]:
    """One word of a closed list."""

    def parse(text: str) -> str:
        if text not in words:
            near = difflib.get_close_matches(text, words, n=1)
            hint = f"did you mean {near[0]!r}?" if near else f"one of: {', '.join(words)}"
            raise ValueError(f"{_short(text)} is not in the list; {hint}")
        return text

    return scalar(parse, {"enum": list(words)})


def _text(text: str) -> str:
    if not text.strip():
        raise ValueError("the text is empty; write something or remove the field")
    for c in text:
        if unicodedata.category(c) in _CONTROLS and c not in _HARMLESS:
            raise ValueError(f"the text holds the control character U+{ord(c):04X}; remove it")
    return text


_CONTROLS = ("Cc", "Cf", "Cs", "Zl", "Zp")
"""Controls, invisible marks (some reorder what follows), halves of characters, separators that YAML takes for line ends."""
_HARMLESS = "\n\t\u00ad\u200c\u200d\u200e\u200f"
"""Among them the soft hyphen, joiners, and marks of right-to-left text."""


def cleaned(text: str) -> str:
    """The text on one line without what TEXT refuses; "" if nothing is left. For what is read from articles."""
    kept = (c if c.isprintable() or c in _HARMLESS else _instead(c) for c in text)
    return " ".join("".join(kept).split())


def _instead(c: str) -> str:
    """Invisible marks stand within words, other controls between them."""
    return "" if unicodedata.category(c) == "Cf" else " "


TEXT: Shape[str] = scalar(_text, {"type": "string", "minLength": 1})


def many(shape: Shape[T]) -> Shape[tuple[T, ...]]:
    """A list of at least one."""

    def read(plain: Plain, at: Path) -> tuple[T, ...]:
        if not isinstance(plain, list):
            raise MisfitError(
                Problem(at, f"{_found(plain)} where a list is expected", "put '- ' before each entry", "FORM")
            )
        if not plain:
            raise MisfitError(Problem(at, "the list is empty", "add an entry or remove the field", "FORM"))
        return tuple(
            _all(
                lambda item, index: shape.read(item, (*at, index)), [(item, index) for index, item in enumerate(plain)]
            )
        )

    return Shape(
        read, lambda values: [shape.write(v) for v in values], {"type": "array", "minItems": 1, "items": shape.schema}
    )


def one_or_many(shape: Shape[T], most: int | None = None) -> Shape[tuple[T, ...]]:
    """One value, or a list of them."""
    several = many(shape)

    def read(plain: Plain, at: Path) -> tuple[T, ...]:
        values = several.read(plain, at) if isinstance(plain, list) else (shape.read(plain, at),)
        if most is not None and len(values) > most:
            raise MisfitError(Problem(at, f"{len(values)} entries", f"give at most {most}", "FORM"))
        return values

    def write(values: tuple[T, ...]) -> Plain:
        return shape.write(values[0]) if len(values) == 1 else several.write(values)

    bound = {} if most is None else {"maxItems": most}
    return Shape(read, write, {"anyOf": [shape.schema, {**several.schema, **bound}]})


def mapping(key_words: Sequence[str], shape: Shape[T]) -> Shape[Mapping[str, T]]:
    """A one-line mapping whose keys are from a closed list."""

    def read(plain: Plain, at: Path) -> Mapping[str, T]:
        entries = _entries(plain, at)
        problems = [
            _unknown((*at, key), key, key_words, value) for key, value in entries.items() if key not in key_words
        ]
        known = [(value, key) for key, value in entries.items() if key in key_words]
        try:
            values = _all(lambda value, key: shape.read(value, (*at, key)), known)
        except MisfitError as misfit:
            raise MisfitError(*problems, *misfit.problems) from None
        if problems:
            raise MisfitError(*problems)
        return dict(zip(entries, values, strict=True))

    return Shape(
        read,
        lambda values: Flow({key: shape.write(value) for key, value in values.items()}),
        {
            "type": "object",
            "minProperties": 1,
            "additionalProperties": False,
            "properties": dict.fromkeys(key_words, shape.schema),
        },
    )


def record(cls: type[T], *, flow: bool = False) -> Shape[T]:
    """A mapping with the fields of the dataclass `cls`; a field without default is required."""
    parts: dict[str, Shape[Any]] = {f.name: f.metadata["shape"] for f in fields(cls)}  # type: ignore[arg-type]
    defaults = {f.name: f.default for f in fields(cls)}  # type: ignore[arg-type]
    required = [name for name, default in defaults.items() if default is MISSING]

    def read(plain: Plain, at: Path) -> T:
        entries = _entries(plain, at)
        problems = [_unknown((*at, key), key, list(parts), value) for key, value in entries.items() if key not in parts]
        problems += [
            Problem(at, f"{name!r} is missing", f"add {name}: ...", "MISSING")
            for name in required
            if name not in entries
        ]
        values = {}
        for name, shape in parts.items():
            if name not in entries:
                continue
            try:
                values[name] = shape.read(entries[name], (*at, name))
            except MisfitError as misfit:
                problems += misfit.problems
        if problems:
            raise MisfitError(*problems)
        try:
            return cls(**values)
        except ValueError as error:  # a rule on the whole record, in its __post_init__
            what, _, todo = str(error).partition("; ")
            raise MisfitError(Problem(at, what, todo, "VALUE")) from None

    def write(value: T) -> Plain:
        form = Flow if flow else dict
        return form(
            (name, shape.write(getattr(value, name)))
            for name, shape in parts.items()
            if getattr(value, name) != defaults[name]
        )

    return Shape(read, write, _object_schema(cls, parts, required))


def _object_schema(cls: Any, parts: Mapping[str, Shape[Any]], required: list[str]) -> Schema:
    properties = {f.name: {"description": f.metadata["about"], **parts[f.name].schema} for f in fields(cls)}
    schema: Schema = {"type": "object", "additionalProperties": False, "properties": properties}
    return {**schema, "required": required} if required else schema


def _entries(plain: Plain, at: Path) -> dict[str, Plain]:
    if not isinstance(plain, dict):
        raise MisfitError(
            Problem(at, f"{_found(plain)} where fields are expected", "write 'field: value' lines", "FORM")
        )
    if not plain:
        raise MisfitError(Problem(at, "no fields", "add one or remove it", "FORM"))
    return plain


def _unknown(at: Path, key: str, known: Sequence[str], value: Plain) -> Problem:
    near = difflib.get_close_matches(key, known, n=1, cutoff=0.5)
    todo = f"did you mean {near[0]!r}?" if near else f"one of: {', '.join(known)}"
    if value is None and not near:  # {by: police, Kabul} reads as two fields
        todo = "a comma inside {...} begins a new field: quote the value that holds it"
    return Problem(at, f"unknown field {_short(key)}", todo, "FIELD")


def _all(read: Callable[[Any, Any], T], items: Sequence[tuple[Any, Any]]) -> list[T]:
    """Reads every (value, key), so that all problems come at once."""
    values: list[T] = []
    problems: list[Problem] = []
    for value, key in items:
        try:
            values.append(read(value, key))
        except MisfitError as misfit:
            problems += misfit.problems
    if problems:
        raise MisfitError(*problems)
    return values


def _found(plain: Plain) -> str:
    names = {list: "a list", dict: "fields", type(None): "nothing"}
    return names.get(type(plain), _short(str(plain)))


def _short(text: str) -> str:
    return repr(text if len(text) <= 60 else text[:57] + "...")
