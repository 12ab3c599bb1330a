"""The form of the files: every key, what it takes and what it means, declared once."""

from __future__ import annotations

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
    IncidentKind,
    IncidentReference,
    IncidentStatus,
    Link,
    Measure,
    Moment,
    Occurred,
    Priority,
    Provenance,
    Review,
    ReviewStatus,
    Statement,
    Why,
)
from pirgen.source.fields import (
    INCIDENT_ID_PATTERN,
    MOST_SHOWN_APART,
    AlwaysInternal,
    Choice,
    Day,
    Flag,
    Identifier,
    Key,
    ListOf,
    OrInternal,
    OrNone,
    OrNotRecorded,
    Pairs,
    Probability,
    Record,
    Reference,
    Table,
    Text,
    TextOrList,
    Time,
    Url,
    Word,
)
from pirgen.source.fields.reading import Reading
from pirgen.source.form.fault_tree import FAULT_TREE
from pirgen.source.yaml.nodes import Node

TEXT = Text()
NOTE = OrInternal()
NOTES = ListOf(NOTE)
INTERNAL = Key("internal", Flag(), "true where it is for the organisation only")
INTERNAL_NOTES = Key(
    "internal",
    AlwaysInternal(),
    "notes for the organisation only, as Markdown",
    to="internal_notes",
    example="The customer who called first was told the cause by telephone",
)
INCIDENT_ID = Reference("an incident's id", INCIDENT_ID_PATTERN)
DAY = OrNotRecorded(Day())
NAMED = Identifier(is_reference=True)
IDS = ListOf(NAMED)


SEVERITY = Word(lambda vocabulary: vocabulary.severities, "severities")
SERVICE = Word(lambda vocabulary: vocabulary.services, "services")
SERVICES = ListOf(SERVICE, most=MOST_SHOWN_APART)
MILESTONE = Word(lambda vocabulary: vocabulary.milestones, "milestones")
TEAM = Word(lambda vocabulary: vocabulary.teams, "teams")
CATEGORY = Word(lambda vocabulary: vocabulary.categories, "categories")
TRIGGER_KIND = Word(lambda vocabulary: vocabulary.triggers, "triggers")
DETECTION_SOURCE = Word(lambda vocabulary: vocabulary.detection_sources, "detection_sources")

EVIDENCE = Record(
    "the evidence",
    Evidence,
    (
        Key(
            "kind",
            Choice(EvidenceKind, EvidenceKind.DOCUMENT),
            "what kind of thing the link leads to",
            required=True,
        ),
        Key(
            "url",
            Url(),
            "a link, or the path of a file beside this one",
            required=True,
            example="https://metrics.example.org/orders",
        ),
        Key("title", TEXT, "what a reader will see there", example="Failed orders per minute", usual=True),
        INTERNAL,
    ),
)

LINK = Record(
    "the link",
    Link,
    (
        Key("title", TEXT, "what the linked page is", required=True, example="Status page"),
        Key("url", Url(), "where it is", required=True, example="https://status.example.org/incidents/42"),
        Key("note", NOTE, "what a reader should know of it, such as its licence", example="CC BY 4.0"),
        INTERNAL,
    ),
)

EVENT = Record(
    "the event",
    Event,
    (
        Key(
            "at",
            OrNotRecorded(Time()),
            "when: a time with its offset, a date, month or year alone, or 'not recorded'",
            required=True,
            example="2026-03-14T09:10Z",
        ),
        Key("text", TEXT, "what happened, in one sentence", required=True, example="Orders fail"),
        Key(
            "until", Time(fallback=None), "when it ended, for an event that lasted", example="2026-03-14T09:40Z"
        ),
        Key("approximate", Flag(), "true where the time is only approximate"),
        Key("kind", Choice(EventKind, EventKind.CONTEXT), "what kind of event it is", usual=True),
        Key("marks", ListOf(Choice(Moment, Moment.STARTED)), "the moments that this event is"),
        Key(
            "milestones",
            ListOf(MILESTONE),
            "the site's own milestones that this event is",
            example="data-restored",
        ),
        Key(
            "id",
            Identifier(),
            "a name for it, where a factor was 'removed_by' it",
            example="rollback-of-the-release",
        ),
        Key("known_then", Flag(fallback=True), "false for what was learned only later"),
        Key(
            "note", NOTE, "detail, or how the sources differ", example="The log says 09:09, the dashboard 09:10"
        ),
        Key("evidence", ListOf(EVIDENCE), "what a reader can look at"),
        INTERNAL,
    ),
)

