"""References by a former id lead to the incident that has it as an alias."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from pirgen.model import Book, FormerReference, Gate, Incident, Review, Transfer

__all__ = ["with_current_ids"]


def with_current_ids(book: Book) -> Book:
    """The book with every reference by a former id led to the present one, and those references noted."""
    known = book.incident_by_id
    current = {alias: each.id for each in book.incidents for alias in each.aliases if alias not in known}
    former = tuple(_former(book, current)) if current else ()
    if not former:
        return book
    return replace(
        book,
        incidents=tuple(_incident(each, current) for each in book.incidents),
        reviews=tuple(_review(each, current) for each in book.reviews),
        former_references=former,
    )


def _former(book: Book, current: Mapping[str, str]) -> Iterator[FormerReference]:
    for incident in book.incidents:
        for index, related in enumerate(incident.related):
            if new := current.get(related.incident):
                at = ("related", index, "incident")
                yield FormerReference(f"{incident.id}/incident.yaml", at, related.incident, new)
    for review in book.reviews:
        file = f"{review.id}/pir.yaml"
        for index, id in enumerate(review.covers):
            if new := current.get(id):
                yield FormerReference(file, ("covers", index), id, new)
        for gate in review.fault_tree.gates if review.fault_tree else ():
            if gate.transfer and (new := current.get(gate.transfer.review)):
                path = ("fault_tree", "gates", gate.id, "transfer")
                yield FormerReference(file, path, gate.transfer.review, new, f"#{gate.transfer.gate}")


def _incident(incident: Incident, current: Mapping[str, str]) -> Incident:
    related = tuple(
        replace(each, incident=current.get(each.incident, each.incident)) for each in incident.related
    )
    return replace(incident, related=related)


def _review(review: Review, current: Mapping[str, str]) -> Review:
    tree = review.fault_tree
    if tree:
        tree = replace(tree, gates=tuple(_gate(gate, current) for gate in tree.gates))
    return replace(review, covers=tuple(current.get(id, id) for id in review.covers), fault_tree=tree)


def _gate(gate: Gate, current: Mapping[str, str]) -> Gate:
    if gate.transfer is None or gate.transfer.review not in current:
        return gate
    return replace(gate, transfer=Transfer(current[gate.transfer.review], gate.transfer.gate))
