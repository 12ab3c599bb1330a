"""Factors that come back in other words, over the made-up company's book."""

from dataclasses import replace

from pirgen.model import Book
from pirgen.retrieval.repeats import repeated_factors
from tests.conftest import CASES
from tests.retrieval.test_search import ferries

NEW = "2026-12-01-new"


def with_factor(text: str, category: str, like: str) -> Book:
    """The book with a new review that has one factor, about the services of another incident."""
    book = ferries().book
    incident = replace(book.incident_by_id[like], id=NEW, aliases=(), related=())
    review = book.review_by_incident[like]
    factor = replace(review.factors[0], id="new", text=text, category=category)
    plain = replace(review, id=NEW, factors=(factor,), actions=(), covers=(), five_whys=None, fault_tree=None)
    return replace(book, incidents=(*book.incidents, incident), reviews=(*book.reviews, plain))


def test_careless_words_for_an_earlier_factor_are_found_and_others_raise_no_alarm() -> None:
    lines = (CASES / "search" / "repeats.tsv").read_text(encoding="utf-8").splitlines()
    for line in lines:
        if line.startswith("#"):
            continue
        text, category, expected, *missed = line.split("\t")
        ids = expected.split("|") if expected else []
        book = with_factor(
            text, category, ids[0] if ids else "2024-07-20-harbours-offline-on-a-summer-saturday"
        )
        found = [repeat.earlier_review.id for repeat in repeated_factors(book) if repeat.review.id == NEW]
        assert bool(found) == bool(ids and not missed), text
        assert set(found) <= set(ids), text
