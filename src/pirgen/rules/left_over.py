"""Words that a template or a hurried author left for later, where a reader already relies on the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from pirgen.diagnostics import Excerpt, Level
from pirgen.model import Book, ReviewStatus
from pirgen.rules.every_text import every_text
from pirgen.rules.rule import Field, Finding, rule

__all__ = ["LEFT_OVER_RULES"]

_OF_THE_TEMPLATE = (
    "To be written",
    "The first effect on users",
    "What set it off that day",
    "What users saw",
    "who was affected",
    "what was seen",
)
"""Sentences of the files that 'pirgen new' writes."""

_LATER = re.compile(
    rf"\W*(?:{'|'.join(_OF_THE_TEMPLATE)})\W*$|\W*to be (?:written|added|completed|decided|filled in)\b"
    r"|\W*(?-i:TO-?DO|TBD|TBA|TBC|FIXME|XXX+|TK)\b|\W*(?:to ?do|tbd|tba|tbc|xxx+|wip|placeholder)\W*$"
    r"|\s*(?:\.{3,}|…|\?+)\s*$",
    re.IGNORECASE,
)
"""How a text begins that is left for later."""

_INSIDE = re.compile(
    r"\b(?:TODO|TBD|FIXME):|[\[(<{](?:TODO|TBD|TBC|FIXME|XXX+)\b[^\])>}]*[\])>}]|\bTBD\W*$"
    r"|\b(?i:lorem ipsum)\b"
)
_SIGNS = ("TODO", "TBD", "TBC", "FIXME", "XXX")
"""What is left inside one, and what no other text has."""

_STATES = {ReviewStatus.IN_REVIEW: Level.WARNING, ReviewStatus.REVIEWED: None, ReviewStatus.CLOSED: None}
"""In which states of a review it matters how much; None is the rule's own level."""


def _left_for_later(book: Book, as_of: date) -> Iterator[Finding]:
    states = {review.id: review.status for review in book.reviews if review.status in _STATES}
    for written in every_text(book):
        status = states.get(written.file.partition("/")[0])
        match = _left(written.text) if status else None
        if status and match:
            words = " ".join(match[0].split())
            at = Field(written.file, written.path, excerpt=Excerpt(written.text, *match.span()))
            message = f"'{words}' is left in a review that is {status.value}"
            hint = "write what is known, or 'not recorded', or take the key out"
            yield Finding(at, message, hint=hint, level=_STATES[status])


def _left(text: str) -> re.Match[str] | None:
    may_be_inside = any(sign in text for sign in _SIGNS) or "ipsum" in text.lower()
    return _LATER.match(text) or (_INSIDE.search(text) if may_be_inside else None)


LEFT_OVER_RULES = (
    rule(
        "PIR711",
        "Nothing is left to be written",
        Level.ERROR,
        "A published review is read by people who were not there; a sentence of the template, or a note that "
        "something is to be done, tells them that nobody finished it. In a review that is still read by others "
        "it is a warning, in a draft nothing.",
        """
# pir.yaml
summary: "TODO: what happened and what was learned"
""",
        """
# pir.yaml
summary: A release broke the checkout and no test had seen it.
""",
        _left_for_later,
    ),
)
