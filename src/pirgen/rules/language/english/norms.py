"""English patterns for work that is graded against a standard (PIR607)."""

from __future__ import annotations

from pirgen.diagnostics import Level
from pirgen.rules.language.english.people import AGENT, ANYBODY, BETWEEN
from pirgen.rules.language.notation import any_of, each_with
from pirgen.rules.language.phrasing import Pattern, Reliability, Spared, asking

_WORK = any_of(
    "testing review reviews reviewing care attention diligence due_diligence planning preparation supervision "
    "handover handovers coordination discipline judgement judgment oversight vigilance caution rigour rigor "
    "thoroughness foresight workmanship housekeeping observation handling leadership guidance accountability "
    "decision~making choices follow-through"
)
_PROCEDURE = (
    r"(?:procedures?|process|runbook|checklist|protocol|guidelines?|polic(?:y|ies)|instructions?|standards?"
    r"|rules?|handbooks?|manual)\b"
)
_CHECKED = (
    r"(?:tested|reviewed|checked|verified|validated|thought through|planned|prepared|communicated|documented"
    r"|considered|coordinated|investigated|undertaken|performed|carried out|inspected|assessed"
    r"|briefed|supervised|done)"
)

_NOT_BY_SOFTWARE = (
    r"(?! (?:by|in) (?:the|a|an|our|its) (?:[\w-]+ )?(?:service|script|client|server|parser|code|system|tool"
    r"|api|job"
    r"|app|library|plugin|process)s?\b)"
)
_GRADED = (
    r"(?:insufficient|inadequate|improper|poor|bad|superficial|lack of|lacked|deficient"
    r"|unsatisfactory)"
)

_BAD_LIST = (
    "poor bad wrong insufficient inadequate incomplete improper suboptimal unclear weak faulty flawed sloppy "
    "unsafe risky hasty premature lax inconsistent ineffective inefficient unacceptable deficient careless "
    "naive incorrect inappropriate questionable problematic misguided unrealistic irresponsible substandard "
    "terrible horrible mediocre mistaken erroneous"
)
_BAD = rf"(?:{any_of(_BAD_LIST)}|sub~optimal|ill~advised)"
_WAY_OF_WORKING_LIST = (
    "decision decisions choice choices design approach handling practice practices process processes "
    "procedure procedures planning coordination review reviews testing documentation monitoring instructions "
    "judgement judgements judgment judgments estimate estimates understanding training maintenance strategy "
    "policy policies validation oversight knowledge awareness management usage engineering coding governance "
    "idea ideas habit habits conduct behaviour behavior preparation preparedness diagnosis reasoning controls "
    "advice guidance assessment"
)
_WAY_OF_WORKING, _WAYS_OF_WORKING = any_of(_WAY_OF_WORKING_LIST), frozenset(_WAY_OF_WORKING_LIST.split())
_CARE = any_of(
    "tests? testing reviews? validation verification checks? approval consultation oversight coordination "
    "communication planning preparation monitoring documentation notice supervision training safeguards? "
    "understanding discussion analysis assessment awareness consideration attention care ownership "
    "accountability "
    "diligence investigation vetting scrutiny guardrails? audits? maintenance leadership clarity procedures? "
    "preparedness follow~up guidance discipline transparency rigou?r alignment experience expertise "
    "prioriti[sz]ation "
    "governance"
)

_ENDS = (
    r"(?=\s*(?:$|[.,;:!?)/]|(?:of|in|by|on|for|during|before|between|and|or|from|to|when|at|prior|led|was"
    r"|were|is|caused|meant|allowed|after)\b))"
)
"""What follows upon the last noun, so that 'communication channels' and 'testing tools' are apart."""

