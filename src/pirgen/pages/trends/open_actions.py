"""Open actions: at the end of each of the last quarters, and by age now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from pirgen.analysis.backlog import BacklogItem, by_age
from pirgen.analysis.open_actions import Stock
from pirgen.analysis.statistics import Statistics
from pirgen.pages.action_list import LEFT_OUT, STILL_OPEN, bucket_id, bucket_title, quarter_value, view
from pirgen.pages.charts import Chart, Column, Segment, column_chart
from pirgen.pages.page import Asset
from pirgen.pages.tables import csv_text
from pirgen.pages.times import term
from pirgen.pages.trends.lists import FEWEST

__all__ = ["AgeCount", "OpenActionsSection", "QuarterEnd", "open_section"]


@dataclass(frozen=True)
class QuarterEnd:
    """What was open at the end of a day."""

    title: str
    day: date
    is_complete: bool
    count: int
    target: str


@dataclass(frozen=True)
class AgeCount:
    """What is open now by its age; ``share`` is its bar in hundredths of the longest, None without bars."""

    title: str
    count: int
    target: str
    share: float | None


@dataclass(frozen=True)
class OpenActionsSection:
    """Open actions over time and by age; ``placed`` and ``left_out`` say how many have dates for the first."""

    chart: Chart | None
    rows: tuple[QuarterEnd, ...]
    placed: int
    left_out: int
    left_out_target: str
    ages: tuple[AgeCount, ...]
    open: int
    asset: Asset
    ages_asset: Asset

    @property
    def are_ages_drawn(self) -> bool:
        """Whether enough actions are open for bars."""
        return self.open >= FEWEST


def open_section(statistics: Statistics) -> OpenActionsSection:
    """The open ones of the actions of every review, drafts too, as on the actions page."""
    history = statistics.open_actions
    rows = tuple(_row(stock) for stock in history.stocks)
    ages = _ages([item for item in statistics.items if item.action.is_open])
    return OpenActionsSection(
        chart=_chart(rows, history.stocks) if len(history.placed) >= FEWEST else None,
        rows=rows[::-1],
        placed=len(history.placed),
        left_out=len(history.left_out),
        left_out_target=view(("open-at", LEFT_OUT)),
        ages=ages,
        open=sum(age.count for age in ages),
        asset=_asset(rows),
        ages_asset=_ages_asset(ages),
    )


def _row(stock: Stock) -> QuarterEnd:
    return QuarterEnd(
        term(stock.quarter),
        stock.day,
        stock.is_complete,
        len(stock.items),
        view(("open-at", quarter_value(stock.quarter))),
    )


def _chart(rows: Sequence[QuarterEnd], stocks: Sequence[Stock]) -> Chart:
    return column_chart([_column(row, stock) for row, stock in zip(rows, stocks, strict=True)])


def _column(row: QuarterEnd, stock: Stock) -> Column:
    when = f"at the end of {row.title}" if row.is_complete else "now"
    segment = Segment(row.count, "stock", row.target, f"Open {when}: {row.count}")
    return Column(
        name=f"Q{stock.quarter.number}",
        group=str(stock.quarter.year),
        segments=(segment,) if row.count else (),
        running="" if row.is_complete else "not over",
    )


def _ages(still_open: Sequence[BacklogItem]) -> tuple[AgeCount, ...]:
    groups = by_age(still_open)
    most = max(len(group) for _, group in groups) if len(still_open) >= FEWEST else 0
    return tuple(
        AgeCount(
            bucket_title(bucket),
            len(group),
            view(*STILL_OPEN, ("age", bucket_id(bucket))),
            round(100 * len(group) / most, 1) if most else None,
        )
        for bucket, group in groups
    )


def _asset(rows: Sequence[QuarterEnd]) -> Asset:
    table = [(row.title, row.day.isoformat(), row.count) for row in rows]
    return Asset("trends/open-actions.csv", csv_text(("quarter", "as_of", "open_actions"), table))


def _ages_asset(ages: Sequence[AgeCount]) -> Asset:
    table = [(age.title, age.count) for age in ages]
    return Asset("trends/open-actions-by-age.csv", csv_text(("age", "open_actions"), table))
