"""Issues of GitHub (REST, 'gh --json', issue forms, Upptime) and GitLab: Markdown with comments around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from pirgen.imports import markdown as postmortem
from pirgen.imports.export_value import ExportValue
from pirgen.imports.incident import ImportedEvent, ImportedIncident, NamedPerson
from pirgen.imports.markdown.front_matter import key_of
from pirgen.imports.markdown.keys import KEYS
from pirgen.imports.text import label, markdown
from pirgen.model import EventKind, IncidentStatus, Instant, Link, Moment
from pirgen.privacy import KnownTool, public_link
from pirgen.privacy.known_tools import GITHUB, GITLAB

__all__ = ["incident_of_text", "read_github", "read_gitlab", "recognises_github", "recognises_gitlab"]


def recognises_github(root: ExportValue) -> bool:
    """Whether an export is of GitHub's issues, or comments on one."""
    return bool(_github(root) or _github_comments(root))


def recognises_gitlab(root: ExportValue) -> bool:
    """Whether an export is of GitLab's issues."""
    return bool(_gitlab(root) or _gitlab_notes(root))


def _github(root: ExportValue) -> list[ExportValue]:
    nodes = root.records("issues", "items", "nodes", "data.repository.issues.nodes", "data.search.nodes")
    found = (*nodes, root.at("issue"), root.at("data", "repository", "issue"), root)
    return [
        each
        for each in found
        if each.has("number", "title", "body") and each.text("state") and not each.at("pull_request").value
    ]


def _github_comments(root: ExportValue) -> list[ExportValue]:
    return [each for each in root.records("comments") if each.has("issue_url", "body", "created_at")]


def _gitlab(root: ExportValue) -> list[ExportValue]:
    found = (
        *root.records("issues", "items", "data.project.issues.nodes"),
        root.at("data", "project", "issue"),
        root,
    )
    return [
        each
        for each in found
        if each.has("iid", "title", "description") and (each.text("web_url") or each.text("webUrl"))
    ]


def read_github(root: ExportValue, file: str) -> Iterator[ImportedIncident]:
    """What GitHub's issues say, an incident each; comments are a part of one."""
    for issue in _github(root):
        created = issue.time("createdAt") or issue.time("created_at")
        closed = issue.time("closedAt") or issue.time("closed_at")
        names = [each.text("name") or each.text() for each in _several(issue, "labels")]
        url = issue.text("html_url") or issue.text("url")
        body = _with_addresses(issue.text("body"), url)
        base = _of_issue(issue, GITHUB, body, names, created, closed)
        comments = tuple(event for each in _several(issue, "comments") if (event := _comment(each, GITHUB)))
        yield replace(
            base,
            key=_key(url),
            label=f"#{issue.text('number')}",
            events=(*base.events, *comments),
            links=(Link("GitHub issue", public_link(url)),) if public_link(url) else (),
            known=(*base.known, *filter(None, (_person(issue.at("author")), _person(issue.at("user"))))),
        )
    groups: dict[str, list[ExportValue]] = {}
    for comment in _github_comments(root):
        groups.setdefault(_key(comment.text("issue_url")), []).append(comment)
    for key, each in groups.items():
        events = tuple(event for comment in each if (event := _comment(comment, GITHUB)))
        yield ImportedIncident(GITHUB.name, key=key, events=events, records=tuple(each))


