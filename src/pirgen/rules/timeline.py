"""What a good timeline satisfies."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from pirgen.diagnostics import Level
from pirgen.model import Book, Event, EventKind, Incident, IncidentStatus, Instant, Moment, Precision
from pirgen.rules.rule import Field, Finding, in_incident, rule
from pirgen.wording.instants import stamp

_ORDER = (
    (Moment.STARTED, Moment.DETECTED),
    (Moment.STARTED, Moment.ACKNOWLEDGED),
    (Moment.STARTED, Moment.MITIGATED),
    (Moment.STARTED, Moment.RESOLVED),
    (Moment.DETECTED, Moment.ACKNOWLEDGED),
    (Moment.MITIGATED, Moment.RESOLVED),
)
"""Which moment cannot come before which; mitigation may come before anybody noticed."""

_A_DAY = timedelta(days=1)

_NEEDS_A_START = (EventKind.DETECTION, EventKind.RECOVERY)
"""What cannot come before what it detects or recovers from; people may act, call and decide at any time."""


def _at(incident: Incident, index: int, *path: str) -> Field:
    return in_incident(incident.id, "timeline", index, *path)


def _timed(incident: Incident) -> Iterator[tuple[int, Event, Instant]]:
    for index, event in enumerate(incident.timeline):
        if isinstance(event.at, Instant):
            yield index, event, event.at


def _clock(instant: Instant) -> str:
    if not instant.has_clock:
        return stamp(instant)
    seconds = "" if instant.precision is Precision.MINUTE else ":%S"
    return instant.at.strftime(f"%Y-%m-%d %H:%M{seconds} UTC")


def _moments_out_of_order(book: Book, as_of: date) -> Iterator[Finding]:
    for incident in book.incidents:
        yield from _wrong_moments(incident)


def _wrong_moments(incident: Incident) -> Iterator[Finding]:
    marked = {mark: (index, at) for index, event, at in _timed(incident) for mark in event.marks}
    for first, second in _ORDER:
        if first in marked and second in marked and marked[second][1].is_before(marked[first][1]):
            index, at = marked[second]
            first_index, first_at = marked[first]
            message = f"{second.value} {_clock(at)} is before {first.value} {_clock(first_at)}"
            related = ((_at(incident, first_index, "at"), f"{first.value} here"),)
            hint = "check the day, and the offset of both times"
            yield Finding(_at(incident, index, "at"), message, hint=hint, related=related)


def _events_out_of_order(book: Book, as_of: date) -> Iterator[Finding]:
    """Where a moment has a wrong time, that one is corrected first."""
    for incident in book.incidents:
        if any(_wrong_moments(incident)):
            continue
        latest: Instant | None = None
        has_fix = False  # that of the first finding puts all events in order
        for index, _, at in _timed(incident):
            if latest and at.is_before(latest):
                message = f"{_clock(at)} comes after {_clock(latest)} in the file"
                hint = "put events in the order of their times"
                order = () if has_fix else _by_time(incident)
                yield Finding(_at(incident, index, "at"), message, hint=hint, order=order)
                has_fix = True
            else:
                latest = at


def _by_time(incident: Incident) -> tuple[int, ...]:
    """The places of the events in the order of their times; who is in order already stays where it is."""
    ordered: list[tuple[int, Event]] = []
    for index, event in enumerate(incident.timeline):
        at = len(ordered)
        for place, (_, other) in enumerate(ordered):
            if isinstance(event.at, Instant) and isinstance(other.at, Instant) and event.at.is_before(other.at):
                at = place
                break
        ordered.insert(at, (index, event))
    return tuple(index for index, _ in ordered)


def _seen_before_start(book: Book, as_of: date) -> Iterator[Finding]:
    for incident in book.incidents:
        started = incident.instant_of(Moment.STARTED)
        for index, event, at in _timed(incident):
            if started and event.kind in _NEEDS_A_START and not event.marks and at.is_before(started):
                message = f"{event.kind.value} {_clock(at)} is before the incident started, {_clock(started)}"
                hint = "mark the first effect on users as started, or say that the event is context"
                yield Finding(_at(incident, index, "at"), message, hint=hint)


def _moment_marked_twice(book: Book, as_of: date) -> Iterator[Finding]:
    for incident in book.incidents:
        first: dict[Moment, int] = {}
        for index, event in enumerate(incident.timeline):
            for mark in event.marks:
                if mark in first:
                    related = ((_at(incident, first[mark], "marks"), "first marked here"),)
                    yield Finding(
                        _at(incident, index, "marks"), f"{mark.value} is marked twice", related=related
                    )
                first.setdefault(mark, index)


def _no_start(book: Book, as_of: date) -> Iterator[Finding]:
    for incident in book.incidents:
        if incident.timeline and incident.event_of(Moment.STARTED) is None:
            hint = "mark the first effect on users; its time may be 'not recorded'"
            yield Finding(
                Field(f"{incident.id}/incident.yaml", ("timeline",), True),
                "no event is marked started",
                hint=hint,
            )


def _empty_timeline(book: Book, as_of: date) -> Iterator[Finding]:
    for incident in book.incidents:
        if not incident.timeline:
            yield Finding(in_incident(incident.id, "timeline"), "the timeline has no events")


def _resolved_without_moment(book: Book, as_of: date) -> Iterator[Finding]:
    for incident in book.incidents:
        is_marked = incident.event_of(Moment.RESOLVED) is not None
        if incident.status is IncidentStatus.RESOLVED and incident.timeline and not is_marked:
            depends = (in_incident(incident.id, "timeline"),)
            message = "status is resolved and no event is marked resolved"
            yield Finding(in_incident(incident.id, "status"), message, depends=depends)
        elif incident.status is not IncidentStatus.RESOLVED and is_marked:
            message = f"status is {incident.status.value} and an event is marked resolved"
            yield Finding(in_incident(incident.id, "status"), message)


def _ends_before_it_begins(book: Book, as_of: date) -> Iterator[Finding]:
    for incident in book.incidents:
        for index, event, at in _timed(incident):
            if event.until and event.until.is_before(at):
                message = f"until {_clock(event.until)} is before the event begins, {_clock(at)}"
                yield Finding(_at(incident, index, "until"), message)


def _other_day_than_id(book: Book, as_of: date) -> Iterator[Finding]:
    for incident in book.incidents:
        started = incident.instant_of(Moment.STARTED)
        if started and not started.first_day - _A_DAY <= incident.day <= started.last_day + _A_DAY:
            index = incident.timeline.index(incident.event_of(Moment.STARTED))
            message = f"started {_clock(started)}, but the folder's name says {incident.day}"
            yield Finding(_at(incident, index, "at"), message, hint="check the year and month of both")


def _event_id_twice(book: Book, as_of: date) -> Iterator[Finding]:
    for incident in book.incidents:
        first: dict[str, int] = {}
        for index, event in enumerate(incident.timeline):
            if event.id in first:
                related = ((_at(incident, first[event.id], "id"), "first used here"),)
                yield Finding(
                    _at(incident, index, "id"), f"two events have the id '{event.id}'", related=related
                )
            elif event.id:
                first[event.id] = index


def _in_the_future(book: Book, as_of: date) -> Iterator[Finding]:
    for incident in book.incidents:
        for index, _, at in _timed(incident):
            if at.first_day > as_of + _A_DAY:
                message = f"{_clock(at)} is after {as_of}, the day of this check"
                yield Finding(_at(incident, index, "at"), message, hint="check the year")


TIMELINE_RULES = (
    rule(
        "PIR201",
        "Moments are in order",
        Level.ERROR,
        "Every duration on the site is the time between two moments. A moment before the one that it follows "
        "is most often a wrong day or a mixed-up offset.",
        """
