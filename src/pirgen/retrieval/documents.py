"""What is searched: an incident with its review as passages of plain text, made from the values.

The site's index, the terminal, 'similar', the related incidents of a page and assistants all read this one
model. It is a function of the book, so what a book leaves out cannot be found.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cached_property
from typing import NamedTuple

from pirgen.cache import digest
from pirgen.model import FiveWhys, Incident, Link, NotRecorded, Review, Term, Vocabulary, Why, title_of
from pirgen.wording.instants import month
from pirgen.wording.plain_text import plain

__all__ = ["Document", "LaterDocument", "SearchField", "SearchPassage", "document_of"]


class SearchField(Enum):
    """The fields of a document: how much a word in one counts, and how many words one usually has.

    The lengths are fixed and not measured, so that a change of one incident changes no other's weight.
    """

    TITLE = 6.0, 9
    ID = 5.0, 5
    SERVICE = 4.0, 3
    TAG = 4.0, 4
    OWNER = 2.0, 4
    TRIGGER = 2.0, 20
    FACTOR = 2.0, 80
    SUMMARY = 2.0, 100
    IMPACT = 1.5, 50
    ACTION = 1.5, 90
    LESSON = 1.5, 60
    TIMELINE = 1.0, 220
    OTHER = 0.7, 180
    CLASS = 0.7, 12

    @property
    def weight(self) -> float:
        """How much a word in it counts."""
        return self.value[0]

    @property
    def usual_length(self) -> int:
        """How many words it usually has."""
        return self.value[1]


class SearchPassage(NamedTuple):
    """One text of a document as its authors wrote it, and where a reader finds it; a tuple, as there are many.

    ``section`` is the heading over it and ``anchor`` its place on the page; without an anchor it is shown as no
    result of its own, such as a title or a tag.
    """

    field: SearchField
    text: str
    section: str = ""
    anchor: str = ""


@dataclass(frozen=True)
class Document:
    """One page that can be found. ``path`` is its source path, such as ``incidents/2026-03-14-x.md``.

    ``exact`` are the values that lead here when they are typed as they are; ``filters`` narrow a search down,
    such as ``("severity", "SEV-1")``, and ``also`` are the titles of these. ``marks`` are shown beside its
    title. A lower ``group`` comes first.
    """

    key: str
    path: str
    title: str
    passages: tuple[SearchPassage, ...]
    exact: tuple[str, ...] = ()
    filters: tuple[tuple[str, str], ...] = ()
    also: tuple[tuple[str, str], ...] = ()
    marks: tuple[str, ...] = ()
    group: int = 0

    @cached_property
    def sections(self) -> tuple[str, ...]:
        """The headings over its passages, each once, in their order."""
        return tuple(dict.fromkeys(passage.section for passage in self.passages if passage.section))

    @cached_property
    def mark(self) -> str:
        """A digest of all that words are counted in."""
        texts = [
            part for passage in self.passages for part in (passage.field.name, passage.section, passage.text)
        ]
        values = [part for pair in (*self.filters, *self.also) for part in pair]
        return digest(f"{len(texts)} {len(self.exact)} {len(self.filters)}", *texts, *self.exact, *values)


class LaterDocument(Document):
    """A document whose passages, which are most of it, are made again when they are asked for."""

    def __init__(self, document: Document, make: Callable[[], Document]) -> None:
        known = {name: value for name, value in vars(document).items() if name != "passages"}
        vars(self).update(known, sections=document.sections, mark=document.mark, make=make)

    make: Callable[[], Document]

    @property
    def passages(self) -> tuple[SearchPassage, ...]:
        """As a document has them."""
        return self.make().passages

    def __eq__(self, other: object) -> bool:
        return self.make() == other

    __hash__ = Document.__hash__


def document_of(incident: Incident, review: Review | None, vocabulary: Vocabulary) -> Document:
    """An incident and the review that tells of it as one document."""
    passages = [*_of_incident(incident, vocabulary)]
    if review:
        passages += _of_review(review, vocabulary)
    owners = _owners(review)
    services = [title_of(vocabulary.services, id) for id in incident.services]
    exact = (incident.id, incident.title, *incident.services, *services, *incident.tags, *owners)
    filters = [("severity", incident.severity), ("year", incident.id[:4]), ("status", incident.status.value)]
    filters += [("service", id) for id in incident.services]
    filters += [("tag", tag) for tag in incident.tags]
    filters += [("owner", owner) for owner in owners]
    categories = sorted({factor.category for factor in review.factors}) if review else []
    filters += [("category", id) for id in categories]
    if review and review.trigger_kind:
        filters.append(("trigger", review.trigger_kind))
    if incident.detection and isinstance(incident.detection.source, str):
        filters.append(("detection", incident.detection.source))
    return Document(
        key=incident.id,
        path=f"incidents/{incident.id}.md",
        title=plain(incident.title),
        passages=tuple(
            SearchPassage(field, said, section, anchor)
            for field, text, section, anchor in passages
            if (said := plain(text))
        ),
        exact=tuple(dict.fromkeys(exact)),
        filters=tuple(dict.fromkeys(filters)),
        also=tuple(_titles(filters, vocabulary)),
        marks=(incident.id[:10], incident.severity, *services),
    )


def _titles(filters: Iterable[tuple[str, str]], vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    """The titles of filters' values that have one."""
    levels = tuple(Term(level.id, level.title) for level in vocabulary.severities)
    terms = {
        "severity": levels,
        "service": vocabulary.services,
        "owner": vocabulary.teams,
        "category": vocabulary.categories,
        "trigger": vocabulary.triggers,
        "detection": vocabulary.detection_sources,
    }
    for key, value in filters:
        if (title := title_of(terms.get(key, ()), value)) != value:
            yield key, title


