"""What an incident and its review are: frozen data that imports nothing of ours."""

from pirgen.model.actions import Action, ActionStatus, ActionType, Priority
from pirgen.model.audience import Audience, InternalText
from pirgen.model.book import Book, FormerReference, path_beside
from pirgen.model.factors import NOT_PUBLIC, Factor, FactorKind, FiveWhys, Occurred, Why
from pirgen.model.fault_tree import FaultTree, Gate, GateKind, Transfer
from pirgen.model.incident import (
    Assignment,
    Detection,
    Impact,
    Incident,
    IncidentKind,
    IncidentReference,
    IncidentStatus,
    Measure,
    Statement,
)
from pirgen.model.review import Account, Provenance, Review, ReviewStatus
from pirgen.model.timeline import Event, EventKind, MarkedTime, Moment
from pirgen.model.values import (
    NOT_RECORDED,
    Basis,
    Evidence,
    EvidenceKind,
    Instant,
    Link,
    NotRecorded,
    Precision,
)
from pirgen.model.vocabulary import Alias, Person, SeverityLevel, Term, Vocabulary, title_of
from pirgen.model.words import Words

__all__ = [
    "NOT_PUBLIC",
    "NOT_RECORDED",
    "Account",
    "Action",
    "ActionStatus",
    "ActionType",
    "Alias",
    "Assignment",
    "Audience",
    "Basis",
    "Book",
    "Detection",
    "Event",
    "EventKind",
    "Evidence",
    "EvidenceKind",
    "Factor",
    "FactorKind",
    "FaultTree",
    "FiveWhys",
    "FormerReference",
    "Gate",
    "GateKind",
    "Impact",
    "Incident",
    "IncidentKind",
    "IncidentReference",
    "IncidentStatus",
    "Instant",
    "InternalText",
    "Link",
    "MarkedTime",
    "Measure",
    "Moment",
    "NotRecorded",
    "Occurred",
    "Person",
    "Precision",
    "Priority",
    "Provenance",
    "Review",
    "ReviewStatus",
    "SeverityLevel",
    "Statement",
    "Term",
    "Transfer",
    "Vocabulary",
    "Why",
    "Words",
    "path_beside",
    "title_of",
]
