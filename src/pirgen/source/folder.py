"""Finds and reads the files of a folder of incidents. The only disk access of this room."""

from __future__ import annotations

import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import imagesize

from pirgen.source.attachments import PICTURES

INCIDENT_FILE = "incident.yaml"
REVIEW_FILE = "pir.yaml"
VOCABULARY_FILE = "vocabularies.yaml"


@dataclass(frozen=True)
class Folder:
    """What lies in a folder of incidents; every path is relative to it, with forward slashes.

    ``files`` are the contents of YAML files, and None for any symbolic link, which is never followed, and for
    pipes, sockets and devices. ``attachments`` are the other files that lie in an incident's folder, of
    ``file_sizes`` in bytes; ``sizes`` are the width and height in pixels of those that are pictures, or None
    where no file was opened.

    Where it was put together from several folders, ``homes`` are the names of those by the ids of their
    incidents, and ``duplicates`` the ids, with the folder's name, that an earlier folder has too.
    ``vocabularies`` are the names that files of words have, the one of all folders first.
    """

    names: tuple[str, ...]
    files: Mapping[str, bytes | None]
    attachments: frozenset[str] = frozenset()
    sizes: Mapping[str, tuple[int, int]] | None = None
    file_sizes: Mapping[str, int] = field(default_factory=dict)
    vocabularies: tuple[str, ...] = (VOCABULARY_FILE,)
    homes: Mapping[str, str] = field(default_factory=dict)
    duplicates: tuple[tuple[str, str], ...] = ()


def read_folder(folder: Path) -> Folder:
    """The folder's content; hidden files are left out. Raises OSError where reading fails."""
    paths = sorted(_paths(folder, folder))
    files = {path: _content(folder / path) for path in paths if _is_read(folder / path)}
    names = sorted(path.name for path in _visible(folder) if path.is_dir() and not path.is_symlink())
    attachments = _attachments(paths, files)
    file_sizes = {path: (folder / path).lstat().st_size for path in sorted(attachments)}
    return Folder(tuple(names), files, attachments, _sizes(folder, attachments), file_sizes)


def folder_of_blobs(paths: Iterable[str], blobs: Mapping[str, bytes | None]) -> Folder:
    """The same of a folder that is not on the disk: all its paths, and the contents of its YAML files."""
    visible = sorted(path for path in paths if not any(part.startswith(".") for part in path.split("/")))
    files = {path: blobs[path] for path in visible if path in blobs}
    names = sorted({path.partition("/")[0] for path in visible if "/" in path})
    return Folder(tuple(names), files, _attachments(visible, files))


def is_yaml(path: str) -> bool:
    """Whether a file of that name is read."""
    return path.endswith((".yaml", ".yml"))


def _attachments(paths: Iterable[str], files: Mapping[str, bytes | None]) -> frozenset[str]:
    return frozenset(path for path in paths if path not in files and "/" in path)


def only_vocabulary(folder: Path) -> Folder:
    """The folder with nothing but its vocabulary, if it has one. Raises OSError where reading fails."""
    return only_some(folder, ())


def only_some(folder: Path, names: Iterable[str]) -> Folder:
    """The folder with nothing but its vocabulary and some incidents. Raises OSError where reading fails."""
    inside = tuple(sorted(name for name in names if (folder / name).is_dir()))
    wanted = (VOCABULARY_FILE, *(f"{name}/{file}" for name in inside for file in (INCIDENT_FILE, REVIEW_FILE)))
    return Folder(inside, {path: _content(folder / path) for path in wanted if (folder / path).is_file()})


def _visible(folder: Path) -> Iterator[Path]:
    return (path for path in folder.iterdir() if not path.name.startswith("."))


def _paths(folder: Path, root: Path) -> Iterator[str]:
    for path in _visible(folder):
        if path.is_dir() and not path.is_symlink():
            yield from _paths(path, root)
        else:
            yield path.relative_to(root).as_posix()


def _is_read(path: Path) -> bool:
    return is_yaml(path.name) or not _is_regular(path)


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if _is_regular(path) else None


def _is_regular(path: Path) -> bool:
    return stat.S_ISREG(path.lstat().st_mode)


def _sizes(folder: Path, attachments: Iterable[str]) -> dict[str, tuple[int, int]]:
    """The width and height of every attachment that is a picture."""
    pictures = [path for path in attachments if path.lower().endswith(tuple(f".{type}" for type in PICTURES))]
    sizes = {path: imagesize.get(folder / path) for path in sorted(pictures)}
    return {path: (width, height) for path, (width, height) in sizes.items() if width > 0 and height > 0}
