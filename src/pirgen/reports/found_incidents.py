"""Incidents that a search or a comparison found, with what a reader wants to know; also as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date

from pirgen.analysis.backlog import BacklogItem, items
from pirgen.model import Book
from pirgen.reports.action_words import STATUS_WORDS, due_words
from pirgen.retrieval import Answer, Hit, Searchable, Similar, reasons
from pirgen.retrieval.snippets import snippet
from pirgen.wording.plain_text import plain
from pirgen.wording.printed import json_text

__all__ = ["FoundAction", "FoundIncident", "FoundPassage", "found_by_search", "found_similar", "incidents_json"]

_MOST_PASSAGES = 3
_MOST_LESSONS = 3


@dataclass(frozen=True)
class FoundPassage:
    """A text of an incident that answers: the heading it is under, its anchor on the page, and its words."""

    section: str
    anchor: str
    text: str


@dataclass(frozen=True)
class FoundAction:
    """An action of an incident's review that is not done: ``state`` is ``open, 12 days late``."""

    id: str
    what: str
    state: str
    owner: str


@dataclass(frozen=True)
class FoundIncident:
    """An incident that was found: ``reasons`` tell why it is like another, ``passages`` are what answers."""

    id: str
    title: str
    severity: str
    services: tuple[str, ...]
    reasons: tuple[str, ...]
    passages: tuple[FoundPassage, ...]
    open_actions: tuple[FoundAction, ...]
    lessons: tuple[str, ...]


def found_by_search(hits: Iterable[Hit], library: Searchable, stems: frozenset[str]) -> list[FoundIncident]:
    """What answers a query, each with its best passages."""
    chosen = list(hits)
    book = library.read([hit.document.key for hit in chosen])
    return [_of_hit(hit, book, stems) for hit in chosen]


def found_similar(found: Iterable[Similar], library: Searchable, as_of: date) -> list[FoundIncident]:
    """What is like an incident, each with the reasons, the actions that are open, and the lessons."""
    chosen = list(found)
    book = library.read([each.document.key for each in chosen])
    open_items = _open_items(book, {each.document.key for each in chosen}, as_of)
    return [_of_similar(each, book, open_items) for each in chosen]


def incidents_json(found: Sequence[FoundIncident], of: str = "", answer: Answer | None = None) -> str:
    """The incidents as a document; of a search with the words in place of slips, and those that are nowhere."""
    document = {
        "version": 1,
        "of": of,
        "looked_for": dict(answer.looked_for) if answer else {},
        "unknown": list(answer.unknown) if answer else [],
        "incidents": [asdict(incident) for incident in found],
    }
    return json_text(document) + "\n"


def _of_hit(hit: Hit, book: Book, stems: frozenset[str]) -> FoundIncident:
    best: dict[str, FoundPassage] = {}
    for each in hit.passages:
        passage = each.passage
        shown = FoundPassage(passage.section, passage.anchor, snippet(passage.text, stems))
        best.setdefault(passage.anchor, shown)
    return _incident(hit.document.key, book, passages=tuple(best.values())[:_MOST_PASSAGES])


def _of_similar(found: Similar, book: Book, open_items: Mapping[str, Sequence[BacklogItem]]) -> FoundIncident:
    id = found.document.key
    review = book.review_by_incident.get(id)
    actions = tuple(
        FoundAction(
            item.action.id,
            plain(item.action.what),
            ", ".join(words for words in (STATUS_WORDS[item.action.status], due_words(item)) if words),
            item.action.owner if isinstance(item.action.owner, str) else "",
        )
        for item in open_items.get(review.id if review else "", ())
    )
    lessons = tuple(plain(lesson) for lesson in review.lessons[:_MOST_LESSONS]) if review else ()
    return _incident(id, book, reasons(found, book.vocabulary), open_actions=actions, lessons=lessons)


def _incident(
    id: str,
    book: Book,
    why: tuple[str, ...] = (),
    passages: tuple[FoundPassage, ...] = (),
    open_actions: tuple[FoundAction, ...] = (),
    lessons: tuple[str, ...] = (),
) -> FoundIncident:
    incident = book.incident_by_id[id]
    title, services = plain(incident.title), incident.services
    return FoundIncident(id, title, incident.severity, services, why, passages, open_actions, lessons)


def _open_items(book: Book, incidents: set[str], as_of: date) -> dict[str, list[BacklogItem]]:
    """The open actions of those incidents' reviews, by the review."""
    reviews = tuple(
        {review.id: review for id in incidents if (review := book.review_by_incident.get(id))}.values()
    )
    part = Book(book.incidents, reviews, book.vocabulary)
    found: dict[str, list[BacklogItem]] = {}
    for item in items(part, as_of):
        if item.action.is_open:
            found.setdefault(item.review.id, []).append(item)
    return found
