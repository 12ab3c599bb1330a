"""Which incidents a reader of one should see, and why: named by its authors, or similar."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from pirgen.cache import MANY_TO_HOLD, in_parts, shared
from pirgen.model import Book, Incident
from pirgen.retrieval.library import MOST_RELATED, SearchableBook, forget_searchable
from pirgen.retrieval.reasons import reasons

__all__ = ["RelatedIncident", "RelatedIncidents"]

_MOST = MOST_RELATED // 2
_AT_ONCE = 20


@dataclass(frozen=True)
class RelatedIncident:
    """Another incident, and why it is shown: the reason that an author gave, and what the two share in words.

    ``is_named_there`` tells that the author's reason is in the other incident's file.
    """

    incident: Incident
    shared: tuple[str, ...] = ()
    reason: str = ""
    is_named_there: bool = False


class RelatedIncidents:
    """The related incidents of every incident of a book; ``library`` finds similar ones in it."""

    def __init__(self, book: Book, library: Callable[[], SearchableBook]) -> None:
        self._library = library
        self._book = book
        self._known: dict[str, dict[str, tuple[str, ...]]] = {}

    def find_all(self) -> None:
        """Find those like every incident now, before pages are made.

        What is asked of the index while pages are made would be in the memory of each process that makes them.
        Others help unless the book is large, since each of them looks at all of the index. Where many had to be
        found, as many pages of a large book are made next, and the index is not held meanwhile.
        """
        cache = self._library().cache
        before, every = cache.saved, self._book.incidents
        is_large = len(every) > MANY_TO_HOLD

        def like(some: Sequence[Incident]) -> Iterator[tuple[str, dict[str, tuple[str, ...]]]]:
            yield from ((each.id, self._like(each.id)) for each in some)

        self._known = dict(like(every) if is_large else shared(in_parts(every, _AT_ONCE), like, cache))
        if is_large and cache.saved - before > len(every) // 2:
            forget_searchable()

    def of(self, incident: Incident) -> tuple[RelatedIncident, ...]:
        """The incidents that authors relate to it, and the few that are most like it, nearest first."""
        id = incident.id
        similar = self._known[id] if id in self._known else self._like(id)
        named = {each.incident.id: each for each in self._named(incident, similar)}
        others = [other for other in similar if other not in named][:_MOST]
        found = (RelatedIncident(self._book.incident_by_id[other], similar[other]) for other in others)
        return (*named.values(), *found)

    def _like(self, id: str) -> dict[str, tuple[str, ...]]:
        """The incidents that are most like one, nearest first, by their ids, each with what the two share."""
        words = self._book.vocabulary
        return {each.document.key: reasons(each, words) for each in self._library().related_to(id)}

    def _named(self, incident: Incident, similar: dict[str, tuple[str, ...]]) -> Iterator[RelatedIncident]:
        for other, reason in self._named_there.get(incident.id, ()):
            if all(related.incident != other.id for related in incident.related):
                yield RelatedIncident(other, similar.get(other.id, ()), reason, is_named_there=True)
        for related in incident.related:
            target = self._book.incident_by_id.get(related.incident)
            if target is not None:
                yield RelatedIncident(target, similar.get(target.id, ()), related.reason)

    @cached_property
    def _named_there(self) -> dict[str, list[tuple[Incident, str]]]:
        named: dict[str, list[tuple[Incident, str]]] = {}
        for incident in self._book.incidents:
            for related in incident.related:
                named.setdefault(related.incident, []).append((incident, related.reason))
        return named
