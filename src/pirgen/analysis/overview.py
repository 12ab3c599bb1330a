"""What breaks most in one service or with one team, and which ways to fail are still there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pirgen.analysis.backlog import BacklogItem
from pirgen.analysis.open_paths import Standing, TreeAnalysis
from pirgen.analysis.recurrence import Repeat, repeats_in
from pirgen.analysis.statistics import Statistics
from pirgen.analysis.trends import IncidentGroup, by_detection, by_trigger
from pirgen.model import Incident

__all__ = ["OpenWays", "Overview", "Overviews"]


@dataclass(frozen=True)
class OpenWays:
    """An incident whose fault tree has ways to fail that no done action has closed, and how many."""

    incident: Incident
    open: int
    planned: int


@dataclass(frozen=True)
class Overview:
    """What a group of incidents says together.

    ``categories`` and ``detections`` are counted among them, most first. ``trees`` is how many published
    reviews have a fault tree, ``ways`` are those with ways that are left, most open first. ``lessons`` are of
    published reviews, the latest first. ``open_items`` are its open actions, the overdue ones first. ``others``
    are the services affected together with it, most first.
    """

    group: IncidentGroup
    categories: tuple[IncidentGroup, ...]
    detections: tuple[IncidentGroup, ...]
    repeats: tuple[Repeat, ...]
    trees: int
    ways: tuple[OpenWays, ...]
    lessons: tuple[tuple[Incident, str], ...]
    open_items: tuple[BacklogItem, ...]
    others: tuple[tuple[str, int], ...]

    @property
    def overdue(self) -> tuple[BacklogItem, ...]:
        """Of the open actions, those that are overdue."""
        return tuple(item for item in self.open_items if item.is_overdue)


class Overviews:
    """Overviews of the services and teams of a book."""

    def __init__(self, statistics: Statistics) -> None:
        self._statistics = statistics
        common = {group.id for group in statistics.recurrence.common}
        self._telling = _by_incident(group for group in statistics.categories if group.id not in common)
        self._categories = _by_incident(statistics.categories)
        self._triggers = _by_incident(group for group in by_trigger(statistics.book) if group.id != "other")
        self._detections = _by_incident(by_detection(statistics.book))

    def of(self, group: IncidentGroup, within: str, items: Iterable[BacklogItem]) -> Overview:
        """The overview of the incidents of a ``service`` or ``team``, with the actions that are its own."""
        services = Counter(service for incident in group.incidents for service in incident.services)
        if within == "service":
            del services[group.id]
        repeats = [
            *repeats_in(group, _among(self._telling, group), "category", within),
            *repeats_in(group, _among(self._triggers, group), "trigger", within),
        ]
        return Overview(
            group,
            categories=_among(self._categories, group),
            detections=_among(self._detections, group),
            repeats=tuple(sorted(repeats, key=lambda repeat: -len(repeat.incidents))),
            trees=sum(1 for _ in _trees(group, self._statistics)),
            ways=_ways(group, self._statistics),
            lessons=tuple(_lessons(group, self._statistics)),
            open_items=tuple(
                sorted((item for item in items if item.action.is_open), key=lambda item: -item.late_by)
            ),
            others=tuple(services.most_common()),
        )


_Groups = Mapping[str, Sequence[IncidentGroup]]


def _by_incident(groups: Iterable[IncidentGroup]) -> _Groups:
    """The groups of each incident."""
    found: dict[str, list[IncidentGroup]] = {}
    for group in groups:
        for incident in group.incidents:
            found.setdefault(incident.id, []).append(group)
    return found


def _among(groups: _Groups, among: IncidentGroup) -> tuple[IncidentGroup, ...]:
    """The groups as far as they are among these incidents, most first."""
    found: dict[str, tuple[str, list[Incident]]] = {}
    for incident in among.incidents:
        for group in groups.get(incident.id, ()):
            found.setdefault(group.id, (group.title, []))[1].append(incident)
    made = (IncidentGroup(id, title, tuple(incidents)) for id, (title, incidents) in found.items())
    return tuple(sorted(made, key=lambda group: (-len(group.incidents), group.title)))


def _ways(group: IncidentGroup, statistics: Statistics) -> tuple[OpenWays, ...]:
    counted = [(incident, tree.counts) for incident, tree in _trees(group, statistics)]
    found = [OpenWays(incident, each[Standing.OPEN], each[Standing.PLANNED]) for incident, each in counted]
    left = (ways for ways in found if ways.open or ways.planned)
    return tuple(sorted(left, key=lambda ways: (-ways.open, -ways.planned)))


def _trees(group: IncidentGroup, statistics: Statistics) -> Iterator[tuple[Incident, TreeAnalysis]]:
    """The incidents whose published review has a fault tree, the latest first."""
    for incident in reversed(group.incidents):
        tree = statistics.trees.get(incident.id)
        review = statistics.book.review_by_id.get(incident.id)
        if tree and review and review.is_published:
            yield incident, tree


def _lessons(group: IncidentGroup, statistics: Statistics) -> Iterable[tuple[Incident, str]]:
    for incident in reversed(group.incidents):
        review = statistics.book.review_by_id.get(incident.id)
        if review and review.is_published:
            for lesson in review.lessons:
                yield incident, lesson
