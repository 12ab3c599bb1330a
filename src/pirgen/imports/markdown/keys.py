"""What front matter says: the keys that postmortems have, under their many names."""

from __future__ import annotations

from pirgen.model import Moment

MOMENTS = {
    Moment.STARTED: ("started", "start", "start_time", "started_at", "began", "incident_start", "impact_start"),
    Moment.DETECTED: ("detected", "detected_at", "detection_time", "time_detected"),
    Moment.ACKNOWLEDGED: ("acknowledged", "acknowledged_at"),
    Moment.MITIGATED: ("mitigated", "mitigated_at", "impact_end"),
    Moment.RESOLVED: ("resolved", "resolved_at", "end", "end_time", "ended", "incident_end"),
}
PEOPLE = (
    "author",
    "authors",
    "owner",
    "owners",
    "incident_commander",
    "commander",
    "participants",
    "responders",
)
ROOT_CAUSES = ("root_cause", "root_causes", "contributing_factors")
_OTHERS = (
    *("title", "date", "incident_date", "severity", "sev", "priority", "status", "service", "services"),
    *("tags", "timezone", "team", "summary", "impact", "trigger", "detection"),
)
KEYS = frozenset((*_OTHERS, *ROOT_CAUSES, *PEOPLE, *(name for names in MOMENTS.values() for name in names)))
"""What a line such as ``**Severity**: SEV-1`` at the head of a file may name."""


def first(keys: dict[str, tuple[str, ...]], *names: str) -> str:
    """The first value of the first of these keys that is there; an empty string without any."""
    return next((keys[name][0] for name in names if keys.get(name)), "")


def every(keys: dict[str, tuple[str, ...]], *names: str) -> tuple[str, ...]:
    """Every value of these keys, cut at commas."""
    given = (text for name in names for text in keys.get(name, ()))
    return tuple(piece.strip() for text in given for piece in text.split(",") if piece.strip())
