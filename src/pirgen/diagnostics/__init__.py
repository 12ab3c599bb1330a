"""What we tell an author, as data, and how it looks in a terminal."""

from pirgen.diagnostics.diagnostic import (
    Diagnostic,
    Edit,
    Explanation,
    FieldPath,
    Fix,
    Level,
    Place,
    Related,
    Span,
)
from pirgen.diagnostics.fixes import mended, reordered, spliced
from pirgen.diagnostics.lines import Lines
from pirgen.diagnostics.near import near_miss, surely_meant
from pirgen.diagnostics.text import headline, render_text, summary

__all__ = [
    "Diagnostic",
    "Edit",
    "Explanation",
    "FieldPath",
    "Fix",
    "Level",
    "Lines",
    "Place",
    "Related",
    "Span",
    "headline",
    "mended",
    "near_miss",
    "render_text",
    "reordered",
    "spliced",
    "summary",
    "surely_meant",
]
