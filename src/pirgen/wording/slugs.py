"""Texts as parts of addresses and anchors."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import count
from unicodedata import normalize

__all__ = ["slug", "unlike_slugs"]


LONGEST_SLUG = 100
"""How many bytes a slug that is the name of a page may have; file systems end at 255 for all of a name."""

_PORTS = {f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"}
_WINDOWS_DEVICES = {"con", "prn", "aux", "nul", *_PORTS}


def slug(text: str) -> str:
    """A text as part of an anchor: lower case, every run of other characters a hyphen."""
    return re.sub(r"[\W_]+", "-", normalize("NFC", text).lower()).strip("-") or "unnamed"


def unlike_slugs(names: Iterable[str], *kept_free: str) -> dict[str, str]:
    """A slug for each name, no two alike and none of those kept free; the later one gets a number."""
    slugs: dict[str, str] = {}
    taken = {*kept_free, *_WINDOWS_DEVICES}
    for name in names:
        slugs[name] = next(tried for tried in _numbered(_shortened(slug(name))) if tried not in taken)
        taken.add(slugs[name])
    return slugs


def _shortened(base: str) -> str:
    return base.encode()[:LONGEST_SLUG].decode(errors="ignore").rstrip("-")


def _numbered(base: str) -> Iterator[str]:
    yield base
    yield from (f"{base}-{number}" for number in count(2))
