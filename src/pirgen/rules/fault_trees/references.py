"""The names by which gates refer to factors and gates: every name exists, and none leads back to itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pirgen.diagnostics import Level, near_miss
from pirgen.model import Book, Gate, GateKind, Review
from pirgen.rules.fault_trees.examples import INHIBIT, REST, a_tree, tree_rule
from pirgen.rules.fault_trees.places import at_gate, input_key, trees_in
from pirgen.rules.fault_trees.shape import below, cycles, reachable
from pirgen.rules.named import meant_by
from pirgen.rules.rule import Field, Finding, in_review


def _unknown_input(book: Book, as_of: date) -> Iterator[Finding]:
    for review, tree in trees_in(book):
        known = {gate.id: gate.title for gate in tree.gates}
        known |= {factor.id: factor.text for factor in review.factors}
        for gate in tree.gates:
            for id in below(gate):
                if id and id not in known:
                    message = f"'{id}' under gate '{gate.id}' is neither a gate nor a factor"
                    meant = meant_by(id, known, {*below(gate), gate.id})
                    near = meant.near
                    hint = meant.hint or ("" if near else "add it under 'factors', or as a gate")
                    named = () if review.factor(near) or not near else (at_gate(review, near),)
                    depends = (in_review(review.id, "factors"), *named)
                    at = _at_input(review, gate, id)
                    yield Finding(at, message, near=near, hint=hint, depends=depends, replacement=meant.surely)


def _at_input(review: Review, gate: Gate, id: str) -> Field:
    """Where a gate names an input: an item of its list, or the one value."""
    key = input_key(gate, id)
    is_one = key in (GateKind.NOT.value, GateKind.INHIBIT.value, "condition")
    item = () if is_one else (gate.inputs.index(id),)
    return in_review(review.id, "fault_tree", "gates", gate.id, key, *item)


def _cycle(book: Book, as_of: date) -> Iterator[Finding]:
    trees = {review.id: tree for review, tree in trees_in(book)}
    for path in cycles(trees):
        review, gate = path[0]
        names = [id if within == review else f"{within}#{id}" for within, id in path]
        at = Field(f"{review}/pir.yaml", ("fault_tree", "gates", gate), at_key=True)
        yield Finding(
            at,
            f"gate '{gate}' leads back to itself: {' → '.join(names)}",
            hint="break the cycle at one of them",
        )


def _one_id_for_two(book: Book, as_of: date) -> Iterator[Finding]:
    for review, tree in trees_in(book):
        for gate in tree.gates:
            if review.factor(gate.id):
                other = Field(f"{review.id}/pir.yaml", ("factors", gate.id), at_key=True)
                message = f"'{gate.id}' is a gate and a factor"
                yield Finding(
                    at_gate(review, gate.id), message, hint="rename one", related=((other, "the factor"),)
                )


def _top_is_no_gate(book: Book, as_of: date) -> Iterator[Finding]:
    for review, tree in trees_in(book):
        if tree.top and tree.gate(tree.top) is None:
            what = "a factor" if review.factor(tree.top) else "not among the gates"
            meant = meant_by(tree.top, {gate.id: gate.title for gate in tree.gates})
            at, gates = (in_review(review.id, "fault_tree", key) for key in ("top", "gates"))
            replacement = "" if review.factor(tree.top) else meant.surely
            message = f"top '{tree.top}' is {what}"
            yield Finding(
                at, message, "a gate", meant.near, meant.hint, depends=(gates,), replacement=replacement
            )


def _unreachable(book: Book, as_of: date) -> Iterator[Finding]:
    wanted = {
        (gate.transfer.review, gate.transfer.gate)
        for _, tree in trees_in(book)
        for gate in tree.gates
        if gate.transfer
    }
    for review, tree in trees_in(book):
        used = reachable(tree) if tree.gate(tree.top) else {gate.id for gate in tree.gates}
        for gate in tree.gates:
            if gate.id not in used and (review.id, gate.id) not in wanted:
                message = f"gate '{gate.id}' is not under the top '{tree.top}'"
                yield Finding(
                    at_gate(review, gate.id), message, hint="name it under another gate, or delete it"
                )


def _transfer_nowhere(book: Book, as_of: date) -> Iterator[Finding]:
    trees = {review.id: tree for review, tree in trees_in(book)}
    for review, tree in trees_in(book):
        for gate in tree.gates:
            to = gate.transfer
            if to is None or (to.review in trees and trees[to.review].gate(to.gate)):
                continue
            if to.review in trees:
                near = meant_by(to.gate, {other.id: other.title for other in trees[to.review].gates}).near
                message = f"review '{to.review}' has no gate '{to.gate}'"
            else:
                near = near_miss(to.review, trees)
                message = f"'{to.review}' has no review with a fault tree"
            yield Finding(at_gate(review, gate.id, "transfer"), message, near=near)


REFERENCE_RULES = (
    tree_rule(
        "PIR321",
        "Every input of a gate exists",
        Level.ERROR,
        "A gate combines factors and other gates; a dangling name combines nothing.",
        a_tree("orders-fail: {title: All orders fail, all: [bad, rest, no-canarry]}", INHIBIT, f"rest: {REST}"),
        _unknown_input,
    ),
    tree_rule(
        "PIR322",
        "No gate leads back to itself",
        Level.ERROR,
        "A fault tree says what suffices for what; a cycle explains nothing.",
        a_tree(
            "orders-fail: {title: All orders fail, all: [bad, rest]}",
            INHIBIT,
            "rest: {title: Nothing stops it, all: [null-price, no-test, again]}",
            "again: {title: Again, any: [rest, no-canary]}",
        ),
        _cycle,
    ),
    tree_rule(
        "PIR326",
        "A gate and a factor have different ids",
        Level.ERROR,
        "A name under a gate would mean either.",
        a_tree(
            "orders-fail: {title: All orders fail, all: [bad, no-test]}",
            INHIBIT,
            "no-test: {title: Nothing tests it, all: [null-price, no-canary]}",
        ),
        _one_id_for_two,
    ),
    tree_rule(
        "PIR327",
        "The top is a gate",
        Level.ERROR,
        "The tree begins there.",
        a_tree(
            "orders-fail: {title: All orders fail, all: [bad, null-price, no-test]}",
            INHIBIT,
            top="order-fails",
        ),
        _top_is_no_gate,
    ),
    tree_rule(
        "PIR328",
        "Every gate is under the top",
        Level.ERROR,
        "A gate that nothing leads to is not drawn and not analysed. One that another review transfers to may "
        "stand alone.",
        a_tree(
            "orders-fail: {title: All orders fail, all: [bad, null-price, no-test]}",
            INHIBIT,
            f"rest: {REST}",
        ),
        _unreachable,
    ),
    tree_rule(
        "PIR330",
        "A transfer leads to a gate of a review",
        Level.ERROR,
        "The transferred branch would be missing from the tree.",
        a_tree(
            "orders-fail: {title: All orders fail, all: [bad, rest, far]}",
            INHIBIT,
            f"rest: {REST}",
            "far: {title: The database is down, transfer: 2026-01-02-db-down#database-down}",
        ),
        _transfer_nowhere,
    ),
)
