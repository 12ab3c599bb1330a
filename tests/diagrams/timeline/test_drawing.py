from datetime import UTC, datetime

import pytest

from pirgen.diagrams.diagram import Diagram
from pirgen.diagrams.timeline.drawing import draw_timeline
from pirgen.model import (
    NOT_RECORDED,
    Event,
    EventKind,
    Evidence,
    EvidenceKind,
    Incident,
    IncidentStatus,
    Instant,
    Moment,
    NotRecorded,
    Precision,
)
from tests.diagrams.layout import Part, of_class, overlapping_texts, parts, texts


def instant(text: str) -> Instant:
    precision = {10: Precision.DAY, 16: Precision.MINUTE, 19: Precision.SECOND}[len(text)]
    return Instant(datetime.fromisoformat(text).replace(tzinfo=UTC), precision)


def an_event(at: str, text: str = "Something happens.", *marks: Moment, **more: object) -> Event:
    when: Instant | NotRecorded = instant(at) if at else NOT_RECORDED
    return Event(when, text, marks=marks, **more)  # type: ignore[arg-type]


def drawn(*events: Event, width: int = 760) -> Diagram:
    incident = Incident(
        "2026-01-31-x", "All of **it** was down", "SEV-1", IncidentStatus.RESOLVED, ("shop",), events
    )
    return draw_timeline(incident, width)


SHORT = (
    an_event("2026-01-31T23:50:05", "A release goes out.", Moment.STARTED, kind=EventKind.CHANGE),
    an_event("2026-01-31T23:50:45", "An alert fires.", Moment.DETECTED, kind=EventKind.DETECTION),
    an_event("2026-01-31T23:52:00", "Somebody takes it.", Moment.ACKNOWLEDGED, kind=EventKind.ESCALATION),
    an_event("2026-01-31T23:54:00", "It is rolled back.", Moment.MITIGATED, kind=EventKind.ACTION),
    an_event("2026-02-01T00:10", "All is well.", Moment.RESOLVED, kind=EventKind.RECOVERY),
)
LONG = (
    an_event("2003-01-01", "A function is retired, but stays callable.", known_then=False),
    an_event("", "The dumps fail and nobody hears of it. " * 4, known_then=False),
    an_event("2026-01-28T10:00", "Spam slows the database.", Moment.STARTED, until=instant("2026-01-28T12:00")),
    an_event("", "The standby is wiped."),
    an_event("2026-01-30T18:33", "It is back.", Moment.MITIGATED, approximate=True),
    an_event("2026-01-31", "The report is out.", until=instant("2026-02-03")),
)


def test_a_short_incident_reads_from_top_to_bottom() -> None:
    assert texts(drawn(*SHORT)) == [
        "times in UTC",
        "Started to resolved: 19 min",
        *("Undetected", "40 s", "Unacknowledged", "1 min 15 s", "Mitigating", "2 min", "Restoring", "16 min"),
        *("31 Jan 2026", "23:50:05", "change", "started", "A release goes out."),
        *("23:50:45", "detection", "detected", "An alert fires."),
        *("23:52:00", "escalation", "acknowledged", "Somebody takes it."),
        *("23:54:00", "action", "mitigated", "It is rolled back."),
        *("1 Feb 2026", "00:10", "recovery", "resolved", "All is well."),
    ]


def test_unknown_and_vague_times_say_so() -> None:
    assert texts(drawn(*LONG))[1:] == [
        "Started to mitigated: about 2 d 8 h",
        "Until mitigated",
        "about 2 d 8 h",
        *("1 Jan 2003", "context", "learned later", "A function is retired, but stays callable."),
        *("—", "context", "learned later", ("The dumps fail and nobody hears of it. " * 4).strip()),
        "about 23 years later",
        *("28 Jan 2026", "10:00", "to 12:00", "context", "started", "Spam slows the database."),
        *("—", "context", "The standby is wiped."),
        "about 2 d 8 h after 10:00",
        *("30 Jan 2026", "~18:33", "context", "mitigated", "It is back."),
        "about 1 day later",
        *("31 Jan 2026", "to 3 Feb 2026", "context", "The report is out."),
    ]


@pytest.mark.parametrize("width", [760, 360])
@pytest.mark.parametrize("events", [SHORT, LONG])
def test_no_text_stands_on_another(events: tuple[Event, ...], width: int) -> None:
    assert overlapping_texts(drawn(*events, width=width)) == []


