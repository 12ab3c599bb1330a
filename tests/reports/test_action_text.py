"""Exact texts: what a terminal shows, and what is pasted into a chat."""

from datetime import date, timedelta

import pytest
from wcwidth import width

from pirgen.analysis.backlog_report import Scope, Wanted, report
from pirgen.model import Action, ActionStatus, Book, Priority, ReviewStatus, Term, Vocabulary
from pirgen.reports.action_text import actions_markdown, actions_text
from pirgen.wording.durations import days as in_days
from tests.pages.books import AS_OF, a_book, a_review, an_action, an_incident

LATE = an_action("late", created=date(2026, 1, 1), due=date(2026, 1, 29), priority=Priority.HIGH)
OVER = an_action("over", ActionStatus.IN_PROGRESS, created=date(2026, 1, 1), owner=None)
TODAY = an_action("today", what="在庫サービスの\nアラートを追加する", owner="運用チーム", due=AS_OF)
DONE = an_action("done", ActionStatus.DONE, proof="[Build 7](https://e.org/7)", done_on=date(2026, 1, 9))
DECLINED = an_action("no", ActionStatus.DECLINED, reason="The shop closes")


def a_book_of(*actions: Action, **review: object) -> Book:
    return a_book(
        an_incident(severity="SEV-1"),
        a_review(actions=actions, **review),
        vocabulary=Vocabulary(teams=(Term("checkout team", "Checkout"),)),
    )


def text(*actions: Action, wanted: Wanted | None = None, columns: int = 80, **review: object) -> str:
    return actions_text(report(a_book_of(*actions, **review), AS_OF, wanted), columns)


def test_a_terminal_shows_what_matters_first_in_columns_that_fit() -> None:
    assert text(LATE, OVER, TODAY, DONE) == (
        "Actions as of 2026-02-01: 3 open, 2 of them overdue, 1 done\n"
        "\n"
        "Overdue (2)\n"
        "  3 days late    Do late                                       Checkout\n"
        "                 SEV-1 2025-03-01-checkout · due 2026-01-29 ·\n"
        "                 open for 31 days; SEV-1 allows 15 days ·\n"
        "                 high priority\n"
        "  open too long  Do over                                       no owner recorded\n"
        "                 SEV-1 2025-03-01-checkout · open for 31\n"
        "                 days; SEV-1 allows 15 days · in progress\n"
        "\n"
        "Due within 7 days (1)\n"
        "  today          在庫サービスの アラートを追加する             運用チーム\n"
        "                 SEV-1 2025-03-01-checkout · due 2026-02-01\n"
    )


@pytest.mark.parametrize("columns", [10, 40, 57, 80, 200])
def test_no_line_is_wider_than_the_terminal(columns: int) -> None:
    found = text(LATE, OVER, TODAY, DONE, DECLINED, wanted=Wanted(Scope.ALL), columns=columns)
    assert max(width(line) for line in found.splitlines()) <= max(columns, 40)


def test_colour_adds_nothing_but_colour() -> None:
    found = report(a_book_of(LATE, TODAY), AS_OF)
    coloured = actions_text(found, 80, in_colour=True)
    assert "\x1b[1;31m3 days late\x1b[0m" in coloured
    assert "\x1b[33mtoday\x1b[0m" in coloured
    for code in ("\x1b[1m", "\x1b[1;31m", "\x1b[33m", "\x1b[2m", "\x1b[0m"):
        coloured = coloured.replace(code, "")
    assert coloured == actions_text(found, 80)


def test_what_ended_says_how() -> None:
    assert text(DONE, DECLINED, wanted=Wanted(Scope.ALL)) == (
        "Actions as of 2026-02-01: 0 open, 1 done, 1 declined\n"
        "\n"
        "Done (1)\n"
        "  2026-01-09  Do done                                                   Checkout\n"
        "              SEV-1 2025-03-01-checkout · proof: [Build\n"
        "              7](https://e.org/7)\n"
        "\n"
        "Declined (1)\n"
        "  declined    Do no                                                     Checkout\n"
        "              SEV-1 2025-03-01-checkout · reason: The shop closes\n"
        "\n"
        "Nothing is open. Thank you!\n"
    )


def test_nothing_overdue_is_said_kindly() -> None:
    assert text(TODAY).endswith("\n\nNothing is overdue. Thank you!\n")
    overdue = text(TODAY, wanted=Wanted(Scope.OVERDUE))
    assert overdue == "Actions as of 2026-02-01: 1 open\n\nNothing is overdue. Thank you!\n"


def test_nothing_at_all_is_said_too() -> None:
    assert text() == "Actions as of 2026-02-01: 0 open\n\nNo review asks for an action yet.\n"
    assert text(TODAY, wanted=Wanted(Scope.DECLINED)).endswith("\n\nThere are none.\n")
    assert text(TODAY, wanted=Wanted(owner="checkout team")) == (
        "Actions of Checkout as of 2026-02-01: 0 open\n\nNo review asks this owner for an action.\n"
    )


def test_an_action_without_dates_in_a_draft() -> None:
    assert text(an_action("a"), status=ReviewStatus.DRAFT) == (
        "Actions as of 2026-02-01: 1 open\n"
        "\n"
        "No due date recorded (1)\n"
        "  no date  Do a                                               Checkout\n"
        "           SEV-1 2025-03-01-checkout · the review is a draft\n"
        "\n"
        "Nothing is known to be overdue, but the open action has neither a due date nor\n"
        "an age that a limit applies to.\n"
    )


def test_no_letter_of_an_author_steers_the_terminal() -> None:
    assert "\x1b" not in text(an_action("a", what="a\x1b[2Jb", owner="x\u202ey"))


def test_a_message_is_a_list_in_markdown() -> None:
    found = report(a_book_of(LATE, OVER, TODAY, DONE), AS_OF)
    assert actions_markdown(found, "https://e.org/reviews/") == (
        "**Actions as of 2026-02-01: 3 open, 2 of them overdue, 1 done**\n"
        "\n"
        "**Overdue (2)**\n"
        "\n"
        "- **3 days late**: Do late (Checkout,"
        " [SEV-1 2025-03-01-checkout](https://e.org/reviews/incidents/2025-03-01-checkout/#action-late),"
        " due 2026-01-29, open for 31 days; SEV-1 allows 15 days, high priority)\n"
        "- **open too long**: Do over (no owner recorded,"
        " [SEV-1 2025-03-01-checkout](https://e.org/reviews/incidents/2025-03-01-checkout/#action-over),"
        " open for 31 days; SEV-1 allows 15 days, in progress)\n"
        "\n"
        "**Due within 7 days (1)**\n"
        "\n"
        "- **today**: 在庫サービスの アラートを追加する (運用チーム,"
        " [SEV-1 2025-03-01-checkout](https://e.org/reviews/incidents/2025-03-01-checkout/#action-today),"
        " due 2026-02-01)\n"
    )


def test_a_message_without_a_site_has_no_links_and_takes_names_as_they_are() -> None:
    found = report(a_book_of(an_action("a", owner="*team* [x]")), AS_OF)
    assert actions_markdown(found).splitlines()[4] == (
        r"- **no date**: Do a (\*team\* \[x\], SEV-1 2025-03-01-checkout)"
    )


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "0 days"), (1, "1 day"), (89, "89 days"), (90, "3 months"), (699, "23 months"), (700, "2 years")],
)
def test_a_length_has_one_unit(days: int, words: str) -> None:
    assert in_days(timedelta(days=days)) == in_days(timedelta(days=-days)) == words
