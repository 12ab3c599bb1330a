"""What the title of a good action says: a change to the system, with a verb and an end (Lunney, Lueder, Beyer,
';login:' 2017, and chapter 10 of Google's SRE workbook).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from pirgen.diagnostics import Excerpt, FieldPath, Level
from pirgen.model import Action, ActionStatus, Book, Review
from pirgen.rules.own_words import own_words
from pirgen.rules.persons import WORKER, compiled
from pirgen.rules.rule import Check, Field, Finding, rule

_Judge = Callable[[Action], re.Match[str] | None]
"""The words of an action's title that something is to be said of, if any."""

_DROPPED = (ActionStatus.DECLINED, ActionStatus.SUPERSEDED)

_PEOPLE = (
    rf"(?:people|humans|everyone|everybody|all|us|ourselves|staff|users|teams|{WORKER}"
    r"|(?:all |the |our )?(?:\w+ )?(?:engineers|developers|operators|owners|teams?))\b"
)

_CARE = (
    r"be(?:ing)? (?:(?:more|extra|very|much more) )?(?:careful|vigilant|diligent|attentive|cautious|mindful)"
    r"|be(?:ing)? (?:more|extra|much more) (?:aware|rigorous|thorough|disciplined|conscious)"
    r"|pay (?:(?:more|closer|better|special) )?attention|take (?:more|greater|better) care"
)
_CAREFUL = compiled(
    rf"\b(?:{_CARE})\b"
    r"|\b(?:don't|do not|never) (?:do|make|let) (?:this|that|it|such)(?: [\w']+){0,2} again\b"
    rf"|^\W*(?:remember to\b|remind {_PEOPLE}|keep an eye on\b|always double~check\b"
    r"|(?:emphasi[sz]e|stress) the (?:importance|need)\b)"
)
_TOLD_TO_CARE = compiled(
    r"(?:^\W*|[.!?;:] |\b(?:should|must|need to|have to|ought to)(?: all| always| just)? )"
    rf"((?!being\b)(?:{_CARE}))\b"
)
"""The same as advice; a lesson may well say that being careful did not help."""

_TRAINING = compiled(
    rf"^\W*(?:(?:re)?train|educate|teach|coach|brief) {_PEOPLE}"
    r"|^\W*(?:hold|give|run|provide|organi[sz]e|schedule|plan|do|offer) (?:an? |more |better |new |regular )?"
    r"(?:\w+ ){0,2}(?:trainings?|workshops?)\b(?!~(?:data|set|job|run|pipeline|cluster))"
    r"|^\W*(?:more |better |additional |continuous )?training (?:for|of|on|will|should|is) "
    r"|^\W*raise awareness\b"
)

_DASHBOARD = compiled(
    r"^\W*(?:add|create|build|make|set up|introduce|provide) (?!.*\b(?:alert|alarm|page[sd]?|notif|warn)\w*)"
    r"(?:(?!to\b|from\b|on\b|in\b|into\b)[\w-]+ ){0,3}(?:dashboards?|graphs?|charts?)\b"
)

_BETTER = "improv|enhanc"
_LOOKING = "investigat|review|evaluat|analy[sz]|assess|research|explor|consider|discuss"
_OPEN_ENDED = compiled(
    r"^\W*(?:we (?:should|must|need to|have to|will) |need to |should )?"
    rf"((?:{_BETTER})(?:e|ing)\b(?!.* (?:by \w+ing|so that)\b)"
    rf"|(?:{_LOOKING})(?:e|ing)?\b(?! and (?:fix|repair|resolve|remove|replace)\b)"
    r"|make (?:[\w-]+ ){1,4}(?:better|safer|easier|clearer|faster|more \w+)"
    r"|look (?:in)?to|look at|think (?:again|about|of|how)|reflect|revisit|figure out|understand"
    r"|find (?:an? )?(?:\w+ )?(?:way|path)s?|try (?:to|if|whether|out)|continue"
    r"|(?:ensure|make sure)\b(?!.* (?:is|are|has|have|gets?|can|cannot)\b)"
    r"|keep(?! an eye on\b))\b(?!-)"
)

_LIKE_VERBS = (
    "bring|ring|string|ping|sing|sling|spring|wring|mention|caution|question|function|station|section|ration"
    "|auction|motion|petition|version|envision|implement|reimplement|document|supplement|comment"
    "|experiment|segment|instrument|fragment|complement|increment|decrement|augment|cement|witness|harness"
    r"|\w*(?:position|partition|provision|transition|condition|commission|portion)"
)
_VERBS_AS_NOUNS = (
    "(?:add|automat|build|chang|configur|creat|delet|disabl|document|enabl|enforc|fix|implement|install"
    f"|introduc|limit|migrat|mov|pinn|remov|replac|requir|revert|rewrit|sett|splitt|switch|updat|upgrad|writ|{_BETTER}"
    f"|{_LOOKING})ing"
)
_JOINT = (
    "(?:we|you|they|it|i|what|when|how|who|where|which|that|why|if|whether|unless|until|before|after|because"
    "|and|or|for|to|as|so)"
)
_WITHOUT_VERB = compiled(
    r"^\W*((?:an?|the|some|more|better|less|fewer|no|new|additional|further|extra|improved|enhanced|stricter"
    r"|clearer|stronger|faster|safer|deeper|proper|automatic|automated|regular|weekly|monthly|quarterly"
    r"|continuous|comprehensive|dedicated|we need(?! to\b)|we should have"
    rf"|(?!(?:{_LIKE_VERBS}|{_VERBS_AS_NOUNS}(?! of\b))\b)\w{{2,}}(?:ing|tion|sion|ment|ness))\b(?!-)"
    rf"|(?:(?!{_JOINT}\b)[\w-]+ ){{1,5}}should\b(?! (?:an?|the|any|it|this|that|they|we)\b))"
)
"""A thing, or what a thing should do, at the head of a title: 'adding' is a verb, 'adding of' is none."""


