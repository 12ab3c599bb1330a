from datetime import date, timedelta

import pytest

from pirgen.analysis.reviewing import publications, unreviewed
from pirgen.model import NOT_RECORDED, ReviewStatus
from tests.pages.books import a_book, a_review, an_incident

AS_OF = date(2025, 3, 15)


@pytest.mark.parametrize("severity", ["SEV-1", "SEV-2"])
def test_an_incident_of_a_promised_severity_waits_for_its_review(severity: str) -> None:
    (missing,) = unreviewed(a_book(an_incident(severity=severity)), AS_OF)
    assert (missing.waited, missing.allowed, missing.is_late) == (
        timedelta(days=14),
        timedelta(days=14),
        False,
    )
    (later,) = unreviewed(a_book(an_incident(severity=severity)), AS_OF + timedelta(days=1))
    assert later.is_late


def test_a_severity_that_promises_nothing_waits_for_nothing() -> None:
    assert unreviewed(a_book(an_incident(severity="SEV-3")), AS_OF) == ()


@pytest.mark.parametrize("status", [ReviewStatus.DRAFT, ReviewStatus.IN_REVIEW])
def test_a_review_that_is_being_written_is_not_published(status: ReviewStatus) -> None:
    review = a_review(status=status, published=date(2025, 3, 2))
    book = a_book(an_incident(), review)
    assert [missing.review for missing in unreviewed(book, AS_OF)] == [review]
    assert publications(book) == ()


def test_a_published_review_has_a_time_from_the_start_for_each_incident_it_covers() -> None:
    review = a_review(published=date(2025, 3, 11), covers=("2025-03-08-second",))
    book = a_book(an_incident(), an_incident("2025-03-08-second"), review)
    assert unreviewed(book, AS_OF) == ()
    assert [(item.incident.id, item.after) for item in publications(book)] == [
        ("2025-03-01-checkout", timedelta(days=10)),
        ("2025-03-08-second", timedelta(days=3)),
    ]


@pytest.mark.parametrize("published", [None, NOT_RECORDED, date(2025, 2, 28)])
def test_a_day_that_is_missing_or_before_the_start_gives_no_time(published: date | None) -> None:
    (item,) = publications(a_book(an_incident(), a_review(published=published)))
    assert item.after is None
