"""The form of the files: every key, what it takes and what it means, declared once."""

from __future__ import annotations

from collections.abc import Callable

from pirgen.model import (
    NOT_RECORDED,
    Account,
    Action,
    ActionStatus,
    ActionType,
    Assignment,
    Audience,
    Basis,
    Detection,
    Event,
    EventKind,
    Evidence,
    EvidenceKind,
    Factor,
    FactorKind,
    FiveWhys,
    Impact,
    Incident,
    IncidentStatus,
    Link,
    Measure,
    Moment,
    Occurred,
    Priority,
    Related,
    Review,
    ReviewStatus,
    Term,
    Vocabulary,
    Why,
)
from pirgen.source.fields import (
    Choice,
    Day,
    Flag,
    Identifier,
    Key,
    ListOf,
    OrNone,
    OrNotRecorded,
    Pairs,
    Probability,
    Record,
    Table,
    Text,
    Time,
    Url,
    Word,
)
from pirgen.source.gates import FAULT_TREE
from pirgen.source.reading import Reading
from pirgen.source.tree import Node

TEXT = Text()
TEXTS = ListOf(TEXT)
DAY = OrNotRecorded(Day())
IDS = ListOf(Identifier())


def ids_of(terms: Callable[[Vocabulary], tuple[Term, ...]]) -> Callable[[Vocabulary], tuple[str, ...]]:
    """A look-up of the words of one list of the vocabulary."""
    return lambda vocabulary: tuple(term.id for term in terms(vocabulary))


SEVERITY = Word(lambda vocabulary: tuple(level.id for level in vocabulary.severities))
SERVICE = Word(ids_of(lambda vocabulary: vocabulary.services))
TEAM = Word(ids_of(lambda vocabulary: vocabulary.teams))
CATEGORY = Word(ids_of(lambda vocabulary: vocabulary.categories))
TRIGGER_KIND = Word(ids_of(lambda vocabulary: vocabulary.triggers))
DETECTION_SOURCE = Word(ids_of(lambda vocabulary: vocabulary.detection_sources))

EVIDENCE = Record(
    "the evidence",
    Evidence,
    (
        Key(
            "kind",
            Choice(EvidenceKind, EvidenceKind.DOCUMENT),
            "what sort of thing the link leads to",
            required=True,
        ),
        Key("url", Url(), "a link, or the path of a file beside this one", required=True),
        Key("title", TEXT, "what a reader will see there"),
    ),
)

LINK = Record(
    "the link",
    Link,
    (
        Key("title", TEXT, "what the linked page is", required=True),
        Key("url", Url(), "where it is", required=True),
        Key("note", TEXT, "what a reader should know of it, such as its licence"),
    ),
)

EVENT = Record(
    "the event",
    Event,
    (
        Key(
            "at",
            OrNotRecorded(Time()),
            "when: a time with its offset, a date alone, or 'not recorded'",
            required=True,
        ),
        Key("text", TEXT, "what happened, in one sentence", required=True),
        Key("until", Time(fallback=None), "when it ended, for an event that lasted"),
        Key("approximate", Flag(), "true where the time is only about right"),
        Key("kind", Choice(EventKind, EventKind.CONTEXT), "what sort of event it is"),
        Key("marks", ListOf(Choice(Moment, Moment.STARTED)), "the moments that this event is"),
        Key("known_then", Flag(fallback=True), "false for what was learned only later"),
        Key("note", TEXT, "detail, or how the sources differ"),
        Key("evidence", ListOf(EVIDENCE), "what a reader can look at"),
    ),
)

DETECTION = Record(
    "the detection",
    Detection,
    (
        Key("source", OrNotRecorded(DETECTION_SOURCE), "how it came to be known", required=True),
        Key("note", TEXT, "what was seen"),
    ),
)

MEASURE = Record(
    "the measure",
    Measure,
    (
        Key("what", TEXT, "what was counted", required=True),
        Key("value", TEXT, "the figure with its unit, as text", required=True),
        Key("estimate", Flag(), "true where it is an estimate"),
    ),
)

IMPACT = Record(
    "the impact",
    Impact,
    (
        Key("summary", TEXT, "what users could not do, and for how long", required=True),
        Key("who", TEXT, "who was affected"),
        Key("measures", ListOf(MEASURE), "the figures"),
    ),
)

RELATED = Record(
    "the relation",
    Related,
    (
        Key("incident", TEXT, "the id of the other incident", required=True),
        Key("reason", TEXT, "why a reader should see it", required=True),
    ),
)

TIMEZONE = Key("timezone", TEXT, "the zone of times without an offset, such as Europe/Berlin")

INCIDENT_KEYS = (
    Key("title", TEXT, "what users saw, in one sentence", required=True),
    Key("severity", SEVERITY, "the level of the severity guide", required=True),
    Key("severity_note", TEXT, "why this level, and who chose it"),
    Key("status", Choice(IncidentStatus, IncidentStatus.OPEN), "open, mitigated or resolved", required=True),
    Key("services", ListOf(SERVICE), "the services that users know", required=True),
    Key("tags", ListOf(TEXT), "words to find it by"),
    TIMEZONE,
    Key("detection", DETECTION, "how it came to be known"),
    Key("impact", OrNone(IMPACT), "what it did to whom, or 'none' for a near miss", required=True),
    Key("roles", Pairs(Assignment), "who filled which role: rotas and teams"),
    Key("timeline", ListOf(EVENT), "what happened when", required=True),
    Key("related", ListOf(RELATED), "incidents to read beside this one"),
    Key("links", ListOf(LINK), "sources and further reading"),
)

