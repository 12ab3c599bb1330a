"""Which drawings an incident has, and the drawer that makes them and remembers what it made."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import TracebackType
from typing import Self

from pirgen.analysis.open_paths import TreeAnalysis
from pirgen.diagrams.causes.fishbone import draw_fishbone
from pirgen.diagrams.causes.whys import draw_whys
from pirgen.diagrams.diagram import Diagram, Figure, draw_all
from pirgen.diagrams.fault_tree.drawing import draw_fault_tree
from pirgen.diagrams.graphviz.engine import Engine
from pirgen.diagrams.timeline.drawing import draw_timeline
from pirgen.model import Book, Incident, Review

WIDE, NARROW = 760, 360
"""Widths of the timeline's two layouts in px: a page's column, and a phone's."""


def diagrams_of(
    incident: Incident, book: Book, trees: Mapping[str, TreeAnalysis]
) -> Iterator[tuple[str, Diagram]]:
    """Every drawing of an incident's page, with the kind that templates ask for.

    ``trees`` are the analysed fault trees by their review's id.
    """
    if incident.timeline:
        yield "timeline", draw_timeline(incident, WIDE)
        yield "timeline-narrow", draw_timeline(incident, NARROW)
    review = book.review_by_id.get(incident.id)
    if review:
        yield from _of_review(review, incident, book, trees.get(review.id))


def _of_review(
    review: Review, incident: Incident, book: Book, tree: TreeAnalysis | None
) -> Iterator[tuple[str, Diagram]]:
    if review.five_whys:
        yield "whys", draw_whys(review.five_whys, review.factors, review.actions)
    if len(review.factors) > 1:
        yield "fishbone", draw_fishbone(incident.title, review.factors, book.vocabulary.categories)
    if review.fault_tree:
        closed = tree.residual.never if tree else frozenset[str]()
        yield "fault-tree", draw_fault_tree(review.fault_tree, review.factors, review.actions, closed)


class Drawer:
    """Draws with one Graphviz process and draws nothing twice, also over several builds of one server."""

    def __init__(self, engine: Engine | None = None) -> None:
        self._engine = engine or Engine()
        self._made: dict[tuple[str, str, str, str], Figure] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._engine.close()

    def draw(
        self, diagrams: Sequence[Diagram], progress: Callable[[int, int], None] | None = None
    ) -> list[Figure]:
        """A figure for each diagram; ``progress`` is told how many of how many are done."""
        figures = []
        for done, diagram in enumerate(diagrams, 1):
            figures.append(self._made.get(_key(diagram)) or draw_all([diagram], self._engine)[0])
            if progress:
                progress(done, len(diagrams))
        self._made = {_key(diagram): figure for diagram, figure in zip(diagrams, figures, strict=True)}
        return figures


def _key(diagram: Diagram) -> tuple[str, str, str, str]:
    return diagram.name, diagram.dot, diagram.title, diagram.description
