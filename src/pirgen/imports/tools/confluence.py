"""Confluence: a page or a list of pages from its interface, in storage format, as a view or as a document."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

from pirgen.imports.documents import read_html
from pirgen.imports.export_value import ExportValue
from pirgen.imports.incident import ImportedIncident
from pirgen.imports.tools.atlassian_document import document_as_markdown
from pirgen.imports.tools.issues import incident_of_text
from pirgen.model import Link
from pirgen.privacy import public_link
from pirgen.privacy.known_tools import CONFLUENCE

__all__ = ["read", "recognises"]


def _pages(root: ExportValue) -> list[ExportValue]:
    return [each for each in (*root.records("results"), root) if each.has("title", "body") and _format(each)]


def _format(page: ExportValue) -> str:
    formats = ("storage", "atlas_doc_format", "export_view", "styled_view", "view")
    return next((name for name in formats if page.text("body", name, "value")), "")


def recognises(root: ExportValue) -> bool:
    """Whether an export is of Confluence's pages."""
    return bool(_pages(root))


def read(root: ExportValue, file: str) -> Iterator[ImportedIncident]:
    """What Confluence's pages say, an incident each."""
    for page in _pages(root):
        for key in ("body", "status", "createdAt"):
            page.at(key).skip()
        created = page.time("createdAt") or page.time("history", "createdDate")
        incident = incident_of_text(CONFLUENCE, page.text("title"), _words(page), created)
        base = page.text("_links", "base") or root.text("_links", "base")
        url = (
            public_link(f"{base}{page.text('_links', 'webui')}")
            if base and page.text("_links", "webui")
            else ""
        )
        yield replace(
            incident,
            key=page.text("id"),
            label=page.text("id"),
            links=(Link("Confluence page", url),) if url else (),
            records=(page,),
        )


def _words(page: ExportValue) -> str:
    name = _format(page)
    value = str(page.at("body", name, "value").value)
    if name != "atlas_doc_format":
        return read_html(value).text
    try:
        return document_as_markdown(ExportValue(json.loads(value), page.problems))
    except (ValueError, RecursionError):
        page.problems.append(f"{page.path}.body is no document".lstrip("."))
        return ""
