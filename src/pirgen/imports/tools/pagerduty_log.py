"""PagerDuty's log entries and webhooks: what each says in our words, and which moments it may be."""

from __future__ import annotations

import re

from pirgen.imports.export_value import ExportValue
from pirgen.imports.incident import ImportedEvent, ImportedIncident, NamedPerson, TextWithPeople, join_texts
from pirgen.imports.text import label, plain
from pirgen.imports.tools.pagerduty_records import (
    by_whom,
    kind_of,
    links_of,
    more_pages,
    names_of,
    person_of,
    title_of,
)
from pirgen.model import EventKind, Moment
from pirgen.privacy.known_tools import PAGERDUTY

NAME = PAGERDUTY.name


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


def of_webhook(event: ExportValue) -> ImportedIncident:
    """What a webhook of version 3 says: one event of an incident."""
    data, kind = event.at("data"), event.text("event_type").removeprefix("incident.")
    key = data.text("id") if data.text("type") == "incident" else data.text("incident", "id")
    words, event_kind, marks = _OF_WEBHOOK.get(kind, (_spelt(kind), EventKind.CONTEXT, ()))
    at, said = event.time("occurred_at"), plain(data.text("content") or data.text("message"))
    who = person_of(event.at("agent"))
    origin = f"{NAME} webhook {event.text('id')}".strip()
    entry = (
        ImportedEvent(at, by_whom(words, who), event_kind, (said,) if said else (), marks, origin=origin)
        if at
        else None
    )
    return ImportedIncident(NAME, key=key, events=(entry,) if entry else (), records=(event,))


def _spelt(kind: str) -> str:
    return plain(label(re.sub(r"[_.]", " ", kind).capitalize()))


def of_log(key: str, log: list[ExportValue], root: ExportValue) -> ImportedIncident:
    """What entries of the log say of one incident, without notifications."""
    incident = log[0].at("incident")
    kept = [entry for entry in log if not kind_of(entry).startswith("notify")]
    for entry in log:
        entry.at("summary").skip()  # says in other words what its other keys say
    entries = tuple(made for entry in kept if (made := _entry(entry)))
    number = re.match(r"\[#(\d+)\]", incident.text("summary"))
    people = (person for entry in log for part in _people_in(entry) if (person := person_of(part)))
    return ImportedIncident(
        NAME,
        key=key,
        label=number[1] if number else "",
        title=label(title_of(incident.text("summary"))),
        services=names_of(entry.at("service") for entry in log),
        events=entries,
        links=links_of(incident),
        known=tuple(dict.fromkeys(people)),
        detected_by="monitoring" if _is_triggered_by_machine(log) else "",
        to_do=more_pages(root, "log entries"),
        left_out=(("notifications", len(log) - len(kept)),),
        records=tuple(kept),
    )


_BY_MACHINE = {"api", "nagios", "email", "integration", "events_api", "generic_events_api", "event_rule"}


def _is_triggered_by_machine(log: list[ExportValue]) -> bool:
    """Whether an event of a monitoring tool began it; a person who did so may have heard of it from anybody."""
    triggers = [entry for entry in log if kind_of(entry).startswith("trigger")]
    return bool(triggers) and all(
        entry.text("channel", "type") in _BY_MACHINE and not person_of(entry.at("agent")) for entry in triggers
    )


def _entry(entry: ExportValue) -> ImportedEvent | None:
    at = entry.time("created_at")
    if at is None:
        return None
    kind = kind_of(entry).removesuffix("_log_entry")
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
    agent, automatic = person_of(entry.at("agent")), _automatic(entry)
    whom = _list_of([person for each in entry.items("assignees") if (person := person_of(each))], entry)
    if kind == "trigger":
        return (f"Triggered {_channel(entry)}".strip(),), EventKind.DETECTION, (Moment.DETECTED,)
    if kind == "acknowledge":
        return by_whom("Acknowledged", agent), EventKind.ACTION, (Moment.ACKNOWLEDGED,)
    if kind == "unacknowledge":
        lead: TextWithPeople = (
            ("The acknowledgement runs out",) if not agent else by_whom("Acknowledgement taken back", agent)
        )
        return lead, EventKind.CONTEXT, ()
    if kind in ("assign", "escalate"):
        verb = "Assigned" if kind == "assign" else "Escalated"
        return (f"{verb} to ", *whom, automatic), EventKind.ESCALATION, ()
    if kind == "resolve":
        return by_whom("Resolved", agent), EventKind.RECOVERY, (Moment.RESOLVED,)
    if kind == "annotate":
        return by_whom("Note", agent), EventKind.CONTEXT, ()
    if kind == "status_update":
        return by_whom("Status update", agent), EventKind.COMMUNICATION, ()
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
    return ", automatically" if not is_late or "assign" in kind_of(entry) else ", automatically after a timeout"


def _list_of(people: list[NamedPerson], entry: ExportValue) -> TextWithPeople:
    if not people:
        return ("somebody",)
    words: TextWithPeople = ()
    for index, person in enumerate(people):
        words += ((", " if index < len(people) - 1 else " and ",) if index else ()) + (person,)
    return words


def _people_in(entry: ExportValue) -> tuple[ExportValue, ...]:
    return (entry.at("agent"), entry.at("user"), *entry.items("assignees"))
