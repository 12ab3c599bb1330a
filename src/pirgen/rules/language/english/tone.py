"""English patterns for loaded words, hindsight, one cause, accidents, remedies and sizes (PIR608 to PIR616)."""

from __future__ import annotations

from pirgen.diagnostics import Level
from pirgen.rules.language.english.people import ANYBODY, BETWEEN, OURSELVES, WORKER
from pirgen.rules.language.notation import any_of
from pirgen.rules.language.phrasing import Pattern, Reliability, Spared

LOADED = (
    Pattern(
        "PIR608",
        "unacceptable",
        r"(?:is|are|was|were|be|that's|it's|this's)(?: (?:\w+ly|just))? (unacceptable)\b(?! (?:under|for|to"
        r"|according|by)\b)",
        not_after=(
            r"\b(?:services?|outages?|downtime|interruptions?|disruptions?|availability|delays?|performance"
            r"|experience)\b[^.;!?]{0,60} $"
        ),
        spares=Spared.DENIED | Spared.NAMED,
        measured=Reliability(2, 3),
    ),
    Pattern(
        "PIR608", "!!", r"!!+(?![\w:$^*])", spares=Spared.KIND, at_most=Level.INFO, measured=Reliability(1, 2)
    ),
    Pattern(
        "PIR608",
        "believe unacceptable unbelievable unbelievably desperate desperately ridiculous ridiculously "
        "nightmare nightmares horrible horribly insane insanely embarrassing embarrassingly shocking "
        "shockingly crappy lousy disgrace disgraceful inexcusable unforgivable pathetic farce "
        "appalling appallingly shameful outrageous "
        "absurd absurdly laughable fiasco debacle terrible terribly awful mess joke "
        "disaster earth scandalous scandal saying excuse sucks sucked clue",
        r"(?:goes|go) without saying\b|\bcan(?:'t|not) believe\b|\b(?:unbelievabl[ey]|ridiculous(?:ly)?"
        r"|nightmares?(?! scenario)"
        r"|insane(?:ly)?(?! (?:values?|clocks?|numbers?|inputs?|times?|defaults?)\b)|embarrassing(?:ly)?"
        r"|shockingly|(?:was|were|is|are|it's|quite|truly|how|a) shocking(?! (?:the|him|her|them|an?)\b)"
        r"|desperate(?:ly)?|horribl[ey]|disgrace(?:ful)?|inexcusable|unforgivable|pathetic"
        r"|farce|appalling(?:ly)?|shameful|outrageous|absurd(?:ly)?|laughable|fiasco|debacle|scandal(?:ous)?"
        r"|how on earth|(?:poor|lame|weak|no) excuse|(?:this|that|it|which)(?: really| just)? suck(?:s|ed)"
        r"|get a clue|crappy|lousy)\b|\b(?:is|are|was|were)(?: \w+ly| just| simply)? (?:a |an )?(?:complete "
        r"|total "
        r"|absolute |utter |real |bad )?(?:joke|disaster|mess|terrible|awful)\b(?=\s*$|[.,;!?]| (?:and|for"
        r"|because)\b)",
        spares=Spared.DENIED | Spared.NAMED,
        measured=Reliability(9, 14),
    ),
    Pattern(
        "PIR608",
        "course though+not though+isn though+aren if+dangerous brilliant genius surprise needless bravo clever "
        "usual predictably unsurprisingly",
        r"(?:of course|needless to say|predictably|unsurprisingly|as usual|naturally),? (?:nobody|no~one"
        r"|none|they|he|she|it was not|there was no)\b|^\W*(?:brilliant|genius|clever|great"
        r"|wonderful) (?:idea|move|plan|decision)\b|\bsurprise, surprise\b|^\W*bravo\b"
        r"|\bas (?:though|if) [^.;!?]{5,60} (?:is|are|was|were)(?: not|n't) (?:dangerous|important|enough"
        r"|a (?:problem|risk)"
        r"|their|our)\b"
        r"|\bwho would have thought\b|\bwhat could (?:possibly )?go wrong\b",
        spares=Spared.NAMED,
    ),
)

