"""What the title of a good action says: a change to the system, with a verb and an end (Lunney, Lueder, Beyer,
';login:' 2017, and chapter 10 of Google's SRE workbook).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from pirgen.diagnostics import Excerpt, FieldPath, Level
from pirgen.model import Action, ActionStatus, Book, Review
from pirgen.rules.language.english import titles
from pirgen.rules.language.guess import may_be_english
from pirgen.rules.language.languages import ENGLISH, language_of
from pirgen.rules.language.notation import WordPattern, lowered
from pirgen.rules.language.own_words import own_words
from pirgen.rules.language.passages import Part, passages
from pirgen.rules.language.phrasing import UNMEASURED, Reliability
from pirgen.rules.rule import Check, Field, Finding, rule


class TitleHit(NamedTuple):
    """Words of a title that something is to be said of, and the level if it is milder than that of the code."""

    start: int
    end: int
    level: Level | None


_Judge = Callable[[str], TitleHit | None]

_DROPPED = (ActionStatus.DECLINED, ActionStatus.SUPERSEDED)


@lru_cache(maxsize=4096)
def _read(text: str) -> tuple[str, tuple[int, ...]]:
    """A text in its author's own words and lower case, and where each action in it begins."""
    own = _own(text)
    return lowered(own), titles.heads(own)


def _own(text: str) -> str:
    return own_words(text).replace("**", "  ")


def asks_for_care(title: str) -> TitleHit | None:
    """Where a title asks people to be careful."""
    own, heads = _read(title)
    for start in heads:
        match = titles.CARE_AT_THE_HEAD.match(own, start)
        if match:
            return _hit(match, titles.CARE_MEASURED)
    return _hit(titles.CARE_ANYWHERE.search(own), titles.CARE_MEASURED) or _asks_less_surely(own, heads)


def is_open_ended(title: str) -> TitleHit | None:
    """Where a title has a verb that has no end, such as 'improve', or is a question."""
    own, heads = _read(title)
    for start in heads:
        pattern = titles.OPEN_ENDED if start == heads[0] else titles.LATER_OPEN_ENDED
        match = pattern.match(own, start)
        if match:
            return _hit(match, titles.OPEN_ENDED_MEASURED)
    question = titles.QUESTION.match(own, heads[0]) or titles.QUESTION.match(own)
    return _hit(question, titles.QUESTION_MEASURED) or _hit(titles.VAGUE.match(own, heads[0]), UNMEASURED)


def has_no_verb(title: str) -> TitleHit | None:
    """Where a title begins with a thing."""
    own, heads = _read(title)
    return (
        _hit(titles.WITHOUT_VERB.match(own, heads[0]), titles.WITHOUT_VERB_MEASURED)
        or _hit(titles.WISHED.match(own, heads[0]), titles.WISHED_MEASURED)
        or _hit(titles.A_THING.match(own, heads[0]), titles.A_THING_MEASURED)
        or _hit(titles.ONLY_A_THING.match(own, heads[0]), UNMEASURED)
    )


def advises_care(lesson: str) -> TitleHit | None:
    """Where a lesson asks people to be careful."""
    own, heads = _read(lesson)
    hit = _hit(titles.CARE_AS_ADVICE.search(own), titles.CARE_MEASURED)
    if hit:
        return hit._replace(level=Level.WARNING)
    rule_to_keep = _hit(titles.RULES_IN_LESSONS.search(own), UNMEASURED)
    return _asks_less_surely(own, heads) or asks_all_for_care(lesson) or rule_to_keep


def asks_all_for_care(text: str) -> TitleHit | None:
    """Where any text makes care a duty."""
    return _hit(titles.CARE_IN_PROSE.search(lowered(_own(text))), UNMEASURED)


def _asks_less_surely(own: str, heads: Iterable[int]) -> TitleHit | None:
    matches = (titles.LESS_SURE_CARE.match(own, start) for start in heads)
    return _hit(next(filter(None, matches), None), titles.LESS_SURE_CARE_MEASURED)


def _hit(match: re.Match[str] | None, measured: Reliability) -> TitleHit | None:
    level = measured.at_most(Part.STORY)
    return TitleHit(*_span(match), level if level is Level.INFO else None) if match else None


def _span(match: re.Match[str]) -> tuple[int, int]:
    return match.span(match.lastindex or 0)


def has_open_end(action: Action) -> bool:
    """Whether the title of an action has a verb that has no end."""
    return bool(is_open_ended(action.what))


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
    judge: _Judge, message: str, hint: str, is_asked: Callable[[Review, Action], bool] = lambda *_: True
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
    own, heads = _read(title)
    match = pattern.match(own, heads[0])
    return _span(match) if match else None


def _finding(file: str, path: FieldPath, text: str, span: tuple[int, int], message: str, hint: str) -> Finding:
    excerpt = Excerpt(text, *span)
    field = Field(file, path, excerpt=excerpt)
    return Finding(field, message.format(" ".join(excerpt.words.split())), hint=hint)


def _care_is_asked_for(book: Book, as_of: date) -> Iterator[Finding]:
    message, hint = "'{}' relies on somebody remembering", "ask what the tool could refuse, show or undo"
    yield from _each_title(asks_for_care, message, hint)(book, as_of)
    for passage in passages(book):
        is_lesson = passage.path[0] == "lessons"
        judge = advises_care if is_lesson else asks_all_for_care
        hit = judge(passage.text) if passage.part is Part.STORY and _is_english(book, passage.file) else None
        if hit:
            finding = _finding(passage.file, passage.path, passage.text, (hit.start, hit.end), message, hint)
            yield replace(finding, level=hit.level)


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


ACTION_TITLE_RULES = (
    rule(
        "PIR621",
        "An action changes the system instead of asking for care",
        Level.ERROR,
        "Everybody was careful already. Changing what people do is less reliable than changing what they work "
        "with (Google's SRE workbook, chapter 10). In a lesson, the same advice is a warning.",
        _titled("Be more careful with prices"),
        _titled("Refuse an order without a price"),
        _care_is_asked_for,
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
        "bounded). For an open action this replaces PIR403.",
        _titled("Improve the tests of the checkout", done_when=""),
        _titled("Improve the tests of the checkout"),
        _each_title(
            is_open_ended,
            "'{}' has no end, and the action has no 'done_when'",
            "say what will be different, or add 'done_when': what anybody can see once it is done",
            _is_unbounded,
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
