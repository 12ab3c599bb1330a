"""English patterns for what ends at a person: human error, acts, judgements and fault (PIR601 to PIR604)."""

from __future__ import annotations

from pirgen.diagnostics import Level
from pirgen.rules.language.english.context import REPAIR_FOLLOWS
from pirgen.rules.language.english.people import (
    AGENT,
    BETWEEN,
    ONE_PERSON,
    OTHERS,
    OURSELVES,
    PERSON_AGENT,
    ROLE_WORDS,
    SUPPLIER,
    SUPPLIER_AGENT,
    SUPPLIER_WORDS,
    UNNAMED,
    WORKER,
)
from pirgen.rules.language.notation import any_of, each_with
from pirgen.rules.language.passages import Part
from pirgen.rules.language.phrasing import Pattern, Reliability, Spared

_CAUSE = (Part.CAUSE,)

_NO_TERM = (
    r"(?![-\s]+(?:messages?|pages?|codes?|log\w*|rates?|budgets?|report\w*|handl\w+|states?|screens?|toasts?"
    r"|dialogs?|metrics?|class\w*|types?|paths?|responses?|track\w*|counts?|banners?|texts?|feedback"
    r"|analys\w+|probabilit\w+|quantification|reliability|detection|correction|count\w*)\b)"
)
_SLIP = r"(?:errors?|mistakes?|slips?|slip~ups?|oversights?|lapses?)"
_PEOPLE_BETWEEN = (
    r"(?:teams?|shifts?|members|people|persons?|staff|departments?|engineers|engineering|developers"
    r"|operators|support|operations|dev|ops|sales|vendor|supplier|provider|customer|us|them|colleagues"
    r"|crews?|nurses|pilots|doctors|management|shops?|offices?)"
)

_HUMAN = (
    r"(?:(?:human|operator|pilot|nurse|nursing|crew|technician|engineer|developer|admin(?:istrator)?|staff"
    r"|employee|clerical)~(?:error|mistake|failing|oversight)s?|human~failures?|user~(?:error|mistake))\b"
)
_ERROR_WORDS = frozenset(
    form for word in ("error", "mistake", "failing", "oversight", "failure") for form in (word, f"{word}s")
)
_HUMAN_WORDS = (
    "human operator pilot nurse nursing crew technician engineer developer admin administrator staff "
    "employee clerical user"
)
_AS_THE_CAUSE = (
    r"(?:^\W*|\b(?:due to|caused by|because of|result(?:ed)? (?:of|from)|attributed to|traced (?:back )?to"
    r"|down to|causes?(?: [\w-]+){0,8} (?:was|is|were|are|as)|was|were|is|by|to|just|mostly|mainly|entirely"
    r"|purely|simply|primarily|combination of) )(?:(?:an?|the|some|pure|simple|possible|this|manual|pure"
    r"|purely|simply|mostly|entirely),? )*"
)

