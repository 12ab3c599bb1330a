"""Slack: the days of a channel in an export of the workspace, one file a day, and its ``users.json``."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import PurePath

from pirgen.imports.export_value import ExportValue
from pirgen.imports.incident import ImportedEvent, ImportedIncident, NamedPerson, TextWithPeople
from pirgen.imports.text import label, plain
from pirgen.imports.tools.slack_blocks import attachment_text, blocks_text
from pirgen.model import EventKind, Instant, Precision
from pirgen.privacy import LINK_GONE, links_replaced, public_link, redact
from pirgen.privacy.known_tools import SLACK

NAME = SLACK.name

_SKIPPED = {
    "bot_add",
    "bot_remove",
    "channel_archive",
    "channel_convert_to_private",
    "channel_join",
    "channel_leave",
    "channel_name",
    "channel_unarchive",
    "group_join",
    "group_leave",
    "huddle_thread",
    "pinned_item",
    "reminder_add",
    "reply_broadcast",
    "tombstone",
    "unpinned_item",
}


def recognises(root: ExportValue) -> bool:
    """Whether an export is Slack's."""
    return bool(_messages(root) or _users(root))


def read(root: ExportValue, file: str) -> Iterator[ImportedIncident]:
    """What a day of a channel says: a part of one incident."""
    messages = _messages(root)
    kept = [message for message in messages if message.text("subtype") not in _SKIPPED]
    for message in messages:
        if message not in kept:
            message.skip()
    named = next((name for message in messages if (name := message.text("channel_name"))), "")
    channel = label(named or _folder(file))
    entries = tuple(made for message in kept if (made := _entry(message, channel)))
    yield ImportedIncident(
        NAME,
        key=channel if messages else "",
        label=f"#{channel}" if channel else "",
        events=entries,
        known=tuple(map(_user, _users(root))),
        left_out=(("messages about the channel itself", len(messages) - len(kept)),),
    )


def _messages(root: ExportValue) -> list[ExportValue]:
    return [each for each in root.records("messages") if re.fullmatch(r"\d{9,11}(\.\d+)?", each.text("ts"))]


def _users(root: ExportValue) -> list[ExportValue]:
    return [each for each in root.records("members", "users") if each.has("id", "profile", "name")]


def _folder(file: str) -> str:
    """The channel that the folder of a day's file names."""
    path = PurePath(file)
    return path.parent.name if re.fullmatch(r"\d{4}-\d\d-\d\d\.json", path.name) else ""


def _user(user: ExportValue) -> NamedPerson:
    names = [user.text("profile", key) for key in ("real_name", "display_name", "email")]
    names += [user.text("name"), user.text("real_name")]
    name = user.text("profile", "real_name") or user.text("real_name") or user.text("name")
    return NamedPerson(user.text("id"), name, tuple(dict.fromkeys(filter(None, names))))


def _entry(message: ExportValue, channel: str) -> ImportedEvent | None:
    body = (*_mrkdwn(_said(message)), *_attached(message))
    if not any(part if isinstance(part, NamedPerson) else part.strip() for part in body):
        return None
    seconds, _, fraction = message.text("ts").partition(".")
    at = datetime.fromtimestamp(int(seconds), UTC) + timedelta(
        microseconds=int((fraction or "0")[:6].ljust(6, "0"))
    )
    who = _author(message)
    kind = EventKind.COMMUNICATION if isinstance(who, NamedPerson) else EventKind.CONTEXT
    where = f" in #{channel}" if channel else ""
    origin = f"{NAME} message {message.text('ts')}{where}"
    return ImportedEvent(Instant(at, Precision.SECOND), ("Message by ", who), kind, body, origin=origin)


def _said(message: ExportValue) -> str:
    """The words of a message: its text, or its blocks where these say more."""
    text, blocks = message.text("text"), blocks_text(message)
    if len(blocks.split()) <= len(text.split()):
        return text
    message.at("text").skip()
    return blocks


def _author(message: ExportValue) -> NamedPerson | str:
    """Who wrote it; a program by its name."""
    if message.text("subtype") == "bot_message" or (message.text("bot_id") and not message.text("user")):
        return label(message.text("username") or message.text("bot_profile", "name")) or "a program"
    profile = message.at("user_profile")
    also = tuple(filter(None, (profile.text("name"), profile.text("display_name"))))
    return (
        NamedPerson(message.text("user"), profile.text("real_name"), also)
        if message.text("user")
        else "somebody"
    )


_MENTION = re.compile(r"<([@#!]?)([^<>|\n]{1,2000})(?:\|([^<>\n]{0,400}))?>")


def _mrkdwn(text: str) -> TextWithPeople:
    """Slack's own markup as Markdown, with people where it mentions them."""
    words: list[str | NamedPerson] = []
    end = 0
    for found in _MENTION.finditer(text):
        words += [_formatted(text[end : found.start()]), _mentioned(found)]
        end = found.end()
    return tuple(word for word in (*words, _formatted(text[end:])) if word)


def _mentioned(found: re.Match[str]) -> str | NamedPerson:
    sign, target, words = found[1], html.unescape(found[2]), found[3] or ""
    if sign == "@":
        return NamedPerson(target, also=(words,) if words else ())
    if sign == "#":
        return f"#{plain(words)}" if words else "another channel"
    if sign == "!":
        name = words or target.partition("^")[0]
        return plain(name if name.startswith("@") else f"@{name}")
    url = public_link(target)
    if not url:
        is_link = "://" in target
        return f"{plain(words)} {LINK_GONE}".strip() if is_link and words != target else plain(target)
    return f"[{plain(words)}](<{url}>)" if words and "://" not in words else f"<{url}>"


_CODE = re.compile(r"```([\s\S]{1,20000}?)```|`([^`\n]{1,2000})`")


def _formatted(text: str) -> str:
    """A piece without mentions: code and bold kept, the rest as it was written."""
    made, end = [], 0
    for found in _CODE.finditer(text):
        made += [_bold(text[end : found.start()]), _code(found)]
        end = found.end()
    return "".join([*made, _bold(text[end:])])


def _code(found: re.Match[str]) -> str:
    written = html.unescape(found[1] or found[2])
    code = links_replaced(written, lambda url: public_link(url) or LINK_GONE, redact).strip("\n")
    return f"\n\n```\n{code}\n```\n\n" if found[1] else f"`{code}`"


def _bold(text: str) -> str:
    pieces = re.split(r"(?<![\w*])\*([^\s*](?:[^*\n]{0,400}[^\s*])?)\*(?![\w*])", text)
    return "".join(
        f"**{_spaced(piece)}**" if index % 2 else _spaced(piece) for index, piece in enumerate(pieces)
    )


def _spaced(text: str) -> str:
    """Plain text as Markdown that keeps the space around it, which ``plain`` takes away."""
    inner = text.strip()
    if not inner:
        return text
    start = text[: len(text) - len(text.lstrip())]
    return f"{start}{plain(inner)}{text[len(text.rstrip()) :]}"


def _attached(message: ExportValue) -> TextWithPeople:
    """What hangs on a message: the text of a program's card where there is no other, and names of files."""
    words: TextWithPeople = ()
    for each in message.items("attachments"):
        text = attachment_text(each)
        if text:
            words += ("\n\n", *_mrkdwn(text))
    files = [label(each.text("title") or each.text("name")) for each in message.items("files")]
    return words + tuple(f"\n\n(a file was shared: {plain(name)})" for name in files if name)