def read_gitlab(root: ExportValue, file: str) -> Iterator[ImportedIncident]:
    """What GitLab's issues say, an incident each."""
    for issue in _gitlab(root):
        created = issue.time("created_at") or issue.time("createdAt")
        closed = issue.time("closed_at") or issue.time("closedAt")
        names = [each.text() or each.text("name") or each.text("title") for each in _several(issue, "labels")]
        address = issue.text("web_url") or issue.text("webUrl")
        body = _with_addresses(issue.text("description"), address)
        base = _of_issue(issue, GITLAB, body, names, created, closed)
        url, severity = public_link(address), issue.text("severity")
        notes = [note for note in _several(issue, "notes") if note.at("system").value is not True]
        yield replace(
            base,
            key=_key(address),
            label=f"#{issue.text('iid')}",
            events=(
                *base.events,
                *(event for note in notes if (event := _comment(note, GITLAB))),
                *(event for each in issue.items("timelineEvents", "nodes") if (event := _timeline_event(each))),
            ),
            links=(Link("GitLab issue", url),) if url else (),
            known=(*base.known, *filter(None, (_person(issue.at("author")),))),
            severity=base.severity or severity,
            severity_key=base.severity_key or ("severity" if severity else ""),
        )
    comments = [note for note in _gitlab_notes(root) if note.at("system").value is not True]
    for note in _gitlab_notes(root):
        if note not in comments:
            note.skip()
    if comments:
        events = tuple(event for note in comments if (event := _comment(note, GITLAB)))
        yield ImportedIncident(GITLAB.name, events=events, records=tuple(comments))


_TAGS = (
    ("start time", Moment.STARTED, EventKind.SYMPTOM),
    ("impact detected", Moment.DETECTED, EventKind.DETECTION),
    ("response initiated", Moment.ACKNOWLEDGED, EventKind.ACTION),
    ("impact mitigated", Moment.MITIGATED, EventKind.RECOVERY),
    ("end time", Moment.RESOLVED, EventKind.RECOVERY),
)
"""The tags of GitLab's timeline events that name a moment."""


def _timeline_event(each: ExportValue) -> ImportedEvent | None:
    at, words = each.time("occurredAt"), markdown(each.text("note"))
    if at is None or not words:
        return None
    names = {tag.text("name").casefold() for tag in each.items("timelineEventTags", "nodes")}
    named = [(moment, kind) for name, moment, kind in _TAGS if name in names]
    kind = named[0][1] if named else EventKind.CONTEXT
    marks = tuple(moment for moment, _ in named)
    return ImportedEvent(at, (words,), kind, marks=marks, origin=f"{GITLAB.name}, timeline event")


def _several(issue: ExportValue, key: str) -> tuple[ExportValue, ...]:
    """What an issue has several of, in a list or as the interface of GraphQL writes it."""
    return issue.items(key) or issue.items(key, "nodes")


def _gitlab_notes(root: ExportValue) -> list[ExportValue]:
    return [each for each in root.records("notes") if each.has("noteable_iid", "body", "created_at")]


_TASK = re.compile(r"^\s*[-*+] \[[ xX]\] .*$", re.MULTILINE)
_REFERENCE = re.compile(r"(?<![\w/#&\[-])(?P<project>[\w.-]+(?:/[\w.-]+)+)?#(?P<number>\d{1,7})\b")


def _with_addresses(body: str, url: str) -> str:
    """A text in which references of its tasks, such as '#12', are links, as the tracker shows them."""
    found = re.fullmatch(r"(https?://[^/]+)/(.+?)(/(?:-/)?(?:issues|work_items)/)\d+", url)
    if not found:
        return body
    host, own, between = found.groups()

    def linked(reference: re.Match[str]) -> str:
        return f"[{reference[0]}]({host}/{reference['project'] or own}{between}{reference['number']})"

    return _TASK.sub(lambda task: _REFERENCE.sub(linked, task[0]), body)


def _key(url: str) -> str:
    """An issue's address without what differs between its page and the interface."""
    parts = urlsplit(url)
    return f"{parts.netloc.removeprefix('api.')}{parts.path.replace('/repos/', '/').replace('/-/', '/')}"