ERRORS = (
    Pattern(
        "PIR601",
        _HUMAN_WORDS,
        rf"{_AS_THE_CAUSE}({_HUMAN}){_NO_TERM}",
        needs=_ERROR_WORDS,
        measured=Reliability(27, 29),
    ),
    Pattern(
        "PIR601",
        _HUMAN_WORDS,
        rf"{_HUMAN}{_NO_TERM}",
        needs=_ERROR_WORDS,
        measured=Reliability(8, 13),
    ),
    Pattern(
        "PIR601",
        "operational manual personal human",
        r"(?:operational|manual|personal) (?:error|mistake|oversight)s?\b"
        + _NO_TERM
        + r"|\bhuman factors?\b(?! (?:review|team|engineer\w*"
        r"|specialist|expert|training)s?)|\bhuman (?:action|negligence)\b",
        only_in=_CAUSE,
        measured=Reliability(2, 2),
    ),
    Pattern(
        "PIR601",
        "mistake mistakes error errors slip oversight typo",
        r"(?:(?:beginner|rookie|novice|newbie|amateur|schoolboy)(?:s|'s|s')?|silly|stupid|dumb|honest|basic"
        r"|navigational|judge?mental|procedural"
        r"|careless|avoidable|unforced|embarrassing"
        rf"|typing|copy~paste|copy~and~paste|(?:simple|classic)(?: \w+)?) {_SLIP}\b{_NO_TERM}",
        spares=Spared.USUAL,
        measured=Reliability(2, 4),
    ),
    Pattern(
        "PIR601",
        "made",
        r"(?:,|,? and|,? then|,? but|who|by) (made (?:an?|the|some|several|a few) (?:[\w-]+ )?"
        r"(?:errors?|mistakes?)\b)" + _NO_TERM,
        spares=Spared.USUAL,
        at_most=Level.INFO,
        measured=Reliability(0, 1),
    ),
    Pattern(
        "PIR601",
        "error errors mistake mistakes slip slips oversight oversights lapse lapses typo typos",
        rf"(?:{_SLIP}|typos?) (?:(?:made|caused|introduced) )?(?:by|of|on the part of) (?:{AGENT}|(?:us|me"
        rf"|the operator(?!'|-| \w+s?\b(?<!who)(?<!in)(?<!during)))\b)|{_SLIP} on (?:our|their|his"
        rf"|her) part\b",
        measured=Reliability(1, 1),
    ),
    Pattern(
        "PIR601",
        "oversight mistake mistakes",
        r"(?:was|were|is) ((?:an? |our |the )(?:\w+ )?mistakes?) (?:in|when|during|on|made|while)\b(?! by)"
        r"|^\W*(mistakes?)(?=,| (?:by|made|during) )|\b(?:this|that) ((?:[\w-]+ )?oversight)(?= (?:was|is|led"
        r"|caused"
        r"|meant|allowed|resulted)\b)|(?:due to|because of|caused by|was"
        r"|is) (an? (?:[\w-]+ )?oversight)\b(?! (?:board|body|committee"
        r"|dashboard|role|team)\b)|^\W*((?:an? )?(?:[\w-]+ )?oversight)(?= (?:in|during|when|while|on)\b)",
        spares=Spared.SAID,
        measured=Reliability(4, 5),
    ),
    Pattern(
        "PIR601",
        "was+mistake were+mistake were+mistakes was+error",
        r"(?:that|this|it|which|what we did) (?:was|were) ((?:an?|our) (?:\w+ )?(?:mistake|error)s?)\b"
        r"(?! (?:message|page|code|budget|by|in)\b)",
        spares=Spared.SAID,
        message="'{}' judges a decision by how it ended",
        question="say what spoke for it at the time",
    ),
    Pattern(
        "PIR601",
        "human+error human+errors oversight failings",
        r"(?:mix(?:ture)?|combination) of [\w-]+ and human (?:error|failure)s?\b"
        r"|\bhuman and [\w-]+ (?:errors?|failures?)\b"
        r"|\b(?:operational|careless|unfortunate) oversight\b|\bfailings (?:happened "
        r"|occurred )?on (?:both )?(?:our|their)\b",
        spares=Spared.SAID,
    ),
    Pattern(
        "PIR601",
        "in+error",
        r"(?:\w+ed|run|sent|made|put|set|cut|shut|done|left|taken|given) in error\b(?! (?:states?|handl\w+|"
        r"rates?"
        r"|logs?|messages?|budgets?))",
        at_most=Level.INFO,
    ),
    Pattern("PIR601", "fat pebkac id10t", r"fat~finger(?:s|ed|ing)?\b|\b(?:pebkac|id10t)\b"),
    Pattern(
        "PIR601",
        "lapse lapses operating+error operating+mistake operating+errors handling+by",
        r"lapses? (?:of|in) (?:attention|concentration|judge?ment|vigilance)\b|\boperating (?:error"
        r"|mistake)s?\b"
        rf"|\b(?:wrong|incorrect|improper) (?:handling|operation|use) by (?:{AGENT}|the operator\b)",
        spares=Spared.SAID,
    ),
    Pattern(
        "PIR601",
        "miscommunication miscommunications miscommunicated misunderstanding communication misunderstandings",
        r"miscommunicat(?:ions?|ed)\b|\b(?:user|operator|developer|engineer|team|staff) misunderstanding\b"
        r"|\bmisunderstandings?(?= (?:between|among|by"
        r"|within)\b)|\b(?:(?:poor|bad|insufficient"
        r"|inadequate|lack of|breakdown (?:in|of)|unclear) communication|communication (?:failure|breakdown"
        rf"|error|problem|issue|gap|mishap)s?) (?:between|among|with|within|by) (?:(?:the|our|two|three|both"
        rf"|a|all) )?(?:[\w-]+ ){{0,3}}{_PEOPLE_BETWEEN}\b",
        not_after=r"\b(?:apologi[sz]e for|sorry for|apologies for|confusion and) (?:the|any|this|our) $",
        measured=Reliability(10, 13),
    ),
    Pattern(
        "PIR601",
        "misunderstanding misunderstandings",
        r"misunderstandings?(?=\s*$|[.,;])|\bmisunderstanding of (?:the|how|what|which)\b",
        only_in=_CAUSE,
    ),
    Pattern(
        "PIR601",
        "breakdown+communication failure+communication",
        r"(?:breakdown|failure) (?:in|of) (?:[\w-]+ )?communication\b",
        only_in=_CAUSE,
    ),
    Pattern(
        "PIR601",
        "error mistake oversight carelessness negligence errors mistakes",
        r"'s?(?: \w+)? (?:error|mistake|oversight|carelessness|negligence)s?\b" + _NO_TERM,
        subject=OTHERS,
        not_after=r"\b(?:in|on|from|with) $",
    ),
    Pattern(
        "PIR601",
        "mistake mistakes error errors typo slip",
        r"(?:made|makes|make|committed) (?:an?|the|this|that|some|several|another|one|two"
        r"|many)(?: [\w-]+){0,2} (?:mistake|error|typo|slip)s?\b",
        subject=OTHERS + BETWEEN,
        measured=Reliability(1, 1),
    ),
    Pattern(
        "PIR601",
        "mistake mistakes error errors typo slip",
        r"(?:made|makes|make) (?:an?|the|this|that|some|several|another|one|two"
        r"|many)(?: [\w-]+){0,2} (?:mistake|error|slip)s?\b",
        subject=OURSELVES + BETWEEN,
        only_in=_CAUSE,
    ),
)

