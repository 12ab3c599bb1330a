"""English patterns for what should have been, and for remedies inside the story (PIR612 and PIR614)."""

from __future__ import annotations

from pirgen.rules.language.english.people import AGENT, PARTICIPLE
from pirgen.rules.language.phrasing import Pattern, Reliability, Spared

PASSIVES = (
    Pattern(
        "PIR612",
        "should+not shouldn should+never",
        r"should(?: never| not|n't) have (?:commenced|started|begun|proceeded|gone ahead)\b",
        spares=Spared.USUAL | Spared.EXPECTED,
        message="'{}' leaves open what would have stopped it",
    ),
    Pattern(
        "PIR612",
        "should+happened never+happened should+occurred should+possible",
        r"(?:should (?:never|not)|shouldn't|never should) have (?:happened|occurred|been possible)\b",
        spares=Spared.SAID,
        message="'{}' leaves open what would have stopped it",
    ),
    Pattern(
        "PIR612",
        "than+should",
        r"(?:longer|later|more|worse|slower) than (?:it|they|this|we) should(?: have(?: been| taken"
        r"| done)?)?\b",
        spares=Spared.SAID,
        message="'{}' does not say by which measure",
        question="say what was expected and by whom, and what took the time",
        measured=Reliability(1, 1),
    ),
    Pattern(
        "PIR612",
        "should+been shouldn+been",
        r"(?:but (?:it|they|he|she|this|that)|there|one (?:that|who)) should(?: \w+ly)? have been(?=\W*(?:$"
        r"|[.;!])"
        r"| (?:more|some|an?|better|enough|someone|somebody)\b)|\bshould(?: not"
        r"|n't) have been(?=\W*(?:$|[.;,]|there\b|(?:allowed|in (?:the|that)|on (?:the|that))\b))"
        r"|\bshould(?:n't| not| never"
        r"| also| \w+ly)? have been (?!able|paged|alerted|notified|warned|more|less|been|resolved|restored"
        r"|fixed"
        r"|unaffected|affected|impacted|lost|delivered|recovered|live|back\b"
        rf"|healthy|valid)(?:\w+ly |also |just |better |first )?{PARTICIPLE}",
        spares=Spared.USUAL | Spared.EXPECTED,
        measured=Reliability(1, 2),
    ),
    Pattern(
        "PIR614",
        "would+have wouldn+have could+have might+have may+have would+still could+still",
        r"would have been able to (?:catch|prevent|detect|avoid|notice)\b"
        r"|\bwould(?: \w+ly)? have(?: \w+ly)? (?:been )?(?:prevented|caught|avoided|stopped|detected|averted"
        r"|surfaced|flagged|revealed|helped|improved)\b|\b(?:would|could|might)(?: \w+)? have saved\b"
        r"|\bwould(?: \w+ly)? have (?:allowed (?:us|them|the|a)"
        r"|enabled)\b|\bwould(?:n't| not) have (?:happened|occurred)\b|\bwould have not happened\b"
        r"|\bcould(?: \w+ly)? have (?:helped"
        r"|reduced|improved|shortened|limited"
        r"|sped up|lessened)\b|\b(?:could|might)(?: \w+ly| also)? have(?: \w+ly)? been (?:prevented|avoided"
        r"|caught|averted|mitigated|detected)(?: \w+ly)? (?:by|with|through|if)\b"
        rf"(?! (?:we|they|he|she|anybody|anyone|us|{AGENT})\b)",
        not_after=r"(?<!ing\s)\b(?:that|which) $",
        spares=Spared.NAMED,
        measured=Reliability(1, 1),
    ),
    Pattern(
        "PIR614",
        "if+would if+could if+might if+may had+would had+could had+might had+may",
        r"(?:^\W*|[.;:,] |\b(?:that|but|and) )(?:if|had) (?:the|this|that|these|those|an?|such|our|any|it|one"
        r"|more|there)\b"
        r"[^.;!?]{2,110}? ((?:would|could|might|may)(?: not|n't| \w+ly| still| also"
        r"| well)* (?:have (?:been )?(?:avoided"
        r"|prevented|noticed|caught|spotted|limited|reduced|shorter|lessened|happened|occurred|helped|detected"
        r"|found"
        r"|stopped|saved|discovered|scrutini[sz]ed|revealed|shown|come out|come to light)|still (?:be"
        r"|have)(?! \w+ed\b)))\b",
        spares=Spared.NAMED,
    ),
)
