"""Reviews become one model: a fault tree each, with what they transfer to, valid by the format's schema.

Names of the format are NCNames, which begin with no digit; where an id is none, the attribute ``pirgen-id``
keeps it. An inhibit gate is an 'and' of flavor inhibit, as the format has no word for it; a house event that
an action may eliminate is a basic event that is sure, so that it stays in the sets as it does in pirgen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from pirgen.errors import PirgenError
from pirgen.model import Action, ActionStatus, Factor, FactorKind, Gate, GateKind, Occurred, Review
from pirgen.open_psa.annotations import EFFECTS, FLAVORS, action_line

__all__ = ["write_open_psa"]

_WORDS = {
    GateKind.ALL: "and",
    GateKind.ANY: "or",
    GateKind.XOR: "xor",
    GateKind.NOT: "not",
    GateKind.INHIBIT: "and",
}
_GIVEN_UP = (ActionStatus.DECLINED, ActionStatus.SUPERSEDED)
_NOT_XML = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")


def write_open_psa(reviews: Sequence[Review], known: Mapping[str, Review] | None = None) -> str:
    """One document with the fault trees of the reviews, and of those among the known that they transfer to."""
    trees = _with_transfers(reviews, known or {})
    if not trees:
        without = ", ".join(f"'{review.id}'" for review in reviews)
        raise PirgenError(f"no fault tree to write: {without or 'there is no review'} has none")
    names = _names([review.id for review in trees])
    scopes = {review.id: _Writer(review, names, len(trees) > 1) for review in trees}
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', "<opsa-mef>"]
    for writer in scopes.values():
        lines += writer.lines(scopes)
    return "\n".join([*lines, "</opsa-mef>", ""])


def _with_transfers(reviews: Sequence[Review], known: Mapping[str, Review]) -> list[Review]:
    everything = dict(known) | {review.id: review for review in reviews}
    found: dict[str, Review] = {}
    waiting = [review.id for review in reversed(reviews)]
    while waiting:
        review = everything.get(waiting.pop())
        if review and review.fault_tree and review.id not in found:
            found[review.id] = review
            waiting += [gate.transfer.review for gate in review.fault_tree.gates if gate.transfer]
    return list(found.values())


def _names(ids: Iterable[str]) -> dict[str, str]:
    """For each id a name of the format, unlike any other."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for id in ids:
        name = "-".join(part for part in re.sub(r"[^A-Za-z0-9_-]", "_", id).split("-") if part)
        name = name if re.match("[A-Za-z_]", name) else f"_{name}"
        number, first = 2, name
        while name in taken:
            name, number = f"{first}_{number}", number + 1
        taken.add(name)
        found[id] = name
    return found


