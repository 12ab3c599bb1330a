"""Diagnostics as text for people: place, message, the line with a caret under the span, and advice."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence

from wcwidth import wcwidth

from pirgen.diagnostics.diagnostic import Diagnostic, Level, Place, Span

_EXCERPT_WIDTH = 160


def render_text(diagnostics: Sequence[Diagnostic], sources: Mapping[str, str], root: str = "") -> str:
    """Every diagnostic with its excerpt, then a line that counts them; ``root`` is put before file names."""
    blocks = [_block(diagnostic, sources, root) for diagnostic in diagnostics]
    return "\n\n".join([*blocks, summary(diagnostics) + _mendable(diagnostics)]) if blocks else ""


def _mendable(diagnostics: Sequence[Diagnostic]) -> str:
    """How many of the findings the machine can mend, and by which command."""
    safe = sum(found.fix is not None and found.fix.is_safe for found in diagnostics)
    guesses = sum(found.fix is not None and not found.fix.is_safe for found in diagnostics)
    lines = []
    if safe:
        lines.append(f"{safe} can be mended with: pirgen check --fix")
    if guesses:
        lines.append(f"{guesses} can be mended by a guess; look at: pirgen check --diff --unsafe-fixes")
    return "".join(f"\n{line}" for line in lines)


def summary(diagnostics: Sequence[Diagnostic]) -> str:
    """How many of each level, such as ``2 errors and 1 warning``."""
    counts = Counter(diagnostic.level for diagnostic in diagnostics)
    parts = [_counted(counts[level], level) for level in Level if counts[level]]
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def headline(diagnostic: Diagnostic, root: str = "") -> str:
    """The finding in one line: ``incidents/x/pir.yaml:14:9: error PIR105 status 'no' is not known``."""
    place, level = diagnostic.place, diagnostic.level.value
    return f"{_where(place, root)}: {level} {diagnostic.code} {harmless(diagnostic.message)}"


def harmless(text: str) -> str:
    """The text with control and direction-changing characters made visible, safe for a terminal."""
    return "".join(_visible(letter) for letter in text)


def _visible(letter: str) -> str:
    if letter == "\t":
        return " "
    return "\N{REPLACEMENT CHARACTER}" if unicodedata.category(letter) in ("Cc", "Cf", "Cs") else letter


def _counted(count: int, level: Level) -> str:
    plural = "" if count == 1 or level is Level.INFO else "s"
    return f"{count} {level.value}{plural}"


def _where(place: Place, root: str) -> str:
    return f"{root}{harmless(place.file)}:{place.span.line}:{place.span.column}"


def _block(diagnostic: Diagnostic, sources: Mapping[str, str], root: str) -> str:
    lines = [headline(diagnostic, root), *_excerpt(diagnostic.place, sources)]
    if diagnostic.expected:
        lines.append(f"  expected: {harmless(diagnostic.expected)}")
    if diagnostic.near:
        lines.append(f"  did you mean: {harmless(diagnostic.near)}")
    if diagnostic.hint:
        lines.append(f"  hint: {harmless(diagnostic.hint)}")
    lines += [f"  see: {_where(other.place, root)} {harmless(other.message)}" for other in diagnostic.related]
    return "\n".join(lines)


def _excerpt(place: Place, sources: Mapping[str, str]) -> list[str]:
    lines = sources.get(place.file, "").split("\n")
    if place.span.line > len(lines):
        return []
    line = lines[place.span.line - 1].rstrip("\r")
    if not line.strip():
        return []
    start = max(0, place.span.column - 1 - _EXCERPT_WIDTH // 2)
    shown = line[start : start + _EXCERPT_WIDTH]
    gutter = f"{place.span.line:>5} | "
    return [gutter + harmless(shown), " " * 5 + " | " + _carets(shown, place.span, start)]


def _carets(shown: str, span: Span, start: int) -> str:
    first = span.column - 1 - start
    last = span.end_column - 1 - start if span.end_line == span.line else len(shown)
    before, marked = shown[:first], shown[first : max(last, first + 1)]
    return " " * _width(before) + "^" * max(_width(marked), 1)


def _width(text: str) -> int:
    return sum(max(wcwidth(letter), 0) for letter in harmless(text))
