"""Files for assistants that read a site: ``llms.txt`` (https://llmstxt.org) and each incident as Markdown."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from functools import partial

from pirgen.cache import digest
from pirgen.model import Book, Incident, Vocabulary, title_of
from pirgen.pages.page import LaterAsset
from pirgen.reports.incident_markdown import incident_markdown
from pirgen.reports.notice import marked
from pirgen.site.files import SiteFile
from pirgen.wording.plain_text import plain

__all__ = ["INDEX", "assistant_files"]

INDEX = "llms.txt"
_MOST_LISTED = 1000


def assistant_files(
    book: Book,
    addresses: Mapping[str, str],
    name: str,
    site_url: str,
    ending: str = ".md",
    marks: Mapping[str, str] | None = None,
) -> Iterator[SiteFile]:
    """The index, and beside the page of each incident its Markdown, at the page's address with that ending.

    A page that is a folder has it at ``index.html.md``. Incidents without a page are left out. Addresses and
    paths are relative to our folder of the site, whose address is ``site_url``. ``marks`` are of all that pages
    are made from, by their paths: such a text is made when it is asked for.
    """
    paths = []
    for incident in book.incidents:
        page = f"incidents/{incident.id}.md"
        if page in addresses:
            path = _beside(addresses[page], ending)
            paths.append((incident, path))
            make = partial(_text, incident, book, path)
            mark = (marks or {}).get(page)
            later = LaterAsset(path, digest("of an incident", mark, path), make) if mark else None
            yield SiteFile(path, offered=later) if later else SiteFile(path, make())
    yield SiteFile(INDEX, "\n".join(_index(paths, name, site_url, book.vocabulary)) + "\n")


def _text(incident: Incident, book: Book, path: str) -> str:
    text = incident_markdown(incident, book, posixpath.relpath("incidents", posixpath.dirname(path)))
    return marked("incident.md", text, book.vocabulary.notice)


def _index(
    paths: list[tuple[Incident, str]], name: str, site_url: str, vocabulary: Vocabulary
) -> Iterator[str]:
    yield f"# {name}"
    yield ""
    if vocabulary.notice:
        yield f"> {vocabulary.notice}"
        yield ">"
    yield "> Incidents and post-incident reviews: what happened, which factors had to be there together, what"
    yield "> was learned, and what is done about it. Each link is an incident with its review as Markdown."
    yield ""
    yield f"All of them as data: [incidents.json]({site_url}incidents/incidents.json)"
    yield ""
    yield "## Incidents"
    yield ""
    for incident, path in list(reversed(paths))[:_MOST_LISTED]:
        titles = [_label(title_of(vocabulary.services, id)) for id in incident.services]
        told = f"{incident.id[:10]}, {incident.severity}" + (f"; {', '.join(titles)}" if titles else "")
        yield f"- [{_label(incident.title)}]({site_url}{path}): {told}"
    if len(paths) > _MOST_LISTED:
        yield f"- and {len(paths) - _MOST_LISTED:,} older ones, in the data"


def _label(text: str) -> str:
    return plain(text).replace("[", "(").replace("]", ")")


def _beside(address: str, ending: str) -> str:
    """Where a text is that belongs to the page at an address."""
    return f"{address}index.html{ending}" if address.endswith("/") else f"{address}{ending}"
