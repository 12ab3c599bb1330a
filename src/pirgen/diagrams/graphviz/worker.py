"""The other end of the engine's pipe: lays out one graph after the other, in a process that may be killed.

Run as a file, so that it imports nothing of ours. A request is a length and DOT text; a reply is a
sign (``+`` or ``-``), a length, and Graphviz's plain text or a reason.
"""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import IO

_MEMORY = 2 * 1024**3


def main() -> None:
    """Answer requests until the pipe closes."""
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not end up among the replies
    _limit_memory()
    lay_out = _engine()
    while (request := _read(sys.stdin.buffer)) is not None:
        sign, answer = _attempt(lay_out, request.decode())
        replies.write(sign + struct.pack("<I", len(answer)) + answer)
        replies.flush()
    _leave()


def _leave() -> None:
    """Take the empty folder away that was made for this process, in case nobody is left who would."""
    folder = os.getcwd()
    with suppress(OSError):
        os.chdir(os.path.dirname(folder))
        os.rmdir(folder)


def _attempt(lay_out: Callable[[str], bytes], dot: str) -> tuple[bytes, bytes]:
    try:
        return b"+", lay_out(dot)
    except Exception as problem:  # every way to fail is an answer
        return b"-", (str(problem).strip() or type(problem).__name__).encode()


def _engine() -> Callable[[str], bytes]:
    try:
        import pygraphviz

        return lambda dot: bytes(pygraphviz.AGraph(string=dot).draw(format="plain", prog="dot"))
    except ImportError:
        import graphviz  # type: ignore[import-untyped]

        return lambda dot: bytes(graphviz.Source(dot).pipe(format="plain", quiet=True))


def _limit_memory() -> None:
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    except (ImportError, OSError, ValueError):
        pass  # not every system can


def _read(pipe: IO[bytes]) -> bytes | None:
    head = pipe.read(4)
    return pipe.read(struct.unpack("<I", head)[0]) if len(head) == 4 else None


if __name__ == "__main__":
    main()
