"""What a fault tree shows at one place, measured but not yet placed: a box, a symbol, and words below it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from pirgen.diagrams.fault_tree.shown_findings import ShownFindings
from pirgen.diagrams.fault_tree.symbols import Symbol
from pirgen.diagrams.text.metrics import line_height
from pirgen.diagrams.text.wrapping import wrap, wrap_evenly
from pirgen.model import Action, Basis, Factor
from pirgen.wording.plain_text import plain

__all__ = ["LEAD", "NOTE", "PADDING", "TEXT", "Note", "Oval", "Scene", "TreeCard", "lines_of", "with_basis"]

TEXT, NOTE = 12.0, 11.0
"""Font sizes: of boxes, and of what stands below their text or below a symbol."""

PADDING = 8.0
"""Between a box's side and its text."""

LEAD = 8.0
"""From a box down to its symbol."""


@dataclass(frozen=True)
class Note:
    """A few words below a symbol or in a box."""

    lines: tuple[str, ...]
    classes: str = "pirgen-tree-note"
    link: str = ""
    tooltip: str = ""

    @property
    def height(self) -> float:
        """Its height in pixels, with the space above it."""
        return len(self.lines) * line_height(NOTE) + 3


@dataclass(frozen=True)
class Oval:
    """The condition beside an inhibit gate."""

    lines: tuple[str, ...]
    classes: str
    link: str
    notes: tuple[Note, ...]
    width: float
    height: float


@dataclass(frozen=True)
class TreeCard:
    """Everything at one place.

    ``captions`` go into the box below its text. ``word`` goes into the symbol, or ``sign``, a class with
    an outline; ``state`` are the classes of both. ``letter`` is that of a gate which other places refer to.
    """

    lines: tuple[str, ...]
    size: float
    classes: str
    width: float
    symbol: Symbol
    captions: tuple[Note, ...] = ()
    notes: tuple[Note, ...] = ()
    word: str = ""
    sign: str = ""
    state: str = ""
    link: str = ""
    tooltip: str = ""
    letter: str = ""
    oval: Oval | None = None

    @cached_property
    def height(self) -> float:
        """The height that its box needs."""
        return self.text_height + 2 * PADDING

    @cached_property
    def text_height(self) -> float:
        """The height of its text and captions."""
        return len(self.lines) * line_height(self.size) + _height(self.captions)

    @property
    def right(self) -> float:
        """How far it reaches to the right of its middle."""
        return self.width / 2 + (self.oval.width if self.oval else 0)

    @cached_property
    def foot(self) -> float:
        """Its height below the box."""
        below = self.symbol.height + _height(self.notes)
        if self.oval:
            beside = (self.symbol.height + self.oval.height) / 2 + _height(self.oval.notes)
            below = max(below, beside)
        return LEAD + below


@dataclass(frozen=True)
class Scene:
    """What no place knows by itself.

    ``shared`` are the ids of factors drawn at several places, ``letters`` those of gates that are.
    ``parts`` are the parts that gates are drawn in, where there are several.
    """

    factors: dict[str, Factor]
    actions: tuple[Action, ...]
    shared: frozenset[str]
    letters: dict[str, str]
    findings: ShownFindings
    parts: Mapping[str, int]

    def numbers(self, id: str) -> tuple[Note, ...]:
        """The numbers of a gate or factor, each in a line."""
        return tuple(Note((words,)) for words in dict(self.findings.numbers).get(id, ()))


def lines_of(markdown: str, width: float, size: float, most: int, bold: bool = False) -> tuple[str, ...]:
    """The text in about equally long lines, shortened where it needs more than ``most``."""
    text = plain(markdown)
    lines = wrap_evenly(text, width, size, bold)
    return lines if len(lines) <= most else wrap(text, width, size, bold, most)


def with_basis(classes: str, basis: Basis | None) -> str:
    """The classes, with that of a thing which the review infers where it does."""
    return f"{classes} pirgen-inferred" if basis is Basis.INFERRED else classes


def _height(notes: tuple[Note, ...]) -> float:
    return sum(note.height for note in notes)
