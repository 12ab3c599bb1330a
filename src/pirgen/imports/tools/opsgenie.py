"""Opsgenie: ``GET /v1/incidents`` and ``GET /v2/incident-timelines/{id}/entries``, together or apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from pirgen.imports.export_value import ExportValue
from pirgen.imports.incident import ImportedEvent, ImportedIncident, NamedPerson, TextWithPeople
from pirgen.imports.text import label, plain
from pirgen.imports.tools.atlassian_document import document_as_markdown
from pirgen.imports.tools.issues import incident_of_text
from pirgen.model import EventKind, IncidentStatus, Instant, Link, Moment
from pirgen.privacy import public_link
from pirgen.privacy.known_tools import OPSGENIE

NAME = OPSGENIE.name

_STATUS = {"resolved": IncidentStatus.RESOLVED, "closed": IncidentStatus.RESOLVED}


def recognises(root: ExportValue) -> bool:
    """Whether an export is Opsgenie's."""
    return bool(_incidents(root) or _timeline(root) or _postmortem(root))


def read(root: ExportValue, file: str) -> Iterator[ImportedIncident]:
    """What an export says, an incident each."""
    written = _postmortem(root)
    if written:
        yield _of_postmortem(written)
        return
    incidents = _incidents(root)
    for incident in incidents:
        yield _of_incident(incident)
    if not incidents:
        yield _of_timeline("", _timeline(root))


def _incidents(root: ExportValue) -> list[ExportValue]:
    found = root.records("data", "incidents") or (root.at("data"), root.at("incident"), root)
    return [
        each for each in found if each.has("message") and (each.has("tinyId") or each.has("impactStartDate"))
    ]


def _postmortem(root: ExportValue) -> ExportValue | None:
    return next((each for each in (root.at("data"), root) if each.has("postmortemId", "title")), None)


def _of_postmortem(written: ExportValue) -> ImportedIncident:
    """A postmortem report, whose texts are documents and whose moments are keys."""
    parts = (written.at("executiveSummary"), written.at("content"))
    text = "\n\n".join(document_as_markdown(part) for part in parts if isinstance(part.value, dict))
    for part in parts:
        part.skip()
    created = written.time("createdAtTime")
    base = incident_of_text(OPSGENIE, written.text("title"), text, written.time("startTime") or created)
    moments = (
        ("startTime", "The impact starts", EventKind.SYMPTOM, Moment.STARTED),
        ("respondTime", "Somebody responds", EventKind.ACTION, Moment.ACKNOWLEDGED),
        ("resolveTime", "The incident is resolved", EventKind.RECOVERY, Moment.RESOLVED),
    )
    own = tuple(
        ImportedEvent(at, (lead,), kind, marks=(mark,), origin=f"{NAME} postmortem, {key}", stand_in=True)
        for key, lead, kind, mark in moments
        if (at := written.time(key))
    )
    return replace(
        base,
        key=written.text("rootIncident", "id") or written.text("postmortemId"),
        label=written.text("rootIncident", "tinyId"),
        severity=written.text("severity"),
        severity_key="severity",
        status=_STATUS.get(written.text("rootIncident", "status"), base.status),
        events=(*own, *base.events),
        records=(written,),
    )


def _timeline(part: ExportValue) -> list[ExportValue]:
    found = part.records("timelines", "data.entries", "entries", "data", "timeline.entries")
    return [each for each in found if each.has("eventTime", "type")]


def _of_incident(incident: ExportValue) -> ImportedIncident:
    services = [label(each.text("name")) for each in incident.items("impactedServices")]
    url = public_link(incident.text("links", "web"))
    timeline = _of_timeline(incident.text("id"), _timeline(incident))
    description = plain(incident.text("description"))
    return ImportedIncident(
        NAME,
        is_whole=True,
        key=incident.text("id"),
        label=incident.text("tinyId"),
        title=label(incident.text("message")),
        severity=incident.text("priority"),
        severity_key="priority",
        status=_STATUS.get(incident.text("status"), IncidentStatus.OPEN),
        services=tuple(filter(None, services)),
        tags=tuple(filter(None, (label(tag.text()) for tag in incident.items("tags")))),
        roles=tuple(_responders(incident)),
        events=(*_own_entries(incident), *timeline.events),
        summary=(description,) if description else (),
        links=(Link(f"{NAME} incident", url),) if url else (),
        left_out=timeline.left_out,
        records=(incident,),
    )


