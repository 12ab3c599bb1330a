"""What the title of a good action says: a change to the system, with a verb and an end (Lunney, Lueder, Beyer,
';login:' 2017, and chapter 10 of Google's SRE workbook).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from itertools import chain

from pirgen.diagnostics import Excerpt, FieldPath, Level
from pirgen.model import Action, ActionStatus, Book, Review
from pirgen.rules.language.english import titles
from pirgen.rules.language.guess import may_be_english
from pirgen.rules.language.languages import ENGLISH, language_of
from pirgen.rules.language.notation import WordPattern
from pirgen.rules.language.passages import Part, passages
from pirgen.rules.language.title_words import (
    Judge,
    advises_care,
    asks_all_for_care,
    asks_for_care,
    has_no_verb,
    is_open_ended,
    plans_without_end,
    promises_without_end,
    read_title,
    span_of,
)
from pirgen.rules.rule import Check, Field, Finding, rule

_DROPPED = (ActionStatus.DECLINED, ActionStatus.SUPERSEDED)


def has_open_end(action: Action) -> bool:
    """Whether the title of an action has a verb that surely has no end."""
    hit = is_open_ended(action.what)
    return hit is not None and hit.level is None


def _file(review: Review) -> str:
    return f"{review.id}/pir.yaml"


def _is_english(book: Book, file: str) -> bool:
    return language_of(book, file) == ENGLISH


def _kept(book: Book) -> Iterator[tuple[Review, list[tuple[int, Action]]]]:
    """The reviews in English, each with its actions that were not dropped."""
    for review in book.reviews:
        if _is_english(book, _file(review)):
            yield (
                review,
                [
                    (index, action)
                    for index, action in enumerate(review.actions)
                    if action.status not in _DROPPED and may_be_english(action.what)
                ],
            )


def _each_title(
    judge: Judge, message: str, hint: str, is_asked: Callable[[Review, Action], bool] = lambda *_: True
) -> Check:
    """A check that judges the titles of actions that were not dropped, one by one."""

    def check(book: Book, as_of: date) -> Iterator[Finding]:
        for review, kept in _kept(book):
            for index, action in kept:
                hit = judge(action.what) if is_asked(review, action) else None
                if hit:
                    path = ("actions", index, "what")
                    finding = _finding(_file(review), path, action.what, (hit.start, hit.end), message, hint)
                    yield replace(finding, level=hit.level)

    return check


def _all_titles(pattern: WordPattern, message: str, hint: str) -> Check:
    """A check for reviews of which every action is of one kind; the first of them is shown."""

    def check(book: Book, as_of: date) -> Iterator[Finding]:
        for review, kept in _kept(book):
            found = [(index, _at_the_head(pattern, action.what)) for index, action in kept]
            if found and all(span for _, span in found):
                index, span = found[0]
                assert span is not None
                what = review.actions[index].what
                yield _finding(_file(review), ("actions", index, "what"), what, span, message, hint)

    return check


def _at_the_head(pattern: WordPattern, title: str) -> tuple[int, int] | None:
    own, heads = read_title(title)
    match = pattern.match(own, heads[0])
    return span_of(match) if match else None


def _finding(file: str, path: FieldPath, text: str, span: tuple[int, int], message: str, hint: str) -> Finding:
    excerpt = Excerpt(text, *span)
    field = Field(file, path, excerpt=excerpt)
    return Finding(field, message.format(" ".join(excerpt.words.split())), hint=hint)


def _each_text(lesson: Judge, other: Judge, message: str, hint: str) -> Check:
    """A check that judges lessons and all other prose."""

    def check(book: Book, as_of: date) -> Iterator[Finding]:
        for passage in passages(book):
            judge = lesson if passage.path[0] == "lessons" else other
            hit = (
                judge(passage.text) if passage.part is Part.STORY and _is_english(book, passage.file) else None
            )
            if hit:
                span = (hit.start, hit.end)
                finding = _finding(passage.file, passage.path, passage.text, span, message, hint)
                yield replace(finding, level=hit.level)

    return check


def _both(*checks: Check) -> Check:
    return lambda book, as_of: chain.from_iterable(check(book, as_of) for check in checks)


def _is_unbounded(review: Review, action: Action) -> bool:
    """Whether nothing bounds it that its authors could have written; of others' actions they know no more."""
    return action.done_when is None and action.status is not ActionStatus.DONE and not review.is_external


