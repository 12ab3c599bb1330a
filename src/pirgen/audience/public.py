"""The book that the public may read: what is internal is taken out before anything is counted or drawn.

An incident or a review is internal unless it says ``audience: public``, and everything in it may be marked
``internal: true``. What rests on something internal goes with it: a fault tree without one of its factors would
tell other ways to fail than the real ones.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any, TypeVar
from urllib.parse import unquote

from pirgen.audience.texts import texts_in
from pirgen.model import (
    NOT_PUBLIC,
    Audience,
    Book,
    FaultTree,
    FiveWhys,
    Incident,
    InternalText,
    Review,
    Term,
    Vocabulary,
    Why,
)

__all__ = ["is_internal", "public_book"]

_NAME = re.compile(r"[^\s()<>\[\]\"'`,;|*]+")

T = TypeVar("T")
TermT = TypeVar("TermT", bound=Term)


def public_book(book: Book) -> Book:
    """The part of a book that the public may read, as a book of its own."""
    incidents = {each.id: each for each in book.incidents if each.audience is Audience.PUBLIC}
    reviews = [each for each in book.reviews if each.audience is Audience.PUBLIC and each.id in incidents]
    shown = tuple(_incident(each, incidents) for each in incidents.values())
    by_id = {each.id: each for each in shown}
    told = _with_whole_trees([_review(each, by_id) for each in reviews], book)
    texts = frozenset(texts_in((shown, told)))
    attachments = _attachments(book.attachments, shown, told)
    return Book(
        incidents=shown,
        reviews=told,
        vocabulary=_vocabulary(book.vocabulary, texts),
        attachments=attachments,
        file_sizes={path: size for path, size in book.file_sizes.items() if path in attachments},
        picture_sizes={path: size for path, size in book.picture_sizes.items() if path in attachments},
        sources={id: source for id, source in book.sources.items() if id in incidents},
    )


def is_internal(value: object) -> bool:
    """Whether a value is marked as internal itself."""
    return isinstance(value, InternalText) or getattr(value, "internal", False) is True


def _incident(incident: Incident, shown: Mapping[str, Incident]) -> Incident:
    related = tuple(each for each in incident.related if each.incident in shown)
    return _without_internal(replace(incident, related=related))


def _review(review: Review, shown: Mapping[str, Incident]) -> Review:
    """A review without what is internal, and without what refers to it."""
    left = _without_internal(review)
    known = {factor.id for factor in left.factors}
    gone = {factor.id for factor in review.factors} - known
    told = {event.id for id in review.incidents if id in shown for event in shown[id].timeline}
    factors = tuple(
        factor if not factor.removed_by or factor.removed_by in told else replace(factor, removed_by=NOT_PUBLIC)
        for factor in left.factors
    )
    actions = tuple(
        replace(
            action,
            eliminates=_without(action.eliminates, gone),
            reduces=_without(action.reduces, gone),
            detects=_without(action.detects, gone),
        )
        for action in left.actions
    )
    incident = shown[review.id]
    return replace(
        left,
        covers=tuple(id for id in review.covers if id in shown),
        summary=left.summary or (incident.impact.summary if incident.impact else incident.title),
        factors=factors,
        five_whys=_whys(left.five_whys, gone),
        fault_tree=left.fault_tree if left.fault_tree and not _names(left.fault_tree) & gone else None,
        actions=actions,
    )


def _with_whole_trees(reviews: list[Review], book: Book) -> tuple[Review, ...]:
    """The reviews with those fault trees only whose every transfer leads to a tree that is shown whole."""
    had_tree = {review.id for review in book.reviews if review.fault_tree}
    while True:
        lost = had_tree - {review.id for review in reviews if review.fault_tree}
        broken = [review for review in reviews if review.fault_tree and _transfers(review.fault_tree) & lost]
        if not broken:
            return tuple(reviews)
        reviews = [replace(each, fault_tree=None) if each in broken else each for each in reviews]


def _without_internal(value: T) -> T:
    """A value without the entries of lists, the parts and the texts that are marked."""
    if isinstance(value, tuple):
        left = tuple(_without_internal(each) for each in value if not is_internal(each))
        return left if left != value else value  # type: ignore[return-value]
    if is_dataclass(value) and not isinstance(value, (type, Enum)):
        before = {field.name: getattr(value, field.name) for field in fields(value)}
        after = {name: _part(part) for name, part in before.items()}
        changed: dict[str, Any] = {name: after[name] for name in before if after[name] is not before[name]}
        return replace(value, **changed) if changed else value
    return value


def _part(value: object) -> object:
    if isinstance(value, InternalText):
        return ""
    return None if is_internal(value) else _without_internal(value)


def _without(ids: tuple[str, ...], gone: set[str]) -> tuple[str, ...]:
    return tuple(id for id in ids if id not in gone)


def _whys(whys: FiveWhys | None, gone: set[str]) -> FiveWhys | None:
    return whys and replace(whys, because=_answers(whys.because, gone))


def _answers(answers: tuple[Why, ...], gone: set[str]) -> tuple[Why, ...]:
    """The answers without those that end in a factor that is gone: what they say is that factor."""
    left = [answer for answer in answers if answer.factor not in gone]
    return tuple(replace(answer, because=_answers(answer.because, gone)) for answer in left)


def _names(tree: FaultTree) -> set[str]:
    """The ids that a tree's gates name."""
    return {name for gate in tree.gates for name in (*gate.inputs, gate.condition) if name}


def _transfers(tree: FaultTree) -> set[str]:
    """The ids of the reviews whose trees a tree is continued in."""
    return {gate.transfer.review for gate in tree.gates if gate.transfer}


def _attachments(
    paths: Iterable[str], incidents: tuple[Incident, ...], reviews: tuple[Review, ...]
) -> frozenset[str]:
    """The files that a public text of their own incident names; nobody said that others may be shown."""
    told = {review.id: review for review in reviews}
    named = {each.id: frozenset(_names_in(texts_in((each, told.get(each.id))))) for each in incidents}
    parted = [(path, *path.partition("/")[::2]) for path in paths]
    return frozenset(path for path, id, name in parted if name in named.get(id, ()))


def _names_in(texts: Iterable[str]) -> Iterator[str]:
    """Whatever may be the name of a file, each whole: ``old-graph.png`` does not name ``graph.png``."""
    for text in texts:
        for word in _NAME.findall(text):
            yield posixpath.normpath(unquote(word.rstrip(".:!?")).partition("#")[0])


def _vocabulary(vocabulary: Vocabulary, texts: frozenset[str]) -> Vocabulary:
    """The words that the public book uses; the registry of people is never shown."""
    everything = "\n".join(texts).casefold()
    return replace(
        vocabulary,
        services=_used(vocabulary.services, texts),
        teams=_used(vocabulary.teams, texts),
        glossary=tuple(term for term in vocabulary.glossary if term.title.casefold() in everything),
        people=(),
    )


def _used(terms: tuple[TermT, ...], texts: frozenset[str]) -> tuple[TermT, ...]:
    return tuple(term for term in terms if term.id in texts)
