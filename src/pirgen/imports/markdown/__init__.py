"""A postmortem in Markdown with front matter: its keys, and the sections that nearly every template has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath
from zoneinfo import ZoneInfo

from pirgen.imports.incident import ImportedIncident
from pirgen.imports.markdown.keys import KEYS
from pirgen.imports.markdown.outline import bold_keys, front_matter
from pirgen.imports.markdown.postmortem import Postmortem

__all__ = ["read", "recognises"]


def recognises(text: str, file: str) -> bool:
    """Whether a text is a postmortem in Markdown."""
    is_named_so = PurePath(file).suffix.lower() in (".md", ".markdown")
    return bool(is_named_so or (re.match(r"---\s*\n", text) and re.search(r"^#{1,3} \S", text, re.MULTILINE)))


def read(text: str, file: str, zone: ZoneInfo | None, problems: list[str]) -> Iterator[ImportedIncident]:
    """What a postmortem says of its incident; what cannot be read of it goes into ``problems``."""
    keys, body, wrong = front_matter(text, file)
    problems += wrong
    written, body = bold_keys(body, KEYS)
    if not wrong:
        yield Postmortem.of({**written, **keys}, body, file, zone).found()
