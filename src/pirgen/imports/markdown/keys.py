"""What the head of a file says: the keys that postmortems have, under their many names."""

from __future__ import annotations

import re

from pirgen.imports.markdown.front_matter import FileKeys
from pirgen.model import Moment

__all__ = ["KEYS", "MOMENTS", "PEOPLE", "ROOT_CAUSES", "TEXTS", "every", "first"]

MOMENTS = {
    Moment.STARTED: (
        *(
            "started",
            "start",
            "start_time",
            "started_at",
            "began",
            "incident_start",
            "impact_start",
            "outage_start",
        ),
        *(
            "incident_start_time",
            "start_date",
            "starttime",
            "time_started",
            "impact_start_time",
            "begin",
            "from",
        ),
    ),
    Moment.DETECTED: (
        "detected",
        "detected_at",
        "detection_time",
        "time_detected",
        "discovered",
        "reported_at",
    ),
    Moment.ACKNOWLEDGED: ("acknowledged", "acknowledged_at", "time_acknowledged"),
    Moment.MITIGATED: ("mitigated", "mitigated_at", "impact_end", "time_mitigated", "mitigation_time"),
    Moment.RESOLVED: (
        *(
            "resolved",
            "resolved_at",
            "end",
            "end_time",
            "ended",
            "incident_end",
            "resolvedwhen",
            "resolved_when",
        ),
        *(
            "resolution_time",
            "time_resolved",
            "ended_at",
            "outage_end",
            "end_date",
            "endtime",
            "to",
            "incident_end_time",
        ),
    ),
}
PEOPLE = {
    "author": ("author", "authors", "written_by", "by", "prepared_by"),
    "owner": ("owner", "owners", "postmortem_owner", "post_mortem_owner"),
    "incident commander": (
        "incident_commander",
        "commander",
        "incident_lead",
        "lead",
        "ic",
        "incident_manager",
    ),
    "responder": ("participants", "responders", "attendees", "on_call", "contributors", "people_involved"),
    "reviewer": ("reviewer", "reviewers", "approver", "approvers"),
}
"""Roles by the keys that name people."""

ROOT_CAUSES = ("root_cause", "root_causes", "contributing_factors", "cause", "causes")
TEXTS = (
    "summary",
    "impact",
    "trigger",
    "detection",
    "resolution",
    "description",
    "executive_summary",
    "duration",
)
NAMES = {
    "title": ("title", "name", "incident", "incident_title"),
    "day": (
        *("date", "incident_date", "day", "date_of_incident", "outage_date", "event_date", "date_of_outage"),
        *("incident_day", "occurred", "occurred_on", "when"),
    ),
    "severity": ("severity", "sev", "priority", "level", "severity_level", "incident_severity", "impact_level"),
    "status": ("status", "state", "incident_status"),
    "services": (
        *("services", "service", "components", "component", "systems", "affected", "affected_services"),
        *(
            "affected_systems",
            "affected_service",
            "services_affected",
            "service_s",
            "services_impacted",
            "product",
        ),
    ),
    "tags": ("tags", "labels", "keywords", "categories"),
    "zone": ("timezone", "time_zone", "tz"),
    "team": ("team", "owning_team", "owner_team"),
    "link": ("url", "link", "ticket", "issue", "tracker", "jira", "incident_ticket", "issue_link"),
    "id": ("incident_id", "id", "incident_number", "reference"),
}
KEYS = frozenset(
    (
        *(name for names in NAMES.values() for name in names if name not in ("when", "from", "to", "by")),
        *(name for names in PEOPLE.values() for name in names if name != "by"),
        *(name for names in MOMENTS.values() for name in names if name not in ("from", "to")),
        *ROOT_CAUSES,
        *TEXTS,
    )
)
"""What a line such as ``**Severity**: SEV-1`` at the head of a file may name."""


def first(keys: FileKeys, *names: str) -> str:
    """The first value of the first of these keys that is there; an empty string without any."""
    return next((keys[name][0] for name in names if keys.get(name)), "")


def every(keys: FileKeys, *names: str) -> tuple[str, ...]:
    """Every value of these keys, cut at commas."""
    given = (text for name in names for text in keys.get(name, ()))
    return tuple(piece for text in given for piece in map(str.strip, re.split(r",|;| and ", text)) if piece)
