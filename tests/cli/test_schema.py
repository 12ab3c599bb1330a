import json
from pathlib import Path

from tests.cli.test_check import run
from tests.conftest import written

ROOT = Path(__file__).parents[2]


def test_one_schema_is_printed() -> None:
    result = run("schema", "pir")
    assert result.exit_code == 0
    assert json.loads(result.output)["title"] == "pir.yaml"


def test_without_a_name_it_says_what_there_is(in_folder: Path) -> None:
    result = run("schema")
    assert result.exit_code == 2
    assert "one of incident, pir, vocabularies" in result.output


def test_what_is_written_is_current_until_the_vocabulary_changes(in_folder: Path) -> None:
    assert run("schema", "--check").exit_code == 1
    result = run("schema", "--write", "schemas")
    assert result.output.splitlines() == [
        "schemas/incident.schema.json", "schemas/pir.schema.json", "schemas/vocabularies.schema.json",
    ]  # fmt: skip
    assert run("schema", "--check").output == "schemas: 3 schemas, current\n"
    written(in_folder / "incidents", {"vocabularies.yaml": "teams: [{id: shop}]\n"})
    result = run("schema", "--check")
    assert result.exit_code == 1
    assert result.output == (
        "schemas/pir.schema.json is not current; write it with: pirgen schema --write schemas\n"
    )


def test_a_vocabulary_with_errors_is_pointed_at(in_folder: Path) -> None:
    written(in_folder / "incidents", {"vocabularies.yaml": "teams: shop\n"})
    result = run("schema", "incident")
    assert result.exit_code == 2
    assert result.output == (
        "pirgen: 'incidents/vocabularies.yaml' has errors; see them with: pirgen check incidents\n"
    )


def test_our_own_schemas_are_current() -> None:
    result = run("schema", "--check", "--write", str(ROOT / "schemas"), "--incidents", str(ROOT / "incidents"))
    assert result.exit_code == 0, result.output


def test_the_schema_of_an_output_is_printed_and_not_written(in_folder: Path) -> None:
    assert json.loads(run("schema", "actions").output)["$id"] == "urn:pirgen:output:1:actions"
