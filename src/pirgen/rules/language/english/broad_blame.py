"""Broad English patterns for errors, judgements, fault, loaded words and luck: words in a construction.

Each may well be fine, so all that they find are infos, and only where nothing else is found in the sentence.
"""

from __future__ import annotations

from collections.abc import Iterable

from pirgen.rules.language.english.people import (
    AFTER_PREPOSITION,
    AGENT,
    ANYBODY,
    BETWEEN,
    SUPPLIER,
    SUPPLIER_WORDS,
    WORKER,
)
from pirgen.rules.language.notation import any_of, each_with
from pirgen.rules.language.passages import Part
from pirgen.rules.language.phrasing import Pattern, Spared, asking


def _broad(
    code: str,
    words: str,
    finds: str,
    subject: str = "",
    spares: Spared = Spared.USUAL,
    not_after: str = "",
    needs: Iterable[str] = (),
    only_in: tuple[Part, ...] = (),
) -> Pattern:
    return asking(
        code,
        words,
        finds if "^" in finds else rf"\b(?:{finds})",
        subject=subject,
        not_after=not_after,
        spares=spares,
        only_in=only_in,
        needs=frozenset(needs),
    )


_PERSON = rf"(?:{ANYBODY}|\bthey)"
_IS = r"(?:was|were|is|are|am|be|been|being|became|got|felt|seemed|'re|'m)(?:n't)?"
_GROUPS = "users customers community clients players members readers visitors team public patients students"
_THOSE_SERVED = (
    r"(?:you|us|them|him|her|me|everyone|everybody|people|users|customers"
    rf"|(?:the|our|your|their|many of|all of|some of) (?:\w+ )?(?:{any_of(_GROUPS)}|you))"
)
_HOW_WRONG = (
    "incorrectly wrongly improperly erroneously mistakenly carelessly hastily blindly naively poorly badly "
    "inappropriately prematurely foolishly stupidly sloppily lazily clumsily unwisely haphazardly recklessly"
)
_WORKED = any_of(
    "set configured misconfigured reconfigured diagnosed chose chosen specified documented designed "
    "implemented written coded tested planned scoped sized installed deployed merged managed maintained "
    "communicated handled organised organized executed performed done applied run ran trained monitored "
    "structured timed coordinated prepared named labelled labeled formatted defined added removed deleted "
    "modified changed changing updated edited created placed connected plugged wired entered copied pasted "
    "used using upgraded migrated scheduled closed opened disabled enabled switched turned cut disconnected "
    "terminated pushed released published tagged typed tuned provisioned secured estimated calibrated rotated "
    "revoked approved informed advised told relied relying "
)
_THINGS = (
    "server host machine database table tab window terminal directory folder file branch environment cluster "
    "account button key switch cable command disk drive person patient place team conclusion assumption "
    "decision choice direction "
)
_MIS = (
    "broke misconfigured mistyped misread misunderstood misjudged miscalculated miscommunicated misapplied "
    "misinterpreted misdiagnosed misplaced misused mishandled mismanaged underestimated overestimated "
    "overreacted panicked botched bungled fumbled wrecked ruined crashed neglected"
)
_ERRORS = (
    _broad(
        "PIR601",
        "mistake oversight oversights blunder blunders typo typos misclick miscalculation misjudgment "
        "misjudgement misunderstanding misunderstandings misconception misdiagnosis snafu screwup "
        "human+caused",
        r"(?:mistake|oversights?(?! (?:board|body|committee|role|of|with)\b)|blunders?|typos?|misclick"
        r"|miscalculation|misjudge?ment|misunderstandings?|misconception|misdiagnosis|snafu|screwup"
        r"|human~caused)\b",
        not_after=r"\b(?:learn\w* from|sorry for|apologi[sz]e for|apologies for) (?:\w+ )?$"
        r"|\b(?:by|of|more|regulatory|government|human) $",
        only_in=(Part.STORY, Part.TIMELINE),
    ),
    _broad(
        "PIR601",
        _HOW_WRONG,
        rf"{any_of(_HOW_WRONG)}(?: \w+ly| been)? {_WORKED}\b"
        rf"|\b{_WORKED}(?: [\w-]+){{0,2}}? {any_of(_HOW_WRONG)}(?=\s*$|[.,;:!?)]"
        r"| (?:and|in|on|by|for|with|when|which|that|so|to|as)\b)",
    ),
    _broad(
        "PIR601",
        each_with("wrong", _THINGS),
        rf"wrong (?:[\w-]+ )?{any_of(_THINGS)}s?\b",
        only_in=(Part.STORY,),
    ),
    _broad(
        "PIR601",
        "misconfiguration misconfigurations misconfigured misconfiguring miswired mislabeled mislabelled "
        "misspelled misspelt mistyped misapplied misplaced mishandled mismanaged misused misread",
        r"(?:misconfigur(?:ations?|ed|ing)|miswired|mislabell?ed|misspell?ed|misspelt|mistyped|misapplied"
        r"|misplaced|mishandled|mismanaged|misused|misread)\b",
    ),
    _broad(
        "PIR601",
        _MIS
        + " caused introduced triggered brought+down brought+offline took+down took+offline took+out knocked",
        any_of(
            f"{_MIS} caused introduced_(?:an?|the|this|another)_(?:\\w+_)?(?:bug|error|regression|issue"
            f"|problem|fault"
            "|vulnerability|flaw|mistake|typo) triggered_(?:an?|the|this) brought_(?:\\w+_){1,4}(?:down"
            "|offline)"
            " took_(?:\\w+_){1,4}(?:down|offline|out) knocked_(?:\\w+_){1,4}(?:down|offline|out)"
        )
        + r"\b",
        subject=rf"{_PERSON}{BETWEEN}",
        not_after=AFTER_PREPOSITION,
    ),
    _broad(
        "PIR602",
        each_with(
            "by",
            "caused introduced triggered deleted dropped wiped overwritten broken misconfigured cut unplugged "
            "disconnected typed run made entered issued executed pushed applied committed",
        ),
        r"(?:caused|introduced|triggered|deleted|dropped|wiped|overwritten|broken|misconfigured|cut|unplugged"
        r"|disconnected|typed|run|made|entered|issued|executed|pushed|applied|committed)(?: \w+ly)? by"
        rf" (?:{AGENT}|(?:me|us|him|her|them|ourselves|myself)\b)",
        spares=Spared.ACTS,
        only_in=(Part.STORY,),
    ),
)

