"""The state of reading one file: where we are in it, what it may refer to, and what was found wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from zoneinfo import ZoneInfo

from pirgen.diagnostics import MOST_FINDINGS, Diagnostic, Edit, Explanation, FieldPath, Fix, Lines, Place, Span
from pirgen.model import Vocabulary

MOST_BROKEN = 200
"""How many broken spans of one line are looked at."""


@dataclass(frozen=True, slots=True)
class Findings:
    """What reading a file gathers: the diagnostics, and where each field of the model was written.

    ``source`` are its lines; ``broken`` are the spans of what YAML itself could not read as it stands, by
    the line that they begin on.
    """

    diagnostics: list[Diagnostic] = field(default_factory=list)
    places: dict[FieldPath, Span] = field(default_factory=dict)
    keys: dict[FieldPath, Span] = field(default_factory=dict)
    source: Lines = field(default_factory=lambda: Lines(""))
    broken: Mapping[int, list[Span]] = field(default_factory=dict)


class Reading(NamedTuple):
    """A place in a file that is being read.

    ``elsewhere`` says of an unknown key in the mapping at a path where it belongs.
    """

    file: str
    vocabulary: Vocabulary
    findings: Findings
    path: FieldPath = ()
    zone: ZoneInfo | None = None
    elsewhere: Callable[[str, Sequence[str | int]], str] = lambda key, path: ""

    def inside(self, step: str | int, span: Span) -> Reading:
        """The reading of the value of a key, or of the item of a list, remembering where it is."""
        path = (*self.path, step)
        self.findings.places[path] = span
        return Reading(self.file, self.vocabulary, self.findings, path, self.zone, self.elsewhere)

    @property
    def is_crowded(self) -> bool:
        """Whether so much was found in the file that near misses are not looked for any more."""
        return len(self.findings.diagnostics) > MOST_FINDINGS

    @property
    def name(self) -> str:
        """What an author calls the value: the nearest key."""
        return next((step for step in reversed(self.path) if isinstance(step, str)), "file")

    def report(
        self,
        code: Explanation,
        span: Span,
        message: str,
        *,
        expected: str = "",
        near: str = "",
        hint: str = "",
        fix: Fix | None = None,
    ) -> None:
        """Note what is wrong at a span of this file, unless the span was broken before it was read."""
        if any(_is_within(broken, span) for broken in self.findings.broken.get(span.line, ())[:MOST_BROKEN]):
            return
        place = Place(self.file, span)
        self.findings.diagnostics.append(
            Diagnostic(code.code, code.level, message, place, expected, near, hint, field=self.path, fix=fix)
        )

    def written(self, span: Span) -> str:
        """What the file has at a span, with quotes and all."""
        return self.findings.source.written(span)


def _is_within(inner: Span, outer: Span) -> bool:
    """Whether two spans are the same, or one of a single line holds the other."""
    one, other = sorted(
        (inner, outer), key=lambda span: (span.line, span.column, -span.end_line, -span.end_column)
    )
    holds = (other.end_line, other.end_column) <= (one.end_line, one.end_column)
    return inner == outer or (outer.line == outer.end_line == inner.line and holds)


def replaced(span: Span, text: str, is_safe: bool = True) -> Fix:
    """The fix that writes a text at a span."""
    return Fix((Edit(span, text),), is_safe)
