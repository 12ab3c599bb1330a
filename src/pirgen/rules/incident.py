"""What holds of an incident as a whole: it is no copy, it ends, and its review's days fit to it."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from datetime import date, timedelta

from pirgen.diagnostics import FieldPath, Level
from pirgen.model import ActionStatus, Book, Incident, IncidentStatus, Moment, Precision, Review
from pirgen.rules.rule import Finding, in_incident, in_review, rule
from pirgen.wording.plain_text import plain

__all__ = ["INCIDENT_RULES", "twins"]

_ZONES = timedelta(days=1)
"""By how much days may differ that are the same: the earth has more than one calendar day at a time."""

_EXACT = (Precision.MINUTE, Precision.SECOND)


def twins(book: Book) -> Iterator[tuple[Incident, Incident, str]]:
    """Each incident with an earlier one that it looks like a copy of, and what they share."""
    first: dict[Hashable, Incident] = {}
    for incident in book.incidents:
        told = False
        for mark, shared in _marks(incident):
            other = first.setdefault(mark, incident)
            if other is not incident and not told and not _are_related(incident, other):
                yield incident, other, shared
                told = True


def _marks(incident: Incident) -> Iterator[tuple[Hashable, str]]:
    """What no other incident should have, each with its name."""
    started = incident.instant_of(Moment.STARTED)
    if len(incident.timeline) > 1:
        yield incident.timeline, "timeline"
    if started:
        yield (plain(incident.title).casefold(), started.at), "title and start"
    if started and started.precision in _EXACT:
        for service in incident.services:
            yield (service, started.at), f"start and service '{service}'"


def _are_related(one: Incident, other: Incident) -> bool:
    """Whether one names the other, so that the author knows of both."""
    return any(each.incident == other.id for each in one.related) or any(
        each.incident == one.id for each in other.related
    )


def _is_a_twin(book: Book, as_of: date) -> Iterator[Finding]:
    for incident, other, shared in twins(book):
        message = f"the incident has the same {shared} as '{other.id}'"
        hint = "change what was copied, delete one if both are the same, or name the other under 'related'"
        related = ((in_incident(other.id, "title"), "the other incident"),)
        depends = tuple(in_incident(each.id, "timeline") for each in (incident, other))
        yield Finding(in_incident(incident.id, "title"), message, hint=hint, related=related, depends=depends)


def _open_too_long(book: Book, as_of: date) -> Iterator[Finding]:
    most = book.vocabulary.open_within
    for incident in book.incidents:
        days = (as_of - incident.day).days
        if incident.status is not IncidentStatus.RESOLVED and days > most.days:
            message = f"status is {incident.status.value} {days} days after the incident began"
            hint = "write 'resolved' once it is over, and mark the event that ended it"
            yield Finding(in_incident(incident.id, "status"), message, f"at most {most.days} days", hint=hint)


def _days_of(review: Review) -> Iterator[tuple[str, FieldPath, date]]:
    """Each day that a review records, with its key and its field."""
    for key in ("held", "published"):
        day = getattr(review, key)
        if isinstance(day, date):
            yield key, (key,), day
    for index, action in enumerate(review.actions):
        created = action.created if isinstance(action.created, date) else date.min
        for key in ("created", "due", "done_on"):
            day = getattr(action, key)
            if isinstance(day, date) and day >= created:  # the others are found without the incident
                yield key, ("actions", index, key), day


def _before_the_incident(book: Book, as_of: date) -> Iterator[Finding]:
    for review in book.reviews:
        incident = book.incident_by_id.get(review.id)
        if incident is None:
            continue
        detected, started = incident.instant_of(Moment.DETECTED), incident.instant_of(Moment.STARTED)
        began = min(incident.day, started.first_day) if started else incident.day
        for key, path, day in _days_of(review):
            at = in_review(review.id, *path)
            if day < began - _ZONES:
                message = f"{key} {day} is before the incident, {began}"
                yield Finding(at, message, hint="check the year and month")
            elif detected and detected.precision in _EXACT and day < detected.at.date() - _ZONES:
                message = f"{key} {day} is before the incident was detected, {detected.at.date()}"
                yield Finding(at, message, hint="check both days")


def _held_after_published(book: Book, as_of: date) -> Iterator[Finding]:
    for review in book.reviews:
        held, published = review.held, review.published
        if isinstance(held, date) and isinstance(published, date) and held > published:
            message = f"held {held} is after published {published}"
            related = ((in_review(review.id, "published"), "published here"),)
            yield Finding(in_review(review.id, "held"), message, hint="check both days", related=related)


def _in_the_future(book: Book, as_of: date) -> Iterator[Finding]:
    for review in book.reviews:
        for key, path, day in _days_of(review):
            is_planned = key == "due" or (key == "held" and not review.is_published)
            if day > as_of + _ZONES and not is_planned:
                message = f"{key} {day} is after {as_of}, the day of this check"
                yield Finding(in_review(review.id, *path), message, hint="check the year and month")


def _status_of_the_action(book: Book, as_of: date) -> Iterator[Finding]:
    for review in book.reviews:
        for index, action in enumerate(review.actions):
            if isinstance(action.done_on, date) and action.is_open:
                message = f"action '{action.id}' has a day on which it was done and is {action.status.value}"
                related = ((in_review(review.id, "actions", index, "done_on"), "done here"),)
                hint = f"write 'status: {ActionStatus.DONE.value}', or take 'done_on' out"
                at = in_review(review.id, "actions", index, "status")
                yield Finding(at, message, hint=hint, related=related)


def _published_as_a_draft(book: Book, as_of: date) -> Iterator[Finding]:
    for review in book.reviews:
        day = review.published
        if not review.is_published and isinstance(day, date) and day <= as_of + _ZONES:
            message = f"the review was published {day} and its status is {review.status.value}"
            hint = "write 'status: reviewed', or take 'published' out"
            related = ((in_review(review.id, "published"), "published here"),)
            yield Finding(in_review(review.id, "status"), message, hint=hint, related=related)


_ONE_ACTION = """
# pir.yaml
actions:
  - id: test-missing-price
    what: Test an order whose price is missing
    type: detect
    owner: checkout team
    eliminates: [no-test]
    reduces: [null-price]
    status: {}
    done_on: {}
    proof: Build 4711 failed on an order without a price
    due: 2026-01-30
