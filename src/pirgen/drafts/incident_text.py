"""The first version of an incident as YAML: what is known as values, what is not as a commented example."""

from __future__ import annotations

from collections.abc import Iterator

from pirgen.drafts.draft import START, Draft, DraftEvent
from pirgen.drafts.stamp import stamped
from pirgen.drafts.yaml_text import comment, entry, flow, scalar, value
from pirgen.model import (
    NOT_RECORDED,
    Assignment,
    Detection,
    Evidence,
    IncidentKind,
    Instant,
    Link,
    Measure,
    NotRecorded,
)
from pirgen.wording.instants import stamp

TO_BE_WRITTEN = "To be written"


def incident_text(draft: Draft) -> str:
    """The text of ``incident.yaml``."""
    return stamped("".join(_incident_parts(draft)), draft.source)


def _incident_parts(draft: Draft) -> Iterator[str]:
    yield "# yaml-language-server: $schema=../../schemas/incident.schema.json\n"
    yield from map(comment, draft.origin)
    yield from (comment(f"To do: {left}") for left in draft.to_do)
    yield f"title: {scalar(draft.title)}\n"
    yield (
        f"kind: {IncidentKind.MAINTENANCE.value} # planned work, which no trend counts\n"
        if draft.is_planned
        else ""
    )
    yield f"severity: {scalar(draft.severity)}\n"
    yield entry("severity_note", draft.severity_note)
    yield f"status: {draft.status.value} # open, mitigated, resolved\n"
    yield f"services: {flow(draft.services)}\n"
    yield f"tags: {flow(draft.tags)}\n" if draft.tags else ""
    yield _detection_text(draft.detection)
    yield f"impact: # or 'none' for a near miss\n{entry('summary', draft.impact or TO_BE_WRITTEN, 2)}"
    yield _measures_text(draft.measures) or _IMPACT_EXAMPLE
    yield _roles_text(draft.roles)
    day = draft.day.isoformat()
    yield f"timeline: # times with an offset, such as {day}T09:30Z or {day}T11:30+02:00, or 'not recorded'\n"
    yield from map(_event_text, draft.events or (START,))
    if not draft.events:
        yield f"  # - {{at: {day}T09:30Z, marks: [detected], kind: detection, text: An alert fires}}\n"
    yield _links_text(draft.links)
    yield comment("Also in the source, and in no key of the draft:") if draft.left_over else ""
    yield from (comment(f"- {left}") for left in draft.left_over)


_IMPACT_EXAMPLE = """\
  # who: who was affected
  # measures:
  #   - {what: failed requests, value: about 1200, estimate: true}
"""


def _measures_text(measures: tuple[Measure, ...]) -> str:
    """The figures; where sources differ, what each of them says."""
    lines = ["  # who: who was affected\n  measures:\n"] if measures else []
    for measure in measures:
        lines.append(f"    - {entry('what', measure.what, 6).lstrip()}")
        if isinstance(measure.value, str):
            lines.append(entry("value", measure.value, 6))
        else:
            lines.append("      value:\n")
            said = (f"value: {scalar(each.value)}, said_by: {scalar(each.said_by)}" for each in measure.value)
            lines += [f"        - {{{each}}}\n" for each in said]
    return "".join(lines)


def _detection_text(detection: Detection | None) -> str:
    sources = "monitoring, user-report, staff, partner, chance"
    if detection is None:
        return f"# detection:\n#   source: monitoring # {sources}\n#   note: what was seen\n"
    source = _or_not_recorded(detection.source)
    return f"detection:\n  source: {source} # {sources}\n{entry('note', detection.note, 2)}"


def _roles_text(roles: tuple[Assignment, ...]) -> str:
    if not roles:
        return "# roles:\n#   incident commander: the on-call rota\n"
    return "roles:\n" + "".join(f"  {scalar(each.role)}: {value(each.who, 2)}\n" for each in roles)


def _event_text(found: DraftEvent) -> str:
    event = found.event
    lines = [f"  - at: {_time_text(event.at)}\n"]
    lines += [f"    until: {_time_text(event.until)}\n"] if event.until else []
    lines += ["    approximate: true\n"] if event.approximate else []
    lines += [f"    marks: {flow(tuple(mark.value for mark in event.marks))}\n"] if event.marks else []
    lines += [f"    milestones: {flow(event.milestones)}\n"] if event.milestones else []
    lines += [f"    kind: {event.kind.value}\n", entry("text", event.text, 4), entry("note", event.note, 4)]
    lines += ["    evidence:\n"] if event.evidence else []
    lines += [f"      - {_evidence_text(item)}\n" for item in event.evidence]
    return comment(found.origin, 2) + "".join(lines)


def _evidence_text(evidence: Evidence) -> str:
    title = f", title: {scalar(evidence.title)}" if evidence.title else ""
    return f"{{kind: {evidence.kind.value}, url: {scalar(evidence.url)}{title}}}"


def _links_text(links: tuple[Link, ...]) -> str:
    if not links:
        return '# links:\n#   - {title: Ticket, url: "https://example.org/"}\n'
    return "links:\n" + "".join(
        f"  - title: {scalar(link.title)}\n    url: {scalar(link.url)}\n{entry('note', link.note, 4)}"
        for link in links
    )


def _or_not_recorded(text: str | NotRecorded) -> str:
    return NOT_RECORDED.value if isinstance(text, NotRecorded) else scalar(text)


def _time_text(at: Instant | NotRecorded) -> str:
    if isinstance(at, NotRecorded):
        return NOT_RECORDED.value
    return stamp(at)
