"""What an incident shares with another, in words."""

from __future__ import annotations

from pirgen.analysis.relations import Relation, SharedAttribute
from pirgen.model import Book, title_of

_OPENINGS = {
    SharedAttribute.SERVICE: "on",
    SharedAttribute.TRIGGER: "triggered by",
    SharedAttribute.CATEGORY: "factors in",
}


def describe_shared(relation: Relation, book: Book) -> str:
    """What two incidents share, in words: ``on Consul; triggered by load; factors in code and data``."""
    words = [(kind, _word(kind, id, book)) for kind, id in relation.shared]
    parts = []
    for kind, opening in _OPENINGS.items():
        shared = [word for of, word in words if of is kind]
        if shared:
            parts.append(
                f"{opening} {' and '.join([', '.join(shared[:-1]), shared[-1]] if shared[1:] else shared)}"
            )
    return "; ".join(parts)


def _word(kind: SharedAttribute, id: str, book: Book) -> str:
    vocabulary = book.vocabulary
    if kind is SharedAttribute.SERVICE:
        return title_of(vocabulary.services, id)
    return title_of(
        vocabulary.triggers if kind is SharedAttribute.TRIGGER else vocabulary.categories, id
    ).lower()
