"""What libyaml lets pass although YAML 1.2 forbids it, so that every program reads a file in the same way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from chronology.problem import Problem

_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#.*", re.MULTILINE)
_HEADER = re.compile(r"[|>][-+0-9]*(?:[ \t]+#.*)?\s*")  # killed: |- # as the ministry counts


@dataclass(frozen=True, slots=True)
class Node:
    """A scalar, or a list or mapping in brackets; `start` and `end` are the parser's marks (line and column from 0)."""

    style: str
    """plain, quoted, block (| or >) or brackets."""
    start: Any
    end: Any
    around: int
    """The column of the block list or mapping that holds it; -1: none does."""
    nested: bool
    """Whether it stands inside brackets."""


def problems(text: str, nodes: Sequence[Node]) -> Iterator[Problem]:
    """Every place that a strict reader refuses; the scalars among `nodes` in the order of the text.

    A plain scalar may be left out if it is on one line, holds no # and is no dash.
    """
    lines = text.split("\n")
    free = _without_scalars(text, nodes)
    for number, line in enumerate(free):
        if line.startswith("%"):
            yield _problem(number, 0, "a directive", "remove the line")
        elif "#" in line and "#" in _COMMENT.sub("", line):
            yield _problem(
                number, line.index("#"), "a # right after a value", "put a space before it, or quote the value"
            )
    inside_text = {number for node in nodes if node.style == "block" for number in _lines_after_the_first(node)}
    for number, line in enumerate(lines):
        left = line[: len(line) - len(line.lstrip())]
        if "\t" in left and line.strip() and number not in inside_text:
            yield _problem(number, left.index("\t"), "a tab", "indent with spaces")
    for node in nodes:
        yield from _of_node(node, lines, text)


def _of_node(node: Node, lines: Sequence[str], text: str) -> Iterator[Problem]:
    first = node.start.line, node.start.column
    if node.style == "block" and not _HEADER.fullmatch(lines[first[0]][first[1] :]):
        yield _problem(*first, "something right after | or >", "begin the text on the next line")
    if node.style == "plain" and text[node.start.index : node.end.index].strip() == "-":
        yield _problem(*first, "a lone dash", "write a value, or quote it")
    if node.style in ("quoted", "brackets") and not node.nested:
        for number in _lines_after_the_first(node):
            bare = lines[number].lstrip(" ")
            comment = node.style == "brackets" and bare.startswith("#")
            if bare.strip() and not comment and len(lines[number]) - len(bare) <= node.around:
                yield _problem(
                    number, 0, "a line that stands too far left", f"it belongs to line {first[0] + 1}: indent it"
                )
                return


def _lines_after_the_first(node: Node) -> range:
    return range(node.start.line + 1, node.end.line + (node.end.column > 0))


def _without_scalars(text: str, nodes: Sequence[Node]) -> list[str]:
    """The lines of the text with an x for each character of a scalar."""
    parts, done = [], 0
    for node in nodes:
        if node.style != "brackets":
            parts += [text[done : node.start.index], re.sub(r"[^\n]", "x", text[node.start.index : node.end.index])]
            done = node.end.index
    return "".join([*parts, text[done:]]).split("\n")


def _problem(line: int, column: int, what: str, todo: str) -> Problem:
    return Problem((), what, todo, "YAML", line=line + 1, column=column + 1)
