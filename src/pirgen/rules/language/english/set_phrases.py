"""Set phrases of English that blame somebody: idioms, and words that are used of people alone.

Each group has been measured as one, in one set of reports.
"""

from __future__ import annotations

from pirgen.rules.language.english.tone import NEVER_MEANT
from pirgen.rules.language.passages import Part
from pirgen.rules.language.phrasing import Pattern, Reliability, Spared
from pirgen.rules.language.set_phrases import patterns_of

_STORY = (Part.STORY, Part.TIMELINE)

_MISTAKES = r"""
    human~caused
    (?:configured|entered|typed|wired|connected|labelled) (?:\w+ )?(?:\w+ )?(?:\w+ )?(?:wrong|wrongly)
    (?:screwed|messed|mucked) (?:\w+ )?up
    uh~oh
    made (?:an?|the|some|several|a few) (?:\w+ )?(?:error|errors|mistake|mistakes)
    misunderstandings?
    confus(?:ed|ing) (?:\w+ )?(?:\w+ )?(?:\w+ )?with
    mixed (?:it |them |this |these )?up
    mix~up
    incorrectly (?:entered|typed|labelled|labeled|applied|wired|plugged|set up|installed|connected|
        performed|executed|ordered)
    self~induced
    typos?
    typographical errors?
    mistyped
    mistyping
    mislabel(?:led|ed)
    (?:provisioning|procedural|administrative|clerical|data entry|typing|scheduling|planning|wiring|cabling|
        labelling) (?:error|errors|mistake|mistakes)
    deployment (?:error|mistake)
    manual (?:\w+ )?(?:error|mistake)
    (?:errors?|mistakes?) (?:while|when|in|during) (?:implementing|performing|applying|entering|configuring|
        setting|deploying|the process of|writing|editing|handling|migrating|upgrading|maintenance|
        provisioning|execution)
    by human (?:interaction|action|oversight|input)
    (?:my|their|his|her) (?:own )?mistake
    slip~?ups?
    (?:bad|faulty|incorrect|wrong) copy
    (?:improper|incorrect|erroneous|faulty|wrong) (?:entry|application|handling|execution|insertion|
        labelling|installation|manual|setup)
    (?:fatal|grievous|regrettable|unfortunate|rookie|newbie|classic) (?:mistake|slip)
    (?:pushed|shipped|pushing|shipping|push|ship) (?:a |some |the )?(?:broken|bad|buggy|faulty|wrong|
        untested) (?:code|config|configuration|change|commit|build|release|update|version)
    manual (?:error|errors|mistake|mistakes)
    misclick(?:ed|s)?
    (?:first|second|third|biggest|main|real|key|big|huge|critical|crucial|fatal|fundamental|classic|common|
        original|initial) mistake
    (?:made|making|make) (?:the|a|this|that|several|some|many|the same) (?:\w+ )?(?:mistake|mistakes|blunder)
    mistake (?:was|is|in|of) (?:to|that|not|in|our|my|assuming|thinking|trusting)
    an? (?:\w+ )?oversight (?:on|in|by|when|that|meant|caused|led|from|where|during|while)
    (?:through|due to|because of) (?:an|our|my|their|some|a simple) (?:\w+ )?oversight
    (?:our|my) oversight
    copy~?paste (?:error|mistake)
    (?:due to|because of|caused by|caused|created|some|much) confusion (?:between|among|over|about|as to|on)
    fat~?fingered
    human mistakes?
    human blunders?
    blunders?
    blundered
    screw~?ups?
    mess~up
    mess~ups
    goof(?:ed|s)?
    goof~ups?
    bungled
    botched
    mishandled
    mishandling
    missteps?
    brain fart
    finger trouble
    gaffes?
    error in judge?ment
    errors? of judge?ment
    lapse of judge?ment
    (?:mistake|mistakes|error|errors|failings?|failures?|oversights?) on (?:our|their|his|her|my|
        both) (?:part|parts|side|end)
    (?:mistake|mistakes|error|errors) (?:was|were) made
    (?:operator|procedural|planning|judge?ment) (?:mistake|mistakes|error|errors)
    operational (?:mistake|mistakes|errors)
    misunderstanding between
    breakdown in communications?
    breakdown of communications?
    wires (?:got )?crossed
    crossed wires
    (?:honest|silly|stupid|dumb|simple|careless|avoidable|costly|grave|serious|terrible|big|huge) mistakes?
    misdiagnos(?:ed|is|ing)
    misjudg(?:ing|ment|ements?)
    misread(?:ing)?
    mistakes? (?:that )?(?:was |were )?made
    (?:few|several|many|multiple|numerous|two|three|four|five|ten) (?:\w+ )?mistakes
    (?:reali[sz]ed|noticed|discovered|saw|seen|spotted|found|caught|corrected|reverted|prevent|avoid|
        repeat) (?:the|our|my|his|her|their|this|that|such) (?:\w+ )?mistakes?
    (?:the|this|that) mistake (?:was|led|meant|caused|resulted|allowed|that)
    (?:incorrect|wrong) (?:\w+ )?(?:\w+ )?(?:input|entry) (?:into|during|by|when|while|in|was|made)
    (?:entered|typed|wired|labelled) incorrectly
    (?:obviously|clearly|plainly|certainly) (?:a|an|our|my) (?:\w+ )?mistake
"""

_WRONG_THINGS = r"""
    (?:the|a) wrong (?:directory|tab|array|server|host|database|environment|branch|command|interface|port|
        cable|breaker|folder|account|region|cluster|machine|switch|window|terminal|console|rack|bucket|
        customer|button|wire|valve|pump|project|repository|repo|instance|disk|drive|volume|partition|
        circuit|rack|plug|cord|commit|tenant|patient|medication|dose|side|lever|line card|hostname|
        zone file|credentials|file|table|script|lane|runway|frequency)
    misjudged
    wrong (?:directory|tab|window|terminal|server|database|environment|branch|cable)
"""

