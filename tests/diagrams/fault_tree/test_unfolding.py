from pirgen.diagrams.fault_tree.unfolding import unfold
from pirgen.model import Factor, FaultTree, Gate, GateKind


def a_gate(id: str, *inputs: str, condition: str | None = None) -> Gate:
    return Gate(id, f"Gate {id}", GateKind.INHIBIT if condition else GateKind.ANY, inputs, condition=condition)


def some_factors(*ids: str) -> tuple[Factor, ...]:
    return tuple(Factor(id, f"Factor {id}", "code") for id in ids)


def test_places_come_level_by_level_in_the_authors_order() -> None:
    tree = FaultTree("t", (a_gate("t", "g", "a"), a_gate("g", "b", "c")))
    places = unfold(tree, some_factors("a", "b", "c"), 99)
    assert [(place.what.id, place.parent, place.level) for place in places] == [
        ("t", None, 0),
        ("g", 0, 1),
        ("a", 0, 1),
        ("b", 1, 2),
        ("c", 1, 2),
    ]


def test_a_shared_gate_has_its_inputs_once_and_a_shared_factor_a_place_each_time() -> None:
    tree = FaultTree("t", (a_gate("t", "g", "h"), a_gate("g", "a", "b"), a_gate("h", "g", "a")))
    places = unfold(tree, some_factors("a", "b"), 99)
    assert [(place.what.id, place.is_first) for place in places] == [
        ("t", True),
        ("g", True),
        ("h", True),
        ("a", True),
        ("b", True),
        ("g", False),
        ("a", False),
    ]


def test_a_cycle_ends_and_an_unknown_input_is_left_out() -> None:
    tree = FaultTree("t", (a_gate("t", "t", "a", "nobody"),))
    assert [place.what.id for place in unfold(tree, some_factors("a"), 99)] == ["t", "t", "a"]


def test_a_tree_without_its_top_is_empty() -> None:
    assert unfold(FaultTree("t", ()), (), 99) == ()


def test_the_deepest_gates_are_folded_when_the_tree_is_too_large() -> None:
    gates = [a_gate("t", "g", "h"), a_gate("g", "a", "b"), a_gate("h", "i", "a")]
    tree = FaultTree("t", (*gates, a_gate("i", "c", condition="late")))
    places = unfold(tree, some_factors("a", "b", "c", "late"), 6)
    assert [(place.what.id, place.folded) for place in places] == [
        ("t", 0),
        ("g", 0),
        ("h", 4),
        ("a", 0),
        ("b", 0),
    ]


def test_a_chain_of_any_length_is_cut_at_the_limit() -> None:
    chain = [a_gate(f"g{n}", f"g{n + 1}") for n in range(20_000)]
    places = unfold(FaultTree("g0", tuple(chain)), some_factors("g20000"), 300)
    assert (len(places), places[-1].folded) == (300, 19_701)
