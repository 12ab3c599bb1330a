"""The action items of a postmortem in Markdown: a table, as in Google's template, or a list with boxes."""

from __future__ import annotations

import re

from pirgen.imports.incident import FollowUp, NamedPerson
from pirgen.imports.markdown.clock import day_in
from pirgen.imports.markdown.outline import bullets, table
from pirgen.imports.text import label, markdown
from pirgen.model import ActionStatus
from pirgen.privacy import public_link

__all__ = ["action_items"]

_TEAM = re.compile(
    r"\b(?:team|squad|group|crew|guild|on-?call|rota|sre|ops|eng|engineering|infra|platform|security|support)\b",
    re.IGNORECASE,
)
_DONE = re.compile(r"done|complete[d]?|closed|fixed|x|✓|✅", re.IGNORECASE)


def action_items(lines: tuple[str, ...]) -> tuple[FollowUp, ...]:
    """What a section asks for: a row of its table each, or an item of its list."""
    rows = table(lines)
    if rows:
        return tuple(made for row in rows if (made := _of_row(row)))
    return tuple(map(_of_item, bullets(lines)))


def _of_row(row: dict[str, str]) -> FollowUp | None:
    what = _cell(row, "action", "task", "item", "what", "description", "follow")
    if not what:
        return None
    link = re.search(r"https?://[^\s)>]+", _cell(row, "bug", "ticket", "issue", "link", "tracker", "jira"))
    state = _cell(row, "status", "state", "done")
    owner = _cell(row, "owner", "assignee", "who", "team").strip("*_@ ")
    is_team = bool(_TEAM.search(owner))
    return FollowUp(
        markdown(what),
        _status(state),
        priority=_cell(row, "prio"),
        type=_cell(row, "type", "kind").lower(),
        owner=label(owner) if is_team else "",
        assignee=NamedPerson(name=owner) if owner and not is_team else None,
        due=day_in(_cell(row, "due", "deadline", "by")),
        tracker=public_link(link[0]) if link else "",
    )


def _status(state: str) -> ActionStatus:
    if not state:
        return ActionStatus.UNKNOWN
    if _DONE.match(state):
        return ActionStatus.DONE
    return ActionStatus.IN_PROGRESS if "progress" in state.lower() else ActionStatus.OPEN


def _cell(row: dict[str, str], *names: str) -> str:
    return next((row[head] for name in names for head in row if head.startswith(name)), "").strip()


def _of_item(item: str) -> FollowUp:
    box = re.match(r"\[([ xX])\]\s*", item)
    status = ActionStatus.UNKNOWN if not box else ActionStatus.DONE if box[1] != " " else ActionStatus.OPEN
    first, _, rest = (item[box.end() :] if box else item).partition("\n")
    note = markdown(rest)
    return FollowUp(markdown(first), status, note=(note,) if note else ())
