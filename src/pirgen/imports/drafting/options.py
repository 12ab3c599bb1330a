"""What whoever imports decides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from pirgen.model import Instant, Vocabulary

__all__ = ["ImportOptions"]


@dataclass(frozen=True)
class ImportOptions:
    """The site's words, what to write for people, and what is known already.

    ``severities`` says which level a tool's word stands for; an empty word stands for all. ``title``,
    ``day`` and ``services`` come before what the export says;
    ``fallback_day`` is for incidents that have none. Events from before ``since`` and after
    ``until`` are left out. ``is_external`` is whether all of it is what others have published.
    """

    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    people: Mapping[str, str] = field(default_factory=dict)
    severities: Mapping[str, str] = field(default_factory=dict)
    title: str = ""
    day: date | None = None
    fallback_day: date | None = None
    services: tuple[str, ...] = ()
    since: Instant | None = None
    until: Instant | None = None
    is_external: bool = False

    def is_within(self, at: object) -> bool:
        """Whether a time is within what was asked for; one that is not recorded is."""
        if not isinstance(at, Instant):
            return True
        is_early = self.since is not None and at.at < self.since.at
        is_late = self.until is not None and at.at > self.until.at
        return not (is_early or is_late)
