"""The auditor's pages: days, commits, promises and proof, and that a long year stays light."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta

from pirgen.analysis.statistics import compute
from pirgen.history import Commit
from pirgen.model import ActionStatus, Book
from pirgen.pages import Page, Settings
from pirgen.pages.site import Site
from tests.pages.books import AS_OF, a_book, a_review, an_action, an_incident
from tests.pages.long_book import a_long_book

ID = "2025-03-01-outage"
COMMIT = Commit("1a2b3c4", date(2025, 3, 5), ("Ann Example",))


def audited(book: Book, **settings: object) -> dict[str, Page]:
    site = Site(compute(book, AS_OF), Settings(AS_OF, **settings))  # type: ignore[arg-type]
    return {page.path: page for page in site.part("audit")}


def a_reviewed_incident() -> Book:
    actions = (
        an_action("shown", ActionStatus.DONE, done_on=date(2025, 4, 1), proof="The test fails without it."),
        an_action("claimed", ActionStatus.DONE, done_on=date(2025, 4, 2), proof=None),
    )
    review = a_review(ID, held=date(2025, 3, 3), published=date(2025, 3, 4), actions=actions)
    return a_book(an_incident(ID, severity="SEV-1"), review)


def test_a_row_has_the_days_the_commit_and_what_is_not_shown() -> None:
    page = audited(a_reviewed_incident(), commits={f"{ID}/pir.yaml": COMMIT})["audit/2025.md"]
    (row,) = csv.DictReader(io.StringIO(page.assets[0].text))
    assert row == {
        "incident": ID,
        "title": "Checkout failed",
        "severity": "SEV-1",
        "started": "2025-03-01",
        "review": "reviewed",
        "held": "2025-03-03",
        "published": "2025-03-04",
        "commit": "1a2b3c4",
        "commit_day": "2025-03-05",
        "approved_by": "Ann Example",
        "promise": "in time",
        "actions": "2",
        "actions_done": "2",
        "done_without_proof": "1",
    }
    assert "approved by Ann Example" in page.html


def test_actions_are_listed_with_their_proof() -> None:
    page = audited(a_reviewed_incident())["audit/2025.md"]
    rows = list(csv.DictReader(io.StringIO(page.assets[1].text)))
    assert [(row["action"], row["proof"]) for row in rows] == [
        ("shown", "The test fails without it."),
        ("claimed", ""),
    ]


def test_without_git_no_commit_is_claimed() -> None:
    pages = audited(a_reviewed_incident())
    assert "Git does not say here which commits" in pages["audit/index.md"].html
    assert "Commit" not in pages["audit/2025.md"].html


def test_a_year_of_very_many_incidents_says_that_its_files_have_all() -> None:
    page = audited(a_long_book(300, timedelta(days=1)))["audit/2025.md"]
    assert "The latest 80 are shown; the files have all." in page.html
    assert page.html.count('class="pirgen-main"') == 80
    assert len(list(csv.reader(io.StringIO(page.assets[0].text)))) > 250
