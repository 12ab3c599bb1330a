"""How commands end: the exit codes, and one line where a command could not be carried out."""

from __future__ import annotations

import errno
from collections.abc import Callable
from functools import wraps
from typing import Any

from pirgen.cli.shared.terminal import stop
from pirgen.errors import PirgenError, refused

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
            stop(str(problem))
        except OSError as problem:
            if problem.errno == errno.EPIPE:  # whoever read has had enough, which click takes quietly
                raise
            stop(refused(problem))

    return run
