"""Actions for other programs: the rows of a table, and JSON with the version of its form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from datetime import date, timedelta

from pirgen.analysis.backlog import BacklogItem, States
from pirgen.model import NotRecorded, Priority, Vocabulary
from pirgen.wording.printed import json_text

__all__ = ["COLUMNS", "actions_json", "rows"]

COLUMNS = (
    "incident",
    "incident_title",
    "severity",
    "review_status",
    "id",
    "what",
    "type",
    "priority",
    "status",
    "owner",
    "created",
    "due",
    "done_on",
    "overdue",
    "age_days",
    "age_days_at_least",
    "due_in_days",
    "allowed_days",
    "eliminates",
    "reduces",
    "detects",
    "done_when",
    "proof",
    "reason",
    "tracker",
    "note",
)
"""The keys of an action, in the order of the table's columns."""


def rows(items: Iterable[BacklogItem]) -> Iterator[tuple[object, ...]]:
    """An action a row, by ``COLUMNS``; a list of factors is one text, None is what nobody recorded."""
    for item in items:
        record = _record(item)
        yield tuple(_cell(record[column]) for column in COLUMNS)


def actions_json(items: Iterable[BacklogItem], states: States, vocabulary: Vocabulary, as_of: date) -> str:
    """The actions as a document. Days are counted to ``as_of``; null is what nobody recorded."""
    limits = {level.id: level.act_within.days for level in vocabulary.severities if level.act_within}
    document = {
        "version": 1,
        "as_of": as_of.isoformat(),
        "act_within_days": limits,
        "counts": {field.name: len(getattr(states, field.name)) for field in fields(states)},
        "actions": map(_record, items),
    }
    return json_text(document) + "\n"


def _record(item: BacklogItem) -> dict[str, object]:
    action = item.action
    return {
        "incident": item.incident.id,
        "incident_title": item.incident.title,
        "severity": item.incident.severity,
        "review_status": item.review.status.value,
        "id": action.id,
        "what": action.what,
        "type": action.type.value,
        "priority": action.priority.value if isinstance(action.priority, Priority) else None,
        "status": action.status.value,
        "owner": _known(action.owner),
        "created": _known(action.created),
        "due": _known(action.due),
        "done_on": _known(action.done_on),
        "overdue": item.is_overdue,
        "age_days": _days(item.age),
        "age_days_at_least": _days(item.least_age),
        "due_in_days": _days(item.due_in),
        "allowed_days": _days(item.allowed),
        "eliminates": action.eliminates,
        "reduces": action.reduces,
        "detects": action.detects,
        "done_when": _known(action.done_when),
        "proof": _known(action.proof),
        "reason": action.reason or None,
        "tracker": action.tracker or None,
        "note": action.note or None,
    }


def _known(value: str | date | NotRecorded | None) -> str | None:
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, str) else None


def _days(time: timedelta | None) -> int | None:
    return time.days if time is not None else None


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return " ".join(value) if isinstance(value, tuple) else value
