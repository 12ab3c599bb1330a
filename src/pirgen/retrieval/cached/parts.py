"""A folder that is read to be searched, part by part: nothing is held of a part but what the cache keeps of it.

Further cores help where the folder is large. What is kept of a part depends on its own files, on the words of
the site, and on the files of others that say something about its incidents.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from pirgen.cache import Cache, key_of, shared
from pirgen.diagnostics import Level
from pirgen.retrieval.cached.incidents import (
    CachedFolder,
    are_kept,
    index_parts,
    keep_incidents,
    keep_value,
    kept_value,
    tied_ids,
)
from pirgen.retrieval.cached.state import FolderState
from pirgen.source import Folder, Library, incident_ids, read_library

__all__ = ["broken_files", "read_in_parts"]

_TYING = (b"covers", b"aliases")
"""What is in a file that says something about other incidents."""

_Part = tuple[dict[str, str], frozenset[str]]
"""The keys of the entries of a part's incidents, and the files that could not be read whole."""


def broken_files(library: Library) -> frozenset[str]:
    """The files that could not be read whole."""
    errors = {found.place.file for found in library.diagnostics if found.level is Level.ERROR}
    return frozenset(errors - library.book.attachments)


def read_in_parts(folder: Folder, state: FolderState, cache: Cache) -> CachedFolder:
    """What the cache has of a folder afterwards; what it does not have before is read."""
    ids = incident_ids(folder)
    files = _by_incident(folder, ids)
    others = read_library(_some(folder, set(folder.names) - set(ids), files.pop("")))
    tying = [id for id in ids if any(mark in text for text in files[id].values() if text for mark in _TYING)]

    def read(some: Iterable[str]) -> Library:
        wanted = sorted(some)
        parts = {name: text for id in wanted for name, text in files[id].items()}
        return read_library(_some(folder, wanted, parts), cache=cache, is_kept=False)

    tied = tied_ids(read(tying).book) if tying else frozenset[str]()
    words = [text or b"" for name, text in folder.files.items() if name in folder.vocabularies]

    def part_of(part: Sequence[str]) -> Iterator[_Part]:
        wanted = part if tied.isdisjoint(part) else sorted({*part, *tying})
        texts = [each for id in wanted for name, text in files[id].items() for each in (name, text or b"")]
        name = key_of("searched part", *part, *words, *texts)
        known: _Part | None = kept_value(name, cache)
        if known is None or not are_kept(known[0].values(), cache):
            library = read(wanted)
            known = (
                keep_incidents(library.book, part, library.marks, cache, is_part=True),
                broken_files(library),
            )
            keep_value(name, known, cache)
        yield known

    parts = list(shared(index_parts(ids), part_of, cache))
    keys = {id: key for found, _ in parts for id, key in found.items()}
    broken = broken_files(others).union(*(files for _, files in parts))
    return CachedFolder(state, others.book.vocabulary, keys, tied, broken)


_Files = Mapping[str, bytes | None]


def _by_incident(folder: Folder, ids: Iterable[str]) -> dict[str, dict[str, bytes | None]]:
    """The files of each incident, and under no name all others."""
    found: dict[str, dict[str, bytes | None]] = {id: {} for id in (*ids, "")}
    for name, content in folder.files.items():
        home = name.partition("/")[0]
        found[home if home in found else ""][name] = content
    return found


def _some(folder: Folder, names: Iterable[str], files: _Files) -> Folder:
    """The folder with its vocabularies and some of its folders, without what else lies in these."""
    words = {name: folder.files[name] for name in folder.vocabularies if name in folder.files}
    return Folder(
        tuple(sorted(names)), {**words, **files}, vocabularies=folder.vocabularies, homes=folder.homes
    )
