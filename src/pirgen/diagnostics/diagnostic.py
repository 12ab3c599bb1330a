"""What we tell an author: one thing that is wrong, complete at birth and drawn elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

FieldPath = tuple[str | int, ...]
"""The way to a value inside a file: ``("timeline", 3, "at")`` is the time of the fourth event."""


class Level(Enum):
    """How much it matters. Errors stop a build; warnings do so under ``--strict``."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Span(NamedTuple):
    """A stretch of text. Lines and columns count from 1, columns in code points; the end is exclusive.

    A named tuple, since a folder has hundreds of thousands of them and nothing frozen is made faster.
    """

    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


_START = Span()


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """A span of a file; ``file`` is relative to the folder of incidents, with forward slashes."""

    file: str
    span: Span = _START


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A stretch of a value's text, from ``start`` up to and without ``end``, in code points."""

    text: str
    start: int
    end: int

    @property
    def words(self) -> str:
        """The stretch itself."""
        return self.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that an author needs to see, and why."""

    place: Place
    message: str


@dataclass(frozen=True, slots=True)
class Edit:
    """A span of a file and the text to put in its place; an empty span is a place to insert at."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that fix a finding together.

    A safe fix keeps what the author meant beyond doubt; another is a guess that somebody should look at.
    """

    edits: tuple[Edit, ...]
    is_safe: bool = True


@dataclass(frozen=True, slots=True)
class Explanation:
    """A code and what it stands for: the text of ``pirgen explain`` and of the rules' pages.

    ``bad`` and ``good`` are YAML examples that run as tests (``rules/examples.py`` has the form);
    a problem of the file itself may have none.
    """

    code: str
    title: str
    level: Level
    reason: str
    bad: str = ""
    good: str = ""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding at one place.

    ``message`` states what is wrong and quotes what was written. ``expected`` says what would have
    been right, ``near`` is the near miss to offer, ``hint`` advises; each may be empty. ``field`` is the
    way to the value inside its file; it is empty where the finding is about the file or its text. ``fix``
    are edits of the same file that fix it, None where only a person can tell.
    """

    code: str
    level: Level
    message: str
    place: Place
    expected: str = ""
    near: str = ""
    hint: str = ""
    related: tuple[Related, ...] = ()
    field: FieldPath = ()
    fix: Fix | None = None

    @property
    def sort_key(self) -> tuple[Place, str, str]:
        """File order, then code."""
        return (self.place, self.code, self.message)
