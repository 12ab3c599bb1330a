"""The feed of a status page (Statuspage and its like), Atom or RSS: the posts of an incident in one entry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC
from email.utils import parsedate_to_datetime
from xml.etree import ElementTree

from pirgen.imports.accounting import FactKind, SourceFact
from pirgen.imports.incident import ImportedEvent, ImportedIncident, NamedPerson
from pirgen.imports.markdown.clock import leading_clock
from pirgen.imports.text import label, plain
from pirgen.model import NOT_RECORDED, EventKind, IncidentStatus, Instant, Link, Moment, Precision
from pirgen.privacy import public_link
from pirgen.privacy.known_tools import STATUSPAGE
from pirgen.source.fields.time_grammar import Unreadable, read_time

__all__ = ["is_feed", "read_feed"]

_ATOM = "{http://www.w3.org/2005/Atom}"
_POST = re.compile(
    r"<p>\s*<small>(?P<at>.*?)</small>\s*<br\s*/?>\s*<strong>(?P<state>[^<]{1,60})</strong>\s*-?\s*(?P<text>.*?)</p>",
    re.IGNORECASE | re.DOTALL,
)
_MARKS = {"resolved": Moment.RESOLVED, "completed": Moment.RESOLVED, "monitoring": Moment.MITIGATED}


def is_feed(text: str) -> bool:
    """Whether a text is a feed, Atom or RSS; one with a document type is not read."""
    return bool(re.match(r"\s*(?:<\?xml[^>]*>\s*)?<(?:feed|rss)\b", text))


def read_feed(text: str, problems: list[str]) -> Iterator[ImportedIncident]:
    """What the entries of a feed say, an incident each."""
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        problems.append("has a document type, which a feed has not")
        return
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as problem:
        problems.append(f"broken XML: {problem}")
        return
    entries = root.findall(f"{_ATOM}entry") or root.findall("channel/item")
    if not entries:
        problems.append("has no incidents: its feed has no entries")
    for entry in entries:
        yield _incident(entry)


def _incident(entry: ElementTree.Element) -> ImportedIncident:
    def text(*names: str) -> str:
        found = (entry.findtext(f"{_ATOM}{name}") or entry.findtext(name) or "" for name in names)
        return next(filter(None, map(str.strip, found)), "")

    link = entry.find(f"{_ATOM}link[@rel='alternate']")
    address = link.get("href", "") if link is not None else text("link", "id")
    url, published = public_link(address), _time(text("published", "updated", "pubDate"))
    content = text("content", "description")
    window = _window(content, published)
    events = (*window, *_events(content, published))
    is_resolved = any(mark is Moment.RESOLVED for event in events for mark in event.marks)
    first = min(
        (event.at for event in events if isinstance(event.at, Instant)), key=lambda at: at.at, default=None
    )
    start = (_start(first),) if first and not window else ()
    words = plain(content)
    return ImportedIncident(
        STATUSPAGE.name,
        is_whole=True,
        key=text("id", "guid").rpartition("/")[2] or address,
        label=text("id", "guid").rpartition("/")[2],
        title=label(text("title")),
        status=IncidentStatus.RESOLVED if is_resolved else IncidentStatus.OPEN,
        summary=(words,) if not events and words else (),
        events=(*start, *events),
        links=(Link(f"{STATUSPAGE.name} incident", url),) if url else (),
        day=published.at.date() if published else None,
        facts=tuple(_facts(content)),
        is_planned=bool(window),
        known=tuple(_people(entry)),
    )


def _people(entry: ElementTree.Element) -> Iterator[NamedPerson]:
    """Whom an entry names as its author or as a contributor."""
    for each in (*entry.findall(f"{_ATOM}author"), *entry.findall(f"{_ATOM}contributor")):
        name = (each.findtext(f"{_ATOM}name") or "").strip()
        if " " in name:
            yield NamedPerson(name=name, also=tuple(filter(None, (each.findtext(f"{_ATOM}email"),))))


def _start(first: Instant) -> ImportedEvent:
    note = "The feed gives no start; this is its first post, so users may have been affected earlier"
    lead = ("The first post on the status page",)
    origin = f"{STATUSPAGE.name} feed"
    marks = (Moment.STARTED,)
    return ImportedEvent(
        first, lead, EventKind.SYMPTOM, marks=marks, approximate=True, note=note, origin=origin
    )


_SCHEDULED = re.compile(r"THIS IS A SCHEDULED EVENT\s*(?P<from>.{1,400}?)</strong>", re.DOTALL)


def _window(content: str, published: Instant | None) -> tuple[ImportedEvent, ...]:
    """The window of planned work, which a feed writes above its posts."""
    found = _SCHEDULED.search(content)
    clock = leading_clock(_bare(found["from"])) if found else None
    day = published.at.date() if published else None
    begins = clock.on(clock.day_near(day) or day, None) if clock else None
    if clock is None or begins is None:
        return ()
    ends = clock.until_on(begins.at.date(), None)
    return (
        ImportedEvent(
            begins,
            ("Planned maintenance, as the status page has its schedule",),
            EventKind.CHANGE,
            marks=(Moment.STARTED,),
            until=ends if ends and ends.at > begins.at else None,
            origin=f"{STATUSPAGE.name} feed",
        ),
    )


def _bare(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", "", html).split())


def _events(content: str, published: Instant | None) -> Iterator[ImportedEvent]:
    """The posts of an entry, whose times have a day and a zone but no year: that of the entry."""
    day = published.at.date() if published else None
    for post in _POST.finditer(content):
        written = _bare(post["at"])
        clock = leading_clock(written)
        at = clock.on(clock.day_near(day) or day, None) if clock else None
        state, words = label(post["state"]), plain(post["text"])
        mark = _MARKS.get(state.casefold())
        lead = (
            f"Status page, {plain(state.lower())}" if at else f"{written}: status page, {plain(state.lower())}"
        )
        yield ImportedEvent(
            at or NOT_RECORDED,
            (lead,),
            EventKind.COMMUNICATION,
            (words,) if words else (),
            (mark,) if mark else (),
            origin=f"{STATUSPAGE.name} feed, {written}",
        )


def _time(written: str) -> Instant | None:
    read = read_time(written, None)
    if not isinstance(read, Unreadable):
        return read
    try:
        return Instant(parsedate_to_datetime(written).astimezone(UTC), Precision.SECOND)  # as RSS writes it
    except (ValueError, TypeError, OverflowError):
        return None


def _facts(content: str) -> Iterator[SourceFact]:
    for post in _POST.finditer(content):
        yield SourceFact(FactKind.TIME, _bare(post["at"]))
        if len(post["text"].split()) > 3:
            yield SourceFact(FactKind.TEXT, plain(post["text"]))
