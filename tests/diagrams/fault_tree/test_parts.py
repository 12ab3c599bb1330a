import random

import pytest

from pirgen.diagrams import Drawing
from pirgen.diagrams.diagram import Diagram, around
from pirgen.diagrams.fault_tree.drawing import draw_fault_tree
from pirgen.diagrams.fault_tree.reviewed_tree import ReviewedTree
from pirgen.diagrams.fault_tree.shown_findings import NO_FINDINGS, ShownFindings
from pirgen.diagrams.fault_tree.stacks import Stack
from pirgen.model import Factor, FaultTree, Gate, GateKind
from tests.diagrams.layout import Part, of_class, overlapping, overlapping_texts, texts
from tests.diagrams.layout import parts as layout_of


def factors(count: int) -> tuple[Factor, ...]:
    return tuple(Factor(f"f{n}", f"The condition number {n} was there before", "code") for n in range(count))


def flat(count: int, findings: ShownFindings = NO_FINDINGS) -> ReviewedTree:
    """A tree of one gate."""
    gate = Gate("t", "Top", GateKind.ANY, tuple(f"f{n}" for n in range(count)))
    return ReviewedTree(FaultTree("t", (gate,)), factors(count), (), findings)


def bushy(count: int, seed: int = 1) -> ReviewedTree:
    """A tree of gates with two to four inputs over that many factors."""
    chance = random.Random(seed)
    waiting = [f"f{n}" for n in range(count)]
    gates: list[Gate] = []
    while len(waiting) > 1:
        inputs = tuple(waiting.pop(0) for _ in range(min(len(waiting), chance.randint(2, 4))))
        gates.append(Gate(f"g{len(gates)}", f"The gate number {len(gates)}", GateKind.ALL, inputs))
        waiting.append(gates[-1].id)
    return ReviewedTree(FaultTree(waiting[0], tuple(gates)), factors(count))


def size(diagram: Diagram) -> tuple[float, float]:
    box = around(card.box for card in diagram.cards)
    return box.width, box.height


def boxes(diagram: Diagram) -> list[Part]:
    found = [box for name in ("top", "gate", "event") for box in of_class(diagram, f"pirgen-tree-{name}")]
    return [box for box in found if box.outline]


def assert_sound(diagram: Diagram) -> None:
    """No text stands on another, and no box on another or on a branch that is not its own."""
    assert overlapping_texts(diagram) == []
    assert overlapping(boxes(diagram), least=-0.01) == []
    every = [(box.left, box.top, box.right, box.bottom) for box in boxes(diagram)]
    for branch in of_class(diagram, "pirgen-branch"):
        for (x1, y1), (x2, y2) in zip(branch.points, branch.points[1:], strict=False):
            assert x1 == x2 or y1 == y2
            low, high = sorted((x1, x2) if y1 == y2 else (y1, y2))
            for left, top, right, bottom in every:
                across = low < left and right < high and top < y1 < bottom
                down = low < top and bottom < high and left < x1 < right
                assert not (across if y1 == y2 else down)


def test_up_to_eight_inputs_are_side_by_side() -> None:
    assert len({box.top for box in boxes(draw_fault_tree(flat(8)))}) == 2


@pytest.mark.parametrize("count", [9, 10, 17, 30, 60, 150])
def test_many_inputs_are_stacked_in_columns_that_fit_a_page(count: int) -> None:
    diagram = draw_fault_tree(flat(count))
    assert size(diagram)[0] < 800
    assert flat(count).plan.cuts == (0,)
    assert len(of_class(diagram, "pirgen-tree-event")) >= count
    assert_sound(diagram)


@pytest.mark.parametrize(
    ("count", "rows", "columns"), [(2, 2, 1), (4, 4, 1), (5, 3, 2), (9, 3, 3), (60, 12, 5)]
)
def test_columns_are_about_as_high_as_each_other(count: int, rows: int, columns: int) -> None:
    stack = Stack(tuple(range(count)))
    assert (stack.rows, stack.columns) == (rows, columns)


@pytest.mark.parametrize("count", range(2, 100))
def test_a_stack_has_room_for_all_and_no_empty_column(count: int) -> None:
    stack = Stack(tuple(range(count)))
    assert (stack.columns - 1) * stack.rows < count <= stack.columns * stack.rows


def test_a_stacked_branch_is_cut_where_it_is_closed() -> None:
    diagram = draw_fault_tree(flat(12, ShownFindings(closed=("f3", "f7"))))
    rails = {part.points[0] for part in of_class(diagram, "pirgen-cut")}
    assert len(rails) == 2


@pytest.mark.parametrize("count", [20, 60, 150])
@pytest.mark.parametrize("seed", range(4))
def test_the_parts_of_a_large_tree_fit_paper_and_show_everything_once(count: int, seed: int) -> None:
    tree = bushy(count, seed)
    parts = [draw_fault_tree(tree, number) for number in range(len(tree.parts))]
    for part in parts:
        width, height = size(part)
        assert width < (1700 if len(parts) == 1 else 1100)
        assert height < 1500
        assert_sound(part)
    shown = [text for part in parts for text in texts(part) if text.startswith("The condition")]
    assert sorted(shown) == sorted(factor.text for factor in tree.factors)


def test_stacks_side_by_side_take_room_too() -> None:
    few = bushy(4)
    wide = [Gate(f"f{n}", "A stack", GateKind.ANY, tuple(f"f{n}-{m}" for m in range(60))) for n in range(4)]
    inputs = tuple(Factor(each, "Something", "code") for gate in wide for each in gate.inputs)
    assert not few.plan.is_large
    assert ReviewedTree(FaultTree(few.tree.top, (*few.tree.gates, *wide)), inputs).plan.is_large


def test_a_part_is_named_by_the_letter_at_which_it_is_left_off() -> None:
    tree = bushy(60)
    count = len(tree.parts)
    parts = [draw_fault_tree(tree, number) for number in range(count)]
    left_off = {text for part in parts for text in texts(part) if text.startswith("continues at ")}
    assert left_off == {
        f"continues at {chr(ord('A') + number)}, part {number + 2}" for number in range(count - 1)
    }
    listed = [*tree.listed_parts()]
    assert [part.name for part in listed] == [part.name for part in parts]
    assert [part.above is None for part in listed] == [True] + [False] * (count - 1)
    for part in listed[1:]:
        assert part.above
        assert f"#{part.name}" in {each.link for each in layout_of(parts[part.above - 1])}
    assert sum(part.factors for part in listed) == sum(part.still_open for part in listed) == 60
    assert parts[0].title.startswith(f"Fault tree, part 1 of {count}: The gate")
    assert [part.title.split(":")[0][-3:] for part in parts[1:]] == [
        f"({chr(ord('A') + number)})" for number in range(count - 1)
    ]
    assert [part.name for part in parts[:2]] == ["fault-tree-part-1", "fault-tree-part-2"]


def test_parts_are_drawings_of_their_own() -> None:
    tree = bushy(60)
    assert Drawing("fault-tree-part-2", (tree, 1)).lay_out() == draw_fault_tree(tree, 1)
