"""What the reviews asked for and how far it has come: every action with its age and what it is late for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from pirgen.model import Action, ActionStatus, Book, Incident, NotRecorded, Priority, Review

__all__ = [
    "BUCKETS",
    "LONG_LATE",
    "SOON",
    "BacklogItem",
    "Bucket",
    "States",
    "by_age",
    "items",
    "of_state",
    "states",
]

SOON = timedelta(days=30)
"""What is due within this time is due soon."""

LONG_LATE = timedelta(days=365)
"""Longer than this, late means rather that nobody kept the review's actions up to date."""


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
class BacklogItem:
    """An action where it comes from.

    ``age`` is how long it has been waiting: None where it waits no longer, or nobody recorded when it was
    created. Then ``least_age`` bounds it, by the day on which its review was published, and ``most_age`` by the
    day of the incident; with a known age all three are the same. ``due_in`` is how far off the date of an open
    action is, below zero once that is past. ``allowed`` is how long the incident's severity lets an action stay
    open; None asks for nothing.
    """

    incident: Incident
    review: Review
    action: Action
    age: timedelta | None = None
    due_in: timedelta | None = None
    allowed: timedelta | None = None
    least_age: timedelta | None = None
    most_age: timedelta | None = None

    @property
    def past_due(self) -> timedelta | None:
        """How long ago an open action was due; None where it is not late, or has no date."""
        return _positive(-self.due_in) if self.due_in is not None else None

    @property
    def past_policy(self) -> timedelta | None:
        """How much longer, at least, an action has been open than its severity allows; None where it is not."""
        if not self.action.is_open or self.least_age is None or self.allowed is None:
            return None
        return _positive(self.least_age - self.allowed)

    @property
    def late_by(self) -> timedelta:
        """How late it is by its own date, else by the policy; zero where it is not late."""
        return self.past_due or self.past_policy or timedelta()

    @property
    def is_overdue(self) -> bool:
        """Whether its own date or the policy says that it should be done."""
        return self.late_by > timedelta()

    @property
    def can_be_judged(self) -> bool:
        """Whether its dates tell if it is overdue: it has a date of its own, or an age and a limit."""
        if self.due_in is not None or self.is_overdue:
            return True
        return self.allowed is not None and self.most_age is not None and self.most_age <= self.allowed

    @property
    def is_due_soon(self) -> bool:
        """Whether it is not late, and its date is today or soon."""
        return not self.is_overdue and self.due_in is not None and self.due_in <= SOON


@dataclass(frozen=True)
class States:
    """All actions by how far they have come; those overdue and those due soon are among the open ones too."""

    open: tuple[BacklogItem, ...]
    overdue: tuple[BacklogItem, ...]
    due_soon: tuple[BacklogItem, ...]
    unknown: tuple[BacklogItem, ...]
    done: tuple[BacklogItem, ...]
    declined: tuple[BacklogItem, ...]
    superseded: tuple[BacklogItem, ...]

    @property
    def unjudged(self) -> tuple[BacklogItem, ...]:
        """The open actions whose dates do not tell whether they are overdue."""
        return tuple(item for item in self.open if not item.can_be_judged)


def items(book: Book, as_of: date) -> tuple[BacklogItem, ...]:
    """Every action of every review, by incident and then as written."""
    found = []
    for review in book.reviews:
        incident = book.incident_by_id.get(review.id)
        if incident is not None:
            allowed = None if review.is_external else _allowed(book, incident)
            found += [_item(incident, review, action, as_of, allowed) for action in review.actions]
    return tuple(found)


def states(all_items: Iterable[BacklogItem]) -> States:
    """The actions by state, the latest incident's first; overdue ones by urgency, those due soon by date."""
    latest = tuple(reversed(tuple(all_items)))
    return States(
        open=tuple(item for item in latest if item.action.is_open),
        overdue=tuple(sorted((item for item in latest if item.is_overdue), key=_urgency)),
        due_soon=tuple(
            sorted((item for item in latest if item.is_due_soon), key=lambda item: item.due_in or SOON)
        ),
        unknown=of_state(latest, ActionStatus.UNKNOWN),
        done=of_state(latest, ActionStatus.DONE),
        declined=of_state(latest, ActionStatus.DECLINED),
        superseded=of_state(latest, ActionStatus.SUPERSEDED),
    )


def of_state(all_items: Iterable[BacklogItem], status: ActionStatus) -> tuple[BacklogItem, ...]:
    """The actions that have come as far as that."""
    return tuple(item for item in all_items if item.action.status is status)


def by_age(open_items: Iterable[BacklogItem]) -> tuple[tuple[Bucket | None, tuple[BacklogItem, ...]], ...]:
    """The items by age bucket, oldest first, and last those whose age nobody knows; empty buckets too."""
    filed: dict[Bucket | None, list[BacklogItem]] = {bucket: [] for bucket in (*BUCKETS, None)}
    for item in open_items:
        filed[bucket_of(item)].append(item)
    return tuple((bucket, tuple(found)) for bucket, found in filed.items())


def bucket_of(item: BacklogItem) -> Bucket | None:
    """The bucket of an age; also of one that is only bounded, where both bounds are in it."""
    if item.least_age is None or item.most_age is None:
        return None
    bucket = next(bucket for bucket in BUCKETS if bucket.holds(item.least_age))
    return bucket if bucket.holds(item.most_age) else None


def _urgency(item: BacklogItem) -> tuple[bool, int, timedelta]:
    """Priority, then lateness; but late for years comes last, since then the record is likely out of date."""
    order = list(Priority)
    priority = item.action.priority
    rank = order.index(priority) if isinstance(priority, Priority) else len(order)
    return item.late_by > LONG_LATE, rank, -item.late_by


def _allowed(book: Book, incident: Incident) -> timedelta | None:
    level = book.vocabulary.severity(incident.severity)
    return level.act_within if level else None


def _item(
    incident: Incident, review: Review, action: Action, as_of: date, allowed: timedelta | None
) -> BacklogItem:
    """The action as of a day; one created later than that has age zero."""
    age = least = most = due_in = None
    if action.is_open or action.status is ActionStatus.UNKNOWN:
        age = _time_since(action.created, as_of)
        least = age if age is not None else _time_since(review.published, as_of)
        most = age if age is not None else _time_since(incident.day, as_of)
    if action.is_open:
        due_in = action.due - as_of if isinstance(action.due, date) else None
    return BacklogItem(incident, review, action, age, due_in, allowed, least, most)


def _time_since(day: date | NotRecorded | None, as_of: date) -> timedelta | None:
    return max(as_of - day, timedelta()) if isinstance(day, date) else None


def _positive(time: timedelta) -> timedelta | None:
    return time if time > timedelta() else None
