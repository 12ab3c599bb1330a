"""Statuspage, API v2: ``/api/v2/incidents.json``, or one incident of the management API."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from pirgen.imports.export_value import ExportValue
from pirgen.imports.incident import ImportedEvent, ImportedIncident
from pirgen.imports.text import label, plain
from pirgen.imports.tools.issues import incident_of_text
from pirgen.model import EventKind, IncidentStatus, Instant, Link, Moment
from pirgen.privacy import public_link
from pirgen.privacy.known_tools import STATUSPAGE

NAME = STATUSPAGE.name

_STATUS = {
    "resolved": IncidentStatus.RESOLVED,
    "postmortem": IncidentStatus.RESOLVED,
    "completed": IncidentStatus.RESOLVED,
    "monitoring": IncidentStatus.MITIGATED,
    "verifying": IncidentStatus.MITIGATED,
}
_MARKS = {
    "in_progress": Moment.STARTED,
    "resolved": Moment.RESOLVED,
    "completed": Moment.RESOLVED,
    "monitoring": Moment.MITIGATED,
    "verifying": Moment.MITIGATED,
}


def recognises(root: ExportValue) -> bool:
    """Whether an export is Statuspage's."""
    return bool(_incidents(root))


def read(root: ExportValue, file: str) -> Iterator[ImportedIncident]:
    """What an export says, an incident each."""
    for incident in _incidents(root):
        yield _of_incident(incident)


def _incidents(root: ExportValue) -> list[ExportValue]:
    found = root.records("incidents", "scheduled_maintenances") or (root.at("incident"), root)
    return [each for each in found if each.has("incident_updates", "name")]


def _of_incident(incident: ExportValue) -> ImportedIncident:
    url = public_link(incident.text("shortlink"))
    components = [label(each.text("name")) for each in incident.items("components")]
    updates = [update for update in incident.items("incident_updates") if _time(update)]
    return replace(
        _postmortem(incident),
        tool=NAME,
        is_whole=True,
        key=incident.text("id"),
        label=incident.text("id"),
        title=label(incident.text("name")),
        severity=incident.text("impact_override") or incident.text("impact"),
        severity_key="impact",
        status=_STATUS.get(incident.text("status"), IncidentStatus.OPEN),
        services=tuple(filter(None, components)) or _affected(updates),
        impact=_impact(updates),
        events=(*_own_entries(incident, updates), *map(_entry, updates)),
        is_planned=incident.time("scheduled_for") is not None,
        links=(Link(f"{NAME} incident", url),) if url else (),
        records=(incident,),
    )


def _postmortem(incident: ExportValue) -> ImportedIncident:
    """What a published postmortem says, whose text is Markdown."""
    written = incident.text("postmortem_body")
    if not written:
        return ImportedIncident(NAME)
    for update in incident.items("incident_updates"):
        if update.text("status") == "postmortem":
            update.at("body").skip()  # the same again
    incident.at("postmortem_body").skip()
    found = incident_of_text(STATUSPAGE, incident.text("name"), written, incident.time("created_at"))
    return replace(found, events=())


def _time(update: ExportValue) -> Instant | None:
    return update.time("display_at") or update.time("created_at")


def _affected(updates: list[ExportValue]) -> tuple[str, ...]:
    names = (label(each.text("name")) for update in updates for each in update.items("affected_components"))
    return tuple(sorted(set(filter(None, names))))


_WORST = ("under_maintenance", "degraded_performance", "partial_outage", "major_outage")


def _impact(updates: list[ExportValue]) -> str:
    """The worst state that each component was shown in; nothing where none was shown in any."""
    worst: dict[str, str] = {}
    for update in updates:
        for each in update.items("affected_components"):
            name, state = label(each.text("name")), each.text("new_status")
            if name and state in _WORST and _rank(state) > _rank(worst.get(name, "")):
                worst[name] = state
    states = (f"{name} ({worst[name].replace('_', ' ')})" for name in sorted(worst))
    return f"To be written; shown on the status page: {plain(', '.join(states))}" if worst else ""


def _rank(state: str) -> int:
    return _WORST.index(state) if state in _WORST else -1


_NO_START = (
    "The status page gives no start; this is its first post, so users may have been affected earlier, and "
    "somebody had noticed before"
)
_DEFAULT_START = "Statuspage sets this to the time of the first post unless somebody corrects it"


def _own_entries(incident: ExportValue, updates: list[ExportValue]) -> Iterator[ImportedEvent]:
    """What the incident itself says of its course."""
    if incident.time("scheduled_for"):
        yield from _maintenance(incident, updates)
        return
    created, started = incident.time("created_at"), incident.time("started_at")
    first = min((at for update in updates if (at := _time(update))), default=created)
    if started:
        is_default = first is not None and abs(started.at - first.at) < timedelta(seconds=2)
        yield ImportedEvent(
            started,
            ("The incident begins, as the status page has it",),
            EventKind.SYMPTOM,
            marks=(Moment.STARTED,),
            note=_DEFAULT_START if is_default else "",
            origin=f"{NAME} incident, started_at",
        )
    elif first:
        yield ImportedEvent(
            first,
            ("The first post on the status page",),
            EventKind.SYMPTOM,
            marks=(Moment.STARTED,),
            approximate=True,
            note=_NO_START,
            origin=f"{NAME} incident",
        )
    for key, mark, lead in (
        ("monitoring_at", Moment.MITIGATED, "The status page changes to 'monitoring'"),
        ("resolved_at", Moment.RESOLVED, "The status page changes to 'resolved'"),
    ):
        at = incident.time(key)
        if at:
            yield ImportedEvent(
                at, (lead,), EventKind.COMMUNICATION, marks=(mark,), origin=f"{NAME} incident", stand_in=True
            )


def _maintenance(incident: ExportValue, updates: list[ExportValue]) -> Iterator[ImportedEvent]:
    """The window of planned work: it starts when it was to start, whenever it was announced."""
    begins, ends = incident.time("scheduled_for"), incident.time("scheduled_until")
    has_begun = any(update.text("status") == "in_progress" for update in updates)
    if begins:
        yield ImportedEvent(
            begins,
            ("Planned maintenance, as the status page has its schedule",),
            EventKind.CHANGE,
            marks=() if has_begun else (Moment.STARTED,),
            until=ends if ends and ends.at > begins.at else None,
            origin=f"{NAME} incident, scheduled_for",
        )


def _entry(update: ExportValue) -> ImportedEvent:
    at = _time(update)
    assert at is not None  # only such updates are kept
    status = update.text("status")
    words = plain(label(status.replace("_", " ")))
    mark = _MARKS.get(status)
    body = plain(update.text("body"))
    return ImportedEvent(
        at,
        (f"Status page, {words}" if words else "Status page",),
        EventKind.COMMUNICATION,
        (body,) if body else (),
        (mark,) if mark else (),
        origin=f"{NAME} update {update.text('id')}".strip(),
    )
