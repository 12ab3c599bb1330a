"""A postmortem in Markdown: its head, its timeline, and the sections that nearly every template has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import PurePath
from zoneinfo import ZoneInfo

from pirgen.imports.incident import ImportedIncident
from pirgen.imports.markdown.day_and_zone import instants_are_readable
from pirgen.imports.markdown.front_matter import front_matter, head_keys
from pirgen.imports.markdown.keys import KEYS
from pirgen.imports.markdown.other_documents import reason_to_skip
from pirgen.imports.markdown.postmortem import Postmortem

__all__ = ["read", "recognises"]

_COMMENT = re.compile(r"<!--[\s\S]*?-->[ \t]*\n?")
"""Comments, in which templates say what to write."""


def recognises(text: str, file: str) -> bool:
    """Whether a text is a postmortem in Markdown."""
    is_named_so = PurePath(file).suffix.lower() in (".md", ".markdown")
    has_heading = re.search(r"^#{1,3} \S", text, re.MULTILINE)
    return bool(is_named_so or (re.match(r"(?:---|\+\+\+)\s*\n", text) and has_heading))


def read(
    text: str,
    file: str,
    zone: ZoneInfo | None,
    problems: list[str],
    day: date | None = None,
    is_known: bool = False,
) -> Iterator[ImportedIncident]:
    """What a postmortem says of its incident; what cannot be read of it goes into ``problems``.

    ``is_known`` is whether it is known to be about one, as an issue of a tracker is.
    """
    text = re.sub("[\u2010\u2011\u2012]", "-", text)  # hyphens that do not break, and figure dashes
    keys, body, wrong = front_matter(text.strip("\n"), file)
    body, hints = _COMMENT.subn("", body)
    written, body = head_keys(body, KEYS)
    keys = {**written, **keys}
    wrong = (*wrong, *instants_are_readable(keys))
    problems += wrong
    if wrong:
        return
    postmortem = Postmortem.of(keys, body, file, zone, day)
    incident = postmortem.incident(hints)
    reason = "" if is_known else reason_to_skip(body, file, incident, postmortem.is_dated)
    if reason:
        problems.append(reason)
    else:
        yield incident
