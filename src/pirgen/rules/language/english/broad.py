"""Wordings of English that are fine as often as not: a facilitator stops at them, and asks.

They are constructions rather than phrases, with classes of verbs and nouns in them, and only ever infos.
"""

from __future__ import annotations

from pirgen.rules.language.passages import Part
from pirgen.rules.language.phrasing import Pattern, Spared
from pirgen.rules.language.set_phrases import patterns_of

_TOLD = (Part.CAUSE, Part.STORY, Part.IMPACT, Part.TIMELINE)

_UNDONE = r"""
    (?:was|were|is|are|been|being|had|has|have) never (?:\w+ly |yet |been |being |even )?(?:\w+ly |been |
        being )?(?:tested|noticed|monitored|reviewed|communicated|informed|documented|followed|considered|
        anticipated|prepared|committed|verified|validated|addressed|detected|renewed|escalated|written|
        maintained|performed|patched|caught|told|thought|planned|developed|finished|completed|understood|
        updated|rehearsed|checked)
    (?:was|were|is|are|been|being|had|has|have) not (?:\w+ly |yet |been |being |even )?(?:\w+ly |been |
        being )?(?:noticed|monitoring|communicated|anticipated|foreseen|prioritising|prioritizing|renewed|
        acknowledged|escalated|thought|prioritised|prioritized|understood|coordinated|rehearsed|appreciated)
    (?:wasn't|weren't|isn't|aren't|hadn't|hasn't|haven't) (?:\w+ly |yet |been |being |even )?(?:\w+ly |been |
        being )?(?:noticed|monitoring|communicated|anticipated|foreseen|prioritising|prioritizing|renewed|
        acknowledged|escalated|thought|prioritised|prioritized|understood|coordinated|rehearsed|appreciated|
        finished|performed|restarted)
    unnoticed (?:for|until)
    (?:was|were) (?:dismissed|neglected|disregarded|brushed off)
    (?:is|are|was|were|being|been) not aware
"""

_OMITTED = r"""
    (?:we|i|he|she|they|team|teams|staff|engineers?|developers?|operators?|admins?|administrators?|technicians?|
        managers?|people|users?|members?|moderators?|vendor|provider|contractors?|company|employees?|
        organi[sz]ers?|maintainers?|nobody) (?:also |still |just |simply |apparently )?(?:did not|
        didn't) (?:\w+ly |even )?(?:respond|reply|think|do|understand|realise|realize|read|renew|detect|
        acknowledge|finish|put|perform|recognise|recognize|tell|inform|notify|communicate|anticipate|expect|
        foresee|appreciate|act|look|listen|answer|care|see fit|coordinate|try|bother|plan|prepare|consider|
        document|learn|hear|go far|pay|take|spot|catch|call|report|warn)
    (?:we|i|he|she|they|you|someone|somebody|guy|administrator|admin|engineer|developer|team|staff|technician|
        people|operator|user|company) (?:\w+ )?(?:\w+ )?(?:forgot|forget)
    (?:had|have|was|were|been) forgotten (?:to|about)
    (?:a|some|our|their|this|that) (?:\w+ )?missed (?:step|warning|opportunity|chance|deadline|renewal|email|
        notification|message|sign)
    without being (?:communicated|told|informed|notified|consulted|announced|coordinated)
    without (?:telling|informing|consulting|notifying|warning|asking) (?:us|anyone|anybody|me|the)
    (?:neglect|neglecting|neglected) (?:to|of|the|our|my)
    lack of (?:\w+ )?(?:\w+ )?(?:\w+ )?(?:tests?|revision|validation|care|plan|coordination|attention|oversight|
        foresight|preparation|ownership|follow~up|communication|awareness|discipline|diligence)
    failed (?:us|our|their|you|them)
"""

