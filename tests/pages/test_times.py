from datetime import date, timedelta

from pirgen.analysis.calendar import Quarter, Year
from pirgen.analysis.durations import Length
from pirgen.model import NOT_RECORDED, Precision
from pirgen.pages.times import clock, day, instant, length, span, term
from tests.pages.books import an_event, at


def test_lengths_say_what_is_not_exact_or_not_known() -> None:
    assert length(Length(timedelta(hours=2), is_approximate=True)) == "about\xa02\xa0h"
    assert length(Length(timedelta(minutes=-20))) == "\N{MINUS SIGN}20\xa0min"
    assert "not recorded" in length(None)


def test_instants_are_in_utc_with_what_is_known() -> None:
    assert instant(at("2017-01-31 23:27")) == '<time datetime="2017-01-31T23:27Z">31 Jan 2017 23:27 UTC</time>'
    assert (
        instant(at("2017-01-31 23:27:05", Precision.SECOND), approximate=True)
        == '<time datetime="2017-01-31T23:27:05Z">~31 Jan 2017 23:27:05 UTC</time>'
    )
    assert instant(at("2017-01-31")) == '<time datetime="2017-01-31">31 Jan 2017</time>'
    assert "not recorded" in instant(NOT_RECORDED)


def test_times_of_day_stand_alone_beside_their_day() -> None:
    assert clock(at("2017-01-31 23:27")) == '<time datetime="2017-01-31T23:27Z">23:27</time>'
    assert ">day only<" in clock(at("2017-01-31"))


def test_an_event_that_lasted_has_an_end() -> None:
    assert span(an_event("2017-01-31 23:27", until=at("2017-01-31 23:40"))).endswith(">23:40</time>")
    assert span(an_event("2017-01-31 23:27", until=at("2017-02-01 00:10"))).endswith(
        ">1 Feb 2017 00:10 UTC</time>"
    )


def test_days_quarters_and_years() -> None:
    assert day(date(2017, 2, 1)) == '<time datetime="2017-02-01">1 Feb 2017</time>'
    assert "not recorded" in day(None)
    assert term(Quarter(2017, 1)) == "2017 Q1"
    assert term(Year(2017)) == "2017"
