"""What a book adds up to: the sums that several pages tell, each made once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from functools import cached_property

from pirgen.analysis.backlog import BacklogItem, items
from pirgen.analysis.cached_trees import cached_analyses
from pirgen.analysis.open_actions import OpenActions, open_actions
from pirgen.analysis.open_paths import TreeAnalysis, joined_ids
from pirgen.analysis.recurrence import Recurrence, recurrence_of
from pirgen.analysis.trends import IncidentGroup, by_category, by_service, by_tag, by_team
from pirgen.cache import Cache
from pirgen.model import Book, Review

__all__ = ["Statistics", "compute"]

QUARTERS = 12
"""How many quarters back open actions are counted."""


@dataclass(frozen=True, eq=False)
class Statistics:
    """A book with its sums as of a day, each made when it is first asked for.

    Trees that are ``known`` are not analysed again, nor are those that the ``cache`` has.
    """

    book: Book
    as_of: date
    cache: Cache = field(default_factory=Cache)
    known: KnownTrees | None = None

    def forget(self) -> None:
        """Hold no sum any longer; it is made again when it is asked for."""
        for name in vars(self).keys() - {each.name for each in fields(self)}:
            del vars(self)[name]

    @cached_property
    def items(self) -> tuple[BacklogItem, ...]:
        """The actions of all reviews."""
        return items(self.book, self.as_of)

    @cached_property
    def items_of(self) -> Mapping[str, tuple[BacklogItem, ...]]:
        """The same by the review's id."""
        by_review: dict[str, list[BacklogItem]] = {}
        for item in self.items:
            by_review.setdefault(item.review.id, []).append(item)
        return {id: tuple(group) for id, group in by_review.items()}

    @cached_property
    def categories(self) -> tuple[IncidentGroup, ...]:
        """The incidents by the category of their factors."""
        return by_category(self.book)

    @cached_property
    def services(self) -> tuple[IncidentGroup, ...]:
        """The incidents by service."""
        return by_service(self.book)

    @cached_property
    def tags(self) -> tuple[IncidentGroup, ...]:
        """The incidents by tag."""
        return by_tag(self.book)

    @cached_property
    def teams(self) -> tuple[IncidentGroup, ...]:
        """The incidents by team."""
        return by_team(self.book)

    @cached_property
    def recurrence(self) -> Recurrence:
        """What happens again."""
        return recurrence_of(self.book, self.categories, self.services)

    @cached_property
    def open_actions(self) -> OpenActions:
        """What was open at the end of the last quarters."""
        return open_actions(self.items, self.as_of, QUARTERS)

    @cached_property
    def trees(self) -> Mapping[str, TreeAnalysis]:
        """The analysed fault trees, which are free of cycles, as the rules see to, by their review's id."""
        return _trees(self.book, self.known, self.cache)

    def trees_of(self, reviews: Iterable[str]) -> Mapping[str, TreeAnalysis]:
        """Those of some reviews, for which the others need not be there."""
        if "trees" in vars(self) or self.known:
            return self.trees
        every = self.book.review_by_id
        some = [every[id] for id in reviews if id in every]
        return dict(cached_analyses(some, every, self.cache))


@dataclass(frozen=True)
class KnownTrees:
    """Reviews by their id, and the analyses of their trees."""

    reviews: Mapping[str, Review]
    trees: Mapping[str, TreeAnalysis]


def compute(book: Book, as_of: date, known: Statistics | None = None, cache: Cache | None = None) -> Statistics:
    """The sums of a book; reviews that are those of ``known``, object by object, keep their analyses."""
    trees = KnownTrees(known.book.review_by_id, known.trees) if known else None
    return Statistics(book, as_of, cache or Cache(), trees)


def _trees(book: Book, known: KnownTrees | None, cache: Cache) -> dict[str, TreeAnalysis]:
    """The analysed fault trees by their review's id."""
    reviews = book.review_by_id
    same = {
        review.id
        for review in book.reviews
        if known and all(known.reviews.get(id) is reviews.get(id) for id in joined_ids(review, reviews))
    }
    trees = dict(cached_analyses([review for review in book.reviews if review.id not in same], reviews, cache))
    trees |= {id: tree for id, tree in known.trees.items() if id in same} if known else {}
    return {id: trees[id] for id in reviews if id in trees}
