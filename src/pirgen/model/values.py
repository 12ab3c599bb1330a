"""Small values that every part of an incident is made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Final


class NotRecorded(Enum):
    """What an author writes when a fact was asked for and nobody kept it: ``not recorded``."""

    NOT_RECORDED = "not recorded"


NOT_RECORDED: Final = NotRecorded.NOT_RECORDED


class Precision(Enum):
    """How exactly a time is known."""

    DAY = "day"
    MINUTE = "minute"
    SECOND = "second"


@dataclass(frozen=True, order=True)
class Instant:
    """A point in time, in UTC.

    ``at`` always has the UTC time zone. With ``Precision.DAY`` only its date is known.
    """

    at: datetime
    precision: Precision = Precision.MINUTE


class EvidenceKind(Enum):
    """What sort of thing an evidence link leads to."""

    METRIC = "metric"
    LOG = "log"
    TRACE = "trace"
    ALERT = "alert"
    CHAT = "chat"
    CHANGE = "change"
    TICKET = "ticket"
    DOCUMENT = "document"
    ACCOUNT = "account"


@dataclass(frozen=True)
class Evidence:
    """Something a reader can look at: ``url`` is absolute, or a file beside the YAML."""

    kind: EvidenceKind
    url: str
    title: str = ""


@dataclass(frozen=True)
class Link:
    """A titled link to further reading; ``note`` says what it is, such as its licence."""

    title: str
    url: str
    note: str = ""


class Basis(Enum):
    """Whether the sources state something or the review's authors infer it from them."""

    STATED = "stated"
    INFERRED = "inferred"
