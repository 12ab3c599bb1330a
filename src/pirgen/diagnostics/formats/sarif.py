"""Diagnostics in SARIF 2.1.0, the form of code scanning services.

Source: OASIS Standard 'Static Analysis Results Interchange Format (SARIF) Version 2.1.0', Errata 01.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

from pirgen import __version__
from pirgen.diagnostics.diagnostic import Diagnostic, Explanation, Level, Place, Span
from pirgen.diagnostics.fingerprint import fingerprints
from pirgen.diagnostics.formats.json import dumped
from pirgen.diagnostics.report import Report, Waived, message_lines

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

_LEVEL = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "note"}
_WORD = re.compile(r"\w+")


def render(report: Report) -> str:
    """The report as a SARIF log of one run; waived findings are in it as suppressed."""
    findings = [*report.found, *(each.finding for each in report.waived)]
    waivers = [None] * len(report.found) + [*report.waived]
    codes = sorted({finding.code for finding in findings})
    run = {
        "tool": {
            "driver": {
                "name": "pirgen",
                "semanticVersion": __version__,
                "rules": [_rule(code, report) for code in codes],
            }
        },
        "invocations": [{"executionSuccessful": True}],
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(finding, codes.index(finding.code), mark, waiver)
            for finding, mark, waiver in zip(
                findings, fingerprints(findings, report.texts), waivers, strict=True
            )
        ],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return dumped(log)


def _rule(code: str, report: Report) -> dict[str, Any]:
    explanation, url = report.explanations.get(code), report.url_of(code)
    described = _described(explanation) if explanation else {}
    return {"id": code, **described} | ({"helpUri": url} if url else {})


def _described(explanation: Explanation) -> dict[str, Any]:
    return {
        "name": "".join(word.capitalize() for word in _WORD.findall(explanation.title)),
        "shortDescription": {"text": explanation.title},
        "fullDescription": {"text": explanation.reason},
        "help": {"text": _help(explanation, "", ""), "markdown": _help(explanation, "```yaml\n", "```\n")},
        "defaultConfiguration": {"level": _LEVEL[explanation.level]},
    }


def _help(explanation: Explanation, before: str, after: str) -> str:
    parts = [f"{explanation.reason}\n"]
    for name, example in (("Not so", explanation.bad), ("But so", explanation.good)):
        parts += [f"{name}:\n\n{before}{example}{after}"] if example else []
    return "\n".join(parts)


def _result(finding: Diagnostic, rule: int, fingerprint: str, waiver: Waived | None) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": _LEVEL[finding.level],
        "message": {"text": _text("\n".join(message_lines(finding)))},
        "locations": [_location(finding.place)],
        "partialFingerprints": {"pirgen/v1": fingerprint},
    }
    if finding.related:
        result["relatedLocations"] = [
            {"id": number, **_location(other.place), "message": {"text": _text(other.message)}}
            for number, other in enumerate(finding.related, start=1)
        ]
    if waiver:
        result["suppressions"] = [
            {"kind": "inSource", "justification": waiver.reason, "location": _location(waiver.place)}
        ]
    return result


def _location(place: Place) -> dict[str, Any]:
    artifact = {"uri": quote(place.file, errors="surrogateescape"), "uriBaseId": "%SRCROOT%"}
    return {"physicalLocation": {"artifactLocation": artifact, "region": _region(place.span)}}


def _region(span: Span) -> dict[str, int]:
    """A region ends, like our spans, before its end column."""
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _text(message: str) -> str:
    """A message without what SARIF would read as a link: ``[text](target)``."""
    return message.replace("](", "] (")
