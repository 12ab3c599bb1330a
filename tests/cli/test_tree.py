import json
from pathlib import Path

from pirgen.rules.examples import FOLDER, files_of
from tests.cli.test_check import run
from tests.conftest import written

TREE = """# pir.yaml
fault_tree:
  top: orders-fail
  gates:
    orders-fail: {title: Orders fail, all: [null-price, no-test]}
"""


def test_a_tree_is_told_in_a_terminal(in_folder: Path) -> None:
    written(in_folder / "incidents", files_of(TREE))
    result = run("tree", f"incidents/{FOLDER}")
    assert result.exit_code == 0
    assert result.output == (
        f"{FOLDER}\n"
        "  1 minimal cut set (1 of 2)\n"
        "  0 open, 1 planned, 0 broken\n"
        "  closes most when it is done: test-missing-price (1)\n"
        "  o null-price + no-test\n"
    )


def test_a_tree_is_told_as_json(in_folder: Path) -> None:
    written(in_folder / "incidents", files_of(TREE))
    (tree,) = json.loads(run("tree", f"incidents/{FOLDER}/pir.yaml", "--json").output)["trees"]
    assert tree["standing"] == {"open": 0, "planned": 1, "broken": 0}
    assert tree["listed"] == [{"factors": ["null-price", "no-test"], "standing": "planned", "depth": 0}]


def test_a_tree_goes_to_another_tool_and_back(in_folder: Path) -> None:
    written(in_folder / "incidents", files_of(TREE))
    model = in_folder / "model.xml"
    model.write_text(run("tree", f"incidents/{FOLDER}", "--open-psa").output, encoding="utf-8")
    assert "1 minimal cut set (1 of 2)" in run("tree", "model.xml").output


def test_a_review_without_a_tree_is_said_to_have_none(in_folder: Path) -> None:
    written(in_folder / "incidents", files_of(""))
    result = run("tree", f"incidents/{FOLDER}")
    assert result.exit_code == 2
    assert "no review with a fault tree" in result.output


def test_errors_come_before_any_analysis(in_folder: Path) -> None:
    written(in_folder / "incidents", files_of(TREE.replace("no-test]", "no-tset]")))
    result = run("tree", f"incidents/{FOLDER}")
    assert result.exit_code == 1
    assert "PIR321" in result.output
