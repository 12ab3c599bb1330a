"""What is due when, for calendars: the open actions as an iCalendar (RFC 5545) of whole days."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from pirgen.analysis.backlog import BacklogItem
from pirgen.pages.links import address
from pirgen.pages.page import Asset
from pirgen.pages.renderer import Settings
from pirgen.reports.notice import folded
from pirgen.wording.plain_text import plain

__all__ = ["CALENDAR", "due_actions"]

CALENDAR = "due-actions.ics"
_ESCAPED = re.compile(r"[\\;,]")


def due_actions(items: Iterable[BacklogItem], settings: Settings) -> Asset:
    """An event for each open action with a date, on that day. Calendars leave out tasks, so it is none."""
    due = [(item.action.due, item) for item in items if item.action.is_open]
    dated = [(day, item) for day, item in due if isinstance(day, date)]
    dated.sort(key=lambda each: (each[0], each[1].incident.id, each[1].action.id))
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//pirgen//pirgen//EN",
        f"X-WR-CALNAME:{_text(settings.site_name)}: actions",
        *(line for day, item in dated for line in _event(day, item, settings)),
        "END:VCALENDAR",
    ]
    return Asset(CALENDAR, "".join(f"{folded(line)}\r\n" for line in lines))


def _event(day: date, item: BacklogItem, settings: Settings) -> Iterator[str]:
    action, page = item.action, address(f"incidents/{item.incident.id}.md", settings.directory_urls)
    owner = action.owner if isinstance(action.owner, str) else "nobody is recorded"
    told = f"{item.incident.severity}: {plain(item.incident.title)}\nOwner: {owner}"
    yield "BEGIN:VEVENT"
    yield f"UID:{action.id}.{item.review.id}@pirgen"
    yield f"DTSTAMP:{_changed(item, settings):%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:Due: {_text(plain(action.what))}"
    yield f"DESCRIPTION:{_text(told)}"
    yield from [f"URL:{settings.site_url}{page}#action-{action.id}"] if settings.site_url else []
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _changed(item: BacklogItem, settings: Settings) -> date:
    """The day on which what the event says changed last, as far as it is known."""
    days = settings.changes.get(f"{item.review.id}/pir.yaml")
    created = item.action.created if isinstance(item.action.created, date) else item.incident.day
    return days[1] if days else created


def _text(text: str) -> str:
    """A text as a value: what has a meaning there is escaped, what cannot be printed is left out."""
    escaped = _ESCAPED.sub(lambda sign: f"\\{sign[0]}", text).replace("\n", "\\n")
    return escaped if escaped.isprintable() else "".join(filter(str.isprintable, escaped))
