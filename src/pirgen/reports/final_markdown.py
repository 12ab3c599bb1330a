"""A final report for an authority, from what the files say; what they do not say is marked as such.

Its order follows Article 23(4)(d) of Directive (EU) 2022/2555 (NIS2) and Articles 18(1) and 19(4)(c) of
Regulation (EU) 2022/2554 (DORA), with Article 4 of Delegated Regulation (EU) 2025/301. It is a template: what
is asked of an organisation is for that organisation to know.
"""

from __future__ import annotations

from collections.abc import Iterator

from pirgen.analysis.durations import between
from pirgen.model import (
    Action,
    ActionStatus,
    Book,
    Event,
    EventKind,
    Factor,
    Incident,
    Moment,
    Review,
    title_of,
)
from pirgen.reports.incident_markdown import event_line
from pirgen.reports.markdown_lines import NOT_RECORDED, bullet, section, value
from pirgen.wording.durations import duration
from pirgen.wording.instants import instant
from pirgen.wording.plain_text import plain

__all__ = ["final_markdown"]

TO_FILL_IN = "**to be filled in**"
_ABOUT = (
    "In the order of a final report under NIS2 (Directive (EU) 2022/2555, Article 23) and DORA (Regulation "
    "(EU) 2022/2554, Article 19), from what the files of the incident say. 'not recorded' is what the files "
    "have a place for and leave out; 'to be filled in' is what they have no place for."
)
_NOT_AGREED = "The review is not agreed yet, so what it says may still change."
_STATES = (
    ("Applied", (ActionStatus.DONE,)),
    ("Under way", (ActionStatus.IN_PROGRESS,)),
    ("Planned", (ActionStatus.OPEN,)),
    ("Decided against", (ActionStatus.DECLINED, ActionStatus.SUPERSEDED)),
    ("Not known whether applied", (ActionStatus.UNKNOWN,)),
)
_RESPONSE = (EventKind.ACTION, EventKind.DECISION, EventKind.RECOVERY)
_OUTSIDE = (EventKind.COMMUNICATION, EventKind.ESCALATION)


def final_markdown(incident: Incident, book: Book) -> str:
    """The report on one incident; its book holds what its readers may know."""
    review = book.review_by_incident.get(incident.id)
    lines = [f"# Final report: {plain(incident.title)}", ""]
    lines += [_ABOUT, ""]
    if review and not review.is_published:
        lines += [_NOT_AGREED, ""]
    lines += section("1. The report", (), list(_heading(incident, review, book)))
    lines += _description(incident, review, book)
    lines += _impact(incident)
    lines += _causes(incident, review, book)
    lines += _measures(incident, review, book)
    lines += _questions(review)
    return "\n".join(lines).rstrip() + "\n"


def _fact(name: str, said: str = "", otherwise: str = NOT_RECORDED) -> str:
    return bullet(f"{name}: {said or otherwise}")


def _heading(incident: Incident, review: Review | None, book: Book) -> Iterator[str]:
    for name in ("Reporting entity", "Authority or CSIRT", "Contact", "Reference given by the authority"):
        yield _fact(name, otherwise=TO_FILL_IN)
    yield _fact("Our reference", incident.id)
    yield _fact("Earlier notifications, with their times", otherwise=TO_FILL_IN)
    if review is None:
        yield _fact("Review", "none yet")
        return
    named = isinstance(review.owner, str)
    owner = title_of(book.vocabulary.teams, str(review.owner)) if named else review.owner
    yield _fact("Review", review.status.value)
    yield _fact("Review owner", value(owner))
    yield _fact("Review held", value(review.held))
    yield _fact("Review published", value(review.published))


def _description(incident: Incident, review: Review | None, book: Book) -> Iterator[str]:
    words = book.vocabulary
    level = words.severity(incident.severity)
    source = incident.detection.source if incident.detection else None
    facts = [
        _fact("Severity, by our own scale", f"{incident.severity}{f' ({level.impact})' if level else ''}"),
        _fact("Services", ", ".join(title_of(words.services, id) for id in incident.services)),
        _fact("Detected by", title_of(words.detection_sources, source) if isinstance(source, str) else ""),
        *(_moment(incident, moment) for moment in Moment),
        _fact("Suspected to be unlawful or malicious", otherwise=TO_FILL_IN),
    ]
    yield from section("2. Description", [review.summary if review else "", incident.severity_note], facts)
    told = [event_line(event, incident.id, book) for event in incident.timeline if _is_told(event)]
    yield from section("Course of events", (), told, 3)


