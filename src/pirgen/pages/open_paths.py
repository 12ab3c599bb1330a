"""The page of open paths: over all reviews, which ways to fail are still there."""

from __future__ import annotations

from pirgen.analysis.common_causes import common_causes
from pirgen.analysis.open_paths import Standing, TreeAnalysis
from pirgen.analysis.statistics import Statistics
from pirgen.model import Book, Factor, Incident
from pirgen.pages.page import Asset, Page
from pirgen.pages.renderer import PageMeta, Renderer
from pirgen.pages.tables import csv_text

__all__ = ["page"]

CSV = "open-paths.csv"
_MOST_TREES = 100
_MOST_CAUSES = 12
_MOST_COMMON = 5


def page(statistics: Statistics, renderer: Renderer) -> Page:
    """The page; drafts and reviews under discussion are left out."""
    book, trees = statistics.book, statistics.trees
    published = [id for id in trees if book.review_by_id[id].is_published and id in book.incident_by_id]
    rows = [(book.incident_by_id[id], trees[id]) for id in published]
    rows.sort(key=lambda row: (-row[1].counts[Standing.OPEN], -row[1].counts[Standing.PLANNED], row[0].id))
    values = {
        "causes": common_causes(book, {id: trees[id] for id in published})[:_MOST_CAUSES],
        "total": len(rows),
        "rows": rows[:_MOST_TREES],
        "csv": CSV,
        "most_common": _MOST_COMMON,
        "common": _common(rows, book),
        "open": Standing.OPEN,
        "planned": Standing.PLANNED,
    }
    meta = PageMeta(
        "Open paths",
        "Which ways to fail are still open.",
        in_navigation=True,
        hide=("navigation",),
        assets=(_asset(rows),),
    )
    return renderer.page("open-paths.md", "open-paths.html", values, meta)


def _asset(rows: list[tuple[Incident, TreeAnalysis]]) -> Asset:
    """Every review with its ways to fail by their standing."""
    header = ("incident", *(standing.value for standing in Standing))
    table = [(incident.id, *(tree.counts[standing] for standing in Standing)) for incident, tree in rows]
    return Asset(CSV, csv_text(header, table))


def _common(
    rows: list[tuple[Incident, TreeAnalysis]], book: Book
) -> list[tuple[str, str, list[tuple[Incident, list[Factor]]]]]:
    """Categories of factors in remaining ways of several trees: title, id, and the factors by incident."""
    by_category: dict[str, list[tuple[Incident, list[Factor]]]] = {}
    for incident, tree in rows:
        for category, factors in _remaining(tree).items():
            by_category.setdefault(category, []).append((incident, factors))
    found = [(term.title, term.id, by_category.get(term.id, [])) for term in book.vocabulary.categories]
    several = [entry for entry in found if len(entry[2]) > 1]
    return sorted(several, key=lambda entry: -len(entry[2]))


def _remaining(tree: TreeAnalysis) -> dict[str, list[Factor]]:
    """The tree's own factors that are in a listed way that is not closed, by category."""
    ways = [cut for cut in tree.cut_sets if cut.standing is not Standing.CLOSED]
    found: dict[str, list[Factor]] = {}
    for factor in {factor.id: factor for cut in ways for factor in cut.factors}.values():
        if "#" not in factor.id:
            found.setdefault(factor.category, []).append(factor)
    return found
