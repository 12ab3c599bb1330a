"""A folder of incidents, read to be searched and not judged. The only disk access of this room."""

from __future__ import annotations

import gc

from pirgen.cache import Cache
from pirgen.errors import PirgenError
from pirgen.retrieval.library import SearchableBook, searchable
from pirgen.source import Incidents, read_folder, read_library

__all__ = ["searchable_folder"]


def searchable_folder(folder: Incidents, cache: Cache) -> SearchableBook:
    """What can be read of a folder, ready to be searched; what has an error is found by the rest of it."""
    was_enabled = gc.isenabled()
    gc.disable()  # reading makes many values and no circles
    try:
        return searchable(read_library(read_folder(folder), cache=cache).book, cache)
    except OSError as problem:
        raise PirgenError(f"cannot read {problem.filename}: {problem.strerror}") from problem
    finally:
        if was_enabled:
            gc.enable()
