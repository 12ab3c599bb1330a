"""Diagnostics as JSON for scripts; ``docs/guide/checking.md`` describes the form.

``VERSION`` grows when a key is renamed, removed or changes its meaning; new keys may come at any time.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from pirgen import __version__
from pirgen.diagnostics.diagnostic import Diagnostic, Level, Place
from pirgen.diagnostics.fingerprint import fingerprints
from pirgen.diagnostics.report import Report
from pirgen.wording.printed import json_text

VERSION = 1


def render(report: Report) -> str:
    """The report as one JSON object, with a line feed at its end."""
    counts = Counter(finding.level for finding in report.found)
    waived = [each.finding for each in report.waived]
    marks = fingerprints([*report.found, *waived], report.texts)
    document = {
        "version": VERSION,
        "tool": {"name": "pirgen", "version": __version__},
        "as_of": report.as_of.isoformat() if report.as_of else None,
        "since": report.since or None,
        "counts": {level.value: counts[level] for level in Level} | {"waived": len(waived)},
        "findings": [
            _finding(finding, mark, report)
            for finding, mark in zip(report.found, marks[: len(report.found)], strict=True)
        ],
        "waived": [
            _finding(each.finding, mark, report) | {"waiver": _place(each.place) | {"reason": each.reason}}
            for each, mark in zip(report.waived, marks[len(report.found) :], strict=True)
        ],
    }
    return dumped(document)


def dumped(document: Any) -> str:
    """JSON in ASCII with a line feed at its end, safe to print into the log of a build server."""
    return json_text(document, in_ascii=True) + "\n"


def _finding(finding: Diagnostic, fingerprint: str, report: Report) -> dict[str, Any]:
    explanation = report.explanations.get(finding.code)
    return {
        "code": finding.code,
        "title": explanation.title if explanation else None,
        "level": finding.level.value,
        "message": finding.message,
        **_place(finding.place),
        "field": list(finding.field),
        "expected": finding.expected or None,
        "near": finding.near or None,
        "hint": finding.hint or None,
        "related": [_place(other.place) | {"message": other.message} for other in finding.related],
        "url": report.url_of(finding.code) or None,
        "fingerprint": fingerprint,
    }


def _place(place: Place) -> dict[str, Any]:
    span = place.span
    return {
        "file": place.file,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }
