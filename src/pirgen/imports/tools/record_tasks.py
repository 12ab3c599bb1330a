"""Tasks of tools whose incidents are plain records."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pirgen.imports.export_value import ExportValue
from pirgen.imports.incident import FollowUp, NamedPerson
from pirgen.imports.text import markdown
from pirgen.model import ActionStatus
from pirgen.privacy import public_link

__all__ = ["first_text", "task_of"]


def first_text(values: ExportValue, keys: tuple[str, ...]) -> str:
    """The first text that one of these keys leads to; a dot leads inside."""
    return next((text for key in keys if (text := values.text(*key.split(".")))), "")


def task_of(task: ExportValue) -> FollowUp:
    """What a task asks for."""
    words = first_text(task, _WHAT) or task.text()
    done_on = task.day("completed") or task.day("completed_at")
    state = first_text(task, ("status", "state")).casefold() or ("done" if done_on else "")
    handles = [each.text().lstrip("@") for each in task.items("assignees")]
    name = first_text(task, _ASSIGNEES) or next(iter(handles), "")
    description = first_text(task, ("description",))
    return FollowUp(
        markdown(words),
        _TASK_STATES.get(state, ActionStatus.OPEN if state else ActionStatus.UNKNOWN),
        priority=first_text(task, ("priority", "priority.name")),
        assignee=NamedPerson(name=name) if name else None,
        created=task.day("created") or task.day("created_at"),
        due=task.day("due_date") or task.day("due_at"),
        done_on=done_on,
        tracker=next(filter(None, map(public_link, _ticket_addresses(task))), ""),
        note=(markdown(description),) if description and description != words else (),
    )


_WHAT = ("summary", "title", "description", "name", "attributes.summary", "content")
_ASSIGNEES = ("assignee.name", "owner.name", "assigned_to.name", "assignedUser.name", "assigned_to")
_OF_TICKET = re.compile(
    r"(?:url|link|permalink|weblink|resource_link|href|issue_permalink)"
    r"|\w+_(?:issue|task|story|card|ticket|item|page)_(?:url|link|permalink)",
)


def _ticket_addresses(task: ExportValue) -> Iterator[str]:
    """The addresses of a task's ticket: those of a tracker that it names before its own."""
    inside = (task.at(name) for name in ("ticket", "external_issue_reference", "external_link", "attributes"))
    pairs = [pair for part in (task, *inside) for pair in part.pairs() if _OF_TICKET.fullmatch(pair[0])]
    yield from (address for key, address in pairs if "_" in key)
    yield from (address for key, address in pairs if "_" not in key)


_TASK_STATES = {
    **dict.fromkeys(("done", "closed", "completed", "resolved"), ActionStatus.DONE),
    **dict.fromkeys(("cancelled", "canceled", "declined"), ActionStatus.DECLINED),
    "in_progress": ActionStatus.IN_PROGRESS,
}
