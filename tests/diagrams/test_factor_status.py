import pytest

from pirgen.analysis.open_paths import Standing
from pirgen.diagrams.factor_status import closed, status_notes, status_of
from pirgen.model import (
    Action,
    ActionStatus,
    ActionType,
    Factor,
    FactorKind,
    FaultTree,
    Gate,
    GateKind,
    Occurred,
)


def a_factor(id: str = "a", kind: FactorKind = FactorKind.BASIC, occurred: Occurred = Occurred.YES) -> Factor:
    return Factor(id, f"Factor {id}", "code", kind, occurred=occurred)


def an_action(
    id: str,
    status: ActionStatus,
    eliminates: tuple[str, ...] = (),
    reduces: tuple[str, ...] = (),
    detects: tuple[str, ...] = (),
) -> Action:
    return Action(
        id, "Do it", ActionType.PREVENT, status, eliminates=eliminates, reduces=reduces, detects=detects
    )


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (ActionStatus.DONE, Standing.BROKEN),
        (ActionStatus.OPEN, Standing.PLANNED),
        (ActionStatus.IN_PROGRESS, Standing.PLANNED),
        (ActionStatus.UNKNOWN, Standing.PLANNED),
        (ActionStatus.DECLINED, Standing.OPEN),
        (ActionStatus.SUPERSEDED, Standing.OPEN),
    ],
)
def test_only_a_done_action_that_eliminates_breaks(status: ActionStatus, expected: Standing) -> None:
    assert status_of(a_factor(), (an_action("fix", status, eliminates=("a",)),)) is expected


def test_reducing_and_detecting_leave_a_factor_open() -> None:
    actions = (
        an_action("less", ActionStatus.DONE, reduces=("a",)),
        an_action("see", ActionStatus.OPEN, detects=("a",)),
    )
    assert status_of(a_factor(), actions) is Standing.OPEN
    assert [mark.text for mark in status_notes(a_factor(), actions)] == [
        "still open",
        "reduced by less",
        "to be detected by see",
    ]


@pytest.mark.parametrize("kind", [FactorKind.CONDITION, FactorKind.HOUSE])
def test_nobody_need_break_what_is_given(kind: FactorKind) -> None:
    assert status_of(a_factor(kind=kind), ()) is None
    assert status_notes(a_factor(kind=kind), ()) == ()


def test_a_broken_factor_tells_only_what_broke_it() -> None:
    actions = (
        an_action("fix", ActionStatus.DONE, eliminates=("a",)),
        an_action("later", ActionStatus.OPEN, eliminates=("a",)),
        an_action("less", ActionStatus.DONE, reduces=("a",)),
    )
    assert [mark.text for mark in status_notes(a_factor(), actions)] == ["✓ eliminated by fix"]


def test_an_action_of_unknown_state_is_told_with_care() -> None:
    actions = (an_action("fix", ActionStatus.UNKNOWN, eliminates=("a",)),)
    assert [mark.text for mark in status_notes(a_factor(), actions)] == ["○ may be eliminated by fix"]


def test_no_action_and_an_event_that_did_not_occur_are_said() -> None:
    found = status_notes(a_factor(occurred=Occurred.NO), ())
    assert [(mark.text, mark.tells_status) for mark in found] == [
        ("did not occur", False),
        ("no action", True),
    ]


def test_many_actions_are_counted() -> None:
    actions = tuple(an_action(f"fix-{number}", ActionStatus.OPEN, eliminates=("a",)) for number in range(5))
    assert [mark.text for mark in status_notes(a_factor(), actions)][-1] == "and 2 more"


@pytest.mark.parametrize(
    ("gate", "is_closed"),
    [
        (Gate("top", "Top", GateKind.ALL, ("a", "b")), True),
        (Gate("top", "Top", GateKind.ANY, ("a", "b")), False),
        (Gate("top", "Top", GateKind.ATLEAST, ("a", "b", "c"), atleast=2), False),
        (Gate("top", "Top", GateKind.ATLEAST, ("a", "b", "c"), atleast=3), True),
        (Gate("top", "Top", GateKind.XOR, ("a", "b")), False),
        (Gate("top", "Top", GateKind.NOT, ("a",)), False),
        (Gate("top", "Top", GateKind.INHIBIT, ("b",), condition="a"), True),
        (Gate("top", "Top", GateKind.INHIBIT, ("a",), condition="b"), True),
    ],
)
def test_a_gate_is_closed_when_what_is_eliminated_suffices(gate: Gate, is_closed: bool) -> None:
    actions = (an_action("fix", ActionStatus.DONE, eliminates=("a",)),)
    shut = closed(FaultTree("top", (gate,)), (a_factor("a"), a_factor("b"), a_factor("c")), actions)
    assert ("top" in shut) is is_closed


def test_closing_rises_through_a_very_long_chain() -> None:
    gates = [Gate(f"g{n}", "Gate", GateKind.ALL, (f"g{n + 1}", "b")) for n in range(5000)]
    gates.append(Gate("g5000", "Gate", GateKind.ALL, ("a", "b")))
    actions = (an_action("fix", ActionStatus.DONE, eliminates=("a",)),)
    shut = closed(FaultTree("g0", tuple(gates)), (a_factor("a"), a_factor("b")), actions)
    assert len(shut) == 5002