_LACKED = (
    "experience knowledge understanding familiarity expertise discipline communication coordination "
    "leadership ownership awareness care attention diligence transparency clarity planning preparation "
    "preparedness foresight rigor rigour trust respect effort interest urgency accountability professionalism "
    "competence skill skills empathy focus patience honesty responsibility imagination vision"
)
_LACK_WORDS = (
    "lack lacks lacked lacking limited insufficient inadequate little poor bad weak low no missing absence "
    "enough without"
)
_STATES = (
    r"(?:un(?:aware|prepared|familiar|informed|sure|certain|willing|trained|qualified|skilled|cooperative"
    r"|helpful|concerned|interested|coordinated|disciplined)|over~?confident|over~?whelmed"
    r"|over~?worked|distracted|confused|inexperienced|reluctant|hasty|na[i\u00ef]ve|ignorant|lax|stubborn|lazy"
    r"|careless|sloppy|tired|exhausted|oblivious|clueless|inept|foolish|stupid|incompetent|negligent|greedy"
    r"|impatient|cocky|drunk|hungover|afraid|scared|too (?:\w+ )?(?:confident|busy|slow|late|eager|quick"
    r"|optimistic|cheap|proud|trusting|focused|reliant|cautious|tired|lazy|inexperienced)|slow to|late (?:to"
    r"|in)"
    r"|not (?:\w+ )?(?:aware|prepared|familiar|informed|ready|careful|competent|qualified|trained|experienced"
    r"|transparent|honest|thinking|paying|cooperative|responsive|helpful|clear on|clear about)"
    r"|new to|bad at|terrible at|in over)"
)
_STATE_WORDS = (
    "unaware unprepared unfamiliar uninformed unwilling untrained unqualified unskilled uncooperative "
    "unhelpful unconcerned uninterested uncoordinated undisciplined overconfident overwhelmed overworked "
    "confident distracted inexperienced reluctant hasty naive ignorant lax stubborn lazy careless sloppy "
    "exhausted oblivious clueless inept foolish stupid incompetent negligent greedy impatient cocky drunk "
    "hungover optimistic cheap informed competent qualified trained experienced thinking paying cooperative "
    "responsive helpful new+to bad+at terrible+at in+over too+busy too+slow slow+to late+to late+in "
    "not+prepared too+eager too+quick too+focused too+reliant too+cautious not+careful not+transparent "
    "not+honest not+familiar clear+about too+tired"
)
_CHARACTER = (
    r"(?:na[i\u00ef]ve(?:ly|ty|t\u00e9)?(?! (?:bayes|implementation|approach|algorithm|datetimes?|solution"
    r"|time\w*)\b)|(?:in|with|our|my|their|his|her|such) haste|in a (?:hurry|rush)|hasty|over-?zealous|clumsy"
    r"|clumsily|amateur(?:s|ish)?(?! radio)|stubborn|greed(?:y)?(?! (?:algorithm|match|regex|quantifier))"
    r"|selfish"
    r"|dishonest(?:y)?|liars?|lied|lying (?:about|to)|hostile|rude|petty|uncooperative|hypocri(?:sy|tical)"
    r"|coward(?:ly)?|irresponsible|unethical|deceptive|deceitful|disingenuous|gullible|oblivious|clueless"
    r"|frantic(?:ally)?|unwise(?:ly)?|ill~(?:advised|prepared|equipped|informed|conceived|considered)"
    r"|short~sighted(?:ness)?|wishful thinking|lip service|in denial|incompetent(?:ly)?|incompetence"
    r"|negligen(?:t|ce|tly)|hubris|arrogance|opacity|gaslighting|bully(?:ing)?|betray(?:ed|al)|sabotaged?"
    r"|scapegoats?|excuses|pretend(?:ed|ing)?|fool(?:s|ed)?|blithely|foolhardy|lazily|laziness"
    r"|ignoran(?:t|ce)|mismanagement|dysfunctional|unprofessional(?! (?:content|language|comments?)\b)"
    r"|unseasoned|false confidence|idiocy|morons?"
    r"|muppets?|clowns?|jerks?|imbeciles?|mediocre|novices?|newbies?|rookies?|noobs?|impatien(?:t|ce)"
    r"|groupthink|tunnel vision|heroics|cowboy|egos?|mentality|overly (?:optimistic|confident|trusting|cautious"
    r"|ambitious|reliant|aggressive|eager))\b"
)
_CHARACTER_WORDS = (
    "naive naively naivety haste hurry rush hasty overzealous zealous clumsy clumsily amateur amateurs "
    "amateurish stubborn greed greedy selfish dishonest dishonesty liar liars lied lying hostile rude petty "
    "uncooperative hypocrisy hypocritical coward cowardly irresponsible unethical deceptive deceitful "
    "disingenuous gullible oblivious clueless frantic frantically unwise unwisely ill sighted sightedness "
    "wishful lip denial incompetent incompetently incompetence negligent negligence negligently hubris "
    "arrogance opacity gaslighting bully bullying betrayed betrayal sabotage sabotaged scapegoat scapegoats "
    "excuses pretend pretended pretending fool fools fooled blithely foolhardy lazily laziness ignorant "
    "ignorance mismanagement dysfunctional unprofessional unseasoned false+confidence idiocy moron morons "
    "muppet muppets clown clowns jerk jerks imbecile imbeciles mediocre novice novices newbie newbies rookie "
    "rookies noob noobs impatient impatience groupthink tunnel+vision heroics cowboy ego egos mentality "
    "overly"
)
_OF_PEOPLE = (
    "decision decisions choice choices call idea ideas judgment judgement practice practices habit habits "
    "advice assumption assumptions taste planning management leadership communication communications "
    "coordination handling attitude instructions move reasoning excuse statement statements strategy conduct "
    "thinking interpretation workmanship preparation execution job"
)
_POOR = (
    "bad poor questionable terrible wrong dumb silly foolish unwise unfortunate strange odd weird dubious "
    "stupid awful horrible horrendous unsafe dangerous reckless rash hasty sloppy careless lazy misguided "
    "dreadful irresponsible amateurish confusing misleading contradictory inappropriate unacceptable "
    "inadequate insufficient weak lousy rush rushed better"
)
_WOULD_NOT = (
    r"(?:(?:never|could(?:n't| not)|can't|didn't|did not|don't|doesn't|do not|does not|not)(?: even| really"
    r"| seem to)? (?:be bothered|bothered|cared?)|refus(?:ed|es|ing) to|declined to|chose not to"
    r"|insisted|dismissed|lied|accused|threatened|disregarded|withheld|tolerated|admitted|presumed"
    r"|blindly|convinced (?:themselves|ourselves|myself)|struggled to|seem(?:ed|s)? to have (?:forgotten"
    r"|ignored"
    r"|missed|overlooked)|learned nothing|learnt nothing|gave up)\b"
)

