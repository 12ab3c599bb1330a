from datetime import date

import pytest

from pirgen.analysis.calendar import Quarter, Year
from pirgen.analysis.trends import (
    by_category,
    by_detection,
    by_quarter,
    by_service,
    by_trigger,
    by_year,
    day_of,
    repeated,
)
from pirgen.model import NOT_RECORDED, Detection, Moment, ReviewStatus
from tests.pages.books import a_book, a_factor, a_review, an_event, an_incident


def test_quarters_run_without_a_gap_to_the_running_one() -> None:
    periods = by_quarter([an_incident("2024-11-01-x")], date(2025, 5, 1))
    assert [(period.span, period.is_complete) for period in periods] == [
        (Quarter(2024, 4), True),
        (Quarter(2025, 1), True),
        (Quarter(2025, 2), False),
    ]


def test_years_run_without_a_gap_to_the_running_one() -> None:
    periods = by_year([an_incident("2023-11-01-x"), an_incident("2025-01-01-y")], date(2025, 5, 1))
    assert [(period.span, len(period.incidents), period.is_complete) for period in periods] == [
        (Year(2023), 1, True),
        (Year(2024), 0, True),
        (Year(2025), 1, False),
    ]


def test_a_group_keeps_near_misses_apart() -> None:
    book = a_book(an_incident("2025-01-01-a"), an_incident("2025-01-02-b", impact=None))
    (group,) = by_service(book)
    assert [incident.id for incident in group.counted] == ["2025-01-01-a"]
    assert [incident.id for incident in group.near_misses] == ["2025-01-02-b"]


def test_an_incident_counts_on_the_day_it_started_in_utc() -> None:
    timeline = (an_event("2024-12-31 23:30", Moment.STARTED),)
    assert day_of(an_incident("2025-01-01-x", timeline=timeline)) == date(2024, 12, 31)
    assert day_of(an_incident("2025-01-01-x", timeline=())) == date(2025, 1, 1)


def test_near_misses_are_not_among_the_incidents() -> None:
    incidents = [an_incident("2025-01-01-x", severity="SEV-1"), an_incident("2025-01-02-y", impact=None)]
    (period,) = by_quarter(incidents, date(2025, 2, 1))
    assert [incident.id for incident in period.incidents] == ["2025-01-01-x"]
    assert [incident.id for incident in period.near_misses] == ["2025-01-02-y"]
    assert len(period.of_severity("SEV-1")) == 1
    assert period.of_severity("SEV-2") == ()


def test_an_incident_counts_once_for_a_category_in_the_order_of_the_vocabulary() -> None:
    factors = (a_factor("a", "testing"), a_factor("b", "code"), a_factor("c", "code"))
    groups = by_category(a_book(an_incident(), a_review(factors=factors)))
    assert [(group.id, group.title, len(group.incidents)) for group in groups] == [
        ("code", "Code", 1),
        ("testing", "Testing", 1),
    ]


@pytest.mark.parametrize("status", [ReviewStatus.DRAFT, ReviewStatus.IN_REVIEW])
def test_what_is_not_published_counts_for_nothing(status: ReviewStatus) -> None:
    book = a_book(an_incident(), a_review(status=status, trigger_kind="deploy"))
    assert by_category(book) == ()
    assert by_trigger(book) == ()


def test_a_covered_incident_counts_for_the_categories_of_its_review() -> None:
    book = a_book(an_incident(), an_incident("2025-04-01-b"), a_review(covers=("2025-04-01-b",)))
    assert len(by_category(book)[0].incidents) == 2


def test_how_it_was_found_may_not_be_recorded() -> None:
    book = a_book(
        an_incident("2025-01-01-a", detection=Detection("staff")),
        an_incident("2025-01-02-b", detection=Detection(NOT_RECORDED)),
        an_incident("2025-01-03-c"),
    )
    assert [(group.title, len(group.incidents)) for group in by_detection(book)] == [
        ("Staff", 1),
        ("Not recorded", 2),
    ]


def test_services_stand_by_the_alphabet_and_repeats_are_found() -> None:
    book = a_book(
        an_incident("2025-01-01-a", services=("web", "Api")),
        an_incident("2025-01-02-b", services=("web", "db")),
    )
    groups = by_service(book)
    assert [group.id for group in groups] == ["Api", "db", "web"]
    assert [group.id for group in repeated(groups)] == ["web"]
