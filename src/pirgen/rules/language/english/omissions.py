"""English patterns for what people did not do (PIR606)."""

from __future__ import annotations

import re

from pirgen.diagnostics import Level
from pirgen.rules.language.english.people import (
    ADVERB,
    AFTER_PREPOSITION,
    AFTER_SOFTWARE,
    AGENT,
    ANYBODY,
    BETWEEN,
    NEAR_SOFTWARE,
    NOBODY,
    OTHERS,
    SUPPLIER,
    WORKER,
)
from pirgen.rules.language.notation import any_of, each_with
from pirgen.rules.language.passages import Part
from pirgen.rules.language.phrasing import Pattern, Reliability, Spared, asking

_CARE = (
    "checking verifying testing reading reviewing noticing asking communicating informing considering "
    "thinking realising realizing recognising recognizing following updating monitoring documenting planning "
    "anticipating accounting paying escalating involving understanding telling assigning watching validating "
    "confirming reporting looking listening coordinating announcing warning double~checking rehearsing "
    "questioning consulting notifying foreseeing remembering taking making giving isolating securing "
    "labelling"
)
_HAVING = (
    "checked verified tested read reviewed noticed asked informed considered thought realised realized "
    "updated documented planned anticipated accounted told assigned validated confirmed rehearsed"
)
_NEGLECTS = (
    r"notice(?! (?:any|(?:an? )?(?:\w+ )?(?:improvement|change|difference|effect|impact|downtime"
    r"|degradation))\b)|realis"
    r"|realiz|check|verif|test|follow(?! (?:up|the traffic))|read(?!y)|escalat|communicat"
    r"|voice|raise (?!the\b)|mention|speak up|bother|think (?:to|of|about)|consider|pay|ask(?! for\b)|confirm"
    r"|review|inform|tell|told|anticipat"
    r"|foresee"
    r"|assign|update|plan(?! to\b)|document|warn|approve|hand|pass (?=on\b|this\b|it\b|the\b)|monitor|watch"
    r"|open|involve|ensure"
    r"|make sure|prepare|prioriti[sz]|recogni[sz]|account for|act(?! as\b|ual)"
    r"|react(?= to\b)|remember(?= to\b)"
    r"|double~check|rehears|validat|renew|rotate|consult|notif|share|question|look|listen|wait|announce"
    r"|have (?:anyone|anybody|someone|somebody)|take (?:\w+ ){0,4}(?:into account|seriously)|set up|add|put"
    r"|see (?:the|that) (?:second |first )?(?:alert|alarm|warning|sign|message|problem|error|page|signal"
    r"|risk|gauge|note)|catch|call|page the|carry out|conduct|write|coordinate|pick (?:this|it|that|up)"
    r"|disable|enable|configure|request(?! any)|calculate|cross~?check|inspect|make (?:use|an?|any)"
    r"|appoint|keep (?:\w+ ){1,3}(?:informed|updated|posted|up to date)|name an?\b|nominate|label|secure"
    r"|isolate"
)
_NEGLECTED = any_of(
    "noticed checked looked(?!_(?:to"
    "|like)) read thought tested told asked(?!_for) informed realised realized "
    "considered verified reviewed opened acted updated remembered bothered wrote planned escalated questioned "
    "followed watched monitored caught spotted reacted recognised recognized raised reported warned "
    "documented picked_up took_ownership listened stopped double~checked"
)
_NEVER_DID = any_of(
    "added checked tested asked wrote opened told informed looked read noticed updated documented "
    "considered verified reviewed finished escalated questioned thought(?=_of_) planned configured enabled "
    "renewed rotated removed moved tried followed listened called warned rehearsed practised practiced "
    "communicated announced replied responded cleaned completed validated confirmed monitored bothered set "
    "made sent gave published posted labelled labeled secured isolated inspected"
)
_SIGNAL = (
    r"(?:alert|alarm|notification|page|warning|sign|error|bug|problem|message|signal|notice|advisor(?:y|ie)"
    r"|call|ticket"
    r"|command|instruction|cue"
    r"|mail|email|report|request|note)s?"
)
_ATTEMPT = (
    r"(?! (?:communicate with|respond to (?:[\w.,%-]+ ){0,6}(?:requests?|webhooks?|pings?|quer(?:y|ies)"
    r"|probes?)\b|serve|service"
    r"|process|return|gain|regain|control|reach|meet|achieve|hit|reproduce|restore"
    r"|recover|find|connect"
    r"|contact|fix|resolve|repair|bring"
    r"|stop|keep|maintain|deliver|hold|restart|roll back|get|mitigate|complete|isolate|determine"
    r"|identify the (?:root )?cause|load|start|log in)\b)"
)
_UNHEARD = (
    r"(?:ignored|overlooked|forgotten|missed|dismissed|neglected|disregarded|not (?:noticed|seen|read"
    r"|acted (?:up)?on|followed up|escalated|acknowledged))"
)

_NOT_DONE = (
    r"(?:without|not|no|never|told|hesitat\w+|hesitant|reluctant|want|wanted|avoid|unable|could|would|can"
    r"|cannot)"
)
_DUE = (
    r"(?:(?:any|a|an|the|prior|proper|adequate|sufficient|appropriate|due|formal|further|thorough|full"
    r"|written) )*(?:[\w-]+ )?"
)
_TOLD_LIST = (
    "communicated informed notified briefed consulted told warned involved escalated rehearsed passed_on "
    "handed_over followed_up coordinated double~checked relayed declared undertaken"
)
_TOLD, _TOLD_WORDS = any_of(_TOLD_LIST), re.findall(r"[a-z]+", _TOLD_LIST)
_LET_KNOW = any_of(
    "notify inform tell warn ask check verify consult brief consider communicate escalate test review "
    "question notice follow_up think stop"
)


