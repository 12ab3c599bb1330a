"""Marks what a running program is writing, so that only what a killed one has left is removed."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

__all__ = ["CAN_TELL", "hold", "is_free", "release"]

CAN_TELL = fcntl is not None
"""Whether it can be told here which drafts are in use."""


def hold(path: Path) -> int | None:
    """Mark a file or folder as in use until it is released, or this program ends."""
    if fcntl is None:
        return None
    descriptor = os.open(path, os.O_RDONLY)
    with contextlib.suppress(OSError):  # a file system without locks
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    return descriptor


def release(descriptor: int | None) -> None:
    """End that."""
    if descriptor is not None:
        with contextlib.suppress(OSError):
            os.close(descriptor)


def is_free(path: Path) -> bool:
    """Whether no running program has marked it; False where that cannot be told."""
    if fcntl is None:
        return False
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
    except OSError:
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    finally:
        os.close(descriptor)
    return True