_GRADED = r"""
    (?:room|space) for improvement
    (?:simply|clearly|totally|completely|fully|absolutely|utterly|deeply|frankly) (?:unacceptable|inexcusable)
    (?:quick|fast)~and~dirty
    on~the~quick
    (?:hacky|half~baked|half~hearted|messy|kludgy|kludge|shoddy|slapdash|amateurish|buggy)
    anti~?patterns?
    not (?:\w+ )?(?:comprehensive|thorough|careful|rigorous|diligent) enough
    (?:insufficiently|inadequately) (?:tested|reviewed|documented|planned|prepared|trained|constrained|
        monitored|protected|secured|communicated|validated|staffed|supported)
    (?:coordination|communication|testing|documentation|monitoring|planning|training|review|reviews|fallback|
        process|preparation|staffing|support|response|handling|procedures|procedure) (?:was|were|is|are|
        being) (?:\w+ly )?(?:insufficient|inadequate|poor|lacking|problematic|flawed|deficient|incomplete|
        confusing|incorrect|slow|not great|outdated|nonexistent)
    (?:was|were|is|are|been|had|accidentally|being) misconfigured
    (?:a|the|our|this|some|bad|due to) misconfiguration (?:on|by|in|of) (?:our|my|their)
    (?:incorrectly|wrongly|improperly) (?:set|configured)
    (?:instructions|information|advice) (?:\w+ )?(?:\w+ )?(?:\w+ )?(?:was|were) (?:incorrect|wrong|misleading)
    (?:an? )?(?:otherwise \w+ )?(?:but )?incorrect (?:config|configuration|setting) change
    (?:poor|bad) (?:choice|decision|decisions|choices|design|planning|communication|practice|practices|hygiene|
        timing|judgement|judgment|procedure|job|setup|management)
    (?:this|that|it|which) is (?:really |very |just |pretty )?(?:bad|poor|sloppy|embarrassing|inexcusable)
    is (?:probably |perhaps |clearly |certainly )?inadvisable
    (?:fault|flaw|flaws|faults) in (?:the|our|their) (?:\w+ )?(?:design|process|procedure|approach|planning)
    rush job
    (?:in|with) (?:such )?a (?:hurry|rush)
    (?:have|has) room to
"""

_MISTAKES = r"""
    (?:accidental|inadvertent|unintended) (?:release|publication|deployment|publish|push|disclosure|email|
        shutdown)
    misconfiguration (?:on|at|by) (?:our|my|their) (?:end|side|part)
    (?:we|i) (?:\w+ )?broke (?:the|our|my|it|everything|this|that|production|prod|something)
    (?:we|i|they|he|she) (?:\w+ )?(?:sent|pushed|deployed|released|emailed|uploaded|published|typed|entered|ran|
        deleted|copied|plugged|restarted|shut) (?:\w+ )?(?:\w+ )?(?:\w+ )?(?:to |in |into |on )?(?:the|a|
        an) wrong
    (?:we|i) spammed
"""

_ACTED = r"""
    (?:somebody|someone) (?:\w+ )?(?:in our \w+ |on our \w+ |at \w+ |on the \w+ |else )?(?:\w+ly )?(?:deleted|
        removed|unplugged|pushed|merged|pressed|clicked|disabled|forgot|changed|deployed|entered|typed|pulled|
        checked|filled|triggered|sent|released|committed|uploaded|disconnected|tripped|dropped|turned|opened|
        powered|powering|shut|hit|kicked|cut|put|set|left|made|gave|added|edited|renamed|moved|wiped)
    (?:an?|the) (?:\w+ )?(?:\w+ )?(?:engineer|developer|administrator|admin|technician|employee|contractor|
        intern|colleague|volunteer|guy|worker|electrician|moderator|architect|sysadmin|programmer|owner|
        clerk)(?: essentially| accidentally| then| also| had| who)? (?:deleted|removed|unplugged|pushed|merged|
        pressed|clicked|disabled|forgot|deployed|entered|typed|pulled|told|triggered|uploaded|disconnected|
        tripped|dropped|wiped|shut|cut|overwrote|ran|ignored|misread|thought|assumed|insisted|decided)
    (?:number|lot|couple|few|some|many|several) of (?:\w+ )?(?:administrators|administors|users|members|
        engineers|people|customers|teams|developers|admins|owners) (?:put|added|deleted|removed|ignored|changed|
        set|used|left|sent)
"""

