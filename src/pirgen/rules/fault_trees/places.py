"""The fault trees of a book, and where a gate and its inputs are written."""

from __future__ import annotations

from collections.abc import Iterator

from pirgen.model import Book, FaultTree, Gate, GateKind, Review
from pirgen.rules.rule import Field


def trees_in(book: Book) -> Iterator[tuple[Review, FaultTree]]:
    """Every review that has a fault tree, with it."""
    return ((review, review.fault_tree) for review in book.reviews if review.fault_tree)


def at_gate(review: Review, gate: str, key: str = "") -> Field:
    """A gate, or a key of it."""
    path = ("fault_tree", "gates", gate)
    return Field(f"{review.id}/pir.yaml", (*path, key) if key else path, at_key=True)


def input_key(gate: Gate, id: str) -> str:
    """The key under which a gate names an input."""
    if id == gate.condition and id not in gate.inputs:
        return "condition"
    return "of" if gate.kind is GateKind.ATLEAST else gate.kind.value
