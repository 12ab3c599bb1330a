"""The file of a cache. Whatever is wrong with it, a build goes on without it.

It holds nothing but bytes under keys, each signed: what somebody else has written is as good as missing.
Several programs may use it at once. What was not asked for longest goes first when it grows too large.
"""

from __future__ import annotations

import hmac
import sqlite3
import threading
import time
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from pirgen.cache.signature import LENGTH, signature, signing_key

__all__ = ["Cache"]

_FORM = 2
"""Raised when the tables change; a file of another form is thrown away."""

_TABLES = """
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
CREATE TABLE IF NOT EXISTS entries (key TEXT PRIMARY KEY, used INTEGER, content BLOB);
"""

_AT_ONCE = 500
_WAITING = 8 << 20
_DAY = 86_400
_PATIENCE = 5.0
"""How many seconds to wait for another program that writes."""


class Cache:
    """Bytes by key, also from earlier runs; without a file, of nothing that was made before.

    ``most`` is how many bytes it may hold from one day to the next, unless a single day needs more; ``saved``
    counts what was new to it.
    """

    _left_alone: sqlite3.Connection | None = None

    def __init__(self, file: Path | None = None, most: int = 1 << 30) -> None:
        self._file = file
        self._most = most
        self._lock = threading.RLock()
        self._waiting: dict[str, bytes] = {}
        self._weight = 0
        self.saved = 0
        self._used: list[str] = []
        self._key = signing_key() if file else None
        self._today = int(time.time()) // _DAY
        self._database = self._open()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def is_on(self) -> bool:
        """Whether anything can be found in it or kept by it."""
        return self._database is not None

    def load(self, keys: Iterable[str]) -> dict[str, bytes]:
        """What it holds of these keys."""
        with self._lock:
            wanted = list(dict.fromkeys(keys))
            found: dict[str, bytes] = {}
            for start in range(0, len(wanted) if self.is_on else 0, _AT_ONCE):
                found |= self._load(wanted[start : start + _AT_ONCE])
            return found

    def has(self, keys: Iterable[str]) -> frozenset[str]:
        """Which of these keys it holds something under."""
        with self._lock:
            wanted = list(dict.fromkeys(keys))
            found = {key for key in wanted if key in self._waiting}
            for start in range(0, len(wanted), _AT_ONCE):
                found |= {key for key, _ in self._ours(wanted[start : start + _AT_ONCE])}
            return frozenset(found)

    def save(self, entries: Mapping[str, bytes]) -> None:
        """Keep these for later, if that is possible."""
        with self._lock:
            if not self.is_on:
                return
            self.saved += len(entries)
            for key, content in entries.items():
                packed = zlib.compress(content, 1)
                self._waiting[key] = packed
                self._weight += len(packed)
            if self._weight > _WAITING:
                self._write()

    def flush(self) -> None:
        """Write what waits, so that other processes find it."""
        with self._lock:
            self._write()

    def reopen(self) -> None:
        """Go on in a copy of the process that opened it, with a connection of its own."""
        self._left_alone = self._database  # which the other process still uses
        self._database = self._open()

    def close(self) -> None:
        """Write what waits, and make room; afterwards it is empty."""
        with self._lock:
            if not self._database:
                return
            self._write()
            try:
                self._note_use(self._database)
                self._make_room(self._database)
                self._database.close()
            except sqlite3.Error:
                pass  # it is a matter of tidiness only
            self._database = None

    def _open(self) -> sqlite3.Connection | None:
        """The file, made again where it cannot be used; None where there is none or it cannot be written."""
        if self._file is None or self._key is None:
            return None
        try:
            _make_folder(self._file.parent)
            for _ in range(2):
                if self._file.is_symlink() or self._file.parent.is_symlink():
                    return None
                try:
                    return _connected(self._file)
                except sqlite3.OperationalError:
                    return None  # locked, or it may not be written
                except (sqlite3.DatabaseError, _OtherFormError):
                    _remove(self._file)
        except OSError:
            pass
        return None

    def _load(self, keys: Sequence[str]) -> dict[str, bytes]:
        found = {key: zlib.decompress(self._waiting[key]) for key in keys if key in self._waiting}
        try:
            for key, content in self._ours([key for key in keys if key not in found]):
                found[key] = zlib.decompress(content[LENGTH:])
        except (zlib.error, TypeError):
            self._give_up()
        return found

    def _ours(self, keys: Sequence[str]) -> Iterator[tuple[str, bytes]]:
        """The entries of some keys that this user's own runs have written; it is noted that they were used."""
        for key, used, content in self._select(keys):
            if self._is_ours(key, content):
                if used != self._today:
                    self._used.append(key)
                yield key, content

    def _is_ours(self, key: str, content: object) -> bool:
        """Whether this user's own runs have written an entry."""
        if self._key is None or not isinstance(content, bytes):
            return False
        return hmac.compare_digest(content[:LENGTH], signature(self._key, key, content[LENGTH:]))

    def _select(self, keys: Sequence[str]) -> list[tuple[Any, ...]]:
        """What the file has of some keys."""
        marks = ",".join("?" * len(keys))
        try:
            rows = self._database and self._database.execute(
                f"SELECT key, used, content FROM entries WHERE key IN ({marks})", keys
            )
            return rows.fetchall() if rows else []
        except sqlite3.Error:
            self._give_up()
            return []

    def _write(self) -> None:
        rows = [
            (key, self._today, signature(self._key or b"", key, packed) + packed)
            for key, packed in self._waiting.items()
        ]
        self._waiting, self._weight = {}, 0
        if not self._database or not rows:
            return
        try:
            with self._database:
                self._database.executemany("INSERT OR REPLACE INTO entries VALUES (?, ?, ?)", rows)
        except sqlite3.OperationalError:
            pass  # locked for long, full, or read-only: what is there can still be read
        except sqlite3.Error:
            self._give_up()

    def _give_up(self) -> None:
        """Throw away a file that is broken, and go on without one."""
        if self._database:
            self._database.close()
        self._database = None
        self._waiting = {}
        if self._file:
            _remove(self._file)

    def _note_use(self, database: sqlite3.Connection) -> None:
        with database:
            database.executemany(
                "UPDATE entries SET used = ? WHERE key = ?", [(self._today, key) for key in self._used]
            )

    def _make_room(self, database: sqlite3.Connection) -> None:
        """Drop what was not used longest, down to half of what it may hold, but nothing of today."""
        if not self.saved or _size(database) <= self._most:
            return
        rows = database.execute("SELECT key, used, length(content) FROM entries ORDER BY used DESC, key")
        held, old = 0, []
        for key, used, size in rows.fetchall():
            held += size + len(key)
            if held > self._most // 2 and used != self._today:
                old.append((key,))
        if not old:
            return
        with database:
            database.executemany("DELETE FROM entries WHERE key = ?", old)
        database.execute("VACUUM")