def _of_issue(
    issue: ExportValue,
    tool: KnownTool,
    body: str,
    labels: list[str],
    created: Instant | None,
    closed: Instant | None,
) -> ImportedIncident:
    issue.at("body").skip()
    issue.at("description").skip()
    is_monitor = "status" in labels and bool(re.search(r"is down|degraded", issue.text("title"), re.IGNORECASE))
    title = re.sub(r"[\U0001f300-\U0001faff\u2600-\u27bf\ufe0f]", "", issue.text("title")).strip()
    base = incident_of_text(tool, title, _with_form_keys(body), created)
    severity = next((name for name in labels if _SEVERITY.match(name)), "")
    services = [
        name for name in labels if re.match(r"(?:service|component|area|app)s?[:/ ]", name, re.IGNORECASE)
    ]
    others = [name for name in labels if name not in (severity, *services)]
    return replace(
        base,
        severity=base.severity or _after_sign(severity),
        severity_key="severity" if base.severity else "label" if severity else "",
        status=IncidentStatus.RESOLVED if closed or issue.text("state").lower() == "closed" else base.status,
        services=base.services or tuple(label(_after_sign(name)) for name in services),
        tags=tuple(dict.fromkeys((*base.tags, *map(label, others)))),
        detected_by="monitoring" if is_monitor else base.detected_by,
        events=(*base.events, *_course(created, closed, tool, is_monitor)),
        records=(issue,),
    )


_SEVERITY = re.compile(r"(?:sev|severity|priority|prio|impact)[\s:/_-]*\w+|[ps]-?[0-5]$", re.IGNORECASE)


def _after_sign(name: str) -> str:
    return re.split(r"(?<=[a-z])(?:::|[:/])\s*", name)[-1].strip() if re.search("[:/]", name) else name


def _course(
    created: Instant | None, closed: Instant | None, tool: KnownTool, is_monitor: bool
) -> Iterator[ImportedEvent]:
    """When the issue was opened and closed; what a monitor opens and closes is the incident itself."""
    if created:
        both = (Moment.STARTED, Moment.DETECTED) if is_monitor else ()
        kind = EventKind.DETECTION if is_monitor else EventKind.CONTEXT
        yield ImportedEvent(created, ("The issue is opened",), kind, marks=both, origin=f"{tool.name}, created")
    if closed:
        marks = (Moment.RESOLVED,) if is_monitor else ()
        kind = EventKind.RECOVERY if is_monitor else EventKind.CONTEXT
        yield ImportedEvent(closed, ("The issue is closed",), kind, marks=marks, origin=f"{tool.name}, closed")


def incident_of_text(tool: KnownTool, title: str, body: str, created: Instant | None) -> ImportedIncident:
    """What a text in Markdown says of an incident that a tool has under a title."""
    problems: list[str] = []
    day = created.at.date() if created else None
    found = next(
        postmortem.read(f"# {title}\n\n{body}\n", "issue.md", None, problems, day, is_known=True), None
    )
    incident = found or ImportedIncident(tool.name, summary=(markdown(body),) if body.strip() else ())
    name = incident.title or label(title)
    return replace(incident, tool=tool.name, is_whole=True, title=name, day=incident.day or day)


_FORM = re.compile(
    r"^#{2,4} (?P<head>[^\n]{2,40})\n+(?P<value>[^\n#][^\n]{0,160})\n*(?=\n#{2,4} |\Z)", re.MULTILINE
)


def _with_form_keys(body: str) -> str:
    """A text in which answers of an issue form, a heading and a line each, are keys at its head."""
    body = body.replace("\r\n", "\n")
    keys = [(found["head"], found["value"]) for found in _FORM.finditer(body) if key_of(found["head"]) in KEYS]
    rest = _FORM.sub(lambda found: "" if key_of(found["head"]) in KEYS else found[0], body)
    answered = [f"{head}: {value}" for head, value in keys if value.strip() != "_No response_"]
    return "\n".join([*answered, "", rest])


def _comment(comment: ExportValue, tool: KnownTool) -> ImportedEvent | None:
    at = comment.time("createdAt") or comment.time("created_at")
    words = markdown(comment.text("body"))
    if at is None or not words:
        return None
    who = _person(comment.at("author")) or _person(comment.at("user"))
    return ImportedEvent(
        at,
        ("Comment by ", who) if who else ("Comment",),
        EventKind.COMMUNICATION,
        (words,),
        origin=f"{tool.name}, comment {comment.text('id')}".strip(),
    )


def _person(user: ExportValue) -> NamedPerson | None:
    login = user.text("login") or user.text("username")
    if not login or login.endswith("[bot]") or user.text("type") == "Bot":
        return None
    return NamedPerson(login, user.text("name") or login, (login,))
