"""How long incidents took, as dots: one for each incident, and no number for several together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from pirgen.analysis.durations import Length, Lengths, lengths
from pirgen.model import Book, Incident, Moment
from pirgen.pages.charts import Chart, Dot, Strip, Tick, dot_chart
from pirgen.pages.incident_rows import no_time_to
from pirgen.pages.page import Asset
from pirgen.pages.tables import csv_text
from pirgen.pages.times import length as in_words
from pirgen.pages.trends.lists import FEWEST, MOST_DOTS, USERS, Listing, ListPart, ListSection
from pirgen.wording.plain_text import plain

__all__ = ["LengthRow", "LengthSection", "length_section"]

_ENDS = (Moment.MITIGATED, Moment.RESOLVED)
_MINUTE, _HOUR, _DAY = 1, 60, 1440
_TICKS = tuple(
    Tick(minutes, text)
    for minutes, text in (
        (_MINUTE, "\N{LESS-THAN OR EQUAL TO} 1 min"),
        (10 * _MINUTE, "10 min"),
        (_HOUR, "1 h"),
        (6 * _HOUR, "6 h"),
        (_DAY, "1 day"),
        (7 * _DAY, "1 week"),
        (30 * _DAY, "30 days"),
        (365 * _DAY, "1 year"),
        (3652 * _DAY, "10 years"),
    )
)


@dataclass(frozen=True)
class LengthRow:
    """An incident and its two lengths, None where nobody can say."""

    incident: Incident
    mitigated: Length | None
    resolved: Length | None

    def to(self, end: Moment) -> Length | None:
        """The length to one of the two moments."""
        return self.mitigated if end is Moment.MITIGATED else self.resolved


@dataclass(frozen=True)
class UnknownLengths:
    """How many incidents have no time to a moment, and where they are listed."""

    end: Moment
    count: int
    target: str


@dataclass(frozen=True)
class LengthSection:
    """The latest incidents with a length, the newest first; ``earlier`` says how many more there are.

    ``unknown`` counts, for each end, the incidents without a time to it.
    """

    chart: Chart | None
    rows: tuple[LengthRow, ...]
    earlier: int
    unknown: tuple[UnknownLengths, ...]
    near_misses: int
    asset: Asset
    listing: Listing


def length_section(book: Book) -> LengthSection:
    """The times from the start to mitigated and to resolved of incidents that reached users."""
    counted = [incident for incident in book.unplanned if not incident.is_near_miss]
    found = [lengths(counted, end) for end in _ENDS]
    rows = _rows(counted, found)
    drawn = rows[-MOST_DOTS:]
    strips = [strip for strip in _strips(drawn) if len(strip.dots) >= FEWEST]
    listing = Listing(
        "trends/durations.md",
        "Incidents without a duration",
        "Incidents whose time from the start cannot be said: a moment was not recorded, is yet to come, or is "
        "dated before the start.",
        tuple(_section(one) for one in found),
    )
    return LengthSection(
        chart=dot_chart(strips, _TICKS) if strips else None,
        rows=drawn[::-1],
        earlier=len(rows) - len(drawn),
        unknown=tuple(UnknownLengths(one.end, len(one.unknown), listing.target(_id(one.end))) for one in found),
        near_misses=len(book.unplanned) - len(counted),
        asset=_asset(rows),
        listing=listing,
    )


def _rows(counted: Sequence[Incident], found: Sequence[Lengths]) -> tuple[LengthRow, ...]:
    mitigated, resolved = ({incident.id: length for incident, length in one.known} for one in found)
    rows = (LengthRow(incident, mitigated.get(incident.id), resolved.get(incident.id)) for incident in counted)
    return tuple(row for row in rows if row.mitigated or row.resolved)


def _strips(rows: Sequence[LengthRow]) -> Iterator[Strip]:
    for end in _ENDS:
        dots = tuple(_dot(row.incident, length, end) for row in rows if (length := row.to(end)))
        yield Strip(f"started to {end.value}, n = {len(dots)}", dots)


def _dot(incident: Incident, length: Length, end: Moment) -> Dot:
    words = f"{end.value} after {in_words(length)}: {plain(incident.title)}"
    return Dot(_minutes(length.time), f"incidents/{incident.id}.md", words, length.is_approximate)


def _minutes(time: timedelta) -> float:
    return time.total_seconds() / 60


def _asset(rows: Sequence[LengthRow]) -> Asset:
    header = ("incident", "minutes_to_mitigated", "minutes_to_resolved", "is_approximate")
    table = [
        (row.incident.id, _cell(row.mitigated), _cell(row.resolved), "yes" if _is_approximate(row) else "no")
        for row in rows
    ]
    return Asset("trends/durations.csv", csv_text(header, table))


def _cell(length: Length | None) -> str | None:
    return f"{_minutes(length.time):g}" if length else None


def _is_approximate(row: LengthRow) -> bool:
    return any(length.is_approximate for length in (row.mitigated, row.resolved) if length)


def _section(found: Lengths) -> ListSection:
    chosen = (("fact", _id(found.end)), *USERS)
    part = ListPart("", "", found.unknown[::-1], chosen)
    return ListSection(_id(found.end), f"Started to {found.end.value}", (part,), chosen)


def _id(end: Moment) -> str:
    return no_time_to(end)
