"""How an English title of an action begins, and the patterns for titles that are weak."""

from __future__ import annotations

import re

from pirgen.rules.language.english.people import SUPPLIER, WORKER
from pirgen.rules.language.notation import any_of, compiled, lowered
from pirgen.rules.language.phrasing import Reliability

_NUMBERED = re.compile(
    r"\s*(?:[-*\u2022]\s+)?(?:\[[ xX]\]\s*)?(?:(?:\(?(?:\d{1,3}|[a-z])[.):]\)?|\#\d+:?|\[[^\]\n]{1,30}\]:?"
    r"|\(?[A-Z][A-Z0-9]{1,9}-\d+\)?:?)\s+(?:[-\u2013\u2014]\s+)?)*"
)
_BEFORE_THE_VERB = (
    re.compile(
        r"(?!(?:add|fix|deploy|update|remove|create|implement|document|write|test|verify|enable|disable|migrate"
        r"|replace|split|upgrade|refuse|limit|check)\b)(?:[A-Za-z][\w/-]*\s+(?:/\s)?){0,3}[A-Za-z][\w/-]*"
        r"(?::|\s+[-\u2013\u2014])\s+",
        re.IGNORECASE,
    ),
    compiled(
        r"(?:(?:as a (?:result|consequence)|in (?:addition|the (?:future|meantime|(?:short|long"
        r"|medium)~term))|additionally|going forward|moving forward|to (?:this|that) end|furthermore"
        r"|longer term|meanwhile|(?:most )?importantly|therefore|second(?:ly)?|third(?:ly)?|lastly),? )?"
    ),
    compiled(
        rf"(?:(?:we|i|they|you|{WORKER}|{SUPPLIER}|(?:[\w-]+ ){{0,3}}team|SREs?|ops|support|management"
        rf"|engineering|operations|security|QA)"
        r"(?: (?:(?:will|shall|should|must|can|could)(?: also)?|(?:(?:need|needs|have|has|want|wants|plan"
        r"|plans|aim|intend|is|are|agreed) )?(?:(?:going|planning|looking|working|committed) )?to"
        r"|would like to) | (?=continues?\b)|(?:(?: is| are| will be| have been|'re|'ll be)(?: (?:also|now"
        r"|currently|actively|already))? (?=\w+ing\b))))"
    ),
    compiled(
        r"(?:(?:please|possibly|potentially|perhaps|maybe|further|also|then|next|first|finally|let's|let us"
        r"|should|(?:start|begin) to) )*"
    ),
)


def head(title: str) -> int:
    """Where the verb of a title is: after its number, tracker id, label and subject."""
    numbered = _NUMBERED.match(title)
    start, lower = numbered.end() if numbered else 0, lowered(title)
    for pattern in _BEFORE_THE_VERB:
        match = pattern.match(lower, start)
        start = match.end() if match else start
    return start


_THEN = compiled(
    r"(?:;|,? and(?: then| also)?|, then|,(?= (?:improve|investigate|review|evaluate|explore|consider))) "
)


def heads(title: str) -> tuple[int, ...]:
    """Where each action of a title begins: one that asks for several has several."""
    first = head(title)
    return (first, *(match.end() for match in _THEN.finditer(lowered(title), first)))


