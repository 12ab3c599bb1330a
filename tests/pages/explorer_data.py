"""The data of a table that readers narrow down, as its script reads it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from pirgen.pages import Page


@dataclass(frozen=True)
class ExplorerData:
    """The rows of a table, a column at a time."""

    document: dict[str, Any]
    parts: tuple[dict[str, Any], ...]

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(next(iter(self.document["values"].values()))["rows"].split(","))

    def cell(self, name: str) -> list[str]:
        """A cell of every row."""
        brief = self.document["cells"].get(name)
        columns = [brief] if brief is not None else [part[name] for part in self.parts]
        return [text for column in columns for text in _unpacked(column)][::-1]

    def values(self, key: str) -> list[list[str]]:
        """What every row has of a facet."""
        ids, rows = (self.document["values"][key][name] for name in ("ids", "rows"))
        return [[ids[int(place)] for place in row.split()] for row in rows.split(",")][::-1]

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
    return read_data({asset.path: asset.text for asset in page.assets if "-rows" in asset.path})


def read_data(scripts: Mapping[str, str]) -> ExplorerData:
    """The data in scripts, by their paths."""
    handed = dict(map(_handed_over, scripts.values()))
    head = next(data for data in handed.values() if "parts" in data)
    parts = [handed[part] if isinstance(part, str) else part for part in head["parts"]]
    return ExplorerData(head, tuple(parts))


def _handed_over(script: str) -> tuple[str, dict[str, Any]]:
    name, _, document = script.removeprefix("(window.pirgenRows ??= {})[").partition("] = ")
    return json.loads(name), json.loads(document.rstrip().removesuffix(";"))


def query_of(link: str) -> str:
    """The view that a link asks for."""
    return urlsplit(link).query


def _unpacked(column: Any) -> list[str]:
    if isinstance(column, list):
        return column
    return [column["texts"][place] for place in column["places"]]