def _titled(what: str, done_when: str = "The pipeline fails on an order without a price") -> str:
    bound = f"\n    done_when: {done_when}" if done_when else ""
    return f"""
# pir.yaml
actions:
  - id: test-missing-price
    what: {what}
    type: detect
    owner: checkout team
    eliminates: [no-test]
    reduces: [null-price]
    due: 2026-01-30
    status: open{bound}
"""


_CARE, _INSTEAD_OF_CARE = (
    "'{}' relies on somebody remembering",
    "ask what the tool could refuse, show or undo",
)

ACTION_TITLE_RULES = (
    rule(
        "PIR621",
        "An action changes the system instead of asking for care",
        Level.ERROR,
        "Everybody was careful already. Changing what people do is less reliable than changing what they work "
        "with (Google's SRE workbook, chapter 10). In a lesson, the same advice is a warning.",
        _titled("Be more careful with prices"),
        _titled("Refuse an order without a price"),
        _both(
            _each_title(asks_for_care, _CARE, _INSTEAD_OF_CARE),
            _each_text(advises_care, asks_all_for_care, _CARE, _INSTEAD_OF_CARE),
        ),
    ),
    rule(
        "PIR622",
        "Training is not the only action",
        Level.ERROR,
        "People forget and leave, and the trap is still there for whoever comes next (the SRE workbook's bad "
        "postmortem trains its people not to run unsafe commands).",
        _titled("Train developers to set prices"),
        _titled("Refuse an order without a price"),
        _all_titles(
            titles.TRAINING,
            "'{}' is all that will change",
            "keep it, and add an action that changes what people work with",
        ),
    ),
    rule(
        "PIR623",
        "An open-ended title needs a 'done_when'",
        Level.WARNING,
        "'Improve', 'investigate' or 'review' can go on for ever (Lunney, Lueder, Beyer: actionable, specific, "
        "bounded). For an open action this replaces PIR403. A plan in a lesson or other text is an info.",
        _titled("Improve the tests of the checkout", done_when=""),
        _titled("Improve the tests of the checkout"),
        _both(
            _each_title(
                is_open_ended,
                "'{}' has no end, and the action has no 'done_when'",
                "say what will be different, or add 'done_when': what anybody can see once it is done",
                _is_unbounded,
            ),
            _each_text(
                plans_without_end,
                promises_without_end,
                "'{}' has no end",
                "ask which action it is, and what anybody can see once that is done",
            ),
        ),
    ),
    rule(
        "PIR624",
        "A title begins with a verb",
        Level.WARNING,
        "A thing is not an action: 'better monitoring' does not say what anybody will do (Lunney, Lueder, "
        "Beyer).",
        _titled("Better monitoring of prices"),
        _titled("Alert when an order has no price"),
        _each_title(has_no_verb, "the title begins with '{}', not with a verb", "begin with what will be done"),
    ),
    rule(
        "PIR625",
        "A dashboard is not the only action",
        Level.WARNING,
        "Every incident can leave a graph that would have shown it, and nobody looks at all of them (Etsy's "
        "debriefing guide calls it the dashboard trap).",
        _titled("Add a dashboard of missing prices"),
        _titled("Alert when an order has no price"),
        _all_titles(
            titles.DASHBOARD,
            "'{}' is all that will change",
            "ask who will look at it and when, or add an alert",
        ),
    ),
)
