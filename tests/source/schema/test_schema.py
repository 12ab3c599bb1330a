"""The schemas take what pirgen takes, and mark what it marks wherever the form of one file tells."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator, ValidationError

from pirgen.diagnostics import Diagnostic, Span
from pirgen.drafts import Draft, incident_text, review_text
from pirgen.model import SeverityLevel, Term, Vocabulary
from pirgen.rules import RULES
from pirgen.rules.examples import files_of
from pirgen.source import Library, read_folder, read_library
from pirgen.source.fields.scalars import is_empty
from pirgen.source.schema.json_schema import SCHEMAS, as_read, schema_files, schema_of
from pirgen.source.yaml.nodes import Mapping, Node, Scalar, Sequence
from pirgen.source.yaml.tree import parse
from tests.conftest import case_files, written

ROOT = Path(__file__).parents[3]
KNOWN_TO_A_SCHEMA = {f"PIR{number}" for number in range(101, 114)}
NOT_KNOWN = {("unknown-timezone", "PIR105"), ("anchor-and-alias", "PIR104")}
"""Which zones there are, and what an alias is to pirgen, no schema can say."""


def plain(node: Node | None) -> Any:
    """What a YAML reader of an editor makes of a file."""
    if isinstance(node, Mapping):
        return {key.text: plain(value) for key, value in node.entries}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    assert isinstance(node, Scalar)
    if is_empty(node):
        return None
    return as_read(node.text) if node.is_plain else node.text


def errors_in(file: str, text: str, vocabulary: Vocabulary | None = None) -> list[ValidationError]:
    """What a schema marks in a file of that name."""
    schema = schema_of(Path(file).stem, vocabulary or Vocabulary())
    return list(Draft7Validator(schema).iter_errors(plain(parse(text, file)[0])))


def messages(file: str, text: str, vocabulary: Vocabulary | None = None) -> list[str]:
    return [error.message for error in errors_in(file, text, vocabulary)]


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_a_schema(name: str) -> None:
    Draft7Validator.check_schema(schema_of(name, Vocabulary()))


@pytest.mark.parametrize(
    "file", sorted((ROOT / "incidents").glob("*/*.yaml")), ids=lambda file: f"{file.parent.name}/{file.name}"
)
def test_our_own_incidents_are_taken(file: Path) -> None:
    assert messages(file.name, file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "file", sorted((ROOT / "incidents").glob("*/*.yaml")), ids=lambda file: file.parent.name
)
def test_our_own_incidents_name_their_schema(file: Path) -> None:
    mark, _, path = file.read_text(encoding="utf-8").partition("\n")[0].partition("=")
    assert mark == "# yaml-language-server: $schema"
    assert (file.parent / path).resolve() == ROOT / "schemas" / f"{file.stem}.schema.json"


@pytest.mark.parametrize("name", ["incident.yaml", "pir.yaml", "vocabularies.yaml"])
def test_the_files_of_a_new_repository_are_taken(name: str) -> None:
    assert messages(name, (ROOT / "src" / "pirgen" / "starter" / name).read_text(encoding="utf-8")) == []


def test_a_new_incident_is_taken() -> None:
    draft = Draft("Checkout failed", "SEV-2", (), date(2026, 1, 5), covers=("2026-01-04-checkout-failed",))
    assert messages("incident.yaml", incident_text(draft)) == []
    assert messages("pir.yaml", review_text(draft)) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_good_example_of_a_rule_is_taken(rule: Any) -> None:
    for file, text in files_of(rule.explanation.good).items():
        assert messages(file, text) == []


@pytest.mark.parametrize(
    "case",
    case_files("reading") + case_files("fault-trees"),
    ids=lambda case: f"{case.parent.name}/{case.stem}",
)
def test_a_mistake_of_form_is_marked_at_its_place(case: Path, tmp_path: Path) -> None:
    example = case.read_text(encoding="utf-8").partition("--- expected\n")[0]
    files = files_of(example)
    library = read_library(read_folder(written(tmp_path, files)))
    for found in library.diagnostics:
        if found.code in KNOWN_TO_A_SCHEMA and (case.stem, found.code) not in NOT_KNOWN:
            file = found.place.file
            marked = errors_in(file, files[file])
            assert any(_is_where(error, found, library) for error in marked), found


def _is_where(error: ValidationError, found: Diagnostic, library: Library) -> bool:
    """Whether a schema's error is at the value that pirgen marks, or at the mapping of a marked key."""
    path = tuple(error.absolute_path)
    if not path:
        return found.code in ("PIR101", "PIR102", "PIR104")
    findings = library.files[found.place.file]
    spans = [span for span in (findings.places.get(path), findings.keys.get(path)) if span]
    return any(_holds(span, found.place.span) for span in spans)


