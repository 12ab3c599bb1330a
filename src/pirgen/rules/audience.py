"""What must not be read by others: data that leads to people and machines, and names of what is internal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from operator import attrgetter

from pirgen.diagnostics import Excerpt, Level
from pirgen.model import Audience, Book, Incident, Review
from pirgen.privacy import WEB_LINK, PrivateMatch, find_private_in, private_link_form
from pirgen.rules.every_text import BookText, every_text
from pirgen.rules.rule import Field, Finding, in_review, rule

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
"""What may be an id of several words."""

_RESERVED = re.compile(r"[@.]example(?:\.(?:com|net|org))?$")
"""Hosts that nobody has (RFC 2606), as they stand in examples."""


def _private_data(book: Book, as_of: date) -> Iterator[Finding]:
    for _, texts in groupby(every_text(book), key=attrgetter("file")):
        yield from _private_in(list(texts))


def _private_in(texts: Sequence[BookText]) -> Iterator[Finding]:
    """What is private in the texts of a file."""
    for written, matches in zip(texts, find_private_in([each.text for each in texts]), strict=True):
        for form, start, end in _private(written.text, written.is_public, matches):
            where = "a text that the public may read" if written.is_public else "the text"
            yield Finding(
                _words(written, start, end),
                f"{form} in {where}",
                hint="take it out, or write what it stands for, such as 'the key of the deploy job'",
                level=Level.ERROR if written.is_public else Level.WARNING,
            )


def _private(text: str, is_public: bool, matches: Sequence[PrivateMatch]) -> Iterator[tuple[str, int, int]]:
    """Each form of private data in a text, and where it is; links to inner systems are of use to insiders."""
    for match in matches:
        if not _RESERVED.search(text, match.start, match.end):
            yield match.form, match.start, match.end
    for link in WEB_LINK.finditer(text) if is_public else ():
        if form := private_link_form(link[0]):
            yield form, *link.span()


def _words(written: BookText, start: int, end: int) -> Field:
    return Field(written.file, written.path, excerpt=Excerpt(written.text, start, end))


def _names_internal(book: Book, as_of: date) -> Iterator[Finding]:
    everywhere = _internal_incidents(book)
    of_its_own = {incident.id: _internal_parts(incident, book) for incident in book.incidents}
    if not everywhere and not any(of_its_own.values()):
        return
    for written in (each for each in every_text(book) if each.is_public):
        names = everywhere | of_its_own.get(written.file.partition("/")[0], {})
        for match in _NAME.finditer(written.text):
            is_reference = match[0] == written.text and match[0] not in everywhere  # which vanishes
            if (what := names.get(match[0])) and not is_reference:
                message = f"a text that the public may read names '{match[0]}', {what}"
                hint = "leave it out, or mark the text as internal"
                yield Finding(_words(written, *match.span()), message, hint=hint)


def _internal_incidents(book: Book) -> dict[str, str]:
    """The ids of internal incidents, former ones too; nothing where all are internal, or none is."""
    internal = [incident for incident in book.incidents if incident.audience is Audience.INTERNAL]
    if len(internal) == len(book.incidents):
        return {}
    ids = {id for incident in internal for id in (incident.id, *incident.aliases)}
    return dict.fromkeys(ids, "which is internal")


def _internal_parts(incident: Incident, book: Book) -> dict[str, str]:
    """The ids of what is internal in an incident and its review; those of one word would be in any sentence."""
    review = book.review_by_id.get(incident.id)
    events = [(event.id, "event") for event in incident.timeline if event.internal]
    factors = [(factor.id, "factor") for factor in (review.factors if review else ()) if factor.internal]
    actions = [(action.id, "action") for action in (review.actions if review else ()) if action.internal]
    return {id: f"an internal {kind}" for id, kind in (*events, *factors, *actions) if "-" in id}


def _left_out(book: Book, as_of: date) -> Iterator[Finding]:
    for review in book.reviews:
        gone = {factor.id for factor in review.factors if factor.internal}
        if review.audience is not Audience.PUBLIC or not gone:
            continue
        if review.fault_tree and (used := _used_in_tree(review) & gone):
            at = in_review(review.id, "fault_tree", "top")
            message = f"a public site leaves the fault tree out: factor '{min(used)}' in it is internal"
            yield Finding(at, message, hint="without one of its factors a tree would tell other ways to fail")
        for index, action in enumerate(review.actions):
            for effect, ids in action.effects:
                if not action.internal and (named := gone.intersection(ids)):
                    at = in_review(review.id, "actions", index, effect)
                    message = f"public action '{action.id}' names factor '{min(named)}', which is internal"
                    yield Finding(at, message, hint="a public site leaves the name out")


def _used_in_tree(review: Review) -> set[str]:
    gates = review.fault_tree.gates if review.fault_tree else ()
    return {name for gate in gates for name in (*gate.inputs, gate.condition) if name}


AUDIENCE_RULES = (
    rule(
        "PIR801",
        "No text holds secrets or personal data",
        Level.WARNING,
        "A review is read by many and kept for years. Keys are to be rotated once they were written down; "
        "addresses and telephone numbers lead to people. It is an error in what the public may read.",
        """
timeline:
  - {at: 2026-01-05T09:10Z, marks: [started, resolved], text: The job runs with AKIAIOSFODNN7EXAMPLE}
""",
        """
timeline:
  - {at: 2026-01-05T09:10Z, marks: [started, resolved], text: The job runs with the key of the deploy job}
""",
        _private_data,
    ),
    rule(
        "PIR802",
        "A public text names nothing internal",
        Level.WARNING,
        "A public site leaves internal incidents out with everything that leads to them; a name in a sentence "
        "would stay.",
        """
# 2026-01-07-partner-down/incident.yaml
title: Orders of one partner failed
severity: SEV-3
status: resolved
audience: public
services: [checkout]
impact: {summary: Orders of one partner failed as in 2026-01-05-checkout-down}
timeline:
  - {at: 2026-01-07T09:10Z, kind: symptom, marks: [started, resolved], text: Orders of one partner fail}
""",
        """
# 2026-01-07-partner-down/incident.yaml
title: Orders of one partner failed
severity: SEV-3
status: resolved
audience: public
services: [checkout]
impact: {summary: Orders of one partner failed}
timeline:
  - {at: 2026-01-07T09:10Z, kind: symptom, marks: [started, resolved], text: Orders of one partner fail}
""",
        _names_internal,
    ),
    rule(
        "PIR803",
        "What is public rests on nothing internal",
        Level.INFO,
        "A public site leaves out what would be wrong or would give something away without its internal parts.",
        """
# pir.yaml
audience: public
factors:
  null-price: {text: A price may be missing, category: data}
  no-test: {text: No test places an order without a price, category: testing, internal: true}
""",
        """
# pir.yaml
audience: internal
factors:
  null-price: {text: A price may be missing, category: data}
  no-test: {text: No test places an order without a price, category: testing, internal: true}
""",
        _left_out,
    ),
)
