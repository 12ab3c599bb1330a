"""Small values that every part of an incident is made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Final

from pirgen.model.words import Words


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


class EvidenceKind(Words):
    """What sort of thing an evidence link leads to."""

    METRIC = "metric", "a graph or a number"
    LOG = "log", "lines of a log"
    TRACE = "trace", "the path of a request"
    ALERT = "alert", "the alert that fired"
    CHAT = "chat", "what was said in a chat or call"
    CHANGE = "change", "a commit, a pull request or a release"
    TICKET = "ticket", "a ticket or an issue"
    DOCUMENT = "document", "a page or a file"
    ACCOUNT = "account", "what somebody tells who was there"


@dataclass(frozen=True)
class Evidence:
    """Something a reader can look at: ``url`` is absolute, or a file beside the YAML."""

    kind: EvidenceKind
    url: str
    title: str = ""
    internal: bool = False


@dataclass(frozen=True)
class Link:
    """A titled link to further reading; ``note`` says what it is, such as its licence."""

    title: str
    url: str
    note: str = ""
    internal: bool = False


class Basis(Words):
    """Whether the sources state something or the review's authors infer it from them."""

    STATED = "stated", "a source says so"
    INFERRED = "inferred", "the review concludes it"
