"""What a site offers of an incident as JSON is the whole of its files: they can be made of it again."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from pirgen.drafts.data_text import data_text
from pirgen.imports.own_records import read_own_record
from pirgen.model import Book
from pirgen.reports.incident_data import incident_data
from pirgen.source import Library, read_folder, read_library
from pirgen.source.folder import folder_of_blobs
from pirgen.source.schema.json_schema import schema_of
from pirgen.source.yaml.nodes import Mapping, Node, Scalar, Sequence
from pirgen.source.yaml.syntax import LONGEST_KEY
from pirgen.source.yaml.tree import parse

ROOT = Path(__file__).parents[2]
BOOKS = (ROOT / "incidents", ROOT / "examples" / "exampleton-ferries")


def rebuilt(book: Book, blobs: dict[str, bytes | None]) -> Library:
    """The book read from files that were made of its incidents as JSON."""
    for incident in book.incidents:
        record, why = read_own_record(json.dumps(incident_data(incident, book)).encode())
        assert record, why
        blobs |= {f"{record.id}/{name}": text.encode() for name, text in record.files.items()}
    return read_library(folder_of_blobs(blobs, blobs))


@pytest.mark.parametrize("folder", BOOKS, ids=lambda folder: folder.name)
def test_files_made_of_the_json_say_the_same(folder: Path) -> None:
    read = read_folder(folder)
    book = read_library(read).book
    again = rebuilt(book, {name: blob for name, blob in read.files.items() if "/" not in name})
    assert again.book.incidents == book.incidents
    assert again.book.reviews == book.reviews


@pytest.mark.parametrize("folder", BOOKS, ids=lambda folder: folder.name)
def test_the_json_keeps_to_the_schemas_of_the_files(folder: Path) -> None:
    book = read_library(read_folder(folder)).book
    for incident in book.incidents:
        data = incident_data(incident, book)
        jsonschema.validate(data["incident"], schema_of("incident", book.vocabulary))
        if data["review"]:
            jsonschema.validate(data["review"], schema_of("pir", book.vocabulary))


TEXTS = st.text(st.characters(exclude_categories=("Cs",)), min_size=1).map(str.strip)
KEYS = TEXTS.filter(lambda text: 0 < len(text) <= LONGEST_KEY)


@given(st.dictionaries(KEYS, st.one_of(TEXTS, st.lists(TEXTS)), min_size=1))
def test_any_text_comes_back_as_it_was(data: dict[str, str | list[str]]) -> None:
    text = data_text(data)
    assert yaml.load(text, Loader=yaml.BaseLoader) == data
    node, found = parse(text, "incident.yaml")
    assert not [each for each in found if each.code == "PIR001"]
    assert values(node) == data


def values(node: Node | None) -> object:
    if isinstance(node, Mapping):
        return {key.text: values(value) for key, value in node.entries}
    if isinstance(node, Sequence):
        return [values(item) for item in node.items]
    assert isinstance(node, Scalar)
    return node.text


def test_texts_read_as_a_person_would_write_them() -> None:
    data = {
        "title": "Orders fail",
        "impact": "none",
        "services": ["checkout", "no"],
        "timeline": [{"at": "2026-03-14T09:10Z", "text": "One\n\nTwo: three"}, {"at": "not recorded"}],
        "factors": {"null-price": {"occurred": True, "probability": 0.02, "text": "No: 1"}},
        "lessons": ["A " * 60 + "line", "Short"],
    }
    assert data_text(data) == (
        "title: Orders fail\n"
        "impact: none\n"
        'services: [checkout, "no"]\n'
        "timeline:\n"
        "  - at: 2026-03-14T09:10Z\n"
        "    text: |-\n"
        "      One\n"
        "\n"
        "      Two: three\n"
        "  - at: not recorded\n"
        "factors:\n"
        "  null-price:\n"
        "    occurred: true\n"
        "    probability: 0.02\n"
        '    text: "No: 1"\n'
        "lessons:\n"
        "  - >-\n"
        f"    {('A ' * 53).strip()}\n"
        f"    {'A ' * 7}line\n"
        "  - Short\n"
    )


RECORD = {"version": 1, "id": "2026-03-14-orders-fail", "incident": {}, "review": None}


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"version": 2}, "has the version 2 of pirgen's JSON; this pirgen reads version 1"),
        (
            {"id": "../../x"},
            'has the id "../../x"; expected a day and a slug, such as 2026-03-14-checkout-down',
        ),
        ({"incident": "x"}, "has no mapping for incident.yaml"),
        ({"incident": None}, "has no mapping for incident.yaml"),
    ],
)
def test_a_record_that_is_none_is_refused_with_the_reason(changed: dict[str, object], why: str) -> None:
    assert read_own_record(json.dumps(RECORD | changed).encode()) == (None, why)


@pytest.mark.parametrize("content", [b"[]", b"{", b"\xff", b'{"version": 1}', b"[" * 100_000])
def test_other_files_are_left_to_other_readers(content: bytes) -> None:
    assert read_own_record(content) == (None, "")


def test_the_review_of_another_incident_is_not_written_twice() -> None:
    folder = BOOKS[1]
    book = read_library(read_folder(folder)).book
    covered = next(id for review in book.reviews for id in review.covers)
    data = incident_data(book.incident_by_id[covered], book)
    record, _ = read_own_record(json.dumps(data).encode())
    assert data["review"]
    assert data["review_of"] != covered
    assert record
    assert list(record.files) == ["incident.yaml"]