_ACTS = (
    "deleted deletes removed removes dropped drops wiped wipes erased erases overwrote overwrites truncated "
    "truncates ran runs executed executes typed types entered enters pasted pastes pressed presses clicked "
    "clicks pushed pushes deployed deploys merged merges released releases shipped ships approved approves "
    "misconfigured misconfigures changed changes edited edits modified modifies altered disabled disables "
    "enabled enables switched switches restarted restarts rebooted reboots stopped stops killed kills "
    "unplugged unplugs disconnected disconnects pulled skipped skips bypassed bypasses broke breaks caused "
    "causes introduced introduces copied copies mistyped mistypes misread misreads misunderstood "
    "misunderstands confused confuses applied applies triggered triggers selected selects wrote misjudged "
    "misjudges cut turned hardcoded revoked rotated cancelled canceled gave gives sent sends sends "
    "connected swapped mixed backed delivered told shared rejected configured installed uploaded moved "
    "renamed set shut blocked uninstalled mishandled destroyed damaged spilled left added upgraded updated "
    "migrated tripped severed bridged drained emptied flooded dislodged knocked yanked bumped flipped toggled"
)
_ACTED = rf"{any_of(_ACTS)}\b(?<!\bset)(?! asleep\b)|\bset(?! up\b)"
_ACTED_OR_OPENED = (
    _ACTED + r"|\b(?:opened|closed) (?:the|a|an|both) (?:\w+ )?(?:valve|breaker|gate|door|hatch|tap|vent|switch"
    r"|circuit|damper|bypass)s?\b"
)
_PARTICIPLES = (
    "deleted removed dropped wiped erased overwritten truncated run executed typed entered pasted pressed "
    "clicked pushed deployed merged released shipped misconfigured changed edited modified altered disabled "
    "enabled switched restarted rebooted stopped killed unplugged disconnected pulled skipped bypassed "
    "broken caused introduced copied mistyped misread misunderstood applied triggered made cut  revoked "
    "cancelled canceled installed uploaded moved renamed mishandled destroyed damaged issued"
)
_REPAIRS = (
    "reverted restored repaired fixed mitigated patched resolved recovered rebuilt remediated rolled_back "
    "failed_over scaled_up"
)
_CLAUSE = r"(?:^\W*|[.!?;:,] |\b(?:because|since|and|but|that|where) )"
_AT_THE_TIME = r"(?:\b(?:after|when|while|as) )"

