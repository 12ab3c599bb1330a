"""The only module that runs Graphviz: in a process of its own, so that a bad graph costs drawings only."""

from __future__ import annotations

import os
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Event, Timer
from types import TracebackType
from typing import IO, Self

__all__ = ["Engine", "Failure", "version"]

_WORKER = (sys.executable, "-P", str(Path(__file__).with_name("worker.py")))

# Python itself needs these to start; everything else in the environment stays outside.
_KEPT = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")


@dataclass(frozen=True)
class Failure:
    """Why a graph could not be laid out; ``is_final`` where no other graph could be either."""

    reason: str
    is_final: bool = False


@cache
def version() -> str:
    """Which Graphviz lays out: what the ``dot`` command calls itself; empty where there is none.

    Python's bindings have a version of their own, and may bring a Graphviz of their own.
    """
    dot = shutil.which("dot")
    try:
        done = subprocess.run([dot, "-V"], capture_output=True, timeout=10, env=_environment()) if dot else None
    except (OSError, subprocess.SubprocessError):
        done = None
    return done.stderr.decode(errors="replace").strip() if done else ""


class Engine:
    """Lays out graphs one by one; use it as a context manager, so that its process ends with it.

    The process starts with the first graph. A graph that takes longer than ``seconds`` or takes the
    process down is a ``Failure``, and the next one gets a new process.
    """

    def __init__(self, seconds: float = 10, worker: Sequence[str] = _WORKER) -> None:
        self._seconds = seconds
        self._worker = worker
        self._process: subprocess.Popen[bytes] | None = None
        self._folder: str | None = None
        self._owner = os.getpid()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def lay_out(self, dots: Sequence[str]) -> list[str | Failure]:
        """What Graphviz says of each graph in turn, in its plain format, or why it says nothing."""
        return [self._laid_out(dot) for dot in dots]

    def close(self) -> None:
        """End the process, if there is one."""
        self._stop()
        if self._folder:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None

    def _laid_out(self, dot: str) -> str | Failure:
        if self._owner != os.getpid():  # a copy of the process that has started it, and that has its folder too
            self._process, self._owner = None, os.getpid()
        try:
            process = self._process or self._start()
        except OSError as problem:
            return Failure(f"Graphviz's process does not start: {problem}", is_final=True)
        late = Event()
        timer = Timer(self._seconds, _expire, [process, late])
        timer.start()
        try:
            sign, answer = _ask(process, dot)
        except (OSError, EOFError):
            return self._broken(late)
        finally:
            timer.cancel()
        return answer if sign == b"+" else _refusal(answer)

    def _start(self) -> subprocess.Popen[bytes]:
        self._folder = self._folder or tempfile.mkdtemp(prefix="pirgen-")
        self._process = subprocess.Popen(
            self._worker,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # fontconfig's and Graphviz's remarks on fonts, which we do not use
            env=_environment(),
            cwd=self._folder,
            start_new_session=True,
        )
        return self._process

    def _broken(self, late: Event) -> Failure:
        self._stop()
        if late.is_set():
            return Failure(f"Graphviz took longer than {self._seconds:g} seconds")
        return Failure("Graphviz crashed, perhaps for want of memory")

    def _stop(self) -> None:
        if self._process is None:
            return
        process, self._process = self._process, None
        _kill(process)
        process.wait()
        for pipe in (process.stdin, process.stdout):
            _close(pipe)


def _ask(process: subprocess.Popen[bytes], dot: str) -> tuple[bytes, str]:
    assert process.stdin
    assert process.stdout
    request = dot.encode()
    process.stdin.write(struct.pack("<I", len(request)) + request)
    process.stdin.flush()
    head = _read(process.stdout, 5)
    return head[:1], _read(process.stdout, struct.unpack("<I", head[1:])[0]).decode()


def _read(pipe: IO[bytes], count: int) -> bytes:
    data = pipe.read(count)
    if len(data) < count:
        raise EOFError
    return data


def _expire(process: subprocess.Popen[bytes], late: Event) -> None:
    late.set()
    _kill(process)


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End the process and what it started."""
    if process.poll() is not None:
        return
    if os.name == "posix":
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()


def _close(pipe: IO[bytes] | None) -> None:
    try:
        if pipe:
            pipe.close()
    except OSError:
        pass  # what was still to be written has no reader any more


def _environment() -> dict[str, str]:
    """Almost nothing; SERVER_NAME makes Graphviz refuse to read any file that a graph names."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return {**kept, "SERVER_NAME": "pirgen", "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


def _refusal(reason: str) -> Failure:
    if "failed to execute" in reason or "No module named 'graphviz'" in reason:
        advice = "run 'pip install pygraphviz', or install the 'dot' command"
        return Failure(f"Graphviz is not installed: {advice}", is_final=True)
    return Failure(f"Graphviz says: {reason.splitlines()[0]}")
