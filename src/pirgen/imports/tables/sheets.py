"""Sheets of Excel as tables: what is hidden there stays hidden, and what is left out is reported."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

from pirgen.imports.documents import library, members_of, people_of
from pirgen.imports.tables.column_map import ColumnMap
from pirgen.imports.tables.columns import guessed_columns
from pirgen.imports.tables.dates import EXCEL_1900, EXCEL_1904
from pirgen.imports.tables.rows import SourceTable, table_of_lines

__all__ = ["sheet_table"]

MOST_BYTES = 60 * 1024 * 1024
"""How large a workbook may be when unpacked: all of it is held in memory."""
_PARTS = r"docProps/(?:core|app)\.xml|xl/(?:persons/person\d*|comments/?\w*|threadedComments/\w+)\.xml"
MOST_ROWS = 100_000
MOST_ABOVE = 10
"""How many lines, such as a title, may be above the heads of the columns."""


def sheet_table(content: bytes, chosen: ColumnMap) -> SourceTable:
    """The first sheet that is shown and has rows; raises ValueError for what is none, or too large."""
    load = library("openpyxl", "load_workbook")
    parts = members_of(content, _PARTS, "a sheet of Excel", MOST_BYTES)
    try:
        book = load(io.BytesIO(content), data_only=True)
    except (zipfile.BadZipFile, KeyError, OSError, IndexError, TypeError, SyntaxError) as problem:
        raise ValueError("it is not a sheet of Excel") from problem
    shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    sheet = next((each for each in shown if each.max_row > 1), None)
    if sheet is None:
        return SourceTable(left_out=tuple(_left_out(book.worksheets, None)))
    if sheet.max_row > MOST_ROWS:
        raise ValueError(f"its sheet has {sheet.max_row:,} rows; at most {MOST_ROWS:,} are read")
    lines, hidden = _lines(sheet)
    comments = sum(len(re.findall(r"<(?:threadedComment|comment) ", text)) for text in parts.values())
    left_out = (*_left_out(book.worksheets, sheet), *hidden, *([f"comments ({comments})"] if comments else []))
    epoch = EXCEL_1904 if book.epoch.year == EXCEL_1904.year else EXCEL_1900
    return replace(table_of_lines(lines[_above(lines, chosen) :], left_out, epoch), known=people_of(parts))


def _lines(sheet: Any) -> tuple[list[tuple[int, list[str]]], tuple[str, ...]]:
    """The lines of a sheet without hidden columns, and what was left out."""
    hidden: set[int] = set()
    for group in sheet.column_dimensions.values():
        if group.hidden and group.min and group.max:
            hidden |= set(range(group.min, min(group.max, sheet.max_column) + 1))
    lines, rows = [], 0
    for number, cells in enumerate(sheet.iter_rows(), 1):
        if sheet.row_dimensions[number].hidden:
            rows += any(cell.value is not None for cell in cells)
        else:
            lines.append((number, [_cell(each.value) for at, each in enumerate(cells, 1) if at not in hidden]))
    counts = ((len(hidden), "hidden columns"), (rows, "hidden rows"))
    return lines, tuple(f"{what} ({count})" for count, what in counts if count)


def _left_out(sheets: Any, read: Any) -> Iterator[str]:
    """The sheets beside the one that is read."""
    others = [sheet for sheet in sheets if sheet is not read and sheet.max_row > 1]
    hidden = sum(sheet.sheet_state != "visible" for sheet in others)
    for count, what in ((len(others) - hidden, "other sheets"), (hidden, "hidden sheets")):
        if count:
            yield f"{what} ({count})"


def _above(lines: list[tuple[int, list[str]]], chosen: ColumnMap) -> int:
    """How many lines are above the heads of the columns: the first line with a title and two more is they."""
    for index, (_, cells) in enumerate(lines[:MOST_ABOVE]):
        columns, _ = guessed_columns([cell for cell in cells if cell], chosen)
        if "title" in columns and sum(map(bool, cells)) > 2:
            return index
    return 0


def _cell(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="minutes" if not value.second else "seconds")
    if isinstance(value, (date, time)):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value).strip()