def is_open_ended(action: Action) -> bool:
    """Whether a title begins with a verb that has no end, such as 'improve'."""
    return bool(_OPEN_ENDED.match(own_words(action.what)))


def _what(index: int) -> FieldPath:
    return ("actions", index, "what")


def _each_title(judge: _Judge, message: str, hint: str) -> Check:
    """A check that judges the titles of actions that were not dropped, one by one."""

    def check(book: Book, as_of: date) -> Iterator[Finding]:
        for review in book.reviews:
            for index, action in enumerate(review.actions):
                match = None if action.status in _DROPPED else judge(action)
                if match:
                    yield _finding(review, _what(index), action.what, match, message, hint)

    return check


def _all_titles(pattern: re.Pattern[str], message: str, hint: str) -> Check:
    """A check for reviews of which every action is of one kind; the first of them is shown."""

    def check(book: Book, as_of: date) -> Iterator[Finding]:
        for review in book.reviews:
            kept = [
                (index, action) for index, action in enumerate(review.actions) if action.status not in _DROPPED
            ]
            found = [(index, pattern.search(own_words(action.what))) for index, action in kept]
            if found and all(match for _, match in found):
                index, match = found[0]
                assert match is not None
                yield _finding(review, _what(index), review.actions[index].what, match, message, hint)

    return check


def _finding(
    review: Review, path: FieldPath, text: str, match: re.Match[str], message: str, hint: str
) -> Finding:
    start, end = match.span(match.lastindex or 0)
    excerpt = Excerpt(text, start, end)
    field = Field(f"{review.id}/pir.yaml", path, excerpt=excerpt)
    return Finding(field, message.format(" ".join(excerpt.words.split())), hint=hint)


def _care_is_asked_for(book: Book, as_of: date) -> Iterator[Finding]:
    message, hint = "'{}' asks people to be other than they are", "ask what the tool could refuse, show or undo"
    yield from _each_title(_asks_for_care, message, hint)(book, as_of)
    for review in book.reviews:
        for index, lesson in enumerate(review.lessons):
            match = _TOLD_TO_CARE.search(own_words(lesson))
            if match:
                found = _finding(review, ("lessons", index), lesson, match, message, hint)
                yield replace(found, level=Level.WARNING)


def _asks_for_care(action: Action) -> re.Match[str] | None:
    return _CAREFUL.search(own_words(action.what))


def _has_no_end(action: Action) -> re.Match[str] | None:
    is_settled = action.done_when is not None or action.status is ActionStatus.DONE
    return None if is_settled else _OPEN_ENDED.match(own_words(action.what))


def _has_no_verb(action: Action) -> re.Match[str] | None:
    return _WITHOUT_VERB.match(own_words(action.what))


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
        "An action changes the system and does not ask for care",
        Level.ERROR,
        "Everybody was careful already. To change what people do is less reliable than to change what they "
        "work with (Google's SRE workbook, chapter 10). In a lesson, the same advice is a warning.",
        _titled("Be more careful with prices"),
        _titled("Refuse an order without a price"),
        _care_is_asked_for,
    ),
    rule(
        "PIR622",
        "Training is not the only action",
        Level.ERROR,
        "People forget and leave, and the trap stays for whoever comes next (the SRE workbook's bad postmortem "
        "trains its people not to run unsafe commands).",
        _titled("Train developers to set prices"),
        _titled("Refuse an order without a price"),
        _all_titles(
            _TRAINING,
            "'{}' is all that will be different",
            "keep it, and add an action that changes what people work with",
        ),
    ),
    rule(
        "PIR623",
        "A title with an open end says when it is done",
        Level.WARNING,
        "'Improve', 'investigate' or 'review' can go on for ever (Lunney, Lueder, Beyer: actionable, specific, "
        "bounded). For an open action this takes the place of PIR403.",
        _titled("Improve the tests of the checkout", done_when=""),
        _titled("Improve the tests of the checkout"),
        _each_title(
            _has_no_end,
            "'{}' has no end, and the action has no 'done_when'",
            "say what will be different, or add 'done_when': what anybody can see once it is done",
        ),
    ),
    rule(
        "PIR624",
        "A title begins with a verb",
        Level.WARNING,
        "A thing is no action: 'better monitoring' does not say who starts with what (Lunney, Lueder, Beyer).",
        _titled("Better monitoring of prices"),
        _titled("Alert when an order has no price"),
        _each_title(
            _has_no_verb, "the title begins with '{}' and not with a verb", "begin with what will be done"
        ),
    ),
    rule(
        "PIR625",
        "A dashboard is not the only action",
        Level.WARNING,
        "After each incident a graph that would have shown it: nobody looks at the sum of them (Etsy's "
        "debriefing guide calls it the dashboard trap).",
        _titled("Add a dashboard of missing prices"),
        _titled("Alert when an order has no price"),
        _all_titles(
            _DASHBOARD,
            "'{}' is all that will be different",
            "ask who looks at it and when, or let an alert look",
        ),
    ),
)
