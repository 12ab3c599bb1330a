"""How the files of a folder lie on the disk, to tell which of them have changed since without reading them.

A file is as it was where its size, its times and its number on the disk are. A change so soon after another
that the disk's clock did not move on shows in none of these; so of files that were new, contents are compared.
"""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pirgen.cache import digest

__all__ = ["FolderState", "folder_state"]

_NEW = 2_000_000_000
"""How many nanoseconds old a file is at least that nobody writes without a trace; FAT counts in two seconds."""


@dataclass(frozen=True)
class FolderState:
    """The YAML files of some folders as of a moment: what the disk says of each, and digests of new ones."""

    at: int
    files: Mapping[str, tuple[int, ...]]
    digests: Mapping[str, str]

    @property
    def new_files(self) -> tuple[str, ...]:
        """The files that may yet have been changed without a trace."""
        return tuple(path for path, (_, *times, _) in self.files.items() if max(times) > self.at - _NEW)

    def changed_in(self, now: FolderState) -> frozenset[str]:
        """The files that are there in one of the two states only, or are not the same."""
        other = {path for path, found in now.files.items() if self.files.get(path) != found}
        other |= self.files.keys() - now.files.keys()
        other |= {path for path, known in self.digests.items() if path not in other and _digest(path) != known}
        return frozenset(other)

    def with_digests(self) -> FolderState:
        """The same with digests of the new files."""
        return FolderState(self.at, self.files, {path: _digest(path) for path in self.new_files})


def folder_state(folders: Iterable[Path], files: Iterable[Path] = ()) -> FolderState:
    """The YAML files in folders, whatever is no file, and some others, by their whole paths; raises OSError."""
    at = time.time_ns()
    found = {path: facts for folder in folders for path, facts in _files(os.path.realpath(folder))}
    return FolderState(at, found | {path: _facts(path) for path in map(os.path.realpath, files)}, {})


def _files(folder: str) -> Iterator[tuple[str, tuple[int, ...]]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path)
            elif entry.name.endswith((".yaml", ".yml")) or not entry.is_file(follow_symlinks=False):
                yield entry.path, _facts(entry.path)


def _facts(path: str) -> tuple[int, ...]:
    facts = os.lstat(path)
    return facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns, facts.st_ino


def _digest(path: str) -> str:
    try:
        if stat.S_ISREG(os.lstat(path).st_mode):
            return digest(Path(path).read_bytes())
    except OSError:
        pass  # it is gone, which the next state shows
    return ""
