"""Contributing factors, the one building block that every analysis shares, and the whys that end in them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from pirgen.model.values import Basis, Evidence


class FactorKind(Enum):
    """What part a factor plays in a fault tree (IEC 61025 names)."""

    BASIC = "basic"
    UNDEVELOPED = "undeveloped"
    HOUSE = "house"
    CONDITION = "condition"


class Occurred(Enum):
    """Whether the condition was there in this incident."""

    YES = "true"
    NO = "false"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Factor:
    """A contributing factor: a condition that had to be there.

    ``category`` is a word of the vocabulary. ``state`` is set for a house event only, and fixes it
    true or false. ``probability`` lies in 0..1. ``basis`` is None where the review does not say.
    """

    id: str
    text: str
    category: str
    kind: FactorKind = FactorKind.BASIC
    state: bool | None = None
    occurred: Occurred = Occurred.YES
    probability: float | None = None
    basis: Basis | None = None
    note: str = ""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True)
class Why:
    """One answer in a tree of whys; a branch ends in a factor where ``factor`` names one."""

    answer: str
    because: tuple[Why, ...] = ()
    factor: str | None = None


@dataclass(frozen=True)
class FiveWhys:
    """A problem and the answers to 'why?', each of which may be asked again."""

    problem: str
    because: tuple[Why, ...]