_JUDGEMENTS = r"""
    (?:false|misleading|confusing|contradictory|erratic|exaggerated|inaccurate) (?:\w+ )?(?:claims?|
        statements?|communications?|announcements?)
    pretending
    (?:at|take|took|taken) face value
    (?:blissfully|completely|totally) unaware
    overzealous
    over~?eager
    caution to the wind
    react(?:ed)? poorly
    (?:handled|managed|communicated) (?:\w+ )?(?:poorly|badly)
    half~assed
    (?:was|were|got|been|being|too|so) lazy
    cheaped out
    penny~pinching
    kicked the can
    swept under the (?:rug|carpet)
    cover~up
    covered up
    tone~deaf
    (?:kept|left) (?:us|customers|users|people|everyone|them|me) in the dark
    zero communication
    (?:terrible|awful|horrible|abysmal|appalling|shoddy|lousy|disgraceful|
        miserable) (?:\w+ )?(?:communication|support|service|experience|response|job|decision|idea|
        performance|handling)
    ghosted
    incapable of
    pass(?:ed|ing)? the buck
    (?:their|our|your|his|her|my) eggs in one basket
    hit~and~miss
    clumsy
    clumsily
    (?:our|their|his|her|my) (?:own )?(?:ignorance|naivety|complacency|arrogance|inexperience|stupidity|
        laziness|hubris|carelessness|negligence|incompetence)
    (?:didn't|did not|doesn't|does not) (?:fully |really |properly )?(?:understand|grasp|
        appreciate) (?:what|how|why|the system|the implications|the consequences|the impact|the risk|
        the risks|the scope|the extent|the importance)
    self~inflicted
    oblivious(?:ly)?
    misconceptions?
    (?:terrible|awful|horrible|bad|poor|lousy|hopeless|useless) at (?:\w+ing)
    bad habits?
    unseasoned
    (?:not|un)~?happy with
    (?:bland|generic|canned|meaningless|misleading|evasive|vague) (?:statement|response|answer|reply|
        apology|communication|explanation)
    denied (?:making|doing|any|having|responsibility)
    overly aggressive
    (?:we|i|they|he|she|and|team) (?:\w+ )?trusted (?:that|it|them|the)
    (?:drop|dropped|dropping|drops) the ball
    did nothing (?:to|about|and|until|for)
    (?:made|making|make) excuses
    unwilling(?:ness)?
    in the heat of
    knows? what (?:he|she|they) (?:is|are|was|were) doing
    naively
    (?:was|were|been|being|too|so|rather|pretty|quite) na(?:i|ï)ve
    amateurish(?:ly)?
    amateur (?:mistake|hour|move|error)
    greed
    greedy (?:vcs?|people|company|companies|management|investors?|executives?|ceo|developers?|bankers?)
    unfamiliar(?:ity)? with
    not (?:\w+ )?familiar with
    (?:did not|didn't|does not|doesn't) have (?:the |enough |any |sufficient |much |adequate |necessary |
        required |proper )(?:\w+ )?(?:experience|expertise|knowledge|training|understanding|context|skills|
        qualifications|courage|discipline)
    had (?:\w+ )?(?:little|no|limited|never|zero|minimal) (?:\w+ )?(?:experience|knowledge|training|
        understanding|awareness|expertise)
    new to the (?:team|company|job|role|project|codebase)
    overly (?:confident|optimistic|trusting|complacent|ambitious|reliant|cautious|casual|eager)
    too (?:confident|trusting|optimistic|complacent|focused|eager|hasty|casual|lenient|lax|ambitious|proud|busy)
    over~?relian(?:t|ce)
    (?:rely|relied|relying|reliance) too (?:much|heavily)
    (?:blind|misplaced|too much|excessive|unwarranted) (?:trust|faith|confidence|reliance)
    (?:appeared|seemed|looked) (?:\w+ )?(?:confused|lost|unprepared|unsure|disinterested|uninterested|
        overwhelmed|unconcerned|clueless|indifferent|distracted|hesitant)
    indifferen(?:t|ce)
    mismanag(?:ed|ement|ing)
    rogue (?:employee|admin|administrator|engineer|developer|moderator|operator|staff)
    disgruntled
    gross (?:negligence|incompetence|mismanagement)
    dragg(?:ed|ing) (?:its|their|our|his|her|my) feet
    (?:nobody|no~one|none of us|few people|not everyone) (?:\w+ )?(?:was |were |is )(?:\w+ )?(?:familiar|
        experienced|trained|qualified|capable|competent)
    (?:only )?one person (?:knew|knows|understood|understands|could|who knew|with)
    childish
    petty
    hostile (?:to|towards?)
    inexperienced
    arrogantly
    hubris
    egos?
    rude(?:ly|ness)?
    condescending
    dishonest(?:y|ly)?
    short~?sighted(?:ly|ness)?
    blatant(?:ly)?
    flagrant(?:ly)?
    wilful(?:ly)?
    willful(?:ly)?
    blindly
    heedless(?:ly)?
    thoughtless(?:ly|ness)?
    blithely
    haphazard(?:ly)?
    half~hearted(?:ly)?
    nonchalant(?:ly)?
    dismissive(?:ly)?
    over~?confident(?:ly)?
    wishful thinking
    cowboys?
    lip service
    cut corners
    cutting corners
    corner~cutting
    (?:took|take|taking) shortcuts
    asleep at the
    head in the sand
    blind eye
    (?:could|can) not be bothered
    (?:couldn't|can't) be bothered
    (?:did not|didn't|does not|doesn't) (?:really )?care (?:about|to|for|what|how|that)
    (?:did not|didn't) bother
    not bothered to
    too lazy
    laziness
    (?:poor|weak|bad|failed|inept|lacking|current|absent) leadership
    leadership failures?
    (?:lack|lacks|lacked|lacking) (?:of )?(?:an? |any |the |our |sufficient |enough |adequate |
        necessary )?(?:\w+ )?(?:leadership|discipline|professionalism|care|respect|judge?ment|maturity|
        interest|concern|rigou?r|experience|expertise|knowledge|understanding|awareness|skills?|training|
        attention|diligence|foresight|accountability|ownership|competence|common sense|vigilance|
        situational awareness)
    (?:insufficient|inadequate|poor|limited|little|not enough|no) (?:\w+ )?(?:understanding|awareness|
        knowledge|experience|expertise|skills|training|judge?ment|attention|diligence|foresight) (?:of|about|
        with|in|for|by|on|and|led|was|were|among|to)
    lacking in (?:experience|skills?|knowledge|judge?ment|discipline|quals|qualifications)
    (?:this|their|his|her|such|that|your) attitudes?
    (?:attitude|attitudes) of
    (?:bad|poor|culture of|casual|lax) (?:attitude|attitudes)
    micro~?manag(?:e|ed|es|ing|ement)
    not (?:competent|capable|qualified|trained|experienced) enough
    (?:under|un|not )qualified
    out of (?:his|her|their|our|my) depth
    in over (?:his|her|their|our|my) heads?
    no idea (?:what|how|why) (?:they|he|she|we|i) (?:were|was|are)
    (?:did not|didn't|do not|don't) know (?:how to|what they)
    (?:should|ought to) know better
    (?:should|ought to) have known better
    (?:in a|out of) panic
    incompetent
    overwhelmed (?:by|with) (?:work|tasks|alerts|requests)
    distracted
    tired and
    fatigued
    failed leadership
    unwilling(?:ness)? to
    reluctan(?:t|ce) to
    (?:stubborn|stubbornly|stubbornness)
    toxic (?:culture|behaviou?r|environment|management)
    top notch
    did not (?:seem|appear) to (?:know|understand|care|belong|notice)
    didn't (?:seem|appear) to (?:know|understand|care|belong|notice)
    (?:low|weak|scarce|minimal|shallow|patchy|little|no) (?:\w+ )?(?:knowledge|experience|understanding|
        expertise|familiarity) (?:about|of|with|in|regarding|around|how)
    more experience (?:with|in) (?:\w+ )?than
    (?:engineers?|team|developers?|operators?|technicians?|administrators?|responders?) (?:was|were|
        remained) (?:\w+ )?unaware (?:of|that|how)
    too (?:cheap|stubborn|stupid|proud|scared|lazy) to
    (?:been|too|were|was|become|became|me|us) lax
    (?:wasn't|weren't|was not|were not|am not|i'm not) (?:\w+ )?sure how to
    unsure (?:of )?how to
    had (?:\w+ )?no (?:idea|clue) (?:how|what) to
    (?:suck|sucks|sucked) at
    denialism
    (?:belittl|slander)(?:e|es|ed|ing|ous)
    (?:wouldn't|would not|refused to) (?:budge|listen)
    lied to
    liars?
    (?:not|never|no~one|nobody) (?:\w+ )?(?:qualified|experienced|versed|knowledgeable) (?:in|to|for|on|with)
    uncooperative
"""

