"""Every action as a row of a table that readers narrow down: by state, team, date, service and more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup, escape

from pirgen.analysis.backlog import BUCKETS, BacklogItem, Bucket, bucket_of
from pirgen.analysis.backlog_groups import DUE_TITLES, NOT_RECORDED_ID, due_group
from pirgen.analysis.calendar import Quarter, latest_twelve_months
from pirgen.analysis.open_actions import OpenActions
from pirgen.analysis.statistics import Statistics
from pirgen.model import (
    Action,
    ActionStatus,
    ActionType,
    NotRecorded,
    Priority,
    Term,
    Vocabulary,
    title_of,
)
from pirgen.pages import times
from pirgen.pages.explorer import ExplorerRow, ExplorerTable, Facet, SortOrder, facet, filtered
from pirgen.pages.incident_rows import TWELVE_MONTHS, TWELVE_MONTHS_TITLES
from pirgen.pages.markdown import unlinked
from pirgen.pages.renderer import Renderer
from pirgen.pages.states import ACTION_STATES, REVIEW_STATES
from pirgen.reports.action_words import age_words, due_words

__all__ = [
    "LEFT_OUT",
    "PATH",
    "STILL_OPEN",
    "action_table",
    "action_values",
    "bucket_id",
    "bucket_title",
    "quarter_value",
    "view",
]

PATH = "actions.md"
LEFT_OUT = "no-dates"
"""The value of the facet ``open-at`` for actions that cannot be placed in time."""

MOST_ROWS = 10_000
"""A table with more rows is slow in a browser; open actions come first, then the latest."""

_STATES = {state: words for state, (_, words) in ACTION_STATES.items()}
_ORDERS = (
    SortOrder("urgency", "Most urgent first"),
    SortOrder("due", "Due first"),
    SortOrder("-age", "Open for longest first"),
    SortOrder("owner", "Owner, A to Z"),
    SortOrder("severity", "Most severe incident first"),
    SortOrder("state", "Open first"),
    SortOrder("what", "Action, A to Z"),
)
_SORTED_BY = {
    "urgency": "urgency",
    "due": "day",
    "age": "days",
    "owner": "owner",
    "severity": "rank",
    "state": "place",
    "what": "what",
}
STILL_OPEN = (("state", ActionStatus.OPEN.value), ("state", ActionStatus.IN_PROGRESS.value))


@dataclass(frozen=True)
class _Context:
    """What every row needs: the words of the site, the day, and in which quarters each action was open."""

    statistics: Statistics
    renderer: Renderer
    open_at: Mapping[tuple[str, str], tuple[str, ...]]

    @property
    def words(self) -> Vocabulary:
        return self.statistics.book.vocabulary


def view(*chosen: tuple[str, str]) -> str:
    """The source path of the table, narrowed down."""
    return filtered(PATH, *chosen)


def action_table(ordered: Iterable[BacklogItem], statistics: Statistics, renderer: Renderer) -> ExplorerTable:
    """The table of these actions, in this order."""
    items = tuple(ordered)[:MOST_ROWS]
    context = _Context(statistics, renderer, _quarters_open(statistics.open_actions))
    rows = tuple(_row(item, place, context) for place, item in enumerate(items))
    return ExplorerTable(
        PATH, "action", "actions", rows, tuple(_facets(rows, items, context)), _ORDERS, _SORTED_BY
    )


def bucket_id(bucket: Bucket | None) -> str:
    """An age in addresses."""
    return str(bucket.least) if bucket else NOT_RECORDED_ID


def bucket_title(bucket: Bucket | None) -> str:
    """An age in words."""
    if bucket is None:
        return "Creation date not recorded"
    return (
        f"{bucket.least} to {bucket.most} days old" if bucket.most else f"More than {bucket.least - 1} days old"
    )


def quarter_value(quarter: Quarter) -> str:
    """A quarter in addresses: ``2025-q1``."""
    return f"{quarter.year}-q{quarter.number}"


def action_values(statistics: Statistics) -> list[Mapping[str, Sequence[str]]]:
    """What each action has of all that the table can be narrowed down by."""
    open_at = _quarters_open(statistics.open_actions)
    return [_values(item, statistics.as_of, open_at) for item in statistics.items]


def _row(item: BacklogItem, place: int, context: _Context) -> ExplorerRow:
    action, incident = item.action, item.incident
    page = f"incidents/{incident.id}.md"
    sign, state = ACTION_STATES[action.status.value]
    cells = {
        "href": context.renderer.to(PATH, f"{page}#action-{action.id}"),
        "what": unlinked(action.what),
        "page": context.renderer.to(PATH, page),
        "title": unlinked(incident.title),
        "rank": str(context.renderer.rank(incident.severity)),
        "severity": incident.severity,
        "draft": _draft(item),
        "due": _due(item),
        "day": action.due.isoformat() if isinstance(action.due, date) and action.is_open else "",
        "age": _age(item),
        "days": str(item.least_age.days) if item.least_age is not None else "",
        "owner": _owner(action, context.words),
        "status": action.status.value,
        "sign": sign,
        "state": state,
        "place": str(list(ActionStatus).index(action.status)),
        "kind": _kind(action),
        "urgency": str(place),
    }
    safe = {name: escape(cell) for name, cell in cells.items()}
    if item.review.is_external:
        safe = {name: times.of_others(cell, item.review) for name, cell in safe.items()}
    return ExplorerRow(
        safe,
        _values(item, context.statistics.as_of, context.open_at),
    )


def _values(
    item: BacklogItem, as_of: date, open_at: Mapping[tuple[str, str], tuple[str, ...]]
) -> dict[str, Sequence[str]]:
    action, incident = item.action, item.incident
    is_open = action.is_open
    return {
        "state": (action.status.value,),
        "due": (due_group(item),) if is_open else (),
        "owner": (action.owner if isinstance(action.owner, str) else NOT_RECORDED_ID,),
        "severity": (incident.severity,),
        "service": incident.services,
        "type": (action.type.value,),
        "priority": (action.priority.value if isinstance(action.priority, Priority) else NOT_RECORDED_ID,),
        "age": (bucket_id(bucket_of(item)),) if is_open else (),
        "year": (str(incident.day.year),),
        "limit": (_limit(item),) if is_open else (),
        "open-at": open_at.get((item.review.id, action.id), ()),
        "created-in": _spans(action.created, as_of),
        "done-in": _spans(action.done_on, as_of) if action.status is ActionStatus.DONE else (),
    }


def _spans(day: date | NotRecorded | None, as_of: date) -> tuple[str, ...]:
    """The quarter, the year and the twelve months that a day lies in."""
    if not isinstance(day, date):
        return ()
    spans = zip(TWELVE_MONTHS, latest_twelve_months(as_of), strict=True)
    months = (name for name, span in spans if span.holds(day))
    return quarter_value(Quarter.of(day)), str(day.year), *months


def _limit(item: BacklogItem) -> str:
    """How an open action keeps to the limit of its severity."""
    if item.allowed is None:
        return "none"
    if item.past_policy:
        return "over"
    return "within" if item.most_age is not None and item.most_age <= item.allowed else "unknown"


def _quarters_open(history: OpenActions) -> dict[tuple[str, str], tuple[str, ...]]:
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for stock in history.stocks:
        for item in stock.items:
            key = (item.review.id, item.action.id)
            found[key] = (*found.get(key, ()), quarter_value(stock.quarter))
    for item in history.left_out:
        found[item.review.id, item.action.id] = (LEFT_OUT,)
    return found


def _facets(rows: Sequence[ExplorerRow], items: Sequence[BacklogItem], context: _Context) -> Iterator[Facet]:
    words = context.words

    def of(key: str, title: str, titles: Mapping[str, str], **looks: bool) -> Facet:
        return facet(key, title, [row.values[key] for row in rows], titles, **looks)

    years = {str(year): str(year) for year in sorted({item.incident.day.year for item in items}, reverse=True)}
    priorities = {priority.value: priority.value.capitalize() for priority in Priority}
    yield of("state", "State", _STATES, is_unfolded=True)
    yield of("due", "Due", DUE_TITLES, is_unfolded=True)
    yield of("owner", "Owner", _by_title(words.teams) | {NOT_RECORDED_ID: "Not recorded"}, is_unfolded=True)
    yield of("severity", "Severity", {level.id: level.id for level in words.severities})
    yield of("service", "Service", {term.id: term.title for term in words.services}, is_by_frequency=True)
    yield of("type", "Type", {type.value: type.value.capitalize() for type in ActionType})
    yield of("priority", "Priority", priorities | {NOT_RECORDED_ID: "Not recorded"})
    yield of("age", "Open for", {bucket_id(bucket): bucket_title(bucket) for bucket in (*BUCKETS, None)})
    yield of("limit", "Limit of its severity", _LIMITS)
    yield of("year", "Year of the incident", years)
    yield of("open-at", "Open at the end of", {}, is_hidden=True)
    yield of("created-in", "Created in", TWELVE_MONTHS_TITLES, is_hidden=True)
    yield of("done-in", "Done in", TWELVE_MONTHS_TITLES, is_hidden=True)


_LIMITS = {
    "over": "Over the limit",
    "within": "Within the limit",
    "unknown": "Creation date not recorded",
    "none": "No limit set",
}


def _by_title(terms: Sequence[Term]) -> dict[str, str]:
    return {term.id: term.title for term in sorted(terms, key=lambda term: term.title.casefold())}


def _draft(item: BacklogItem) -> Markup:
    if item.review.is_published:
        return Markup()
    sign, words = REVIEW_STATES[item.review.status.value]
    state = Markup(' <span class="pirgen-state pirgen-state-{}"><span aria-hidden="true">{}</span> {}</span>')
    return state.format(item.review.status.value, sign, words)


def _due(item: BacklogItem) -> Markup:
    """The date of an open action, how far off it is, and by which rule it is late; else the day it was done."""
    action = item.action
    if not action.is_open:
        done = action.status is ActionStatus.DONE and isinstance(action.done_on, date)
        return Markup("done {}").format(times.day(action.done_on)) if done else Markup()
    parts = [times.day(action.due) if action.due is not None else _NONE]
    if item.past_due:
        parts.append(_OVERDUE.format(due_words(item)))
    elif item.due_in is not None:
        parts.append(_QUIET.format(due_words(item)))
    if item.past_policy:
        parts.append(_OVERDUE.format("over its limit"))
    return Markup(" ").join(parts)


_OVERDUE = Markup('<span class="pirgen-note pirgen-note-overdue">! {}</span>')
_NONE = Markup('<span class="pirgen-quiet">\N{EN DASH}</span>')
_QUIET = Markup('<span class="pirgen-quiet">{}</span>')


def _age(item: BacklogItem) -> Markup:
    action = item.action
    if not action.is_open:
        return Markup()
    if item.age is None or not isinstance(item.action.created, date):
        words = escape(age_words(item)) or (times.day(action.created) if action.created is not None else _NONE)
        return Markup("{} {}").format(words, _QUIET.format(f"incident of {item.incident.day.year}"))
    since = _QUIET.format(Markup("since {}").format(times.day(item.action.created)))
    return Markup("{} {}").format(age_words(item), since)


def _owner(action: Action, words: Vocabulary) -> str | Markup:
    if isinstance(action.owner, str):
        return title_of(words.teams, action.owner)
    return _NONE if action.owner is None else times.day(action.owner)


def _kind(action: Action) -> str:
    priority = action.priority
    return (
        f"{action.type.value}, {priority.value} priority"
        if isinstance(priority, Priority)
        else action.type.value
    )