_PEOPLE = (
    rf"(?:people|humans|them|him|her|myself|everyone|everybody|all|us|ourselves|staff|users|teams|{WORKER}"
    r"|(?:all |the |our )?(?:\w+ )?(?:engineers|developers|operators|owners|teams?))\b"
)
_VERY = (
    r"(?:(?:more|extra|overly|super|ever|very|much more|particularly|especially|always|even more|a bit more) )?"
)
_CARE_OF_MIND = (
    rf"(?:be(?:ing)?|stay(?:ing)?|remain(?:ing)?) {_VERY}(?:careful|vigilant|diligent|attentive|cautious"
    rf"|mindful|watchful)"
    r"|be(?:ing)? (?:more|extra|much more) (?:aware|rigorous|thorough|disciplined|conscious|alert)"
    r"|pay(?:ing)? (?:(?:more|closer|better|special|extra|careful|particular) )?attention|tak(?:e"
    r"|ing) (?:more|greater|better|extra|great|special|particular|additional) care|exercis(?:e"
    r"|ing) (?:(?:more|extra|great|greater) )?(?:caution|care)|use (?:more |extra )?caution"
)
_CARE_IN_DEED = (
    r"double~check|triple~check|always (?:check|verify|remember)|(?:keep|have) (?:an?|a close|a closer"
    r"|a watchful|closer) eyes? on|remember to|(?:don't|do not|never|let us not|let's not|not) forget"
    r"|watch out|be aware of|take care|think (?:twice|before|first)|look twice|treat (?:every|all"
    r"|each) [\w\s]{1,20} seriously|take [\w\s]{1,20} (?:more )?seriously|watch [\w\s]{1,30} more closely"
    r"|be careful|never trust|(?:read|check) [\w\s]{1,30} twice|be sure to"
    r"|expect the unexpected"
    r"|take your time"
    r"|better (?:analy[sz]e|check|plan|prepare|test|review|communicate|think|look|watch|read|verify|coordinate)"
)
_MORE_CARE = (
    r"(?:more|extra|greater|additional|better) (?:care|caution|attention|vigilance|diligence|discipline"
    r"|awareness)(?= (?:is|are|should|must|in|with|when|needed|required|around|to|during)\b)"
)
_NEVER_AGAIN = (
    r"(?:don't|do not|never) (?:do|make|let|repeat) (?:this|that|it|such|the same)(?: [\w']+){0,2}(?: again"
    r"| mistakes?)|make sure (?:that )?(?:this|it|that) (?:never|does not|doesn't) happens? again"
    r"|avoid (?:making )?(?:this|such|the same) mistakes?"
)

CARE_ANYWHERE = compiled(rf"(?:{_CARE_OF_MIND}|{_NEVER_AGAIN})\b")
CARE_AT_THE_HEAD = compiled(
    rf"(?:{_CARE_IN_DEED}|{_MORE_CARE}|remind {_PEOPLE}|(?:tell|ask) {_PEOPLE} to (?:double~)?(?:check|watch"
    rf"|look|pay|take)\b"
    r"|(?:emphasi[sz]e|stress) the (?:importance|need))\b"
)
CARE_AS_ADVICE = compiled(
    r"(?:^\W*|[.!?;:,] (?:and )?|\b(?:should|must|will|need to|needs to|have to|has to|ought to)(?: all| always"
    r"| just| also| really)? )"
    rf"((?!being\b|taking\b|paying\b)(?:{_CARE_OF_MIND}|(?:constantly |always |must )?remind {_PEOPLE}"
    r"|(?:emphasi[sz]e|stress) the importance of|(?:more |extra |great(?:er)? |particular )?(?:care|attention"
    r"|caution|vigilance)"
    r" (?:must|should|needs to|has to) be (?:taken|paid|given|exercised|used)"
    rf"|{_CARE_IN_DEED}|{_MORE_CARE}|{_NEVER_AGAIN}"
    rf"|keep a closer eye on|(?:always )?double~check))\b"
)
"""Care as advice in a lesson, which may well say that being careful did not help."""

