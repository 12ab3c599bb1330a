"""An incident with its review as one Markdown document, for assistants and readers without the site."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from pirgen.model import Book, Event, Incident, Instant, NotRecorded, Review, path_beside, title_of
from pirgen.reports.markdown_lines import NOT_RECORDED, bullet, evidence_lines, linked, section, value
from pirgen.reports.review_markdown import review_sections
from pirgen.wording.instants import instant
from pirgen.wording.plain_text import plain

__all__ = ["event_line", "impact_section", "incident_markdown"]

_LINK = re.compile(r"\]\(<?([^()<>\s]+)>?\)")


def incident_markdown(incident: Incident, book: Book, incidents: str = "..") -> str:
    """Everything that its files say, under the headings of its page; nothing that they do not say.

    ``incidents`` is the way from the document to the folder of incidents, for links to files.
    """
    review = book.review_by_incident.get(incident.id)
    lines = [f"# {plain(incident.title)}", ""]
    lines += [*_led(_facts(incident, review, book), incident.id, book, incidents), ""]
    own, told = [*impact_section(incident)], [*section("Summary", [review.summary] if review else ())]
    own += section("Timeline", (), [event_line(event, incident.id, book) for event in incident.timeline])
    after = [*review_sections(review, book)] if review else []
    home = review.id if review else incident.id
    lines += [*_led(told, home, book, incidents), *_led(own, incident.id, book, incidents)]
    lines += _led(after, home, book, incidents)
    lines += _led(_end(incident, review), incident.id, book, incidents)
    return "\n".join(lines).rstrip() + "\n"


def _end(incident: Incident, review: Review | None) -> Iterator[str]:
    related = [bullet(f"{each.incident}: {each.reason}") for each in incident.related]
    yield from section("Related incidents", (), related)
    links = {link.url: link for link in (*incident.links, *(review.links if review else ()))}
    items = [bullet(f"{linked(link)} {link.note}") for link in links.values()]
    yield from section("Evidence and links", (), items)
    yield from section("Internal notes", (incident.internal_notes, review.internal_notes if review else ""))


def _led(lines: Iterable[str], id: str, book: Book, incidents: str) -> Iterator[str]:
    """Lines whose links to files beside the YAML of an incident lead to them from the document."""

    def led(link: re.Match[str]) -> str:
        path = path_beside(id, link[1])
        return f"]({posixpath.normpath(f'{incidents}/{quote(path)}')})" if path in book.attachments else link[0]

    return (_LINK.sub(led, line) if "](" in line else line for line in lines)


def _facts(incident: Incident, review: Review | None, book: Book) -> Iterator[str]:
    words = book.vocabulary
    note = f" ({incident.severity_note})" if incident.severity_note else ""
    services = ", ".join(title_of(words.services, id) for id in incident.services)
    yield bullet(f"id: {incident.id}")
    yield bullet(f"severity: {incident.severity}{note}")
    if incident.is_planned:
        yield bullet("kind: planned maintenance")
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
    potential = f"What it could have done: {incident.potential}" if incident.potential else ""
    if incident.impact is None:
        none = "None: a near miss, which did not reach users." if incident.is_near_miss else "None."
        yield from section("Impact", [none, potential])
        return
    measures = [bullet(f"{each.what}: {each.figure}") for each in incident.impact.measures]
    who = f"Who was affected: {incident.impact.who}" if incident.impact.who else ""
    yield from section("Impact", [incident.impact.summary, who, potential], measures)


def event_line(event: Event, id: str, book: Book) -> str:
    """An event: when, which moment and kind it is, what happened, and what can be looked at."""
    reached = [title_of(book.vocabulary.milestones, each) for each in event.milestones]
    words = [*(mark.value for mark in event.marks), *reached]
    marks = f" **{', '.join(words)}**" if words else ""
    later = "" if event.known_then else " (known only later)"
    name = f" (`{event.id}`)" if event.id else ""
    shown = evidence_lines(event.evidence, id, book)
    return bullet(f"{_time(event)}{marks} [{event.kind.value}] {event.text}{later}{name}", event.note, *shown)


def _time(event: Event) -> str:
    if not isinstance(event.at, Instant):
        return "time not recorded"
    about = "about " if event.approximate else ""
    return f"{about}{instant(event.at)}" + (f" to {instant(event.until)}" if event.until else "")
