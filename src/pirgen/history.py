"""What git knows of a folder, and the clock: the edge where time comes in."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

Changes = tuple[date, date]
"""The days (UTC) of the first and the last commit that changed a file."""


def as_of(folder: Path) -> date:
    """The day to judge a folder by, so that one commit always builds the same site.

    The day of the last commit (UTC), while nothing in the folder differs from it; today otherwise.
    """
    committed = _git(folder, "log", "-1", "--format=%ct")
    if committed is None or not committed.strip() or _git(folder, "status", "--porcelain", "--", "."):
        return datetime.now(UTC).date()
    return datetime.fromtimestamp(int(committed), UTC).date()


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


def place_in_repository(folder: Path) -> str | None:
    """The folder's path in its repository, with a ``/`` at its end unless it is the top; None outside one."""
    prefix = _git(folder, "rev-parse", "--show-prefix")
    return None if prefix is None else prefix.strip()


def _git(folder: Path, *arguments: str) -> str | None:
    """What git prints, or None without git or outside a repository."""
    command = ["git", "-C", str(folder), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=20)
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout
