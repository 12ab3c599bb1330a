"""A file's text with its slips patched for reading on, so that one slip never hides those behind it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from pirgen.diagnostics import Edit, Fix, Lines, Span, spliced

Patch = tuple[int, int, str]
"""The start and the end of a stretch of text, as offsets, and what to put in its place."""


@dataclass(frozen=True, slots=True)
class Patched:
    """A text made from a file's own by patches. Its offsets lead back to lines and columns of the file."""

    file: Lines
    text: str
    layers: tuple[_Layer, ...] = ()

    @classmethod
    def of(cls, text: str) -> Patched:
        """The text of a file as it is."""
        return cls(Lines(text), text)

    def patch(self, patches: Iterable[Patch]) -> Patched:
        """The text with further patches, which don't overlap each other."""
        ordered = sorted(patches)
        if not ordered:
            return self
        return Patched(self.file, spliced(self.text, ordered), (*self.layers, _layer(ordered)))

    def span(self, start: int, end: int) -> Span:
        """The span of the file that a stretch of this text was made from."""
        for layer in reversed(self.layers):
            start, end = layer.before(start, is_end=False), layer.before(end, is_end=True)
        last = len(self.file.text)
        return self.file.span(min(start, last), min(end, last))

    def fix(self, patches: Iterable[Patch], is_safe: bool = True) -> Fix:
        """Patches of this text as a fix of the file."""
        edits = tuple(Edit(self.span(start, end), text) for start, end, text in patches)
        return Fix(edits, is_safe)


@dataclass(frozen=True, slots=True)
class _Layer:
    """Patches made at once: where each begins and ends in the text after them, and in the text before."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    patches: tuple[Patch, ...]

    def before(self, offset: int, is_end: bool) -> int:
        """The offset before the patches; inside of one, the beginning or the end of what it replaced."""
        at = bisect_right(self.starts, offset) - 1
        if at < 0:
            return offset
        start, end, _ = self.patches[at]
        if offset >= self.ends[at]:
            return offset - self.ends[at] + end
        return start if offset == self.starts[at] or not is_end else end


def _layer(patches: list[Patch]) -> _Layer:
    moved, starts, ends = 0, [], []
    for start, end, replacement in patches:
        starts.append(start + moved)
        ends.append(start + moved + len(replacement))
        moved += len(replacement) - (end - start)
    return _Layer(tuple(starts), tuple(ends), tuple(patches))
