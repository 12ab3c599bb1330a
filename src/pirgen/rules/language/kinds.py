"""The kinds of phrasing that are looked for, in any language: why, how much they matter where, and what to ask.

They come from what the field has written on blame; their levels come from how often each was right in real
public reports: an error where it nearly always was, an info where it is a coin toss worth a look. What mostly
hit software ('lazy-loaded', 'disaster recovery') was left out.
"""

from __future__ import annotations

from pirgen.diagnostics import Level
from pirgen.rules.language.passages import Part
from pirgen.rules.language.phrasing import Kind, Levels


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

KINDS = (
    Kind(
        code="PIR601",
        title="A cause is a condition, not human error",
        reason="Human error is where the questions begin: what people did made sense to them at the time, with "
        "the tools and signals they had (Dekker, 'The Field Guide to Understanding Human Error'; "
        "PagerDuty's postmortem guide: do not stop at human error).",
        message="'{}' ends the search at a person",
        question="ask what made this action reasonable, and what let it take effect",
        levels=_JUDGED,
        bad=a_factor("Human error during the release"),
        good=a_factor("The release form accepts an order without a price and says nothing"),
    ),
    Kind(
        code="PIR602",
        title="A cause names a condition, not a person who acted",
        reason="One person's act is never the root of an incident: the same act was harmless on other days "
        "(Cook, 'How Complex Systems Fail'; Google's SRE workbook, chapter 10, calls it finger pointing).",
        message="'{}' makes somebody the cause",
        question="name the condition: what made it possible, likely or hard to see",
        levels=levels(causes=_ERROR, text=_INFO),
        told_later=_INFO,
        bad=a_factor("An engineer deleted the prices of old goods"),
        good=a_factor("The tool deletes prices of goods that are still in orders, without asking"),
    ),
    Kind(
        code="PIR603",
        title="People are not judged",
        reason="A judgement says how somebody felt about it, not what there was to see (Google's SRE workbook, "
        "chapter 10: animated language; Bergström, 'Three analytical traps in accident investigation').",
        message="'{}' judges people",
        question="describe what was seen and done, and what made it the natural thing to do",
        levels=_JUDGED,
        bad=a_factor("Careless testing of the price form"),
        good=a_factor("The price form has no test with an empty field"),
    ),
    Kind(
        code="PIR604",
        title="Nobody is found guilty",
        reason="Where a review looks for who is at fault, people tell the next review less (Google's SRE book, "
        "chapter 15; Atlassian's incident handbook).",
        message="'{}' puts the fault on somebody",
        question="ask what in the work made this easy to do, for anybody",
        levels=_JUDGED,
        bad=a_summary("A release broke the checkout, and the release team was at fault."),
        good=a_summary("A release broke the checkout. The release team had no test that places an order."),
    ),
    Kind(
        code="PIR605",
        title="What people should have done is not what happened",
        reason="A sentence on what somebody should have done describes a world that never was, and leaves out "
        "why their actual choice made sense (Bergström, counterfactual reasoning; Etsy's debriefing guide).",
        message="'{}' describes what did not happen",
        question="ask what people saw, what they did instead, and why it made sense",
        levels=levels(causes=_WARNING, actions=_WARNING, text=_WARNING, timeline=_INFO, is_speculation=True),
        bad=a_summary("A release broke the checkout. The reviewer should have noticed the missing price."),
        good=a_summary("A release broke the checkout. The review showed the code and none of the data."),
    ),
    Kind(
        code="PIR606",
        title="What people did instead explains more than what they did not do",
        reason="The list of things somebody did not do has no end, and none of them caused anything; what they "
        "did instead had a reason (Bergström; Dekker). Many such sentences are honest reports about oneself.",
        message="'{}' says what people did not do",
        question="describe what they were doing and how the signal looked, or give the reason in the sentence",
        levels=_QUESTIONED,
        bad=a_factor("The on-call overlooked the alert"),
        good=a_factor("The alert came among forty others that needed nothing"),
    ),
    Kind(
        code="PIR607",
        title="Work is described, not graded",
        reason="'Insufficient' and 'violated procedure' compare with a standard that the reader is not shown, "
        "and 'lost situational awareness' only renames the outcome (Bergström, normative and mechanistic "
        "reasoning).",
        message="'{}' grades people's work",
        question="describe how this work is usually done, and what got in its way that day",
        levels=levels(causes=_WARNING, text=_INFO, timeline=_INFO),
        bad=a_factor("A wrong decision during the release"),
        good=a_factor("The release page shows one green light for two different states"),
    ),
    Kind(
        code="PIR608",
        title="Loaded words are left out",
        reason="Animated language makes readers defend or accuse; the facts are strong enough (Google's SRE "
        "workbook, chapter 10).",
        message="'{}' is a loaded expression",
        question="say what happened and how large it was",
        levels=levels(causes=_INFO, actions=_INFO, text=_INFO, timeline=_INFO),
        bad=a_summary("A release broke the checkout, and the repair was a nightmare."),
        good=a_summary("A release broke the checkout, and the repair took three attempts in 20 minutes."),
    ),
    Kind(
        code="PIR609",
        title="Hindsight is left out",
        reason="Knowing the outcome makes signs look plain that were not; the people involved had a whole "
        "day's worth of other signals (PagerDuty's postmortem guide on hindsight bias; Dekker).",
        message="'{}' judges with what is known now",
        question="say what could be known at that moment, and from what",
        levels=_QUESTIONED,
        bad=a_summary("A release broke the checkout, which could easily have been avoided."),
        good=a_summary(
            "A release broke the checkout; the missing price showed only in orders of the last hour."
        ),
    ),
    Kind(
        code="PIR610",
        title="No incident has one root cause",
        reason="Several conditions had to come together, and each alone was harmless (Cook, 'How Complex "
        "Systems Fail'; the VOID reports).",
        message="'{}' names one cause where there were several",
        question="list it among the factors, and ask which others it needed",
        levels=_QUESTIONED,
        bad=a_summary("A missing price was the only root cause."),
        good=a_summary("A missing price met a form that accepts it, and no test had tried."),
    ),
    Kind(
        code="PIR611",
        title="'The root cause' is the trigger or one of several factors",
        reason="The words are harmless; the singular keeps readers from asking further (Cook; Allspaw, 'The "
        "Infinite Hows').",
        message="'{}' speaks of one cause",
        question="ask whether it is the trigger or one of several factors",
        levels=levels(causes=_INFO, text=_INFO),
        bad=a_summary("The root cause was a missing price."),
        good=a_summary("A release with a missing price set it off; no test had tried that."),
    ),
    Kind(
        code="PIR612",
        title="The passive 'should have been' says who or what",
        reason="It hides whose work is meant, and so what could change. About systems it can be a finding, "
        "which is why this is only a question (half of those in real reports are).",
        message="'{}' does not say by whom or by what",
        question="name the missing check, alert or step as a factor",
        levels=levels(causes=_INFO, text=_INFO, is_speculation=True),
        bad=a_summary("A release broke the checkout. It should have been tested."),
        good=a_summary("A release broke the checkout. No test places an order without a price."),
    ),
    Kind(
        code="PIR613",
        title="A review says what let an accident happen",
        reason=(
            "'Accidentally' says that nobody wanted it, which nobody doubts, but not what allowed it (Dekker)."
        ),
        message="'{}' leaves open what let it happen",
        question="ask what made it easy to do and hard to see, and what let it take effect",
        levels=levels(causes=_INFO, text=_INFO, is_speculation=True),
        bad=a_factor("The price was accidentally deleted"),
        good=a_factor("The price can be deleted with one key and without a question"),
    ),
    Kind(
        code="PIR614",
        title="What would have prevented it is an idea for an action",
        reason="A remedy in the middle of the story closes the search (Etsy's debriefing guide keeps what "
        "happened and what to do apart). Among the reasons for an action it is in its place.",
        message="'{}' is a remedy inside the story",
        question="name what was missing as a factor, and propose the remedy as an action",
        levels=levels(causes=_INFO, text=_INFO, is_speculation=True),
        bad=a_summary("A release broke the checkout. A canary would have caught it."),
        good=a_summary("A release broke the checkout. Releases reach all shops at once."),
    ),
    Kind(
        code="PIR615",
        title="Blame on oneself is blame",
        reason="Whoever was nearest is the best witness, and often takes the blame at once, which ends the "
        "questions as surely as if others did (Etsy's debriefing guide).",
        message="'{}' takes the blame",
        question="thank you for being open; ask what made this easy to do, for anybody",
        levels=levels(causes=_INFO, actions=_INFO, text=_INFO, timeline=_INFO, accounts=_INFO),
        bad="\n# pir.yaml\naccounts: [{role: on-call, text: I took the wrong host. That was my fault.}]\n",
        good="\n# pir.yaml\naccounts: [{role: on-call, text: I forgot which host it was. Both prompts looked "
        "alike.}]\n",
    ),
    Kind(
        code="PIR616",
        title="The impact says how many and how long",
        reason="'Some users' may be ten or a million; a rough figure, marked as an estimate, tells more "
        "(Google's SRE workbook, chapter 10: key details omitted; Atlassian: say precisely by how much).",
        message="'{}' gives no size",
        question="give a figure in 'impact.measures', with 'estimate: true' if it is one",
        levels={Part.IMPACT: _INFO},
        bad="impact: {summary: Some users could not pay}\n",
        good="impact:\n  summary: Some users could not pay\n"
        "  measures: [{what: users, value: about 400, estimate: true}]\n",
    ),
)
"""In the order of their codes."""