NORMS = (
    Pattern(
        "PIR607",
        "insufficient inadequate improper poor lack lacked superficial sloppy unsatisfactory incomplete "
        "deficient bad without+thorough without+careful",
        rf"{_GRADED} (?:[\w-]+ ){{0,2}}{_WORK}\b{_ENDS}"
        r"|\b(?:poor|inadequate|insufficient) (?:\w+ )?(?:situational awareness|understanding)\b"
        r"|\bwithout being (?:thorough|careful)\b",
        spares=Spared.USUAL,
        measured=Reliability(4, 4),
    ),
    Pattern(
        "PIR607",
        "poor+communications inadequate+communications insufficient+communication inadequate+communication "
        "poor+communication bad+communication lack+communication",
        rf"{_GRADED} communications?\b(?! (?:between|with|among|within)\b){_ENDS}",
        spares=Spared.SAID,
        measured=Reliability(0, 1),
    ),
    Pattern(
        "PIR607",
        "followed+not violation freeze",
        rf"{_PROCEDURE} not (?:\w+ly )?followed\b|\b(?:violation|breach) of (?:the |our )?(?:[\w-]+ ){{0,2}}"
        r"(?:freeze|embargo|window|agreement)\b",
        spares=Spared.ACTS,
        at_most=Level.WARNING,
    ),
    Pattern(
        "PIR607",
        "inappropriate inadequate improper bad+idea bad+choice poor+choice poor+idea bad+decision "
        "bad+decisions bad+judgement bad+judgment poor+decision poor+decisions poor+judgement poor+judgment "
        "wrong+decision wrong+decisions wrong+judgement wrong+judgment",
        r"(?:inappropriate|inadequate|improper) (?:action|behaviou?r|conduct|judge?ment|decision|handling"
        r"|use|choice|preparation|care|attention)s?\b(?! of (?:a|the) (?:high|large|huge)\b)|\b(?:poor|bad"
        r"|wrong) (?:judge?ment|decisions?)\b|\b(?:bad|poor) (?:idea|choice)\b",
        spares=Spared.SAID,
        measured=Reliability(4, 6),
    ),
    Pattern(
        "PIR607",
        "unnecessary violated violating violation violations non+compliance deviation deviated followed+not "
        "ignored disregarded bypassed following+not against noncompliance",
        rf"unnecessary risks?\b|\b(?:violated|violating|violations? of) (?:the "
        rf"|our )?(?!privacy\b)(?:[\w:'-]+ ){{0,5}}{_PROCEDURE}|\b(?:non~?compliance with|deviat(?:ion"
        rf"|ed) from) (?:the "
        rf"|our )?(?:[\w-]+ ){{0,2}}{_PROCEDURE}|\b(?:{_PROCEDURE}|orders\b"
        rf"|regulations\b)(?: [\w-]+){{0,12}}? (?:was"
        rf"|were|had been|have been) (?:not followed|ignored|violated|disregarded|bypassed)\b"
        rf"|\bnot following (?:the "
        rf"|our )?(?:\w+ )?{_PROCEDURE}|\b(?:acted|went|was|were) against (?:the "
        rf"|our )?(?:[\w-]+ )?{_PROCEDURE}",
        not_after=r"\b(?:requests?|clients?|traffic|users?|bots?|queries) $",
        spares=Spared.ACTS,
        measured=Reliability(2, 4),
    ),
    Pattern(
        "PIR607",
        "not+thorough not+careful not+diligent not+rigorous not+cautious superficial not+properly "
        "not+sufficiently not+adequately not+thoroughly not+seriously insufficiently inadequately "
        "never+properly not+fully",
        rf"not (?:thorough|careful|diligent|rigorous|cautious) enough\b|\b(?:review|test|testing|check"
        rf"|inspection)s? (?:was|were) superficial\b|\b(?:not|never) (?:properly|sufficiently|adequately"
        rf"|thoroughly|carefully) {_CHECKED}\b{_NOT_BY_SOFTWARE}|\bnot (?:being )?{_CHECKED} (?:properly"
        rf"|sufficiently"
        rf"|adequately"
        rf"|thoroughly|carefully|enough)\b{_NOT_BY_SOFTWARE}|\b(?:insufficiently|inadequately) {_CHECKED}\b"
        rf"|\bnot taken seriously\b",
        spares=Spared.UNCERTAIN | Spared.NAMED | Spared.REASONED,
        measured=Reliability(4, 5),
    ),
    Pattern(
        "PIR607",
        "overconfidence confidence situational",
        r"(?:^\W*overconfidence|excess (?:of )?confidence|excessive confidence|(?:our|my|his|her|their"
        r"|\w+'s?|of|to"
        r"|by) (over~?confidence)(?! (?:score|interval|into)s?\b))\b|\blo(?:st"
        r"|ss of) situational awareness\b|\black(?:ed)? (?:of )?situational awareness\b",
        spares=Spared.SAID,
        measured=Reliability(1, 1),
    ),
    Pattern(
        "PIR607",
        "poorly badly",
        r"(?:poorly|badly) (?:managed|planned|coordinated|supervised|prepared|communicated|trained|organi[sz]ed"
        r"|reviewed|thought(?:~out| through))\b",
        spares=Spared.SAID,
    ),
    Pattern(
        "PIR607",
        "follow adhere comply",
        r"(?:changes?|deployments?|releases?|rollouts?|upgrades?|migrations?|maintenance|work|updates?"
        r"|installations?|repairs?)(?: \w+ly)? (?:did not|didn't) (?:follow|adhere to|comply with) (?:(?:the"
        r"|our"
        r"|established|standard|agreed|usual|same|proper) ){0,3}(?:[\w-]+ ){0,3}(?:procedures?|runbook"
        r"|checklist"
        r"|guidelines?|polic(?:y|ies)|practices?|instructions?|restrictions|process|SOPs?|rules)\b",
        spares=Spared.ACTS,
    ),
    Pattern(
        "PIR607",
        "kept maintained followed",
        r"(?:proper|good|adequate|effective|careful) (?:[\w-]+ ){1,2}(?:was|were) not (?:being )?(?:kept"
        r"|maintained|followed)\b",
        spares=Spared.ACTS,
    ),
    Pattern(
        "PIR607",
        "violated unfamiliar familiar",
        r"violated\b|\b(?:was|were) (?:not (?:\w+ )?familiar|unfamiliar)\b",
        subject=rf"(?:{ANYBODY}){BETWEEN}",
        spares=Spared.ACTS,
        at_most=Level.INFO,
        measured=Reliability(1, 2),
    ),
    Pattern(
        "PIR607",
        "insufficient inadequate poor improper incomplete",
        r"(?:incomplete (?:[\w-]+ )?(?:training|briefing|handover)\b|(?:insufficient|inadequate|poor"
        r"|improper) (?:[\w-]+ )?(?:checks?|verification|inspections?|training"
        r"|briefing|supervision|maintenance|tests?)\b)(?! (?:data|environments?|tools?|coverage|suites?"
        r"|cases?)\b)",
        spares=Spared.SAID,
    ),
    Pattern(
        "PIR607",
        "incomplete insufficient inadequate superficial poor lacking deficient sloppy substandard weak subpar",
        r"(?:testing|reviews?|planning|preparation|communication|training|inspections?|coordination|supervision"
        r"|briefings?|handovers?|oversight|leadership|maintenance|accountability|decision~making"
        r"|situational awareness)(?: [\w-]+){0,5} (?:was|were|is|are|had been"
        r"|has been"
        r"|proved)(?: \w+ly| too| far| simply| just){0,2} (?:incomplete|insufficient|inadequate|superficial"
        r"|poor"
        r"|lacking|deficient|sloppy|substandard|weak|sub~?par)\b",
        spares=Spared.SAID,
    ),
    Pattern(
        "PIR607",
        "improperly inappropriately carelessly",
        r"(?:improperly|inappropriately|carelessly) (?:used|handled|operated|trained|stored|fitted|installed"
        r"|applied|supervised|performed|executed|prepared|mated|connected|secured)\b",
        spares=Spared.SAID,
        at_most=Level.INFO,
    ),
    Pattern(
        "PIR607",
        "inadequate deficient insufficient",
        r"(?:inadequate|deficient|insufficient) (?:[\w-]+ ){0,3}(?:control|procedures?|communications|practices"
        r"|safeguards)\b(?! (?:panel|plane|loop|room|group|message|packet|signal)s?\b)",
        spares=Spared.SAID,
        at_most=Level.INFO,
    ),
    Pattern(
        "PIR607",
        "not+follow not+followed not+adhere not+comply not+respect",
        rf"(?:continues? to|still|to|do|does) not (?:follow|adhere to|comply with|respect)"
        rf" (?:[\w-]+ ){{0,3}}{_PROCEDURE}",
        not_after=r"\b(?:requests?|clients?|servers?|traffic|bots?|queries|which|that) (?:do|does|did) $",
        spares=Spared.ACTS,
        at_most=Level.INFO,
    ),
    Pattern(
        "PIR607",
        "unsatisfactory+performance failing+performance substandard+performance poor+performance",
        rf"(?:poor|failing|unsatisfactory|substandard)(?: and \w+)? performance (?:by|from|of) {AGENT}",
        spares=Spared.SAID,
        at_most=Level.INFO,
    ),
    Pattern(
        "PIR607",
        each_with("communication", "inadequate insufficient poor bad lack"),
        r"(?:inadequate|insufficient|poor|bad|lack of) communication (?:between|with|among|within)\b",
        spares=Spared.SAID,
        at_most=Level.INFO,
        measured=Reliability(0, 1),
    ),
    Pattern(
        "PIR607",
        "improper",
        r"improper (?:[\w-]+ ){0,2}(?:installation|use|usage|maintenance|storage|operation|assembly|procedure"
        r"|technique|repair)\b",
        spares=Spared.SAID,
        at_most=Level.INFO,
    ),
    Pattern(
        "PIR607",
        "followed+not followed+never adhered complied observed+not respected+not violated",
        r"(?:was|were|had been|have been) (?:not|never) (?:\w+ly )?(?:followed|adhered to|complied with"
        r"|observed by|respected)\b"
        r"|\bsituations? (?:\w+ )?violated\b",
        not_after=r"\b(?:links?|redirects?|symlinks?|requests?) $",
        spares=Spared.ACTS,
        at_most=Level.INFO,
    ),
    Pattern(
        "PIR607",
        "what+should",
        r"(?:is|was|are|were)(?:n't| not) what (?:it|they) should (?:be|have been)\b",
        spares=Spared.NAMED,
        at_most=Level.INFO,
    ),
    Pattern(
        "PIR607",
        " ".join(
            each_with(word, "planning management leadership coordination oversight process project")
            for word in ("failure", "failures")
        )
        + " counter contrary",
        r"(?:planning|management(?= failure\b)|leadership|coordination|oversight) failures?\b"
        r"(?! (?:mode|detector|domain)s?\b)|\bfailures? (?:of|in) (?:our |the |project )?(?:planning|process"
        r"|oversight|management|coordination|leadership)\b|\b(?:counter|contrary) to (?:our |the |industry )?"
        r"(?:best |standard |established |usual )?practices?\b",
        spares=Spared.SAID,
        at_most=Level.INFO,
    ),
    Pattern(
        "PIR607",
        "rushed oversight+little review+little",
        r"(?:was|were)(?: \w+ly| too)? rushed\b|\b(?:little|no|not enough) (?:or no )?(?:oversight|review)\b"
        r"|\bmanagement of (?:the )?\w+ was poor\b",
        spares=Spared.ACTS,
        at_most=Level.INFO,
    ),
    Pattern(
        "PIR607",
        "communicated documented coordinated owned tested lack+communication lack+coordination",
        r"(?:was|were)(?:n't| not) (?:communicated|documented|coordinated|owned|tested|reviewed) (?:well"
        r"|clearly"
        r"|early|enough)\b|\b(?:earlier |initial )?lack of (?:[\w-]+ )?(?:communication|coordination)\b",
        spares=Spared.ACTS,
        at_most=Level.INFO,
    ),
    asking(
        "PIR607",
        "poor sloppy shoddy weak careless haphazard",
        r"(?:poor|sloppy|shoddy|weak|careless|haphazard|lax) (?:\w+ )?(?:release strategy|strategy"
        r"|documentation|design|practices?|engineering|management|processes|process|coding|maintenance"
        r"|monitoring|hygiene|code quality|testing|configuration|security practices|implementation"
        r"|architecture|governance|controls|discipline|planning)\b(?! (?:page|file)s?\b)",
        spares=Spared.USUAL,
    ),
    Pattern(
        "PIR607",
        "weakness weaknesses shortcomings deficiencies deficiency",
        r"(?:weakness(?:es)?|shortcomings?|deficienc(?:y|ies)) (?:in|of|with) (?:the |our |its "
        r"|their )?(?:\w+ ){0,2}?(?:planning|process(?:es)?|procedures?|management|training|oversight"
        r"|response|communications?|awareness|testing|monitoring|practices?|governance|design|preparedness"
        r"|supervision|operations?|controls?|documentation|review|change)\b",
        spares=Spared.SAID,
        at_most=Level.INFO,
    ),
    Pattern(
        "PIR607",
        "inadequate insufficient deficient lacking",
        r"(?:preparedness|planning|training|exercises|monitoring|process(?:es)?|procedures?|staffing"
        r"|documentation|oversight|controls?|response|safeguards)\b[^.;!?]{0,80}? (?:is|was|are|were"
        r"|remains?)(?: \w+ly)? (?:inadequate|insufficient|deficient|lacking|problematic)\b",
        spares=Spared.SAID,
        at_most=Level.INFO,
    ),
    asking(
        "PIR607",
        "lack+of lacked lacking insufficient inadequate not+enough too+little no+real poor weak deficient "
        "incomplete inconsistent",
        r"(?:lack of|lacked|lacking|insufficient|inadequate|not enough|too little|no real|poor|weak|deficient"
        rf"|incomplete|inconsistent) (?:(?:an?|any|the|our) )?(?:[\w-]+ ){{0,2}}?{_CARE}\b",
        spares=Spared.ACTS,
    ),
    asking(
        "PIR607",
        f"{_BAD_LIST} sub+optimal ill+advised",
        rf"{_BAD} (?:and \w+ )?(?:[\w-]+ ){{0,2}}?{_WAY_OF_WORKING}\b",
        spares=Spared.SAID,
        needs=_WAYS_OF_WORKING,
    ),
)
