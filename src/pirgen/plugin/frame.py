"""What the theme leaves out around a page."""

from __future__ import annotations

import re
from html import escape

_UNNAMED_SEARCH = re.compile(
    r'(<div class="md-search" data-md-component="search" role="dialog")(>.*?name="query" aria-label=")([^"]*)"',
    re.DOTALL,
)

_LOST = (
    '<p class="pirgen">There is no page at this address. The address of an incident is the name of its folder,'
    ' which may have changed: look through <a href="{}">all incidents</a>, or search.</p>'
)


def with_named_search(html: str) -> str:
    """The page with a name for its search dialog, as the field in it is called."""
    return _UNNAMED_SEARCH.sub(r'\1 aria-label="\3"\2\3"', html, count=1)


def with_feed(html: str, url: str) -> str:
    """The page with a link that leads programs to the feed at an address."""
    link = f'<link rel="alternate" type="application/atom+xml" href="{escape(url)}">'
    return html.replace("</head>", f"{link}</head>", 1)


def with_way_on(html: str, listing: str) -> str:
    """The page for an address that is none, with a link to the list of incidents."""
    return html.replace("</h1>", f"</h1>{_LOST.format(escape(listing))}", 1)
