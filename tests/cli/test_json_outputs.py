"""What a command prints as JSON keeps to the schema that 'pirgen schema' prints for it."""

import json
from pathlib import Path

import pytest

from pirgen.rules.examples import FOLDER, files_of
from tests.cli.test_check import run
from tests.cli.test_tree import TREE
from tests.conftest import written
from tests.pages.data.test_contract import kept

ROOT = Path(__file__).parents[2]
FERRIES = str(ROOT / "examples" / "exampleton-ferries")
DAY = ("--as-of", "2026-11-30")


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("findings", ("check", FERRIES, "--format", "json", *DAY)),
        ("actions", ("actions", FERRIES, "--format", "json", *DAY)),
        ("found", ("search", "certificate", "expired", "--in", FERRIES, "--format", "json")),
        ("found", ("similar", "2025-02-21-second-certificate-expired", "--in", FERRIES, "--format", "json")),
        ("trees", ("tree", f"{FERRIES}/2025-02-21-second-certificate-expired", "--json")),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_json_keeps_to_its_schema(name: str, arguments: tuple[str, ...]) -> None:
    schema = run("schema", name, "--incidents", FERRIES)
    assert schema.exit_code == 0
    printed = run(*arguments)
    kept(json.loads(printed.stdout), json.loads(schema.stdout))


def test_findings_and_waivers_keep_to_their_schema(in_folder: Path) -> None:
    files = files_of(TREE.replace("null-price, no-test", "null-price, no-tset"))
    written(in_folder / "incidents", files | {f"{FOLDER}/incident.yaml": "title: x\nseverity: SEV-9\n"})
    printed = json.loads(run("check", "--format", "json", *DAY).stdout)
    assert printed["findings"]
    kept(printed, json.loads(run("schema", "findings").stdout))
