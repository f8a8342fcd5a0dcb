"""What the commands write: lines for people, lines of JSON, and how they end."""

from __future__ import annotations

import errno
import json
import sys
from typing import Any

import click

from chronology.problem import ChronologyError, one_line


class Commands(click.Group):
    """Writes UTF-8 whatever the locale, and ends with one line where there is something that a user can mend."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)  # in the order of work, not of the alphabet

    def main(self, *args: Any, **more: Any) -> Any:
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        return super().main(*args, **more)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except ChronologyError as error:
            complain(str(error))
        except OSError as error:
            if error.errno == errno.EPIPE:  # nobody reads on (| head): click ends quietly
                raise
            what = (error.strerror or str(error)).lower()
            todo = "check the path, the permissions and the room on the disk"
            complain(str(ChronologyError(str(error.filename or "writing"), what, todo)))
        return ctx.exit(1)


def say(line: str) -> None:
    """A line of the result. It may hold an article's words: what would steer a terminal is written out."""
    click.echo(one_line(line))


def say_json(line: dict[str, Any]) -> None:
    """A line of the result for programs."""
    click.echo(json.dumps(line, ensure_ascii=False))


def complain(line: str) -> None:
    """A line beside the result."""
    click.echo(one_line(line), err=True)


def count(number: int, what: str) -> str:
    """1 incident, 2 incidents."""
    return f"{number:,} {what}{'s' * (number != 1)}"


class Progress:
    """One line on a terminal that is written over, and gone when something else is said."""

    def __init__(self, shown: bool) -> None:
        self._shown = shown and sys.stderr.isatty()
        self._line = ""

    def show(self, line: str) -> None:
        """Replaces the line; "" removes it."""
        if self._shown and (line or self._line):
            click.echo(f"\r{line:<{len(self._line)}}" + ("" if line else "\r"), nl=False, err=True)
            self._line = line
