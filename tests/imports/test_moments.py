from datetime import UTC, datetime

from pirgen.imports.drafting.moments import assign_moments, in_order
from pirgen.imports.incident import ImportedEvent
from pirgen.model import NOT_RECORDED, EventKind, Instant, Moment, NotRecorded

STARTED, DETECTED, ACKNOWLEDGED, MITIGATED, RESOLVED = Moment


def at(minute: int) -> Instant:
    return Instant(datetime(2026, 3, 14, 9, minute, tzinfo=UTC))


def entry(when: int | NotRecorded, text: str, *marks: Moment, **more: object) -> ImportedEvent:
    return ImportedEvent(at(when) if isinstance(when, int) else when, (text,), marks=marks, **more)  # type: ignore[arg-type]


def marks_of(events: tuple[ImportedEvent, ...]) -> dict[str, tuple[str, ...]]:
    return {str(each.lead[0]): tuple(mark.value for mark in each.marks) for each in events}


def test_the_first_acknowledgement_counts_and_the_last_recovery() -> None:
    found = [
        entry(9, "resolved again", RESOLVED),
        entry(5, "resolved", RESOLVED),
        entry(3, "second", ACKNOWLEDGED),
        entry(1, "first", ACKNOWLEDGED),
        entry(0, "alert", DETECTED),
    ]
    assert marks_of(assign_moments(found)) == {
        "alert": ("detected",),
        "first": ("acknowledged",),
        "second": (),
        "resolved": (),
        "resolved again": ("resolved",),
    }


def test_a_stand_in_gives_way_to_what_tells_the_same_moment() -> None:
    created = entry(0, "created", DETECTED, stand_in=True)
    assert [each.lead for each in assign_moments([created, entry(1, "alert", DETECTED)])] == [("alert",)]
    assert marks_of(assign_moments([created])) == {"created": ("detected",)}


def test_an_acknowledgement_after_the_end_is_told_and_not_marked() -> None:
    _, late = assign_moments([entry(5, "resolved", RESOLVED), entry(6, "acked", ACKNOWLEDGED)])
    assert (late.marks, late.note) == (
        (),
        "not marked as acknowledged: the export has this after the incident was resolved",
    )


def test_a_start_after_detection_is_told_and_not_marked() -> None:
    assert marks_of(assign_moments([entry(5, "impact", STARTED), entry(1, "alert", DETECTED)])) == {
        "alert": ("detected",),
        "impact": (),
    }


def test_an_incident_that_came_back_is_not_resolved() -> None:
    found = [entry(1, "resolved", RESOLVED), entry(5, "mitigated again", MITIGATED)]
    assert marks_of(assign_moments(found)) == {"resolved": (), "mitigated again": ("mitigated",)}


def test_what_was_seen_before_the_start_is_context() -> None:
    early, _ = assign_moments([entry(1, "alert", kind=EventKind.DETECTION), entry(5, "impact", STARTED)])
    assert early.kind is EventKind.CONTEXT


def test_an_entry_without_a_time_stays_behind_the_one_it_follows() -> None:
    found = [
        entry(5, "b"),
        entry(NOT_RECORDED, "after b"),
        entry(1, "a"),
        entry(NOT_RECORDED, "after a", RESOLVED),
    ]
    assert [each.lead[0] for each in in_order(found)] == ["a", "after a", "b", "after b"]
