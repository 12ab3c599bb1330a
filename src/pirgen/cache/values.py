"""Digests of values: two that could make a page read differently have different ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from datetime import date, datetime, timedelta
from enum import Enum
from operator import attrgetter
from pathlib import PurePath
from typing import Any

from pirgen.cache.keys import digest

__all__ = ["OpaqueError", "ValueDigests"]


class OpaqueError(TypeError):
    """A value may do something that cannot be told from what it holds, such as a function."""


_PLAIN = frozenset((str, int, float, bool, type(None)))


class ValueDigests:
    """Digests of values, and of ``whole`` types, which occur in many others, once for each object."""

    def __init__(self, whole: Iterable[type[Any]] = ()) -> None:
        self._whole = frozenset(whole)
        self._parts = _Parts()
        self._known: dict[int, tuple[object, str]] = {}  # holds the objects, so that no other gets their ids

    def digest(self, value: object) -> str:
        """A digest of the value; raises ``OpaqueError``."""
        return self._digest_of(self._plain(value))

    def said(self, text: str) -> None:
        """Called with all that a value says, as Python writes it, for those who want to know more of it."""

    def whole(self, value: object, known: str | None, make: Callable[[], str]) -> str:
        """The digest of an object of a whole type: the known one, else made now."""
        return make() if known is None else known

    def _digest_of(self, plain: object) -> str:
        text = repr(plain)
        self.said(text)
        return digest(text)

    def _plain(self, value: Any) -> Any:
        """The value as a tuple of tuples and of what Python writes in one way only."""
        kind: type[Any] = value.__class__
        if kind in _PLAIN:
            return value
        if kind is tuple or kind is list:
            return tuple([each if each.__class__ in _PLAIN else self._plain(each) for each in value])
        if kind in self._whole:
            return self._of_whole(value)
        if hasattr(kind, "__dataclass_fields__"):
            return self._inside(value, kind)
        return self._other(value, kind)

    def _inside(self, value: Any, kind: type[Any]) -> tuple[Any, ...]:
        parts = self._parts[kind](value)
        return (
            kind.__qualname__,
            *[each if each.__class__ in _PLAIN else self._plain(each) for each in parts],
        )

    def _other(self, value: Any, kind: type[Any]) -> Any:
        if isinstance(value, Enum):
            return kind.__qualname__, value.name
        if kind in (date, datetime, timedelta):
            return kind.__name__, str(value)
        if isinstance(value, (PurePath, str)):
            return kind.__qualname__, str(value)
        if isinstance(value, tuple):
            return kind.__qualname__, *map(self._plain, value)
        if isinstance(value, (frozenset, set)):
            return "set", *sorted(map(repr, map(self._plain, value)))
        if isinstance(value, Mapping):
            return "mapping", *[self._plain(pair) for pair in value.items()]
        raise OpaqueError(kind.__name__)

    def _of_whole(self, value: Any) -> str:
        known = self._known.get(id(value))
        inside = self._inside
        made = self.whole(value, known and known[1], lambda: self._digest_of(inside(value, type(value))))
        self._known[id(value)] = (value, made)
        return made


class _Parts(dict[type[Any], Callable[[Any], tuple[Any, ...]]]):
    """How the fields of a type are taken from a value, all at once."""

    def __missing__(self, kind: type[Any]) -> Callable[[Any], tuple[Any, ...]]:
        names = [field.name for field in fields(kind)]
        many = attrgetter(*names) if names else lambda _: ()
        self[kind] = many if len(names) != 1 else lambda value: (many(value),)
        return self[kind]
