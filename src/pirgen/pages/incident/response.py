"""How an incident went: its moments, its events by day, how it was found and answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pirgen.analysis.durations import Length, Response, Step, between, length, response, steps
from pirgen.diagrams.timeline.anchors import event_anchors
from pirgen.diagrams.timeline.phases import phases
from pirgen.model import (
    Book,
    Event,
    EventKind,
    Incident,
    IncidentStatus,
    Instant,
    Moment,
    NotRecorded,
    SeverityLevel,
    title_of,
)
from pirgen.wording.instants import period

_FEWEST_STEPS = 4
"""Fewer events make no drill."""

_SPOKEN = (EventKind.ESCALATION, EventKind.COMMUNICATION)


@dataclass(frozen=True)
class TimelineDay:
    """Events in file order that share a day, or as much of it as is known; ``at`` is the time of the first.

    It is None before the first known one. ``first`` is how many events are before them.
    """

    at: Instant | None
    events: tuple[Event, ...]
    first: int = 0


@dataclass(frozen=True)
class ReachedMilestone:
    """A milestone of the site's own, the event that first reached it, and how long after the start."""

    title: str
    event: Event
    length: Length | None


@dataclass(frozen=True)
class ResponseView:
    """How an incident went, as its page shows it.

    ``target`` is what the guide to severities promises, empty where it promises nothing for such an incident.
    ``lines`` is the kind of the phase that follows each moment, as the timeline colours it; ``to_come`` are
    the missing moments that may still come; ``shown_length`` the longest known stretch from the start with
    its name. ``event_ids`` are the anchors of the events, ``noted`` those
    with a note, ``backed`` those with evidence, ``spoken`` those in which people were called or told,
    ``milestones`` those of the site that were reached.
    ``drill`` are the events that were known at the time; empty where they are too few to go through.
    """

    level: SeverityLevel | None
    target: str
    steps: tuple[Step, ...]
    lines: Mapping[Moment, str]
    to_come: frozenset[Moment]
    detected_by: str | NotRecorded | None
    shown_length: tuple[str, Length] | None
    response: Response | None
    is_acknowledged: bool
    days: tuple[TimelineDay, ...]
    event_ids: tuple[str, ...]
    noted: tuple[tuple[str, Event], ...]
    backed: tuple[tuple[str, Event], ...]
    has_approximate: bool
    has_learned_later: bool
    has_accounts: bool
    spoken: tuple[Event, ...]
    drill: tuple[Event, ...]
    milestones: tuple[ReachedMilestone, ...]


def response_of(incident: Incident, book: Book) -> ResponseView:
    """The moments, the events by day, and the response of an incident."""
    level = book.vocabulary.severity(incident.severity)
    target = level if _has_target(incident, book) else None
    events = incident.timeline
    ids = event_anchors(events)
    return ResponseView(
        level=level,
        target=target.response if target else "",
        steps=steps(incident),
        lines=_lines(incident),
        to_come=frozenset(moment for moment in Moment if _may_come(incident.status, moment)),
        detected_by=_detected_by(incident, book),
        shown_length=_shown_length(incident),
        response=response(incident, target),
        is_acknowledged=incident.event_of(Moment.ACKNOWLEDGED) is not None,
        days=_days(events),
        event_ids=ids,
        noted=tuple((id, event) for id, event in zip(ids, events, strict=True) if event.note),
        backed=tuple((id, event) for id, event in zip(ids, events, strict=True) if event.evidence),
        has_approximate=any(event.approximate for event in events),
        has_learned_later=any(not event.known_then for event in events),
        has_accounts=any(not event.evidence for event in events),
        spoken=tuple(event for event in events if event.kind in _SPOKEN),
        drill=_drill(events),
        milestones=_milestones(incident, book),
    )


def _has_target(incident: Incident, book: Book) -> bool:
    """Whether the promise for its severity is about it: an incident of the house that calls for people."""
    review = book.review_by_incident.get(incident.id)
    is_of_others = review is not None and review.is_external
    return not (incident.is_near_miss or incident.is_planned or is_of_others)


def _milestones(incident: Incident, book: Book) -> tuple[ReachedMilestone, ...]:
    """Those that were reached: in the order of the vocabulary, which need not list them."""
    terms = book.vocabulary.milestones
    first: dict[str, Event] = {}
    for event in incident.timeline:
        for milestone in event.milestones:
            first.setdefault(milestone, event)
    order = dict.fromkeys([term.id for term in terms if term.id in first]) | dict.fromkeys(first)
    start = incident.event_of(Moment.STARTED)
    return tuple(
        ReachedMilestone(title_of(terms, id), first[id], length(start, first[id]) if start else None)
        for id in order
    )


def _lines(incident: Incident) -> dict[Moment, str]:
    """The kind of the phase that follows each moment, as the timeline colours it."""
    order = list(Moment)
    return {
        moment: phase.kind
        for phase in phases(incident)
        for moment in order[order.index(phase.start) : order.index(phase.end)]
    }


def _may_come(status: IncidentStatus, moment: Moment) -> bool:
    """Whether a missing moment may still come."""
    if moment is Moment.RESOLVED:
        return status is not IncidentStatus.RESOLVED
    return moment is Moment.MITIGATED and status is IncidentStatus.OPEN


def _detected_by(incident: Incident, book: Book) -> str | NotRecorded | None:
    if incident.detection is None or isinstance(incident.detection.source, NotRecorded):
        return None
    return title_of(book.vocabulary.detection_sources, incident.detection.source)


def _shown_length(incident: Incident) -> tuple[str, Length] | None:
    """The longest stretch from the start that is known, and what it is called."""
    for moment in (Moment.RESOLVED, Moment.MITIGATED):
        found = between(incident, Moment.STARTED, moment)
        if found:
            return f"Started to {moment.value}", found
    return None


def _days(events: tuple[Event, ...]) -> tuple[TimelineDay, ...]:
    """The events in file order, cut where the day changes; one without a time stays with those before it."""
    groups: list[tuple[Instant | None, list[Event]]] = []
    for event in events:
        at = event.at if isinstance(event.at, Instant) else None
        last = groups[-1][0] if groups else None
        if not groups or (at and (last is None or period(at) != period(last))):
            groups.append((at, []))
        groups[-1][1].append(event)
    found: list[TimelineDay] = []
    for at, group in groups:
        before = found[-1].first + len(found[-1].events) if found else 0
        found.append(TimelineDay(at, tuple(group), before))
    return tuple(found)


def _drill(events: tuple[Event, ...]) -> tuple[Event, ...]:
    known = tuple(event for event in events if event.known_then)
    return known if len(known) >= _FEWEST_STEPS else ()
