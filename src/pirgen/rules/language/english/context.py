"""What an English sentence says around some words that makes them no finding: it denies them, doubts them, says
what others call it, speaks of what may be, gives the reason, or means an attacker.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from pirgen.rules.language.english.people import AGENT
from pirgen.rules.language.notation import WordPattern, compiled
from pirgen.rules.language.phrasing import Spared

_NEAR = 160
"""How far a sentence is looked at on each side of the words."""

_ENDS = re.compile(r"[.!?](?=[\s\"')\]]|$)|\n\s*\n|\n\s*[-*\u2022] ")

_WORDS_BETWEEN = (
    r"(?: (?!but\b|and\b|due\b|because\b|since\b|until\b|so\b|when\b|that\b|who\b|which\b|only\b"
    r"|just\b)[\w'-]+){0,4}"
)
_SAYS = r"(?:matter|help|hurt|say|saying|think|believe|mean|claim|suggest|imply|case|mean to say|follow)"
_DENIED_BEFORE = compiled(
    rf"\b(?:rul(?:e|es|ed|ing) out|not(?! only\b| just\b| merely\b)|no(?! doubt\b)|never|nobody|no~one|none"
    rf"|nor|neither|without"
    rf"|rather than|instead of(?! [\w-]+ed by\b)|hesita(?:ted|ting|nt) to|beyond|hardly|rarely|seldom|cannot"
    rf"|\w+n't)(?: {_SAYS} that)?{_WORDS_BETWEEN}\s*$"
    r"|(?:n't| not) (?:the result of|caused by|due to|because of)\b[^.;!?]{0,60}$"
)
_DENIED_AFTER = compiled(
    r"^[^.;!?]{0,60}?(?:, (?:which|and|but) (?:it |this |that )?(?:was|is|were) not\b|\b(?:is|was|were"
    r"|are) (?:ruled out|no (?:answer|explanation|excuse|cause)|not (?:the|an?) (?:cause|answer|reason"
    r"|explanation))\b)"
)
_DOUBT = (
    r"(?:whether|if|unclear (?:if|whether|why|how|what|which|who|when|to)|unknown|uncertain|unsure"
    r"|not(?: yet)?(?: \w+)? (?:sure|certain|clear|known"
    r"|confirmed|found|determined|identified)|(?:do|does|did|could|can)(?:n't| not)(?: yet)? (?:know|say"
    r"|tell|determine|confirm|establish|find)|wonder\w*|asks?|asked|asking|questions?|hard to (?:see|say"
    r"|tell)|suspect\w*|(?:may|might)(?: well)?(?: have)? (?:be|been)|maybe|perhaps|possibly|suppose\w*"
    r"|searche?(?:d|s)? for|looking for|hypothes\w+|theor(?:y|ies)|guess\w*|thought|at first|initially"
    r"|has(?:n't| not) said|likely|probably|alleg\w+|accus\w+|know(?:s|ing)? (?:when|how|why|whether)"
    r"|(?:nobody|no~one) (?:could|can|knows?|knew)(?! because\b))"
)
_DOUBTED_BEFORE = compiled(rf"\b{_DOUBT}\b(?:(?! but\b)[^.;!?]){{0,70}}$")
_DOUBTED_AFTER = compiled(
    r"^[^.;!?]{0,90}?(?:\?|\b(?:is|was|are|were|remains?|stays?) (?:still |yet |as yet |not yet "
    r"|only )*(?:unclear|unknown|uncertain|unconfirmed|undetermined|suspected|disputed|thought to"
    r"|believed to|obscure|elusive|a mystery|not (?:yet )?(?:known|clear|certain|confirmed|found|sure)"
    r"|under investigation)\b"
    r"|\b(?:can(?:not|'t| not)|could(?: not|n't)) (?:know|tell|say)\b|\b(?:remains?|stays?|is (?:still|yet)"
    r"|was (?:still|yet)) open\b)"
)
_NAMED_BEFORE = compiled(
    r"\b(?:calls?|called|calling|labell?s?|labell?ed|labell?ing|terms|termed|describ\w+|so~called|classif\w+"
    r"|marked|logged|recorded|written off|the (?:terms?|words?|phrase|label|notion|idea of))(?: (?:it|this"
    r"|that|them|us|him|her|the \w+))?(?: as)?(?: an?| the)? $"
)
_POSSIBLE_BEFORE = compiled(
    r"\b(?:(?:if|whenever|unless|in case|against|prevent\w*|avoid\w*|guard(?:s|ed|ing)?|protect\w*|refus\w*"
    r"|allow\w*|lets?|letting|makes? it \w+ (?:for|to)|possib\w+ (?:for|that|of)|risk of|chance of|room for"
    r"|keeps?|keeping|so that|(?:nothing|what) (?:stops|keeps)|whoever|whichever|in the event of|tolerat\w+"
    r"|resilien\w+ to|robust to|prone to|vulnerable to|likelihood of|potential for|easy (?:for|to)"
    r"|regardless of|hypothetical\w*|imagine|minimi[sz]\w*|reduc\w*"
    r"|eliminat\w*|susceptib\w+ to|deter)\b(?:(?!(?<!\bthat)(?<!\bwhich) (?:had|was|were|is|are|has"
    r"|but)\b)[^.;!?]){0,50}|\b(?:can"
    r"|could|may|might|cannot)(?: \w+){0,2} |\b(?:any|potential|possible|future|further|more) )$"
    r"|\b(?:can|could|may|might)(?: \w+ly)? (?:cause|lead to|result in|create|breed|become|introduce"
    r"|mean)(?: \w+){0,3} $|\b(?:possible|potential|many|various|common|usual) (?:factors|causes|reasons"
    r"|sources|kinds"
    r"|things)\b[^.;!?]{0,150}$"
)
_POSSIBLE_AFTER = compiled(
    r"^[^.;!?]{0,120}? (?:can|could|may|might)(?: \w+)? (?:result|lead|cause|creep|occur|happen|contribute"
    r"|introduce|produce|be dangerous|be costly)\b"
)
_NO_TIME = (
    r"(?! (?:then|that|last|early|late|about|around|at least|before|day|yesterday|noon|midnight|\d|(?:mon"
    r"|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september"
    r"|october|november|december|the (?:start|beginning|release|deploy\w*|upgrade|morning|incident|outage"
    r"|change|last|move))\b)"
)
_NO_REASON = (
    r"(?:an? |the |our |their |his |her )?(?:lack|failure|mistake|error|negligence|oversight|ignorance|poor"
    r"|human|insufficient|inadequate|carelessness)"
)
_REASONED_AFTER = compiled(
    rf"^[^.;!?]{{0,120}}?(?:\b(?:because|given(?: that)?|owing to|under the impression|in the belief"
    rf"|for (?:\w+ )?(?:\w+ )?reasons?|due to (?!{_NO_REASON}))\b|, (?:thinking|believing|assuming|trusting)\b"
    rf"|\bsince\b{_NO_TIME}"
    rf"|, as (?!well\b|usual\b|expected\b"
    r"|planned\b|required\b|per\b|always\b|intended\b|described\b|noted\b|mentioned\b|a result\b)"
    r"|\bas (?:both|there|no|none|nothing"
    r"|neither|(?:the|it|they)(?! (?:tried|set|began|started|went|prepared|(?:was|were) \w+ing)\b)) "
    r"|, which (?:[\w-]+ ){0,4}?(?:does|did|do|had|has|shows?)(?:n't| not"
    r"| no\b| only\b| the same\b)| while (?:the|it|they) (?:\w+ ){1,3}(?:was|were|showed) )"
)
_REASONED_BEFORE = compiled(
    r"(?:(?:^\W*|, )(?:because|since|as|given(?: that)?|due to) [^.;!?]+, (?:(?:it|they|this|that) )?"
    r"|^\W*(?:because|since) [^.;!?]{12,120} "
    r"|\b(?:because|since"
    r"|as) [^.;!?]{5,80},? and (?:\w+ )?|(?<=[\w,])\s+(?:so(?: that)?|therefore|thus|hence|which is why"
    r"|and so) (?:(?:the|these|those|our|no|such|we|i|nobody) )?|^\W*(?:as a (?:result"
    r"|consequence)(?: of [^.;,]{3,80})?"
    r"|consequently|therefore|thus|hence),? |\b(?:meant|means|meaning) (?:that )?)$"
)
_HOSTILE = compiled(
    r"\b(?:attack\w*|malicious\w*|hackers?|hacked|bot~?nets?|forged|spoof\w*|packets|from (?:the )?outside"
    r"|outside (?:of )?(?:the|our) (?:company|organi[sz]ation|network)|without (?:logging|log~?ging"
    r"|signing) in|with (?:access to )?the link|floods?|flood of|d?dos|phish\w*|stolen|stole|steals?|spam\w*"
    r"|exploit\w*|abus\w+|vandal\w*|thie(?:f|ves)|theft|fraud\w*|scrap(?:er|ers|ing)|crawl\w*|intruders?"
    r"|impersonat\w+|compromis\w+|burglar\w*|ransom\w*|adversar\w+|threat actors?|unauthori[sz]ed)\b"
)
_EXPECTED = compiled(
    r"\b(?:by (?:now|then|noon|midnight|this point|the time|tomorrow|today|\d[\d:.]*)|by the (?:evening"
    r"|morning|afternoon|end|next)|at (?:that load|noon|midnight|this point|that point|\d[\d:.]*)"
    r"|from (?:now|noon|\d[\d:.]*)|as far as|fewer|for (?:all|everyone|everybody|most|every)|please"
    r"|automatically)\b|\bsee[n]? (?:more|less|fewer|a (?:drop|rise|fall))\b|^\W*(?:with|given|under|after"
    r"|once|if|before|assuming|outside|most|all|everything|no|your|you)\b"
)
_SEVERAL = compiled(
    r"\b(?:another|a (?:second|third|further)|the (?:second|third|other|others)|an additional|one of"
    r"|(?:several|two|three|many|multiple) (?:root )?causes|rarely|combination|interaction of"
    r"|or (?:one of )?several)\b"
)
_KIND = compiled(
    r"\b(?:thanks?|thank you|thankful|kudos|congrat\w*|great|good|nice|well done|happy|hooray|hurrah|welcome"
    r"|appreciat\w+|excellent|awesome|love\w*|cheers|enjoy|we are back|we're back|grateful|merry)\b"
)

_REMEDY_AFTER = compiled(rf"^(?: \w+ly)? (?:by|with|through) (?!{AGENT}|anybody\b|anyone\b|us\b|him\b|her\b)")
_REPAIR_BEFORE = compiled(
    r"\b(?:mitigations?|fix(?:es)?|hot~?fix(?:es)?|patch(?:es)?|repairs?|work-?arounds?|roll~?backs?"
    r"|remediations?"
    r"|corrections?)(?: \w+){0,2} (?:was|were|is|are|been) $"
)
REPAIR_FOLLOWS = (
    r"[^.;!?]{0,140}?(?:,| and| to| which| in order to) (?:[\w-]+ ){0,3}?(?:mitigat|restor|resolv|recover"
    r"|alleviat"
    r"|reliev|re~?enabl|reverted|roll(?:ed|ing)? back|remediat|repair|fix|spread|eliminat|prevent|limit|contain"
    r"|return)(?:e|ed|es|ing|ting|ted)?\b| (?:additional|further) "
)
"""What follows upon an act that is a repair."""
_AWAITED_AFTER = compiled(
    r"^[^.;!?]{0,40}? (?:by|before) (?:now|then|noon|tomorrow|\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|the end of (?:the )?(?:day|week))\b"
)

_Look = Callable[[str, str, str], bool]


def _before_or_after(before: WordPattern, after: WordPattern | None = None) -> _Look:
    def look(head: str, words: str, tail: str) -> bool:
        return bool(before.search(head) or (after and after.search(tail)))

    return look


def _after(pattern: WordPattern) -> _Look:
    return lambda head, words, tail: bool(pattern.search(tail))


def _anywhere(pattern: WordPattern) -> _Look:
    return lambda head, words, tail: bool(pattern.search(head + words + tail))


_LOOKS: Mapping[Spared, _Look] = {
    Spared.DENIED: _before_or_after(_DENIED_BEFORE, _DENIED_AFTER),
    Spared.UNCERTAIN: _before_or_after(_DOUBTED_BEFORE, _DOUBTED_AFTER),
    Spared.NAMED: _before_or_after(_NAMED_BEFORE),
    Spared.POSSIBLE: _before_or_after(_POSSIBLE_BEFORE, _POSSIBLE_AFTER),
    Spared.REASONED: _before_or_after(_REASONED_BEFORE, _REASONED_AFTER),
    Spared.HOSTILE: _anywhere(_HOSTILE),
    Spared.EXPECTED: _anywhere(_EXPECTED),
    Spared.SEVERAL: _anywhere(_SEVERAL),
    Spared.KIND: _anywhere(_KIND),
    Spared.REMEDY: _after(_REMEDY_AFTER),
    Spared.AWAITED: _after(_AWAITED_AFTER),
    Spared.REPAIR: _before_or_after(_REPAIR_BEFORE, compiled(f"^(?:{REPAIR_FOLLOWS})")),
}


def is_spared(text: str, start: int, end: int, spares: Spared) -> bool:
    """Whether the sentence around some words of a text makes them no finding, in one of the ways asked for."""
    head, tail = _sentence_around(text, start, end)
    words = text[start:end]
    return any(look(head, words, tail) for spared, look in _LOOKS.items() if spared in spares)


def _sentence_around(text: str, start: int, end: int) -> tuple[str, str]:
    """What the sentence says before and after some of its words."""
    head = text[max(0, start - _NEAR) : start]
    ends = [match.end() for match in _ENDS.finditer(head)]
    tail = text[end : end + _NEAR]
    stop = _ENDS.search(tail)
    return head[ends[-1] :] if ends else head, tail[: stop.end()] if stop else tail
