"""What a good fault tree satisfies."""

from pirgen.rules.fault_trees.gates import GATE_RULES
from pirgen.rules.fault_trees.outcome import OUTCOME_RULES
from pirgen.rules.fault_trees.references import REFERENCE_RULES

__all__ = ["FAULT_TREE_RULES"]

FAULT_TREE_RULES = tuple(sorted((*REFERENCE_RULES, *GATE_RULES, *OUTCOME_RULES), key=lambda rule: rule.code))
