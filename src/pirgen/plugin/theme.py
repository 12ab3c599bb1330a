"""What pirgen adds to the theme's frame around a page."""

from __future__ import annotations

import re
from html import escape, unescape
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

_UNNAMED_SEARCH = re.compile(
    r'(<div class="md-search" data-md-component="search" role="dialog")(>.*?name="query" aria-label=")([^"]*)"',
    re.DOTALL,
)

_NESTED_CONTENTS = re.compile(r'<nav class="md-nav" aria-label="[^"]*">')
_PREVIEW = "assets/pirgen/preview.png"

_NOT_FOUND = (
    '<p class="pirgen">There is no page at this address. An incident\'s address is the name of its folder,'
    ' which may have been renamed: browse <a href="{}">all incidents</a>, or search.</p>'
)


def label_search(html: str) -> str:
    """The page with an accessible name for the search dialog: the label of the field in it."""
    return _UNNAMED_SEARCH.sub(r'\1 aria-label="\3"\2\3"', html, count=1)


def link_search(html: str, url: str, mount: str) -> str:
    """The page with the script at that address in its head, which answers in the theme's search box.

    ``mount`` is the folder of the site that our pages are in.

    It has to run before the theme's own script, which asks for its worker at once.
    """
    where = f' data-mount="{escape(mount)}"' if mount else ""
    return html.replace("</head>", f'<script src="{escape(url)}"{where}></script></head>', 1)


def finish_frame(html: str, page: Page, config: MkDocsConfig, mount: str) -> str:
    """The page with what the theme's frame lacks: a preview of links to it, and one landmark for its contents.

    The theme calls the list under every heading a navigation of its own, and writes all of them twice.
    """
    return preview_of(_NESTED_CONTENTS.sub('<nav class="md-nav" role="none">', html), page, config, mount)


def preview_of(html: str, page: Page, config: MkDocsConfig, mount: str) -> str:
    """The page with what a chat shows where somebody links it (Open Graph), unless another plugin wrote that.

    The picture, which every page of a site shares, needs a whole address, so that there is none without one.
    """
    if 'property="og:title"' in html:
        return html
    described = page.meta.get("description") or config.site_description or ""
    said = {
        "type": "website",
        "site_name": config.site_name,
        "title": config.site_name if page.is_homepage else str(page.title or config.site_name),
        "description": str(described),
        "url": page.canonical_url or "",
        "image": f"{config.site_url.rstrip('/')}/{mount}{_PREVIEW}" if config.site_url else "",
    }
    tags = (
        f'<meta property="og:{name}" content="{escape(unescape(text))}">' for name, text in said.items() if text
    )
    return html.replace("</head>", f"{''.join(tags)}</head>", 1)


def link_feed(html: str, url: str) -> str:
    """The page with a link in its head to the feed at that address, for feed readers."""
    link = f'<link rel="alternate" type="application/atom+xml" href="{escape(url)}">'
    return html.replace("</head>", f"{link}</head>", 1)


def link_incidents(html: str, listing: str, notice: str = "") -> str:
    """The 404 page with a link to the list of incidents, and with the site's notice, which is HTML."""
    return html.replace("</h1>", f"</h1>{notice}{_NOT_FOUND.format(escape(listing))}", 1)


def addresses_of(config: MkDocsConfig, mount: str) -> tuple[str, str]:
    """The folder of our pages and its list of incidents, as links that work from any address."""
    root = f"{urlsplit(config.site_url or '/').path.rstrip('/')}/{mount}".rstrip("/")
    return root, f"{root}/incidents/{'' if config.use_directory_urls else 'index.html'}"
