from collections import Counter
from itertools import combinations

from pirgen.diagrams.diagram import Diagram
from pirgen.diagrams.fault_tree.drawing import draw_fault_tree
from pirgen.diagrams.fault_tree.reviewed_tree import ReviewedTree
from pirgen.diagrams.fault_tree.shown_findings import ShownFindings
from pirgen.model import (
    Action,
    ActionStatus,
    ActionType,
    Basis,
    Factor,
    FactorKind,
    FaultTree,
    Gate,
    GateKind,
    Transfer,
)
from tests.diagrams.layout import Part, of_class, overlapping_texts, parts, texts

TREE = FaultTree(
    "t",
    (
        Gate("t", "Data is lost", GateKind.ALL, ("g", "v", "x", "n", "f")),
        Gate("g", "The wipe runs on the wrong host", GateKind.INHIBIT, ("a",), condition="late"),
        Gate("v", "Two of three copies fail", GateKind.ATLEAST, ("a", "b", "g"), atleast=2),
        Gate("x", "One side has moved", GateKind.XOR, ("b", "on")),
        Gate("n", "No alarm is heard", GateKind.NOT, ("alarm",)),
        Gate("f", "The link is lost", GateKind.TRANSFER, transfer=Transfer("2020-01-01-other", "lost")),
    ),
)
FACTORS = (
    Factor("a", "`rm` was typed on the primary, where it should have been the standby", "code"),
    Factor("b", "The dump was empty", "code", FactorKind.UNDEVELOPED, basis=Basis.INFERRED),
    Factor("late", "Work went on past the end of the shift", "code", FactorKind.CONDITION),
    Factor("on", "Maintenance mode", "code", FactorKind.HOUSE, state=True),
    Factor("alarm", "The alarm rings", "code"),
)
ACTIONS = (
    Action("guard", "Guard `rm`", ActionType.PREVENT, ActionStatus.OPEN, eliminates=("a",)),
    Action("test-dumps", "Test the dumps", ActionType.PREVENT, ActionStatus.DONE, eliminates=("b",)),
)
DRAWN = draw_fault_tree(ReviewedTree(TREE, FACTORS, ACTIONS))


def boxes(diagram: Diagram) -> list[Part]:
    found = [box for name in ("top", "gate", "event") for box in of_class(diagram, f"pirgen-tree-{name}")]
    return [box for box in found if box.outline]


def links(diagram: Diagram) -> set[str]:
    return {part.link for part in parts(diagram) if part.link}


def test_every_gate_and_event_has_its_symbol() -> None:
    symbols = [part.classes - {"pirgen-symbol"} for part in of_class(DRAWN, "pirgen-symbol")]
    found = {name for classes in symbols for name in classes}
    gates = {f"pirgen-{name}" for name in ("and", "inhibit", "or", "xor", "not", "transfer")}
    events = {f"pirgen-{name}" for name in ("basic", "undeveloped", "house")}
    assert gates | events <= found
    assert len(of_class(DRAWN, "pirgen-oval")) == 1


def test_symbols_say_in_a_word_how_inputs_combine() -> None:
    words = [part.text for part in of_class(DRAWN, "pirgen-tree-word")]
    assert sorted(words) == ["2/3", "A", "A", "all", "if", "not", "on", "one"]


def test_a_shared_factor_is_drawn_again_and_marked() -> None:
    assert texts(DRAWN).count("rm was typed on the primary, where it should have been the standby") == 2
    assert texts(DRAWN).count("also elsewhere") == 2 + 2


def test_a_shared_gate_is_drawn_once_and_referred_to_by_letter() -> None:
    assert texts(DRAWN).count("The wipe runs on the wrong host") == 2
    assert texts(DRAWN).count("continues at A") == 1
    assert "#gate-g" in links(DRAWN)


def test_factors_and_actions_are_linked() -> None:
    assert {"#factor-a", "#factor-late", "#action-guard", "#action-test-dumps"} <= links(DRAWN)


def test_a_transfer_leads_to_the_other_review() -> None:
    assert "../2020-01-01-other/#gate-lost" in links(DRAWN)


def test_standings_are_told_by_sign_and_in_words() -> None:
    assert len(of_class(DRAWN, "pirgen-sign-planned")) == 2
    assert len(of_class(DRAWN, "pirgen-sign-closed")) == 2
    assert len(of_class(DRAWN, "pirgen-sign-open")) == 1
    assert {"○ to be eliminated by guard", "✓ eliminated by test-dumps", "no action"} <= set(texts(DRAWN))


