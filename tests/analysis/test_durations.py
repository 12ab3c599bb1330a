from datetime import UTC, date, datetime, timedelta

from pirgen.analysis.durations import Length, Response, between, lengths, response, span, steps
from pirgen.model import NOT_RECORDED, Event, Instant, Moment, Precision
from pirgen.model.vocabulary import SEVERITIES
from pirgen.wording.durations import duration
from tests.pages.books import an_event, an_incident


def test_a_length_runs_from_mark_to_mark() -> None:
    assert between(an_incident(), Moment.STARTED, Moment.MITIGATED) == Length(timedelta(minutes=40))


def test_a_length_is_approximate_where_an_end_is() -> None:
    timeline = (
        an_event("2025-03-01 09:00", Moment.STARTED, approximate=True),
        an_event("2025-03-01 10:00", Moment.RESOLVED),
    )
    length = between(an_incident(timeline=timeline), Moment.STARTED, Moment.RESOLVED)
    assert length == Length(timedelta(hours=1), is_approximate=True)


def test_days_without_times_give_days_only() -> None:
    timeline = (
        an_event("2025-03-01", Moment.STARTED),
        an_event("2025-03-01 10:00", Moment.DETECTED),
        an_event("2025-03-03 10:00", Moment.RESOLVED),
    )
    incident = an_incident(timeline=timeline)
    assert between(incident, Moment.STARTED, Moment.DETECTED) is None
    assert between(incident, Moment.STARTED, Moment.RESOLVED) == Length(timedelta(days=2), is_approximate=True)


def test_a_missing_or_unrecorded_moment_has_no_length() -> None:
    timeline = (
        an_event("2025-03-01 09:00", Moment.STARTED),
        Event(NOT_RECORDED, "x", marks=(Moment.DETECTED,)),
    )
    incident = an_incident(timeline=timeline)
    assert between(incident, Moment.STARTED, Moment.DETECTED) is None
    assert between(incident, Moment.STARTED, Moment.RESOLVED) is None


def test_steps_reach_over_what_is_missing() -> None:
    since = [(step.moment, step.since) for step in steps(an_incident())]
    assert since == [
        (Moment.STARTED, None),
        (Moment.DETECTED, Moment.STARTED),
        (Moment.ACKNOWLEDGED, None),
        (Moment.MITIGATED, Moment.DETECTED),
        (Moment.RESOLVED, None),
    ]


def test_a_response_stands_beside_its_target() -> None:
    timeline = (
        an_event("2025-03-01 09:00", Moment.STARTED),
        an_event("2025-03-01 09:45", Moment.ACKNOWLEDGED),
    )
    found = response(an_incident(timeline=timeline), SEVERITIES[1])
    assert found == Response(timedelta(minutes=30), Length(timedelta(minutes=45)))
    assert found.later_by == timedelta(minutes=15)
    assert response(an_incident(), SEVERITIES[3]) is None


def test_every_incident_has_a_length_of_its_own_or_is_said_to_have_none() -> None:
    start = an_event("2025-03-01 09:00", Moment.STARTED)
    known = an_incident("2025-03-01-a", timeline=(start, an_event("2025-03-01 09:40", Moment.MITIGATED)))
    open_still = an_incident("2025-03-01-b", timeline=(start,))
    before = an_incident("2025-03-01-c", timeline=(start, an_event("2025-03-01 08:00", Moment.MITIGATED)))
    found = lengths((known, open_still, before), Moment.MITIGATED)
    assert [(incident.id, length.time) for incident, length in found.known] == [
        ("2025-03-01-a", timedelta(minutes=40))
    ]
    assert [incident.id for incident in found.unknown] == ["2025-03-01-b", "2025-03-01-c"]


def test_a_difference_with_a_mere_day_is_in_days() -> None:
    start = Instant(datetime(2026, 1, 30, 23, 0, 15, tzinfo=UTC), Precision.SECOND)
    end = datetime(2026, 1, 31, 1, tzinfo=UTC)
    assert span(start, Instant(end)) == Length(timedelta(hours=1, minutes=59, seconds=45))
    assert span(start, Instant(end, Precision.DAY)) == Length(timedelta(days=1), is_approximate=True)
    assert span(start, Instant(start.at, Precision.DAY)) is None


def test_a_length_from_a_month_or_year_is_about_or_not_given() -> None:
    march = Instant(datetime(2021, 3, 1, tzinfo=UTC), Precision.MONTH)
    year_before = Instant(datetime(2020, 1, 1, tzinfo=UTC), Precision.YEAR)
    long_before = Instant(datetime(2016, 1, 1, tzinfo=UTC), Precision.YEAR)
    in_march, in_october = (
        Instant(datetime(2021, 3, 20, tzinfo=UTC)),
        Instant(datetime(2021, 10, 28, tzinfo=UTC)),
    )
    assert span(march, in_march) is None
    assert span(march, march) is None
    assert span(year_before, in_october) is None
    assert span(march, in_october) == Length(timedelta(days=226), is_approximate=True)
    found = span(long_before, in_october)
    assert found is not None
    assert duration(found.time) == "5 years"


def test_only_what_certainly_came_before_is_before() -> None:
    march = Instant(datetime(2021, 3, 1, tzinfo=UTC), Precision.MONTH)
    year = Instant(datetime(2021, 1, 1, tzinfo=UTC), Precision.YEAR)
    last_of_march, april = (
        Instant(datetime(2021, 3, 31, 23, tzinfo=UTC)),
        Instant(datetime(2021, 4, 1, tzinfo=UTC)),
    )
    assert (march.first_day, march.last_day) == (date(2021, 3, 1), date(2021, 3, 31))
    assert (year.first_day, year.last_day) == (date(2021, 1, 1), date(2021, 12, 31))
    assert march.is_before(april)
    assert not march.is_before(last_of_march)
    assert not last_of_march.is_before(march)
    assert not year.is_before(april)
    assert not april.is_before(year)
