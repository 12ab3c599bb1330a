"""What is counted of a source: times, texts, links, tasks, people and states."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

__all__ = ["FactKind", "SourceFact"]


class FactKind(Enum):
    """What is counted, by the word for several of it."""

    TIME = "times"
    TEXT = "texts"
    LINK = "links"
    TASK = "tasks"
    PERSON = "people"
    STATE = "states"


@dataclass(frozen=True)
class SourceFact:
    """Something that a source has: as it is written, and for a time the instant where it says one."""

    kind: FactKind
    written: str
    at: datetime | None = None
