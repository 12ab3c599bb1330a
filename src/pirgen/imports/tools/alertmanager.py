"""Alertmanager: what it posts to a webhook (version 4), or the alerts that its API v2 lists."""

from __future__ import annotations

from collections.abc import Iterator

from pirgen.imports.export_value import ExportValue
from pirgen.imports.incident import ImportedEvent, ImportedIncident
from pirgen.imports.text import label, plain
from pirgen.model import EventKind, Evidence, EvidenceKind, IncidentStatus, Link, Moment
from pirgen.privacy import public_link
from pirgen.privacy.known_tools import ALERTMANAGER

NAME = ALERTMANAGER.name

_MAY_BE_EARLIER = "A rule may wait (its 'for') before it fires, so the effect may have begun earlier"


def recognises(root: ExportValue) -> bool:
    """Whether an export is Alertmanager's."""
    return bool(_alerts(root))


def read(root: ExportValue, file: str) -> Iterator[ImportedIncident]:
    """What a group of alerts says: one incident."""
    alerts = _alerts(root)
    resolved = _is_resolved(root) and all(alert.time("endsAt") for alert in alerts)
    starts = sorted(at for alert in alerts if (at := alert.time("startsAt")))
    url = public_link(root.text("externalURL"))
    names = sorted({name for alert in alerts if (name := label(alert.text("labels", "alertname")))})
    severity = root.text("commonLabels", "severity") or alerts[0].text("labels", "severity")
    group = root.text("groupKey") or ",".join(names)
    yield ImportedIncident(
        NAME,
        is_whole=True,
        key=f"{group} {starts[0].at.isoformat() if starts else ''}".strip(),
        label=", ".join(names),
        title=_title(root, alerts, names),
        severity=severity,
        severity_key="severity label" if severity else "",
        status=IncidentStatus.RESOLVED if resolved else IncidentStatus.OPEN,
        services=tuple(sorted({name for alert in alerts if (name := _service(alert))})),
        detected_by="monitoring",
        detection_note=f"Alert {plain(', '.join(names))}" if names else "",
        events=tuple(_entries(alerts, resolved)),
        links=(Link(NAME, url),) if url else (),
        to_do=_cut(root),
    )


def _alerts(root: ExportValue) -> list[ExportValue]:
    return [each for each in root.records("alerts") if each.has("labels", "startsAt")]


def _is_resolved(part: ExportValue) -> bool:
    return part.text("status") == "resolved" or part.text("status", "state") == "resolved"


def _title(root: ExportValue, alerts: list[ExportValue], names: list[str]) -> str:
    common = root.at("commonAnnotations")
    said = common.text("summary") or common.text("title")
    if not said and len({alert.text("annotations", "summary") for alert in alerts}) == 1:
        said = alerts[0].text("annotations", "summary")
    return label(said) or ", ".join(names)


def _service(alert: ExportValue) -> str:
    labels = alert.at("labels")
    return next((label(labels.text(key)) for key in ("service", "app", "job") if labels.text(key)), "")


def _entries(alerts: list[ExportValue], resolved: bool) -> Iterator[ImportedEvent]:
    for alert in alerts:
        name = label(alert.text("labels", "alertname"))
        origin = f"{NAME} alert {alert.text('fingerprint')}".strip()
        url = _page(alert.text("generatorURL"))
        said = [plain(alert.text("annotations", key)) for key in ("summary", "description", "message")]
        summary, *more = dict.fromkeys(filter(None, said)) or ("",)
        at = alert.time("startsAt")
        if at:
            yield ImportedEvent(
                at,
                (plain(f"Alert {name} fires") if name else "An alert fires",),
                EventKind.DETECTION,
                (summary,),
                (Moment.STARTED, Moment.DETECTED),
                approximate=True,
                note="\n\n".join((*more, _MAY_BE_EARLIER)),
                evidence=(Evidence(EvidenceKind.ALERT, url),) if url else (),
                origin=origin,
            )
        ended = alert.time("endsAt") if _is_resolved(alert) else None
        if ended:
            yield ImportedEvent(
                ended,
                (plain(f"Alert {name} no longer fires") if name else "The alert no longer fires",),
                EventKind.RECOVERY,
                marks=(Moment.RESOLVED,) if resolved else (),
                origin=origin,
            )


def _page(url: str) -> str:
    """The page of an alert; none for the graph of Prometheus, which is empty without its query."""
    page = public_link(url)
    return "" if page.endswith("/graph") else page


def _cut(root: ExportValue) -> tuple[str, ...]:
    cut = root.text("truncatedAlerts")
    return (f"{NAME} left {label(cut)} alerts out of the message",) if cut not in ("", "0") else ()
