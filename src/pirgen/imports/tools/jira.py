"""Jira and Jira Service Management: the JSON of a search or of one issue, with comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from pirgen.imports.export_value import ExportValue
from pirgen.imports.incident import ImportedEvent, ImportedIncident, NamedPerson
from pirgen.imports.text import label, markdown
from pirgen.imports.tools.atlassian_document import document_as_markdown
from pirgen.imports.tools.issues import incident_of_text
from pirgen.model import EventKind, IncidentStatus, Link
from pirgen.privacy import public_link
from pirgen.privacy.known_tools import JIRA

__all__ = ["read", "recognises"]


def _issues(root: ExportValue) -> list[ExportValue]:
    return [each for each in (*root.records("issues", "values"), root) if each.has("key", "fields")]


def _requests(root: ExportValue) -> list[ExportValue]:
    """What customers ask of a service desk."""
    return [each for each in (*root.records("values"), root) if each.has("issueKey", "requestFieldValues")]


def recognises(root: ExportValue) -> bool:
    """Whether an export is Jira's."""
    return bool(_issues(root) or _requests(root))


def read(root: ExportValue, file: str) -> Iterator[ImportedIncident]:
    """What Jira's issues say, an incident each."""
    for issue in _issues(root):
        yield _incident(issue)
    for request in _requests(root):
        yield _of_request(request)


def _incident(issue: ExportValue) -> ImportedIncident:
    fields, key = issue.at("fields"), issue.text("key")
    fields.at("description").skip()
    created, closed = fields.time("created"), fields.time("resolutiondate")
    base = incident_of_text(JIRA, fields.text("summary"), _words(fields.at("description")), created)
    parts = urlsplit(issue.text("self"))
    url = public_link(f"{parts.scheme}://{parts.netloc}/browse/{key}") if parts.netloc else ""
    priority = fields.text("priority", "name")
    is_done = fields.text("status", "statusCategory", "key") == "done" or closed is not None
    is_done = is_done or fields.text("status", "name").casefold() in ("closed", "done", "resolved")
    people = (_person(fields.at(name)) for name in ("reporter", "assignee", "creator"))
    return replace(
        base,
        key=key,
        label=key,
        severity=base.severity or priority,
        severity_key="severity" if base.severity else "priority" if priority else "",
        status=IncidentStatus.RESOLVED if is_done else base.status,
        services=base.services
        or tuple(label(each.text("name")) for each in fields.items("components") if each.text("name")),
        tags=tuple(dict.fromkeys((*base.tags, *(label(each.text()) for each in fields.items("labels"))))),
        events=(*base.events, *_course(fields), *_comments(fields)),
        links=(Link("Jira issue", url),) if url else (),
        known=(*base.known, *filter(None, people)),
        records=(fields,),
    )


def _of_request(request: ExportValue) -> ImportedIncident:
    key, created = request.text("issueKey"), request.time("createdDate", "iso8601")
    fields = {each.text("fieldId"): each.at("value") for each in request.items("requestFieldValues")}
    words = {name: _words(value) for name, value in fields.items()}
    base = incident_of_text(JIRA, words.get("summary", ""), words.get("description", ""), created)
    is_done = request.text("currentStatus", "statusCategory").upper() == "DONE"
    url = public_link(request.text("_links", "web"))
    opened = (
        ImportedEvent(created, ("The request is created",), origin=f"{JIRA.name} request") if created else None
    )
    return replace(
        base,
        key=key,
        label=key,
        status=IncidentStatus.RESOLVED if is_done else base.status,
        events=(*base.events, *((opened,) if opened else ())),
        links=(Link("Jira request", url),) if url else (),
        records=(request,),
    )


def _course(fields: ExportValue) -> Iterator[ImportedEvent]:
    for key, words in (("created", "The issue is created"), ("resolutiondate", "The issue is resolved")):
        at = fields.time(key)
        if at:
            yield ImportedEvent(at, (words,), EventKind.CONTEXT, origin=f"{JIRA.name} issue, {key}")


def _comments(fields: ExportValue) -> Iterator[ImportedEvent]:
    for comment in fields.items("comment", "comments"):
        at, words = comment.time("created"), markdown(_words(comment.at("body")))
        if at and words:
            who = _person(comment.at("author"))
            lead = ("Comment by ", who) if who else ("Comment",)
            origin = f"{JIRA.name} comment {comment.text('id')}".strip()
            yield ImportedEvent(at, lead, EventKind.COMMUNICATION, (words,), origin=origin)


def _person(user: ExportValue) -> NamedPerson | None:
    name = user.text("displayName")
    mails = tuple(filter(None, (user.text("emailAddress"), user.text("name"))))
    return NamedPerson(user.text("accountId") or user.text("key") or name, name, mails) if name else None


def _words(value: ExportValue) -> str:
    """A text of Jira as Markdown: a document of its newer editor, or its own markup."""
    return document_as_markdown(value) if isinstance(value.value, dict) else _markup(value.text())


_MARKUP = (
    (re.compile(r"^h([1-6])\.\s+", re.MULTILINE), lambda found: "#" * int(found[1]) + " "),
    (
        re.compile(r"\[([^\]|\n]{1,400})\|(https?://[^\]\s|]+)[^\]\n]{0,40}\]"),
        lambda found: f"[{found[1]}]({found[2]})",
    ),
    (re.compile(r"\[(https?://[^\]\s|]+)\]"), lambda found: f"<{found[1]}>"),
    (re.compile(r"\{(?:code|noformat)(?::[^}\n]{0,80})?\}"), lambda found: "\n```\n"),
    (re.compile(r"\{\{([^}\n]{1,200})\}\}"), lambda found: f"`{found[1]}`"),
    (re.compile(r"\{(?:quote|color[^}\n]{0,40}|panel[^}\n]{0,200})\}"), lambda found: ""),
    (
        re.compile(r"!([^!\s|]{1,200}\.(?:png|jpe?g|gif|svg|webp))(?:\|[^!\n]{0,100})?!", re.IGNORECASE),
        lambda found: f"({found[1]})",
    ),
    (re.compile(r"(?<!\w)\*([^\s*][^*\n]{0,400}?)\*(?!\w)"), lambda found: f"**{found[1]}**"),
)


def _markup(text: str) -> str:
    """Jira's own markup: headings, links, code, and lists with stars and signs of number."""
    text = re.sub(r"^(#+)\s+", lambda found: "  " * (len(found[1]) - 1) + "1. ", text, flags=re.MULTILINE)
    text = re.sub(r"^(\*+)\s+", lambda found: "  " * (len(found[1]) - 1) + "- ", text, flags=re.MULTILINE)
    for pattern, made in _MARKUP:
        text = pattern.sub(made, text)
    return re.sub(r"^\|\|(.*)\|\|\s*$", _head, text, flags=re.MULTILINE)


def _head(found: re.Match[str]) -> str:
    cells = [cell.strip() for cell in found[1].split("||")]
    return f"| {' | '.join(cells)} |\n|{'---|' * len(cells)}"