FACTOR = Record(
    "the factor",
    Factor,
    (
        Key("text", TEXT, "the condition that had to be there, in one sentence", required=True),
        Key("category", CATEGORY, "what sort of condition it is", required=True),
        Key("kind", Choice(FactorKind, FactorKind.BASIC), "its part in a fault tree"),
        Key("state", Flag(), "for a house event: whether it is given or excluded"),
        Key("occurred", Choice(Occurred, Occurred.UNKNOWN), "whether it was there in this incident"),
        Key("probability", Probability(), "how likely it is, from 0 to 1"),
        Key("basis", Choice(Basis, Basis.INFERRED), "stated by a source, or inferred by the review"),
        Key("note", TEXT, "detail"),
        Key("evidence", ListOf(EVIDENCE), "what a reader can look at"),
    ),
)


class _WhyReader:
    """An answer, whose own ``because`` holds answers of the same form."""

    fallback = Why("")

    def read(self, node: Node, reading: Reading) -> Why:
        """The answer with everything under it."""
        return WHY.read(node, reading)


BECAUSE = ListOf(_WhyReader())
WHY = Record(
    "the answer",
    Why,
    (
        Key("answer", TEXT, "one answer to 'why?'", required=True),
        Key("because", BECAUSE, "the answers to why that was so"),
        Key("factor", Identifier(), "the factor that this answer comes down to"),
    ),
)

FIVE_WHYS = Record(
    "the five whys",
    FiveWhys,
    (
        Key("problem", TEXT, "what is asked about", required=True),
        Key("because", BECAUSE, "the first answers", required=True),
    ),
)

ACCOUNT = Record(
    "the account",
    Account,
    (
        Key("role", TEXT, "whose view it is, as a role", required=True),
        Key("text", TEXT, "what it looked like from there", required=True),
    ),
)

ACTION = Record(
    "the action",
    Action,
    (
        Key("id", Identifier(), "its id in this review", required=True),
        Key("what", TEXT, "what will be different, beginning with a verb", required=True),
        Key(
            "type", Choice(ActionType, ActionType.INVESTIGATE), "what sort of improvement it is", required=True
        ),
        Key("priority", OrNotRecorded(Choice(Priority, Priority.LOW)), "high, medium or low"),
        Key("owner", OrNotRecorded(TEAM), "the one team or role that will see it done"),
        Key("eliminates", IDS, "factors that cannot come back once it is done"),
        Key("reduces", IDS, "factors that become less likely or less harmful"),
        Key("detects", IDS, "factors that will be seen in time"),
        Key("created", DAY, "the day it was agreed"),
        Key("due", DAY, "the day it is promised for"),
        Key("status", Choice(ActionStatus, ActionStatus.UNKNOWN), "how far it has come", required=True),
        Key("done_when", OrNotRecorded(TEXT), "how anybody can tell that it is done"),
        Key("done_on", DAY, "the day it was done"),
        Key("proof", OrNotRecorded(TEXT), "a link or sentence that shows it is done"),
        Key("reason", TEXT, "why it was declined, or what superseded it"),
        Key("tracker", Url(), "its ticket"),
        Key("note", TEXT, "detail"),
    ),
)

REVIEW_KEYS = (
    Key(
        "status",
        Choice(ReviewStatus, ReviewStatus.DRAFT),
        "draft, in-review, reviewed or closed",
        required=True,
    ),
    Key("owner", OrNotRecorded(TEAM, NOT_RECORDED), "the team that sees the review through", required=True),
    Key("audience", Choice(Audience, Audience.INTERNAL), "public or internal"),
    Key("held", DAY, "the day of the review meeting"),
    Key("published", DAY, "the day it was published"),
    Key("covers", ListOf(TEXT), "ids of further incidents that it is about"),
    Key("summary", TEXT, "what happened and what was learned, in some sentences", required=True),
    Key("trigger", TEXT, "what set it off that day"),
    Key("trigger_kind", TRIGGER_KIND, "what sort of trigger it was"),
    Key("factors", Table(FACTOR), "the contributing factors by id"),
    Key("five_whys", FIVE_WHYS, "a tree of answers that ends in factors"),
    Key("fault_tree", FAULT_TREE, "the combination of factors that suffices"),
    Key("accounts", ListOf(ACCOUNT), "how it looked to different roles"),
    Key("surprises", TEXTS, "what surprised those who were there"),
    Key("went_well", TEXTS, "what went well"),
    Key("went_badly", TEXTS, "what made it harder"),
    Key("got_lucky", TEXTS, "where luck helped"),
    Key("lessons", TEXTS, "what others can learn from it"),
    Key("open_questions", TEXTS, "what is still not understood"),
    Key("actions", ListOf(ACTION), "the improvements"),
    Key("no_actions_reason", TEXT, "why there are none"),
    Key("links", ListOf(LINK), "sources and further reading"),
)


def incident_form(id: str) -> Record[Incident]:
    """The form of ``incident.yaml`` in the folder of that name."""

    def make(timezone: str = "", **fields: object) -> Incident:
        del timezone  # times are in UTC by now
        return Incident(id=id, **fields)  # type: ignore[arg-type]

    return Record("the incident", make, INCIDENT_KEYS)


def review_form(id: str) -> Record[Review]:
    """The form of ``pir.yaml`` in the folder of that name."""

    def make(**fields: object) -> Review:
        return Review(id=id, **fields)  # type: ignore[arg-type]

    return Record("the review", make, REVIEW_KEYS)
