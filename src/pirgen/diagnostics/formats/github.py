"""Diagnostics for GitHub Actions: annotations in the pull request, and a summary of the step.

GitHub shows ten annotations of a level a step and no more, so these are the first ten of each level,
and the rest is in the log and in the summary.
"""

from __future__ import annotations

import re
from hashlib import sha256

from pirgen.diagnostics.diagnostic import Diagnostic, Level
from pirgen.diagnostics.formats import text
from pirgen.diagnostics.report import Report, message_lines
from pirgen.wording.printed import harmless

MOST = 10
"""How many annotations of one level GitHub shows of a step."""

MOST_BYTES = 1_000_000
"""How long a summary may be; GitHub drops what is longer than a mebibyte."""

_COMMAND = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "notice"}
_MEANING = re.compile(r"([\\`*_\[\]<>|&~#$:@!])")


def render(report: Report) -> str:
    """The report as text for the log, then the workflow commands that make the annotations."""
    return _shielded(text.render(report)) + "".join(f"{line}\n" for line in _annotations(report))


def step_summary(report: Report) -> str:
    """Everything as Markdown, for the file that GITHUB_STEP_SUMMARY names."""
    head = ["## pirgen", "", _markdown(text.conclusion(report))]
    if report.found:
        head += ["", "| | place | finding |", "|---|---|---|"]
    rows = [_row(finding, report) for finding in report.found]
    allowed = ["", *(f"- {_markdown(line)}" for line in text.allowed_errors(report))]
    return "\n".join([*head, *_fitting([*rows, *allowed] if len(allowed) > 1 else rows), ""])


def _shielded(log: str) -> str:
    """Text from files, shown as it is: no line of it is obeyed until a token that it cannot contain."""
    token = sha256(log.encode("utf-8", "replace")).hexdigest()
    return f"::stop-commands::{token}\n{log}::{token}::\n"


def _annotations(report: Report) -> list[str]:
    by_level = {level: [found for found in report.found if found.level is level] for level in Level}
    is_crowded = any(len(findings) > MOST for findings in by_level.values())
    lines, left_out = [], []
    for level, findings in by_level.items():
        room = MOST - 1 if is_crowded and level is Level.INFO else MOST  # the last notice tells of the rest
        lines += [_annotation(finding, report) for finding in findings[:room]]
        left_out += findings[room:]
    if left_out:
        more = f"and {text.summary(left_out)} more, all of them in the log and in the summary of this step"
        lines.append(f"::notice title=pirgen::{_data(more)}")
    return lines


def _annotation(finding: Diagnostic, report: Report) -> str:
    """One workflow command; only the first line is named, since GitHub shows it under the last."""
    place, span = finding.place, finding.place.span
    explanation = report.explanations.get(finding.code)
    title = f"{finding.code} {explanation.title}" if explanation else finding.code
    properties = {"file": place.file, "line": span.line, "col": span.column}
    if span.end_line == span.line and span.end_column > span.column:
        properties["endColumn"] = span.end_column
    properties["title"] = title
    named = ",".join(f"{name}={_property(harmless(str(value)))}" for name, value in properties.items())
    url = report.url_of(finding.code)
    said = "\n".join(harmless(line) for line in [*message_lines(finding), *([url] if url else [])])
    return f"::{_COMMAND[finding.level]} {named}::{_data(said)}"


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")


def _row(finding: Diagnostic, report: Report) -> str:
    span, url = finding.place.span, report.url_of(finding.code)
    code = f"[{finding.code}]({url})" if url else finding.code
    place = _markdown(f"{finding.place.file}:{span.line}:{span.column}")
    said = "<br>".join(_markdown(line) for line in message_lines(finding))
    return f"| {finding.level.value} {code} | {place} | {said} |"


def _fitting(rows: list[str]) -> list[str]:
    """As many rows as a summary may have, and how many those are that it has not."""
    size = 0
    for index, row in enumerate(rows):
        size += len(row.encode()) + 1
        if size > MOST_BYTES:
            return [*rows[:index], "", f"and {len(rows) - index} more, which are in the log"]
    return rows


def _markdown(value: str) -> str:
    """Text that Markdown shows as it is."""
    return _MEANING.sub(r"\\\1", harmless(value))
