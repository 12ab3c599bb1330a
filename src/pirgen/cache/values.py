"""Digests of values: two that could make a page read differently have different ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from datetime import date, datetime, timedelta
from enum import Enum
from pathlib import PurePath
from typing import Any

from pirgen.cache.keys import digest

__all__ = ["OpaqueError", "ValueDigests"]


class OpaqueError(TypeError):
    """A value may do something that cannot be told from what it holds, such as a function."""


class ValueDigests:
    """Digests of values, and of ``whole`` types, which occur in many others, once for each object."""

    def __init__(self, whole: Iterable[type[Any]] = ()) -> None:
        self._whole = frozenset(whole)
        self._fields = _Fields()
        self._known: dict[int, tuple[object, str]] = {}  # holds the objects, so that no other gets their ids

    def digest(self, value: object) -> str:
        """A digest of the value; raises ``OpaqueError``."""
        parts: list[str] = []
        self._walk(value, parts)
        return digest(repr(parts))

    def _walk(self, value: Any, parts: list[str]) -> None:
        kind: type[Any] = value.__class__
        if kind is str:
            parts.append(value)
            self.text(value)
        elif kind in self._whole:
            parts.append(self._of_whole(value))
        elif kind is tuple or kind is list:
            parts.append(f"({len(value)}")
            for each in value:
                self._walk(each, parts)
        elif hasattr(kind, "__dataclass_fields__"):
            parts.append(str(kind.__qualname__))
            for name in self._fields[kind]:
                self._walk(getattr(value, name), parts)
        else:
            self._other(value, kind, parts)

    def _other(self, value: Any, kind: type[Any], parts: list[str]) -> None:
        if isinstance(value, Enum):
            parts.append(f"{kind.__qualname__}.{value.name}")
        elif value is None or kind in (bool, int, float, date, datetime, timedelta):
            parts.append(repr(value))
        elif isinstance(value, PurePath):
            parts.append(str(value))
        elif isinstance(value, str):
            parts += (kind.__qualname__, str(value))
            self.text(value)
        elif isinstance(value, tuple):
            parts.append(f"{kind.__qualname__}({len(value)}")
            for each in value:
                self._walk(each, parts)
        elif isinstance(value, (frozenset, set)):
            parts += (f"{{{len(value)}", *sorted(map(self.digest, value)))
        elif isinstance(value, Mapping):
            parts.append(f"{{{len(value)}:")
            for pair in value.items():
                self._walk(pair, parts)
        else:
            raise OpaqueError(kind.__name__)

    def text(self, text: str) -> None:
        """Called with every text, for those who want to know more of them."""

    def whole(self, value: object, known: str | None, make: Callable[[], str]) -> str:
        """The digest of an object of a whole type: the known one, else made now."""
        return make() if known is None else known

    def _of_whole(self, value: Any) -> str:
        known = self._known.get(id(value))
        made = self.whole(value, known and known[1], lambda: self._inside(value))
        self._known[id(value)] = (value, made)
        return made

    def _inside(self, value: Any) -> str:
        parts = [type(value).__qualname__]
        for name in self._fields[type(value)]:
            self._walk(getattr(value, name), parts)
        return digest(repr(parts))


class _Fields(dict[type[Any], tuple[str, ...]]):
    """The names of the fields of types."""

    def __missing__(self, kind: type[Any]) -> tuple[str, ...]:
        self[kind] = tuple(field.name for field in fields(kind))
        return self[kind]
