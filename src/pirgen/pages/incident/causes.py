"""How an incident came about, and what is done about it."""

from __future__ import annotations

from collections.abc import Sequence

from pirgen.analysis.backlog import BacklogItem
from pirgen.diagrams.fault_tree.outline import outline
from pirgen.model import Action, ActionStatus, Book, Factor, Incident, Review, title_of
from pirgen.reports.action_words import STATUS_WORDS
from pirgen.wording.plurals import counted

_COUNTED_WORDS = STATUS_WORDS | {ActionStatus.UNKNOWN: "of unknown state"}


def causes_of(incident: Incident, review: Review | None, book: Book) -> dict[str, object]:
    """What the template asks of a review; an incident may be without one, or be covered by another's."""
    if review is None:
        return {"is_covered": False, "also_covered": (), "categories": ()}
    others = [id for id in review.incidents if id != incident.id]
    trigger = title_of(book.vocabulary.triggers, review.trigger_kind) if review.trigger_kind else ""
    by_category = _by_category(review, book)
    return {
        "is_covered": review.id != incident.id,
        "reviewed_with": book.incident_by_id.get(review.id),
        "also_covered": [book.incident_by_id[id] for id in others if id in book.incident_by_id],
        "categories": [category for category, _ in by_category],
        "factors_by_category": by_category,
        "factor_text": lambda id: _factor_text(review, id),
        "trigger_kind": trigger,
        "outline": outline(review.fault_tree, review.factors) if review.fault_tree else (),
        "all_told": all(factor.basis for factor in review.factors),
    }


def actions_of(review: Review | None, actions: Sequence[BacklogItem]) -> dict[str, object]:
    """What the template asks of a review's actions, also by the factor that they work on."""
    on: dict[str, list[tuple[str, Action]]] = {factor.id: [] for factor in review.factors} if review else {}
    for item in actions:
        for effect, ids in item.action.effects:
            for id in ids:
                on.setdefault(id, []).append((effect, item.action))
    return {"actions": actions, "actions_on": on, "actions_summary": _summary(actions)}


def _summary(actions: Sequence[BacklogItem]) -> str:
    """How many actions there are, and how many in each state: ``12 actions: 3 open, 9 done``."""
    states = [item.action.status for item in actions]
    counts = [f"{states.count(status)} {word}" for status, word in _COUNTED_WORDS.items() if status in states]
    return f"{counted(len(actions), 'action')}: {', '.join(counts)}"


def _by_category(review: Review, book: Book) -> list[tuple[str, list[Factor]]]:
    """The review's factors by category, in the vocabulary's order."""
    filed: dict[str, list[Factor]] = {}
    for factor in review.factors:
        filed.setdefault(factor.category, []).append(factor)
    order = [term.id for term in book.vocabulary.categories]
    return sorted(filed.items(), key=lambda pair: order.index(pair[0]) if pair[0] in order else len(order))


def _factor_text(review: Review, id: str) -> str:
    factor = review.factor(id)
    return factor.text if factor else id
