"""A small tree in which nothing is wrong, for the examples of the rules to lay theirs over."""

from __future__ import annotations

from pirgen.diagnostics import Level
from pirgen.rules.rule import Check, Rule, rule

FACTORS = """
# pir.yaml
factors:
  null-price: {text: A price may be missing, category: data}
  no-test: {text: No test places an order without a price, category: testing}
  no-canary: {text: Releases reach everybody at once, category: deployment}
  rush-hour: {text: It was the busiest hour, category: environment, kind: condition}
"""
GOOD_TREE = """fault_tree:
  top: orders-fail
  gates:
    orders-fail: {title: All orders fail, all: [bad-release, no-canary]}
    bad-release: {title: A bad release goes out, inhibit: no-release-check, condition: rush-hour}
    no-release-check: {title: Nothing stops it, all: [null-price, no-test]}
"""
GOOD = FACTORS + GOOD_TREE

INHIBIT = "bad: {title: A bad release, inhibit: no-canary, condition: rush-hour}"
REST = "{title: Nothing stops it, all: [null-price, no-test]}"


def a_tree(*gates: str, factors: str = FACTORS, top: str = "orders-fail") -> str:
    """An example with a tree of these gates, a line of YAML each."""
    lines = "\n".join(f"    {gate}" for gate in gates)
    return f"{factors}fault_tree:\n  top: {top}\n  gates:\n{lines}\n"


def tree_rule(
    code: str, title: str, level: Level, reason: str, bad: str, check: Check, good: str = GOOD
) -> Rule:
    """A rule about fault trees."""
    return rule(code, title, level, reason, bad, good, check)
