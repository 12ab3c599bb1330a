"""Where else on its page a factor is: in the timeline, in the fault tree and in the whys, and the way back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pirgen.model import Factor, Gate, Incident, Review, Why
from pirgen.wording.plain_text import plain, shortened

__all__ = ["Trail", "TrailsView", "trails_of"]

_ANSWER = 60
"""So long is an answer where its full text is elsewhere on the page."""


@dataclass(frozen=True)
class Trail:
    """The places of a factor: anchors of events, the gates it goes into, the first answer that ends in it."""

    events: tuple[str, ...] = ()
    gates: tuple[Gate, ...] = ()
    why: str = ""


@dataclass(frozen=True)
class TrailsView:
    """The trails by the ids of factors, and the factors that an event leads to by its anchor."""

    trails: Mapping[str, Trail] = field(default_factory=dict)
    factors_at: Mapping[str, tuple[Factor, ...]] = field(default_factory=dict)


def trails_of(incident: Incident, review: Review | None, anchors: Sequence[str]) -> TrailsView:
    """A factor belongs to an event that removed it, or that has the same evidence."""
    if review is None or review.id != incident.id:
        return TrailsView()
    events = {factor.id: tuple(_events(factor, incident, anchors)) for factor in review.factors}
    gates = review.fault_tree.gates if review.fault_tree else ()
    whys: dict[str, str] = {}
    for why in _answers(review.five_whys.because if review.five_whys else ()):
        whys.setdefault(why.factor or "", shortened(plain(why.answer), _ANSWER))
    trails = {
        id: Trail(
            found, tuple(gate for gate in gates if id in (*gate.inputs, gate.condition)), whys.get(id, "")
        )
        for id, found in events.items()
    }
    at = {
        anchor: tuple(factor for factor in review.factors if anchor in events[factor.id]) for anchor in anchors
    }
    return TrailsView(trails, {anchor: factors for anchor, factors in at.items() if factors})


def _events(factor: Factor, incident: Incident, anchors: Sequence[str]) -> Iterator[str]:
    backing = {evidence.url for evidence in factor.evidence}
    for anchor, event in zip(anchors, incident.timeline, strict=True):
        removes = event.id and event.id == factor.removed_by
        if removes or not backing.isdisjoint(evidence.url for evidence in event.evidence):
            yield anchor


def _answers(because: Sequence[Why]) -> Iterator[Why]:
    for why in because:
        yield why
        yield from _answers(why.because)
