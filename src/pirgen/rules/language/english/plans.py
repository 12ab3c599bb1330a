"""English plans that have no end, in the titles of actions and among lessons."""

from __future__ import annotations

from pirgen.rules.language.english.titles import BOUNDED
from pirgen.rules.language.notation import compiled

VAGUE = compiled(
    r"((?:make|making) (?:\w+ )?improvements?\b|encourag(?:e|ing)\b|(?:set up|add|build|create"
    r"|implement) some (?:kind|sort|form|type)s? of\b|something (?:about|like|to|for)\b|(?:bring down|reduce"
    r"|lower|decrease|cut down) [^.;]{3,60}? (?:even (?:more|further)|as much as possible)\b"
    r"|address(?:ing)? the (?:root cause|issue|problem)s?\b|(?:check|find out|learn|determine|see) (?:why"
    r"|how|what causes)\b|spend more time\b|(?:devise|work out|develop|define|agree on|come up with"
    r"|identify) an? (?:\w+ )?(?:strategy|path|plan|way|approach)\b|(?:introduce|provide|have|build|develop"
    r"|implement|add|create|define|establish|adopt) (?:better|improved"
    r"|stronger|clearer|(?:more|less) \w+|appropriate|adequate|proper)\b|invest in\b|insure\b"
    r"|continuing (?:our |the )?(?:review|work|effort|investigation)s?\b"
    r"|continues? to (?:automat|adopt|expand|extend|follow|build|develop|refin|enhanc|increas|reduc)\w*)(?!-)"
    rf"|((?:optimi[sz]|streamlin|refin)(?:e|ing)\b{BOUNDED}|(?:strengthen|monitor)\b{BOUNDED}|work on\b)(?!-)"
)
"""What may have an end as seldom as 'improve'."""

VAGUE_THINGS = compiled(
    r"\b((?:more (?:\w+ )?(?:robust|resilien\w+|reliable|reliably|graceful\w*|frequent\w*|redundan\w+|stable"
    r"|secure|securely|thorough\w*|proactive\w*|independent|transparen\w+|timely|effective\w*|efficient\w*|rigorous\w*"
    r"|frictionless|testing|monitoring|visibility|training|documentation|care|caution)(?! than)"
    r"|(?:better|improved|additional|adequate|stronger|stricter|enhanced|clearer|proactive|appropriate|sufficient)"
    r" (?:\w+ ){0,2}?(?:testing|tests|monitoring|alerting|alerts|process\w*|procedures?|communications?"
    r"|documentation|handling|safeguards?|ways?|visibility|tool\w*|training|coverage|protections?|measures"
    r"|controls?|plans?|planning|checks|practices?|workflows?|detection|reviews?|guidelines|coordination)"
    r"(?! (?:\w+ed|found|caught|made|is|was|are|were|has|had|would)\b))\b)"
)
"""What is better than before, by no measure."""
