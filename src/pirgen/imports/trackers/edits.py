"""Changes of actions as edits of spans: comments, order and everything else in a file stay as they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from pirgen.diagnostics import Edit, FieldPath, Fix, Lines, Span, apply_fixes
from pirgen.drafts import scalar_text
from pirgen.imports.trackers.changes import ActionChange
from pirgen.source import REVIEW_FILE, Library

__all__ = ["edited", "with_tracker"]


def edited(library: Library, changes: Iterable[ActionChange]) -> dict[str, str]:
    """The new texts of the files that the changes touch."""
    by_file: dict[str, list[ActionChange]] = {}
    for change in changes:
        if change.is_made:
            by_file.setdefault(f"{change.incident}/{REVIEW_FILE}", []).append(change)
    return {file: _edited(library, file, each) for file, each in by_file.items()}


def with_tracker(library: Library, addresses: Iterable[tuple[str, int, str]]) -> dict[str, str]:
    """The new texts of the files in which actions get the address of their ticket: incident, index, address."""
    texts: dict[str, list[Fix]] = {}
    for incident, index, address in addresses:
        file = f"{incident}/{REVIEW_FILE}"
        writer = _ActionWriter(library, file, index)
        texts.setdefault(file, []).append(Fix(tuple(writer.written((("tracker", address),)))))
    return {file: apply_fixes(library.texts[file], fixes)[0] for file, fixes in texts.items()}


def _edited(library: Library, file: str, changes: list[ActionChange]) -> str:
    fixes = []
    for change in changes:
        writer = _ActionWriter(library, file, change.index)
        edits = (
            *writer.written(change.values),
            *(edit for key in change.removed for edit in writer.removed(key)),
        )
        fixes.append(Fix(tuple(edits)))
    return apply_fixes(library.texts[file], fixes)[0]


class _ActionWriter:
    """Writes keys of one action at their places in a file."""

    def __init__(self, library: Library, file: str, index: int) -> None:
        self._lines = Lines(library.texts[file])
        self._read = library.files[file]
        self._path: FieldPath = ("actions", index)

    def written(self, values: Iterable[tuple[str, str | date]]) -> Iterator[Edit]:
        """The edits that give keys their values; those that are not there come after 'status', in order."""
        missing = []
        for key, value in values:
            span = self._read.places.get((*self._path, key))
            text = value.isoformat() if isinstance(value, date) else scalar_text(value)
            if span is not None:
                yield Edit(self._of_value(span), text)
            else:
                missing.append(f"{key}: {text}")
        if missing:
            yield self._inserted(missing)

    def _of_value(self, span: Span) -> Span:
        """A value on its own lines without the line end that a block has."""
        if span.end_column == 1 and span.end_line > span.line:
            last = self._lines.line(span.end_line - 1)
            return Span(span.line, span.column, span.end_line - 1, len(last) + 1)
        return span

    def _inserted(self, texts: list[str]) -> Edit:
        key = self._read.keys[(*self._path, "status")]
        value = self._of_value(self._read.places[(*self._path, "status")])
        if self._is_flow(key):
            at = Span(value.end_line, value.end_column, value.end_line, value.end_column)
            return Edit(at, "".join(f", {text}" for text in texts))
        end = len(self._lines.line(value.end_line)) + 1
        indent = " " * (key.column - 1)
        at = Span(value.end_line, end, value.end_line, end)
        return Edit(at, "".join(f"{self._lines.line_end}{indent}{text}" for text in texts))

    def removed(self, key: str) -> Iterator[Edit]:
        """The edit that takes a key and its value out, with its line where it has one of its own."""
        name, value = self._read.keys.get((*self._path, key)), self._read.places.get((*self._path, key))
        if name is None or value is None:
            return
        value = self._of_value(value)
        if self._is_flow(name):
            before = self._lines.line(name.line)[: name.column - 1]
            start = len(re.sub(r",?\s*$", "", before)) + 1
            yield Edit(Span(name.line, start, value.end_line, value.end_column), "")
        elif not self._lines.line(name.line)[: name.column - 1].strip():
            before_line = len(self._lines.line(name.line - 1)) + 1
            end = len(self._lines.line(value.end_line)) + 1
            yield Edit(Span(name.line - 1, before_line, value.end_line, end), "")

    def _is_flow(self, key: Span) -> bool:
        """Whether a key is between braces, rather than at the start of a line."""
        return bool(self._lines.line(key.line)[: key.column - 1].strip(" -"))
