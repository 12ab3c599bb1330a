"""What a reader does first: takes the one text of a value, or says why there is none."""

from __future__ import annotations

from pirgen.diagnostics import Fix, Span
from pirgen.source import codes
from pirgen.source.fields.reading import Reading, replaced
from pirgen.source.yaml.nodes import Mapping, Node, Scalar, Sequence
from pirgen.source.yaml.quoting import quoted

LONGEST_QUOTE = 72
"""How many characters of a value a message repeats."""


def is_empty(node: Node) -> bool:
    """Whether a key has nothing behind it: no text, or YAML's words for null."""
    return isinstance(node, Scalar) and node.is_plain and node.text in ("", "~", "null", "Null", "NULL")


def scalar_of(node: Node, reading: Reading, expected: str, is_text: bool = False) -> Scalar | None:
    """The one text of a value, or None where it has none or holds several, which is reported.

    Where any text will do, ``is_text``, it may be that quotes are missing, and they are offered.
    """
    if isinstance(node, Scalar) and not is_empty(node) and node.text.strip():
        if node.cut:
            _report_cut(node, node.cut, reading, is_text)
        return node
    if isinstance(node, Scalar):
        reading.report(codes.EMPTY_VALUE, node.span, f"{reading.name} is {said(node)}", expected=expected)
        return None
    span = _tight(node)
    is_one_line = span.line == span.end_line and not reading.written(span).startswith(("- ", "?"))
    is_pair = isinstance(node, Mapping) and reading.written(span).startswith("{") and not _is_bare(node)
    is_likely_text = is_text and is_one_line and _is_most_likely_text(node) and not is_pair
    hint = "put the whole value in quotes" if is_likely_text else _first_of(node, reading)
    hint = "write a text in its place: the words, without a key" if is_pair else hint
    fix = quoting(span, reading) if is_likely_text else None
    reading.report(codes.SHAPE, span, f"{reading.name} is {said(node)}", expected=expected, hint=hint, fix=fix)
    return None


def _is_bare(mapping: Mapping) -> bool:
    """Whether what is in braces are words without values, as in ``{a, b}``."""
    return all(is_empty(value) for _, value in mapping.entries)


def _first_of(node: Node, reading: Reading) -> str:
    """How to write the first of several values where one is taken."""
    first = node.items[0] if isinstance(node, Sequence) and node.items else None
    is_short = isinstance(first, Scalar) and len(first.text) <= LONGEST_QUOTE
    return f"one value is taken here: write {reading.name}: {said(first)[1:-1]}" if first and is_short else ""


def _report_cut(scalar: Scalar, cut: Span, reading: Reading, is_text: bool) -> None:
    """A comment that may have been meant as a part of the text before it."""
    lost = clipped(reading.written(cut))
    if is_text:
        whole = Span(scalar.span.line, scalar.span.column, cut.end_line, cut.end_column)
        hint = "quote the whole value, or put a space after '#' if it is a comment"
        fix = quoting(whole, reading)
        reading.report(codes.CUT_VALUE, cut, f"'{lost}' is read as a comment and lost", hint=hint, fix=fix)
    else:
        fix = inserted(cut.line, cut.column + 1, " ")
        message = f"'{lost}' is read as a comment"
        reading.report(codes.CUT_VALUE, cut, message, hint="put a space after '#' if it is one", fix=fix)


def _tight(node: Node) -> Span:
    """The span of a value; a mapping without braces ends where its last value does."""
    if isinstance(node, Mapping) and node.span.line != node.span.end_line and node.entries:
        last = _tight(node.entries[-1][1])
        return Span(node.span.line, node.span.column, last.end_line, last.end_column)
    return node.span


def _is_most_likely_text(node: Node) -> bool:
    """Whether a list of one or a mapping of one is in the place of a text, as ``[OPS-1]`` or ``Error: x``."""
    if isinstance(node, Sequence):
        return len(node.items) == 1 and isinstance(node.items[0], Scalar)
    return isinstance(node, Mapping) and len(node.entries) == 1 and isinstance(node.entries[0][1], Scalar)


def bare_words(node: Node) -> list[str]:
    """The words of a list that has got braces for its brackets: ``{a, b}``; none of anything else."""
    return [key.text for key, _ in node.entries] if isinstance(node, Mapping) and _is_bare(node) else []


def quoting(span: Span, reading: Reading) -> Fix:
    """The fix that puts what is written at a span into quotes."""
    return replaced(span, quoted(reading.written(span)))


def inserted(line: int, column: int, text: str) -> Fix:
    """The fix that puts a text in at a place."""
    return replaced(Span(line, column, line, column), text)


def said(node: Node) -> str:
    """A value as a message names it: quoted if it is a text, by its kind if it is none."""
    if isinstance(node, Sequence):
        return "a list"
    if isinstance(node, Mapping):
        return "a mapping"
    return f"'{clipped(node.text)}'" if node.text.strip() else "empty"


def clipped(text: str) -> str:
    """A text short enough to be quoted in a message."""
    text = " ".join(text.split()) if "\n" in text else text
    return text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1].rstrip() + "…"