_OWN = r"""
    i (?:\w+ )?(?:panicked|panic|struggled|messed|screwed|blew|flubbed|botched|goofed|bungled|drove|
        underestimated|overlooked|ignored|procrastinated|neglected)
    (?:me|i'm|i am|was|being|feel|felt|like) (?:\w+ )?(?:an? )?(?:idiot|stupid|dumb|foolish|fool|naive|moron|
        embarrassed|ashamed|incompetent|impatient|guilty)
    idiot (?:that|who|anymore|for)
    (?:i|we) (?:\w+ )?(?:\w+ )?(?:made|make|making) (?:it|things|matters|everything|this) (?:\w+ )?worse
    (?:i|we) (?:think i |may have |might have |must have )?(?:did|done|got|get) (?:\w+ )?wrong
    (?:did|done) wrong in
    i meant no
    (?:is|was|are|were) (?:all |entirely |squarely |solely |really )?(?:mine|on me|my own doing)
    responsibility (?:\w+ )?(?:\w+ )?(?:falls|rests|lies) (?:on|with) me
    (?:the|this|for the|our|my) (?:\w+ )?(?:embarrassment|embarrassing|shame)
    (?:let|letting) (?:you|everyone|everybody|people|users|customers|them|ourselves|our \w+|a lot of \w+|
        so many|many) (?:all )?down
    we (?:have |had |also |really |simply |clearly )?failed (?:on|in|at|you|them|our|here|to live)
    (?:failed|fell short of|live up to|lived up to|meet|met) (?:\w+ )?(?:\w+ )?(?:high |own )?(?:expectations|
        standards)
    without (?:\w+ing )?(?:too |so )?much thought
    (?:my|our) (?:own )?(?:naivety|naivete|hubris|arrogance|haste|greed|optimism|impatience)
"""

_BLAMED = r"""
    (?:their|whose|not our|someone's) fault(?! line| lines| domain| domains| tree| trees| tolerance)
    (?:host|hosting|provider|vendor|isp|registrar|supplier|carrier)'s (?:fault|mistake|negligence|
        incompetence)
    (?:refused|refuses|refusing|unwilling|reluctant) to (?:help|accept|admit|acknowledge|answer|explain|take|
        work|cooperate|listen|respond|fix|provide|give)
    (?:blame|blamed|blaming) (?:for|lies|is|them|him|her|us|me)
    (?:so|let|made|making) (?:\w+ )?(?:it )?(?:so )?easy (?:to make|for user|to delete|to break)
    (?:better|more) (?:\w+ )?(?:from|of) (?:our|the|their) (?:\w+ )?(?:\w+ )?(?:operator|provider|vendor|host|
        supplier|management|team)
    (?:took|taking|take) (?:their|his|her) (?:own |sweet )?time
    (?:they|he|she|it) (?:eventually |finally |just |simply )?gave up
    (?:kept|keep|keeps) (?:telling|insisting|blaming|accusing|ignoring)
    (?:errant|careless|clueless|stubborn|inattentive|overzealous|disgruntled|rogue) (?:\w+ )?(?:owner|engineer|
        admin|administrator|employee|user|developer|operator|member|contractor|customer)
    (?:hope|hoping|expect|expecting|demand|demanding) (?:that )?they (?:would|will|to) be
"""

_JUDGED = r"""
    cavalier(?:ly)?
    not (?:being |very |particularly |really |yet )?(?:skilled|experienced|familiar|qualified|trained|
        proficient|aware)
    non~?experts?
    (?:varying|different|differing|low|lower|limited) levels? of (?:\w+ )?(?:capability|skill|experience|
        knowledge|expertise|competence|understanding)
    (?:risky|reckless|rash|hasty|foolhardy|ill~advised|unwise|dubious) (?:bet|move|choice|decision|change|step|
        deploy|deployment|migration|idea|plan|approach|way|manner|behaviou?r|upgrade)
    (?:had|have|was|were) rushed
    rushed (?:into|out|through|the)
    (?:my|our|his|her|their) (?:own )?(?:biases|bias|ego|assumptions?|blind spots?|overconfidence|complacency)
    (?:was|were|been|are|is|got|became) (?:\w+ )?(?:complacent|overconfident|lax|sleepy|hasty|careless|sloppy|
        naive|inattentive|too busy)
    (?:inactive|idle|absent|unresponsive) (?:admins?|administrators?|maintainers?|moderators?|members?|owners?|
        developers?)
    (?:seemed|looked|felt|sounded) (?:like )?(?:a )?(?:pretty |really |quite |so )?(?:good|cool|safe|stable|
        great|fine|harmless|innocent|reasonable) (?:idea|time|to|so|enough|i|we)
"""

