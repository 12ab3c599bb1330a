"""One service, tag or owner is written in one way: spellings that differ in case, space or punctuation only."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cache

from pirgen.diagnostics import Level
from pirgen.model import Book
from pirgen.rules.rule import Field, Finding, in_incident, in_review, rule
from pirgen.source.yaml.quoting import as_written

__all__ = ["SPELLING_RULES"]


def _names(book: Book) -> Iterator[tuple[str, str, Field]]:
    """Every name that lists and counts group by, with what it names and where it is written."""
    for incident in book.incidents:
        for index, service in enumerate(incident.services):
            yield "service", service, in_incident(incident.id, "services", index)
        for index, tag in enumerate(incident.tags):
            yield "tag", tag, in_incident(incident.id, "tags", index)
    for review in book.reviews:
        if isinstance(review.owner, str):
            yield "owner", review.owner, in_review(review.id, "owner")
        for index, action in enumerate(review.actions):
            if isinstance(action.owner, str):
                yield "owner", action.owner, in_review(review.id, "actions", index, "owner")


@cache
def _plain(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def _written_in_two_ways(book: Book, as_of: date) -> Iterator[Finding]:
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    first: dict[tuple[str, str], Field] = {}
    names = [name for name in _names(book) if _plain(name[1])]
    for kind, name, at in names:
        counts[kind, _plain(name)][name] += 1
        first.setdefault((kind, name), at)
    for kind, name, at in names:
        ways = counts[kind, _plain(name)]
        if len(ways) > 1:
            usual = max(ways, key=lambda way: ways[way])  # the first of several
            if name != usual:
                is_rare = ways[usual] > ways[name]
                message = f"{kind} '{name}' is written '{usual}' elsewhere"
                related = ((first[kind, usual], f"'{usual}' here"),)
                replacement = as_written(usual) if is_rare else ""
                yield Finding(at, message, near=usual, related=related, replacement=replacement)


SPELLING_RULES = (
    rule(
        "PIR712",
        "A service, a tag and an owner have one spelling each",
        Level.WARNING,
        "Lists and counts group by these names: 'checkout-api' and 'Checkout API' would be two services, and "
        "each would look half as bad as it is. The writing that is more common is offered; 'aliases' in "
        "vocabularies.yaml knows other words for one.",
        """
services: [checkout-api]
# 2026-01-06-checkout-slow/incident.yaml
services: [checkout-api]
# 2026-01-07-checkout-slow/incident.yaml
services: [Checkout API]
""",
        """
services: [checkout-api]
# 2026-01-07-checkout-slow/incident.yaml
services: [checkout-api]
""",
        _written_in_two_ways,
    ),
)
