"""What holds between incidents and reviews."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from pirgen.analysis.reviewing import unreviewed
from pirgen.diagnostics import Level, near_miss
from pirgen.model import Book, Evidence, path_beside
from pirgen.rules.named import meant_by
from pirgen.rules.prose_links import without_scheme
from pirgen.rules.rule import Field, Finding, in_incident, in_review, rule


def _covers_nowhere(book: Book, as_of: date) -> Iterator[Finding]:
    for review in book.reviews:
        for index, id in enumerate(review.covers):
            at = in_review(review.id, "covers", index)
            if id == review.id:
                yield Finding(at, "a review always covers its own incident", hint="leave it out")
            elif id and id not in book.incident_by_id:
                yield _no_incident(at, id, review.id, book, review.covers)


def _two_reviews(book: Book, as_of: date) -> Iterator[Finding]:
    first: dict[str, str] = {review.id: review.id for review in book.reviews}
    for review in book.reviews:
        for index, id in enumerate(review.covers):
            other = first.setdefault(id, review.id)
            if other != review.id:
                related = ((in_review(other, "status" if other == id else "covers"), "the other review"),)
                hint = "leave one of them, and link the other from it"
                yield Finding(
                    in_review(review.id, "covers", index),
                    f"incident '{id}' has two reviews",
                    hint=hint,
                    related=related,
                )


def _related_nowhere(book: Book, as_of: date) -> Iterator[Finding]:
    for incident in book.incidents:
        for index, related in enumerate(incident.related):
            at = in_incident(incident.id, "related", index, "incident")
            if related.incident == incident.id:
                yield Finding(at, "an incident is not related to itself", hint="leave it out")
            elif related.incident and related.incident not in book.incident_by_id:
                taken = [each.incident for each in incident.related]
                yield _no_incident(at, related.incident, incident.id, book, taken)


def _no_incident(at: Field, written: str, own: str, book: Book, taken: Collection[str]) -> Finding:
    others = {id: incident.title for id, incident in book.incident_by_id.items() if id != own}
    meant = meant_by(written, others, taken)
    message, expected = f"incident '{written}' does not exist", "the name of an incident's folder"
    return Finding(at, message, expected, meant.near, meant.hint, replacement=meant.surely)


def _review_missing(book: Book, as_of: date) -> Iterator[Finding]:
    for missing in unreviewed(book, as_of):
        review = missing.review
        if missing.is_late and not (review and isinstance(review.published, date)):
            state = f"only a review in state {review.status.value}" if review else "no review"
            message = f"{missing.incident.severity} incident has {state} after {missing.waited.days} days"
            expected = f"a review within {missing.allowed.days} days"
            folder = Field(f"{missing.incident.id}/", ())
            depends = (folder, in_review(review.id, "status")) if review else (folder,)
            at = in_incident(missing.incident.id, "severity")
            yield Finding(at, message, expected, depends=depends)


def _evidence_missing(book: Book, as_of: date) -> Iterator[Finding]:
    beside: dict[str, list[str]] = {}
    for path in sorted(book.attachments):
        id, _, name = path.partition("/")
        beside.setdefault(id, []).append(name)
    for incident in book.incidents:
        for index, event in enumerate(incident.timeline):
            at = in_incident(incident.id, "timeline", index, "evidence")
            yield from _missing_files(event.evidence, at, beside.get(incident.id, ()))
    for review in book.reviews:
        for factor in review.factors:
            at = in_review(review.id, "factors", factor.id, "evidence")
            yield from _missing_files(factor.evidence, at, beside.get(review.id, ()))


def _missing_files(evidence: tuple[Evidence, ...], at: Field, beside: Sequence[str]) -> Iterator[Finding]:
    for index, item in enumerate(evidence):
        if item.url and ":" not in item.url and path_beside(".", item.url) not in beside:
            near = without_scheme(item.url) or near_miss(item.url, beside)
            field = Field(at.file, (*at.path, index, "url"))
            yield Finding(
                field,
                f"file '{item.url}' does not lie beside this one",
                "a file in this folder, or a link",
                near,
            )


ACROSS_RULES = (
    rule(
        "PIR501",
        "A review covers incidents that exist",
        Level.ERROR,
        "The page of the covered incident could not show its review.",
        """
# pir.yaml
covers: [2026-01-06-chekout-down-again]
# 2026-01-06-checkout-down-again/incident.yaml
title: Checkout failed again
""",
        """
# pir.yaml
covers: [2026-01-06-checkout-down-again]
# 2026-01-06-checkout-down-again/incident.yaml
title: Checkout failed again
""",
        _covers_nowhere,
    ),
    rule(
        "PIR502",
        "An incident has one review",
        Level.ERROR,
        "With two, neither the page nor the counts could tell which one stands.",
        """
# pir.yaml
covers: [2026-01-06-checkout-down-again]
# 2026-01-06-checkout-down-again/pir.yaml
status: reviewed
""",
        """
# pir.yaml
covers: [2026-01-06-checkout-down-again]
# 2026-01-06-checkout-down-again/incident.yaml
title: Checkout failed again
""",
        _two_reviews,
    ),
    rule(
        "PIR503",
        "Related incidents exist",
        Level.ERROR,
        "The link would lead nowhere.",
        """
related:
  - {incident: 2026-01-06-checkout, reason: The same release}
""",
        """
related:
  - {incident: 2026-01-06-checkout-down-again, reason: The same release}
# 2026-01-06-checkout-down-again/incident.yaml
title: Checkout failed again
""",
        _related_nowhere,
    ),
    rule(
        "PIR504",
        "Grave incidents are reviewed in time",
        Level.WARNING,
        "Memory fades within days; the severity guide says within how many days a review is due.",
        """
severity: SEV-1
# pir.yaml
status: draft
published: not recorded
""",
        """
severity: SEV-1
# pir.yaml
status: reviewed
""",
        _review_missing,
    ),
    rule(
        "PIR505",
        "Evidence beside the file is there",
        Level.ERROR,
        "The link on the page would lead nowhere.",
        """
timeline:
  - at: 2026-01-05T09:10Z
    marks: [started, resolved]
    text: Orders fail
    evidence: [{kind: metric, url: orders.png}]
""",
        """
timeline:
  - at: 2026-01-05T09:10Z
    marks: [started, resolved]
    text: Orders fail
    evidence: [{kind: metric, url: "https://metrics.example.org/orders"}]
""",
        _evidence_missing,
    ),
)

EVIDENCE = ACROSS_RULES[-1]
"""The one of these that looks no further than the folder."""
