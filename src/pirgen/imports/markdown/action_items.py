"""The action items of a postmortem in Markdown: a table, as in Google's template, or a list with boxes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pirgen.imports.incident import FollowUp, NamedPerson
from pirgen.imports.markdown.blocks import BlockKind, MarkdownBlock
from pirgen.imports.markdown.dates import date_in
from pirgen.imports.markdown.outline import MarkdownSection, bare
from pirgen.imports.markdown.topics import known_topic
from pirgen.imports.text import label, markdown
from pirgen.model import ActionStatus
from pirgen.privacy import public_link

__all__ = ["action_items", "is_listing"]

_TEAM = re.compile(
    r"\b(?:team|squad|group|crew|guild|on-?call|rota|sre|ops|eng|engineering|infra|platform|security|support)\b",
    re.IGNORECASE,
)
_DONE = re.compile(r"done|complete[d]?|closed|fixed|merged|shipped|yes|x$|✓|✅|☑", re.IGNORECASE)
_DECLINED = re.compile(r"declined|won.?t (?:do|fix)|cancel|rejected|dropped|abandoned", re.IGNORECASE)
_NOTHING = re.compile(r"(?i)-*|n/?a|tb[dc]|none|\?+|\u2014|\u2013")
_LINK = re.compile(r"https?://[^\s)>\]]+")
_TICKET = re.compile(
    r"https?://(?:[^\s)>\]]+/(?:issues?|pull|merge_requests|browse|work_items|story|_workitems/edit)/[\w-]+"
    r"|[^\s)>\]]+/show_bug\.cgi\?id=\d+|app\.asana\.com/[\w/]+|trello\.com/c/\w+|bugs\.[\w.-]+/\d+)"
)
"""An address that is a ticket by its look."""
_COLUMNS = {
    "what": (
        "action",
        "task",
        "item",
        "what",
        "description",
        "follow",
        "todo",
        "to do",
        "summary",
        "title",
        "remediation",
    ),
    "tracker": ("bug", "ticket", "issue", "link", "tracker", "jira", "url", "ref"),
    "state": ("status", "state", "done", "complete"),
    "owner": ("owner", "assignee", "assigned", "who", "team", "responsible", "dri"),
    "priority": ("prio", "severity", "urgency"),
    "type": ("type", "kind", "category"),
    "due": ("due", "deadline", "by", "eta", "target", "when", "date"),
}


def is_listing(block: MarkdownBlock, section: MarkdownSection) -> bool:
    """Whether a block is one of the things that a section asks for, and no text around them."""
    listed = (BlockKind.ITEM, BlockKind.ROW)
    has_list = any(each.kind in listed for each in section.blocks)
    if block.kind in listed or not has_list:
        return True
    return block.kind is BlockKind.HEAD or block.indent > 0


def action_items(section: MarkdownSection) -> Iterator[FollowUp]:
    """What a section asks for: a row of its table each, or an item of its list."""
    heading = section.heading if known_topic(section.heading) != "actions" else ""
    heads: tuple[str, ...] = ()
    items: list[str] = []
    top = min((block.indent for block in section.blocks if block.kind is BlockKind.ITEM), default=0)
    for block in section.blocks:
        if block.kind is BlockKind.HEAD:
            heads = tuple(bare(cell).lower() for cell in block.cells)
        elif block.kind is BlockKind.ROW:
            found = _of_row(heads, block.cells, heading)
            yield from [found] if found else []
        elif not is_listing(block, section):
            continue
        elif items and block.indent > top:
            items[-1] += f"\n{block.markdown.strip()}"
        else:
            items.append(block.text)
    yield from (_of_item(item, heading) for item in items)


def _of_row(heads: tuple[str, ...], cells: tuple[str, ...], heading: str) -> FollowUp | None:
    row = dict(zip(heads or tuple(map(str, range(len(cells)))), cells, strict=False))
    used: dict[str, str] = {}
    for name, words in _COLUMNS.items():
        head = next(
            (head for word in words for head in row if head.startswith(word) and head not in used.values()), ""
        )
        used[name] = head
    if not used["what"]:
        used["what"] = max(row, key=lambda head: len(row[head]), default="")
    cell = {name: row.get(head, "").strip() for name, head in used.items()}
    if not cell["what"]:
        return None
    owner = re.sub(r"[*_@\[\]]|\(.*?\)", "", cell["owner"]).strip()
    is_team = bool(_TEAM.search(owner))
    link = _LINK.search(cell["tracker"]) or _LINK.search(cell["what"])
    tracker = public_link(link[0]) if link else ""
    rest = [
        f"{head}: {text}" for head, text in row.items() if text and head not in used.values() and text != "-"
    ]
    if cell["tracker"] and not tracker and not _NOTHING.fullmatch(cell["tracker"]):
        rest.append(f"{used['tracker']}: {cell['tracker']}")
    due = date_in(cell["due"])
    if not due and not _NOTHING.fullmatch(cell["due"]):
        rest.append(f"{used['due']}: {cell['due']}")
    status = _status(cell["state"])
    if (
        cell["state"]
        and status is ActionStatus.OPEN
        and not re.match(r"(?i)open|to ?do|no$|new", cell["state"])
    ):
        rest.append(f"{used['state']}: {cell['state']}")
    note = markdown("\n".join([*([heading] if heading else []), *rest]))
    return FollowUp(
        markdown(cell["what"]),
        status,
        priority=cell["priority"],
        type=cell["type"].lower(),
        owner=label(owner) if is_team else "",
        assignee=NamedPerson(name=owner) if owner and not is_team and not _NOTHING.fullmatch(owner) else None,
        due=due,
        tracker=tracker,
        note=(note,) if note else (),
    )


def _status(state: str) -> ActionStatus:
    if not state:
        return ActionStatus.UNKNOWN
    if _DECLINED.search(state):
        return ActionStatus.DECLINED
    if _DONE.search(state) and not re.search(r"\bnot\b|in ?complete", state, re.IGNORECASE):
        return ActionStatus.DONE
    return (
        ActionStatus.IN_PROGRESS
        if re.search(r"progress|started|doing|wip", state, re.IGNORECASE)
        else ActionStatus.OPEN
    )


def _of_item(item: str, heading: str) -> FollowUp:
    box = re.match(r"\\?\[([ xX])\\?\]\s*", item)
    struck = re.match(r"~~.+~~\s*$", item)
    status = ActionStatus.UNKNOWN if not box else ActionStatus.DONE if box[1] != " " else ActionStatus.OPEN
    first, _, rest = (item[box.end() :] if box else item).partition("\n")
    link = _TICKET.search(first)
    note = markdown("\n\n".join(filter(None, (heading, rest.strip()))))
    return FollowUp(
        markdown(first),
        ActionStatus.DECLINED if struck and not box else status,
        tracker=public_link(link[0]) if link else "",
        note=(note,) if note else (),
    )
