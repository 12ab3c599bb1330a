"""Laws of minimal cut sets, against every truth assignment of random trees with all gates."""

from __future__ import annotations

from itertools import combinations, product
from math import isclose, prod

from hypothesis import given, settings
from hypothesis import strategies as some

from pirgen.analysis.fault_trees.cut_sets.listing import first_sets
from pirgen.analysis.fault_trees.cut_sets.solution import solve
from pirgen.analysis.fault_trees.logic.translation import formula_of
from pirgen.analysis.fault_trees.transfers import with_transfers
from pirgen.analysis.open_paths import Standing, TreeAnalysis, analyse, analysed_within
from pirgen.model import (
    Action,
    ActionStatus,
    ActionType,
    Factor,
    FactorKind,
    FaultTree,
    Gate,
    GateKind,
    Review,
    ReviewStatus,
)
from tests.analysis.fault_trees.truth_tables import TruthTable, Way

LETTERS = "abcdefg"
COHERENT = (GateKind.ALL, GateKind.ANY, GateKind.ATLEAST, GateKind.INHIBIT)
ALL_KINDS = (*COHERENT, GateKind.XOR, GateKind.NOT)


@some.composite
def reviews(draw: some.DrawFn, kinds: tuple[GateKind, ...] = ALL_KINDS) -> Review:
    """A review whose tree has up to seven gates over seven factors, one of them perhaps a house event."""
    known = list(LETTERS)
    gates = []
    for number in range(draw(some.integers(1, 7))):
        kind = draw(some.sampled_from(kinds))
        size = {GateKind.XOR: 2, GateKind.NOT: 1, GateKind.INHIBIT: 1}.get(kind) or draw(some.integers(2, 4))
        inputs = draw(some.lists(some.sampled_from(known), min_size=size, max_size=size, unique=True))
        least = draw(some.integers(1, size)) if kind is GateKind.ATLEAST else None
        condition = draw(some.sampled_from(LETTERS)) if kind is GateKind.INHIBIT else None
        gates.append(Gate(f"g{number}", "", kind, tuple(inputs), least, condition))
        known.append(f"g{number}")
    house = draw(some.none() | some.booleans())
    factors = [Factor(letter, letter, "code", probability=draw(some.floats(0, 1))) for letter in LETTERS[:-1]]
    kind = FactorKind.BASIC if house is None else FactorKind.HOUSE
    factors.append(Factor("g", "g", "code", kind, house, probability=0.5 if house is None else None))
    statuses = some.sampled_from([ActionStatus.DONE, ActionStatus.OPEN, ActionStatus.DECLINED])
    actions = [
        Action(
            f"act-{n}",
            "",
            ActionType.PREVENT,
            draw(statuses),
            eliminates=(draw(some.sampled_from(LETTERS[:-1])),),
        )
        for n in range(draw(some.integers(0, 3)))
    ]
    tree = FaultTree(gates[-1].id, tuple(gates))
    return Review("r", ReviewStatus.DRAFT, "", "", tuple(factors), fault_tree=tree, actions=tuple(actions))


def truth(review: Review, id: str, true: frozenset[str]) -> bool:
    factor = review.factor(id)
    if factor:
        return id in true if id in events(review) else factor.state
    gate = review.fault_tree.gate(id)
    values = [
        truth(review, under, true) for under in (*gate.inputs, *([gate.condition] if gate.condition else []))
    ]
    match gate.kind:
        case GateKind.NOT:
            return not values[0]
        case GateKind.XOR:
            return values[0] != values[1]
        case GateKind.ATLEAST:
            return sum(values) >= gate.atleast
        case GateKind.ANY:
            return any(values)
        case _:
            return all(values)


def events(review: Review) -> list[str]:
    """Every factor but the house events that stay as they are."""
    live = [action for action in review.actions if action.status is not ActionStatus.DECLINED]
    breakable = {id for action in live for id in action.eliminates}
    return [f.id for f in review.factors if f.state is None or (f.state and f.id in breakable)]


def minimal_sets(review: Review) -> set[frozenset[str]]:
    """The smallest sets of events that, with all others absent, make the top true."""
    found: set[frozenset[str]] = set()
    for size in range(len(LETTERS) + 1):
        for chosen in map(frozenset, combinations(events(review), size)):
            if truth(review, review.fault_tree.top, chosen) and not any(smaller < chosen for smaller in found):
                found.add(chosen)
    return {chosen for chosen in found if not any(other < chosen for other in found)}


def analysed(review: Review, budget: int | None = None) -> TreeAnalysis:
    result = analyse(review, {}) if budget is None else analysed_within(review, {}, budget, lambda stage: None)
    assert result is not None
    return result


def p_cuts(review: Review) -> set[frozenset[str]]:
    """The sets that suffice while all other events are absent, without the actions in mind."""
    tree = with_transfers(review.fault_tree, review.factors)
    constants = {f.id: f.state for f in review.factors if f.state is not None and f.id not in events(review)}
    solution = solve(formula_of(tree, constants))
    names = solution.formula.events
    return {frozenset(names[n - 1] for n in members) for members in first_sets(solution.sets, 1000, {})}


