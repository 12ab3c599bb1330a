"""What the words of a title or a lesson show: that it has no verb or no end, or asks for care."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import NamedTuple

from pirgen.diagnostics import Level
from pirgen.rules.language.english import plans, promises, titles
from pirgen.rules.language.notation import lowered
from pirgen.rules.language.own_words import own_words
from pirgen.rules.language.passages import Part
from pirgen.rules.language.phrasing import UNMEASURED, Reliability


class TitleHit(NamedTuple):
    """Words of a title that something is to be said of, and the level if it is milder than that of the code."""

    start: int
    end: int
    level: Level | None


Judge = Callable[[str], TitleHit | None]


@lru_cache(maxsize=4096)
def read_title(text: str) -> tuple[str, tuple[int, ...]]:
    """A text in its author's own words and lower case, and where each action in it begins."""
    return _told(text), titles.heads(_own(text))


def _told(text: str) -> str:
    return lowered(_own(text))


@lru_cache(maxsize=4096)
def _own(text: str) -> str:
    return own_words(text).replace("**", "  ")


def asks_for_care(title: str) -> TitleHit | None:
    """Where a title asks people to be careful."""
    own, heads = read_title(title)
    for start in heads:
        match = titles.CARE_AT_THE_HEAD.match(own, start)
        if match:
            return _hit(match, titles.CARE_MEASURED)
    return _hit(titles.CARE_ANYWHERE.search(own), titles.CARE_MEASURED) or _asks_less_surely(own, heads)


def is_open_ended(title: str) -> TitleHit | None:
    """Where a title has a verb that has no end, such as 'improve', or is a question."""
    own, heads = read_title(title)
    for start in heads:
        pattern = titles.OPEN_ENDED if start == heads[0] else titles.LATER_OPEN_ENDED
        match = pattern.match(own, start)
        if match:
            return _hit(match, titles.OPEN_ENDED_MEASURED)
    question = titles.QUESTION.match(own, heads[0]) or titles.QUESTION.match(own)
    vague = plans.VAGUE.match(own, heads[0]) or (None if _is_reported(title) else _plan(own, heads[0]))
    return _hit(question, titles.QUESTION_MEASURED) or _hit(vague, UNMEASURED)


def _plan(own: str, head: int) -> re.Match[str] | None:
    """A plan without an end in the middle of a title; what comes after a deed is its reason."""
    thing, is_deed = plans.VAGUE_THINGS.search(own), titles.A_DEED.match(own, head)
    return thing if is_deed else thing or promises.found_in_prose(own, promises.OPEN_PROMISES)


def _is_reported(title: str) -> bool:
    """Whether another rule reports the title."""
    return bool(asks_for_care(title) or has_no_verb(title))


def plans_without_end(lesson: str) -> TitleHit | None:
    """Where a lesson is a plan that has no end, which its authors may have meant as an action."""
    own, heads = read_title(lesson)
    starts = (titles.OPEN_ENDED.match(own, start) for start in heads)
    plan = next(filter(None, starts), None) or plans.VAGUE_THINGS.search(own)
    thing = titles.WITHOUT_VERB.match(own, heads[0])
    return None if advises_care(lesson) else _hit(plan or thing, UNMEASURED) or promises_without_end(lesson)


def promises_without_end(text: str) -> TitleHit | None:
    """Where any text says what will or should be done, in words that have no end."""
    return _hit(promises.found_in_prose(_told(text), promises.OPEN_PROMISES), UNMEASURED)


def has_no_verb(title: str) -> TitleHit | None:
    """Where a title begins with a thing."""
    own, heads = read_title(title)
    return (
        _hit(titles.WITHOUT_VERB.match(own, heads[0]), titles.WITHOUT_VERB_MEASURED)
        or _hit(titles.WISHED.match(own, heads[0]), titles.WISHED_MEASURED)
        or _hit(titles.A_THING.match(own, heads[0]), titles.A_THING_MEASURED)
        or _hit(titles.ONLY_A_THING.match(own, heads[0]), UNMEASURED)
    )


def advises_care(lesson: str) -> TitleHit | None:
    """Where a lesson asks people to be careful."""
    own, heads = read_title(lesson)
    hit = _hit(titles.CARE_AS_ADVICE.search(own), titles.CARE_MEASURED)
    if hit:
        return hit._replace(level=Level.WARNING)
    rule_to_keep = _hit(titles.RULES_IN_LESSONS.search(own), UNMEASURED)
    return _asks_less_surely(own, heads) or asks_all_for_care(lesson) or rule_to_keep


def asks_all_for_care(text: str) -> TitleHit | None:
    """Where any text makes care a duty."""
    match = promises.found_in_prose(_told(text), promises.DUTIES, promises.CARE_ASKED_FOR)
    return _hit(match, UNMEASURED)


def _asks_less_surely(own: str, heads: Iterable[int]) -> TitleHit | None:
    matches = (titles.LESS_SURE_CARE.match(own, start) for start in heads)
    return _hit(next(filter(None, matches), None), titles.LESS_SURE_CARE_MEASURED)


def _hit(match: re.Match[str] | None, measured: Reliability) -> TitleHit | None:
    level = measured.at_most(Part.STORY)
    return TitleHit(*span_of(match), level if level is Level.INFO else None) if match else None


def span_of(match: re.Match[str]) -> tuple[int, int]:
    """The words that are shown: those of the last group, where a pattern has one."""
    return match.span(match.lastindex or 0)