_JUDGED = (
    _broad(
        "PIR603",
        _STATE_WORDS,
        rf"{_IS}(?: \w+ly| all| both| also| so| very| quite| just| still| a bit| a little| rather)? "
        rf"{_STATES}\b",
        subject=rf"{_PERSON} ?",
    ),
    _broad(
        "PIR603",
        _LACKED,
        r"(?:lack(?:s|ed|ing)?(?: of)?|limited|insufficient|inadequate|little(?: or no)?|poor|bad|weak|low|no"
        rf"|missing|absence of|not enough|without (?:any|enough|sufficient)) (?:[\w-]+ "
        rf"){{0,2}}?{any_of(_LACKED)}"
        r"\b(?! (?:device|link|cable|error|between the|with the)s?\b)",
        needs=[
            "lack",
            "lacks",
            "lacked",
            "lacking",
            "limited",
            "insufficient",
            "inadequate",
            "little",
            "poor",
            "bad",
            "weak",
            "low",
            "no",
            "missing",
            "absence",
            "enough",
            "without",
        ],
    ),
    _broad("PIR603", _CHARACTER_WORDS, _CHARACTER, spares=Spared.SAID),
    _broad("PIR603", _POOR, rf"{any_of(_POOR)} (?:[\w-]+ )?{any_of(_OF_PEOPLE)}\b", needs=_OF_PEOPLE.split()),
    _broad(
        "PIR603",
        "bothered care cared refused refuses refusing declined chose insisted dismissed lied accused "
        "threatened disregarded withheld tolerated admitted presumed blindly convinced struggled seem seemed "
        "seems learned learnt gave",
        _WOULD_NOT,
        subject=rf"{_PERSON}{BETWEEN}",
        not_after=AFTER_PREPOSITION,
    ),
    _broad(
        "PIR603",
        "you+need you+not you+don you+failed you+lied you+can you+refuse you+chose you+claim crossed+mind "
        "crossed+minds care+lack care+without corners eggs+basket left+dark leave+dark leaving+dark kept+dark",
        r"you(?: guys| people)?(?: really| just| clearly)? (?:need to (?:start|stop)|do not get to|don't get to"
        r"|failed|lied|don't even|don't (?:understand|care|seem)|can't even|refuse|chose|claim)\b"
        r"|\bcrossed (?:their|our|my|his|her|your|anyone's|anybody's) minds?\b|\b(?:lack of|without|with no) "
        r"care\b"
        r"|\bcut(?:ting)? corners\b|\beggs in one basket\b|\b(?:left|leave|leaving|kept|keep) [^.;]{0,30}in the"
        r" dark\b",
        spares=Spared.SAID,
    ),
    _broad(
        "PIR603",
        "disappointed disappointing disappointment unhappy happy dissatisfied displeased frustrated "
        "unimpressed appalled disgust disgusted disgusting fed sick upset",
        r"(?:disappoint(?:ed|ing|ment)|unhappy|not happy|dissatisfied|displeased|frustrated (?:with|by|at)"
        r"|unimpressed"
        r"|appalled|disgust(?:ed|ing)?|fed up|sick of|upset (?:with|about|by|at))\b",
        spares=Spared.NAMED,
    ),
    _broad(
        "PIR608",
        "why+would why+hell why+earth why+do how+could how+can what+thinking who+would who+thought seriously "
        "really infinite+wisdom",
        r"(?:why (?:would|the hell|on earth|do (?:you|they|people))|how (?:could|can) (?:you|they|we|anyone"
        r"|anybody|a|an"
        r"|this|the)|what (?:were|are) (?:you|they|we) thinking|who (?:would|thought))"
        r"\b[^.;!?]{3,120}\?|^\W*(?:seriously|really)\?|\binfinite wisdom\b",
        spares=Spared.NAMED,
    ),
)

