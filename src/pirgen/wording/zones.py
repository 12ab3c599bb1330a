"""The time of a site's own zone, shown beside UTC."""

from __future__ import annotations

from functools import cache
from zoneinfo import ZoneInfo

from pirgen.model import Instant
from pirgen.wording.instants import day_of_year

__all__ = ["local_time"]


def local_time(at: Instant, zone: str) -> str:
    """The time of day in a zone, with its name, and its day where that is another: ``1 Nov 01:30 CET``.

    Empty where no time of day is known, or no zone is given. The name tells apart the hour that comes twice
    when clocks go back.
    """
    if not zone or not at.has_clock:
        return ""
    local = at.at.astimezone(_zone(zone))
    other_day = f"{day_of_year(local.date())} " if local.date() != at.first_day else ""
    name = local.tzname() or ""
    return f"{other_day}{local:%H:%M} {name if name.isalpha() else f'UTC{name}'}"


@cache
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)