_FAULT = r"""
    (?:was|were|been|be|get|got) (?:sacked|reprimanded|disciplined|demoted)
    scapegoats?
    finger~pointing
    of the culprits
    the offenders?
    responsible part(?:y|ies)
    of the blame
    blaming
    (?:was|were|is|are|been|be|being) blamed
    confess(?:ed|es|ing)
    admit(?:ted|s|ting)? (?:\w+ )?(?:mistakes?|fault|errors?|guilt|blame|responsibility)
    (?:no|lack of|little|without) (?:any )?accountability
    (?:relating|related) to accountability
    due to my
    because of me
    (?:caused|done) by (?:me|him|her)
    (?:party|parties|vendor|provider|team|company|engineer|developer|supplier|contractor|customer|client|
        user)'s fault
    (?:entirely|completely|solely|all) (?:on|my|our|their|his|her) (?:us|me|them|fault)
    blam(?:ed|es|ing) (?:him|her|them|us|it on|the \w+ for|the \w+ team|the vendor|the provider)
    blame (?:him|her|them|us|it on)
    (?:shift|shifting|shifted|pin|pinning|pinned|put|putting|lay|laid) (?:the )?blame
    point(?:ed|ing)? (?:the |a )?fingers?
    (?:throw|threw|throwing) (?:\w+ )under the bus
    failings
    (?:is|was|are|were) to blame
    (?:takes?|took|taking|accepts?|accepted|bears?|bore) (?:full |complete |sole |some |the )?blame
    (?:held|hold|holding) (?:\w+ )?(?:accountable|responsible) for
    responsible for (?:this|the|that) (?:mess|breach|mistake|disaster)
    (?:the )?blame (?:lies|lay|rests|falls|game)
    (?:have|has|had) been let down
    fault (?:lies|lay|rests) with
    (?:our|their|his|her|my) (?:own )?fault(?! line| lines| tree| trees| toleran| domain| injection|
         isolation| tolerance| zone| code| report)
    no~one to blame but
    nobody to blame but
    at the hands of
    (?:his|her|their) (?:own )?doing
    accept the responsibility
    (?:must|should|needs? to|has to) answer for
    (?:owe|owes|owed) (?:us|me|you|users|customers|everyone|them|people) (?:an|a) (?:\w+ )?(?:apology|
        explanation|refund)
    (?:no|not even an|not even a|demand an|demanded an) (?:\w+ )?apology
    (?:no~one|nobody|never) (?:even |ever )?(?:offered|gave|made|issued) (?:an|a|any) (?:\w+ )?apology
    (?:should|must|ought to|has to|have to|needs? to|you to|him to|her to|them to|asked to|
        forced to) (?:have )?(?:resign|resigned|step down)
    heads (?:will|would|should|must|need to|have to) (?:have )?roll(?:ed)?
    (?:someone|somebody|he|she|they|who|guy|person|people|engineers?|developers?|manager|ceo|cto|admin|
        team) (?:should|must|ought to|deserves? to|needs? to) (?:be|get|have been) (?:fired|jailed|sued|ashamed|
        replaced|punished)
    i (?:\w+ )?(?:take|took|accept|bear|assume) (?:full|complete|sole|total|entire|all) (?:\w+ )?responsibility
    (?:entirely|completely|solely|all|wholly|purely|totally) (?:our|my|their|his|her|your) (?:own )?(?:doing|
        mistake|error)
    of (?:our|my|their|his|her|your) own (?:making|doing)
    (?:isn't|is not|wasn't|was not|not) (?:\w+ )?(?:my|our|your|their) problem
    (?:is|was|are|were) (?:hardly |not |barely |easily )?(?:un)?forgivable
    bad blood
"""

_COUNTERFACTUALS = r"""
    would have been (?:a |an )(?:\w+ )?(?:idea|choice|option|move|decision|plan)
    (?:might|could) have been (?:prudent|wise|wiser|better|good|predicted|foreseen|assisted)
    (?:would|could|should) have done (?:\w+ )?(?:\w+ )?(?:\w+ )?differently
    (?:do|done|doing) (?:it|this|that|things) differently
    missing (?:the|an|our|any) (?:opportunity|chance)
    (?:wish|wishes|wished) (?:we|i|they|he|she) (?:had|'d|would have)
    (?:must|need to|needs to|have to) do (?:much |a lot |far )?better
    (?:do|done|did) a (?:much |far )?(?:better|poor|bad|terrible|lousy) job
    could have gone (?:much |a lot |far )?(?:better|smoother|faster|more)
    (?:should|could) have (?:done|handled|managed|communicated|planned|known|thought|realised|realized|
        asked|waited|reviewed|escalated|anticipated|foreseen|considered|made sure|paid|looked|read|
        documented|monitored)
    (?:should|could) not have (?:done|been so|trusted|relied|assumed|deployed|merged|started|ignored|waited|
        let|allowed|left|used|run|released)
    shouldn't have (?:done|trusted|relied|assumed|deployed|merged|started|ignored|waited|let|allowed|left|
        used|run|released)
    should never have (?:\w+ )?(?:done|trusted|relied|assumed|deployed|merged|started|ignored|let|allowed|
        left|used|run|released|been)
    (?:it )?would have been (?:better|best|wise|wiser|prudent|preferable|helpful|useful|nice|good|worthwhile|
        ideal|easier|safer|smart|smarter|sensible|appropriate|advisable)
    would've been (?:better|best|wise|wiser|prudent|preferable|good|easier|safer|smarter)
    (?:better|right|correct|proper|safer|wiser|best) (?:approach|choice|decision|move|course|option|thing|way|
        solution|procedure|action|response|call) (?:would have been|would've been|was to|here was)
    in an ideal world
    ideally,? (?:we|they|i|he|she|this|that|it|there|someone|the team) (?:would|should|could) (?:have|'ve)
    (?:we|i) regret (?:not|that we|that i|having)
    (?:was|were) remiss
    remiss in
    (?:had|have) (?:the|every|an|ample) (?:chance|opportunity) to
    missed (?:the|an|our|a) (?:chance|opportunity)
    (?:should|could) (?:probably|really|certainly|definitely|at least|perhaps|maybe|surely|simply) have
    (?:probably|really|certainly|definitely|maybe|perhaps|clearly) (?:should|could) have
    wish (?:we|i|they|he|she|someone) (?:had|would have|could have)
    needed to have been
    ought to have
    (?:could|should|might) have (?:\w+ )?been (?:\w+ )?(?:prevented|avoided|caught|detected|mitigated|
        reduced|corrected|discovered|noticed|identified|shortened|averted|minimi[sz]ed|spotted|anticipated|
        foreseen|handled|communicated|improved|tested|addressed|better|faster|clearer|sooner|earlier|quicker|
        smoother|done)
    (?:had|needed) (?:better|more) (?:testing|communication|planning|monitoring|training|documentation) been
    had (?:this|that|it|these|the \w+) been (?:properly|adequately|better|more|correctly|fully|sufficiently|
        tested|reviewed|checked|noticed|caught|considered|communicated|documented|planned|followed|known)
"""

_REMEDIES = r"""
    would have (?:sufficed|been enough|been sufficient)
    all (?:it|that) would have taken
    would have (?:\w+ )?(?:helped|allowed us|let us|given us|told us|alerted us|surfaced|flagged|highlighted)
    would (?:likely |probably |also |not )?have (?:\w+ )?been (?:prevented|avoided|caught|detected|
        mitigated|reduced|corrected|discovered|identified|shortened|averted|minimi[sz]ed|spotted|
        scrutini[sz]ed|handled)
    would (?:likely |probably |also )?have (?:prevented|avoided|caught|detected|mitigated|reduced|averted|
        noticed|spotted|minimi[sz]ed|uncovered|exposed|revealed|shortened|stopped|saved|protected|limited)
    would've (?:prevented|avoided|caught|detected|noticed|stopped)
    would not have (?:happened|occurred|been possible|been necessary|been affected)
    (?:could|might) have (?:prevented|avoided|averted|mitigated|reduced|caught|detected|saved|helped|
        shortened|minimi[sz]ed|limited|stopped)
    (?:could|would) (?:easily |likely |probably )?have been (?:easily |largely |entirely |
        completely )?(?:prevented|avoided|averted)
    may have been (?:prevented|avoided|averted)
    (?:preventable|avoidable) (?:with|by|if|had)
    (?:was|were) (?:entirely |completely |easily |largely |wholly |totally )?(?:preventable|avoidable)
"""

