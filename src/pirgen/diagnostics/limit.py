"""How many findings of one file are shown; the rest is counted, since nobody reads thousands of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from pirgen.diagnostics.diagnostic import Diagnostic, Explanation, Level, Place
from pirgen.diagnostics.formats.text import summary

__all__ = ["MOST_FINDINGS", "limited"]

MOST_FINDINGS = 200
"""How many findings of one file are shown."""

_WORST_FIRST = tuple(Level)
_HINT = "fix the first ones and check again; most often they have one cause"


def limited(findings: Iterable[Diagnostic], code: Explanation) -> Iterator[Diagnostic]:
    """Findings in file order, of each file so many, errors first, and then, under ``code``, how many more."""
    for file, group in groupby(findings, key=lambda finding: finding.place.file):
        here = list(group)
        shown = set(map(id, sorted(here, key=lambda found: _WORST_FIRST.index(found.level))[:MOST_FINDINGS]))
        yield from (found for found in here if id(found) in shown)
        if rest := [found for found in here if id(found) not in shown]:
            level = next(level for level in Level if any(finding.level is level for finding in rest))
            message = f"and {len(rest):,} more problems in this file: {summary(rest)}"
            yield Diagnostic(code.code, level, message, Place(file, rest[0].place.span), hint=_HINT)
