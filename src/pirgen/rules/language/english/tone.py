"""English patterns for loaded words, one cause, accidents, own blame and sizes (PIR608, PIR610 to PIR616)."""

from __future__ import annotations

from pirgen.diagnostics import Level
from pirgen.rules.language.english.people import ANYBODY, BETWEEN, OURSELVES
from pirgen.rules.language.notation import any_of
from pirgen.rules.language.phrasing import Pattern, Reliability, Spared, asking

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
    asking(
        "PIR611",
        "root+cause",
        r"(?:identif|determin|found|isolat|trac|establish|confirm|diagnos)\w* [^.;!?]{0,80}?(?:the|its|their)"
        r" (root cause (?:as|to be|to|down to|in))\b(?! (?:prevent|avoid|ensure|help|fix|why|how|what|which)\b)"
        r"|^\W*((?:(?:the|our|primary|main|underlying) )?root~cause(?: \([^()]{1,30}\))?)"
        r"(?=:| [-\u2013\u2014] )|\((?:the )?(?:primary |main |underlying )?(root cause)\)",
        spares=Spared.SAID | Spared.SEVERAL,
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
        rf"|were|got|getting|being) {_DONE}(?: (?:in)?to(?: [\w-]+){{1,3}}?)? ({_BY_CHANCE})\b"
        rf"|^\W*({_BY_CHANCE}) (?:un)?{_DONE}\b|^\W*({_BY_CHANCE}),|\b(?:an?"
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
    asking(
        "PIR613",
        "accidentally accidently mistakenly inadvertently inadvertantly unintentionally unwittingly",
        rf"(?:changes?|updates?|deploy(?:ment)?s?|releases?|configurations?|restarts?|migrations?|patch(?:es)?"
        rf"|commits?|upgrades?|roll~?outs?|commands?|decommissioning|maintenance|employee #\d+)"
        rf"(?: [\w-]+){{0,4}}? ({_BY_CHANCE} (?!that\b)\w+)",
        not_after=NEVER_MEANT,
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
