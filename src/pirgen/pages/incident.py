"""The page of one incident: what happened, what was learned, and what is done about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from pirgen.analysis.backlog import Item
from pirgen.analysis.durations import Length, between, response, steps
from pirgen.analysis.open_paths import Standing, TreeAnalysis
from pirgen.analysis.relations import Kinship, Relation, Relations
from pirgen.analysis.sums import Sums
from pirgen.diagrams.diagram import Figure
from pirgen.diagrams.outline import OutlineLine, outline
from pirgen.diagrams.phases import phases
from pirgen.model import (
    Action,
    ActionStatus,
    Book,
    Event,
    EventKind,
    Factor,
    Incident,
    IncidentStatus,
    Instant,
    Link,
    Moment,
    NotRecorded,
    Review,
    title_of,
)
from pirgen.pages.glossary import Glossary
from pirgen.pages.markdown import plain
from pirgen.pages.page import Page
from pirgen.pages.press import About, Press, Settings

__all__ = ["Figures", "pages"]

Figures = Mapping[str, Mapping[str, Figure]]
"""By incident id: ``timeline``, ``timeline-narrow``, ``whys``, ``fishbone``, ``fault-tree``."""

_SPOKEN = (EventKind.ESCALATION, EventKind.COMMUNICATION)
_OPENINGS = {Kinship.SERVICE: "on", Kinship.TRIGGER: "triggered by", Kinship.CATEGORY: "factors in"}
_DONE_WORDS = {
    ActionStatus.OPEN: "open",
    ActionStatus.IN_PROGRESS: "in progress",
    ActionStatus.DONE: "done",
    ActionStatus.DECLINED: "declined",
    ActionStatus.SUPERSEDED: "superseded",
    ActionStatus.UNKNOWN: "of unknown state",
}


@dataclass(frozen=True)
class Day:
    """Events in file order that share a day; ``day`` is None before the first known one."""

    day: date | None
    events: tuple[Event, ...]


@dataclass(frozen=True)
class FileHistory:
    """A file of an incident, where its history is shown, and the days it first and last changed, if known."""

    name: str
    url: str
    first: date | None
    last: date | None


def pages(sums: Sums, figures: Figures, press: Press) -> Iterator[Page]:
    """A page for every incident, oldest first."""
    book, trees = sums.book, sums.trees
    relations = Relations(book)
    glossary = Glossary(book.vocabulary.glossary)
    for place, incident in enumerate(book.incidents):
        review = book.review_by_incident.get(incident.id)
        terms = glossary.used_in(_running_text(incident, review))
        values = {
            "glossary": terms,
            "incident": incident,
            "review": review,
            "related": relations.of(incident),
            "earlier": book.incidents[place - 1] if place else None,
            "later": book.incidents[place + 1] if place + 1 < len(book.incidents) else None,
            "figures": figures.get(incident.id, {}),
            "tree": trees.get(incident.id),
            "broken": Standing.BROKEN,
            "residual_outline": _residual(trees.get(incident.id), review),
            "drawn": _drawings(incident, figures),
            "links": _links(incident, review),
            "history": _history(incident, book, press.settings),
            **_incident_values(incident, book),
            **_review_values(incident, review, book),
            **_action_values(review, sums.items_of.get(review.id, ()) if review else ()),
        }
        path = f"incidents/{incident.id}.md"
        page = press.page(path, "incident.html", values, _about(incident, review, figures, book))
        yield replace(page, html=glossary.linked(page.html, terms))


def _residual(analysis: TreeAnalysis | None, review: Review | None) -> tuple[OutlineLine, ...]:
    """What done actions have left of the tree; nothing where they changed nothing or left nothing."""
    if review is None or analysis is None or not analysis.counts[Standing.BROKEN]:
        return ()
    left = analysis.residual.tree
    return outline(left, review.factors) if left else ()


def _about(incident: Incident, review: Review | None, figures: Figures, book: Book) -> About:
    said = review.summary if review else incident.impact.summary if incident.impact else incident.title
    own = incident.id in book.review_by_id
    return About(
        title=plain(incident.title),
        description=_shortened(plain(said)),
        source=f"{incident.id}/{'pir' if own else 'incident'}.yaml",
        tags=incident.tags,
        hide=("navigation",),
        figures=_drawings(incident, figures),
    )


def _drawings(incident: Incident, figures: Figures) -> dict[str, str]:
    """The drawings that could be made."""
    own = figures.get(incident.id, {})
    return {name: figure.svg for name, figure in own.items() if figure.svg is not None}


def _incident_values(incident: Incident, book: Book) -> dict[str, object]:
    level = book.vocabulary.severity(incident.severity)
    events = incident.timeline
    return {
        "level": level,
        "steps": steps(incident),
        "lines": _lines(incident),
        "not_yet": lambda moment: _not_yet(incident.status, moment),
        "detected_by": _detected_by(incident, book),
        "shown_length": _shown_length(incident),
        "response": response(incident, level),
        "days": _days(events),
        "has_approximate": any(event.approximate for event in events),
        "has_learned_later": any(not event.known_then for event in events),
        "has_accounts": any(not event.evidence for event in events),
        "spoken": [event for event in events if event.kind in _SPOKEN],
        "in_common": lambda relation: _in_common(relation, book),
    }


def _review_values(incident: Incident, review: Review | None, book: Book) -> dict[str, object]:
    if review is None:
        return {"is_covered": False, "also_covered": (), "categories": ()}
    others = [id for id in review.incidents if id != incident.id]
    trigger = title_of(book.vocabulary.triggers, review.trigger_kind) if review.trigger_kind else ""
    by_category = _by_category(review, book)
    return {
        "is_covered": review.id != incident.id,
        "reviewed_with": book.incident_by_id.get(review.id),
        "also_covered": [book.incident_by_id[id] for id in others if id in book.incident_by_id],
        "categories": [category for category, _ in by_category],
        "factors_by_category": by_category,
        "factor_text": lambda id: _factor_text(review, id),
        "trigger_kind": trigger,
        "outline": outline(review.fault_tree, review.factors) if review.fault_tree else (),
        "all_told": all(factor.basis for factor in review.factors),
    }


def _action_values(review: Review | None, actions: Sequence[Item]) -> dict[str, object]:
    on: dict[str, list[tuple[str, Action]]] = {factor.id: [] for factor in review.factors} if review else {}
    for item in actions:
        for effect, ids in item.action.effects:
            for id in ids:
                on.setdefault(id, []).append((effect, item.action))
    return {"actions": actions, "actions_on": on, "actions_summary": _summary(actions)}


def _summary(actions: Sequence[Item]) -> str:
    """How many actions there are, and how many in each state: ``12 actions: 3 open, 9 done``."""
    states = [item.action.status for item in actions]
    counts = [f"{states.count(status)} {word}" for status, word in _DONE_WORDS.items() if status in states]
    return f"{len(actions)} action{'s' * (len(actions) != 1)}: {', '.join(counts)}"


def _lines(incident: Incident) -> dict[Moment, str]:
    """The kind of the phase that follows each moment, as the timeline colours it."""
    order = list(Moment)
    return {
        moment: phase.kind
        for phase in phases(incident)
        for moment in order[order.index(phase.start) : order.index(phase.end)]
    }


def _not_yet(status: IncidentStatus, moment: Moment) -> bool:
    """Whether a missing moment may still come."""
    if moment is Moment.RESOLVED:
        return status is not IncidentStatus.RESOLVED
    return moment is Moment.MITIGATED and status is IncidentStatus.OPEN


def _detected_by(incident: Incident, book: Book) -> str | NotRecorded | None:
    if incident.detection is None or isinstance(incident.detection.source, NotRecorded):
        return None
    return title_of(book.vocabulary.detection_sources, incident.detection.source)


def _shown_length(incident: Incident) -> tuple[str, Length] | None:
    """The longest stretch from the start that is known, and what it is called."""
    for moment in (Moment.RESOLVED, Moment.MITIGATED):
        length = between(incident, Moment.STARTED, moment)
        if length:
            return f"Started to {moment.value}", length
    return None


def _days(events: tuple[Event, ...]) -> tuple[Day, ...]:
    """The events in file order, cut where the day changes; one without a time stays with those before it."""
    groups: list[tuple[date | None, list[Event]]] = []
    for event in events:
        day = event.at.at.date() if isinstance(event.at, Instant) else None
        if not groups or (day and day != groups[-1][0]):
            groups.append((day, []))
        groups[-1][1].append(event)
    return tuple(Day(day, tuple(group)) for day, group in groups)


def _by_category(review: Review, book: Book) -> list[tuple[str, list[Factor]]]:
    """The review's factors by category, in the vocabulary's order."""
    filed: dict[str, list[Factor]] = {}
    for factor in review.factors:
        filed.setdefault(factor.category, []).append(factor)
    order = [term.id for term in book.vocabulary.categories]
    return sorted(filed.items(), key=lambda pair: order.index(pair[0]) if pair[0] in order else len(order))


def _factor_text(review: Review, id: str) -> str:
    factor = review.factor(id)
    return factor.text if factor else id


def _in_common(relation: Relation, book: Book) -> str:
    """What two incidents share, in words: ``on Consul; triggered by load; factors in code and data``."""
    words = [(kind, _word(kind, id, book)) for kind, id in relation.shared]
    parts = []
    for kind, opening in _OPENINGS.items():
        shared = [word for of, word in words if of is kind]
        if shared:
            parts.append(
                f"{opening} {' and '.join([', '.join(shared[:-1]), shared[-1]] if shared[1:] else shared)}"
            )
    return "; ".join(parts)


def _word(kind: Kinship, id: str, book: Book) -> str:
    vocabulary = book.vocabulary
    if kind is Kinship.SERVICE:
        return title_of(vocabulary.services, id)
    return title_of(vocabulary.triggers if kind is Kinship.TRIGGER else vocabulary.categories, id).lower()


def _links(incident: Incident, review: Review | None) -> list[tuple[Link, str]]:
    """Every link of the incident and its review once, with the folder that it is written in."""
    found = {link.url: (link, review.id) for link in review.links} if review else {}
    return list(({link.url: (link, incident.id) for link in incident.links} | found).values())


def _running_text(incident: Incident, review: Review | None) -> str:
    """What a reader of the page reads in sentences."""
    texts = [event.text for event in incident.timeline]
    if incident.impact:
        texts.append(incident.impact.summary)
    if review:
        texts += [review.summary, review.trigger, *review.lessons, *review.surprises]
        texts += [*review.went_well, *review.went_badly, *review.got_lucky, *review.open_questions]
        texts += [factor.text for factor in review.factors]
    return "\n".join(texts)


def _history(incident: Incident, book: Book, settings: Settings) -> list[FileHistory]:
    """What git knows of the incident's own files; nothing where it knows nothing."""
    names = ["incident.yaml"] + ["pir.yaml"] * (incident.id in book.review_by_id)
    found = []
    for name in names:
        path = f"{incident.id}/{name}"
        first, last = settings.changes.get(path, (None, None))
        found.append(FileHistory(name, settings.history_url.replace("{path}", path), first, last))
    return [one for one in found if one.url or one.first]


def _shortened(text: str, most: int = 200) -> str:
    """The text up to a word's end, for a search result."""
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0].rstrip(',;:.')} …"
