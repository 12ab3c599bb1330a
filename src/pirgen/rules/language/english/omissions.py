"""English patterns for what people did not do, and what they should have done (PIR605 and PIR606)."""

from __future__ import annotations

from pirgen.diagnostics import Level
from pirgen.rules.language.english.people import (
    ADVERB,
    AFTER_PREPOSITION,
    AGENT,
    ANYBODY,
    BETWEEN,
    NOBODY,
    OTHERS,
    PARTICIPLE,
    SUPPLIER,
    WORKER,
)
from pirgen.rules.language.notation import any_of, each_with
from pirgen.rules.language.passages import Part
from pirgen.rules.language.phrasing import Pattern, Spared

_WOULD_KNOW = any_of(
    "noticed spotted seen caught known realised realized checked verified tested reviewed read asked told "
    "escalated followed avoided prevented recognised recognized called warned informed rolled_back acted "
    "stopped reacted looked anticipated foreseen raised communicated paused waited done chosen used taken"
)
_FOUND_OUT = any_of(
    "noticed spotted seen caught detected found discovered stopped contained limited shortened identified "
    "recognised recognized picked_up known foreseen anticipated avoided prevented averted escalated "
    "handled_better communicated addressed"
)
_SOONER = r"(?:(?! (?:if|when|because|by|with)\b)[^.;!?]){0,60}"

COUNTERFACTUALS = (
    Pattern(
        "PIR605",
        "should+have should+ve shouldn known they+have",
        r"they (?:should(?:n't| not)?|could|might)(?: have|'ve) (?:known|noticed|checked|read|asked|realised"
        r"|realized|told|followed|verified|escalated|listened|tested|warned|informed)\b"
        r"|\bshould have (?:known|seen (?:it|this|that) coming)\b",
        not_after=r"\bso $",
        spares=Spared.SAID,
    ),
    Pattern(
        "PIR605",
        "had+would had+could had+might had+should",
        rf"(?:^\W*|[.;:,(] |\b(?:that|but|and|because) )(had {ANYBODY} (?:only |not (?!been\b)|just "
        rf"|properly )?{PARTICIPLE})",
        spares=Spared.SAID,
    ),
    Pattern(
        "PIR605",
        "if+only if+had",
        rf"if only {ANYBODY}(?!')|\bif {ANYBODY} had(?:n't| not| only| just)? (?:\w+ly )?{PARTICIPLE}",
        not_after=r"\b(?:even|as|ask\w*|know|sure|check\w*|see|unclear) $",
        spares=Spared.DENIED | Spared.NAMED,
    ),
    Pattern(
        "PIR605",
        "should+have should+ve shouldn ought+have",
        rf"(?:should|ought to)(?:n't| not| never)?{ADVERB}(?: have|'ve){ADVERB} (?!lost\b|seen\b|had\b"
        rf"|received\b|recovered\b|got\b|served\b|been (?!more\b|less\b|aware\b|careful\b|clearer\b"
        rf"|quicker\b|faster\b|\w+ing\b)){PARTICIPLE}",
        subject=rf"(?:{ANYBODY}){BETWEEN}",
        not_after=AFTER_PREPOSITION + r"|\b(?:that|which|what) $",
        spares=Spared.SAID | Spared.AWAITED,
    ),
    Pattern(
        "PIR605",
        "should+have",
        rf",(?: (?:but|and|so))? (should have (?!been\b|had\b){PARTICIPLE})",
        subject=rf"(?:{ANYBODY})(?:'ve)? (?:(?! (?:who|which|that|but|and)\b)[^.;!?]){{3,130}}",
        spares=Spared.SAID | Spared.EXPECTED,
    ),
    Pattern(
        "PIR605",
        "should+better should+more should+clearer",
        r"should have (?:an? )?(?:better|clearer|more) (?:\w+ )?(?:grasp|understanding|knowledge|idea)\b",
        subject=rf"(?:{ANYBODY})(?: \([^()]{{1,20}}\))?\s*",
        not_after=AFTER_PREPOSITION,
        spares=Spared.SAID | Spared.EXPECTED,
    ),
    Pattern(
        "PIR605",
        "should+seen should+had",
        rf"should{ADVERB} have{ADVERB} (?:seen|had)\b(?! (?:access|been)\b)",
        subject=rf"(?:{ANYBODY}){BETWEEN}",
        not_after=AFTER_PREPOSITION + r"|\b(?:that|which|what) $",
        spares=Spared.SAID | Spared.EXPECTED,
    ),
    Pattern(
        "PIR605",
        "could+have could+ve might+have",
        rf"(?:could|might){ADVERB}(?: have|'ve){ADVERB} {_WOULD_KNOW}\b",
        subject=rf"(?:{ANYBODY}){BETWEEN}",
        not_after=AFTER_PREPOSITION + r"|\b(?:that|which|what) $",
        spares=Spared.SAID | Spared.HOSTILE,
    ),
    Pattern(
        "PIR605",
        "could+been might+been",
        rf"(?:could|might)(?: easily| also| perhaps| probably| well| all)? have(?: easily"
        rf"| also)? been {_FOUND_OUT}\b(?! (?:only|in the wild)\b)",
        not_after=r"\b(?:that|which|what|one|someone|somebody|anybody|anyone|how(?: [\w-]+){0,4}) $",
        spares=Spared.SAID | Spared.HOSTILE | Spared.REMEDY,
    ),
    Pattern(
        "PIR605",
        "could+been",
        r"could(?: also| perhaps| probably)? have(?: also)? been (?:used|utili[sz]ed|handled|done|communicated"
        r"|managed|planned|tested|prepared) (?:more|better|sooner|earlier|faster)\b",
        spares=Spared.SAID,
    ),
    Pattern(
        "PIR605",
        "should+by shouldn+by ought+by",
        rf"(?:should|ought to)(?:n't| not| never)? have been {PARTICIPLE} by {AGENT}",
        spares=Spared.SAID,
    ),
    Pattern(
        "PIR605",
        "supposed needed+have",
        r"(?:was|were) supposed to\b[^.;!?]{1,60}?\b(?:did not|didn't|failed|forgot)\b"
        r"|\bneeded to have \w+ed\b",
        subject=rf"(?:{ANYBODY}){BETWEEN}",
        spares=Spared.SAID,
    ),
)

