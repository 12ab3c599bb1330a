"""Which commit gave each review the status that it has, and who approved it, as git knows them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from pirgen.history.git import ask, is_shallow
from pirgen.source import Incidents, SeveralFolders

__all__ = ["Commit", "status_commits"]

_TRAILERS = "%(trailers:key=Approved-by,key=Reviewed-by,key=Acked-by,valueonly,separator=%x02)"


@dataclass(frozen=True)
class Commit:
    """A commit by its short id, its day (UTC), and the names in its trailers of approval, without addresses."""

    id: str
    day: date
    approved_by: tuple[str, ...] = ()


def status_commits(folder: Incidents) -> Mapping[str, Commit]:
    """The last commit that changed the status of each review, by the path of its file in the folder.

    Approvals are the trailers 'Approved-by', 'Reviewed-by' and 'Acked-by' of its message. Nothing outside a
    repository, and nothing in a shallow clone.
    """
    if isinstance(folder, SeveralFolders):
        return {
            path: commit
            for source in folder.sources
            for path, commit in _commits(source.path).items()
            if folder.source_of(path)[0] is source
        }
    return _commits(folder)


def _commits(folder: Path) -> Mapping[str, Commit]:
    if is_shallow(folder):
        return {}
    printed = ask(
        folder, "-c", "core.quotepath=off", "log", "-G^status:", "--relative", "--name-only", "--no-renames",
        f"--format=%x01%h%x01%ct%x01{_TRAILERS}", "--", "*pir.yaml",
    )  # fmt: skip
    found: dict[str, Commit] = {}
    commit = Commit("", date.min)
    for line in (printed or "").splitlines():  # newest first
        if line.startswith("\1"):
            _, id, seconds, names = line.split("\1")
            commit = Commit(id, datetime.fromtimestamp(int(seconds), UTC).date(), _names(names))
        elif line:
            found.setdefault(line, commit)
    return found


def _names(trailers: str) -> tuple[str, ...]:
    return tuple(name for value in trailers.split("\2") if (name := value.partition("<")[0].strip()))
