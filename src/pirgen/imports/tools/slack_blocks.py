"""The blocks and attachments of a Slack message as Slack's own markup, in which people are ids."""

from __future__ import annotations

from collections.abc import Iterator

from pirgen.imports.export_value import ExportValue

__all__ = ["attachment_text", "blocks_text"]


def blocks_text(message: ExportValue) -> str:
    """The words of the blocks of a message, a line each."""
    return "\n".join(filter(None, (_block(block) for block in message.items("blocks")))).strip()


def _block(block: ExportValue) -> str:
    kind = block.text("type")
    if kind == "rich_text":
        return "\n".join(_rich(part) for part in block.items("elements"))
    if kind == "image":
        return block.text("title", "text") or block.text("alt_text")
    texts = [block.text("text", "text") or block.text("text")]
    texts += [field.text("text") for field in block.items("fields")]
    texts += [
        each.text("text") or each.text("alt_text") for each in block.items("elements") if not _is_button(each)
    ]
    return "\n".join(filter(None, texts))


def _is_button(element: ExportValue) -> bool:
    return element.text("type") in ("button", "static_select", "overflow", "datepicker", "users_select")


def _rich(part: ExportValue) -> str:
    kind = part.text("type")
    if kind == "rich_text_list":
        return "\n".join(f"- {_rich(item)}" for item in part.items("elements"))
    words = "".join(_inline(each) for each in part.items("elements"))
    if kind == "rich_text_preformatted":
        return f"```\n{words}\n```"
    return "\n".join(f"> {line}" for line in words.split("\n")) if kind == "rich_text_quote" else words


def _inline(element: ExportValue) -> str:
    kind = element.text("type")
    if kind == "text":
        value = element.value.get("text")
        words = value if isinstance(value, str) else ""
        style = element.at("style")
        if style.value and words.strip() and style.at("code").value is True:
            return f"`{words}`"
        return (
            f"*{words}*" if style.value and words.strip() == words and style.at("bold").value is True else words
        )
    if kind == "link":
        return (
            f"<{element.text('url')}|{element.text('text')}>"
            if element.text("text")
            else f"<{element.text('url')}>"
        )
    if kind == "user":
        return f"<@{element.text('user_id')}>"
    if kind == "channel":
        return f"<#{element.text('channel_id')}>"
    if kind in ("broadcast", "usergroup"):
        return f"<!{element.text('range') or 'group'}>"
    return f":{element.text('name')}:" if kind == "emoji" else element.text("fallback")


def attachment_text(attachment: ExportValue) -> str:
    """The words of an attachment, or else its fallback; nothing for the preview of a link."""
    if attachment.text("from_url"):
        attachment.skip()
        return ""
    return "\n".join(_attached(attachment)) or attachment.text("fallback")


def _attached(attachment: ExportValue) -> Iterator[str]:
    title, link = attachment.text("title"), attachment.text("title_link")
    words = [
        attachment.text("pretext"),
        attachment.text("author_name"),
        f"<{link}|{title}>" if title and link else title,
        attachment.text("text"),
        *map(_field, attachment.items("fields")),
        blocks_text(attachment),
        attachment.text("footer"),
    ]
    yield from dict.fromkeys(filter(None, words))


def _field(field: ExportValue) -> str:
    return ": ".join(filter(None, (field.text("title"), field.text("value"))))
