"""The folder of incidents that a command works on: where it is, its words, and the day to judge it by."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from pirgen.cli.shared.configuration import incidents_folder
from pirgen.cli.shared.terminal import print_note
from pirgen.errors import PirgenError

if TYPE_CHECKING:
    from pirgen.model import Vocabulary
    from pirgen.pipeline import Checked

__all__ = [
    "FIRST_STEP",
    "checked_folder",
    "day_of",
    "deleted_in",
    "folder_of",
    "prefix_of",
    "repository_prefix_of",
    "vocabulary_of",
]

FIRST_STEP = 'begin with: pirgen init; or with: pirgen new "What users saw"'


def checked_folder(folder: Path, as_of: date | None = None) -> Checked:
    """The folder, read and judged as of a day; by default the day that its git history gives."""
    from pirgen import pipeline

    day = day_of(folder, as_of)
    with pipeline.open_cache(folder) as cache:
        return pipeline.check(folder, day, cache)


def day_of(folder: Path, as_of: date | None = None) -> date:
    """The day to judge a folder by: the one that was asked for, or that its git history gives."""
    from pirgen import history

    if not folder.is_dir():
        raise PirgenError(f"there is no folder '{folder}' here; {FIRST_STEP}")
    if as_of is not None:
        return as_of
    if guess := history.guessed_day(folder):
        print_note(f"pirgen: {guess}")
    return history.as_of(folder)


def folder_of(path: Path) -> tuple[Path, str]:
    """The folder of incidents that a path belongs to, and the start of the file names that it stands for.

    A repository stands for its folder of incidents.
    """
    from pirgen.source import INCIDENT_FILE, REVIEW_FILE, is_yaml

    def is_incident(folder: Path) -> bool:
        return (folder / INCIDENT_FILE).exists() or (folder / REVIEW_FILE).exists()

    if path.is_dir():
        if is_incident(path):
            return _around(path), f"{path.resolve().name}/"
        inner = incidents_folder(path)
        return (inner if inner.is_dir() else path), ""
    home = _around(path)
    if is_incident(home):
        return _around(home), f"{home.resolve().name}/{path.name}"
    if not is_yaml(path.name):
        raise PirgenError(f"'{path}' belongs to no incident; expected a folder of incidents, or a file in it")
    return home, path.name


def deleted_in(path: Path) -> tuple[Path, str] | None:
    """The same of a path that is gone and that the last commit still has; None where it has none."""
    from pirgen import history
    from pirgen.source import is_incident_id

    home = path.parent
    if is_incident_id(path.name):
        folder, name = home, f"{path.name}/"
    elif is_incident_id(home.name):
        folder, name = home.parent, f"{home.name}/{path.name}"
    else:
        folder, name = home, path.name
    committed = history.committed_folder(folder) if folder.is_dir() else None
    is_known = committed and any(file.startswith(name) for file in committed.files)
    return (folder, name) if is_known else None


def _around(path: Path) -> Path:
    """The folder that a path lies in, also of the folder that we stand in."""
    return path.parent if path.name not in ("", "..") else path / ".."


def prefix_of(folder: Path) -> str:
    """What precedes the file names of a folder when they are shown."""
    return "" if folder == Path() else f"{folder.as_posix()}/"


def repository_prefix_of(folder: Path) -> str:
    """The same for machines: from the root of the repository, or from here outside of one."""
    from pirgen import history

    in_repository = history.path_in_repository(folder)
    if in_repository is not None:
        return in_repository
    absolute, here = folder.resolve(), Path.cwd().resolve()
    return prefix_of(absolute.relative_to(here) if absolute.is_relative_to(here) else folder)


def vocabulary_of(folder: Path) -> Vocabulary:
    """The words of a folder of incidents; the built-in ones where it sets none, or is not there yet."""
    from pirgen.diagnostics import Level
    from pirgen.source import VOCABULARY_FILE, only_vocabulary, read_library

    try:
        library = read_library(only_vocabulary(folder))
    except OSError as problem:
        raise PirgenError(f"cannot read '{problem.filename}': {problem.strerror}") from problem
    if any(found.level is Level.ERROR for found in library.diagnostics):
        raise PirgenError(f"'{folder / VOCABULARY_FILE}' has errors; see them with: pirgen check {folder}")
    return library.book.vocabulary
