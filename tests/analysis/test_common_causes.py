from __future__ import annotations

from dataclasses import replace

from pirgen.analysis.common_causes import CauseKind, CommonCause, common_causes
from pirgen.analysis.open_paths import analyse
from pirgen.model import ActionStatus, Book, Factor, Review
from tests.analysis.fault_trees.fault_tree_builders import action, all_of, any_of, review, transfer
from tests.pages.books import an_incident


def a_tree(id: str, *gates: object, **options: object) -> Review:
    return replace(review(*gates, **options), id=id)  # type: ignore[arg-type]


def causes(*reviews: Review, **shared: object) -> tuple[CommonCause, ...]:
    incidents = tuple(an_incident(id=each.id, **shared) for each in reviews)
    book = Book(incidents=incidents, reviews=reviews)
    trees = {each.id: analyse(each, book.review_by_id) for each in reviews}
    return common_causes(book, {id: tree for id, tree in trees.items() if tree})


def told(found: tuple[CommonCause, ...], kind: CauseKind) -> list[tuple[str, list[tuple[str, int, int]]]]:
    return [
        (cause.name, [(each.incident.id, each.closes, each.remaining) for each in cause.members])
        for cause in found
        if cause.kind is kind
    ]


def a_factor(id: str, text: str) -> Factor:
    return Factor(id, text, "code")


ONE = a_tree("2026-01-01-one", any_of("top", "a", "b"), factors=(a_factor("a", "No canary stage"),))
TWO = a_tree("2026-01-02-two", all_of("top", "x", "y"), factors=(a_factor("x", "no  Canary stage."),))


def test_a_factor_in_the_same_words_is_a_common_cause() -> None:
    found = told(causes(ONE, TWO), CauseKind.FACTOR)
    assert found == [("No canary stage", [("2026-01-01-one", 1, 2), ("2026-01-02-two", 1, 1)])]


def test_a_factor_that_a_done_action_eliminated_is_none() -> None:
    fixed = replace(TWO, actions=(action("stage", ActionStatus.DONE, "x"),))
    assert told(causes(ONE, fixed), CauseKind.FACTOR) == []


def test_a_gate_that_another_tree_transfers_to_is_a_common_cause() -> None:
    here = a_tree("2026-01-03-here", all_of("top", "far", "c"), transfer("far", "2026-01-01-one", "top"))
    (found,) = told(causes(ONE, here), CauseKind.GATE)
    assert found == ("top", [("2026-01-01-one", 2, 2), ("2026-01-03-here", 2, 2)])


def test_a_service_is_a_place_to_look_after_the_things_to_fix() -> None:
    found = causes(ONE, TWO, services=("checkout",))
    assert [cause.kind for cause in found] == [CauseKind.FACTOR, CauseKind.SERVICE]
    assert told(found, CauseKind.SERVICE) == [
        ("checkout", [("2026-01-01-one", 2, 2), ("2026-01-02-two", 1, 1)])
    ]


def test_a_service_counts_what_is_open_there_and_not_how_often_it_is_named() -> None:
    planned = replace(TWO, id="2026-01-03-three", actions=(action("later", ActionStatus.OPEN, "x"),))
    found = causes(ONE, TWO, planned, services=("checkout",))
    assert told(found, CauseKind.SERVICE) == [
        ("checkout", [("2026-01-01-one", 2, 2), ("2026-01-02-two", 1, 1)])
    ]


def test_what_is_part_of_more_comes_first() -> None:
    slow, stage = a_factor("p", "Slow"), a_factor("q", "No canary stage")
    three = a_tree("2026-01-04-three", all_of("top", "p", "q"), factors=(slow, stage))
    four = a_tree("2026-01-05-four", any_of("top", "p", "q", "r"), factors=(slow, stage))
    names = [cause.name for cause in causes(ONE, three, four) if cause.kind is CauseKind.FACTOR]
    assert names == ["No canary stage", "Slow"]
