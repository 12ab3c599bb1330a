"""Texts as parts of addresses and anchors."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import count

__all__ = ["slug", "unlike_slugs"]


def slug(text: str) -> str:
    """A text as part of an anchor: lower case, every run of other characters a hyphen."""
    return re.sub(r"[\W_]+", "-", text.lower()).strip("-") or "unnamed"


def unlike_slugs(names: Iterable[str], *kept_free: str) -> dict[str, str]:
    """A slug for each name, no two alike and none of those kept free; the later one gets a number."""
    slugs: dict[str, str] = {}
    taken = {*kept_free}
    for name in names:
        slugs[name] = next(tried for tried in _numbered(slug(name)) if tried not in taken)
        taken.add(slugs[name])
    return slugs


def _numbered(base: str) -> Iterator[str]:
    yield base
    yield from (f"{base}-{number}" for number in count(2))
