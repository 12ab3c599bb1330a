"""Diagnostics as text for people: place, message, the line with a caret under the span, and advice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from pirgen.diagnostics.diagnostic import Diagnostic, Level, Place, Span
from pirgen.diagnostics.lines import Lines
from pirgen.diagnostics.report import Report, advice
from pirgen.wording.printed import harmless

_EXCERPT_WIDTH = 160

Paint = Callable[[str, str], str]
"""Gives a text a style of ``_STYLES``."""

_STYLES = {"error": "1;31", "warning": "1;33", "info": "1;36", "place": "1", "quiet": "2", "advice": "1"}
"""ANSI colours by name, those that stand out on light and on dark terminals."""


def render(report: Report, colour: bool = False) -> str:
    """Every finding with its excerpt, then the counts in one line, and how to read more."""
    paint = _coloured if colour else _plain
    sources = _lines(report.texts)
    blocks = [_block(finding, sources, "", paint) for finding in report.found]
    codes = sorted({finding.code for finding in report.found})
    more = [paint(f"for details: pirgen explain {' '.join(codes)}", "quiet")] if codes else []
    allowed = [harmless(line) for line in allowed_errors(report)]
    return (
        "\n\n".join([*blocks, "\n".join([*allowed, conclusion(report) + _fixable(report.found), *more])]) + "\n"
    )


def allowed_errors(report: Report) -> list[str]:
    """A line for each error that its author allows, with the reason, so that a reviewer can judge it."""
    return [
        f"{each.finding.place.file}:{each.finding.place.span.line}: waived {each.finding.code} "
        f"{each.finding.message}: {each.reason}"
        for each in report.waived
        if each.finding.level is Level.ERROR
    ]


def render_text(diagnostics: Sequence[Diagnostic], sources: Mapping[str, str], root: str = "") -> str:
    """Every diagnostic with its excerpt, then a line that counts them; ``root`` is put before file names."""
    lines = _lines(sources)
    blocks = [_block(diagnostic, lines, root, _plain) for diagnostic in diagnostics]
    return "\n\n".join([*blocks, summary(diagnostics) + _fixable(diagnostics)]) if blocks else ""


def _lines(texts: Mapping[str, str]) -> dict[str, Lines]:
    """The lines of each text, which is cut only once, and only where something is shown of it."""
    return {file: Lines(text) for file, text in texts.items()}


def _fixable(diagnostics: Sequence[Diagnostic]) -> str:
    """How many of the findings pirgen can fix, and by which command."""
    safe = sum(found.fix is not None and found.fix.is_safe for found in diagnostics)
    guesses = sum(found.fix is not None and not found.fix.is_safe for found in diagnostics)
    lines = []
    if safe:
        lines.append(f"{safe} fixable with: pirgen check --fix")
    if guesses:
        lines.append(f"{guesses} fixable by a guess; preview with: pirgen check --diff --unsafe-fixes")
    return "".join(f"\n{line}" for line in lines)


def conclusion(report: Report) -> str:
    """The result in one line: ``2 errors and 1 warning, 3 waived``, or that there are no problems."""
    nothing = f"no new problems since {report.since}" if report.since else "no problems found"
    said = summary(report.found) or harmless(f"{report.scope} checked, {nothing}")
    return f"{said}, {len(report.waived)} waived" if report.waived else said


def summary(diagnostics: Sequence[Diagnostic]) -> str:
    """How many of each level, such as ``2 errors and 1 warning``."""
    counts = Counter(diagnostic.level for diagnostic in diagnostics)
    parts = [counted(counts[level], level) for level in Level if counts[level]]
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def counted(count: int, level: Level) -> str:
    """A number of findings of a level: ``1 error``, ``2 warnings``, ``3 info``."""
    plural = "" if count == 1 or level is Level.INFO else "s"
    return f"{count} {level.value}{plural}"


def headline(diagnostic: Diagnostic, root: str = "") -> str:
    """The finding in one line: ``incidents/x/pir.yaml:14:9: error PIR105 status 'no' is not known``."""
    return _headline(diagnostic, root, _plain)


def _plain(text: str, style: str) -> str:
    return text


def _coloured(text: str, style: str) -> str:
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m"


def _headline(diagnostic: Diagnostic, root: str, paint: Paint) -> str:
    level = diagnostic.level.value
    kind = paint(f"{level} {diagnostic.code}", level)
    return f"{paint(_where(diagnostic.place, root) + ':', 'place')} {kind} {harmless(diagnostic.message)}"


def _where(place: Place, root: str) -> str:
    file = harmless(root + place.file)
    file = f"./{file}" if file.startswith("::") else file  # a line that begins so is a command on GitHub
    return f"{file}:{place.span.line}:{place.span.column}"


def _block(diagnostic: Diagnostic, sources: Mapping[str, Lines], root: str, paint: Paint) -> str:
    lines = [_headline(diagnostic, root, paint), *_excerpt(diagnostic, sources, paint)]
    lines += [f"  {paint(name + ':', 'advice')} {harmless(text)}" for name, text in advice(diagnostic)]
    lines += [f"  see: {_where(other.place, root)} {harmless(other.message)}" for other in diagnostic.related]
    return "\n".join(lines)


def _excerpt(diagnostic: Diagnostic, sources: Mapping[str, Lines], paint: Paint) -> list[str]:
    span = diagnostic.place.span
    file = sources.get(diagnostic.place.file)
    line = file.line(span.line) if file else ""
    if not line.strip():
        return []
    start = max(0, span.column - 1 - _EXCERPT_WIDTH // 2)
    shown = line[start : start + _EXCERPT_WIDTH]
    before, marked = _carets(shown, span, start)
    return [
        paint(f"{span.line:>5} | ", "quiet") + harmless(shown),
        paint(" " * 5 + " | ", "quiet") + before + paint(marked, diagnostic.level.value),
    ]


def _carets(shown: str, span: Span, start: int) -> tuple[str, str]:
    """The spaces before the carets, and the carets, as wide as what they stand under."""
    first = span.column - 1 - start
    last = span.end_column - 1 - start if span.end_line == span.line else len(shown)
    before, marked = shown[:first], shown[first : max(last, first + 1)]
    return " " * _width(before), "^" * max(_width(marked), 1)


def _width(text: str) -> int:
    """How many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    from wcwidth import wcswidth  # imported where it is needed, since it takes longer than all the rest

    return max(wcswidth(harmless(text)), 0)
