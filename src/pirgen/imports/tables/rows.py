"""The rows of any table by the heads of its columns: CSV, JSON, or Excel with the extra 'documents'."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pirgen.imports.accounting import OF_RECORDS
from pirgen.imports.incident import NamedPerson
from pirgen.imports.markdown.dates import date_in
from pirgen.imports.tables.dates import EXCEL_1900

__all__ = ["SourceTable", "json_table", "looks_like_table", "read_table", "table_of_lines"]

LONGEST_CELL = 1_000_000
"""How many characters a cell of CSV may have."""


@dataclass(frozen=True)
class SourceTable:
    """Rows by the heads of their columns, each with the number of its line, and what was left out.

    ``epoch`` is the day from which Excel counts where a cell has a number for a day. ``known`` are people
    whom the file names.
    """

    rows: tuple[dict[str, str], ...] = ()
    lines: tuple[int, ...] = ()
    left_out: tuple[str, ...] = ()
    epoch: date = EXCEL_1900
    known: tuple[NamedPerson, ...] = ()

    @property
    def heads(self) -> tuple[str, ...]:
        """The heads of the columns."""
        return tuple(self.rows[0]) if self.rows else ()


def looks_like_table(text: str) -> bool:
    """Whether the first lines of a text have the same number of columns, three or more."""
    lines = [line for line in _without_sign(text).splitlines()[:3] if line.strip()]
    sign = _sign(lines[0]) if lines else ""
    return (
        len(lines) > 1
        and lines[0].count(sign) >= 2
        and not lines[0].lstrip().startswith(("#", "-", "{", "[", "<"))
    )


def _sign(line: str) -> str:
    return max(",;\t", key=line.count)


def _without_sign(text: str) -> str:
    """A text without the line by which Excel knows the sign between cells."""
    text = text.lstrip("\ufeff")
    return text.partition("\n")[2] if text[:4].casefold() == "sep=" else text


def read_table(text: str) -> SourceTable:
    """The rows of CSV; raises ValueError with the line where it is broken."""
    text = _without_sign(text)
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(io.StringIO(text), delimiter=_sign(text.partition("\n")[0]))
    lines: list[tuple[int, list[str]]] = []
    try:
        for cells in reader:
            lines.append((reader.line_num, [cell.strip() for cell in cells]))
    except csv.Error as problem:
        raise ValueError(f"line {reader.line_num} is no line of a table: {problem}") from problem
    return table_of_lines(lines)


def table_of_lines(
    lines: Sequence[tuple[int, Sequence[str]]], left_out: tuple[str, ...] = (), epoch: date = EXCEL_1900
) -> SourceTable:
    """Numbered lines of cells as a table: the first that has cells is the head, and no cell is dropped."""
    filled = [(number, cells) for number, cells in lines if any(cells)]
    if not filled:
        return SourceTable(left_out=left_out, epoch=epoch)
    width = max(len(cells) for _, cells in filled)
    heads = _heads([*filled[0][1], *[""] * (width - len(filled[0][1]))])
    rows = [dict(zip(heads, (*cells, *[""] * (width - len(cells))), strict=True)) for _, cells in filled[1:]]
    used = [head for head in heads if any(row[head] for row in rows) or not head.startswith("column ")]
    kept = tuple({head: row[head] for head in used} for row in rows)
    return SourceTable(kept, tuple(number for number, _ in filled[1:]), left_out, epoch)


def _heads(cells: Sequence[str]) -> list[str]:
    """Heads that differ: a column without one has its number, one of the same name a number behind it."""
    made: list[str] = []
    for number, cell in enumerate(cells, 1):
        head = " ".join(cell.split()) or f"column {number}"
        made.append(head if head not in made else f"{head} ({number})")
    return made


def json_table(root: Any) -> SourceTable:
    """The records of a JSON value as rows, where it is a list of records that hold hardly more than texts."""
    listed = root
    if isinstance(root, dict):
        listed = next((root[key] for key in _LISTS if isinstance(root.get(key), (list, dict))), None)
    records = listed if isinstance(listed, list) else [listed]
    if not records or not all(isinstance(record, dict) for record in records):
        return SourceTable()
    rows = [
        {str(key): _json_cell(value) for key, value in record.items() if not OF_RECORDS.fullmatch(str(key))}
        for record in records
    ]
    heads = list(dict.fromkeys(key for row in rows for key in row))
    whole = tuple({head: row.get(head, "") for head in heads} for row in rows)
    return SourceTable(whole, tuple(range(1, len(rows) + 1)))


_LISTS = ("result", "results", "records", "rows", "incidents", "data", "items")


def _json_cell(value: Any) -> str:
    """A value as a cell; of one with a name for people, that, and of a time the one with a zone."""
    if isinstance(value, dict):
        named = [value[key] for key in ("display_value", "name", "value") if isinstance(value.get(key), str)]
        is_time = isinstance(value.get("value"), str) and bool(date_in(value["value"]))
        return (
            ""
            if "link" in value and len(value) == 2 and not value.get("display_value")
            else (value["value"] if is_time else next(iter(named), ""))
        )
    if isinstance(value, list):
        return ", ".join(filter(None, map(_json_cell, value)))
    return "" if value is None or isinstance(value, bool) else str(value).strip()
