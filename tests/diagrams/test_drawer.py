from pathlib import Path

import pytest

from pirgen.analysis.statistics import compute
from pirgen.diagrams import diagrams_of
from tests.conftest import AS_OF, CASES, EXPECTED, checked
from tests.diagrams.layout import of_class, texts


def tree_of(folder: Path, example: str, id: str = "2026-01-05-checkout-down") -> str:
    book = checked(folder, example).book
    drawn = dict(diagrams_of(book.incident_by_id[id], book, compute(book, AS_OF).trees))
    return drawn["fault-tree"].dot


def test_a_branch_that_is_closed_in_another_review_is_cut(tmp_path: Path) -> None:
    example = (CASES / "drawings/transfers.txt").read_text(encoding="utf-8").partition(EXPECTED)[0]
    dot = tree_of(tmp_path, example)
    assert len(of_class(dot, "pirgen-cut")) == 1
    assert texts(dot).count("✓ closed off") == 1
    still_open = tree_of(tmp_path, example.replace("status: done, done_on: 2026-01-20", "status: open"))
    assert of_class(still_open, "pirgen-cut") == []
    assert "✓ closed off" not in texts(still_open)


@pytest.mark.parametrize("state", ["true", "false"])
def test_what_no_action_has_closed_is_not_called_closed(state: str, tmp_path: Path) -> None:
    dot = tree_of(
        tmp_path,
        f"""\
# pir.yaml
factors:
  null-price: {{text: A price may be missing, category: data}}
  no-test: {{text: No test, category: testing}}
  rehearsal: {{text: A rehearsal is under way, category: environment, kind: house, state: {state}}}
fault_tree:
  top: orders-fail
  gates:
    orders-fail: {{title: Orders fail, any: [rehearsed, no-test]}}
    rehearsed: {{title: It counts as a rehearsal, all: [rehearsal, null-price]}}
""",
    )
    assert of_class(dot, "pirgen-cut") == []
    assert "✓ closed off" not in texts(dot)
