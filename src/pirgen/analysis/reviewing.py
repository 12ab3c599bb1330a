"""How far reviewing has come: incidents that still wait for a review, and when the others got theirs.

It measures the process and no person: nothing is counted by owner or team.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from pirgen.analysis.trends import day_of
from pirgen.model import Book, Incident, Review

__all__ = ["Promise", "Publication", "Unreviewed", "promises", "publications", "unreviewed"]


class Promise(Enum):
    """How a review kept to the time within which its severity promises one."""

    IN_TIME = "in-time"
    LATE = "late"
    DAY_NOT_RECORDED = "day-not-recorded"
    AWAITED = "awaited"
    OVERDUE = "overdue"


@dataclass(frozen=True)
class Unreviewed:
    """An incident whose severity promises a review and that has no published one.

    ``review`` is one that is still being written, ``waited`` the time since the incident started,
    ``allowed`` how long the severity lets a review take.
    """

    incident: Incident
    review: Review | None
    waited: timedelta
    allowed: timedelta

    @property
    def is_late(self) -> bool:
        """Whether the promised time is over."""
        return self.waited > self.allowed


@dataclass(frozen=True)
class Publication:
    """An incident with a published review, and the time from its start; None where the day is not known."""

    incident: Incident
    review: Review
    after: timedelta | None


def unreviewed(book: Book, as_of: date) -> tuple[Unreviewed, ...]:
    """Incidents of the levels that promise a review, as long as none is published."""
    found = []
    for incident in book.unplanned:
        level = book.vocabulary.severity(incident.severity)
        review = book.review_by_incident.get(incident.id)
        if level and level.review_within is not None and not (review and review.is_published):
            found.append(Unreviewed(incident, review, as_of - day_of(incident), level.review_within))
    return tuple(found)


def publications(book: Book) -> tuple[Publication, ...]:
    """Every incident whose review is published, of any severity."""
    found = []
    for incident in book.unplanned:
        review = book.review_by_incident.get(incident.id)
        if review and review.is_published:
            after = review.published - day_of(incident) if isinstance(review.published, date) else None
            is_sound = after is not None and after >= timedelta()
            found.append(Publication(incident, review, after if is_sound else None))
    return tuple(found)


def promises(book: Book, as_of: date) -> dict[str, Promise]:
    """How each incident of a severity that promises a review has got one, by the incident's id."""
    found = {
        one.incident.id: Promise.OVERDUE if one.is_late else Promise.AWAITED for one in unreviewed(book, as_of)
    }
    for publication in publications(book):
        level = book.vocabulary.severity(publication.incident.severity)
        if level and level.review_within is not None:
            found[publication.incident.id] = _kept(publication.after, level.review_within)
    return found


def _kept(after: timedelta | None, allowed: timedelta) -> Promise:
    if after is None:
        return Promise.DAY_NOT_RECORDED
    return Promise.IN_TIME if after <= allowed else Promise.LATE
