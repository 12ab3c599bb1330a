"""How an English sentence names somebody: the one list of roles, and the patterns that are made of it."""

from __future__ import annotations

import re

from pirgen.rules.language.notation import any_of, forms
from pirgen.rules.language.own_words import A_ROLE, SOMEBODY

_ROLE_LIST = (
    "on~call(?:_(?:engineer|developer|person))? engineers? developers? devs? admins? administrators? "
    "sysadmins? deployers? reviewers? authors? committers? maintainers? responders? commanders? "
    "programmers? testers? architects? analysts? consultants? colleagues? co-?workers? team~?mates? "
    "employees? interns? trainees? apprentices? newcomers? newbies? new_hires? rookies? persons? SREs? "
    "DBAs? CTO CEO CIO supervisors? directors? executives? boss(?:es)? foreman foremen superintendents? "
    "technicians? electricians? mechanics? plumbers? welders? machinists? fitters? pilots? "
    "co-?pilots? captains? first_officers? flight_crews? crews? crew_members? dispatchers? "
    "air_traffic_controllers? train_drivers? bus_drivers? truck_drivers? lorry_drivers? helms(?:man|men) "
    "bosuns? skippers? seafarers? watchkeepers? OOWs? officers? deckhands? stewards? climbers? hikers? "
    "belayers? victims? riggers? roustabouts? flag(?:gers?|man|men) banks(?:man|men) labou?rers? scaffolders? "
    "registrars? residents? hospitalists? roofers? carpenters? operatives? "
    "signal(?:lers?|men|man) nurses? doctors? physicians? surgeons? anaesthetists? anesthesiologists? "
    "pharmacists? paramedics? midwi(?:fe|ves) clinicians? radiographers? teachers? librarians? chemists? "
    "scientists? researchers? accountants? clerks? receptionists? traders? firefighters? security_guards? "
    "janitors? linem[ae]n utility_workers? construction_workers? custodians? repairm[ae]n landscapers? "
    "staff(?:_members?)? personnel team_members? team_leads? tech_leads? shift_leads? "
    "shift_leaders? team_leaders? crew_leads? crew_bosses squad_leaders? shift_workers? maintenance_workers? "
    "inspectors? auditors? instructors? chiefs? moderators? volunteers? contributors? staffers? strategists?"
)
_ROLES = rf"(?:{any_of(_ROLE_LIST)}|{A_ROLE}+)"
"""Words that mean people wherever they are found."""

_BARE_LIST = "humans? managers? drivers? cleaners? leads? guards? management leadership juniors?"
_BARE_ROLES = any_of(_BARE_LIST)
"""Words that mean people only by themselves: 'the manager', and not 'the lock manager'."""

_MANAGERS = (
    r"(?:incident|release|product|project|programme|program|shift|line|plant|engineering|account|site|store"
    r"|duty|operations|general|area|ward|team|change|senior|middle|our|their)~(?:managers?|management"
    r"|leadership)"
)
_SUPPLIERS = (
    r"(?:(?:sub-?)?contractors?|vendors?|suppliers?|manufacturers?|(?:(?:our|the|their|hosting|cloud|network"
    r"|internet|DNS|telecom|upstream|payment|mail|email|power) )?(?:service |hosting )?providers?"
    r"|(?:hosting |shipping |cloud |power |railway |operating )?(?:company|companies)|employers?|airlines?"
    r"|landlords?|agenc(?:y|ies)|organi[sz]ations?)"
)
_DETERMINER = any_of(
    "the an? our another one some this that these those their his her its my your both two three four "
    "several most all each every any"
)
_MODIFIER = (
    rf"(?:(?!(?:{_DETERMINER}|to|of|for|by|from|with|in|on|at|and|or|but|which|who|is|was|were|had|has|have"
    r"|where|when|as|than|if|so|not|did|that)\b)[\w-]+(?:'s?)? )"
)
_OPERATOR = (
    r"(?:(?:an|our|another|one|two|both) operators?|(?:the )?operators"
    rf"|{_DETERMINER} (?:[\w-]+ ){{0,2}}(?:human|shift|duty|night|system|senior|junior|lead|plant|crane"
    rf"|machine|pump|control room) operators?"
    r"|the operator(?= (?:on (?:call|duty|shift)|in charge|(?:opened|closed|pressed|pulled)"
    r" (?:the|a|an|both)|(?:was |is )?(?:at fault|to blame)|(?:had |was |is )?(?:looked|noticed|knew|forgot"
    r"|checked|read|asked|called|lacked|decided|thought|believed|assumed|distracted|confused|tired"
    r"|inexperienced))\b))"
)
_SHIFT = r"(?:the|our|another) (?:previous|night|early|late|day|last|next|first|other|outgoing) shift"
_GROUP = rf"(?:the|our|their|a|another) {_MODIFIER}{{0,3}}(?:team|crew|desk|squad)s?"
_UNDETERMINED = (
    r"(?:[\w-]+ (?:team|crew|office|unit|department|staff|committee|board|ministry|authority|squad|dispatch|"
    r"desk"
    r"|leadership|personnel|bureau|council|division)|QA|ops|devops|support|security|infra|operations)"
    r"(?=\s*$| (?:did(?:n't)?|had(?:n't)?|failed|forgot|ignored|overlooked|missed|never|should|could have)\b)"
)
_MEMBER = (
    rf"(?:a|one|two|another|some|the|several|many|most|all|few) members? of (?:the|our|their"
    rf"|staff)(?: {_MODIFIER}{{0,2}}\w+)?"
)
_OF_MANY = r"(?:(?:one|two|some|several|most|all|none|neither|both|few|many|any) of )?"

