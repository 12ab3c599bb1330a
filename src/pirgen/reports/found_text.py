"""Incidents that were found, in words: as text for a terminal, and as Markdown for a pull request or a chat."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from wcwidth import wrap

from pirgen.reports.found_incidents import FoundIncident
from pirgen.wording.printed import harmless

__all__ = ["incidents_markdown", "incidents_text", "seen_before"]

_MARKS = re.compile(r"([\\`*_\[\]<>#|~@])")
_BOLD, _QUIET = "1", "2"


def incidents_text(found: Sequence[FoundIncident], columns: int, in_colour: bool = False) -> str:
    """Each incident with what answers or why it is similar, what is still open, and its lessons."""

    def styled(text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if in_colour and text else text

    lines: list[str] = []
    for place, incident in enumerate(found, 1):
        lines += [
            *([""] if lines else []),
            *(styled(line, _BOLD) for line in _wrapped(f"{place}. {incident.title}", "", columns)),
            *(styled(line, _QUIET) for line in _wrapped(_place(incident), "   ", columns)),
        ]
        for label, text in _told(incident):
            lines += _wrapped(f"{label}: {text}", "   ", columns)
    return "".join(f"{line.rstrip()}\n" for line in lines)


def incidents_markdown(found: Sequence[FoundIncident], site: str = "") -> str:
    """The same as a Markdown list; with the address of the built site each incident links to its page."""
    return "".join(f"{line}\n" for incident in found for line in _bullet(incident, site.rstrip("/")))


def seen_before(groups: Sequence[tuple[str, Sequence[FoundIncident]]], site: str = "") -> str:
    """For the summary of a pull request: what is like each incident that it adds or changes."""
    lines = ["## Seen before?", ""]
    for id, found in groups:
        if found:
            lines += [f"### {_marked(id)}", "", incidents_markdown(found, site)]
        else:
            lines += [f"Nothing is like {_marked(id)}.", ""]
    if not groups:
        lines += ["No incident is new or changed.", ""]
    return "\n".join(lines)


def _bullet(incident: FoundIncident, site: str) -> Iterator[str]:
    title = _marked(incident.title)
    linked = f"[{title}]({site}/incidents/{incident.id}/)" if site else title
    yield f"- **{linked}** ({_marked(_place(incident))})"
    for label, text in _told(incident):
        yield f"    - {label}: {_marked(text)}"


def _told(incident: FoundIncident) -> Iterator[tuple[str, str]]:
    """An incident, line by line."""
    if incident.reasons:
        yield "why", "; ".join(incident.reasons)
    for passage in incident.passages:
        yield passage.section.lower(), passage.text
    for action in incident.open_actions:
        owner = f", {action.owner}" if action.owner else ""
        yield "not done yet", f"{action.what} ({action.state}{owner})"
    for lesson in incident.lessons:
        yield "lesson", lesson


def _place(incident: FoundIncident) -> str:
    return " · ".join([incident.id, incident.severity, *incident.services])


def _wrapped(text: str, indent: str, columns: int) -> list[str]:
    first, *others = wrap(_line(text), max(columns - len(indent) - 2, 40)) or [""]
    return [f"{indent}{first}", *(f"{indent}  {line}" for line in others)]


def _line(text: str) -> str:
    return harmless(" ".join(text.split()))


def _marked(text: str) -> str:
    """The text for Markdown, its letters taken as they are."""
    return _MARKS.sub(r"\\\1", _line(text))
