"""Definitions become gates and factors: each gets an id, and a formula inside a formula a gate of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property

from pirgen.model import Factor, FactorKind, Gate, GateKind
from pirgen.open_psa.annotations import factor_of, id_of
from pirgen.open_psa.common_cause import CommonCauseGroup
from pirgen.open_psa.definitions import BASIC, GATE, HOUSE, Definition, Group
from pirgen.open_psa.elements import Element, ModelError, collected, unknown
from pirgen.open_psa.expressions import Evaluator
from pirgen.open_psa.scopes import Scopes
from pirgen.wording.plurals import counted

__all__ = ["Network", "circles"]

_REFERENCES = ("event", GATE, BASIC, HOUSE)
_FORMULAS = ("and", "or", "not", "xor", "nand", "nor", "iff", "imply", "atleast", "cardinality")
_KNOWN = (*_REFERENCES, *_FORMULAS, "constant")
_NUMBER_OF_INPUTS = {"not": 1, "xor": 2, "iff": 2, "imply": 2}
_PLAIN = {"and": GateKind.ALL, "or": GateKind.ANY, "xor": GateKind.XOR, "not": GateKind.NOT}
_NEGATED = {"nand": GateKind.ALL, "nor": GateKind.ANY, "iff": GateKind.XOR}
_SWITCH = {True: "constant true", False: "constant false"}


class Network:
    """The gates and factors of a model by id, while they are made.

    An id is the path of what is defined; ``names`` has for each the name to show. A model that defines no
    event at all may use events freely; as soon as it defines one, another that is not defined is an error.
    """

    def __init__(self, definitions: Iterable[Definition], scopes: Scopes, evaluator: Evaluator) -> None:
        known = list(definitions)
        self.gates: dict[str, Gate] = {}
        self.factors: dict[str, Factor] = {}
        self.names: dict[str, str] = {}
        self.definitions: dict[str, Definition] = {}
        self.problems: list[ModelError] = []
        self._scopes = scopes
        self._evaluator = evaluator
        self._allows_undefined = not any(definition.kind in (BASIC, HOUSE) for definition in known)

    @cached_property
    def by_tree(self) -> dict[str, list[str]]:
        """The gates and events that are defined in each fault tree; to be asked for when all are made."""
        found: dict[str, list[str]] = {}
        for id, definition in self.definitions.items():
            found.setdefault("".join(definition.scope[:1]), []).append(id)
        return found

    def place(self, id: str) -> int:
        """Where a gate or factor comes in the order of the model; what is made last comes last."""
        return self._places.get(id, len(self._places))

    @cached_property
    def _places(self) -> dict[str, int]:
        return {
            id: place for place, id in enumerate(dict.fromkeys((*self.gates, *self.definitions, *self.factors)))
        }

    def add(self, definition: Definition) -> None:
        """Make a gate or factor of a definition; a problem is kept and the rest goes on."""
        self.definitions[definition.path] = definition
        self.names[definition.path] = id_of(definition)
        with collected(self.problems):
            if definition.kind == GATE:
                self._add_gate(definition)
            else:
                self._add_factor(definition)

    def add_group(self, group: Group, causes: Iterable[CommonCauseGroup]) -> None:
        """Make the members of a common-cause group gates over what fails alone and together."""
        parts: dict[str, list[str]] = {}
        for cause in causes:
            id = f"{group.name} [{' '.join(cause.members)}]"
            self.names[id] = f"[{' '.join(cause.members)}]"
            self.factors[id] = Factor(id, self.names[id], "", probability=cause.probability)
            for member in cause.members:
                parts.setdefault(member, []).append(id)
        for member, inputs in parts.items():
            found = self._scopes.find(member, group.scope)
            if found is None or found.kind != BASIC or found.body:
                raise group.element.error(f"'{member}' of group '{group.name}' has another definition too")
            self.factors.pop(found.path, None)
            self.names[found.path] = id_of(found)
            self.gates[found.path] = Gate(found.path, found.label or found.name, GateKind.ANY, tuple(inputs))

    def add_formula(self, id: str, title: str, formula: Element, scope: tuple[str, ...]) -> None:
        """Make a gate of a formula."""
        tag, inputs = formula.tag, []
        if tag in _REFERENCES or tag == "constant":
            self.gates[id] = Gate(id, title, GateKind.ANY, (self._input(formula, id, 1, title, scope),))
            return
        if tag not in _FORMULAS:
            raise unknown(formula, f"gate '{title}'", _KNOWN)
        wanted, count = _NUMBER_OF_INPUTS.get(tag), len(formula.children)
        if count == 0 or wanted not in (None, count):
            raise formula.error(
                f"<{tag}> in gate '{title}' has {counted(count, 'input')}; it needs {wanted or 'some'}"
            )
        for place, child in enumerate(formula.children, 1):
            inputs.append(self._input(child, id, place, title, scope))
        for input, times in Counter(inputs).items():
            if times > 1 and input not in _SWITCH.values():
                raise formula.error(f"'{input}' is listed {times} times in <{tag}> of gate '{title}'")
        self._combine(id, title, formula, tuple(inputs))

    def _combine(self, id: str, title: str, formula: Element, inputs: tuple[str, ...]) -> None:
        tag = formula.tag
        if tag in _PLAIN:
            self.gates[id] = Gate(id, title, _PLAIN[tag], inputs)
        elif tag in _NEGATED:
            self._negated(id, title, self._part(id, "of", title, _NEGATED[tag], inputs))
        elif tag == "imply":
            absent = self._part(id, "if", title, GateKind.NOT, inputs[:1])
            self.gates[id] = Gate(id, title, GateKind.ANY, (absent, inputs[1]))
        elif tag == "atleast":
            self.gates[id] = Gate(id, title, GateKind.ATLEAST, inputs, _number(formula, "min", 1, len(inputs)))
        else:
            self._cardinality(id, title, formula, inputs)

    def _cardinality(self, id: str, title: str, formula: Element, inputs: tuple[str, ...]) -> None:
        """From ``min`` to ``max`` of the inputs: at least so many, and not one more than that."""
        least = _number(formula, "min", 0, len(inputs))
        most = _number(formula, "max", least, len(inputs))
        parts = [self._part(id, "from", title, GateKind.ATLEAST, inputs, least)] if least else []
        if most < len(inputs):
            above = self._part(id, "above", title, GateKind.ATLEAST, inputs, most + 1)
            parts.append(self._part(id, "up to", title, GateKind.NOT, (above,)))
        self.gates[id] = Gate(id, title, GateKind.ALL, tuple(parts) or (self._switch(True),))

    def _negated(self, id: str, title: str, of: str) -> None:
        self.gates[id] = Gate(id, title, GateKind.NOT, (of,))

    def _part(
        self, id: str, word: str, title: str, kind: GateKind, inputs: tuple[str, ...], least: int | None = None
    ) -> str:
        own = self._below(id, word)
        self.gates[own] = Gate(own, title, kind, inputs, least)
        return own

    def _below(self, id: str, word: str) -> str:
        own = f"{id} ({word})"
        self.names[own] = f"{self.names[id]} ({word})"
        return own

    def _input(self, element: Element, id: str, place: int, title: str, scope: tuple[str, ...]) -> str:
        """The id of an input, which may be a formula of its own."""
        if element.tag == "constant":
            return self._switch(_truth(element))
        if element.tag in _REFERENCES:
            return self._reference(element, scope)
        own = self._below(id, str(place))
        self.add_formula(own, title, element, scope)
        return own

    def _reference(self, element: Element, scope: tuple[str, ...]) -> str:
        name = element.attribute("name")
        kind = element.chosen("type", (GATE, BASIC, HOUSE, ""), "") if element.tag == "event" else element.tag
        found = self._scopes.find(name, scope)
        if found is None:
            if not self._allows_undefined or kind in (GATE, HOUSE):
                raise self._scopes.missing(element, name, kind or "event")
            self.factors.setdefault(name, Factor(name, name, ""))
            self.names[name] = name
            return name
        if kind and found.kind != kind:
            raise element.error(f"'{name}' is used as a {kind} and defined as a {found.kind}")
        return found.path

    def _add_gate(self, definition: Definition) -> None:
        if len(definition.body) != 1:
            count = len(definition.body)
            raise definition.element.error(
                f"gate '{definition.name}' has {count} formulas; it needs exactly one"
            )
        title = definition.label or definition.name
        self.add_formula(definition.path, title, definition.body[0], definition.scope)

    def _add_factor(self, definition: Definition) -> None:
        id, body = definition.path, definition.body
        if len(body) > 1:
            message = f"{definition.kind} '{definition.name}' has {len(body)} values; it has one at most"
            raise body[1].error(message)
        if definition.kind == HOUSE:
            is_true = bool(body) and _truth(body[0])
            self.factors[id] = factor_of(id, definition, FactorKind.HOUSE, is_true, None)
            return
        what = f"the probability of '{definition.name}'"
        chance = self._evaluator.probability(body[0], definition.scope, what) if body else None
        self.factors[id] = factor_of(id, definition, FactorKind.BASIC, None, chance)

    def _switch(self, value: bool) -> str:
        id = _SWITCH[value]
        self.names[id] = id
        self.factors[id] = Factor(id, id, "", FactorKind.HOUSE, value)
        return id


def _truth(element: Element) -> bool:
    if element.tag != "constant":
        raise unknown(element, "a house event", ("constant",))
    return element.chosen("value", ("true", "false", "1", "0"), "") in ("true", "1")


def _number(element: Element, name: str, least: int, most: int) -> int:
    written = element.attribute(name)
    if not written.isascii() or not written.isdigit() or not least <= int(written[:9]) <= most:
        raise element.error(f"{name} '{written}' of <{element.tag}> is not a number from {least} to {most}")
    return int(written)


def circles(network: Network) -> Iterator[ModelError]:
    """The first gate that is its own input by way of others, with the way spelled out."""
    finished: set[str] = set()
    path: dict[str, None] = {}
    waiting = [iter(network.gates)]
    while waiting:
        id = next(waiting[-1], None)
        if id is None:
            waiting.pop()
            if path:
                finished.add(path.popitem()[0])
        elif id in path:
            circle = [*list(path)[list(path).index(id) :], id]
            defined = [network.definitions[each] for each in circle if each in network.definitions]
            names = [network.names[each.path] for each in defined]
            names += [] if names[-1] == names[0] and len(names) > 1 else names[:1]
            yield defined[0].element.error(f"gate '{names[0]}' is its own input: {' → '.join(names)}")
            return
        elif id not in finished and id in network.gates:
            path[id] = None
            waiting.append(iter(network.gates[id].inputs))
