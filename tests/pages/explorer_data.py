"""The data of a table that readers narrow down, as its script reads it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from pirgen.pages import Page


@dataclass(frozen=True)
class ExplorerData:
    """The rows of a table, a column at a time."""

    document: dict[str, Any]

    @property
    def count(self) -> int:
        """How many rows there are."""
        return int(self.document["count"])

    def cell(self, name: str) -> list[str]:
        """A cell of every row."""
        return _unpacked(self.document["cells"][name])

    def values(self, key: str) -> list[list[str]]:
        """What every row has of a facet."""
        written = _unpacked(self.document["values"][key])
        return [[unquote(value) for value in text.split("|") if value] for text in written]

    def having(self, query: str) -> int:
        """How many rows a view by address finds: values of one facet are alternatives."""
        chosen: dict[str, set[int]] = {}
        for key, value in parse_qsl(query, strict_parsing=True):
            chosen.setdefault(key, set()).update(self._rows[key].get(value, ()))
        return len(set.intersection(*chosen.values()))

    @cached_property
    def _rows(self) -> dict[str, dict[str, set[int]]]:
        """The places of the rows that have a value of a facet."""
        found: dict[str, dict[str, set[int]]] = {key: {} for key in self.document["values"]}
        for key, places in found.items():
            for place, values in enumerate(self.values(key)):
                for value in values:
                    places.setdefault(value, set()).add(place)
        return found


def explorer_data(page: Page) -> ExplorerData:
    """The data that a page brings along."""
    text = next(asset.text for asset in page.assets if asset.path.endswith("-rows.js"))
    return read_data(text)


def read_data(script: str) -> ExplorerData:
    """The data in a script."""
    _, _, document = script.partition(" = ")
    return ExplorerData(json.loads(document.rstrip().removesuffix(";")))


def query_of(link: str) -> str:
    """The view that a link asks for."""
    return urlsplit(link).query


def _unpacked(column: Any) -> list[str]:
    if isinstance(column, list):
        return column
    return [column["texts"][place] for place in column["places"]]
