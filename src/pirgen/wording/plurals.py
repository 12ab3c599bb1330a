"""Numbers of things, and words in sentences."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["counted", "listed", "plural", "upper_first"]


def plural(count: int, one: str, many: str = "") -> str:
    """The word for that many things: ``counted`` without the number."""
    return one if count == 1 else many or f"{one}s"


def counted(count: int, one: str, many: str = "") -> str:
    """A number of things: ``1 file``, ``2,000 files``; ``many`` where the plural is not made with an s."""
    return f"{count:,} {plural(count, one, many)}"


def listed(words: Sequence[str], last: str = "and") -> str:
    """Words as a list in a sentence: ``a``, ``a and b``, ``a, b and c``."""
    return f" {last} ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def upper_first(text: str) -> str:
    """A text as the beginning of a sentence; the rest keeps its letters: ``SRE lead`` is no ``Sre lead``."""
    return text[:1].upper() + text[1:]