DETECTION = Record(
    "the detection",
    Detection,
    (
        Key(
            "source",
            OrNotRecorded(DETECTION_SOURCE),
            "how it came to be known",
            required=True,
            example="monitoring",
        ),
        Key("note", NOTE, "what was seen", example="The alert on failed orders fired", usual=True),
    ),
)

STATEMENT = Record(
    "the statement",
    Statement,
    (
        Key("value", TEXT, "the figure with its unit, as text", required=True, example="about 1200"),
        Key(
            "said_by", TEXT, "who says so: a role, a tool, a publication", required=True, example="status page"
        ),
        Key("estimate", Flag(), "true where it is an estimate"),
        INTERNAL,
    ),
)

MEASURE = Record(
    "the measure",
    Measure,
    (
        Key("what", TEXT, "what was counted", required=True, example="failed requests"),
        Key(
            "value",
            TextOrList(STATEMENT),
            "the figure with its unit, as text, or what each source says where they differ",
            required=True,
            example="about 1200",
        ),
        Key("estimate", Flag(), "true where it is an estimate"),
        INTERNAL,
    ),
)

IMPACT = Record(
    "the impact",
    Impact,
    (
        Key(
            "summary",
            TEXT,
            "what users could not do, and for how long",
            required=True,
            example="No order could be placed for 20 minutes",
        ),
        Key("who", NOTE, "who was affected", example="everyone who pays by card", usual=True),
        Key("measures", ListOf(MEASURE), "the figures"),
    ),
)

RELATED = Record(
    "the relation",
    IncidentReference,
    (
        Key(
            "incident",
            INCIDENT_ID,
            "the id of the other incident",
            required=True,
            example="2026-01-05-checkout-down",
        ),
        Key("reason", NOTE, "why a reader should see it", required=True, example="The same release process"),
    ),
)

TIMEZONE = Key("timezone", TEXT, "the zone of times without an offset", example="Europe/Berlin")

INCIDENT_KEYS = (
    Key(
        "title",
        TEXT,
        "what users saw, in one sentence",
        required=True,
        example="Checkout failed for every order",
    ),
    Key(
        "kind",
        Choice(IncidentKind, IncidentKind.INCIDENT),
        "whether it was planned; an incident by default",
    ),
    Key("severity", SEVERITY, "the level of the severity guide", required=True),
    Key(
        "severity_note",
        NOTE,
        "why this level, and who chose it",
        example="Chosen by the incident commander: every order failed",
    ),
    Key("status", Choice(IncidentStatus, IncidentStatus.OPEN), "how far the response has come", required=True),
    Key(
        "services",
        ListOf(SERVICE, most=MOST_SHOWN_APART),
        "the services that users know",
        required=True,
        example="checkout",
    ),
    Key("tags", ListOf(TEXT, most=MOST_SHOWN_APART), "words to find it by", example="deploy"),
    TIMEZONE,
    Key("detection", DETECTION, "how it came to be known", usual=True),
    Key("impact", OrNone(IMPACT), "what it did, and to whom, or 'none' for a near miss", required=True),
    Key(
        "potential",
        NOTE,
        "what it could have done, above all for a near miss",
        example="Every order of the day could have been lost",
    ),
    Key(
        "roles",
        Pairs(Assignment, lambda vocabulary: vocabulary.roles),
        "who filled which role: rotas and teams",
    ),
    Key("timeline", ListOf(EVENT), "what happened when", required=True),
    Key("related", ListOf(RELATED), "incidents to read beside this one"),
    Key("links", ListOf(LINK), "sources and further reading"),
    Key("audience", Choice(Audience, Audience.INTERNAL), "who may read of it; internal by default"),
    Key("language", TEXT, "the language of its texts, as a code, where it is not the site's", example="de"),
    Key(
        "aliases",
        ListOf(INCIDENT_ID, most=MOST_SHOWN_APART),
        "ids that it had before; their addresses lead to its page",
        example="2026-01-05-checkout-broken",
    ),
    INTERNAL_NOTES,
)

