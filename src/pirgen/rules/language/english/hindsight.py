"""English patterns for hindsight: what was clear, foreseeable or too late (PIR609)."""

from __future__ import annotations

from pirgen.diagnostics import Level
from pirgen.rules.language.english.people import ANYBODY, BETWEEN, OURSELVES, WORKER
from pirgen.rules.language.phrasing import Pattern, Reliability, Spared, asking

_SIGNS = (
    r"(?:(?:all )?(?:the|these|those|clear|obvious|plenty of|many|numerous|enough"
    r"|early) (?:\w+ )?(?:warning )?(?:signs?|red flags?|warnings?))"
)


HINDSIGHT = (
    Pattern(
        "PIR609",
        "hindsight hind+sight retrospect easily bound everyone everybody common+sense writing+wall "
        "accident+waiting foreseeable predictable preventable avoidable unavoidable looking+back",
        r"(?:(?:in|with(?: the benefit of| perfect| 20[:/]20)?) hind-?sight|\bin retrospect)\b(?!(?: to me)?,?"
        r" (?:this|it|that)(?: is|'s| was)(?: \w+){0,2} (?:right|good|likely|probable|funny)\b)"
        r"|^\W*looking back, (?:it|the|this|that|we)\b|\b(?:easily have been|have been easily"
        r"|easily) (?:avoid(?:ed|able)"
        r"|prevent(?:ed|able))\b|\b(?:was|were) bound to (?:fail|happen|break|go wrong|end|crash|cause|lead"
        r"|come)\b|(?<!so\s)\bevery(?:one|body) (?:knew|knows)\b(?! (?:how|that i)\b)|\bcommon sense\b"
        r"|\bwriting was on the wall\b|\b(?:accident|disaster|incident"
        r"|outage) waiting to happen\b|\b(?:was|were)(?: \w+ly)? (?:foreseeable|predictable|preventable"
        r"|avoidable)\b|\b(?:foreseeable|preventable|avoidable) (?:incident|outage|mistake|failure|accident"
        r"|downtime|error|problem)s?\b",
        spares=Spared.DENIED | Spared.NAMED | Spared.UNCERTAIN,
        measured=Reliability(33, 36),
    ),
    Pattern(
        "PIR609",
        "matter+time question+time",
        r"(?:was|been|were) (?:only |just |merely )?a (?:matter|question) of time\b",
        spares=Spared.DENIED | Spared.NAMED | Spared.UNCERTAIN,
        at_most=Level.INFO,
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
    asking(
        "PIR609",
        "took+to took+before took+until",
        r"took (?:us|them|the team|anyone|(?:quite |rather |way |far )?(?:a (?:little |long )?while|so long"
        r"|too long|longer|forever|an? (?:long|extended|significant) \w+|(?:significant|considerable) time)"
        r"|(?:\w+ ){1,4}?for us)(?: [\w-]+){0,6}? (?:to (?:even |finally )?(?:notice|reali[sz]e|recogni[sz]e"
        r"|diagnose|find|figure out|identify|understand|isolate|track down|discover|acknowledge|pinpoint)"
        r"|(?:before|until) (?:we|anyone|anybody|someone|somebody|the team|they|staff|it was) (?:\w+ )?"
        r"(?:noticed|reali[sz]ed|recogni[sz]ed|found|identified|understood|acknowledged|acted|responded"
        r"|knew))\b",
        spares=Spared.SAID,
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
    asking(
        "PIR609",
        "obviously clearly unsurprisingly",
        r"(?:was|were) obviously (?:a (?:mistake|bad|poor)|not(?! an?\b)|wrong|too|never)\b|\bunsurprisingly\b"
        r"|\bclearly (?:failed|not enough|insufficient|inadequate|a mistake|wrong)\b",
        spares=Spared.SAID,
    ),
    Pattern(
        "PIR609",
        "signals indicators symptoms clues evidence red+flags",
        r"(?:the|all|these|those|structural|early|clear) (?:\w+ )?(?:signals?|indicators?|symptoms|clues"
        r"|evidence) (?:were|was|had been)(?: all| always| already| right)? (?:there|clear|plain|obvious"
        r"|visible|present)(?: (?:before|all along|for|since|from|in plain)\b|(?=\s*(?:$|[.,;])))",
        spares=Spared.SAID,
        at_most=Level.INFO,
    ),
    Pattern(
        "PIR609",
        "hard+to difficult+to abundantly how+avoidable how+preventable",
        r"(?:was|were)(?:n't| not)(?: even| that| really)? (?:hard|difficult) to (?:see|notice|spot|find"
        r"|predict|foresee|imagine|guess|tell)\b|\b(?:was|were|been|is)(?: made)? abundantly (?:clear"
        r"|apparent|obvious)\b|\bhow (?:avoidable|preventable)\b",
        spares=Spared.NAMED,
        at_most=Level.INFO,
    ),
    asking(
        "PIR609",
        "clearly obviously evidently unsurprising unsurprisingly surprising surprise clear obvious plainly "
        "self+evident",
        r"(?:(?:is|was|are|were|be|but|however|that|it) (?:clearly|obviously|evidently) (?:in\w+|un\w+|wrong"
        r"|fail\w*"
        r"|need\w*|should|we|they|this|today)|(?:clearly|obviously|evidently) (?:\w+ )?(?:not(?! an?\b)|wrong"
        r"|needed"
        r"|failed|isn't|wasn't|didn't)|can clearly see|unsurprising(?:ly)?|(?:not|no"
        r"|hardly) (?:be )?surpris(?:ing|e)"
        r"|(?:very|painfully|abundantly|so|as|pretty|perfectly|becomes|made it) (?:clear|obvious|evident)"
        r"|plainly"
        r"|self~evident)\b",
        spares=Spared.SAID,
    ),
    asking(
        "PIR609",
        "not+until wasn+until weren+until only+noticed only+realised only+realized only+aware only+learned "
        "only+learnt",
        r"(?:(?:was|were)(?:n't| not) (?:\w+ )?(?:noticed|discovered|reali[sz]ed|found|detected|aware|escalated"
        r"|contacted|informed) until|only (?:noticed|reali[sz]ed|became aware|learn(?:ed|t)))\b",
        spares=Spared.SAID,
    ),
)
