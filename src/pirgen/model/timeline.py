"""What happened when: the events of an incident and the five moments among them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from pirgen.model.values import Evidence, Instant, NotRecorded


class Moment(Enum):
    """The five marks on a timeline, in the order that they normally come."""

    STARTED = "started"
    DETECTED = "detected"
    ACKNOWLEDGED = "acknowledged"
    MITIGATED = "mitigated"
    RESOLVED = "resolved"


class EventKind(Enum):
    """What sort of event it is; the first group happens to systems, the second among people."""

    CHANGE = "change"
    SYMPTOM = "symptom"
    RECOVERY = "recovery"
    CONTEXT = "context"

    DETECTION = "detection"
    ESCALATION = "escalation"
    DIAGNOSIS = "diagnosis"
    DECISION = "decision"
    ACTION = "action"
    COMMUNICATION = "communication"


@dataclass(frozen=True)
class Event:
    """One entry of a timeline.

    ``at`` may be ``NOT_RECORDED``: such an event keeps its place in the file's order. ``until`` is
    the end of an event that lasted. ``known_then`` is False for what was learned only later.
    """

    at: Instant | NotRecorded
    text: str
    kind: EventKind = EventKind.CONTEXT
    marks: tuple[Moment, ...] = ()
    until: Instant | None = None
    approximate: bool = False
    known_then: bool = True
    note: str = ""
    evidence: tuple[Evidence, ...] = ()
