"""What a file says as the cache keeps it, so that a file that has not changed is not parsed again.

What it says depends on its name, its bytes and the vocabulary. Where its values were written is asked of few
files, so that is an entry of its own, which is read when somebody asks.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import is_dataclass, replace
from typing import Any

from pirgen import model
from pirgen.cache import Cache, Codec, UnreadableError, digest, key_of, read_from, types_in
from pirgen.diagnostics import Diagnostic, Edit, Excerpt, FieldPath, Fix, Level, Place, Related, Span
from pirgen.model import Vocabulary
from pirgen.source.file import ReadFile
from pirgen.source.waivers import Waiver

__all__ = ["VALUES", "CachedFiles"]

_MODEL = types_in(model)
VALUES = Codec(_MODEL)
"""Reads and writes values of the model."""

_FILES = Codec([*_MODEL, Diagnostic, Edit, Excerpt, Fix, Level, Place, Related, Span, Waiver])


class CachedFiles:
    """The files that were read under a vocabulary; ``is_kept`` tells whether what is read now is kept too."""

    def __init__(self, cache: Cache, vocabulary: Vocabulary, is_kept: bool = True) -> None:
        self.cache = cache
        self._is_kept = is_kept
        self._words = digest(VALUES.write(vocabulary)) if cache.is_on else ""
        self._latest: dict[str, _Both] = {}

    def find(
        self, contents: Mapping[str, bytes], again: Callable[[str], ReadFile[Any]]
    ) -> dict[str, ReadFile[Any]]:
        """Of some files, by name, those that were read before; ``again`` reads one of them again."""
        if not self.cache.is_on:
            return {}
        keys = {name: self._key(name, content) for name, content in contents.items()}
        found = self.cache.load(keys.values())
        read = {
            name: self._file(name, key, contents[name], found.get(key), again) for name, key in keys.items()
        }
        return {name: file for name, file in read.items() if file}

    def keep(self, file: ReadFile[Any], again: Callable[[str], ReadFile[Any]]) -> ReadFile[Any]:
        """The file, kept for the next run, and where its values are written no longer in memory."""
        if not self.cache.is_on or not self._is_kept or file.content is None:
            return file
        said = (file.value, file.is_readable, file.diagnostics, file.waivers)
        key = self._key(file.name, file.content)
        self.cache.save({key: _FILES.write(said), f"{key}.places": _written(file)})
        return self._known(file, key, again)

    def _key(self, name: str, content: bytes) -> str:
        return key_of("file", name, content, self._words)

    def _file(
        self, name: str, key: str, content: bytes, data: bytes | None, again: Callable[[str], ReadFile[Any]]
    ) -> ReadFile[Any] | None:
        try:
            value, is_readable, diagnostics, waivers = _FILES.read(data or b"")
        except (UnreadableError, TypeError, ValueError):
            return None
        file = ReadFile(name, content, value, is_readable, {}, {}, diagnostics, waivers)
        return self._known(file, key, again)

    def _known(self, file: ReadFile[Any], key: str, again: Callable[[str], ReadFile[Any]]) -> ReadFile[Any]:
        """The file whose value tells its origin, and whose places are looked up."""
        if is_dataclass(file.value):
            read_from(file.value, key)
        name = file.name  # and no more of the file, whose places would stay with it

        def located() -> _Both:
            if key not in self._latest:
                data = self.cache.load([f"{key}.places"]).get(f"{key}.places")
                places = _places(data) if data else None
                if places is None:
                    read = again(name)
                    places = read.places, read.keys
                self._latest[key] = places
                if len(self._latest) > _MOST_LOCATED:
                    del self._latest[next(iter(self._latest))]
            return self._latest[key]

        return replace(file, places=_LaterPlaces(located, 0), keys=_LaterPlaces(located, 1))


_Both = tuple[Mapping[FieldPath, Sequence[int]], Mapping[FieldPath, Sequence[int]]]
"""The spans of a file's values, and those of its keys, as numbers: few of them are asked for."""

_MOST_LOCATED = 50
"""Of how many files the places are held: findings come file by file."""


class _LaterPlaces(Mapping[FieldPath, Span]):
    """One of the two, read when a place is asked for."""

    def __init__(self, located: Callable[[], _Both], side: int) -> None:
        self._located = located
        self._side = side

    def __getitem__(self, path: FieldPath) -> Span:
        return Span(*self._located()[self._side][path])

    def __iter__(self) -> Iterator[FieldPath]:
        return iter(self._located()[self._side])

    def __len__(self) -> int:
        return len(self._located()[self._side])


def _written(file: ReadFile[Any]) -> bytes:
    """Where values and keys are: for each its path and the four numbers of its span."""
    both = [[[*path, *span] for path, span in found.items()] for found in (file.places, file.keys)]
    return json.dumps(both, separators=(",", ":")).encode()


def _places(data: bytes) -> _Both | None:
    try:
        values, keys = json.loads(data)
        found = [{tuple(each[:-4]): each[-4:] for each in side} for side in (values, keys)]
    except (ValueError, TypeError):
        return None
    return found[0], found[1]