@pytest.mark.parametrize("width", [760, 360])
def test_nothing_sticks_out(width: int) -> None:
    every_mark = an_event("2026-01-31T10:00", "W" * 200, *Moment, known_then=False)
    for part in parts(drawn(*LONG, every_mark, width=width)):
        assert part.left >= -0.1
        assert part.right <= width + 0.1


def test_the_bar_is_in_proportion_and_full() -> None:
    bars = of_class(drawn(*SHORT), "pirgen-bar")
    assert [sorted(bar.classes)[1] for bar in bars] == [
        "pirgen-undetected",
        "pirgen-unacknowledged",
        "pirgen-mitigating",
        "pirgen-restoring",
    ]
    assert bars[1].width / bars[0].width == pytest.approx(75 / 40, rel=0.1)
    assert bars[-1].right == pytest.approx(760, abs=0.1)


def test_longer_times_take_more_room_but_not_in_proportion() -> None:
    gaps = []
    for hours in ("10:01", "10:30", "20:00"):
        first, second = badges(drawn(an_event("2026-01-31T10:00"), an_event(f"2026-01-31T{hours}")))
        gaps.append(second.top - first.top)
    assert gaps[0] < gaps[1] < gaps[2] < 4 * gaps[0]


def badges(diagram: Diagram) -> list[Part]:
    return of_class(diagram, "pirgen-badge")


def test_what_was_learned_later_is_drawn_otherwise() -> None:
    later, then = badges(drawn(an_event("", known_then=False), an_event("")))
    assert later.classes - then.classes == {"pirgen-badge-later"}


def test_the_axis_has_the_colour_of_the_phase() -> None:
    ribbons = of_class(
        drawn(an_event("2026-01-31T23:00"), *SHORT, an_event("2026-02-01T01:00")), "pirgen-ribbon"
    )
    assert [sorted(ribbon.classes - {"pirgen-ribbon"}) for ribbon in ribbons] == [
        ["pirgen-undetected"],
        ["pirgen-unacknowledged"],
        ["pirgen-mitigating"],
        ["pirgen-restoring"],
    ]


def test_only_long_gaps_break_the_axis() -> None:
    assert len(of_class(drawn(*LONG), "pirgen-break")) == 2
    assert of_class(drawn(*SHORT), "pirgen-break") == []


def test_evidence_is_linked() -> None:
    long_title = "A title that is far too long for a line " * 4
    evidence = (
        Evidence(EvidenceKind.CHANGE, "https://example.org/1", long_title),
        Evidence(EvidenceKind.LOG, "https://example.org/2"),
    )
    links = of_class(drawn(an_event("2026-01-31T10:00", evidence=evidence)), "pirgen-link")
    assert [(link.link, link.text[-6:]) for link in links] == [
        ("https://example.org/1", links[0].text[-6:]),
        ("https://example.org/2", "log"),
    ]
    assert links[0].text.endswith("…")


def test_texts_are_shown_without_markdown() -> None:
    diagram = drawn(
        an_event("", "The flag `max_wal_senders` is **raised**, see [the log](https://example.org).")
    )
    assert "The flag max_wal_senders is raised, see the log." in texts(diagram)


def test_the_order_of_the_file_is_kept() -> None:
    diagram = drawn(an_event("2026-01-31T10:00", "First."), an_event("2026-01-31T09:00", "Second."))
    assert [text for text in texts(diagram) if text.endswith(".")] == ["First.", "Second."]
    first, second = badges(diagram)
    assert second.top > first.bottom


def test_an_incident_without_moments_has_no_bar() -> None:
    assert of_class(drawn(an_event("2026-01-31T10:00")), "pirgen-bar") == []


def test_the_two_layouts_have_names_of_their_own() -> None:
    incident = Incident("2026-01-31-x", "`It` was down", "SEV-1", IncidentStatus.OPEN, (), SHORT)
    wide, narrow = draw_timeline(incident, 760), draw_timeline(incident, 360)
    assert (wide.name, narrow.name) == ("timeline", "timeline-narrow")
    assert wide.title == "Timeline: It was down"
    assert wide.description == (
        "5 events from top to bottom; undetected 40 s; unacknowledged 1 min 15 s; mitigating 2 min;"
        " restoring 16 min."
    )