_LOADED = r"""
    (?:misery|heroic|hosed|nuked|meltdown|apocalypse|armageddon|bloodbath|carnage|havoc|mayhem|farce|circus|
        shambles|clown|madness|torture|agony|heartbreak\w*|gut~wrenching|excruciating|infuriating|
        rears its ugly)
    (?:very|so|really|so damn|pretty|quite) (?:\w+ )?(?:mad|angry|pissed|upset|furious|sad|painful|scary|ugly|
        disappointing|frustrating|embarrassing|annoying)
    (?:just|simply|promptly|also|then|has|had|totally|completely) (?:exploded|imploded|melted|died|collapsed|
        blew up|bit the dust|gave up the ghost|went to hell|fell over)
    (?:shocked|appalled|horrified|mortified|devastated|heartbroken|dumbfounded|flabbergasted) (?:by|to|at|that|
        when)
    (?:an? )?(?:amazing|huge|massive|big|total|complete|royal|hot|awful|terrible|unholy) (?:mess|screw~up|fail|
        blunder)
    (?:what could|what can) (?:possibly )?go wrong
    (?:fun|joy|joys|delight) of (?:running|hosting|being|dealing|administering|running)
    a (?:story|tale|comedy|catalogue|litany|series) of (?:neglect|errors|woe|mistakes|failures|misfortunes|
        blunders)
    (?:fatal|deadly|cardinal|unforgivable) (?:error|mistake|flaw|sin)
"""

_HINDSIGHT = r"""
    but clearly
    clearly (?:\w+ )?(?:not|isn't|wasn't|wrong|failed|didn't|did not|too|needs?|needed|see|should)
    (?:seemed|seems|seem|is|was|were|be|are|so|rather|pretty|quite|fairly|blindingly|painfully) obvious
    easy to miss
    looking back,? (?:i|we|it|this|the|on)
    what (?:should|was supposed|was meant|was expected) (?:to )?(?:have been|be) an? (?:\w+ )?(?:simple|easy|
        routine|quick|straightforward|trivial|smooth|minor|painless|normal)
    (?:should not|shouldn't|should) (?:be|come as|have been) (?:a |no |any )?(?:surprising|surprise|
        a thing of the past)
    (?:might|could|should|would|may) have been (?:\w+ )?(?:predicted|foreseen|anticipated)
    (?:easily|potentially|entirely|completely|largely) (?:preventable|avoidable|foreseeable|predictable)
    was (?:only |just )?a (?:matter|question) of time
"""

_OTHERWISE = r"""
    if only (?:we|i|they|he|she|someone|somebody) (?:had|could|would)
    wish (?:we|i|it|they|my|our|that|he|she|there)
    if it (?:weren't|were not|wasn't|was not|hadn't|had not) (?:for|been)
    had (?:we|i|he|she|they|somebody|someone|anyone) (?:\w+ )?(?:known|noticed|done|taken|checked|tested|
        followed|read|asked|waited|looked|planned)
    (?:would|could) have (?:\w+ )?been (?:\w+ )?(?:alerted|merged|resolved|
        fixed|easier|faster|quicker|shorter|better|simpler|assisted|helped|uninterrupted|minimi[sz]ed|reduced|
        mitigated|handled|no problem)
    (?:would not|wouldn't) have (?:\w+ )?(?:experienced|happened|been a|stayed|occurred|gone|had|noticed|taken|
        needed)
    there (?:would|could|should|might) have been (?:a|an|no|some|more|less)
    should not be (?:left|allowed|possible|working|done|used)
    (?:engineers|developers|people|users|we|you|nobody|no one|teams|operators|admins) (?:shouldn't|
        should not) (?:be|have)
    could (?:we|i|they|it|a|the|this) (?:\w+ )?(?:\w+ )?(?:\w+ )?(?:\w+ )?(?:\w+ )?have
"""

BROAD: tuple[Pattern, ...] = (
    *patterns_of("PIR601", _MISTAKES, Spared.SAID),
    *patterns_of("PIR602", _ACTED, Spared.ACTS, only_in=_TOLD),
    *patterns_of("PIR603", _JUDGED, Spared.SAID),
    *patterns_of("PIR604", _BLAMED, Spared.SAID),
    *patterns_of("PIR605", _OTHERWISE, Spared.SAID),
    *patterns_of("PIR606", _UNDONE, Spared.ACTS, only_in=(Part.STORY, Part.TIMELINE)),
    *patterns_of("PIR606", _OMITTED, Spared.ACTS),
    *patterns_of("PIR607", _GRADED, Spared.SAID),
    *patterns_of("PIR608", _LOADED, Spared.SAID),
    *patterns_of("PIR609", _HINDSIGHT, Spared.SAID),
    *patterns_of("PIR615", _OWN, Spared.SAID),
)
"""They come last, and speak only where no other pattern found something in the sentence."""
