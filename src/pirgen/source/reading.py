"""The state of reading one file: where we are in it, what it may refer to, and what was found wrong."""

from __future__ import annotations

from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from pirgen.diagnostics import Diagnostic, Explanation, FieldPath, Place, Span
from pirgen.model import Vocabulary


@dataclass(frozen=True, slots=True)
class Findings:
    """What reading a file gathers: the diagnostics, and where each field of the model was written."""

    diagnostics: list[Diagnostic] = field(default_factory=list)
    places: dict[FieldPath, Span] = field(default_factory=dict)
    keys: dict[FieldPath, Span] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """A place in a file that is being read."""

    file: str
    vocabulary: Vocabulary
    findings: Findings
    path: FieldPath = ()
    zone: ZoneInfo | None = None

    def inside(self, step: str | int, span: Span) -> Reading:
        """The reading of the value of a key, or of the item of a list, remembering where it is."""
        path = (*self.path, step)
        self.findings.places[path] = span
        return Reading(self.file, self.vocabulary, self.findings, path, self.zone)

    @property
    def name(self) -> str:
        """What an author calls the value: the nearest key."""
        return next((step for step in reversed(self.path) if isinstance(step, str)), "file")

    def report(
        self, code: Explanation, span: Span, message: str, *, expected: str = "", near: str = "", hint: str = ""
    ) -> None:
        """Note what is wrong at a span of this file."""
        place = Place(self.file, span)
        self.findings.diagnostics.append(
            Diagnostic(code.code, code.level, message, place, expected, near, hint, field=self.path)
        )
