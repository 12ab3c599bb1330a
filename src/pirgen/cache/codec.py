"""Values as bytes and back: JSON with the types of a closed list, so that nothing runs when it is read."""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from types import ModuleType
from typing import Any

__all__ = ["Codec", "UnreadableError", "types_in"]

_PLAIN = frozenset((str, int, float, bool, type(None)))

_Reader = Callable[[list[Any], "list[_Reader]"], Any]
"""Makes a value of a list: the number of its type, then its parts. The readers of all types are for these."""


class UnreadableError(ValueError):
    """The bytes are no value of the listed types."""


class Codec:
    """Writes and reads values of the listed types, of plain ones, and of tuples, sets and mappings of them.

    What is listed is an enum, a frozen dataclass, a named tuple, or a kind of text. A value that comes back
    equals the one that was written; one of any other type raises TypeError.
    """

    def __init__(self, types: Iterable[type[Any]]) -> None:
        kinds: list[tuple[type[Any], Callable[[Any], Iterable[Any]], _Reader]] = [
            (tuple, list, lambda raw, readers: tuple(_parts(raw, readers))),
            (frozenset, sorted, lambda raw, readers: frozenset(_parts(raw, readers))),
            (dict, lambda value: [each for pair in value.items() for each in pair], _mapping),
            (datetime, lambda value: [value.isoformat()], lambda raw, _: datetime.fromisoformat(raw[1])),
            (date, lambda value: [value.isoformat()], lambda raw, _: date.fromisoformat(raw[1])),
            (timedelta, lambda value: [value.days, value.seconds, value.microseconds], _of(timedelta)),
            *((kind, *_ways_of(kind)) for kind in types),
        ]
        self._writers = {kind: (number, write) for number, (kind, write, _) in enumerate(kinds)}
        self._readers = [read for _, _, read in kinds]

    def write(self, value: object) -> bytes:
        """The value as bytes."""
        return json.dumps(self._plain(value), separators=(",", ":")).encode()

    def read(self, data: bytes) -> Any:
        """The value of bytes; raises ``UnreadableError``."""
        try:
            return _parts([0, json.loads(data)], self._readers)[0]
        except (ValueError, LookupError, TypeError, RecursionError) as problem:
            raise UnreadableError(str(problem)) from problem

    def beside(self, *known: object) -> Codec:
        """A codec for values that hold some of these objects, which are written as their places among them.

        Whoever reads must have the same at hand.
        """
        return _Beside(self, known)

    def _plain(self, value: Any) -> Any:
        kind = type(value)
        if kind in _PLAIN:
            return value
        if kind not in self._writers:
            raise TypeError(f"no value of {kind.__name__} is kept")
        if kind is tuple and not value:
            return []
        number, parts = self._writers[kind]
        return [number, *map(self._plain, parts(value))]


class _Beside(Codec):
    def __init__(self, codec: Codec, known: Sequence[object]) -> None:
        self._writers = codec._writers
        self._number = len(codec._readers)
        self._readers = [*codec._readers, lambda raw, _: known[raw[1]]]
        self._places = {id(each): place for place, each in enumerate(known)}

    def _plain(self, value: Any) -> Any:
        place = self._places.get(id(value))
        return super()._plain(value) if place is None else [self._number, place]


def types_in(module: ModuleType) -> list[type[Any]]:
    """The dataclasses, enums and kinds of text that a module offers."""
    kinds = (kind for _, kind in inspect.getmembers(module, inspect.isclass))
    return [kind for kind in kinds if is_dataclass(kind) or issubclass(kind, (Enum, str))]


def _parts(raw: list[Any], readers: list[_Reader]) -> list[Any]:
    """What follows a list's first item, as values; an empty list is an empty tuple."""
    return [
        each if each.__class__ is not list else readers[each[0]](each, readers) if each else ()
        for each in raw[1:]
    ]


def _of(make: Callable[..., Any]) -> _Reader:
    return lambda raw, readers: make(*_parts(raw, readers))


def _ways_of(kind: type[Any]) -> tuple[Callable[[Any], Iterable[Any]], _Reader]:
    """How a value of a listed type is taken apart and put together."""
    if issubclass(kind, Enum):
        members = {member.name: member for member in kind}
        return lambda value: [value.name], lambda raw, _: members[raw[1]]
    if issubclass(kind, tuple):
        return list, _of(kind)
    if is_dataclass(kind):
        names = tuple(field.name for field in fields(kind))
        if "__slots__" in vars(kind):
            return lambda value: [getattr(value, name) for name in names], _of(kind)
        return _ways_of_record(kind, names)
    return lambda value: [str(value)], _of(kind)


def _ways_of_record(kind: type[Any], names: tuple[str, ...]) -> tuple[Callable[[Any], Iterable[Any]], _Reader]:
    """Those of a dataclass: its last fields are left out where they have their defaults.

    It is made as its constructor leaves it, in less time. Fields that are set one by one need no dictionary.
    """
    set_field = object.__setattr__
    defaults = {field.name: field.default for field in fields(kind) if field.default is not MISSING}
    needed = max((place for place, name in enumerate(names, start=1) if name not in defaults), default=0)

    def parts(value: Any) -> list[Any]:
        found = [getattr(value, name) for name in names]
        while len(found) > needed and _is_same(found[-1], defaults[names[len(found) - 1]]):
            found.pop()
        return found

    def make(raw: list[Any], readers: list[_Reader]) -> Any:
        if not needed < len(raw) <= len(names) + 1:
            raise ValueError(f"{kind.__name__} has {len(names)} fields")
        made = object.__new__(kind)
        for name, value in zip(names, _parts(raw, readers)):  # noqa: B905 -- the last ones may have been left out
            set_field(made, name, value)
        for name in names[len(raw) - 1 :]:
            set_field(made, name, defaults[name])
        return made

    return parts, make


def _is_same(value: object, default: object) -> bool:
    return type(value) is type(default) and value == default


def _mapping(raw: list[Any], readers: list[_Reader]) -> dict[Any, Any]:
    parts = _parts(raw, readers)
    return dict(zip(parts[::2], parts[1::2], strict=True))
