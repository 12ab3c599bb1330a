"""PagerDuty: ``GET /incidents/{id}``, its ``/log_entries``, ``/notes`` and ``/alerts``, in any combination."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pirgen.imports.export_value import ExportValue
from pirgen.imports.incident import ImportedEvent, ImportedIncident, NamedPerson, TextWithPeople, join_texts
from pirgen.imports.text import label, plain
from pirgen.model import EventKind, Evidence, EvidenceKind, IncidentStatus, Instant, Link, Moment
from pirgen.privacy import public_link
from pirgen.privacy.known_tools import PAGERDUTY

NAME = PAGERDUTY.name

_STATUS = {"resolved": IncidentStatus.RESOLVED}


def recognises(root: ExportValue) -> bool:
    """Whether an export is PagerDuty's."""
    is_webhook = root.text("event", "event_type").startswith("incident.") and root.at("event").has("data")
    return bool(is_webhook or _incidents(root) or _log(root) or _notes(root) or _alerts(root))


def read(root: ExportValue, file: str) -> Iterator[ImportedIncident]:
    """What an export says, an incident each."""
    for incident in _incidents(root):
        yield _of_incident(incident)
    if root.has("event"):
        yield _of_webhook(root.at("event"))
    for records, of_records in ((_log(root), _of_log), (_alerts(root), _of_alerts), (_notes(root), _of_notes)):
        for key in dict.fromkeys(record.text("incident", "id") for record in records):
            yield of_records(key, [record for record in records if record.text("incident", "id") == key], root)


def _incidents(root: ExportValue) -> list[ExportValue]:
    if root.has("event") and root.text("event", "event_type").startswith("incident."):
        data = root.at("event", "data")
        return [data] if data.text("type") == "incident" else []
    found = (
        *(message.at("incident") for message in root.records("messages")),
        *root.records("incidents"),
        root.at("incident"),
        root,
    )
    return [each for each in found if each.has("incident_number") or _is(each, "incident")]


def _log(root: ExportValue) -> list[ExportValue]:
    sent = (entry for message in root.records("messages") for entry in message.items("log_entries"))
    found = (*root.records("log_entries", "data.entries", "entries"), *sent, root.at("log_entry"), root)
    return [each for each in found if _kind(each).endswith("_log_entry") and each.has("created_at")]


def _alerts(root: ExportValue) -> list[ExportValue]:
    found = (*root.records("alerts"), root.at("alert"))
    return [each for each in found if _is(each, "alert") or each.has("alert_key")]


def _notes(root: ExportValue) -> list[ExportValue]:
    found = (*root.records("notes"), root.at("note"))
    return [
        each for each in found if each.has("content", "created_at") and (each.has("user") or each.has("id"))
    ]


def _is(record: ExportValue, kind: str) -> bool:
    return record.text("type") == kind and "pagerduty.com" in record.text("self") + record.text("html_url")


def _kind(record: ExportValue) -> str:
    return re.sub(r"_reference$", "", record.text("type"))


def _of_incident(incident: ExportValue) -> ImportedIncident:
    title = incident.text("title") or _title_of(incident.text("summary"))
    assigned = [each.at("assignee") for each in incident.items("assignments")]
    priority = incident.text("priority", "summary") or incident.text("priority", "name")
    urgency = incident.text("urgency")
    return ImportedIncident(
        NAME,
        is_whole=True,
        key=incident.text("id"),
        label=incident.text("incident_number") or incident.text("number"),
        title=label(title),
        severity=priority or urgency,
        severity_key="priority" if priority else "urgency" if urgency else "",
        status=_STATUS.get(incident.text("status"), IncidentStatus.OPEN),
        services=_named((incident.at("service"), *incident.items("impacted_services"))),
        roles=(
            *(("responding team", team) for team in _named(incident.items("teams"))),
            *(("assigned", person) for each in assigned if (person := _person(each))),
        ),
        events=tuple(_own_entries(incident)),
        summary=(body,) if (body := plain(incident.text("body", "details"))) else (),
        links=_link(incident),
        records=(incident,),
    )


_OF_WEBHOOK: dict[str, tuple[str, EventKind, tuple[Moment, ...]]] = {
    "triggered": ("Triggered", EventKind.DETECTION, (Moment.DETECTED,)),
    "acknowledged": ("Acknowledged", EventKind.ACTION, (Moment.ACKNOWLEDGED,)),
    "resolved": ("Resolved", EventKind.RECOVERY, (Moment.RESOLVED,)),
    "escalated": ("Escalated", EventKind.ESCALATION, ()),
    "delegated": ("Delegated", EventKind.ESCALATION, ()),
    "reassigned": ("Reassigned", EventKind.ESCALATION, ()),
    "responder.added": ("A responder is added", EventKind.ESCALATION, ()),
    "annotated": ("Note", EventKind.CONTEXT, ()),
    "status_update_published": ("Status update", EventKind.COMMUNICATION, ()),
}