_ANY_ONE = (
    "engineer engineers developer developers administrator administrators admin admins sysadmin dba sre intern "
    "contractor contractors technician technicians electrician electricians architect maintainer committer "
    "colleague trainee"
)
"""Who did something as one of many: 'one of our engineers', and not 'the engineer', of whom a story tells."""

ACTORS = (
    Pattern(
        "PIR602",
        each_with("by", _PARTICIPLES),
        rf"{any_of(_PARTICIPLES)}(?: \w+ly| by hand)? by {PERSON_AGENT}",
        spares=Spared.ACTS | Spared.REPAIR,
        only_in=_CAUSE,
        needs=ROLE_WORDS,
        measured=Reliability(0, 1),
    ),
    Pattern(
        "PIR602",
        each_with("by", _PARTICIPLES),
        rf"{any_of(_PARTICIPLES)} by {SUPPLIER_AGENT}",
        spares=Spared.ACTS,
        only_in=_CAUSE,
        needs=SUPPLIER_WORDS,
    ),
    Pattern(
        "PIR602",
        _ACTS + " opened closed",
        _ACTED_OR_OPENED,
        subject=rf"{_CLAUSE}({ONE_PERSON}){BETWEEN}",
        spares=Spared.ACTS | Spared.REPAIR,
        only_in=_CAUSE,
        needs=ROLE_WORDS,
        measured=Reliability(5, 5),
    ),
    Pattern(
        "PIR602",
        _ACTS + " opened closed",
        _ACTED_OR_OPENED,
        subject=rf"{_CLAUSE}({UNNAMED}){BETWEEN}",
        spares=Spared.ACTS | Spared.REPAIR,
        only_in=_CAUSE,
        needs=ROLE_WORDS,
        measured=Reliability(0, 2),
        at_most=Level.INFO,
    ),
    Pattern(
        "PIR602",
        _ACTS + " missed",
        rf"{_ACTED}|missed\b",
        subject=r"^\W*((?:[\w-]+ ){1,2}(?:team|crew|agent|department)) ",
        spares=Spared.ACTS | Spared.REPAIR,
        only_in=_CAUSE,
        needs=frozenset(["team", "crew", "agent", "department"]),
        at_most=Level.WARNING,
    ),
    Pattern(
        "PIR602",
        _ACTS,
        _ACTED,
        subject=rf"{_AT_THE_TIME}({UNNAMED}){BETWEEN}",
        spares=Spared.ACTS | Spared.REPAIR,
        only_in=_CAUSE,
        needs=ROLE_WORDS,
        at_most=Level.INFO,
        measured=Reliability(0, 1),
    ),
    Pattern(
        "PIR602",
        _ACTS,
        rf"(?!added\b){any_of(_ACTS)}\b",
        subject=rf"{_CLAUSE}({SUPPLIER}){BETWEEN}",
        spares=Spared.ACTS,
        only_in=_CAUSE,
        needs=SUPPLIER_WORDS,
    ),
    Pattern(
        "PIR602",
        "fitted dispensed passed drilled overrode gave took put drove threw hit shot let built bound hung "
        "mounted assembled connected loaded filled poured signed ordered steered swallowed forwarded "
        "replied published promised ignored touched turned pressed injected administered prescribed marked "
        "labelled labeled measured parked drew",
        r"(?:fitted|dispensed|passed|drilled|overrode|gave|took|put|drove|threw|hit|shot|hung|mounted"
        r"|assembled|loaded|filled|poured|signed|ordered|steered|forwarded|published|promised|touched"
        r"|injected|administered|prescribed|marked|labell?ed|measured|parked)\b(?! (?:over|part|care|note"
        r"|place|(?:[\w-]+ )?(?:actions?|steps|measures))\b)",
        subject=rf"{_CLAUSE}((?:{UNNAMED}|\b(?:the|a|an|our) (?:sub-?)?contractors?)){BETWEEN}",
        spares=Spared.ACTS,
        only_in=_CAUSE,
        needs=ROLE_WORDS | SUPPLIER_WORDS,
    ),
    Pattern(
        "PIR602",
        f"{_REPAIRS.replace('_', '+')} {_ACTS}",
        rf"{any_of(_REPAIRS)}\b|\b{any_of(_ACTS)}\b(?={REPAIR_FOLLOWS})",
        subject=rf"{_CLAUSE}((?:{UNNAMED}|{OURSELVES})){BETWEEN}",
        spares=Spared.ACTS,
        only_in=_CAUSE,
        at_most=Level.INFO,
        message="'{}' is a repair, not a cause",
        question="move it to the timeline, as an entry of kind 'action' or 'recovery'",
    ),
    Pattern(
        "PIR602",
        "deleted dropped wiped erased overwrote truncated unplugged disconnected mistyped "
        "misread misconfigured clicked bypassed broke crashed ran executed pushed",
        r"(?:deleted|dropped|wiped|erased|overwrote|truncated|unplugged|disconnected|mistyped|misread|"
        r"misconfigured"
        r"|bypassed|broke|crashed|clicked (?:on )?(?:the|a)|(?:ran|executed|pushed) (?:the|an?|"
        r"some) (?:[\w-]+ ){0,3}"
        r"(?:script|command|migration|query|update|job|change|commit|config\w*|release))\b",
        subject=rf"{_CLAUSE}({ONE_PERSON}){BETWEEN}",
        spares=Spared.ACTS | Spared.REPAIR,
        needs=ROLE_WORDS,
        only_in=(Part.STORY,),
        at_most=Level.INFO,
    ),
    Pattern(
        "PIR602",
        _ANY_ONE + " someone somebody",
        rf"(?:{any_of(_ANY_ONE)}|someone|somebody)(?: who \w+ \w+)?(?: \w+ly)? (?!(?:notic|report|discover|"
        rf"detect"
        r"|identif|reali[sz]|fix|restor|resolv|respond|investigat|join|arriv|escalat|roll|revert|help|observ|"
        r"receiv"
        r"|acknowledg|pag|contact|confirm|suggest|ask|need|want|work|call|mention|start|complet|return|"
        r"remark|post"
        r"|stopp|recover|check|look|us|appear|seem|raise|manag|volunteer|offer|test|blam)\w*ed\b"
        r"|ran (?:to|from|into|out|after)\b)(?:\w+ed|ran|made|set|cut|wrote)\b",
        subject=rf"{_CLAUSE}((?:(?:an?|another|some|this|(?:one|several) of (?:our|the|their))"
        rf" (?:[\w-]+ ){{0,3}})?)",
        spares=Spared.ACTS | Spared.REPAIR,
        only_in=(Part.STORY,),
        measured=Reliability(2, 3),
        at_most=Level.INFO,
    ),
)

