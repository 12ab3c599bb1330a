"""Documents of Atlassian's editor (ADF), which Jira, Confluence and Opsgenie have, as Markdown."""

from __future__ import annotations

from datetime import UTC, datetime

from pirgen.imports.export_value import ExportValue

__all__ = ["document_as_markdown"]

_LISTS = ("bulletList", "orderedList", "taskList", "decisionList")
_CLOSE = ("paragraph", "taskItem", "decisionItem")
"""What holds only words, with nothing between them."""


def document_as_markdown(node: ExportValue, depth: int = 0) -> str:
    """A node of a document with all that is in it."""
    kind, inner = node.text("type"), node.items("content")
    if kind == "text":
        return _marked(node)
    if kind == "hardBreak":
        return "\n"
    leaf = _leaf(node, kind)
    if leaf is not None:
        return leaf
    if kind in _LISTS:
        return "\n".join(_item(item, depth) for item in inner)
    if kind == "heading":
        level = node.at("attrs", "level").value
        return "#" * (level if isinstance(level, int) else 2) + " " + "".join(map(document_as_markdown, inner))
    if kind == "codeBlock":
        return "```\n" + "".join(map(document_as_markdown, inner)) + "\n```"
    if kind == "tableRow":
        row = "| " + " | ".join(document_as_markdown(cell).replace("\n", " ").strip() for cell in inner) + " |"
        is_head = bool(inner) and all(cell.text("type") == "tableHeader" for cell in inner)
        return row + ("\n|" + "---|" * len(inner) if is_head else "")
    sign = "\n" if kind in ("table", "listItem") else "" if kind in _CLOSE else "\n\n"
    words = sign.join(document_as_markdown(each, depth) for each in inner)
    if kind == "blockquote":
        return "\n".join(f"> {line}" for line in words.split("\n"))
    title = node.text("attrs", "title") if kind in ("expand", "nestedExpand") else ""
    return f"**{title}**\n\n{words}" if title else words


def _item(item: ExportValue, depth: int) -> str:
    box = {"TODO": "[ ] ", "DONE": "[x] "}.get(item.text("attrs", "state"), "")
    return "  " * depth + "- " + box + document_as_markdown(item, depth + 1).strip()


def _leaf(node: ExportValue, kind: str) -> str | None:
    """The words of a node that holds no others; None where it is not of that kind."""
    if kind == "rule":
        return "---"
    if kind in ("mention", "emoji", "status"):
        return node.text("attrs", "text") or node.text("attrs", "shortName")
    if kind == "date":
        milliseconds = node.text("attrs", "timestamp")
        is_time = milliseconds.isdecimal() and len(milliseconds) < 15
        return datetime.fromtimestamp(int(milliseconds) // 1000, UTC).date().isoformat() if is_time else ""
    if kind in ("inlineCard", "blockCard", "embedCard"):
        return node.text("attrs", "url")
    return node.text("attrs", "alt") if kind in ("media", "mediaInline") else None


def _marked(node: ExportValue) -> str:
    text = node.value.get("text") if isinstance(node.value.get("text"), str) else ""
    for mark in node.items("marks"):
        kind = mark.text("type")
        if kind == "link":
            text = f"[{text}]({mark.text('attrs', 'href')})"
        elif kind in ("strong", "code") and text.strip() == text:
            text = f"**{text}**" if kind == "strong" else f"`{text}`"
    return text
