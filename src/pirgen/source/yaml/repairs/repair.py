"""What libyaml fell over, and a change that lets it read on: the words that every kind of repair speaks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pirgen.diagnostics import Explanation
from pirgen.source import codes
from pirgen.source.yaml.patched import Patch

LONGEST_LINE = 4_000
"""How many characters of brackets and braces on one line are looked into."""

QUOTE = "put the whole value in quotes"


@dataclass(frozen=True, slots=True)
class Fault:
    """Where libyaml gave up, what it said, and where what it was reading began; offsets of the text."""

    said: str
    at: int
    since: int

    @property
    def known_from(self) -> int:
        """From where on something is wrong: an open quote swallows all up to the end of the file."""
        return self.since if "end of stream" in self.said else self.at


@dataclass(frozen=True, slots=True)
class Repair:
    """A slip between two offsets, and patches with which libyaml reads on.

    ``is_safe`` is None where the patches serve for reading on only and nothing is offered to the author.
    """

    start: int
    end: int
    message: str
    hint: str
    patches: tuple[Patch, ...]
    is_safe: bool | None = True
    code: Explanation = codes.SYNTAX

    @property
    def size(self) -> int:
        """By how many letters the patches make the text longer or shorter."""
        return sum(abs(len(replacement) - (end - start)) for start, end, replacement in self.patches)


Unread = Callable[[tuple[Patch, ...]], int | None]
"""How many letters libyaml leaves unread with patches; None where they don't help it on."""
