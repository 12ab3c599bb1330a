"""How long it took from one moment of an incident to another. Facts of one incident, never averaged."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from pirgen.model import Event, Incident, Instant, MarkedTime, Moment, SeverityLevel

__all__ = ["Length", "Lengths", "Response", "Step", "between", "length", "lengths", "response", "span", "steps"]


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
    """The time from one moment to another; None where one is missing or not known exactly enough."""
    moments = incident.moments
    return length(moments[start], moments[end]) if start in moments and end in moments else None


def lengths(incidents: Iterable[Incident], end: Moment) -> Lengths:
    """The time from the start of each incident to a moment; each on its own."""
    known, unknown = [], []
    for incident in incidents:
        found = between(incident, Moment.STARTED, end)
        if found is None or found.time < timedelta():
            unknown.append(incident)
        else:
            known.append((incident, found))
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


def length(first: Event | MarkedTime, last: Event | MarkedTime) -> Length | None:
    """The time from one event to another; None where one has no time, or none that is exact enough to say.

    That is so on one day without times, and where a month or year leaves more than half of the length open.
    """
    if not isinstance(first.at, Instant) or not isinstance(last.at, Instant):
        return None
    is_approximate = first.approximate or last.approximate
    return span(first.at, last.at, is_approximate)


def span(start: Instant, end: Instant, is_approximate: bool = False) -> Length | None:
    """The time from one instant to another, as ``length`` gives it for events."""
    if start.has_clock and end.has_clock:
        return Length(end.at - start.at, is_approximate)
    least, most = end.first_day - start.last_day, end.last_day - start.first_day
    middle = (least + most) / 2
    is_exact_enough = bool(middle) and most - least <= abs(middle) / 2
    return Length(middle, True) if is_exact_enough else None
