"""Former ids of incidents: each leads to one incident, and references use the present ones."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pirgen.diagnostics import Level
from pirgen.model import Book
from pirgen.rules.rule import Field, Finding, in_incident, rule
from pirgen.source import LONGEST_INCIDENT_ID, is_incident_id


def _ambiguous(book: Book, as_of: date) -> Iterator[Finding]:
    first: dict[str, Field] = {}
    for incident in book.incidents:
        for index, alias in enumerate(incident.aliases):
            at = in_incident(incident.id, "aliases", index)
            if not is_incident_id(alias) or len(alias) > LONGEST_INCIDENT_ID:
                hint = f"it is the name that the folder had, with at most {LONGEST_INCIDENT_ID} characters"
                yield Finding(at, f"alias '{alias[:40]}' is not a valid id", "YYYY-MM-DD-slug", hint=hint)
            elif alias == incident.id:
                hint = "leave it out; aliases are the ids that it had before"
                yield Finding(at, "an incident's own id is no alias of it", hint=hint, level=Level.WARNING)
            elif alias in book.incident_by_id:
                message = f"alias '{alias}' is the id of another incident"
                related = ((in_incident(alias, "title"), "the incident of that id"),)
                yield Finding(at, message, "an id that no incident has", related=related)
            elif alias in first:
                related = ((first[alias], "the other alias"),)
                yield Finding(at, f"alias '{alias}' is there twice", "one alias of that id", related=related)
            first.setdefault(alias, at)


def _former(book: Book, as_of: date) -> Iterator[Finding]:
    for each in book.former_references:
        message = f"incident '{each.former}' is now '{each.current}'"
        yield Finding(Field(each.file, each.path), message, near=each.current, replacement=each.replacement)


ALIAS_RULES = (
    rule(
        "PIR508",
        "An alias leads to one incident",
        Level.ERROR,
        "An alias keeps the address that an incident had before, so no other incident may have that address.",
        """
aliases: [2026-01-06-checkout-down-again]
# 2026-01-06-checkout-down-again/incident.yaml
title: Checkout failed again
""",
        """
aliases: [2026-01-05-checkout-broken]
""",
        _ambiguous,
    ),
    rule(
        "PIR509",
        "References use the present id",
        Level.WARNING,
        "A reference by a former id still leads to its incident, but a search for the present one misses it.",
        """
related:
  - {incident: 2026-01-06-checkout-broken, reason: The same release}
# 2026-01-06-checkout-down-again/incident.yaml
title: Checkout failed again
aliases: [2026-01-06-checkout-broken]
""",
        """
related:
  - {incident: 2026-01-06-checkout-down-again, reason: The same release}
# 2026-01-06-checkout-down-again/incident.yaml
title: Checkout failed again
aliases: [2026-01-06-checkout-broken]
""",
        _former,
    ),
)
