"""What a terminal shows: numbers of things in words, and whether it has colours."""

from __future__ import annotations

import os
import sys

__all__ = ["counted", "wants_colour"]


def counted(count: int, word: str) -> str:
    """A number of things in words: ``1 file``, ``2 files``."""
    return f"{count} {word}{'' if count == 1 else 's'}"


def wants_colour() -> bool:
    """Whether to print colours: on a terminal that has them, unless the environment says otherwise.

    NO_COLOR and FORCE_COLOR are read as https://no-color.org and https://force-color.org describe them.
    """
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return os.environ["FORCE_COLOR"] != "0"
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
