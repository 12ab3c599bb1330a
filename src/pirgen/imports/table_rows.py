"""The rows of any table by the heads of its columns: CSV, JSON, or Excel with the extra 'documents'."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date, datetime
from typing import Any

from pirgen.imports.accounting import OF_RECORDS
from pirgen.imports.documents import library
from pirgen.imports.markdown.dates import date_in

__all__ = ["json_rows", "looks_like_table", "read_table", "sheet_rows"]


def looks_like_table(text: str) -> bool:
    """Whether the first lines of a text have the same number of columns, three or more."""
    lines = [line for line in text.splitlines()[:3] if line.strip()]
    sign = _sign(lines[0]) if lines else ""
    return (
        len(lines) > 1
        and lines[0].count(sign) >= 2
        and not lines[0].lstrip().startswith(("#", "-", "{", "[", "<"))
    )


def _sign(line: str) -> str:
    return max(",;\t", key=line.count)


def read_table(text: str) -> list[dict[str, str]]:
    """The rows of a table by the heads of its columns."""
    rows = csv.DictReader(io.StringIO(text.lstrip("\ufeff")), delimiter=_sign(text.partition("\n")[0]))
    return [
        {(head or "").strip(): (cell or "").strip() for head, cell in row.items() if isinstance(cell, str)}
        for row in rows
    ]


def sheet_rows(content: bytes) -> list[dict[str, str]]:
    """The rows of the first sheet of an Excel file; raises ValueError where it is none."""
    load = library("openpyxl", "load_workbook")
    try:
        sheet = load(io.BytesIO(content), read_only=True, data_only=True).worksheets[0]
        lines = [[_cell(value) for value in row] for row in sheet.iter_rows(values_only=True, max_row=100_000)]
    except (zipfile.BadZipFile, KeyError, OSError, ValueError, IndexError, SyntaxError) as problem:
        raise ValueError("it is not a sheet of Excel") from problem
    heads = lines[0] if lines else []
    return [dict(zip(heads, line, strict=False)) for line in lines[1:] if any(line)]


def json_rows(root: Any) -> list[dict[str, str]]:
    """The records of a JSON value as rows, where it is a list of records that hold hardly more than texts."""
    listed = root
    if isinstance(root, dict):
        listed = next((root[key] for key in _LISTS if isinstance(root.get(key), (list, dict))), None)
    records = listed if isinstance(listed, list) else [listed]
    if not records or not all(isinstance(record, dict) for record in records):
        return []
    return [
        {str(key): _json_cell(value) for key, value in record.items() if not OF_RECORDS.fullmatch(str(key))}
        for record in records
    ]


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


def _cell(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="minutes" if not value.second else "seconds")
    return value.isoformat() if isinstance(value, date) else "" if value is None else str(value).strip()
