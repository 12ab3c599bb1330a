"""Which commit gave each review the status that it has, and who approved it, as git knows them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from pirgen.history.git import logged
from pirgen.source import Incidents
from pirgen.source.several import found_in_each

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
    return found_in_each(folder, _commits)


def _commits(folder: Path) -> Mapping[str, Commit]:
    found: dict[str, Commit] = {}
    for head, path in logged(folder, f"%h%x01%ct%x01{_TRAILERS}", "-G^status:", "--", "*pir.yaml"):
        if path not in found:
            id, seconds, names = head.split("\1")
            found[path] = Commit(id, datetime.fromtimestamp(int(seconds), UTC).date(), _names(names))
    return found


def _names(trailers: str) -> tuple[str, ...]:
    return tuple(name for value in trailers.split("\2") if (name := value.partition("<")[0].strip()))
