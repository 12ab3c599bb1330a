"""The one way out of a build: the log of MkDocs, and what is printed beside it.

Messages name files and repeat what was written, so what a terminal or a build server would obey is made
harmless here, after MkDocs has formatted and wrapped them. No other module of the plugin prints.
"""

from __future__ import annotations

import copy
import logging
import sys
from typing import Any

import click

from pirgen.wording.printed import printable

__all__ = ["guard_log", "new_bar", "print_note"]


def print_note(text: str) -> None:
    """Print a remark to the error stream."""
    click.echo(printable(text), err=True)


def new_bar(length: int, label: str) -> Any:
    """A bar that shows how far a build is."""
    return click.progressbar(length=length, label=label, file=sys.stderr)


def guard_log() -> None:
    """Have every message of MkDocs and its plugins go out through this door; may be called again."""
    for name in (None, "mkdocs"):
        for handler in logging.getLogger(name).handlers:
            if isinstance(handler, logging.StreamHandler) and not isinstance(handler.formatter, _Printable):
                handler.setFormatter(_Printable(handler.formatter or logging.Formatter()))


class _Printable(logging.Formatter):
    """Formats as another formatter does; the colours in the result are that formatter's own."""

    def __init__(self, formatter: logging.Formatter) -> None:
        super().__init__()
        self._formatter = formatter

    def format(self, record: logging.LogRecord) -> str:
        """The message, ready to be printed."""
        shown = copy.copy(record)
        shown.msg, shown.args = printable(record.getMessage()), None
        return printable(self._formatter.format(shown), in_colour=True)
