"""What we tell an author, as data, and how it looks in a terminal and in every form that CI wants."""

from pirgen.diagnostics.diagnostic import (
    Diagnostic,
    Explanation,
    FieldPath,
    Level,
    Place,
    Related,
    Span,
)
from pirgen.diagnostics.fingerprint import fingerprints
from pirgen.diagnostics.near import near_miss
from pirgen.diagnostics.report import Report, Waived, joined
from pirgen.diagnostics.text import headline, render_text, summary

__all__ = [
    "Diagnostic",
    "Explanation",
    "FieldPath",
    "Level",
    "Place",
    "Related",
    "Report",
    "Span",
    "Waived",
    "fingerprints",
    "headline",
    "joined",
    "near_miss",
    "render_text",
    "summary",
]
