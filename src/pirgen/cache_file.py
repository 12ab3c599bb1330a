"""Where the cache of a folder of incidents is, which commands and builds share."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from pirgen.cache import Cache
from pirgen.history import committed_in

if TYPE_CHECKING:
    from pirgen.source import Incidents

__all__ = ["NO_CACHE_VARIABLE", "open_cache", "passing_cache"]

NO_CACHE_VARIABLE = "PIRGEN_NO_CACHE"
"""Set where nothing of earlier runs is to be used or kept."""

_CACHE = Path(".cache", "pirgen", "cache.sqlite")


@contextmanager
def passing_cache() -> Iterator[Cache]:
    """A cache for one run, in which processes that share its work hand over what they have; gone afterwards."""
    with (
        TemporaryDirectory(prefix="pirgen-", ignore_cleanup_errors=True) as home,
        Cache(Path(home, "cache", _CACHE.name)) as cache,
    ):
        yield cache


def open_cache(folder: Incidents) -> Cache:
    """The cache beside the mkdocs.yml of a folder of incidents; an empty one where there is none.

    One that git has brought along is not used: somebody else has written it.
    """
    path = folder if isinstance(folder, Path) else folder.sources[0].path
    around = path.absolute().parents[:3]
    root = next((each for each in around if (each / "mkdocs.yml").is_file()), None)
    if root is None or os.environ.get(NO_CACHE_VARIABLE):
        return Cache()
    file = root / _CACHE
    is_committed = file.exists() and bool(committed_in(file.parent))
    return Cache(None if is_committed else file)
