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
from pirgen.diagnostics.fixes import apply_fixes, reordered, spliced
from pirgen.diagnostics.formats.text import headline, render_text, summary
from pirgen.diagnostics.limit import MOST_FINDINGS, limited
from pirgen.diagnostics.lines import Lines
from pirgen.diagnostics.near import near_miss, surely_meant
from pirgen.diagnostics.report import Report, Waived, joined

__all__ = [
    "MOST_FINDINGS",
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
    "apply_fixes",
    "fingerprints",
    "headline",
    "joined",
    "limited",
    "near_miss",
    "render_text",
    "reordered",
    "spliced",
    "summary",
    "surely_meant",
]
