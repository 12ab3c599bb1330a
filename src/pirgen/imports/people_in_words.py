"""Whom a text names where its words leave no doubt that it is a person."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pirgen.imports.incident import NamedPerson
from pirgen.imports.people_in_records import is_full_name

__all__ = ["people_in_words"]

_WORD = r"(?!(?:The|Your|As|An?|And|But|If|When)\b)[A-Z](?=[\w'\u2019-]*[a-z])(?:[\w-]|['\u2019](?!s\b))+"
_NAME = rf"(?P<name>{_WORD}(?: {_WORD}){{1,2}})"
_HANDLE = r"@(?P<handle>[A-Za-z][\w-]{3,38})(?![\w/.])"
_ROLE = (
    r"(?:owner|assignee|assigned(?: to)?|authors?|reporter|reported by|responsible|lead|commander|scribe|ic|dri"
    r"|on-?call(?: engineer)?|responders?|participants?|reviewers?)"
)
_DID = (
    r"(?:mention(?:s|ed)|sa(?:ys|id)|told|asks|asked|suggest(?:s|ed)|ping(?:s|ed)|(?:is|was|gets|got) paged"
    r"|woke up|volunteer(?:s|ed)|noticed|joined the (?:call|channel|incident)|added a note"
    r"|(?:reported|declared|resolved) the incident)"
)
_PROFILE = r"https?://(?:www\.)?(?:github\.com|gitlab\.com|twitter\.com|x\.com|linkedin\.com/in)/[\w.-]+/?>?\)"
_THANKS = r"(?:thanks to|thank you,?|credits? to|kudos to|shout-?out to|cc:?|ping|pinged)"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?i:reported|declared|acknowledged|resolved|closed|written|posted|led|reviewed) by {_NAME}",
        rf"{_NAME}(?: also| then| later)? {_DID}\b",
        rf"\[{_NAME}\]\(<?(?:mailto:|{_PROFILE})",
        rf"\[{_HANDLE}\]\(<?{_PROFILE}",
        rf"\b{_NAME} \\?<[\w.+-]+@[\w.-]+>",
        rf"\b(?i:{_ROLE})\b[*_]{{0,2}}\s?[:=][*_]{{0,2}}\s?(?:{_NAME}|{_HANDLE})",
        rf"\b(?i:{_THANKS}) (?:{_NAME}|{_HANDLE})",
    )
)


def people_in_words(text: str) -> Iterator[NamedPerson]:
    """Whom a text names as somebody who did, owns or wrote something, or is thanked for it."""
    for pattern in _PATTERNS:
        for found in pattern.finditer(text):
            groups = found.groupdict()
            name, handle = groups.get("name") or "", groups.get("handle") or ""
            if name and is_full_name(name):
                yield NamedPerson(name=name)
            elif handle and is_full_name(f"{handle} Handle"):
                yield NamedPerson(handle, handle)
