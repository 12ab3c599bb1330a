"""What a good incident and review satisfy; the list of rules is the one that you see here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from pirgen.diagnostics import Level
from pirgen.model import Book, ReviewStatus
from pirgen.rules.across import ACROSS_RULES, EVIDENCE
from pirgen.rules.actions import ACTION_RULES
from pirgen.rules.aliases import ALIAS_RULES
from pirgen.rules.audience import AUDIENCE_RULES
from pirgen.rules.causes import CAUSE_RULES
from pirgen.rules.fault_trees import FAULT_TREE_RULES
from pirgen.rules.fault_trees.outcome import OUTCOME_RULES
from pirgen.rules.incident import INCIDENT_RULES
from pirgen.rules.language.action_titles import ACTION_TITLE_RULES
from pirgen.rules.language.blameless import BLAMELESS_RULES
from pirgen.rules.language.languages import LANGUAGE_RULES
from pirgen.rules.language.names import NAME_RULES
from pirgen.rules.left_over import LEFT_OVER_RULES
from pirgen.rules.pictures import PICTURE_RULES
from pirgen.rules.prose_links import LINK_RULES
from pirgen.rules.recurring_factors import RECURRENCE_RULES
from pirgen.rules.rule import Field, Finding, Rule
from pirgen.rules.spelling import SPELLING_RULES
from pirgen.rules.timeline import TIMELINE_RULES
from pirgen.rules.vocabulary import VOCABULARY_RULES

WORD_RULES = (*BLAMELESS_RULES, *ACTION_TITLE_RULES, *NAME_RULES, *LANGUAGE_RULES)
"""The rules about words; while a review is a draft they advise and stop nothing."""

RULES = (
    *TIMELINE_RULES,
    *CAUSE_RULES,
    *FAULT_TREE_RULES,
    *ACTION_RULES,
    *ACROSS_RULES,
    *ALIAS_RULES,
    *RECURRENCE_RULES,
    *PICTURE_RULES,
    *AUDIENCE_RULES,
    *WORD_RULES,
    *INCIDENT_RULES,
    *LEFT_OVER_RULES,
    *SPELLING_RULES,
    *LINK_RULES,
    *VOCABULARY_RULES,
)

_TEXT_RULES = (*LEFT_OVER_RULES, *LINK_RULES, *PICTURE_RULES)
_SLOW_RULES = (*WORD_RULES, *OUTCOME_RULES, *RECURRENCE_RULES, *AUDIENCE_RULES, *_TEXT_RULES)
QUICK_RULES = tuple(rule for rule in RULES if rule not in _SLOW_RULES)
"""The rules that neither read every text of a book nor analyse every tree, for a preview that cannot wait."""

_ACROSS_RULES = (*ACROSS_RULES, *ALIAS_RULES, *RECURRENCE_RULES, *SPELLING_RULES, *LINK_RULES)
_ACROSS = (
    *(rule.code for rule in _ACROSS_RULES if rule is not EVIDENCE),
    *("PIR210", "PIR301", "PIR306", "PIR322", "PIR328", "PIR330", "PIR641", "PIR701", "PIR702", "PIR705"),
    *("PIR707", "PIR802"),
)
"""The rules that look beyond an incident, or at the day."""

ALONE_RULES = tuple(rule for rule in RULES if rule.code not in _ACROSS)
"""The rules that judge each incident by itself: with its review, the reviews that its fault tree transfers to,
the files beside it and the vocabulary.

What they find in one depends on no other, and on no day, so it need be found once only.
"""

__all__ = ["ALONE_RULES", "QUICK_RULES", "RULES", "WORD_RULES", "Field", "Finding", "Rule", "judge"]


def judge(book: Book, as_of: date, rules: Sequence[Rule] = RULES) -> Iterator[tuple[Rule, Finding]]:
    """What every rule, or each of some, finds in the book."""
    drafts = {f"{review.id}/pir.yaml" for review in book.reviews if review.status is ReviewStatus.DRAFT}
    about_words = {rule.code for rule in WORD_RULES}
    for rule in rules:
        for finding in rule.check(book, as_of):
            is_advice = rule.code in about_words and finding.at.file in drafts
            yield rule, _milder(rule, finding) if is_advice else finding


def _milder(rule: Rule, finding: Finding) -> Finding:
    """The finding as a warning at most."""
    level = finding.level or rule.explanation.level
    return replace(finding, level=Level.WARNING) if level is Level.ERROR else finding
