"""A folder of incidents, read to be searched and not judged. The only disk access of this room.

What a cache has of it is used as long as no file has changed, and of files that have, these alone are read. It
is of the folder as it lies there, with all that is internal, so for those who work in it: what is published is
made from a book and uses nothing of this.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from pirgen.cache import Cache, key_of
from pirgen.errors import PirgenError
from pirgen.retrieval.cached.incidents import (
    CachedFolder,
    keep_incidents,
    read_cached,
    searchable_parts,
    tied_ids,
)
from pirgen.retrieval.cached.state import FolderState, folder_state
from pirgen.retrieval.library import Searchable, searchable

if TYPE_CHECKING:
    from pirgen.source import Incidents, Library

__all__ = ["is_large", "searchable_folder"]

_MANY = 300
"""How many incidents are read part by part, as where they are cached."""

_FEW = 50
"""How many changed incidents are read by themselves; with more, the whole folder is read."""


def is_large(folder: Incidents) -> bool:
    """Whether it is worth while to share the reading of a folder with other processes."""
    roots = [folder] if isinstance(folder, Path) else [each.path for each in folder.sources]
    return sum(1 for root in roots for _ in root.iterdir()) >= _MANY


def searchable_folder(folder: Incidents, cache: Cache) -> Searchable:
    """What can be read of a folder, ready to be searched; what has an error is found by the rest of it.

    The cache has to stay open as long as the answer is used.
    """
    try:
        with _no_garbage():
            return (_kept(folder, cache) if cache.is_on else None) or _uncached(_read(folder, cache))
    except OSError as problem:
        raise PirgenError(f"cannot read {problem.filename}: {problem.strerror}") from problem


def _kept(folder: Incidents, cache: Cache) -> Searchable | None:
    """The folder by what the cache has of it, brought up to date; None where it can keep nothing."""
    roots = {"": folder} if isinstance(folder, Path) else {each.name: each.path for each in folder.sources}
    common = () if isinstance(folder, Path) or folder.vocabulary is None else (folder.vocabulary,)
    state = folder_state(roots.values(), common)
    name = key_of("searched folder", *roots, *(str(path.resolve()) for path in (*roots.values(), *common)))
    before = read_cached(name, cache)
    changed = before.state.changed_in(state) if before else frozenset()
    if before and not changed:
        now = replace(before, state=state.with_digests()) if before.state.digests else before
    else:
        state = state.with_digests()  # of what is there before it is read
        now = (before and _with_changes(before, changed, folder, state, cache)) or _whole(folder, state, cache)
    if now is not before:
        now.save(name, cache)
    found = searchable_parts(now.keys, now.vocabulary, cache)
    return replace(found, broken=now.broken) if found else None


def _uncached(library: Library) -> Searchable:
    from pirgen.retrieval.cached.parts import broken_files

    return replace(searchable(library.book), broken=broken_files(library))


def _whole(folder: Incidents, state: FolderState, cache: Cache) -> CachedFolder:
    from pirgen.retrieval.cached.parts import read_in_parts
    from pirgen.source import read_folder

    return read_in_parts(read_folder(folder), state, cache)


def _with_changes(
    before: CachedFolder, changed: Iterable[str], folder: Incidents, state: FolderState, cache: Cache
) -> CachedFolder | None:
    """The folder with a few incidents read again; None where more may have changed by them."""
    from pirgen.retrieval.cached.parts import broken_files
    from pirgen.source import read_library
    from pirgen.source.folder import only_some

    ids = _ids(changed, folder) if isinstance(folder, Path) else None
    if not isinstance(folder, Path) or ids is None or len(ids) > _FEW or ids & before.tied:
        return None
    library = read_library(only_some(folder, ids), cache=cache)
    if tied_ids(library.book):
        return None
    kept = {id: key for id, key in before.keys.items() if id not in ids}
    new = [incident.id for incident in library.book.incidents]
    keys = kept | keep_incidents(library.book, new, library.marks, cache)
    others = frozenset(file for file in before.broken if file.partition("/")[0] not in ids)
    return replace(before, state=state, keys=dict(sorted(keys.items())), broken=others | broken_files(library))


def _ids(paths: Iterable[str], folder: Path) -> frozenset[str] | None:
    """The incidents that files belong to; None where one belongs to no incident."""
    found = set()
    for path in paths:
        inside = Path(path).relative_to(folder.resolve())
        if len(inside.parts) != 2 or inside.name not in ("incident.yaml", "pir.yaml"):
            return None
        found.add(inside.parts[0])
    return frozenset(found)


def _read(folder: Incidents, cache: Cache) -> Library:
    from pirgen.source import read_folder, read_library

    return read_library(read_folder(folder), cache=cache)


@contextmanager
def _no_garbage() -> Iterator[None]:
    """Reading makes many values and no circles."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
