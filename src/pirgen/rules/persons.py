"""How a sentence names a person: patterns to build phrasings from, and how they are written.

In a pattern a space is any white space and ``~`` is white space or a hyphen. Letter case never matters. A match
begins and ends where words do. A group with parentheses, where there is one, is what an author is shown.
"""

from __future__ import annotations

import re
from functools import cache

from pirgen.rules.own_words import SOMEBODY

_DETERMINER = (
    r"(?:the|an?|our|another|one|some|this|that|these|those|their|his|her|both|two|three|several|most|all"
    r"|each|every)"
)
_MODIFIER = (
    rf"(?:(?!(?:{_DETERMINER}|to|of|for|by|from|with|in|on|at|and|or|but|which|who|is|was|were|had|has|have"
    r"|where|when|as|than|if|so|not|did)\b)[\w-]+ )"
)
_ROLE = (
    r"(?:on~call(?: engineer| developer| person)?|engineers?|developers?|devs?|admins?|administrators?"
    r"|sysadmins?|deployers?|reviewers?|authors?|committers?|responders?|commanders?|technicians?|programmers?"
    r"|testers?|colleagues?|coworkers?|teammates?|employees?|interns?|contractors?|persons?|SREs?|DBAs?)"
)
_OPERATOR = (
    r"(?:(?:an|our|another|one) operators?|(?:the )?operators"
    rf"|{_DETERMINER} (?:human|shift|duty|night|system|senior|junior) operators?"
    r"|the operator(?= (?:on (?:call|duty|shift)|in charge)\b))"
)
_BUSY = (
    r"(?:making|creating|writing|reviewing|merging|deploying|releasing|running|executing|applying|updating"
    r"|performing|doing|handling|triggering|investigating|solving)"
)
_TAIL = (
    r"(?: on (?:call|duty|shift)| at the time| in charge|,? (?:who|that)(?: [\w'-]+){1,6}?"
    rf"| {_BUSY}(?: [\w'-]+){{1,5}}?)?,?"
)

ADVERB = r"(?: (?:also|just|then|again|simply|even|still|always|at least|\w+ly))?"
BETWEEN = rf"(?: (?:had|has|have))?{ADVERB}\s*"
"""What may stand between a person and the verb."""

WORKER = (
    rf"(?:(?:(?:one|two|some|several|most|all) of )?(?:{_DETERMINER} {_MODIFIER}{{0,2}})?{_ROLE}|{_OPERATOR}"
    rf"|(?:the|our|their|a) {_MODIFIER}{{0,3}}team)"
)
"""Somebody by what they do: 'the on-call', 'a senior engineer', 'the payments team'.

Not so 'the operator', which is as often software, and users and managers, which mostly are.
"""

UNNAMED = rf"\b(?:he|she|someone|somebody|{WORKER}){_TAIL}"
"""Somebody else than the author and without a name, as the subject of a sentence."""

OTHERS = rf"\b(?:he|she|someone|somebody|{WORKER}|{SOMEBODY}+){_TAIL}"
"""Somebody else than the author, as the subject of a sentence."""

ANYBODY = rf"\b(?:he|she|we|i|you|someone|somebody|{WORKER}|{SOMEBODY}+){_TAIL}"
"""Anybody, as the subject of a sentence; 'they' is left out, as most of those in reports are systems."""

PARTICIPLE = (
    r"(?:(?!speed|seed|feed|need\b)\w+ed|seen|taken|given|written|chosen|spoken|broken|driven|gotten|known"
    r"|shown|thrown|drawn|grown|done|gone|caught|thought|taught|brought|bought|told|sold|kept|felt|left|made"
    r"|paid|said|sent|built|spent|held|heard|read|run|set|put|cut|shut|come|become|begun|understood|found|met"
    r"|been)\b"
)

AFTER_PREPOSITION = r"\b(?:to|of|for|from|with|by|between|about|than|like|as) $"
"""What stands before a person who is not the subject: 'the page to the engineer should have said'."""

AFTER_NOT = (
    r"(?:\b(?:not|no|never|nobody|none|nor|without|rather than|instead of|beyond)|n't)(?: [\w-]+){0,2} $"
)
"""What stands before words that are denied: 'this was not caused by human error'."""


_NOT_INSIDE_A_WORD = r"(?:(?<!\w)|(?!\w))"


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern in the notation of this module as a regular expression."""
    spaced = pattern.replace(" ", r"\s+").replace("~", r"[-\s]+")
    return re.compile(f"{_NOT_INSIDE_A_WORD}(?:{spaced}){_NOT_INSIDE_A_WORD}", re.IGNORECASE)
