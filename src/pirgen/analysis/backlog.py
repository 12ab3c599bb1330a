"""What the reviews asked for and how far it has come: every action with its age and what it is late for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from pirgen.model import Action, ActionStatus, Book, Incident, Review

__all__ = ["BUCKETS", "Bucket", "Item", "by_age", "items"]


@dataclass(frozen=True)
class Bucket:
    """A range of ages in days, both ends in it; ``most`` is None where it has no end."""

    least: int
    most: int | None = None

    def holds(self, age: timedelta) -> bool:
        """Whether an action of that age belongs here."""
        return self.least <= age.days and (self.most is None or age.days <= self.most)


BUCKETS = (Bucket(181), Bucket(91, 180), Bucket(31, 90), Bucket(0, 30))
"""Oldest first. Ages run from the day that an action was created."""


@dataclass(frozen=True)
class Item:
    """An action where it comes from. ``age`` is None where nobody recorded when it was created.

    ``past_due`` is how long ago an open action was due; ``past_policy`` how much longer it has been
    open than the incident's severity allows. None where it is not late, or the date is not known.
    """

    incident: Incident
    review: Review
    action: Action
    age: timedelta | None = None
    past_due: timedelta | None = None
    past_policy: timedelta | None = None

    @property
    def is_overdue(self) -> bool:
        """Whether its own date or the policy says that it should be done."""
        return self.past_due is not None or self.past_policy is not None


def items(book: Book, as_of: date) -> tuple[Item, ...]:
    """Every action of every review, by incident and then as written."""
    found = []
    for review in book.reviews:
        incident = book.incident_by_id.get(review.id)
        if incident is not None:
            allowed = _allowed(book, incident)
            found += [_item(incident, review, action, as_of, allowed) for action in review.actions]
    return tuple(found)


def by_age(open_items: Iterable[Item]) -> tuple[tuple[Bucket | None, tuple[Item, ...]], ...]:
    """The items by age bucket, oldest first, and last those whose age nobody knows; empty buckets too."""
    known = list(open_items)
    groups: list[tuple[Bucket | None, tuple[Item, ...]]] = []
    for bucket in BUCKETS:
        groups.append(
            (bucket, tuple(item for item in known if item.age is not None and bucket.holds(item.age)))
        )
    groups.append((None, tuple(item for item in known if item.age is None)))
    return tuple(groups)


def _allowed(book: Book, incident: Incident) -> timedelta | None:
    level = book.vocabulary.severity(incident.severity)
    return level.act_within if level else None


def _item(incident: Incident, review: Review, action: Action, as_of: date, allowed: timedelta | None) -> Item:
    if not (action.is_open or action.status is ActionStatus.UNKNOWN):
        return Item(incident, review, action)
    age = max(as_of - action.created, timedelta()) if isinstance(action.created, date) else None
    if not action.is_open:
        return Item(incident, review, action, age)
    past_due = _positive(as_of - action.due) if isinstance(action.due, date) else None
    past_policy = _positive(age - allowed) if age is not None and allowed is not None else None
    return Item(incident, review, action, age, past_due, past_policy)


def _positive(time: timedelta) -> timedelta | None:
    return time if time > timedelta() else None
