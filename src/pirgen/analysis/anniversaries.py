"""Incidents by their day of the year: what to read again when it comes round."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pirgen.analysis.trends import day_of
from pirgen.model import Incident

__all__ = ["Anniversary", "around", "by_month", "nearest"]

_NEAR = 15


@dataclass(frozen=True)
class Anniversary:
    """An incident whose day comes round: how many years later, and in how many days (negative: ago)."""

    incident: Incident
    years: int
    days: int


def around(incidents: Iterable[Incident], today: date, near: int = _NEAR) -> tuple[Anniversary, ...]:
    """The anniversaries at most ``near`` days from a day, in the order of the calendar."""
    found = [_nearest(incident, today) for incident in incidents]
    kept = [one for one in found if one.years > 0 and abs(one.days) <= near]
    return tuple(sorted(kept, key=lambda one: (one.days, -one.years, one.incident.id)))


def nearest(anniversaries: Iterable[Anniversary], most: int) -> tuple[Anniversary, ...]:
    """Those next to the day, in the order of the calendar."""
    chosen = sorted(anniversaries, key=lambda one: abs(one.days))[:most]
    return tuple(sorted(chosen, key=lambda one: one.days))


def by_month(incidents: Iterable[Incident]) -> tuple[tuple[int, tuple[Incident, ...]], ...]:
    """The incidents of each month that has any, 1 to 12, by their day in it, whatever the year."""
    filed: dict[int, list[Incident]] = {}
    for incident in incidents:
        filed.setdefault(day_of(incident).month, []).append(incident)
    return tuple(
        (month, tuple(sorted(filed[month], key=lambda one: (day_of(one).day, one.id))))
        for month in sorted(filed)
    )


def _nearest(incident: Incident, today: date) -> Anniversary:
    day = day_of(incident)
    years = (today.year + shift for shift in (-1, 0, 1))
    return min(
        (Anniversary(incident, year - day.year, (_in_year(day, year) - today).days) for year in years),
        key=lambda one: abs(one.days),
    )


def _in_year(day: date, year: int) -> date:
    """The same day in another year; 29 February is kept on the 28th where there is none."""
    try:
        return day.replace(year=year)
    except ValueError:
        return date(year, 2, 28)
