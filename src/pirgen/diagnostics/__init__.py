"""What we tell an author, as data, and how it looks in a terminal."""

from pirgen.diagnostics.diagnostic import (
    Diagnostic,
    Excerpt,
    Explanation,
    FieldPath,
    Level,
    Place,
    Related,
    Span,
)
from pirgen.diagnostics.near import near_miss
from pirgen.diagnostics.text import headline, render_text, summary

__all__ = [
    "Diagnostic",
    "Excerpt",
    "Explanation",
    "FieldPath",
    "Level",
    "Place",
    "Related",
    "Span",
    "headline",
    "near_miss",
    "render_text",
    "summary",
]
