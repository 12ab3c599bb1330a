"""What happened when: the events of an incident and the five moments among them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from pirgen.model.values import Evidence, Instant, NotRecorded
from pirgen.model.words import Words


class Moment(Words):
    """The five marks on a timeline, in the order that they normally come."""

    STARTED = "started", "the first effect, whether or not anybody saw it"
    DETECTED = "detected", "somebody or something noticed"
    ACKNOWLEDGED = "acknowledged", "somebody took charge"
    MITIGATED = "mitigated", "users were no longer affected"
    RESOLVED = "resolved", "it was over"


class EventKind(Words):
    """What sort of event it is; the first group happens to systems, the second among people."""

    CHANGE = "change", "a release, setting or command altered a system"
    SYMPTOM = "symptom", "an effect that users or systems felt"
    RECOVERY = "recovery", "something worked again"
    CONTEXT = "context", "what a reader needs to know besides"

    DETECTION = "detection", "an alert or a report came in"
    ESCALATION = "escalation", "more people were called"
    DIAGNOSIS = "diagnosis", "something was found out, rightly or wrongly"
    DECISION = "decision", "a way was chosen"
    ACTION = "action", "somebody did something against it"
    COMMUNICATION = "communication", "users or the organisation were told"


class MarkedTime(NamedTuple):
    """When a moment was, as its event says."""

    at: Instant | NotRecorded
    approximate: bool


@dataclass(frozen=True)
class Event:
    """One entry of a timeline.

    ``at`` may be ``NOT_RECORDED``: such an event keeps its place in the file's order. ``until`` is
    the end of an event that lasted. ``known_then`` is False for what was learned only later. ``milestones`` are
    words of the vocabulary; ``id`` is what a factor names it by that it removed.
    """

    at: Instant | NotRecorded
    text: str
    kind: EventKind = EventKind.CONTEXT
    marks: tuple[Moment, ...] = ()
    milestones: tuple[str, ...] = ()
    id: str = ""
    until: Instant | None = None
    approximate: bool = False
    known_then: bool = True
    note: str = ""
    evidence: tuple[Evidence, ...] = ()
    internal: bool = False
