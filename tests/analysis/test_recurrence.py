from datetime import date

import pytest

from pirgen.analysis.recurrence import Recurrence, factors_of
from pirgen.analysis.statistics import compute
from pirgen.model import ActionStatus, Book, Incident, IncidentReference, Review, ReviewStatus, Term, Vocabulary
from tests.pages.books import a_book, a_factor, a_review, an_action, an_incident

FIRST, SECOND, THIRD = "2024-01-01-a", "2024-02-01-b", "2024-03-01-c"
BOOK = a_book(
    an_incident(FIRST, services=("api", "web")),
    an_incident(
        SECOND,
        services=("api",),
        related=(IncidentReference(FIRST, "The same queue"), IncidentReference("gone", "?")),
    ),
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
    assert (repeat.within, repeat.place, repeat.kind, repeat.shared) == ("service", "api", "category", "code")
    assert [incident.id for incident in repeat.incidents] == [FIRST, SECOND]


def test_what_authors_relate_is_kept_with_its_reason() -> None:
    (named,) = RECURRENCE.named
    assert (named.incident.id, named.other.id, named.reason) == (SECOND, FIRST, "The same queue")


def test_factors_of_a_category_come_from_the_review_that_covers_the_incident() -> None:
    assert [factor.id for factor in factors_of(BOOK.incidents[0], "data", BOOK)] == ["y"]
    assert factors_of(an_incident("2020-01-01-none"), "data", BOOK) == ()


def many(*categories: tuple[str, ...]) -> Recurrence:
    """The recurrence of incidents a month apart on one service, each with factors of these categories."""
    things: list[Incident | Review] = []
    for month, of_one in enumerate(categories, 1):
        id = f"2024-{month:02}-01-x"
        factors = tuple(a_factor(f"f{place}", category) for place, category in enumerate(of_one))
        things += [an_incident(id, services=("api",)), a_review(id, factors=factors)]
    return compute(a_book(*things), date(2026, 1, 1)).recurrence


def test_what_nearly_every_incident_has_is_no_recurrence() -> None:
    found = many(("code",), ("code",), ("code", "data"), ("data",), ("code",))
    assert [group.id for group in found.common] == ["code"]
    assert [repeat.shared for repeat in found.repeats] == ["data"]


def test_with_few_reviews_nothing_is_called_common() -> None:
    found = many(("code",), ("code",))
    assert found.common == ()
    assert [repeat.shared for repeat in found.repeats] == ["code"]


def test_pairs_come_together_more_often_than_chance() -> None:
    together = [("data", "tooling")] * 3 + [("code",)] * 4 + [("capacity",)] * 4
    (pair,) = many(*together).pairs
    assert (pair.one, pair.other, len(pair.incidents)) == ("data", "tooling", 3)
    assert round(pair.expected, 2) == round(3 * 3 / 11, 2)
    assert many(*[("data",)] * 3, *[("tooling",)] * 3).pairs == ()


def test_the_same_team_is_a_place_of_repeats_and_a_person_is_not() -> None:
    def book(*teams: Term) -> Book:
        incidents = [an_incident(f"2024-0{month}-01-x", services=(f"s{month}",)) for month in (1, 2)]
        reviews = [a_review(incident.id, owner="pay", trigger_kind="deploy") for incident in incidents]
        return a_book(*incidents, *reviews, vocabulary=Vocabulary(teams=teams))

    repeats = compute(book(Term("pay", "Payments")), date(2026, 1, 1)).recurrence.repeats
    assert {(one.within, one.place, one.kind, one.shared) for one in repeats} == {
        ("team", "pay", "category", "testing"),
        ("team", "pay", "trigger", "deploy"),
    }
    assert compute(book(), date(2026, 1, 1)).recurrence.repeats == ()


@pytest.mark.parametrize(("done_on", "repeats"), [(date(2024, 1, 20), 1), (date(2024, 2, 1), 0), (None, 0)])
def test_a_repeat_after_a_done_action_is_found(done_on: date | None, repeats: int) -> None:
    action = an_action("act", ActionStatus.DONE, eliminates=("x",), done_on=done_on)
    book = a_book(
        an_incident("2024-01-01-a", services=("api",)),
        an_incident("2024-02-01-b", services=("api",)),
        an_incident("2024-02-02-c", services=("web",)),
        a_review("2024-01-01-a", factors=(a_factor("x", "data"),), actions=(action,)),
        a_review("2024-02-01-b", factors=(a_factor("y", "data"), a_factor("z", "code"))),
        a_review("2024-02-02-c", factors=(a_factor("y", "data"),)),
    )
    found = compute(book, date(2026, 1, 1)).recurrence.after_actions
    assert [(one.incident.id, one.factor.id, one.earlier.id) for one in found] == [
        ("2024-02-01-b", "y", "2024-01-01-a")
    ] * repeats
