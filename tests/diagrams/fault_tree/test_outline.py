from dataclasses import replace

from pirgen.analysis.open_paths import Standing
from pirgen.diagrams.fault_tree.outline import OutlineLine, outline
from pirgen.diagrams.fault_tree.shown_findings import ShownFindings
from pirgen.model import (
    Action,
    ActionStatus,
    ActionType,
    Factor,
    FactorKind,
    FaultTree,
    Gate,
    GateKind,
    Transfer,
)


def test_the_outline_says_in_words_what_the_drawing_shows() -> None:
    elsewhere = Transfer("2020-01-01-other", "link-lost")
    tree = FaultTree(
        "t",
        (
            Gate("t", "Top", GateKind.ALL, ("g", "v", "x", "n", "f")),
            Gate("g", "Guarded", GateKind.INHIBIT, ("a",), condition="late"),
            Gate("v", "Votes", GateKind.ATLEAST, ("a", "b", "g"), atleast=2),
            Gate("x", "Either", GateKind.XOR, ("b", "on")),
            Gate("n", "Silence", GateKind.NOT, ("alarm",)),
            Gate("f", "Far", GateKind.TRANSFER, transfer=elsewhere),
        ),
    )
    factors = (
        Factor("a", "`A`", "code"),
        Factor("b", "B", "code", FactorKind.UNDEVELOPED),
        Factor("late", "Late", "code", FactorKind.CONDITION),
        Factor("on", "Mode", "code", FactorKind.HOUSE, state=False),
        Factor("alarm", "Alarm", "code"),
    )
    lines = tuple(replace(line, state=None, notes=()) for line in outline(tree, factors))
    assert lines == (
        OutlineLine(0, "Top", "all of", "gate-t", False),
        OutlineLine(1, "Guarded", "only under the condition given", "gate-g", False),
        OutlineLine(2, "`A`", "", "factor-a", False),
        OutlineLine(2, "Late", "condition", "factor-late", False),
        OutlineLine(1, "Votes", "at least 2 of", "gate-v", False),
        OutlineLine(2, "`A`", "", "factor-a", True),
        OutlineLine(2, "B", "not traced further", "factor-b", False),
        OutlineLine(2, "Guarded", "only under the condition given", "gate-g", True),
        OutlineLine(1, "Either", "exactly one of", "gate-x", False),
        OutlineLine(2, "B", "not traced further", "factor-b", True),
        OutlineLine(2, "Mode", "given as absent", "factor-on", False),
        OutlineLine(1, "Silence", "absence of", "gate-n", False),
        OutlineLine(2, "Alarm", "", "factor-alarm", False),
        OutlineLine(1, "Far", "continues in another review", "gate-f", False, elsewhere),
    )


def test_the_outline_has_the_states_that_the_drawing_shows() -> None:
    tree = FaultTree(
        "t",
        (Gate("t", "Top", GateKind.ANY, ("g", "c")), Gate("g", "Both", GateKind.ALL, ("a", "b"))),
    )
    factors = (Factor("a", "A", "code"), Factor("b", "B", "code"), Factor("c", "C", "code"))
    actions = (
        Action("fix", "Fix", ActionType.PREVENT, ActionStatus.DONE, eliminates=("a",)),
        Action("plan", "Plan", ActionType.PREVENT, ActionStatus.OPEN, eliminates=("b",)),
    )
    lines = outline(tree, factors, actions, findings=ShownFindings(closed=("a", "g")))
    assert [
        (line.anchor, line.state, line.is_closed, " ".join(n.text for n in line.notes)) for line in lines
    ] == [
        ("gate-t", None, False, ""),
        ("gate-g", None, True, ""),
        ("factor-a", Standing.CLOSED, True, "✓ eliminated by fix"),
        ("factor-b", Standing.PLANNED, False, "○ to be eliminated by plan"),
        ("factor-c", Standing.OPEN, False, "no action"),
    ]


def test_numbers_of_gates_and_factors_stand_at_their_lines() -> None:
    tree = FaultTree("t", (Gate("t", "Top", GateKind.ANY, ("a",)),))
    measures = (("t", ("probability 0.1",)), ("a", ("probability 0.1", "importance 1")))
    lines = outline(tree, (Factor("a", "A", "code"),), findings=ShownFindings(numbers=measures))
    assert [line.measures for line in lines] == [measures[0][1], measures[1][1]]


def test_a_cycle_and_a_missing_input_end_the_outline() -> None:
    tree = FaultTree("t", (Gate("t", "Top", GateKind.ANY, ("t", "nobody")),))
    assert [line.repeated for line in outline(tree, ())] == [False, True]


def test_a_deep_tree_has_a_deep_outline() -> None:
    gates = tuple(Gate(f"g{n}", "Gate", GateKind.NOT, (f"g{n + 1}",)) for n in range(3000))
    assert outline(FaultTree("g0", gates), ())[-1].depth == 2999
