"""What good actions satisfy: actionable, specific, bounded, owned (Lunney, Lueder, Beyer, ';login:' 2017)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from pirgen.diagnostics import Level
from pirgen.model import Action, ActionStatus, ActionType, Book, Review, ReviewStatus
from pirgen.rules.language.action_titles import has_open_end
from pirgen.rules.rule import Check, Finding, in_review, rule

Complaint = tuple[str, str, str] | None
"""What is wrong with an action: the key to look at, the message, the hint; None for nothing."""


_LOOKED_FOR = ("owner", "due", "done_when", "proof", "tracker", "reason", "eliminates", "reduces", "detects")
"""Keys whose lack is complained of; one that is misspelt is no lack."""


_AGAINST_FACTORS = (ActionType.PREVENT, ActionType.DETECT, ActionType.MITIGATE)
"""Types of actions that work on a factor; to repair, to find out and to change a practice need none."""


def each_action(judge: Callable[[Action, Review], Complaint]) -> Check:
    """A check that judges the actions of every review one by one."""

    def check(book: Book, as_of: date) -> Iterator[Finding]:
        for review in book.reviews:
            for index, action in enumerate(review.actions):
                complaint = judge(action, review)
                if complaint:
                    key, message, hint = complaint
                    depends = tuple(in_review(review.id, "actions", index, each) for each in _LOOKED_FOR)
                    yield Finding(
                        in_review(review.id, "actions", index, key), message, hint=hint, depends=depends
                    )

    return check


def each_own_action(judge: Callable[[Action, Review], Complaint]) -> Check:
    """The same of reviews of one's own: nobody here can say more of what others have published."""
    return each_action(lambda action, review: None if review.is_external else judge(action, review))


def _without_owner(action: Action, review: Review) -> Complaint:
    if action.owner is None:
        return "id", f"action '{action.id}' has no owner", "name one team or role"
    return None


def _without_due(action: Action, review: Review) -> Complaint:
    if action.is_open and action.due is None:
        return (
            "id",
            f"action '{action.id}' is {action.status.value} and has no due date",
            "add 'due: YYYY-MM-DD'",
        )
    return None


def _without_done_when(action: Action, review: Review) -> Complaint:
    if action.is_open and action.done_when is None and not has_open_end(action):
        hint = "add 'done_when': what anybody can see once it is done"
        return "id", f"action '{action.id}' does not say when it is done", hint
    return None


def _without_proof(action: Action, review: Review) -> Complaint:
    if action.status is ActionStatus.DONE and action.proof is None and not action.tracker:
        hint = "add 'proof' or 'tracker': a link or sentence that shows it"
        return "status", f"action '{action.id}' is done but shows no proof", hint
    return None


def _without_reason(action: Action, review: Review) -> Complaint:
    if action.status in (ActionStatus.DECLINED, ActionStatus.SUPERSEDED) and not action.reason:
        hint = "add 'reason': why not, or what took its place"
        return "status", f"action '{action.id}' is {action.status.value} without a reason", hint
    return None


def _without_factor(action: Action, review: Review) -> Complaint:
    is_asked = action.type in _AGAINST_FACTORS and (review.factors or review.is_published)
    if is_asked and not action.addresses:
        hint = "add 'eliminates', 'reduces' or 'detects' with the ids of factors"
        return "id", f"action '{action.id}' does not address any factor", hint
    return None


def _dates_reversed(action: Action, review: Review) -> Complaint:
    for key in ("due", "done_on"):
        day = getattr(action, key)
        if isinstance(day, date) and isinstance(action.created, date) and day < action.created:
            return key, f"{key} {day} is before the action was created, {action.created}", ""
    return None


def _open_in_closed_review(action: Action, review: Review) -> Complaint:
    if review.status is ReviewStatus.CLOSED and action.is_open:
        hint = "a review is closed when its actions are; until then it is reviewed"
        return "status", f"action '{action.id}' is {action.status.value} in a closed review", hint
    return None


def _repeated_id(book: Book, as_of: date) -> Iterator[Finding]:
    for review in book.reviews:
        first: dict[str, int] = {}
        for index, action in enumerate(review.actions):
            if action.id and action.id in first:
                related = ((in_review(review.id, "actions", first[action.id], "id"), "first used here"),)
                at = in_review(review.id, "actions", index, "id")
                yield Finding(at, f"id '{action.id}' is used twice", related=related)
            first.setdefault(action.id, index)


def _no_actions(book: Book, as_of: date) -> Iterator[Finding]:
    for review in book.reviews:
        is_said = review.actions or review.no_actions_reason or review.is_external
        if review.is_published and not is_said:
            hint = "add 'no_actions_reason'; learning without a task is a fine result"
            yield Finding(
                in_review(review.id, "status"),
                "a finished review has no actions but does not say why",
                hint=hint,
            )


