"""English patterns for what people should or might have done (PIR605)."""

from __future__ import annotations

from pirgen.diagnostics import Level
from pirgen.rules.language.english.people import (
    ADVERB,
    AFTER_PREPOSITION,
    AFTER_SOFTWARE,
    AGENT,
    ANYBODY,
    BETWEEN,
    PARTICIPLE,
)
from pirgen.rules.language.notation import any_of, each_with
from pirgen.rules.language.phrasing import Pattern, Reliability, Spared, asking

_WOULD_KNOW = any_of(
    "noticed spotted seen caught known realised realized checked verified tested reviewed read asked told "
    "escalated followed avoided prevented recognised recognized called warned informed rolled_back acted "
    "stopped reacted looked anticipated foreseen raised communicated paused waited done chosen used taken "
    "picked_up"
)
_FOUND_OUT = any_of(
    "noticed spotted seen caught detected found discovered stopped contained limited shortened identified "
    "recognised recognized picked_up known foreseen anticipated avoided prevented averted escalated "
    "handled_better communicated addressed"
)
_HEEDED = any_of(
    "noticed spotted seen known realised realized checked verified tested reviewed read asked told escalated "
    "followed recognised recognized called warned informed looked anticipated foreseen communicated waited "
    "bothered picked_up considered understood listened planned prepared briefed trained thought remembered "
    "discussed talked spoken paid taken_the_time taken_care kept_an_eye been_(?:more|less|aware|careful|quicker"
    "|faster|told|trained"
    "|warned|informed|briefed|paying|watching|looking)"
)
_WELL = (
    r"(?:(?:would|could|might|may)(?: \w+ly| still| also| well| all)?(?: not|n't)(?: have(?! been able)| be)"
    r"|(?:would|could|might|may)(?: \w+ly| still| also| well| all)?(?: have)? (?:been )?(?:avoid|prevent|avert"
    r"|notic|caught|spotted|seen|known|lessen|reduc|limit|shorten|contain|found|detect|discover|gracefull"
    r"|sooner"
    r"|earlier|better|quicker|faster|easier|safe|gone back|roll|recover|restor|continu|kept|sav|help)\w*"
    r"|(?:would|could)(?: \w+ly)? still |have had (?:the |more )?(?:time|knowledge|warning))"
)
_THEN_WELL = rf"(?=[^.;!?]{{0,160}}?\b{_WELL})"
_DONE_BETTER = rf"(?:{_HEEDED}\b|{PARTICIPLE}{_THEN_WELL})"
"""What people would have done in a better world: it is diligent, or all is well after it."""


