import pytest

from pirgen.analysis.factor_status import status_of
from pirgen.analysis.open_paths import Standing
from pirgen.diagrams.status_notes import status_notes
from pirgen.model import (
    Action,
    ActionStatus,
    ActionType,
    Factor,
    FactorKind,
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
