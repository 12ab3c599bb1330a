"""Tickets from saved data of a tracker: GitHub's and GitLab's issues, Jira's search, or any table."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from pirgen.imports.export_value import ExportValue
from pirgen.imports.tables.column_map import ColumnMap, columns_of
from pirgen.imports.tables.rows import read_table
from pirgen.imports.text import label
from pirgen.model import ActionStatus
from pirgen.privacy import public_link

__all__ = ["Ticket", "key_of_address", "read_tickets"]


@dataclass(frozen=True)
class Ticket:
    """A ticket: its address and number, how far it has come, since when, and what closed it.

    Where its state is not known, ``reason`` is the word for it.
    ``was_reopened`` is whether the tracker itself says that somebody opened it again.
    """

    address: str
    key: str
    status: ActionStatus
    on: date | None = None
    reason: str = ""
    proof: str = ""
    was_reopened: bool = False


def read_tickets(text: str, columns: ColumnMap | None = None) -> tuple[tuple[Ticket, ...], tuple[str, ...]]:
    """The tickets of a file, and what is wrong with it; ``columns`` are those that somebody named."""
    problems: list[str] = []
    if text.lstrip()[:1] not in ("{", "["):
        return tuple(_of_table(text, columns or ColumnMap(), problems)), tuple(problems)
    try:
        root = ExportValue(json.loads(text), problems)
    except (ValueError, RecursionError) as problem:
        return (), (f"broken JSON: {problem}",)
    records = root.records("issues", "items", "nodes", *_OF_GRAPHQL) or (
        (root,) if isinstance(root.value, dict) else ()
    )
    tickets = tuple(ticket for record in records if (ticket := _ticket(record)))
    if not tickets and not problems:
        problems.append("has no tickets; expected issues of GitHub or GitLab, a search of Jira, or a table")
    return tickets, tuple(problems)


_OF_GRAPHQL = (
    "data.repository.issues.nodes",
    "data.search.nodes",
    "data.project.issues.nodes",
    "data.group.issues.nodes",
)


def _ticket(record: ExportValue) -> Ticket | None:
    if record.has("key", "fields"):
        return _of_jira(record)
    if record.has("web_url") or record.has("webUrl"):
        return _of_gitlab(record)
    return (
        _of_github(record) if record.text("state") and (record.has("url") or record.has("html_url")) else None
    )


def _of_github(record: ExportValue) -> Ticket:
    """An issue of GitHub, from its REST interface or from 'gh issue list --json'."""
    state, reason = record.text("state").lower(), _reason(record)
    closed_by = record.items("closedByPullRequestsReferences")
    proof = public_link(closed_by[0].text("url")) if closed_by else ""
    status = ActionStatus.OPEN if state in ("open", "draft") else ActionStatus.UNKNOWN
    if state in ("closed", "merged"):
        status = {"not_planned": ActionStatus.DECLINED, "duplicate": ActionStatus.SUPERSEDED}.get(
            reason, ActionStatus.DONE
        )
    address = record.text("html_url") or record.text("url")
    return Ticket(
        public_link(address),
        record.text("number"),
        status,
        record.day("closedAt") or record.day("closed_at"),
        _words_for(status, reason.replace("_", " "), state),
        proof,
        reason == "reopened",
    )


def _reason(record: ExportValue) -> str:
    return (record.text("stateReason") or record.text("state_reason")).lower()


def _of_gitlab(record: ExportValue) -> Ticket:
    named = record.items("labels") or record.items("labels", "nodes")
    labels = {(each.text() or each.text("title") or each.text("name")).casefold() for each in named}
    is_closed = record.text("state") == "closed"
    declined = labels & {"wontfix", "won't fix", "declined", "not planned", "invalid"}
    status = (
        ActionStatus.IN_PROGRESS if labels & {"doing", "in progress", "workflow::in dev"} else ActionStatus.OPEN
    )
    if is_closed:
        status = ActionStatus.DECLINED if declined else ActionStatus.DONE
    if is_closed and "duplicate" in labels:
        status = ActionStatus.SUPERSEDED
    reason = _words_for(status, next(iter(sorted(declined)), "duplicate"))
    address = public_link(record.text("web_url") or record.text("webUrl"))
    return Ticket(
        address, record.text("iid"), status, record.day("closed_at") or record.day("closedAt"), reason
    )


_DECLINED = re.compile(
    r"won.?t|declin|reject|cancel|cannot reproduce|invalid|not planned|abandon", re.IGNORECASE
)


def _of_jira(record: ExportValue) -> Ticket:
    fields, key = record.at("fields"), record.text("key")
    category = fields.text("status", "statusCategory", "key")
    name = fields.text("status", "name")
    resolution = fields.text("resolution", "name")
    status = _of_word(name) or ActionStatus.UNKNOWN
    if category in ("new", "undefined"):
        status = ActionStatus.OPEN
    elif category == "indeterminate":
        status = ActionStatus.IN_PROGRESS
    elif category == "done" or resolution:
        status = ActionStatus.DONE
    said = resolution if resolution.lower() not in ("", "done", "fixed", "resolved") else name
    if status is ActionStatus.DONE and re.search("duplicate", said, re.IGNORECASE):
        status = ActionStatus.SUPERSEDED
    elif status is ActionStatus.DONE and _DECLINED.search(said):
        status = ActionStatus.DECLINED
    on = fields.day("resolutiondate") or fields.day("statuscategorychangedate")
    parts = urlsplit(record.text("self"))
    address = public_link(f"{parts.scheme}://{parts.netloc}/browse/{key}") if parts.netloc else ""
    return Ticket(address, key, status, on, _words_for(status, said, name))


def _words_for(status: ActionStatus, said: str, state: str = "") -> str:
    """Why a ticket was closed, as it is ``said``; where its state is not known, the word for that."""
    if status is ActionStatus.UNKNOWN:
        return label(state)
    if status in (ActionStatus.DECLINED, ActionStatus.SUPERSEDED):
        return f"Closed as {label(said) or 'not planned'} in the tracker"
    return ""


_WORDS = (
    (ActionStatus.SUPERSEDED, r"superseded|duplicate|replaced"),
    (ActionStatus.DECLINED, _DECLINED.pattern),
    (ActionStatus.IN_PROGRESS, r"in.?progress|doing|started|review|wip|active"),
    (ActionStatus.DONE, r"done|closed|resolved|complete|fixed|finished"),
    (ActionStatus.OPEN, r"open|to.?do|new|backlog|planned|selected|reopened"),
)


def _of_word(word: str) -> ActionStatus | None:
    return next((status for status, words in _WORDS if re.search(words, word, re.IGNORECASE)), None)


_COLUMNS = {
    "address": ("url", "link", "address", "web url", "issue url", "tracker"),
    "key": ("key", "issue key", "number", "id", "issue id", "ticket", "issue"),
    "status": ("status", "state"),
    "on": ("resolved", "closed", "closed at", "resolution date", "closed at (utc)", "done on", "updated"),
    "reason": ("resolution", "reason", "state reason"),
}
"""The heads that the columns of a table usually have, by our names for them."""


def _of_table(text: str, chosen: ColumnMap, problems: list[str]) -> Iterator[Ticket]:
    try:
        table = read_table(text)
    except ValueError as problem:
        problems.append(str(problem))
        return
    spelt = {head.casefold(): head for head in table.heads}
    found, wrong = columns_of(table.heads, chosen, _COLUMNS, spelt)
    problems += wrong
    if wrong:
        return
    if "status" not in found or not ("address" in found or "key" in found):
        names = ", ".join(f"'{head}'" for head in table.heads) or "none"
        problems.append(
            f"the table has no column for the state and the address or key of a ticket; its columns "
            f"are {names}; name them with --map"
        )
        return
    for row in table.rows:
        cell = {name: ExportValue(row[head], problems) for name, head in found.items()}
        word = cell["status"].text()
        status = _of_word(word) or ActionStatus.UNKNOWN
        on = cell["on"].text()[:10] if "on" in cell else ""
        reason = cell["reason"].text() if "reason" in cell else ""
        if status is ActionStatus.DONE and _DECLINED.search(reason):
            status = ActionStatus.DECLINED
        yield Ticket(
            public_link(cell["address"].text()) if "address" in cell else "",
            cell["key"].text() if "key" in cell else "",
            status,
            _day(on),
            _words_for(status, reason or word, word),
        )


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        return None


def key_of_address(address: str) -> str:
    """An address as it is compared: without its scheme, its last slash and its query, but for Bugzilla's."""
    parts = urlsplit(address.strip())
    path = re.sub(r"/-/", "/", parts.path.rstrip("/")).casefold()
    bug = f"?{parts.query}" if path.endswith("/show_bug.cgi") else ""
    return f"{parts.netloc.casefold()}{path}{bug}"
