"""The tables over time: what they count, that every number is its list, and that a long book stays light."""

from __future__ import annotations

import csv
import gzip
import io
import re
from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup

from pirgen.analysis.calendar import Months, latest_twelve_months
from pirgen.analysis.statistics import compute
from pirgen.model import Action, ActionStatus, Book
from pirgen.pages import Page, Settings
from pirgen.pages.site import Site
from tests.pages.books import a_book, a_review, an_action, an_incident, pages_of
from tests.pages.long_book import AS_OF, a_long_book
from tests.pages.numbers import Numbers

OVER_TIME = "trends/over-time.md"


def table(book: Book, name: str, path: str = OVER_TIME) -> list[list[str]]:
    """The CSV of a table over time, without its header."""
    (asset,) = (asset for asset in pages_of(book)[path].assets if asset.path == f"trends/{name}.csv")
    return list(csv.reader(io.StringIO(asset.text)))[1:]


@pytest.fixture(scope="module")
def long_pages() -> list[Page]:
    """Every list of 1,000 incidents of ten years."""
    return list(Site(compute(a_long_book(1000, timedelta(days=3.65)), AS_OF), Settings(AS_OF)).lists())


def test_twelve_months_end_with_the_day_and_begin_after_the_twelve_before() -> None:
    assert latest_twelve_months(date(2026, 2, 1)) == (
        Months(date(2025, 2, 2), date(2026, 2, 1)),
        Months(date(2024, 2, 2), date(2025, 2, 1)),
    )


def test_a_leap_day_has_twelve_months_behind_it_too() -> None:
    latest, before = latest_twelve_months(date(2024, 2, 29))
    assert (latest.first, before.first, before.last) == (date(2023, 3, 1), date(2022, 3, 1), date(2023, 2, 28))


def test_incidents_are_counted_in_the_twelve_months_that_they_started_in() -> None:
    days = ("2026-02-01", "2025-02-02", "2025-02-01", "2024-02-02", "2024-02-01")
    book = a_book(*(an_incident(f"{day}-outage") for day in days))
    assert table(book, "twelve-months-incidents")[0] == ["Reached users", "2", "2"]


def test_reviews_are_held_against_the_promise_of_their_severity() -> None:
    book = a_book(
        *(an_incident(f"2025-03-0{day}-outage", severity="SEV-1") for day in range(1, 5)),
        an_incident("2026-01-31-outage", severity="SEV-1"),
        an_incident("2025-03-05-outage", severity="SEV-4"),
        a_review("2025-03-01-outage", published=date(2025, 3, 4)),
        a_review("2025-03-02-outage", published=date(2025, 12, 1)),
        a_review("2025-03-03-outage", published=None),
    )
    assert table(book, "twelve-months-promised") == [
        ["Published in time", "1", "0"],
        ["Published late", "1", "0"],
        ["Published, day not recorded", "1", "0"],
        ["Not published, still in time", "1", "0"],
        ["Not published, overdue", "1", "0"],
    ]


def test_actions_open_at_the_end_are_those_before_and_opened_without_closed() -> None:
    def action(id: str, created: date, done: date | None) -> Action:
        status = ActionStatus.DONE if done else ActionStatus.OPEN
        return an_action(id, status, created=created, done_on=done)

    actions = (
        action("one", date(2025, 2, 3), date(2025, 8, 1)),
        action("two", date(2025, 5, 1), date(2025, 5, 20)),
        action("three", date(2025, 7, 1), None),
    )
    book = a_book(an_incident(), a_review(actions=actions))
    rows = {row[0]: row[1:] for row in table(book, "by-period-actions")}
    assert rows["2025 Q1"] == ["1", "0", "1"]
    assert rows["2025 Q2"] == ["1", "1", "1"]
    assert rows["2025 Q3"] == ["1", "1", "1"]
    assert rows["2026 Q1"] == ["0", "0", "1"]


def test_quarters_are_of_three_years_and_years_of_those_before() -> None:
    book = a_book(an_incident("2021-05-05-outage"), an_incident("2025-03-01-outage"))
    periods = [row[0] for row in table(book, "by-period-incidents")]
    quarters = [f"{year} Q{number}" for year in (2025, 2024) for number in (4, 3, 2, 1)]
    assert periods == ["2026 Q1", *quarters, "2023", "2022", "2021"]


@pytest.fixture(scope="module")
def long_numbers(long_pages: list[Page]) -> Numbers:
    """The numbers of these lists."""
    return Numbers.of(long_pages)


def test_every_number_leads_to_as_many_rows_as_it_says(long_numbers: Numbers) -> None:
    assert long_numbers.wrong("trends/") == []


@pytest.mark.parametrize("address", ["trends/over-time/", "trends/in-2020/"])
def test_no_number_leads_nowhere(long_numbers: Numbers, address: str) -> None:
    assert long_numbers.count(address) > 60
    assert long_numbers.lone(address) == []


def test_the_pages_of_ten_years_and_a_thousand_incidents_are_light(long_pages: list[Page]) -> None:
    pages = [page for page in long_pages if re.match(r"trends/(over-time|in-\d)", page.path)]
    assert len(pages) >= 11
    for page in pages:
        text = page.html.encode()
        assert len(text) < 940_000
        assert len(gzip.compress(text, 6)) < 135_000
        assert len(re.findall(r"<[a-z]", page.html)) < 5_500


def test_every_period_can_be_chosen_from_every_other(long_pages: list[Page]) -> None:
    pages = [page for page in long_pages if re.match(r"trends/(over-time|in-\d)", page.path)]
    for page in pages:
        choices = BeautifulSoup(page.html, "html.parser").select(".pirgen-periods a")
        assert len(choices) == len(pages), page.path
        assert len([choice for choice in choices if choice.get("aria-current")]) == 1
