from pirgen.diagrams.timeline.anchors import event_anchors
from pirgen.model import NOT_RECORDED, Event, Moment


def test_events_with_the_same_name_are_counted_from_the_second_on() -> None:
    plain = Event(NOT_RECORDED, "Somebody looked")
    marked = Event(NOT_RECORDED, "It began", marks=(Moment.STARTED,))
    named = Event(NOT_RECORDED, "It was seen", id="seen")
    assert event_anchors((plain, marked, plain, named, plain)) == (
        "event-without-time",
        "event-started",
        "event-without-time-2",
        "event-seen",
        "event-without-time-3",
    )
