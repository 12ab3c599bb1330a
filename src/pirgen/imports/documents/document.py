"""A document as Markdown, with whom it names and what was left out of it."""

from __future__ import annotations

from dataclasses import dataclass

from pirgen.imports.incident import NamedPerson

__all__ = ["SourceDocument"]


@dataclass(frozen=True)
class SourceDocument:
    """The text, the people whom it names as its authors, and how many of what were left out."""

    text: str
    known: tuple[NamedPerson, ...] = ()
    left_out: tuple[tuple[str, int], ...] = ()
