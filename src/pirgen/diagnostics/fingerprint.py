"""What makes a finding the same finding after the lines around it have moved."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from hashlib import sha256

from pirgen.diagnostics.diagnostic import Diagnostic, Span

_NUMBER = re.compile(r"\d+")


def fingerprints(findings: Iterable[Diagnostic], texts: Mapping[str, str]) -> list[str]:
    """A fingerprint for each finding, no two of them equal.

    It is made of the code, the file, the field without positions in lists, the first line of what was
    written there, and the message without its numbers, which may count days. No line number is in it, so
    it stays when text moves. Findings that are alike in all of this are numbered in their order.
    """
    seen: Counter[str] = Counter()
    made = []
    for finding in findings:
        text = texts.get(finding.place.file, "")
        field = [step for step in finding.field if isinstance(step, str)]
        message = _NUMBER.sub("#", finding.message)
        parts = (finding.code, finding.place.file, *field, _first_line(text, finding.place.span), message)
        same = "\0".join(parts)
        seen[same] += 1
        made.append(sha256(f"{same}\0{seen[same]}".encode("utf-8", "replace")).hexdigest()[:32])
    return made


def _first_line(text: str, span: Span) -> str:
    lines = text.split("\n", span.line)
    line = lines[span.line - 1] if span.line <= len(lines) else ""
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    return " ".join(line[span.column - 1 : end].split())
