"""JSON Schemas of every JSON that a command prints or a site offers: what a program may rely on.

A reader that keeps to them goes on working: keys are never removed, renamed or given another meaning within a
version. New keys may come at any time, so unknown ones are allowed.
"""

from __future__ import annotations

import json
from typing import Any

from pirgen.model import ActionStatus, ActionType, IncidentStatus, Moment, Priority, Vocabulary
from pirgen.source.schema.json_schema import schema_of

__all__ = ["OUTPUTS", "output_schema", "output_schema_files"]

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string"}
_DAY: Schema = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_NUMBER: Schema = {"type": "number"}
_FLAG: Schema = {"type": "boolean"}
_VERSION: Schema = {"const": 1}
_COUNTS: Schema = {"type": "object", "additionalProperties": _COUNT}


def _list(item: Schema) -> Schema:
    return {"type": "array", "items": item}


_TEXTS = _list(_TEXT)


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _words(words: Any) -> Schema:
    return {"enum": [word.value for word in words]}


def _object(keys: Schema, optional: tuple[str, ...] = ()) -> Schema:
    required = [key for key in keys if key not in optional]
    return {"type": "object", "properties": keys, "required": required}


_PLACE: Schema = {
    "file": _TEXT,
    "line": _COUNT,
    "column": _COUNT,
    "end_line": _COUNT,
    "end_column": _COUNT,
}
_FINDING: Schema = {
    "code": {"type": "string", "pattern": "^PIR[0-9]{3}$"},
    "title": _or_null(_TEXT),
    "level": {"enum": ["error", "warning", "info"]},
    "message": _TEXT,
    **_PLACE,
    "field": _list({"type": ["string", "integer"]}),
    "expected": _or_null(_TEXT),
    "near": _or_null(_TEXT),
    "hint": _or_null(_TEXT),
    "related": _list(_object({**_PLACE, "message": _TEXT})),
    "url": _or_null(_TEXT),
    "fingerprint": _TEXT,
}
_FINDINGS = _object(
    {
        "version": _VERSION,
        "tool": _object({"name": {"const": "pirgen"}, "version": _TEXT}),
        "as_of": _or_null(_DAY),
        "since": _or_null(_TEXT),
        "counts": _COUNTS,
        "findings": _list(_object(_FINDING)),
        "waived": _list(_object({**_FINDING, "waiver": _object({**_PLACE, "reason": _TEXT})})),
    }
)

_ACTION = _object(
    {
        "incident": _TEXT,
        "incident_title": _TEXT,
        "severity": _TEXT,
        "review_status": _TEXT,
        "id": _TEXT,
        "what": _TEXT,
        "type": _words(ActionType),
        "priority": _or_null(_words(Priority)),
        "status": _words(ActionStatus),
        "owner": _or_null(_TEXT),
        "created": _or_null(_DAY),
        "due": _or_null(_DAY),
        "done_on": _or_null(_DAY),
        "overdue": _FLAG,
        "age_days": _or_null(_COUNT),
        "age_days_at_least": _or_null(_COUNT),
        "due_in_days": _or_null({"type": "integer"}),
        "allowed_days": _or_null(_COUNT),
        "eliminates": _TEXTS,
        "reduces": _TEXTS,
        "detects": _TEXTS,
        "done_when": _or_null(_TEXT),
        "proof": _or_null(_TEXT),
        "reason": _or_null(_TEXT),
        "tracker": _or_null(_TEXT),
        "note": _or_null(_TEXT),
    }
)
_ACTIONS = _object(
    {
        "version": _VERSION,
        "as_of": _DAY,
        "act_within_days": _COUNTS,
        "counts": _COUNTS,
        "actions": _list(_ACTION),
    }
)

_FOUND_INCIDENT = _object(
    {
        "id": _TEXT,
        "title": _TEXT,
        "severity": _TEXT,
        "services": _TEXTS,
        "reasons": _TEXTS,
        "passages": _list(_object({"section": _TEXT, "anchor": _TEXT, "text": _TEXT})),
        "open_actions": _list(_object({"id": _TEXT, "what": _TEXT, "state": _TEXT, "owner": _TEXT})),
        "lessons": _TEXTS,
    }
)
_FOUND_ONE = _object(
    {
        "version": _VERSION,
        "of": _TEXT,
        "looked_for": {"type": "object", "additionalProperties": _TEXT},
        "unknown": _TEXTS,
        "incidents": _list(_FOUND_INCIDENT),
    }
)
_FOUND: Schema = {"anyOf": [_FOUND_ONE, _list(_FOUND_ONE)]}

