"""Times of a table's columns: in which order day and month are, Excel's day numbers, seconds since 1970."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from enum import Enum

__all__ = ["EXCEL_1900", "EXCEL_1904", "ColumnDates", "DateOrder", "dates_of"]


class DateOrder(Enum):
    """Whether the day or the month comes first."""

    DMY = "dmy"
    MDY = "mdy"


EXCEL_1900 = date(1899, 12, 30)
"""Day 0 of Excel, from which its numbers count: it takes 1900 for a leap year, which was none."""
EXCEL_1904 = date(1904, 1, 1)
_NUMBERS = re.compile(
    r"(?<![\d./-])(?P<first>\d{1,2})(?P<sign>[/-])(?P<second>\d{1,2})(?P=sign)(?P<year>\d{4}|\d\d)(?![\d/-])"
)
_SERIAL = re.compile(r"[2-6]\d{4}(?:[.,]\d{1,12})?")
_SECONDS = re.compile(r"1\d{9}(?:\d{3})?(?:\.\d{1,9})?")


@dataclass(frozen=True)
class ColumnDates:
    """How the times of each column are written, and what to say of it.

    ``unclear`` are columns whose dates may be either way round, each with a date of it.
    """

    orders: Mapping[str, DateOrder] = field(default_factory=dict)
    serials: Mapping[str, date] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()
    unclear: tuple[tuple[str, str], ...] = ()

    def plain(self, head: str, cell: str) -> str:
        """A cell with its date or number as a date of ISO 8601."""
        if head in self.serials and _SERIAL.fullmatch(cell):
            return _of_serial(cell, self.serials[head])
        if head in self.serials and _SECONDS.fullmatch(cell):
            return _of_seconds(cell)
        order = self.orders.get(head)
        return _NUMBERS.sub(lambda found: _iso(found, order), cell) if order else cell


def dates_of(
    rows: Sequence[Mapping[str, str]], heads: Iterable[str], asked: DateOrder | None, epoch: date = EXCEL_1900
) -> ColumnDates:
    """How the times in some columns are written: decided by the whole column, or as asked."""
    orders: dict[str, DateOrder] = {}
    serials: dict[str, date] = {}
    remarks: list[str] = []
    unclear: list[tuple[str, str]] = []
    for head in dict.fromkeys(heads):
        cells = [cell for row in rows if (cell := row.get(head, "").strip())]
        if cells and all(_SERIAL.fullmatch(cell) or _SECONDS.fullmatch(cell) for cell in cells):
            serials[head] = epoch
            is_serial = bool(_SERIAL.fullmatch(cells[0]))
            read = f"Excel's days since {epoch:%Y-%m-%d}" if is_serial else "seconds since 1970"
            remarks.append(f"'{head}' has numbers, which are read as {read}")
            continue
        written = [found for cell in cells for found in _NUMBERS.finditer(cell)]
        order, why = _order(written)
        if asked and written:
            orders[head] = asked
        elif order:
            orders[head] = order
            remarks.append(f"dates of '{head}' are read as {_NAMES[order]}, as '{why}' can only be that")
        elif why:
            unclear.append((head, why))
    others = set(orders.values())
    if len(others) == 1 and not asked:
        orders |= {head: order for head, _ in unclear for order in others}
        remarks += [f"dates of '{head}' are read like those of the other columns" for head, _ in unclear]
        unclear = []
    return ColumnDates(orders, serials, tuple(remarks), tuple(unclear))


_NAMES = {DateOrder.DMY: "day/month/year", DateOrder.MDY: "month/day/year"}


def _order(written: Sequence[re.Match[str]]) -> tuple[DateOrder | None, str]:
    """The order and a date that proves it; no order and a date where it is unclear."""
    days = [found for found in written if int(found["first"]) > 12]
    months = [found for found in written if int(found["second"]) > 12]
    if bool(days) != bool(months):
        return (DateOrder.DMY, days[0][0]) if days else (DateOrder.MDY, months[0][0])
    return None, next((found[0] for found in written if _is_unclear(found)), "")


def _is_unclear(found: re.Match[str]) -> bool:
    first, second = int(found["first"]), int(found["second"])
    return first <= 12 and second <= 12 and first != second


def _iso(found: re.Match[str], order: DateOrder) -> str:
    first, second, year = int(found["first"]), int(found["second"]), int(found["year"])
    day, month = (first, second) if order is DateOrder.DMY else (second, first)
    return f"{year + 2000 if year < 100 else year}-{month:02}-{day:02}" if month <= 12 else found[0]


def _of_serial(cell: str, epoch: date) -> str:
    days = float(cell.replace(",", "."))
    at = datetime(epoch.year, epoch.month, epoch.day) + timedelta(seconds=round(days * 86_400))
    return at.date().isoformat() if cell.isdecimal() else _shown(at)


def _of_seconds(cell: str) -> str:
    whole = cell.partition(".")[0]
    at = datetime.fromtimestamp(int(whole[:10]), UTC)
    return f"{_shown(at.replace(tzinfo=None))}Z"


def _shown(at: datetime) -> str:
    return at.isoformat(sep=" ", timespec="seconds" if at.second else "minutes")