_COMPANIES = (
    "aws amazon google microsoft azure cloudflare godaddy ovh hetzner dreamhost rackspace comcast verizon"
)
_GUILT = (
    _broad(
        "PIR604",
        "blame blamed blaming blames fault guilt guilty culprits liable accountable resign resigned "
        "resignation sacked reprimanded punished punishment disciplinary offender offenders perpetrator "
        "perpetrators accusation accusations accuse accused accusing slander finger fingers",
        r"(?:blam(?:e|ed|ing|es)|(?:my|our|your|his|her|their|whose|(?!nobody|no one|one's)\w+'s) (?:own "
        r")?fault\b"
        r"(?! (?:toleran\w+|domains?|trees?|lines?|zones?|injection|isolation|codes?|detection))|guilt(?:y)?"
        r"|culprits|liable|(?:held |not |be )accountable|resign(?:ed|ation)?|sacked|reprimanded"
        r"|punish(?:ed|ment)|disciplinary|offenders?|perpetrators?|accus(?:ations?|e|ed|ing)|slander"
        r"|finger~pointing|point(?:ing|ed)? (?:the |a )?fingers?)\b",
        not_after=r"\b(?:git|svn|hg) $",
    ),
    _broad(
        "PIR604",
        "let letting lets failed fail failing disappointed disappointing abandoned betrayed wronged",
        rf"(?:let(?:s|ting)? {_THOSE_SERVED} down|(?:failed|failing|fail|disappointed|disappointing|abandoned"
        rf"|betrayed|wronged) {_THOSE_SERVED})\b(?! to\b)",
    ),
    _broad(
        "PIR604",
        "short live+up lived+up living+up better+deserve better+deserved better+deserves better+expect "
        "better+expected better+expecting standards expectations better+do better+be",
        r"(?:fell|fallen|fall|falling|come|came) (?:\w+ )?short\b|\bliv(?:e|ed|ing) up to\b"
        r"|\bdeserve[ds]? better\b|\bexpect(?:ed|ing)? (?:a )?(?:much )?better\b"
        r"|\b(?:not|\w+n't|below|short of|failed to) (?:\w+ ){0,2}(?:our|the|your|their|these|those|my)"
        r"(?: own| usual| high)* (?:standards|expectations)\b|\b(?:can|could|must|should|will|have to|need "
        r"to|'ll)"
        r"(?: and will)? (?:do|be) (?:much |a lot |so much )?better\b(?! (?:to|if|than|off|for)\b)",
        spares=Spared.NAMED,
    ),
    _broad(
        "PIR604",
        "responsible",
        r"(?:solely|entirely|fully|directly|ultimately|partly|personally|held|wholly|largely|alone|always|only)"
        r" responsible for\b|\bresponsible (?:party|parties|person|people|engineer|team)\b"
        r"|\b(?:the|those|person|people|team|engineer|developer|employee|man|one|contractor|company|vendor"
        r"|who (?:was|were|is|are)) responsible for (?:the|this|that|these|causing)\b",
    ),
    _broad(
        "PIR604",
        "failure failures failings mistake mistakes negligence incompetence oversight refusal inability lack "
        "unwillingness inaction indifference arrogance carelessness mishandling ineptitude insistence neglect "
        "ignorance laziness sloppiness stupidity slowness silence",
        rf"(?:their|his|her|your|(?:{any_of(_COMPANIES)}|provider|vendor|company|supplier|contractor)'s) "
        rf"(?:\w+ )?"
        r"(?:failures?(?= to| in)|failings|mistakes?|negligence|incompetence|oversight|refusal|inability"
        r"|lack of"
        r"|unwillingness|inaction|indifference|arrogance|carelessness|mishandling|ineptitude|insistence|neglect"
        r"|ignorance|laziness|sloppiness|stupidity|slowness|silence)\b",
    ),
    _broad(
        "PIR604",
        "failed broke refused ignored lied blamed promised unable unwilling useless blame fault problem "
        "reason took",
        rf"(?:{SUPPLIER}|\b(?:{any_of(_COMPANIES)}|isp)){BETWEEN}"
        r"(?:failed|broke|refused|ignored|lied|blamed|promised|(?:was|were|is|are) (?:\w+ )?(?:unable|unwilling"
        r"|useless|to blame|at fault|the (?:problem|reason))|took (?:over|more than|nearly|almost|several"
        r"|\d+ (?:hours|days|weeks)|hours|days|so|too|a long))\b",
        not_after=AFTER_PREPOSITION,
        needs=SUPPLIER_WORDS | set(_COMPANIES.split()) | {"isp"},
    ),
    _broad(
        "PIR604",
        "our+fault our+problem our+hardware our+doing my+fault my+problem my+doing their+end their+side "
        "their+doing it+was+who hands+out",
        r"(?:not|\w+n't) (?:our|my) (?:fault|problem|hardware|doing)\b"
        rf"|\b(?:on|at|from) their (?:end|side)\b|\btheir doing\b|\bit was {WORKER} (?:who|that)\b"
        rf"|\bout of (?:our|my) hands\b",
        spares=Spared.NAMED,
    ),
)

