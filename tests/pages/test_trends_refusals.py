"""What the trends page refuses to say: nothing about persons, and no number for several durations together."""

import csv
import io
import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup

from pirgen.model import Account, Book
from pirgen.model.incident import Assignment
from pirgen.pages import Page
from tests.pages.books import AS_OF, a_book, a_review, an_action, an_event, an_incident, at, pages_of
from tests.pages.long_book import a_long_book

PERSON = "Zaphod Beeblebrox"
AVERAGES = re.compile(
    r"\b(?:mean|median|average|typical|percentile|p\d\d|MTT\w|standard deviation|per (?:person|team))\b",
    re.IGNORECASE,
)


def trends_pages(book: Book) -> list[Page]:
    return [*pages_of(book).part("trends").values()]


def everything_shown(page: Page) -> str:
    soup = BeautifulSoup(page.html, "html.parser")
    hidden = [str(value) for tag in soup.find_all(True) for value in tag.attrs.values()]
    return "\n".join([soup.get_text(" "), *hidden, *(asset.path + asset.text for asset in page.assets)])


def words_shown(page: Page) -> str:
    """What people read or hear, and the files, without coordinates."""
    soup = BeautifulSoup(page.html, "html.parser")
    labels = [str(tag["aria-label"]) for tag in soup.select("[aria-label]")]
    return "\n".join([soup.get_text(" "), *labels, *(asset.text for asset in page.assets)])


def a_book_of_a_person() -> Book:
    """The same person in every place where an author may name one, often enough for a chart."""
    things = []
    for month in range(1, 8):
        id = f"2025-0{month}-01-outage"
        things.append(an_incident(id, roles=(Assignment("incident commander", PERSON),)))
        action = an_action("act", owner=PERSON, created=date(2025, month, 2), due=date(2025, month, 20))
        account = Account("first responder", f"{PERSON} saw it.")
        things.append(
            a_review(id, owner=PERSON, accounts=(account,), actions=(action,), published=date(2025, month, 9))
        )
    return a_book(*things)


def test_nothing_is_counted_by_person() -> None:
    for page in trends_pages(a_book_of_a_person()):
        assert PERSON not in everything_shown(page), page.path


def test_the_other_pages_would_show_the_person() -> None:
    """So that the test above cannot pass because nobody is named at all."""
    assert PERSON in pages_of(a_book_of_a_person())["actions.md"].html


@pytest.mark.parametrize("count", [3, 12, 60])
def test_no_average_is_given_or_named(count: int) -> None:
    for page in trends_pages(a_long_book(count, timedelta(days=40))):
        assert not AVERAGES.findall(everything_shown(page)), page.path


def lasting(minutes: list[int]) -> Book:
    """Incidents that lasted that many minutes until they were mitigated, and reviews that took as many days."""
    things = []
    for place, length in enumerate(minutes):
        id = f"2025-0{place + 1}-01-outage"
        start = f"2025-0{place + 1}-01 09:00"
        end = at(start).at + timedelta(minutes=length)
        events = (
            an_event(start, *an_incident().timeline[0].marks),
            replace(an_event(start, *an_incident().timeline[2].marks), at=replace(at(start), at=end)),
        )
        things.append(an_incident(id, timeline=events))
        things.append(a_review(id, published=at(start).at.date() + timedelta(days=length)))
    return a_book(*things)


def test_no_number_stands_for_several_durations() -> None:
    """Neither the mean, the median nor the sum of lengths appears, which no single incident has."""
    page = next(
        page for page in trends_pages(lasting([111, 113, 129, 135, 137, 143])) if page.path == "trends.md"
    )
    shown = set(re.findall(r"\b\d+\b", words_shown(page)))
    mean, median, total = "128", "132", "768"
    assert not shown & {mean, median, total}
    assert {"111", "113", "129", "135", "137", "143"} <= shown


def test_a_duration_table_has_one_row_for_each_incident_and_no_last_line() -> None:
    page = next(page for page in trends_pages(a_long_book(20, timedelta(days=30))) if page.path == "trends.md")
    table = next(asset for asset in page.assets if asset.path == "trends/durations.csv")
    rows = list(csv.DictReader(io.StringIO(table.text)))
    assert len({row["incident"] for row in rows}) == len(rows)
    assert all(re.match(r"\d{4}-\d\d-\d\d-", row["incident"]) for row in rows)


def test_severity_and_length_are_never_shown_together() -> None:
    page = next(page for page in trends_pages(a_long_book(60, timedelta(days=20))) if page.path == "trends.md")
    soup = BeautifulSoup(page.html, "html.parser")
    start = soup.find(id="durations")
    assert start is not None
    section = "".join(str(one) for one in start.find_all_next())
    assert not re.search(r"SEV-\d", section)


def test_the_as_of_day_is_on_the_page() -> None:
    page = next(page for page in trends_pages(a_long_book(6, timedelta(days=20))) if page.path == "trends.md")
    assert f"{AS_OF.day} {AS_OF:%b %Y}" in BeautifulSoup(page.html, "html.parser").get_text(" ")