_DUTY = r"(?:should|must|will|need to|needs to|have to|has to|ought to|are going to)"
CARE_IN_PROSE = compiled(
    rf"{_DUTY}(?: \w+ly| always| also| all| now| both)* ({_CARE_OF_MIND}|(?:be|stay|remain) (?:more "
    rf"|extra |very "
    r"|much more )?(?:proactive|careful|alert|aware of (?:conditions|surroundings|risks))|(?:double"
    r"|triple)~check"
    r"|think twice|keep an? (?:\w+ )?eye|(?:explicitly|carefully|always|manually|diligently) (?:verify"
    r"|check|test"
    r"|review|read|monitor|confirm|watch|consider))\b"
    r"|\b(?:(?:team )?members|everyone|everybody|people|engineers|developers|operators|users|staff|authors"
    rf"|reviewers|responders|maintainers)(?: all)? {_DUTY} (?:\w+ly )?(?:acknowledge|communicate"
    rf"|remember|check|read"
    r"|test|verify|be|pay|follow|ask|tell|inform|provide|watch|think|understand|know|take|ensure|report"
    r"|announce"
    r"|double~check|review)\b|\bto be (?:more )?(?:vigilant|cautious)\b|\b(?:will"
    r"|'ll)(?: be)?(?: \w+ly)? rely(?:ing)?(?: \w+ly)? on [^.;!?]{3,40}? (?:taking (?:the )?care|remembering"
    r"|noticing|being careful|paying)\b|\bstay (?:aware|alert|vigilant)\b"
    r"|\b(?:we|i|one|(?:the |our )?teams?|everyone) (?:also |really |all )?(?:should|must|needs? to|have to"
    r"|ought to) (?:also |always |now )?(make sure|ensure|do better|better (?:understand|communicate|evaluate"
    r"|assess|plan|prepare|coordinate|test|document|track)|check (?:the|that|if|whether|for))\b"
    rf"|\b(?:care|caution|vigilance|attention) {_DUTY}(?: always| also)? be (?:taken|paid|exercised|used)\b"
    r"|\b(?:highlight\w*|underscor\w+|stress\w*|emphasi[sz]\w*|reinforces?|shows?|remind\w*)(?: us)?(?: of)?"
    r" (?:the |how )?(?:need|important|critical|im?n?portance)(?: to| for| of| it is to)? [^.;!?]{0,70}?"
    r"\b(?:careful|carefully|care|caution|cautious|vigilan\w+|diligen\w+|attention|attentive|discipline\w*"
    r"|thorough|thoroughly|double~check\w*)\b|\bstress the im?n?portance\b"
    r"|\b(?:lesson|takeaway|moral)[^.;!?]{0,30}?(?:is|:) (?:to )?(?:always|never|be|double~check|check|remember"
    r"|don't)\b"
)
"""Care as a duty in the middle of a text, where 'be aware of' and 'remember to' mostly speak to readers."""

LESS_SURE_CARE = compiled(
    r"(?:make sure you(?! have)|more careful \w+|(?:always|trust) |never (?!below|above|more|less|exceed)\w+"
    r"|(?:don't|do not) (?:assume|run|deploy|push|merge|edit|change|touch|make"
    r"|release|restart|let|use|click|trust|store|leave|put)|reminders? (?:of|to|for|about)|babysit"
    r"|[^.;!?]{0,60}? (raise (?:\w+ )?awareness|more (?:carefully|thoroughly|diligently|attentively))"
    r"|(?:look|review|check|read|test|watch)[^.;!?]{0,40}? (more closely))\b"
)
"""What asks for care less often than it seems to."""

RULES_IN_LESSONS = compiled(
    r"(?:^\W*|[.!?:] )((?:always|never|remember|don't|do not|trust) \w+|know (?:how|all|your|where|what|which)"
    r"|make sure|be (?:deliberate|aware|careful|ready|prepared|explicit|patient)|learn to"
    r"|(?:verify|validate|notify|ensure|double~check|announce|communicate|question|understand|listen|expect"
    r"|respect|practi[cs]e) \w+|(?:check|review|monitor|watch|read|document|plan|inform"
    r"|follow)(?! (?:[\w-]+ ){0,3}(?:is|are|was|were|had|has|did|must|should|can|could|will|passed|failed"
    r"|worked|ran|showed|caught)\b) \w+|get feedback)\b"
)
"""A lesson that is a rule to remember."""

TRAINING = compiled(
    rf"(?:(?:re)?train|educate|teach|coach|brief) {_PEOPLE}"
    r"|(?:hold|give|run|provide|organi[sz]e|schedule|plan|do|offer) (?:an? |more |better |new "
    r"|regular )?(?:\w+ ){0,2}(?:trainings?|workshops?)\b(?!~(?:data|set|job|run|pipeline|cluster))|(?:more "
    r"|better |additional |continuous )?training (?:for|of|on|will|should|is) |raise awareness\b"
    r"|(?:[\w-]+ )?(?:training|onboarding|awareness|refresher) (?:sessions?|courses?|workshops?|days?)\b"
)

