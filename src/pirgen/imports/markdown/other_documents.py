"""Documents that lie among postmortems and are none: READMEs, and templates that nobody has filled in."""

from __future__ import annotations

import re
from pathlib import PurePath

from pirgen.imports.incident import ImportedIncident
from pirgen.model import Instant

__all__ = ["reason_to_skip"]

_ABOUT = re.compile(
    r"readme|index|contributing|changelog|license|licence|code[_-]of[_-]conduct|security|support|summary|toc",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(
    r"Y{4}-M{2}-D{2}|(?<!\w)[HX]{2}:[MX]{2}(?!\w)|\{\{[^}\n]{1,60}\}\}"
    r"|(?<![\w`])<(?!https?:|/?(?:a|b|br|p|div|ul|li|ol|img|code|pre|i|em|strong|table|t[drh]|details|summary)\b)"
    r"[A-Za-z][^<>\n=@]{2,60}>"
    r"|\[(?:insert|your|title|date|name|describe|link|team|add|incident)[^\]\n]{0,60}\](?!\()|\bTODO\b|\bTBD\b"
    r"|_{4,}|\.{4,}",
    re.IGNORECASE,
)


_CODE = re.compile(r"```.*?(?:```|\Z)|~~~.*?(?:~~~|\Z)|`[^`\n]+`", re.DOTALL)
"""Where signs of a placeholder are signs of a command."""


def reason_to_skip(text: str, file: str, incident: ImportedIncident, is_dated: bool) -> str:
    """Why a document is not imported; nothing where it is a postmortem.

    ``is_dated`` is whether its head, its title or its name has a day: so has no template.
    """
    stem = PurePath(file).stem
    has_times = any(isinstance(event.at, Instant) for event in incident.events)
    if has_times or (is_dated and not re.search(r"(?i)\btemplate$", stem)):
        return ""
    if _ABOUT.fullmatch(stem) and incident.day is None:
        return f"is not a postmortem: '{PurePath(file).name}' has no day and no timeline"
    placeholders = list(dict.fromkeys(_PLACEHOLDER.findall(_CODE.sub(" ", text))))
    if (
        len(placeholders) >= 3
        or (placeholders and "template" in stem.lower())
        or re.search(r"(?i)\btemplate$", stem)
    ):
        shown = f": it still has {placeholders[0]!r} in it" if placeholders else ""
        return f"is a template, not a postmortem{shown}"
    return ""