FACTOR = Record(
    "the factor",
    Factor,
    (
        Key(
            "text",
            TEXT,
            "the condition that had to be there, in one sentence",
            required=True,
            example="No test places an order without a price",
        ),
        Key("category", CATEGORY, "what kind of condition it is", required=True),
        Key("kind", Choice(FactorKind, FactorKind.BASIC), "its part in a fault tree"),
        Key("state", Flag(), "for a house event: whether it is given or excluded"),
        Key("occurred", Choice(Occurred, Occurred.UNKNOWN), "whether it was there in this incident"),
        Key("probability", Probability(), "how likely it is, from 0 to 1", example="0.02"),
        Key("basis", Choice(Basis, Basis.INFERRED), "stated by a source, or inferred by the review"),
        Key(
            "latent_since",
            OrNotRecorded(Time()),
            "since when it was there: a time, date, month or year before the start",
            example="2021-03",
        ),
        Key(
            "removed_by",
            Identifier(),
            "the id of the event of the response that removed it for good",
            example="rollback-of-the-release",
        ),
        Key("note", NOTE, "detail"),
        Key("evidence", ListOf(EVIDENCE), "what a reader can look at"),
        INTERNAL,
    ),
)


class _WhyReader:
    """An answer, whose own ``because`` holds answers of the same form."""

    fallback = Why("")

    def read(self, node: Node, reading: Reading) -> Why:
        """The answer with everything under it."""
        return WHY.read(node, reading)

    def shape(self, written: str) -> str:
        """What an answer looks like, as an example."""
        return WHY.shape(written)


BECAUSE = ListOf(_WhyReader())
WHY = Record(
    "the answer",
    Why,
    (
        Key(
            "answer", TEXT, "one answer to 'why?'", required=True, example="Orders from partners have no price"
        ),
        Key("because", BECAUSE, "the answers to why that was so"),
        Key("factor", NAMED, "the factor that this answer comes down to", example="no-test", usual=True),
        INTERNAL,
    ),
)

FIVE_WHYS = Record(
    "the five whys",
    FiveWhys,
    (
        Key(
            "problem",
            TEXT,
            "what is asked about",
            required=True,
            example="Every order failed for twenty minutes",
        ),
        Key("because", BECAUSE, "the first answers", required=True),
    ),
)

ACCOUNT = Record(
    "the account",
    Account,
    (
        Key("role", TEXT, "whose view it is, as a role", required=True, example="on-call engineer"),
        Key(
            "text",
            TEXT,
            "what it looked like from there",
            required=True,
            example="The graph was flat, so it looked like a dead sensor",
        ),
        INTERNAL,
    ),
)