_BLUNT = (
    r"careless(?:ly|ness)?|negligen(?:t(?! misrepresent)|tly|ce)|reckless(?:ly|ness)?|slopp(?:ily|iness)"
    r"|sloppy(?! (?:quorums?|phrases?|counters?))|incompeten(?:t|ce|tly)|irresponsibl[ey]"
    r"|unprofessional(?:ly)?(?! (?:content|language|comments?)\b)"
    r"|complacen(?:t|cy)(?! (?:can|could|may|might|is|sets|creeps|has not|had not|does)\b)"
    r"|lackadaisical(?:ly)?|cavalier|obstina(?:te|cy|nce)"
    r"|arrogan(?:t|ce)"
    r"|apath(?:y|etic)|disrespect(?:ful|fully)?|stupid(?:ly|ity|est)?|idiot(?:s|ic)?(?!-)|ignorance"
    r"|foolish(?:ly)?"
    r"|misguided|laziness|clueless(?:ness)?|inattentive(?:ness)?|inattention|overconfident|inept(?:ly|itude"
    r"|ness)?"
)

JUDGEMENTS = (
    Pattern(
        "PIR603",
        "careless carelessly carelessness stupidest negligent negligently negligence reckless recklessly "
        "recklessness "
        "sloppy sloppily sloppiness incompetent incompetence incompetently irresponsible irresponsibly "
        "unprofessional unprofessionally complacent complacency stupid stupidly stupidity idiot idiots "
        "idiotic ignorance foolish foolishly misguided laziness clueless cluelessness inattentive "
        "inattentiveness inattention overconfident inept ineptly ineptitude ineptness lackadaisical "
        "lackadaisically "
        "cavalier obstinate obstinacy obstinance arrogant arrogance apathy apathetic disrespect disrespectful "
        "disrespectfully",
        rf"(?:{_BLUNT})\b(?! {_SLIP})",
        spares=Spared.USUAL,
        measured=Reliability(46, 53),
    ),
    Pattern(
        "PIR603",
        "unqualified untrained lazy unskilled undertrained improperly "
        "poorly+trained badly+trained inadequately insufficiently",
        rf"(?:unqualified|untrained|under-?trained|unskilled|lazy|(?:improperly|poorly|badly"
        rf"|inadequately"
        rf"|insufficiently) (?:trained|qualified)) (?:{WORKER}|(?:\w+ )?(?:engineer|operator"
        rf"|developer|technician|nurse|pilot|individual|person|people|crew|team|staff|personnel|firefighter"
        rf"|driver|member)s?\b)",
        spares=Spared.SAID,
        measured=Reliability(11, 11),
    ),
    Pattern(
        "PIR603",
        "inexperienced inexperience",
        r"inexperienced(?: \w+)? \w+|\binexperience\b",
        spares=Spared.USUAL,
        only_in=_CAUSE,
        measured=Reliability(1, 1),
    ),
    Pattern(
        "PIR603",
        "inexperienced inexperience",
        rf"inexperienced (?:{WORKER}|(?:\w+ )?(?:person|people|crew|team|staff|individual|member|copilot)s?\b)"
        r"|\binexperience\b",
        spares=Spared.USUAL,
        at_most=Level.INFO,
        only_in=(Part.STORY, Part.TIMELINE),
        measured=Reliability(6, 11),
    ),
    Pattern(
        "PIR603",
        "inexperienced unqualified untrained lazy distracted overwhelmed confused incapable trained "
        "competent qualified skilled experienced paying know lacked lacks",
        r"(?:was|were|is|are|be|been|being|become|became|got)(?: \w+ly| too| very| so| simply| just)?"
        r" (?:inexperienced"
        r"|unqualified|untrained|lazy|distracted|incapable|overwhelmed|confused|(?:poorly|badly"
        r"|insufficiently|inadequately) trained|not (?:\w+ly )?(?:competent|qualified|skilled|experienced)"
        r"(?: enough)?|not \w+ly trained|not paying (?:\w+ )?attention)\b|\b(?:did not"
        r"|didn't) know (?:any )?better\b"
        r"|\black(?:ed|s|ing) (?:the )?(?:necessary |required |relevant )?(?:experience|competence"
        r"|competency|skills?|expertise|knowledge|professionalism|common sense)\b",
        subject=rf"(?:{OTHERS}|\bthe operator){BETWEEN}",
        spares=Spared.USUAL,
        measured=Reliability(7, 7),
    ),
    Pattern(
        "PIR603",
        "lack+of insufficient+experience",
        r"(?:lack of|insufficient|missing) (?:[\w-]+ ){0,2}(?:experience|competence|competency|professionalism"
        r"|skills?"
        r"|motivation|common sense)\b(?! (?:data|level)s?)|\black of (?:\w+ )?(?:concern|courtesy|commitment"
        r"|ownership"
        r"|initiative|urgency|respect|accountability|qualified \w+|experienced \w+|competent \w+)\b"
        rf"|\black of (?:support|trust|interest|cooperation)(?: and \w+)?(?: [\w-]+){{0,5}} (?:from"
        rf"|by) {AGENT}",
        spares=Spared.USUAL,
        measured=Reliability(6, 8),
    ),
    Pattern(
        "PIR603",
        "attitude attitudes approach behavior behaviour",
        r"(?:indifferent|cavalier|careless|casual|lax|poor|bad|dismissive|negative|gung~ho|wrong"
        r"|lackadaisical)(?: and \w+)? (?:attitudes?|(?:approach|behaviou?r) to(?:ward|wards)?)\b",
        spares=Spared.SAID,
    ),
    Pattern(
        "PIR603",
        "disregard disregards disregarding regard concern respect",
        r"(?:disregard(?:s|ing)? (?:of|for)|(?:no|without|little) (?:due )?(?:concern|regard"
        r"|respect) for) (?:[\w'-]+ ){0,4}?(?:safety|rules?|polic(?:y|ies)|training|procedures?"
        r"|orders?"
        r"|guidelines|warnings?|others|people|life|lives|welfare|health|them|us|instructions?|consequences"
        r"|customers|users|quality)\b",
        spares=Spared.SAID,
    ),
    Pattern(
        "PIR603",
        each_with("of", "understanding knowledge awareness training"),
        r"(?:lack of|insufficient|limited) (?:[\w-]+ ){0,2}(?:understanding|knowledge|awareness|training)\b",
        spares=Spared.USUAL,
        at_most=Level.INFO,
        message="'{}' says what people lacked",
        question="say what they knew and from where, and what there was to learn more from",
        measured=Reliability(1, 1),
    ),
    Pattern(
        "PIR603",
        "behavior behaviour inexperience",
        r"(?:poor|bad|unacceptable|inappropriate|irrational) behaviou?r\b(?= (?:from|by|of|on)\b)"
        r"|\b(?:our|their|his|her|my)(?: \w+)? inexperience\b",
        spares=Spared.SAID,
        at_most=Level.INFO,
    ),
    Pattern(
        "PIR603",
        "know+better known+better knew+better knowing+better",
        r"(?:should|ought to)(?: have)? known? better\b|\bkn(?:ew|owing) better\b",
        spares=Spared.SAID,
    ),
    Pattern(
        "PIR603",
        "inability unwillingness refusal",
        r"'s? (?:\w+ )?(?:inability|unwillingness|refusal) to\b",
        subject=OTHERS,
        spares=Spared.SAID,
    ),
)

