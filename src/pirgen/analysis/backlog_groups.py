"""Actions sorted into groups: by when they are due, priority, type, owner, and what their severity allows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from unicodedata import normalize

from pirgen.analysis.backlog import LONG_LATE, SOON, BacklogItem
from pirgen.model import ActionStatus, ActionType, Priority, SeverityLevel, Term, Vocabulary, title_of

__all__ = [
    "DUE_TITLES",
    "NOT_RECORDED_ID",
    "ActionGroup",
    "Policy",
    "by_due",
    "by_owner",
    "by_policy",
    "by_priority",
    "by_type",
    "by_year",
    "due_group",
    "parted_by_lateness",
]

_WEEK = timedelta(days=7)

NOT_RECORDED_ID = "not-recorded"
"""The id of the group whose actions do not say."""

DUE_TITLES = {
    "overdue": "Overdue",
    "week": "Due within 7 days",
    "month": "Due within 8 to 30 days",
    "later": "Due later",
    "no-date": "No due date recorded",
}


@dataclass(frozen=True)
class ActionGroup:
    """Actions that have something in common: its word, unlike its siblings', and the title for readers."""

    id: str
    title: str
    items: tuple[BacklogItem, ...]


@dataclass(frozen=True)
class Policy:
    """The open actions of a severity with a limit: over it, within it, and those whose age does not tell."""

    level: SeverityLevel
    limit: timedelta
    over: tuple[BacklogItem, ...]
    within: tuple[BacklogItem, ...]
    age_unknown: tuple[BacklogItem, ...]


def due_group(item: BacklogItem) -> str:
    """The id of the group of ``by_due`` that an open action belongs to."""
    if item.is_overdue:
        return "overdue"
    if item.due_in is None:
        return "no-date"
    return "week" if item.due_in <= _WEEK else "month" if item.due_in <= SOON else "later"


def by_due(open_items: Iterable[BacklogItem]) -> tuple[ActionGroup, ...]:
    """Five groups from overdue to no date, empty ones too; what has a date by that date, the rest as given."""
    filed: dict[str, list[BacklogItem]] = {id: [] for id in DUE_TITLES}
    for item in open_items:
        filed[due_group(item)].append(item)
    for id in ("week", "month", "later"):
        filed[id].sort(key=lambda item: item.due_in or timedelta())
    return tuple(ActionGroup(id, title, tuple(filed[id])) for id, title in DUE_TITLES.items())


def parted_by_lateness(
    overdue: Iterable[BacklogItem],
) -> tuple[tuple[BacklogItem, ...], tuple[BacklogItem, ...]]:
    """Those that are late, and those that have been so for so long that the record may be what is late."""
    late = tuple(overdue)
    return (
        tuple(item for item in late if item.late_by <= LONG_LATE),
        tuple(item for item in late if item.late_by > LONG_LATE),
    )


def by_priority(items: Iterable[BacklogItem]) -> tuple[ActionGroup, ...]:
    """By priority, highest first, and last what has none; empty groups too."""
    titles = {priority.value: priority.value.capitalize() for priority in Priority}
    titles[NOT_RECORDED_ID] = "No priority recorded"
    filed: dict[str, list[BacklogItem]] = {id: [] for id in titles}
    for item in items:
        priority = item.action.priority
        filed[priority.value if isinstance(priority, Priority) else NOT_RECORDED_ID].append(item)
    return tuple(ActionGroup(id, title, tuple(filed[id])) for id, title in titles.items())


def by_type(items: Iterable[BacklogItem]) -> tuple[ActionGroup, ...]:
    """By the sort of improvement, in the order of the types; empty groups too."""
    filed: dict[ActionType, list[BacklogItem]] = {type: [] for type in ActionType}
    for item in items:
        filed[item.action.type].append(item)
    return tuple(
        ActionGroup(type.value, type.value.capitalize(), tuple(group)) for type, group in filed.items()
    )


def by_owner(items: Iterable[BacklogItem], teams: tuple[Term, ...]) -> tuple[ActionGroup, ...]:
    """By owner in the order of the alphabet, never of the count; last what has no owner recorded."""
    filed: dict[str, list[BacklogItem]] = {}
    nobodys: list[BacklogItem] = []
    for item in items:
        owner = item.action.owner
        (filed.setdefault(owner, []) if isinstance(owner, str) else nobodys).append(item)
    groups = [ActionGroup(owner, title_of(teams, owner), tuple(group)) for owner, group in filed.items()]
    groups.sort(key=lambda group: (normalize("NFKD", group.title.casefold()), group.id))
    if nobodys:
        groups.append(ActionGroup("", "No owner recorded", tuple(nobodys)))
    return tuple(groups)


def by_policy(open_items: Iterable[BacklogItem], vocabulary: Vocabulary) -> tuple[Policy, ...]:
    """For every severity that limits how long an action may stay open, how its open actions keep to that."""
    known = tuple(open_items)
    return tuple(
        _policy(level, level.act_within, [item for item in known if item.incident.severity == level.id])
        for level in vocabulary.severities
        if level.act_within
    )


def by_year(items: Iterable[BacklogItem]) -> tuple[ActionGroup, ...]:
    """By the year that an action was done in, or else of its incident; the latest first, no date last."""
    filed: dict[int, list[BacklogItem]] = {}
    for item in items:
        filed.setdefault(_year(item), []).append(item)
    titles = {year: str(year) if year else "Day not recorded" for year in filed}
    return tuple(
        ActionGroup(str(year or NOT_RECORDED_ID), titles[year], tuple(filed[year]))
        for year in sorted(filed, reverse=True)
    )


def _year(item: BacklogItem) -> int:
    """The year to file an action under that is no longer open; 0 where it is not known."""
    if item.action.status is not ActionStatus.DONE:
        return item.incident.day.year
    return item.action.done_on.year if isinstance(item.action.done_on, date) else 0


def _policy(level: SeverityLevel, limit: timedelta, items: list[BacklogItem]) -> Policy:
    return Policy(
        level,
        limit,
        over=tuple(item for item in items if item.past_policy),
        within=tuple(item for item in items if _is_within(item, limit)),
        age_unknown=tuple(item for item in items if not item.past_policy and not _is_within(item, limit)),
    )


def _is_within(item: BacklogItem, limit: timedelta) -> bool:
    return item.most_age is not None and item.most_age <= limit
