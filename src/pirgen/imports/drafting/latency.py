"""Since when a cause was there, where its own words say so."""

from __future__ import annotations

import re
from datetime import date

from pirgen.imports.markdown.dates import DATE_PATTERN, MONTH_PATTERN, month_in, read_date

__all__ = ["latent_since"]

_SAID = re.compile(
    r"\b(?:since|dating (?:back to|from)|dates (?:back to|from)"
    r"|(?:introduced|added|deployed|released|changed|disabled|removed|made|configured|in place|latent|present)"
    r"(?: \w+){0,2}? (?:since|in|on))\s+(?:the |early |late |mid-)?"
    rf"(?P<when>{DATE_PATTERN}|{MONTH_PATTERN}\s+(?:of\s+)?(?P<year>(?:19|20)\d\d)\b|\d{{4}}-\d\d(?![\d-])|(?:19|20)\d\d\b(?![-/.]\d))",
    re.IGNORECASE,
)


def latent_since(text: str, day: date) -> str:
    """The date, month or year before the day of an incident since which its words say that it was there."""
    found = _SAID.search(text)
    written = _as_time(found["when"], day) if found else ""
    return written if written and written < day.isoformat()[: len(written)] else ""


def _as_time(when: str, day: date) -> str:
    if re.fullmatch(r"\d{4}(?:-\d\d)?", when):
        return when
    if found := re.fullmatch(rf"{MONTH_PATTERN}\s+(?:of\s+)?(\d{{4}})", when, re.IGNORECASE):
        return f"{found[1]}-{month_in(when):02}"
    read = read_date(when, day)
    return read.isoformat() if read else ""
