"""Any table as incidents, a row each: which column means what, and what a row says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import tzinfo
from zoneinfo import ZoneInfo

from pirgen.imports.accounting import FactKind, SourceFact
from pirgen.imports.incident import ImportedEvent, ImportedIncident, NamedPerson, TextWithPeople
from pirgen.imports.markdown.clock import leading_clock
from pirgen.imports.markdown.dates import date_in
from pirgen.imports.markdown.zones import zone_named
from pirgen.imports.tables.columns import zone_of_head
from pirgen.imports.tables.dates import ColumnDates
from pirgen.imports.tables.rows import SourceTable
from pirgen.imports.text import label, markdown
from pirgen.model import NOT_RECORDED, EventKind, IncidentStatus, Instant, Link, Moment, Precision
from pirgen.privacy import public_link
from pirgen.privacy.known_tools import TABLE
from pirgen.source.fields.time_grammar import Unreadable, read_time

__all__ = ["MOMENTS", "read_rows"]

MOMENTS = {
    "started": (Moment.STARTED, EventKind.SYMPTOM),
    "detected": (Moment.DETECTED, EventKind.DETECTION),
    "acknowledged": (Moment.ACKNOWLEDGED, EventKind.ACTION),
    "mitigated": (Moment.MITIGATED, EventKind.RECOVERY),
    "resolved": (Moment.RESOLVED, EventKind.RECOVERY),
}
_RESOLVED = ("resolved", "closed", "done", "complete", "completed", "fixed", "6", "7")


@dataclass(frozen=True)
class _RowReader:
    """What the columns of a table mean, and how its times are written."""

    columns: Mapping[str, str]
    dates: ColumnDates
    zone: tzinfo | None

    def cells(self, row: Mapping[str, str]) -> dict[str, str]:
        """The cells of a row by their meanings, with times in a form of their own."""
        return {meaning: self.dates.plain(head, row.get(head, "")) for meaning, head in self.columns.items()}

    def instant(self, meaning: str, cell: Mapping[str, str]) -> Instant | None:
        """The time of a cell: in its own zone, that of its column or of its row, or that of all times."""
        zone, word = zone_of_head(self.columns[meaning])
        own = zone or (None if word else _named(cell.get("timezone", "")))
        return _instant(cell.get(meaning, ""), own or self.zone)


def read_rows(
    table: SourceTable,
    columns: Mapping[str, str],
    dates: ColumnDates,
    zone: ZoneInfo | None,
    problems: list[str],
) -> Iterator[ImportedIncident]:
    """An incident for each row."""
    if "title" not in columns:
        heads = ", ".join(f"'{head}'" for head in table.heads)
        problems.append(f"the table has no column for the title; its columns are {heads}; name them with --map")
        return
    reader = _RowReader(columns, dates, zone)
    for number, row in zip(table.lines, table.rows, strict=True):
        if any(row.values()):
            yield _incident(row, reader, number)


def _incident(row: dict[str, str], reader: _RowReader, number: int) -> ImportedIncident:
    columns, cell = reader.columns, reader.cells(row)
    rest = [f"{head}: {text}" for head, text in row.items() if text and head not in columns.values()]
    if cell.get("impact", "").isdecimal():  # a rank, such as ServiceNow's
        rest.append(f"{columns['impact']}: {cell.pop('impact')}")
    moments, unread = _moments(cell, reader)
    journal, notes = _journal(cell.get("notes", ""), reader.zone)
    rest += [f"{columns['notes']}: {notes}"] if notes else []
    url = public_link(cell.get("link", ""))
    texts = [markdown(cell[key]) for key in ("summary",) if cell.get(key)]
    texts += [f"**Resolution**\n\n{markdown(cell['resolution'])}"] if cell.get("resolution") else []
    people = [NamedPerson(name=cell["people"])] if cell.get("people") else []
    severity = cell.get("severity", "")
    days = [day for key in MOMENTS if (day := date_in(cell.get(key, "")))]
    is_resolved = cell.get("status", "").casefold() in _RESOLVED
    return ImportedIncident(
        TABLE.name,
        is_whole=True,
        key=cell.get("id", "") or f"row {number} {label(cell['title'])}",
        label=cell.get("id", ""),
        title=label(cell["title"]),
        severity=severity,
        severity_key=columns.get("severity", "") if severity else "",
        status=IncidentStatus.RESOLVED if is_resolved else IncidentStatus.OPEN,
        services=_several(cell.get("service", "")),
        tags=_several(cell.get("tags", "")),
        impact=markdown(cell.get("impact", "")),
        summary=("\n\n".join(texts),) if texts else (),
        owner=label(cell.get("owner", "")),
        roles=tuple((columns["people"].lower(), person) for person in people),
        events=(*moments, *journal),
        conditions=(markdown(cell["cause"]),) if cell.get("cause") else (),
        links=(Link("Original record", url),) if url else (),
        day=days[0] if days else None,
        to_do=tuple(
            f"{text} has no time zone; give one with --timezone"
            for text in unread
            if leading_clock(text.partition(": ")[2])
        ),
        also=tuple(" ".join(markdown(text).split()) for text in (*rest, *unread)),
        facts=tuple(_facts(cell, reader)),
    )


def _moments(cell: Mapping[str, str], reader: _RowReader) -> tuple[list[ImportedEvent], list[str]]:
    """The moments that a row has times for, and what could not be read."""
    events, unread = [], []
    for key, (moment, kind) in MOMENTS.items():
        at = reader.instant(key, cell) if cell.get(key) else None
        if at:
            lead = f"{moment.value.capitalize()}, as the table has it"
            origin = f"{TABLE.name}, {reader.columns[key]}"
            events.append(ImportedEvent(at, (lead,), kind, marks=(moment,), origin=origin))
        elif cell.get(key):
            unread.append(f"{reader.columns[key]}: {cell[key]}")
    return events, unread


_JOURNAL = re.compile(
    r"^(?P<at>\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?) - (?P<who>[^(\n]{1,80}?) \((?P<kind>[^)\n]{1,60})\)\n"
    r"(?P<text>.*?)(?=^\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)? - |\Z)",
    re.MULTILINE | re.DOTALL,
)
"""How ServiceNow writes a journal into one cell: each entry after its time, its author and its kind."""


def _journal(written: str, zone: tzinfo | None) -> tuple[list[ImportedEvent], str]:
    """The entries of a journal, and what of a cell is none."""
    events = []
    for found in _JOURNAL.finditer(written):
        at, words = _instant(found["at"], zone), markdown(found["text"])
        lead: TextWithPeople = (f"{label(found['kind'])} by ", NamedPerson(name=found["who"]))
        lead = lead if at else (f"{found['at']}: ", *lead)
        events.append(
            ImportedEvent(
                at or NOT_RECORDED,
                lead,
                EventKind.COMMUNICATION,
                (words,) if words else (),
                origin=f"{TABLE.name}, {found['at']}",
            )
        )
    return events, " ".join(_JOURNAL.sub("", written).split())


def _several(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (label(piece) for piece in text.replace(";", ",").split(","))))


def _named(zone: str) -> tzinfo | None:
    try:
        return zone_named(zone) or (ZoneInfo(zone) if zone else None)
    except (KeyError, ValueError, OSError):
        return None


def _instant(written: str, zone: tzinfo | None) -> Instant | None:
    if not written:
        return None
    read = read_time(written, zone if isinstance(zone, ZoneInfo) else None)
    if not isinstance(read, Unreadable):
        return read
    clock = leading_clock(written)
    if clock:
        return clock.on(clock.day_near(None), None, zone)
    day = date_in(written)
    if day and written.strip(" .").count(":") == 0:
        made = read_time(day.isoformat(), None)
        return made if isinstance(made, Instant) and made.precision is Precision.DAY else None
    return None


def _facts(cell: Mapping[str, str], reader: _RowReader) -> Iterator[SourceFact]:
    for meaning in ("title", "summary", "impact", "cause", "resolution"):
        if cell.get(meaning):
            yield SourceFact(FactKind.TEXT, markdown(cell[meaning]))
    for meaning in ("severity", "status"):
        if re.search(r"[^\W\d_]", cell.get(meaning, "")):
            yield SourceFact(FactKind.STATE, label(f"{meaning}: {cell[meaning]}"))
    for meaning in MOMENTS:
        if cell.get(meaning):
            at = reader.instant(meaning, cell)
            yield SourceFact(FactKind.TIME, cell[meaning], at.at if at else None)
