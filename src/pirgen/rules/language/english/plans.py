"""English plans that have no end, in the titles of actions, in the middle of their text, and among lessons."""

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

_DULY = r"(?:will|'ll|would|should|could|must|needs? to|have to|are|'re|is|am|being)"
_IN_PASSING = r"(?:to|and|have|been|may|might|can)"
_STRIVE = (
    r"(?:investigat|consider|explor|evaluat|re-?evaluat|examin|revis|assess|re-?think|brainstorm|discuss"
    r"|research|improv|enhanc|optimi[sz]|refin|streamlin|strengthen|minimi[sz]|extend|revisit|harden|overhaul"
    r"|tighten|bolster|look(?=ing)|fine~?tun)(?:e|ed|ing|ation)?"
    r"|think about|look (?:at|into|for)|work(?:ing)? (?:on|towards?|to)|working with|ensur(?:e|ing)"
    r"|mak(?:e|ing) sure"
)
_BETTER_THINGS = (
    r"more (?:\w+ )?(?:robust|resilien\w+|reliable|reliably|graceful\w*|frequent\w*|redundan\w+|stable|secure"
    r"|securely|thorough\w*|proactive\w*|independent|transparen\w+|timely|effective\w*|efficient\w*|rigorous\w*"
    r"|frictionless|testing|monitoring|visibility|training|documentation|care|caution)(?! than)"
    r"|(?:better|improved|additional|adequate|stronger|stricter|enhanced|clearer|proactive|appropriate|sufficient)"
    r" (?:\w+ ){0,2}?(?:testing|tests|monitoring|alerting|alerts|process\w*|procedures?|communications?"
    r"|documentation|handling|safeguards?|ways?|visibility|tool\w*|training|coverage|protections?|measures"
    r"|controls?|plans?|planning|checks|practices?|workflows?|detection|reviews?|guidelines|coordination)"
    r"(?! (?:\w+ed|found|caught|made|is|was|are|were|has|had|would)\b)"
)
_AGAINST_IT = (
    r"(?:measures|steps|plans?|processes|procedures|safeguards|actions|everything|changes|improvements|working"
    r"|committed) (?:[\w']+ ){0,6}?(?:to|and|can|will) (?:\w+ )?(?:prevent|avoid|reduce|minimi[sz]e|mitigate"
    r"|limit|lessen|lower|ensure)"
    r"|so (?:that )?(?:this|it) (?:does not|doesn't|won't|will not|never|cannot) (?:happen|occur|recur)"
)
_OUGHT = (
    r"needs? to (?:be (?:a |more |better |able )|find|have|devise|define|understand|think|work|get|become"
    r"|establish|come up|do)"
)
_BETWEEN = r"(?:\w+ly |also |now |be |been |being |further |try to |help )*"
_VAGUE_PLAN = rf"\b((?:{_BETTER_THINGS}|{_AGAINST_IT}|{_OUGHT})\b)"
PLAN_IN_ACTIONS = compiled(rf"(?:\b(?:{_DULY}|{_IN_PASSING}) {_BETWEEN}((?:{_STRIVE})\b)|{_VAGUE_PLAN})")
VAGUE_THINGS = compiled(rf"\b({_BETTER_THINGS})\b")
PLAN_IN_LESSONS = compiled(rf"(?:\b{_DULY} {_BETWEEN}((?:{_STRIVE})\b)|{_VAGUE_PLAN})")
"""What has no end in the middle of a text."""
