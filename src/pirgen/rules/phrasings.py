"""The phrasings that are looked for, as data: the words, how much they matter where, and what to ask instead.

They come from what the field has written on blame, and their levels from how often each was right on real
public reports: error where it nearly always was, info where it is a coin toss worth a look; what mostly hit
software ('lazy-loaded', 'disaster recovery') was left out. ``persons.py`` says how to read a pattern.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from pirgen.diagnostics import Level
from pirgen.rules.passages import Part
from pirgen.rules.persons import (
    ADVERB,
    AFTER_NOT,
    AFTER_PREPOSITION,
    ANYBODY,
    BETWEEN,
    OTHERS,
    PARTICIPLE,
    UNNAMED,
    WORKER,
    compiled,
)

Levels = Mapping[Part, Level]

_NEAR = 100
"""How many characters back are searched for whom something is said of, and for what spares it."""


@dataclass(frozen=True)
class Phrasing:
    """One kind of phrasing.

    ``message`` has ``{}`` for the words found, ``question`` is what to ask instead. It is found by its
    ``patterns``, and by ``predicates`` that have a ``subject`` right before them. Only a text that has one of
    ``words`` (``should+have``: both) can match, and nothing is tried on others. What follows upon ``not_after``
    is spared.
    """

    code: str
    title: str
    reason: str
    message: str
    question: str
    levels: Levels
    words: str
    patterns: tuple[str, ...]
    bad: str
    good: str
    subject: str = ""
    predicates: tuple[str, ...] = ()
    not_after: str = ""

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Where a text has the phrasing; a group of a pattern, where it has one, is what is meant."""
        for match in self._pattern.finditer(text):
            group = match.lastindex or 0
            yield from self._unspared(text, match.start(group), match.end(group))
        for match in self._predicate.finditer(text) if self._predicate else ():
            subject = self._subject.search(text, max(0, match.start() - _NEAR), match.start())
            if subject:
                yield from self._unspared(text, subject.start(subject.lastindex or 0), match.end())

    def _unspared(self, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        if not self.not_after or not compiled(self.not_after).search(text, max(0, start - _NEAR), start):
            yield start, end

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return compiled("|".join(self.patterns))

    @cached_property
    def _predicate(self) -> re.Pattern[str] | None:
        return compiled("|".join(self.predicates)) if self.predicates else None

    @cached_property
    def _subject(self) -> re.Pattern[str]:
        return compiled(f"(?:{self.subject}){BETWEEN}$")

    @property
    def level(self) -> Level:
        """The level where it matters most."""
        return min(self.levels.values(), key=[*Level].index)


def levels(
    *,
    causes: Level | None = None,
    actions: Level | None = None,
    text: Level | None = None,
    timeline: Level | None = None,
    accounts: Level | None = None,
    is_speculation: bool = False,
) -> Levels:
    """The level in each part; none where a phrasing is fine.

    Speculation about what might have been, or may come about by accident, is the point of a stroke of luck and
    of an action's reasons.
    """
    wondered = None if is_speculation else text
    by_part = {
        Part.CAUSE: causes,
        Part.ACTION: actions,
        Part.STORY: text,
        Part.IMPACT: text,
        Part.LUCK: wondered,
        Part.RATIONALE: wondered,
        Part.TIMELINE: timeline,
        Part.ACCOUNT: accounts,
    }
    return {part: level for part, level in by_part.items() if level}


def a_factor(text: str) -> str:
    """An example of a factor."""
    return f"""
# pir.yaml
factors:
  null-price: {{text: A price may be missing, category: data}}
  no-test:
    text: {text}
    category: testing
"""


def a_summary(text: str) -> str:
    """An example of a summary."""
    return f"\n# pir.yaml\nsummary: {text}\n"


_ERROR, _WARNING, _INFO = Level.ERROR, Level.WARNING, Level.INFO
_JUDGED = levels(causes=_ERROR, actions=_ERROR, text=_WARNING, timeline=_WARNING, accounts=_INFO)
_QUESTIONED = levels(causes=_WARNING, actions=_WARNING, text=_WARNING, timeline=_INFO)

_NO_TERM = (
    r"(?![-\s]+(?:messages?|pages?|codes?|log\w*|rates?|budgets?|report\w*|handl\w+|states?|screens?|toasts?"
    r"|dialogs?|metrics?|class\w*|types?|paths?|responses?|track\w*|counts?|banners?|texts?|feedback|analys\w+"
    r"|probabilit\w+|quantification)\b)"
)
_ACTED = (
    "deleted deletes removed removes dropped drops wiped wipes overwrote overwrites truncated truncates "
    "ran runs executed executes typed types entered enters pasted pastes pressed presses clicked clicks "
    "pushed pushes deployed deploys merged merges released releases shipped ships approved approves "
    "misconfigured misconfigures changed changes edited edits disabled disables enabled enables switched "
    "switches restarted restarts rebooted reboots stopped stops killed kills unplugged unplugs skipped "
    "skips bypassed bypasses broke breaks caused causes introduced introduces copied copies mistyped "
    "mistypes misread misreads misunderstood misunderstands confused confuses applied applies triggered "
    "triggers rolled rolls selected selects wrote misjudged misjudges"
)
_PROCEDURE = r"(?:procedures?|process|runbook|checklist|protocol|guidelines?)\b"
_HARM = r"(?:outage|failure|downtime|mistake|error|data loss)\b"
_NO_FAULT_TERM = r"(?! (?:toleran\w+|domains?|trees?|lines?|zones?|injection|isolation))"

PHRASINGS = (
    Phrasing(
        code="PIR601",
        title="A cause is a condition, and not human error",
        reason="Human error is where the questions begin: what people did made sense to them at the time, with "
        "the tools and signals that they had (Dekker, 'The Field Guide to Understanding Human Error'; "
        "PagerDuty's postmortem guide: do not stop at human error).",
        message="'{}' ends the search at a person",
        question="ask what made this action reasonable, and what let it take effect",
        levels=_JUDGED,
        words="error errors mistake mistakes human+failure oversight slip fat pebkac id10t "
        "carelessness negligence",
        patterns=(
            r"\b(?:human|operator|pilot|engineer|developer|admin|staff|employee)~(?:error|mistake)s?\b"
            + _NO_TERM,
            r"\b(?:user~(?:error|mistake)|human~failure)\b" + _NO_TERM,
            rf"\b(?:error|mistake|slip|oversight)s? (?:made )?(?:by|of|on the part of) {WORKER}",
            r"\b(?:due to|because of|caused by|was|is) (an? (?:[\w-]+ )?oversight)\b"
            r"(?! (?:board|body|committee|dashboard|role|team)\b)",
            r"\bfat~finger(?:s|ed|ing)?\b",
            r"\b(?:pebkac|id10t)\b",
        ),
        subject=OTHERS,
        predicates=(r"'s?(?: \w+)? (?:error|mistake|oversight|carelessness|negligence)\b" + _NO_TERM,),
        not_after=AFTER_NOT,
        bad=a_factor("Human error during the release"),
        good=a_factor("The release form takes an order without a price and says nothing"),
    ),
    Phrasing(
        code="PIR602",
        title="A cause names a condition, and not who acted",
        reason="An act of one person is never the root of an incident: the same act was harmless on other days "
        "(Cook, 'How Complex Systems Fail'; Google's SRE workbook, chapter 10, calls it finger pointing).",
        message="'{}' makes somebody the cause",
        question="name the condition: what made it possible, likely, or hard to see",
        levels=levels(causes=_ERROR),
        words=f"{_ACTED} made broken",
        patterns=(rf"\b(?:caused|introduced|triggered|broken|made) by {WORKER}",),
        subject=rf"(?:^|[.!?;:,] |\b(?:because|since|after|when|while|and|but) )({UNNAMED})",
        predicates=(rf"\b(?:{_ACTED.replace(' ', '|')})\b",),
        bad=a_factor("An engineer deleted the prices of old goods"),
        good=a_factor("The tool deletes prices of goods that are still in orders, and asks nothing"),
    ),
    Phrasing(
        code="PIR603",
        title="People are not judged",
        reason="A judgement says how somebody felt about it and not what was there to see (Google's SRE "
        "workbook, "
        "chapter 10: animated language; Bergström, 'Three analytical traps in accident investigation').",
        message="'{}' judges people",
        question="describe what was seen and done, and what made it the natural thing to do",
        levels=_JUDGED,
        words="careless carelessly carelessness negligent negligently negligence reckless recklessly "
        "recklessness "
        "sloppy sloppily sloppiness incompetent incompetence irresponsible irresponsibly unprofessional "
        "unprofessionally complacent complacency stupid stupidly stupidity idiot idiots idiotic ignorance "
        "foolish foolishly misguided laziness",
        patterns=(
            r"\b(?:careless(?:ly|ness)?|negligen(?:t|tly|ce)|reckless(?:ly|ness)?|slopp(?:ily|iness)"
            r"|sloppy(?! (?:quorums?|phrases?|counters?))|incompeten(?:t|ce)|irresponsibl[ey]"
            r"|unprofessional(?:ly)?"
            r"|complacen(?:t|cy)|stupid(?:ly|ity)?|idiot(?:s|ic)?|ignorance|foolish(?:ly)?|misguided|laziness)\b",
        ),
        not_after=AFTER_NOT,
        bad=a_factor("Careless testing of the price form"),
        good=a_factor("The price form has no test with an empty field"),
    ),
    Phrasing(
        code="PIR604",
        title="Nobody is found guilty",
        reason="Where a review looks for who is at fault, the next one is told less (Google's SRE book, "
        "chapter 15; Atlassian's incident handbook).",
        message="'{}' puts the fault on somebody",
        question="ask what in the work made it easy to go this way, for anybody",
        levels=_JUDGED,
        words="blame blamed blaming fault guilty responsible",
        patterns=(
            rf"\bblam(?:e|ed|ing) (?:on )?{WORKER}",
            r"\b(?:his|her|their|whose) fault\b" + _NO_FAULT_TERM,
            r"\bguilty (?:party|person|engineer|developer|team|one)\b",
            r"\b(?:person|engineer|developer|team|one) responsible for (?:causing )?(?:the|this) " + _HARM,
        ),
        subject=OTHERS,
        predicates=(
            r"'s? fault\b" + _NO_FAULT_TERM,
            r"\b(?:is|was|are|were)(?: \w+ly)? (?:to blame|at fault|guilty)\b",
            r"\b(?:is|was|are|were)(?: \w+ly)? responsible for (?:causing )?(?:the|this|that|an?) " + _HARM,
        ),
        not_after=AFTER_NOT,
        bad=a_summary("A release broke the checkout, and the release team was at fault."),
        good=a_summary("A release broke the checkout. The release team had no test that places an order."),
    ),
    Phrasing(
        code="PIR605",
        title="What people should have done is not what happened",
        reason="A sentence on what somebody should have done tells of a world that never was, and leaves out "
        "why the real one made sense (Bergström, counterfactual reasoning; Etsy's debriefing guide).",
        message="'{}' tells what did not happen",
        question="ask what they saw, what they did instead, and why it made sense",
        levels=levels(causes=_WARNING, actions=_WARNING, text=_WARNING, timeline=_INFO, is_speculation=True),
        words="should+have should+ve shouldn could+have could+ve ought+have had+would had+could if+had if+only",
        patterns=(
            r"\bthey should(?:n't| not)?(?: have|'ve) (?:known|noticed|checked|read|asked|realised|realized"
            r"|told|followed|verified|escalated|listened)\b",
            r"\bshould have known\b",
            rf"(?:^|[.;:,(]|\b(?:that|but|and|because)\b)\s*\b(had {ANYBODY} (?:only )?{PARTICIPLE})",
            rf"\bif only {ANYBODY}",
            rf"\bif {ANYBODY} had(?:n't| not| only)? {PARTICIPLE}",
        ),
        subject=ANYBODY,
        predicates=(
            rf"\b(?:should|ought to)(?:n't| not| never)?{ADVERB}(?: have|'ve){ADVERB} "
            rf"(?!lost\b|been (?!more\b|less\b|aware\b|careful\b|\w+ing\b)){PARTICIPLE}",
            rf"\bcould{ADVERB}(?: have|'ve){ADVERB} (?:noticed|spotted|seen|caught|known|realised|realized"
            r"|checked|verified|tested|reviewed|read|asked|told|escalated|followed|avoided|prevented)\b",
        ),
        not_after=AFTER_PREPOSITION,
        bad=a_summary("A release broke the checkout. The reviewer should have noticed the missing price."),
        good=a_summary("A release broke the checkout. The review showed the code and none of the data."),
    ),
    Phrasing(
        code="PIR606",
        title="What people did not do explains nothing",
        reason="There is no end to what somebody did not do, and none of it caused anything; what they did "
        "instead had a reason (Bergström; Dekker). Many such sentences are honest reports about oneself.",
        message="'{}' tells what somebody did not do",
        question="tell what they were doing and how the signal looked; if this is your own account, thank you",
        levels=_QUESTIONED,
        words="did+not didn had+not hadn failed+to neglected forgot forgotten omitted overlooked ignored "
        "disregarded missed dismissed failure+to failing+to "
        "checking+not verifying+not testing+not reading+not reviewing+not noticing+not asking+not "
        "communicating+not informing+not",
        patterns=(
            r"\b(?:failure to (?:follow|notice|escalate|communicate|pay)|us failing to)\b",
            r"^\W*not (?:properly |fully )?(?:double~)?(?:checking|verifying|testing|reading|reviewing|noticing"
            r"|asking|communicating|informing)\b",
            r"\b(?:was|were|been)(?: \w+ly| just)? (?:overlooked|forgotten|neglected|disregarded"
            r"|dismissed as)\b",
        ),
        subject=ANYBODY,
        predicates=(
            rf"\b(?:did|had)(?:n't| not){ADVERB} (?:notice|realis|realiz|check|verif|test|follow(?! up)|read"
            r"|escalat|communicat|bother|think to|consider|pay|ask|confirm|review|inform|tell|told|anticipat"
            r"|foresee|take (?:\w+ ){0,4}into account)\w*",
            r"\b(?:failed|neglected|omitted) to\b",
            r"\b(?:forgot|forgotten|overlooked|ignored|disregarded|dismissed)\b",
            r"\bmissed (?:(?!(?:for|of|in|on|to|by)\b)\w+ ){0,3}"
            r"(?:alert|alarm|page|warning|sign|error|bug|problem|message|signal|notice|advisor(?:y|ie))s?\b",
        ),
        not_after=AFTER_PREPOSITION,
        bad=a_factor("The on-call overlooked the alert"),
        good=a_factor("The alert came among forty others that needed nothing"),
    ),
    Phrasing(
        code="PIR607",
        title="Work is not measured by a norm that stood outside of it",
        reason="'Inappropriate' and 'violated procedure' compare with a rule that the reader is not shown, and "
        "'lost situational awareness' is a name for the outcome (Bergström, normative and mechanistic "
        "reasoning).",
        message="'{}' measures people by a norm",
        question="ask what the rule looked like in practice, and what usually happens in its place",
        levels=levels(causes=_WARNING, text=_WARNING, timeline=_INFO),
        words="inappropriate inadequate improper poor+judgement poor+judgment poor+decision poor+decisions "
        "bad+judgement bad+judgment bad+decision bad+decisions idea+bad choice+bad wrong+judgement "
        "wrong+judgment wrong+decision wrong+decisions unnecessary violated violating violation+of "
        "followed+not following+not familiar+not unfamiliar lack lacked situational enough+not "
        "overconfidence confidence",
        patterns=(
            r"\b(?:inappropriate|inadequate|improper) (?:action|behaviou?r|conduct|judge?ment|decision)s?\b",
            r"\b(?:inappropriate|inadequate|improper) (?:supervision|attention|care|preparation|choice)\b",
            r"\b(?:poor|bad|wrong) (?:judge?ment|decisions?)\b|\bbad (?:idea|choice)\b",
            r"\bunnecessary risks?\b",
            rf"\b(?:violated|violating|violation of) (?:the |our )?(?:\w+ )?{_PROCEDURE}",
            rf"\b{_PROCEDURE}(?: [\w-]+){{0,12}}? (?:was|were) not followed\b",
            r"\bnot (?:thorough|careful|diligent|rigorous|cautious) enough\b",
            r"\b(?:over(?:~)?confidence|excess(?:ive)? (?:of )?confidence)\b",
            rf"\bnot following (?:the |our )?(?:\w+ )?{_PROCEDURE}",
            r"\black(?:ed)? (?:of )?(?:attention|care|discipline|diligence|judge?ment|situational awareness)\b",
            r"\blo(?:st|ss of) situational awareness\b",
        ),
        subject=OTHERS,
        predicates=(r"\bviolated\b", r"\b(?:was|were) (?:not (?:\w+ )?familiar|unfamiliar)\b"),
        bad=a_factor("A wrong decision during the release"),
        good=a_factor("The release page shows one green light for two different states"),
    ),
    Phrasing(
        code="PIR608",
        title="Heat is left out",
        reason="Animated language makes readers defend or accuse; the facts are strong enough (Google's SRE "
        "workbook, chapter 10).",
        message="'{}' adds heat and no detail",
        question="say what happened and how large it was; the figure speaks",
        levels=_QUESTIONED,
        words="!! believe unbelievable unbelievably unacceptable desperate desperately ridiculous ridiculously "
        "nightmare nightmares horrible horribly insane insanely embarrassing embarrassingly shocking "
        "shockingly",
        patterns=(
            r"!!+(?!\w)",
            r"\bcan(?:'t|not) believe\b",
            r"\b(?:is|are|was|were|be)(?: (?:\w+ly|just))? (unacceptable)\b",
            r"\b(?:unbelievabl[ey]|ridiculous(?:ly)?|nightmares?|insane(?:ly)?|embarrassing(?:ly)?"
            r"|shocking(?:ly)?|desperate(?:ly)?|horribl[ey])\b",
        ),
        bad=a_summary("A release broke the checkout, and the repair was a nightmare."),
        good=a_summary("A release broke the checkout, and the repair took three attempts in 20 minutes."),
    ),
    Phrasing(
        code="PIR609",
        title="Hindsight is left out",
        reason="Knowing how it ended makes signs look plain that were not; the people inside had the whole of "
        "their day to look at (PagerDuty's postmortem guide on hindsight bias; Dekker).",
        message="'{}' knows how it ended",
        question="tell what could be known at that moment, and from what",
        levels=_QUESTIONED,
        words="hindsight easily bound everyone everybody common+sense only+matter long+took+too long+taken+too "
        "long+takes+too spent+too spend+too slow+we+to slow+team+to slow+call+to better+would+been "
        "best+would+been right+would+been correct+would+been wiser+would+been safer+would+been "
        "idea+would+been wrongly incorrectly mistakenly falsely",
        patterns=(
            r"\b(?:in|with(?: the benefit of| perfect| 20[:/]20)?) hindsight\b",
            r"\beasily (?:have been )?(?:avoid(?:ed|able)|prevent(?:ed|able))\b",
            r"\b(?:was|were) bound to (?:fail|happen|break|go wrong|end|crash|cause|lead)\b",
            r"\bevery(?:one|body) (?:knew|knows)\b",
            r"\bcommon sense\b",
            r"\bonly a matter of time\b",
            r"\b(?:took|taken|takes) (?:us|them|the team|the on~call) (?:\w+ )?too long\b",
            r"\b(?:we|the team|the on~call) (?:spent|spend) (?:\w+ )?too (?:long|much time)\b",
            r"\b(?:we|the team|the on~call) (?:was|were) (?:too )?slow to\b",
            r"\bit would(?: also)? have(?: also)? been (?:better|best|wiser|safer|a good idea) to\b",
            r"\bthe (?:best|better|right|correct) (?:approach|choice|decision|move|course|option|thing)"
            r"(?: to do)? would have been\b",
        ),
        subject=ANYBODY,
        predicates=(
            r"\b(?:wrongly|incorrectly|mistakenly|falsely) (?:assumed|assessed|believed|thought|judged"
            r"|concluded|expected)\b",
        ),
        not_after=AFTER_NOT,
        bad=a_summary("A release broke the checkout, which could easily have been avoided."),
        good=a_summary(
            "A release broke the checkout; the missing price showed only in orders of the last hour."
        ),
    ),
    Phrasing(
        code="PIR610",
        title="No incident has one root cause",
        reason="Several conditions had to come together, and each alone was harmless (Cook, 'How Complex "
        "Systems Fail'; the VOID reports).",
        message="'{}' leaves one cause of many",
        question="list it among the factors, and ask which others it needed",
        levels=_QUESTIONED,
        words="root+cause cause+only cause+sole cause+single cause+one cause+ultimate",
        patterns=(
            r"\b(?:sole|only|single|one|true|real|actual|ultimate|fundamental) root cause\b",
            r"\b(?:sole|only|single|ultimate|the one) cause\b(?! (?:of (?:death|action)|codes?))",
        ),
        not_after=AFTER_NOT,
        bad=a_summary("A missing price was the only root cause."),
        good=a_summary("A missing price met a form that takes it, and no test had tried."),
    ),
    Phrasing(
        code="PIR611",
        title="'The root cause' is the trigger or one of several factors",
        reason="The words are harmless; the singular keeps readers from asking further (Cook; Allspaw, 'The "
        "Infinite Hows').",
        message="'{}' speaks of one cause",
        question="ask whether it is the trigger, or one of several factors",
        levels=levels(causes=_INFO, text=_INFO),
        words="root+cause",
        patterns=(
            r"\b(?:the|its|our|this|their) root cause(?: (?:of|for|behind) [^.;\n]{1,60}?)? (?:was|is|lay"
            r"|lies)\b(?!(?: \w+ly)? (?:not|never|still|un\w+|identified|found|known|discovered|determined"
            r"|fixed)\b)",
            r"\b(?:is|was|be) (the root cause)\b(?!\?)",
            r"^\W*root cause:",
        ),
        not_after=AFTER_NOT,
        bad=a_summary("The root cause was a missing price."),
        good=a_summary("A release with a missing price set it off; no test had tried that."),
    ),
    Phrasing(
        code="PIR612",
        title="The passive 'should have been' names who or what",
        reason="It hides whose work is meant, and so what could change. About systems it can be a finding, "
        "which is why this is only a question (half of those in real reports are).",
        message="'{}' does not say by whom or by what",
        question="name the missing check, alert or step as a factor",
        levels=levels(causes=_INFO, text=_INFO, is_speculation=True),
        words="should+been shouldn+been",
        patterns=(
            r"\bshould(?: not|n't) have been(?=\W*(?:$|[.;,]))",
            r"\bshould(?:n't| not| never| also)? have been "
            rf"(?!able|paged|alerted|notified|warned|more|less|been)(?:{ADVERB.lstrip()} )?{PARTICIPLE}",
        ),
        bad=a_summary("A release broke the checkout. It should have been tested."),
        good=a_summary("A release broke the checkout. No test places an order without a price."),
    ),
    Phrasing(
        code="PIR613",
        title="An accident was let through by something",
        reason="'Accidentally' says that nobody wanted it, which nobody doubts, and not what allowed it "
        "(Dekker).",
        message="'{}' does not say what let it happen",
        question="ask what made it easy to do and hard to see, and what let it take effect",
        levels=levels(causes=_INFO, text=_INFO, is_speculation=True),
        words="accidentally accidently accidental mistakenly inadvertently inadvertantly erroneously "
        "unintentionally mistake+by accident+by",
        patterns=(
            r"\b(?:accident(?:al)?ly|mistakenly(?! (?:assum|believ|thought))|inadvert[ea]ntly|erroneously"
            r"|unintentionally|by mistake|by accident)\b",
            r"\baccidental(?! complexity)\b",
        ),
        not_after=r"\b(?:against|from|for|to|can|could|cannot|may|might|prevent\w*|avoid\w*|without)"
        r"(?: (?:an?|any|the|be|also))? $",
        bad=a_factor("The price was accidentally deleted"),
        good=a_factor("The price can be deleted with one key and without a question"),
    ),
    Phrasing(
        code="PIR614",
        title="What would have prevented it is an idea for an action",
        reason="A remedy told as part of the story closes the search (Etsy's debriefing guide keeps what "
        "happened and what to do apart). In the reasons of an action it is at home.",
        message="'{}' is a remedy inside the story",
        question="name what was missing as a factor, and propose the remedy as an action",
        levels=levels(causes=_INFO, text=_INFO, is_speculation=True),
        words="would+have wouldn+have helped+could+have",
        patterns=(
            r"\bwould(?: \w+ly)? have(?: \w+ly)? (?:been )?(?:prevented|caught|avoided|stopped|detected"
            r"|averted|helped)\b",
            r"\bwould(?: \w+ly)? have (?:allowed|enabled) (?:us|them|the|a)\b",
            r"\bwould(?:n't| not) have (?:happened|occurred)\b",
            r"\bcould(?: \w+ly)? have helped\b",
        ),
        not_after=r"\b(?:that|which) $",
        bad=a_summary("A release broke the checkout. A canary would have caught it."),
        good=a_summary("A release broke the checkout. Releases reach all shops at once."),
    ),
    Phrasing(
        code="PIR615",
        title="Blame on oneself is blame",
        reason="Whoever was nearest is the best witness, and often takes the fault at once, which ends the "
        "questions as surely as if others did (Etsy's debriefing guide).",
        message="'{}' takes the blame",
        question="thank you for the account; the review will ask what made it easy",
        levels=levels(causes=_INFO, actions=_INFO, text=_INFO, timeline=_INFO, accounts=_INFO),
        words="my our+bad our+mistake our+fault screwed messed sorry shame blew dropped+ball",
        patterns=(
            r"\bmy (?:fault|mistake|bad|error)\b",
            r"\bour (?:bad|mistake|fault(?! (?:toleran\w+|domains?|trees?|lines?|zones?|injection"
            r"|isolation)))\b",
            r"\b(?:i|we)(?: \w+ly)? (?:screwed|messed) up\b",
            r"\bi blew it\b",
            r"\b(?:i|we) (?:\w+ )?dropped the ball\b",
            r"\bi(?:'m| am)(?: (?:so|very|really|truly))? sorry\b",
            r"\bshame on (?:me|us)\b",
        ),
        bad="\n# pir.yaml\naccounts: [{role: on-call, text: I took the wrong host. That was my fault.}]\n",
        good="\n# pir.yaml\naccounts: [{role: on-call, text: I forgot which host it was. Both prompts looked "
        "alike.}]\n",
    ),
    Phrasing(
        code="PIR616",
        title="The impact says how many and how long",
        reason="'Some users' may be ten or a million; a rough figure, marked as an estimate, tells more "
        "(Google's SRE workbook, chapter 10: key details omitted; Atlassian: say precisely by how much).",
        message="'{}' gives no size",
        question="give a figure in 'impact.measures', with 'estimate: true' if it is one",
        levels={Part.IMPACT: _INFO},
        words="some many several various numerous few number handful briefly short significant significantly "
        "substantial substantially considerable considerably",
        patterns=(
            r"^(?![\s\S]*(?:\d|\b(?:hundreds?|thousands?|millions?|half|third|quarter|dozen|per cent"
            r"|percent)\b))"
            r"[\s\S]*?\b(some|many|several|various|numerous|an? (?:small |large )?(?:few|number of|handful of)"
            r"|briefly|for a short (?:time|while|period)|(?:significant|substantial|considerabl[ey])(?:ly)?)\b",
        ),
        bad="impact: {summary: Some users could not pay}\n",
        good="impact:\n  summary: Some users could not pay\n"
        "  measures: [{what: users, value: about 400, estimate: true}]\n",
    ),
)
"""In the order of their codes."""
