"""What the files of a site were made from, so that one that would come out the same is left where it is.

A file is taken for the one that was written there while the file system has the same file there, of the same
size and not changed since, which is what git knows a file by. Everything else is compared by its content.
"""

from __future__ import annotations

import json
import os
import stat
import time
from collections.abc import Mapping
from pathlib import Path

from pirgen.cache import Cache, key_of

__all__ = ["SiteRecord", "State", "states_of"]

State = tuple[int, int, int, int]
"""How a file system tells states of a file apart: which file it is, its size, and when it changed."""

_TICK = 50_000_000
"""Within this many nanoseconds a clock of a file system may not tell two changes apart."""


class SiteRecord:
    """What an earlier build noted of a site, and what this one notes."""

    def __init__(self, cache: Cache, site: Path) -> None:
        self._cache = cache
        self._key = key_of("site", str(site))
        self._states = states_of(site) if cache.is_on else {}
        self._known = _read(cache.load([self._key]).get(self._key, b""))
        self._made_from: dict[str, str] = {}
        self.left: dict[str, State] = {}

    def has(self, path: str, made_from: str) -> bool:
        """Whether the site has a file there that was made from the same."""
        return path in self._states and self._known.get(path) == (made_from, self._states[path])

    def leave(self, path: str, made_from: str) -> bool:
        """The same of a file that this build leaves there then, and writes otherwise."""
        self._made_from[path] = made_from
        is_there = self.has(path, made_from)
        if is_there:
            self.left[path] = self._states[path]
        return is_there

    def keep(self, states: Mapping[str, State]) -> None:
        """Keep for the next build what files were made from that are in these states now."""
        latest = time.time_ns() - _TICK
        rows = {
            path: (made_from, states[path])
            for path, made_from in self._made_from.items()
            if path in states
            and states[path] == self.left.get(path, states[path])
            and states[path][-1] < latest
        }
        if rows != self._known:
            self._cache.save({self._key: json.dumps(rows).encode()})


def states_of(site: Path) -> dict[str, State]:
    """The state of every file of a folder by its path in it; links are not followed."""
    found: dict[str, State] = {}
    waiting = [("", str(site))]
    while waiting:
        start, folder = waiting.pop()
        try:
            entries = list(os.scandir(folder))
        except OSError:
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                waiting.append((f"{start}{entry.name}/", entry.path))
            elif state := state_of(entry.path):
                found[start + entry.name] = state
    return found


def state_of(path: str | Path) -> State | None:
    """The state of a file; None where there is no file, or a link."""
    try:
        found = os.lstat(path)
    except OSError:
        return None
    is_file = stat.S_ISREG(found.st_mode)
    return (found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns) if is_file else None


def _read(data: bytes) -> dict[str, tuple[str, State]]:
    try:
        return {path: (made_from, (*state,)) for path, (made_from, state) in json.loads(data).items()}
    except (ValueError, TypeError, AttributeError):
        return {}
