"""Several folders of incidents that are one book, such as those of teams and of other repositories.

Within the book a file is called as in a single folder, ``2026-03-14-checkout-down/pir.yaml``, because ids are
unlike in all folders. Whatever else lies in one of several folders has the folder's name before it:
``payments/vocabularies.yaml``.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, TypeVar

from pirgen.errors import PirgenError
from pirgen.source.fields import is_incident_id
from pirgen.source.folder import VOCABULARY_FILE, Folder
from pirgen.source.folder import only_vocabulary as only_vocabulary_of_one
from pirgen.source.folder import read_folder as read_one

__all__ = [
    "IncidentSource",
    "Incidents",
    "SeveralFolders",
    "file_name",
    "incidents_from",
    "joined_folders",
    "only_vocabulary",
    "places_in",
    "read_folder",
    "real_paths",
    "usual_name",
]

T = TypeVar("T")


@dataclass(frozen=True)
class IncidentSource:
    """One of several folders: its name on pages, where it is, and what authors call it.

    ``repo_url`` and ``edit_uri`` are of the repository that it was checked out from, where that is another
    one than the site's. ``history_url`` shows a file's history, with ``{path}`` in it.
    """

    name: str
    path: Path
    shown: str
    repo_url: str = ""
    edit_uri: str = ""
    history_url: str = ""


@dataclass(frozen=True)
class SeveralFolders:
    """Folders that are one book. ``vocabulary`` is the file of the words that they share, if there is one."""

    sources: tuple[IncidentSource, ...]
    vocabulary: Path | None = None

    def __str__(self) -> str:
        return ", ".join(source.shown for source in self.sources)

    def __truediv__(self, file: str) -> Path:
        """Where a file of the book is."""
        if file == VOCABULARY_FILE and self.vocabulary:
            return self.vocabulary
        source, rest = self.source_of(file)
        return source.path / rest

    def source_of(self, file: str) -> tuple[IncidentSource, str]:
        """The folder that a file of the book lies in, and what it is called there."""
        top, _, rest = file.partition("/")
        for source in self.sources:
            if source.name == top:
                return source, rest
        for source in self.sources:
            if (source.path / top).is_dir():
                return source, file
        return self.sources[0], file

    def of(self, folder: Path) -> IncidentSource | None:
        """The source that a folder is."""
        real = os.path.realpath(folder)
        return next((source for source in self.sources if os.path.realpath(source.path) == real), None)

    def is_dir(self) -> bool:
        """Whether every folder is there."""
        return all(source.path.is_dir() for source in self.sources)


Incidents = Path | SeveralFolders
"""Where incidents are: one folder, or several that are one book."""


def read_folder(folder: Incidents) -> Folder:
    """What lies in a folder or in several. Raises OSError where reading fails."""
    if isinstance(folder, Path):
        return read_one(folder)
    common = folder.vocabulary.read_bytes() if folder.vocabulary else None
    return joined_folders([(source.name, read_one(source.path)) for source in folder.sources], common)


def only_vocabulary(folder: Incidents) -> Folder:
    """The same with nothing but the vocabularies. Raises OSError where reading fails."""
    if isinstance(folder, Path):
        return only_vocabulary_of_one(folder)
    common = folder.vocabulary.read_bytes() if folder.vocabulary else None
    parts = [(source.name, only_vocabulary_of_one(source.path)) for source in folder.sources]
    return joined_folders(parts, common)


def joined_folders(parts: Sequence[tuple[str, Folder]], common: bytes | None = None) -> Folder:
    """Folders with their names as one; an id that an earlier folder has is left out and noted."""
    files: dict[str, bytes | None] = {} if common is None else {VOCABULARY_FILE: common}
    names: list[str] = []
    attachments: set[str] = set()
    sizes: dict[str, tuple[int, int]] = {}
    homes: dict[str, str] = {}
    duplicates: list[tuple[str, str]] = []
    for source, part in parts:
        taken = {name for name in part.names if name in homes}
        duplicates += [(name, source) for name in sorted(taken) if is_incident_id(name)]
        left = {path for path in (*part.files, *part.attachments) if path.partition("/")[0] in taken}
        files |= _named(source, {path: part.files[path] for path in part.files if path not in left}, part)
        attachments |= part.attachments - left
        sizes |= {path: size for path, size in (part.sizes or {}).items() if path not in left}
        names += [name for name in part.names if name not in taken]
        homes |= {name: source for name in part.names if name not in taken}
    has_sizes = all(part.sizes is not None for _, part in parts)
    return Folder(
        tuple(sorted(names)),
        dict(sorted(files.items())),
        frozenset(attachments),
        sizes if has_sizes else None,
        {path: size for _, part in parts for path, size in part.file_sizes.items() if path in attachments},
        (VOCABULARY_FILE, *(f"{source}/{VOCABULARY_FILE}" for source, _ in parts)),
        {name: source for name, source in homes.items() if is_incident_id(name)},
        tuple(duplicates),
    )


def _named(source: str, found: Mapping[str, T], part: Folder) -> dict[str, T]:
    """What was found in one of several folders, by its names in the book."""
    inside = set(part.names)
    return {
        path if path.partition("/")[0] in inside else f"{source}/{path}": each for path, each in found.items()
    }


def found_in_each(folder: Incidents, find: Callable[[Path], Mapping[str, T]]) -> Mapping[str, T]:
    """What is found by the path of a file; of several folders, in the one that the file is read from."""
    if isinstance(folder, Path):
        return find(folder)
    return {
        path: found
        for source in folder.sources
        for path, found in find(source.path).items()
        if folder.source_of(path)[0] is source
    }


def file_name(folder: Incidents, file: str) -> str:
    """What authors call a file of a book, from where they work."""
    if isinstance(folder, Path):
        return file if folder == Path() else f"{folder.as_posix()}/{file}"
    if file == VOCABULARY_FILE and folder.vocabulary:
        return folder.vocabulary.name
    source, rest = folder.source_of(file)
    return f"{source.shown}/{rest}" if source.shown else rest


def real_paths(folder: Incidents) -> tuple[Path, ...]:
    """The folders that a book is read from."""
    return (folder,) if isinstance(folder, Path) else tuple(source.path for source in folder.sources)


def places_in(folder: SeveralFolders, source: IncidentSource) -> tuple[str, ...]:
    """How the names of all files of one of several folders begin in the book."""
    ids = sorted(path.name for path in source.path.iterdir() if path.is_dir() and is_incident_id(path.name))
    return (f"{source.name}/", *(f"{id}/" for id in ids if folder.source_of(id)[0] is source))


_KEYS = ("path", *(one.name for one in fields(IncidentSource) if one.name not in ("path", "shown")))


def incidents_from(written: Any, vocabulary: Any, root: Path) -> Incidents:
    """The folders that ``incidents_dir`` and ``vocabulary`` of an mkdocs.yml in ``root`` name.

    Raises PirgenError with what was written where they name none.
    """
    if isinstance(written, str):
        if vocabulary:
            raise _wrong("vocabulary", "is for several folders; one has its words in its own vocabularies.yaml")
        return root / written
    if not isinstance(written, list) or not written:
        raise _wrong("incidents_dir", f"'{written}' is not a folder or a list of folders")
    sources = tuple(_source(each, root) for each in written)
    for name in sorted({source.name for source in sources}):
        same = [source.shown for source in sources if source.name == name]
        if len(same) > 1:
            raise _wrong("incidents_dir", f"{' and '.join(same)} are both called '{name}'; give each a name")
    return SeveralFolders(sources, root / vocabulary if vocabulary else None)


def _source(written: Any, root: Path) -> IncidentSource:
    given = {"path": written} if isinstance(written, str) else written
    if not isinstance(given, dict) or not isinstance(given.get("path"), str):
        raise _wrong("incidents_dir", f"'{written}' names no folder; write a path, or a mapping with 'path'")
    for key, value in given.items():
        if key not in _KEYS:
            raise _wrong("incidents_dir", f"'{key}' is not known; choose from {', '.join(_KEYS)}")
        if not isinstance(value, str):
            raise _wrong("incidents_dir", f"'{value}' is not a text, at {key} of {given['path']}")
    path = root / given["path"]
    shown = (root / given["path"]).as_posix() if not root.is_absolute() else Path(given["path"]).as_posix()
    return IncidentSource(**{"name": usual_name(given["path"]), **given, "path": path, "shown": shown})


def usual_name(path: str) -> str:
    """The last part of a path that says more than that incidents are there: ``teams/payments/incidents``."""
    parts = [part for part in Path(path).parts if part not in ("..", "incidents", "/")]
    return parts[-1] if parts else "incidents"


def _wrong(option: str, message: str) -> PirgenError:
    return PirgenError(f"mkdocs.yml: {option}: {message}")
