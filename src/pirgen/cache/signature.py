"""The key with which entries are signed, so that what somebody else has written is not used.

It lies with the user's own files and not beside the cache, which a folder may bring along. Where no such place
lasts, as in CI, the environment gives it.
"""

from __future__ import annotations

import os
import secrets
import stat
from hashlib import blake2b
from pathlib import Path

__all__ = ["KEY_VARIABLE", "LENGTH", "signature", "signing_key"]

KEY_VARIABLE = "PIRGEN_CACHE_KEY"
LENGTH = 16
"""How many bytes a signature has."""

_KEY_LENGTH = 32


def signature(key: bytes, name: str, content: bytes) -> bytes:
    """What only who has the key can compute for an entry's name and content."""
    total = blake2b(name.encode() + b"\0", key=key, digest_size=LENGTH)
    total.update(content)
    return total.digest()


def signing_key() -> bytes | None:
    """The user's key, made where there is none yet; None where it cannot be kept."""
    if given := os.environ.get(KEY_VARIABLE):
        return blake2b(given.encode(errors="surrogateescape"), digest_size=_KEY_LENGTH).digest()
    try:
        file = _folder() / "cache.key"
        return _read(file) or _made(file)
    except (OSError, RuntimeError):  # no home, or it may not be written
        return None


def _folder() -> Path:
    state = os.environ.get("LOCALAPPDATA" if os.name == "nt" else "XDG_STATE_HOME")
    return (Path(state) if state else Path.home() / ".local" / "state") / "pirgen"


def _read(file: Path) -> bytes | None:
    """The key in a file, if nobody else can have read or written it."""
    if not file.is_file() or file.is_symlink():
        return None
    if os.name != "nt":
        found = file.stat()
        if found.st_uid != os.geteuid() or stat.S_IMODE(found.st_mode) & 0o077:
            return None
    key = file.read_bytes()
    return key if len(key) == _KEY_LENGTH else None


def _made(file: Path) -> bytes | None:
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    file.unlink(missing_ok=True)
    key = secrets.token_bytes(_KEY_LENGTH)
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as written:
        written.write(key)
    return key
