"""What we tell an author, as data, and how it looks in a terminal and in every form that CI wants."""

from pirgen.diagnostics.diagnostic import (
    Diagnostic,
    Edit,
    Excerpt,
    Explanation,
    FieldPath,
    Fix,
    Level,
    Place,
    Related,
    Span,
)
from pirgen.diagnostics.fingerprint import fingerprints
from pirgen.diagnostics.fixes import mended, reordered, spliced
from pirgen.diagnostics.lines import Lines
from pirgen.diagnostics.near import near_miss, surely_meant
from pirgen.diagnostics.report import Report, Waived, joined
from pirgen.diagnostics.text import headline, render_text, summary

__all__ = [
    "Diagnostic",
    "Edit",
    "Excerpt",
    "Explanation",
    "FieldPath",
    "Fix",
    "Level",
    "Lines",
    "Place",
    "Related",
    "Report",
    "Span",
    "Waived",
    "fingerprints",
    "headline",
    "joined",
    "mended",
    "near_miss",
    "render_text",
    "reordered",
    "spliced",
    "summary",
    "surely_meant",
]
