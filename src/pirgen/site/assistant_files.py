"""Files for assistants that read a site: ``llms.txt`` (https://llmstxt.org) and each incident as Markdown."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from pathlib import Path

from pirgen.model import Book, Incident
from pirgen.reports.incident_markdown import incident_markdown
from pirgen.reports.notice import marked
from pirgen.wording.plain_text import plain

__all__ = ["write_assistant_files"]

INDEX = "llms.txt"
_MOST_LISTED = 1000


def write_assistant_files(
    site: Path, book: Book, addresses: Mapping[str, str], name: str, site_url: str
) -> None:
    """Write the index, and beside the page of each incident its Markdown, at the page's address with ``.md``.

    A page that is a folder has it at ``index.html.md``. Incidents without a page are left out.
    """
    shown = [incident for incident in book.incidents if f"incidents/{incident.id}.md" in addresses]
    for incident in shown:
        path = _markdown_of(incident, addresses)
        text = incident_markdown(incident, book, posixpath.relpath("incidents", posixpath.dirname(path)))
        _write(site / path, _noted(text, book))
    if not (site / INDEX).exists():
        _write(site / INDEX, _noted("\n".join(_index(shown, book, addresses, name, site_url)) + "\n", book))


def _index(
    shown: list[Incident], book: Book, addresses: Mapping[str, str], name: str, site_url: str
) -> Iterator[str]:
    yield f"# {name}"
    yield ""
    yield "> Incidents and post-incident reviews: what happened, which factors had to be there together, what"
    yield "> was learned, and what is done about it. Each link is an incident with its review as Markdown."
    yield ""
    yield f"All of them as data: [incidents.json]({site_url}incidents/incidents.json)"
    yield ""
    yield "## Incidents"
    yield ""
    for incident in list(reversed(shown))[:_MOST_LISTED]:
        services = f"; {', '.join(incident.services)}" if incident.services else ""
        link = f"{site_url}{_markdown_of(incident, addresses)}"
        yield f"- [{_label(incident)}]({link}): {incident.id[:10]}, {incident.severity}{services}"
    if len(shown) > _MOST_LISTED:
        yield f"- and {len(shown) - _MOST_LISTED:,} older ones, in the data"


def _label(incident: Incident) -> str:
    return plain(incident.title).replace("[", "(").replace("]", ")")


def _markdown_of(incident: Incident, addresses: Mapping[str, str]) -> str:
    """Where the Markdown of an incident is in the site."""
    address = addresses[f"incidents/{incident.id}.md"]
    return f"{address}index.html.md" if address.endswith("/") else f"{address}.md"


def _noted(text: str, book: Book) -> str:
    return marked("incident.md", text, book.vocabulary.notice)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
