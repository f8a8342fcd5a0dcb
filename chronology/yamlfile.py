"""Strict YAML: text in, plain values with line and column out. Every scalar stays the text that stands in the file.

Read from the parser's events, not composed or constructed: so `13:38`, `NO` and `0123` stay as they are, nesting is
bounded before anything recurses (the C composer crashes the interpreter at 100,000 brackets), and each value has a place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from chronology import yamlfile_strict
from chronology.problem import Path, Problem
from chronology.shape import Flow, Plain
from chronology.yamlfile_strict import Node

MAX_CHARACTERS = 1_000_000
MAX_DEPTH = 20
LONGEST_FLOW = 105
_PARSER = getattr(yaml, "CLoader", yaml.Loader)
_OTHER_LINE_ENDS = re.compile("\r(?!\n)|[\x85\u2028\u2029]")
Position = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Document:
    """What a YAML text holds. `positions` has the line and column (from 1) of every key and list entry."""

    value: Plain
    positions: dict[Path, Position]
    problems: tuple[Problem, ...] = ()


def load(text: str) -> Document:
    """The value of one YAML document; whatever is refused is in `problems`, with line and column."""
    if len(text) > MAX_CHARACTERS:
        return _refused(1, 1, f"{len(text):,} characters", f"an incident file has at most {MAX_CHARACTERS:,}")
    text = text.removeprefix("\ufeff")
    if not text.strip():
        return _refused(1, 1, "the file is empty", "write an incident or remove the file")
    if m := _OTHER_LINE_ENDS.search(text):
        line = text.count("\n", 0, m.start()) + 1
        return _refused(
            line,
            m.start() - text.rfind("\n", 0, m.start()),
            "a line end that others take for none",
            "end lines with \\n",
        )
    return _Reading(text).document()


def dump(value: Plain) -> str:
    """The YAML text of plain values; mappings of type Flow stand on one line."""
    return _serialize(_node(value))


def _serialize(node: yaml.Node) -> str:
    return str(yaml.serialize(node, Dumper=_Dumper, allow_unicode=True, width=120))


def _block_list(entries: list[Plain]) -> str:
    nodes = [_node(entry) for entry in entries]
    return _serialize(yaml.SequenceNode("tag:yaml.org,2002:seq", nodes, flow_style=False))


def append(text: str, entries: Mapping[str, list[Plain]]) -> str | None:
    """The text with entries added at the end of top-level lists; every line that stood there stays as it was.

    None if that can't be done without touching a line (a list on one line, a text that isn't readable).
    """
    before = load(text)
    if before.problems or not isinstance(before.value, dict):
        return None
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = text.split(newline)
    expected = dict(before.value)
    # from the last list to the first, so that the line numbers of those above stay right
    for key in sorted(entries, key=lambda key: before.positions.get((key,), (0, 0)), reverse=True):
        expected[key] = [*expected.get(key, []), *entries[key]]
        if (key,) not in before.positions:
            end, block = _last_line(lines, len(lines)), dump({key: entries[key]})
        elif (key, 0) in before.positions and before.positions[key, 0][0] > before.positions[key,][0]:
            starts = [line for at, (line, _) in before.positions.items() if len(at) == 1]
            following = [line for line in starts if line > before.positions[key,][0]]
            end = _last_line(lines, min(following, default=len(lines) + 1) - 1)
            first = lines[before.positions[key, 0][0] - 1]
            indent = first[: len(first) - len(first.lstrip(" "))]
            block = "".join(indent + line + "\n" for line in _block_list(entries[key]).splitlines())
        else:
            return None
        lines[end:end] = block.splitlines()
    patched = newline.join(lines)
    after = load(patched)
    return patched if not after.problems and after.value == expected else None


def _last_line(lines: list[str], end: int) -> int:
    """How many of the first `end` lines there are up to the last that is neither blank nor a comment."""
    while end and (not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#")):
        end -= 1
    return end


class _Dumper(yaml.SafeDumper):
    """Resolves nothing implicitly, so a plain scalar is written plain; lists are indented under their key."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012  replaces the class attribute of the same name

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def _node(value: Plain, flow: bool = False) -> yaml.Node:
    if isinstance(value, dict):
        # a mapping for one line that does not fit on one stands on several
        flow = flow or (isinstance(value, Flow) and sum(len(f"{k}: {v}, ") for k, v in value.items()) < LONGEST_FLOW)
        pairs = [(_node(key), _node(item, flow)) for key, item in value.items()]
        return yaml.MappingNode("tag:yaml.org,2002:map", pairs, flow_style=flow)
    if isinstance(value, list):
        # a short list of words stands on one line: aka: [Atma, Atmeh]
        flow = flow or all(isinstance(item, str) and len(item) < 30 for item in value)
        return yaml.SequenceNode("tag:yaml.org,2002:seq", [_node(item, flow) for item in value], flow_style=flow)
    return yaml.ScalarNode("tag:yaml.org,2002:str", value, style=_style(value, flow))


def _style(text: str, flow: bool) -> str | None:
    """How a text has to be quoted; None leaves it to the emitter."""
    if _OTHER_LINE_ENDS.search(text) or "\r" in text:
        return '"'  # only there they can be written so that they stay
    return "'" if text == "" else "|" if "\n" in text and not flow else None