_HARM = (
    r"(?:outage|failure|downtime|mistake|error|data loss|damage|incident|loss|delay|crash|accident|overdose"
    r"|disruption|problem)s?\b"
)
_NO_FAULT_TERM = (
    r"(?! (?:toleran\w+|domains?|trees?|lines?|zones?|injection|isolation|codes?|report\w*|condition\w*"
    r"|detection|handl\w+))"
)

FAULT = (
    Pattern("PIR604", "blame blamed blaming blames", rf"blam(?:es?|ed|ing) (?:on )?{AGENT}"),
    Pattern(
        "PIR604",
        "fault faults",
        rf"(?:his|her|their(?: own)?|whose) fault\b{_NO_FAULT_TERM}|\b(?:the|all the|entirely the"
        rf"|partly the) fault of {AGENT}|^\W*fault of {AGENT}|\bfault (?:lies|lay|is|was|"
        rf"rests) (?:\w+ )?with {AGENT}",
    ),
    Pattern(
        "PIR604",
        "blame responsibility",
        rf"(?:blame|responsibility)(?: for [^.;]{{1,40}}?)? (?:lies|lay|rests|falls|fell|goes"
        rf"|is) (?:\w+ )?(?:with|on|to) (?:{AGENT}|the operator\b)|\b(?:blame|responsibility) (?:lies|lay"
        rf"|rests) (?:\w+ )?(?:with|on) (?:us|me|them|him|her|you)\b"
        rf"|\btakes? (?:the|full|all the) blame\b|\b(?:takes?|took"
        rf"|bears?|bore) the (?:blame|responsibility) for (?:the|this|that) {_HARM}|\b{_HARM}(?: \w+)? (?:is"
        rf"|was|are|were) the (?:sole )?responsibility of {AGENT}",
    ),
    Pattern(
        "PIR604",
        "guilty responsible culprit culprits",
        r"guilty (?:party|person|engineer|developer|team|one)\b|\b(?:person|people|engineer|developer|team"
        r"|one|those|operator|employee)s?(?: who (?:is|was|were|are))? responsible for (?:causing )?(?:the"
        r"|this) " + _HARM + r"|\b(?:the person|those) responsible (?:has|have|was|were|is|are|will)\b"
        rf"|\bculprits? (?:is|was|are|were) {AGENT}",
    ),
    Pattern(
        "PIR604",
        "fault",
        rf"'s?(?: own)? fault\b{_NO_FAULT_TERM}",
        subject=OTHERS,
    ),
    Pattern(
        "PIR604",
        "blame blamed fault guilty responsible reprimanded disciplined sacked fired suspended dismissed warned",
        r"(?:is|was|are|were|has been|have been|had been)(?: \w+ly| also| partly| both"
        r"| all)? (?:to (?:be )?blamed?|at fault|guilty"
        r"|reprimanded|disciplined|sacked|fired"
        rf"|suspended(?= from| for\b|$)|(?:held )?(?:\w+ly )?responsible for (?:causing )?(?:the|this|that"
        rf"|an?) (?:\w+ )?{_HARM})",
        subject=rf"(?:{OTHERS}|\bthe operator){BETWEEN}",
        measured=Reliability(0, 1),
    ),
    Pattern(
        "PIR604",
        "share+blame shares+blame shared+blame",
        r"shar(?:e|es|ed) (?:the|some|part) (?:of the )?blame\b",
        spares=Spared.SAID,
    ),
    Pattern(
        "PIR604",
        "let+down",
        rf"(?:was|were|been|are|is) let down by {AGENT}",
        question="say what was agreed, what was done, and what would have shown the difference",
    ),
    Pattern(
        "PIR604",
        each_with(
            "on", "team vendor provider supplier contractor them him her us me manager engineer engineers"
        )
        + " on+developers",
        rf"(?:this|that|it)(?: one)?(?:'s| is| was) (?:all |entirely |squarely )?on (?:{WORKER}|{SUPPLIER}|them"
        rf"|him|her|us|me)(?=\s*$|[.,;!?])",
    ),
    Pattern(
        "PIR604",
        "needs need",
        r"needs? to be (?:put in (?:his|her|their) place|taught a lesson|disciplined|reprimanded|fired|sacked"
        r"|counsel+ed"
        r"|punished|demoted)\b",
        spares=Spared.SAID,
    ),
    Pattern(
        "PIR604",
        "accountable responsible+held account",
        r"h[eo]ld(?:ing|s)?(?! (?:us|ourselves|me|myself)\b)(?: [\w'-]+){1,4} (?:personally "
        r"|fully )?(?:accountable|to account)\b"
        r"|\b(?:must|should|needs? to|ha(?:s|ve) to|ought to) be (?:held )?(?:\w+ly )?(?:accountable"
        r"|responsible|to account)\b",
        spares=Spared.SAID,
        measured=Reliability(4, 4),
    ),
)
