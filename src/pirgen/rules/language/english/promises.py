"""What an English text, other than a title, promises without an end or asks people to keep in mind."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from pirgen.rules.language.english.titles import CARE_IN_PROSE
from pirgen.rules.language.notation import WordPattern, any_of, compiled

_ALSO = r"(?:(?:also|now|then|all|always|still|both|just|really|currently|again|too|\w+ly|\w+ing to) ){0,2}"
_WHO = (
    r"(?:we|i|they|(?:\w+ )?(?:teams?|engineers|developers|staff|management|company|department|group"
    r"|board|operations"
    r"|maintainers|admins|administrators|contractor|vendor|provider|supplier))"
)
_NAMELY = r"(?:(?:and (?:our|the|his|their) )?\w+ )?"
_INTENDS = (
    r"(?:(?:need|needs|want|wants|have|has|plan|plans|intend|intends|aim|aims|hope|hopes|ought|going"
    r"|planning|hoping"
    r"|aiming|looking|committed|continuing|continue|decided|trying|try|started|begun|agreed|working) to)"
)
_OPEN = (
    r"(?:(?:improv|enhanc|investigat|evaluat|analy[sz]|assess|research|explor|discuss|re-?examin"
    r"|re-?evaluat|re-?think"
    r"|re-?assess|review|optimi[sz]|streamlin|refin|strengthen|minimi[sz]|bolster|harden|reconsider"
    r"|tighten|consider"
    r"|revisit|reflect|figur)(?:e|ing)?|look(?:ing)? (?:in)?to|look(?:ing)? at"
    r"|look(?:ing)? for (?:ways|other|better)"
    r"|think(?:ing)? (?:about|of|through) (?:how|ways|what|better)|figure out"
    r"|find(?:ing)? (?:an? )?(?:\w+ )?(?:way"
    r"|solution)s?|working? on (?:ways|improv\w+|better|mak\w+|an? plan|plans|strengthen\w*|how)"
    r"|address(?:ing)? (?:the|these|this|any|all|those) (?:root|underlying|issue|concern|problem|shortcoming"
    r"|weakness|gap|deficienc|situation)\w*"
    r"|(?:do|doing) (?:better|more\b(?! than)|everything\b(?! in our)|our (?:best|utmost)|a better)"
    r"|strive|endeavou?r|learn(?:ing)? (?:from|more|how|our)|see(?:ing)? (?:what we can|how we can|if we can)"
    r"|(?:make|making|made) (?:\w+ )?(?:improvements|(?:our|the|this|these"
    r"|it) (?:[\w-]+ ){0,5}(?:better|easier|clearer"
    r"|safer|smoother|faster|more \w+))|tak(?:e|ing) (?:(?!following\b)\w+ ){0,3}(?:steps|measures"
    r"|precautions)"
    r"|prevent(?:ing)? (?:this|such|similar|these) (?:\w+ )?(?:from|in)|(?:make|making) (?:sure|certain)"
    r"|ensur(?:e|ing) (?:that )?(?:this|such|it|similar|these|we|our|better|more|all|there)"
    r"|be (?:better|more (?!than|care|aware|thorough|cautio|vigilan|diligen|attenti|disciplin|rigorous|mindful"
    r"|alert)[\w-]+))"
)
_MORE = (
    r"(?:better|more|improved|stronger|clearer|tighter|stricter|closer|enhanced|greater|additional"
    r"|further|extra"
    r"|some (?:sort|kind|form|type) of|robust|thorough|independent|proper|appropriate|adequate|necessary)"
)
_GET = (
    r"(?:have|get|add|introduce|implement|provide|build|create|establish|adopt|develop|use|put"
    r"|perform|define|do"
    r"|deploy|set up|hav|get|add|introduc|implement|provid|build|creat|establish|adopt|develop|us|putt"
    r"|perform|defin)(?:ing)? (?:in place )?(?:an? |the |even |much |some )?"
)
_DONE = (
    r"(?:(?:further )?(?:improved|enhanced|reviewed|investigated|evaluated|assessed|considered"
    r"|discussed|strengthened"
    r"|optimi[sz]ed|streamlined|revisited|explored|examined|hardened|tightened|re-?evaluated"
    r"|re-?assessed|minimi[sz]ed"
    r"|looked (?:in)?to|looked at|reinforced|made (?:\w+ )?(?:more|better|clearer|easier|safer)"
    r"|clearer|better"
    r"|more (?:robust|resilient|visible|explicit|consistent|proactive|transparent)))"
)

_PROMISED = compiled(
    rf"(\b{_WHO} (?:(?:will|shall|should|must|may|might|would like to|'ll)|(?:are |is |am |have |has "
    rf"|'re |'ve |'m )?"
    rf"(?:been )?{_ALSO}{_INTENDS}) {_ALSO}(?:be )?{_ALSO}(?:{_OPEN}|{_GET}{_MORE} (?!information\b"
    rf"|detail|update|analysis\b|comments\b)\w+)\b"
    rf"|\b(?:we'll|they'll|i'll) {_ALSO}(?:be )?{_ALSO}(?:{_OPEN}|{_GET}{_MORE} (?!information\b"
    rf"|detail|update|analysis\b|comments\b)\w+)\b"
    rf"|\b{_INTENDS} {_ALSO}{_OPEN}(?! (?:an? |the |and )?(?:\w+ )?(?:monitor|situation|issue"
    rf"|\w+ issues?|what))(?<!investigate)\b"
    rf"|\b(?:(?:{_WHO}|which) (?:are|is|am)|we're|they're|i'm) {_ALSO}(?!investigating\b)(?!looking\b)"
    rf"(?:{_OPEN}(?<=\w)|taking (?:(?!following\b)\w+ ){{0,2}}steps)\b"
    rf"|\b(?:should|must|will|shall|needs to|need to|has to|have to|ought to) {_ALSO}be {_ALSO}{_DONE}\b"
    rf"|\b(?:we|i|they) (?:probably |really |also )?should (?:probably )?try\b"
    rf"|\b(?:needs?|requires?|need for|deserves?) (?:an? |to be )?(?:{_MORE} (?:\w+ )?(?:testing|tests"
    rf"|monitoring|checks"
    r"|review|reviews|process|processes|procedures?|communication|documentation|alerts|alerting"
    r"|logging|mechanisms?"
    r"|visibility|planning|understanding|care|attention|thought|coordination|validation|safeguards"
    r"|controls|tools"
    r"|tooling)|improvement|improving|rethinking)\b"
    r"|\b(?:room|areas?|opportunit(?:y|ies)) (?:for|of|to) (?:\w+ )?improve(?:ments?)?\b)"
)

_TO_BE = any_of(
    "careful cautious vigilant aware mindful prepared ready diligent attentive proactive patient alert "
    "skeptical sceptical wary thorough disciplined conscious"
)
_PEOPLE = (
    r"(?:our|all|the|staff|everyone|everybody|employees|people|users|engineers|developers|operators"
    r"|personnel|teams?"
    r"|members|customers|technicians|crews?|them|us)"
)
_ASKED_OF_PEOPLE = compiled(
    r"((?:please|kindly) (?:also |just |always )?(?:don't|do not|do|never|always|remember|make sure"
    r"|ensure|double~check"
    rf"|keep|be (?!advised|aware|in touch|assured){_TO_BE}|test|change|stop|avoid|refrain"
    rf"|think)\b(?! hesitate\b)"
    rf"|(?:\b(?:should|must|need to|needs to|have to|will|ought to|please) |^\W*|(?<=[.!?:;]\s))"
    rf"(?:\w+ly |also |all |always )?(?:be|stay|remain) (?:more |very |extra )?{_TO_BE}\b"
    r"|\bbeware of\b|\b(?:must|should|need to|have to|ought to) (?:keep|bear) (?:it |this |that )?in mind\b"
    r"|\b(?:try) to (?:keep|be|stay|always|remember|avoid|think|not)\b"
    r"|\b(?:it is|it's|is) (?:\w+ )?(?:important|critical|crucial|essential|vital|imperative|paramount|wise)"
    r" (?:to|that (?:we|you|everyone|all|teams|engineers|people|users|they)) (?:be|make|have|keep"
    r"|test|check|verify|ensure|monitor|plan|always|never|review|document|communicate|avoid"
    r"|follow|maintain|remember|consider|develop|track|learn|update|validate|coordinate|include"
    r"|practi[cs]e)\b"
    r"|\blet this be\b|\b(?:good|stark|important|valuable|painful|timely|hard|humbling|strong|big"
    r"|key) (?:reminder|lesson)"
    r"\b|\breminder (?:to|that|for|of)\b|\bwake~?up call\b"
    r"|(?:^\W*|(?<=[.!?]\s))(?:always|never|don't ever|do not ever|don't assume|do not assume|double~check"
    r"|think twice)"
    r" (?!the\b|had\b|have\b|before\b|mind\b|again,|below\b|that\b|in\b|a\b|did\b)[a-z]+(?<!ed)(?<!ing)\b"
    r"|\bcareful (?:thought|attention|consideration|planning|review|testing)\b"
    r"|\b(?:more|extra|greater) (?:care|caution|vigilance|diligence|attention)\b"
    rf"|\b(?:re-?train|upskill|coach|educate|train) {_PEOPLE}\b(?! model)"
    rf"|\b(?:remind|briefed|brief|reminded|reminding|coached|re-?trained|trained) (?:all|our|everyone"
    rf"|staff|the team"
    r"|the staff|employees|engineers|users|them|developers|personnel|teams)\b"
    r"|\b(?:should|will|must|to|needs?) (?:be |all be )?(?:re-?trained|coached|re-?educated"
    r"|reminded)\b"
    r"|\b(?:will|should|need|needs|must|improv\w+|plan\w*|going to|conduct|schedule|invest in|provide)"
    r" (?:[\w-]+ ){0,5}(?:training|coaching)\b(?! (?:data|set|job|run|model|pipeline|cluster))"
    r"|\b(?:raise|raising|increase|increasing|greater|more) (?:\w+ )?awareness\b)"
)

_STEMS = (
    "improv enhanc investigat evaluat analys analyz assess research explor discuss examin reexamin reevaluat "
    "rethink reassess review optimiz optimis streamlin refin strengthen minimiz minimis bolster harden "
    "reconsider tighten consider revisit reflect figur address ensur prevent endeavour endeavor learn striv "
    "look find work do see mak tak"
)
_WHOLE = (
    "think thinking made try better more improved stronger clearer tighter stricter closer enhanced greater "
    "additional further extra some robust thorough independent proper appropriate adequate necessary "
    "improvement improvements rethinking resilient careful visible explicit consistent proactive transparent "
    "reinforced"
)
_OPEN_WORDS = frozenset(
    [stem + end for stem in _STEMS.split() for end in ("", "e", "ing", "ed")] + _WHOLE.split()
)
_INTENTIONS_WORDS = (
    "will shall should must may might would ll need needs want wants plan plans intend intends aim aims hope "
    "hopes ought going planning hoping aiming looking committed continuing continue decided trying try "
    "started begun agreed working have has are is am re m ve requires require deserves room area areas "
    "opportunity opportunities"
)
_INTENTIONS = frozenset(_INTENTIONS_WORDS.split())
_OF_CARE_WORDS = (
    "please kindly careful cautious vigilant aware mindful prepared ready diligent attentive proactive "
    "patient alert skeptical sceptical wary thorough disciplined conscious beware mind try important critical "
    "crucial essential vital imperative paramount wise let reminder lesson always never assume double think "
    "thought attention consideration planning review testing care caution vigilance diligence retrain re "
    "train trained retrained upskill coach educate reeducated educated teach remind reminded reminding "
    "training coaching coached awareness wake wakeup"
)
_OF_CARE = frozenset(_OF_CARE_WORDS.split())
_OBLIGING_WORDS = (
    "should must will ll need needs have has ought are vigilant cautious stay highlight highlights "
    "highlighted highlighting underscore underscores underscored underscoring stress stressed stresses "
    "stressing emphasise emphasised emphasises emphasising emphasize emphasized emphasizes emphasizing "
    "reinforce reinforces show shows remind reminds reminded reminding reminder lesson takeaway moral"
)
_OBLIGING = frozenset(_OBLIGING_WORDS.split())


class Prose(NamedTuple):
    """A pattern for prose, and sets of words: a sentence without one of each set is not looked at."""

    pattern: WordPattern
    needs: tuple[frozenset[str], ...]


DUTIES = Prose(CARE_IN_PROSE, (_OBLIGING,))
"""A duty of people or of readers."""
OPEN_PROMISES = Prose(_PROMISED, (_OPEN_WORDS, _INTENTIONS))
"""What will or should be done, in words that have no end."""
CARE_ASKED_FOR = Prose(_ASKED_OF_PEOPLE, (_OF_CARE,))
"""What people are asked to do, to keep in mind or to be taught."""

_BEFORE = 2
"""How much of the sentence before is looked at, by which a pattern sees that one begins."""
_SENTENCE_ENDS = re.compile(r"[.!?]\s+|\n\s*\n")
_WORD = re.compile(r"\w+")


def found_in_prose(text: str, *asked: Prose) -> re.Match[str] | None:
    """The first words of a text in lower case that one of the patterns finds, sentence by sentence."""
    for begins, ends, words in _sentences(text):
        for prose in asked:
            if not any(needed.isdisjoint(words) for needed in prose.needs):
                match = prose.pattern.search(text, max(0, begins - _BEFORE), ends)
                if match:
                    return match
    return None


@lru_cache(maxsize=64)
def _sentences(text: str) -> list[tuple[int, int, frozenset[str]]]:
    """Where each sentence of a text begins and ends, and its words."""
    ends = [*(match.end() for match in _SENTENCE_ENDS.finditer(text)), len(text)]
    return [(begin, end, frozenset(_WORD.findall(text, begin, end))) for begin, end in pairwise([0, *ends])]
