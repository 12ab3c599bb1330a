"""The latest reviews as an Atom feed (RFC 4287), for feed readers."""

from __future__ import annotations

from datetime import date
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from pirgen.model import Book, Incident, Review
from pirgen.pages.links import address
from pirgen.pages.page import Asset
from pirgen.pages.renderer import Settings
from pirgen.wording.plain_text import plain

__all__ = ["FEED", "feed"]

FEED = "feed.xml"
_MOST = 30


def feed(book: Book, settings: Settings) -> tuple[Asset, ...]:
    """The feed of published reviews, newest first; none without the site's address, which Atom asks for."""
    if not settings.site_url:
        return ()
    entries = sorted(
        (
            (_published(review, book.incident_by_id[review.id]), review)
            for review in book.reviews
            if review.is_published and review.id in book.incident_by_id
        ),
        key=lambda entry: (entry[0], entry[1].id),
        reverse=True,
    )[:_MOST]
    root = Element("feed", xmlns="http://www.w3.org/2005/Atom")
    _text(root, "title", settings.site_name)
    _text(root, "id", settings.site_url)
    _text(root, "updated", _stamp(entries[0][0] if entries else settings.as_of))
    SubElement(SubElement(root, "author"), "name").text = settings.site_name
    SubElement(root, "link", rel="self", href=f"{settings.site_url}{FEED}")
    SubElement(root, "link", href=settings.site_url)
    for published, review in entries:
        _entry(root, published, review, book.incident_by_id[review.id], settings)
    indent(root)
    return (Asset(FEED, f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(root, encoding="unicode")}\n'),)


def _entry(root: Element, published: date, review: Review, incident: Incident, settings: Settings) -> None:
    page = settings.site_url + address(f"incidents/{incident.id}.md", settings.directory_urls)
    entry = SubElement(root, "entry")
    _text(entry, "title", f"{incident.severity}: {plain(incident.title)}")
    _text(entry, "id", page)
    _text(entry, "updated", _stamp(published))
    SubElement(entry, "link", href=page)
    for service in incident.services:
        SubElement(entry, "category", term=_printable(service))
    _text(entry, "summary", plain(review.summary))


def _published(review: Review, incident: Incident) -> date:
    return review.published if isinstance(review.published, date) else incident.day


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = _printable(text)


def _printable(text: str) -> str:
    """The text without control characters, which XML 1.0 has no way to write."""
    return "".join(letter for letter in text if letter.isprintable() or letter in "\n\t")


def _stamp(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