def _of_day(day: date) -> Iterator[SearchPassage]:
    """A day as it is typed: by its month, and in the orders that people write numbers in."""
    orders = (f"{day:%Y%m%d}", f"{day:%Y%m}", f"{day:%d%m%Y}", f"{day:%m%d%Y}")
    yield SearchPassage(SearchField.CLASS, f"{month(day.month)} {day.year} {' '.join(orders)}")


def _of_incident(incident: Incident, vocabulary: Vocabulary) -> Iterator[SearchPassage]:
    yield SearchPassage(SearchField.TITLE, incident.title)
    yield SearchPassage(SearchField.ID, incident.id)
    for service in incident.services:
        title = title_of(vocabulary.services, service)
        yield SearchPassage(SearchField.SERVICE, service)
        if title != service:
            yield SearchPassage(SearchField.SERVICE, title)
    for tag in incident.tags:
        yield SearchPassage(SearchField.TAG, tag)
    yield SearchPassage(SearchField.CLASS, incident.severity)
    yield from _of_day(incident.day)
    if incident.impact:
        yield SearchPassage(SearchField.IMPACT, incident.impact.summary, "Impact", "impact")
        yield SearchPassage(SearchField.IMPACT, incident.impact.who, "Impact", "impact")
        for measure in incident.impact.measures:
            yield SearchPassage(SearchField.OTHER, f"{measure.what}: {measure.figure}", "Impact", "impact")
    yield SearchPassage(SearchField.IMPACT, incident.potential, "Impact", "impact")
    if incident.is_planned:
        yield SearchPassage(SearchField.CLASS, "planned maintenance")
    for event in incident.timeline:
        yield SearchPassage(SearchField.TIMELINE, event.text, "Timeline", "timeline")
        yield from _other(
            "Timeline",
            "timeline",
            (
                event.note,
                *(title_of(vocabulary.milestones, each) for each in event.milestones),
                *(item.title for item in event.evidence),
            ),
        )
    if incident.detection:
        source = incident.detection.source
        if not isinstance(source, NotRecorded):
            yield SearchPassage(SearchField.CLASS, title_of(vocabulary.detection_sources, source))
        yield SearchPassage(SearchField.OTHER, incident.detection.note, "Timeline", "timeline")
    yield from _other("", "", (incident.severity_note,))
    yield from _other("Related incidents", "related", (related.reason for related in incident.related))
    yield from _of_links(incident.links)
    yield from _other("Internal notes", "internal-notes", (incident.internal_notes,))


