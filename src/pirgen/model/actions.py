"""Actions: the improvements that a review asks for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pirgen.model.values import NotRecorded
from pirgen.model.words import Words


class ActionType(Words):
    """What sort of improvement it is."""

    PREVENT = "prevent", "the factor can no longer arise"
    DETECT = "detect", "the factor, or its effect, is seen sooner"
    MITIGATE = "mitigate", "the effect is smaller or shorter next time"
    REPAIR = "repair", "what was broken by this incident is put right"
    PROCESS = "process", "a practice, rule or hand-over changes"
    INVESTIGATE = "investigate", "something that is not understood is found out"


class Priority(Words):
    """How much it matters, highest first."""

    HIGH = "high", "before other work"
    MEDIUM = "medium", "beside other work"
    LOW = "low", "when there is time"


class ActionStatus(Words):
    """How far it has come; UNKNOWN is for reviews whose sources never said."""

    OPEN = "open", "agreed and not begun"
    IN_PROGRESS = "in-progress", "somebody works on it"
    DONE = "done", "finished, with a proof"
    DECLINED = "declined", "decided against, with a reason"
    SUPERSEDED = "superseded", "replaced by something else, with a reason"
    UNKNOWN = "unknown", "the sources never said"


@dataclass(frozen=True)
class Action:
    """An improvement with one owner and a way to tell that it is done.

    ``eliminates``, ``reduces`` and ``detects`` are factor ids. ``done_on`` is the day it was done,
    ``proof`` a link or sentence that shows it, ``reason`` why it was declined or superseded. None
    means that the review does not say; ``NOT_RECORDED`` that it says nobody knows.
    """

    id: str
    what: str
    type: ActionType
    status: ActionStatus
    priority: Priority | NotRecorded | None = None
    owner: str | NotRecorded | None = None
    eliminates: tuple[str, ...] = ()
    reduces: tuple[str, ...] = ()
    detects: tuple[str, ...] = ()
    created: date | NotRecorded | None = None
    due: date | NotRecorded | None = None
    done_when: str | NotRecorded | None = None
    done_on: date | NotRecorded | None = None
    proof: str | NotRecorded | None = None
    reason: str = ""
    tracker: str = ""
    note: str = ""
    internal: bool = False

    @property
    def addresses(self) -> tuple[str, ...]:
        """Every factor that the action works on, each once."""
        return tuple(dict.fromkeys(self.eliminates + self.reduces + self.detects))

    @property
    def effects(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """What it does to which factors: ``eliminates``, ``reduces`` and ``detects`` where not empty."""
        effects = (("eliminates", self.eliminates), ("reduces", self.reduces), ("detects", self.detects))
        return tuple((effect, ids) for effect, ids in effects if ids)

    @property
    def is_open(self) -> bool:
        """Whether work is known to be outstanding."""
        return self.status in (ActionStatus.OPEN, ActionStatus.IN_PROGRESS)