def _action(**fields: str) -> str:
    lines = "\n".join(f"    {key}: {value}" for key, value in fields.items())
    return f"""
# pir.yaml
actions:
  - id: test-missing-price
    what: Test an order whose price is missing
    type: detect
    eliminates: [no-test, null-price]
{lines}"""


_COMPLETE = _action(owner="shop", due="2026-02-01", done_when="The pipeline fails on it", status="open")
_WHYS = """
five_whys:
  problem: Orders failed
  because: [{answer: A price was missing, factor: null-price}, {answer: Nothing tests that, factor: no-test}]
"""

ACTION_RULES = (
    rule(
        "PIR401",
        "An action has an owner",
        Level.WARNING,
        "What everybody owns nobody does.",
        _action(due="2026-02-01", done_when="The pipeline fails on it", status="open"),
        _COMPLETE,
        each_own_action(_without_owner),
    ),
    rule(
        "PIR402",
        "An open action has a due date",
        Level.WARNING,
        "Without a date it is never late, and never done.",
        _action(owner="checkout team", done_when="The pipeline fails on it", status="open"),
        _COMPLETE,
        each_own_action(_without_due),
    ),
    rule(
        "PIR403",
        "An open action says when it is done",
        Level.WARNING,
        "An action without an end state stays open for years or is closed by feeling.",
        _action(owner="checkout team", due="2026-02-01", status="open"),
        _COMPLETE,
        each_own_action(_without_done_when),
    ),
    rule(
        "PIR404",
        "A done action shows its proof",
        Level.WARNING,
        "The fault tree counts on it: a factor that a done action eliminates closes a way to fail.",
        _action(owner="checkout team", status="done"),
        _action(owner="checkout team", status="done", proof="Build 4711 failed on an order without a price"),
        each_own_action(_without_proof),
    ),
    rule(
        "PIR405",
        "A declined or superseded action says why",
        Level.WARNING,
        "Deciding against an action is a decision that the next reader will want to understand.",
        _action(owner="checkout team", status="declined"),
        _action(owner="checkout team", status="declined", reason="The shop closes this month"),
        each_own_action(_without_reason),
    ),
    rule(
        "PIR406",
        "An action works on a factor",
        Level.WARNING,
        "An improvement that works on nothing the review found belongs elsewhere, or a factor is missing. "
        "Actions that repair, investigate or change a practice are not asked for one.",
        f"""
# pir.yaml{_WHYS}actions:
  - {{id: new-logo, what: Paint a new logo, type: prevent, owner: shop, status: unknown}}
""",
        f"""
# pir.yaml{_WHYS}actions:
  - id: price-check
    what: Refuse goods without a price
    type: prevent
    owner: shop
    status: unknown
    eliminates: [null-price]
""",
        each_own_action(_without_factor),
    ),
    rule(
        "PIR407",
        "An action is due and done after it was created",
        Level.ERROR,
        "Ages on the actions page would be negative.",
        _action(
            owner="checkout team",
            created="2026-02-01",
            due="2025-02-15",
            done_when="The pipeline fails",
            status="open",
        ),
        _action(
            owner="checkout team",
            created="2026-02-01",
            due="2026-02-15",
            done_when="The pipeline fails",
            status="open",
        ),
        each_action(_dates_reversed),
    ),
    rule(
        "PIR408",
        "A closed review has no open actions",
        Level.WARNING,
        "Readers take a closed review for finished.",
        "# pir.yaml\nstatus: closed\n",
        "# pir.yaml\nstatus: reviewed\n",
        each_action(_open_in_closed_review),
    ),
    rule(
        "PIR409",
        "An action's id is used once",
        Level.ERROR,
        "Links to the action would be a coin toss.",
        """
# pir.yaml
actions:
  - {id: a, what: Test it, type: detect, owner: shop, status: unknown, eliminates: [no-test]}
  - {id: a, what: Refuse it, type: prevent, owner: shop, status: unknown, eliminates: [null-price]}
""",
        """
# pir.yaml
actions:
  - {id: a, what: Test it, type: detect, owner: shop, status: unknown, eliminates: [no-test]}
  - {id: b, what: Refuse it, type: prevent, owner: shop, status: unknown, eliminates: [null-price]}
""",
        _repeated_id,
    ),
    rule(
        "PIR410",
        "A review without actions says why",
        Level.WARNING,
        "Actions are not required (Etsy's debriefing guide), but readers should know that their lack is meant.",
        f"""
# pir.yaml{_WHYS}actions: []
""",
        f"""
# pir.yaml{_WHYS}actions: []
no_actions_reason: The shop closes this month
""",
        _no_actions,
    ),
)
