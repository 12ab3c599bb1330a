"""What each gate of a fault tree satisfies for itself; the gates are those of IEC 61025 and NUREG-0492."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date

from pirgen.diagnostics import Level
from pirgen.model import Book, FactorKind, Gate, GateKind, Review
from pirgen.rules.fault_trees.examples import INHIBIT, REST, a_tree, tree_rule
from pirgen.rules.fault_trees.places import at_gate, input_key, trees_in
from pirgen.rules.fault_trees.shape import below
from pirgen.rules.rule import Check, Finding

_Judged = tuple[str, str, str]
"""The key of a gate to look at (empty for the gate itself), the message, the hint."""


def _each_gate(judge: Callable[[Gate, Review], Iterator[_Judged]]) -> Check:
    """A check that judges every gate of every tree."""

    def check(book: Book, as_of: date) -> Iterator[Finding]:
        for review, tree in trees_in(book):
            for gate in tree.gates:
                for key, message, hint in judge(gate, review):
                    whole = (at_gate(review, gate.id),)
                    yield Finding(at_gate(review, gate.id, key), message, hint=hint, depends=whole)

    return check


def number_of_inputs(gate: Gate, review: Review) -> Iterator[_Judged]:
    """Judge whether a gate has the number of inputs that its kind requires."""
    count = len(gate.inputs)
    word = "of" if gate.kind is GateKind.ATLEAST else gate.kind.value
    if gate.kind is GateKind.XOR and count != 2:
        hint = "with three or more, 'exactly one' and 'an odd number' differ; nest two gates"
        yield word, f"gate '{gate.id}' has {count} input{'s' if count > 1 else ''}; xor has two", hint
    elif gate.kind in (GateKind.ALL, GateKind.ANY, GateKind.ATLEAST) and count == 0:
        yield (
            word,
            f"gate '{gate.id}' has no inputs",
            "name factors or gates, or make it a factor of kind undeveloped",
        )
    elif gate.kind is GateKind.ATLEAST and gate.atleast is not None and not 1 <= gate.atleast <= count:
        yield (
            "atleast",
            f"gate '{gate.id}' requires {gate.atleast} of {count}",
            f"choose a number from 1 to {count}",
        )


def _input_twice(gate: Gate, review: Review) -> Iterator[_Judged]:
    for id, count in Counter(below(gate)).items():
        if count > 1:
            yield input_key(gate, id), f"'{id}' is listed {count} times under gate '{gate.id}'", "list it once"


def _could_be_simpler(gate: Gate, review: Review) -> Iterator[_Judged]:
    count = len(gate.inputs)
    if gate.kind in (GateKind.ALL, GateKind.ANY) and count == 1:
        yield gate.kind.value, f"gate '{gate.id}' has one input", f"use '{gate.inputs[0]}' in its place"
    elif gate.kind is GateKind.ATLEAST and count > 1 and gate.atleast in (1, count):
        word = "any" if gate.atleast == 1 else "all"
        yield "atleast", f"gate '{gate.id}' requires {gate.atleast} of {count}", f"use '{word}'"


def _condition_misplaced(gate: Gate, review: Review) -> Iterator[_Judged]:
    for id in gate.inputs:
        factor = review.factor(id)
        if factor and factor.kind is FactorKind.CONDITION:
            hint = (
                "a condition belongs to an inhibit gate; write 'inhibit' with 'condition', or change its kind"
            )
            yield input_key(gate, id), f"condition '{id}' is an input of gate '{gate.id}'", hint
    condition = review.factor(gate.condition) if gate.condition else None
    if condition and condition.kind is not FactorKind.CONDITION:
        hint = f"write 'kind: condition' at factor '{condition.id}', or use 'all'"
        yield "condition", f"'{condition.id}' is a {condition.kind.value} factor, not a condition", hint


GATE_RULES = (
    tree_rule(
        "PIR323",
        "A gate has the number of inputs that its kind requires",
        Level.ERROR,
        "xor has two inputs, 'atleast' k of n lies between 1 and n, and no gate combines nothing.",
        a_tree(
            "orders-fail: {title: All orders fail, all: [bad, rest, votes]}",
            INHIBIT,
            f"rest: {REST}",
            "votes: {title: Votes, atleast: 3, of: [no-canary, no-test]}",
        ),
        _each_gate(number_of_inputs),
    ),
    tree_rule(
        "PIR324",
        "An input is listed once under a gate",
        Level.ERROR,
        "Twice the same input adds nothing, and in a vote it would count twice.",
        a_tree(
            "orders-fail: {title: All orders fail, all: [bad, rest, rest]}",
            INHIBIT,
            f"rest: {REST}",
        ),
        _each_gate(_input_twice),
    ),
    tree_rule(
        "PIR325",
        "A gate uses the simplest word",
        Level.WARNING,
        "One of n is 'any', n of n is 'all', and a gate with one input is that input.",
        a_tree(
            "orders-fail: {title: All orders fail, all: [bad, rest]}",
            INHIBIT,
            "rest: {title: Nothing stops it, atleast: 2, of: [null-price, no-test]}",
        ),
        _each_gate(_could_be_simpler),
    ),
    tree_rule(
        "PIR329",
        "Conditions belong to inhibit gates, and only conditions do",
        Level.ERROR,
        "A conditioning event restricts an inhibit gate (NUREG-0492, IV.3); it is not a fault of its own.",
        a_tree("orders-fail: {title: All orders fail, all: [null-price, no-test, no-canary, rush-hour]}"),
        _each_gate(_condition_misplaced),
    ),
)
