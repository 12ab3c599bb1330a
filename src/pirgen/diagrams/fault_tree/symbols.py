"""The symbols of a fault tree after IEC 61025 and NUREG-0492: outlines, sizes, and the words inside them.

Outlines are path data in a box of 100 by 100.
"""

from __future__ import annotations

from dataclasses import dataclass

from pirgen.model import FactorKind, Gate, GateKind

__all__ = ["OUTLINES", "OVAL", "TRANSFER", "Symbol", "event_symbol", "gate_symbol", "gate_word"]


@dataclass(frozen=True)
class Symbol:
    """A symbol: the CSS class that gives it its outline, its size in pixels, how far down its word stands."""

    outline: str
    width: float
    height: float
    word_at: float = 0.5


_OR = "M0 100C1 52 20 18 50 0C80 18 99 52 100 100Q50 72 0 100Z"
_XOR = "M0 86C1 46 20 16 50 0C80 16 99 46 100 86Q50 60 0 86ZM0 100Q50 74 100 100Q50 74 0 100Z"
_NOT = "M50 16L100 100H0ZM50 -6A10 11 0 0 1 50 16A10 11 0 0 1 50 -6Z"

OUTLINES = {
    "pirgen-and": "M0 100V54A50 54 0 0 1 100 54V100Z",
    "pirgen-or": _OR,
    "pirgen-xor": _XOR,
    "pirgen-not": _NOT,
    "pirgen-inhibit": "M50 0L100 26V74L50 100L0 74V26Z",
    "pirgen-transfer": "M50 0L100 100H0Z",
    "pirgen-basic": "M50 0A50 50 0 0 1 50 100A50 50 0 0 1 50 0Z",
    "pirgen-undeveloped": "M50 0L100 50L50 100L0 50Z",
    "pirgen-house": "M50 0L100 40V100H0V40Z",
    "pirgen-oval": "M0 50A50 50 0 0 1 100 50A50 50 0 0 1 0 50Z",
    "pirgen-sign-closed": "M14 54L40 80L88 22",
    "pirgen-sign-planned": "M50 16A34 34 0 0 1 50 84A34 34 0 0 1 50 16Z",
    "pirgen-sign-open": "M50 6V62M50 90V94",
    "pirgen-cut": "M0 34L100 0M0 100L100 66",
    "pirgen-cut-aside": "M34 0L0 100M100 0L66 100",
}
"""Outlines by class."""

TRANSFER = Symbol("pirgen-transfer", 42, 36, 0.66)
"""The triangle that stands for a subtree drawn elsewhere."""

OVAL = "pirgen-oval"
"""The class of a condition's outline, whose size follows its text."""

_GATES = {
    GateKind.ALL: Symbol("pirgen-and", 48, 42, 0.55),
    GateKind.ANY: Symbol("pirgen-or", 48, 46, 0.53),
    GateKind.ATLEAST: Symbol("pirgen-or", 48, 46, 0.53),
    GateKind.XOR: Symbol("pirgen-xor", 48, 50, 0.47),
    GateKind.NOT: Symbol("pirgen-not", 52, 46, 0.76),
    GateKind.INHIBIT: Symbol("pirgen-inhibit", 46, 46),
    GateKind.TRANSFER: TRANSFER,
}

_EVENTS = {
    FactorKind.BASIC: Symbol("pirgen-basic", 34, 34),
    FactorKind.UNDEVELOPED: Symbol("pirgen-undeveloped", 50, 36),
    FactorKind.HOUSE: Symbol("pirgen-house", 38, 36, 0.64),
    FactorKind.CONDITION: Symbol("pirgen-oval", 50, 30),
}

_WORDS = {
    GateKind.ALL: "all",
    GateKind.ANY: "any",
    GateKind.XOR: "one",
    GateKind.NOT: "not",
    GateKind.INHIBIT: "if",
    GateKind.TRANSFER: "",
}


def gate_symbol(gate: Gate) -> Symbol:
    """The symbol of a gate; k out of n is an OR gate with its numbers in it."""
    return _GATES[gate.kind]


def gate_word(gate: Gate) -> str:
    """The word inside a gate's symbol, for those who do not know the symbols: all, any, 2/3 ..."""
    if gate.kind is GateKind.ATLEAST:
        return f"{gate.atleast}/{len(gate.inputs)}"
    return _WORDS[gate.kind]


def event_symbol(kind: FactorKind) -> Symbol:
    """The symbol of an event."""
    return _EVENTS[kind]
