"""Random incidents and reviews with every key of the form, as values of the model."""

from datetime import UTC, date, datetime

from hypothesis import strategies as st

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
    FiveWhys,
    Impact,
    Incident,
    IncidentKind,
    IncidentReference,
    IncidentStatus,
    Instant,
    Link,
    Measure,
    Moment,
    Occurred,
    Precision,
    Priority,
    Provenance,
    Review,
    ReviewStatus,
    Statement,
    Why,
)
from pirgen.source.fields.meanings import meant_word

ID = "2026-03-14-orders-fail"
VOCABULARY = """\
milestones:
  - {id: data-restored, title: The data is back}
  - {id: told, title: Users are told}
"""
LETTERS = "abc XYZ 019 äß漢 :#-'\"\\{}[]&*!|>%@`,?\n"
TEXT = st.text(LETTERS, min_size=1, max_size=40).map(lambda text: " ".join(text.split())).filter(bool)
LINES = st.lists(TEXT, min_size=1, max_size=3).map("\n\n".join)
URL = st.sampled_from(("https://example.org/a", "https://example.org/show_bug.cgi?id=7", "graph.png"))
DAY = st.dates(date(2020, 1, 1), date(2027, 1, 1))
DAYS = st.one_of(st.none(), st.just(NOT_RECORDED), DAY)
FLAG = st.booleans()
MAYBE = st.one_of(st.just(""), LINES)


def is_said(text: str) -> bool:
    """Whether a text is none of the signs, such as '?', that are read as 'not recorded'."""
    return not meant_word(text, (NOT_RECORDED.value,))


def some(values: st.SearchStrategy, most: int = 3) -> st.SearchStrategy:
    return st.lists(values, max_size=most).map(tuple)


def instant(at: datetime, precision: Precision) -> Instant:
    parts = {Precision.YEAR: 1, Precision.MONTH: 2, Precision.DAY: 3, Precision.MINUTE: 5, Precision.SECOND: 6}
    known = (*at.timetuple()[: parts[precision]], *(1, 1)[max(0, parts[precision] - 1) :])
    return Instant(datetime(*known, tzinfo=UTC), precision)


TIME = st.builds(instant, st.datetimes(datetime(2019, 1, 1), datetime(2027, 1, 1)), st.sampled_from(Precision))
EVIDENCE = st.builds(Evidence, st.sampled_from(EvidenceKind), URL, st.one_of(st.just(""), TEXT), FLAG)
LINK = st.builds(Link, TEXT, URL, MAYBE, FLAG)
EVENT = st.builds(
    Event,
    st.one_of(st.just(NOT_RECORDED), TIME),
    TEXT,
    st.sampled_from(EventKind),
    some(st.sampled_from(Moment)).map(dict.fromkeys).map(tuple),
    st.sampled_from(((), ("told",), ("data-restored", "told"))),
    st.sampled_from(("", "rollback", "e2")),
    st.one_of(st.none(), TIME),
    FLAG,
    FLAG,
    MAYBE,
    some(EVIDENCE, 2),
    FLAG,
)
STATEMENT = st.builds(Statement, TEXT, TEXT, FLAG, FLAG)
STATEMENTS = st.lists(STATEMENT, min_size=1, max_size=3).map(tuple)
MEASURE = st.builds(Measure, TEXT, st.one_of(TEXT, STATEMENTS), FLAG, FLAG)
INCIDENT = st.builds(
    Incident,
    st.just(ID),
    TEXT,
    st.sampled_from(("SEV-1", "SEV-4")),
    st.sampled_from(IncidentStatus),
    some(TEXT).map(dict.fromkeys).map(tuple),
    some(EVENT, 4),
    st.sampled_from(IncidentKind),
    st.one_of(st.none(), st.builds(Impact, LINES, MAYBE, some(MEASURE))),
    MAYBE,
    MAYBE,
    some(TEXT).map(dict.fromkeys).map(tuple),
    st.one_of(st.none(), st.builds(Detection, st.sampled_from(("monitoring", NOT_RECORDED)), MAYBE)),
    st.one_of(st.just(()), st.just((Assignment("scribe", "the rota"),))),
    st.one_of(
        st.just(()), st.builds(IncidentReference, st.just("2026-01-05-other"), LINES).map(lambda each: (each,))
    ),
    some(LINK, 2),
    st.sampled_from(Audience),
    st.sampled_from(("", "de")),
    st.sampled_from(((), ("2026-01-05-before",))),
    MAYBE,
)


def factors(made: list[Factor]) -> tuple[Factor, ...]:
    return tuple({factor.id: factor for factor in made}.values())


FACTOR = st.builds(
    Factor,
    st.sampled_from(("no-test", "null-price", "late-alert")),
    TEXT,
    st.sampled_from(("code", "testing")),
    occurred=st.sampled_from(Occurred),
    probability=st.sampled_from((None, 0.02, 1.0)),
    basis=st.sampled_from((None, *Basis)),
    latent_since=st.one_of(st.none(), st.just(NOT_RECORDED), TIME),
    removed_by=st.sampled_from(("", "rollback")),
    note=MAYBE,
    evidence=some(EVIDENCE, 2),
    internal=FLAG,
)
FOUND = st.one_of(st.none(), st.just(NOT_RECORDED), LINES.filter(is_said))
ACTION = st.builds(
    Action,
    st.sampled_from(("a", "b-2", "c")),
    TEXT,
    st.sampled_from(ActionType),
    st.sampled_from(ActionStatus),
    st.one_of(st.none(), st.just(NOT_RECORDED), st.sampled_from(Priority)),
    st.one_of(st.none(), st.just(NOT_RECORDED), TEXT.filter(is_said)),
    st.sampled_from(((), ("no-test",))),
    st.sampled_from(((), ("null-price",))),
    st.sampled_from(((), ("late-alert", "no-test"))),
    DAYS,
    DAYS,
    FOUND,
    DAYS,
    FOUND,
    MAYBE,
    st.sampled_from(("", "https://example.org/browse/OPS-1")),
    MAYBE,
    FLAG,
)
ANSWER = st.builds(Why, TEXT, internal=FLAG, factor=st.sampled_from((None, "no-test")))
WHYS = st.builds(Why, TEXT, st.lists(ANSWER, min_size=1, max_size=2).map(tuple), internal=FLAG)
REVIEW = st.builds(
    Review,
    st.just(ID),
    st.sampled_from(ReviewStatus),
    st.one_of(st.just(NOT_RECORDED), TEXT.filter(is_said)),
    LINES,
    st.lists(FACTOR, max_size=3).map(factors),
    st.sampled_from(Audience),
    st.sampled_from(Provenance),
    st.sampled_from(("", "de")),
    DAYS,
    DAYS,
    st.sampled_from(((), ("2026-01-05-other",))),
    MAYBE,
    st.sampled_from((None, "deploy")),
    st.one_of(st.none(), st.builds(FiveWhys, TEXT, st.lists(WHYS, min_size=1, max_size=2).map(tuple))),
    st.none(),
    some(st.builds(Account, TEXT, LINES, FLAG), 2),
    *([some(LINES, 2)] * 6),
    some(ACTION, 3),
    MAYBE,
    some(LINK, 2),
    MAYBE,
)
