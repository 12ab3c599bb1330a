"""What git knows of a folder, and the clock: the edge where time comes in."""

from __future__ import annotations

import subprocess
from datetime import UTC, date, datetime
from pathlib import Path


def as_of(folder: Path) -> date:
    """The day to judge a folder by, so that one commit always builds the same site.

    The day of the last commit (UTC), while nothing in the folder differs from it; today otherwise.
    """
    committed = _git(folder, "log", "-1", "--format=%ct")
    if committed is None or not committed.strip() or _git(folder, "status", "--porcelain", "--", "."):
        return datetime.now(UTC).date()
    return datetime.fromtimestamp(int(committed), UTC).date()


def _git(folder: Path, *arguments: str) -> str | None:
    """What git prints, or None without git or outside a repository."""
    command = ["git", "-C", str(folder), *arguments]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=20)
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout
