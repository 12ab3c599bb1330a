"""A table that readers narrow down: its facets, its rows as data, and the part that the page itself holds.

The template writes the facets as a form beside the table, and the first rows. What all rows have of the
facets is in a script of data (``rows_assets``), and what they say in further ones of some hundred rows each.
``assets/explorer.js`` loads those that a view needs and makes rows of them by the same template.
"""

from __future__ import annotations

import json
import posixpath
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from markupsafe import Markup, escape

from pirgen.cache import digest
from pirgen.pages.page import Asset

__all__ = [
    "ExplorerRow",
    "ExplorerTable",
    "Facet",
    "FacetValue",
    "SortOrder",
    "attributes",
    "facet",
    "filtered",
]

AT_ONCE = 100
"""How many rows the page holds, and the script shows at each step; ``assets/explorer.js`` counts the same."""

_PART = 500
"""How many rows' texts are in a script; a table of no more has them in the one that it begins with."""

_SHORT = 10
"""What rows are sorted by is with what they have of the facets where no text of it is longer."""

_LONG = 10
"""A facet by frequency with more values than this shows its most frequent ones first."""


@dataclass(frozen=True)
class FacetValue:
    """A value of a facet: its name in addresses, its words on the page, and how many rows have it."""

    id: str
    title: str
    count: int


@dataclass(frozen=True)
class Facet:
    """One side to narrow a table down by; ``key`` names it in addresses and in the rows' data.

    One that ``is_hidden`` has no place in the form: numbers of other pages lead to it by its address.
    """

    key: str
    title: str
    choices: tuple[FacetValue, ...]
    is_by_frequency: bool = False
    is_unfolded: bool = False
    is_hidden: bool = False

    @property
    def is_long(self) -> bool:
        """Whether only the most frequent values are shown at first."""
        return self.is_by_frequency and len(self.choices) > _LONG


@dataclass(frozen=True)
class SortOrder:
    """An order of the rows: the key of a column, with ``-`` before it for the largest first, in words."""

    key: str
    title: str


@dataclass(frozen=True)
class ExplorerRow:
    """A row: safe HTML for each place of its template, and the ids of what it has, by facet."""

    cells: Mapping[str, Markup]
    values: Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class ExplorerTable:
    """A table with its form. ``page`` is the source path of the page that it is on.

    ``orders`` are offered to readers; ``sorted_by`` names the cell that a column is sorted by.
    """

    page: str
    one: str
    many: str
    rows: tuple[ExplorerRow, ...]
    facets: tuple[Facet, ...]
    orders: tuple[SortOrder, ...]
    sorted_by: Mapping[str, str]

    @property
    def name(self) -> str:
        """What the script of data calls it."""
        return self.many.replace(" ", "-")

    @property
    def shown(self) -> tuple[ExplorerRow, ...]:
        """The rows that the page holds."""
        return self.rows[:AT_ONCE]

    @property
    def further(self) -> int:
        """How many more rows there are."""
        return len(self.rows) - len(self.shown)

    @property
    def is_large(self) -> bool:
        """Whether its data are loaded when they are asked for."""
        return len(self.rows) > _PART

    @property
    def rows_path(self) -> str:
        """Where its script of data is."""
        return posixpath.join(posixpath.dirname(self.page), f"{self.name}-rows.js")

    @cached_property
    def slots(self) -> dict[str, Markup]:
        """In the place of each cell a mark, which the script replaces with a row's own."""
        return {name: Markup(f"{{{name}}}") for name in (self.rows[0].cells if self.rows else ())}

    @cached_property
    def rows_assets(self) -> tuple[Asset, ...]:
        """Every row as data, a column at a time: what all have of the facets, and then what they say, in parts.

        Parts begin with the last row, so that one more at the top changes few of them.
        """
        return self._data[0]

    @property
    def rows_name(self) -> str:
        """What the script of data hands them over as: words and a mark of what it says."""
        return self._data[1]

    @cached_property
    def _data(self) -> tuple[tuple[Asset, ...], str]:
        rows = self.rows[::-1]
        brief = [name for name in dict.fromkeys(self.sorted_by.values()) if self._is_brief(name)]
        others = [name for name in self.slots if name not in brief]
        parts = [_columns(rows[start : start + _PART], others) for start in range(0, len(rows), _PART)]
        stem = self.rows_path.removesuffix(".js")
        scripts = [
            _script(f"{stem}-{place}.js", f"{self.name}-{place}", part) for place, part in enumerate(parts)
        ]
        head = {
            "size": _PART,
            "values": {facet.key: _values([row.values[facet.key] for row in rows]) for facet in self.facets},
            "cells": _columns(rows, brief),
            "sortedBy": dict(self.sorted_by),
            "parts": [name for _, name in scripts] if self.is_large else parts,
        }
        first, name = _script(self.rows_path, self.name, head)
        return (first, *(script for script, _ in scripts if self.is_large)), name

    def _is_brief(self, cell: str) -> bool:
        return all(len(row.cells[cell]) <= _SHORT for row in self.rows)


