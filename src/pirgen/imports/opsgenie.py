"""Opsgenie: ``GET /v1/incidents`` and ``GET /v2/incident-timelines/{id}/entries``, together or apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from pirgen.imports.export import Part
from pirgen.imports.found import Entry, Found, Person, Words
from pirgen.imports.private import public
from pirgen.imports.wording import label, plain
from pirgen.model import EventKind, IncidentStatus, Instant, Link, Moment

NAME = "Opsgenie"

_STATUS = {"resolved": IncidentStatus.RESOLVED, "closed": IncidentStatus.RESOLVED}


def recognises(root: Part) -> bool:
    """Whether an export is Opsgenie's."""
    return bool(_incidents(root) or _timeline(root))


def read(root: Part) -> Iterator[Found]:
    """What an export says, an incident each."""
    incidents = _incidents(root)
    for incident in incidents:
        yield _of_incident(incident)
    if not incidents:
        yield _of_timeline("", _timeline(root))


def _incidents(root: Part) -> list[Part]:
    found = root.records("data", "incidents") or (root.at("data"), root.at("incident"), root)
    return [
        each for each in found if each.has("message") and (each.has("tinyId") or each.has("impactStartDate"))
    ]


def _timeline(part: Part) -> list[Part]:
    found = part.records("timelines", "data.entries", "entries", "data", "timeline.entries")
    return [each for each in found if each.has("eventTime", "type")]


def _of_incident(incident: Part) -> Found:
    services = [label(each.text("name")) for each in incident.items("impactedServices")]
    url = public(incident.text("links", "web"))
    timeline = _of_timeline(incident.text("id"), _timeline(incident))
    description = plain(incident.text("description"))
    return Found(
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
        entries=(*_own_entries(incident), *timeline.entries),
        summary=(description,) if description else (),
        links=(Link(f"{NAME} incident", url),) if url else (),
        left_out=timeline.left_out,
    )


def _responders(incident: Part) -> Iterator[tuple[str, Person | str]]:
    """Who was called in: the export has only ids, which a people map can turn into words."""
    if incident.text("ownerTeam"):
        yield "owning team", Person(id=incident.text("ownerTeam"))
    for each in incident.items("responders"):
        name = each.text("name")
        role = "responding team" if each.text("type") == "team" else "responder"
        yield role, Person(each.text("id"), name)


_MOMENT_OF_DEFAULT = "Opsgenie sets this to the time of opening unless somebody corrects it"


def _own_entries(incident: Part) -> Iterator[Entry]:
    """What the incident itself tells of its course."""
    origin = f"{NAME} incident"
    created, started, ended = (incident.time(key) for key in ("createdAt", "impactStartDate", "impactEndDate"))
    if started:
        note = _MOMENT_OF_DEFAULT if created and _is_same(started, created) else ""
        yield Entry(
            started,
            ("The impact starts",),
            EventKind.SYMPTOM,
            marks=(Moment.STARTED,),
            note=note,
            origin=f"{origin}, impactStartDate",
        )
    if created:
        yield Entry(
            created,
            ("The incident is opened",),
            EventKind.DETECTION,
            marks=(Moment.DETECTED,),
            origin=origin,
            stand_in=True,
        )
    if ended:
        yield Entry(
            ended,
            ("The impact ends",),
            EventKind.RECOVERY,
            marks=(Moment.MITIGATED,),
            origin=f"{origin}, impactEndDate",
        )


def _is_same(one: Instant, other: Instant) -> bool:
    return abs(one.at - other.at) < timedelta(seconds=1)


_TOLD: dict[str, tuple[str, EventKind, tuple[Moment, ...]]] = {
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


def _of_timeline(key: str, timeline: list[Part]) -> Found:
    shown = [entry for entry in timeline if entry.at("hidden").value is not True]
    is_resolved = any(entry.text("type") == "IncidentResolved" for entry in shown)
    entries = tuple(made for entry in shown if (made := _entry(entry, is_resolved)))
    return Found(NAME, key=key, entries=entries, left_out=(("hidden entries", len(timeline) - len(shown)),))


def _entry(entry: Part, is_resolved: bool) -> Entry | None:
    at, kind = entry.time("eventTime"), entry.text("type")
    if at is None:
        return None
    title = plain(entry.text("title", "content") or entry.text("title")) or _spelt(kind)
    what, event_kind, marks = _TOLD.get(kind, (title, EventKind.CONTEXT, ()))
    if kind == "IncidentClosed" and is_resolved:
        marks = ()
    who = _person(entry.at("actor"))
    lead: Words = (f"{what}, by ", who) if who else (what,)
    body = plain(entry.text("description", "content") or entry.text("description"))
    origin = f"{NAME} timeline, {kind}"
    return Entry(at, lead, event_kind, (body,) if body else (), marks, origin=origin)


def _spelt(kind: str) -> str:
    """A kind of entry as words: 'IncidentNoteAdded' is 'Incident note added'."""
    return plain(label(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", kind).capitalize()))


def _person(actor: Part) -> Person | None:
    """Who did it; None for the system and for programs."""
    if actor.text("type") != "user" or actor.text("name") in ("", "System"):
        return None
    return Person(actor.text("id"), actor.text("name"))
