"""The one way out of a command: all that it prints, for people and for programs, is printed here.

Files hold what anyone wrote, so what a terminal or a build server would obey is made harmless at this door
(``wording/printed.py``), after every wrapping. No other module of the commands prints; a test holds that.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any, NoReturn

import click

from pirgen.cli.shared.slips import explained
from pirgen.errors import UNUSABLE
from pirgen.wording.printed import printable

__all__ = [
    "HarmlessGroup",
    "is_watched",
    "print_data",
    "print_note",
    "print_text",
    "stop",
    "wants_colour",
]


def print_text(text: str, end: str = "\n") -> None:
    """Print text for people; the colours in it are kept where the terminal has them."""
    colour = wants_colour()
    click.echo(printable(text, in_colour=colour) + end, nl=False, color=colour)


def print_data(data: str | bytes) -> None:
    """Print what a program reads: JSON, a drawing, commands for a build server; it escapes in its own way."""
    click.echo(data, nl=False, color=True)


def print_note(text: str) -> None:
    """Print a remark for people to the error stream, apart from what was asked for."""
    click.echo(printable(text), err=True)


def stop(reason: str) -> NoReturn:
    """Say why a command could not be carried out, and end it with that exit code."""
    print_note(f"pirgen: {reason}")
    sys.exit(UNUSABLE)


class HarmlessGroup(click.Group):
    """Commands whose usage errors, which repeat what was written, go out through this door too."""

    def make_context(self, *arguments: Any, **options: Any) -> click.Context:
        """Read the options before the command."""
        with _harmless_errors():
            return super().make_context(*arguments, **options)

    def invoke(self, ctx: click.Context) -> Any:
        """Read the command with its options, and run it."""
        with _harmless_errors():
            return super().invoke(ctx)


class _HarmlessError(click.ClickException):
    """An error of a command line as click words it, ready to be printed."""

    exit_code = UNUSABLE  # as click has it for usage errors

    def __init__(self, error: click.UsageError) -> None:
        worded = io.StringIO()
        error.show(worded)
        super().__init__(worded.getvalue().rstrip("\n"))

    def show(self, file: IO[Any] | None = None) -> None:
        """Print it."""
        print_note(self.message)


@contextmanager
def _harmless_errors() -> Iterator[None]:
    try:
        yield
    except click.UsageError as error:
        raise _HarmlessError(explained(error)) from error


def wants_colour() -> bool:
    """Whether to print colours: on a terminal that has them, unless the environment says otherwise.

    NO_COLOR and FORCE_COLOR are read as https://no-color.org and https://force-color.org describe them.
    """
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return os.environ["FORCE_COLOR"] != "0"
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def is_watched() -> bool:
    """Whether somebody watches the error stream, so that progress is worth a line."""
    return sys.stderr.isatty()