def _of_webhook(event: ExportValue) -> ImportedIncident:
    """What a webhook of version 3 says: one event of an incident."""
    data, kind = event.at("data"), event.text("event_type").removeprefix("incident.")
    key = data.text("id") if data.text("type") == "incident" else data.text("incident", "id")
    words, event_kind, marks = _OF_WEBHOOK.get(kind, (_spelt(kind), EventKind.CONTEXT, ()))
    at, said = event.time("occurred_at"), plain(data.text("content") or data.text("message"))
    who = _person(event.at("agent"))
    origin = f"{NAME} webhook {event.text('id')}".strip()
    entry = (
        ImportedEvent(at, _by(words, who), event_kind, (said,) if said else (), marks, origin=origin)
        if at
        else None
    )
    return ImportedIncident(NAME, key=key, events=(entry,) if entry else (), records=(event,))


def _spelt(kind: str) -> str:
    return plain(label(re.sub(r"[_.]", " ", kind).capitalize()))


def _own_entries(incident: ExportValue) -> Iterator[ImportedEvent]:
    """What the incident itself says of its course, used where there is no log."""
    created = incident.time("created_at")
    if created:
        yield _stand_in(created, ("The incident is triggered",), EventKind.DETECTION, Moment.DETECTED)
    for each in incident.items("acknowledgements"):
        at, who = each.time("at"), _person(each.at("acknowledger"))
        if at:
            yield _stand_in(at, _by("Acknowledged", who), EventKind.ACTION, Moment.ACKNOWLEDGED)
    is_resolved = incident.text("status") == "resolved"
    resolved = incident.time("resolved_at") or (incident.time("last_status_change_at") if is_resolved else None)
    if resolved:
        who = _person(incident.at("last_status_change_by")) if is_resolved else None
        yield _stand_in(resolved, _by("Resolved", who), EventKind.RECOVERY, Moment.RESOLVED)


def _stand_in(at: Instant, lead: TextWithPeople, kind: EventKind, mark: Moment) -> ImportedEvent:
    return ImportedEvent(at, lead, kind, marks=(mark,), origin=f"{NAME} incident", stand_in=True)


def _of_log(key: str, log: list[ExportValue], root: ExportValue) -> ImportedIncident:
    incident = log[0].at("incident")
    kept = [entry for entry in log if not _kind(entry).startswith("notify")]
    for entry in log:
        entry.at("summary").skip()  # says in other words what its other keys say
    entries = tuple(made for entry in kept if (made := _entry(entry)))
    number = re.match(r"\[#(\d+)\]", incident.text("summary"))
    people = (person for entry in log for part in _people_in(entry) if (person := _person(part)))
    return ImportedIncident(
        NAME,
        key=key,
        label=number[1] if number else "",
        title=label(_title_of(incident.text("summary"))),
        services=_named(entry.at("service") for entry in log),
        events=entries,
        links=_link(incident),
        known=tuple(dict.fromkeys(people)),
        detected_by="monitoring" if _is_triggered_by_machine(log) else "",
        to_do=_more(root, "log entries"),
        left_out=(("notifications", len(log) - len(kept)),),
        records=tuple(kept),
    )


_BY_MACHINE = {"api", "nagios", "email", "integration", "events_api", "generic_events_api", "event_rule"}


def _is_triggered_by_machine(log: list[ExportValue]) -> bool:
    """Whether an event of a monitoring tool began it; a person who did so may have heard of it from anybody."""
    triggers = [entry for entry in log if _kind(entry).startswith("trigger")]
    return bool(triggers) and all(
        entry.text("channel", "type") in _BY_MACHINE and not _person(entry.at("agent")) for entry in triggers
    )


def _entry(entry: ExportValue) -> ImportedEvent | None:
    at = entry.time("created_at")
    if at is None:
        return None
    kind = _kind(entry).removesuffix("_log_entry")
    lead, event_kind, marks = _describe(kind, entry)
    said = [entry.text("note")] + [entry.text("channel", key) for key in ("summary", "subject")]
    said += [entry.text("event_details", "description"), entry.text("message")]
    words = [plain(text) for text in dict.fromkeys(said) if text]
    if kind in ("acknowledge", "unacknowledge", "assign", "escalate"):
        words = words[:1] if entry.text("note") else []
    origin = f"{NAME} log entry {entry.text('id')}".strip()
    return ImportedEvent(
        at, lead, event_kind, join_texts([(text,) for text in words], "\n\n"), marks, origin=origin
    )