class _Writer:
    """Writes one review's tree; names are private to the tree where a document has several."""

    def __init__(self, review: Review, trees: Mapping[str, str], is_one_of_several: bool) -> None:
        assert review.fault_tree
        self.review = review
        self.tree = review.fault_tree
        self.name = trees[review.id]
        gates = [gate.id for gate in self.tree.gates]
        ids = dict.fromkeys([*gates, *(factor.id for factor in review.factors)])
        ends = [id for gate in self.tree.gates for id in (*gate.inputs, gate.condition) if id]
        self.undefined = [id for id in dict.fromkeys(ends) if id not in ids]
        self.names = _names([*ids, *self.undefined])
        self._role = ' role="private"' if is_one_of_several else ""
        self._gates = set(gates)

    def lines(self, trees: Mapping[str, _Writer]) -> Iterator[str]:
        """The lines of the tree; transfers are references into the other trees."""
        yield f"<define-fault-tree name={quoteattr(self.name)}>"
        yield from _annotations("", self._tree_attributes())
        for gate in self.tree.gates:
            yield from self._gate(gate, trees)
        for factor in self.review.factors:
            yield from self._event(factor)
        for id in self.undefined:
            yield from self._definition("basic-event", id, "", {"flavor": "undeveloped"}, [])
        yield "</define-fault-tree>"

    def _tree_attributes(self) -> dict[str, str]:
        lines = {f"action-{place}": action_line(each) for place, each in enumerate(self.review.actions, 1)}
        return {"incident": self.review.id, "top": self.tree.top, "note": self.tree.note, **lines}

    def _definition(
        self, kind: str, id: str, label: str, attributes: Mapping[str, str], body: list[str]
    ) -> Iterator[str]:
        name = self.names[id]
        own = {"pirgen-id": id} if id != name else {}
        yield f"<define-{kind} name={quoteattr(name)}{self._role}>"
        yield from _annotations(label, {**own, **attributes})
        yield from body
        yield f"</define-{kind}>"

    def _gate(self, gate: Gate, trees: Mapping[str, _Writer]) -> Iterator[str]:
        attributes = {"basis": gate.basis.value if gate.basis else ""}
        if gate.kind is GateKind.INHIBIT:
            attributes["flavor"] = "inhibit"
        if gate.transfer:
            attributes["transfer"] = f"{gate.transfer.review}#{gate.transfer.gate}"
        elif len(gate.inputs) == 1 and gate.kind in (GateKind.ALL, GateKind.ANY):
            attributes["gate"] = gate.kind.value
        elif gate.kind is GateKind.ATLEAST and gate.atleast in (1, len(gate.inputs)):
            attributes["gate"] = f"atleast {gate.atleast}"
        yield from self._definition("gate", gate.id, gate.title, attributes, [*self._formula(gate, trees)])

    def _formula(self, gate: Gate, trees: Mapping[str, _Writer]) -> Iterator[str]:
        if gate.transfer:
            yield self._transfer(gate.transfer.review, gate.transfer.gate, trees)
            return
        inputs = [self._reference(id) for id in gate.inputs]
        if gate.condition:
            inputs.append(self._reference(gate.condition))
        word, least = _WORDS.get(gate.kind, "atleast"), ""
        if gate.kind is GateKind.ATLEAST:
            word = {1: "or", len(inputs): "and"}.get(gate.atleast or 1, "atleast")
            least = f' min="{gate.atleast}"' if word == "atleast" else ""
        if len(inputs) == 1 and word != "not":
            yield inputs[0]
        else:
            yield from (f"<{word}{least}>", *inputs, f"</{word}>")

    def _transfer(self, review: str, gate: str, trees: Mapping[str, _Writer]) -> str:
        other = trees.get(review)
        if other is None or gate not in other.names:
            raise PirgenError(f"'{self.review.id}' transfers to '{review}#{gate}', which is not there")
        name = other.names[gate] if other is self else f"{other.name}.{other.names[gate]}"
        return f"<gate name={quoteattr(name)}/>"

    def _reference(self, id: str) -> str:
        factor = self.review.factor(id)
        kind = "gate" if id in self._gates else "basic-event"
        if (
            kind == "basic-event"
            and factor
            and factor.kind is FactorKind.HOUSE
            and not self._is_breakable(factor)
        ):
            kind = "house-event"
        return f"<{kind} name={quoteattr(self.names[id])}/>"

    def _event(self, factor: Factor) -> Iterator[str]:
        attributes = {
            "category": factor.category,
            "basis": factor.basis.value if factor.basis else "",
            "flavor": FLAVORS.get(factor.kind, ""),
            "removed-by": factor.removed_by,
            "occurred": "" if factor.occurred is Occurred.YES else factor.occurred.value,
        }
        for effect, attribute in EFFECTS.items():
            attributes[attribute] = " ".join(
                action.id for action in self.review.actions if factor.id in getattr(action, effect)
            )
        kind, body, chance = "basic-event", [], factor.probability
        if factor.kind is FactorKind.HOUSE and self._is_breakable(factor):
            attributes["state"], chance = "true", 1.0
        elif factor.kind is FactorKind.HOUSE:
            kind, body = "house-event", [f'<constant value="{"true" if factor.state else "false"}"/>']
        if kind == "basic-event" and chance is not None:
            body = [f'<float value="{chance!r}"/>']
        yield from self._definition(kind, factor.id, factor.text, attributes, body)

    def _is_breakable(self, house: Factor) -> bool:
        return bool(house.state) and (
            bool(house.removed_by) or any(_may_eliminate(action, house.id) for action in self.review.actions)
        )


def _may_eliminate(action: Action, id: str) -> bool:
    return id in action.eliminates and action.status not in _GIVEN_UP


def _annotations(label: str, attributes: Mapping[str, str]) -> Iterator[str]:
    """The label and the attributes that are not empty; the format wants each on one line."""
    shown = " ".join(_NOT_XML.sub(" ", label).split())
    if shown:
        yield f"<label>{escape(shown)}</label>"
    given = {name: " ".join(_NOT_XML.sub(" ", value).split()) for name, value in attributes.items()}
    lines = [f'<attribute name="{name}" value={quoteattr(value)}/>' for name, value in given.items() if value]
    if lines:
        yield from ("<attributes>", *lines, "</attributes>")
