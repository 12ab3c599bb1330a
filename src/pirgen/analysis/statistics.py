"""What a book adds up to: the sums that several pages tell, each made once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from pirgen.analysis.backlog import BacklogItem, items
from pirgen.analysis.open_actions import OpenActions, open_actions
from pirgen.analysis.open_paths import TreeAnalysis, analyse
from pirgen.analysis.recurrence import Recurrence, recurrence_of
from pirgen.analysis.trends import IncidentGroup, by_category, by_service, by_tag, by_team
from pirgen.model import Book, Review

__all__ = ["Statistics", "compute", "joined_reviews"]

QUARTERS = 12
"""How many quarters back open actions are counted."""


@dataclass(frozen=True)
class Statistics:
    """A book with its sums as of a day.

    ``items`` are the actions of all reviews; ``items_of`` the same by the review's id, ``trees`` the analysed
    fault trees by it, ``open_actions`` what was open at the end of the last quarters. The groups are of
    incidents, by the category of their factors, by service, by tag and by team.
    """

    book: Book
    as_of: date
    items: tuple[BacklogItem, ...]
    items_of: Mapping[str, tuple[BacklogItem, ...]]
    categories: tuple[IncidentGroup, ...]
    services: tuple[IncidentGroup, ...]
    tags: tuple[IncidentGroup, ...]
    teams: tuple[IncidentGroup, ...]
    recurrence: Recurrence
    open_actions: OpenActions
    trees: Mapping[str, TreeAnalysis]


def compute(book: Book, as_of: date, known: Statistics | None = None) -> Statistics:
    """The sums of a book whose fault trees are free of cycles, as the rules see to.

    Trees whose reviews are those that ``known`` has, object by object, are not analysed again.
    """
    actions = items(book, as_of)
    by_review: dict[str, list[BacklogItem]] = {}
    for item in actions:
        by_review.setdefault(item.review.id, []).append(item)
    categories, services = by_category(book), by_service(book)
    return Statistics(
        book,
        as_of,
        items=actions,
        items_of={id: tuple(group) for id, group in by_review.items()},
        categories=categories,
        services=services,
        tags=by_tag(book),
        teams=by_team(book),
        recurrence=recurrence_of(book, categories, services),
        open_actions=open_actions(actions, as_of, QUARTERS),
        trees=dict(_trees(book, known)),
    )


def _trees(book: Book, known: Statistics | None) -> Iterator[tuple[str, TreeAnalysis]]:
    """The analysed fault trees by their review's id."""
    before = known.book.review_by_id if known else {}
    for review in book.reviews:
        is_known = all(before.get(id) is book.review_by_id.get(id) for id in joined_reviews(review, book))
        tree = known.trees.get(review.id) if known and is_known else analyse(review, book.review_by_id)
        if tree:
            yield review.id, tree


def joined_reviews(review: Review, book: Book) -> set[str]:
    """The ids of a review and of all those whose fault trees its own one transfers to."""
    joined, waiting = {review.id}, [review]
    while waiting:
        tree = waiting.pop().fault_tree
        targets = {gate.transfer.review for gate in tree.gates if gate.transfer} if tree else set()
        waiting += [book.review_by_id[id] for id in targets - joined if id in book.review_by_id]
        joined |= targets
    return joined
