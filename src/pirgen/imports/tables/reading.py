"""A table as incidents: the columns are found, the order of its dates is decided, and both are reported."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from zoneinfo import ZoneInfo

from pirgen.imports.incident import ImportedIncident
from pirgen.imports.markdown.dates import date_in
from pirgen.imports.tables.column_map import ColumnMap
from pirgen.imports.tables.columns import guessed_columns
from pirgen.imports.tables.dates import DateOrder, dates_of
from pirgen.imports.tables.incidents import MOMENTS, read_rows
from pirgen.imports.tables.rows import SourceTable

__all__ = ["is_of_incidents", "read_incidents"]


def is_of_incidents(table: SourceTable) -> bool:
    """Whether the heads of rows say a title and a time of an incident, as ServiceNow's do."""
    columns, _ = guessed_columns(table.heads, ColumnMap())
    return "title" in columns and any(date_in(table.rows[0][columns[key]]) for key in MOMENTS if key in columns)


def read_incidents(
    table: SourceTable, chosen: ColumnMap, order: DateOrder | None, zone: ZoneInfo | None, problems: list[str]
) -> Iterator[ImportedIncident]:
    """An incident for each row, with remarks on the first that say how the table was read."""
    if not table.rows:
        left_out = f" but {', '.join(table.left_out)}, which are not read" if table.left_out else ""
        problems.append(f"has no incidents: its table has no rows{left_out}")
        return
    columns, wrong = guessed_columns(table.heads, chosen)
    dates = dates_of(table.rows, (columns[key] for key in MOMENTS if key in columns), order, table.epoch)
    unclear = [
        f"dates of '{head}' may have the day or the month first, such as {written}; "
        "say which with --dates dmy or --dates mdy"
        for head, written in dates.unclear
    ]
    problems += [*wrong, *unclear]
    if problems:
        return
    remarks = (
        _columns_in_words(table, columns),
        *dates.remarks,
        *(f"left out: {each}" for each in table.left_out),
    )
    for index, incident in enumerate(read_rows(table, columns, dates, zone, problems)):
        known = (*incident.known, *table.known)
        yield replace(incident, known=known, remarks=() if index else remarks)


def _columns_in_words(table: SourceTable, columns: dict[str, str]) -> str:
    taken = ", ".join(f"{meaning} is '{head}'" for meaning, head in columns.items())
    others = ", ".join(f"'{head}'" for head in table.heads if head not in columns.values())
    rest = f"; kept as comments: {others}" if others else ""
    return f"columns: {taken}{rest}; name others with --map"