def facet(
    key: str,
    title: str,
    found: Iterable[Sequence[str]],
    words: Mapping[str, str],
    is_by_frequency: bool = False,
    is_unfolded: bool = False,
    is_hidden: bool = False,
) -> Facet:
    """The facet of what each row has.

    Choices are in the order of ``words``, which maps ids to titles, then those that it does not know;
    ``is_by_frequency`` puts the most frequent first instead.
    """
    counts = Counter(id for row in found for id in set(row))
    places = {id: place for place, id in enumerate(words)}
    choices = [FacetValue(id, words.get(id, id), count) for id, count in counts.items()]
    choices.sort(key=lambda choice: (places.get(choice.id, len(places)), choice.title.casefold(), choice.id))
    if is_by_frequency:
        choices.sort(key=lambda choice: (-choice.count, choice.title.casefold(), choice.id))
    return Facet(key, title, tuple(choices), is_by_frequency, is_unfolded, is_hidden)


def attributes(values: Mapping[str, Sequence[str]]) -> Markup:
    """A row's values as attributes: ``data-service="api|web"``; ``|`` and ``%`` within one are encoded."""
    written = [(key, "|".join(_encoded(value) for value in found)) for key, found in values.items() if found]
    return Markup(" ".join(f'data-{escape(key)}="{escape(text)}"' for key, text in written))


def filtered(page: str, *chosen: tuple[str, str]) -> str:
    """The source path of a page with a table, narrowed down to rows that have these values."""
    return f"{page}?{urlencode(chosen)}"


def _encoded(value: str) -> str:
    return value.replace("%", "%25").replace("|", "%7C")


def _script(path: str, name: str, content: object) -> tuple[Asset, str]:
    """A script of data, and what it hands them over as, which tells them from those of an older site."""
    data = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    known_as = f"{name} {digest(data)[:8]}"
    return Asset(path, f"(window.pirgenRows ??= {{}})[{json.dumps(known_as)}] = {data};\n"), known_as


def _columns(rows: Sequence[ExplorerRow], names: Iterable[str]) -> dict[str, object]:
    return {name: _column([str(row.cells[name]) for row in rows]) for name in names}


def _values(found: Sequence[Sequence[str]]) -> dict[str, list[str] | str]:
    """What rows have of a facet: each value once, the most frequent first, and of every row their places."""
    counts = Counter(id for ids in found for id in ids)
    ids = sorted(counts, key=lambda id: (-counts[id], id))
    places = {id: str(place) for place, id in enumerate(ids)}
    return {"ids": ids, "rows": ",".join(" ".join(places[id] for id in of_row) for of_row in found)}


def _column(texts: list[str]) -> list[str] | dict[str, list[str] | list[int]]:
    """The texts of a column; where many are alike, each text once and the place of every row's in them."""
    places = {text: place for place, text in enumerate(dict.fromkeys(texts))}
    if len(places) * 2 > len(texts):
        return texts
    return {"texts": list(places), "places": [places[text] for text in texts]}
