"""Incidents for programs: the list as CSV for a spreadsheet and as JSON, and each of them as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import timedelta

from pirgen.analysis.durations import Length, length
from pirgen.model import Book, Incident, Moment
from pirgen.pages.incident_rows import MOMENTS, IncidentRow
from pirgen.pages.links import relative
from pirgen.pages.page import Asset
from pirgen.pages.tables import csv_text
from pirgen.reports.incident_data import incident_data
from pirgen.wording.printed import indented_json

__all__ = ["CSV", "JSON", "incident_file", "incident_files", "incident_path"]

CSV = "incidents/incidents.csv"
JSON = "incidents/incidents.json"

_VERSION = 1
"""Counted up when a reader of the JSON would have to change; a new key alone does not do that."""

_COLUMNS = ("id", "day", "title", "severity", "status", "impact", "services", "categories", "detection", "tags")


def incident_path(id: str) -> str:
    """Where an incident as JSON is in the site."""
    return f"api/v1/incidents/{id}.json"


def incident_file(incident: Incident, book: Book) -> Asset:
    """All that the files of an incident say, with its sums."""
    return Asset(incident_path(incident.id), f"{indented_json(incident_data(incident, book), 1)}\n")


def incident_files(rows: Sequence[IncidentRow], directory_urls: bool) -> tuple[Asset, Asset]:
    """The rows as CSV and as JSON, in their order."""
    return Asset(CSV, _csv(rows)), Asset(JSON, _json(rows, directory_urls))


def _csv(rows: Sequence[IncidentRow]) -> str:
    """One line an incident; several values of a cell are parted by semicolons, lengths are in minutes."""
    milestones = sorted({id for row in rows for id in _milestones(row.incident)})
    named = (*(moment.value for moment in MOMENTS), *milestones)
    header = (*_COLUMNS, "review", *(f"minutes to {name}" for name in named))
    return csv_text(header, [_cells(row, milestones) for row in rows])


def _cells(row: IncidentRow, milestones: Sequence[str]) -> list[object]:
    entry, reached = _entry(row), _milestones(row.incident)
    cells = [entry[column] for column in (*_COLUMNS, "review")]
    return [
        *("; ".join(cell) if isinstance(cell, list) else cell for cell in cells),
        *(_minutes(row.lengths.get(moment)) for moment in MOMENTS),
        *(reached.get(id) for id in milestones),
    ]


def _milestones(incident: Incident) -> dict[str, float | None]:
    """The minutes from the start to the first event of each milestone of the site's own; None if not known."""
    start = incident.moments.get(Moment.STARTED)
    reached = incident.milestones.items()
    return {milestone: _minutes(length(start, first)) if start else None for milestone, first in reached}


def _minutes(value: Length | None) -> float | None:
    return round(value.time / timedelta(minutes=1), 1) if value else None


def _json(rows: Sequence[IncidentRow], directory_urls: bool) -> str:
    """``{"version": 1, "incidents": […]}``, one incident a line; ``url`` is relative to the file itself."""
    lines = [
        json.dumps(
            _entry(row) | {"url": relative(JSON, f"incidents/{row.incident.id}.md", directory_urls)},
            ensure_ascii=False,
            separators=(",", ":"),
        )
        for row in rows
    ]
    return f'{{"version":{_VERSION},"incidents":[\n' + ",\n".join(lines) + "\n]}\n"


def _entry(row: IncidentRow) -> dict[str, object]:
    incident = row.incident
    return {
        "id": incident.id,
        "day": incident.day.isoformat(),
        "title": incident.title,
        "severity": incident.severity,
        "status": incident.status.value,
        "impact": row.one("impact"),
        "services": list(incident.services),
        "categories": list(row.values["category"]),
        "detection": row.one("detection"),
        "tags": list(incident.tags),
        "review": row.one("review"),
        "minutes_to_milestones": _milestones(incident),
    }
