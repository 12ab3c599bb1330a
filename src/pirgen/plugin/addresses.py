"""``urls.txt``: the addresses that a site has, and those that a former version had and this one has not."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path, PurePath, PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from pirgen.diagnostics import near_miss
from pirgen.errors import refused
from pirgen.model import Book

__all__ = ["list_addresses"]

log = get_plugin_logger("pirgen")

LIST = "urls.txt"
PUBLISHED_VARIABLE = "PIRGEN_PUBLISHED_URLS"
"""Set by ``pirgen build --published-urls``."""

MOST_SHOWN = 20
_NOT_LINKED = ("assets", "search", "stylesheets", "javascripts")
"""Folders whose files belong to pages and change with every version."""

_BESIDE_PAGES = (".md", ".js", ".css", ".map")
"""Files that go with a page at its address."""

_OF_THE_SITE = ("404.html", "sitemap.xml", "sitemap.xml.gz", LIST)
_INCIDENT = re.compile(r"/incidents/(\d{4}-\d\d-\d\d-[a-z0-9-]+)(?:/|\.html)")


def list_addresses(config: MkDocsConfig, published: str | None, book: Book, left: Iterable[str]) -> None:
    """Write the addresses of a finished site, and warn of those of its published version that it has not.

    ``left`` are the files of it that are not built again.
    """
    site = Path(config.site_dir)
    built = (Path(place, name).relative_to(site) for place, _, names in os.walk(site) for name in names)
    present = sorted(
        {address for path in chain(built, map(PurePosixPath, left)) for address in _addresses(path)}
    )
    (site / LIST).write_text("".join(f"{each}\n" for each in present), encoding="utf-8", newline="\n")
    named = os.environ.get(PUBLISHED_VARIABLE) or published
    if named:
        _compare(Path(config.config_file_path or "mkdocs.yml").absolute().parent / named, present, book)


def _addresses(place: PurePath) -> Iterator[str]:
    """The address of a file of the site, if it is one that others may link to."""
    is_linked = place.parts[0] not in _NOT_LINKED and place.as_posix() not in _OF_THE_SITE
    is_linked = is_linked and place.suffix not in _BESIDE_PAGES
    if is_linked and not any(part.startswith(".") for part in place.parts):
        folder = place.parent.as_posix().removeprefix(".")
        yield f"/{folder}/".replace("//", "/") if place.name == "index.html" else f"/{place.as_posix()}"


def _compare(published: Path, present: Sequence[str], book: Book) -> None:
    """Warn of every address of the published list that is not there any more, with what would cure it."""
    try:
        former = published.read_text(encoding="utf-8-sig").split()
    except UnicodeDecodeError as problem:
        raise PluginError(f"pirgen: '{published}' is not a list of addresses: it is not UTF-8") from problem
    except OSError as problem:
        raise PluginError(f"pirgen: {refused(problem)}") from problem
    known = set(present)
    lost = [address for address in dict.fromkeys(former) if address.startswith("/") and address not in known]
    for address in lost[:MOST_SHOWN]:
        log.warning("'%s' of the published site is lost%s", address, _cure(address, set(former), book))
    if len(lost) > MOST_SHOWN:
        log.warning("and %d more addresses of the published site are lost", len(lost) - MOST_SHOWN)


def _cure(address: str, former: set[str], book: Book) -> str:
    """Where to write which alias; nothing for what was no page of an incident."""
    match = _INCIDENT.search(address)
    if match is None or PurePosixPath(address).suffix not in ("", ".html"):
        return ""
    id = match[1]
    if id in book.incident_by_id:
        return ""
    new = [each.id for each in book.incidents if address.replace(id, each.id) not in former]
    near = near_miss(id, new) or next((each for each in new if each[:10] == id[:10]), "")
    where = f"incidents/{near}/incident.yaml" if near else "the incident.yaml of what it has become"
    return f"; write 'aliases: [{id}]' into {where}"
