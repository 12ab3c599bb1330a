from datetime import date

from pirgen.analysis.recurrence import factors_of
from pirgen.analysis.statistics import compute
from pirgen.model import Related, ReviewStatus
from tests.pages.books import a_book, a_factor, a_review, an_incident

FIRST, SECOND, THIRD = "2024-01-01-a", "2024-02-01-b", "2024-03-01-c"
BOOK = a_book(
    an_incident(FIRST, services=("api", "web")),
    an_incident(SECOND, services=("api",), related=(Related(FIRST, "The same queue"), Related("gone", "?"))),
    an_incident(THIRD, services=("api",)),
    a_review(FIRST, factors=(a_factor("x", "code"), a_factor("y", "data")), trigger_kind="deploy"),
    a_review(SECOND, factors=(a_factor("z", "code"),), trigger_kind="load"),
    a_review(THIRD, factors=(a_factor("d", "data"),), trigger_kind="deploy", status=ReviewStatus.DRAFT),
)
RECURRENCE = compute(BOOK, date(2026, 1, 1)).recurrence


def test_what_one_incident_has_does_not_recur() -> None:
    found = RECURRENCE
    assert [group.id for group in found.services] == ["api"]
    assert [group.id for group in found.categories] == ["code"]


def test_a_draft_counts_for_no_category_and_no_trigger() -> None:
    assert RECURRENCE.triggers == ()


def test_the_repeat_on_one_service_is_named() -> None:
    (repeat,) = RECURRENCE.repeats
    assert (repeat.service, repeat.category) == ("api", "code")
    assert [incident.id for incident in repeat.incidents] == [FIRST, SECOND]


def test_what_authors_relate_is_kept_with_its_reason() -> None:
    (named,) = RECURRENCE.named
    assert (named.incident.id, named.other.id, named.reason) == (SECOND, FIRST, "The same queue")


def test_factors_of_a_category_come_from_the_review_that_covers_the_incident() -> None:
    assert [factor.id for factor in factors_of(BOOK.incidents[0], "data", BOOK)] == ["y"]
    assert factors_of(an_incident("2020-01-01-none"), "data", BOOK) == ()
