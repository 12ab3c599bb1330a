"""``pirgen policy``: the Content-Security-Policy with which a built site works and nothing else runs in it."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass, field
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import click

from pirgen.cli.shared.exits import stops_cleanly
from pirgen.cli.shared.terminal import print_text
from pirgen.errors import PirgenError

_REPOSITORIES = {"https://github.com/": "https://api.github.com", "https://gitlab.com/": "https://gitlab.com"}
"""Hosts that the theme asks for the stars and version of a repository that the site names."""


@click.command()
@click.argument("site", default="site", type=click.Path(path_type=Path, file_okay=False))
@stops_cleanly
def policy(site: Path) -> None:
    """Print the Content-Security-Policy for a built site.

    The theme has a few short scripts in its pages; the policy names each by its hash, so that no other
    script in a page runs. Compute it again after each build and send it as a header.

    \b
    Examples:
      pirgen policy
      pirgen policy public > policy.txt
    """
    pages = sorted(site.rglob("*.html")) if site.is_dir() else []
    if not pages:
        raise PirgenError(f"there is no built site in '{site}'; build one with: pirgen build")
    found = _Needs()
    for page in pages:
        found.add(page.read_text(encoding="utf-8"))
    print_text(found.policy)


@dataclass
class _Needs:
    """What the pages of a site need to be allowed."""

    scripts: set[str] = field(default_factory=set)
    styles: set[str] = field(default_factory=set)
    hosts: set[str] = field(default_factory=set)

    def add(self, html: str) -> None:
        """Take in a page."""
        reader = _Inline()
        reader.feed(html)
        reader.close()
        self.scripts.update(_hash(text) for text in reader.texts["script"])
        self.styles.update(_hash(text) for text in reader.texts["style"])
        if reader.repository:
            known = (host for start, host in _REPOSITORIES.items() if reader.repository.startswith(start))
            self.hosts.update(known)

    @property
    def policy(self) -> str:
        """The policy as a header has it."""
        directives = {
            "default-src": "'self'",
            "script-src": " ".join(["'self'", *sorted(self.scripts)]),
            "style-src": " ".join(["'self'", *sorted(self.styles)]),
            "img-src": "'self' data:",  # the theme's icons are in its stylesheet
            "connect-src": " ".join(["'self'", *sorted(self.hosts)]),
            "object-src": "'none'",
            "base-uri": "'self'",
            "form-action": "'self'",
            "frame-ancestors": "'none'",
        }
        return "; ".join(f"{name} {sources}" for name, sources in directives.items())


class _Inline(HTMLParser):
    """Collects the scripts and styles that are written in a page, and the repository that it names."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: dict[str, list[str]] = {"script": [], "style": []}
        self.repository = ""
        self._open = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the start of an inline script or style; data blocks and files are none."""
        given = dict(attrs)
        is_data = tag == "script" and given.get("type") not in (None, "", "module", "text/javascript")
        if tag in self.texts and "src" not in given and not is_data:
            self._open = tag
            self.texts[tag].append("")
        if given.get("data-md-component") == "source":
            self.repository = given.get("href") or ""

    def handle_data(self, data: str) -> None:
        """Keep what it says, to the letter."""
        if self._open:
            self.texts[self._open][-1] += data

    def handle_endtag(self, tag: str) -> None:
        """Note its end."""
        if tag == self._open:
            self._open = ""


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