_CARE = (
    "checking verifying testing reading reviewing noticing asking communicating informing considering "
    "thinking realising realizing recognising recognizing following updating monitoring documenting "
    "planning anticipating accounting paying escalating involving understanding telling assigning watching "
    "validating confirming reporting looking listening coordinating announcing warning double~checking "
    "rehearsing questioning consulting notifying foreseeing remembering taking making giving isolating "
    "securing labelling"
)
_HAVING = (
    "checked verified tested read reviewed noticed asked informed considered thought realised realized "
    "updated documented planned anticipated accounted told assigned validated confirmed rehearsed"
)
_NEGLECTS = (
    r"notice(?! (?:any|an? (?:improvement|change|difference|effect|impact))\b)|realis"
    r"|realiz|check|verif|test|follow(?! (?:up|the traffic))|read(?!y)|escalat|communicat"
    r"|bother|think (?:to|of|about)|consider|pay|ask|confirm|review|inform|tell|told|anticipat|foresee"
    r"|assign|update|plan(?! to\b)|document|warn|approve|hand|pass (?=on\b|this\b|it\b|the\b)|monitor|watch"
    r"|open|involve|ensure"
    r"|make sure|prepare|prioriti[sz]|recogni[sz]|account for|act(?! as\b|ual)|respond(?= to\b)"
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
    "|like)) read saw thought tested told asked(?!_for) informed realised realized "
    "considered verified reviewed opened acted answered responded updated remembered bothered wrote planned "
    "escalated questioned followed watched monitored caught spotted reacted recognised recognized raised "
    "reported warned documented picked_up took_ownership listened double~checked"
)
_NEVER_DID = any_of(
    "added checked tested asked wrote opened told informed looked read noticed updated documented "
    "considered verified reviewed finished escalated questioned thought planned configured enabled renewed "
    "rotated removed moved tried followed answered listened called warned rehearsed practised practiced "
    "communicated announced replied responded cleaned completed validated confirmed monitored bothered set "
    "made sent gave published posted labelled labeled secured isolated inspected"
)
_SIGNAL = (
    r"(?:alert|alarm|page|warning|sign|error|bug|problem|message|signal|notice|advisor(?:y|ie)|call|ticket"
    r"|command|instruction|cue"
    r"|mail|email|report|request|note)s?"
)
_ATTEMPT = (
    r"(?! (?:serve|service|process|return|gain|regain|control|reach|meet|achieve|hit|reproduce|restore"
    r"|recover|find|connect"
    r"|contact|fix|resolve|repair|bring"
    r"|stop|keep|maintain|deliver|hold|restart|roll back|get|mitigate|complete|isolate|determine"
    r"|identify the (?:root )?cause|load|start|log in)\b)"
)
_UNHEARD = (
    r"(?:ignored|overlooked|forgotten|missed|dismissed|neglected|disregarded|not (?:noticed|seen|read"
    r"|acted (?:up)?on|followed up|escalated|acknowledged))"
)