"""

INCIDENT_RULES = (
    rule(
        "PIR701",
        "An incident is not a copy of another",
        Level.WARNING,
        "A folder that was copied as a start, or an incident written down twice, counts twice everywhere. "
        "Incidents that began together name each other under 'related'.",
        """
severity: SEV-4
# 2026-01-06-search-down/incident.yaml
title: Search finds nothing
timeline:
  - {at: 2026-01-05T09:10Z, kind: symptom, marks: [started], text: Searches are empty}
  - {at: 2026-01-05T09:40Z, kind: recovery, marks: [resolved], text: The index is rebuilt}
""",
        """
severity: SEV-4
# 2026-01-06-search-down/incident.yaml
title: Search finds nothing
timeline:
  - {at: 2026-01-06T11:20Z, kind: symptom, marks: [started], text: Searches are empty}
  - {at: 2026-01-06T11:40Z, kind: recovery, marks: [resolved], text: The index is rebuilt}
""",
        _is_a_twin,
    ),
    rule(
        "PIR702",
        "An incident comes to an end",
        Level.WARNING,
        "Most often it ended long ago and nobody wrote that down, and its duration is missing from every "
        "count. 'open_within_days' in vocabularies.yaml sets how long one may stay open or mitigated.",
        """
# 2025-11-03-search-slow/incident.yaml
severity: SEV-4
status: mitigated
timeline:
  - {at: 2025-11-03T09:10Z, marks: [started], text: Search is slow}
  - {at: 2025-11-03T09:30Z, marks: [mitigated], text: A second index is put in}
""",
        """
# 2025-11-03-search-slow/incident.yaml
severity: SEV-4
timeline:
  - {at: 2025-11-03T09:10Z, marks: [started], text: Search is slow}
  - {at: 2025-11-03T09:30Z, marks: [mitigated], text: A second index is put in}
  - {at: 2025-11-05T10:00Z, kind: recovery, marks: [resolved], text: The query is repaired}
""",
        _open_too_long,
    ),
    rule(
        "PIR703",
        "The days of a review are after the incident",
        Level.WARNING,
        "A review looks back. A day before the incident, or before anybody knew of it, is most often a wrong "
        "year or month, and the time that the review took would be negative.",
        "# pir.yaml\npublished: 2025-01-09\n",
        "# pir.yaml\npublished: 2026-01-09\n",
        _before_the_incident,
    ),
    rule(
        "PIR704",
        "A review is held before it is published",
        Level.WARNING,
        "What is published has been talked about; one of the two days is most often wrong.",
        "# pir.yaml\nheld: 2026-01-12\n",
        "# pir.yaml\nheld: 2026-01-08\n",
        _held_after_published,
    ),
    rule(
        "PIR705",
        "What is recorded has happened",
        Level.WARNING,
        "A day still to come on which something was agreed, done or published is most often a wrong year.",
        _ONE_ACTION.format("done", "2027-01-20"),
        _ONE_ACTION.format("done", "2026-01-20"),
        _in_the_future,
    ),
    rule(
        "PIR706",
        "Status and days of an action agree",
        Level.WARNING,
        "The list of open actions goes by the status; whoever wrote the day believes that the work is over.",
        _ONE_ACTION.format("open", "2026-01-20") + "    done_when: The pipeline fails on it\n",
        _ONE_ACTION.format("done", "2026-01-20"),
        _status_of_the_action,
    ),
    rule(
        "PIR707",
        "A published review has been agreed on",
        Level.WARNING,
        "Until it is reviewed it is in no count, and its page says that readers should not rely on it.",
        "severity: SEV-3\n# pir.yaml\nstatus: draft\n",
        "severity: SEV-3\n# pir.yaml\nstatus: reviewed\n",
        _published_as_a_draft,
    ),
)
