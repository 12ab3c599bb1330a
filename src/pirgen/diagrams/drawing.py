"""Which drawings an incident has, each as a value that says all that it is made from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import blake2b

from pirgen.analysis.open_paths import TreeAnalysis
from pirgen.diagrams.causes.fishbone import draw_fishbone
from pirgen.diagrams.causes.whys import draw_whys
from pirgen.diagrams.diagram import Diagram
from pirgen.diagrams.fault_tree.drawing import draw_fault_tree
from pirgen.diagrams.fault_tree.parts import part_name
from pirgen.diagrams.fault_tree.reviewed_tree import reviewed_tree
from pirgen.diagrams.timeline.drawing import draw_timeline
from pirgen.model import Book, Event, Incident, IncidentStatus, Review, title_of

__all__ = ["Drawing", "drawings_of"]

WIDE, NARROW = 760, 360
"""Widths of the timeline's two layouts in px: a page's column, and a phone's."""

_LAYOUTS: dict[str, Callable[..., Diagram]] = {
    "timeline": draw_timeline,
    "timeline-narrow": draw_timeline,
    "whys": draw_whys,
    "fishbone": draw_fishbone,
    "fault-tree": draw_fault_tree,
}
"""What lays out a drawing of each kind."""

KINDS = tuple(_LAYOUTS)
"""What drawings there are."""


@dataclass(frozen=True)
class Drawing:
    """A drawing to be made: its kind, as templates ask for it, and the values that it is made from.

    It depends on nothing else, so ``key`` tells drawings apart whose outcome may differ, also between runs of
    one version of pirgen.
    """

    kind: str
    values: tuple[object, ...]

    @cached_property
    def key(self) -> str:
        """A digest of the kind and the values."""
        return blake2b(repr((self.kind, self.values)).encode(errors="replace"), digest_size=16).hexdigest()

    def lay_out(self) -> Diagram:
        """What the drawing shows, and where."""
        return _LAYOUTS[self.kind.partition("-part-")[0]](*self.values)


def drawings_of(incident: Incident, book: Book, trees: Mapping[str, TreeAnalysis]) -> Iterator[Drawing]:
    """Every drawing of an incident's page; ``trees`` are the analysed fault trees by their review's id."""
    if incident.timeline:
        shown = Incident("", incident.title, "", IncidentStatus.RESOLVED, (), _titled(incident, book))
        for kind, width in (("timeline", WIDE), ("timeline-narrow", NARROW)):
            yield Drawing(kind, (shown, width, book.vocabulary.time_zone))
    review = book.review_by_id.get(incident.id)
    if review:
        yield from _of_review(review, incident, book, trees.get(review.id))


def _titled(incident: Incident, book: Book) -> tuple[Event, ...]:
    """The events with the titles of their milestones."""
    terms = book.vocabulary.milestones
    return tuple(
        replace(event, milestones=tuple(title_of(terms, id) for id in event.milestones))
        if event.milestones
        else event
        for event in incident.timeline
    )


def _of_review(review: Review, incident: Incident, book: Book, tree: TreeAnalysis | None) -> Iterator[Drawing]:
    if review.five_whys:
        yield Drawing("whys", (review.five_whys, review.factors, review.actions))
    if len(review.factors) > 1:
        yield Drawing("fishbone", (incident.title, review.factors, book.vocabulary.categories))
    if shown := reviewed_tree(review, tree):
        yield Drawing("fault-tree", (shown,))
        parts = len(shown.plan.cuts)
        for part in range(parts if parts > 1 else 0):
            yield Drawing(part_name(part), (shown, part))