_UNDONE_LIST = (
    "tested checked reviewed validated monitored documented communicated informed notified told warned "
    "consulted planned anticipated foreseen noticed recognised recognized understood investigated escalated "
    "followed enforced addressed updated upgraded patched renewed rotated cleaned prioritised prioritized "
    "automated audited rehearsed exercised prepared implemented adopted discussed coordinated maintained "
    "secured inspected acknowledged acted treated reported questioned challenged thought handled assigned"
)
_UNDONE = f"(?:(?:cross|double|regression|load)~)?{any_of(_UNDONE_LIST)}"
_UNDONE_WORDS = frozenset(_UNDONE_LIST.split())
_DOING_LIST = (
    "checking verifying testing reviewing noticing communicating informing considering thinking realising "
    "realizing following updating monitoring documenting planning anticipating understanding telling watching "
    "validating confirming reporting looking coordinating announcing questioning consulting notifying taking "
    "addressing fixing enforcing ensuring removing reading assessing evaluating investigating discussing "
    "doing learning"
)
_CARE_NOUN_LIST = (
    "test tests testing review reviews validation verification check checks approval consultation oversight "
    "coordination communication planning preparation monitoring documentation notice supervision training "
    "safeguard safeguards understanding consent knowledge discussion analysis assessment awareness "
    "consideration attention care ownership accountability diligence investigation vetting scrutiny "
    "guardrails audit audits maintenance leadership clarity procedure procedures preparedness guidance "
    "discipline transparency rigour rigor alignment experience expertise prioritisation prioritization "
    "governance"
)
_SHIRKED = any_of(
    "address act adequately appropriately properly consider check communicate take follow implement enforce "
    "monitor inform notify disclose prevent protect provide ensure understand recognise recognize learn warn "
    "plan prepare test review renew do give make secure report heed appreciate account anticipate foresee "
    "notice include patch apply document block"
)
_BY_SOFTWARE = (
    r"(?! (?:\w+ly )?(?:until|any|against|(?:by|in|from|to) (?:the|an?|our|any) (?:[\w-]+ )?(?:server|client"
    r"|service"
    r"|node|job|script|system|controller|api|protocol|code|tool|application|browser|cluster|database)s?)\b)"
)

_FAILURE, _NOBODY = Reliability(29, 32), Reliability(5, 8)
"""Measures that several patterns of one wording share."""