def test_a_branch_is_cut_where_the_analysis_says_that_nothing_can_come_any_more() -> None:
    assert of_class(DRAWN, "pirgen-cut") == []
    cut = draw_fault_tree(ReviewedTree(TREE, FACTORS, ACTIONS, ShownFindings(closed=("b", "f"))))
    assert len(of_class(cut, "pirgen-cut")) == 2 + 1
    assert texts(cut).count("✓ closed") == 1


def test_boxes_of_a_level_share_their_top_and_height() -> None:
    sizes = {(round(box.top), round(box.height)) for box in boxes(DRAWN)}
    assert len(sizes) == len({top for top, _ in sizes}) == 3


def test_no_two_boxes_or_texts_overlap() -> None:
    assert overlapping_texts(DRAWN) == []
    for one, other in combinations(boxes(DRAWN), 2):
        beside = one.right < other.left or other.right < one.left
        assert beside or one.bottom < other.top or other.bottom < one.top


def test_branches_are_level_or_upright_and_pass_no_box() -> None:
    for branch in of_class(DRAWN, "pirgen-branch"):
        (left, top), (right, bottom) = branch.points[0], branch.points[-1]
        assert left == right or top == bottom
        assert not [
            box for box in boxes(DRAWN) if left <= box.left < box.right <= right and box.top < top < box.bottom
        ]
        assert not [
            box for box in boxes(DRAWN) if top < box.top < box.bottom < bottom and box.left < left < box.right
        ]


def test_the_drawing_is_named_and_described() -> None:
    diagram = draw_fault_tree(ReviewedTree(TREE, FACTORS, ACTIONS))
    assert diagram.title == "Fault tree: Data is lost"
    assert diagram.description == (
        "Gates: 6. Events: 4, of these 1 eliminated, 1 to be eliminated, 1 open. Italics: inferred."
    )


def test_the_same_tree_gives_the_same_bytes() -> None:
    assert draw_fault_tree(ReviewedTree(TREE, FACTORS, ACTIONS)) == DRAWN


def test_what_does_not_fit_is_folded() -> None:
    wide = Gate("w", "Wide", GateKind.ANY, tuple(f"f{n}" for n in range(400)))
    tree = FaultTree("t", (Gate("t", "Top", GateKind.ANY, ("w", "f0")), wide))
    factors = tuple(Factor(f"f{n}", f"Way {n}", "code") for n in range(400))
    assert "400 more below" in texts(draw_fault_tree(ReviewedTree(tree, factors)))


def test_the_27th_shared_gate_has_a_letter_of_its_own() -> None:
    shared = [Gate(f"g{n}", f"Gate {n}", GateKind.ANY, ("a", "b")) for n in range(27)]
    ids = tuple(gate.id for gate in shared)
    tops = (Gate("t", "Top", GateKind.ALL, ("l", "r")), Gate("l", "L", GateKind.ANY, ids))
    tree = FaultTree("t", (*tops, Gate("r", "R", GateKind.ALL, ids), *shared))
    words = [part.text for part in of_class(draw_fault_tree(ReviewedTree(tree, FACTORS)), "pirgen-tree-word")]
    assert words.count("Z") == words.count("A2") == 2


def test_hostile_and_empty_texts_are_only_text() -> None:
    hostile = '"];evil[label="<b>&#x\\N'
    tree = FaultTree("t", (Gate("t", "", GateKind.ANY, ("a", "b")),))
    factors = (Factor("a", hostile, "code"), Factor("b", "x" * 500, "code"))
    found = texts(draw_fault_tree(ReviewedTree(tree, factors)))
    assert hostile in [text.replace(" ", "") for text in found]
    assert any(text.startswith("xxx") and text.endswith("…") for text in found)


def test_a_tree_without_its_top_is_an_empty_drawing() -> None:
    assert texts(draw_fault_tree(ReviewedTree(FaultTree("t", ()), FACTORS))) == []


def test_numbers_stand_below_the_texts_that_they_belong_to() -> None:
    measures = (("t", ("probability 0.02",)), ("alarm", ("probability 0.1", "importance 0.5")))
    plainly, numbered = (
        texts(DRAWN),
        texts(draw_fault_tree(ReviewedTree(TREE, FACTORS, ACTIONS, ShownFindings(numbers=measures)))),
    )
    assert Counter(numbered) - Counter(plainly) == Counter(
        ["probability 0.02", "probability 0.1", "importance 0.5"]
    )
