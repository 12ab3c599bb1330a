"""By what an incident is known again: the tool, and its id there."""

from __future__ import annotations

import re
from pathlib import PurePath

from pirgen.drafts import digest
from pirgen.imports.incident import ImportedIncident
from pirgen.privacy import redact
from pirgen.privacy.known_tools import KNOWN_TOOLS, MARKDOWN

__all__ = ["source_of"]

_SHOWN = re.compile(r"[A-Za-z0-9][\w.#/-]{0,79}")
_NAMES_NOTHING = ("index", "readme", "postmortem", "post-mortem", "report", "incident", "review")


def source_of(incident: ImportedIncident) -> str:
    """What names an incident at its source, such as 'statuspage aaa1'; nothing where the source has no id.

    An id that might show something private is replaced by its digest.
    """
    tool = next((tool.id for tool in KNOWN_TOOLS if tool.name == incident.tool), "")
    key = _of_file(incident.key) if tool == MARKDOWN.id else incident.key
    if not tool or not key:
        return ""
    is_shown = _SHOWN.fullmatch(key) and redact(key) == key
    return f"{tool} {key if is_shown else digest(key)}"


def _of_file(key: str) -> str:
    """The name of a file; with its folder where the name alone says nothing."""
    path = PurePath(key)
    return f"{path.parent.name}/{path.name}" if path.stem.lower() in _NAMES_NOTHING else path.name
