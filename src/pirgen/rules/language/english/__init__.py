"""The patterns of English, in the order of their codes."""

from __future__ import annotations

from pirgen.rules.language.english.broad_blame import BROAD_BLAME
from pirgen.rules.language.english.counterfactuals import COUNTERFACTUALS
from pirgen.rules.language.english.faults import ACTORS, ERRORS, FAULT, JUDGEMENTS
from pirgen.rules.language.english.hindsight import HINDSIGHT
from pirgen.rules.language.english.norms import NORMS
from pirgen.rules.language.english.omissions import OMISSIONS
from pirgen.rules.language.english.remedies import PASSIVES
from pirgen.rules.language.english.set_phrases import SET_PHRASES
from pirgen.rules.language.english.tone import (
    ACCIDENTS,
    LOADED,
    ONE_CAUSE,
    OWN_BLAME,
    SIZES,
)
from pirgen.rules.language.phrasing import Pattern

PATTERNS: tuple[Pattern, ...] = (
    *ERRORS,
    *ACTORS,
    *JUDGEMENTS,
    *FAULT,
    *COUNTERFACTUALS,
    *OMISSIONS,
    *NORMS,
    *LOADED,
    *HINDSIGHT,
    *ONE_CAUSE,
    *PASSIVES,
    *ACCIDENTS,
    *OWN_BLAME,
    *SIZES,
    *SET_PHRASES,
    *BROAD_BLAME,
)
"""The order of patterns of one code matters: where two find the same words, the first one speaks."""
