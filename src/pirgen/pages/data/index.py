"""The first file that a program asks for: it names every other one that is meant for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable

from pirgen.model import Book
from pirgen.pages.data.calendar import CALENDAR
from pirgen.pages.data.counts import METRICS
from pirgen.pages.data.feeds import FEED, JSON_FEED
from pirgen.pages.data.incident_files import CSV, JSON, incident_path
from pirgen.pages.page import Asset
from pirgen.pages.renderer import Settings
from pirgen.reports.output_schemas import OUTPUTS, output_schema_files

__all__ = ["INDEX", "index_files"]

INDEX = "api/v1/index.json"
_SCHEMAS = "api/v1/schemas"

_FORMS = {
    "csv": "text/csv",
    "ics": "text/calendar",
    "json": "application/json",
    "prom": "application/openmetrics-text",
    "xml": "application/atom+xml",
}
_KNOWN = {
    CALENDAR: ("open actions on the days that they are due", None),
    METRICS: ("counts of incidents, reviews, actions and ways to fail", None),
    FEED: ("the latest reviews", None),
    JSON_FEED: ("the latest reviews", None),
    CSV: ("every incident, a line each", None),
    JSON: ("every incident, in short", "incidents"),
    "actions.csv": ("every action, a line each", None),
    "actions.json": ("every action", "actions"),
}
"""What the files say, and the schema of each that has one."""


def index_files(assets: Iterable[Asset], book: Book, settings: Settings) -> tuple[Asset, ...]:
    """The index of a site with these assets, and the schemas that it names. Paths are relative to the site."""
    paths = {asset.path for asset in assets}
    document = {
        "version": 1,
        "name": settings.site_name,
        "as_of": settings.as_of.isoformat(),
        "files": [_file(path) for path in sorted(paths) if _is_for_programs(path)],
        "incidents": [
            {"id": each.id, "path": path}
            for each in book.incidents
            if (path := incident_path(each.id)) in paths
        ],
    }
    schemas = output_schema_files(book.vocabulary)
    return (
        Asset(INDEX, json.dumps(document, ensure_ascii=False, indent=1) + "\n"),
        *(Asset(f"{_SCHEMAS}/{name}", text) for name, text in schemas.items()),
    )


def _is_for_programs(path: str) -> bool:
    is_incident = path.startswith(incident_path("")[: -len(".json")])
    return path.rpartition(".")[2] in _FORMS and not is_incident


def _file(path: str) -> dict[str, str | None]:
    if path.endswith(".schema.json"):
        return _entry(path, "what the YAML files may hold", None)
    meaning, schema = _KNOWN.get(path, ("the numbers of a page, a line each", None))
    return _entry(path, meaning, schema)


def _entry(path: str, meaning: str, schema: str | None) -> dict[str, str | None]:
    form = "application/schema+json" if path.endswith(".schema.json") else _FORMS[path.rpartition(".")[2]]
    named = f"{_SCHEMAS}/{schema}.schema.json" if schema in OUTPUTS else None
    return {"path": path, "form": form, "schema": named, "meaning": meaning}
