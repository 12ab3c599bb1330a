from datetime import date

import icalendar
from hypothesis import given
from hypothesis import strategies as st

from pirgen.model import NOT_RECORDED, ActionStatus
from pirgen.pages.data.calendar import CALENDAR
from pirgen.reports.notice import folded, marked
from tests.pages.books import a_book, a_review, an_action, an_incident, pages_of

ID = "2025-03-01-checkout"
LONG = "Ask, and écrire; " * 12 + r"then C:\logs"
BOOK = a_book(
    an_incident(title="Checkout, *twice*"),
    a_review(
        actions=(
            an_action("later", due=date(2026, 3, 1), created=date(2025, 3, 4), what=LONG),
            an_action("late", due=date(2025, 4, 1)),
            an_action("done", ActionStatus.DONE, due=date(2025, 4, 1)),
            an_action("undated", due=NOT_RECORDED),
            an_action("silent"),
        )
    ),
)


def text_of(**settings: object) -> str:
    return {asset.path: asset.text for asset in pages_of(BOOK, **settings)["index.md"].assets}[CALENDAR]


def test_open_actions_are_whole_days_on_the_day_they_are_due() -> None:
    calendar = icalendar.Calendar.from_ical(text_of(site_url="https://example.org/"))
    late, later = calendar.walk("VEVENT")
    assert (late["UID"], late.decoded("DTSTART"), late.decoded("DTEND")) == (
        f"late.{ID}@pirgen",
        date(2025, 4, 1),
        date(2025, 4, 2),
    )
    assert late["URL"] == f"https://example.org/incidents/{ID}/#action-late"
    assert late["DESCRIPTION"] == "SEV-2: Checkout, twice\nOwner: checkout team"
    assert later["SUMMARY"] == f"Due: {LONG}"
    assert later.decoded("DTSTAMP").date() == date(2025, 3, 4)
    assert calendar.errors == late.errors == later.errors == []


def test_the_stamp_is_the_day_of_the_last_change_where_it_is_known() -> None:
    changes = {f"{ID}/pir.yaml": (date(2025, 3, 4), date(2025, 9, 9))}
    calendar = icalendar.Calendar.from_ical(text_of(changes=changes))
    assert {event.decoded("DTSTAMP").date() for event in calendar.walk("VEVENT")} == {date(2025, 9, 9)}


def test_lines_are_short_and_end_as_the_standard_says() -> None:
    text = text_of()
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert text.endswith("END:VCALENDAR\r\n")
    assert "\n" not in text.replace("\r\n", "")


def test_a_notice_is_in_the_calendar_and_in_each_event() -> None:
    notice = 'Training data: "nothing", at all, happened; ' * 3 + "here"
    calendar = icalendar.Calendar.from_ical(marked(CALENDAR, text_of(), notice))
    assert calendar["X-WR-CALDESC"].replace("\\", "") == notice
    assert all(event["DESCRIPTION"].startswith(f"{notice} SEV-2") for event in calendar.walk("VEVENT"))


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"))))
def test_folding_loses_nothing(line: str) -> None:
    parts = folded(line).split("\r\n")
    assert "".join([parts[0], *(part[1:] for part in parts[1:])]) == line
    assert all(len(part.encode()) <= 75 for part in parts)
