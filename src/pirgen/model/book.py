"""The book: all incidents and reviews of a site together."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import unquote

from pirgen.model.incident import Incident
from pirgen.model.review import Review
from pirgen.model.vocabulary import Vocabulary


def path_beside(folder: str, url: str) -> str:
    """The path that a link written in an incident's folder leads to, such as ``incident-id/graph.png``."""
    return posixpath.normpath(f"{folder}/{unquote(re.split('[?#]', url, maxsplit=1)[0])}")


@dataclass(frozen=True)
class FormerReference:
    """A field that names an incident by an id that it had before; ``rest`` is what it says after the id."""

    file: str
    path: tuple[str | int, ...]
    former: str
    current: str
    rest: str = ""

    @property
    def replacement(self) -> str:
        """What the field says with the present id."""
        return self.current + self.rest


@dataclass(frozen=True, eq=False)
class Book:
    """Everything a site knows. Incidents and reviews are sorted by id, so by day.

    A book is equal to itself only, so that what is derived from it can be kept by it. ``attachments`` are
    the files that lie beside the YAML, as ``incident-id/path``, ``file_sizes`` how many bytes each has, and
    ``picture_sizes`` the width and height in pixels of those that are pictures. ``sources``
    are the names of the folders that incidents lie in, by their ids, where a book is made of several.
    References are by present ids; ``former_references`` are those that were written otherwise.
    """

    incidents: tuple[Incident, ...] = ()
    reviews: tuple[Review, ...] = ()
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    attachments: frozenset[str] = frozenset()
    file_sizes: Mapping[str, int] = field(default_factory=dict)
    picture_sizes: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    former_references: tuple[FormerReference, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def unplanned(self) -> tuple[Incident, ...]:
        """The incidents without planned maintenance, which nobody counts among them."""
        return tuple(incident for incident in self.incidents if not incident.is_planned)

    @cached_property
    def incident_by_id(self) -> dict[str, Incident]:
        """Incidents by their id."""
        return {incident.id: incident for incident in self.incidents}

    @cached_property
    def review_by_id(self) -> dict[str, Review]:
        """Reviews by the id of the folder they lie in."""
        return {review.id: review for review in self.reviews}

    @cached_property
    def review_by_incident(self) -> dict[str, Review]:
        """The review of each reviewed incident; where two claim one, the incident's own wins."""
        covered = {id: review for review in reversed(self.reviews) for id in review.covers}
        return covered | self.review_by_id
