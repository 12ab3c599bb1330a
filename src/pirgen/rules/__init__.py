"""What a good incident and review satisfy; the list of rules is the one that you see here."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pirgen.model import Book
from pirgen.rules.across import ACROSS_RULES
from pirgen.rules.actions import ACTION_RULES
from pirgen.rules.causes import CAUSE_RULES
from pirgen.rules.fault_trees import FAULT_TREE_RULES
from pirgen.rules.rule import Field, Finding, Rule
from pirgen.rules.timeline import TIMELINE_RULES

FAMILIES = (
    ("Timeline", TIMELINE_RULES),
    ("Causes", CAUSE_RULES),
    ("Fault trees", FAULT_TREE_RULES),
    ("Actions", ACTION_RULES),
    ("Across incidents", ACROSS_RULES),
)
"""The rules by what they look at."""

RULES = tuple(rule for _, rules in FAMILIES for rule in rules)

__all__ = ["FAMILIES", "RULES", "Field", "Finding", "Rule", "judge"]


def judge(book: Book, as_of: date) -> Iterator[tuple[Rule, Finding]]:
    """What every rule finds in the book."""
    for rule in RULES:
        for finding in rule.check(book, as_of):
            yield rule, finding
