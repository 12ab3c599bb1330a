"""How an incident came about, and what is done about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pirgen.analysis.backlog import BacklogItem
from pirgen.analysis.durations import Length, span
from pirgen.diagrams.fault_tree.outline import OutlineLine, outline
from pirgen.diagrams.fault_tree.reviewed_tree import ReviewedTree
from pirgen.model import (
    Action,
    ActionStatus,
    Book,
    Event,
    Factor,
    Incident,
    Instant,
    Moment,
    Review,
    title_of,
)
from pirgen.reports.action_words import STATUS_WORDS
from pirgen.wording.plain_text import plain, shortened
from pirgen.wording.plurals import counted

_COUNTED_WORDS = STATUS_WORDS | {ActionStatus.UNKNOWN: "of unknown state"}


_NAME = 60
"""So long is the name of a factor where its full text is elsewhere on the page."""


@dataclass(frozen=True)
class Removal:
    """The event of the response that removed a factor, and the incident of its timeline."""

    incident: Incident
    event: Event


@dataclass(frozen=True)
class CausesView:
    """What a review found, as the incident's page shows it; empty where there is no review.

    ``is_covered``: the review is that of another incident, ``reviewed_with``; ``also_covered`` are the other
    incidents that it is about. ``factor_names`` are short, for where the text is elsewhere.
    ``all_have_basis``: every factor is marked as stated or inferred. ``latent`` says of factors how long before
    the start they were there, ``longest_latent`` is the one that was there longest; ``removals`` are the events
    that removed factors.
    """

    is_covered: bool = False
    reviewed_with: Incident | None = None
    also_covered: tuple[Incident, ...] = ()
    categories: tuple[str, ...] = ()
    factors_by_category: tuple[tuple[str, tuple[Factor, ...]], ...] = ()
    factor_names: Mapping[str, str] = field(default_factory=dict)
    trigger_kind: str = ""
    outline: tuple[OutlineLine, ...] = ()
    all_have_basis: bool = False
    latent: Mapping[str, Length | None] = field(default_factory=dict)
    longest_latent: Factor | None = None
    removals: Mapping[str, Removal] = field(default_factory=dict)


@dataclass(frozen=True)
class ActionsView:
    """The actions of a review, also by the factor that they work on: what they do to it, and the action."""

    actions: tuple[BacklogItem, ...]
    actions_on: Mapping[str, tuple[tuple[str, Action], ...]]
    actions_summary: str


def causes_of(incident: Incident, review: Review | None, book: Book, shown: ReviewedTree | None) -> CausesView:
    """What its review found; an incident may be without one, or be covered by another's.

    ``shown`` is its fault tree.
    """
    if review is None:
        return CausesView()
    others = [id for id in review.incidents if id != incident.id]
    trigger = title_of(book.vocabulary.triggers, review.trigger_kind)
    filed = by_category(review.factors, book)
    return CausesView(
        is_covered=review.id != incident.id,
        reviewed_with=book.incident_by_id.get(review.id),
        also_covered=tuple(book.incident_by_id[id] for id in others if id in book.incident_by_id),
        categories=tuple(category for category, _ in filed),
        factors_by_category=filed,
        factor_names={factor.id: shortened(plain(factor.text), _NAME) for factor in review.factors},
        trigger_kind=trigger,
        outline=outline(shown.tree, shown.factors, shown.actions, shown.findings) if shown else (),
        all_have_basis=all(factor.basis for factor in review.factors),
        latent=_latent(review, book),
        longest_latent=_longest_latent(review),
        removals=_removals(review, book),
    )


def _latent(review: Review, book: Book) -> dict[str, Length | None]:
    """How long before the start the factors were there that say since when; None where that is not known."""
    own = book.incident_by_id.get(review.id)
    start = own.event_of(Moment.STARTED) if own else None
    since = {factor.id: factor.latent_since for factor in review.factors}
    known = {id: at for id, at in since.items() if isinstance(at, Instant)}
    if start is None or not isinstance(start.at, Instant):
        return dict.fromkeys(known)
    return {id: span(at, start.at, start.approximate) for id, at in known.items()}


def _longest_latent(review: Review) -> Factor | None:
    known = [(factor.latent_since, factor) for factor in review.factors]
    dated = [(since.at, factor) for since, factor in known if isinstance(since, Instant)]
    return min(dated, key=lambda pair: pair[0])[1] if dated else None


def _removals(review: Review, book: Book) -> dict[str, Removal]:
    incidents = [book.incident_by_id[id] for id in review.incidents if id in book.incident_by_id]
    events = {
        event.id: Removal(each, event) for each in reversed(incidents) for event in each.timeline if event.id
    }
    return {each.id: events[each.removed_by] for each in review.factors if each.removed_by in events}


def actions_of(review: Review | None, actions: tuple[BacklogItem, ...]) -> ActionsView:
    """The review's actions with their factors."""
    on: dict[str, list[tuple[str, Action]]] = {factor.id: [] for factor in review.factors} if review else {}
    for item in actions:
        for effect, ids in item.action.effects:
            for id in ids:
                on.setdefault(id, []).append((effect, item.action))
    return ActionsView(actions, {id: tuple(found) for id, found in on.items()}, _summary(actions))


def _summary(actions: Sequence[BacklogItem]) -> str:
    """How many actions there are, and how many in each state: ``12 actions: 3 open, 9 done``."""
    states = [item.action.status for item in actions]
    counts = [f"{states.count(status)} {word}" for status, word in _COUNTED_WORDS.items() if status in states]
    return f"{counted(len(actions), 'action')}: {', '.join(counts)}"


def by_category(factors: Iterable[Factor], book: Book) -> tuple[tuple[str, tuple[Factor, ...]], ...]:
    """Factors by category, in the vocabulary's order."""
    filed: dict[str, list[Factor]] = {}
    for factor in factors:
        filed.setdefault(factor.category, []).append(factor)
    order = [term.id for term in book.vocabulary.categories]
    ids = sorted(filed, key=lambda id: order.index(id) if id in order else len(order))
    return tuple((id, tuple(filed[id])) for id in ids)
