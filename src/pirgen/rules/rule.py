"""The shape of a rule: an explanation and a check, which sees the whole book and names fields, not lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from pirgen.diagnostics import Excerpt, Explanation, FieldPath, Level
from pirgen.model import Book


@dataclass(frozen=True)
class Field:
    """A field of one file: ``2026-03-14-x/pir.yaml`` and ``("actions", 0, "due")``.

    With ``at_key`` the key itself is meant and not its value; with an ``excerpt`` only some words of it.
    """

    file: str
    path: FieldPath
    at_key: bool = False
    excerpt: Excerpt | None = None


@dataclass(frozen=True)
class Finding:
    """What a rule found at a field.

    ``related`` are other fields to see, each with the reason; ``depends`` are fields that it is drawn
    from without showing them. Where one of all these could not be read, the finding is not made.
    ``level`` is given where it is milder here than the rule's own.

    ``replacement`` is the word to write at the field instead, where there is no doubt. ``order`` lists the
    present positions of the entries of the list around the field in the order that they should have.
    """

    at: Field
    message: str
    expected: str = ""
    near: str = ""
    hint: str = ""
    related: tuple[tuple[Field, str], ...] = ()
    depends: tuple[Field, ...] = ()
    level: Level | None = None
    replacement: str = ""
    order: tuple[int, ...] = ()


Check = Callable[[Book, date], Iterator[Finding]]
"""Judges a book as of a day."""


@dataclass(frozen=True)
class Rule:
    """What a good incident or review satisfies, why, and how to tell."""

    explanation: Explanation
    check: Check

    @property
    def code(self) -> str:
        """The stable code, never used again for another rule."""
        return self.explanation.code


def rule(code: str, title: str, level: Level, reason: str, bad: str, good: str, check: Check) -> Rule:
    """A rule; ``bad`` and ``good`` are examples in the form of ``examples.py``, if there are any."""
    bad, good = (text.strip("\n") + "\n" if text else "" for text in (bad, good))
    return Rule(Explanation(code, title, level, reason, bad, good), check)


def in_incident(id: str, *path: str | int) -> Field:
    """A field of an incident's own file."""
    return Field(f"{id}/incident.yaml", path)


def in_review(id: str, *path: str | int) -> Field:
    """A field of a review's file."""
    return Field(f"{id}/pir.yaml", path)
