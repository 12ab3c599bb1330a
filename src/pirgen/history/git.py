"""Asks git. The only module that runs it, and that tells why it gives no answer."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

__all__ = [
    "SHALLOW",
    "ask",
    "ask_bytes",
    "committed_in",
    "is_shallow",
    "logged",
    "path_in_repository",
    "refusal",
]

_GIT = (
    "git", "-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}", "-c", "log.showSignature=false",
)  # fmt: skip
"""Git, which runs no program that the checkout's own configuration names when it is only asked something."""

_LONGEST = 60
"""How many seconds git may take, which is long enough for a large repository on a slow disk."""

_QUESTIONS = (
    ("rev-parse", "--show-prefix"),
    ("log", "-1", "--format=%ct"),
    ("status", "--porcelain", "--", "."),
)
"""What git is asked to find out whether it answers."""

SHALLOW = "only part of the history was fetched; in CI, check out with fetch-depth 0 or GIT_DEPTH 0"


def refusal(folder: Path) -> str:
    """Why git does not answer about a folder that lies in a repository, with the remedy; else nothing.

    A folder in no repository is no refusal.
    """
    return _refusal(folder.absolute())


@cache
def _refusal(folder: Path) -> str:
    repository = _repository_of(folder)
    if repository is None:
        return ""
    try:
        for arguments in _QUESTIONS:
            subprocess.run(
                [*_GIT, "-C", str(folder), *arguments],
                capture_output=True, check=True, timeout=_LONGEST, env={**os.environ, "LC_ALL": "C"},
            )  # fmt: skip
    except subprocess.CalledProcessError as problem:
        return _explained(problem.stderr.decode("utf-8", "replace"), repository)
    except subprocess.TimeoutExpired:
        return f"git took longer than {_LONGEST} seconds; see what 'git status' waits for"
    except OSError:
        return "git is not installed; install it where pirgen runs"
    return ""


def _repository_of(folder: Path) -> Path | None:
    """The repository around a folder, looked for as far up as git would look."""
    ceilings = os.environ.get("GIT_CEILING_DIRECTORIES", "").split(os.pathsep)
    for place in (folder.absolute(), *folder.absolute().parents):
        if (place / ".git").exists():
            return place
        if str(place.parent) in ceilings:
            return None
    return None


def _explained(message: str, repository: Path) -> str:
    """What git says, in one line with what to do about it."""
    if "does not have any commits yet" in message:
        return ""
    if "dubious ownership" in message:
        return (
            "git refuses this checkout because it belongs to another user; "
            f"allow it with: git config --global --add safe.directory '{repository}'"
        )
    first = message.strip().partition("\n")[0].removeprefix("fatal: ").removeprefix("error: ")
    remedy = "see what is wrong with: git fsck"
    if "promisor" in message or "not our ref" in message or "missing" in message:
        remedy = "fetch what is missing with: git fetch --refetch"
    return f"git says '{first}'; {remedy}"


def is_shallow(folder: Path) -> bool:
    """Whether only part of the history was fetched."""
    return (ask(folder, "rev-parse", "--is-shallow-repository") or "").strip() == "true"


def path_in_repository(folder: Path) -> str | None:
    """Where a folder lies in its repository, such as ``reliability/incidents/``; None outside of one."""
    prefix = ask(folder, "rev-parse", "--show-prefix")
    return None if prefix is None else prefix.removesuffix("\n")


def ask(folder: Path, *arguments: str) -> str | None:
    """What git prints, or None without git, outside a repository, or where it refuses."""
    printed = ask_bytes(folder, *arguments)
    return None if printed is None else printed.decode("utf-8", "surrogateescape")


def ask_bytes(folder: Path, *arguments: str, given: bytes | None = None) -> bytes | None:
    """The same to the byte, with something to read."""
    command = [*_GIT, "-C", str(folder), *arguments]
    try:
        done = subprocess.run(command, input=given, capture_output=True, check=True, timeout=_LONGEST)
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout


def logged(folder: Path, form: str, *what: str) -> Iterator[tuple[str, str]]:
    """The files that each commit has touched, newest first: what ``form`` prints of it, and the file's path.

    Nothing outside a repository, and nothing in a shallow clone, where git would call everything new.
    """
    if is_shallow(folder):
        return
    printed = ask(
        folder, "-c", "core.quotepath=off", "log", "--relative", "--name-only", "--no-renames",
        "--no-textconv", f"--format=%x01{form}", *what,
    )  # fmt: skip
    head = ""
    for line in (printed or "").splitlines():
        if line.startswith("\1"):
            head = line[1:]
        elif line:
            yield head, line


def committed_in(folder: Path) -> str:
    """The files in a folder that git keeps, one a line; nothing outside of a repository."""
    return ask(folder, "ls-files", "--", ".") or ""
