"""Results that are known by what was read to make them, whatever that was.

Values are watched while a result is made from them. Who makes it again and finds the same in every field that
was read before, reads no other field and makes the same: so what these fields hold is the whole key of the
result, and nobody has to list what it depends on.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import fields
from functools import cached_property, wraps
from typing import Any, TypeVar

from pirgen.cache.codec import Codec, UnreadableError
from pirgen.cache.keys import digest, key_of
from pirgen.cache.sharing import in_parts
from pirgen.cache.store import Cache
from pirgen.cache.values import ValueDigests

__all__ = ["CachedResults", "Watch", "kept_by_value"]

T = TypeVar("T")
Made = TypeVar("Made")

_Fields = set[tuple[str, str]]
"""Each by the name of its type and its own."""


_WATCH = "the watch of this kind"
_AT_ONCE = 100


def kept_by_value(make: Callable[[T], Made]) -> Callable[[T], Made]:
    """A function of a value that keeps what was made of it, so that it is made once for all who ask."""
    name = f"{make.__module__}.{make.__qualname__}"

    @wraps(make)
    def kept(value: T) -> Made:
        watch: Watch | None = getattr(type(value), _WATCH, None)
        if watch:
            return watch.once(value, name, make)
        if name not in vars(value):
            vars(value)[name] = make(value)
        found: Made = vars(value)[name]
        return found

    return kept


class Watch:
    """Makes copies of dataclasses that note which of their fields are read, by anybody.

    A property counts as a field, but for one of a copy that holds other copies. What a copy keeps
    (``cached_property``, ``kept_by_value``) stands for all that it was made from.
    """

    def __init__(self) -> None:
        self._kinds: dict[type[Any], type[Any]] = {}
        self._fields: list[tuple[type[Any], _Field]] = []
        self._originals: dict[int, object] = {}
        self._copies: dict[str, list[Any]] = {}
        self._digests = _DigestsOfCopies()
        self._known: dict[tuple[str, str, int], str] = {}
        self.read: _Fields = set()

    def copy(self, value: T) -> T:
        """The same value, watched; it equals no other one."""
        kind = type(value)
        copy: Any = object.__new__(self._kinds.get(kind) or self._watched(kind, self._holds_copies(value)))
        self._originals[id(copy)] = value
        vars(copy).update((each.name, getattr(value, each.name)) for each in fields(value))  # type: ignore[arg-type]
        copies = self._copies.setdefault(kind.__name__, [])
        self._digests.places[id(copy)] = len(copies)
        copies.append(copy)
        made: T = copy
        return made

    def copies(self, values: Iterable[T]) -> tuple[T, ...]:
        """The same of several values."""
        return tuple(map(self.copy, values))

    @contextmanager
    def noting(self) -> Iterator[_Fields]:
        """What is read meanwhile."""
        around, self.read = self.read, set()
        self._show()
        try:
            yield self.read
        finally:
            around |= self.read
            self.read = around
            self._show()

    def note(self, found: _Fields) -> None:
        """Count these fields as read."""
        if not found <= self.read:
            self.read |= found

    def once(self, copy: T, name: str, make: Callable[[T], Made]) -> Made:
        """What is made of a copy once and kept by it, as if it were made now."""
        kept = vars(copy)
        if name not in kept:
            with self.noting() as read:
                kept[name] = make(copy), read
        made, read = kept[name]
        self.note(read)
        result: Made = made
        return result

    def digest(self, found: Iterable[tuple[str, str]]) -> str:
        """A digest of what these fields hold, in all copies; raises ``OpaqueError``."""
        return digest(*(part for place in sorted(found) for part in (*place, self._content(*place))))

    def _content(self, kind: str, name: str) -> str:
        copies = self._copies.get(kind, [])
        place = kind, name, len(copies)
        if place not in self._known:
            held = [getattr(self._originals[id(each)], name, None) for each in copies]
            parts = in_parts(held, _AT_ONCE)  # since all they say in one text would be much to hold
            self._known[place] = digest(*map(self._digests.digest, parts))
        return self._known[place]

    def forget(self) -> None:
        """Hold the copies no longer; no result can be known by them any more."""
        for held in (self._copies, self._originals, self._known, self._digests.places):
            held.clear()

    def original(self, copy: T) -> T:
        """What a value is a copy of; itself where it was made otherwise."""
        found: T = self._originals.get(id(copy), copy)  # type: ignore[assignment]
        return found

    def _holds_copies(self, value: object) -> bool:
        kinds = tuple(self._kinds.values())
        held = (
            each for field in vars(value).values() for each in (field if isinstance(field, tuple) else (field,))
        )
        return any(isinstance(each, kinds) for each in held)

    def _watched(self, kind: type[T], holds_copies: bool) -> type[T]:
        """The kind of the copies of a kind."""
        names = {"__module__": kind.__module__, "__qualname__": kind.__qualname__, _WATCH: self}
        watched = self._kinds[kind] = type(kind.__name__, (kind,), names)
        self._digests.kinds.add(watched)
        for name, made in vars(kind).items():
            if isinstance(made, cached_property):
                setattr(watched, name, _Made(self, name, made.func))
            elif isinstance(made, property) and not holds_copies:
                setattr(watched, name, _Property(self, kind.__name__, name))
        self._fields += [(watched, _Field(self, kind.__name__, each.name)) for each in fields(kind)]  # type: ignore[arg-type]
        self._show()
        return watched

    def _show(self) -> None:
        """Watch the fields that are not noted yet; those that are can be read as fast as any."""
        for kind, field in self._fields:
            is_watched = field.name in vars(kind)
            if field.place not in self.read and not is_watched:
                setattr(kind, field.name, field)
            elif field.place in self.read and is_watched:
                delattr(kind, field.name)


class _Field:
    """A field of copies, noted when it is first read."""

    def __init__(self, watch: Watch, kind: str, name: str) -> None:
        self._watch = watch
        self.place = (kind, name)
        self.name = name

    def __get__(self, copy: Any, kind: type[Any]) -> Any:
        """What the field holds."""
        if copy is None:
            raise AttributeError(self.name)
        self._watch.read.add(self.place)
        delattr(kind, self.name)
        return getattr(copy, self.name)

    def __set__(self, copy: Any, value: object) -> None:
        """Called as a copy of a copy is made."""
        vars(copy)[self.name] = value


class _Property:
    """A property of copies, which is what it is of their originals, found out once for each."""

    def __init__(self, watch: Watch, kind: str, name: str) -> None:
        self._watch = watch
        self._place = (kind, name)
        self._kept = f"{name} as it is"

    def __get__(self, copy: Any, kind: type[Any]) -> Any:
        """What it is."""
        kept = vars(copy)
        if self._kept not in kept:
            original = self._watch.original(copy)
            if original is copy:
                return getattr(super(kind, copy), self._place[1])
            kept[self._kept] = getattr(original, self._place[1])
        self._watch.read.add(self._place)
        return kept[self._kept]


class _Made:
    """What a copy makes once, which stands each time for all that it was made from."""

    def __init__(self, watch: Watch, name: str, make: Callable[[Any], Any]) -> None:
        self._watch = watch
        self._name = f"{name} as it was made"
        self._make = make

    def __get__(self, copy: Any, kind: type[Any]) -> Any:
        """What was made."""
        return self._watch.once(copy, self._name, self._make)

    def __set__(self, copy: Any, value: object) -> None:
        raise AttributeError(self._name)


class _DigestsOfCopies(ValueDigests):
    """Digests of what fields hold, in which a copy is its place; what it holds has digests of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.kinds: set[type[Any]] = set()
        self.places: dict[int, int] = {}

    def _way_of(self, kind: type[Any]) -> Callable[[Any], Any]:
        if kind in self.kinds:
            return lambda value: ("copy", kind.__qualname__, self.places[id(value)])
        if kind is Cache:
            return lambda _: "cache"  # with any other one, the same comes out
        return super()._way_of(kind)


