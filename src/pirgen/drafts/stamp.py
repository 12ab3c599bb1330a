"""A comment by which an import knows its files again: where they are from, and what was written then."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

__all__ = ["Stamp", "digest", "is_untouched", "stamp_of", "stamped"]

_STAMP = re.compile(r"^# Source: (?P<source>\S+ \S+), as imported: (?P<digest>[0-9a-f]{12})\n", re.MULTILINE)


@dataclass(frozen=True)
class Stamp:
    """The source of a file, and the digest of the text that an import wrote."""

    source: str
    digest: str


_FILES = re.compile(r"^# Imported from .*\n", re.MULTILINE)
"""Which files an import was from: their names change while what they say does not."""


def digest(text: str) -> str:
    """Twelve digits that another text does not have."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:12]


def stamped(text: str, source: str) -> str:
    """The text of a file with its source and digest as a comment below the first line."""
    if not source:
        return text
    first, _, rest = text.partition("\n")
    return f"{first}\n# Source: {source}, as imported: {_of_content(text)}\n{rest}"


def _of_content(text: str) -> str:
    return digest(_FILES.sub("", text))


def stamp_of(text: str) -> Stamp | None:
    """The source and digest that a file names; None for a file that no import wrote."""
    found = _STAMP.search(text)
    return Stamp(found["source"], found["digest"]) if found else None


def is_untouched(text: str) -> bool:
    """Whether a file is as an import wrote it."""
    stamp = stamp_of(text)
    return stamp is not None and _of_content(_STAMP.sub("", text, count=1)) == stamp.digest