_OMISSIONS = r"""
    (?:decided|chose|opted|chosen) not to
    (?:decided|opted) against
    (?:fail|failed|failing|failure|fails) to (?:coordinate|communicate|inform|notify|tell|ask|consult|plan|
        anticipate|consider|realise|realize|understand|recognise|recognize|foresee|appreciate|review|
        document|brief|prepare|warn|listen|escalate|involve|prioriti[sz]e|follow up|act|pay|do so|live up)
    without (?:any )?(?:warning|notification) (?:to|of|the|us|them|anyone|from|or)
    without notification
    without (?:any )?(?:thought|consideration|regard) (?:to|of|for|given)
    work was never (?:done|finished|completed)
    (?:was|were) never (?:done|made|given|finished|completed|told|run|sent)
    (?:nothing|little) was done
    but only (?:checked|looked|tested|read)
    not listening to
    (?:was|were|been|got) (?:\w+ly |also |simply |just |somehow |initially )?missed
    missed (?:updating|checking|adding|testing|renewing|removing|setting|including|reading|noticing|telling|
        informing)
    missed (?:a |the |an |this |that |one |our |some |key |important )?(?:\w+ )?(?:case|detail|details|
        requirement|dependency|edge case|fact|importance|part|line|email|mail|message|alert|alerts|warning|
        bug|issue|problem|error|errors|change|regression)
    (?:not|never) (?:noticing|checking|reading|asking|thinking|realising|realizing|considering|
        communicating|informing|telling|paying|understanding|planning|anticipating|reviewing|verifying|
        documenting)
    no (?:prior|real|proper|adequate|formal|sufficient|meaningful) (?:\w+ )?(?:testing|tests|review|
        communication|warning|notice|planning|training|verification|documentation|aftercare|follow~up|
        discussion|consultation|feedback|investigation)
    (?:total|complete|utter|general|apparent) lack of
    (?:nobody|no~one) (?:\w+ly |ever |had |has |actually |really )?(?:removed|added|updated|changed|fixed|
        reported|mentioned|documented|monitored|tried|wanted|cared|cleaned|renewed|enabled|disabled|
        configured|finished|completed|followed|escalated|explained|warned|watched|maintained|touched|ran|
        wrote|made|paid|set|sent|kept|gave)
    (?:didn't|did not) (?:\w+ly |even |really )?(?:bother|think|care|realise|realize|consult|communicate|
        foresee|coordinate|brief|listen|discuss|prioriti[sz]e|mention|explain|involve|investigate|
        appreciate|prepare|double~check|pay|announce|review|document|plan)
    (?:didn't|did not) (?:even |really )?try to (?:help|fix|understand|contact|notify|communicate|remediate|
        inform)
    (?:weren't|wasn't|were not|was not|not|isn't|aren't) (?:\w+ )?(?:vigilant|careful|diligent|thorough|
        prepared|proactive|rigorous|attentive|cautious|transparent|communicative|aware) enough
    (?:weren't|wasn't|were not|was not|not) (?:\w+ )?prepared (?:for|to)
    (?:something|what|anything) (?:we|they|i)(?:'d| had)? (?:prepared|planned|accounted|tested|
        thought) (?:for|of)
    left (?:\w+ )?(?:unattended|unpatched|unmonitored|unsecured|unprotected|unlocked|unchecked|exposed|
        unencrypted|unaddressed|undocumented|wide open)
    (?:bypassed|circumvented|skipped|sidestepped|short~circuited|bypassing|circumventing|skipping) (?:the |
        our |normal |usual |standard |any |all |proper )(?:\w+ )?(?:review|process|procedure|approval|
        testing|checks|check|protocol|safeguards|controls|steps|step|verification|validation)
    (?:did not|didn't|do not|don't|never) (?:do|did|perform|performed|conduct|conducted|run|ran|carry out|
        complete|completed) (?:any |a |an |the |enough |our |proper |adequate |sufficient |
        their )(?:\w+ )?(?:testing|tests|test|checks|check|review|analysis|research|audit|backup|backups|
        inspection|assessment|verification|due diligence|homework|load test|dry run|rehearsal|job|part)
    no (?:\w+ )?(?:testing|review|verification|validation|inspection|briefing|risk assessment|due diligence|
        planning|audit|attempt|effort|warning|notice|announcement|notification|analysis|consideration|
        thought) (?:was|were|had been|took place|has been) (?:\w+ )?(?:done|made|taken|given|performed|
        conducted|carried|issued|sent|held)?
    (?:was|were|been|got) (?:\w+ly |somehow |also |just )?(?:left out|forgotten|skipped over)
    (?:not|never|only) (?:noticed|realised|realized) until
    only (?:later|then|afterwards) (?:did|was it|do) (?:we|they|i|anyone|it)
    took (?:\w+ )?(?:\w+ )?(?:\w+ )?(?:hours|days|weeks|months|minutes) (?:before anyone|before anybody|
        before we|before someone|to even|to notice|to reali[sz]e|to acknowledge|to recogni[sz]e|to react|
        to escalate)
    (?:glaring|critical|serious|major|unfortunate) omission
    sat on (?:the|this|it|that|our) (?:report|bug|issue|information|ticket)
    off guard
    caught (?:us |them |everyone )?(?:unprepared|unawares)
    blindsided
    (?:steps?|checks?|briefings?|inspections?|tests?|reviews?|approvals?|rehearsals?|backups?) (?:was|were|
        had been) (?:missed|skipped|omitted|not done|not given|not made)
    not considered in advance
    had no idea (?:that|of)
    (?:was|were) (?:\w+ )?(?:unprepared|ill~prepared)
    turn(?:ed|ing)? a (?:blind eye|deaf ear)
    took (?:our|their|his|her|my) eyes? off
    forgetting
    neglected
    neglecting
    (?:slip|slipped|slipping|slips|fell|fall|fallen|falling|falls) through the (?:cracks|net|gaps)
    (?:slip|slipped|slipping|slips) through(?! the| a| an)
    (?:slip|slipped|slipping|slips) through the (?:\w+ )?(?:review|testing|tests|checks|process|pipeline)
    (?:slipped|slip) (?:past|under)
    (?:slipped|slip) (?:our|my|their|his|her|everyone's) minds?
    under (?:the|our|everyone's) radar
    (?:off|on) (?:our|anyone's|anybody's|their|everyone's) radar
    lost in the (?:shuffle|noise|cracks)
    (?:took|taken|take|taking) (?:it |this |that |them )?for granted
    (?:never|not) (?:got|get|gotten) around to
    (?:didn't|did not|hadn't|had not) (?:get|got|gotten) around to
    (?:keep|kept) putting (?:it|this|that|them) off
    (?:let|letting) (?:it|this|that|them|the \w+|our \w+|my \w+) (?:lapse|expire|slide|slip)
    (?:no|little|not enough|insufficient|without much) (?:thought|consideration|attention|care|notice) (?:was|
        were|is|had been|has been) (?:given|paid|taken)
    (?:gave|give|given|giving|paid|pay|paying) (?:no|little|not enough|insufficient|too little|
        any) (?:thought|attention|heed|consideration|notice)
    (?:didn't|did not|never) cross(?:ed)? (?:our|my|their|his|her|anyone's) minds?
    (?:never|not) occur(?:red)? to (?:us|me|anyone|anybody|them|him|her)
    (?:didn't|did not) occur to
    escaped (?:our|their|his|her|my|everyone's|the|all) (?:attention|notice)
    escaped (?:attention|notice|detection)
    rubber~?stamp(?:ed|ing|s)?
    waved through
    on autopilot
    lost track of
    lost sight of
    overlooked
    overlooking (?:that|how)
    gone (?:unnoticed|unread|unanswered|unheeded|unchecked|unaddressed|unreported)
    go unchecked
    (?:was|were|been|being) (?:\w+ly |then |often )?(?:neglected|disregarded|dismissed|brushed aside|swept|
        downplayed|underestimated|misunderstood|misjudged|misread|misinterpreted)
    (?:we|i|they|he|she|team|staff|engineers|management|crew) (?:\w+ly |had |have |'d |just |also |
        then )?(?:ignored|neglected|disregarded|dismissed|downplayed|underestimated|misunderstood|misjudged|
        misread|misinterpreted|overestimated|overlooked|skipped|bypassed|glossed)
    (?:they|he|she|management|staff|vendor|provider|company|host) (?:\w+ly |had |have |has )?failed (?:on|
        at|in|us|me|miserably|completely|badly|their)
    turned down (?:our|the|his|her|their) (?:request|warning|offer|suggestion|concern)s?
    no~one (?:had |was |seemed |really |ever |actually |in charge |in control )(?:\w+ )?(?:an eye|checking|
        looking|responsible|monitoring|paying|noticed|realised|realized|checked|thought|aware|to be|
        in control|in charge|remembered|considered|questioned)
    nobody (?:had |was |seemed |really |ever |actually )(?:\w+ )?(?:an eye|checking|looking|responsible|
        monitoring|paying|noticed|realised|realized|checked|thought|aware|to be|in control|in charge|
        remembered|considered|questioned)
    (?:nobody|no~one) (?:noticed|realised|realized|checked|thought|asked|told|looked|tested|verified|
        remembered|considered|questioned|spotted|caught|saw|reviewed|spoke|bothered|raised|seemed|responded|
        replied|answered|acted|stopped|followed|monitored|warned|informed|communicated|documented|
        understood|picked)
    everyone (?:assumed|thought|believed) (?:that )?(?:someone|somebody|the other|another)
    without (?:\w+ly |first |even |ever |further |fully )?(?:advising|informing|notifying|telling|consulting|
        alerting|briefing|understanding|realising|realizing|thinking|noticing|coordinating|communicating|
        documenting|planning|setting aside|warning anyone|warning us)
    without (?:any |a |an |the |proper |adequate |sufficient |due |appropriate |enough |much |prior |first |
        thorough |full |careful |complete |real |our |my |their )(?:\w+ )?(?:briefing|testing|approval|
        verification|validation|training|planning|preparation|oversight|supervision|coordination|
        consultation|consideration|forethought|thought|understanding|awareness|care|heads~up)
    without fully
"""

