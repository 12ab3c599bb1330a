"""Builders: small incidents, reviews and books that say only what a test is about."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

from pirgen.analysis.statistics import compute
from pirgen.diagrams import Figure
from pirgen.model import (
    Action,
    ActionStatus,
    ActionType,
    Book,
    Event,
    Factor,
    Impact,
    Incident,
    IncidentStatus,
    Instant,
    Moment,
    Precision,
    Review,
    ReviewStatus,
)
from pirgen.pages import Page, Settings, render
from pirgen.pages.site import Site

AS_OF = date(2026, 2, 1)


def at(text: str, precision: Precision = Precision.MINUTE) -> Instant:
    """An instant from ``2025-03-01 09:05``; only the day counts without a time."""
    if len(text) == 10:
        return Instant(datetime.fromisoformat(text).replace(tzinfo=UTC), Precision.DAY)
    return Instant(datetime.fromisoformat(text).replace(tzinfo=UTC), precision)


def an_event(time: str, *marks: Moment, **more: Any) -> Event:
    """An event at a time, with marks."""
    return Event(**({"at": at(time), "text": "Something happens", "marks": marks} | more))


def an_incident(id: str = "2025-03-01-checkout", **more: Any) -> Incident:
    """An incident of 40 minutes; everything about it can be said otherwise."""
    day = id[:10]
    events = (
        an_event(f"{day} 09:00", Moment.STARTED, text="A release reaches production"),
        an_event(f"{day} 09:10", Moment.DETECTED, text="An alert fires"),
        an_event(f"{day} 09:40", Moment.MITIGATED, text="The release is rolled back"),
    )
    values: dict[str, Any] = {
        "title": "Checkout failed",
        "severity": "SEV-2",
        "status": IncidentStatus.RESOLVED,
        "services": ("checkout",),
        "timeline": events,
        "impact": Impact("No order could be placed."),
    }
    return Incident(id=id, **(values | more))


def a_factor(id: str = "no-test", category: str = "testing", **more: Any) -> Factor:
    """A contributing factor."""
    return Factor(**({"id": id, "text": f"The factor {id}", "category": category} | more))


def an_action(id: str = "add-test", status: ActionStatus = ActionStatus.OPEN, **more: Any) -> Action:
    """An action of the checkout team."""
    values: dict[str, Any] = {"what": f"Do {id}", "type": ActionType.PREVENT, "owner": "checkout team"}
    return Action(id=id, status=status, **(values | more))


def a_review(id: str = "2025-03-01-checkout", **more: Any) -> Review:
    """A reviewed review with one factor."""
    values: dict[str, Any] = {
        "status": ReviewStatus.REVIEWED,
        "owner": "checkout team",
        "summary": "A release broke the checkout.",
        "factors": (a_factor(),),
    }
    return Review(id=id, **(values | more))


def a_book(*things: Incident | Review, **more: Any) -> Book:
    """A book of incidents and reviews, in order."""
    incidents = sorted((thing for thing in things if isinstance(thing, Incident)), key=lambda thing: thing.id)
    reviews = sorted((thing for thing in things if isinstance(thing, Review)), key=lambda thing: thing.id)
    return Book(tuple(incidents), tuple(reviews), **more)


def a_figure(name: str) -> Figure:
    """A drawing that says its name."""
    return Figure(f"<svg><text>{name}</text></svg>", name, f"What {name} shows")


class Pages(Mapping[str, Page]):
    """Every page of a book by its path; one that is asked for is made without the others."""

    def __init__(self, book: Book, figures: Mapping[str, Mapping[str, Figure]], settings: Settings) -> None:
        statistics, draw = compute(book, settings.as_of), lambda _: figures
        site = Site(statistics, settings)
        incidents = {f"incidents/{each.id}.md": each.id for each in book.incidents}
        self._incidents = incidents
        self._incident = cache(lambda path: site.incident(incidents[path], draw))
        self.part = cache(lambda name: {page.path: page for page in site.part(name)})
        self._all = cache(lambda: {page.path: page for page in render(statistics, draw, settings)})

    def __getitem__(self, path: str) -> Page:
        if path in self._incidents:
            return self._incident(path)
        part = path.removesuffix(".md").partition("/")[0]
        return (self._all() if part == "index" else self.part(part))[path]  # the home page lists all files

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())


def pages_of(book: Book, figures: Mapping[str, Mapping[str, Figure]] | None = None, **settings: Any) -> Pages:
    """The pages of the book."""
    return Pages(book, figures or {}, replace(Settings(AS_OF), **settings))


def incident_page(*things: Incident | Review, **figures: Figure) -> Page:
    """The page of the first incident given."""
    incident = next(thing for thing in things if isinstance(thing, Incident))
    named = {name.replace("_", "-"): figure for name, figure in figures.items()}
    return pages_of(a_book(*things), {incident.id: named})[f"incidents/{incident.id}.md"]
