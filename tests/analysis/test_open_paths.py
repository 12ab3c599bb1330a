from __future__ import annotations

from pirgen.analysis.open_paths import MOST_LISTED, Standing, TreeAnalysis, analyse, analysed_within
from pirgen.model import ActionStatus, FactorKind, Gate, GateKind, Occurred, Review
from tests.analysis.fault_trees.fault_tree_builders import action, all_of, any_of, factor, review, transfer


def analysed(tree: Review, *others: Review, budget: int = 0) -> TreeAnalysis:
    reviews = {other.id: other for other in (tree, *others)}
    result = analysed_within(tree, reviews, budget, lambda stage: None) if budget else analyse(tree, reviews)
    assert result is not None
    return result


def ids(analysis: TreeAnalysis) -> list[list[str]]:
    return [[factor.id for factor in cut.factors] for cut in analysis.cut_sets]


def test_a_single_factor_that_suffices_is_a_single_point_of_failure() -> None:
    analysis = analysed(review(any_of("top", "alone", "both"), all_of("both", "one", "other")))
    assert ids(analysis) == [["alone"], ["one", "other"]]
    assert [way.factors[0].id for way in analysis.single_points] == ["alone"]


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
    assert eliminated.counts[Standing.CLOSED] == 1
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
    assert [cut.standing for cut in analysis.cut_sets] == [Standing.OPEN, Standing.CLOSED]


def test_a_tree_whose_top_nothing_can_prevent_is_constant() -> None:
    gates = (any_of("top", "fault", "not"), Gate("not", "", GateKind.NOT, ("fault",)))
    assert analysed(review(*gates)).constant is True


def test_a_top_that_needs_no_factor_names_what_has_to_be_absent() -> None:
    gates = (any_of("top", "not", "other"), Gate("not", "", GateKind.NOT, ("fault",)))
    analysis = analysed(review(*gates))
    assert analysis.constant is None
    assert [([f.id for f in way.factors], [f.id for f in way.absent]) for way in analysis.cut_sets] == [
        ([], ["fault"]),
        (["other"], []),
    ]
    assert analysis.in_no_set == ()
    assert [way.factors[0].id for way in analysis.single_points] == ["other"]


def test_every_open_way_is_listed_before_any_broken_one() -> None:
    """Twenty open ways of four factors, and 380 broken ones of two."""
    broken = [all_of(f"b{n}", "old", f"x{n}") for n in range(380)]
    still = [all_of(f"o{n}", "one", "two", "three", f"y{n}") for n in range(20)]
    top = any_of("top", *(gate.id for gate in (*broken, *still)))
    done = action("done", ActionStatus.DONE, "old")
    analysis = analysed(review(top, *broken, *still, actions=(done,)))
    assert analysis.counts == {Standing.OPEN: 20, Standing.PLANNED: 0, Standing.CLOSED: 380}
    assert [way.standing for way in analysis.cut_sets[:21]] == [*[Standing.OPEN] * 20, Standing.CLOSED]
    assert len(analysis.cut_sets) == MOST_LISTED
    assert analysis.factored is not None
    assert [factor.id for factor in analysis.factored.every] == ["one", "two", "three"]
    assert [len(group) for group in analysis.factored.one_of] == [20]


def test_an_equal_tree_is_analysed_once() -> None:
    one, other = (analysed(review(any_of("top", "a", "b"))) for _ in range(2))
    assert one is other


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
