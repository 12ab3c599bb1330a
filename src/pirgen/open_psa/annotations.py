"""What pirgen writes into attributes of a model, and finds there again.

``flavor`` is the attribute by which several tools mark inhibit gates, conditions and undeveloped events; the
others are ours. A tree with an ``incident`` is one that pirgen wrote.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from pirgen.model import (
    Action,
    ActionStatus,
    ActionType,
    Factor,
    FactorKind,
    Gate,
    GateKind,
    Occurred,
    Transfer,
)
from pirgen.model.values import Basis
from pirgen.open_psa.definitions import Definition

__all__ = ["EFFECTS", "FLAVORS", "action_line", "actions_of", "factor_of", "id_of", "restored"]

FLAVORS = {FactorKind.CONDITION: "conditional", FactorKind.UNDEVELOPED: "undeveloped"}
"""The flavor of a basic event, by the kind of factor."""

EFFECTS = {"eliminates": "eliminated-by", "reduces": "reduced-by", "detects": "detected-by"}
"""The attribute of an event that names the actions with an effect on it."""

_SEPARATOR = " | "


def id_of(definition: Definition) -> str:
    """The id that a definition had in pirgen, or its name."""
    return definition.attributes.get("pirgen-id") or definition.name


def factor_of(
    id: str, definition: Definition, kind: FactorKind, state: bool | None, chance: float | None
) -> Factor:
    """The factor of an event, with what its label and attributes add."""
    own = definition.attributes
    flavored = {flavor: kind for kind, flavor in FLAVORS.items()}.get(own.get("flavor", ""))
    if kind is FactorKind.BASIC and own.get("state") == "true":
        kind, state, chance = FactorKind.HOUSE, True, None
    return Factor(
        id,
        definition.label or definition.name,
        own.get("category", ""),
        flavored if flavored and kind is FactorKind.BASIC else kind,
        state,
        _occurred(own.get("occurred")),
        chance,
        _basis(own.get("basis")),
        removed_by=own.get("removed-by", ""),
    )


def restored(gate: Gate, definition: Definition, factors: Mapping[str, Factor]) -> Gate:
    """The gate as pirgen had it: with a condition, a transfer, or a word that the format writes otherwise."""
    own = definition.attributes
    gate = replace(gate, basis=_basis(own.get("basis")))
    conditions = [id for id in gate.inputs if id in factors and factors[id].kind is FactorKind.CONDITION]
    if own.get("flavor") == "inhibit" and gate.kind is GateKind.ALL and len(gate.inputs) == 2 and conditions:
        others = tuple(id for id in gate.inputs if id != conditions[-1])
        return replace(gate, kind=GateKind.INHIBIT, inputs=others, condition=conditions[-1])
    review, mark, target = own.get("transfer", "").partition("#")
    if mark and len(gate.inputs) == 1:
        return replace(gate, kind=GateKind.TRANSFER, inputs=(), transfer=Transfer(review, target))
    word, _, least = own.get("gate", "").partition(" ")
    if word == "atleast" and least in ("1", str(len(gate.inputs))):
        return replace(gate, kind=GateKind.ATLEAST, atleast=int(least))
    if word in ("all", "any") and len(gate.inputs) == 1:
        return replace(gate, kind=GateKind(word))
    return gate


def action_line(action: Action) -> str:
    """An action as the value of one attribute."""
    return _SEPARATOR.join(
        (action.id, action.status.value, action.type.value, " ".join(action.what.split()) or action.id)
    )


def actions_of(tree: Mapping[str, str], events: Iterable[tuple[str, Definition]]) -> Iterator[Action]:
    """The actions that a tree's attributes list, with the factors that name them, given by id."""
    by_effect: dict[str, list[tuple[str, list[str]]]] = {effect: [] for effect in EFFECTS}
    for id, definition in events:
        for effect, attribute in EFFECTS.items():
            by_effect[effect].append((id, definition.attributes.get(attribute, "").split()))
    for name, value in tree.items():
        parts = value.split(_SEPARATOR, 3)
        if not name.startswith("action-") or len(parts) < 4:
            continue
        on = {
            effect: tuple(id for id, names in found if parts[0] in names) for effect, found in by_effect.items()
        }
        yield _action(parts, on)


def _occurred(written: str | None) -> Occurred:
    return next((word for word in Occurred if word.value == written), Occurred.YES)


def _basis(written: str | None) -> Basis | None:
    return next((word for word in Basis if word.value == written), None)


def _action(parts: Sequence[str], on: Mapping[str, tuple[str, ...]]) -> Action:
    id, status, type, what = parts
    known_status = next((word for word in ActionStatus if word.value == status), ActionStatus.UNKNOWN)
    known_type = next((word for word in ActionType if word.value == type), ActionType.PREVENT)
    return Action(
        id,
        what,
        known_type,
        known_status,
        eliminates=on["eliminates"],
        reduces=on["reduces"],
        detects=on["detects"],
    )
