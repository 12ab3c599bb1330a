"""A fault tree as a network of logic: events, gates, and literals that may be negated.

Node 0 is the constant false, the next ones are the events, the rest are gates, inputs before the
gates that use them. A literal is twice a node's number, plus one where it is negated. There is no
gate for 'any': by De Morgan it is the negation of 'all' over negated inputs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

__all__ = ["FALSE", "TRUE", "Connective", "Formula", "FormulaBuilder", "Junction"]

FALSE = 0
TRUE = 1


class Connective(Enum):
    """How a gate joins its inputs."""

    ALL = "all"
    ATLEAST = "atleast"
    XOR = "xor"


@dataclass(frozen=True, slots=True)
class Junction:
    """A gate: literals and how they are joined; ``least`` is the k of an ATLEAST."""

    connective: Connective
    inputs: tuple[int, ...]
    least: int = 0


@dataclass(frozen=True)
class Formula:
    """The events by name, the gates bottom-up, and the literal on top."""

    events: tuple[str, ...]
    gates: tuple[Junction, ...]
    top: int

    @property
    def first_gate(self) -> int:
        """The number of the first gate; smaller ones but 0 are events."""
        return len(self.events) + 1

    def gate(self, node: int) -> Junction:
        """The gate of that number."""
        return self.gates[node - self.first_gate]

    @cached_property
    def uses(self) -> tuple[int, ...]:
        """How often each node is an input, counting only gates that the top depends on."""
        uses = [0] * (self.first_gate + len(self.gates))
        uses[self.top >> 1] = 1
        for node in range(len(uses) - 1, self.first_gate - 1, -1):
            if uses[node]:
                for literal in self.gate(node).inputs:
                    uses[literal >> 1] += 1
        return tuple(uses)

    @cached_property
    def is_coherent(self) -> bool:
        """Whether no event works against the top: none is negated, so more of them never help."""
        signs = [0] * (self.first_gate + len(self.gates))  # bit 0: reached as it is, bit 1: negated
        signs[self.top >> 1] = 1 << (self.top & 1)
        for node in range(len(signs) - 1, self.first_gate - 1, -1):
            gate, sign = self.gate(node), signs[node]
            both = sign and gate.connective is Connective.XOR
            turned = (sign >> 1) | (sign & 1) << 1
            for literal in gate.inputs:
                signs[literal >> 1] |= 3 if both else turned if literal & 1 else sign
        return all(sign < 2 for sign in signs[1 : self.first_gate])

    def values(self, events: Sequence[int], all_true: int = 1) -> list[int]:
        """The value of every node, given those of the events.

        Each value is a row of bits, one bit an assignment, so that many assignments are evaluated at
        once; ``all_true`` has every bit of a row set.
        """
        values = [0, *events]
        for gate in self.gates:
            rows = [values[literal >> 1] ^ (all_true if literal & 1 else 0) for literal in gate.inputs]
            if gate.connective is Connective.ALL:
                value = all_true
                for row in rows:
                    value &= row
            elif gate.connective is Connective.XOR:
                value = rows[0] ^ rows[1]
            else:
                value = _at_least(gate.least, rows, all_true)
            values.append(value)
        return values

    def indispensable(self) -> tuple[int, ...]:
        """The events without which all others together don't make the top true; in a coherent formula."""
        count = len(self.events)
        all_true = (1 << count) - 1
        values = self.values([all_true ^ (1 << place) for place in range(count)], all_true)
        top = values[self.top >> 1] ^ (all_true if self.top & 1 else 0)
        return tuple(place + 1 for place in range(count) if not top >> place & 1)


def _at_least(least: int, rows: list[int], all_true: int) -> int:
    reached = [all_true] + [0] * least
    for row in rows:
        for count in range(least, 0, -1):
            reached[count] |= reached[count - 1] & row
    return reached[least]


class FormulaBuilder:
    """Makes gates bottom-up: constants vanish, and equal gates become one."""

    def __init__(self, events: Iterable[str]) -> None:
        self.events = tuple(events)
        self._gates: list[Junction] = []
        self._known: dict[tuple[Connective, int, frozenset[int]], int] = {}

    def all_of(self, literals: Iterable[int]) -> int:
        """The literal that is true when all are."""
        inputs: dict[int, None] = {}
        for literal in literals:
            if literal == FALSE or literal ^ 1 in inputs:
                return FALSE
            if literal != TRUE:
                inputs[literal] = None
        if len(inputs) < 2:
            return next(iter(inputs), TRUE)
        return self._literal(Junction(Connective.ALL, tuple(inputs)))

    def any_of(self, literals: Iterable[int]) -> int:
        """The literal that is true when at least one is."""
        return self.all_of(literal ^ 1 for literal in literals) ^ 1

    def at_least(self, least: int, literals: Iterable[int]) -> int:
        """The literal that is true when at least ``least`` are; one that is listed twice counts twice."""
        inputs = tuple(literals)
        least -= inputs.count(TRUE)
        inputs = tuple(literal for literal in inputs if literal > TRUE)
        if least <= 1:
            return self.any_of(inputs) if least == 1 else TRUE
        if least >= len(inputs):
            return self.all_of(inputs) if least == len(inputs) else FALSE
        if len(set(inputs)) < len(inputs):
            return self._append(Junction(Connective.ATLEAST, inputs, least))
        return self._literal(Junction(Connective.ATLEAST, inputs, least))

    def either(self, one: int, other: int) -> int:
        """The literal that is true when exactly one of two is."""
        sign = (one ^ other) & 1
        one, other = one & ~1, other & ~1
        if one == other:
            return sign
        if FALSE in (one, other):
            return one ^ other ^ sign
        return self._literal(Junction(Connective.XOR, (one, other))) ^ sign

    def junction(self, gate: Junction, inputs: Iterable[int]) -> int:
        """The literal of a gate like that one with other inputs."""
        if gate.connective is Connective.ALL:
            return self.all_of(inputs)
        if gate.connective is Connective.ATLEAST:
            return self.at_least(gate.least, inputs)
        return self.either(*inputs)

    def gate_of(self, literal: int) -> Junction | None:
        """The gate of the literal, if it is one and not negated."""
        index = (literal >> 1) - len(self.events) - 1
        return None if literal & 1 or index < 0 else self._gates[index]

    def formula(self, top: int) -> Formula:
        """The formula with that literal on top, and only the gates that it depends on."""
        first = len(self.events) + 1
        new = dict.fromkeys([top >> 1], 0) | {node: node for node in range(first)}
        for node in range(first + len(self._gates) - 1, first - 1, -1):
            if node in new:
                new |= {
                    literal >> 1: 0 for literal in self._gates[node - first].inputs if literal >> 1 >= first
                }
        gates: list[Junction] = []
        for node in sorted(new)[first:]:
            gate = self._gates[node - first]
            new[node] = first + len(gates)
            inputs = tuple(new[literal >> 1] * 2 | literal & 1 for literal in gate.inputs)
            gates.append(Junction(gate.connective, inputs, gate.least))
        return Formula(self.events, tuple(gates), new[top >> 1] * 2 | top & 1)

    def _literal(self, gate: Junction) -> int:
        key = (gate.connective, gate.least, frozenset(gate.inputs))
        if key not in self._known:
            self._known[key] = self._append(gate)
        return self._known[key]

    def _append(self, gate: Junction) -> int:
        self._gates.append(gate)
        return (len(self.events) + len(self._gates)) * 2
