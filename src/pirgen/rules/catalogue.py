"""Every code and what it stands for, by family: what ``pirgen explain`` and the forms for CI look up."""

from __future__ import annotations

from collections.abc import Mapping

from pirgen.diagnostics import Explanation
from pirgen.rules import RULES
from pirgen.source import READING_CODES

EXPLANATIONS: Mapping[str, Explanation] = {
    explanation.code: explanation
    for explanation in sorted(
        (*READING_CODES, *(rule.explanation for rule in RULES)), key=lambda explanation: explanation.code
    )
}

_TITLES = {
    "PIR0": "The file as YAML",
    "PIR1": "The form: keys and values",
    "PIR2": "The timeline",
    "PIR3": "Factors, whys and fault trees",
    "PIR4": "Actions",
    "PIR5": "Between incidents and reviews",
    "PIR6": "Words and people",
    "PIR7": "Days, copies, spellings and links",
    "PIR8": "Who may read it",
    "PIR9": "Waivers",
}


def families() -> list[tuple[str, list[Explanation]]]:
    """The codes in order under the titles of their families, which the first digit tells."""
    grouped: dict[str, list[Explanation]] = {}
    for code, explanation in EXPLANATIONS.items():
        grouped.setdefault(code[:4], []).append(explanation)
    return [(_TITLES.get(family, family), members) for family, members in grouped.items()]
