"""The pages of actions: what is still to be done, how long it has waited, and how the rest ended.

The first page has what matters most in full, and counts. What the counts count has pages of its own, one for
each way to sort what is open and one for each way to end, so that thousands of actions stay readable.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pirgen.analysis.backlog import BacklogItem, Bucket, States, by_age, states
from pirgen.analysis.backlog_groups import (
    NOT_RECORDED_ID,
    ActionGroup,
    Policy,
    by_due,
    by_owner,
    by_policy,
    by_priority,
    by_type,
    by_year,
    due_group,
    parted_by_lateness,
)
from pirgen.analysis.statistics import Statistics
from pirgen.model import Book, NotRecorded, Priority
from pirgen.pages.links import anchors
from pirgen.pages.page import Asset, Page
from pirgen.pages.renderer import PageMeta, Renderer
from pirgen.pages.tables import csv_text
from pirgen.reports.action_data import COLUMNS, actions_json, rows
from pirgen.reports.action_words import due_words, policy_words
from pirgen.wording.durations import days

__all__ = ["bucket_id", "bucket_title", "pages"]


@dataclass(frozen=True)
class ActionSection:
    """A group of actions under an anchor of its page."""

    id: str
    title: str
    items: tuple[BacklogItem, ...]


@dataclass(frozen=True)
class OpenActionsPage:
    """A page with every open action once: its path, what it sorts by, and its sections, empty ones too."""

    path: str
    by: str
    sections: tuple[ActionSection, ...]


@dataclass(frozen=True)
class EndedActionsPage:
    """A page of actions that are no longer known to be open, by year.

    ``account`` is the heading over what is known about each.
    """

    path: str
    title: str
    lead: str
    none: str
    account: str
    sections: tuple[ActionSection, ...]


def pages(statistics: Statistics, renderer: Renderer) -> Iterator[Page]:
    """The actions page, and the pages that its numbers lead to."""
    book, found = statistics.book, states(statistics.items)
    policies = by_policy(found.open, book.vocabulary)
    limits = _by_limit(found, policies)
    sorted_pages = _sorted_pages(found, book)
    common = {
        "age_of": _age_of,
        "due_group": due_group,
        "due_words": due_words,
        "factor_text": _factor_text,
        "policy_words": policy_words,
        "states": found,
        "word_of": _word_of,
    }
    late, long_late = parted_by_lateness(found.overdue)
    values = {
        "late": late,
        "long_late": long_late,
        "ages": _by_age(found.open),
        "sorted_pages": sorted_pages,
        "limits": limits,
        "policies": policies,
    }
    meta = PageMeta(
        "Actions",
        "What reviews asked for, and how far it has got.",
        in_navigation=True,
        hide=("navigation",),
        assets=_files(statistics, found),
    )
    yield renderer.page("actions.md", "actions.html", common | values, meta)
    for sorted_page in (*sorted_pages, limits):
        title = f"Open actions by {sorted_page.by}"
        yield renderer.page(
            sorted_page.path, "actions-open.html", common | {"sorted": sorted_page}, _below(title)
        )
    for ended in _ended_pages(found):
        yield renderer.page(ended.path, "actions-ended.html", common | {"ended": ended}, _below(ended.title))


def _below(title: str) -> PageMeta:
    return PageMeta(title, hide=("navigation",))


def _sorted_pages(found: States, book: Book) -> tuple[OpenActionsPage, ...]:
    groups = {
        "due": ("due date", by_due(found.open)),
        "priority": ("priority", by_priority(found.open)),
        "type": ("type", by_type(found.open)),
        "owner": ("owner team", by_owner(found.open, book.vocabulary.teams)),
    }
    return tuple(
        OpenActionsPage(f"actions/by-{id}.md", by, _sections(id, group)) for id, (by, group) in groups.items()
    )


def _by_limit(found: States, policies: Iterable[Policy]) -> OpenActionsPage:
    """The open actions by what the policy of their severity says of them, and last those without a limit."""
    groups = []
    limited = set()
    for policy in policies:
        level, limit = policy.level.id, days(policy.limit)
        limited.add(level)
        groups += [
            ActionGroup(f"{level} over", f"{level}, open for longer than {limit}", policy.over),
            ActionGroup(f"{level} within", f"{level}, open for up to {limit}", policy.within),
            ActionGroup(f"{level} unknown", f"{level}, creation date not recorded", policy.age_unknown),
        ]
    others = tuple(item for item in found.open if item.incident.severity not in limited)
    groups.append(ActionGroup("no limit", "Severities that set no limit", others))
    return OpenActionsPage("actions/by-limit.md", "the limit of their severity", _sections("limit", groups))


def _by_age(open_items: Iterable[BacklogItem]) -> tuple[ActionSection, ...]:
    """The open actions by age bucket, the oldest first in each."""
    oldest = sorted(open_items, key=lambda item: -item.age.days if item.age else 0)
    return tuple(
        ActionSection(bucket_id(bucket), bucket_title(bucket), group) for bucket, group in by_age(oldest)
    )


def _ended_pages(found: States) -> tuple[EndedActionsPage, ...]:
    return (
        EndedActionsPage(
            "actions/done.md",
            "Actions that are done",
            "By the year in which they were done, with what shows it.",
            "Nothing is done yet.",
            "Proof",
            _sections("year", by_year(found.done)),
        ),
        EndedActionsPage(
            "actions/declined.md",
            "Actions that were declined",
            "Deciding against an action, with a reason, is a result too. By the year of the incident.",
            "Nothing was declined.",
            "Reason",
            _sections("year", by_year(found.declined)),
        ),
        EndedActionsPage(
            "actions/superseded.md",
            "Actions that were superseded",
            "By the year of the incident.",
            "Nothing was superseded.",
            "Replaced by",
            _sections("year", by_year(found.superseded)),
        ),
        EndedActionsPage(
            "actions/unknown.md",
            "Actions of unknown state",
            "The reviews asked for these; what became of them is not recorded. By the year of the incident.",
            "The state of every action is known.",
            "What is known",
            _sections("year", by_year(found.unknown)),
        ),
    )


def _sections(prefix: str, groups: Iterable[ActionGroup]) -> tuple[ActionSection, ...]:
    listed = tuple(groups)
    ids = anchors(prefix, (group.id or NOT_RECORDED_ID for group in listed))
    return tuple(ActionSection(ids[group.id or NOT_RECORDED_ID], group.title, group.items) for group in listed)


def _files(statistics: Statistics, found: States) -> tuple[Asset, ...]:
    """All actions for a spreadsheet and for other programs."""
    table = csv_text(COLUMNS, rows(statistics.items))
    document = actions_json(statistics.items, found, statistics.book.vocabulary, statistics.as_of)
    return Asset("actions.csv", table), Asset("actions.json", document)


def bucket_id(bucket: Bucket | None) -> str:
    """The id of the heading over the open actions of an age."""
    return f"open-{bucket.least}" if bucket else "open-age-not-recorded"


def bucket_title(bucket: Bucket | None) -> str:
    """An age in words."""
    if bucket is None:
        return "Creation date not recorded"
    return (
        f"{bucket.least} to {bucket.most} days old" if bucket.most else f"More than {bucket.least - 1} days old"
    )


def _age_of(item: BacklogItem) -> str:
    """The id of the age bucket that an action lies in."""
    bucket = next(bucket for bucket, group in by_age((item,)) if group)
    return bucket_id(bucket).removeprefix("open-")


def _word_of(value: str | Priority | NotRecorded | None) -> str:
    """A word to pick rows by; empty where nobody recorded it."""
    if isinstance(value, Priority):
        return value.value
    return value if isinstance(value, str) else ""


def _factor_text(item: BacklogItem, id: str) -> str:
    factor = item.review.factor(id)
    return factor.text if factor else id
