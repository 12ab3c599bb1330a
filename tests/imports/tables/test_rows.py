"""Rows of tables as people save them: no cell is dropped, and what is hidden stays hidden."""

import io
from collections.abc import Callable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from openpyxl import Workbook

from pirgen.imports import ReadOptions, read_export
from pirgen.imports.tables.column_map import ColumnMap
from pirgen.imports.tables.rows import read_table
from pirgen.imports.tables.sheets import sheet_table

UTC = ReadOptions(zone=ZoneInfo("UTC"))


def test_no_cell_of_a_table_is_dropped() -> None:
    table = read_table('sep=;\nTitle;Note;Note;\nA;1;2;3;4\n\nB;"x\ny";;\n')
    assert table.rows == (
        {"Title": "A", "Note": "1", "Note (3)": "2", "column 4": "3", "column 5": "4"},
        {"Title": "B", "Note": "x\ny", "Note (3)": "", "column 4": "", "column 5": ""},
    )
    assert table.lines == (2, 5)


@pytest.mark.parametrize("text", ["Title,A,B\n\x00,1,2\n", "Title,A,B\n" + "x" * 1_000_001 + ",1,2\n"])
def test_a_line_that_is_broken_is_named_or_read(text: str) -> None:
    found, problems = read_export(text.encode(), "a.csv", UTC)
    assert found or problems[0].startswith("cannot be read: line 2 is no line of a table: ")


def workbook(change: Callable[[Workbook], None]) -> bytes:
    book = Workbook()
    book.active.append(["Outages of the year"])
    book.active.append([])
    book.active.append(["Number", "Title", "Opened", "Caller"])
    book.active.append(["1", "Mail is late", datetime(2026, 3, 14, 9, 12), "Hidden Person"])
    book.active.append(["2", "Secret outage", datetime(2026, 3, 15, 9, 12), "x"])
    change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def hide_all_but_the_first_row(book: Any) -> None:
    book.active.column_dimensions["D"].hidden = True
    book.active.row_dimensions[5].hidden = True
    hidden = book.create_sheet("Names")
    hidden.append(["Title", "Hidden Sheet", "x"])
    hidden.append(["1", "2", "3"])
    hidden.sheet_state = "hidden"
    book.create_sheet("Other").append(["only a head"])


def test_what_is_hidden_in_a_sheet_is_not_read_and_that_is_said() -> None:
    table = sheet_table(workbook(hide_all_but_the_first_row), ColumnMap())
    assert table.rows == ({"Number": "1", "Title": "Mail is late", "Opened": "2026-03-14 09:12"},)
    assert table.lines == (4,)
    assert table.left_out == ("hidden sheets (1)", "hidden columns (1)", "hidden rows (1)")


def test_a_workbook_with_nothing_to_see_says_so() -> None:
    def hide(book: Workbook) -> None:
        book.create_sheet("Cover")
        book.worksheets[0].sheet_state = "veryHidden"

    found, problems = read_export(workbook(hide), "a.xlsx", UTC)
    assert found == ()
    assert problems == ("has no incidents: its table has no rows but hidden sheets (1), which are not read",)
