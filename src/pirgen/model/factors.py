"""Contributing factors, the one building block that every analysis shares, and the whys that end in them."""

from __future__ import annotations

from dataclasses import dataclass

from pirgen.model.values import Basis, Evidence, Instant, NotRecorded
from pirgen.model.words import Words


class FactorKind(Words):
    """What part a factor plays in a fault tree (IEC 61025 names)."""

    BASIC = "basic", "a condition that is not taken apart any further"
    UNDEVELOPED = "undeveloped", "could be taken apart further, and nobody has"
    HOUSE = "house", "switched on or off for the analysis by its 'state'"
    CONDITION = "condition", "what must hold for an inhibit gate to pass"


class Occurred(Words):
    """Whether the condition was there in this incident."""

    YES = "true", "it was there"
    NO = "false", "it was not there; the tree shows another way to fail"
    UNKNOWN = "unknown", "nobody could find out"


NOT_PUBLIC = "not-public"
"""What a public book has for the id of an internal event: that there is one is all it tells."""


@dataclass(frozen=True)
class Factor:
    """A contributing factor: a condition that had to be there.

    ``category`` is a word of the vocabulary. ``state`` is set for a house event only, and fixes it
    true or false. ``probability`` lies in 0..1. ``basis`` is None where the review does not say.
    ``latent_since`` is when it came to be there, ``removed_by`` the id of the event of the response that
    removed it for good; ``NOT_PUBLIC`` where the readers of a book may not know which.
    """

    id: str
    text: str
    category: str
    kind: FactorKind = FactorKind.BASIC
    state: bool | None = None
    occurred: Occurred = Occurred.YES
    probability: float | None = None
    basis: Basis | None = None
    latent_since: Instant | NotRecorded | None = None
    removed_by: str = ""
    note: str = ""
    evidence: tuple[Evidence, ...] = ()
    internal: bool = False


@dataclass(frozen=True)
class Why:
    """One answer in a tree of whys; a branch ends in a factor where ``factor`` names one."""

    answer: str
    because: tuple[Why, ...] = ()
    factor: str | None = None
    internal: bool = False


@dataclass(frozen=True)
class FiveWhys:
    """A problem and the answers to 'why?', each of which may be asked again."""

    problem: str
    because: tuple[Why, ...]
