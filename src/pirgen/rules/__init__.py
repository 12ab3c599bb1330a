"""What a good incident and review satisfy; the list of rules is the one that you see here."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pirgen.model import Book
from pirgen.rules.across import ACROSS_RULES
from pirgen.rules.action_titles import ACTION_TITLE_RULES
from pirgen.rules.actions import ACTION_RULES
from pirgen.rules.blameless import BLAMELESS_RULES
from pirgen.rules.causes import CAUSE_RULES
from pirgen.rules.fault_trees import FAULT_TREE_RULES
from pirgen.rules.names import NAME_RULES
from pirgen.rules.rule import Field, Finding, Rule
from pirgen.rules.timeline import TIMELINE_RULES

RULES = (
    *TIMELINE_RULES,
    *CAUSE_RULES,
    *FAULT_TREE_RULES,
    *ACTION_RULES,
    *ACROSS_RULES,
    *BLAMELESS_RULES,
    *ACTION_TITLE_RULES,
    *NAME_RULES,
)

__all__ = ["RULES", "Field", "Finding", "Rule", "judge"]


def judge(book: Book, as_of: date) -> Iterator[tuple[Rule, Finding]]:
    """What every rule finds in the book."""
    for rule in RULES:
        for finding in rule.check(book, as_of):
            yield rule, finding
