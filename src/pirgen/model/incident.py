"""An incident: what happened, written during and just after."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pirgen.model.audience import Audience
from pirgen.model.timeline import Event, Moment
from pirgen.model.values import Instant, Link, NotRecorded
from pirgen.model.words import Words


class IncidentStatus(Words):
    """How far the response has come."""

    OPEN = "open", "users are still affected"
    MITIGATED = "mitigated", "users are no longer affected, and the cause is still there"
    RESOLVED = "resolved", "it is over"


@dataclass(frozen=True)
class Detection:
    """How the incident came to be known; ``source`` is a word of the vocabulary."""

    source: str | NotRecorded
    note: str = ""


@dataclass(frozen=True)
class Measure:
    """One figure of the impact, as published: ``value`` is text, so 'about 3.7 million' is fine."""

    what: str
    value: str
    estimate: bool = False
    internal: bool = False


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

    ``id`` is the folder's name, ``YYYY-MM-DD-slug``. ``impact`` is None for a near miss: nothing
    reached users. ``language`` is empty where it is the site's. ``detection`` is None while nobody wrote it
    down. ``aliases`` are ids that it had before. ``internal_notes`` are never public.
    """

    id: str
    title: str
    severity: str
    status: IncidentStatus
    services: tuple[str, ...]
    timeline: tuple[Event, ...]
    impact: Impact | None = None
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
    def is_near_miss(self) -> bool:
        """Whether nothing reached users."""
        return self.impact is None

    @property
    def day(self) -> date:
        """The day that the id names: the day the incident began, in the team's own reckoning."""
        return date.fromisoformat(self.id[:10])

    def event_of(self, moment: Moment) -> Event | None:
        """The event that carries the mark, if any does."""
        return next((event for event in self.timeline if moment in event.marks), None)

    def instant_of(self, moment: Moment) -> Instant | None:
        """When the moment was, or None where it was not marked or not recorded."""
        event = self.event_of(moment)
        return event.at if event and isinstance(event.at, Instant) else None