_SELF_DEEDS = (
    "panicked screwed messed blew botched misread mistyped underestimated stupid stupidly foolish foolishly "
    "naive naively wrong wrongly tired lazy careless distracted hurry idiot ashamed embarrassed guilty regret "
    "forgot neglected ignored dumb fool rushed rushing sloppy complacent overlooked noob newbie cocky"
)
_OWN = (
    "fault mistake mistakes error errors stupidity ignorance laziness negligence carelessness inexperience "
    "lack shortcoming shortcomings failing failings haste failure failures"
)
_SELF_BLAME = (
    _broad(
        "PIR615",
        f"{each_with('i', _SELF_DEEDS)} {each_with('we', _SELF_DEEDS)} i+broke we+broke i+managed",
        r"(?:i|we)(?:'m|'re| (?:was|were|am|are|had|have|did|just|got))?(?: \w+ly| really| totally| also| "
        r"just| then)?"
        r" (?:an? |so |too |being |such an? |a bit |in a )?"
        rf"(?:{any_of(_SELF_DEEDS)}|broke (?:it|the|this|our|your|my|everything|production|prod)|managed to"
        r" (?:break|delete|destroy|crash|kill|wipe|lose|take|knock|forget|mess))\b",
        only_in=(Part.CAUSE, Part.STORY, Part.TIMELINE),
    ),
    _broad(
        "PIR615",
        "facepalm facepalms oops whoops argh mea+culpa duh embarrassing embarrassingly embarrassment "
        "embarrassed ashamed shame shameful humiliating idiot stupidity mine ours blame+us blame+me fault+us "
        "fault+me delay+us delay+me mistake+me mistake+us error+me error+us problem+us problem+me cause+me "
        "cause+us belongs+me belongs+us blame+myself blame+ourselves stupid+me silly+me stupid+us no+excuse",
        r"(?:facepalms?|oops|whoops|argh|mea culpa|duh|embarrass(?:ing(?:ly)?|ment|ed)|ashamed"
        r"|shame(?:ful)?"
        r"|humiliating|idiot|stupidity|(?:was|is|were|are) (?:entirely |all |solely |totally )?(?:mine|ours)"
        r"(?=\s*$|[.,;!])|(?:blame|fault|delay|mistake|error|problem|cause|issue|culprit|failure) (?:is|was)"
        r" (?:all |just |entirely |really )?(?:me|us|mine|ours|myself|ourselves)|belongs to (?:me|us)"
        r"|(?:i|we|to) (?:\w+ )?blame(?: but)? (?:myself|ourselves)|(?:stupid|silly) of (?:me|us)|no excuse)\b",
        spares=Spared.DENIED | Spared.NAMED,
    ),
    _broad(
        "PIR615",
        f"{each_with('my', _OWN)} {each_with('our', _OWN)}",
        rf"(?:my|our)(?: \w+)? {any_of(_OWN)}\b(?! (?:rates?|toleran\w+|handl\w+|domains?|trees?|lines?"
        rf"|zones?|log\w*|report\w*"
        rf"|budgets?"
        r"|messages?|codes?|pages?|detection|monitor\w*|track\w*|of resources)\b)",
        not_after=r"\b(?:learn\w*|understand\w*) from $",
        spares=Spared.DENIED | Spared.NAMED,
    ),
)

