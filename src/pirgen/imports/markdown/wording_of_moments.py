"""Which moment an event is, where its words say so plainly; other events are left to an author."""

from __future__ import annotations

import re

from pirgen.model import Moment

__all__ = ["moment_in_words"]

_TROUBLE = r"(?:outage|incident|impact|downtime|disruption|degradation|interruption|unavailability)"
_LABEL = re.compile(
    r"[\s*_\[(]*(?P<label>impact start(?:s|ed)?|started|start|begin(?:ning)?|detected|detection|acknowledged"
    r"|acked|mitigated|mitigation|resolved|resolution|end)\b"
    r"(?P<close>[*_\])]+[\s:\u2013\u2014-]*|\s*:[\s*_]*|\s*[\u2013\u2014-]\s+|\s*$)",
    re.IGNORECASE,
)
_OF_LABEL = (
    ("start", Moment.STARTED), ("impact", Moment.STARTED), ("begin", Moment.STARTED),
    ("detect", Moment.DETECTED),
    ("ack", Moment.ACKNOWLEDGED), ("mitigat", Moment.MITIGATED), ("resol", Moment.RESOLVED),
    ("end", Moment.RESOLVED),
)  # fmt: skip
_SAID = (
    (
        Moment.STARTED,
        rf"\b(?:start|beginning|begin) of (?:the |this |our )?(?:\w+ )?{_TROUBLE}\b"
        rf"|\b{_TROUBLE}(?: window| period)? (?:begins|began|begin|starts|started|start)\b"
        r"|\b(?:errors?|failures?|timeouts?) (?:start|starts|started|begin|begins|began)\b"
        r"|\b(?:users|customers|clients|visitors) (?:start|begin|began)(?:ed)? (?:to )?"
        r"(?:see|experience|report|get)",
    ),
    (
        Moment.DETECTED,
        rf"\b(?:{_TROUBLE}|issue|problem) (?:was |is )?(?:first )?detected\b"
        r"|\b(?:first )?detect(?:ed|ion)\b(?= by| via| through|[.:]|$)"
        r"|\balert(?:s|ing)? (?:\w+ )?(?:fires?|fired|triggers?|triggered|goes off|went off)\b"
        r"|^(?:the |an? )?(?:first )?(?:\w+ )?alerts?(?: arrives?| arrived| received)?[.!]?$"
        r"|\b(?:on-?call|engineer|sre|responder|team)\b[^.]{0,30}\b(?:is|was|were|gets?|got) paged\b"
        r"|\bpagerduty (?:alert|page)",
    ),
    (
        Moment.ACKNOWLEDGED,
        r"\b(?:alert|page|incident|pager)\b[^.]{0,30}\b(?:acknowledged|acked|ack'd)\b|^(?:acknowledged|acked)\b"
        r"|\back(?:nowledge)?s (?:the )?(?:alert|page|incident)",
    ),
    (
        Moment.MITIGATED,
        rf"\b{_TROUBLE} (?:is |was )?(?:fully |now )?mitigated\b|^(?:fully )?mitigated\b"
        rf"|\bmitigation (?:is |was )?(?:complete|completed|confirmed|in place)\b"
        r"|\bend of (?:the )?(?:user |customer )?impact\b"
        r"|\b(?:service|site|system|functionality|access)s? (?:is |are |was |were )?(?:fully |completely )"
        r"(?:restored|recovered)\b",
    ),
    (
        Moment.RESOLVED,
        r"\b(?:end|resolution) of (?:the |this )?(?:outage|incident|downtime|disruption|degradation)\b"
        r"|\b(?:outage|incident|issue|downtime|disruption) (?:is |was |has been |now )?"
        r"(?:marked (?:as )?|declared |fully |now )?(?:resolved|over|closed|ends|ended)\b"
        r"|^(?:fully )?resolved\b|\ball[- ]clear\b|\bincident closed\b",
    ),
)
_DOUBT = re.compile(
    r"\b(?:not|never|partial(?:ly)?|almost|nearly|should|could|would|may|might|if|until|un|believed|thought|seem\w*"
    r"|attempt\w*|tr(?:y|ies|ied|ying)|cannot|can't|isn't|wasn't|before|prevent\w*|will|to be|yet|false|again"
    r"|re-?check\w*|manually)\W+(?:\w+\W+){0,3}$",
    re.IGNORECASE,
)


def moment_in_words(text: str) -> tuple[Moment | None, str]:
    """The moment that the words of an event name, and the words without a label that does."""
    found = _LABEL.match(text)
    if found and (found["label"][:1].isupper() or found["close"].strip(" ")):
        moment = next(moment for word, moment in _OF_LABEL if found["label"].lower().startswith(word))
        rest = text[found.end() :].strip()
        if rest or not found["close"].strip() or text.strip():
            return moment, rest or found["label"].capitalize()
    plain = re.sub(r"[*_`]+", "", text)
    for moment, words in _SAID:
        said = re.search(words, plain, re.IGNORECASE)
        if said and not _DOUBT.search(plain[: said.start()]):
            return moment, text
    return None, text
