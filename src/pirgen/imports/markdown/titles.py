"""Titles without what is given elsewhere: the kind of document and the day."""

from __future__ import annotations

import re

__all__ = ["bare_title"]


def bare_title(title: str) -> str:
    """A title without the kind of document, the day and the numbers around it."""
    title = re.sub(
        r"^(?:post-?\s?mortem|incident (?:report|review|post-?mortem)|pir|rca)\b\s*[:\u2013\u2014-]?\s*",
        "",
        title.strip(),
        flags=re.IGNORECASE,
    )
    title = re.sub(rf"^\(?{_DATED}\)?[\s:,\u2013\u2014-]*(?=\w)", "", title, flags=re.IGNORECASE)
    return re.sub(
        rf"(\w.*?)(?:\s+(?:on|of|from))?[\s,:(\u2013\u2014-]*{_DATED}\)?\s*$", r"\1", title, flags=re.IGNORECASE
    )


_MONTHS = "Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec"
_DATED = (
    rf"(?:\b\d{{4}}[-/.]\d\d[-/.]\d\d\b|\b\d{{1,2}}(?:st|nd|rd|th)? (?:{_MONTHS})[a-z]*\.?,? \d{{4}}\b"
    rf"|\b(?:{_MONTHS})[a-z]*\.? \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}\b)"
)
"""A date that is no part of a title."""