timeline:
  - {at: 2026-01-05T09:12+01:00, kind: detection, marks: [detected], text: An alert fires}
  - {at: 2026-01-05T09:10Z, marks: [started], text: Orders fail}
  - {at: 2026-01-05T09:30Z, kind: recovery, marks: [resolved], text: The release is rolled back}
""",
        """
timeline:
  - {at: 2026-01-05T09:10Z, marks: [started], text: Orders fail}
  - {at: 2026-01-05T10:12+01:00, kind: detection, marks: [detected], text: An alert fires}
  - {at: 2026-01-05T09:30Z, kind: recovery, marks: [resolved], text: The release is rolled back}
""",
        _moments_out_of_order,
    ),
    rule(
        "PIR202",
        "Events are in order",
        Level.WARNING,
        "A reader follows the file from top to bottom, and so does the drawing. Events whose time was not "
        "recorded keep their place between the others.",
        """
timeline:
  - {at: 2026-01-05T09:10Z, marks: [started], text: Orders fail}
  - {at: 2026-01-05T09:30Z, kind: recovery, marks: [resolved], text: The release is rolled back}
  - {at: 2026-01-05T09:12Z, kind: detection, marks: [detected], text: An alert fires}
""",
        """
timeline:
  - {at: 2026-01-05T09:10Z, marks: [started], text: Orders fail}
  - {at: 2026-01-05T09:12Z, kind: detection, marks: [detected], text: An alert fires}
  - {at: 2026-01-05T09:30Z, kind: recovery, marks: [resolved], text: The release is rolled back}
""",
        _events_out_of_order,
    ),
    rule(
        "PIR203",
        "Detection and recovery come after the start",
        Level.WARNING,
        "Nothing can be seen or repaired before it begins. Either the start is marked too late, or the time "
        "of the event is wrong. Changes, actions, messages and context may come before.",
        """
timeline:
  - {at: 2026-01-05T08:50Z, kind: detection, text: An alert fires}
  - {at: 2026-01-05T09:10Z, marks: [started], text: Orders fail}
  - {at: 2026-01-05T09:30Z, kind: recovery, marks: [resolved], text: The release is rolled back}
""",
        """
timeline:
  - {at: 2026-01-05T08:50Z, kind: change, text: A release goes out}
  - {at: 2026-01-05T09:10Z, marks: [started], text: Orders fail}
  - {at: 2026-01-05T09:15Z, kind: detection, text: An alert fires}
  - {at: 2026-01-05T09:30Z, kind: recovery, marks: [resolved], text: The release is rolled back}