WORKER = (
    rf"\b(?:{_OF_MANY}(?:{_DETERMINER} {_MODIFIER}{{0,2}})?{_ROLES}|(?:{_DETERMINER} )?{_MANAGERS}"
    rf"|{_OF_MANY}{_DETERMINER} (?:\w+est |old |new |young |senior |night )?{_BARE_ROLES}"
    r"|(?<![\w-])(?<![\w-]\s)(?:management|leadership)"
    rf"|{_OF_MANY}{_OPERATOR}|{_SHIFT}|{_MEMBER}|{_OF_MANY}{_GROUP}|{_UNDETERMINED})\b"
)
"""Somebody by what they do: 'the on-call', 'a senior engineer', 'the payments team'.

Not so 'the operator', which is as often software, and users, who mostly are.
"""

SUPPLIER = rf"\b(?:{_OF_MANY}(?:{_DETERMINER} {_MODIFIER}{{0,2}})?{_SUPPLIERS})\b"
"""A company that others rely on."""

_BUSY = (
    r"(?:making|creating|writing|reviewing|merging|deploying|releasing|running|executing|applying|updating"
    r"|performing|doing|handling|triggering|investigating|solving|working)"
)
_TAIL = (
    r"(?:, (?:while|when|who|in|as|unaware|believing|thinking|not) [^,.;!?]{3,70},| on (?:call|duty|shift)"
    r"| at the time| in charge|,? (?:who|that)(?: [\w'-]+){0,6}?"
    rf"| (?:in|from|on|at) (?:(?:the|our) (?:\w+ ){{0,2}})?\w+| {_BUSY}(?: [\w'-]+){{1,5}}?)?,?"
)

ADVERB = (
    r"(?: (?:also|just|then|again|so far|simply|even|still|always|at least|at first|perhaps|all|both|first"
    r"|later|never|\w+ly))?"
)
BETWEEN = rf"(?:'(?:ve|d)| (?:had|has|have))?{ADVERB}\s*"
"""What may come between a person and the verb."""

UNNAMED = rf"\b(?:he|she|someone|somebody|{WORKER}){_TAIL}"
"""Somebody else than the author and without a name, as the subject of a sentence."""

_ONE = any_of(
    "on~call(?:_(?:engineer|developer|person))? engineer developer dev admin administrator sysadmin deployer "
    "reviewer author committer maintainer responder commander programmer tester architect analyst consultant "
    "colleague co-?worker employee intern trainee apprentice newcomer new_hire rookie person SRE DBA "
    "technician operator electrician mechanic pilot captain dispatcher driver officer nurse doctor surgeon "
    "pharmacist clerk trader manager member worker"
)
ONE_PERSON = (
    rf"(?=(?:he|she|someone|somebody|{WORKER})\b)\b(?:he|she|someone|somebody"
    rf"|(?:an?|the|our|another|one)(?: {_MODIFIER}{{1,3}}| )(?:{_ONE}|{A_ROLE}+)\b"
    rf"|one of {_DETERMINER} {_MODIFIER}{{0,2}}(?:{_ROLES}|operators)){_TAIL}"
)
"""One person without a name, as the subject of a sentence: what they did is seldom a repair by everybody."""

OTHERS = rf"\b(?:he|she|someone|somebody|{WORKER}|{SUPPLIER}|{SOMEBODY}+){_TAIL}"
"""Somebody else than the author, as the subject of a sentence."""