DASHBOARD = compiled(
    r"(?:add|create|build|make|set up|introduce|provide) (?!.*\b(?:alert|alarm|page[sd]?|notif"
    r"|warn)\w*)(?:(?!to\b|from\b|on\b|in\b|into\b)[\w-]+ ){0,3}(?:dashboards?|graphs?|charts?)\b"
)

_BETTER = "improv|enhanc"
_LOOKING = (
    r"investigat|review|evaluat|analy[sz]|assess|research|explor|consider|discuss|re-?examin|re-?evaluat"
    r"|re-?think"
)
BOUNDED = (
    r"(?!.* (?:your?\b|by \w+ing|so that|instead of|before|whenever)\b)(?!.*(?<!that)(?<!ensure) (?:every"
    r"|each) \w+)(?!.*\b(?:(?:and|or) (?:fix|repair|resolve|remove|replace|correct|delete|merge"
    r"|apply|implement|change|migrate|update|revise|adjust|rewrite)|nightly|daily|weekly|monthly|quarterly"
    r"|yearly|automatically)\b)"
)
OPEN_ENDED = compiled(
    rf"((?:{_BETTER})(?:e|ing)\b{BOUNDED}|(?:{_LOOKING})(?:e|ing)?\b{BOUNDED}(?! (?:apps?|environments?"
    rf"|boards?|comments?|sites?)\b)"
    r"|make (?:[\w-]+ ){1,4}(?:better|safer|easier|clearer|faster|more \w+)(?=\s*(?:$|[.,;(]| (?:for|to|by|when"
    r"|in|on|with|and|so|about)\b))|look (?:in)?to|look at"
    r"|think (?:again|about|of|how)|reflect|revisit|figure out|understand|find (?:an? )?(?:\w+ )?(?:way"
    r"|path)s?|try (?:to|if|whether|out)|continu(?:es?|ing)(?= (?:to (?:investigat|monitor|improv|work|watch"
    r"|look"
    r"|review|evaluat|explor|analy|assess|research|try|discuss)\w*|with|work\w*|the (?:investigation|work"
    r"|effort)s?|investigat\w*|monitor\w*|improv\w*|looking)\b)|(?:ensure|make sure)\b(?!.* (?:before"
    r"|whenever|every) )(?! that (?:an?|each"
    r"|every|the|no|this) (?:[\w-]+ ){1,3}?\w+[^s\W]s\b .)(?!.* (?:is|are|has|have|gets?|can|cannot)\b)"
    r"|keep(?= (?:on )?(?!the\b|pods\b|requests\b)(?:improving|looking|working|investigating|monitoring"
    r"|watching|trying|exploring|reviewing)\b))\b(?!-)"
)
LATER_OPEN_ENDED = compiled(rf"((?:{_BETTER})e\b{BOUNDED}|(?:{_LOOKING})e?\b{BOUNDED}|look into)\b(?!-)")
"""What has no end as a second action of a title; 'test it and make sure that it works' has one."""
QUESTION = re.compile(
    r"\s*(?:should|can|could|shall|would|how|what|why|do|does|is|are)\b[^?]{3,200}\?\s*$", re.IGNORECASE
)

