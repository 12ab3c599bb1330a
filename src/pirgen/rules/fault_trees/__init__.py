"""What a good fault tree satisfies."""

from pirgen.rules.fault_trees.gates import GATE_RULES
from pirgen.rules.fault_trees.joints import JOINT_RULES
from pirgen.rules.fault_trees.outcome import OUTCOME_RULES

__all__ = ["FAULT_TREE_RULES"]

FAULT_TREE_RULES = tuple(sorted((*JOINT_RULES, *GATE_RULES, *OUTCOME_RULES), key=lambda rule: rule.code))