OMISSIONS = (
    Pattern(
        "PIR606",
        "failure+follow failure+notice failure+escalate failure+communicate failure+pay failure+check "
        "failure+verify failure+test failure+inform failure+review failure+update failure+consider "
        "failure+recognise failure+recognize failure+read failure+renew failure+anticipate failing",
        r"failure to (?:follow|notice|escalate|communicate|pay|check|verify|test|inform|review|update"
        r"|consider|recogni[sz]e|read|renew|anticipate)\b|\bus failing to\b",
        spares=Spared.ACTS,
        measured=_FAILURE,
    ),
    Pattern(
        "PIR606",
        f"{each_with('not', _CARE + ' having')} {each_with('never', _CARE + ' having')}",
        rf"^\W*(?:by |due to |because of |caused by )?((?:not|never) (?:properly |fully |adequately "
        rf"|thoroughly )?(?:{any_of(_CARE)}|having(?: \w+ly)? {any_of(_HAVING)}))\b",
        spares=Spared.ACTS,
        measured=Reliability(2, 2),
    ),
    Pattern(
        "PIR606",
        "forgetting overlooking neglecting ignoring omitting failing",
        r"^\W*(?:forgetting|overlooking|neglecting|ignoring|omitting the|failing to (?:renew|account for|ensure"
        r"|involve|check|test"
        r"|verify|notice|update|inform|read|review|follow|consider|communicate|escalate|recogni[sz]e"
        r"|anticipate|plan|document|monitor|ask|tell|rotate|remove|add))\b",
        spares=Spared.ACTS,
        only_in=(Part.CAUSE,),
    ),
    Pattern(
        "PIR606",
        "neglecting forgetting omitting",
        r"(?:neglecting|forgetting|omitting) to\b",
        spares=Spared.ACTS,
        measured=Reliability(0, 1),
    ),
    Pattern(
        "PIR606",
        "signals recognized recognised noticed heeded understood",
        r"(?:signals?|signs?|clues?|symptoms?|warnings?|alerts?|indications?)(?: (?:that )?(?:existed"
        r"|appeared|came"
        r"|were there))?,?(?: but)? (?:was|were|had been|went) (?:not (?:recogni[sz]ed|noticed|heeded"
        r"|understood)"
        r"|unheeded)\b",
        spares=Spared.ACTS,
    ),
    Pattern(
        "PIR606",
        f"{each_with('not', _CARE)} {each_with('never', _CARE)}",
        rf"(?:not|never) {any_of(_CARE)}\b",
        subject=rf"\b(?:us|them|him|her|someone|somebody|{OTHERS}) ",
        spares=Spared.ACTS,
    ),
    Pattern(
        "PIR606",
        "neither+did nor+did",
        rf"(?:neither|nor) did {ANYBODY} (?:{_NEGLECTS}|perform|use|make|do|notice|try|stop|raise|report)\w*",
        spares=Spared.ACTS,
        measured=Reliability(3, 3),
    ),
    Pattern(
        "PIR606",
        "took+no made+no gave+no paid+no",
        r"(?:took no (?:action(?! but\b)|steps?|notice|precautions?)|made no (?:attempt|effort|check|use)"
        r"|gave no"
        r" (?:thought|warning|notice)|paid no (?:attention|heed))\b",
        subject=rf"(?:{ANYBODY})(?: (?:(?! (?:who|which|that|but)\b)[^.;!?]){{1,80}},? (?:and|but|then))?\s+",
        spares=Spared.ACTS,
    ),
    Pattern(
        "PIR606",
        "overlooked forgotten neglected disregarded dismissed unheeded ignored missed unanswered unnoticed "
        "not+noticed not+seen not+read not+acted not+followed not+escalated not+acknowledged",
        rf"(?:was|were|has been|have been|had been|has (?:\w+ )?been)(?: \w+ly| just| often)? (?:\w+ed (?:and"
        rf"|or) )?"
        rf"(?:overlooked|forgotten|neglected|disregarded"
        rf"|dismissed as)\b(?! by the (?:\w+ )?(?:parser|cache|loop|server|client|job|script|code|system"
        rf"|loader|compiler)\b)|\b(?:{_SIGNAL}|concerns?|advice|recommendations?"
        rf"|objections?|needs) (?:was|were|had been|have been|went|got)(?: \w+ly"
        rf"| just)? (?:{_UNHEARD}|unheeded|unnoticed by {ANYBODY})\b"
        r"(?! (?:by the (?:\w+ )?(?:parser|cache|loop|server|client|job|script|code|system|loader|compiler"
        r"|tool)|if|when)\b)",
        spares=Spared.ACTS,
        measured=Reliability(8, 10),
    ),
    Pattern(
        "PIR606",
        "nobody no+one none+of neither+of not+one not+single no+engineer no+engineers no+operator "
        "no+developer no+developers no+reviewer no+reviewers no+person no+technician no+nurse no+pilot "
        "no+admin no+tester no+colleague no+employee no+manager no+staff",
        rf"{NOBODY}(?: \w+ly| ever| actually| had| has)?(?! seen\b) {_NEGLECTED}\b(?! (?:in|out|off|who)\b)",
        spares=Spared.UNCERTAIN | Spared.NAMED | Spared.REASONED,
        measured=_NOBODY,
    ),
    Pattern(
        "PIR606",
        each_with("without", _CARE),
        rf"without (?:first |even |properly |fully )?(?!warning\s*(?:$|[.,;])){any_of(_CARE)}\b"
        r"(?! (?:anybody|anyone)\b)",
        subject=rf"(?:they|{ANYBODY})(?: had| have)?(?! (?:can|cannot|could|would|should|hesitat\w+)\b)(?!n't) "
        rf"(?:(?! {_NOT_DONE}\b)(?!n't)[^.;!?]){{1,90}},? ",
        spares=Spared.ACTS,
        measured=Reliability(9, 9),
    ),
    Pattern(
        "PIR606",
        "without+anybody without+anyone without+someone without+us without+somebody",
        r"without (?:anybody|anyone|someone|somebody|us|a reviewer) (?:having )?(?:check|verif|test|read"
        r"|review|notic|ask|look|know|approv|realis|realiz)\w*\b",
        spares=Spared.ACTS,
        measured=_NOBODY,
    ),
    Pattern(
        "PIR606",
        "never",
        rf"never(?: actually| properly| really)? {_NEVER_DID}\b",
        subject=rf"(?:{ANYBODY})(?: had| have| has)?\s*",
        not_after=AFTER_PREPOSITION,
        spares=Spared.ACTS,
        measured=Reliability(3, 4),
    ),
    Pattern(
        "PIR606",
        "did+not didn had+not hadn",
        rf"(?:did|had)(?:n't| not){ADVERB} (?:{_NEGLECTS})\w*",
        subject=rf"(?:{ANYBODY}){BETWEEN}",
        not_after=AFTER_PREPOSITION
        + r"|\b(?:ways?|things?|anything|something|what|everything)(?: that| which)? $",
        spares=Spared.ACTS,
        measured=Reliability(57, 66),
    ),
    Pattern(
        "PIR606",
        "did+not didn",
        rf"(?:did not|didn't){ADVERB} (?!(?:have|notice|remember|respond|pass|need|know|want|expect|intend"
        rf"|mean|receive|find|get|feel|cause"
        rf"|affect|work|sustain|survive|lose|suffer|regain|see|hear|appear|seem|succeed|manage|come|die|speak"
        rf"|require|contribute|like|agree|believe|exist|happen|break|go|become|lead|result|reach|help|own"
        rf"|share|cover|offer|follow|support|provide|return|report any|fall|hit|strike|live|stay|arrive"
        rf"|recover)\b)\w+",
        subject=rf"(?:{OTHERS}|\bthe operator){BETWEEN}",
        not_after=AFTER_PREPOSITION,
        spares=Spared.ACTS,
        at_most=Level.INFO,
        measured=Reliability(9, 14),
    ),
    Pattern(
        "PIR606",
        "did+sufficiently did+adequately did+properly did+thoroughly did+carefully didn+sufficiently "
        "didn+adequately didn+properly didn+thoroughly didn+carefully",
        r"(?:did not|didn't) (?:sufficiently|adequately|properly|thoroughly|carefully) \w+",
        subject=rf"(?:{ANYBODY}){BETWEEN}",
        not_after=AFTER_PREPOSITION,
        spares=Spared.ACTS,
    ),
    Pattern(
        "PIR606",
        "failed+to neglected omitted forgot forgotten overlooked ignored disregarded dismissed",
        rf"(?:failed to\b{_ATTEMPT}|neglected to|omitted to|forgot(?! to (?:mention|say|add that))|forgotten"
        rf"|overlooked|ignored|disregarded"
        rf"|dismissed)\b",
        subject=rf"(?:{ANYBODY}){BETWEEN}",
        not_after=AFTER_PREPOSITION,
        spares=Spared.ACTS,
        measured=Reliability(51, 58),
    ),
    Pattern(
        "PIR606",
        "failed+to neglected forgot overlooked ignored missed did+not didn never",
        rf"(?:,? (?:but|and|then)|,) ((?:failed to{_ATTEMPT}|neglected to|forgot|overlooked|ignored"
        rf"|missed (?:the|a|an|this|that)|(?:did not|didn't)(?: \w+ly)? (?:{_NEGLECTS})\w*"
        rf"|never {_NEVER_DID}))\b",
        subject=rf"(?:{ANYBODY}) (?:(?! (?:who|which|that|but)\b| and (?!\w+ed\b))[^.;!?]){{3,130}}",
        spares=Spared.ACTS,
        measured=Reliability(9, 12),
    ),
    Pattern(
        "PIR606",
        "did+not didn failed+to forgot never missed misunderstood misread misjudged underestimated",
        rf"^\W*(?:root causes?: )?((?:missed|misunderstood|misread|misjudged|underestimated)(?= (?:to|the"
        rf"|how|that|what|our)\b)"
        rf"|(?:(?:did not|didn't) (?:{_NEGLECTS})\w*|failed to (?:check|test|verify|notice|update|inform"
        rf"|read|review|follow|consider|communicate|escalate|ask|tell)|forgot|forgot to"
        rf"|never {_NEVER_DID}))\b",
        spares=Spared.ACTS,
        measured=Reliability(1, 2),
    ),
    Pattern(
        "PIR606",
        "missed overlooked ignored forgot forgotten",
        rf"(?:{_SIGNAL}|clues?|indications?) (?:that |which )?(?:we|{ANYBODY}) (?:missed|overlooked|ignored"
        rf"|did not (?:see|notice)|didn't (?:see|notice))\b"
        rf"|\b(?:which|something|what) (?:we|{ANYBODY}) (?:\w+ly )?(?:had |have )?(?:missed|overlooked"
        rf"|forgotten"
        r"|forgot)\b",
        spares=Spared.ACTS,
    ),
    Pattern(
        "PIR606",
        "missed",
        rf"missed (?:(?!(?:for|of|in|on|to|by)\b)\w+ ){{0,3}}{_SIGNAL}\b",
        subject=rf"(?:{ANYBODY}){BETWEEN}",
        not_after=AFTER_PREPOSITION,
        spares=Spared.ACTS,
    ),
    Pattern(
        "PIR606",
        "failure+to",
        r"(?:^\W*|(?:due to|because of|caused by|and) (?:(?:the|a) )?|'s |s' )(failure to (?:use|maintain"
        r"|secure|respond"
        r"|obtain|isolate|wear|provide|report|keep|inspect|prepare|recogni[sz]e|do|take|make|ask|tell"
        r"|remove))\b(?! (?:a"
        r"|the) (?:quorum|connection|lock)\b)|\bfailure to (?:adequately|properly|fully|correctly"
        r"|sufficiently|promptly) \w+"
        r"|\bfailure to (?:ensure|adhere|comply|perform|conduct|assess|supervise|document"
        r"|coordinate)\b",
        spares=Spared.ACTS,
        measured=_FAILURE,
    ),
    Pattern(
        "PIR606",
        "failure+of",
        r"to (?!start\b|load\b|connect\b)\w+",
        subject=rf"\bfailure (?:of|by) (?:{WORKER}|{SUPPLIER}|the (?:[\w-]+ )?(?:operator|driver)) ",
        spares=Spared.ACTS,
        measured=_FAILURE,
    ),
    Pattern(
        "PIR607",
        "inadequate improper incorrect poor delayed",
        r"(?:inadequate|improper|incorrect|poor|delayed) (?!data\b|access\b|tools?\b)[\w-]+",
        subject=rf"(?:{WORKER}|\bthe operator|\b(?:his|her))(?:'s|'|(?<=his)|(?<=her)) ",
        spares=Spared.SAID,
        measured=Reliability(1, 1),
    ),
    Pattern(
        "PIR606",
        "missed",
        r"missed\b(?! (?:(?:the|our|its|their|a|an) )?(?:[\w%.]+ )?(?:deadlines?|epochs?|blocks?|heartbeats?|"
        r"targets?"
        r"|goals?|objectives?|quotas?|turns?)\b)",
        subject=OTHERS + BETWEEN,
        not_after=AFTER_PREPOSITION,
        spares=Spared.ACTS,
        at_most=Level.INFO,
    ),
    Pattern(
        "PIR606",
        "unaware aware+not assumed believed thought",
        rf"{OTHERS} (?:were |was )?(?:unaware|not aware) (?:of|that|how)\b|^\W*(?:assumed|believed|thought)"
        r"(?= (?:that|the|it|this|our|a|an|all|no|everything|someone)\b)",
        spares=Spared.ACTS,
        only_in=(Part.CAUSE,),
    ),
    Pattern(
        "PIR606",
        "overlooked forgotten neglected",
        r"\w+ (?:overlooked|forgotten|neglected)(?=\s*(?:$|[.;]))",
        spares=Spared.ACTS,
        only_in=(Part.CAUSE,),
    ),
    Pattern(
        "PIR606",
        "considered anticipated foreseen thought account",
        r"(?:was|were)(?:n't| not) (?:considered|thought of|taken into account"
        r")\b(?! (?:serious|severe|necessary|urgent|critical|a\b|an\b|to be\b|as\b|safe|important"
        r"|dangerous|high))",
        spares=Spared.ACTS,
        measured=Reliability(3, 4),
    ),
    Pattern(
        "PIR606",
        "without+us without+them without+anybody without+anyone without+users without+customers",
        r"without (?:warning|telling|informing|notifying|asking|consulting) (?:us|them|anybody|anyone|users"
        r"|customers)\b",
        spares=Spared.ACTS,
        measured=Reliability(1, 1),
    ),
    Pattern(
        "PIR606",
        "understand+not understand+didn",
        r"(?:did not|didn't) (?:fully |properly |correctly )?understand\b",
        subject=rf"(?:{OTHERS}|\bits operators){BETWEEN}",
        spares=Spared.ACTS,
    ),
    Pattern(
        "PIR606",
        "not never",
        r"^\W*((?:not|never) (?:\w+ly )?(?!being\b|having\b|receiving\b|working\b|starting\b|responding\b"
        r"|running\b"
        r"|using\b|including\b|returning\b|matching\b|during\b|missing\b|existing\b|according\b|loading\b"
        r"|closing\b|releasing\b|scaling\b|supporting\b)\w+ing)(?= (?!to\b|is\b|was\b)\w)",
        spares=Spared.ACTS,
        only_in=(Part.CAUSE,),
    ),
    Pattern(
        "PIR606",
        "without+running without+waiting without+trying without+measuring without+watching without+doing "
        "without+making without+taking without+giving without+getting without+backing "
        + each_with(
            "without",
            "approval permission authorization authorisation authority briefing coordination consultation "
            "clearance notice notification testing review supervision assurance procedures procedure",
        ),
        rf"without (?:first |even )?(?:running (?:the|a|any) (?:\w+ )?(?:tests?|checks?)"
        r"|waiting for (?:the|an?) (?:review|approval|result|answer|test)s?"
        r"|trying it|measuring|watching|making sure|taking a backup|giving notice|getting approval"
        rf"|backing up|{_DUE}(?:approval|permission|authori[sz]ation|authority|briefing|coordination"
        r"|consultation|clearance|notice|notification|testing|review|quality assurance|procedures?))\b",
        subject=rf"(?:they|{ANYBODY})(?: had| have)? (?!(?:not|never)\b)(?:(?! (?:{_NOT_DONE}|to)\b)(?!n't)"
        r"[^.;!?]){1,60} ",
        spares=Spared.ACTS,
    ),
    Pattern(
        "PIR606",
        "did+not didn",
        r"(?:did not|didn't) (?:give (?:anybody|anyone|someone|notice|them|us)|bring in|include (?:the"
        r"|any) \w+ team|call in|hand over|measure(?! but)|label|practise|practice|train|back up|take a backup"
        r"|leave a note|log|record|mark|clean up)\b",
        subject=rf"(?:{ANYBODY}){BETWEEN}",
        not_after=AFTER_PREPOSITION,
        spares=Spared.ACTS,
    ),
    Pattern(
        "PIR606",
        each_with("been", "not never") + " was+not were+not wasn weren was+never were+never",
        rf"(?:(?:was|were|had been|been)(?:n't| not| never)|had (?:not|never) been)(?: \w+ly)? {_TOLD}\b"
        r"(?!(?: \w+ly)? (?:by|in) (?:the|a|an|our) (?:\w+ )?"
        r"(?:server|client|service|node|job|script|system|controller|api|protocol|code|tool|test|suite|pipeline"
        r"|ci)s?\b)",
        spares=Spared.ACTS,
        needs=frozenset(_TOLD_WORDS),
        at_most=Level.INFO,
        measured=Reliability(0, 1),
    ),
    Pattern(
        "PIR606",
        "time+did point+did stage+did once+did",
        rf"(?:at no (?:time|point|stage)|never once|not once) did (?:[\w-]+ ){{1,7}}?{_LET_KNOW}\b",
        spares=Spared.ACTS,
        measured=Reliability(1, 1),
    ),
    Pattern(
        "PIR606",
        "why+didn why+not why+hadn why+forget why+overlook why+miss why+ignore why+neglect why+nobody why+one",
        rf"why (?:did|had|could) (?!you\b)(?:{ANYBODY}|they)(?: not\b| (?:forget|overlook|miss|ignore|neglect"
        rf"|fail to)\b)"
        rf"|\bwhy (?:didn't|hadn't|couldn't) (?!you\b)(?:{ANYBODY}|they|anybody|anyone)\b"
        rf"|\bwhy (?:did )?(?:nobody|no~one)"
        r" (?:notice|check|ask|tell|stop|look|test|read)\w*\b",
        spares=Spared.DENIED | Spared.NAMED,
        at_most=Level.INFO,
        measured=Reliability(0, 1),
    ),
    Pattern(
        "PIR606",
        "nobody no+one none+of neither+of",
        rf"{NOBODY} (?:was|were|had been)(?: \w+ly)? (?:watching|looking|checking|monitoring|listening|paying"
        r" attention|keeping an eye)\b",
        not_after=r"\b(?:that|which) $",
        spares=Spared.UNCERTAIN | Spared.NAMED | Spared.REASONED,
    ),
    Pattern(
        "PIR606",
        "answered responded saw",
        rf"{NOBODY}(?: \w+ly| ever| actually| had| has)? (?:answered|responded|saw)\b",
        spares=Spared.UNCERTAIN | Spared.NAMED | Spared.REASONED,
        at_most=Level.INFO,
        measured=Reliability(0, 6),
    ),
    Pattern(
        "PIR606",
        "seemed+control seemed+charge appeared+control appeared+charge was+charge",
        r"(?:seemed|appeared)(?: to be)? in (?:control|charge)\b|\bwas in (?:control|charge)\b",
        subject=rf"(?:{NOBODY}) ",
        spares=Spared.UNCERTAIN | Spared.NAMED | Spared.REASONED,
    ),
    Pattern(
        "PIR606",
        "not leaving skipping assuming trusting",
        r"^\W*(?![^.]*, (?:the|we|it|an?|they|i|he|she|our|this)\b)((?:leaving|skipping|assuming"
        r"|trusting)(?= (?:the|a|an|that|it|all|some|out|on)\b)"
        r"|not (?:\w+ly )?(?!being\b|receiving\b|working\b|starting\b|responding\b|running\b|including\b"
        r"|knowing\b|wanting\b|returning\b|matching\b|during\b|missing\b|existing\b|according\b|loading\b"
        r"|closing\b|supporting\b)\w+ing)(?= (?!to\b|is\b|was\b)\w)",
        spares=Spared.ACTS,
        only_in=(Part.STORY,),
        at_most=Level.INFO,
    ),
    Pattern(
        "PIR606",
        "missed",
        r"missed (?:the|this|that|it|them|some|one of|several)\b(?! (?:[\w-]+ ){0,3}(?:deadline|target|slo|sla"
        r"|objective|window|goal|train|bus|flight|mark|release|runway|approach|meeting|call|block|epoch)s?\b)",
        subject=rf"(?:{ANYBODY}){BETWEEN}",
        not_after=AFTER_PREPOSITION,
        spares=Spared.ACTS,
        at_most=Level.INFO,
    ),
    Pattern(
        "PIR606",
        "know+how aware",
        r"(?:did not|didn't) know how to\b|\b(?:was|were)(?:n't| not)(?: \w+)? aware\b(?! of any\b)",
        subject=rf"(?:{OTHERS}){BETWEEN}",
        not_after=AFTER_PREPOSITION,
        spares=Spared.ACTS,
        at_most=Level.INFO,
    ),
    Pattern(
        "PIR606",
        "did+not didn",
        r"(?:did not|didn't)(?=\s*(?:[.;]|$))",
        subject=rf"(?:{OTHERS}){BETWEEN}",
        not_after=AFTER_PREPOSITION + r"|\b(?:that|which|what) $",
        spares=Spared.ACTS,
        at_most=Level.INFO,
    ),
    Pattern(
        "PIR606",
        "failure",
        r"failure to (?:give|report|disclose|address|act|heed|notify|enforce|implement|establish"
        r"|appreciate|learn|challenge|question|understand|intervene|brief|plan|supervise|prioriti[sz]e)\b",
        spares=Spared.ACTS,
        measured=_FAILURE,
    ),
    Pattern(
        "PIR606",
        each_with(
            "without", "looking understanding considering consulting consent knowledge saying testing review"
        )
        + " without+planning without+training without+preparation without+supervision without+coordination",
        rf"without (?:first |even |properly |fully )?(?:looking into|understanding|considering|consulting)\b"
        rf"|\bwithout (?:the )?(?:consent|knowledge|approval|permission) of (?:{AGENT}|the \w+ )"
        r"|\bwithout (?:adequate|proper|sufficient|enough|due|appropriate|thorough) (?:[\w-]+ )?(?:testing"
        r"|review|planning"
        r"|training|preparation|supervision|coordination|communication|authority)\b"
        r"|\bwithout (?:\w+ ){1,3}saying (?:a|one)"
        r" (?:\w+ )?word\b",
        spares=Spared.ACTS,
        at_most=Level.INFO,
    ),
    Pattern(
        "PIR606",
        "did+not didn failed+to",
        r"(?:did not|didn't|failed to) (?:\w+ly )?(?:consult|brief|heed|appreciate|foresee|get (?:the )?"
        r"(?:proper |necessary )?approval)\b",
        spares=Spared.ACTS,
        at_most=Level.INFO,
    ),
    Pattern(
        "PIR606",
        "ignored",
        rf"(?:was|were|had been|have been)(?: \w+ly)? ignored by {AGENT}",
        spares=Spared.ACTS,
    ),
    Pattern(
        "PIR606",
        "ignored",
        r"(?:decisions?|suggestions?|requests?|orders?|needs|guidance|instructions?"
        r"|procedures?)(?: [\w-]+){0,6}? (?:was|were"
        r"|had been|have been)(?: \w+ly)? ignored\b(?! by\b)",
        spares=Spared.ACTS,
        at_most=Level.INFO,
    ),
    Pattern(
        "PIR606",
        "refuses refused",
        r"refuse[sd] to (?!connect\b|start\b|boot\b|load\b|accept\b|serve\b|open\b)\w+",
        subject=rf"(?:{OTHERS}){BETWEEN}",
        not_after=AFTER_PREPOSITION,
        spares=Spared.ACTS,
        at_most=Level.INFO,
    ),
    Pattern(
        "PIR606",
        each_with("not", "sufficiently adequately properly thoroughly carefully") + " failing+to",
        r"not (?:sufficiently|adequately|properly|thoroughly|carefully) (?!working|running|functioning"
        r"|loading)\w+ing\b"
        r"|\bfailing to (?:wear|follow|consult|inform|communicate|notice|consider|read|ask|escalate|heed"
        r"|respect)\b",
        spares=Spared.ACTS,
        at_most=Level.INFO,
        measured=Reliability(1, 1),
    ),
    Pattern(
        "PIR606",
        "anticipated foreseen",
        r"(?:was|were)(?:n't| not) (?:anticipated|foreseen)\b",
        spares=Spared.ACTS,
        at_most=Level.INFO,
        measured=Reliability(1, 2),
    ),
    Pattern(
        "PIR606",
        "did+not didn had+not hadn never",
        r"(?:(?:did|had|have)(?:n't| not)|never)(?: (?:fully|formally|properly|explicitly|really|actually|yet"
        r"|even"
        r"|ever|adequately|sufficiently)){0,2} (?:build|built|requir|understand|understood"
        r"|establish|define|specif|enforc|schedul|allocat|invest|complet|finish|implement|cover"
        r"|stop to"
        r"|address|formali|exercis|get around|treat|foresee|provision|tell|told"
        r"|inform|involv|automat)\w*",
        subject=rf"(?:{ANYBODY}){BETWEEN}",
        not_after=AFTER_PREPOSITION,
        spares=Spared.ACTS,
        at_most=Level.INFO,
        measured=Reliability(0, 1),
    ),
    Pattern(
        "PIR606",
        each_with(
            "never",
            "informed told warned notified communicated consulted asked tested checked read reviewed looked "
            "called",
        )
        + " "
        + each_with("not", "inform tell warn notify communicate consult give")
        + " didn",
        r"(?:never(?: \w+ly)? (?:informed|told|warned|notified|communicated with|consulted)"
        r"|they(?: had)? never (?:tested|asked|checked|read|reviewed|looked|called)"
        r"|(?:did not|didn't)(?: \w+ly)? (?:inform|tell|warn|notify|communicate|consult"
        r"|give (?:\w+ ){1,2}(?:any "
        r"|sufficient |enough |advance |prior |adequate )*(?:notice|warning|heads)))\b",
        not_after=r"\b(?:alerts?|alarms?|monitoring|system|service|tool|script|server|client|logs?) $",
        spares=Spared.ACTS,
        at_most=Level.INFO,
        measured=Reliability(0, 1),
    ),
    Pattern(
        "PIR606",
        "me+not us+not them+not him+not her+not our+not my+not their+not forgetting",
        r"(?:me|us|them|him|her|our|my|their|his) not (?:having )?(?:\w+ly )?\w+(?:ing|ed)\b"
        r"|\b(?:, |while |by )(forgetting (?:about|to|that))\b",
        spares=Spared.ACTS,
        at_most=Level.INFO,
    ),
    Pattern(
        "PIR606",
        "underestimated misjudged misunderstood misread mistook overestimated misinterpreted misconfigured",
        r"(?:underestimated|misjudged|misunderstood|misread|mistook|overestimated|misinterpreted|misconfigured"
        r"|mistyped)\b",
        subject=rf"(?:{ANYBODY}){BETWEEN}",
        not_after=AFTER_PREPOSITION,
        spares=Spared.ACTS,
        only_in=(Part.STORY, Part.TIMELINE),
        at_most=Level.INFO,
        message="'{}' compares with what was known later",
        question="say what it rested on at the time, and what showed otherwise",
    ),
    Pattern(
        "PIR606",
        "without",
        r"without (?:first |even |properly |fully )?(?!being\b|having\b|needing\b|requiring\b|using\b"
        r"|affecting\b"
        r"|losing\b|breaking\b|causing\b|interrupting\b|impacting\b|knowing\b|anything\b|waiting\b|going\b"
        r"|changing\b|disrupting\b|restarting\b|getting\b|running\b|warning\b)\w+ing\b(?! (?:anybody"
        r"|anyone)\b)",
        subject=rf"(?:{ANYBODY})(?: had| have)?(?! (?:can|cannot|could|would|should|will|may|might|want)\b)"
        rf"(?: (?!{_NOT_DONE}\b)[\w'-]+){{1,9}},? ",
        spares=Spared.ACTS,
        at_most=Level.INFO,
        measured=Reliability(1, 1),
    ),
    Pattern(
        "PIR606",
        "was+missed were+missed missed+simply missed+somehow went+unanswered",
        r"(?:(?:this|that|it|which) (?:was|were|had been|got)|(?:was|were)(?= (?:somehow|simply"
        r"|just) ))(?: \w+ly| somehow| just)? (missed)(?= (?:by|in|during|when|and"
        r"|because|due)\b|[.,;]"
        r"|\s*$)|\b(?:e-?mails?|calls?|tickets?|requests?|messages?|pages?|pleas"
        r"|questions?) (went unanswered)\b"
        r"(?! by the (?:server|service|client|api|load|proxy)\b)",
        spares=Spared.ACTS,
        at_most=Level.INFO,
    ),
    Pattern(
        "PIR606",
        "did+not didn had+not hadn",
        rf"(?:did|had)(?:n't| not){ADVERB} (?!(?:yet )?(?:been|have|know|known|get|got|like|live|feel|want|"
        rf"expect"
        rf"|lose|lost|see|seen|affect|impact|cause|experience|receive|need|work|find|found|go|gone|come|fit|die"
        rf"|suffer|mean|intend|become|become|happen|succeed|seem|appear|hear|heard|exist|result|reach|succeed"
        rf"|agree|believe|help|stay|last|recover|return|finish|contribute|hit|fall|create|break|broken|sleep"
        rf"|su|respond at all|arrived?|yet arrived?|matter|meet|notice|follow up|originate|belong|use|used|"
        rf"change|hold|end)\b)\w+",
        subject=rf"(?:{ANYBODY}){BETWEEN}",
        not_after=AFTER_PREPOSITION
        + r"|\b(?:ways?|things?|anything|something|what|everything|names?|which|that|why|so|because)"
        r"(?: that| which)? $",
        spares=Spared.ACTS,
        at_most=Level.INFO,
        measured=Reliability(1, 3),
    ),
    Pattern(
        "PIR606",
        "failed failing neglected declined refused",
        r"(?:failed|failing|declined|refused) to \w+|\bfailed(?=\s*(?:$|[.;!]))",
        subject=rf"(?:{OTHERS}){BETWEEN}",
        not_after=AFTER_PREPOSITION,
        spares=Spared.ACTS,
        at_most=Level.INFO,
    ),
    Pattern(
        "PIR606",
        "simply+failed",
        rf"simply failed to{_ATTEMPT} \w+",
        not_after=r"\b(?:it|that|which|requests?|servers?|nodes?|jobs?|service) $",
        spares=Spared.SAID,
        at_most=Level.INFO,
    ),
    Pattern(
        "PIR606",
        "not",
        r"not (?!being\b|having\b|working\b|running\b|knowing\b|using\b|receiving\b|wanting\b|needing\b"
        r"|seeing\b|getting\b|affecting\b|responding\b|returning\b|starting\b|showing\b|matching\b"
        r"|including\b|going\b|according\b|able\b|flying\b|driving\b|expecting\b|everything\b"
        r"|anything\b)\w+ing\b",
        subject=rf"(?:{OTHERS}) ",
        spares=Spared.ACTS,
        at_most=Level.INFO,
    ),
    Pattern(
        "PIR606",
        "haven hasn have+not has+not yet+to still+not are+not is+not aren isn",
        r"(?:(?:(?:still|have still|has still) (?:haven't|hasn't|have not|has not|don't|do not|doesn't"
        r"|does not)|(?:have|has) (?:still )?not yet|(?:haven't|hasn't)|(?:have|has) yet to) (?!confirm|said"
        r"|say|comment|respon|announce|find|found|reply|replied|been|had|seen|know|have|decide)\w+|(?:is"
        r"|are)(?: still)?(?:n't| not) (?:prioriti[sz]|monitor|test|check|follow|document|review|track"
        r"|enforc|updat|validat|verify|maintain|look|paying|taking)\w*ing)",
        subject=rf"(?:{OTHERS}|\bteams) ?",
        not_after=AFTER_PREPOSITION,
        spares=Spared.ACTS,
        at_most=Level.INFO,
    ),
    Pattern(
        "PIR606",
        each_with(
            "been",
            "applied shared communicated documented checked reviewed updated verified renewed upgraded "
            "implemented adopted enabled patched rotated validated followed maintained",
        ),
        r"(?:ha(?:s|d|ve) (?:not|never)|ha(?:s|d|ve)n't)(?: \w+ly)? been(?: \w+ly)? (?:applied|shared"
        r"|communicated|documented|checked|reviewed|updated|verified|renewed|upgraded|implemented"
        r"|adopted|enabled|patched|rotated|validated|followed|maintained)\b(?! (?:with|to) (?:success"
        r"|date)\b)",
        spares=Spared.ACTS,
        at_most=Level.INFO,
    ),
    Pattern(
        "PIR606",
        "failure+in",
        r"failures? in (?:taking|ensuring|mentoring|training|communicating|supervising|checking|following"
        r"|planning|providing|informing|testing|documenting|maintaining|monitoring|recogni[sz]ing|keeping"
        r"|notifying) \w+",
        spares=Spared.ACTS,
        at_most=Level.INFO,
    ),
    asking(
        "PIR606",
        "oversight",
        r"(?:an?|the|our|my|this|that|his|her|their|due to|through|simple|dramatic|major"
        r"|serious) (?:\w+ )?(oversights?)\b(?! (?:board|committee|body|bodies|group|team|agency|agencies"
        r"|role|of|and|by|council|program|process|responsibilit\w+|function|commission|manager|panel|to)\b)",
        spares=Spared.SAID,
    ),
    Pattern(
        "PIR606",
        "forgot forgotten neglected",
        r"(?:and|but|then)(?: had| then| had then| simply)? (forgot|forgotten|neglected)(?= to\b)",
        spares=Spared.ACTS,
        at_most=Level.INFO,
    ),
    Pattern(
        "PIR606",
        each_with("without", _CARE + " cross parsing"),
        rf"(?:was|were|had been|been)(?: \w+ly)? (?:replaced|changed|deployed|reused|merged|released"
        rf"|switched|removed"
        r"|updated|upgraded|installed|applied|moved|deleted|restarted|closed|opened|shipped|enabled|disabled"
        r"|rolled out|approved|migrated|started|used|done|made|run|performed|added|pushed"
        r"|signed)(?: (?!not\b|no\b)[\w+-]+){0,7},? "
        rf"(without (?:ever |first |even |properly |fully )?(?:cross~)?(?:{any_of(_CARE)}|parsing))\b",
        spares=Spared.ACTS,
        at_most=Level.INFO,
    ),
    asking(
        "PIR606",
        "wasn weren not+was not+were not+been not+being never+was never+were never+been",
        r"(?:(?:was|were|been|being|got)(?:n't| not| never)|(?:has|have|had)(?:n't| not"
        r"| never) been)"
        rf"(?: (?:\w+ly|yet|even|ever|also|always|then|been|being|well)){{0,3}} {_UNDONE}\b{_BY_SOFTWARE}",
        spares=Spared.ACTS,
        needs=_UNDONE_WORDS,
        only_in=(Part.STORY, Part.TIMELINE),
    ),
    asking(
        "PIR606",
        f"{each_with('without', _DOING_LIST)} {each_with('without+being', _UNDONE_LIST)}",
        r"without (?:(?:ever|even|first|also|properly|fully|adequately|sufficiently|really|having|my|our"
        r"|their|his"
        rf"|her) )*(?:(?:cross~|double~)?{any_of(_DOING_LIST)}|being {_UNDONE})\b",
        not_after=NEAR_SOFTWARE,
        spares=Spared.ACTS,
        only_in=(Part.STORY, Part.TIMELINE),
    ),
    asking(
        "PIR606",
        each_with("without", _CARE_NOUN_LIST),
        r"without (?:(?:an?|any|the|our|much|enough|adequate|proper|sufficient|prior|due|full|further|doing"
        rf"|performing|conducting|too) )*(?:[\w-]+ ){{0,2}}?{any_of(_CARE_NOUN_LIST)}\b",
        not_after=NEAR_SOFTWARE,
        spares=Spared.ACTS,
        only_in=(Part.STORY, Part.TIMELINE),
    ),
    asking(
        "PIR606",
        "fail+to fails+to failed+to failing+to failure+to neglected+to neglects+to omitted+to",
        rf"(?:fail(?:s|ed|ing|ure)?|neglect(?:s|ed)|omitted) to {_SHIRKED}\b",
        spares=Spared.ACTS,
    ),
    asking(
        "PIR606",
        "did+not didn had+not hadn",
        r"(?:did|had)(?:n't| not)(?: (?:\w+ly|even|also|yet|been))? (?:ensur|escalat|consider|anticipat"
        r"|reali[sz]e"
        r"|recogni[sz]|review|plan|document|communicat|inform|warn|consult|investigat|prioriti|address|treat"
        r"|prepar|foresee|appreciat|account for|renew|tell|told|rehears|monitor|include|take into"
        r"|think (?:of|about)|read)\w*",
        not_after=AFTER_SOFTWARE + r"|\b(?:i|you|and|or|ways?) $",
        spares=Spared.ACTS,
    ),
    asking(
        "PIR606",
        "undetected unnoticed unaware+of unaware+that wrong+assumption false+assumption incorrect+assumption "
        "implicit+assumption invalid+assumption flawed+assumption granted",
        r"(?:(?:remained|sat|was|were|been|escalate) (?:\w+ )?(?:undetected|unnoticed)"
        r"|(?:undetected|unnoticed) for|unaware (?:of|that)"
        r"|(?:wrong|false|incorrect|implicit|invalid|flawed) assumption|took (?:it |this "
        r"|that )?for granted)\b",
        not_after=NEAR_SOFTWARE,
        spares=Spared.ACTS,
    ),
    asking(
        "PIR606",
        "assumed presumed",
        r"(?:assumed|presumed)\b",
        subject=rf"(?:{ANYBODY}|\bit was)(?: (?:had|have|incorrectly|wrongly|just|simply|initially|also))? ",
        spares=Spared.ACTS,
    ),
    asking(
        "PIR606",
        "aware+not wasn weren informed+not prepared+not ready+not equipped+not trained+not familiar+not "
        "did+not didn had+idea",
        r"(?:(?:was|were|are)(?: not|n't) (?:\w+ )?(?:aware|informed|prepared|ready|equipped|trained|familiar)"
        r"|(?:did not|didn't) (?:\w+ )?(?:reali[sz]e|understand|expect|recogni[sz]e|appreciate|anticipate)"
        r"|had no idea)\b",
        subject=rf"(?:{ANYBODY}|they){BETWEEN}",
        not_after=r"\b(?:ways?|things?|what|that|which) $",
        spares=Spared.ACTS,
    ),
    asking(
        "PIR606",
        "nobody no+one none+of whether+anyone whether+anybody",
        r"(?:(?:nobody|no~one|none of (?:us|them)) (?:\w+ly )?(?:(?:was|were) (?:told|aware|informed|notified"
        rf"|in charge|responsible|responsive)|had been \w+ed|(?:has|had) {_UNDONE}|bothered|seem\w* to|reacted"
        r"|intervened|stepped|took responsibility)|none of (?:the|our) (?:\w+ )?(?:\w+ or )?\w+ (?:was|were"
        r"|had been)"
        r" (?!able|injured|affected|lost|hurt|killed)\w+|whether (?:anyone|anybody) \w+)\b",
        not_after=r"\b(?:that|which) $",
        spares=Spared.UNCERTAIN | Spared.NAMED | Spared.REASONED,
        only_in=(Part.STORY, Part.TIMELINE),
    ),
    asking(
        "PIR606",
        f"{each_with('rather+than', _UNDONE_LIST)} {each_with('rather+than', _DOING_LIST)} "
        f"{each_with('instead+of', _DOING_LIST)}",
        rf"(?:rather than|instead of) (?:\w+ly )?(?:{any_of(_DOING_LIST)}|{_UNDONE})\b",
        spares=Spared.ACTS,
    ),
    asking(
        "PIR606",
        "yet+to so+far+failed not+yet never+got",
        r"(?:(?:have|has|had) yet to (?!be\b|receive|arrive|see\b|hear)\w+|so far failed"
        rf"|(?:has|have|had) not yet (?:been )?(?:\w+ly )?{_UNDONE}|never got a?round)\b",
        spares=Spared.ACTS,
    ),
)
