"""An incident with its review as one Markdown document, for assistants and readers without the site."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import quote

from pirgen.model import (
    Action,
    Book,
    Event,
    Evidence,
    FiveWhys,
    Incident,
    Instant,
    NotRecorded,
    Precision,
    Review,
    Why,
    path_beside,
    title_of,
)
from pirgen.wording.plain_text import plain

__all__ = ["incident_markdown"]

_LINK = re.compile(r"\]\(<?([^()<>\s]+)>?\)")
_NOT_RECORDED = "not recorded"


def incident_markdown(incident: Incident, book: Book, incidents: str = "..") -> str:
    """What its files say, under the headings of its page; nothing that they do not say.

    ``incidents`` is the way from the document to the folder of incidents, for links to files.
    """
    review = book.review_by_incident.get(incident.id)
    lines = [
        *_head(incident, review, book),
        *_linked(_of_incident(incident, book), incident.id, book, incidents),
    ]
    if review:
        lines += _linked(_of_review(review, book), review.id, book, incidents)
    return "\n".join(lines).rstrip() + "\n"


def _linked(lines: Iterable[str], id: str, book: Book, incidents: str) -> Iterator[str]:
    """Lines whose links to files beside the YAML of an incident lead to them from the document."""

    def led(link: re.Match[str]) -> str:
        path = path_beside(id, link[1])
        return f"]({posixpath.normpath(f'{incidents}/{quote(path)}')})" if path in book.attachments else link[0]

    return (_LINK.sub(led, line) if "](" in line else line for line in lines)


def _head(incident: Incident, review: Review | None, book: Book) -> Iterator[str]:
    services = ", ".join(title_of(book.vocabulary.services, id) for id in incident.services)
    yield f"# {plain(incident.title)}"
    yield ""
    yield f"- id: {incident.id}"
    yield f"- severity: {incident.severity}"
    yield f"- status: {incident.status.value}"
    yield f"- services: {services or _NOT_RECORDED}"
    if incident.tags:
        yield f"- tags: {', '.join(incident.tags)}"
    if incident.detection:
        source = incident.detection.source
        yield f"- detected by: {_NOT_RECORDED if isinstance(source, NotRecorded) else source}"
    yield f"- review: {review.status.value if review else 'none'}"
    yield ""


def _of_incident(incident: Incident, book: Book) -> Iterator[str]:
    if incident.impact:
        measures = [
            f"{each.what}: {each.value}{' (estimate)' * each.estimate}" for each in incident.impact.measures
        ]
        yield from _section("Impact", [incident.impact.summary, incident.impact.who], measures)
    else:
        yield from _section("Impact", ["None: a near miss, which did not reach users."])
    yield from _section("Timeline", (), [_event(event, incident.id, book) for event in incident.timeline])
    yield from _section(
        "Related incidents", (), [f"{each.incident}: {each.reason}" for each in incident.related]
    )


def _of_review(review: Review, book: Book) -> Iterator[str]:
    yield from _section("Summary", [review.summary])
    yield from _section("Trigger", [review.trigger])
    categories = book.vocabulary.categories
    factors = [
        f"{each.text} ({title_of(categories, each.category)}; `{each.id}`)"
        + _evidence(each.evidence, review.id, book)
        for each in review.factors
    ]
    yield from _section("Contributing factors", (), factors)
    yield from _whys(review.five_whys)
    yield from _section("What surprised us", (), review.surprises)
    yield from _section("What went well", (), review.went_well)
    yield from _section("What went badly", (), review.went_badly)
    yield from _section("Where we got lucky", (), review.got_lucky)
    yield from _section("Lessons", (), review.lessons)
    yield from _section("Open questions", (), review.open_questions)
    yield from _section("Actions", [review.no_actions_reason], [_action(action) for action in review.actions])
    yield from _section("Sources", (), [f"[{link.title}]({link.url})" for link in review.links])


def _section(title: str, paragraphs: Iterable[str], items: Sequence[str] = ()) -> Iterator[str]:
    """A section with what there is in it; none where there is nothing."""
    told = [text.strip() for text in paragraphs if text.strip()]
    if not told and not items:
        return
    yield f"## {title}"
    yield ""
    for text in told:
        yield text
        yield ""
    for item in items:
        yield f"- {' '.join(item.split())}"
    if items:
        yield ""


def _whys(whys: FiveWhys | None) -> Iterator[str]:
    if whys is None:
        return
    yield "## Five whys"
    yield ""
    yield f"{whys.problem.strip()}"
    yield ""
    yield from _answers(whys.because, 0)
    yield ""


def _answers(because: Sequence[Why], depth: int) -> Iterator[str]:
    for why in because:
        yield f"{'    ' * depth}- {' '.join(why.answer.split())}"
        yield from _answers(why.because, depth + 1)


def _evidence(items: Sequence[Evidence], id: str, book: Book) -> str:
    """What a reader can look at; pictures are shown where the document is."""
    links = []
    for item in items:
        is_picture = path_beside(id, item.url) in book.picture_sizes
        links.append(f"{'!' * is_picture}[{item.title or item.url}]({item.url})")
    return f" Evidence: {', '.join(links)}" if links else ""


def _event(event: Event, id: str, book: Book) -> str:
    marks = f" **{', '.join(mark.value for mark in event.marks)}**" if event.marks else ""
    note = f" ({event.note})" if event.note else ""
    return f"{_time(event.at)}{marks} [{event.kind.value}] {event.text}{note}" + _evidence(
        event.evidence, id, book
    )


def _time(at: Instant | NotRecorded) -> str:
    if isinstance(at, NotRecorded):
        return "time not recorded"
    if at.precision is Precision.DAY:
        return at.at.date().isoformat()
    return (
        f"{at.at:%Y-%m-%d %H:%M:%S} UTC" if at.precision is Precision.SECOND else f"{at.at:%Y-%m-%d %H:%M} UTC"
    )


def _action(action: Action) -> str:
    told = [action.status.value, action.type.value]
    told += [f"owner {action.owner}"] if isinstance(action.owner, str) else []
    told += [f"due {action.due}"] if action.due and not isinstance(action.due, NotRecorded) else []
    told += [f"done {action.done_on}"] if action.done_on and not isinstance(action.done_on, NotRecorded) else []
    works_on = ", ".join(f"`{id}`" for id in action.addresses)
    told += [f"works on {works_on}"] if works_on else []
    return f"{action.what} ({'; '.join(told)}; `{action.id}`)"
