from datetime import UTC, datetime, timedelta

from pirgen.analysis.durations import Length
from pirgen.diagrams.timeline.phases import phases
from pirgen.model import Event, Incident, IncidentStatus, Instant, Moment, Precision

STARTED, DETECTED, ACKNOWLEDGED, MITIGATED, RESOLVED = Moment


def found(*marked: tuple[int, tuple[Moment, ...]]) -> list[tuple[str, int]]:
    """Name and minutes of the phases, for events so many minutes after ten."""
    start = datetime(2026, 1, 31, 10, tzinfo=UTC)
    events = tuple(
        Event(Instant(start + timedelta(minutes=minutes)), "x", marks=marks) for minutes, marks in marked
    )
    incident = Incident("2026-01-31-x", "x", "SEV-1", IncidentStatus.OPEN, (), events)
    return [(phase.name, int(phase.length.time.total_seconds() / 60)) for phase in phases(incident)]


def test_five_moments_make_four_phases() -> None:
    assert found(
        (0, (STARTED,)), (5, (DETECTED,)), (6, (ACKNOWLEDGED,)), (9, (MITIGATED,)), (60, (RESOLVED,))
    ) == [
        ("undetected", 5),
        ("unacknowledged", 1),
        ("mitigating", 3),
        ("restoring", 51),
    ]


def test_moments_on_one_event_have_nothing_between() -> None:
    assert found((0, (STARTED,)), (5, (DETECTED, ACKNOWLEDGED)), (9, (MITIGATED, RESOLVED))) == [
        ("undetected", 5),
        ("mitigating", 4),
    ]


def test_a_phase_over_a_missing_moment_says_until_when() -> None:
    assert found((0, (STARTED,)), (9, (MITIGATED,))) == [("until mitigated", 9)]
    assert found((0, (DETECTED,)), (9, (RESOLVED,))) == [("until resolved", 9)]
    assert found((0, (STARTED,)), (9, (ACKNOWLEDGED,))) == [("until acknowledged", 9)]


def test_mitigating_may_begin_with_the_detection() -> None:
    assert found((0, (DETECTED,)), (9, (MITIGATED,))) == [("mitigating", 9)]


def test_a_moment_before_an_earlier_one_is_left_out() -> None:
    assert found((10, (STARTED,)), (5, (DETECTED,)), (20, (MITIGATED,))) == [("until mitigated", 10)]


def test_one_moment_makes_no_phase() -> None:
    assert found((0, (STARTED,))) == []


def test_a_phase_between_days_is_counted_in_days() -> None:
    events = (
        Event(Instant(datetime(2026, 1, 28, tzinfo=UTC), Precision.DAY), "x", marks=(STARTED,)),
        Event(Instant(datetime(2026, 1, 31, 10, tzinfo=UTC)), "x", marks=(DETECTED,)),
    )
    phase = phases(Incident("2026-01-31-x", "x", "SEV-1", IncidentStatus.OPEN, (), events))[0]
    assert phase.length == Length(timedelta(days=3), is_approximate=True)
