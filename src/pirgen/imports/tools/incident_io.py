"""incident.io, API v2: an incident, its timeline items, its updates and its follow-ups, together or apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pirgen.imports.export_value import ExportValue
from pirgen.imports.incident import FollowUp, ImportedEvent, ImportedIncident, NamedPerson, TextWithPeople
from pirgen.imports.text import label, markdown, plain
from pirgen.imports.tools.issues import incident_of_text
from pirgen.model import NOT_RECORDED, ActionStatus, EventKind, IncidentStatus, Link, Moment
from pirgen.privacy import public_link
from pirgen.privacy.known_tools import INCIDENT_IO

NAME = INCIDENT_IO.name

_STATUS = {
    "closed": IncidentStatus.RESOLVED,
    "learning": IncidentStatus.RESOLVED,
    "post-incident": IncidentStatus.RESOLVED,
    "paused": IncidentStatus.MITIGATED,
}
_NOT_AN_INCIDENT = ("declined", "canceled", "merge_parts")


def recognises(root: ExportValue) -> bool:
    """Whether an export is incident.io's."""
    return bool(_incidents(root) or _items(root) or _updates(root) or _follow_ups(root) or _documents(root))


def read(root: ExportValue, file: str) -> Iterator[ImportedIncident]:
    """What an export says, an incident each."""
    for incident in _incidents(root):
        yield _of_incident(incident)
    if _sent(root).has("incident", "new_status"):
        yield _of_status(_sent(root))
    for document in _documents(root):
        yield _of_document(document)
    parts = (*_items(root), *_updates(root), *_follow_ups(root))
    for key in dict.fromkeys(part.text("incident_id") for part in parts):
        yield _of_parts(key, [part for part in parts if part.text("incident_id") == key])


def _sent(root: ExportValue) -> ExportValue:
    """What a webhook carries, under the name of its event; the root itself where it is none."""
    return root.at(root.text("event_type")) if root.has("event_type") else root


def _incidents(root: ExportValue) -> list[ExportValue]:
    root = _sent(root)
    found = root.records("incidents") or (root.at("incident"), root)
    return [each for each in found if each.has("name", "incident_status")]


def _documents(root: ExportValue) -> list[ExportValue]:
    """Post-mortem documents, whose text is Markdown."""
    root = _sent(root)
    found = (*root.records("postmortem_documents", "post_mortems"), root.at("postmortem_document"))
    return [each for each in found if each.has("incident_id") and _text_of(each)]


def _text_of(document: ExportValue) -> str:
    keys = (("markdown",), ("document", "markdown"), ("content",), ("document", "content"))
    return next((text for key in keys if (text := document.text(*key))), "")


def _of_document(document: ExportValue) -> ImportedIncident:
    text = _text_of(document)
    for key in ("markdown", "content", "document", "status", "created_at"):
        document.at(key).skip()
    found = incident_of_text(INCIDENT_IO, document.text("title"), text, document.time("created_at"))
    return replace(found, key=document.text("incident_id"), is_whole=False, records=(document,))


def _items(root: ExportValue) -> list[ExportValue]:
    found = (*root.records("timeline_items", "incident_timeline_items"), root.at("timeline_item"), root)
    return [each for each in found if each.has("incident_id", "timestamp")]


def _updates(root: ExportValue) -> list[ExportValue]:
    root = _sent(root)
    found = (*root.records("incident_updates"), root.at("incident_update"))
    return [each for each in found if each.has("incident_id", "new_incident_status")]


def _follow_ups(root: ExportValue) -> list[ExportValue]:
    root = _sent(root)
    found = (*root.records("follow_ups"), root.at("follow_up"), root)
    return [each for each in found if each.has("incident_id", "title", "status")]


def _of_status(sent: ExportValue) -> ImportedIncident:
    """What a webhook says of a new status: an update at the time of the change."""
    incident = sent.at("incident")
    at = incident.time("updated_at") or incident.time("created_at")
    status = label(sent.text("new_status", "name"))
    words = markdown(sent.text("message"))
    lead = f"Update, {plain(status.lower())}" if status else "Update"
    is_closed = _STATUS.get(sent.text("new_status", "category")) is IncidentStatus.RESOLVED
    event = ImportedEvent(
        at or NOT_RECORDED,
        (lead,),
        EventKind.COMMUNICATION,
        (words,) if words else (),
        (Moment.RESOLVED,) if is_closed else (),
        origin=f"{NAME} webhook",
    )
    return ImportedIncident(NAME, key=incident.text("id"), events=(event,), records=(sent.at("message"),))


def _of_incident(incident: ExportValue) -> ImportedIncident:
    category = incident.text("incident_status", "category")
    summary = markdown(incident.text("summary"))
    url = public_link(incident.text("permalink"))
    creator = incident.at("creator")
    by_alert = creator.has("alert") and not creator.at("user").value
    to_do = f"{NAME} has it as {category}; see whether this is an incident to keep"
    return ImportedIncident(
        NAME,
        is_whole=True,
        key=incident.text("id"),
        label=incident.text("reference"),
        title=label(incident.text("name")),
        severity=incident.text("severity", "name"),
        severity_key="severity",
        status=_STATUS.get(category, IncidentStatus.OPEN),
        detected_by="monitoring" if by_alert else "",
        roles=tuple(_roles(incident)),
        events=tuple(_own_entries(incident)),
        summary=(summary,) if summary else (),
        links=(Link(f"{NAME} incident", url),) if url else (),
        known=tuple(filter(None, (_person(creator.at("user")),))),
        to_do=(to_do,) if category in _NOT_AN_INCIDENT else (),
        records=(incident,),
    )


