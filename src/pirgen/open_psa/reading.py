"""Fault trees in the Open-PSA Model Exchange Format (version 2.0d), read and written.

Read are gates with nested formulas, basic events with a constant probability, house events, and
constant parameters; document types and entities are refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree
from xml.sax.saxutils import quoteattr

from pirgen.errors import PirgenError
from pirgen.model import Factor, FactorKind, FaultTree, Gate, GateKind, Review, ReviewStatus

_KINDS = {
    "and": GateKind.ALL,
    "or": GateKind.ANY,
    "atleast": GateKind.ATLEAST,
    "xor": GateKind.XOR,
    "not": GateKind.NOT,
}
_NEGATED = {"nand": GateKind.ALL, "nor": GateKind.ANY}
_WORDS = {kind: word for word, kind in _KINDS.items()} | {GateKind.INHIBIT: "and"}
_NAMED = ("gate", "event", "basic-event", "house-event")


@dataclass
class _Network:
    """What a file defines, while it is read; gates may refer to gates that come later."""

    gates: dict[str, Gate] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    events: dict[str, Factor] = field(default_factory=dict)


def read_open_psa(*texts: str) -> tuple[Review, ...]:
    """One review for each top of the model's fault trees, its id the top's name, with tree and factors only.

    A model may lie in several files, such as one for its gates and one for its events. Raises PirgenError
    where a file is no model, or uses what is not read.
    """
    root = ElementTree.Element("opsa-mef")
    root.extend([_parsed(text) for text in texts])
    network = _Network()
    parameters = {element.get("name", ""): element for element in root.iter("define-parameter")}
    for element in root.iter("define-basic-event"):
        name = element.get("name", "")
        network.events[name] = Factor(name, name, "", probability=_constant(element, parameters))
    for element in root.iter("define-house-event"):
        name = element.get("name", "")
        value = element.find("constant")
        is_true = value is not None and value.get("value") == "true"
        network.events[name] = Factor(name, name, "", FactorKind.HOUSE, is_true)
    for element in root.iter("define-gate"):
        _define_gate(element, network)
    tops = [name for name in network.gates if name not in network.used]
    if not tops:
        raise PirgenError("the model has no top: every gate is the input of another")
    return tuple(_review(top, network) for top in tops)


def write_open_psa(review: Review) -> str:
    """A review's own fault tree as a model; transfers to other reviews become basic events.

    An inhibit gate is written as 'and' with its condition, as the format has no other word for it.
    """
    tree = review.fault_tree
    if tree is None:
        raise PirgenError(f"review '{review.id}' has no fault tree")
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        "<opsa-mef>",
        f"<define-fault-tree name={quoteattr(review.id)}>",
    ]
    transfers = {gate.id for gate in tree.gates if gate.kind is GateKind.TRANSFER}
    for gate in tree.gates:
        if gate.id not in transfers:
            lines += _gate_lines(gate, tree, transfers)
    lines += [
        *_event_lines(review),
        *(f"<define-basic-event name={quoteattr(id)}/>" for id in sorted(transfers)),
    ]
    return "\n".join([*lines, "</define-fault-tree>", "</opsa-mef>", ""])


def _parsed(text: str) -> ElementTree.Element:
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise PirgenError("the file has a document type or entities, which are not read")
    try:
        root = ElementTree.fromstring(text.encode())
    except ElementTree.ParseError as problem:
        raise PirgenError(f"the file is not XML: {problem}") from problem
    if root.tag != "opsa-mef":
        raise PirgenError(f"the file is no Open-PSA model: it begins with <{root.tag}>")
    return root


def _constant(element: ElementTree.Element, parameters: dict[str, ElementTree.Element]) -> float | None:
    """The constant that an event or parameter is defined as, or None for what needs a calculation."""
    seen: set[str] = set()
    while True:
        value = element.find("float")
        if value is not None:
            return float(value.get("value", "nan"))
        reference = element.find("parameter")
        name = reference.get("name", "") if reference is not None else ""
        if name in seen or name not in parameters:
            return None
        seen.add(name)
        element = parameters[name]


def _define_gate(element: ElementTree.Element, network: _Network) -> None:
    name = element.get("name", "")
    formulas = [child for child in element if child.tag not in ("label", "attributes")]
    if not name or len(formulas) != 1:
        raise PirgenError(f"gate '{name}' has {len(formulas)} formulas; one is needed")
    if name in network.gates:
        raise PirgenError(f"gate '{name}' is defined twice")
    kind, negated, inputs, least = _formula(formulas[0], name, network)
    if negated:
        network.gates[f"{name} inside"] = Gate(f"{name} inside", name, kind, inputs, least)
        network.used.add(f"{name} inside")
        kind, inputs, least = GateKind.NOT, (f"{name} inside",), None
    network.gates[name] = Gate(name, name, kind, inputs, least)


def _formula(
    element: ElementTree.Element, name: str, network: _Network
) -> tuple[GateKind, bool, tuple[str, ...], int | None]:
    """The kind of a formula, whether it is negated, its inputs, and the k of k out of n."""
    if element.tag in (*_NAMED, "constant"):
        return GateKind.ANY, False, (_input(element, f"{name} 1", network),), None
    kind = _KINDS.get(element.tag) or _NEGATED.get(element.tag)
    if kind is None:
        raise PirgenError(f"<{element.tag}> in gate '{name}' is not read")
    inputs = tuple(_input(child, f"{name} {place}", network) for place, child in enumerate(element, 1))
    least = int(element.get("min", "0")) if kind is GateKind.ATLEAST else None
    return kind, element.tag in _NEGATED, inputs, least


def _input(element: ElementTree.Element, name: str, network: _Network) -> str:
    """The id of an input; a formula inside a formula becomes a gate of its own."""
    if element.tag in _NAMED:
        used = element.get("name", "")
        network.used.add(used)
        return used
    if element.tag == "constant":
        network.events[name] = Factor(name, name, "", FactorKind.HOUSE, element.get("value") == "true")
        return name
    inner = ElementTree.Element("define-gate", {"name": name})
    inner.append(element)
    _define_gate(inner, network)
    network.used.add(name)
    return name


def _review(top: str, network: _Network) -> Review:
    known = network.events
    needed = [id for gate in network.gates.values() for id in gate.inputs if id not in network.gates]
    factors = tuple(known.get(id) or Factor(id, id, "") for id in dict.fromkeys(needed))
    tree = FaultTree(top, tuple(network.gates.values()))
    return Review(top, ReviewStatus.DRAFT, "", "", factors, fault_tree=tree)


def _gate_lines(gate: Gate, tree: FaultTree, transfers: set[str]) -> Iterator[str]:
    inputs = gate.inputs if gate.condition is None else (*gate.inputs, gate.condition)
    least = f' min="{gate.atleast}"' if gate.kind is GateKind.ATLEAST else ""
    yield f"<define-gate name={quoteattr(gate.id)}>"
    yield f"<{_WORDS[gate.kind]}{least}>"
    for id in inputs:
        is_gate = tree.gate(id) is not None and id not in transfers
        yield f"<{'gate' if is_gate else 'event'} name={quoteattr(id)}/>"
    yield f"</{_WORDS[gate.kind]}>"
    yield "</define-gate>"


def _event_lines(review: Review) -> Iterator[str]:
    for factor in review.factors:
        name = quoteattr(factor.id)
        if factor.kind is FactorKind.HOUSE:
            value = "true" if factor.state else "false"
            yield f'<define-house-event name={name}><constant value="{value}"/></define-house-event>'
        elif factor.probability is None:
            yield f"<define-basic-event name={name}/>"
        else:
            value = f'<float value="{factor.probability!r}"/>'
            yield f"<define-basic-event name={name}>{value}</define-basic-event>"