def sets_of(analysis: TreeAnalysis) -> set[frozenset[str]]:
    return {frozenset(factor.id for factor in cut.factors) for cut in analysis.cut_sets}


@settings(max_examples=300, deadline=None)
@given(reviews())
def test_minimal_sets_equal_brute_force(review: Review) -> None:
    assert p_cuts(review) == minimal_sets(review)


@settings(max_examples=300, deadline=None)
@given(reviews())
def test_ways_to_fail_are_the_prime_implicants_of_the_truth_table(review: Review) -> None:
    analysis, expected = analysed(review), TruthTable(review).ways()
    found = [
        Way(frozenset(f.id for f in way.factors), frozenset(f.id for f in way.absent))
        for way in analysis.cut_sets
    ]
    assert len(found) == len(set(found)) == analysis.total == len(expected)
    assert set(found) == set(expected)
    counted = tuple(
        sum(len(way.present) == order for way in expected) for order in range(len(analysis.by_order))
    )
    assert analysis.by_order == counted


@settings(max_examples=200, deadline=None)
@given(reviews())
def test_repairs_are_the_smallest_sets_that_break_every_open_way(review: Review) -> None:
    table, analysis = TruthTable(review), analysed(review)
    closed = table.eliminated_by(ActionStatus.DONE, ActionStatus.OPEN)
    still_open = [way for way in table.ways() if not way.present & closed]
    expected = table.hitting_sets(still_open, table.events) if still_open else []
    assert analysis.repairs is not None
    found = [frozenset(factor.id for factor in repair.factors) for repair in analysis.repairs]
    assert len(found) == min(len(expected), 3)
    assert set(found) <= set(expected)
    assert [len(repair) for repair in found] == sorted(map(len, expected))[:3]


@settings(max_examples=300, deadline=None)
@given(reviews(COHERENT))
def test_factored_ways_multiply_out_to_the_open_ones(review: Review) -> None:
    table, analysis = TruthTable(review), analysed(review)
    closed = table.eliminated_by(ActionStatus.DONE, ActionStatus.OPEN)
    if analysis.factored:
        every = {factor.id for factor in analysis.factored.every}
        groups = [[factor.id for factor in group] for group in analysis.factored.one_of]
        expanded = [frozenset(every.union(choice)) for choice in product(*groups)]
        assert sorted(map(sorted, expanded)) == sorted(
            sorted(way.present) for way in table.ways() if not way.present & closed
        )


@settings(max_examples=200, deadline=None)
@given(reviews())
def test_probability_equals_the_sum_over_all_worlds(review: Review) -> None:
    names = events(review)
    likely = {f.id: 1.0 if f.state else f.probability for f in review.factors}
    expected = 0.0
    for values in product((False, True), repeat=len(names)):
        true = frozenset(name for name, value in zip(names, values, strict=True) if value)
        if truth(review, review.fault_tree.top, true):
            expected += prod(likely[n] if n in true else 1 - likely[n] for n in names)
    used = analysed(review)
    if used.probability is not None:
        assert isclose(used.probability, expected, abs_tol=1e-9)


@settings(max_examples=200, deadline=None)
@given(reviews(COHERENT))
def test_standings_and_depths_follow_from_the_actions(review: Review) -> None:
    analysis = analysed(review)
    done = {id for action in review.actions if action.status is ActionStatus.DONE for id in action.eliminates}
    planned = {
        id for action in review.actions if action.status is ActionStatus.OPEN for id in action.eliminates
    }
    for cut in analysis.cut_sets:
        names = {factor.id for factor in cut.factors}
        expected = Standing.CLOSED if names & done else Standing.PLANNED if names & planned else Standing.OPEN
        assert (cut.standing, cut.depth) == (expected, len(names & done))
    counted = {standing: sum(cut.standing is standing for cut in analysis.cut_sets) for standing in Standing}
    assert analysis.counts == counted
    for each in analysis.open_weights:
        ways = [
            cut for cut in analysis.cut_sets if cut.standing is Standing.OPEN and each.factor in cut.factors
        ]
        assert each.ways == len(ways)
        assert isclose(each.weight, sum(0.5 ** len(way.factors) for way in ways))


@settings(max_examples=100, deadline=None)
@given(reviews(COHERENT), some.sampled_from([0, 5, 20]))
def test_a_small_budget_finds_the_sets_up_to_its_order(review: Review, budget: int) -> None:
    analysis, expected = analysed(review, budget=budget), minimal_sets(review)
    limit = analysis.order_limit
    assert sets_of(analysis) == {cut for cut in expected - {frozenset()} if limit is None or len(cut) <= limit}


def test_billions_of_sets_are_counted_exactly_and_listed_up_to_a_bound() -> None:
    factors = tuple(Factor(f"f{n}", "", "code") for n in range(600))
    parts = [Gate(f"p{n}", "", GateKind.ANY, tuple(f"f{3 * n + k}" for k in range(3))) for n in range(200)]
    gates = (Gate("top", "", GateKind.ALL, tuple(part.id for part in parts)), *parts)
    review = Review("r", ReviewStatus.DRAFT, "", "", factors, fault_tree=FaultTree("top", gates))
    analysis = analysed(review)
    assert analysis.total == 3**200
    assert len(analysis.cut_sets) == 200
