"""A short report for customers: what they saw, when, why, and what is done about it."""

from __future__ import annotations

from collections.abc import Iterator

from pirgen.analysis.durations import between
from pirgen.model import Action, ActionStatus, Book, Event, EventKind, Incident, Instant, Moment, title_of
from pirgen.reports.incident_markdown import impact_section
from pirgen.reports.markdown_lines import bullet, section
from pirgen.wording.durations import duration
from pirgen.wording.instants import instant
from pirgen.wording.plain_text import plain

__all__ = ["customer_markdown"]

_STATES = {
    ActionStatus.DONE: "done",
    ActionStatus.IN_PROGRESS: "being worked on",
    ActionStatus.OPEN: "planned",
}
_TOLD = (EventKind.COMMUNICATION, EventKind.RECOVERY, EventKind.SYMPTOM)


def customer_markdown(incident: Incident, book: Book) -> str:
    """From what the book says alone, which holds nothing internal; a draft's review says nothing yet."""
    review = book.review_by_incident.get(incident.id)
    review = review if review and review.is_published else None
    lines = [f"# {plain(incident.title)}", "", *_facts(incident, book), ""]
    lines += impact_section(incident)
    told = [event for event in incident.timeline if event.marks or event.kind in _TOLD]
    lines += section("What happened when", (), [_event(event) for event in told])
    if review:
        lines += section("Why it happened", [review.summary])
        actions = [_action(action) for action in review.actions if action.status in _STATES]
        lines += section("What we do about it", [review.no_actions_reason], actions)
    return "\n".join(lines).rstrip() + "\n"


def _facts(incident: Incident, book: Book) -> Iterator[str]:
    services = ", ".join(title_of(book.vocabulary.services, id) for id in incident.services)
    if services:
        yield bullet(f"Services: {services}")
    started = incident.instant_of(Moment.STARTED)
    if started:
        yield bullet(f"Began: {instant(started)}")
    for moment, name in ((Moment.MITIGATED, "Users no longer affected"), (Moment.RESOLVED, "Resolved")):
        if at := incident.instant_of(moment):
            length = between(incident, Moment.STARTED, moment)
            after = (
                f", {'about ' * length.is_approximate}{duration(length.time)} after it began" if length else ""
            )
            yield bullet(f"{name}: {instant(at)}{after}")


def _event(event: Event) -> str:
    when = instant(event.at) if isinstance(event.at, Instant) else "time not recorded"
    return bullet(f"{when}: {event.text}")


def _action(action: Action) -> str:
    return bullet(f"{action.what} ({_STATES[action.status]})")
