"""PagerDuty: ``GET /incidents/{id}``, its ``/log_entries``, ``/notes`` and ``/alerts``, in any combination."""

from __future__ import annotations

from collections.abc import Iterator

from pirgen.imports.export_value import ExportValue
from pirgen.imports.incident import ImportedEvent, ImportedIncident, TextWithPeople
from pirgen.imports.text import label, plain
from pirgen.imports.tools.pagerduty_log import of_log, of_webhook
from pirgen.imports.tools.pagerduty_records import (
    by_whom,
    is_kind,
    kind_of,
    links_of,
    more_pages,
    names_of,
    person_of,
    title_of,
)
from pirgen.model import EventKind, Evidence, EvidenceKind, IncidentStatus, Instant, Moment
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
        yield of_webhook(root.at("event"))
    for records, of_records in ((_log(root), of_log), (_alerts(root), _of_alerts), (_notes(root), _of_notes)):
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
    return [each for each in found if each.has("incident_number") or is_kind(each, "incident")]


def _log(root: ExportValue) -> list[ExportValue]:
    sent = (entry for message in root.records("messages") for entry in message.items("log_entries"))
    found = (*root.records("log_entries", "data.entries", "entries"), *sent, root.at("log_entry"), root)
    return [each for each in found if kind_of(each).endswith("_log_entry") and each.has("created_at")]


def _alerts(root: ExportValue) -> list[ExportValue]:
    found = (*root.records("alerts"), root.at("alert"))
    return [each for each in found if is_kind(each, "alert") or each.has("alert_key")]


def _notes(root: ExportValue) -> list[ExportValue]:
    found = (*root.records("notes"), root.at("note"))
    return [
        each for each in found if each.has("content", "created_at") and (each.has("user") or each.has("id"))
    ]


def _of_incident(incident: ExportValue) -> ImportedIncident:
    title = incident.text("title") or title_of(incident.text("summary"))
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
        services=names_of((incident.at("service"), *incident.items("impacted_services"))),
        roles=(
            *(("responding team", team) for team in names_of(incident.items("teams"))),
            *(("assigned", person) for each in assigned if (person := person_of(each))),
        ),
        events=tuple(_own_entries(incident)),
        summary=(body,) if (body := plain(incident.text("body", "details"))) else (),
        links=links_of(incident),
        records=(incident,),
    )


def _own_entries(incident: ExportValue) -> Iterator[ImportedEvent]:
    """What the incident itself says of its course, used where there is no log."""
    created = incident.time("created_at")
    if created:
        yield _stand_in(created, ("The incident is triggered",), EventKind.DETECTION, Moment.DETECTED)
    for each in incident.items("acknowledgements"):
        at, who = each.time("at"), person_of(each.at("acknowledger"))
        if at:
            yield _stand_in(at, by_whom("Acknowledged", who), EventKind.ACTION, Moment.ACKNOWLEDGED)
    is_resolved = incident.text("status") == "resolved"
    resolved = incident.time("resolved_at") or (incident.time("last_status_change_at") if is_resolved else None)
    if resolved:
        who = person_of(incident.at("last_status_change_by")) if is_resolved else None
        yield _stand_in(resolved, by_whom("Resolved", who), EventKind.RECOVERY, Moment.RESOLVED)


def _stand_in(at: Instant, lead: TextWithPeople, kind: EventKind, mark: Moment) -> ImportedEvent:
    return ImportedEvent(at, lead, kind, marks=(mark,), origin=f"{NAME} incident", stand_in=True)


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
        services=names_of(alert.at("service") for alert in alerts),
        events=tuple(entries),
        detected_by="monitoring",
        to_do=more_pages(root, "alerts"),
        records=tuple(alerts),
    )


def _of_notes(key: str, notes: list[ExportValue], root: ExportValue) -> ImportedIncident:
    entries = []
    for note in notes:
        at = note.time("created_at")
        if at:
            who = person_of(note.at("user"))
            origin = f"{NAME} note {note.text('id')}".strip()
            entries.append(
                ImportedEvent(at, by_whom("Note", who), body=(plain(note.text("content")),), origin=origin)
            )
    return ImportedIncident(
        NAME, key=key, events=tuple(entries), to_do=more_pages(root, "notes"), records=tuple(notes)
    )
