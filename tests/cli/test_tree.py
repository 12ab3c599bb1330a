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
        "  There is 1 way to fail, and it is planned.\n"
        "  Would close the remaining way when done: test-missing-price.\n"
        "  o null-price + no-test\n"
    )


def test_a_tree_is_told_as_json(in_folder: Path) -> None:
    written(in_folder / "incidents", files_of(TREE))
    (tree,) = json.loads(run("tree", f"incidents/{FOLDER}/pir.yaml", "--json").output)["trees"]
    assert tree["standing"] == {"open": 0, "planned": 1, "closed": 0}
    assert tree["listed"] == [{"factors": ["null-price", "no-test"], "standing": "planned", "depth": 0}]


def test_a_tree_goes_to_another_tool_and_back(in_folder: Path) -> None:
    written(in_folder / "incidents", files_of(TREE))
    model = in_folder / "model.xml"
    model.write_text(run("tree", f"incidents/{FOLDER}", "--open-psa").output, encoding="utf-8")
    assert "o null-price + no-test" in run("tree", "model.xml").output


def test_a_budget_of_its_own_finds_the_same_in_a_small_tree(in_folder: Path) -> None:
    written(in_folder / "incidents", files_of(TREE))
    assert run("tree", "incidents", "--budget", "2").output == run("tree", "incidents").output


def test_ways_that_are_not_listed_are_counted_by_state(in_folder: Path) -> None:
    ids = ["null-price", "no-test", *(f"f{number}" for number in range(28))]
    factors = "".join(f"  {id}: {{text: Fault, category: code}}\n" for id in ids)
    tree = f"  top: t\n  gates:\n    t: {{title: Orders fail, atleast: 3, of: [{', '.join(ids)}]}}\n"
    written(in_folder / "incidents", files_of(f"# pir.yaml\nfactors:\n{factors}fault_tree:\n{tree}"))
    result = run("tree", "incidents")
    assert "There are 4,060 ways to fail" in result.output
    assert "  ... and 3,634 open, 406 planned more\n" in result.output


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
