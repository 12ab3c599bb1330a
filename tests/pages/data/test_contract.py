"""Every JSON of a site keeps to the schema that the index names, and says nothing that no schema describes."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from pirgen.history import as_of
from pirgen.model import Book, Moment
from pirgen.pages import Page
from pirgen.pages.data.index import INDEX
from pirgen.pipeline import check
from pirgen.reports.notice import marked
from pirgen.reports.output_schemas import OUTPUTS, output_schema
from tests.pages.books import pages_of

ROOT = Path(__file__).parents[3]
BOOKS = (ROOT / "incidents", ROOT / "examples" / "exampleton-ferries")


@pytest.fixture(scope="module", params=BOOKS, ids=lambda folder: folder.name)
def site(request: pytest.FixtureRequest) -> tuple[Book, dict[str, str]]:
    book = check(request.param, as_of(request.param)).book
    pages = pages_of(book, site_url="https://example.org/", as_of=date(2026, 11, 30))
    return book, files_of(pages)


def files_of(pages: dict[str, Page]) -> dict[str, str]:
    return {asset.path: asset.text for page in pages.values() for asset in page.assets}


def test_the_index_names_every_file_for_programs(site: tuple[Book, dict[str, str]]) -> None:
    book, files = site
    index = json.loads(files[INDEX])
    named = {file["path"] for file in index["files"]} | {each["path"] for each in index["incidents"]}
    schemas = {path for path in files if path.startswith("api/v1/schemas/")}
    scripts = {path for path in files if path.endswith(".js")}
    former = {path for path in files if path.endswith(".html")}  # addresses that lead on, for readers
    assert named == files.keys() - schemas - scripts - former - {INDEX}
    assert [each["id"] for each in index["incidents"]] == [incident.id for incident in book.incidents]
    assert {file["schema"] for file in index["files"] if file["schema"]} <= schemas


def test_every_json_keeps_to_its_schema(site: tuple[Book, dict[str, str]]) -> None:
    book, files = site
    index = json.loads(files[INDEX])
    jsonschema.validate(index, output_schema("index", book.vocabulary))
    for file in index["files"]:
        if file["schema"]:
            schema = json.loads(files[file["schema"]])
            kept(json.loads(files[file["path"]]), schema)
    record = output_schema("record", book.vocabulary)
    validator = jsonschema.Draft7Validator(record)
    for each in index["incidents"]:
        data = json.loads(files[each["path"]])
        validator.validate(data)
        undescribed(data["computed"], record["properties"]["computed"], record)


def kept(document: Any, schema: dict[str, Any]) -> None:
    """Fail where a document breaks its schema, or has a key that the schema does not describe."""
    jsonschema.Draft7Validator.check_schema(schema)
    jsonschema.validate(document, schema)
    undescribed(document, schema, schema)


def undescribed(value: Any, schema: dict[str, Any], root: dict[str, Any]) -> None:
    for choice in schema.get("anyOf", ()):
        if jsonschema.Draft7Validator(choice | {"definitions": root.get("definitions", {})}).is_valid(value):
            undescribed(value, choice, root)
    if isinstance(value, dict) and "properties" in schema:
        assert value.keys() - {"notice"} <= schema["properties"].keys()
        for key in value.keys() & schema["properties"].keys():
            undescribed(value[key], schema["properties"][key], root)
    if isinstance(value, list) and "items" in schema:
        for item in value:
            undescribed(item, schema["items"], root)


@pytest.mark.parametrize("name", OUTPUTS)
def test_a_schema_has_an_id_that_stays_and_is_one(name: str) -> None:
    schema = output_schema(name, Book().vocabulary)
    jsonschema.Draft7Validator.check_schema(schema)
    assert schema["$id"] == f"urn:pirgen:output:1:{name}"


def test_a_notice_breaks_no_schema(site: tuple[Book, dict[str, str]]) -> None:
    book, files = site
    for path, name in (("actions.json", "actions"), ("incidents/incidents.json", "incidents")):
        kept(json.loads(marked(path, files[path], "Fiction")), output_schema(name, book.vocabulary))


def test_milestones_are_in_the_csv_and_the_json_of_incidents(site: tuple[Book, dict[str, str]]) -> None:
    """Every milestone that was reached, in minutes from the start; where there is none, there is no column."""
    book, files = site
    header = files["incidents/incidents.csv"].splitlines()[0]
    entries = json.loads(files["incidents/incidents.json"])["incidents"]
    reached = {id for incident in book.incidents for event in incident.timeline for id in event.milestones}
    assert {each for entry in entries for each in entry["minutes_to_milestones"]} == reached
    columns = [column.strip('"') for column in header.split(",")]
    moments = {f"minutes to {moment.value}" for moment in Moment}
    minutes = [column for column in columns if column.startswith("minutes to ") and column not in moments]
    assert minutes == [f"minutes to {id}" for id in sorted(reached)]
