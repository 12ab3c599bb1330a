"""Sites of hostile books, and what may be in their pages: what is in those of a harmless book of that form."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

from tests.conftest import written
from tests.hostile.books import hostile_files
from tests.hostile.strings import STRINGS
from tests.site.conftest import built

ALL = bool(os.environ.get("PIRGEN_HOSTILE"))
"""Whether every string has an incident of its own: some minutes, for releases and by hand."""

SITE = "https://site.example/"
CONFIG = f"""\
site_name: A site
site_url: {SITE}
theme:
  name: material
  font: false
  features: [navigation.tabs, navigation.indexes, search.suggest, search.highlight, content.code.copy]
plugins: [search, pirgen: {{as_of: 2022-06-01}}]
markdown_extensions: [attr_list, md_in_html, admonition, toc: {{permalink: true}}, pymdownx.superfences]
"""

_OF_MARKDOWN = {
    *("a", "br", "code", "em", "strong", "blockquote", "hr", "li", "ol", "p", "pre", "ul", "img"),
    *("table", "tbody", "td", "th", "thead", "tr", "mark"),
}
_ATTRIBUTES_OF_MARKDOWN = {("a", "href"), ("a", "title"), ("ol", "start")}
_ADDRESS = re.compile(r"(?:https?://|mailto:|[^:]*$|[^:/?#]*[/?#])", re.IGNORECASE)


def groups(all_of_them: bool = ALL) -> list[list[str]]:
    """The strings by incident: each for itself, or a sample of them, many in one."""
    if all_of_them:
        return [[text] for text in STRINGS]
    computed = [text for text in STRINGS if "1234*5678" in text]
    return [computed, *(list(STRINGS[place::48]) for place in range(7))]


def built_site(folder: Path, strings: list[list[str]]) -> Path:
    """The site of a book that has each group of strings in every field of an incident."""
    written(folder, {"mkdocs.yml": CONFIG, "docs/about.md": "# About\n"})
    hostile_files(folder / "incidents", strings)
    return built(folder)[0]


@dataclass
class Active(HTMLParser):
    """What of a page could run or load: elements and attributes, scripts, and addresses of other kinds."""

    page: Path
    shapes: set[tuple[str, str]] = field(default_factory=set)
    scripts: set[str] = field(default_factory=set)
    addresses: set[str] = field(default_factory=set)
    in_script: bool = False

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.feed(self.page.read_text(encoding="utf-8"))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.shapes |= {(tag, name) for name in values} or {(tag, "")}
        if tag == "script":
            self.in_script = not values.get("src") and values.get("type") != "application/json"
            self.scripts |= {f"src {Path(values['src'] or '').name}"} if values.get("src") else set()
        for name in ("href", "src", "action", "formaction", "xlink:href", "srcset", "data", "poster", "ping"):
            if values.get(name):
                self.addresses.add(f"{tag} {name} {values[name]}")

    def handle_endtag(self, tag: str) -> None:
        self.in_script = self.in_script and tag != "script"

    def handle_data(self, data: str) -> None:
        if self.in_script:
            self.scripts.add(data)


@cache
def pages_of(site: Path) -> list[Active]:
    """Every page of a site that does not change."""
    return [Active(page) for page in sorted(site.rglob("*.html"))]


def is_of_markdown(tag: str, attribute: str) -> bool:
    """Whether the pages' own Markdown makes such an element, whatever an author writes."""
    return (tag, attribute) in _ATTRIBUTES_OF_MARKDOWN or (tag in _OF_MARKDOWN and not attribute)


def is_harmless(address: str) -> bool:
    """Whether an address is a link to the web or within the site, and nothing is loaded from elsewhere."""
    tag, name, url = address.split(" ", 2)
    leads = tag == "a" and name in ("href", "xlink:href")
    if tag == "link" and url.startswith(SITE):
        return True
    return bool(_ADDRESS.match(url.strip())) and (leads or "//" not in url.split("?")[0])