_ROLES = {"lead": "incident commander", "reporter": "reporter"}


def _roles(incident: ExportValue) -> Iterator[tuple[str, NamedPerson | str]]:
    for each in incident.items("incident_role_assignments"):
        person = _person(each.at("assignee"))
        if person:
            role = _ROLES.get(each.text("role", "role_type")) or label(each.text("role", "name")).lower()
            yield role or "responder", person


_MOMENTS = (
    (r"impact start|started|start of impact|began", Moment.STARTED, EventKind.SYMPTOM),
    (r"detect|identified", Moment.DETECTED, EventKind.DETECTION),
    (r"report", Moment.DETECTED, EventKind.DETECTION),
    (r"accept|acknowledg", Moment.ACKNOWLEDGED, EventKind.ACTION),
    (r"fixed|mitigat|stabili|impact end", Moment.MITIGATED, EventKind.RECOVERY),
    (r"resolv", Moment.RESOLVED, EventKind.RECOVERY),
)


def _own_entries(incident: ExportValue) -> Iterator[ImportedEvent]:
    """The timestamps that the incident keeps, each with the moment that its name says."""
    for each in incident.items("incident_timestamp_values"):
        at = each.time("value", "value")
        name = label(each.text("incident_timestamp", "name"))
        if at:
            moment, kind = _moment_of(name)
            origin = f"{NAME} timestamp '{name}'"
            marks = (moment,) if moment else ()
            lead = f"Timestamp '{plain(name)}' of {NAME}"
            yield ImportedEvent(at, (lead,), kind, marks=marks, origin=origin, named=name)
    created = incident.time("created_at")
    if created:
        who = _person(incident.at("creator", "user"))
        told: TextWithPeople = ("The incident is declared by ", who) if who else ("The incident is declared",)
        yield ImportedEvent(created, told, EventKind.DECISION, origin=f"{NAME} incident, created_at")


def _moment_of(name: str) -> tuple[Moment | None, EventKind]:
    for pattern, moment, kind in _MOMENTS:
        if re.search(pattern, name, re.IGNORECASE):
            return moment, kind
    return None, EventKind.CONTEXT


def _of_parts(key: str, parts: list[ExportValue]) -> ImportedIncident:
    entries = tuple(made for part in parts if (made := _entry(part)))
    follow_ups = tuple(_follow_up(part) for part in parts if part.has("title", "status"))
    people = (_person(part.at(*path)) for part in parts for path in _PEOPLE)
    days = sorted(day for part in parts if (day := part.day("timestamp") or part.day("created_at")))
    return ImportedIncident(
        NAME,
        key=key,
        events=entries,
        follow_ups=follow_ups,
        known=tuple(dict.fromkeys(filter(None, people))),
        day=days[0] if days else None,
        records=tuple(parts),
    )


_PEOPLE = (("creator", "user"), ("updater", "user"), ("assignee",))


def _entry(part: ExportValue) -> ImportedEvent | None:
    if part.has("timestamp"):
        at, lead = part.time("timestamp"), markdown(part.text("title"))
        body, origin = part.text("description"), "timeline item"
        kind = EventKind.CONTEXT
    elif part.has("new_incident_status"):
        status = label(part.text("new_incident_status", "name"))
        at, lead = part.time("created_at"), f"Update, {plain(status.lower())}" if status else "Update"
        body, origin = part.text("message"), "update"
        kind = EventKind.COMMUNICATION
    else:
        return None
    if at is None:
        return None
    words = markdown(body)
    origin = f"{NAME} {origin} {part.text('id')}".strip()
    return ImportedEvent(at, (lead or "Timeline item",), kind, (words,) if words else (), origin=origin)


_ACTION_STATUS = {
    "outstanding": ActionStatus.OPEN,
    "in_progress": ActionStatus.IN_PROGRESS,
    "completed": ActionStatus.DONE,
    "deleted": ActionStatus.DECLINED,
    "not_doing": ActionStatus.DECLINED,
}


def _follow_up(part: ExportValue) -> FollowUp:
    description = markdown(part.text("description"))
    status = _ACTION_STATUS.get(part.text("status"), ActionStatus.UNKNOWN)
    return FollowUp(
        markdown(part.text("title")),
        status,
        priority=part.text("priority", "name"),
        owner=label(part.text("assignee_team", "name")),
        assignee=_person(part.at("assignee")),
        created=part.day("created_at"),
        done_on=part.day("completed_at") if status is ActionStatus.DONE else None,
        tracker=public_link(part.text("external_issue_reference", "issue_permalink")),
        note=(description,) if description else (),
    )


def _person(user: ExportValue) -> NamedPerson | None:
    if not user.text("id") and not user.text("name"):
        return None
    return NamedPerson(
        user.text("id"),
        user.text("name"),
        tuple(filter(None, (user.text("email"), user.text("slack_user_id")))),
    )
