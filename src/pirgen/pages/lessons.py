"""What reviews say, across all of them: lessons, surprises, luck, what went well, and what is still open.

One table that readers narrow down. For readers without scripts the sentences beyond the first hundred are on a
page for each year.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import escape

from pirgen.analysis.statistics import Statistics
from pirgen.model import Book, Incident, Review, Term
from pirgen.pages import times
from pirgen.pages.explorer import ExplorerRow, ExplorerTable, Facet, SortOrder, facet, filtered
from pirgen.pages.markdown import inline, unlinked
from pirgen.pages.page import Page
from pirgen.pages.renderer import PageMeta, Renderer

__all__ = ["PATH", "lessons_view", "pages"]

PATH = "lessons.md"

_MOST_ROWS = 20_000
"""A table with more rows is slow in a browser; the others are on the pages of their years."""

_MOST_LINES = 900
"""A page of a year holds no more sentences; a year with more has several."""

_KINDS = {
    "lessons": "Lesson",
    "surprises": "What surprised",
    "luck": "Where luck helped",
    "went-well": "What went well",
    "went-badly": "What went badly",
    "questions": "Open question",
}
_ORDERS = (
    SortOrder("-date", "Newest first"),
    SortOrder("date", "Oldest first"),
    SortOrder("kind", "By kind"),
    SortOrder("severity", "Most severe incident first"),
)
_SORTED_BY = {"date": "day", "kind": "place", "severity": "rank"}


@dataclass(frozen=True)
class LessonSentence:
    """One sentence of a published review, of one kind."""

    kind: str
    text: str
    incident: Incident
    review: Review


@dataclass(frozen=True)
class SentencePage:
    """The sentences of a year, or of a part of it, by incident; ``others`` are the other pages of the year."""

    path: str
    title: str
    entries: tuple[tuple[Incident, tuple[LessonSentence, ...]], ...]
    others: tuple[tuple[str, str], ...]


def lessons_view(*chosen: tuple[str, str]) -> str:
    """The source path of the table, narrowed down."""
    return filtered(PATH, *chosen)


def pages(statistics: Statistics, renderer: Renderer) -> Iterator[Page]:
    """What published reviews say, the latest first; drafts and reviews in discussion are left out."""
    book = statistics.book
    sentences = tuple(_sentences(book))
    table = _table(sentences[:_MOST_ROWS], book, renderer)
    year_pages = tuple(_year_pages(sentences)) if len(sentences) > len(table.shown) else ()
    values = {"table": table, "total": len(sentences), "kinds": _KINDS, "years": year_pages}
    assets = table.rows_assets if table.rows else ()
    meta = PageMeta(
        "Lessons", "What was learned.", in_navigation=True, hide=("navigation", "toc"), assets=assets
    )
    yield renderer.page(PATH, "lessons.html", values, meta)
    for year in year_pages:
        meta = PageMeta(year.title, "What was learned in a year.", hide=("navigation",), in_search=False)
        yield renderer.page(year.path, "lessons-year.html", {"year": year, "kinds": _KINDS}, meta)


def _sentences(book: Book) -> Iterator[LessonSentence]:
    for incident in reversed(book.incidents):
        review = book.review_by_id.get(incident.id)
        if review and review.is_published:
            for kind, texts in _said(review).items():
                yield from (LessonSentence(kind, text, incident, review) for text in texts)


def _said(review: Review) -> Mapping[str, tuple[str, ...]]:
    return {
        "lessons": review.lessons,
        "surprises": review.surprises,
        "luck": review.got_lucky,
        "went-well": review.went_well,
        "went-badly": review.went_badly,
        "questions": review.open_questions,
    }


def _table(sentences: Sequence[LessonSentence], book: Book, renderer: Renderer) -> ExplorerTable:
    rows = tuple(_row(sentence, book, renderer) for sentence in sentences)
    return ExplorerTable(PATH, "entry", "entries", rows, tuple(_facets(rows, book)), _ORDERS, _SORTED_BY)


def _row(sentence: LessonSentence, book: Book, renderer: Renderer) -> ExplorerRow:
    incident = sentence.incident
    teams = {term.id for term in book.vocabulary.teams}
    owner = sentence.review.owner
    cells = {
        "text": inline(sentence.text, renderer.files_beside(PATH, sentence.review.id)),
        "kind": _KINDS[sentence.kind],
        "place": str(list(_KINDS).index(sentence.kind)),
        "href": renderer.to(PATH, f"incidents/{incident.id}.md#{sentence.kind}"),
        "title": unlinked(incident.title),
        "day": incident.day.isoformat(),
        "date": times.day(incident.day),
        "rank": str(renderer.rank(incident.severity)),
        "severity": incident.severity,
    }
    values = {
        "kind": (sentence.kind,),
        "service": incident.services,
        "category": tuple(sorted({factor.category for factor in sentence.review.factors})),
        "severity": (incident.severity,),
        "tag": incident.tags,
        "team": (owner,) if isinstance(owner, str) and owner in teams else (),
        "year": (str(incident.day.year),),
    }
    return ExplorerRow({name: escape(cell) for name, cell in cells.items()}, values)


def _facets(rows: Sequence[ExplorerRow], book: Book) -> Iterator[Facet]:
    words = book.vocabulary

    def of(key: str, title: str, titles: Mapping[str, str], **looks: bool) -> Facet:
        return facet(key, title, [row.values[key] for row in rows], titles, **looks)

    years = {year: year for year in sorted({row.values["year"][0] for row in rows}, reverse=True)}
    yield of("kind", "Kind", _KINDS, is_unfolded=True)
    yield of("service", "Service", _titles(words.services), is_by_frequency=True, is_unfolded=True)
    yield of("category", "Factors in", _titles(words.categories))
    yield of("severity", "Severity", {level.id: level.id for level in words.severities})
    yield of("tag", "Tag", {}, is_by_frequency=True)
    yield of("team", "Review owned by", _titles(words.teams))
    yield of("year", "Year", years)


def _titles(terms: Sequence[Term]) -> dict[str, str]:
    return {term.id: term.title for term in terms}


def _year_pages(sentences: Sequence[LessonSentence]) -> Iterator[SentencePage]:
    for number, group in groupby(sentences, key=lambda sentence: sentence.incident.day.year):
        of_year = tuple(group)
        parts = [of_year[start : start + _MOST_LINES] for start in range(0, len(of_year), _MOST_LINES)]
        paths = [_year_path(number, place) for place in range(1, len(parts) + 1)]
        for place, (path, part) in enumerate(zip(paths, parts, strict=True), 1):
            title = f"Lessons of {number}" + (f" ({place} of {len(parts)})" if len(parts) > 1 else "")
            groups = groupby(part, key=lambda one: one.incident.id)
            entries = tuple((found[0].incident, found) for found in (tuple(each) for _, each in groups))
            others = tuple((other, f"Part {at}") for at, other in enumerate(paths, 1) if other != path)
            yield SentencePage(path, title, entries, others)


def _year_path(number: int, place: int) -> str:
    return f"lessons/in-{number:04}{f'-{place}' if place > 1 else ''}.md"
