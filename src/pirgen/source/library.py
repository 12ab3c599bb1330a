"""All the files together become the book, with a place for every field and a diagnostic for every slip."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from typing import TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pirgen.diagnostics import Diagnostic, Excerpt, Explanation, FieldPath, Level, Lines, Place, Span, near_miss
from pirgen.model import Book, Incident, Review, Vocabulary
from pirgen.source import codes
from pirgen.source.characters import text_of
from pirgen.source.excerpts import narrowed
from pirgen.source.fields import Record, is_incident_id
from pirgen.source.folder import INCIDENT_FILE, REVIEW_FILE, VOCABULARY_FILE, Folder
from pirgen.source.forms import incident_form, review_form
from pirgen.source.nodes import Mapping as MappingNode
from pirgen.source.nodes import Node, Scalar
from pirgen.source.patched import Patched
from pirgen.source.reading import Findings, Reading
from pirgen.source.scalars import is_empty
from pirgen.source.tree import parse_patched
from pirgen.source.vocabularies import read_vocabulary
from pirgen.source.waivers import Waiver, read_waivers

T = TypeVar("T")


@dataclass(frozen=True)
class Library:
    """What a folder of incidents says.

    ``fields`` holds the places of each file's values, ``keys`` those of its keys; a file that could
    not be read at all is in neither. ``texts`` are the sources, to draw excerpts from. ``waivers`` are
    the comments in which authors allow findings.
    """

    book: Book
    diagnostics: tuple[Diagnostic, ...]
    texts: Mapping[str, str]
    fields: Mapping[str, Findings]
    waivers: tuple[Waiver, ...] = ()

    def place(self, file: str, path: FieldPath, at_key: bool = False, excerpt: Excerpt | None = None) -> Place:
        """Where a field, or an excerpt of its value, was written, or the nearest thing around it."""
        findings = self.fields.get(file, Findings())
        for end in range(len(path), 0, -1):
            key = findings.keys.get(path[:end]) if at_key else None
            span = key or findings.places.get(path[:end])
            if span is not None:
                if excerpt and end == len(path) and not key:
                    span = narrowed(span, excerpt, self.texts[file])
                return Place(file, span)
        return Place(file)

    def is_written(self, file: str, path: FieldPath) -> bool:
        """Whether the key at the top of a field's path was written in its file at all."""
        findings = self.fields.get(file)
        return findings is not None and path[:1] in findings.places

    def is_sound(self, file: str, path: FieldPath) -> bool:
        """Whether the field, if it was written, was read without an error in it; its file was read at all."""
        findings = self.fields.get(file)
        if findings is None:
            return False
        spans = [span for span in (findings.places.get(path), findings.keys.get(path)) if span]
        return not any(_lies_in(error, spans) for error in self._errors.get(file, ()))

    @cached_property
    def _errors(self) -> dict[str, list[Span]]:
        errors: dict[str, list[Span]] = {}
        for found in self.diagnostics:
            if found.level is Level.ERROR:
                errors.setdefault(found.place.file, []).append(found.place.span)
        return errors


def _lies_in(inner: Span, spans: list[Span]) -> bool:
    start, end = (inner.line, inner.column), (inner.end_line, inner.end_column)
    return any((span.line, span.column) <= start and end <= (span.end_line, span.end_column) for span in spans)


def read_library(folder: Folder) -> Library:
    """The book and everything that is wrong with its files."""
    shelf = _Shelf(folder.files)
    vocabulary = shelf.vocabulary()
    ids = [name for name in folder.names if shelf.is_incident_folder(name)]
    incidents = tuple(shelf.incident(id, vocabulary) for id in ids)
    reviews = tuple(shelf.review(id, vocabulary) for id in ids if f"{id}/{REVIEW_FILE}" in folder.files)
    shelf.report_strays()
    book = Book(incidents, reviews, vocabulary, folder.attachments)
    diagnostics = tuple(sorted(shelf.diagnostics, key=lambda diagnostic: diagnostic.sort_key))
    return Library(book, diagnostics, shelf.texts, shelf.fields, tuple(shelf.waivers))