_SIGNS = (
    r"(?:(?:all )?(?:the|these|those|clear|obvious|plenty of|many|numerous|enough"
    r"|early) (?:\w+ )?(?:warning )?(?:signs?|red flags?|warnings?))"
)

HINDSIGHT = (
    Pattern(
        "PIR609",
        "hindsight hind+sight retrospect easily bound everyone everybody common+sense only+matter "
        "only+question just+matter writing+wall accident+waiting foreseeable predictable preventable avoidable "
        "unavoidable looking+back",
        r"(?:in|with(?: the benefit of| perfect| 20[:/]20)?) hind-?sight\b|\bin retrospect\b(?!,? (?:this|it"
        r"|that) (?:is|was (?:the right|good|right))\b)"
        r"|^\W*looking back, (?:it|the|this|that|we)\b|\b(?:easily have been|have been easily"
        r"|easily) (?:avoid(?:ed|able)"
        r"|prevent(?:ed|able))\b|\b(?:was|were) bound to (?:fail|happen|break|go wrong|end|crash|cause|lead"
        r"|come)\b|(?<!so\s)\bevery(?:one|body) (?:knew|knows)\b(?! how\b)|\bcommon sense\b|\b(?:was|been"
        r"|were) (?:only |just "
        r"|merely )?a (?:matter"
        r"|question) of time\b|\bwriting was on the wall\b|\b(?:accident|disaster|incident"
        r"|outage) waiting to happen\b|\b(?:was|were)(?: \w+ly)? (?:foreseeable|predictable|preventable"
        r"|avoidable)\b|\b(?:foreseeable|preventable|avoidable) (?:incident|outage|mistake|failure|accident"
        r"|downtime|error|problem)s?\b",
        spares=Spared.DENIED | Spared.NAMED | Spared.UNCERTAIN,
        measured=Reliability(33, 36),
    ),
    Pattern(
        "PIR609",
        "signs clues hints indications warned warnings opportunity opportunities to+even",
        r"missed opportunit(?:y|ies)\b|\bto even (?:notice|reali[sz]e|see|detect|acknowledge) (?:that|the|it"
        r"|what)\b|\bthere (?:were|had been) (?:(?:clear|plenty of|many|early|enough"
        r"|several) )?(?:signs|clues|hints"
        r"|indications|warnings)\b(?! (?:of|that)\b)|\b(?:the |all the )?(?:clues"
        r"|hints) (?:were|had been) (?:all )?(?:there|in plain)\b|\b(?:we|they) had been warned\b",
        spares=Spared.SAID,
        measured=Reliability(1, 1),
    ),
    Pattern(
        "PIR609",
        "signs sign flags warnings warning",
        rf"{_SIGNS} (?:that )?(?:(?:were|had been|have been|was)(?: all| always| already| right)? (?:there"
        rf"|clear|plain|obvious|visible|ignored)|pointed)\b|\bthere (?:were|was|had been) {_SIGNS}\b"
        rf"|\bwarning signs\b(?= (?:were|had|that)\b)(?! (?:were|had been) (?:posted|placed|displayed|put"
        rf"|set)\b)|\bwarning us for (?:days|weeks|months|years)\b",
        spares=Spared.SAID,
    ),
    Pattern(
        "PIR609",
        "long+took+too long+taken+too long+takes+too spent+too spend+too better+would+been best+would+been "
        "right+would+been correct+would+been wiser+would+been safer+would+been idea+would+been "
        "option+would+been",
        rf"(?:took|taken|takes) (?:us|them|{WORKER}) (?:\w+ ){{0,2}}too long\b"
        r"|\b(?:we|the team|the on~call|the crew|engineers|they) (?:spent|spend) (?:\w+ )?too (?:long"
        r"|much time)\b|\bit would(?: also)? have(?: also)? been (?:better|best|wiser|safer"
        r"|a good idea) to\b|\b\w+ing(?: [\w-]+){0,3} (?:would probably|would|probably would) have been"
        r" (?:better|best|wiser|safer)\b|\bthe (?:best|better|right|correct|safer|wiser) (?:approach|choice"
        r"|decision"
        r"|move|course|option|thing)(?: to do)? would have been\b",
        spares=Spared.SAID,
        measured=Reliability(7, 8),
    ),
    Pattern(
        "PIR609",
        "long+far long+much long+way",
        r"(?:went on|lasted|took|ran|continued|persisted)(?: for)? (?:far|much|way) too long\b",
        spares=Spared.SAID,
        at_most=Level.INFO,
    ),
    Pattern(
        "PIR609",
        "took+too",
        r"(?:diagnosis|detection|response|escalation|communication|triage) took (?:\w+ )?too long\b",
        spares=Spared.SAID,
        measured=Reliability(1, 1),
    ),
    Pattern(
        "PIR609",
        "took+to took+before took+until",
        r"took (?:us|them|the team|anyone|(?:quite |rather |way |far )?(?:a (?:little |long )?while|so long"
        r"|too long|longer|forever|an? (?:long|extended|significant) \w+|(?:significant|considerable) time)"
        r"|(?:\w+ ){1,4}?for us)(?: [\w-]+){0,6}? (?:to (?:even |finally )?(?:notice|reali[sz]e|recogni[sz]e"
        r"|diagnose|find|figure out|identify|understand|isolate|track down|discover|acknowledge|pinpoint)"
        r"|(?:before|until) (?:we|anyone|anybody|someone|somebody|the team|they|staff|it was) (?:\w+ )?"
        r"(?:noticed|reali[sz]ed|recogni[sz]ed|found|identified|understood|acknowledged|acted|responded|knew))\b",
        spares=Spared.SAID,
        at_most=Level.INFO,
        is_alone=True,
    ),
    Pattern(
        "PIR609",
        "took+too slow+to slow+in too+late too+slowly",
        r"(?:took (?:\w+ )?too long|(?:was|were) (?:too |very )?slow (?:to|in)|(?:reacted|responded|acted"
        r"|escalated|noticed) (?:\w+ )?too (?:late|slowly))\b",
        subject=rf"(?:{OURSELVES}|{WORKER}){BETWEEN}",
        spares=Spared.SAID,
        measured=Reliability(1, 1),
    ),
    Pattern(
        "PIR609",
        "clear obvious anybody anyone knew+along going+never doomed+fail",
        r"(?:was|is)(?: \w+ly)? (?:clear|obvious|plain) from the (?:start|beginning|outset|first)\b"
        r"|\b(?:anybody|anyone|everybody|everyone) could have (?:seen|known|told|noticed)\b"
        r"|\bknew all along\b|\bwas never going to (?:work|end well|hold)\b|\bdoomed to fail\b",
        spares=Spared.SAID,
        measured=Reliability(1, 1),
    ),
    Pattern(
        "PIR609",
        "wrongly incorrectly mistakenly falsely erroneously",
        r"(?:wrongly|incorrectly|mistakenly|falsely|erroneously) (?:assumed|assessed|believed|thought|judged"
        r"|concluded|expected)\b",
        subject=rf"(?:{ANYBODY}){BETWEEN}",
        measured=Reliability(1, 1),
    ),
)

