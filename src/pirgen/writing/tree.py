"""A tree of generated files: what differs is written, what an earlier tree had and this one has not is removed.

A hidden file at its top lists what was written, so that nothing else is ever touched.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath

from pirgen.errors import PirgenError

__all__ = ["MANIFEST", "TreeWritten", "write_tree"]

MANIFEST = ".pirgen-export.json"
_MOST_SHOWN = 3


@dataclass(frozen=True)
class TreeWritten:
    """How many files were written, unchanged and removed; ``kept`` are stale ones that somebody has edited."""

    written: int
    unchanged: int
    removed: int
    kept: tuple[str, ...]


def write_tree(folder: Path, files: Mapping[str, bytes]) -> TreeWritten:
    """Bring a folder up to date; refuse one in whose way there are other files. Raises PirgenError, OSError."""
    known = _known(folder)
    foreign = [
        path for path in sorted(files) if path not in known and _is_in_the_way(folder / path, files[path])
    ]
    if foreign:
        shown = ", ".join(f"'{folder / path}'" for path in foreign[:_MOST_SHOWN])
        more = f" and {len(foreign) - _MOST_SHOWN} more" if len(foreign) > _MOST_SHOWN else ""
        raise PirgenError(f"nothing was written: no export wrote {shown}{more}; choose another folder")
    differing = [path for path, content in files.items() if _content(folder / path) != content]
    listed = {path: _digest(content) for path, content in files.items()}
    if differing:
        _sweep(folder, known)
        _list(folder, known | listed)  # so that what a killed run has written is known to be ours
    for path in differing:
        _put(folder / path, files[path])
    stale = [path for path in sorted(known) if path not in files and (folder / path).is_file()]
    kept = [path for path in stale if _digest((folder / path).read_bytes()) != known[path]]
    _remove(folder, [path for path in stale if path not in kept])
    _list(folder, listed)
    return TreeWritten(len(differing), len(files) - len(differing), len(stale) - len(kept), tuple(kept))


def _list(folder: Path, files: Mapping[str, str]) -> None:
    """Write what an export has written, with digests."""
    text = json.dumps({"version": 1, "files": dict(sorted(files.items()))}, indent=0, ensure_ascii=False) + "\n"
    if _content(folder / MANIFEST) != text.encode():
        _put(folder / MANIFEST, text.encode())


def _sweep(folder: Path, known: Iterable[str]) -> None:
    """Remove the drafts that a killed run has left."""
    for path in {folder / MANIFEST, *(folder / path for path in known)}:
        _draft(path).unlink(missing_ok=True)


def _draft(path: Path) -> Path:
    return path.with_name(f".{path.name}.pirgen-tmp")


def _known(folder: Path) -> dict[str, str]:
    """What an earlier export wrote, with digests; nothing where there is no list, or it is not one of ours."""
    content = _content(folder / MANIFEST)
    if content is None:
        return {}
    try:
        files = json.loads(content)["files"]
        return {path: digest for path, digest in files.items() if isinstance(digest, str) and _is_inside(path)}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as problem:
        raise PirgenError(f"'{folder / MANIFEST}' cannot be read; choose another folder") from problem


def _is_inside(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return bool(parts) and ".." not in parts and not PurePosixPath(path).is_absolute() and ":" not in parts[0]


def _is_in_the_way(path: Path, content: bytes) -> bool:
    return (path.exists() or path.is_symlink()) and _content(path) != content


def _content(path: Path) -> bytes | None:
    if path.is_symlink() or not path.is_file():
        return None
    return path.read_bytes()


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()


def _put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = _draft(path)
    draft.write_bytes(content)
    os.replace(draft, path)


def _remove(folder: Path, paths: Iterable[str]) -> None:
    """Remove files, and the folders that have become empty."""
    for path in paths:
        (folder / path).unlink()
        for parent in list((folder / path).relative_to(folder).parents)[:-1]:
            with suppress(OSError):  # it has other files
                (folder / parent).rmdir()