def _is_told(event: Event) -> bool:
    return bool(event.marks) or event.kind in _OUTSIDE


def _moment(incident: Incident, moment: Moment) -> str:
    at = incident.instant_of(moment)
    name = moment.value.capitalize()
    if at is None:
        return _fact(name)
    length = between(incident, Moment.STARTED, moment) if moment is not Moment.STARTED else None
    about = "about " if length and length.is_approximate else ""
    return _fact(name, instant(at) + (f", {about}{duration(length.time)} after the start" if length else ""))


def _impact(incident: Incident) -> Iterator[str]:
    """What is recorded, then what Article 18(1) of DORA and Article 23(4)(d) of NIS2 ask besides."""
    impact = incident.impact
    none = "None: it did not reach users." if incident.is_near_miss else ""
    texts = [impact.summary if impact else none or NOT_RECORDED, incident.potential]
    facts = [_fact(each.what, each.figure) for each in (impact.measures if impact else ())]
    facts.append(_fact("Who was affected", impact.who if impact else none))
    ends = (between(incident, Moment.STARTED, moment) for moment in (Moment.MITIGATED, Moment.RESOLVED))
    length = next(filter(None, ends), None)
    facts.append(_fact("Duration of the impact", duration(length.time) if length else ""))
    asked = (
        "Clients, counterparts and transactions affected",
        "Reputation",
        "Regions and countries, and impact across borders",
        "Losses of data: availability, authenticity, integrity, confidentiality",
        "Criticality of the services",
        "Costs and losses, direct and indirect, and what was recovered",
    )
    yield from section("3. Impact", texts, [*facts, *(_fact(name, otherwise=TO_FILL_IN) for name in asked)])


def _causes(incident: Incident, review: Review | None, book: Book) -> Iterator[str]:
    title = "4. Threat or root cause"
    if review is None:
        yield from section(title, ["There is no review yet."])
        return
    kind = title_of(book.vocabulary.triggers, review.trigger_kind)
    facts = [_fact("Trigger", " ".join(filter(None, (review.trigger, f"({kind})" if kind else ""))))]
    yield from section(title, (), facts)
    factors = [_factor(factor, review, book) for factor in review.factors]
    why = "Conditions that had to be present; no single one of them is the cause." if factors else NOT_RECORDED
    yield from section("Contributing factors", [why], factors, 3)
    related = {each.incident: each.reason for each in incident.related}
    again = [bullet(f"{id}: {reason}") for id, reason in related.items()]
    yield from section("Earlier incidents that the authors relate to it", (), again, 3)


def _factor(factor: Factor, review: Review, book: Book) -> str:
    done = (action for action in review.actions if action.status is ActionStatus.DONE)
    is_gone = factor.removed_by or any(factor.id in action.eliminates for action in done)
    state = "eliminated" if is_gone else "not eliminated"
    return bullet(f"{factor.text} ({title_of(book.vocabulary.categories, factor.category)}; {state})")


def _measures(incident: Incident, review: Review | None, book: Book) -> Iterator[str]:
    actions = review.actions if review else ()
    during = [event_line(event, incident.id, book) for event in incident.timeline if event.kind in _RESPONSE]
    parts = [*section("During the incident", (), during, 3)]
    for state, statuses in _STATES:
        parts += section(state, (), [_action(each, book) for each in actions if each.status in statuses], 3)
    reason = review.no_actions_reason if review else ""
    yield from (
        "## 5. Measures",
        "",
        *([reason, ""] if reason else [] if parts else [NOT_RECORDED, ""]),
        *parts,
    )


def _action(action: Action, book: Book) -> str:
    named = isinstance(action.owner, str)
    owner = title_of(book.vocabulary.teams, str(action.owner)) if named else action.owner
    dated = (("owner", owner), ("due", action.due), ("done", action.done_on))
    said = "; ".join(f"{name} {value(written)}" for name, written in dated if value(written))
    proof = f"proof: {value(action.proof)}" if value(action.proof) else ""
    return bullet(f"{action.what}{f' ({said})' if said else ''}", proof, action.reason)


def _questions(review: Review | None) -> Iterator[str]:
    questions = [bullet(text) for text in (review.open_questions if review else ())]
    yield from section("6. Open questions", () if questions else ["None is recorded."], questions)