ONE_CAUSE = (
    Pattern(
        "PIR610",
        "root+cause cause+only cause+sole cause+single cause+one cause+ultimate",
        r"(?:sole|only|single|ultimate|fundamental) root cause\b(?! analysis)|\b(?:there (?:was|is)"
        r"|the) one root cause\b|\b(?:the|its|our) ((?:true|real|actual) root cause)(?: (?:of|for"
        r"|behind) [^.;\n]{1,60}?)? (?:was|is|came|turned|lay|lies)\b|\b(?:was|is|be) the ((?:true|real"
        r"|actual|one) root cause)\b|\b(?:sole|only|single|ultimate|the one) cause\b(?! (?:of (?:death"
        r"|action)|codes?))",
        spares=Spared.USUAL | Spared.SEVERAL,
        measured=Reliability(5, 7),
    ),
    Pattern(
        "PIR611",
        "root+cause",
        r"(?:the|its|our|this|their) (?:main |primary |underlying )?root cause(?: (?:of|for"
        r"|behind) [^.;\n]{1,60}?)? (?:was|is|lay|lies"
        r"|has been (?:determined|found|identified) (?:to be|as)"
        r"|turned out to be)\b(?!(?: \w+ly| later| finally| then)?(?: yet| to be)? (?:not|never|still|un\w+"
        r"|(?:identified|found|determined|traced|known)(?! (?:as|to be|to the)\b)|discovered|fixed|hard"
        r"|difficult|being|addressed|thought|believed|suspected|under|confirmed|established|resolved|traced"
        r"|quickly|corrected|removed|isolated|clear)\b)|\b(?:is|was|be) (the root cause)\b(?!\?)"
        r"|^\W*root cause:",
        spares=Spared.SAID | Spared.SEVERAL,
        measured=Reliability(9, 16),
    ),
    Pattern(
        "PIR611",
        "root+cause",
        r"(?:identif|determin|found|isolat|trac|establish|confirm|diagnos)\w* [^.;!?]{0,80}?(?:the|its|their)"
        r" (root cause (?:as|to be|to|down to|in))\b(?! (?:prevent|avoid|ensure|help|fix|why|how|what|which)\b)"
        r"|^\W*((?:(?:the|our|primary|main|underlying) )?root~cause(?: \([^()]{1,30}\))?)"
        r"(?=:| [-\u2013\u2014] )|\((?:the )?(?:primary |main |underlying )?(root cause)\)",
        spares=Spared.SAID | Spared.SEVERAL,
        at_most=Level.INFO,
        is_alone=True,
    ),
)

