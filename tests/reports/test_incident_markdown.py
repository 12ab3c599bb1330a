"""The Markdown of an incident says everything that its files say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pirgen.reports.incident_markdown import incident_markdown
from tests.pages.books import a_book
from tests.pages.test_canaries import Canaries, a_full_book

CASES = Path(__file__).parent / "cases"


def test_every_text_is_there() -> None:
    canaries = Canaries()
    incident, review = a_full_book(canaries)
    review = replace(review, no_actions_reason=canaries.words["Review.no_actions_reason"])
    text = incident_markdown(incident, a_book(incident, review))
    assert [path for path, word in canaries.words.items() if word not in text] == []