_UNDONE = r"""
    (?:wasn't|weren't|was not|were not) (?:\w+ly) (?:tested|verified|validated|considered|checked|reviewed|
        planned|prepared)
    went (?:\w+ )?(?:unnoticed|unread|unanswered|unheeded|unchecked|unaddressed|unreported|unresolved|
        ignored|unchallenged|untested|undocumented)
    (?:was never|was not|were never|were not|been never|been not|being never|being not|wasn't|weren't|
        had never been|had not been|hadn't been) (?:\w+ly |yet |even )?(?:reviewed|documented|
        communicated|planned|coordinated|established|briefed|followed|enforced|understood|
        noticed|recogni[sz]ed|reali[sz]ed|escalated|prioriti[sz]ed|inspected|conducted|performed|caught|spotted|discussed|questioned|investigated|
        maintained|audited|checked|rehearsed|anticipated|foreseen|accounted|appreciated|assessed|evaluated|
        relayed|shared|clarified|obtained|challenged|acted|taken seriously|heeded|clear about|addressed|
        identified|updated|renewed|announced|carried out|rotated|declared|reported|prepared)
    (?:had|has|have) (?:never|not) (?:\w+ly |yet |even )?(?:tested|reviewed|documented|communicated|planned|
        coordinated|established|briefed|verified|validated|monitored|followed|enforced|trained|understood|
        noticed|recogni[sz]ed|escalated|prioriti[sz]ed|inspected|performed|questioned|investigated|maintained|
        audited|checked|rehearsed|anticipated|foreseen|accounted|assessed|evaluated|shared|clarified|
        considered|addressed|bothered|thought|informed|told|notified)
    (?:hadn't|haven't|hasn't) (?:\w+ly |yet |even )?(?:tested|reviewed|documented|communicated|planned|
        coordinated|established|briefed|verified|validated|monitored|followed|enforced|trained|understood|
        noticed|recogni[sz]ed|escalated|prioriti[sz]ed|inspected|performed|questioned|investigated|maintained|
        audited|checked|rehearsed|anticipated|foreseen|accounted|assessed|evaluated|shared|clarified|
        considered|addressed|bothered|thought|informed|told|notified)
    (?:was|were|been|being) (?:never|not) (?:\w+ly |yet |even )?(?:done|told|set up|trained)
    (?:wasn't|weren't) (?:\w+ly |yet |even )?(?:done|told|set up|trained)
"""
"""In a cause they may well be the condition: 'the restore was never tested'."""

