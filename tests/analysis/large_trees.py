"""Large trees whose gates share events and gates at random, the hardest to analyse."""

from __future__ import annotations

import random

from pirgen.model import Factor, FaultTree, Gate, GateKind, Review, ReviewStatus


def shared_events(gates: int, events: int, seed: int) -> Review:
    """A tree of gates over events that many of them share."""
    dice = random.Random(seed)
    made = []
    for number in range(gates):
        inputs = {f"g{child}" for child in (2 * number + 1, 2 * number + 2) if child < gates}
        while len(inputs) < 3:
            inputs.add(f"e{dice.randrange(events)}")
        kind = dice.choice((GateKind.ALL, GateKind.ANY, GateKind.ANY))
        made.append(Gate(f"g{number}", "", kind, tuple(sorted(inputs))))
    return _review(made, events)


def shared_gates(gates: int, events: int, seed: int) -> Review:
    """Gates that use one another, votes among them."""
    dice = random.Random(seed)
    made = []
    for number in range(gates):
        inputs = set()
        if number + 1 < gates:
            inputs.add(f"g{min(gates - 1, number + 1 + dice.choice((0, dice.randrange(10))))}")
            for _ in range(2):
                if dice.random() < 0.5:
                    inputs.add(f"g{dice.randrange(number + 1, min(gates, number + 30))}")
        while len(inputs) < 3:
            inputs.add(f"e{dice.randrange(events)}")
        kind = dice.choice((GateKind.ALL, GateKind.ANY, GateKind.ATLEAST))
        least = 2 if kind is GateKind.ATLEAST else None
        made.append(Gate(f"g{number}", "", kind, tuple(sorted(inputs)), least))
    return _review(made, events)


def _review(gates: list[Gate], events: int) -> Review:
    factors = tuple(Factor(f"e{number}", "", "code") for number in range(events))
    return Review("r", ReviewStatus.DRAFT, "", "", factors, fault_tree=FaultTree(gates[0].id, tuple(gates)))
