from __future__ import annotations

from pirgen.analysis.open_paths import Standing, TreeAnalysis, analyse
from pirgen.model import ActionStatus, FactorKind, Gate, GateKind, Occurred, Review
from tests.analysis.fault_trees.fault_tree_builders import action, all_of, any_of, factor, review, transfer


def analysed(tree: Review, *others: Review, budget: int = 1_000_000) -> TreeAnalysis:
    result = analyse(tree, {other.id: other for other in (tree, *others)}, budget)
    assert result is not None
    return result


def ids(analysis: TreeAnalysis) -> list[list[str]]:
    return [[factor.id for factor in cut.factors] for cut in analysis.cut_sets]


def test_a_single_factor_that_suffices_is_a_single_point_of_failure() -> None:
    analysis = analysed(review(any_of("top", "alone", "both"), all_of("both", "one", "other")))
    assert ids(analysis) == [["alone"], ["one", "other"]]
    assert [factor.id for factor in analysis.single_points] == ["alone"]


def test_a_factor_that_another_makes_needless_is_in_no_set() -> None:
    analysis = analysed(review(any_of("top", "alone", "both"), all_of("both", "alone", "needless")))
    assert [factor.id for factor in analysis.in_no_set] == ["needless"]
    assert [factor.id for factor in analysis.in_every_set] == ["alone"]


def test_a_true_house_event_that_an_action_eliminates_is_broken_with_the_sets_it_is_in() -> None:
    switch = factor("switch", kind=FactorKind.HOUSE, state=True)
    tree = all_of("top", "switch", "fault")
    left_alone = analysed(review(tree, factors=(switch,)))
    assert ids(left_alone) == [["fault"]]
    done = action("remove-it", ActionStatus.DONE, "switch")
    eliminated = analysed(review(tree, factors=(switch,), actions=(done,)))
    assert ids(eliminated) == [["switch", "fault"]]
    assert eliminated.counts[Standing.BROKEN] == 1
    assert eliminated.residual.tree is None


def test_shared_factors_of_a_tree_reached_by_transfer_count_once() -> None:
    there = review(all_of("down", "disk", "no-spare"), id="there")
    here = review(
        all_of("top", "far", "far-again"),
        transfer("far", "there", "down"),
        transfer("far-again", "there", "down"),
    )
    assert ids(analysed(here, there)) == [["there#disk", "there#no-spare"]]


def test_a_transfer_back_home_meets_the_same_factors() -> None:
    there = review(all_of("down", "disk", "home"), transfer("home", "here", "near"), id="there")
    here = review(
        all_of("top", "far", "near"), transfer("far", "there", "down"), any_of("near", "fault", "slip")
    )
    assert ids(analysed(here, there)) == [["fault", "there#disk"], ["slip", "there#disk"]]


def test_done_actions_of_the_other_review_break_its_factors() -> None:
    done = action("new-disk", ActionStatus.DONE, "disk")
    there = review(any_of("down", "disk", "network"), id="there", actions=(done,))
    here = review(all_of("top", "fault", "far"), transfer("far", "there", "down"))
    analysis = analysed(here, there)
    assert [cut.standing for cut in analysis.cut_sets] == [Standing.BROKEN, Standing.OPEN]


def test_a_tree_whose_top_nothing_can_prevent_is_constant() -> None:
    gates = (any_of("top", "fault", "not"), Gate("not", "", GateKind.NOT, ("fault",)))
    assert analysed(review(*gates)).constant is True


def test_a_top_that_needs_nothing_has_the_empty_set_alone() -> None:
    gates = (any_of("top", "not", "other"), Gate("not", "", GateKind.NOT, ("fault",)))
    analysis = analysed(review(*gates))
    assert analysis.constant is None
    assert ids(analysis) == [[]]


def test_a_tree_that_is_too_large_claims_nothing_about_the_sets_it_has_not_seen() -> None:
    votes = Gate("votes", "", GateKind.ATLEAST, tuple(f"f{n}" for n in range(12)), 6)
    shared = Gate("shared", "", GateKind.ATLEAST, tuple(f"f{n}" for n in range(6, 18)), 6)
    analysis = analysed(
        review(all_of("top", "needed", "either"), any_of("either", "votes", "shared"), votes, shared), budget=50
    )
    assert analysis.order_limit is not None
    assert analysis.total == 0
    assert analysis.in_no_set == ()
    assert [factor.id for factor in analysis.in_every_set] == ["needed"]


def test_what_did_not_occur_leaves_the_top_unexplained() -> None:
    absent, unknown = factor("absent", occurred=Occurred.NO), factor("unknown", occurred=Occurred.UNKNOWN)
    tree = all_of("top", "there", "absent")
    assert analysed(review(tree, factors=(absent,))).top_occurred is Occurred.NO
    half_known = any_of("top", "unknown", "absent")
    assert analysed(review(half_known, factors=(absent, unknown))).top_occurred is Occurred.UNKNOWN
    explained = any_of("top", "unknown", "there")
    assert analysed(review(explained, factors=(unknown,))).top_occurred is Occurred.YES
