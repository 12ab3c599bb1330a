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
    from pirgen.drafts import Draft
    from pirgen.model import Vocabulary
    from pirgen.pipeline import Checked

__all__ = [
    "FIRST_STEP",
    "FOUND",
    "as_of_option",
    "checked_folder",
    "folder_of",
    "into_option",
    "known_severity",
    "prefix_of",
    "stops_cleanly",
    "strict_option",
    "vocabulary_of",
    "write_new",
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


into_option = click.option(
    "--into",
    type=click.Path(path_type=Path),
    default=Path("incidents"),
    show_default=True,
    help="Folder of incidents.",
)

strict_option = click.option("--strict", is_flag=True, help="Exit with 1 on warnings too.")


def checked_folder(folder: Path, as_of: datetime | date | None = None) -> Checked:
    """The folder, read and judged as of a day; by default the day that its git history gives."""
    from pirgen import history, pipeline

    if not folder.is_dir():
        raise PirgenError(f"there is no folder '{folder}' here; {FIRST_STEP}")
    day = as_of.date() if isinstance(as_of, datetime) else history.as_of(folder)
    return pipeline.check(folder, day)


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


def vocabulary_of(folder: Path) -> Vocabulary:
    """The words that a site sets in its folder of incidents, or the built-in ones."""
    from pirgen.model import Vocabulary
    from pirgen.source import VOCABULARY_FILE, read_folder, read_library

    if not (folder / VOCABULARY_FILE).exists():
        return Vocabulary()
    return read_library(read_folder(folder)).book.vocabulary


def known_severity(severity: str, vocabulary: Vocabulary) -> str:
    """The severity, if the site knows it; otherwise a usage error with the near miss."""
    known = [level.id for level in vocabulary.severities]
    if severity in known:
        return severity
    from pirgen.diagnostics import near_miss

    near = near_miss(severity, known)
    meant = f"; did you mean {near}?" if near else ""
    raise click.BadParameter(f"'{severity}' is not known; choose one of {', '.join(known)}{meant}")


def write_new(folder: Path, draft: Draft, with_review: bool = True) -> Path:
    """Write the files of a draft into a folder of its own and give the first; an existing one is left alone."""
    from pirgen.drafts import incident_text, review_text
    from pirgen.source import INCIDENT_FILE, REVIEW_FILE

    home = folder / draft.id
    files = {INCIDENT_FILE: incident_text(draft)} | ({REVIEW_FILE: review_text(draft)} if with_review else {})
    try:
        home.mkdir(parents=True)
        for name, text in files.items():
            (home / name).write_text(text, encoding="utf-8", newline="\n")
    except FileExistsError as problem:
        raise PirgenError(f"'{home}' is already there; choose another title or date") from problem
    except OSError as problem:
        raise PirgenError(f"cannot write '{home}': {problem.strerror}") from problem
    return home / INCIDENT_FILE
