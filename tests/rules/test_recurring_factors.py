"""A factor that came back: what is said of the action that was agreed on it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pirgen.model import Action, ActionStatus, Factor, Incident, Review
from pirgen.rules.recurring_factors import RECURRENCE_RULES
from tests.conftest import checked
from tests.pages.books import AS_OF, a_book, a_factor, a_review, an_action, an_incident

EARLIER, LATER = "2025-03-01-checkout", "2025-06-01-checkout-again"
TEXT = "Nothing warns before the certificate of the payment gateway expires"


def said(
    *actions: Action,
    text: str = TEXT,
    category: str = "monitoring",
    services: tuple[str, ...] = ("checkout",),
    later: str = LATER,
    covers: tuple[str, ...] = (),
) -> list[str]:
    """What the rule finds where an earlier review has a factor with these actions."""
    first: tuple[Incident, Review] = (
        an_incident(EARLIER),
        a_review(
            EARLIER, factors=(a_factor("no-warning", "monitoring", text=TEXT),), actions=actions, covers=covers
        ),
    )
    second = an_incident(later, services=services)
    factor: Factor = a_factor("nobody-saw", category, text=text)
    book = a_book(*first, second, *(() if covers else (a_review(later, factors=(factor,)),)))
    return [finding.message for finding in RECURRENCE_RULES[0].check(book, AS_OF)]


def an(status: ActionStatus, **more: object) -> Action:
    return an_action("warn", status, eliminates=("no-warning",), **more)


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        (an(ActionStatus.OPEN), "is still open"),
        (an(ActionStatus.OPEN, due=date(2025, 4, 1)), "is overdue since 2025-04-01"),
        (an(ActionStatus.IN_PROGRESS, due=date(2027, 4, 1)), "is still open"),
        (an(ActionStatus.DECLINED), "was declined"),
    ],
)
def test_a_repeat_names_the_action_that_is_not_done(action: Action, expected: str) -> None:
    assert said(action) == [
        f"factor 'nobody-saw' repeats 'no-warning' of {EARLIER}, whose action 'warn' {expected}"
    ]


def test_what_came_back_after_a_done_action_is_named_as_such() -> None:
    action = an(ActionStatus.DONE, done_on=date(2025, 4, 1))
    assert said(action) == [
        f"factor 'nobody-saw' came back after action 'warn' of {EARLIER} was done on 2025-04-01"
    ]


def test_a_done_action_is_told_of_before_an_open_one() -> None:
    done = replace(an(ActionStatus.DONE, done_on=date(2025, 4, 1)), id="first")
    assert "came back after action 'first'" in said(an(ActionStatus.OPEN), done)[0]


@pytest.mark.parametrize(
    "text",
    [
        "Nothing warned before the gateway's certificate expired",
        "Nothing warns of a certificate of the payment gateway that expires",
        "There was no warning of the expiry of the gateway's certificate for payments",
        "the cert of our payment gateway expires without a warning",
    ],
)
def test_other_words_for_the_same_are_a_repeat_on_one_service(text: str) -> None:
    assert said(an(ActionStatus.OPEN), text=text)


def test_the_same_words_are_a_repeat_in_another_category_and_on_another_service() -> None:
    assert said(an(ActionStatus.OPEN), category="process")
    assert said(an(ActionStatus.OPEN), services=("mail",))


@pytest.mark.parametrize(
    "case",
    [
        {"text": "Nothing warns before the disk of the database is full"},
        {"text": "The certificate was issued for another host"},
        {"category": "process", "text": "The certificate was handed over without a word on its expiry"},
        {"services": ("mail",), "text": "Nothing warned before the mail certificate expired"},
        {"later": "2025-01-01-checkout-before"},
        {"later": EARLIER.replace("checkout", "same-day")},
        {"covers": (LATER,)},
    ],
)
def test_what_differs_is_no_repeat(case: dict[str, object]) -> None:
    assert said(an(ActionStatus.OPEN), **case) == []


@pytest.mark.parametrize(
    "action",
    [
        an(ActionStatus.DONE, done_on=date(2025, 7, 1)),
        an(ActionStatus.SUPERSEDED),
        an(ActionStatus.UNKNOWN),
        an_action("other", ActionStatus.OPEN),
    ],
)
def test_an_action_that_tells_nothing_is_not_told_of(action: Action) -> None:
    assert said(action) == []


def test_a_repeat_has_both_places_and_can_be_waived(tmp_path: Path) -> None:
    example = RECURRENCE_RULES[0].explanation.bad
    (finding, *_) = [one for one in checked(tmp_path, example).diagnostics if one.code == "PIR506"]
    assert finding.place.file == "2026-01-05-checkout-down/pir.yaml"
    assert [related.place.file for related in finding.related] == ["2025-11-03-checkout-slow/pir.yaml"] * 2
    assert [related.place.span.line > 1 for related in finding.related] == [True, True]


@pytest.mark.parametrize("is_same_start", [True, False])
def test_an_incident_that_was_copied_repeats_nothing(is_same_start: bool) -> None:
    first, second = an_incident(EARLIER), an_incident(LATER)
    started = first.timeline[:1] if is_same_start else first.timeline
    copy = replace(second, timeline=(*started, *second.timeline[len(started) :]))
    factors = {"factors": (a_factor("no-warning", "monitoring", text=TEXT),)}
    reviews = a_review(EARLIER, actions=(an(ActionStatus.OPEN),), **factors), a_review(LATER, **factors)
    found = [len([*RECURRENCE_RULES[0].check(a_book(first, it, *reviews), AS_OF)]) for it in (second, copy)]
    assert found == [1, 0]
