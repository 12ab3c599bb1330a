"""What holds of a site's own words: each old one leads to one of today."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pirgen.diagnostics import Level, near_miss
from pirgen.model import Book
from pirgen.rules.rule import Field, Finding, rule

__all__ = ["VOCABULARY_RULES"]


def _alias_of_nothing(book: Book, as_of: date) -> Iterator[Finding]:
    for alias in book.vocabulary.aliases:
        known = [term.id for term in getattr(book.vocabulary, alias.of)]
        at = Field("vocabularies.yaml", ("aliases", alias.of, alias.old))
        if known and alias.new not in known:
            near = near_miss(alias.new, known)
            yield Finding(at, f"'{alias.new}' is not among the {alias.of}", f"one of {', '.join(known)}", near)
        elif alias.old in known:
            message = f"'{alias.old}' is itself among the {alias.of}, so nothing is read as '{alias.new}'"
            yield Finding(at, message, hint="take one of them out")


VOCABULARY_RULES = (
    rule(
        "PIR721",
        "An old word leads to a word of today",
        Level.WARNING,
        "Files with the old word are read as if they had the new one, which has to be there for that.",
        """
# vocabularies.yaml
aliases:
  severities: {critical: SEV1}
""",
        """
# vocabularies.yaml
aliases:
  severities: {critical: SEV-1}
""",
        _alias_of_nothing,
    ),
)