""",
        _seen_before_start,
    ),
    rule(
        "PIR204",
        "A moment is marked once",
        Level.ERROR,
        "Durations come from the marks; with two of one kind there would be two answers.",
        """
timeline:
  - {at: 2026-01-05T09:10Z, marks: [started], text: Orders fail}
  - {at: 2026-01-05T09:20Z, marks: [started], text: Payments fail}
  - {at: 2026-01-05T09:30Z, kind: recovery, marks: [resolved], text: The release is rolled back}
""",
        """
timeline:
  - {at: 2026-01-05T09:10Z, marks: [started], text: Orders fail}
  - {at: 2026-01-05T09:20Z, kind: symptom, text: Payments fail}
  - {at: 2026-01-05T09:30Z, kind: recovery, marks: [resolved], text: The release is rolled back}
""",
        _moment_marked_twice,
    ),
    rule(
        "PIR205",
        "The start is marked",
        Level.WARNING,
        "Without a start there is no duration, and the incident is missing from every count by period. "
        "'not recorded' is an honest time.",
        """
timeline:
  - {at: 2026-01-05T09:12Z, kind: detection, marks: [detected], text: An alert fires}
  - {at: 2026-01-05T09:30Z, kind: recovery, marks: [resolved], text: The release is rolled back}
""",
        """
timeline:
  - {at: not recorded, kind: symptom, marks: [started], text: The first orders fail}
  - {at: 2026-01-05T09:12Z, kind: detection, marks: [detected], text: An alert fires}
  - {at: 2026-01-05T09:30Z, kind: recovery, marks: [resolved], text: The release is rolled back}
""",
        _no_start,
    ),
    rule(
        "PIR206",
        "A timeline has events",
        Level.ERROR,
        "The timeline is the spine of the page.",
        "timeline: []\nstatus: open\n",
        """
status: open
timeline:
  - {at: 2026-01-05T09:10Z, marks: [started], text: Orders fail}
""",
        _empty_timeline,
    ),
    rule(
        "PIR207",
        "Status and moments agree",
        Level.WARNING,
        "The list shows the status, the page shows the moments; a reader believes both.",
        """
status: resolved
timeline:
  - {at: 2026-01-05T09:10Z, marks: [started], text: Orders fail}
""",
        """
status: open
timeline:
  - {at: 2026-01-05T09:10Z, marks: [started], text: Orders fail}
""",
        _resolved_without_moment,
    ),
    rule(
        "PIR208",
        "An event ends after it begins",
        Level.ERROR,
        "The drawing shows how long it lasted.",
        """
timeline:
  - {at: 2026-01-05T09:10Z, until: 2026-01-05T08:30Z, marks: [started], text: Orders fail}
  - {at: 2026-01-05T09:30Z, kind: recovery, marks: [resolved], text: The release is rolled back}
""",
        """
timeline:
  - {at: 2026-01-05T09:10Z, until: 2026-01-05T09:30Z, marks: [started], text: Orders fail}
  - {at: 2026-01-05T09:30Z, kind: recovery, marks: [resolved], text: The release is rolled back}
""",
        _ends_before_it_begins,
    ),
    rule(
        "PIR209",
        "The folder's name and the start agree",
        Level.WARNING,
        "The id sorts the incident into its year and quarter and is its address for good.",
        """
timeline:
  - {at: 2025-01-05T09:10Z, marks: [started], text: Orders fail}
  - {at: 2026-01-05T09:30Z, kind: recovery, marks: [resolved], text: The release is rolled back}
""",
        """
timeline:
  - {at: 2026-01-05T09:10Z, marks: [started], text: Orders fail}
  - {at: 2026-01-05T09:30Z, kind: recovery, marks: [resolved], text: The release is rolled back}
""",
        _other_day_than_id,
    ),
    rule(
        "PIR210",
        "Nothing happens in the future",
        Level.WARNING,
        "A timeline tells what happened. A time still to come is most often a wrong year.",
        """
timeline:
  - {at: 2026-01-05T09:10Z, marks: [started], text: Orders fail}
  - {at: 2062-01-05T09:30Z, kind: recovery, marks: [resolved], text: The release is rolled back}
""",
        """
timeline:
  - {at: 2026-01-05T09:10Z, marks: [started], text: Orders fail}
  - {at: 2026-01-05T09:30Z, kind: recovery, marks: [resolved], text: The release is rolled back}
""",
        _in_the_future,
    ),
    rule(
        "PIR211",
        "An event's id is used once",
        Level.ERROR,
        "A factor names the event that removed it by its id, and the page links there.",
        """
timeline:
  - {at: 2026-01-05T09:10Z, marks: [started], text: Orders fail, id: rollback}
  - {at: 2026-01-05T09:30Z, kind: recovery, marks: [resolved], text: The release is rolled back, id: rollback}
""",
        """
timeline:
  - {at: 2026-01-05T09:10Z, marks: [started], text: Orders fail}
  - {at: 2026-01-05T09:30Z, kind: recovery, marks: [resolved], text: The release is rolled back, id: rollback}
""",
        _event_id_twice,
    ),
)
