"""A bar while a long build draws."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from pirgen import pipeline
from pirgen.plugin.terminal import new_bar

_LONG_BUILD = 60
"""How many drawings make a build long enough for a progress bar."""


@contextmanager
def progress_bar(label: str) -> Iterator[pipeline.Progress | None]:
    """A bar while a long build draws, where somebody is watching a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    bar: Any = None

    def advance(done: int, total: int) -> None:
        nonlocal bar
        if total >= _LONG_BUILD and bar is None:
            bar = new_bar(total, label)
            bar.__enter__()
        if bar is not None:
            bar.update(done - bar.pos)

    try:
        yield advance
    finally:
        if bar is not None:
            bar.__exit__(None, None, None)