class _OtherFormError(Exception):
    """The file is of another form."""


def _connected(file: Path) -> sqlite3.Connection:
    database = sqlite3.connect(file, timeout=_PATIENCE, check_same_thread=False)
    try:
        if database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] and _form(database) != _FORM:
            raise _OtherFormError
        if _form(database) != _FORM:
            database.executescript(f"{_TABLES} PRAGMA user_version = {_FORM};")
        database.execute("SELECT key, used, content FROM entries LIMIT 1").fetchone()
    except BaseException:
        database.close()
        raise
    return database


def _form(database: sqlite3.Connection) -> int:
    return int(database.execute("PRAGMA user_version").fetchone()[0])


def _size(database: sqlite3.Connection) -> int:
    """How many bytes the file takes without what is free in it."""
    pages, free, size = (
        database.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("page_count", "freelist_count", "page_size")
    )
    return int((pages - free) * size)


def _make_folder(folder: Path) -> None:
    """The folder, which git leaves out of what is committed."""
    if not folder.is_dir():
        folder.mkdir(parents=True)
    ignored = folder / ".gitignore"
    if not ignored.exists():
        ignored.write_text("# pirgen's cache; it may be deleted\n*\n", encoding="utf-8")


def _remove(file: Path) -> None:
    for name in (file.name, f"{file.name}-wal", f"{file.name}-shm"):
        with suppress(OSError):  # another program holds it; this run goes without
            file.with_name(name).unlink(missing_ok=True)