ANYBODY = (
    r"\b(?:he|she|we|i|you|(?:the )?(?:two|three|four|most|some|all|both) of us|someone|somebody|anyone|anybody"
    rf"|{WORKER}|{SUPPLIER}|{SOMEBODY}+){_TAIL}"
)
"""Anybody, as the subject of a sentence; 'they' is left out, as most of those in reports are systems."""

OURSELVES = r"\b(?:we|i)\b"
NOBODY = (
    rf"\b(?:nobody|no~one|none of us|none of them|(?:none"
    rf"|neither) of {_DETERMINER} {_MODIFIER}{{0,2}}{_ROLES}|not one of us"
    rf"|(?:no|not a single) {_MODIFIER}{{0,1}}{_ROLES})(?: (?:on|in|of|from) (?:the|our) (?:\w+ ){{0,2}}\w+"
    rf"| else)?"
)
"""Nobody, as the subject of a sentence."""

_NOUN_PHRASE_ENDS = (
    r"(?=\s*(?:$|[,;:!?)\]\u2013\u2014]|[-.](?!\w)|(?:who|that|which|and|or|but|in|on|at|of|from|to|for|with"
    r"|without|during|while|when|after|before|as|because|since|by|via|using|under|over|is|was|were|are|had"
    r"|has|did|does|yesterday|today|earlier|last|this|then|later|instead|again|alone|manually|accidentally"
    r"|mistakenly|inadvertently|running|making|trying|working)\b))"
)

PERSON_AGENT = rf"(?:{WORKER}|someone|somebody|{SOMEBODY}+){_NOUN_PHRASE_ENDS}"
SUPPLIER_AGENT = rf"{SUPPLIER}{_NOUN_PHRASE_ENDS}"
AGENT = rf"(?:{PERSON_AGENT}|{SUPPLIER_AGENT})"
"""Somebody after 'by', and not what only begins like it: 'by an engineer', and not 'by engineering builds'."""

PARTICIPLE = (
    r"(?:(?!speed|seed|feed|need\b)(?:\w+-)?\w+ed|seen|taken|given|written|chosen|spoken|broken|driven"
    r"|gotten|known|shown|thrown|drawn|grown|done|gone|caught|thought|taught|brought|bought|told|sold|kept"
    r"|felt|left|made|paid|said|sent|built|spent|held|heard|read|run|set|put|cut|shut|come|become|begun"
    r"|understood|found|met|been)\b"
)

AFTER_PREPOSITION = r"\b(?:to|of|for|from|with|by|between|about|than|like|as) $"
"""What comes before a person who is not the subject: 'the page to the engineer should have said'."""

_SOFTWARE = any_of(
    "services? servers? clients? apis? scripts? systems? code tools? jobs? nodes? clusters? databases? loops? "
    "monitoring alerting alerts? alarms? checks? tests? process(?:es)? limits? plugins? requests? queues? "
    "timeouts? backends? deploy(?:ment)?s? pipelines? pages? monitors? probes? components? caches? instances? "
    "forms? rules? functions? methods? threads? disks? routers? switch(?:es)? hosts? pods? containers? "
    "messages? "
    "patch(?:es)? versions? releases? settings? values? retry retries schedulers? balancers? parsers? bots?"
)
AFTER_SOFTWARE = rf"\b(?:it|which|that|this|{_SOFTWARE}) $"
"""What comes before a verb whose subject is a thing: 'the alert should have fired'."""

NEAR_SOFTWARE = rf"\b{_SOFTWARE} (?:[\w'-]+,? ){{0,6}}$"
"""The same, where other words come between them: 'the job deletes it without checking'."""

_OTHER_WORDS = """
    he she someone somebody anyone anybody nobody one team teams crew crews desk squad squads member office
    unit department committee board ministry authority dispatch bureau council division qa ops devops support
    security infra operations
    members shift operator operators
"""
_SUPPLIER_LIST = """
    contractor contractors subcontractor subcontractors vendor vendors supplier suppliers
    manufacturer manufacturers provider providers company companies employer employers airline airlines
    landlord landlords agency agencies organisation organisations organization organizations
"""
SUPPLIER_WORDS = frozenset(_SUPPLIER_LIST.split())


ROLE_WORDS = frozenset(_OTHER_WORDS.split()) | frozenset(
    plain
    for role in f"{_ROLE_LIST} {_BARE_LIST}".lower().split()
    for form in forms(role)
    for plain in re.findall(r"[a-z]{2,}", form)
)
PEOPLE_WORDS = SUPPLIER_WORDS | ROLE_WORDS | frozenset(["we", "i", "you", "they", "us", "them"])
"""Every text that names somebody by what they do has one of these words; many others have one too."""
