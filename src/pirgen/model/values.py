"""Small values that every part of an incident is made of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from typing import Final

from pirgen.model.words import Words


class NotRecorded(Enum):
    """What an author writes when a fact was asked for and nobody kept it: ``not recorded``."""

    NOT_RECORDED = "not recorded"


NOT_RECORDED: Final = NotRecorded.NOT_RECORDED


class Precision(Enum):
    """How exactly a time is known."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    MINUTE = "minute"
    SECOND = "second"


@dataclass(frozen=True, order=True)
class Instant:
    """A point in time, in UTC.

    ``at`` always has the UTC time zone. Where only a day, month or year is known, it is the first instant
    of it, and of no meaning beyond that.
    """

    at: datetime
    precision: Precision = Precision.MINUTE

    @property
    def has_clock(self) -> bool:
        """Whether more than its date is known."""
        return self.precision in (Precision.MINUTE, Precision.SECOND)

    @property
    def has_day(self) -> bool:
        """Whether its day is known."""
        return self.precision not in (Precision.YEAR, Precision.MONTH)

    @property
    def first_day(self) -> date:
        """The first day that it can have been."""
        return self.at.date()

    @property
    def last_day(self) -> date:
        """The last day that it can have been."""
        if self.has_day:
            return self.first_day
        month = 12 if self.precision is Precision.YEAR else self.at.month
        next_month = date(self.at.year + month // 12, month % 12 + 1, 1)
        return next_month - timedelta(days=1)

    def is_before(self, other: Instant) -> bool:
        """Whether it certainly came before another: with only days known, on an earlier day."""
        if self.has_clock and other.has_clock:
            return self.at < other.at
        return self.last_day < other.first_day


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
