"""Whatever a page can show is shown by one of the two books, so that a reader of our site can see all of it."""

from pathlib import Path

from tests.showcase.conftest import Shown

NOT_SHOWN = Path(__file__).parent / "not_shown.txt"


def _exceptions() -> dict[str, str]:
    """What no book shows, with the reason: lines ``TEMPLATE | TAG | REASON``."""
    lines = [line for line in NOT_SHOWN.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    return {name.strip(): reason.strip() for name, _, reason in (line.rpartition(" | ") for line in lines)}


def test_every_branch_of_every_template_has_an_example(shown: Shown) -> None:
    missing = sorted({branch.name for branch in shown.branches - shown.taken} - _exceptions().keys())
    assert missing == [], (
        "add an example to examples/exampleton-ferries, or a line with a reason to not_shown.txt"
    )


def test_nothing_is_excepted_that_has_an_example(shown: Shown) -> None:
    missing = {branch.name for branch in shown.branches - shown.taken}
    assert sorted(_exceptions().keys() - missing) == []


def test_every_exception_has_a_reason() -> None:
    assert [name for name, reason in _exceptions().items() if len(reason.split()) < 3] == []
