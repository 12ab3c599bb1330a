"""Diagnostics as a GitLab Code Quality report, shown beside the changes of a merge request."""

from __future__ import annotations

from typing import Any

from pirgen.diagnostics.diagnostic import Diagnostic, Level
from pirgen.diagnostics.fingerprint import fingerprints
from pirgen.diagnostics.formats.json import dumped
from pirgen.diagnostics.report import Report, message_lines

_SEVERITY = {Level.ERROR: "major", Level.WARNING: "minor", Level.INFO: "info"}


def render(report: Report) -> str:
    """A JSON list of issues; GitLab shows only one of those that share a fingerprint, so none do."""
    marks = fingerprints(report.found, report.texts)
    issues = [_issue(finding, mark) for finding, mark in zip(report.found, marks, strict=True)]
    return dumped(issues)


def _issue(finding: Diagnostic, fingerprint: str) -> dict[str, Any]:
    return {
        "description": "; ".join(message_lines(finding)),
        "check_name": finding.code,
        "fingerprint": fingerprint,
        "severity": _SEVERITY[finding.level],
        "location": {
            "path": finding.place.file.removeprefix("./"),
            "lines": {"begin": finding.place.span.line},
        },
    }