_DRAMATIC = (
    r"(?:catastroph\w+(?! failures?\b)|disast(?:ers?|rous(?:ly)?)(?![ -](?:recover\w*|plan\w*|prepared\w*"
    r"|relief|response))"
    r"|horr(?:ors?|ific|ifying|ified|endous)|terr(?:ibl[ey]|ifying|ified)|devastat\w+"
    r"|chao(?:s(?! (?:engineering|monkey|test\w*|mesh|exercise|experiment\w*|day))|tic)|in a panic"
    r"|crap(?:py)?|shit\w*|fuck\w*|damn(?:ed)?|hell|wtf|lol|haha|crazy"
    r"|stupid|dumb|silly|ugly|nasty|brutal(?:ly)?|bloody|painful(?:ly)?|agoni[sz]ing|dread(?:ed|ful)|scary"
    r"|doom(?:ed)?|apocalypse|carnage|havoc|mayhem|shambles|kaboom|bloodbath|screwed"
    r"|hamsters?|nuked?|mess(?:y)?|awful(?:ly)?|atrocious|abysmal(?:ly)?|egregious(?:ly)?"
    r"|botched|(?:completely|totally|utterly|hopelessly) broken|hopeless(?:ly)?"
    r"|miserabl[ey]|hacky|kludge|janky|spaghetti|foot~?guns?|ironic(?:ally)?|brilliant|genius"
    r"|unfathomable|inexplicabl[ey]|imploded"
    r"|worst (?:\w+ )?(?:ever|nightmare|possible|day|disaster)"
    r"|worst(?:\W+\w+){1,4} in [\w' ]*history|bad day|poor souls|perfect storm|dumpster|train ?wreck|dead in "
    r"the water"
    r"|house of cards|time bomb|insult to injury|make matters worse|guess what|guessed it|lo and behold"
    r"|murphy's"
    r"|plagued|crippl(?:ed|ing)|paraly[sz]ed|wreak(?:ed|ing)|furious|outrage|bizarre(?:ly)?|mysterious(?:ly)?"
    r"|miracle|miraculous(?:ly)?|magically|conveniently|happily|supposedly|literally|so~called|not (?:okay|cool"
    r"|acceptable|good enough))\b"
)
_DRAMA_WORDS = (
    "catastrophe catastrophes catastrophic catastrophically disaster disasters disastrous disastrously "
    ""
    "horror horrors horrific horrifying horrified horrendous terrible terribly terrifying terrified "
    "devastating devastated devastation chaos chaotic panic panicked panicking crap crappy shit shitty "
    "shitshow fuck fucked fucking damn damned hell wtf lol haha crazy "
    ""
    "stupid dumb silly ugly nasty brutal brutally bloody painful painfully agonizing agonising dreaded "
    "dreadful scary doom doomed apocalypse carnage havoc mayhem shambles kaboom bloodbath screwed hamster "
    "hamsters nuke nuked mess messy awful awfully atrocious abysmal abysmally egregious egregiously botched "
    "completely+broken totally+broken utterly+broken hopelessly hopeless miserable miserably hacky kludge "
    "janky spaghetti footgun footguns foot ironic ironically brilliant genius unfathomable inexplicable "
    "inexplicably imploded worst bad+day poor+souls perfect+storm dumpster train trainwreck dead+water "
    "house+cards bomb insult+injury matters+worse guess+what guessed+it lo+behold murphy plagued crippled "
    "crippling paralyzed paralysed wreaked wreaking furious outrage bizarre bizarrely mysterious mysteriously "
    "miracle miraculous miraculously magically conveniently happily supposedly literally so+called not+okay "
    "not+cool not+acceptable not+good"
)
_DRAMA = (
    _broad("PIR608", _DRAMA_WORDS, _DRAMATIC, spares=Spared.DENIED | Spared.NAMED),
    _broad(
        "PIR608",
        "course naturally",
        r"(?:so|but),? (?:naturally|of course)\b|^\W*(?:naturally|of course)\b",
        spares=Spared.NAMED,
    ),
)

