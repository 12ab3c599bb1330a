"""The way back: an incident that pirgen wrote as JSON becomes its files again, with nothing to fill in."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from pirgen.drafts.data_text import data_text
from pirgen.source import INCIDENT_FILE, REVIEW_FILE, is_incident_id

__all__ = ["OwnRecord", "is_own_record", "read_own_record"]

_SCHEMAS = {INCIDENT_FILE: "incident", REVIEW_FILE: "pir"}


@dataclass(frozen=True)
class OwnRecord:
    """An incident's folder: its name, and the text of each of its files."""

    id: str
    files: dict[str, str]


def is_own_record(root: Any) -> bool:
    """Whether a JSON value is one that ``incidents/ID.json`` of a site has."""
    return isinstance(root, dict) and {"version", "id", "incident", "review"} <= root.keys()


def read_own_record(content: bytes) -> tuple[OwnRecord | None, str]:
    """The files of a record, and why there are none; neither where it is something else."""
    try:
        root = json.loads(content)
    except (ValueError, RecursionError):
        return None, ""
    if not is_own_record(root):
        return None, ""
    if root["version"] != 1:
        return None, f"has the version {_shown(root['version'])} of pirgen's JSON; this pirgen reads version 1"
    id, incident, review = root["id"], root["incident"], root["review"]
    if not isinstance(id, str) or not is_incident_id(id):
        return None, f"has the id {_shown(id)}; expected a day and a slug, such as 2026-03-14-checkout-down"
    own = review if root.get("review_of", id) == id else None
    files = {INCIDENT_FILE: incident, REVIEW_FILE: own}
    for name, data in files.items():
        if not isinstance(data, dict) and not (data is None and name == REVIEW_FILE):
            return None, f"has no mapping for {name}"
    try:
        written = {name: _file(name, data) for name, data in files.items() if data is not None}
    except RecursionError:
        return None, "is nested too deeply to be read"
    return OwnRecord(id, written), ""


def _file(name: str, data: dict[str, Any]) -> str:
    head = f"# yaml-language-server: $schema=../../schemas/{_SCHEMAS[name]}.schema.json\n"
    return head + data_text(data)


def _shown(value: Any) -> str:
    return " ".join(json.dumps(value, ensure_ascii=False).split())[:60]
