"""Values as bytes and back: JSON with the types of a closed list, so that nothing runs when it is read."""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from functools import partial
from types import ModuleType
from typing import Any

__all__ = ["Codec", "UnreadableError", "types_in"]

_PLAIN = (str, int, float, bool, type(None))


class UnreadableError(ValueError):
    """The bytes are no value of the listed types."""


class Codec:
    """Writes and reads values of the listed types, of plain ones, and of tuples, sets and mappings of them.

    What is listed is an enum, a frozen dataclass, a named tuple, or a kind of text. A value that comes back
    equals the one that was written; one of any other type raises TypeError.
    """

    def __init__(self, types: Iterable[type[Any]]) -> None:
        kinds: list[tuple[type[Any], Callable[[Any], list[Any]], Callable[[list[Any]], Any]]] = [
            (tuple, list, tuple),
            (frozenset, sorted, frozenset),
            (dict, lambda value: [each for pair in value.items() for each in pair], _mapping),
            (datetime, lambda value: [value.isoformat()], lambda parts: datetime.fromisoformat(*parts)),
            (date, lambda value: [value.isoformat()], lambda parts: date.fromisoformat(*parts)),
            (timedelta, lambda value: [value.days, value.seconds, value.microseconds], _elapsed),
            *((kind, *_parts_of(kind)) for kind in types),
        ]
        self._writers = {kind: (number, write) for number, (kind, write, _) in enumerate(kinds)}
        self._readers = [read for _, _, read in kinds]

    def write(self, value: object) -> bytes:
        """The value as bytes."""
        return json.dumps(self._plain(value), separators=(",", ":")).encode()

    def read(self, data: bytes) -> Any:
        """The value of bytes; raises ``UnreadableError``."""
        try:
            return self._value(json.loads(data))
        except (ValueError, LookupError, TypeError, RecursionError) as problem:
            raise UnreadableError(str(problem)) from problem

    def _plain(self, value: Any) -> Any:
        kind = type(value)
        if kind in _PLAIN:
            return value
        if kind not in self._writers:
            raise TypeError(f"no value of {kind.__name__} is kept")
        number, parts = self._writers[kind]
        return [number, *map(self._plain, parts(value))]

    def _value(self, raw: Any) -> Any:
        if raw.__class__ is not list:
            return raw
        read = self._value
        return self._readers[raw[0]]([each if each.__class__ is not list else read(each) for each in raw[1:]])


def types_in(module: ModuleType) -> list[type[Any]]:
    """The dataclasses and enums that a module offers."""
    kinds = (kind for _, kind in inspect.getmembers(module, inspect.isclass))
    return [kind for kind in kinds if is_dataclass(kind) or issubclass(kind, Enum)]


def _parts_of(kind: type[Any]) -> tuple[Callable[[Any], list[Any]], Callable[[list[Any]], Any]]:
    """How a value of a listed type is taken apart and put together."""
    if issubclass(kind, Enum):
        members = {member.name: member for member in kind}
        return lambda value: [value.name], lambda parts: members[parts[0]]
    if issubclass(kind, tuple):
        return list, lambda parts: kind(*parts)
    if is_dataclass(kind):
        names = tuple(field.name for field in fields(kind))
        make = (lambda parts: kind(*parts)) if "__slots__" in vars(kind) else partial(_made, kind, names)
        return lambda value: [getattr(value, name) for name in names], make
    return lambda value: [str(value)], lambda parts: kind(*parts)


def _made(kind: type[Any], names: tuple[str, ...], parts: list[Any]) -> Any:
    """An instance as its constructor leaves it, in a quarter of the time."""
    made = object.__new__(kind)
    made.__dict__.update(zip(names, parts, strict=True))
    return made


def _mapping(parts: list[Any]) -> dict[Any, Any]:
    return dict(zip(parts[::2], parts[1::2], strict=True))


def _elapsed(parts: list[Any]) -> timedelta:
    return timedelta(*parts)
