"""Every word that a file may use, and every key, is used in one of the two books."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from inspect import getmembers, isclass

import pytest
import yaml

from pirgen import model
from pirgen.model import NotRecorded, Vocabulary
from pirgen.source.fields import Record
from pirgen.source.form.fault_tree import GATE, GATES
from pirgen.source.form.files import BECAUSE, INCIDENT_KEYS, REVIEW_KEYS, WHY
from pirgen.source.form.vocabularies import PERSON, VOCABULARIES
from tests.showcase.conftest import BOOKS, Shown

_ENUMS = sorted(
    {item for _, item in getmembers(model, isclass) if issubclass(item, Enum) and item is not NotRecorded},
    key=lambda item: item.__name__,
)
_NOT_IN_A_FILE = {"Words"}
_ENGLISH = {("incident.yaml", "language"), ("pir.yaml", "language")}
"""Keys for texts in another language than the site's; both books are in English throughout."""

_LEFT_AS_BUILT_IN = ("people", "categories", "triggers", "detection_sources")
"""Lists that no page shows, or whose built-in words both books use."""


def _values(thing: object) -> Iterator[object]:
    """Every value within a book."""
    yield thing
    if is_dataclass(thing):
        for field in fields(thing):
            yield from _values(getattr(thing, field.name))
    elif isinstance(thing, (tuple, frozenset)):
        for item in thing:
            yield from _values(item)
    elif isinstance(thing, Mapping):
        yield from _values(tuple(thing.values()))


def _used(shown: Shown) -> set[object]:
    parts = [(each.book.incidents, each.book.reviews) for each in shown.statistics]
    return {value for value in _values(tuple(parts)) if isinstance(value, Enum)}


@pytest.mark.parametrize("words", [enum for enum in _ENUMS if enum.__name__ not in _NOT_IN_A_FILE])
def test_every_word_of_the_model_is_used(words: type[Enum], shown: Shown) -> None:
    assert [word for word in words if word not in _used(shown)] == []


def test_every_word_of_the_built_in_vocabulary_is_used(shown: Shown) -> None:
    ours = Vocabulary()
    books = [each.book for each in shown.statistics]
    reviews = [review for book in books for review in book.reviews]
    incidents = [incident for book in books for incident in book.incidents]
    used: set[object] = {factor.category for review in reviews for factor in review.factors}
    used |= {review.trigger_kind for review in reviews}
    used |= {incident.detection.source for incident in incidents if incident.detection}
    used |= {incident.severity for incident in incidents}
    used |= {role.role for incident in incidents for role in incident.roles}
    words = [level.id for level in ours.severities]
    for terms in (ours.categories, ours.triggers, ours.detection_sources, ours.roles):
        words += [term.id for term in terms]
    assert [word for word in words if word not in used] == []


def test_every_key_of_the_files_is_written(shown: Shown) -> None:
    written: set[tuple[str, str]] = set()
    known: set[tuple[str, str]] = set()
    forms = {
        "incident.yaml": Record("incident.yaml", dict, INCIDENT_KEYS),
        "pir.yaml": Record("pir.yaml", dict, REVIEW_KEYS),
        "vocabularies.yaml": VOCABULARIES,
    }
    for name, form in forms.items():
        known |= set(_keys(form))
        for folder in BOOKS:
            for file in folder.rglob(name):
                document = yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)
                written |= set(_written(form, document))
    missing = known - written - _ENGLISH - {(VOCABULARIES.title, name) for name in _LEFT_AS_BUILT_IN}
    assert sorted(f"{key} of {title}" for title, key in missing if title != PERSON.title) == []


def _keys(reader: object, seen: tuple[object, ...] = ()) -> Iterator[tuple[str, str]]:
    """The keys of a record and of all below it, by the record's title."""
    inner = _inside(reader)
    if isinstance(inner, Record) and inner not in seen:
        for key in inner.keys:
            yield inner.title, key.name
            yield from _keys(key.reader, (*seen, inner))


def _written(reader: object, node: object) -> Iterator[tuple[str, str]]:
    """The same of those that a document has."""
    inner = _inside(reader)
    if isinstance(node, list):
        for item in node:
            yield from _written(reader, item)
    elif isinstance(node, dict) and isinstance(inner, Record):
        names = {key.name: key for key in inner.keys}
        if names.keys().isdisjoint(node):  # a table: ids, each with a record
            node = {id: value for id, value in node.items() if isinstance(value, dict)}
            for value in node.values():
                yield from _written(reader, value)
            return
        for name, value in node.items():
            if name in names:
                yield inner.title, name
                yield from _written(names[name].reader, value)


def _inside(reader: object) -> object:
    """The record that a reader of lists, tables and alternatives is about."""
    if reader is GATES:
        return GATE
    if type(reader) is type(BECAUSE.item):
        return WHY
    for part in ("reader", "item", "record"):
        if hasattr(reader, part):
            return _inside(getattr(reader, part))
    return reader
