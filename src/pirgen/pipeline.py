"""The story on one page: read the folder, judge it, draw it, write its pages.

Every step returns a value; nothing is printed here.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import cache as once
from functools import cached_property, partial
from typing import TYPE_CHECKING

from pirgen.cache import Cache
from pirgen.cached_checks import CachedCheck, Found
from pirgen.diagnostics import Diagnostic, Level, Waived, limited
from pirgen.errors import PirgenError
from pirgen.model import Book, Incident
from pirgen.placed_findings import placed
from pirgen.rules import QUICK_RULES, RULES, judge
from pirgen.rules.cached import judge_changed, judge_with_cache
from pirgen.rules.catalogue import EXPLANATIONS
from pirgen.rules.waivers import set_aside
from pirgen.safe_fixes import tried
from pirgen.source import Folder, Incidents, Library, files_read, read_folder, read_library
from pirgen.source.codes import CROWD
from pirgen.source.yaml.characters import text_in

if TYPE_CHECKING:
    from pirgen.analysis.open_paths import TreeAnalysis
    from pirgen.diagrams import Drawer, Figure
    from pirgen.pages import Page, Settings

Progress = Callable[[int, int], None]
"""Told how many of how many things are done."""


@dataclass(frozen=True)
class Checked:
    """A folder that was judged as of a day.

    ``diagnostics`` are all that was found, in reading and in judging, but for what its authors allow: that is
    ``waived``. ``reading`` gives what the files say; while a cache is open that knows them, in no time.
    """

    folder: Folder
    diagnostics: tuple[Diagnostic, ...]
    waived: tuple[Waived, ...]
    as_of: date
    reading: Callable[[], Library]

    @property
    def library(self) -> Library:
        """What the folder says, and where."""
        return self.reading()

    @property
    def book(self) -> Book:
        """What the folder says."""
        return self.library.book

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """The texts of the files that something was found in or that it speaks of, to draw excerpts from."""
        findings = (*self.diagnostics, *(each.finding for each in self.waived))
        named = {
            place.file for found in findings for place in (found.place, *(to.place for to in found.related))
        }
        return {name: text_in(self.folder.files[name]) for name in sorted(named & files_read(self.folder))}

    @property
    def has_errors(self) -> bool:
        """Whether no site may be built from it."""
        return any(diagnostic.level is Level.ERROR for diagnostic in self.diagnostics)


def check(folder: Incidents, as_of: date, cache: Cache | None = None) -> Checked:
    """Read a folder of incidents and judge it by every rule, as of a day."""
    checked = judged(read(folder), as_of, cache=cache)
    library = checked.library  # now, while the cache is open
    return replace(checked, reading=lambda: library)


def read(folder: Incidents) -> Folder:
    """What lies in a folder of incidents."""
    try:
        return read_folder(folder)
    except OSError as problem:
        raise PirgenError(f"cannot read {problem.filename}: {problem.strerror}") from problem


def judged(folder: Folder, as_of: date, known: Library | None = None, cache: Cache | None = None) -> Checked:
    """The content of a folder, judged by every rule as of a day; what is ``known`` is not read again.

    A folder that the cache has the findings of is not read before somebody asks what it says.
    """
    cache = cache or Cache()
    with _no_garbage():
        reading = once(partial(_read_files, folder, known, cache))
        kept = CachedCheck(folder, as_of, cache)
        found, waived = kept.find() or kept.keep(_found(folder, as_of, reading(), cache))
    return Checked(folder, found, waived, as_of, reading)


def _read_files(folder: Folder, known: Library | None, cache: Cache) -> Library:
    with _no_garbage():
        return read_library(folder, known, cache)


def _found(folder: Folder, as_of: date, library: Library, cache: Cache) -> Found:
    """What is found in a folder that was read, and what its authors allow, in file order."""
    found = judge_with_cache(library.book, as_of, library.marks if cache.is_on else {}, cache)
    findings = [*library.diagnostics, *placed(found, library, cache)]
    left, waived = set_aside(findings, library.waivers, EXPLANATIONS)
    shown = limited(sorted(left, key=lambda finding: finding.sort_key), CROWD)
    ordered = tried(shown, folder, library.texts, lambda part: _found_alone(part, as_of, library))
    return tuple(ordered), tuple(sorted(waived, key=lambda each: each.finding.sort_key))


def _found_alone(folder: Folder, as_of: date, known: Library) -> list[Diagnostic]:
    """What can be found at once in a part of a folder, of which most is known."""
    library = read_library(folder, known)
    return [*library.diagnostics, *placed(judge(library.book, as_of, QUICK_RULES), library)]


def found_in(id: str, folder: Folder, as_of: date, known: Library) -> tuple[Diagnostic, ...]:
    """What is found in the files of one incident of a folder, of which most is known."""
    with _no_garbage():
        library = read_library(folder, known)
        incidents = tuple(each for each in library.book.incidents if each.id != id)
        reviews = tuple(each for each in library.book.reviews if each.id != id)
        others = replace(library.book, incidents=incidents, reviews=reviews)
        found = judge_changed(library.book, others, as_of, RULES)
        left, _ = set_aside([*library.diagnostics, *placed(found, library)], library.waivers, EXPLANATIONS)
    own = (finding for finding in left if finding.place.file.startswith(f"{id}/"))
    return tuple(limited(sorted(own, key=lambda finding: finding.sort_key), CROWD))


def first_errors(folder: Folder, as_of: date, known: Library) -> tuple[Library, tuple[Diagnostic, ...]]:
    """A folder that was ``known`` without an error, read again, with the errors that can be found at once."""
    with _no_garbage():
        library = read_library(folder, known)
        found = judge_changed(library.book, known.book, as_of, QUICK_RULES)
        findings = [*library.diagnostics, *placed(found, library)]
    errors = [finding for finding in findings if finding.level is Level.ERROR]
    return library, tuple(sorted(errors, key=lambda finding: finding.sort_key))


def build(book: Book, settings: Settings, drawer: Drawer, progress: Progress | None = None) -> tuple[Page, ...]:
    """Every page of the site, drawn and written."""
    from pirgen.analysis.statistics import compute
    from pirgen.pages import render

    with _no_garbage():
        statistics = compute(book, settings.as_of, cache=drawer.cache)
    drawn = 0

    def draw_some(incidents: Sequence[Incident]) -> dict[str, dict[str, Figure]]:
        nonlocal drawn
        trees = statistics.trees_of(incident.id for incident in incidents)
        figures = draw(incidents, book, trees, drawer)
        drawn += len(incidents)
        if progress:
            progress(drawn, len(book.incidents))
        return figures

    pages = render(statistics, draw_some, settings, drawer.cache)
    if progress and drawn:
        progress(len(book.incidents), len(book.incidents))
    return pages


def draw(
    incidents: Sequence[Incident], book: Book, trees: Mapping[str, TreeAnalysis], drawer: Drawer
) -> dict[str, dict[str, Figure]]:
    """The figures of some incidents, by the incident's id and the kind of figure."""
    from pirgen.diagrams import drawings_of

    wanted = [(incident.id, each) for incident in incidents for each in drawings_of(incident, book, trees)]
    figures: dict[str, dict[str, Figure]] = {incident.id: {} for incident in incidents}
    with _no_search():
        drawn = drawer.draw([drawing for _, drawing in wanted])
    for (id, drawing), figure in zip(wanted, drawn, strict=True):
        figures[id][drawing.kind] = figure
    return figures


@contextmanager
def _no_search() -> Iterator[None]:
    """Reading and drawing make a million values and few circles, and the search for circles costs a quarter."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@contextmanager
def _no_garbage() -> Iterator[None]:
    """The same for values that are held for long: circles among them are looked for once, at the end."""
    with _no_search():
        yield
    if gc.isenabled():
        gc.collect()
        gc.freeze()
