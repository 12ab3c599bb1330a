"""Links in sentences and lists of links: where one leads to a file or an incident, that is there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from markdown_it.token import Token

from pirgen.diagnostics import MOST_FINDINGS, Excerpt, Level, near_miss, surely_meant
from pirgen.model import Book, Link, path_beside
from pirgen.rules.every_text import BookText, texts_that_refer
from pirgen.rules.rule import Field, Finding, in_incident, in_review, rule
from pirgen.source.attachments import PUBLISHED
from pirgen.source.yaml.quoting import quoted
from pirgen.wording.plain_text import markdown_reader

__all__ = ["LINK_RULES", "without_scheme"]

_HAS_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_HOST = re.compile(r"(?:[a-z0-9-]+\.)+([a-z]{2,})(?::\d+)?(?:[/?#]|$)", re.IGNORECASE)
_FILE_TYPES = (*PUBLISHED, "svg", "md", "html", "htm", "yaml", "yml", "zip")
_ID = re.compile(r"(?<![\w/#.-])\d{4}-\d{2}-\d{2}-[a-z0-9]+(?:-[a-z0-9]+)*(?![\w-])")
_READER = markdown_reader()


def without_scheme(target: str) -> str:
    """The address on the web that a link without 'https://' was meant to be, or an empty string."""
    host = _HOST.match(target)
    is_file = host and host[1].lower() in _FILE_TYPES and "/" not in target
    return f"https://{target}" if host and not is_file else ""


def _lists(book: Book) -> Iterator[tuple[str, Field, Link]]:
    for incident in book.incidents:
        for index, link in enumerate(incident.links):
            yield incident.id, in_incident(incident.id, "links", index, "url"), link
    for review in book.reviews:
        for index, link in enumerate(review.links):
            yield review.id, in_review(review.id, "links", index, "url"), link


def _in_lists(book: Book, as_of: date) -> Iterator[Finding]:
    for id, at, link in _lists(book):
        if link.url and not _leads_somewhere(link.url, id, book):
            whole = without_scheme(link.url)
            message, near = f"link '{link.url}' leads nowhere", whole or _near(link.url, id, book)
            replacement = quoted(whole) if whole else ""
            yield Finding(at, message, "a link, or a file in this folder", near, replacement=replacement)


def _in_texts(book: Book, as_of: date) -> Iterator[Finding]:
    for written in texts_that_refer(book):
        if "](" in written.text or "]:" in written.text:
            yield from islice(_in_text(written, book), MOST_FINDINGS)


def _in_text(written: BookText, book: Book) -> Iterator[Finding]:
    id, start = written.file.partition("/")[0], 0
    for target in _targets(_READER.parse(written.text)):
        found = written.text.find(target, start)
        start = found + len(target) if found >= 0 else start
        if target and not _leads_somewhere(target, id, book):
            span = Excerpt(written.text, found, start) if found >= 0 else None
            near = without_scheme(target) or _near(target, id, book)
            message = f"link '{target}' leads nowhere"
            expected = "a link with https://, a file in this folder, or '../ID/' of an incident"
            yield Finding(Field(written.file, written.path, excerpt=span), message, expected, near)


def _targets(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in ("link_open", "image"):
            yield str(token.attrs.get("href") or token.attrs.get("src") or "")
        yield from _targets(token.children or [])


def _leads_somewhere(target: str, id: str, book: Book) -> bool:
    """Whether a link leads to the web, to a file or an incident of the folder, or to where we cannot look."""
    path = re.split("[?#]", target)[0]
    if not path or _HAS_SCHEME.match(target) or path.startswith("/"):
        return True
    to = path_beside(id, target)
    is_out_of_here = to.startswith("..") or to in (".", id)
    return is_out_of_here or to in book.incident_by_id or to in book.attachments


def _near(target: str, id: str, book: Book) -> str:
    """What is there and was most probably meant, as a link from here."""
    if target.startswith("../") or target.rstrip("/") in book.incident_by_id:
        meant = target.removeprefix("../").partition("/")[0].partition(".")[0]
        near = near_miss(meant, book.incident_by_id)
        return f"../{near}/" if near else ""
    return near_miss(target, [path.partition("/")[2] for path in book.attachments if path.startswith(f"{id}/")])


def _ids_in_texts(book: Book, as_of: date) -> Iterator[Finding]:
    """Ids in sentences that are not there, where one that is there was meant beyond doubt."""
    for written in texts_that_refer(book):
        for match in _ID.finditer(written.text) if " " in written.text else ():
            if match[0] in book.incident_by_id:
                continue
            others = [id for id in book.incident_by_id if id[:10] == match[0][:10] or id[11:] == match[0][11:]]
            if near := surely_meant(match[0], others):
                at = Field(written.file, written.path, excerpt=Excerpt(written.text, *match.span()))
                yield Finding(at, f"incident '{match[0]}' does not exist", near=near)


LINK_RULES = (
    rule(
        "PIR713",
        "A link of a list leads somewhere",
        Level.WARNING,
        "Without 'https://' a browser looks for a page of this site, and a file has to lie in the folder.",
        """
links:
  - {title: The status page, url: status.example.org/incidents/42}
""",
        """
links:
  - {title: The status page, url: "https://status.example.org/incidents/42"}
""",
        _in_lists,
    ),
    rule(
        "PIR714",
        "A link in a sentence leads somewhere",
        Level.WARNING,
        "A reader who follows it finds nothing. Files lie in the folder of the incident; another incident is "
        "'../ID/'.",
        """
# pir.yaml
summary: The release broke the checkout, as [two days before](../2026-01-03-search-down/).
""",
        """
# pir.yaml
summary: The release broke the checkout, as [two days before](../2026-01-03-search-down/).
# 2026-01-03-search-down/incident.yaml
title: Search finds nothing
""",
        _in_texts,
    ),
    rule(
        "PIR715",
        "An incident that a sentence names is there",
        Level.WARNING,
        "Readers look an incident up by its id; with one letter less they find nothing.",
        """
# pir.yaml
summary: The release broke the checkout, as in 2026-01-03-serch-down.
# 2026-01-03-search-down/incident.yaml
title: Search finds nothing
""",
        """
# pir.yaml
summary: The release broke the checkout, as in 2026-01-03-search-down.
# 2026-01-03-search-down/incident.yaml
title: Search finds nothing
""",
        _ids_in_texts,
    ),
)