OMISSIONS = (
    Pattern(
        "PIR606",
        "failure+follow failure+notice failure+escalate failure+communicate failure+pay failure+check "
        "failure+verify failure+test failure+inform failure+review failure+update failure+consider "
        "failure+recognise failure+recognize failure+read failure+renew failure+anticipate failing",
        r"failure to (?:follow|notice|escalate|communicate|pay|check|verify|test|inform|review|update"
        r"|consider|recogni[sz]e|read|renew|anticipate)\b|\bus failing to\b",
        spares=Spared.ACTS,
    ),
    Pattern(
        "PIR606",
        f"{each_with('not', _CARE + ' having')} {each_with('never', _CARE + ' having')}",
        rf"^\W*(?:by |due to |because of |caused by )?((?:not|never) (?:properly |fully |adequately "
        rf"|thoroughly )?(?:{any_of(_CARE)}|having(?: \w+ly)? {any_of(_HAVING)}))\b",
        spares=Spared.ACTS,
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
        "neglecting forgetting",
        r"(?:neglecting|forgetting) to\b",
        spares=Spared.ACTS,
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
        rf"(?:neither|nor) did {ANYBODY} (?!have\b|know\b|need\b|see\b|expect\b)\w+",
        spares=Spared.ACTS,
    ),
    Pattern(
        "PIR606",
        "took+no made+no gave+no paid+no",
        r"(?:took no (?:action|steps?|notice|precautions?)|made no (?:attempt|effort|check|use)|gave no"
        r" (?:thought|warning|notice)|paid no (?:attention|heed))\b",
        subject=rf"(?:{ANYBODY})(?: (?:(?! (?:who|which|that|but)\b)[^.;!?]){{1,80}},? (?:and|but|then))?\s+",
        spares=Spared.ACTS,
    ),
    Pattern(
        "PIR606",
        "overlooked forgotten neglected disregarded dismissed unheeded ignored missed unanswered unnoticed "
        "not+noticed not+seen not+read not+acted not+followed not+escalated not+acknowledged",
        rf"(?:was|were|has been|had been)(?: \w+ly| just)? (?:overlooked|forgotten|neglected|disregarded"
        rf"|dismissed as)\b(?! by the (?:\w+ )?(?:parser|cache|loop|server|client|job|script|code|system"
        rf"|loader|compiler)\b)|\b{_SIGNAL} (?:was|were|had been|have been|went|got)(?: \w+ly"
        rf"| just)? (?:{_UNHEARD}|unheeded|unanswered|unnoticed by {ANYBODY})\b"
        r"(?! (?:by the (?:\w+ )?(?:parser|cache|loop|server|client|job|script|code|system|loader|compiler"
        r"|tool)|if|when)\b)",
        spares=Spared.ACTS,
    ),
    Pattern(
        "PIR606",
        "nobody no+one none+of neither+of not+one not+single no+engineer no+engineers no+operator no+developer "
        "no+developers no+reviewer no+reviewers no+person no+technician no+nurse no+pilot no+admin "
        "no+tester no+colleague no+employee no+manager no+staff",
        rf"{NOBODY}(?: \w+ly| ever| actually| had| has)?(?! seen\b) {_NEGLECTED}\b(?! (?:in|out|off|who)\b)",
        spares=Spared.UNCERTAIN | Spared.NAMED | Spared.REASONED,
    ),
    Pattern(
        "PIR606",
        each_with("without", _CARE),
        rf"(?:they|{ANYBODY})(?: had| have)?(?! (?:can|cannot|could|would|should|hesitat\w+)\b)(?!n't) "
        rf"(?:(?! (?:without|not|never|hesitat\w+|hesitant|reluctant|want|wanted"
        rf"|avoid|unable|could|would|can|cannot)\b)(?!n't)[^.;!?]){{1,90}},? without (?:first |even "
        rf"|properly |fully )?(?!warning\s*(?:$|[.,;])){any_of(_CARE)}\b(?! (?:anybody|anyone)\b)",
        spares=Spared.ACTS,
    ),
    Pattern(
        "PIR606",
        "without+anybody without+anyone without+someone without+us without+somebody",
        r"without (?:anybody|anyone|someone|somebody|us|a reviewer) (?:having )?(?:check|verif|test|read"
        r"|review|notic|ask|look|know|approv|seeing|see|realis|realiz)\w*\b",
        spares=Spared.ACTS,
    ),
    Pattern(
        "PIR606",
        "never",
        rf"never(?: actually| properly| really)? {_NEVER_DID}\b",
        subject=rf"(?:{ANYBODY})(?: had| have| has)?\s*",
        not_after=AFTER_PREPOSITION,
        spares=Spared.ACTS,
    ),
    Pattern(
        "PIR606",
        "did+not didn had+not hadn",
        rf"(?:did|had)(?:n't| not){ADVERB} (?:{_NEGLECTS})\w*",
        subject=rf"(?:{ANYBODY}){BETWEEN}",
        not_after=AFTER_PREPOSITION,
        spares=Spared.ACTS,
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
    ),
    Pattern(
        "PIR606",
        "did+sufficiently did+adequately did+properly did+thoroughly did+carefully didn+sufficiently"
        " didn+adequately "
        "didn+properly didn+thoroughly didn+carefully",
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
    ),
    Pattern(
        "PIR606",
        "failed+to neglected forgot overlooked ignored missed did+not didn never",
        rf"(?:,? (?:but|and|then)|,) ((?:failed to{_ATTEMPT}|neglected to|forgot|overlooked|ignored"
        rf"|missed (?:the|a|an|this|that)|(?:did not|didn't) (?:{_NEGLECTS})\w*|never {_NEVER_DID}))\b",
        subject=rf"(?:{ANYBODY}) (?:(?! (?:who|which|that|but)\b| and (?!\w+ed\b))[^.;!?]){{3,130}}",
        spares=Spared.ACTS,
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
    ),
    Pattern(
        "PIR606",
        "missed overlooked ignored",
        rf"(?:{_SIGNAL}|clues?|indications?) (?:that |which )?(?:we|{ANYBODY}) (?:missed|overlooked|ignored"
        rf"|did not (?:see|notice)|didn't (?:see|notice))\b",
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
        r"|\bfailure to (?:ensure|adhere|comply|perform|conduct|assess|train|supervise|document"
        r"|coordinate)\b",
        spares=Spared.ACTS,
    ),
    Pattern(
        "PIR606",
        "failure+of",
        r"to (?!start\b|load\b|connect\b)\w+",
        subject=rf"\bfailure (?:of|by) (?:{WORKER}|{SUPPLIER}|the (?:[\w-]+ )?(?:operator|driver)) ",
        spares=Spared.ACTS,
    ),
    Pattern(
        "PIR607",
        "inadequate improper incorrect poor delayed",
        r"(?:inadequate|improper|incorrect|poor|delayed) (?!data\b|access\b|tools?\b)[\w-]+",
        subject=rf"(?:{WORKER}|\bthe operator|\b(?:his|her))(?:'s|'|(?<=his)|(?<=her)) ",
        spares=Spared.SAID,
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
        r"(?:was|were)(?:n't| not) (?:considered|thought of|taken into account|anticipated"
        r"|foreseen)\b(?! (?:serious|severe|necessary|urgent|critical|a\b|an\b|to be\b|as\b|safe|important"
        r"|dangerous|high))",
        spares=Spared.ACTS,
    ),
    Pattern(
        "PIR606",
        "without+us without+them without+anybody without+anyone without+users without+customers",
        r"without (?:warning|telling|informing|notifying|asking|consulting) (?:us|them|anybody|anyone|users"
        r"|customers)\b",
        spares=Spared.ACTS,
    ),
    Pattern(
        "PIR606",
        "understand+not understand+didn",
        r"(?:did not|didn't) (?:fully |properly |correctly )?understand\b",
        subject=rf"(?:{OTHERS}|\bits operators){BETWEEN}",
        spares=Spared.ACTS,
    ),
    Pattern(
        "PIR605",
        "could+have should+have",
        rf"^\W*((?:could|should) have (?:only |also |just )?(?!been\b|access\b|an?\b|the\b"
        rf"|no\b){PARTICIPLE})",
        spares=Spared.SAID,
    ),
    Pattern(
        "PIR606",
        "not",
        r"^\W*(not (?:\w+ly )?(?!being\b|having\b|receiving\b|working\b|starting\b|responding\b|running\b"
        r"|using\b|including\b|returning\b|matching\b|during\b|missing\b|existing\b|according\b|loading\b"
        r"|closing\b|releasing\b|scaling\b|supporting\b)\w+ing)(?= (?!to\b|is\b|was\b)\w)",
        spares=Spared.ACTS,
        only_in=(Part.CAUSE,),
    ),
    Pattern(
        "PIR606",
        "without+running without+waiting without+trying without+measuring without+watching without+doing "
        "without+making without+taking without+giving without+getting without+approval without+permission "
        "without+backing",
        rf"(?:they|{ANYBODY})(?: had| have)? (?:(?! (?:without|not|never|hesitat\w+|hesitant|reluctant|want"
        rf"|wanted"
        rf"|avoid|unable|could"
        r"|would|can|cannot|to)\b)(?!n't)[^.;!?]){1,60} without (?:first |even )?(?:running (?:the|a"
        r"|any) (?:\w+ )?(?:tests?|checks?)|waiting for (?:the|an?) (?:review|approval|result|answer|test)s?"
        r"|trying it|measuring|watching|making sure|taking a backup|giving notice|getting approval"
        r"|backing up|approval|permission)\b",
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
)
