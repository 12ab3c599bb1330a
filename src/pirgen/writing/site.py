"""A site, built beside the published one and then mirrored into it.

The published folder itself is never renamed: it may be a mount point, a link, or the working directory of a
server. When the build is complete, each file that differs takes the place of the old one in one step, then
what is no longer part of the site is removed. Hidden entries at its top, such as ``.git``, are kept.
"""

from __future__ import annotations

import contextlib
import errno
import filecmp
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from pirgen.writing.in_use import hold, is_free, release
from pirgen.writing.record import State, state_of, states_of


class StagingError(OSError):
    """A site cannot be written; ``filename`` is the site, and the site that was there is unchanged."""


@dataclass(frozen=True)
class Mirrored:
    """What a mirroring did, in files, and in which state each of them is by its path."""

    written: int
    unchanged: int
    removed: int
    states: Mapping[str, State]


class Staging:
    """A folder beside a site, in which the next version of it is built."""

    def __init__(self, site: Path) -> None:
        self.site = Path(os.path.realpath(site))
        _assert_writable(_nearest(self.site))
        home = _home(self.site)
        prefix = f".{self.site.name}.pirgen-build-"
        _sweep(home, prefix)
        self.folder = Path(tempfile.mkdtemp(prefix=prefix, dir=home))
        self._lock = hold(self.folder)

    def publish(self, left: Mapping[str, State] = MappingProxyType({})) -> Mirrored:
        """Mirror what was built into the site, then remove this folder. Raises OSError.

        ``left`` are files that were not built because the site has them as they are to be.
        """
        self.site.mkdir(parents=True, exist_ok=True)
        states = states_of(self.site)
        if changed := next((path for path in left if states.get(path) != left[path]), None):
            raise StagingError(errno.EBUSY, "another program has changed it", str(self.site / changed))
        moves, unchanged = _compared(self.folder, self.site)
        for _, target in moves:
            _make_way(target, self.site)
        for source, target in moves:
            states.pop(target.relative_to(self.site).as_posix(), None)
            if state := _move(source, target):
                states[target.relative_to(self.site).as_posix()] = state
        stay = [*unchanged, *(target for _, target in moves), *(self.site / path for path in left)]
        removed = _remove_stale(self.site, stay)
        self.discard()
        return Mirrored(len(moves), len(unchanged) + len(left), removed, states)

    def discard(self) -> None:
        """Remove this folder; the site is left as it is."""
        shutil.rmtree(self.folder, ignore_errors=True)
        release(self._lock)
        self._lock = None


def _assert_writable(folder: Path) -> None:
    """Find out before a long build whether the site can be written, and not after it."""
    try:
        with tempfile.TemporaryFile(dir=folder, prefix=".pirgen-"):
            pass
    except OSError as problem:
        raise StagingError(problem.errno, problem.strerror, str(folder)) from problem


def _nearest(path: Path) -> Path:
    """A folder, or what there is yet of the folders around it."""
    return path if path.exists() else _nearest(path.parent)


def _home(site: Path) -> Path:
    """Where to build: beside the site if that is the same disk, so that a full one is noticed; else inside."""
    if not site.exists():
        return _nearest(site)
    is_same_disk = site.parent.stat().st_dev == site.stat().st_dev
    return site.parent if is_same_disk and os.access(site.parent, os.W_OK | os.X_OK) else site


def _sweep(home: Path, prefix: str) -> None:
    """Remove what builds left that were killed; what a running build holds is kept."""
    for path in home.iterdir():
        if path.name.startswith(prefix) and path.is_dir() and not path.is_symlink() and is_free(path):
            shutil.rmtree(path, ignore_errors=True)


def _walk(folder: Path) -> Iterator[tuple[str, list[str], list[str]]]:
    """Each folder with the names of the folders and files in it; hidden entries at the top are left out."""
    for place, folders, names in os.walk(folder):
        if place == str(folder):
            folders[:] = [name for name in folders if not name.startswith(".")]
            names = [name for name in names if not name.startswith(".")]
        yield place, folders, names


def _compared(built: Path, site: Path) -> tuple[list[tuple[Path, Path]], list[Path]]:
    """Each built file with its place in the site where it differs, and the places that stay as they are."""
    folders = (Path(place, name) for place, names, _ in _walk(site) for name in names)
    linked = {folder for folder in folders if folder.is_symlink()}
    moves, unchanged = [], []
    for place, _, names in os.walk(built):
        for source in (Path(place, name) for name in names):
            target = site / source.relative_to(built)
            if linked.isdisjoint(target.parents) and _is_same(source, target):
                unchanged.append(target)
            else:
                moves.append((source, target))
    return moves, unchanged


def _is_same(source: Path, target: Path) -> bool:
    is_file = not target.is_symlink() and target.is_file()
    return is_file and filecmp.cmp(source, target, shallow=False)


def _make_way(target: Path, site: Path) -> None:
    """Have the folder of a file, with nothing in its way that was something else in the old site."""
    for folder in reversed(target.relative_to(site).parents[:-1]):
        path = site / folder
        if path.is_symlink() or path.is_file():
            path.unlink()
        path.mkdir(exist_ok=True)
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target)


def _move(source: Path, target: Path) -> State | None:
    """Put a file in its place; its state there, unless another program has put one there in the meantime."""
    built = state_of(source)
    try:
        os.replace(source, target)
        state = state_of(target)
        return state if built and state and state[:-1] == built[:-1] else None  # a move changes the last only
    except OSError as problem:
        if problem.errno != errno.EXDEV:
            raise
        beside = target.with_name(f".{target.name}.pirgen-tmp")  # another disk is mounted within the site
        shutil.copyfile(source, beside)
        os.replace(beside, target)
        return None


def _remove_stale(site: Path, kept: list[Path]) -> int:
    """Remove the files that are no longer part of the site, and folders that have become empty."""
    is_kept = set(map(str, kept))
    by_letters = {path.casefold(): path for path in is_kept}
    has_files = {str(site), *(path.rpartition(os.sep)[0] for path in is_kept)}
    places = list(_walk(site))
    removed = 0
    for place, _, names in places:
        for path in (f"{place}{os.sep}{name}" for name in names):
            if path in is_kept:
                continue
            twin = by_letters.get(path.casefold())
            if twin is None or not os.path.samefile(twin, path):  # where upper and lower case are one
                Path(path).unlink(missing_ok=True)
                removed += 1
    for place, folders, _ in reversed(places):
        for path in (f"{place}{os.sep}{name}" for name in folders):
            if os.path.islink(path):
                os.unlink(path)
            elif path not in has_files:
                with contextlib.suppress(OSError):  # it has folders, or is a mount point
                    os.rmdir(path)
    return removed
