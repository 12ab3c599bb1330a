"""The latest reviews for feed readers: as Atom (RFC 4287) and as a JSON Feed (version 1.1)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from heapq import nlargest
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from pirgen.model import Book, Review
from pirgen.pages.links import address
from pirgen.pages.page import Asset
from pirgen.pages.renderer import Settings
from pirgen.wording.plain_text import plain

__all__ = ["FEED", "JSON_FEED", "feeds"]

FEED = "feed.xml"
JSON_FEED = "feed.json"
_MOST = 30


@dataclass(frozen=True)
class FeedEntry:
    """A review in a feed. ``id`` stays when the site changes the form of its addresses; ``url`` is the page."""

    id: str
    url: str
    title: str
    published: date
    updated: date
    services: tuple[str, ...]
    summary: str


def feeds(book: Book, settings: Settings) -> tuple[Asset, ...]:
    """The feeds of published reviews, newest first; none without the site's address, which readers need."""
    if not settings.site_url:
        return ()
    told = (review for review in book.reviews if _is_told(review, book))
    latest = nlargest(_MOST, told, key=lambda review: (_day_of(review, book), review.id))
    entries = [_entry(review, book, settings) for review in latest]
    updated = max((entry.updated for entry in entries), default=settings.as_of)
    return Asset(FEED, _atom(entries, updated, settings)), Asset(JSON_FEED, _json(entries, settings))


def _is_told(review: Review, book: Book) -> bool:
    return review.is_published and review.id in book.incident_by_id


def _day_of(review: Review, book: Book) -> date:
    """The day that a review was published on, else that of its incident."""
    return review.published if isinstance(review.published, date) else book.incident_by_id[review.id].day


def _entry(review: Review, book: Book, settings: Settings) -> FeedEntry:
    incident = book.incident_by_id[review.id]
    published = _day_of(review, book)
    files = (f"{review.id}/pir.yaml", f"{review.id}/incident.yaml")
    changes = [settings.changes[file][1] for file in files if file in settings.changes]
    return FeedEntry(
        f"{settings.site_url}incidents/{incident.id}",
        settings.site_url + address(f"incidents/{incident.id}.md", settings.directory_urls),
        f"{incident.severity}: {plain(incident.title)}",
        published,
        max(published, *changes) if changes else published,
        incident.services,
        plain(review.summary),
    )


def _atom(entries: list[FeedEntry], updated: date, settings: Settings) -> str:
    root = Element("feed", xmlns="http://www.w3.org/2005/Atom")
    _text(root, "title", settings.site_name)
    _text(root, "id", settings.site_url)
    _text(root, "updated", _stamp(updated))
    SubElement(SubElement(root, "author"), "name").text = settings.site_name
    SubElement(root, "link", rel="self", href=f"{settings.site_url}{FEED}")
    SubElement(root, "link", href=settings.site_url)
    for each in entries:
        entry = SubElement(root, "entry")
        _text(entry, "title", each.title)
        _text(entry, "id", each.id)
        _text(entry, "published", _stamp(each.published))
        _text(entry, "updated", _stamp(each.updated))
        SubElement(entry, "link", href=each.url)
        for service in each.services:
            SubElement(entry, "category", term=_printable(service))
        _text(entry, "summary", each.summary)
    indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(root, encoding="unicode")}\n'


def _json(entries: list[FeedEntry], settings: Settings) -> str:
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": settings.site_name,
        "home_page_url": settings.site_url,
        "feed_url": f"{settings.site_url}{JSON_FEED}",
        "items": [
            {
                "id": each.id,
                "url": each.url,
                "title": each.title,
                "content_text": each.summary,
                "date_published": _stamp(each.published),
                "date_modified": _stamp(each.updated),
                "tags": list(each.services),
            }
            for each in entries
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = _printable(text)


def _printable(text: str) -> str:
    """The text without control characters, which XML 1.0 has no way to write."""
    return "".join(letter for letter in text if letter.isprintable() or letter in "\n\t")


def _stamp(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
