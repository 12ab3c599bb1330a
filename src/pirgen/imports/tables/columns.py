"""Which column of a table means what: the usual heads of each meaning, and the zone that a head names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import tzinfo

from pirgen.imports.markdown.zones import ZONE_PATTERN, is_zone_word, zone_named
from pirgen.imports.tables.column_map import ColumnMap, columns_of

__all__ = ["MEANINGS", "guessed_columns", "zone_of_head"]

_USUAL = {
    "id": ("number", "id", "incident id", "incident number", "key", "issue key", "ticket", "ref", "reference"),
    "title": ("title", "short description", "summary", "subject", "name", "incident", "headline"),
    "severity": ("severity", "priority", "sev", "impact level", "urgency"),
    "status": ("status", "state", "incident state"),
    "service": ("service", "services", "business service", "affected service", "component", "components",
                "configuration item", "application", "system", "product"),
    "started": ("started", "start", "start time", "started at", "outage start", "begin", "impact start",
                "incident start", "occurred", "date", "incident date", "work start", "outage begin",
                "impact began"),
    "detected": ("detected", "detected at", "opened", "opened at", "reported", "reported at", "created",
                 "created at", "sys created on"),
    "acknowledged": ("acknowledged", "acknowledged at", "responded at"),
    "mitigated": ("mitigated", "mitigated at", "restored", "restored at", "impact end"),
    "resolved": ("resolved", "resolved at", "end", "end time", "ended", "closed", "closed at",
                 "resolution time", "outage end", "incident end"),
    "summary": ("description", "details", "what happened", "notes", "long description", "executive summary"),
    "impact": ("impact", "business impact", "customer impact", "user impact"),
    "cause": ("cause", "root cause", "root causes", "cause code", "contributing factors"),
    "resolution": ("resolution", "close notes", "resolution notes", "close code", "fix", "workaround"),
    "owner": ("owner", "team", "assignment group", "owning team", "support group"),
    "people": ("assigned to", "assignee", "caller", "opened by", "reporter", "incident commander", "author"),
    "link": ("link", "url", "address"),
    "tags": ("tags", "labels", "category"),
    "timezone": ("time zone", "timezone", "tz"),
    "notes": ("work notes", "comments and work notes", "additional comments", "comments", "activity log"),
}  # fmt: skip
MEANINGS = tuple(_USUAL)
"""What a column may mean."""

_OF_ZONE = re.compile(rf"\s*[(\[]?\b(?:in\s+)?(?P<zone>{ZONE_PATTERN})[)\]]?\s*$", re.IGNORECASE)


def guessed_columns(heads: Sequence[str], chosen: ColumnMap) -> tuple[dict[str, str], tuple[str, ...]]:
    """The column of each meaning, chosen or by its usual heads; and what is wrong with the choice."""
    spelt = {form: head for head in heads for form in (_spelt(_OF_ZONE.sub("", head)), _spelt(head))}
    return columns_of(heads, chosen, _USUAL, spelt)


def zone_of_head(head: str) -> tuple[tzinfo | None, str]:
    """The zone that the head of a column names, as 'Opened (UTC)' does, and its word; no zone if unclear."""
    found = _OF_ZONE.search(head)
    word = found["zone"] if found and found.start() else ""
    zone = zone_named(word) if word else None
    return zone, word if zone or is_zone_word(word) else ""


def _spelt(head: str) -> str:
    """A head as people write it: 'u_outage_begin' of a database is 'outage begin'."""
    apart = re.sub(r"[\s_-]+", " ", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", head)).strip().casefold()
    return re.sub(r"^u ", "", apart)