_NORMS = r"""
    anti~?patterns?
    (?:bad|poor|unsafe) (?:\w+ )?practices?
    against (?:\w+ )?best practices?
    room for (?:\w+ )?(?:improvement|improvements)
    (?:below|short of) (?:\w+ )?(?:standards|standard|expectations|par)
    not up to (?:\w+ )?(?:standards|standard|expectations|scratch|par)
    (?:fully|totally|completely|simply|clearly|utterly|frankly) unacceptable
    not acceptable
    inexcusable
    not good enough
    not (?:go|gone|handled|managed|communicated|executed) (?:\w+ )?well
    (?:was|were|been|being) not (?:properly|adequately|sufficiently|thoroughly|carefully) \w+ed
    (?:wasn't|weren't) (?:properly|adequately|sufficiently|thoroughly|carefully) \w+ed
    (?:improperly|inadequately|insufficiently|inappropriately) \w+ed
    potential enhancements?
    (?:could|must|should|need to|have to|did not) do better
    (?:fell|falls) short
    (?:bad|poor|wrong|questionable) (?:\w+ )?(?:decisions|decision)
    (?:poorly|badly) (?:optimi[sz]ed|thought|chosen|timed|received|worded)
    (?:improperly|insufficiently|inadequately|barely|hardly) (?:tested|considered|reviewed|checked|planned|
        verified)
    directly against (?:what|the)
    is a long time (?:to|in|for)
    (?:not|never|wasn't|weren't) (?:being |been )?properly (?:being |been )?(?:done|performed|sized|set up|
        engineered|configured|maintained|planned|executed|managed|installed|carried out|tested|trained)
    (?:not|never|wasn't|weren't) (?:being |been )?(?:set up|configured|done|tested|installed|maintained|
        sized|documented|planned|trained|checked|reviewed|secured|performed|managed) properly
    improper (?:\w+ )?(?:\w+ )?sizing
    (?:monitoring|alerting|testing|tests|coordination|communication|planning|staffing|documentation|process|
        processes|procedure|procedures|training|review|reviews|validation|safeguards|preparation|tooling|
        setup|plan|plans|knowledge|understanding|oversight|
        controls) (?:\w+ )?(?:\w+ )?(?:\w+ )?(?:\w+ )?(?:\w+ )?(?:was|were|is|are|proved|
        been) (?:\w+ )?(?:not sufficient|not adequate|not enough|insufficient|inadequate|lacking|poor|
        misleading|weak|flawed|incomplete|deficient|non~existent|outdated|out of date|confusing|
        suboptimal)
    (?:improperly|wrongly|poorly|badly|inappropriately|erroneously|incorrectly) (?:configured|deployed|placed|
        monitored|estimated|refactored|designed|sized|coded|merged|documented|chosen|maintained|secured|wired|
        edited|done|provisioned|specified|assessed|diagnosed)
    (?:insufficient|inadequate|insufficiently|inadequately|poor|deficient|
        unsatisfactory) (?:\w+ )?(?:monitoring|monitored|alerting|observability|documentation|documented|
        procedures?|processes|process|controls?|tooling|preparation|validation|coverage|safeguards|
        resources|staffing)
    (?:inconsistent|incorrect|sloppy|lax|uneven) (?:application|use|enforcement|practice|practices|
        handling) of
    not the (?:best|right|correct|ideal|wisest|smartest) (?:approach|idea|choice|decision|way|practice|
        solution|thing|call|move)
    overly (?:\w+) (?:assumption|restart|rollout|change|configuration|campaign|deployment|limit|timeout)
    (?:symptom|symptoms)~focused
    (?:addressed|treated|treating|addressing|fixed|fixing) (?:the )?symptoms
    (?:delayed|late|sluggish|inadequate|insufficient|poor) response
    (?:slow|delayed|late|sluggish|inadequate|insufficient|poor) (?:reaction|escalation|communication|
        notification|acknowledge?ment|decision)
    in (?:a|the|our|their|his|her|my) (?:rush|hurry|haste)
    (?:was|were|been|felt|too|and) (?:\w+ly )?rushed
    rushed (?:out|through|the|into|it|this)
    premature (?:launch|release|rollout|decision|declaration|announcement|conclusion)
    (?:was|were|been) (?:\w+ )?premature
    prematurely (?:declared|announced|concluded|launched|released|assumed|resolved|marked)
    a (?:very |really |pretty |truly )?(?:bad|terrible|horrible|poor|stupid|dumb|awful|questionable|
        risky) (?:idea|decision|choice|move|call|plan)
    breach of (?:trust|protocol|procedure|policy|duty|process)
    (?:bad|poor|sloppy|lazy|careless|substandard) (?:engineering|hygiene|coding|code quality|
        security practices|operational|documentation|testing|work|job|etiquette)
    (?:unwritten|unclear|undefined|ambiguous|confusing) (?:responsibilities|ownership|roles|instructions)
    (?:communication|response|process|testing|planning|oversight|coordination) (?:fell|falls) short
    ill~(?:advised|considered|conceived|prepared|equipped|informed|timed|judged)
    unwise(?:ly)?
    imprudent(?:ly)?
    in haste
    hast(?:y|ily)
    cursory
    perfunctory
    half~baked
    slap~?dash
    sub~?standard
    sub~?par
    up to (?:scratch|par)
    not up to (?:the )?standards?
    (?:fell|fall|falls|falling) (?:\w+ )?short(?: of)?
    shortcomings?
    left (?:a lot|much|something) to be desired
    leaves? (?:a lot|much|something) to be desired
    less than ideal
    (?:poor|bad|wrong|questionable|unsafe|unwise|risky|flawed|misguided|dangerous|irresponsible|reckless|
        sloppy) (?:decision|decisions|choice|choices|judge?ment|idea|practice|practices|conduct|planning|
        communication|communications|coordination|execution|preparation|supervision|maintenance|workmanship|
        management|handling|discipline|call)
    wrong (?:assumption|assumptions|call|conclusion|conclusions)
    (?:false|mistaken|incorrect|faulty|bad|wrong|naive|dangerous|invalid|erroneous) (?:assumption|assumptions|
        belief|confidence|sense of security|expectation|expectations|conclusion|conclusions)
    violat(?:ed|es|ion|ions) (?:of )?(?:the |our |its |this |these |all |basic |
        established )?(?:\w+ )?(?:policy|policies|principles?|rules?|procedures?|protocols?|standards?|
        guidelines|regulations|law|code|process|practices|orders|instructions|norms)
    (?:in|a) (?:\w+ )?violation of
    (?:was|were) (?:being |been )?violated
    contrary to (?:the |our |all |established |standard )?(?:\w+ )?(?:policy|policies|rules?|procedures?|
        practices?|instructions|guidelines|guidance|advice|standards?)
    against (?:the |our |all |established )?(?:\w+ )?(?:policy|policies|procedures?|protocols?|
        best practices|advice|guidelines|recommendations?)
    (?:did not|didn't|do not|don't|does not|doesn't|not) (?:\w+ )?(?:follow|following|implement|perform|
        adhere to|comply with|observe|respect) (?:the |our |any |many |all |basic |established |proper |
        standard |its |their )?(?:\w+ )?(?:\w+ )?(?:procedures?|practices?|protocols?|rules?|policy|
        policies|guidelines|instructions|process|processes|standards?|checklist|runbook|directions|plan|
        advice)
    out of (?:policy|procedure|compliance)
    non~?complian(?:ce|t)
    not in (?:accordance|compliance|line) with
    negligently
    (?:lack|lacks|lacked|lacking|absence) (?:of )?(?:an? |any |the |our )?(?:\w+ )?(?:\w+ )?(?:testing|
        review|reviews|planning|communication|coordination|supervision|oversight|preparation|preparedness|
        guidance|scrutiny|vetting|clarity|follow~up|consideration|governance|due diligence|quality control|
        code review|peer review)
    (?:insufficient|inadequate|insufficiently|inadequately|improper|poor|incomplete|limited|deficient|flawed|
        weak|too little|not enough|substandard) (?:\w+ )?(?:\w+ )?(?:testing|tested|review|reviewed|reviews|
        planning|planned|trained|communication|communications|coordination|coordinated|supervision|oversight|
        leadership|attention|care|understood|preparation|prepared|discipline|judge?ment|accountability|
        ownership|guidance|scrutiny|vetting|vetted|clarity|follow~up|maintenance|consideration|rigou?r|
        governance|analysis|research|verification|due diligence|quality control|quality assurance)
    (?:poorly|badly|improperly|inappropriately|inadequately|insufficiently) (?:tested|planned|managed|
        communicated|coordinated|executed|handled|prepared|trained|maintained|documented|designed|implemented|
        thought|organi[sz]ed|supervised|understood|reviewed|written|informed|equipped|staffed|defined|secured)
    not (?:been |being )?(?:fully|properly|adequately|sufficiently|thoroughly|clearly|carefully|formally|
        rigorously|consistently|appropriately|effectively) (?:understood|documented|engineered|tested|
        reviewed|planned|communicated|coordinated|trained|followed|considered|prepared|secured|thought|
        assessed|evaluated|enforced|monitored|vetted|verified|validated|implemented|maintained|addressed|
        appreciated|informed|briefed|supervised|managed|explained)
    (?:communication|communications|coordination|planning|leadership|personnel accountability|
        accountability|supervision|oversight) (?:\w+ )?(?:was|were) (?:\w+ )?(?:poor|lacking|inadequate|
        insufficient|bad|weak|non~existent|terrible|unclear|confusing|deficient)
    (?:failure|failures|breakdown|breakdowns|lapse|lapses) (?:of|in) (?:our |the |their |
        its )?(?:\w+ )?(?:communication|communications|coordination|planning|leadership|process|processes|
        judge?ment|attention|discipline|oversight|training|supervision|management|review|procedure|procedures|
        governance|diligence)
    (?:leadership|governance|organi[sz]ational|procedural|planning|cultural) (?:failure|failures|failings|
        lapse|lapses|breakdown|deficiencies)
    unmanaged change
    (?:unauthori[sz]ed|unapproved|unreviewed|unannounced|uncoordinated) (?:change|changes|deployment|release|
        work|maintenance|modification|modifications|upgrade)
    proper (?:procedure|procedures|process|precautions|care|channels|protocol) (?:was|were|had|have|
        has) (?:not|never)
    had no (?:business|clue|plan)
    no (?:clear|proper|real|formal|coherent) (?:leadership|ownership|plan|chain of command|communication|
        owner|oversight|accountability|supervision|briefing)
"""

