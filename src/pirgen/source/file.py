"""One file of a folder becomes a value of the model, with a place for every field and what is wrong with it.

What a file gives depends on its bytes, its form and the site's vocabulary, and on no other file.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Generic, TypeVar
from zoneinfo import ZoneInfo

from pirgen.diagnostics import Diagnostic, Excerpt, FieldPath, Level, Place, Span
from pirgen.model import Vocabulary
from pirgen.source import codes
from pirgen.source.fields import Record, zone_of
from pirgen.source.fields.reading import Findings, Reading
from pirgen.source.fields.scalars import is_empty
from pirgen.source.form.elsewhere import elsewhere
from pirgen.source.markup import too_much_markdown
from pirgen.source.waivers import Waiver, read_waivers
from pirgen.source.yaml.characters import text_in, text_of
from pirgen.source.yaml.excerpts import narrowed
from pirgen.source.yaml.nodes import Mapping as MappingNode
from pirgen.source.yaml.nodes import Node, Scalar
from pirgen.source.yaml.patched import Patched
from pirgen.source.yaml.tree import parse_patched

T = TypeVar("T")


@dataclass(frozen=True)
class ReadFile(Generic[T]):
    """What a file says: a value of the model, one of fallbacks where it could not be read.

    ``content`` are its bytes, and None of a symbolic link, which is never followed. ``places`` are those of
    its values by their paths, ``keys`` those of its keys; ``is_readable`` is False where it could not be read
    at all. ``waivers`` are the comments in which authors allow findings.
    """

    name: str
    content: bytes | None
    value: T
    is_readable: bool = False
    places: Mapping[FieldPath, Span] = field(default_factory=dict)
    keys: Mapping[FieldPath, Span] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()
    waivers: tuple[Waiver, ...] = ()

    @cached_property
    def text(self) -> str:
        """The text as it was written; empty where the file is none."""
        return text_in(self.content)

    def place(self, path: FieldPath, at_key: bool = False, excerpt: Excerpt | None = None) -> Place:
        """Where a field, or an excerpt of its value, was written, or the nearest thing around it."""
        for end in range(len(path), 0, -1):
            key = self.keys.get(path[:end]) if at_key else None
            span = key or self.places.get(path[:end])
            if span is not None:
                if excerpt and end == len(path) and not key:
                    span = narrowed(span, excerpt, self.text)
                return Place(self.name, span)
        return Place(self.name)

    def is_written(self, path: FieldPath) -> bool:
        """Whether the key at the top of a field's path was written at all."""
        return path[:1] in self.places

    def is_sound(self, path: FieldPath) -> bool:
        """Whether the field, if it was written, was read without an error in it."""
        if not self._errors:
            return self.is_readable
        spans = [span for span in (self.places.get(path), self.keys.get(path)) if span]
        around = (self.places.get(path[:end]) for end in range(1, len(path)))
        is_broken = any(span in self._whole_errors for span in around)
        return self.is_readable and not is_broken and not any(self._has_error_in(span) for span in spans)

    def _has_error_in(self, span: Span) -> bool:
        errors = self._errors
        for at in range(bisect_left(errors, span[:2]), len(errors)):
            if errors[at][:2] > span[2:]:
                return False
            if errors[at][2:] <= span[2:]:
                return True
        return False

    @cached_property
    def _whole_errors(self) -> frozenset[Span]:
        """Where the errors are that speak of all of a value, so that nothing in it was read."""
        return frozenset(self._errors)

    @cached_property
    def _errors(self) -> list[Span]:
        """Where the errors are, in order."""
        return sorted(found.place.span for found in self.diagnostics if found.level is Level.ERROR)


def read_file(name: str, content: bytes | None, form: Record[T], vocabulary: Vocabulary) -> ReadFile[T]:
    """Read a file by a form."""
    text, problems = text_of(content, name)
    if text is None:
        return ReadFile(name, content, form.fallback, diagnostics=problems)
    node, more = _root(text, name)
    problems += more
    if node is None:
        return ReadFile(name, content, form.fallback, diagnostics=problems)
    if crowded := tuple(too_much_markdown(text.file.text, node, name)):
        return ReadFile(name, content, form.fallback, diagnostics=(*problems, *crowded))
    waivers, wrong_waivers = read_waivers(text.file.text, node, name)
    findings = Findings([*problems, *wrong_waivers], source=text.file, broken=_broken(problems))
    reading = Reading(name, vocabulary, findings, elsewhere=elsewhere(name))
    value = form.read(node, reading._replace(zone=_zone(node, reading)))
    return ReadFile(
        name,
        content,
        value,
        is_readable=True,
        places=findings.places,
        keys=findings.keys,
        diagnostics=tuple(findings.diagnostics),
        waivers=tuple(waivers),
    )


def _root(text: Patched, name: str) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """The one value of a file; none where it cannot be read or there is none."""
    node, problems = parse_patched(text, name)
    if node is None and not any(found.level is Level.ERROR for found in problems):
        return None, (*problems, _empty(name, "file has no content"))
    if isinstance(node, Scalar) and (is_empty(node) or not node.text):
        return None, (*problems, _empty(name, "file has no value"))
    return node, problems


def _empty(name: str, message: str) -> Diagnostic:
    code, hint = codes.EMPTY_FILE, "'pirgen new' writes a first version"
    return Diagnostic(code.code, code.level, message, Place(name), hint=hint)


def _broken(problems: tuple[Diagnostic, ...]) -> dict[int, list[Span]]:
    """What is broken already, before the values are read, by line."""
    broken: dict[int, list[Span]] = {}
    for found in problems:
        if found.level is Level.ERROR:
            broken.setdefault(found.place.span.line, []).append(found.place.span)
    return broken


def _zone(node: Node, reading: Reading) -> ZoneInfo | None:
    """The zone that a file names for its times, looked at before they are read."""
    if not isinstance(node, MappingNode):
        return None
    for key, value in node.entries:
        if key.text == "timezone" and isinstance(value, Scalar) and value.text:
            return zone_of(value, reading.inside(key.text, value.span)) or ZoneInfo("UTC")
    return None