def _responders(incident: ExportValue) -> Iterator[tuple[str, NamedPerson | str]]:
    """Who was called in: the export has only ids, which a people map can turn into words."""
    if incident.text("ownerTeam"):
        yield "owning team", NamedPerson(id=incident.text("ownerTeam"))
    for each in incident.items("responders"):
        name = each.text("name")
        role = "responding team" if each.text("type") == "team" else "responder"
        yield role, NamedPerson(each.text("id"), name)


_MOMENT_OF_DEFAULT = "Opsgenie sets this to the time of opening unless somebody corrects it"


def _own_entries(incident: ExportValue) -> Iterator[ImportedEvent]:
    """What the incident itself says of its course."""
    origin = f"{NAME} incident"
    created, started, ended = (incident.time(key) for key in ("createdAt", "impactStartDate", "impactEndDate"))
    if started:
        note = _MOMENT_OF_DEFAULT if created and _is_same(started, created) else ""
        yield ImportedEvent(
            started,
            ("The impact starts",),
            EventKind.SYMPTOM,
            marks=(Moment.STARTED,),
            note=note,
            origin=f"{origin}, impactStartDate",
        )
    if created:
        yield ImportedEvent(
            created,
            ("The incident is opened",),
            EventKind.DETECTION,
            marks=(Moment.DETECTED,),
            origin=origin,
            stand_in=True,
        )
    if ended:
        yield ImportedEvent(
            ended,
            ("The impact ends",),
            EventKind.RECOVERY,
            marks=(Moment.MITIGATED,),
            origin=f"{origin}, impactEndDate",
        )


def _is_same(one: Instant, other: Instant) -> bool:
    return abs(one.at - other.at) < timedelta(seconds=1)


_DESCRIBED: dict[str, tuple[str, EventKind, tuple[Moment, ...]]] = {
    "IncidentOpened": ("The incident is opened", EventKind.DETECTION, (Moment.DETECTED,)),
    "ResponderAlertAcked": ("A responder's alert is acknowledged", EventKind.ACTION, (Moment.ACKNOWLEDGED,)),
    "IncidentResolved": ("The incident is resolved", EventKind.RECOVERY, (Moment.RESOLVED,)),
    "IncidentClosed": ("The incident is closed", EventKind.CONTEXT, (Moment.RESOLVED,)),
    "IncidentReopened": ("The incident is opened again", EventKind.CONTEXT, ()),
    "ResponderAlertClosed": ("A responder's alert is closed", EventKind.CONTEXT, ()),
    "IncidentResponderUserAdded": ("A responder is added", EventKind.ESCALATION, ()),
    "IncidentResponderTeamAdded": ("A team is added", EventKind.ESCALATION, ()),
    "ResponderAlertEscalated": ("A responder's alert is escalated", EventKind.ESCALATION, ()),
    "StatusPageAdded": ("An entry on the status page is added", EventKind.COMMUNICATION, ()),
    "StatusPageUpdated": ("The entry on the status page is updated", EventKind.COMMUNICATION, ()),
}


def _of_timeline(key: str, timeline: list[ExportValue]) -> ImportedIncident:
    shown = [entry for entry in timeline if entry.at("hidden").value is not True]
    for entry in timeline:
        if entry not in shown:
            entry.skip()
    is_resolved = any(entry.text("type") == "IncidentResolved" for entry in shown)
    entries = tuple(made for entry in shown if (made := _entry(entry, is_resolved)))
    return ImportedIncident(
        NAME, key=key, events=entries, left_out=(("hidden entries", len(timeline) - len(shown)),)
    )


def _entry(entry: ExportValue, is_resolved: bool) -> ImportedEvent | None:
    at, kind = entry.time("eventTime"), entry.text("type")
    if at is None:
        return None
    title = plain(entry.text("title", "content") or entry.text("title")) or _spelt(kind)
    what, event_kind, marks = _DESCRIBED.get(kind, (title, EventKind.CONTEXT, ()))
    if kind == "IncidentClosed" and is_resolved:
        marks = ()
    who = _person(entry.at("actor"))
    lead: TextWithPeople = (f"{what}, by ", who) if who else (what,)
    body = plain(entry.text("description", "content") or entry.text("description"))
    origin = f"{NAME} timeline, {kind}"
    return ImportedEvent(at, lead, event_kind, (body,) if body else (), marks, origin=origin)


def _spelt(kind: str) -> str:
    """A kind of entry as words: 'IncidentNoteAdded' is 'Incident note added'."""
    return plain(label(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", kind).capitalize()))


def _person(actor: ExportValue) -> NamedPerson | None:
    """Who did it; None for the system and for programs."""
    if actor.text("type") != "user" or actor.text("name") in ("", "System"):
        return None
    return NamedPerson(actor.text("id"), actor.text("name"))
