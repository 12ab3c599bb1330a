"""What a book adds up to: the sums that several pages tell, each made once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from pirgen.analysis.backlog import BacklogItem, items
from pirgen.analysis.cached_trees import cached_analyses
from pirgen.analysis.open_actions import OpenActions, open_actions
from pirgen.analysis.open_paths import TreeAnalysis, joined_ids
from pirgen.analysis.recurrence import Recurrence, recurrence_of
from pirgen.analysis.trends import IncidentGroup, by_category, by_service, by_tag, by_team
from pirgen.cache import Cache
from pirgen.model import Book

__all__ = ["Statistics", "compute"]

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


def compute(book: Book, as_of: date, known: Statistics | None = None, cache: Cache | None = None) -> Statistics:
    """The sums of a book whose fault trees are free of cycles, as the rules see to.

    Trees whose reviews are those that ``known`` has, object by object, are not analysed again, nor are those
    that the ``cache`` has.
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
        trees=_LaterTrees(book, cache) if cache and not known else _trees(book, known, cache or Cache()),
    )


class _LaterTrees(Mapping[str, TreeAnalysis]):
    """The analysed fault trees, which nobody asks for where no page is made."""

    def __init__(self, book: Book, cache: Cache) -> None:
        self._book = book
        self._cache = cache

    @cached_property
    def _made(self) -> dict[str, TreeAnalysis]:
        return _trees(self._book, None, self._cache)

    def __getitem__(self, id: str) -> TreeAnalysis:
        return self._made[id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._made)

    def __len__(self) -> int:
        return len(self._made)


def _trees(book: Book, known: Statistics | None, cache: Cache) -> dict[str, TreeAnalysis]:
    """The analysed fault trees by their review's id."""
    reviews, before = book.review_by_id, known.book.review_by_id if known else {}
    same = {
        review.id
        for review in book.reviews
        if known and all(before.get(id) is reviews.get(id) for id in joined_ids(review, reviews))
    }
    trees = dict(cached_analyses([review for review in book.reviews if review.id not in same], reviews, cache))
    trees |= {id: tree for id, tree in known.trees.items() if id in same} if known else {}
    return {id: trees[id] for id in reviews if id in trees}
