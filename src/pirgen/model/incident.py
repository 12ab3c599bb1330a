"""An incident: what happened, written during and just after."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pirgen.model.audience import Audience
from pirgen.model.timeline import Event, MarkedTime, Moment
from pirgen.model.values import Instant, Link, NotRecorded
from pirgen.model.words import Words


class IncidentStatus(Words):
    """How far the response has come."""

    OPEN = "open", "users are still affected"
    MITIGATED = "mitigated", "users are no longer affected, and the cause is still there"
    RESOLVED = "resolved", "it is over"


class IncidentKind(Words):
    """Whether it came unplanned."""

    INCIDENT = "incident", "something went wrong, or nearly did"
    MAINTENANCE = "maintenance", "work that was planned and announced; trends leave it out"


@dataclass(frozen=True)
class Detection:
    """How the incident came to be known; ``source`` is a word of the vocabulary."""

    source: str | NotRecorded
    note: str = ""


@dataclass(frozen=True)
class Statement:
    """What one source says of a figure: ``said_by`` is a role, a tool or a publication."""

    value: str
    said_by: str
    estimate: bool = False
    internal: bool = False


@dataclass(frozen=True)
class Measure:
    """One figure of the impact, as published: ``value`` is text, so 'about 3.7 million' is fine.

    Where sources differ, it is what each of them says.
    """

    what: str
    value: str | tuple[Statement, ...]
    estimate: bool = False
    internal: bool = False

    @property
    def figure(self) -> str:
        """The figure in one text, with who says what where sources differ."""
        if isinstance(self.value, str):
            return f"{self.value}{_estimated(self.estimate)}"
        said = [f"{each.value}{_estimated(each.estimate)}, according to {each.said_by}" for each in self.value]
        return "; ".join(said)


def _estimated(estimate: bool) -> str:
    return " (estimate)" if estimate else ""


@dataclass(frozen=True)
class Impact:
    """What the incident did to whom."""

    summary: str
    who: str = ""
    measures: tuple[Measure, ...] = ()


@dataclass(frozen=True)
class Assignment:
    """Who filled a role; ``who`` is a team or rota by default, a person only where a team wants names."""

    role: str
    who: str


@dataclass(frozen=True)
class IncidentReference:
    """Another incident and the reason why a reader should see it."""

    incident: str
    reason: str


@dataclass(frozen=True)
class Incident:
    """An incident as its ``incident.yaml`` tells it.

    ``id`` is the folder's name, ``YYYY-MM-DD-slug``. ``impact`` is None where nothing reached users, and
    ``potential`` is what could have. ``language`` is empty where it is the site's. ``detection`` is None while
    nobody wrote it down. ``aliases`` are ids that it had before. ``internal_notes`` are never public.
    """

    id: str
    title: str
    severity: str
    status: IncidentStatus
    services: tuple[str, ...]
    timeline: tuple[Event, ...]
    kind: IncidentKind = IncidentKind.INCIDENT
    impact: Impact | None = None
    potential: str = ""
    severity_note: str = ""
    tags: tuple[str, ...] = ()
    detection: Detection | None = None
    roles: tuple[Assignment, ...] = ()
    related: tuple[IncidentReference, ...] = ()
    links: tuple[Link, ...] = ()
    audience: Audience = Audience.INTERNAL
    language: str = ""
    aliases: tuple[str, ...] = ()
    internal_notes: str = ""

    @property
    def is_planned(self) -> bool:
        """Whether it was planned, and so is no incident to count."""
        return self.kind is IncidentKind.MAINTENANCE

    @property
    def is_near_miss(self) -> bool:
        """Whether nothing reached users that might have."""
        return self.impact is None and not self.is_planned

    @property
    def day(self) -> date:
        """The day that the id names: the day the incident began, in the team's own reckoning."""
        return date.fromisoformat(self.id[:10])

    def event_of(self, moment: Moment) -> Event | None:
        """The event that carries the mark, if any does."""
        return next((event for event in self.timeline if moment in event.marks), None)

    @property
    def moments(self) -> dict[Moment, MarkedTime]:
        """When each moment was that an event carries the mark of."""
        return {
            moment: MarkedTime(event.at, event.approximate)
            for event in reversed(self.timeline)  # of two events with one mark the first counts
            for moment in event.marks
        }

    @property
    def milestones(self) -> dict[str, MarkedTime]:
        """When the first event of each milestone of the site's own was."""
        found: dict[str, MarkedTime] = {}
        for event in self.timeline:
            for milestone in event.milestones:
                found.setdefault(milestone, MarkedTime(event.at, event.approximate))
        return found

    def instant_of(self, moment: Moment) -> Instant | None:
        """When the moment was, or None where it was not marked or not recorded."""
        marked = self.moments.get(moment)  # and no more of the events: their texts are nothing that lists show
        return marked.at if marked and isinstance(marked.at, Instant) else None
