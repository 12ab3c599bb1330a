"""An incident with its review as one Markdown document, for assistants and readers without the site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pirgen.model import (
    Action,
    Book,
    Event,
    Factor,
    FiveWhys,
    Incident,
    Instant,
    NotRecorded,
    Review,
    Why,
    title_of,
)
from pirgen.wording.instants import stamp
from pirgen.wording.plain_text import plain

__all__ = ["incident_markdown"]

_NOT_RECORDED = "not recorded"


def incident_markdown(incident: Incident, book: Book) -> str:
    """Everything that its files say, under the headings of its page; nothing that they do not say."""
    review = book.review_by_incident.get(incident.id)
    lines = [*_head(incident, review, book), *_of_incident(incident)]
    if review:
        lines += _of_review(review, book)
    return "\n".join(lines).rstrip() + "\n"


def _head(incident: Incident, review: Review | None, book: Book) -> Iterator[str]:
    services = ", ".join(title_of(book.vocabulary.services, id) for id in incident.services)
    yield f"# {plain(incident.title)}"
    yield ""
    yield f"- id: {incident.id}"
    yield f"- severity: {incident.severity}"
    if incident.is_planned:
        yield f"- kind: {incident.kind.value}"
    yield f"- status: {incident.status.value}"
    yield f"- services: {services or _NOT_RECORDED}"
    if incident.tags:
        yield f"- tags: {', '.join(incident.tags)}"
    if incident.detection:
        source = incident.detection.source
        yield f"- detected by: {_NOT_RECORDED if isinstance(source, NotRecorded) else source}"
    yield f"- review: {review.status.value if review else 'none'}"
    yield ""


def _of_incident(incident: Incident) -> Iterator[str]:
    if incident.impact:
        measures = [f"{each.what}: {each.figure}" for each in incident.impact.measures]
        yield from _section("Impact", [incident.impact.summary, incident.impact.who], measures)
    else:
        none = "None." if incident.is_planned else "None: a near miss, which did not reach users."
        yield from _section("Impact", [none])
    yield from _section("What it could have done", [incident.potential])
    yield from _section("Timeline", (), [_event(event) for event in incident.timeline])
    yield from _section(
        "Related incidents", (), [f"{each.incident}: {each.reason}" for each in incident.related]
    )


def _of_review(review: Review, book: Book) -> Iterator[str]:
    yield from _section("Summary", [review.summary])
    yield from _section("Trigger", [review.trigger])
    categories = book.vocabulary.categories
    factors = [_factor(each, title_of(categories, each.category)) for each in review.factors]
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


def _factor(factor: Factor, category: str) -> str:
    told = [category]
    if factor.latent_since:
        told.append(f"latent since {_time(factor.latent_since)}")
    if factor.removed_by:
        told.append(f"removed in the response by event `{factor.removed_by}`")
    return f"{factor.text} ({'; '.join(told)}; `{factor.id}`)"


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


def _event(event: Event) -> str:
    words = [*(mark.value for mark in event.marks), *event.milestones]
    marks = f" **{', '.join(words)}**" if words else ""
    note = f" ({event.note})" if event.note else ""
    id = f" (`{event.id}`)" if event.id else ""
    return f"{_time(event.at)}{marks} [{event.kind.value}] {event.text}{note}{id}"


def _time(at: Instant | NotRecorded) -> str:
    if isinstance(at, NotRecorded):
        return "time not recorded"
    return stamp(at).replace("T", " ").replace("Z", " UTC")


def _action(action: Action) -> str:
    told = [action.status.value, action.type.value]
    told += [f"owner {action.owner}"] if isinstance(action.owner, str) else []
    told += [f"due {action.due}"] if action.due and not isinstance(action.due, NotRecorded) else []
    told += [f"done {action.done_on}"] if action.done_on and not isinstance(action.done_on, NotRecorded) else []
    works_on = ", ".join(f"`{id}`" for id in action.addresses)
    told += [f"works on {works_on}"] if works_on else []
    return f"{action.what} ({'; '.join(told)}; `{action.id}`)"