def _describe(kind: str, entry: ExportValue) -> tuple[TextWithPeople, EventKind, tuple[Moment, ...]]:
    """What an entry of the log says in our words, what kind of event it is, and which moments it may be."""
    agent, automatic = _person(entry.at("agent")), _automatic(entry)
    whom = _list_of([person for each in entry.items("assignees") if (person := _person(each))], entry)
    if kind == "trigger":
        return (f"Triggered {_channel(entry)}".strip(),), EventKind.DETECTION, (Moment.DETECTED,)
    if kind == "acknowledge":
        return _by("Acknowledged", agent), EventKind.ACTION, (Moment.ACKNOWLEDGED,)
    if kind == "unacknowledge":
        lead: TextWithPeople = (
            ("The acknowledgement runs out",) if not agent else _by("Acknowledgement taken back", agent)
        )
        return lead, EventKind.CONTEXT, ()
    if kind in ("assign", "escalate"):
        verb = "Assigned" if kind == "assign" else "Escalated"
        return (f"{verb} to ", *whom, automatic), EventKind.ESCALATION, ()
    if kind == "resolve":
        return _by("Resolved", agent), EventKind.RECOVERY, (Moment.RESOLVED,)
    if kind == "annotate":
        return _by("Note", agent), EventKind.CONTEXT, ()
    if kind == "status_update":
        return _by("Status update", agent), EventKind.COMMUNICATION, ()
    summary = plain(entry.text("summary"))
    return (summary or plain(label(kind.replace("_", " ").capitalize())),), EventKind.CONTEXT, ()


_CHANNELS = {
    "api": "through the API",
    "web": "through the website",
    "website": "through the website",
    "email": "by e-mail",
    "phone": "by phone",
    "mobile": "in the mobile app",
    "slack": "from Slack",
}


def _channel(entry: ExportValue) -> str:
    kind = entry.text("channel", "type")
    return _CHANNELS.get(kind, "")


def _automatic(entry: ExportValue) -> str:
    """Who did it where nobody did."""
    if entry.text("channel", "type") not in ("auto", "timeout"):
        return ""
    is_late = "timeout" in entry.text("summary") + entry.text("channel", "type")
    return ", automatically" if not is_late or "assign" in _kind(entry) else ", automatically after a timeout"


def _list_of(people: list[NamedPerson], entry: ExportValue) -> TextWithPeople:
    if not people:
        return ("somebody",)
    words: TextWithPeople = ()
    for index, person in enumerate(people):
        words += ((", " if index < len(people) - 1 else " and ",) if index else ()) + (person,)
    return words


def _by(what: str, who: NamedPerson | None) -> TextWithPeople:
    return (f"{what} by ", who) if who else (what,)


def _of_alerts(key: str, alerts: list[ExportValue], root: ExportValue) -> ImportedIncident:
    entries = []
    for alert in alerts:
        at = alert.time("created_at")
        url = public_link(alert.text("html_url"))
        if at:
            entries.append(
                ImportedEvent(
                    at,
                    ("An alert fires",),
                    EventKind.DETECTION,
                    (plain(alert.text("summary") or alert.text("body", "details")),),
                    (Moment.DETECTED,),
                    evidence=(Evidence(EvidenceKind.ALERT, url),) if url else (),
                    origin=f"{NAME} alert {alert.text('id')}".strip(),
                )
            )
    severity = next((alert.text("severity") for alert in alerts if alert.text("severity")), "")
    return ImportedIncident(
        NAME,
        key=key,
        severity=severity,
        severity_key="alert severity" if severity else "",
        services=_named(alert.at("service") for alert in alerts),
        events=tuple(entries),
        detected_by="monitoring",
        to_do=_more(root, "alerts"),
        records=tuple(alerts),
    )


def _of_notes(key: str, notes: list[ExportValue], root: ExportValue) -> ImportedIncident:
    entries = []
    for note in notes:
        at = note.time("created_at")
        if at:
            who = _person(note.at("user"))
            origin = f"{NAME} note {note.text('id')}".strip()
            entries.append(
                ImportedEvent(at, _by("Note", who), body=(plain(note.text("content")),), origin=origin)
            )
    return ImportedIncident(
        NAME, key=key, events=tuple(entries), to_do=_more(root, "notes"), records=tuple(notes)
    )


def _more(root: ExportValue, what: str) -> tuple[str, ...]:
    if root.at("more").value is not True:
        return ()
    return (f"{NAME} has more {what} than the file; export the next page and import both together",)


def _people_in(entry: ExportValue) -> tuple[ExportValue, ...]:
    return (entry.at("agent"), entry.at("user"), *entry.items("assignees"))


def _person(part: ExportValue) -> NamedPerson | None:
    """The person that a reference leads to; None for a service, a rule or a bot."""
    kind = part.text("type")
    is_user = kind.startswith("user") if kind else "/users/" in part.text("self")
    if not is_user or not (part.text("id") or part.text("summary")):
        return None
    name = part.text("name") or part.text("summary")
    also = tuple(filter(None, (part.text("email"),)))
    return NamedPerson(part.text("id"), name, also)


def _named(parts: Iterator[ExportValue] | tuple[ExportValue, ...]) -> tuple[str, ...]:
    names = (label(part.text("summary") or part.text("name")) for part in parts)
    return tuple(dict.fromkeys(filter(None, names)))


def _title_of(summary: str) -> str:
    return re.sub(r"^\[#\d+\]\s*", "", summary)


def _link(incident: ExportValue) -> tuple[Link, ...]:
    url = public_link(incident.text("html_url"))
    return (Link(f"{NAME} incident", url),) if url else ()
