"""What PagerDuty's records have in common: references to people and services, kinds, links and pages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pirgen.imports.export_value import ExportValue
from pirgen.imports.incident import NamedPerson, TextWithPeople
from pirgen.imports.text import label
from pirgen.model import Link
from pirgen.privacy import public_link
from pirgen.privacy.known_tools import PAGERDUTY

NAME = PAGERDUTY.name


def is_kind(record: ExportValue, kind: str) -> bool:
    """Whether a record of PagerDuty is of a kind."""
    return record.text("type") == kind and "pagerduty.com" in record.text("self") + record.text("html_url")


def kind_of(record: ExportValue) -> str:
    """A record's kind, also of a reference to it."""
    return re.sub(r"_reference$", "", record.text("type"))


def by_whom(what: str, who: NamedPerson | None) -> TextWithPeople:
    """What was done, and by whom where that is known."""
    return (f"{what} by ", who) if who else (what,)


def more_pages(root: ExportValue, what: str) -> tuple[str, ...]:
    """A hint where the file has only the first page of what there is."""
    if root.at("more").value is not True:
        return ()
    return (f"{NAME} has more {what} than the file; export the next page and import both together",)


def person_of(part: ExportValue) -> NamedPerson | None:
    """The person that a reference leads to; None for a service, a rule or a bot."""
    kind = part.text("type")
    is_user = kind.startswith("user") if kind else "/users/" in part.text("self")
    if not is_user or not (part.text("id") or part.text("summary")):
        return None
    name = part.text("name") or part.text("summary")
    also = tuple(filter(None, (part.text("email"),)))
    return NamedPerson(part.text("id"), name, also)


def names_of(parts: Iterator[ExportValue] | tuple[ExportValue, ...]) -> tuple[str, ...]:
    """The names of services or teams, each once."""
    names = (label(part.text("summary") or part.text("name")) for part in parts)
    return tuple(dict.fromkeys(filter(None, names)))


def title_of(summary: str) -> str:
    """A title without the number in front of it."""
    return re.sub(r"^\[#\d+\]\s*", "", summary)


def links_of(incident: ExportValue) -> tuple[Link, ...]:
    """The page of an incident, where a reader may follow it."""
    url = public_link(incident.text("html_url"))
    return (Link(f"{NAME} incident", url),) if url else ()
