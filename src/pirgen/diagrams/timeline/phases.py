"""The phases of an incident: what lay between two of its moments."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from pirgen.analysis.durations import Length, between
from pirgen.model import Incident, Instant, Moment

__all__ = ["Phase", "phases"]

# How the phase that a moment ends is called, and the moments that it may start from under that name.
_NAMES = {
    Moment.DETECTED: ("undetected", {Moment.STARTED}),
    Moment.ACKNOWLEDGED: ("unacknowledged", {Moment.DETECTED}),
    Moment.MITIGATED: ("mitigating", {Moment.DETECTED, Moment.ACKNOWLEDGED}),
    Moment.RESOLVED: ("restoring", {Moment.MITIGATED}),
}


@dataclass(frozen=True)
class Phase:
    """The time from one moment to the next known one; ``kind`` is the word of the moment that ends it."""

    kind: str
    name: str
    start: Moment
    end: Moment
    length: Length


def phases(incident: Incident) -> tuple[Phase, ...]:
    """The phases in order; where a moment is missing, one phase reaches over it, and says until when.

    Moments on one event have no phase between them, nor have two that are not known exactly enough.
    """
    found = []
    for start, end in pairwise(_known(incident)):
        length = between(incident, start, end)
        if length and incident.event_of(start) is not incident.event_of(end):
            kind, starts = _NAMES[end]
            name = kind if start in starts else f"until {end.value}"
            found.append(Phase(kind, name, start, end, length))
    return tuple(found)


def _known(incident: Incident) -> list[Moment]:
    """The moments that have a time, without those that stand before an earlier one."""
    known: list[Moment] = []
    latest: Instant | None = None
    for moment in Moment:
        instant = incident.instant_of(moment)
        if instant and (latest is None or not instant.is_before(latest)):
            known.append(moment)
            latest = instant
    return known
