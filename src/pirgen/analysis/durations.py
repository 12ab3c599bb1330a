"""How long it took from one moment of an incident to another. Facts of one incident, never averaged."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from pirgen.model import Event, Incident, Instant, Moment, Precision, SeverityLevel

__all__ = ["Length", "Lengths", "Response", "Step", "between", "elapsed", "lengths", "response", "steps"]


@dataclass(frozen=True)
class Length:
    """A length of time; approximate where one of its ends is."""

    time: timedelta
    is_approximate: bool = False


@dataclass(frozen=True)
class Lengths:
    """How long each of several incidents took from its start to a moment, in the order given.

    ``unknown`` are those where that cannot be said: a time was not recorded, is yet to come, or lies
    before the start.
    """

    end: Moment
    known: tuple[tuple[Incident, Length], ...]
    unknown: tuple[Incident, ...]


@dataclass(frozen=True)
class Step:
    """One of the five moments: its event if marked, and the time since the last moment that has one."""

    moment: Moment
    event: Event | None
    since: Moment | None = None
    length: Length | None = None


@dataclass(frozen=True)
class Response:
    """What a severity asks of the first response, and how long it took; None where nobody recorded that."""

    target: timedelta
    actual: Length | None

    @property
    def later_by(self) -> timedelta:
        """How much later than the target the response came; zero or less where it kept it."""
        return self.actual.time - self.target if self.actual else timedelta()


def between(incident: Incident, start: Moment, end: Moment) -> Length | None:
    """The time from one moment to another; None where one is missing, or both lie on one day without times."""
    first, last = incident.event_of(start), incident.event_of(end)
    if first is None or last is None:
        return None
    return _length(first, last)


def lengths(incidents: Iterable[Incident], end: Moment) -> Lengths:
    """The time from the start of each incident to a moment; each on its own."""
    known, unknown = [], []
    for incident in incidents:
        length = between(incident, Moment.STARTED, end)
        if length is None or length.time < timedelta():
            unknown.append(incident)
        else:
            known.append((incident, length))
    return Lengths(end, tuple(known), tuple(unknown))


def steps(incident: Incident) -> tuple[Step, ...]:
    """All five moments in order, the missing ones too."""
    found: list[Step] = []
    last: Moment | None = None
    for moment in Moment:
        event = incident.event_of(moment)
        since = last if event else None
        found.append(Step(moment, event, since, between(incident, since, moment) if since else None))
        if event and isinstance(event.at, Instant):
            last = moment
    return tuple(found)


def response(incident: Incident, level: SeverityLevel | None) -> Response | None:
    """The response beside its target; None where the severity sets no time."""
    if level is None or level.respond_within is None:
        return None
    return Response(level.respond_within, between(incident, Moment.STARTED, Moment.ACKNOWLEDGED))


def elapsed(start: Instant, end: Instant) -> timedelta:
    """The time from one instant to another, in whole days where only the day of one is known."""
    if Precision.DAY in (start.precision, end.precision):
        return timedelta(days=(end.at.date() - start.at.date()).days)
    return end.at - start.at


def _length(first: Event, last: Event) -> Length | None:
    if not isinstance(first.at, Instant) or not isinstance(last.at, Instant):
        return None
    time = elapsed(first.at, last.at)
    if Precision.DAY not in (first.at.precision, last.at.precision):
        return Length(time, first.approximate or last.approximate)
    return Length(time, True) if time else None
