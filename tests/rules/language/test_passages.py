"""The wording of every text is judged, or said not to be: a canary in each is looked for in the passages."""

from __future__ import annotations

from dataclasses import replace

from pirgen.rules.language.passages import holders, passages
from tests.pages.books import a_book
from tests.pages.test_canaries import Canaries, a_full_book

NOT_JUDGED = {
    "Incident.impact.Impact.measures.Measure.what": "names a figure",
    "Incident.impact.Impact.measures.Measure.value": "is a figure",
    "Incident.services": "is a word of the vocabulary",
    "Incident.timeline.Event.milestones": "is a word of the vocabulary",
    "Incident.roles.Assignment.role": "is a word of the vocabulary",
    "Incident.timeline.Event.evidence.Evidence.title": "is somebody else's title",
    "Incident.links.Link.title": "is somebody else's title",
    "Incident.links.Link.note": "tells of somebody else's text, such as its licence",
    "Review.factors.Factor.evidence.Evidence.title": "is somebody else's title",
    "Review.links.Link.title": "is somebody else's title",
    "Review.links.Link.note": "tells of somebody else's text, such as its licence",
}
"""Texts that no rule about words reads, and why."""


def test_every_text_is_judged_or_said_not_to_be() -> None:
    canaries = Canaries()
    incident, review = a_full_book(canaries)
    review = replace(review, no_actions_reason=canaries.words["Review.no_actions_reason"])
    book = a_book(incident, review)
    judged = " ".join(passage.text for passage in (*passages(book), *holders(book)))
    assert {path for path, word in canaries.words.items() if word not in judged} == set(NOT_JUDGED)