_LOADED = r"""
    smoking gun
    (?:wreak|wreaked|cause|caused) havoc
    to heck with
    had it with
    displeased
    dumb (?:thing|things|mistake|mistakes|idea|reason|error|bug)
    stupid (?:thing|things|mistake|mistakes|idea|reason|error|bug)
    (?:a|this|that|the|such a|what a) (?:huge|total|complete|real|big|hot|right|bloody|horrible|whole) mess
    (?:oops|whoops|ouch|yikes|d'oh|doh|argh|ugh|facepalm)
    piss(?:es)? (?:me|us|you|people|off)
    (?:not|hardly|isn't|wasn't|aren't) (?:an? )?acceptable
    no (?:amount|level|kind|type) of (?:\w+ )?(?:\w+ )?(?:is|are) acceptable
    woefully
    pissed
    wrecked
    catastrophe
    floored
    damn(?:ed)?
    crap
    appalled
    shudder(?:ed)?
    in the (?:butt|ass)
    holy (?:shit|crap|cow)
    heart~?broken
    shambles
    (?:bull)?shit(?:ty|show)?
    fuck(?:ed|ing|s|up)?
    miserabl(?:e|y)
    epic fail(?:ure)?
    spectacular(?:ly)? (?:fail|failed|failure|wrong|bad)
    glaring(?:ly)? (?:error|hole|mistake|issue|gap|oversight|obvious|problem)
    own goal
    shot (?:ourselves|themselves|myself) in the foot
    (?:totally|completely|absolutely|simply|just|utterly|entirely|wholly|clearly|frankly|plainly|is|was|are|
        were|be) unacceptable(?! for a| under| for the| according)
    unacceptable (?:to|and|that|behaviou?r|performance|conduct|risk|delay)
    non~answers?
    ludicrous(?:ly)?
    preposterous
    deplorable
    abysmal(?:ly)?
    atrocious(?:ly)?
    dreadful(?:ly)?
    mortified
    ashamed
    embarrassed
    infuriating(?:ly)?
    inexplicabl(?:e|y)
    unforgivabl(?:e|y)
    indefensible
    mind~?boggling(?:ly)?
    facepalm
    face~palm
    cluster~?fuck
    shit~?show
    train ?wreck
    dumpster fire
    for god's sake
    (?:poor|lame|weak|no|not an?|acceptable) (?:\w+ )?excuses?
    what were (?:they|we|you) thinking
    of all people
    (?:extremely|very|deeply|so|really|incredibly) (?:frustrating|disappointing|disappointed|frustrated|
        angry|upset)
    kaboom
    facepalm(?:s|ed|ing)
    (?:worst|catastrophic|different|complete|total|real|true|huge|transactional|biggest|unmitigated|absolute|
        with|such a) disaster(?! recovery| relief| response| plan| planning)
    disaster (?:struck|strikes|happened|ensued)
    chaotic
    (?:total|complete|utter|absolute|sheer|more|created|caused|pure|mass) chaos(?! monkey| engineering|
        testing| experiments)
    horrif(?:ic|ically|ying|ied)
    horrendous(?:ly)?
    bright ideas?
    sigh(?! of)
    kludg(?:e|es|ed|y)
    spaghetti
    placebo
    worst (?:nightmare|possible time|possible moment|possible day)
    catastrophically
    mayhem
    yet another (?:\w+ )?(?:bug|outage)
    (?:the|like|bloody|in|a) hell(?! of)
    hell of a
    hellish
    unreasonabl(?:e|y) (?:long|slow|late)
    lie(?:s|d) about
"""

_HINDSIGHT = r"""
    took (?:\w+ )?too long to (?:escalate|notice|reali[sz]e|recogni[sz]e|declare|communicate|inform|tell|
        notify|react|respond|acknowledge|diagnose|identify|understand|find out|page|call|ask)
    took (?:us|me|them|him|her) (?:a while|a long time|forever|longer|a bit longer|some time|quite a while) to
    preventable (?:event|incident|accident|outage|error|failure|death|deaths|mistake)
    everyone (?:continued|kept|carried on)
    (?:we|i) (?:now )?know now
    knowing what (?:we|i) know
    seemed like a (?:good|great|fine|reasonable|smart) (?:idea|plan)
    thought (?:it|this|that) (?:was|would be) (?:a |an )?(?:good|great|safe|fine|harmless|enough|trivial|
        simple|easy) ?(?:idea)?
    little did (?:we|i|they) know
    leads? to trouble
    won't be surprised
    (?:come|came|comes|coming) back to (?:bite|haunt)
    (?:we|i|they|he|she) (?:\w+ )?(?:was|were|got it|got this) (?:\w+ )?wrong
    (?:far|way) too (?:late|slow|slowly|little|often|optimistic|hasty|quickly|easily)
    (?:delay|delays|delayed) in (?:escalating|notifying|communicating|responding|reacting|recogni[sz]ing|
        reali[sz]ing|identifying|declaring|acknowledging)
    obvious in (?:hindsight|retrospect)
    (?:the|many|several|these|some|raised|clear|obvious|big|early) red flags?
    tell~?tale signs?
    (?:was|were|been|hidden|hiding) in plain (?:sight|view)
    (?:plain|clear|there) (?:for all )?to see
    staring (?:us|me|them) in the face
    (?:should|ought to) have been (?:\w+ )?(?:obvious|clear|apparent|a clue|a red flag|a warning|expected|
        no surprise)
    (?:was|were) obvious (?:that|to|prior|before|from|if)
    (?:known|well~known|long~known|obvious|foreseeable|predictable) (?:risk|risks|danger|dangers|hazard|
        deficiency|deficiencies)
    (?:had|have) known (?:about|of|for) (?:this|it|the|that|years|months|weeks|a while)
    knew (?:about|of) (?:this|the|it|that) (?:\w+ )?(?:issue|problem|risk|bug|danger|limitation|for)
    knew (?:for|about it for)
    (?:even though|although|though|but|while|despite) (?:we|they|he|she|i|management|everyone) (?:were|was|
        had been) (?:\w+ )?(?:aware|warned|told|informed|advised)
    despite being (?:aware|warned|told|informed|advised|asked)
    despite (?:knowing|repeated|previous)
    despite (?:the |our |all the |repeated |multiple |numerous |several |earlier )?warnings?
    (?:repeatedly|previously|already) (?:warned|told|advised)
    (?:ignored|ignoring|despite) (?:\w+ )?(?:\w+ )?warnings?
    recipe for disaster
    disaster waiting
    (?:asking|looking) for trouble
    playing with fire
    (?:not surprising|no surprise|hardly surprising|small wonder|no wonder)
    unnecessar(?:y|ily) (?:long|delay|delays|delayed|downtime|prolonged)
    longer than (?:it should|they should|we should|necessary|needed|we would have liked|was necessary|it needed)
    too little,? too late
    (?:late|slow|slower) in (?:communicating|notifying|responding|reacting|recogni[sz]ing|reali[sz]ing|
        escalating|informing|noticing|acknowledging|declaring|telling)
    belated(?:ly)?
    (?:turned out|proved|proven) to be (?:a|an|the) (?:\w+ )?(?:mistake|error|bad|wrong|poor)
    (?:easily|simply|trivially|readily) (?:have been |been |be )?(?:prevented|avoided|caught|detected|spotted|
        corrected|preventable|avoidable|noticed)
    (?:a|one) (?:simple|quick|basic|trivial|single|moment's|minute's) (?:\w+ )?(?:check|test|look|glance|
        call|phone call|question|search|review) (?:would|could|might)
    (?:missed|ignored|overlooked) (?:the |these |those |some |several |early |all |clear |
        many )?(?:\w+ )?(?:signs?|signals?|warnings?|hints?|clues?|opportunity|opportunities|symptoms?)
"""

