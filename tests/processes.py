"""Commands as processes: in copies of this one where there can be any, which do not read every module again."""

from __future__ import annotations

import os
import runpy
import subprocess
import sys
import traceback
import warnings
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

_run = subprocess.run


def run(
    module: str, *arguments: str, folder: Path, is_merged: bool = False, **variables: str
) -> subprocess.CompletedProcess[str]:
    """What ``python -m module`` says and ends with in a folder, with variables in its environment.

    Errors are among what it says otherwise where both are to be merged.
    """
    with TemporaryFile("w+") as out, TemporaryFile("w+") as errors:
        streams = (out, out if is_merged else errors)
        if hasattr(os, "fork"):
            child = copied(partial(_main, module, arguments, folder, variables, streams))
            code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        else:
            command, environment = [sys.executable, "-m", module, *arguments], {**os.environ, **variables}
            code = _run(command, cwd=folder, env=environment, stdout=streams[0], stderr=streams[1]).returncode
        said = [(stream.seek(0), stream.read())[1] for stream in (out, errors)]
    return subprocess.CompletedProcess([module, *arguments], code, *said)


def copied(work: Callable[[], object]) -> int:
    """The id of a copy of this process that does some work and ends."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # a copy has no other threads
        child = os.fork()
    if child:
        return child
    code: Any = 1
    try:
        work()
        code = 0
    except SystemExit as end:
        code = end.code or 0
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code if isinstance(code, int) else 1)


def _main(
    module: str, arguments: Sequence[str], folder: Path, variables: dict[str, str], streams: Sequence[IO[str]]
) -> None:
    for own, stream in enumerate(streams, 1):
        os.dup2(stream.fileno(), own)
    sys.stdout, sys.stderr = open(1, "w"), open(2, "w")  # noqa: SIM115
    os.chdir(folder)
    os.environ.update(variables)
    subprocess.run = _run_here  # type: ignore[assignment]
    _run_module(module, arguments)


def _run_module(module: str, arguments: Sequence[str]) -> None:
    sys.argv = [module, *arguments]
    sys.modules.pop(f"{module}.__main__", None)  # runpy warns of one
    runpy.run_module(module, run_name="__main__", alter_sys=True)


def _run_here(command: Sequence[str], **options: Any) -> subprocess.CompletedProcess[Any]:
    """A module of Python that a command starts runs in its copy too."""
    if [*command[:3]] != [sys.executable, "-P", "-m"]:
        return _run(command, **options)
    os.environ.update(options.get("env") or {})
    try:
        _run_module(command[3], command[4:])
    except SystemExit as end:
        return subprocess.CompletedProcess(command, int(end.code or 0))
    return subprocess.CompletedProcess(command, 0)
