"""Factors that come back in other words, over the made-up company's book."""

from dataclasses import replace

from pirgen.model import ActionStatus, Book
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


def test_words_that_go_together_in_many_factors_are_a_way_of_speaking() -> None:
    assert repeats_of_one_phrase(3) == 2
    assert repeats_of_one_phrase(12) == 0


def repeats_of_one_phrase(times: int) -> int:
    """How many of so many factors that share all but their subject on one service repeat another."""
    book = ferries().book
    review = book.reviews[0]
    incident = book.incident_by_id[review.id]
    names = ("alder", "birch", "cedar", "elm", "fir", "hazel", "larch", "maple", "oak", "pine", "rowan", "yew")
    incidents, reviews = [], []
    for month, name in enumerate(names[:times], 1):
        new = f"2027-{month:02}-01-{name}"
        text = f"The {name} kept its crawlers asleep across the whole gangway"
        factor = replace(review.factors[0], id="asleep", text=text, category="other")
        action = replace(review.actions[0], eliminates=("asleep",), status=ActionStatus.OPEN)
        incidents.append(replace(incident, id=new, aliases=(), related=()))
        plain = replace(review, id=new, covers=(), five_whys=None, fault_tree=None)
        reviews.append(replace(plain, factors=(factor,), actions=(action,)))
    grown = replace(book, incidents=(*book.incidents, *incidents), reviews=(*book.reviews, *reviews))
    return sum(repeat.factor.id == "asleep" for repeat in repeated_factors(grown))
