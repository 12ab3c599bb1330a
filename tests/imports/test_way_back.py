"""What pirgen writes as JSON becomes files that say the same, whatever an incident and its review hold."""

import json
from dataclasses import fields

from hypothesis import HealthCheck, given, settings

from pirgen.imports.own_records import read_own_record
from pirgen.model import Book, Incident, Review
from pirgen.reports.incident_data import incident_data
from pirgen.source import read_library
from pirgen.source.folder import folder_of_blobs
from tests.imports.random_reviews import INCIDENT, REVIEW, VOCABULARY


def differing(one: object, other: object) -> list[tuple[str, object, object]]:
    """The fields in which two values of one kind differ."""
    names = [each.name for each in fields(one)]  # type: ignore[arg-type]
    return [
        (name, getattr(one, name), getattr(other, name))
        for name in names
        if getattr(one, name) != getattr(other, name)
    ]


@settings(max_examples=60, suppress_health_check=list(HealthCheck), deadline=None)
@given(INCIDENT, REVIEW)
def test_nothing_that_the_form_holds_is_lost(incident: Incident, review: Review) -> None:
    read = read_library(folder_of_blobs(blobs := {"vocabularies.yaml": VOCABULARY.encode()}, blobs))
    book = Book((incident,), (review,), read.book.vocabulary)
    record, why = read_own_record(json.dumps(incident_data(incident, book)).encode())
    assert record is not None, why
    files = {f"{record.id}/{name}": text.encode() for name, text in record.files.items()} | blobs
    again = read_library(folder_of_blobs(files, files)).book
    assert differing(again.incidents[0], incident) == []
    assert differing(again.reviews[0], review) == []
