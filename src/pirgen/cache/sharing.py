"""Work that the cache keeps part by part: this process does it from the front, others from the back.

Nothing comes back from the others but what the cache then has. A part that they could not make is made here,
and so are its errors.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from pirgen.cache.store import Cache

if TYPE_CHECKING:
    from multiprocessing.context import ForkProcess

__all__ = ["MANY_TO_HOLD", "in_parts", "shared"]

Item = TypeVar("Item")
Made = TypeVar("Made")

_MOST_OTHERS = 3
_FEWEST_PARTS, _MOST_PARTS = 4, 1_000
_MANY_PARTS, _MOST_OF_MANY = 100, 15
"""Of more parts than these, a copy gives way to a new one after so many: what it has looked at or written over
is in memory twice. Of fewer it makes all, since a new one has to learn a few things again."""

MANY_TO_HOLD = 2_000
"""While more incidents than these are looked through from end to end, no copy works: all would be twice."""

_WIDTH = 4
"""Bytes of a part's number; those of all parts are less than any pipe holds."""


def in_parts(items: Sequence[Item], size: int) -> list[Sequence[Item]]:
    """The items in parts of that size, the last of which may be smaller."""
    return [items[start : start + size] for start in range(0, len(items), size)]


def shared(
    parts: Sequence[Sequence[Item]],
    make: Callable[[Sequence[Item]], Iterable[Made]],
    cache: Cache,
    elsewhere: Callable[[Sequence[Item]], Iterable[object]] | None = None,
) -> Generator[Made, None, None]:
    """What is made of each part, in their order. ``make`` looks into the cache first, and keeps what it makes.

    Other processes help where the first part was new to the cache, and where there are cores for them; they
    make parts as this one does, or ``elsewhere`` says how.
    """
    before = cache.saved
    for part in parts[:1]:
        yield from make(part)
    others = parts[1:]
    is_new = bool(others) and cache.saved - before >= len(parts[0])
    with _helped(others if is_new else (), elsewhere or make, cache) as wait_for_others:
        for part in others:
            wait_for_others()
            yield from make(part)


@contextmanager
def _helped(
    parts: Sequence[Sequence[Item]], make: Callable[[Sequence[Item]], Iterable[object]], cache: Cache
) -> Iterator[Callable[[], None]]:
    """While it is open, others make parts. What it gives waits for them where they have all that are left."""
    count = _others_for(len(parts))
    if not count:
        yield lambda: None
        return
    left = _pipe_of(bytes(len(parts)))
    back = _pipe_of(b"".join(place.to_bytes(_WIDTH) for place in reversed(range(len(parts)))))
    parent = os.getpid()
    most = _MOST_OF_MANY if len(parts) > _MANY_PARTS else len(parts)

    def help_out() -> None:
        _hush()
        cache.reopen()
        for _ in range(most):
            if os.getppid() != parent or not os.read(left, 1):
                return
            place = int.from_bytes(os.read(back, _WIDTH))
            for _ in make(parts[place]):
                pass
            cache.flush()

    def copied() -> ForkProcess:
        cache.flush()
        copy = multiprocessing.get_context("fork").Process(target=help_out, daemon=True)
        copy.start()
        return copy

    others = [copied() for _ in range(count)]

    def wait() -> None:
        is_any_left = os.read(left, 1)
        for place, other in enumerate(others):
            if not is_any_left:
                other.join()
            elif other.exitcode == 0 and _is_alone():
                others[place] = copied()

    try:
        yield wait
    finally:
        for other in others:
            other.kill()
            other.join()
        os.close(left)
        os.close(back)


def _pipe_of(data: bytes) -> int:
    """The end of a pipe that holds no more than this, of which each byte is read by one process only.

    No process that is killed can leave it locked.
    """
    end, start = os.pipe()
    os.write(start, data)
    os.close(start)
    return end


def _others_for(parts: int) -> int:
    """How many processes help: one for each further core, where copies of this one are safe."""
    is_safe = _is_alone() and not multiprocessing.current_process().daemon
    if sys.platform != "linux" or not _FEWEST_PARTS <= parts <= _MOST_PARTS or not is_safe:
        return 0
    return min(len(os.sched_getaffinity(0)) - 1, _MOST_OTHERS)


def _is_alone() -> bool:
    """Whether there are no other threads: a copy has one only, and locks that others held stay shut in it."""
    return threading.active_count() == 1


def _hush() -> None:
    """Print nothing, and leave it to the first process to end at a key."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
