from __future__ import annotations

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from pirgen.analysis.fault_trees.cut_sets.brute_force import sets_by_brute_force
from pirgen.analysis.fault_trees.cut_sets.counting import CutSets
from pirgen.analysis.fault_trees.cut_sets.limited import limited_sets
from pirgen.analysis.fault_trees.cut_sets.listing import first_sets
from pirgen.analysis.fault_trees.cut_sets.solution import solve
from pirgen.analysis.fault_trees.diagrams import tables
from pirgen.analysis.fault_trees.logic.formula import Formula, FormulaBuilder
from pirgen.analysis.fault_trees.logic.modules import modules, whole
from pirgen.analysis.fault_trees.logic.variable_orders import leaf_orders

EVENTS = tuple("abcdefg")


@some.composite
def formulas(draw: some.DrawFn) -> Formula:
    """Up to eight gates of every kind over seven events, inputs negated now and then."""
    builder = FormulaBuilder(EVENTS)
    known = [2 * node for node in range(1, len(EVENTS) + 1)]
    for _ in range(draw(some.integers(1, 8))):
        picked = draw(some.lists(some.sampled_from(known), min_size=2, max_size=4, unique=True))
        inputs = [literal ^ (draw(some.integers(0, 5)) == 0) for literal in picked]
        kind = draw(some.sampled_from(["all", "any", "at least", "either"]))
        if kind == "either":
            made = builder.either(*inputs[:2])
        elif kind == "at least":
            made = builder.at_least(draw(some.integers(1, len(inputs))), inputs)
        else:
            made = builder.all_of(inputs) if kind == "all" else builder.any_of(inputs)
        known += [made] if made > 1 else []
    return builder.formula(known[-1])


def listed(sets: CutSets) -> list[tuple[int, ...]]:
    return sorted(first_sets(sets, 1000, {}))


@settings(max_examples=200, deadline=None)
@given(formulas(), some.integers(1, 4))
def test_limited_and_tried_sets_are_the_exact_ones_up_to_the_order(formula: Formula, limit: int) -> None:
    solution = solve(formula)
    simple = solution.formula
    if solution.constant is None and solution.sets.total and simple.top >> 1 >= simple.first_gate:
        expected = [members for members in listed(solution.sets) if len(members) <= limit]
        if () in expected:
            return
        order = next(leaf_orders(simple, whole(simple)))
        found = limited_sets(simple, order, 100_000, 100_000, lambda stage: None)
        assert found is not None
        assert listed(CutSets(((0, found.sets),))) == [
            m for m in listed(solution.sets) if len(m) <= found.limit
        ]
        assert not found.is_complete or listed(CutSets(((0, found.sets),))) == listed(solution.sets)
        assert listed(CutSets(((0, sets_by_brute_force(limit, simple)),))) == expected


@settings(max_examples=100, deadline=None)
@given(formulas(), some.sets(some.integers(1, len(EVENTS))))
def test_counts_are_those_of_the_listed_sets(formula: Formula, avoided: set[int]) -> None:
    sets = solve(formula).sets
    left = [members for members in listed(sets) if avoided.isdisjoint(members)]
    assert sets.avoiding(avoided) == len(left)
    of_both = first_sets(sets, 1000, dict.fromkeys(avoided, 1))
    assert sorted(of_both[: len(left)]) == left
    assert sorted(of_both) == listed(sets)
    assert [len(members) for members in of_both[: len(left)]] == sorted(len(members) for members in left)
    counts = sets.with_each(avoided)
    for event in set(range(1, len(EVENTS) + 1)) - avoided:
        assert counts.get(event, 0) == sum(event in members for members in left)


def test_gates_that_share_no_event_are_modules() -> None:
    builder = FormulaBuilder(EVENTS)
    a, b, c, d, *_ = (2 * node for node in range(1, len(EVENTS) + 1))
    one, other = builder.any_of([a, b]), builder.any_of([c, d])
    formula = builder.formula(builder.all_of([one, other]))
    assert [module.leaves for module in modules(formula)] == [(1, 2), (3, 4), (8, 9)]


def test_thousands_of_entangled_events_are_solved_and_the_recursion_limit_put_back() -> None:
    builder = FormulaBuilder(f"e{n}" for n in range(3_000))
    neighbours = [builder.all_of([2 * node, 2 * node + 2]) for node in range(1, 3_000)]
    before = sys.getrecursionlimit()
    solution = solve(builder.formula(builder.any_of(neighbours)))
    assert solution.order_limit is None
    assert solution.sets.by_number_of(range(1, 3_001)) == (0, 0, 2_999)
    assert sys.getrecursionlimit() == before


@settings(max_examples=100, deadline=None)
@given(formulas())
def test_sets_do_not_depend_on_how_much_is_remembered(formula: Formula) -> None:
    solution = solve(formula)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tables, "_AT_FIRST", 1)  # so that the tables grow
        patch.setattr(tables, "_MOST_RESULTS", 1)  # and results collide
        again = solve(formula)
    assert listed(again.sets) == listed(solution.sets)
    if solution.implicants:
        assert again.implicants is not None
        assert listed(again.implicants) == listed(solution.implicants)


def test_gates_nested_thousands_deep_are_solved() -> None:
    builder = FormulaBuilder(f"e{n}" for n in range(6_000))
    chain = 2
    for node in range(2, 6_001):
        chain = builder.all_of([chain, 2 * node]) if node % 2 else builder.any_of([chain, 2 * node])
    solution = solve(builder.formula(chain))
    assert solution.order_limit is None
    assert solution.sets.total == 3_001


@pytest.mark.parametrize(("least", "of", "count"), [(2, 3, 3), (10, 20, 184_756), (50, 100, 10**29)])
def test_votes_have_as_many_sets_as_there_are_choices(least: int, of: int, count: int) -> None:
    builder = FormulaBuilder(f"e{n}" for n in range(of))
    formula = builder.formula(builder.at_least(least, [2 * node for node in range(1, of + 1)]))
    total = solve(formula).sets.total
    assert total == count if count < 10**29 else 10**29 < total < 1.1 * 10**29
