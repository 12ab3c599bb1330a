"""A file's text with its slips patched for reading on, so that one slip never hides those behind it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pirgen.diagnostics import Edit, Fix, Lines, Span

Patch = tuple[int, int, str]
"""The start and the end of a stretch of text, as offsets, and what to put in its place."""


@dataclass(frozen=True, slots=True)
class Patched:
    """A text made from a file's own by patches. Its offsets lead back to lines and columns of the file."""

    file: Lines
    text: str
    done: tuple[Patch, ...] = ()

    @classmethod
    def of(cls, text: str) -> Patched:
        """The text of a file as it is."""
        return cls(Lines(text), text)

    def patch(self, patches: Iterable[Patch]) -> Patched:
        """The text with further patches, which don't overlap each other."""
        text, done = self.text, list(self.done)
        for start, end, replacement in sorted(patches, reverse=True):
            text = text[:start] + replacement + text[end:]
            done.append((start, end, replacement))
        return Patched(self.file, text, tuple(done))

    def span(self, start: int, end: int) -> Span:
        """The span of the file that a stretch of this text was made from."""
        return self.file.span(self._origin(start, False), self._origin(end, True))

    def fix(self, patches: Iterable[Patch], is_safe: bool = True) -> Fix:
        """Patches of this text as a fix of the file."""
        edits = tuple(Edit(self.span(start, end), text) for start, end, text in patches)
        return Fix(edits, is_safe)

    def _origin(self, offset: int, is_end: bool) -> int:
        """The offset in the file; inside of a patch, the beginning or the end of what it replaced."""
        for start, end, replacement in reversed(self.done):
            patched_end = start + len(replacement)
            if offset >= patched_end:
                offset += end - patched_end
            elif offset > start:
                offset = end if is_end else start
        return offset
