"""A post-incident review: what was learned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pirgen.model.actions import Action
from pirgen.model.audience import Audience
from pirgen.model.factors import Factor, FiveWhys
from pirgen.model.fault_tree import FaultTree
from pirgen.model.values import Link, NotRecorded
from pirgen.model.words import Words


class ReviewStatus(Words):
    """How far the review has come."""

    DRAFT = "draft", "being written; readers should not rely on it"
    IN_REVIEW = "in-review", "written, and others are reading it"
    REVIEWED = "reviewed", "agreed; some actions may still be open"
    CLOSED = "closed", "agreed, and no action is open"


class Provenance(Words):
    """Whose words a review rests on."""

    OWN = "own", "written by those who ran the service or have its records"
    EXTERNAL = "external", "written from what others have published"


@dataclass(frozen=True)
class Account:
    """How one role saw the incident, in its own words; accounts may disagree."""

    role: str
    text: str
    internal: bool = False


@dataclass(frozen=True)
class Review:
    """A review as its ``pir.yaml`` tells it.

    ``id`` is the folder's name and so that of the incident it lies beside; ``covers`` are the ids of
    further incidents. ``language`` is empty where it is the site's. ``published`` and ``held`` are
    days. Lists of sentences are Markdown. Texts may be internal, ``internal_notes`` always are.
    """

    id: str
    status: ReviewStatus
    owner: str | NotRecorded
    summary: str
    factors: tuple[Factor, ...] = ()
    audience: Audience = Audience.INTERNAL
    provenance: Provenance = Provenance.OWN
    language: str = ""
    held: date | NotRecorded | None = None
    published: date | NotRecorded | None = None
    covers: tuple[str, ...] = ()
    trigger: str = ""
    trigger_kind: str | None = None
    five_whys: FiveWhys | None = None
    fault_tree: FaultTree | None = None
    accounts: tuple[Account, ...] = ()
    surprises: tuple[str, ...] = ()
    went_well: tuple[str, ...] = ()
    went_badly: tuple[str, ...] = ()
    got_lucky: tuple[str, ...] = ()
    lessons: tuple[str, ...] = ()
    open_questions: tuple[str, ...] = ()
    actions: tuple[Action, ...] = ()
    no_actions_reason: str = ""
    links: tuple[Link, ...] = ()
    internal_notes: str = ""

    @property
    def incidents(self) -> tuple[str, ...]:
        """The ids of every incident that the review is about, its own first."""
        return (self.id, *self.covers)

    @property
    def is_external(self) -> bool:
        """Whether it rests on what others published, so that nobody here can know or do more."""
        return self.provenance is Provenance.EXTERNAL

    @property
    def is_published(self) -> bool:
        """Whether readers may rely on it: drafts stay out of the trends."""
        return self.status in (ReviewStatus.REVIEWED, ReviewStatus.CLOSED)

    def factor(self, id: str) -> Factor | None:
        """The factor of that id, if there is one."""
        return next((factor for factor in self.factors if factor.id == id), None)
