import pytest

from pirgen.analysis.factor_status import status_of
from pirgen.analysis.open_paths import Standing
from pirgen.model import Action, ActionStatus, ActionType, Factor


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (ActionStatus.DONE, Standing.CLOSED),
        (ActionStatus.OPEN, Standing.PLANNED),
        (ActionStatus.IN_PROGRESS, Standing.PLANNED),
        (ActionStatus.UNKNOWN, Standing.PLANNED),
        (ActionStatus.DECLINED, Standing.OPEN),
        (ActionStatus.SUPERSEDED, Standing.OPEN),
    ],
)
def test_only_a_done_action_that_eliminates_breaks(status: ActionStatus, expected: Standing) -> None:
    factor = Factor("a", "Factor a", "code")
    action = Action("fix", "Do it", ActionType.PREVENT, status, eliminates=("a",))
    assert status_of(factor, (action,)) is expected
