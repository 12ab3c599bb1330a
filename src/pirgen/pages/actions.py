"""The pages of actions: what is still to be done, how long it has waited, and how the rest ended.

The first page has what matters most in full, counts, and a table of all actions that readers narrow down; each
count leads to a view of that table. Each way to end has a page of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pirgen.analysis.backlog import BacklogItem, States, by_age, states
from pirgen.analysis.backlog_groups import (
    NOT_RECORDED_ID,
    ActionGroup,
    by_due,
    by_owner,
    by_policy,
    by_priority,
    by_type,
    by_year,
    parted_by_lateness,
)
from pirgen.analysis.statistics import Statistics
from pirgen.pages.action_list import PATH, STILL_OPEN, action_table, bucket_id, bucket_title, view
from pirgen.pages.links import anchors
from pirgen.pages.page import Asset, Page
from pirgen.pages.renderer import PageMeta, Renderer
from pirgen.pages.tables import csv_text
from pirgen.reports.action_data import COLUMNS, actions_json, rows
from pirgen.reports.action_words import age_words, due_words, not_overdue_words, policy_words

__all__ = ["pages", "tile_targets"]

_MOST_SHOWN = 25
"""So many rows of a kind are shown in full; the table has them all."""

_MOST_ENDED = 150
"""So many rows are on a page of actions that ended; the table and the files have them all."""


@dataclass(frozen=True)
class ActionCount:
    """How many open actions have something in common, and the view of the table that shows them."""

    title: str
    count: int
    target: str


@dataclass(frozen=True)
class Counts:
    """The open actions by one side of them."""

    id: str
    by: str
    counts: tuple[ActionCount, ...]


@dataclass(frozen=True)
class ActionSection:
    """A group of actions under an anchor of its page."""

    id: str
    title: str
    items: tuple[BacklogItem, ...]


@dataclass(frozen=True)
class EndedActionsPage:
    """A page of actions that are no longer known to be open, by year; ``total`` counts all, shown or not.

    ``account`` is the heading over what is known about each.
    """

    path: str
    title: str
    lead: str
    none: str
    account: str
    total: int
    shown: int
    target: str
    sections: tuple[ActionSection, ...]


def pages(statistics: Statistics, renderer: Renderer) -> Iterator[Page]:
    """The actions page, and the pages of those that ended."""
    found = states(statistics.items)
    common = {
        "due_words": due_words,
        "age_words": age_words,
        "policy_words": policy_words,
        "factor_text": _factor_text,
    }
    late, long_late = parted_by_lateness(found.overdue)
    files = _files(statistics, found)
    table = action_table(_by_urgency(found), statistics, renderer)
    values = {
        "states": found,
        "tile_targets": tile_targets(found),
        "not_overdue": not_overdue_words(found),
        "late": late,
        "long_late": long_late,
        "most_shown": _MOST_SHOWN,
        "overdue_target": view(("due", "overdue")),
        "soon_target": view(("due", "week"), ("due", "month")),
        "counts": tuple(_counts(found, statistics)),
        "policies": by_policy(found.open, statistics.book.vocabulary),
        "table": table,
        "total": len(statistics.items),
    }
    meta = PageMeta(
        "Actions",
        "What reviews asked for, and how far it has got.",
        in_navigation=True,
        hide=("navigation", "toc"),
        assets=(*files, *(table.rows_assets if table.rows else ())),
    )
    yield renderer.page(PATH, "actions.html", common | values, meta)
    for ended in _ended_pages(found):
        meta = PageMeta(ended.title, hide=("navigation",))
        yield renderer.page(ended.path, "actions-ended.html", common | {"ended": ended}, meta)


def tile_targets(found: States) -> dict[str, str]:
    """Where the numbers of actions by state lead: to views of the table, or to the pages of those ended."""
    targets = {
        "overdue": view(("due", "overdue")),
        "soon": view(("due", "week"), ("due", "month")),
        "open": view(*STILL_OPEN),
    }
    return targets | {page.path[len("actions/") : -len(".md")]: page.target for page in _ended_pages(found)}


def _by_urgency(found: States) -> Iterator[BacklogItem]:
    """Every action once: overdue ones first, then those due soon, the other open ones, and those that ended."""
    seen: set[int] = set()
    oldest = sorted(found.open, key=lambda item: -item.least_age.days if item.least_age else 0)
    order = (found.overdue, found.due_soon, oldest, found.unknown, found.done, found.declined, found.superseded)
    for items in order:
        for item in items:
            if id(item) not in seen:
                seen.add(id(item))
                yield item


def _counts(found: States, statistics: Statistics) -> Iterator[Counts]:
    """What is open, by every side that matters; each number with its view."""
    open_items = found.open
    ages = [ActionGroup(bucket_id(bucket), bucket_title(bucket), items) for bucket, items in by_age(open_items)]
    sides = (
        ("age", "age", ages),
        ("due", "due date", by_due(open_items)),
        ("owner", "owner", by_owner(open_items, statistics.book.vocabulary.teams)),
        ("priority", "priority", by_priority(open_items)),
        ("type", "type", by_type(open_items)),
    )
    for key, by, groups in sides:
        counted = tuple(_count(key, group) for group in groups)
        if counted:
            yield Counts(key, by, counted)


def _count(key: str, group: ActionGroup) -> ActionCount:
    return ActionCount(group.title, len(group.items), view(*STILL_OPEN, (key, group.id or NOT_RECORDED_ID)))


def _ended_pages(found: States) -> tuple[EndedActionsPage, ...]:
    return (
        _ended(
            "done",
            found.done,
            "Actions that are done",
            "By the year in which they were done, with what shows it.",
            "Nothing is done yet.",
            "Proof",
        ),
        _ended(
            "declined",
            found.declined,
            "Actions that were declined",
            "Deciding against an action, with a reason, is a result too. By the year of the incident.",
            "Nothing was declined.",
            "Reason",
        ),
        _ended(
            "superseded",
            found.superseded,
            "Actions that were superseded",
            "By the year of the incident.",
            "Nothing was superseded.",
            "Replaced by",
        ),
        _ended(
            "unknown",
            found.unknown,
            "Actions of unknown state",
            "The reviews asked for these; what became of them is not recorded. By the year of the incident.",
            "The state of every action is known.",
            "What is known",
        ),
    )


def _ended(
    state: str, items: tuple[BacklogItem, ...], title: str, lead: str, none: str, account: str
) -> EndedActionsPage:
    path = f"actions/{state}.md"
    shown = [item for group in by_year(items) for item in group.items][:_MOST_ENDED]
    target = path if len(shown) == len(items) else view(("state", state))
    sections = _sections("year", by_year(shown))
    return EndedActionsPage(path, title, lead, none, account, len(items), len(shown), target, sections)


def _sections(prefix: str, groups: Iterable[ActionGroup]) -> tuple[ActionSection, ...]:
    listed = tuple(groups)
    ids = anchors(prefix, (group.id or NOT_RECORDED_ID for group in listed))
    return tuple(ActionSection(ids[group.id or NOT_RECORDED_ID], group.title, group.items) for group in listed)


def _files(statistics: Statistics, found: States) -> tuple[Asset, ...]:
    """All actions for a spreadsheet and for other programs."""
    table = csv_text(COLUMNS, rows(statistics.items))
    document = actions_json(statistics.items, found, statistics.book.vocabulary, statistics.as_of)
    return Asset("actions.csv", table), Asset("actions.json", document)


def _factor_text(item: BacklogItem, id: str) -> str:
    factor = item.review.factor(id)
    return factor.text if factor else id