_LIKE_VERBS = (
    "bring|ring|string|ping|sing|sling|spring|wring|mention|caution|question|function|station|section|ration"
    r"|auction|motion|petition|version|envision|implement|reimplement|document|supplement|comment|experiment"
    r"|segment|instrument|fragment|complement|increment|decrement|augment|cement|witness|harness"
    r"|\w*(?:position|partition|provision|transition|condition|commission|portion)"
)
_JOINT = any_of(
    "we you they it i what when how who where which that why if whether unless until before after because "
    "and or for to as so this that these those"
)
_IS_TOLD = r"(?!.*\b(?:will be|was|were|has been|have been|is being|are being|(?:might|would|could) have)\b)"
WITHOUT_VERB = compiled(
    rf"{_IS_TOLD}((?:some|more|better|less|fewer|stricter|clearer|stronger|faster|safer|deeper|proper"
    r"|regular|weekly|monthly|quarterly|continuous|comprehensive|dedicated"
    r"|clear(?= (?:[\w-]+ )?(?:communication|ownership"
    r"|documentation|guidance|responsibilit|definition|process|guidelines|escalation)\w*))\b(?!-))"
    r"(?! [^:\u2013\u2014]{3,40}(?::|\s+[-\u2013\u2014]) \w)"
)
"""What should be better, at the head of a title; after a dash or a colon it may say what will be done."""
WISHED = compiled(
    rf"(?!no,){_IS_TOLD}((?:no|new|additional|further|extra|automatic|automated|we need(?! to\b)"
    r"|we should have)\b(?!-)"
    rf"|(?:(?!{_JOINT}\b)[\w-]+ ){{1,5}}should\b(?! (?:an?|the|any|it|this|that|they|we)\b)"
    rf"|(?:(?!{_JOINT}\b)[\w-]+ ){{1,5}}(?:might|could|may|would) be an? (?:\w+ )?(?:option|idea|solution"
    rf"|improvement)\b)"
)
"""What should be there, or what a thing should do, at the head of a title."""
A_THING = compiled(
    rf"(?!the [^;]{{45,}}\.\s*$){_IS_TOLD}((?:an?|the"
    rf"|(?!(?:{_LIKE_VERBS})\b)\w{{2,}}(?:tion|sion|ment|ness)(?!~tests?\b)"
    r"|\w{2,}ing(?=\s*$| (?:of|for|is|are|should|will|needs?|at|against)\b)"
    r"|broader|wider|tighter|closer|earlier|timely|robust|improved|enhanced"
    r"|(?:[a-z]+-[\w-]+ )?(?:runbooks?|playbooks?|checklists?|guidelines?|dashboards?|(?:rate|memory|resource"
    r"|connection) limits?|(?:smoke|unit|integration|regression|load|end-to-end|e2e) tests?)"
    r"(?= (?:for|on|in|of|about|to|that|which|when|before|after)\b))\b(?!-))"
)
"""A thing at the head of a title: 'adding' is a verb, 'adding of' is none."""

_VERBS = any_of(
    "add fix implement document increase set change enforce use check introduce keep apply scale conduct build "
    "raise replace make move restart run include maintain configure tune write remove reduce test define "
    "establish expand extend audit deploy require provide install get put restore split refactor adopt switch "
    "turn start stop finish complete enable disable schedule update see do have monitor alert limit refuse "
    "clean drop give send show track log page publish share plan prepare hold prevent protect record collect "
    r"cover allow block no not re-?\w+ \w+(?:ed|ing|ate|ise|ize|ify) improve strengthen"
)
A_DEED = compiled(rf"{_VERBS}\b")
"""A verb at the head of a title that has an end: what comes after 'to' is its reason then."""
ONLY_A_THING = compiled(
    rf"(?!(?:{_VERBS}|{_JOINT}|(?:{_LOOKING})\w*)\b)"
    r"((?:[\w/-]+ ){1,4}(?:alerting|monitoring|tests|testing|dashboards?|metrics"
    r"|validation|tracking|infrastructure|redundancy|training|documentation|mitigation|improvements?|logging"
    r"|coverage|drills?|automation|detection|procedures?|safeguards?|visibility))(?=\W*$)"
    r"|((?:[\w/-]+ ){1,3}(?:metrics|alerts|dashboards|logs|tests|alerting|monitoring|logging"
    r"|documentation) and (?:alerts|metrics|dashboards|logs|tests|alerting|monitoring|logging"
    r"|documentation))(?=\W*$)"
    r"|((?:team |staff |user )?(?:training|education)\b)(?=:| (?:and|around|about|for)\b)"
)
"""Nothing but a thing, in a short title, or teaching."""

CARE_MEASURED, OPEN_ENDED_MEASURED, WITHOUT_VERB_MEASURED = (
    Reliability(12, 12),
    Reliability(97, 105),
    Reliability(19, 20),
)
QUESTION_MEASURED, WISHED_MEASURED, A_THING_MEASURED, LESS_SURE_CARE_MEASURED = (
    Reliability(0, 3),
    Reliability(14, 19),
    Reliability(21, 30),
    Reliability(2, 7),
)
