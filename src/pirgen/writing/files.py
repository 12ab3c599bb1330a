"""One file, or one folder of new files, written whole or not at all.

The content goes into a hidden file or folder beside the target, which then takes its name in one step. A
program that was killed leaves the hidden one at most, and the next write to the same folder removes it.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path

from pirgen.writing.in_use import CAN_TELL, hold, is_free, release

_SUFFIX = ".pirgen-tmp"
_NO_LINKS = {errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EACCES}
"""What file systems answer that have no hard links."""


def replace_file(path: Path, content: bytes) -> None:
    """Put content in the place of a file's, or write a new file; permissions stay. Raises OSError."""
    with _prepared(path, content) as draft:
        if path.exists():
            shutil.copymode(path, draft)
        os.replace(draft, path)


def create_file(path: Path, content: bytes) -> bool:
    """Write a file that is not there yet; False, and nothing is changed, if there is one. Raises OSError."""
    if path.exists() or path.is_symlink():
        _sweep(path)
        return False
    with _prepared(path, content) as draft:
        try:
            os.link(draft, path)  # unlike a rename, it refuses to replace
        except FileExistsError:
            return False
        except OSError as problem:
            if problem.errno not in _NO_LINKS:
                raise
            os.replace(draft, path)
    return True


def create_folder(path: Path, files: Mapping[str, bytes]) -> None:
    """Write a folder that is not there yet, with all its files at once. Raises FileExistsError or OSError."""
    draft = path.with_name(f".{path.name}{_SUFFIX}")
    path.parent.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(draft, ignore_errors=True)
    _sweep(path)
    draft.mkdir()
    mark = hold(draft)
    try:
        for name, content in files.items():
            _write(draft / name, content)
        if path.exists() or path.is_symlink():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
        draft.rename(path)
    finally:
        release(mark)
        shutil.rmtree(draft, ignore_errors=True)


@contextmanager
def _prepared(path: Path, content: bytes) -> Iterator[Path]:
    """The content in a hidden file beside its target, which is gone afterwards.

    Its name depends on the content, so that two programs which write one file do not mix what they write.
    """
    mark = blake2b(content, digest_size=6).hexdigest()
    path.parent.mkdir(parents=True, exist_ok=True)
    _sweep(path)
    draft = path.with_name(f".{path.name}.{mark}{_SUFFIX}")
    in_use = None
    try:
        draft.touch()
        in_use = hold(draft)
        _write(draft, content)
        yield draft
    finally:
        draft.unlink(missing_ok=True)
        release(in_use)


def _sweep(target: Path) -> None:
    """Remove what killed programs have left beside a file; where that cannot be told, of that name only."""
    of_that_name = f".{target.name}."
    for path in target.parent.glob(f".*{_SUFFIX}"):
        if is_free(path) if CAN_TELL else path.name.startswith(of_that_name):
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
