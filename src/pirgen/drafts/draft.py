"""What is known of an incident and its review when their folder is made."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from anyascii import anyascii

from pirgen.model import (
    NOT_RECORDED,
    Action,
    Assignment,
    Detection,
    Event,
    EventKind,
    IncidentStatus,
    Link,
    Measure,
    Moment,
)

LONGEST_SLUG = 48


@dataclass(frozen=True)
class DraftEvent:
    """An event, and where it was found, for a comment beside it; nothing for one of our own."""

    event: Event
    origin: str = ""


@dataclass(frozen=True)
class DraftCondition:
    """A text that may become a factor, and since when it was there: a date, month or year, or nothing."""

    text: str
    latent_since: str = ""


START = DraftEvent(Event(NOT_RECORDED, "The first effect on users", EventKind.SYMPTOM, (Moment.STARTED,)))
"""The start of an incident whose time nobody has written down yet."""


@dataclass(frozen=True)
class Draft:
    """What is known of an incident and its review when their folder is made.

    What is empty is written as a commented example. ``origin`` says where all of it comes from, and
    ``to_do`` what is left to an author: both are comments at the top. ``conditions`` are texts that may
    become factors once somebody has given each a category. ``untyped`` are the ids of the actions whose type
    nobody has said. ``lists`` are lists of the review by key, such as ``went_well``. ``name`` are the words
    of the id, by default those of the title; ``covers`` the ids of further incidents of the review.
    ``left_over`` are texts of the source that no key is for: comments at the end. ``source``
    names where an import is from, such as 'statuspage aaa1', by which it is known again. ``is_external`` is
    whether it is from what others have published, so that nobody here owns the review.
    """

    title: str
    severity: str
    services: tuple[str, ...]
    day: date
    severity_note: str = ""
    status: IncidentStatus = IncidentStatus.OPEN
    tags: tuple[str, ...] = ()
    is_planned: bool = False
    detection: Detection | None = None
    impact: str = ""
    measures: tuple[Measure, ...] = ()
    roles: tuple[Assignment, ...] = ()
    events: tuple[DraftEvent, ...] = ()
    links: tuple[Link, ...] = ()
    owner: str = NOT_RECORDED.value
    summary: str = ""
    trigger: str = ""
    conditions: tuple[DraftCondition, ...] = ()
    lists: tuple[tuple[str, tuple[str, ...]], ...] = ()
    actions: tuple[Action, ...] = ()
    untyped: frozenset[str] = frozenset()
    origin: tuple[str, ...] = ()
    to_do: tuple[str, ...] = ()
    number: int = 1
    name: str = ""
    covers: tuple[str, ...] = ()
    left_over: tuple[str, ...] = ()
    source: str = ""
    is_external: bool = False

    @property
    def id(self) -> str:
        """The folder's name: the day and the words of the title, and a number from the second on."""
        number = f"-{self.number}" if self.number > 1 else ""
        return f"{self.day.isoformat()}-{self.name or slug(self.title)}{number}"


def slug(title: str, longest: int = LONGEST_SLUG) -> str:
    """A title as part of an id: its words in lower case with hyphens, as many as fit, in Latin letters."""
    plain = anyascii(unicodedata.normalize("NFKC", title)).lower()
    words: list[str] = re.findall(r"[a-z0-9]+", plain.replace("'", "")) or ["incident"]
    made = words[0][:longest]
    for word in words[1:]:
        if len(made) + 1 + len(word) > longest:
            break
        made = f"{made}-{word}"
    return made
