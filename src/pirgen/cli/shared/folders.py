"""The folder of incidents that a command works on: where it is, its words, and the day to judge it by."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from pirgen.cli.shared.configuration import incidents_folder, whole_of
from pirgen.cli.shared.slips import near_path
from pirgen.cli.shared.terminal import print_note
from pirgen.errors import PirgenError

if TYPE_CHECKING:
    from pirgen.model import Vocabulary
    from pirgen.pipeline import Checked
    from pirgen.source import Incidents

__all__ = [
    "checked_folder",
    "day_of",
    "deleted_in",
    "errors_text",
    "first_step",
    "folder_of",
    "name_in_repository",
    "names_in",
    "shown_name",
    "sound_folder",
    "vocabulary_of",
]

_FIRST_STEP = 'begin with: pirgen init; or with: pirgen new "What users saw"'


def first_step(missing: Incidents) -> str:
    """What to do where a path is not there: another spelling, or the first of all steps."""
    return (near_path(missing) if isinstance(missing, Path) else "") or _FIRST_STEP


def checked_folder(folder: Incidents, as_of: date | None = None) -> Checked:
    """The folder, read and judged as of a day; by default the day that its git history gives."""
    from pirgen import pipeline
    from pirgen.cache_file import open_cache

    day = day_of(folder, as_of)
    with open_cache(folder) as cache:
        return pipeline.check(folder, day, cache)


def sound_folder(folder: Incidents) -> Checked:
    """The folder, read and judged; one with an error is not edited, and PirgenError is raised."""
    checked = checked_folder(folder)
    if checked.has_errors:
        raise PirgenError(f"'{folder}' has errors; see 'pirgen check {folder}', and fix them first")
    return checked


def day_of(folder: Incidents, as_of: date | None = None, vocabulary: Vocabulary | None = None) -> date:
    """The day to judge a folder by: the one that was asked for, or that its git history gives."""
    from pirgen import history

    if not folder.is_dir():
        raise PirgenError(f"there is no folder '{folder}' here; {first_step(folder)}")
    if as_of is not None:
        return as_of
    if guess := history.guessed_day(folder, vocabulary):
        print_note(f"pirgen: {guess}")
    return history.as_of(folder, vocabulary)


def folder_of(path: Path) -> tuple[Incidents, str]:
    """The folder of incidents that a path belongs to, and the start of the file names that it stands for.

    A repository stands for its folder of incidents, and one of several folders for all of them.
    """
    folder, name = _folder_of(path)
    if not isinstance(folder, Path):
        return folder, name
    whole = whole_of(folder)
    source = None if isinstance(whole, Path) else whole.of(folder)
    return whole, f"{source.name}/{name}" if source and name and "/" not in name else name


def names_in(path: Path) -> tuple[Incidents, tuple[str, ...]]:
    """The folder of incidents that a path belongs to, and how the names of the files that it stands for begin.

    None of them means all files.
    """
    from pirgen.source.several import places_in

    folder, name = folder_of(path)
    if name or isinstance(folder, Path):
        return folder, (name,) if name else ()
    source = folder.of(path)
    return folder, places_in(folder, source) if source else ()


def _folder_of(path: Path) -> tuple[Incidents, str]:
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


def deleted_in(path: Path) -> tuple[Incidents, tuple[str, ...]] | None:
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
    return (whole_of(folder), (name,)) if is_known else None


def _around(path: Path) -> Path:
    """The folder that a path lies in, also of the folder that we stand in."""
    return path.parent if path.name not in ("", "..") else path / ".."


def shown_name(folder: Incidents, file: str) -> str:
    """What people call a file of a folder."""
    from pirgen.source.several import file_name

    return file_name(folder, file)


def errors_text(checked: Checked, folder: Incidents) -> str:
    """What is wrong with a folder, for people."""
    from pirgen.diagnostics import Report, render_text

    report = Report(checked.diagnostics, texts=checked.texts).named(lambda file: shown_name(folder, file))
    return render_text(report.found, report.texts)


def name_in_repository(folder: Incidents, file: str) -> str:
    """What machines call a file: from the root of the repository, or from here outside of one."""
    if isinstance(folder, Path):
        return _repository_prefix_of(folder, Path.cwd()) + file
    from pirgen import history

    source, rest = folder.source_of(file)
    if not history.is_of_site(source):
        return shown_name(folder, file)
    return _repository_prefix_of(source.path, Path.cwd()) + rest


@cache
def _repository_prefix_of(folder: Path, cwd: Path) -> str:
    from pirgen import history

    in_repository = history.path_in_repository(folder)
    if in_repository is not None:
        return in_repository
    absolute, here = folder.resolve(), cwd.resolve()
    from_here = absolute.relative_to(here) if absolute.is_relative_to(here) else folder
    return "" if from_here == Path() else f"{from_here.as_posix()}/"


def vocabulary_of(folder: Incidents) -> Vocabulary:
    """The words of a folder of incidents; the built-in ones where it sets none, or is not there yet."""
    from pirgen.diagnostics import Level
    from pirgen.source import VOCABULARY_FILE, only_vocabulary, read_library

    folder = whole_of(folder) if isinstance(folder, Path) else folder
    try:
        library = read_library(only_vocabulary(folder))
    except OSError as problem:
        raise PirgenError(f"cannot read '{problem.filename}': {problem.strerror}") from problem
    if any(found.level is Level.ERROR for found in library.diagnostics):
        raise PirgenError(f"'{folder / VOCABULARY_FILE}' has errors; see them with: pirgen check {folder}")
    return library.book.vocabulary
