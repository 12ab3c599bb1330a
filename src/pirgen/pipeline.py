"""The story on one page: read the folder, judge it, draw it, write its pages.

Every step returns a value; nothing is printed here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from pirgen.diagnostics import Diagnostic, Edit, Fix, Level, Lines, Place, Related, reordered
from pirgen.errors import PirgenError
from pirgen.model import Book
from pirgen.rules import Field, Finding, Rule, judge
from pirgen.source import Folder, Library, read_folder, read_library

if TYPE_CHECKING:
    from pirgen.diagrams import Drawer, Figure
    from pirgen.pages import Page, Settings

Progress = Callable[[int, int], None]
"""Told how many of how many things are done."""


@dataclass(frozen=True)
class Checked:
    """A folder that was read and judged; ``texts`` are its files, to draw excerpts from."""

    book: Book
    diagnostics: tuple[Diagnostic, ...]
    texts: Mapping[str, str]

    @property
    def has_errors(self) -> bool:
        """Whether no site may be built from it."""
        return any(diagnostic.level is Level.ERROR for diagnostic in self.diagnostics)


def check(folder: Path, as_of: date) -> Checked:
    """Read a folder of incidents and judge it by every rule, as of a day."""
    return judged(read(folder), as_of)


def read(folder: Path) -> Folder:
    """What lies in a folder of incidents."""
    try:
        return read_folder(folder)
    except OSError as problem:
        raise PirgenError(f"cannot read {problem.filename}: {problem.strerror}") from problem


def judged(folder: Folder, as_of: date) -> Checked:
    """What a folder says and what is wrong with it, as of a day."""
    library = read_library(folder)
    diagnostics = [*library.diagnostics, *_judged(library, as_of)]
    ordered = sorted(diagnostics, key=lambda diagnostic: diagnostic.sort_key)
    return Checked(library.book, tuple(ordered), library.texts)


def build(book: Book, settings: Settings, drawer: Drawer, progress: Progress | None = None) -> tuple[Page, ...]:
    """Every page of the site, drawn and written."""
    from pirgen.pages import render

    return render(book, draw(book, drawer, progress), settings)


def draw(book: Book, drawer: Drawer, progress: Progress | None = None) -> dict[str, dict[str, Figure]]:
    """The figures of every incident, by its id and the kind of figure."""
    from pirgen.diagrams import diagrams_of

    wanted = [
        (incident.id, kind, diagram)
        for incident in book.incidents
        for kind, diagram in diagrams_of(incident, book)
    ]
    figures: dict[str, dict[str, Figure]] = {incident.id: {} for incident in book.incidents}
    drawn = drawer.draw([diagram for _, _, diagram in wanted], progress)
    for (id, kind, _), figure in zip(wanted, drawn, strict=True):
        figures[id][kind] = figure
    return figures


def _judged(library: Library, as_of: date) -> Iterator[Diagnostic]:
    """What the rules find, each at its place; nothing that rests on what could not be read."""
    for rule, finding in judge(library.book, as_of):
        fields = (finding.at, *(field for field, _ in finding.related), *finding.depends)
        is_sound = all(library.is_sound(field.file, field.path) for field in fields)
        if is_sound and library.is_written(finding.at.file, finding.at.path):
            yield _diagnostic(rule, finding, library)


def _diagnostic(rule: Rule, finding: Finding, library: Library) -> Diagnostic:
    related = tuple(Related(_place(library, field), why) for field, why in finding.related)
    return Diagnostic(
        rule.code,
        rule.explanation.level,
        finding.message,
        _place(library, finding.at),
        finding.expected,
        finding.near,
        finding.hint,
        related,
        _fix(finding, library),
    )


def _fix(finding: Finding, library: Library) -> Fix | None:
    """The word to write at a finding's field, or the list around it in another order."""
    file, path = finding.at.file, finding.at.path
    if finding.mend:
        return Fix((Edit(library.place(file, path).span, finding.mend),))
    if finding.order:
        spans = [library.place(file, (path[0], index)).span for index in range(len(finding.order))]
        return reordered(Lines(library.texts[file]), spans, finding.order)
    return None


def _place(library: Library, field: Field) -> Place:
    return library.place(field.file, field.path, field.at_key)
