"""The day to judge a folder by, and when its files changed: the edge where time comes in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from pirgen.history.git import SHALLOW, ask, is_shallow, logged, refusal

if TYPE_CHECKING:
    from pirgen.model import Vocabulary
    from pirgen.source import Incidents

__all__ = ["AS_OF_VARIABLE", "Changes", "as_of", "changes", "guessed_day", "missing_dates"]

Changes = tuple[date, date]
"""The days (UTC) of the first and the last commit that changed a file."""

AS_OF_VARIABLE = "PIRGEN_AS_OF"
"""The environment's word on the day to judge by; it goes before the option of mkdocs.yml."""


def guessed_day(folder: Incidents, vocabulary: Vocabulary | None = None) -> str:
    """Why today is only a guess at the day to judge by, with the remedy; nothing where it is none."""
    reason = _first_refusal(folder) if _named_day(folder, vocabulary) is None else ""
    return f"what is late is judged as of today, {_today().isoformat()}: {reason}" if reason else ""


def missing_dates(folder: Incidents) -> str:
    """Why pages do not show when their files were added and changed, with the remedy; nothing if they do."""
    reason = _first_refusal(folder) or (SHALLOW if any(map(is_shallow, _paths(folder))) else "")
    return f"pages do not show when their files were added and changed: {reason}" if reason else ""


def _first_refusal(folder: Incidents) -> str:
    return next(filter(None, map(refusal, _paths(folder))), "")


def as_of(folder: Incidents, vocabulary: Vocabulary | None = None) -> date:
    """The day to judge a folder by, so that one commit always builds the same site.

    The day that its vocabulary names, which is read where it is not known. Else the day of the last commit
    (UTC), while nothing in the folder differs from it; today otherwise. Of several folders, the last of their
    days.
    """
    return _named_day(folder, vocabulary) or max(map(_day_of_last_commit, _paths(folder)))


def _day_of_last_commit(folder: Path) -> date:
    """The day of a folder's last commit (UTC); today where something in it differs from that."""
    committed = ask(folder, "log", "-1", "--format=%ct")
    if committed is None or not committed.strip() or ask(folder, "status", "--porcelain", "--", ".") != "":
        return _today()
    return datetime.fromtimestamp(int(committed), UTC).date()


def _today() -> date:
    return datetime.now(UTC).date()


def _paths(folder: Incidents) -> tuple[Path, ...]:
    return (folder,) if isinstance(folder, Path) else tuple(source.path for source in folder.sources)


def _named_day(folder: Incidents, vocabulary: Vocabulary | None) -> date | None:
    """The day in the folder's vocabulary; None also where that cannot be read, which its reader reports."""
    if vocabulary:
        return vocabulary.as_of
    from pirgen.source import only_vocabulary, read_library

    try:
        return read_library(only_vocabulary(folder)).book.vocabulary.as_of
    except OSError:
        return None


def changes(folder: Incidents) -> Mapping[str, Changes]:
    """When each file of a folder first and last changed, by its path in it.

    Nothing outside a repository, and nothing in a shallow clone, where git would call everything new.
    """
    from pirgen.source.several import found_in_each

    return found_in_each(folder, _changes)


def _changes(folder: Path) -> Mapping[str, Changes]:
    found: dict[str, Changes] = {}
    for seconds, path in logged(folder, "%ct", "--", "."):
        day = datetime.fromtimestamp(int(seconds), UTC).date()
        found[path] = (day, found.get(path, (day, day))[1])
    return found
