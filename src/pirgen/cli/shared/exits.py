"""How commands end: the exit codes, and one line where a command could not be carried out."""

from __future__ import annotations

import errno
import sys
from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from pirgen.errors import UNUSABLE, PirgenError, refused

__all__ = ["FOUND", "stops_cleanly"]

FOUND = 1
"""The exit code where something was found."""


def stops_cleanly(command: Callable[..., None]) -> Callable[..., None]:
    """Say in one line why a command could not be carried out, and exit with 2."""

    @wraps(command)
    def run(*arguments: Any, **options: Any) -> None:
        try:
            command(*arguments, **options)
        except PirgenError as problem:
            click.echo(f"pirgen: {problem}", err=True)
            sys.exit(UNUSABLE)
        except OSError as problem:
            if problem.errno == errno.EPIPE:  # whoever read has had enough, which click takes quietly
                raise
            click.echo(f"pirgen: {refused(problem)}", err=True)
            sys.exit(UNUSABLE)

    return run
