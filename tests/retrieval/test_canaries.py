"""Whatever was written is found: a canary in every text is looked for in the document of its incident."""

from __future__ import annotations

from dataclasses import replace

from pirgen.model import Vocabulary
from pirgen.retrieval.documents import document_of
from tests.pages.test_canaries import Canaries, a_full_book

NOT_SEARCHED = {
    "Incident.roles.Assignment.role": "a search finds what happened, and never people",
    "Incident.roles.Assignment.who": "a search finds what happened, and never people",
    "Review.accounts.Account.role": "its account is found",
}
"""Texts that no search reads, and why."""


def test_every_text_is_searched_or_said_not_to_be() -> None:
    canaries = Canaries()
    incident, review = a_full_book(canaries)
    review = replace(review, no_actions_reason=canaries.words["Review.no_actions_reason"])
    document = document_of(incident, review, Vocabulary())
    searched = " ".join((document.title, *(passage.text for passage in document.passages)))
    not_found = {path for path, word in canaries.words.items() if word not in searched}
    assert not_found == set(NOT_SEARCHED)