_OWN_BLAME = r"""
    (?:i|we) (?:\w+ly )?(?:apologi[sz]e|am sorry|are sorry) (?:that|because) (?:i|we) (?:\w+ )?(?:did not|
        didn't|failed|broke|missed|forgot|ignored|made)
    learned (?:this|that|it|our lesson) the hard way
    (?:i|we) (?:take|accept|assume|bear) (?:full |complete |sole |total |all |the )?blame
    mea culpa
    (?:i|we) (?:screwed|messed|fucked|stuffed|mucked|goofed) (?:this |that |it )?up
    (?:i|we) (?:blew|botched|bungled) (?:it|this|that|the)
    (?:stupid|dumb|silly|careless|foolish) of (?:me|us)
    (?:my|our) (?:own )?fault(?! line| lines| tree| trees| toleran| domain| injection| isolation| tolerance|
         zone| code| report)
    (?:my|our) (?:own )?(?:bad|mistake|failings?|negligence|oversight|stupidity|carelessness|ignorance|
        incompetence|laziness|arrogance|inexperience)
    (?:i|we) (?:was|were|am|are|have been) (?:\w+ )?(?:stupid|dumb|careless|naive|foolish|lazy|negligent|
        an idiot|idiots|at fault|complacent|arrogant|ashamed|overconfident)
    (?:i|we) (?:own|owned) (?:this|that|it|up|the|our)
    (?:i|we) should have known
    (?:i|we) (?:was|were|am|are) to blame
    blame (?:myself|ourselves)
    (?:sorry|apologi[sz]e) for (?:my|our) (?:mistake|mistakes|error|errors|oversight|part|carelessness)
    (?:failed|disappointed) (?:you|our users|our customers|our community|our clients|everyone|many of you|
        all of you)
    let(?:ting)? (?:you|our users|our customers|our community|users|customers|people|everyone|the community|
        all of you) down
    kicking (?:myself|ourselves)
    (?:epic|massive|total|huge|admin|sysadmin|brain) fail(?! over| safe| fast| open| closed)
    (?:didn't|did not|wasn't|was not|weren't|were not|hadn't|never) (?:\w+ )?pay(?:ing)? (?:super~|much |
        enough |proper |full |any )?(?:close )?attention
    i should have (?:\w+ )?done
    in my (?:hurry|haste|rush|eagerness|excitement|ignorance|stupidity|panic)
    maybe (?:i|we) (?:just |simply )?(?:didn't|did not|forgot|missed)
    (?:silly|stupid|foolish) me
    (?:i|we) (?:feel|felt) (?:\w+ )?(?:stupid|dumb|guilty|foolish|silly|embarrassed|ashamed)
    (?:made|makes|making) (?:me|us) (?:\w+ )?(?:lax|lazy|complacent|careless|sloppy)
    to (?:my|our) (?:great )?(?:shame|embarrassment|discredit)
    (?:i|we) (?:was|were|am) (?:\w+ )?(?:too tired|half asleep|rushing|distracted|lazy|sloppy|
        impatient|careless)
    (?:totally|completely|simply|clean) forgot
"""


_ACCIDENTS = r"""
    (?:accidentally|accidently|inadvertently|inadvertantly|mistakenly|unintentionally|unknowingly|
        unwittingly) (?:\w+ )?(?:deleted|removed|dropped|overwritten|overwrote|published|pushed|exposed|
        committed|disabled|disabling|ran|run|merged|released|shut|wiped|reverted|reversed|sent|broke|broken|
        introduced|triggered|left|leaked|enabled|included|told|skipping|skipped|deleting|removing|restarted|
        applied|set|turned|unplugged|disconnected|cut|double~signed|performed|did not|damaged)
    (?:deleted|removed|sent|published|applied|executed|merged|released|deployed|disabled|changed) in error
    (?:accidentally|inadvertently|inadvertantly|mistakenly|unintentionally|unknowingly|
        unwittingly) (?:\w+ )?(?:moved|moving|targeted|purging|deployed|copied|used|switched|renamed|closed|
        not deployed)
"""

_ONE_CAUSE = r"""
    (?:entirely|solely|purely|wholly) (?:due to|because of|caused by|down to)
    (?:boils|boiled) down to
"""

_ROOT_CAUSE = r"""
    root cause (?:as a|as an|as the|was traced|was found|was identified|was determined|had been|turned out)
    root cause (?:was|is) (?:an?|the|our|that)
    (?:main|primary|underlying|real|true|actual|the) cause (?:was|turned|being|to be) (?:an?|the|our)
    the cause of (?:the|this|our) \w+ (?:was|turned|being)(?! not| un)
    was the (?:source|cause|culprit) of
"""

_WONDERED = r"\b(?:how|whether|what|if)(?: [\w-]+){0,4} $|(?<!ing\s)\b(?:that|which) $"

SET_PHRASES: tuple[Pattern, ...] = (
    *patterns_of("PIR601", _MISTAKES, Spared.ACTS, Reliability(2, 3)),
    *patterns_of("PIR601", _WRONG_THINGS, Spared.ACTS, only_in=_STORY),
    *patterns_of("PIR603", _JUDGEMENTS, Spared.USUAL, Reliability(2, 4)),
    *patterns_of("PIR604", _FAULT, Spared.USUAL, Reliability(0, 1)),
    *patterns_of(
        "PIR605",
        _COUNTERFACTUALS,
        Spared.SAID | Spared.HOSTILE | Spared.EXPECTED,
        Reliability(1, 4),
        not_after=_WONDERED,
    ),
    *patterns_of("PIR606", _OMISSIONS, Spared.ACTS, Reliability(5, 7)),
    *patterns_of(
        "PIR606",
        _UNDONE,
        Spared.ACTS,
        Reliability(3, 4),
        not_after=r"\bcauses?(?: of [\w -]{1,40})? $",
        only_in=_STORY,
    ),
    *patterns_of("PIR607", _NORMS, Spared.ACTS, Reliability(5, 11)),
    *patterns_of("PIR608", _LOADED, Spared.DENIED | Spared.NAMED, Reliability(1, 8)),
    *patterns_of("PIR609", _HINDSIGHT, Spared.SAID | Spared.REASONED, Reliability(0, 3)),
    *patterns_of("PIR610", _ONE_CAUSE, Spared.USUAL | Spared.SEVERAL, Reliability(1, 2)),
    *patterns_of("PIR611", _ROOT_CAUSE, Spared.SAID | Spared.SEVERAL),
    *patterns_of("PIR613", _ACCIDENTS, Spared.USUAL, Reliability(1, 2), not_after=NEVER_MEANT),
    *patterns_of("PIR614", _REMEDIES, Spared.DENIED | Spared.NAMED, not_after=_WONDERED),
    *patterns_of("PIR615", _OWN_BLAME, Spared.DENIED | Spared.NAMED, Reliability(0, 1)),
)