_DONE = any_of(
    "deleted removed dropped wiped erased changed disabled enabled revoked published pushed deployed merged "
    "released left included committed overwritten set switched restarted stopped terminated shut turned "
    "unplugged disconnected sent shared exposed leaked introduced run triggered misconfigured configured "
    "applied rolled uploaded renamed moved cut closed opened truncated reverted selected used added leaked "
    "removed unassigned scheduled rotated copied checked executed omitted created granted assigned "
    "installed instructed skipped"
)
_DEED = (
    r"(?:deletion|removal|change|drop|commit|push|deploy(?:ment)?|release|publication|publish|merge|shutdown"
    r"|termination|restart|click|disclosure|exposure|leak|overwrite|misconfiguration|edit|revert|update"
    r"|upload|modification|execution|exposure|wiping|disconnect(?:ion)?|activation|deactivation|send|copy"
    r"|wipe)s?"
)
_BY_CHANCE = r"(?:accident(?:al)?ly|mistakenly|inadvert[ea]ntly|erroneously|unintentionally|unwittingly)"
NEVER_MEANT = (
    r"\b(?:against|from|for|to|can|could|cannot|may|might|prevent\w*|avoid\w*|without|intentionally or"
    r"|whether)(?: (?:an?|any|the|be|also))? $"
)
_SOFTWARE_DID = (
    r"(?! by (?:the|a|an|our|its) (?:[\w-]+ )?(?:script|job|system|service|tool|code|parser|controller"
    r"|operator|balancer|scheduler|bug|process|cache|client|server|pipeline|bot)s?\b)"
)

