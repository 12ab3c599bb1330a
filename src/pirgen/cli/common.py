"""What the commands share: exit codes, options that several have, and the folder that they work on."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date, datetime
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pirgen.errors import PirgenError

if TYPE_CHECKING:
    from pirgen.pipeline import Checked

__all__ = [
    "FIRST_STEP",
    "FOUND",
    "as_of_option",
    "checked_folder",
    "day_of",
    "folder_of",
    "prefix_of",
    "stops_cleanly",
    "strict_option",
]

FOUND, UNUSABLE = 1, 2
"""Exit codes: something was found; the command could not be carried out."""

FIRST_STEP = 'make the first incident with: pirgen new "What users saw"'


def stops_cleanly(command: Callable[..., None]) -> Callable[..., None]:
    """Say in one line why a command could not be carried out, and exit with 2."""

    @wraps(command)
    def run(*arguments: Any, **options: Any) -> None:
        try:
            command(*arguments, **options)
        except PirgenError as problem:
            click.echo(f"pirgen: {problem}", err=True)
            sys.exit(UNUSABLE)

    return run


def as_of_option(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the option ``--as-of``."""
    return click.option(
        "--as-of",
        type=click.DateTime(["%Y-%m-%d"]),
        metavar="DATE",
        help="Judge what is late as of this day. [default: the last commit's; today if files changed]",
    )(command)


strict_option = click.option("--strict", is_flag=True, help="Exit with 1 on warnings too.")


def checked_folder(folder: Path, as_of: datetime | date | None = None) -> Checked:
    """The folder, read and judged as of a day; by default the day that its git history gives."""
    from pirgen import pipeline

    return pipeline.check(folder, day_of(folder, as_of))


def day_of(folder: Path, as_of: datetime | date | None = None) -> date:
    """The day to judge a folder by: the one asked for, or the one that its git history gives."""
    from pirgen import history

    if not folder.is_dir():
        raise PirgenError(f"there is no folder '{folder}' here; {FIRST_STEP}")
    return as_of.date() if isinstance(as_of, datetime) else history.as_of(folder)


def folder_of(path: Path) -> tuple[Path, str]:
    """The folder of incidents that a path belongs to, and the start of the file names that it stands for."""
    from pirgen.source import INCIDENT_FILE, REVIEW_FILE, VOCABULARY_FILE

    if path.is_dir():
        is_incident = (path / INCIDENT_FILE).exists() or (path / REVIEW_FILE).exists()
        return (path.parent, f"{path.resolve().name}/") if is_incident else (path, "")
    if path.name == VOCABULARY_FILE:
        return path.parent, path.name
    return path.parent.parent, f"{path.parent.resolve().name}/{path.name}"


def prefix_of(folder: Path) -> str:
    """What stands before the file names of a folder when they are shown."""
    return "" if folder == Path() else f"{folder.as_posix()}/"