def _holds(outer: Span, inner: Span) -> bool:
    start, end = (inner.line, inner.column), (inner.end_line, inner.end_column)
    return (outer.line, outer.column) <= start and end <= (outer.end_line, outer.end_column)


@pytest.mark.parametrize(
    ("event", "zone", "is_taken"),
    [
        ("2026-03-14T09:10Z", "", True),
        ("2026-03-14T09:10:30.5+05:45", "", True),
        ("2026-03-14", "", True),
        ("not recorded", "", True),
        ("2026-03-14T09:10", "", False),
        ("2026-03-14 09:10", "", False),
        ("2026-03-14T09:10", "timezone: Europe/Berlin\n", True),
        ("2026-03-14 09:10", "timezone: Europe/Berlin\n", True),
        ("2026-03-14T24:10", "timezone: Europe/Berlin\n", False),
        ("2026-02-30T09:10Z", "", False),
        ("2026-03-14T09:10+15:00", "", False),
    ],
)
def test_a_time_has_an_offset_unless_the_file_names_its_zone(event: str, zone: str, is_taken: bool) -> None:
    ((_, text), *_) = files_of(
        f"{zone}timeline:\n  - {{at: {event}, marks: [started, resolved], text: x}}\n"
    ).items()
    assert (messages("incident.yaml", text) == []) == is_taken


def test_words_of_a_site_are_in_its_schema() -> None:
    vocabulary = replace(
        Vocabulary(),
        severities=(SeverityLevel("1", "Critical", "Nobody can pay", "x", "at once"),),
        services=(Term("checkout", "Checkout"),),
    )
    text = files_of("severity: 1\nservices: [checkout]\n")["2026-01-05-checkout-down/incident.yaml"]
    assert messages("incident.yaml", text, vocabulary) == []
    other = text.replace("severity: 1", "severity: SEV-1").replace("[checkout]", "[search]")
    assert messages("incident.yaml", other, vocabulary) == [
        "'SEV-1' is not one of [1]",
        "'search' is not one of ['checkout']",
    ]


def test_every_key_says_what_it_means_and_no_null_is_offered() -> None:
    for text in schema_files(Vocabulary()).values():
        schema = json.loads(text)
        assert '"null"' not in text
        for record in (schema, *schema["definitions"].values()):
            assert record["additionalProperties"] is False
            assert "^x-" in record["patternProperties"]
            assert all(key["description"] for key in record["properties"].values())


def test_every_word_of_an_enumeration_is_explained() -> None:
    def enumerations(schema: Any) -> list[dict[str, Any]]:
        if isinstance(schema, list):
            return [found for item in schema for found in enumerations(item)]
        if not isinstance(schema, dict):
            return []
        inside = [found for value in schema.values() for found in enumerations(value)]
        return [*inside, schema] if isinstance(schema.get("enum"), list) else inside

    found = [item for name in SCHEMAS for item in enumerations(schema_of(name, Vocabulary()))]
    assert len(found) > 10
    for item in found:
        assert len(item["enum"]) == len([text for text in item["markdownEnumDescriptions"] if text])


def test_snippets_are_filled_in_order_and_taken_once_filled_in() -> None:
    snippets = schema_of("pir", Vocabulary())["definitions"]["action"]["defaultSnippets"]
    assert [snippet["label"] for snippet in snippets] == ["new action"]
    assert snippets[0]["body"]["type"] == "${3|prevent,detect,mitigate,repair,process,investigate|}"
    assert snippets[0]["body"]["id"] == "${1:test-missing-price}"


def test_signs_that_end_a_placeholder_are_escaped() -> None:
    vocabulary = replace(Vocabulary(), categories=(Term("R&D, Berlin", "x"), Term("a|b", "y")))
    body = schema_of("pir", vocabulary)["definitions"]["factor"]["defaultSnippets"][0]["body"]
    assert body["category"] == "${2|R&D\\, Berlin,a\\|b|}"
