"""Every text of a book with its field, and whether the public may read it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any, NamedTuple

from pirgen.cache import kept_by_value
from pirgen.diagnostics import FieldPath
from pirgen.model import Assignment, Audience, Book, Factor, Gate, InternalText

__all__ = ["BookText", "every_text", "texts_that_refer"]


class BookText(NamedTuple):
    """A text, the file and the path of its field, and whether a public site shows it."""

    file: str
    path: FieldPath
    text: str
    is_public: bool


@kept_by_value
def every_text(book: Book) -> tuple[BookText, ...]:
    """Every text of every incident and review: sentences, names, links, and ids that refer to something.

    Kept for the rules that ask one after another.
    """
    return tuple(_every_text(book))


@kept_by_value
def texts_that_refer(book: Book) -> tuple[BookText, ...]:
    """Those of them that may lead somewhere or name an incident; few do, also in a large book."""
    texts = _every_text(book, lambda record: _REFERENCE.search("\n".join(_strings(record))) is not None)
    return tuple(written for written in texts if _REFERENCE.search(written.text))


_REFERENCE = re.compile(r"\]\(|\]:|\d{4}-\d{2}-\d{2}-")


def _every_text(book: Book, is_wanted: Callable[[object], bool] = bool) -> Iterator[BookText]:
    for incident in filter(is_wanted, book.incidents):
        is_public = incident.audience is Audience.PUBLIC
        yield from _texts_of(incident, f"{incident.id}/incident.yaml", is_public)
    for review in filter(is_wanted, book.reviews):
        own = book.incident_by_id.get(review.id)
        is_public = own is not None and {review.audience, own.audience} == {Audience.PUBLIC}
        yield from _texts_of(review, f"{review.id}/pir.yaml", is_public)


def _strings(record: object) -> list[str]:
    """The texts of a record, but for its id."""
    found: list[str] = []
    waiting = [getattr(record, name) for name, _ in _fields_of(record) if name != "id"]
    while waiting:
        value = waiting.pop()
        if isinstance(value, tuple):
            waiting += value
        elif isinstance(value, str):
            found.append(value)
        else:
            waiting += _values_in(value.__class__)(value)
    return found


@cache
def _values_in(kind: Any) -> Callable[[Any], Sequence[Any]]:
    """How the values of all fields of a kind are taken at once."""
    names = [name for name, _ in _fields_in(kind)]
    return attrgetter(*names) if len(names) > 1 else lambda value: [getattr(value, name) for name in names]


def _texts_of(record: object, file: str, is_public: bool) -> list[BookText]:
    found: list[BookText] = []
    _add_texts(found, record, file, (), is_public)
    return found


_KEYS = {"internal_notes": "internal"}
"""Keys of the files where the model's name of a field is another."""


def _add_texts(found: list[BookText], value: Any, file: str, path: FieldPath, is_public: bool) -> None:
    if isinstance(value, str):
        found.append(BookText(file, path, value, is_public and not isinstance(value, InternalText)))
    elif isinstance(value, tuple):
        for index, each in enumerate(value):
            if each:
                _add_texts(found, each, file, (*path, *_step(each, index)), is_public)
    elif inside := _fields_of(value):
        is_shown = is_public and not getattr(value, "internal", False)
        for name, step in inside:
            part = getattr(value, name)
            if part and (name != "id" or path):  # the id of a file is its folder's name
                _add_texts(found, part, file, (*path, *step), is_shown)


def _fields_of(value: object) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The names of a record's fields, each with its step in the path; of no other value any."""
    return _fields_in(type(value).__mro__[-2])  # a watched copy is of a kind of its own


@cache
def _fields_in(kind: type[Any]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    names = [field.name for field in fields(kind)] if is_dataclass(kind) and not issubclass(kind, Enum) else []
    return tuple((name, () if kind is Assignment else (_KEYS.get(name, name),)) for name in names)


def _step(value: object, index: int) -> tuple[str | int, ...]:
    """How a list's entry is found in its file: by its id or name where it is written under that."""
    if isinstance(value, (Factor, Gate)):
        return (value.id,)
    return (value.role,) if isinstance(value, Assignment) else (index,)
