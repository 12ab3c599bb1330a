"""Keys: a digest of everything that an entry is made from, pirgen's own code and the libraries among it."""

from __future__ import annotations

import sys
import zoneinfo
from functools import cache
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

__all__ = ["digest", "key_of"]

_PACKAGE = Path(__file__).resolve().parents[1]

_LIBRARIES = (
    "click", "graphviz", "imagesize", "jinja2", "markdown-it-py", "markupsafe", "mkdocs", "mkdocs-material",
    "nh3", "pygraphviz", "pyyaml", "tzdata", "wcwidth",
)  # fmt: skip
"""Libraries whose versions may change what pirgen makes."""


def key_of(kind: str, *parts: str | bytes) -> str:
    """The key of an entry of a kind that is made from these parts, by this code, and from nothing else."""
    return digest(kind, made_by(), *parts)


def digest(*parts: str | bytes) -> str:
    """A digest that tells sequences of parts apart, also where they would read the same end to end."""
    total = blake2b(digest_size=16)
    for part in parts:
        data = part.encode(errors="surrogatepass") if isinstance(part, str) else part
        total.update(b"%d:" % len(data))
        total.update(data)
    return total.hexdigest()


@cache
def made_by() -> str:
    """A digest of what makes entries: pirgen's own code, Python, the libraries and the time zones."""
    code = [(path.relative_to(_PACKAGE).as_posix(), path.read_bytes()) for path in _PACKAGE.rglob("*.py")]
    parts = [part for name, text in sorted(code) for part in (name, text)]
    return digest(*parts, sys.version, *map(_version, _LIBRARIES), *_zones())


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""


def _zones() -> list[bytes]:
    """The version of each database of time zones on this machine, which its list of all zones begins with."""
    lists = (Path(folder, "tzdata.zi") for folder in zoneinfo.TZPATH)
    return [path.read_bytes()[:64] for path in lists if path.is_file()]
