"""Room on Python's stack for recursion whose depth is known beforehand."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["DEEPEST", "room_for"]

DEEPEST = 20_000
"""The deepest recursion that we ask for."""

_SPARE = 1_000


@contextmanager
def room_for(levels: int) -> Iterator[None]:
    """Let functions call themselves that deep, at most ``DEEPEST``, and put the old limit back."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(before + min(levels, DEEPEST) + _SPARE)
    try:
        yield
    finally:
        sys.setrecursionlimit(before)
