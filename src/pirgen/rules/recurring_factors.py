"""A factor that an earlier review has already found, and what became of the action agreed on it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pirgen.diagnostics import Level
from pirgen.model import Action, ActionStatus, Book, Moment
from pirgen.retrieval.repeats import RepeatedFactor, repeated_factors
from pirgen.rules.rule import Finding, in_review, rule

_SAY_SO = "; to say that it is known, name the earlier incident under 'related'"
_NEW_START = f"agree on an action that holds{_SAY_SO}"


def _comes_back(book: Book, as_of: date) -> Iterator[Finding]:
    for repeat in repeated_factors(book):
        if _is_copy(repeat, book) or _is_known(repeat, book):
            continue
        index, action = min(repeat.actions, key=lambda pair: _rank(pair[1]))
        earlier = repeat.earlier_review.id
        message, hint = _said(repeat, action, as_of)
        yield Finding(
            in_review(repeat.review.id, "factors", repeat.factor.id, "text"),
            message,
            hint=hint,
            related=(
                (
                    in_review(earlier, "factors", repeat.earlier.id, "text"),
                    "the factor of the earlier incident",
                ),
                (in_review(earlier, "actions", index, "status"), "the action agreed on it"),
            ),
        )


def _is_copy(repeat: RepeatedFactor, book: Book) -> bool:
    """Whether the two incidents are one, written down twice: what happened is the same, or when it began."""
    one, other = book.incident_by_id[repeat.review.id], book.incident_by_id[repeat.earlier_review.id]
    if len(one.timeline) > 1 and one.timeline == other.timeline:
        return True
    started = one.instant_of(Moment.STARTED)
    return started is not None and started == other.instant_of(Moment.STARTED)


def _is_known(repeat: RepeatedFactor, book: Book) -> bool:
    """Whether the later incident names the earlier one, so that its readers know of it."""
    incident = book.incident_by_id[repeat.review.id]
    return any(each.incident in repeat.earlier_review.incidents for each in incident.related)


def _rank(action: Action) -> int:
    """What to tell of first: an action that was done and did not hold, then an open one, then a declined."""
    if action.status is ActionStatus.DONE:
        return 0
    return 1 if action.is_open else 2


def _said(repeat: RepeatedFactor, action: Action, as_of: date) -> tuple[str, str]:
    """What to say of the repeat, and what to do."""
    earlier = repeat.earlier_review.id
    if action.status is ActionStatus.DONE:
        when = f" on {action.done_on}" if isinstance(action.done_on, date) else ""
        message = (
            f"factor '{repeat.factor.id}' came back after action '{action.id}' of {earlier} was done{when}"
        )
        return message, _NEW_START
    repeats = (
        f"factor '{repeat.factor.id}' repeats '{repeat.earlier.id}' of {earlier}, whose action '{action.id}'"
    )
    if action.status is ActionStatus.DECLINED:
        return f"{repeats} was declined", f"decide on it again{_SAY_SO}"
    if isinstance(action.due, date) and action.due < as_of:
        return f"{repeats} is overdue since {action.due}", f"finish that action or replace it{_SAY_SO}"
    return f"{repeats} is still open", f"finish that action or replace it{_SAY_SO}"


RECURRENCE_RULES = (
    rule(
        "PIR506",
        "A factor that came back is known from an earlier review",
        Level.WARNING,
        "An incident that happens again although its cause was known is the strongest reason to act. An action"
        " that is open, overdue or declined may have to be decided again, and one that was done did not hold.",
        """
severity: SEV-4
# 2025-11-03-checkout-slow/pir.yaml
actions:
  - id: test-missing-price
    what: Test an order whose price is missing
    type: detect
    owner: checkout team
    eliminates: [no-test]
    reduces: [null-price]
    created: 2025-11-07
    due: 2025-12-01
    status: done
    done_on: 2025-11-28
    proof: The pipeline has failed on an order without a price
""",
        """
severity: SEV-4
# 2025-11-03-checkout-slow/pir.yaml
factors:
  slow-query: {text: A query reads every order of the year, category: capacity}
  no-limit: {text: Nothing limits how long a query runs, category: configuration}
actions:
  - id: limit-query
    what: Limit the query to the last month
    type: prevent
    owner: checkout team
    eliminates: [slow-query, no-limit]
    created: 2025-11-07
    due: 2025-12-01
    status: done
    done_on: 2025-11-28
    proof: The query reads a month
""",
        _comes_back,
    ),
)
