"""Digests of values: two that could make a page read differently have different ones."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from datetime import date, datetime, timedelta
from enum import Enum
from functools import partial
from operator import attrgetter
from pathlib import PurePath
from types import BuiltinFunctionType, FunctionType
from typing import Any, TypeVar

from pirgen.cache.keys import digest

__all__ = ["OpaqueError", "ValueDigests", "origin_of", "read_from"]

T = TypeVar("T")


class OpaqueError(TypeError):
    """A value may do something that cannot be told from what it holds, such as a function."""


_ORIGIN = "_read_from"


def read_from(value: T, origin: str) -> T:
    """The value, which tells ``origin_of`` from now on what decides on what it holds; no copy of it does."""
    object.__setattr__(value, _ORIGIN, origin)
    return value


def origin_of(value: object) -> str | None:
    """A digest of the bytes that a value was read from and of all that reading depends on, if it is known."""
    return getattr(value, _ORIGIN, None)


_PLAIN = frozenset((str, int, float, bool, type(None)))


class ValueDigests:
    """Digests of values, and of ``whole`` types, which occur in many others, once for each object.

    With ``by_name``, functions and classes are what they are called, where what they do is known otherwise.
    """

    def __init__(self, whole: Iterable[type[Any]] = (), by_name: bool = False) -> None:
        self._whole = frozenset(whole)
        self._by_name = by_name
        self._parts = _ByKind(_parts_of)
        self._ways = _ByKind(self._way_of)
        self._known: dict[int, tuple[object, str]] = {}  # holds the objects, so that no other gets their ids

    def digest(self, value: object) -> str:
        """A digest of the value; raises ``OpaqueError``."""
        return self._digest_of(self._plain(value))

    def once(self, value: object) -> str:
        """A digest of an object that many values go with, made once; raises ``OpaqueError``."""
        return self._known_or(value, lambda: self._digest_of(self._plain(value)))

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
        kind = value.__class__
        return value if kind in _PLAIN else self._ways[kind](value)

    def _way_of(self, kind: type[Any]) -> Callable[[Any], Any]:
        """How values of a type become plain."""
        if kind in self._whole:
            return self._of_whole
        if issubclass(kind, Enum):
            members = {member: (kind.__qualname__, member.name) for member in kind}
            return members.__getitem__
        if hasattr(kind, "__dataclass_fields__"):
            return self._inside
        if kind in (date, datetime, timedelta):
            return lambda value: (kind.__name__, str(value))
        if issubclass(kind, (PurePath, str)):
            return lambda value: (kind.__qualname__, str(value))
        if issubclass(kind, (tuple, list)):
            name = "" if kind in (tuple, list) else kind.__qualname__
            return lambda value: (name, *self._each(value))
        if issubclass(kind, (frozenset, set)):
            return lambda value: ("set", *sorted(map(repr, self._each(value))))
        if issubclass(kind, Mapping):
            return lambda value: ("mapping", *self._each(value.items()))
        if kind is re.Pattern:
            return lambda value: ("pattern", value.pattern, value.flags)
        if self._by_name and issubclass(kind, (FunctionType, BuiltinFunctionType, type)):
            return lambda value: ("named", value.__module__, value.__qualname__)
        if self._by_name and kind is partial:
            return lambda value: ("partial", *self._each((value.func, value.args, value.keywords)))
        raise OpaqueError(kind.__name__)

    def _each(self, values: Iterable[Any]) -> list[Any]:
        ways = self._ways
        return [each if (kind := each.__class__) in _PLAIN else ways[kind](each) for each in values]

    def _inside(self, value: Any) -> tuple[Any, ...]:
        kind = value.__class__
        return (kind.__qualname__, *self._each(self._parts[kind](value)))

    def _of_whole(self, value: Any) -> str:
        return self._known_or(value, lambda: self._digest_of(self._inside(value)))

    def _known_or(self, value: object, make: Callable[[], str]) -> str:
        known = self._known.get(id(value))
        made = self.whole(value, known and known[1], make)
        self._known[id(value)] = (value, made)
        return made


class _ByKind(dict[type[Any], Callable[[Any], Any]]):
    """What is done with values of a type, found out when the first one comes."""

    def __init__(self, make: Callable[[type[Any]], Callable[[Any], Any]]) -> None:
        self._make = make

    def __missing__(self, kind: type[Any]) -> Callable[[Any], Any]:
        self[kind] = self._make(kind)
        return self[kind]


def _parts_of(kind: type[Any]) -> Callable[[Any], tuple[Any, ...]]:
    """How the values of all fields of a type are taken at once."""
    names = [field.name for field in fields(kind)]
    many = attrgetter(*names) if names else lambda _: ()
    return many if len(names) != 1 else lambda value: (many(value),)
