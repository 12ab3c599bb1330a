"""A fault tree: gates that combine factors into what suffices for the top event (IEC 61025, NUREG-0492)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from pirgen.model.values import Basis


class GateKind(Enum):
    """The gates, by the word that an author writes."""

    ALL = "all"
    ANY = "any"
    ATLEAST = "atleast"
    XOR = "xor"
    NOT = "not"
    INHIBIT = "inhibit"
    TRANSFER = "transfer"


@dataclass(frozen=True)
class Transfer:
    """A gate of another review's tree: the review's folder id and the gate's id in it."""

    review: str
    gate: str


@dataclass(frozen=True)
class Gate:
    """One gate. ``inputs`` are ids of gates or factors, in the order drawn.

    ``atleast`` is the k of a k-out-of-n gate, ``condition`` the factor of an inhibit gate,
    ``transfer`` the target of a transfer gate (which has no inputs); each is None elsewhere.
    """

    id: str
    title: str
    kind: GateKind
    inputs: tuple[str, ...] = ()
    atleast: int | None = None
    condition: str | None = None
    transfer: Transfer | None = None
    basis: Basis | None = None


@dataclass(frozen=True)
class FaultTree:
    """The gates by appearance, and the id of the one on top. ``note`` is the authors' remark on it."""

    top: str
    gates: tuple[Gate, ...]
    note: str = ""

    def gate(self, id: str) -> Gate | None:
        """The gate of that id, or None where the id is a factor's or nobody's."""
        return next((gate for gate in self.gates if gate.id == id), None)
