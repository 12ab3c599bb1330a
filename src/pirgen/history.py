"""What git knows of a folder, and the clock: the edge where time comes in."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

from pirgen.diagnostics import near_miss
from pirgen.errors import PirgenError
from pirgen.source import Folder, only_vocabulary, read_library
from pirgen.source.folder import folder_of_blobs, is_yaml

Changes = tuple[date, date]
"""The days (UTC) of the first and the last commit that changed a file."""

_SYMLINK, _FILES = "120000", ("100644", "100755", "120000")

AS_OF_VARIABLE = "PIRGEN_AS_OF"
"""The environment's word on the day to judge by; it goes before the option of mkdocs.yml."""


def as_of(folder: Path) -> date:
    """The day to judge a folder by, so that one commit always builds the same site.

    The day that its vocabulary names. Else the day of the last commit (UTC), while nothing in the folder
    differs from it; today otherwise.
    """
    named = _named_day(folder)
    if named is not None:
        return named
    committed = _git(folder, "log", "-1", "--format=%ct")
    if committed is None or not committed.strip() or _git(folder, "status", "--porcelain", "--", "."):
        return datetime.now(UTC).date()
    return datetime.fromtimestamp(int(committed), UTC).date()


def _named_day(folder: Path) -> date | None:
    """The day in the folder's vocabulary; None also where that cannot be read, which its reader reports."""
    try:
        return read_library(only_vocabulary(folder)).book.vocabulary.as_of
    except OSError:
        return None


def changes(folder: Path) -> Mapping[str, Changes]:
    """When each file of a folder first and last changed, by its path in it.

    Nothing outside a repository, and nothing in a shallow clone, where git would call everything new.
    """
    if (_git(folder, "rev-parse", "--is-shallow-repository") or "").strip() != "false":
        return {}
    command = (
        "-c",
        "core.quotepath=off",
        "log",
        "--relative",
        "--name-only",
        "--no-renames",
        "--format=%x01%ct",
    )
    found: dict[str, Changes] = {}
    day = date.min
    for line in (_git(folder, *command, "--", ".") or "").splitlines():  # newest first
        if line.startswith("\1"):
            day = datetime.fromtimestamp(int(line[1:]), UTC).date()
        elif line:
            found[line] = (day, found.get(line, (day, day))[1])
    return found


def path_in_repository(folder: Path) -> str | None:
    """Where a folder lies in its repository, such as ``reliability/incidents/``; None outside of one."""
    prefix = _git(folder, "rev-parse", "--show-prefix")
    return None if prefix is None else prefix.removesuffix("\n")


def folder_before(folder: Path, ref: str) -> Folder:
    """The content of a folder where its history left that of ``ref``, a branch, tag or commit.

    That is the last commit that both have, so what others have added to a branch since then counts
    neither for nor against a change.
    """
    listed = _git(folder, "ls-tree", "-r", "-z", _fork(folder, ref))
    if listed is None:
        raise PirgenError("git cannot list what the files were before")
    modes, names = {}, {}
    for entry in listed.split("\0"):
        described, _, path = entry.partition("\t")
        if path and described.split()[0] in _FILES:
            modes[path], _, names[path] = described.split()
    wanted = {path: name for path, name in names.items() if is_yaml(path) and modes[path] != _SYMLINK}
    links: dict[str, bytes | None] = {path: None for path, mode in modes.items() if mode == _SYMLINK}
    return folder_of_blobs(names, links | _blobs(folder, wanted))


def changed_folders(folder: Path, ref: str) -> list[str]:
    """The folders in a folder in which a file differs from where its history left that of ``ref``, sorted."""
    listed = _git(
        folder, "diff", "--relative", "--name-only", "--no-renames", "-z", _fork(folder, ref), "--", "."
    )
    new = _git(folder, "ls-files", "--others", "--exclude-standard", "-z", "--", ".")
    if listed is None or new is None:
        raise PirgenError("git cannot tell what changed")
    return sorted({path.partition("/")[0] for path in f"{listed}{new}".split("\0") if "/" in path})


def _fork(folder: Path, ref: str) -> str:
    """The last commit that a revision and what is checked out have in common."""
    if path_in_repository(folder) is None:
        raise PirgenError(f"cannot tell what changed since '{ref}': {_refusal(folder)}")
    commit = None
    if ref and not ref.startswith("-"):
        commit = _git(folder, "rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}")
    if not commit:
        raise PirgenError(f"git knows no '{ref}' here{_meant(folder, ref)}")
    fork = _git(folder, "merge-base", commit.strip(), "HEAD")
    if not fork:
        raise PirgenError(f"'{ref}' and what is checked out have no commit in common{_shallow(folder)}")
    return fork.split()[0]


def _refusal(folder: Path) -> str:
    """Why git says nothing of a folder, in its own words: it is in no repository, or in somebody else's."""
    command = ["git", "-C", str(folder), "rev-parse", "--show-prefix"]
    try:
        done = subprocess.run(command, capture_output=True, check=False, env={**os.environ, "LC_ALL": "C"})
    except OSError:
        return "git is not installed"
    said = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
    return f"git says '{said.removeprefix('fatal: ')}'"


def _meant(folder: Path, ref: str) -> str:
    """What else to give; in a clone that was cut short, why it may be missing."""
    known = (_git(folder, "for-each-ref", "--format=%(refname:short)") or "").split()
    near = near_miss(ref, known)
    return _shallow(folder) or (f"; did you mean {near}?" if near else "; give a branch, a tag or a commit")


def _shallow(folder: Path) -> str:
    is_shallow = _git(folder, "rev-parse", "--is-shallow-repository")
    if is_shallow is None or is_shallow.strip() != "true":
        return ""
    return "; only part of the history was fetched: in CI, check out with fetch-depth 0 or GIT_DEPTH 0"


def _blobs(folder: Path, names: Mapping[str, str]) -> dict[str, bytes | None]:
    """The contents of files by their path, given the names that git has for the contents."""
    printed = _run(
        folder, "cat-file", "--batch", given="".join(f"{name}\n" for name in names.values()).encode()
    )
    if printed is None:
        raise PirgenError("git cannot read what the files were before")
    contents, at = {}, 0
    for path in names:
        end = printed.index(b"\n", at)
        size = int(_size_of(printed[at:end], path))
        contents[path] = printed[end + 1 : end + 1 + size]
        at = end + size + 2
    return dict(contents)


def _size_of(line: bytes, path: str) -> bytes:
    """The size that git gives in the line before a content."""
    size = line.split()[-1]
    if not size.isdigit():
        raise PirgenError(f"git has not fetched what '{path}' was before")
    return size


def _git(folder: Path, *arguments: str) -> str | None:
    """What git prints, or None without git or outside a repository."""
    printed = _run(folder, *arguments)
    return None if printed is None else printed.decode("utf-8", "surrogateescape")


def _run(folder: Path, *arguments: str, given: bytes | None = None) -> bytes | None:
    command = ["git", "-C", str(folder), *arguments]
    try:
        done = subprocess.run(command, input=given, capture_output=True, check=True, timeout=60)
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout
