"""What the guide shows of a fault tree is what pirgen says of it."""

from __future__ import annotations

import shutil
from pathlib import Path

import yaml

from tests.cli.test_check import run

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "guide" / "fault-trees.md").read_text(encoding="utf-8")
INCIDENT = "2019-05-30-k8s-prow-io-throttling"


def test_the_sentences_of_the_guide_are_those_of_the_command(in_folder: Path) -> None:
    shutil.copytree(ROOT / "incidents", in_folder / "incidents")
    _, _, shown = GUIDE.partition(f"$ pirgen tree incidents/{INCIDENT}\n")
    assert run("tree", f"incidents/{INCIDENT}").output == shown.partition("```")[0]


def test_the_tree_of_the_guide_is_that_of_the_incident() -> None:
    blocks = GUIDE.split("```yaml\n")[1:3]
    written = yaml.safe_load("".join(block.partition("```")[0] for block in blocks))["fault_tree"]
    own = yaml.safe_load((ROOT / "incidents" / INCIDENT / "pir.yaml").read_text(encoding="utf-8"))["fault_tree"]
    plain = {id: {key: gate[key] for key in gate if key != "basis"} for id, gate in own["gates"].items()}
    assert written == {"top": own["top"], "gates": plain}
