"""What pirgen adds to the theme's frame around a page."""

from __future__ import annotations

import re
from html import escape
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig

_UNNAMED_SEARCH = re.compile(
    r'(<div class="md-search" data-md-component="search" role="dialog")(>.*?name="query" aria-label=")([^"]*)"',
    re.DOTALL,
)

_NOT_FOUND = (
    '<p class="pirgen">There is no page at this address. An incident\'s address is the name of its folder,'
    ' which may have been renamed: browse <a href="{}">all incidents</a>, or search.</p>'
)


def label_search(html: str) -> str:
    """The page with an accessible name for the search dialog: the label of the field in it."""
    return _UNNAMED_SEARCH.sub(r'\1 aria-label="\3"\2\3"', html, count=1)


def link_search(html: str, url: str) -> str:
    """The page with the script at that address in its head, which answers in the theme's search box.

    It has to run before the theme's own script, which asks for its worker at once.
    """
    return html.replace("</head>", f'<script src="{escape(url)}"></script></head>', 1)


def link_feed(html: str, url: str) -> str:
    """The page with a link in its head to the feed at that address, for feed readers."""
    link = f'<link rel="alternate" type="application/atom+xml" href="{escape(url)}">'
    return html.replace("</head>", f"{link}</head>", 1)


def link_incidents(html: str, listing: str, notice: str = "") -> str:
    """The 404 page with a link to the list of incidents, and with the site's notice, which is HTML."""
    return html.replace("</h1>", f"</h1>{notice}{_NOT_FOUND.format(escape(listing))}", 1)


def addresses_of(config: MkDocsConfig) -> tuple[str, str]:
    """The root of a site and its list of incidents, as links that work from any address."""
    root = urlsplit(config.site_url or "/").path.rstrip("/")
    return root, f"{root}/incidents/{'' if config.use_directory_urls else 'index.html'}"
