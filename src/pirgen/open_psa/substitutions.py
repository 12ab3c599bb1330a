"""Substitutions that say which combinations do not count: they restrict every top that they touch.

By deleting terms, no way to fail has all of the hypothesis; by a recovery rule, only together with the target
event (Open-PSA Model Exchange Format 2.0d, III.3). Exchanging one event for another is not read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from pirgen.model import Gate, GateKind
from pirgen.open_psa.definitions import Group
from pirgen.open_psa.elements import unknown
from pirgen.open_psa.network import Network

__all__ = ["below", "restricted", "restriction", "under"]

_PARTS = ("hypothesis", "source", "target")
_TYPES = ("delete-terms", "recovery-rule", "exchange-event")


def restriction(substitution: Group, network: Network) -> str:
    """The gate that must be true as well: not the hypothesis, or else the target event."""
    element, name = substitution.element, substitution.name
    parts = {part.tag: part for part in substitution.body}
    for part in substitution.body:
        if part.tag not in _PARTS:
            raise unknown(part, f"substitution '{name}'", _PARTS)
    if element.chosen("type", _TYPES, "delete-terms") == "exchange-event" or "source" in parts:
        raise element.error(f"substitution '{name}' exchanges events, which is not read; delete-terms is")
    if len(parts) != 2 or len(substitution.body) != 2:
        raise element.error(f"substitution '{name}' needs one hypothesis and one target")
    id = f"not {name}"
    hypothesis, absent, target = (f"{id} ({word})" for word in ("if", "not", "then"))
    network.names |= {each: each for each in (id, hypothesis, absent, target)}
    network.add_formula(hypothesis, name, parts["hypothesis"].only_child(), substitution.scope)
    network.add_formula(target, name, parts["target"].only_child(), substitution.scope)
    network.gates[absent] = Gate(absent, name, GateKind.NOT, (hypothesis,))
    network.gates[id] = Gate(id, f"Without {name}", GateKind.ANY, (absent, target))
    return id


def restricted(top: str, gates: dict[str, Gate], restrictions: Sequence[str], network: Network) -> str:
    """The top together with every restriction that shares an event with it, or with one that does."""
    left = list(restrictions)
    while True:
        used = {end for gate in gates.values() for end in below(gate) if end in network.factors}
        id = next((id for id in left if not used.isdisjoint(_events(id, network))), None)
        if id is None:
            return top
        left.remove(id)
        gates |= {each: network.gates[each] for each in under(id, network.gates.get)}
        both = f"{top} and {id}"
        network.names[both] = f"{network.names[top]} and {network.names[id]}"
        gates[both] = Gate(both, network.names[top], GateKind.ALL, (top, id))
        top = both


def _events(top: str, network: Network) -> Iterable[str]:
    gates = (network.gates[id] for id in under(top, network.gates.get))
    return (end for gate in gates for end in gate.inputs if end in network.factors)


def under(top: str, gate_of: Callable[[str], Gate | None]) -> list[str]:
    """The gates at and below the top."""
    found: dict[str, None] = {}
    waiting = [top]
    while waiting:
        id = waiting.pop()
        gate = gate_of(id) if id not in found else None
        if gate:
            found[id] = None
            waiting += reversed(below(gate))
    return list(found)


def below(gate: Gate) -> tuple[str, ...]:
    """The inputs of a gate, its condition last."""
    return (*gate.inputs, gate.condition) if gate.condition else gate.inputs
