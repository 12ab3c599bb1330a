from __future__ import annotations

import pytest

from pirgen.analysis.fault_trees.measures.importance import Importance
from pirgen.analysis.open_paths import analyse
from pirgen.model import Review
from tests.analysis.fault_trees.fault_tree_builders import all_of, any_of, factor, review


def measures(tree: Review) -> dict[str, Importance]:
    analysis = analyse(tree, {})
    assert analysis is not None
    return {of.id: measure for of, measure in analysis.importances}


TWO_TRAINS = review(
    all_of("top", "train-one", "train-two"),
    any_of("train-one", "valve-one", "pump-one"),
    any_of("train-two", "valve-two", "pump-two"),
    factors=(
        factor("valve-one", 0.5),
        factor("valve-two", 0.5),
        factor("pump-one", 0.7),
        factor("pump-two", 0.7),
    ),
)


def test_two_trains_have_the_values_that_scram_gives() -> None:
    pump = measures(TWO_TRAINS)["pump-one"]
    assert pump.birnbaum == pytest.approx(0.425)
    assert pump.criticality == pytest.approx(0.411765, rel=1e-5)
    assert pump.achievement_worth == pytest.approx(1.17647, rel=1e-5)
    assert pump.reduction_worth == pytest.approx(1.7)


def test_fussell_vesely_is_the_chance_that_a_set_with_the_factor_occurs() -> None:
    valve = measures(TWO_TRAINS)["valve-one"]
    assert valve.fussell_vesely == pytest.approx(0.5 * 0.85 / 0.7225)


def test_what_is_in_every_set_has_no_finite_reduction_worth() -> None:
    tree = review(
        all_of("top", "always", "some"),
        any_of("some", "a", "b"),
        factors=(factor("always", 1e-9), factor("a", 1e-7), factor("b", 0.3)),
    )
    found = measures(tree)
    assert found["always"].reduction_worth is None
    assert found["always"].criticality == pytest.approx(1)
    assert found["b"].reduction_worth == pytest.approx((0.3 + 0.7e-7) / 1e-7)


def test_probabilities_are_used_only_when_every_factor_has_one() -> None:
    analysis = analyse(review(any_of("top", "a", "b"), factors=(factor("a", 0.5),)), {})
    assert analysis is not None
    assert analysis.probability is None
    assert analysis.importances == ()