ACCIDENTS = (
    Pattern(
        "PIR613",
        "accidentally accidently mistakenly inadvertently inadvertantly erroneously unintentionally "
        "unwittingly",
        rf"(?:was|were|been) ({_BY_CHANCE}) \w+ed\b{_SOFTWARE_DID}|\b({_BY_CHANCE}) got {_DONE}\b|\b(?:was|were"
        rf"|been|got|is|are)(?: also"
        rf"| then)? ({_BY_CHANCE})(?: been)? (?:re)?{_DONE}\b{_SOFTWARE_DID}|\b(?:been|was"
        rf"|were) {_DONE} ({_BY_CHANCE})\b|^\W*({_BY_CHANCE}) (?:un)?{_DONE}\b|^\W*({_BY_CHANCE}),|\b(?:an?"
        rf"|the|this) ({_BY_CHANCE}) {_DONE}\b|\w+ ({_BY_CHANCE}) {_DONE}(?=\s*$|[.,;]| (?:from|in|on|during"
        rf"|by|to)\b)",
        not_after=NEVER_MEANT,
        measured=Reliability(1, 4),
    ),
    Pattern(
        "PIR613",
        "accidentally accidently mistakenly inadvertently inadvertantly erroneously unintentionally "
        "unwittingly",
        rf"{_BY_CHANCE} (?!assum|believ|thought|conclud|expect)\w+",
        subject=rf"(?:{ANYBODY}){BETWEEN}",
        not_after=NEVER_MEANT,
        measured=Reliability(3, 3),
    ),
    Pattern(
        "PIR613",
        "accidentally accidently mistakenly inadvertently inadvertantly unintentionally unwittingly",
        rf"(?:changes?|updates?|deploy(?:ment)?s?|releases?|configurations?|restarts?|migrations?|patch(?:es)?"
        rf"|commits?|upgrades?|roll~?outs?|commands?|decommissioning|maintenance|employee #\d+)"
        rf"(?: [\w-]+){{0,4}}? ({_BY_CHANCE} (?!that\b)\w+)",
        not_after=NEVER_MEANT,
        at_most=Level.INFO,
        is_alone=True,
    ),
    Pattern(
        "PIR613",
        "mistake+by accident+by",
        r"by (?:mistake|accident)\b(?!,? (?:or|and)\b|, malice)",
        not_after=NEVER_MEANT,
        measured=Reliability(1, 1),
    ),
    Pattern(
        "PIR613",
        "accidental inadvertent unintentional unintended mistaken erroneous",
        rf"(?:accidental|inadvertent|unintentional|mistaken) (?:(?:[\w-]+ )?{_DEED}\b|[\w-]+ing (?=of\b))",
        not_after=NEVER_MEANT + r"|\b(?:of|on|catch|detect|handle|stops?|blocks?) $",
    ),
)

OWN_BLAME = (
    Pattern(
        "PIR615",
        "my our+bad our+mistake our+fault screwed messed sorry shame blew dropped+ball mistake+made",
        r"my (?:own )?(?:fault|mistake|bad|error)\b(?=\s*(?:$|[.,;:!?]|(?:was|is|and|to|that|in|for|not"
        r"|entirely|as|when|alone)\b))|\bour (?:own )?(?:bad|mistake|fault)\b(?! (?:toleran\w+|domains?"
        r"|trees?|lines?|zones?|injection|isolation|codes?|report\w*|data|actors?))|\b(?:i"
        r"|we)(?: \w+ly)? (?:screwed|messed) up\b|\bi blew it\b|\b(?:i|we) (?:\w+ )?dropped the ball\b"
        r"|\bshame on (?:me|us)\b|\b(?:i'm"
        r"|i am)(?: (?:so|very|really"
        r"|truly))? sorry(?:,?(?: that)? i (?:\w+ )?(?:did|broke|ran|deleted|missed|forgot|made|did not"
        r"|didn't|pushed|caused|messed|dropped)\b| for (?:my|breaking|causing|deleting|missing"
        r"|forgetting)\b)"
        rf"|{OURSELVES}(?: \w+ly)? made (?:a|an|the|some|several|this) (?:\w+ )?(?:mistake|error)s?\b",
        spares=Spared.DENIED | Spared.NAMED,
        measured=Reliability(5, 5),
    ),
)

SIZES = (
    Pattern(
        "PIR616",
        "some many several various numerous few number handful briefly short significant significantly "
        "substantial substantially considerable considerably",
        r"^(?![\s\S]*(?:\d|\b(?:hundreds?|thousands?|millions?|half|third|quarter|dozen|per cent"
        r"|percent)\b))[\s\S]*?\b(some|many|several|various|numerous|an? (?:small "
        r"|large )?(?:few(?! (?:seconds|minutes|hours|days)\b)|number of|handful of)|briefly"
        r"|for a short (?:time|while|period)|(?:significant|substantial|considerabl[ey])(?:ly)?)\b",
        spares=Spared(0),
        measured=Reliability(1, 3),
    ),
)
