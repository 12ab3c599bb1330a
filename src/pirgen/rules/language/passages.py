"""The texts of a book whose wording is judged, each with its field and the part of a review it belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import NamedTuple

from pirgen.diagnostics import FieldPath
from pirgen.model import Action, Book, Factor, Gate, Incident, Review, Term, Why

VOCABULARY_FILE = "vocabularies.yaml"


class Part(Enum):
    """The parts of a review, as far as the same words weigh differently in them.

    ``IMPACT`` is an impact without figures beside it, ``LUCK`` says what might have been, and ``RATIONALE``
    is what an action says beyond its title. ``TIMELINE`` and ``ACCOUNT`` tell what people saw and did.
    """

    CAUSE = "causes"
    ACTION = "action titles"
    STORY = "other text"
    IMPACT = "impact"
    LUCK = "luck"
    RATIONALE = "rationale"
    TIMELINE = "timeline"
    ACCOUNT = "accounts"


class Passage(NamedTuple):
    """One text: the file and path of its field, and whether it is an id, or the key of one."""

    file: str
    path: FieldPath
    part: Part
    text: str
    is_id: bool = False
    at_key: bool = False

    @property
    def words(self) -> str:
        """The text to read: an id's hyphens are spaces."""
        return self.text.replace("-", " ") if self.is_id else self.text


def passages(book: Book) -> Iterator[Passage]:
    """Every text of every incident and review, and the words that a site classifies causes by.

    Links and evidence are left out: their titles are other people's words.
    """
    return (passage for passage in _all_passages(book) if passage.text)


def _all_passages(book: Book) -> Iterator[Passage]:
    yield from _of_terms("categories", book.vocabulary.categories)
    yield from _of_terms("triggers", book.vocabulary.triggers)
    for incident in book.incidents:
        yield from _of_incident(incident, f"{incident.id}/incident.yaml")
    for review in book.reviews:
        yield from _of_review(review, f"{review.id}/pir.yaml")


def holders(book: Book) -> Iterator[Passage]:
    """Every field that says who did, owns or tells something."""
    for incident in book.incidents:
        for role in incident.roles:
            yield Passage(f"{incident.id}/incident.yaml", ("roles", role.role), Part.STORY, role.who)
    for review in book.reviews:
        file = f"{review.id}/pir.yaml"
        if isinstance(review.owner, str):
            yield Passage(file, ("owner",), Part.STORY, review.owner)
        for index, action in enumerate(review.actions):
            if isinstance(action.owner, str):
                yield Passage(file, ("actions", index, "owner"), Part.STORY, action.owner)
        for index, account in enumerate(review.accounts):
            yield Passage(file, ("accounts", index, "role"), Part.STORY, account.role)


def _of_terms(key: str, terms: Iterable[Term]) -> Iterator[Passage]:
    for index, term in enumerate(terms):
        yield Passage(VOCABULARY_FILE, (key, index, "id"), Part.CAUSE, term.id, is_id=True)
        if term.title != term.id:
            yield Passage(VOCABULARY_FILE, (key, index, "title"), Part.CAUSE, term.title)


def _of_incident(incident: Incident, file: str) -> Iterator[Passage]:
    yield Passage(file, ("title",), Part.STORY, incident.title)
    yield Passage(file, ("severity_note",), Part.STORY, incident.severity_note)
    for index, tag in enumerate(incident.tags):
        yield Passage(file, ("tags", index), Part.STORY, tag, is_id=True)
    if incident.detection:
        yield Passage(file, ("detection", "note"), Part.STORY, incident.detection.note)
    if incident.impact:
        part = Part.STORY if incident.impact.measures else Part.IMPACT
        yield Passage(file, ("impact", "summary"), part, incident.impact.summary)
        yield Passage(file, ("impact", "who"), part, incident.impact.who)
    yield Passage(file, ("potential",), Part.STORY, incident.potential)
    for index, event in enumerate(incident.timeline):
        yield Passage(file, ("timeline", index, "text"), Part.TIMELINE, event.text)
        yield Passage(file, ("timeline", index, "note"), Part.TIMELINE, event.note)
    for index, related in enumerate(incident.related):
        yield Passage(file, ("related", index, "reason"), Part.STORY, related.reason)
    yield Passage(file, ("internal_notes",), Part.STORY, incident.internal_notes)


def _of_review(review: Review, file: str) -> Iterator[Passage]:
    yield Passage(file, ("summary",), Part.STORY, review.summary)
    yield Passage(file, ("trigger",), Part.CAUSE, review.trigger)
    for factor in review.factors:
        yield from _of_factor(factor, file)
    if review.five_whys:
        yield Passage(file, ("five_whys", "problem"), Part.CAUSE, review.five_whys.problem)
        yield from _of_whys(review.five_whys.because, file, ("five_whys", "because"))
    if review.fault_tree:
        yield Passage(file, ("fault_tree", "note"), Part.STORY, review.fault_tree.note)
        for gate in review.fault_tree.gates:
            yield from _of_gate(gate, file)
    for index, account in enumerate(review.accounts):
        yield Passage(file, ("accounts", index, "text"), Part.ACCOUNT, account.text)
    for key in ("surprises", "went_well", "went_badly", "got_lucky", "lessons", "open_questions"):
        part = Part.LUCK if key == "got_lucky" else Part.STORY
        for index, text in enumerate(getattr(review, key)):
            yield Passage(file, (key, index), part, text)
    for index, action in enumerate(review.actions):
        yield from _of_action(action, file, ("actions", index))
    yield Passage(file, ("no_actions_reason",), Part.RATIONALE, review.no_actions_reason)
    yield Passage(file, ("internal_notes",), Part.STORY, review.internal_notes)


def _of_factor(factor: Factor, file: str) -> Iterator[Passage]:
    path = ("factors", factor.id)
    yield Passage(file, path, Part.CAUSE, factor.id, is_id=True, at_key=True)
    yield Passage(file, (*path, "text"), Part.CAUSE, factor.text)
    yield Passage(file, (*path, "note"), Part.STORY, factor.note)


def _of_whys(whys: tuple[Why, ...], file: str, path: FieldPath) -> Iterator[Passage]:
    for index, why in enumerate(whys):
        yield Passage(file, (*path, index, "answer"), Part.CAUSE, why.answer)
        yield from _of_whys(why.because, file, (*path, index, "because"))


def _of_gate(gate: Gate, file: str) -> Iterator[Passage]:
    path = ("fault_tree", "gates", gate.id)
    yield Passage(file, path, Part.CAUSE, gate.id, is_id=True, at_key=True)
    yield Passage(file, (*path, "title"), Part.CAUSE, gate.title)


def _of_action(action: Action, file: str, path: FieldPath) -> Iterator[Passage]:
    yield Passage(file, (*path, "what"), Part.ACTION, action.what)
    for key in ("done_when", "proof", "reason", "note"):
        text = getattr(action, key)
        if isinstance(text, str):
            yield Passage(file, (*path, key), Part.RATIONALE, text)
