"""For whom a site is built, and the refusal to publish what they must not read."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from mkdocs.exceptions import PluginError

from pirgen.audience import AUDIENCE_VARIABLE, find_leaks, public_book
from pirgen.history import Commit, status_commits
from pirgen.model import Audience, Book
from pirgen.source import Incidents
from pirgen.wording.plurals import counted

__all__ = ["Readers", "readers_of"]

MOST_SHOWN = 10
"""How many leaks are listed; one is enough to refuse a site."""


@dataclass(frozen=True)
class Readers:
    """The book that the readers of a site may have; ``held_back`` is the whole of it where that is more."""

    book: Book
    held_back: Book | None = None

    def commits(self, incidents: Incidents) -> Mapping[str, Commit]:
        """The commits that gave the reviews their status, whose approvals name people: none for the public."""
        return {} if self.held_back else status_commits(incidents)

    def refuse_leaks(self, site: Path) -> None:
        """Raise PluginError where a finished site has in it what its readers must not read."""
        leaks = find_leaks(self.held_back, self.book, site) if self.held_back else ()
        if leaks:
            shown = "".join(f"\n  {leak.file}: {leak.text}" for leak in leaks[:MOST_SHOWN])
            files = counted(len(leaks), "file")
            raise PluginError(
                f"pirgen: nothing was published: internal text in {files} of a public site{shown}"
            )


def readers_of(book: Book, configured: str) -> Readers:
    """The readers that ``pirgen build --audience`` or else the configuration names."""
    asked = os.environ.get(AUDIENCE_VARIABLE) or configured
    return Readers(public_book(book), book) if asked == Audience.PUBLIC.value else Readers(book)
