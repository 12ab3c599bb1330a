from __future__ import annotations

from pirgen.analysis.fault_trees.residual import ResidualTree, residual
from pirgen.analysis.fault_trees.transfers import with_transfers
from pirgen.model import FaultTree, Gate, GateKind, Review
from tests.analysis.fault_trees.fault_tree_builders import all_of, any_of, review


def left(tree: Review, *eliminated: str) -> ResidualTree:
    assert tree.fault_tree is not None
    return residual(with_transfers(tree.fault_tree, tree.factors), frozenset(eliminated))


def test_an_eliminated_factor_leaves_the_any_gate_its_other_inputs() -> None:
    tree = review(all_of("top", "fault", "barriers"), any_of("barriers", "no-test", "no-canary"))
    rest = left(tree, "no-test")
    assert rest.tree == FaultTree("top", (all_of("top", "fault", "barriers"), any_of("barriers", "no-canary")))
    assert rest.never == {"no-test"}


def test_an_eliminated_factor_of_an_all_gate_takes_the_gate_and_what_only_it_needed() -> None:
    tree = review(any_of("top", "both", "other"), all_of("both", "fault", "deep"), any_of("deep", "a", "b"))
    rest = left(tree, "fault")
    assert rest.tree == FaultTree("top", (any_of("top", "other"),))
    assert rest.never == {"fault", "both"}


def test_nothing_is_left_of_a_top_that_cannot_come_about() -> None:
    assert left(review(all_of("top", "a", "b")), "a").tree is None


def test_a_vote_that_loses_too_many_inputs_cannot_come_about() -> None:
    tree = review(Gate("top", "", GateKind.ATLEAST, ("a", "b", "c"), 2))
    assert left(tree, "a").tree == FaultTree("top", (Gate("top", "", GateKind.ATLEAST, ("b", "c"), 2),))
    assert left(tree, "a", "b").tree is None


def test_an_inhibit_gate_falls_with_its_condition() -> None:
    tree = review(
        any_of("top", "risky", "other"), Gate("risky", "", GateKind.INHIBIT, ("a",), condition="night")
    )
    rest = left(tree, "night")
    assert rest.tree == FaultTree("top", (any_of("top", "other"),))


def test_xor_without_one_of_its_inputs_is_the_other() -> None:
    rest = left(review(Gate("top", "top", GateKind.XOR, ("a", "b"))), "a")
    assert rest.tree == FaultTree("top", (any_of("top", "b"),))
