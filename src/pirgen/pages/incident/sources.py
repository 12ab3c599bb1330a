"""All that the page of an incident is made from, so that it can be told whether it has to be made again.

That is a small book with the incidents and reviews that the page may look at, and what is found for it in the
whole one. What is made from the small book cannot depend on anything else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from pirgen.analysis.backlog import BacklogItem
from pirgen.analysis.open_paths import joined_ids
from pirgen.analysis.statistics import Statistics
from pirgen.model import Book, Incident, Review
from pirgen.retrieval import SearchableBook
from pirgen.retrieval.related import RelatedIncident, RelatedIncidents

__all__ = ["FileHistory", "IncidentSources", "SourcesOfIncidents"]


@dataclass(frozen=True)
class FileHistory:
    """A file of an incident, where its history is shown, and the days it first and last changed, if known."""

    name: str
    url: str
    first: date | None
    last: date | None


@dataclass(frozen=True)
class IncidentSources:
    """What the page of an incident is made from.

    ``related`` are other incidents with the reasons, ``items`` the actions of its review. ``book`` has these
    incidents, what its review covers, all their reviews, and the files beside the incident.
    """

    incident: Incident
    review: Review | None
    related: tuple[RelatedIncident, ...]
    earlier: Incident | None
    later: Incident | None
    items: tuple[BacklogItem, ...]
    history: tuple[FileHistory, ...]
    book: Book


class SourcesOfIncidents:
    """Looks up in a book with its sums what the page of each incident is made from."""

    def __init__(self, statistics: Statistics, index: Callable[[], SearchableBook]) -> None:
        self._statistics = statistics
        self._book = statistics.book
        self.related = RelatedIncidents(statistics.book, index)
        self._places = {incident.id: place for place, incident in enumerate(self._book.incidents)}
        self._files: dict[str, list[str]] = {}
        for path in self._book.attachments:
            self._files.setdefault(path.partition("/")[0], []).append(path)

    def of(self, incident: Incident, history: tuple[FileHistory, ...]) -> IncidentSources:
        """What the page of an incident is made from."""
        place, every = self._places[incident.id], self._book.incidents
        review = self._book.review_by_incident.get(incident.id)
        related = self.related.of(incident)
        return IncidentSources(
            incident=incident,
            review=review,
            related=related,
            earlier=every[place - 1] if place else None,
            later=every[place + 1] if place + 1 < len(every) else None,
            items=self._statistics.items_of.get(review.id, ()) if review else (),
            history=history,
            book=self._part([incident, *(each.incident for each in related)], incident, review),
        )

    def _part(self, shown: list[Incident], incident: Incident, review: Review | None) -> Book:
        """The part of the book with these incidents and all that they and the review stand with."""
        book = self._book
        covered = (book.incident_by_id.get(id) for id in (review.id, *review.covers)) if review else ()
        incidents = {each.id: each for each in (*shown, *covered) if each}
        reviews = {each.id: each for each in self._reviews(incidents, review)}
        files = self._files.get(incident.id, ())
        return Book(
            incidents=tuple(incidents[id] for id in sorted(incidents)),
            reviews=tuple(reviews[id] for id in sorted(reviews)),
            vocabulary=book.vocabulary,
            attachments=frozenset(files),
            file_sizes={path: book.file_sizes[path] for path in files if path in book.file_sizes},
            picture_sizes={path: book.picture_sizes[path] for path in files if path in book.picture_sizes},
            sources={incident.id: book.sources[incident.id]} if incident.id in book.sources else {},
        )

    def _reviews(self, incidents: dict[str, Incident], review: Review | None) -> Iterator[Review]:
        book = self._book
        for id in incidents:
            if each := book.review_by_incident.get(id):
                yield each
        if review:
            yield from (
                book.review_by_id[id] for id in joined_ids(review, book.review_by_id) if id in book.review_by_id
            )
