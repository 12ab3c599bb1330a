"""What a check of a whole folder found, as the cache keeps it: where nothing changed, nothing is read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from pirgen.cache import Cache, Codec, UnreadableError, ValueDigests, key_of
from pirgen.diagnostics import Diagnostic, Edit, Fix, Level, Place, Related, Span, Waived
from pirgen.source import Folder

__all__ = ["DIAGNOSTICS", "CachedCheck"]

DIAGNOSTICS = Codec([Diagnostic, Edit, Fix, Level, Place, Related, Span, Waived])

Found = tuple[tuple[Diagnostic, ...], tuple[Waived, ...]]
"""What there is to say, and what authors allow."""


class CachedCheck:
    """The check of a folder as of a day: what it finds depends on all that lies there."""

    def __init__(self, folder: Folder, as_of: date, cache: Cache) -> None:
        self._cache = cache
        self._key = _key(folder, as_of) if cache.is_on else ""

    def find(self) -> Found | None:
        """What was found when the folder was the same."""
        try:
            found, waived = DIAGNOSTICS.read(self._cache.load([self._key]).get(self._key, b""))
        except (UnreadableError, TypeError, ValueError):
            return None
        is_whole = all(isinstance(each, Diagnostic) for each in found)
        return (found, waived) if is_whole and all(isinstance(each, Waived) for each in waived) else None

    def keep(self, found: Found) -> Found:
        """What was found, kept for the next time."""
        self._cache.save({self._key: DIAGNOSTICS.write(found)})
        return found


def _key(folder: Folder, as_of: date) -> str:
    beside = ValueDigests().digest((replace(folder, files={}), as_of))
    contents = (
        (name, "" if content is None else "file", content or b"") for name, content in folder.files.items()
    )
    return key_of("check", beside, *(part for file in contents for part in file))