_LUCK = (
    _broad(
        "PIR613",
        "luck unlucky unluckily inevitable inevitably unavoidable unavoidably waiting+happen bound+to "
        "matter+time freak storm fate act+god unforeseeable control coincidence coincidentally misfortune "
        "fluke cursed curse jinx jinxed gremlins unfortunate nothing+could",
        r"(?:bad luck|ill luck|luck (?:ran|would|was|had)|as luck would|unluck(?:y|ily)|(?:was|were) "
        r"(?:probably |almost )?inevitable"
        r"|unavoidabl[ey]|waiting to happen|bound to (?:happen|fail|break|go)|(?:only |just )?a matter of "
        r"time(?! until)"
        r"|freak (?:accident|event|storm|incident|chance)|act of god|unforeseeable"
        r"|(?:out of|outside|beyond|not in) (?:of )?(?:our|my|their|anyone's|anybody's|human) control"
        r"|misfortune|fluke|cursed?|jinx(?:ed)?|gremlins|unfortunate (?:series|chain|combination|coincidence"
        r"|sequence"
        r"|timing|event|accident|mistake|choice|decision)|nothing (?:\w+ ){1,3}could (?:have )?(?:do|done"
        r"|been))\b",
        spares=Spared.SAID,
    ),
)

_WORK = (
    "design code coding architecture implementation setup tests testing documentation procedure procedures "
    "process processes review reviews monitoring planning plan migration script scripts instructions "
    "workmanship maintenance installation naming strategy tooling"
)
_GRADES = (
    r"(?:poor(?:ly)?|bad|badly|weak|lousy|flawed|sub~?par|sub~?standard|sub~?optimal|amateurish"
    r"|half~?(?:baked|finished"
    r"|hearted|assed)|rushed|hast(?:y|ily)|hack(?:y|ish)|kludg(?:y|e)|messy|sloppy|ugly|clunky|crude"
    r"|quick~and~dirty|horrible|terrible|awful|buggy|untested|unstable|incorrect|improper|inadequate"
    r"|insufficient"
    r"|questionable|naive|overly \w+|confusing|unreasonabl[ey]|immature|misleading)"
)
_GRADE_WORDS = (
    "poor poorly bad badly weak lousy flawed subpar sub substandard suboptimal amateurish half rushed hasty "
    "hastily hacky hackish kludgy kludge messy sloppy ugly clunky crude dirty horrible terrible awful buggy "
    "untested unstable incorrect improper inadequate insufficient questionable naive overly confusing "
    "unreasonable unreasonably immature misleading"
)
_GRADED = (
    _broad(
        "PIR607",
        _GRADE_WORDS,
        rf"{_GRADES} (?:[\w-]+ )?{any_of(_WORK)}\b",
        spares=Spared.ACTS,
        needs=_WORK.split(),
    ),
    _broad(
        "PIR607",
        "hackish kludgy messy rushed baked dirty band bandaid duct hack pattern antipattern practice "
        "practices ideal optimal suboptimal subpar par problematic room+improvement shoddy shoddily flawed "
        "monolithically unreasonably unsatisfactory good",
        r"(?:hackish|kludgy|messy|rushed(?! (?:to|into|over|back|him|her)\b)|half~baked"
        r"|quick~and~dirty"
        r"|band~?aids?|duct~?tape\w*|quick hack|anti~?patterns?|bad practices?|(?:less than|far from|not"
        r"|\w+n't)"
        r" (?:\w+ )?(?:ideal|optimal)|sub~?(?:optimal|par)|not up to par|(?:is|was|are|were)(?: \w+)? "
        r"problematic"
        r"|room for improvement|shodd(?:y|ily)|flawed|unsatisfactory|unreasonably|not (?:\w+ )?good enough)\b",
        spares=Spared.SAID,
    ),
    _broad(
        "PIR607",
        "properly correctly adequately sufficiently thoroughly appropriately carefully rigorously",
        r"(?:not|\w+n't|never|without being)(?: (?:been|being|be))? (?:properly|correctly|adequately"
        r"|sufficiently"
        rf"|thoroughly|appropriately|carefully|rigorously) {_WORKED}\b|\b(?:not|\w+n't|never)(?: (?:been|being"
        rf"|be))?"
        rf" {_WORKED} (?:properly|correctly|adequately|sufficiently|thoroughly|appropriately|carefully"
        r"|rigorously|well|enough)\b",
        spares=Spared.ACTS,
    ),
)

BROAD_BLAME = (*_ERRORS, *_JUDGED, *_GUILT, *_GRADED, *_DRAMA, *_LUCK, *_SELF_BLAME)