_INCIDENTS = _object(
    {
        "version": _VERSION,
        "incidents": _list(
            _object(
                {
                    "id": _TEXT,
                    "day": _DAY,
                    "title": _TEXT,
                    "severity": _TEXT,
                    "status": _words(IncidentStatus),
                    "impact": {"enum": ["users", "near-miss", "maintenance"]},
                    "services": _TEXTS,
                    "categories": _TEXTS,
                    "detection": _TEXT,
                    "tags": _TEXTS,
                    "review": _TEXT,
                    "minutes_to_milestones": {
                        "type": "object",
                        "additionalProperties": {"type": ["number", "null"]},
                    },
                    "url": _TEXT,
                }
            )
        ),
    }
)

_STANDING: Schema = {"enum": ["open", "planned", "closed"]}
_TREE = _object(
    {
        "tree": _TEXT,
        "sentences": _TEXTS,
        "minimal_cut_sets": _COUNT,
        "by_order": _COUNTS,
        "order_limit": _or_null(_COUNT),
        "constant": _or_null(_FLAG),
        "coherent": _FLAG,
        "standing": _COUNTS,
        "single_points_of_failure": _list(_object({"factor": _TEXT, "standing": _STANDING})),
        "in_every_set": _TEXTS,
        "in_every_open_set": _TEXTS,
        "in_no_set": _TEXTS,
        "open_ways_factored": _or_null(_object({"every": _TEXTS, "one_of": _list(_TEXTS)})),
        "weights": _list(_object({"factor": _TEXT, "open_ways": _COUNT, "weight": _NUMBER})),
        "next_actions": _list(_object({"action": _TEXT, "closes": _COUNT, "weight": _NUMBER})),
        "smallest_repairs": _or_null(_list(_TEXTS)),
        "top_occurred": {"enum": ["true", "false", "unknown"]},
        "probability": _or_null(_NUMBER),
        "importance": {"type": "object", "additionalProperties": {"type": "object"}},
        "listed": _list(
            _object(
                {"factors": _TEXTS, "standing": _STANDING, "depth": _COUNT, "absent": _TEXTS},
                optional=("absent",),
            )
        ),
    }
)
_TREES = _object({"version": _VERSION, "trees": _list(_TREE)})

_MOMENT = _object(
    {
        "moment": _words(Moment),
        "since": _or_null(_words(Moment)),
        "seconds": _or_null({"type": "integer"}),
        "approximate": _FLAG,
    }
)
_INCIDENT = _object(
    {
        "version": _VERSION,
        "id": _TEXT,
        "incident": {"$ref": "urn:pirgen:file:1:incident"},
        "review": _or_null({"$ref": "urn:pirgen:file:1:pir"}),
        "review_of": _or_null(_TEXT),
        "computed": _object({"moments": _list(_MOMENT), "fault_tree": _or_null(_TREE)}),
    }
)

_INDEX = _object(
    {
        "version": _VERSION,
        "name": _TEXT,
        "as_of": _DAY,
        "files": _list(_object({"path": _TEXT, "form": _TEXT, "schema": _or_null(_TEXT), "meaning": _TEXT})),
        "incidents": _list(_object({"id": _TEXT, "path": _TEXT})),
    }
)

OUTPUTS: dict[str, tuple[str, Schema]] = {
    "record": ("one incident: api/v1/incidents/ID.json", _INCIDENT),
    "incidents": ("the list of incidents: incidents/incidents.json", _INCIDENTS),
    "actions": ("actions.json, and 'pirgen actions --format json'", _ACTIONS),
    "index": ("what a site offers to programs: api/v1/index.json", _INDEX),
    "findings": ("'pirgen check --format json'", _FINDINGS),
    "found": ("'pirgen search' and 'pirgen similar' with '--format json'", _FOUND),
    "trees": ("'pirgen tree --json'", _TREES),
}
"""What has a schema, by name: what it is, and the schema without its head."""


def output_schema(name: str, vocabulary: Vocabulary) -> Schema:
    """The schema of one of ``OUTPUTS``; that of an incident holds those of its files."""
    meaning, schema = OUTPUTS[name]
    head = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": f"urn:pirgen:output:1:{name}",
        "title": name,
        "description": meaning,
    }
    files = {kind: schema_of(kind, vocabulary) for kind in ("incident", "pir")} if name == "record" else {}
    return {**head, **schema} | ({"definitions": files} if files else {})


def output_schema_files(vocabulary: Vocabulary) -> dict[str, str]:
    """The text of every schema by its file name."""
    return {
        f"{name}.schema.json": json.dumps(output_schema(name, vocabulary), indent=2, ensure_ascii=False) + "\n"
        for name in OUTPUTS
    }