_BETTER = any_of(
    "prevented avoided averted caught detected noticed spotted identified found discovered alerted warned told "
    "known foreseen predicted anticipated minimi[sz]ed reduced limited mitigated saved helped allowed "
    "enabled shown shortened dealt handled used taken given checked tested asked read reviewed communicated "
    "informed notified escalated acted responded reacted looked considered planned prepared waited chosen "
    "held kept assisted better faster sooner quicker easier safer simpler clearer wiser nice good useful"
)
_IF_ONLY = Reliability(10, 11)

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
        rf"(?:^\W*|[.;:,(] |\b(?:that|but|and|because) )(had (?!you\b)(?:they|{ANYBODY}) (?:only "
        rf"|not (?!been\b)|just "
        rf"|properly |ever )?{_DONE_BETTER})",
        spares=Spared.SAID,
        measured=_IF_ONLY,
    ),
    Pattern(
        "PIR605",
        "if+only if+had",
        rf"if only {ANYBODY}(?!')|\bif (?!you\b)(?:they|{ANYBODY}) had(?:"
        rf"(?: only| just)? (?:\w+ly )?{_DONE_BETTER}|(?:n't| not) (?:\w+ly )?{PARTICIPLE}{_THEN_WELL})",
        not_after=r"\b(?:even|as|know|sure|check\w*|see|unclear|ask\w*(?: [\w-]+){0,4}) $",
        spares=Spared.DENIED | Spared.NAMED,
        measured=_IF_ONLY,
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
        measured=Reliability(47, 48),
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
        measured=Reliability(1, 2),
    ),
    Pattern(
        "PIR605",
        "could+have could+ve might+have",
        rf"(?:could|might){ADVERB}(?: have|'ve){ADVERB} {_WOULD_KNOW}\b",
        subject=rf"(?:{ANYBODY}){BETWEEN}",
        not_after=AFTER_PREPOSITION + r"|\b(?:that|which|what) $",
        spares=Spared.SAID | Spared.HOSTILE,
        measured=Reliability(2, 2),
    ),
    Pattern(
        "PIR605",
        "could+been might+been",
        rf"(?:could|might)(?: easily| also| perhaps| probably| well| all)? have(?: easily"
        rf"| also)? been {_FOUND_OUT}\b(?! (?:only|in the wild)\b)",
        not_after=r"\b(?:that|which|what|one|someone|somebody|anybody|anyone|how(?: [\w-]+){0,4}) $",
        spares=Spared.SAID | Spared.HOSTILE | Spared.REMEDY,
        measured=Reliability(12, 17),
    ),
    Pattern(
        "PIR605",
        "could+been should+been might+been could+should",
        r"(?:could|should|might)(?: also| perhaps| probably| certainly)? have(?: also)? been (?:used"
        r"|utili[sz]ed"
        r"|handled|done|communicated|managed|planned|tested|prepared|explained|coordinated|organi[sz]ed)"
        r" (?:much |far |a lot |a bit )?(?:more|better|sooner|earlier|faster)\b|\b(?:could and should"
        r"|should and could|could \(and should\)) have\b",
        spares=Spared.SAID,
        measured=Reliability(1, 1),
    ),
    Pattern(
        "PIR605",
        "could+been might+been",
        r"(?:could|might)(?: also| perhaps| probably)? have(?: also)? been (?:much |far |a lot |even |a bit )?"
        r"(?:faster|quicker|shorter|sooner|earlier|smoother|clearer|stronger|better|lessened)\b(?! than\b)",
        spares=Spared.SAID,
        at_most=Level.INFO,
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
    Pattern(
        "PIR605",
        "could+have should+have",
        rf"^\W*((?:could|should) have (?:only |also |just )?(?!been\b|access\b|an?\b|the\b"
        rf"|no\b){PARTICIPLE})",
        spares=Spared.SAID,
        measured=Reliability(1, 1),
    ),
    Pattern(
        "PIR605",
        "well+have quickly+have fast+have soon+have early+have clearly+have carefully+have thoroughly+have",
        r"as (?:well|quickly|fast|soon|early|clearly|carefully|thoroughly|smoothly|effectively) as (?:it|we"
        r"|they|i|he|she|this)"
        r" (?:could|should|might) have\b",
        spares=Spared.NAMED,
        at_most=Level.INFO,
    ),
    Pattern(
        "PIR605",
        "could+better should+better might+better could+more should+more",
        rf"(?:could|should|might)(?: also)?(?: have|'ve)(?: also)? (?:better|more \w+ly) {PARTICIPLE}"
        rf"|\b(?:could|should) have (?:been|done) (?:a |an )?(?:much |far )?(?:better|more)\b",
        subject=rf"(?:{ANYBODY}){BETWEEN}",
        spares=Spared.SAID,
        at_most=Level.INFO,
        measured=Reliability(0, 1),
    ),
    Pattern(
        "PIR605",
        "wish could+been might+been",
        rf"(?:wish(?:es|ed)?(?: that)? (?:i|we|they|he|she) (?:would have|had|'d)|(?:could"
        rf"|might) have been {_FOUND_OUT}"
        r" (?:much |a lot )?(?:earlier|sooner|faster|before|by|with|if)\b)",
        spares=Spared.SAID,
        at_most=Level.INFO,
        measured=Reliability(2, 2),
    ),
    asking(
        "PIR605",
        each_with("could", "reduced avoided prevented mitigated caught detected shortened limited")
        + " "
        + each_with(
            "should",
            "addressed caught detected noticed tested checked fixed updated documented communicated reviewed "
            "avoided avoidable place there existed",
        ),
        r"(?:that|which) could have been (?:reduced|avoided|prevented|mitigated|caught|detected|shortened"
        r"|limited)\b|\bshould have (?:been (?:addressed|caught|detected|noticed|tested|checked|fixed"
        r"|updated|documented|communicated|reviewed|avoid(?:ed|able)|in place|there)|existed)\b(?! by (?:now"
        r"|then)\b)",
        spares=Spared.SAID | Spared.EXPECTED,
    ),
    asking(
        "PIR605",
        "which+should+done which+should+have",
        r"which (?:i|we|they|he|she) (?:(?:really|probably|obviously|certainly) )?should(?:'ve| have)\b",
        spares=Spared.SAID,
    ),
    Pattern(
        "PIR605",
        each_with("should", "warned told informed notified listened consulted apologised apologized"),
        r"should(?:n't| not)? have (?:also |at least )?(?:(?:warned|told|informed|notified|listened to"
        r"|consulted|apologi[sz]ed to) (?:its|their|his|her) (?:\w+ )?(?:customers|users|clients|passengers"
        r"|subscribers|staff|employees|crews?|engineers|workers|members|patients|residents)|apologi[sz]ed)\b",
        not_after=r"\b(?:it|that|which|what|one) $",
        spares=Spared.SAID | Spared.EXPECTED,
        at_most=Level.INFO,
    ),
    asking(
        "PIR605",
        "could+have might+have would+have couldn+have wouldn+have",
        r"(?:could|might|would)(?: not|n't)?(?: (?:\w+ly|also|still|well|all|at least|perhaps|then))* have"
        rf"(?: (?:\w+ly|also|still|been|at least|an?|much|far|more|all)){{0,3}} {_BETTER}\b(?! by (?:nobody"
        rf"|no~one)\b)",
        not_after=r"\b(?:how|whether|what)(?: [\w-]+){0,4} $|\b(?:that|which) $",
        spares=Spared.SAID | Spared.HOSTILE,
    ),
    asking(
        "PIR605",
        "should+not should+never shouldn",
        r"should(?:n't| not| never) (?:be \w+ing|happen\w*|have"
        r" (?!(?:ever )?been (?:impacted|affected|seen)\b)(?:ever |been )?\w+)\b",
        not_after=AFTER_SOFTWARE,
        spares=Spared.SAID | Spared.EXPECTED,
    ),
    asking(
        "PIR605",
        "ideally needlessly",
        r"(?:ideally|needlessly)\b",
        spares=Spared.SAID,
    ),
)
