"""Models become reviews: one for each top gate, with its tree and factors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from pirgen.model import FaultTree, Gate, Review, ReviewStatus
from pirgen.open_psa.annotations import actions_of, restored
from pirgen.open_psa.common_cause import common_cause, members
from pirgen.open_psa.definitions import (
    BASIC,
    EVENT_TREES,
    GATE,
    PARAMETER,
    Definition,
    Model,
    Tree,
    defined,
    unknown_attributes,
)
from pirgen.open_psa.documents import read_documents
from pirgen.open_psa.elements import Element, collected, together
from pirgen.open_psa.expressions import Evaluator
from pirgen.open_psa.network import Network, circles
from pirgen.open_psa.scopes import Scopes
from pirgen.open_psa.substitutions import below, restricted, restriction, under

__all__ = ["MISSION_TIME", "read_open_psa", "reviews_of"]

MISSION_TIME = 8760.0
"""The hours for which probabilities are computed unless something else is asked for: a year."""


def read_open_psa(
    files: Sequence[Path], mission_time: float = MISSION_TIME, without_event_trees: bool = False
) -> tuple[Review, ...]:
    """The reviews of a model that lies in these files, such as one for its gates and one for its events.

    Event trees are an error, unless it is asked to leave them out.
    """
    roots = read_documents(files)
    if without_event_trees:
        roots = tuple(replace(root, children=_but_event_trees(root)) for root in roots)
    return reviews_of(roots, mission_time)


def _but_event_trees(root: Element) -> tuple[Element, ...]:
    return tuple(child for child in root.children if child.tag not in EVENT_TREES)


def reviews_of(roots: tuple[Element, ...], mission_time: float = MISSION_TIME) -> tuple[Review, ...]:
    """One review for each top of the model's fault trees, its id the top's name.

    A top is a gate that no other gate of its tree uses. Raises ModelError with everything that is wrong.
    """
    model = defined(roots)
    network, restrictions = _network(model, mission_time)
    problems = network.problems or list(circles(network))
    places = {problem.place for problem in problems if "is not understood" in str(problem)}
    beside = [problem for root in roots for problem in unknown_attributes(root)]
    problems += [problem for problem in beside if problem.place not in places]
    if problems:
        raise together(problems)
    tops = [(top, tree) for tree in model.trees.values() for top in _tops(tree, network)]
    if not tops:
        raise roots[0].error("the model defines no gate")
    counts = Counter(network.names[top] for top, _ in tops)
    names = [network.names[top] if counts[network.names[top]] == 1 else top for top, _ in tops]
    return tuple(
        _review(tree.attributes.get("incident") or name, top, tree, network, restrictions)
        for name, (top, tree) in zip(names, tops, strict=True)
    )


def _network(model: Model, mission_time: float) -> tuple[Network, tuple[str, ...]]:
    """The model's gates and factors, and the gates by which its substitutions restrict the tops."""
    definitions = [*model.definitions, *_members(model)]
    scopes = Scopes(definitions)
    evaluator = Evaluator(scopes, mission_time)
    network = Network(model.definitions, scopes, evaluator)
    for definition in model.definitions:
        if definition.kind != PARAMETER:
            network.add(definition)
        else:
            with collected(network.problems):
                evaluator.parameter(definition)
    for group in model.groups:
        with collected(network.problems):
            network.add_group(group, common_cause(group, evaluator))
    restrictions = []
    for substitution in model.substitutions:
        with collected(network.problems):
            restrictions.append(restriction(substitution, network))
    network.problems += [*scopes.problems, *model.problems]
    return network, tuple(restrictions)


def _members(model: Model) -> Iterator[Definition]:
    """The members of common-cause groups, which the groups define unless something else does."""
    defined_already = {definition.path for definition in model.definitions}
    defined_already |= {definition.name for definition in model.definitions if not definition.is_private}
    for group in model.groups:
        with collected(model.problems):
            for member in members(group):
                name = member.attribute("name")
                if defined_already.isdisjoint({name, ".".join((*group.scope, name))}):
                    defined_already.add(name)
                    yield Definition(BASIC, name, group.scope, False, member, "", {}, ())


def _tops(tree: Tree, network: Network) -> list[str]:
    """The gates of a tree that none of its gates uses; the one that pirgen wrote down where it did."""
    own = [id for id in network.by_tree.get(tree.name, []) if network.definitions[id].kind == GATE]
    noted = [id for id in own if network.names[id] == tree.attributes.get("top")]
    if noted:
        return noted
    used: set[str] = set()
    waiting = [input for id in own for input in network.gates[id].inputs]
    while waiting:
        id = waiting.pop()
        if id not in used:
            used.add(id)
            if id in network.gates and id not in network.definitions:
                waiting += network.gates[id].inputs
    return [id for id in own if id not in used]


def _review(name: str, top: str, tree: Tree, network: Network, restrictions: tuple[str, ...]) -> Review:
    gates = {id: _restored(id, tree, network) for id in _reached(top, tree, network)}
    top = restricted(top, gates, restrictions, network)
    needed: dict[str, None] = {}
    if tree.attributes.get("incident"):
        own = network.by_tree.get(tree.name, [])
        gates |= {id: _restored(id, tree, network) for id in own if id in network.gates}
        needed = dict.fromkeys(id for id in own if id in network.factors)
    needed |= dict.fromkeys(end for gate in gates.values() for end in below(gate) if end in network.factors)
    ids = _shown([*gates, *needed], network)
    made = tuple(_renamed(gates[id], ids) for id in sorted(gates, key=network.place))
    factors = sorted(needed, key=network.place)
    events = [(ids[id], network.definitions[id]) for id in factors if id in network.definitions]
    return Review(
        name,
        ReviewStatus.DRAFT,
        "",
        "",
        tuple(replace(network.factors[id], id=ids[id]) for id in factors),
        fault_tree=FaultTree(ids[top], made, tree.attributes.get("note", "")),
        actions=tuple(actions_of(tree.attributes, events)),
    )


def _restored(id: str, tree: Tree, network: Network) -> Gate:
    definition, gate = network.definitions.get(id), network.gates[id]
    return (
        restored(gate, definition, network.factors) if definition and tree.attributes.get("incident") else gate
    )


def _reached(top: str, tree: Tree, network: Network) -> list[str]:
    """The gates at and below the top, not followed into another tree where pirgen wrote a transfer."""
    return under(top, lambda id: _restored(id, tree, network) if id in network.gates else None)


def _shown(ids: Sequence[str], network: Network) -> dict[str, str]:
    """What to call each: by its name, or by its path where several have that name."""
    counts = Counter(network.names[id] for id in dict.fromkeys(ids))
    return {id: network.names[id] if counts[network.names[id]] == 1 else id for id in ids}


def _renamed(gate: Gate, ids: dict[str, str]) -> Gate:
    condition = ids[gate.condition] if gate.condition else None
    return replace(gate, id=ids[gate.id], inputs=tuple(ids[id] for id in gate.inputs), condition=condition)