ACTION = Record(
    "the action",
    Action,
    (
        Key("id", Identifier(), "its id in this review", required=True, example="test-missing-price"),
        Key(
            "what",
            TEXT,
            "what will be different, beginning with a verb",
            required=True,
            example="Place an order without a price in the release test",
        ),
        Key(
            "type", Choice(ActionType, ActionType.INVESTIGATE), "what kind of improvement it is", required=True
        ),
        Key("priority", OrNotRecorded(Choice(Priority, Priority.LOW)), "how much it matters"),
        Key(
            "owner",
            OrNotRecorded(TEAM),
            "the one team or role that will see it done",
            example="checkout team",
            usual=True,
        ),
        Key("eliminates", IDS, "factors that cannot come back once it is done", example="no-test", usual=True),
        Key("reduces", IDS, "factors that become less likely or less harmful", example="null-price"),
        Key("detects", IDS, "factors that will be seen in time", example="null-price"),
        Key("created", DAY, "the day it was agreed", example="2026-03-16", usual=True),
        Key("due", DAY, "the day it is promised for", example="2026-03-30", usual=True),
        Key("status", Choice(ActionStatus, ActionStatus.UNKNOWN), "how far it has come", required=True),
        Key(
            "done_when",
            OrNotRecorded(NOTE),
            "how anybody can tell that it is done",
            example="The release test fails on an order without a price",
            usual=True,
        ),
        Key("done_on", DAY, "the day it was done", example="2026-03-27"),
        Key(
            "proof",
            OrNotRecorded(NOTE),
            "a link or sentence that shows it is done",
            example="Build 4711 failed on an order without a price",
        ),
        Key("reason", NOTE, "why it was declined, or what superseded it", example="The shop closes this month"),
        Key("tracker", Url(), "its ticket", example="https://tracker.example.org/OPS-1"),
        Key("note", NOTE, "detail"),
        INTERNAL,
    ),
)

REVIEW_KEYS = (
    Key(
        "status",
        Choice(ReviewStatus, ReviewStatus.DRAFT),
        "how far the review has come",
        required=True,
    ),
    Key(
        "owner",
        OrNotRecorded(TEAM, NOT_RECORDED),
        "the team that sees the review through; not asked for where the provenance is external",
        required=True,
        unless=("provenance", "external"),
        example="checkout team",
    ),
    Key("audience", Choice(Audience, Audience.INTERNAL), "who may read it; internal by default"),
    Key("provenance", Choice(Provenance, Provenance.OWN), "whose words it rests on; own by default"),
    Key("language", TEXT, "the language of its texts, as a code, where it is not the site's", example="de"),
    Key("held", DAY, "the day of the review meeting", example="2026-03-16"),
    Key("published", DAY, "the day it was published", example="2026-03-20"),
    Key(
        "covers",
        ListOf(INCIDENT_ID, most=MOST_SHOWN_APART),
        "ids of further incidents that it is about",
        example="2026-03-15-checkout-down-again",
    ),
    Key(
        "summary",
        NOTE,
        "what happened and what was learned, in some sentences",
        required=True,
        example="A release assumed that every order has a price; orders from partners have none",
    ),
    Key("trigger", NOTE, "what set it off that day", example="Release 4.12 went out", usual=True),
    Key("trigger_kind", TRIGGER_KIND, "what kind of trigger it was", usual=True),
    Key("factors", Table(FACTOR), "the contributing factors by id", usual=True),
    Key("five_whys", FIVE_WHYS, "a tree of answers that ends in factors"),
    Key("fault_tree", FAULT_TREE, "the combination of factors that suffices"),
    Key("accounts", ListOf(ACCOUNT), "how it looked to different roles"),
    Key(
        "surprises",
        NOTES,
        "what surprised those who were there",
        example="The rollback took longer than the outage",
    ),
    Key("went_well", NOTES, "what went well", example="The alert fired within two minutes"),
    Key("went_badly", NOTES, "what made it harder", example="Nobody knew who may roll back"),
    Key("got_lucky", NOTES, "where luck helped", example="It happened on a Sunday"),
    Key("lessons", NOTES, "what others can learn from it", example="Test what partners send, not what we send"),
    Key("open_questions", NOTES, "what is still not understood", example="Why did the canary see nothing?"),
    Key("actions", ListOf(ACTION, most=MOST_SHOWN_APART), "the improvements", usual=True),
    Key("no_actions_reason", NOTE, "why there are none", example="The shop closes this month"),
    Key("links", ListOf(LINK), "sources and further reading"),
    INTERNAL_NOTES,
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