class _Reading:
    """One pass over the parser's events."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._events: Iterator[Any] = yaml.parse(text, Loader=_PARSER)
        self._positions: dict[Path, Position] = {}
        self._problems: list[Problem] = []
        self._nodes: list[Node] = []
        self._around = -1
        """The column of the innermost block list or mapping."""
        self._brackets = 0

    def document(self) -> Document:
        value: Plain = None
        try:
            next(self._events)  # the stream begins
            if not isinstance(next(self._events), yaml.DocumentStartEvent):
                return _refused(1, 1, "nothing but comments", "write an incident or remove the file")
            value = self._value(next(self._events), ())
            next(self._events)  # the document ends
            extra = next(self._events)
            if isinstance(extra, yaml.DocumentStartEvent):
                self._refuse(extra, (), "a second document", "one file holds one; remove '---' and what follows")
            self._problems += yamlfile_strict.problems(self._text, self._nodes)
        except yaml.YAMLError as error:
            self._problems.append(_syntax(error, self._text))
        except _TooDeepError:
            pass
        return Document(value, self._positions, tuple(self._problems))

    def _value(self, event: Any, at: Path) -> Plain:
        self._positions.setdefault(at, _position(event))
        if isinstance(event, yaml.AliasEvent):
            self._refuse(event, at, f"an alias (*{event.anchor})", "write the value out, or quote it")
            return None
        if event.anchor is not None:
            self._refuse(event, at, f"an anchor (&{event.anchor})", "write the value out where it is used")
        if event.tag not in (None, "!"):
            self._refuse(event, at, f"a tag ({event.tag})", "remove it; every value is text")
        if len(at) > MAX_DEPTH:
            self._refuse(event, at, f"nested more than {MAX_DEPTH} deep", "an incident file needs 4")
            raise _TooDeepError
        if isinstance(event, yaml.ScalarEvent):
            self._note(event, event)
            return None if event.value == "" and event.implicit[0] and not event.style else event.value
        return self._collection(event, at)

    def _collection(self, start: Any, at: Path) -> Plain:
        around, in_brackets = self._around, bool(start.flow_style)
        if in_brackets:
            self._brackets += 1
        else:
            self._around = start.start_mark.column
        value, end = self._list(at) if isinstance(start, yaml.SequenceStartEvent) else self._mapping(at)
        self._around = around
        if in_brackets:
            self._brackets -= 1
            self._note(start, end)
        return value

    def _note(self, start: Any, end: Any) -> None:
        """Keeps where a value stands, for what the parser itself doesn't see."""
        one_word = end is start and not start.style and start.start_mark.line == start.end_mark.line
        if one_word and "#" not in start.value and start.value != "-":
            return
        styles = {"'": "quoted", '"': "quoted", "|": "block", ">": "block"}
        style = styles.get(start.style or "", "plain") if isinstance(start, yaml.ScalarEvent) else "brackets"
        self._nodes.append(Node(style, start.start_mark, end.end_mark, self._around, self._brackets > 0))

    def _list(self, at: Path) -> tuple[list[Plain], Any]:
        values: list[Plain] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            values.append(self._value(event, (*at, len(values))))
        return values, event

    def _mapping(self, at: Path) -> tuple[dict[str, Plain], Any]:
        values: dict[str, Plain] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = event.value if isinstance(event, yaml.ScalarEvent) else None
            if isinstance(event, yaml.ScalarEvent):
                self._note(event, event)
            if key is None:
                self._refuse(event, at, "a list or mapping as a field's name", "a field's name is one word")
                self._value(event, (*at, "?"))
            elif key in values:
                self._refuse(event, (*at, key), f"{key!r} a second time", "a field stands once; join the two")
            elif key == "<<":
                self._refuse(event, (*at, key), "a merge key (<<)", "write the fields out")
            if key is not None and (event.anchor is not None or event.tag not in (None, "!")):
                self._refuse(event, (*at, key), "an anchor or tag on a field's name", "remove it")
            self._positions.setdefault((*at, key or "?"), _position(event))
            value = self._value(next(self._events), (*at, key or "?"))
            if key is not None and key != "<<":
                values.setdefault(key, value)
        return values, event

    def _refuse(self, event: yaml.Event, at: Path, what: str, todo: str) -> None:
        line, column = _position(event)
        self._problems.append(Problem(at, what, todo, "YAML", line=line, column=column))


class _TooDeepError(Exception):
    """Stops reading before anything recurses too far."""


def _position(event: Any) -> Position:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _syntax(error: yaml.YAMLError, text: str) -> Problem:
    mark = getattr(error, "problem_mark", None)
    lines = text.split("\n")
    line, column = (min(mark.line + 1, len(lines)), mark.column + 1) if mark else _control_character(text)
    if lines[line - 1][column - 1 : column] == "\t":
        return Problem((), "a tab", "indent with spaces", "YAML", line=line, column=column)
    what = " ".join(str(part) for part in (getattr(error, "problem", None), getattr(error, "context", None)) if part)
    what = what or "a character that YAML does not allow"
    todo = "mend this place; quote text that holds ': ' or ' #' or begins with a sign"
    return Problem((), f"not YAML: {what}", todo, "YAML", line=line, column=column)


def _control_character(text: str) -> Position:
    """Where the first character stands that YAML doesn't allow; the reader's own error gives no line."""
    for number, line in enumerate(text.split("\n"), 1):
        for column, c in enumerate(line, 1):
            if not c.isprintable() and c != "\t" and not c.isspace():
                return number, column
    return 1, 1


def _refused(line: int, column: int, what: str, todo: str) -> Document:
    return Document(None, {}, (Problem((), what, todo, "YAML", line=line, column=column),))
