"""Counts the rows of a table that a view of it would show, so that a number and its list cannot differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from pirgen.pages.explorer import filtered

__all__ = ["FacetIndex"]


class FacetIndex:
    """Rows by what they have: choices of one facet are alternatives, facets add up, as in the table itself."""

    def __init__(self, page: str, rows: Iterable[Mapping[str, Sequence[str]]]) -> None:
        self._page = page
        self._having: dict[tuple[str, str], set[int]] = {}
        for place, values in enumerate(rows):
            for key, found in values.items():
                for value in found:
                    self._having.setdefault((key, value), set()).add(place)

    def count(self, *chosen: tuple[str, str]) -> int:
        """How many rows have these values; at least one is chosen."""
        by_key: dict[str, set[int]] = {}
        for key, value in chosen:
            by_key[key] = by_key.get(key, set()) | self._having.get((key, value), set())
        return len(set.intersection(*by_key.values()))

    def target(self, *chosen: tuple[str, str]) -> str:
        """The source path of the view that shows them."""
        return filtered(self._page, *chosen)
