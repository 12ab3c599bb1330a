"""A day, a month and a year pass without a change in the files: what must differ does, and nothing else."""

import difflib
import re
from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup

from pirgen.model import ActionStatus, Book, Impact
from pirgen.pages import Page
from tests.pages.books import a_book, a_factor, a_review, an_action, an_incident, pages_of

COMMIT = date(2026, 2, 1)
DAY, MONTH, YEAR = timedelta(days=1), timedelta(days=28), timedelta(days=365)

FOLLOW_THE_DAY = {"index.md", "actions.md", "trends.md", "on-this-day.md"}
"""Pages about how late things are, and about the day itself."""

SAY_THE_DAY = {"incidents/2025-12-01-open.md", "services/checkout.md"}
"""Pages that list open actions: they say the day, and which actions are overdue."""


MOVED = {"Do dated", "Do undated", "○", "Open", "checkout team"}
"""The words of actions that change places, since the most overdue comes first."""


def a_quiet_book() -> Book:
    return a_book(
        an_incident("2025-02-03-done", severity="SEV-4"),
        an_incident("2025-12-01-open", severity="SEV-1", impact=Impact("Orders failed.")),
        an_incident("2026-01-20-unreviewed", severity="SEV-2"),
        a_review("2025-02-03-done", published=date(2025, 2, 20), lessons=("Test it",), surprises=("Quick",)),
        a_review(
            "2025-12-01-open",
            published=date(2026, 1, 25),
            factors=(a_factor("f"),),
            actions=(
                an_action("dated", due=date(2026, 2, 10), created=date(2026, 1, 25)),
                an_action("undated", reduces=("f",)),
                an_action("done", ActionStatus.DONE, done_on=date(2026, 1, 30), created=date(2026, 1, 25)),
            ),
        ),
    )


def differing(before: dict[str, Page], after: dict[str, Page]) -> dict[str, list[str]]:
    """The lines of text that came or went, by page."""
    found = {}
    for path in before.keys() | after.keys():
        html = [pages[path].html if path in pages else "" for pages in (before, after)]
        texts = [lines(each) for each in html] if html[0] != html[1] else [[], []]
        changed = [line[2:] for line in difflib.ndiff(*texts) if line[:2] in ("- ", "+ ")]
        if changed:
            found[path] = changed
    return found


def lines(html: str) -> list[str]:
    text = BeautifulSoup(html, "html.parser").get_text("\n")
    return [line.strip() for line in text.split("\n") if line.strip()]


@pytest.mark.parametrize("passed", [DAY, MONTH, YEAR])
def test_only_what_follows_the_day_differs(passed: timedelta) -> None:
    book = a_quiet_book()
    found = differing(pages_of(book, as_of=COMMIT), pages_of(book, as_of=COMMIT + passed))
    of_trends = {path for path in found if path.startswith(("audit/", "trends/"))}
    assert set(found) - of_trends == FOLLOW_THE_DAY | SAY_THE_DAY
    for path in SAY_THE_DAY:
        left = [
            line for line in found[path] if not re.fullmatch(r"\d+ \w{3} \d{4}|overdue|\d+ actions? .*", line)
        ]
        assert set(left) <= {"As of", ".", *MOVED}, path
    for path in of_trends:
        if path.startswith(("audit/", "trends/in-", "trends/over-time")):
            continue  # spans that end with the day, beside those before
        assert all(re.search(r"\d{4}", line) for line in found[path]), path


def said(as_of: date) -> str:
    return " ".join(lines(pages_of(a_quiet_book(), as_of=as_of)["actions.md"].html))


def test_a_quiet_repository_still_tells_what_is_late() -> None:
    assert "Nothing is known to be overdue, but 1 of 2 open actions has neither" in said(COMMIT)
    later = said(COMMIT + MONTH)
    assert "Nothing is" not in later.replace("Nothing is due soon", "")
    assert "19 days late" in later
    assert "over its limit" in later
    year = said(COMMIT + YEAR)
    assert "12 months late" in year
    assert "open for at least 12 months; SEV-1 allows 15 days" in year


def test_a_review_that_is_missing_becomes_late() -> None:
    texts = [
        " ".join(lines(pages_of(a_quiet_book(), as_of=COMMIT + passed)["trends.md"].html))
        for passed in (timedelta(), MONTH)
    ]
    assert "started 12 days ago, within the 14" in texts[0]
    assert "started 40 days ago, past the 14" in texts[1]


def test_the_same_day_builds_the_same_pages() -> None:
    book = a_quiet_book()
    assert differing(pages_of(book, as_of=COMMIT), pages_of(book, as_of=COMMIT)) == {}
