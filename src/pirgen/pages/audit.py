"""For auditors: the incidents of each year, their reviews with dates and commits, and proof of actions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from pirgen.analysis.reviewing import Promise, promises
from pirgen.analysis.statistics import Statistics
from pirgen.analysis.trends import day_of
from pirgen.history import Commit
from pirgen.model import Action, ActionStatus, Book, Incident, Review
from pirgen.pages.page import Asset, Page
from pirgen.pages.renderer import PageMeta, Renderer
from pirgen.pages.states import review_state
from pirgen.pages.tables import csv_text

__all__ = ["pages"]

_MOST_ROWS = 80
"""A page of a year holds no more incidents; its CSV has all."""

PROMISES = {
    Promise.IN_TIME: "in time",
    Promise.LATE: "late",
    Promise.DAY_NOT_RECORDED: "day not recorded",
    Promise.AWAITED: "not due yet",
    Promise.OVERDUE: "overdue",
}


@dataclass(frozen=True)
class AuditedIncident:
    """An incident, its review, how that kept to its promise, and the commit that gave the review its status.

    ``promise`` is empty where the severity promises no review; None as commit where git does not say.
    """

    incident: Incident
    review: Review | None
    promise: str
    commit: Commit | None

    @property
    def actions(self) -> tuple[Action, ...]:
        """The actions of the review that is the incident's own."""
        return self.review.actions if self.review and self.review.id == self.incident.id else ()

    @property
    def without_proof(self) -> tuple[Action, ...]:
        """Actions that are done and do not show it."""
        done = (action for action in self.actions if action.status is ActionStatus.DONE)
        return tuple(action for action in done if not isinstance(action.proof, str))


@dataclass(frozen=True)
class AuditedYear:
    """A year and its incidents, the latest first."""

    number: int
    rows: tuple[AuditedIncident, ...]

    @property
    def path(self) -> str:
        """Its page."""
        return f"audit/{self.number}.md"

    @property
    def shown(self) -> tuple[AuditedIncident, ...]:
        """The rows that the page holds."""
        return self.rows[:_MOST_ROWS]

    @property
    def late(self) -> int:
        """How many reviews are late or overdue."""
        return sum(row.promise in ("late", "overdue") for row in self.rows)


def pages(statistics: Statistics, renderer: Renderer) -> Iterator[Page]:
    """The years, and a page for each with its records as files."""
    years = list(_years(statistics.book, statistics.as_of, renderer))
    knows_commits = bool(renderer.settings.commits)
    meta = PageMeta(
        "For auditors",
        "Every year's incidents with held and published reviews, commits, and proof of actions.",
        hide=("lone-navigation", "toc"),
        in_search=False,
    )
    yield renderer.page("audit/index.md", "audit.html", {"years": years, "knows_commits": knows_commits}, meta)
    for year in years:
        meta = PageMeta(
            f"Records of {year.number}",
            f"Incidents, reviews and actions of {year.number}, for auditors.",
            hide=("navigation", "toc"),
            assets=tuple(_files(year)),
            in_search=False,
        )
        yield renderer.page(year.path, "audit-year.html", {"year": year, "knows_commits": knows_commits}, meta)


def _years(book: Book, as_of: date, renderer: Renderer) -> Iterator[AuditedYear]:
    promised, commits = promises(book, as_of), renderer.settings.commits
    ordered = sorted(book.incidents, key=lambda incident: (day_of(incident), incident.id), reverse=True)
    for number, group in groupby(ordered, key=lambda incident: day_of(incident).year):
        rows = []
        for incident in group:
            review = book.review_by_incident.get(incident.id)
            promise = PROMISES[promised[incident.id]] if incident.id in promised else ""
            commit = commits.get(f"{review.id}/pir.yaml") if review else None
            rows.append(AuditedIncident(incident, review, promise, commit))
        yield AuditedYear(number, tuple(rows))


def _files(year: AuditedYear) -> Iterator[Asset]:
    header = (
        "incident", "title", "severity", "started", "review", "held", "published", "commit", "commit_day",
        "approved_by", "promise", "actions", "actions_done", "done_without_proof",
    )  # fmt: skip
    yield Asset(f"audit/{year.number}.csv", csv_text(header, [_row(row) for row in year.rows]))
    of_actions = ("incident", "action", "what", "status", "created", "due", "done", "proof", "reason")
    lines = [_action(row, action) for row in year.rows for action in row.actions]
    yield Asset(f"audit/{year.number}-actions.csv", csv_text(of_actions, lines))


def _row(row: AuditedIncident) -> Sequence[object]:
    review, commit = row.review, row.commit
    return (
        row.incident.id,
        row.incident.title,
        row.incident.severity,
        day_of(row.incident).isoformat(),
        review_state(review),
        _day(review.held) if review else None,
        _day(review.published) if review else None,
        commit.id if commit else None,
        commit.day.isoformat() if commit else None,
        "; ".join(commit.approved_by) if commit else None,
        row.promise,
        len(row.actions),
        sum(action.status is ActionStatus.DONE for action in row.actions),
        len(row.without_proof),
    )


def _action(row: AuditedIncident, action: Action) -> Sequence[object]:
    days = (_day(action.created), _day(action.due), _day(action.done_on))
    proof = action.proof if isinstance(action.proof, str) else None
    return (row.incident.id, action.id, action.what, action.status.value, *days, proof, action.reason)


def _day(value: object) -> str | None:
    """A date as it is in files; an empty cell where it is not recorded."""
    return value.isoformat() if isinstance(value, date) else None
