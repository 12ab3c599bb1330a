"""Pages at the addresses that incidents had before: they lead to the incident's present page.

Each works without a script and without the site's address; a script keeps what comes after ``#``.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from pirgen.model import Book
from pirgen.pages.links import address, relative
from pirgen.pages.page import Asset
from pirgen.pages.renderer import Settings
from pirgen.wording.plain_text import plain

__all__ = ["moved_pages"]

_SCRIPT = "assets/pirgen/moved.js"
_PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={target}">
<link rel="canonical" href="{canonical}">
<title>Moved: {title}</title>
</head>
<body>
<p>This page has moved: <a href="{target}">{title}</a></p>
<script src="{script}"></script>
</body>
</html>
"""


def moved_pages(book: Book, settings: Settings) -> Iterator[Asset]:
    """A page for each alias of each incident."""
    for incident in book.incidents:
        page = f"incidents/{incident.id}.md"
        for alias in incident.aliases:
            if alias in book.incident_by_id:
                continue
            former = f"incidents/{alias}.md"
            target = relative(former, page, settings.directory_urls)
            canonical = settings.site_url + address(page, settings.directory_urls)
            text = _PAGE.format(
                target=escape(target),
                canonical=escape(canonical if settings.site_url else target),
                title=escape(plain(incident.title)),
                script=escape(relative(former, _SCRIPT, settings.directory_urls)),
            )
            place = address(former, settings.directory_urls)
            yield Asset(f"{place}index.html" if place.endswith("/") else place, text)
