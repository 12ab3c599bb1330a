"""YAML text becomes located values: every key and value keeps its span. The only module that imports yaml.

PyYAML's C event stream is read and no constructor: scalars stay text as written (``12:30`` is not 750
and ``no`` is not False), depth is limited before libyaml's own recursion could overflow, and what
no review needs (anchors, tags, merge keys, several documents) is a diagnostic instead of a surprise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from pirgen.diagnostics import Diagnostic, Explanation, Place, Related, Span
from pirgen.source import codes
from pirgen.source.syntax import syntax_problem

LONGEST_KEY = 128
"""How many characters a key may have."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text as written. ``is_plain`` means without quotes and not a block."""

    text: str
    span: Span
    is_plain: bool = True


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of values."""

    items: tuple[Node, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and their values in file order; a repeated key is diagnosed and kept once."""

    entries: tuple[tuple[Scalar, Node], ...]
    span: Span


Node = Scalar | Sequence | Mapping


def parse(text: str, file: str) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """The one document of a file, or None where it cannot be read; and what is wrong with it."""
    builder = _Builder(file)
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            builder.take(event)
            if builder.gave_up:
                break
    except yaml.MarkedYAMLError as problem:
        said = problem.problem or "cannot be read"
        opened = problem.context_mark if "unexpected end of stream" in said else None
        mark = opened or problem.problem_mark or yaml.Mark("", 0, 0, 0, None, 0)
        builder.problems.append(syntax_problem(said, mark.line, mark.column, text, file))
        return None, tuple(builder.problems)
    if builder.gave_up:
        return None, tuple(builder.problems)
    builder.problems += _cut_values(builder.plain, text, file)
    return builder.root, tuple(builder.problems)


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not come yet; values of a mapping alternate keys and values."""

    start: yaml.Event
    values: list[Node] = field(default_factory=list)

    @property
    def is_mapping(self) -> bool:
        return isinstance(self.start, yaml.MappingStartEvent)


class _Builder:
    """Takes events one by one and puts the tree together without recursion."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Diagnostic] = []
        self.plain: list[Scalar] = []
        self.root: Node | None = None
        self.gave_up = False
        self._open: list[_Open] = []

    def take(self, event: yaml.Event) -> None:
        """Take the next event of the stream."""
        if isinstance(event, yaml.ScalarEvent):
            self._check_properties(event)
            self._put(self._scalar(event))
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            self._check_properties(event)
            self._open.append(_Open(event))
            if len(self._open) > codes.DEEPEST:
                self._stop(codes.DEPTH, event, codes.TOO_DEEP)
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            self._put(self._close(event))
        elif isinstance(event, yaml.AliasEvent):
            self._report(codes.ANCHOR, _span(event), f"alias '*{event.anchor}' used", "write the value out")
            self._put(Scalar("", _span(event)))
        elif isinstance(event, yaml.DocumentStartEvent):
            self._start_document(event)

    def _start_document(self, event: yaml.DocumentStartEvent) -> None:
        if self.root is not None:
            hint = (
                "front matter marks such as '---' at the end are not needed; give each incident its own folder"
            )
            self._stop(codes.DOCUMENTS, event, "a second document begins here", hint)
        elif event.version or event.tags:
            self._report(
                codes.DOCUMENTS,
                _span(event),
                "a YAML directive is used",
                "delete the line that begins with '%'",
            )

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        is_plain = event.style in ("", None)
        scalar = Scalar(event.value, _span(event), is_plain)
        if is_plain:
            self.plain.append(scalar)
        return scalar

    def _close(self, event: yaml.Event) -> Node:
        opened = self._open.pop()
        span = _between(opened.start.start_mark, event.end_mark)
        if not opened.is_mapping:
            return Sequence(tuple(opened.values), span)
        return Mapping(tuple(self._entries(opened.values)), span)

    def _entries(self, values: list[Node]) -> Iterator[tuple[Scalar, Node]]:
        seen: dict[str, Scalar] = {}
        for key, value in zip(values[::2], values[1::2], strict=True):
            if not isinstance(key, Scalar) or len(key.text) > LONGEST_KEY:
                self._report(
                    codes.KEY, key.span, "a key is a list, a mapping or a long text", "write a short name"
                )
            elif key.text == "<<" and key.is_plain:
                self._report(codes.ANCHOR, key.span, "merge key '<<' used", "write the values out")
            elif key.text in seen:
                self._report_repeated(key, seen[key.text])
            else:
                seen[key.text] = key
                yield key, value

    def _report_repeated(self, key: Scalar, first: Scalar) -> None:
        earlier = Related(Place(self.file, first.span), "first written here")
        message = f"key '{key.text}' is written twice in one mapping"
        self._report(codes.DUPLICATE_KEY, key.span, message, "keep one of them", (earlier,))

    def _put(self, node: Node) -> None:
        if self._open:
            self._open[-1].values.append(node)
        elif self.root is None:
            self.root = node

    def _check_properties(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor is not None:
            self._report(
                codes.ANCHOR,
                _span(event),
                f"anchor '&{event.anchor}' set",
                "write the value out where it is needed",
            )
        if event.tag is not None and event.tag != "!":
            self._report(
                codes.TAG,
                _span(event),
                f"tag '{event.tag}' used",
                "delete it; quote a text that begins with '!'",
            )

    def _stop(self, code: Explanation, event: yaml.Event, message: str, hint: str = "") -> None:
        self.gave_up = True
        self._report(code, _span(event), message, hint)

    def _report(
        self, code: Explanation, span: Span, message: str, hint: str, related: tuple[Related, ...] = ()
    ) -> None:
        place = Place(self.file, span)
        self.problems.append(Diagnostic(code.code, code.level, message, place, hint=hint, related=related))


def _span(event: yaml.Event) -> Span:
    return _between(event.start_mark, event.end_mark)


def _between(start: Any, end: Any) -> Span:
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


_CUT = re.compile(r"\s+(#[\w-].*)")


def _cut_values(plain: list[Scalar], text: str, file: str) -> Iterator[Diagnostic]:
    """Values that a comment without a space after its '#' follows: most likely a number was cut off."""
    lines = text.split("\n")
    for scalar in plain:
        line = lines[scalar.span.end_line - 1] if scalar.span.end_line <= len(lines) else ""
        match = _CUT.match(line, scalar.span.end_column - 1)
        if match:
            span = Span(scalar.span.end_line, match.start(1) + 1, scalar.span.end_line, len(line) + 1)
            code = codes.CUT_VALUE
            yield Diagnostic(
                code.code,
                code.level,
                f"'{match[1].strip()}' is read as a comment and lost",
                Place(file, span),
                hint="quote the whole value, or put a space after '#' if it is a comment",
            )
