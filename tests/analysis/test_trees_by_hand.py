"""Trees worked out on paper: the smallest repair, and what negation means."""

from __future__ import annotations

from itertools import product

import pytest

from pirgen.analysis.open_paths import TreeAnalysis, analyse, analysed_within
from pirgen.model import Action, ActionStatus, ActionType, FactorKind, Gate, GateKind, Review
from pirgen.reports.tree_sentences import plain, sentences
from tests.analysis.fault_trees.fault_tree_builders import action, all_of, any_of, factor, review
from tests.analysis.large_trees import shared_events, shared_gates

DONE, OPEN, DECLINED = ActionStatus.DONE, ActionStatus.OPEN, ActionStatus.DECLINED


def analysed(tree: Review) -> TreeAnalysis:
    result = analyse(tree, {})
    assert result is not None
    return result


def a_vote(id: str, least: int, *inputs: str) -> Gate:
    return Gate(id, id, GateKind.ATLEAST, inputs, least)


def a_not(id: str, input: str) -> Gate:
    return Gate(id, id, GateKind.NOT, (input,))


def an_xor(id: str, *inputs: str) -> Gate:
    return Gate(id, id, GateKind.XOR, inputs)


REPAIRS = {
    "one of all": (review(all_of("top", "a", "b")), [["a"], ["b"]]),
    "all of any": (review(any_of("top", "a", "b", "c")), [["a", "b", "c"]]),
    "the shared factor of a bridge": (
        review(any_of("top", "x", "y"), all_of("x", "power", "a"), all_of("y", "power", "b")),
        [["power"], ["a", "b"]],
    ),
    "two of three": (review(a_vote("top", 2, "a", "b", "c")), [["a", "b"], ["a", "c"], ["b", "c"]]),
    "a planned one is counted on": (
        review(any_of("top", "a", "b", "c"), actions=(action("fix", OPEN, "a"),)),
        [["b", "c"]],
    ),
    "a done one is gone": (review(any_of("top", "a", "b"), actions=(action("fix", DONE, "a"),)), [["b"]]),
    "a declined one helps nobody": (
        review(any_of("top", "a", "b"), actions=(action("fix", DECLINED, "a"),)),
        [["a", "b"]],
    ),
    "nothing is open": (review(all_of("top", "a", "b"), actions=(action("fix", DONE, "b"),)), []),
    "a condition stays": (
        review(
            Gate("top", "", GateKind.INHIBIT, ("a",), condition="load"),
            factors=(factor("load", kind=FactorKind.CONDITION),),
        ),
        [["a"]],
    ),
    "one of two barriers, or the fault": (
        review(all_of("top", "fault", "blind"), a_vote("blind", 2, "alert", "canary", "review")),
        [["fault"], ["alert", "canary"], ["alert", "review"]],
    ),
}


@pytest.mark.parametrize("case", REPAIRS, ids=str)
def test_the_smallest_repair(case: str) -> None:
    tree, expected = REPAIRS[case]
    repairs = analysed(tree).repairs
    assert repairs is not None
    assert [[each.id for each in repair.factors] for repair in repairs] == expected


NEGATIONS = {
    "an absence suffices": (review(any_of("top", "a", "no"), a_not("no", "fence")), ["not fence", "a"]),
    "a factor while a fence is absent": (
        review(all_of("top", "a", "no"), a_not("no", "fence")),
        ["a, not fence"],
    ),
    "exactly one of two": (review(an_xor("top", "a", "b")), ["a, not b", "b, not a"]),
    "twice not": (review(a_not("top", "inner"), a_not("inner", "a")), ["a"]),
    "not both": (review(a_not("top", "both"), all_of("both", "a", "b")), ["not a", "not b"]),
    "neither": (review(a_not("top", "one"), any_of("one", "a", "b")), ["not a and b"]),
    "what one fixes another needs": (
        review(any_of("top", "x", "y"), all_of("x", "a", "no"), a_not("no", "c"), all_of("y", "b", "c")),
        ["a, not c", "a, b", "c, b"],
    ),
    "an absence that does not matter": (
        review(any_of("top", "a", "x"), all_of("x", "a", "no"), a_not("no", "b")),
        ["a"],
    ),
    "the opposite of a vote": (
        review(a_not("top", "two"), a_vote("two", 2, "a", "b", "c")),
        ["not a and b", "not a and c", "not b and c"],
    ),
    "an absence beside a condition": (
        review(all_of("top", "a", "b", "no"), a_not("no", "either"), any_of("either", "c", "d")),
        ["a, b, not c and d"],
    ),
}


@pytest.mark.parametrize("case", NEGATIONS, ids=str)
def test_negation_names_what_is_absent(case: str) -> None:
    tree, expected = NEGATIONS[case]
    found = []
    for way in analysed(tree).cut_sets:
        absent = " and ".join(sorted(each.id for each in way.absent))
        found.append(", ".join([*(each.id for each in way.factors), *([f"not {absent}"] if absent else [])]))
    assert sorted(found) == sorted(expected)
    assert all(way.factors or way.absent for way in analysed(tree).cut_sets)


def test_an_action_that_only_reduces_is_named_beside_the_repair() -> None:
    reducing = Action("limit", "", ActionType.MITIGATE, OPEN, reduces=("a",))
    tree = review(any_of("top", "a", "b"), actions=(reducing,))
    told = [plain(sentence) for sentence in sentences(analysed(tree))]
    assert "Smallest repair: eliminate every open single point of failure, and no way is open." in told
    assert "Single points of failure without any action: b." in told
    assert "Single points of failure that no action eliminates: a." in told
    assert "limit does not eliminate a." in told


def test_ways_that_multiply_are_told_in_one_sentence() -> None:
    tree = review(all_of("top", "a", "b", "x", "y"), any_of("x", "c", "d", "e"), any_of("y", "f", "g"))
    told = [plain(sentence) for sentence in sentences(analysed(tree))]
    assert "Each of the 6 open ways needs: a and b; one of f or g; and one of c, d or e." in told


def test_more_ways_than_atoms_are_told_in_one_sentence() -> None:
    groups = [any_of(f"g{n}", f"a{n}", f"b{n}") for n in range(300)]
    analysis = analysed(review(all_of("top", *(group.id for group in groups)), *groups))
    assert analysis.factored is not None
    assert [len(group) for group in analysis.factored.one_of] == [2] * 300
    assert [len(repair.factors) for repair in analysis.repairs or ()] == [2, 2, 2]


def test_large_random_trees_agree_with_what_a_larger_budget_finds() -> None:
    """Every way that a small budget lists is one of the large budget's, and none of its size is missing."""
    for make, seed in product((shared_events, shared_gates), range(2)):
        tree = make(120, 150, seed)
        small, large = (analysed_within(tree, {}, budget, lambda stage: None) for budget in (3_000, 60_000))
        assert small is not None
        assert large is not None
        limit = small.order_limit or len(small.by_order)
        assert small.by_order[: limit + 1] == large.by_order[: limit + 1][: len(small.by_order)]