class CachedResults:
    """Results that were made before from equal values. ``codec`` writes and reads them."""

    def __init__(self, cache: Cache, watch: Watch, codec: Codec) -> None:
        self._cache = cache
        self._watch = watch
        self._codec = codec

    def get(
        self, kind: str, beside: Iterable[str], make: Callable[[], T], is_whole: Callable[[Any], bool]
    ) -> T:
        """The result, found or made now; ``beside`` is what it depends on that is not watched."""
        latest = key_of(f"reads of {kind}", *beside)
        found = self._find(self._key(kind, beside, _fields(self._cache.load([latest]).get(latest, b""))))
        if found is not None and is_whole(found):
            result: T = found
            return result
        with self._watch.noting() as read:
            made = make()
        self._cache.save({latest: json.dumps(sorted(read)).encode()})
        self._cache.save({self._key(kind, beside, read): self._codec.write(made)})
        return made

    def _key(self, kind: str, beside: Iterable[str], read: Iterable[tuple[str, str]]) -> str:
        return key_of(kind, *beside, self._watch.digest(read))

    def _find(self, key: str) -> Any:
        try:
            return self._codec.read(self._cache.load([key])[key])
        except (UnreadableError, KeyError):
            return None


def _fields(data: bytes) -> list[tuple[str, str]]:
    try:
        return [(str(kind), str(name)) for kind, name in json.loads(data)]
    except (ValueError, TypeError):
        return []
