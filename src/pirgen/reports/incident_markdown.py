"""An incident with its review as one Markdown document, for assistants and readers without the site."""

from __future__ import annotations

from collections.abc import Iterator

from pirgen.model import Book, Event, Incident, Instant, NotRecorded, Review, title_of
from pirgen.reports.markdown_lines import NOT_RECORDED, bullet, linked, section, value
from pirgen.reports.review_markdown import review_sections
from pirgen.wording.instants import instant
from pirgen.wording.plain_text import plain

__all__ = ["event_line", "impact_section", "incident_markdown"]


def incident_markdown(incident: Incident, book: Book) -> str:
    """Everything that its files say, under the headings of its page; nothing that they do not say."""
    review = book.review_by_incident.get(incident.id)
    lines = [f"# {plain(incident.title)}", "", *_facts(incident, review, book), ""]
    lines += section("Summary", [review.summary] if review else ())
    lines += impact_section(incident)
    lines += section("Timeline", (), [event_line(event) for event in incident.timeline])
    if review:
        lines += review_sections(review, book.vocabulary)
    related = [f"{each.incident}: {each.reason}" for each in incident.related]
    lines += section("Related incidents", (), [bullet(text) for text in related])
    links = {link.url: link for link in (*incident.links, *(review.links if review else ()))}
    lines += section(
        "Evidence and links", (), [bullet(f"{linked(link)} {link.note}") for link in links.values()]
    )
    notes = (incident.internal_notes, review.internal_notes if review else "")
    lines += section("Internal notes", notes)
    return "\n".join(lines).rstrip() + "\n"


def _facts(incident: Incident, review: Review | None, book: Book) -> Iterator[str]:
    words = book.vocabulary
    note = f" ({incident.severity_note})" if incident.severity_note else ""
    services = ", ".join(title_of(words.services, id) for id in incident.services)
    yield bullet(f"id: {incident.id}")
    yield bullet(f"severity: {incident.severity}{note}")
    yield bullet(f"status: {incident.status.value}")
    yield bullet(f"services: {services or NOT_RECORDED}")
    if incident.tags:
        yield bullet(f"tags: {', '.join(incident.tags)}")
    if incident.detection:
        source = incident.detection.source
        by = NOT_RECORDED if isinstance(source, NotRecorded) else title_of(words.detection_sources, source)
        yield bullet(f"detected by: {by}{f' ({incident.detection.note})' if incident.detection.note else ''}")
    for role in incident.roles:
        yield bullet(f"{title_of(words.roles, role.role)}: {role.who}")
    yield bullet(f"review: {review.status.value if review else 'none'}")
    if review:
        yield from _facts_of_review(review, book)


def _facts_of_review(review: Review, book: Book) -> Iterator[str]:
    owner = (
        review.owner if isinstance(review.owner, NotRecorded) else title_of(book.vocabulary.teams, review.owner)
    )
    told = (("review owner", owner), ("held", review.held), ("published", review.published))
    for name, written in told:
        if value(written):
            yield bullet(f"{name}: {value(written)}")
    if review.covers:
        yield bullet(f"the review is about: {', '.join(review.incidents)}")


def impact_section(incident: Incident) -> Iterator[str]:
    """What it did to whom, with the figures."""
    if incident.impact is None:
        yield from section("Impact", ["None: a near miss, which did not reach users."])
        return
    measures = [
        bullet(f"{each.what}: {each.value}{' (estimate)' * each.estimate}") for each in incident.impact.measures
    ]
    yield from section("Impact", [incident.impact.summary, incident.impact.who], measures)


def event_line(event: Event) -> str:
    """An event: when, which moment and kind it is, what happened, and what can be looked at."""
    marks = f" **{', '.join(mark.value for mark in event.marks)}**" if event.marks else ""
    later = "" if event.known_then else " (known only later)"
    shown = [f"{item.kind.value}: {linked(item)}" for item in event.evidence]
    return bullet(f"{_time(event)}{marks} [{event.kind.value}] {event.text}{later}", event.note, *shown)


def _time(event: Event) -> str:
    if not isinstance(event.at, Instant):
        return "time not recorded"
    about = "about " if event.approximate else ""
    return f"{about}{instant(event.at)}" + (f" to {instant(event.until)}" if event.until else "")
