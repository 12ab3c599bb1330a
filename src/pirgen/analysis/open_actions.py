"""How many actions were open at the end of each quarter, as far as their dates tell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pirgen.analysis.backlog import BacklogItem
from pirgen.analysis.calendar import Quarter

__all__ = ["OpenActions", "Stock", "open_actions"]


@dataclass(frozen=True)
class Stock:
    """What was open at the end of a day: the last of its quarter, or the as-of day in the running one."""

    quarter: Quarter
    day: date
    items: tuple[BacklogItem, ...]
    is_complete: bool


@dataclass(frozen=True)
class OpenActions:
    """The open actions of each quarter, the latest last, and those that could not be placed in time.

    An action is left out where nobody recorded when it was created, or when one that is over ended.
    """

    stocks: tuple[Stock, ...]
    placed: tuple[BacklogItem, ...]
    left_out: tuple[BacklogItem, ...]


@dataclass(frozen=True)
class _Life:
    """When an action was created and when it was done; None while it is open."""

    item: BacklogItem
    created: date
    done: date | None

    def is_open_on(self, day: date) -> bool:
        return self.created <= day and (self.done is None or day < self.done)


def open_actions(items: Iterable[BacklogItem], as_of: date, most: int) -> OpenActions:
    """The quarters from the first action to the running one, at most ``most`` of the latest."""
    lives, left_out = [], []
    for item in items:
        life = _life(item)
        if life:
            lives.append(life)
        else:
            left_out.append(item)
    stocks = []
    quarter = Quarter.of(min((life.created for life in lives), default=as_of))
    running = Quarter.of(as_of)
    while lives and quarter <= running:
        day = min(quarter.last_day, as_of)
        found = tuple(life.item for life in lives if life.is_open_on(day))
        stocks.append(Stock(quarter, day, found, quarter < running))
        quarter = quarter.next
    return OpenActions(tuple(stocks[-most:]), tuple(life.item for life in lives), tuple(left_out))


def _life(item: BacklogItem) -> _Life | None:
    """None where the dates do not tell whether it was open on a day."""
    action = item.action
    if not isinstance(action.created, date):
        return None
    if action.is_open:
        return _Life(item, action.created, None)
    return _Life(item, action.created, action.done_on) if isinstance(action.done_on, date) else None