class _Shelf:
    """The files while they are read one by one."""

    def __init__(self, files: Mapping[str, bytes | None]) -> None:
        self.files = files
        self.diagnostics: list[Diagnostic] = []
        self.texts: dict[str, str] = {}
        self.fields: dict[str, Findings] = {}
        self.waivers: list[Waiver] = []

    def vocabulary(self) -> Vocabulary:
        """The site's words, or the built-in ones where it sets none."""
        if VOCABULARY_FILE not in self.files:
            return Vocabulary()
        node = self._parse(VOCABULARY_FILE)
        if node is None:
            return Vocabulary()
        return read_vocabulary(node, self._reading(VOCABULARY_FILE, Vocabulary()))

    def incident(self, id: str, vocabulary: Vocabulary) -> Incident:
        """The incident of a folder; one of fallbacks where its file cannot be read."""
        return self._record(f"{id}/{INCIDENT_FILE}", incident_form(id), vocabulary)

    def review(self, id: str, vocabulary: Vocabulary) -> Review:
        """The review of a folder; one of fallbacks where its file cannot be read."""
        return self._record(f"{id}/{REVIEW_FILE}", review_form(id), vocabulary)

    def is_incident_folder(self, name: str) -> bool:
        """Whether to read a folder as an incident; what speaks against it is reported."""
        has_incident = f"{name}/{INCIDENT_FILE}" in self.files
        if not is_incident_id(name):
            hint = "name the folder YYYY-MM-DD-slug: a day, then lower case words with hyphens"
            at = f"{name}/{INCIDENT_FILE if has_incident else ''}"
            self._report(codes.FOLDER, at, f"folder '{name}' is not an id", hint)
            return False
        if not has_incident:
            inside = [path.removeprefix(f"{name}/") for path in self.files if path.startswith(f"{name}/")]
            near = near_miss(INCIDENT_FILE, [path for path in inside if path != REVIEW_FILE])
            hint = f"rename '{near}'" if near else f"write {INCIDENT_FILE}; 'pirgen new' makes one"
            at = f"{name}/{near or next(iter(inside), '')}"
            self._report(codes.FOLDER, at, f"folder '{name}' has no {INCIDENT_FILE}", hint)
        return has_incident

    def report_strays(self) -> None:
        """Report YAML that no form reads, and symbolic links."""
        for file, content in self.files.items():
            folder, _, name = file.rpartition("/")
            is_known = name in (INCIDENT_FILE, REVIEW_FILE) if folder else name == VOCABULARY_FILE
            if content is None and not is_known:
                self._text(file)
            elif not is_known or "/" in folder:
                near = near_miss(name, (INCIDENT_FILE, REVIEW_FILE) if folder else (VOCABULARY_FILE,))
                hint = "put it into a folder of its own, or give it another ending if it is evidence"
                self._report(codes.FOLDER, file, f"'{file}' is read by nothing", hint, near)

    def _record(self, file: str, form: Record[T], vocabulary: Vocabulary) -> T:
        node = self._parse(file)
        if node is None:
            return form.fallback
        return form.read(node, self._reading(file, vocabulary, node))

    def _reading(self, file: str, vocabulary: Vocabulary, node: Node | None = None) -> Reading:
        findings = Findings(self.diagnostics, source=Lines(self.texts[file]), broken=self._broken(file))
        self.fields[file] = findings
        reading = Reading(file, vocabulary, findings)
        return Reading(file, vocabulary, findings, zone=_zone(node, reading))

    def _broken(self, file: str) -> dict[int, list[Span]]:
        """What is broken already in the file that was parsed last, before its values are read, by line."""
        broken: dict[int, list[Span]] = {}
        for found in takewhile(lambda found: found.place.file == file, reversed(self.diagnostics)):
            if found.level is Level.ERROR:
                broken.setdefault(found.place.span.line, []).append(found.place.span)
        return broken

    def _parse(self, file: str) -> Node | None:
        text = self._text(file)
        if text is None:
            return None
        node, diagnostics = parse_patched(text, file)
        self.diagnostics += diagnostics
        if node is None and not any(found.level is Level.ERROR for found in diagnostics):
            self._report(codes.EMPTY_FILE, file, "file has no content", "'pirgen new' writes a first version")
        elif isinstance(node, Scalar) and (is_empty(node) or not node.text):
            self._report(codes.EMPTY_FILE, file, "file has no value", "'pirgen new' writes a first version")
            return None
        if text and node is not None:
            waivers, problems = read_waivers(text.file.text, node, file)
            self.waivers += waivers
            self.diagnostics += problems
        return node

    def _text(self, file: str) -> Patched | None:
        text, diagnostics = text_of(self.files[file], file)
        self.diagnostics += diagnostics
        if text is not None:
            self.texts[file] = text.file.text
        return text

    def _report(self, code: Explanation, file: str, message: str, hint: str, near: str = "") -> None:
        self.diagnostics.append(Diagnostic(code.code, code.level, message, Place(file), near=near, hint=hint))


def _zone(node: Node | None, reading: Reading) -> ZoneInfo | None:
    """The zone that a file names for its times, looked at before they are read."""
    if not isinstance(node, MappingNode):
        return None
    for key, value in node.entries:
        if key.text == "timezone" and isinstance(value, Scalar) and value.text:
            try:
                return ZoneInfo(value.text)
            except (ZoneInfoNotFoundError, ValueError, OSError):
                message, expected = (
                    f"timezone '{value.text}' is not known",
                    "a name such as Europe/Berlin or UTC",
                )
                reading.report(codes.WORD, value.span, message, expected=expected)
                return ZoneInfo("UTC")
    return None