def _of_review(review: Review, vocabulary: Vocabulary) -> Iterator[SearchPassage]:
    for owner in _owners(review):
        yield SearchPassage(SearchField.OWNER, owner)
        yield SearchPassage(SearchField.OWNER, title_of(vocabulary.teams, owner))
    yield SearchPassage(SearchField.SUMMARY, review.summary, "Summary", "summary")
    yield SearchPassage(SearchField.TRIGGER, review.trigger, "Trigger", "trigger")
    if review.trigger_kind:
        yield SearchPassage(SearchField.CLASS, title_of(vocabulary.triggers, review.trigger_kind))
    for factor in review.factors:
        anchor = f"factor-{factor.id}"
        yield SearchPassage(SearchField.FACTOR, factor.text, "Contributing factor", anchor)
        shown = (item.title for item in factor.evidence)
        yield from _other("Contributing factor", anchor, (factor.note, *shown))
    for category in sorted({factor.category for factor in review.factors}):
        yield SearchPassage(SearchField.CLASS, title_of(vocabulary.categories, category))
    for action in review.actions:
        anchor = f"action-{action.id}"
        yield SearchPassage(SearchField.ACTION, action.what, "Action", anchor)
        yield from _other("Action", anchor, (action.done_when, action.proof, action.reason, action.note))
    yield from _learned(review)
    yield from _other("Actions", "actions", (review.no_actions_reason,))
    yield from _other("Five whys", "whys", _answers(review.five_whys))
    if review.fault_tree:
        titles = (gate.title for gate in review.fault_tree.gates)
        yield from _other("Fault tree", "fault-tree", (*titles, review.fault_tree.note))
    yield from _of_links(review.links)
    yield from _other("Internal notes", "internal-notes", (review.internal_notes,))


def _of_links(links: Iterable[Link]) -> Iterator[SearchPassage]:
    for link in links:
        yield from _other("Evidence and links", "evidence", (link.title, link.note))


def _learned(review: Review) -> Iterator[SearchPassage]:
    told: tuple[tuple[SearchField, str, str, Sequence[str]], ...] = (
        (SearchField.LESSON, "Lesson", "lessons", review.lessons),
        (SearchField.LESSON, "What surprised us", "surprises", review.surprises),
        (SearchField.OTHER, "What went well", "went", review.went_well),
        (SearchField.OTHER, "What went badly", "went", review.went_badly),
        (SearchField.OTHER, "Where we got lucky", "went", review.got_lucky),
        (SearchField.OTHER, "Open question", "questions", review.open_questions),
        (SearchField.OTHER, "How it was seen", "accounts", [account.text for account in review.accounts]),
    )
    for field, section, anchor, texts in told:
        for text in texts:
            yield SearchPassage(field, text, section, anchor)


def _other(section: str, anchor: str, texts: Iterable[str | NotRecorded | None]) -> Iterator[SearchPassage]:
    for text in texts:
        if isinstance(text, str):
            yield SearchPassage(SearchField.OTHER, text, section, anchor)


def _answers(whys: FiveWhys | None) -> Iterator[str]:
    if whys:
        yield whys.problem
        for why in whys.because:
            yield from _answers_under(why)


def _answers_under(why: Why) -> Iterator[str]:
    yield why.answer
    for deeper in why.because:
        yield from _answers_under(deeper)


def _owners(review: Review | None) -> tuple[str, ...]:
    """The owner of a review and those of its actions, each once."""
    if review is None:
        return ()
    written = (review.owner, *(action.owner for action in review.actions))
    return tuple(dict.fromkeys(owner for owner in written if isinstance(owner, str)))
