"""The counts of a book for dashboards, as OpenMetrics text. Counts only: no average of anything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from pirgen.analysis.backlog import states
from pirgen.analysis.statistics import Statistics
from pirgen.model import ActionStatus, IncidentStatus, ReviewStatus
from pirgen.pages.page import Asset

__all__ = ["METRICS", "counts"]

METRICS = "api/v1/metrics.prom"
Labels = tuple[tuple[str, str], ...]


def counts(statistics: Statistics) -> Asset:
    """How many incidents, reviews, actions and ways to fail there are, by what they are."""
    return Asset(METRICS, "".join(f"{line}\n" for line in (*_lines(statistics), "# EOF")))


def _lines(statistics: Statistics) -> Iterator[str]:
    book = statistics.book
    incidents = Counter((each.severity, each.status.value) for each in book.unplanned)
    levels = [level.id for level in book.vocabulary.severities]
    severities = [*levels, *sorted({each.severity for each in book.unplanned} - {*levels})]
    yield from _gauge(
        "pirgen_incidents",
        "Incidents by severity and status.",
        (
            ((("severity", severity), ("status", status.value)), incidents[severity, status.value])
            for severity in severities
            for status in IncidentStatus
        ),
    )
    near = sum(each.is_near_miss for each in book.unplanned)
    yield from _gauge("pirgen_near_misses", "Incidents that did not reach users.", [((), near)])
    reviews = Counter(review.status for review in book.reviews)
    yield from _gauge(
        "pirgen_reviews",
        "Reviews by status.",
        (((("status", status.value),), reviews[status]) for status in ReviewStatus),
    )
    actions = Counter(item.action.status for item in statistics.items)
    yield from _gauge(
        "pirgen_actions",
        "Actions by status.",
        (((("status", status.value),), actions[status]) for status in ActionStatus),
    )
    overdue = len(states(statistics.items).overdue)
    yield from _gauge(
        "pirgen_actions_overdue", "Open actions that are late as of the day of the build.", [((), overdue)]
    )
    ways: Counter[str] = Counter()
    for tree in statistics.trees.values():
        ways.update({standing.value: count for standing, count in tree.counts.items()})
    yield from _gauge(
        "pirgen_ways_to_fail",
        "Minimal cut sets of all fault trees by standing.",
        (((("standing", standing),), ways[standing]) for standing in ("open", "planned", "closed")),
    )


def _gauge(name: str, meaning: str, samples: Iterable[tuple[Labels, int]]) -> Iterator[str]:
    yield f"# HELP {name} {meaning}"
    yield f"# TYPE {name} gauge"
    for labels, count in samples:
        shown = ",".join(f'{key}="{_escaped(value)}"' for key, value in labels)
        yield f"{name}{{{shown}}} {count}" if shown else f"{name} {count}"


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
