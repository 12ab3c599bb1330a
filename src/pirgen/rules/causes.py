"""What good factors and whys satisfy."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pirgen.diagnostics import FieldPath, Level, near_miss
from pirgen.model import Basis, Book, FactorKind, Instant, Moment, Review, Why
from pirgen.rules.named import meant_by
from pirgen.rules.rule import Field, Finding, in_incident, in_review, rule
from pirgen.wording.instants import instant


def references(review: Review) -> Iterator[tuple[FieldPath, str]]:
    """Every place where a review names a factor, except the fault tree: its field and the id."""
    if review.five_whys:
        yield from _in_whys(review.five_whys.because, ("five_whys", "because"))
    for index, action in enumerate(review.actions):
        for effect in ("eliminates", "reduces", "detects"):
            for position, id in enumerate(getattr(action, effect)):
                yield ("actions", index, effect, position), id


def _in_whys(whys: tuple[Why, ...], path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    for index, why in enumerate(whys):
        if why.factor is not None:
            yield (*path, index, "factor"), why.factor
        yield from _in_whys(why.because, (*path, index, "because"))


def _leaves(whys: tuple[Why, ...], path: FieldPath) -> Iterator[tuple[FieldPath, Why]]:
    for index, why in enumerate(whys):
        if why.because:
            yield from _leaves(why.because, (*path, index, "because"))
        else:
            yield (*path, index), why


def _unknown_factor(book: Book, as_of: date) -> Iterator[Finding]:
    for review in book.reviews:
        known = {factor.id: factor.text for factor in review.factors}
        named = list(references(review))
        for path, id in named:
            if id and id not in known:
                beside = [other for place, other in named if place[:-1] == path[:-1] and place != path]
                meant = meant_by(id, known, beside if isinstance(path[-1], int) else ())
                hint = meant.hint or ("" if meant.near else _what_it_is(id, review, book))
                expected = f"one of {', '.join(known)}" if known else "an id under 'factors'"
                message = f"factor '{id}' is not among the factors of this review"
                depends = (in_review(review.id, "factors"),)
                yield Finding(
                    in_review(review.id, *path),
                    message,
                    "" if meant.near or hint else expected,
                    meant.near,
                    hint,
                    depends=depends,
                    replacement=meant.surely,
                )


def _what_it_is(id: str, review: Review, book: Book) -> str:
    """What else an id belongs to, where a factor is asked for."""
    if review.fault_tree and review.fault_tree.gate(id):
        return f"'{id}' is a gate of the fault tree; name the factors under it"
    if any(action.id == id for action in review.actions):
        return f"'{id}' is an action; name a factor"
    others = (other.id for other in book.reviews if other.factor(id))
    owner = next(others, "")
    return f"'{id}' is a factor of {owner}; write it under 'factors' here too" if owner else ""


def _unused_factor(book: Book, as_of: date) -> Iterator[Finding]:
    for review in book.reviews:
        used = {id for _, id in references(review)}
        for gate in review.fault_tree.gates if review.fault_tree else ():
            used.update(gate.inputs)
            used.add(gate.condition or "")
        is_asked = not review.is_external and any(factor.id in used for factor in review.factors)
        for factor in review.factors if is_asked else ():
            if factor.id not in used and factor.basis is not Basis.STATED:
                hint = "name it in the whys, in the fault tree, or in an action that works on it"
                at = Field(f"{review.id}/pir.yaml", ("factors", factor.id), at_key=True)
                depends = tuple(in_review(review.id, key) for key in ("five_whys", "fault_tree", "actions"))
                yield Finding(at, f"factor '{factor.id}' is never used", hint=hint, depends=depends)


def _single_factor(book: Book, as_of: date) -> Iterator[Finding]:
    for review in book.reviews:
        if review.is_published and len(review.factors) < 2:
            written = "one factor" if review.factors else "no factors"
            hint = "ask what let it happen, what let it spread, and what let it last"
            at = in_review(review.id, "factors" if review.factors else "status")
            depends = (in_review(review.id, "factors"),)
            message = f"a {review.status.value} review names {written}"
            yield Finding(at, message, "at least two", hint=hint, depends=depends)


def _why_without_factor(book: Book, as_of: date) -> Iterator[Finding]:
    for review in book.reviews:
        whys = review.five_whys
        if whys and review.is_published:
            for path, why in _leaves(whys.because, ("five_whys", "because")):
                if why.factor is None:
                    hint = "name the factor it comes down to, or ask why once more"
                    yield Finding(
                        in_review(review.id, *path, "answer"),
                        "this branch of whys does not end in a factor",
                        hint=hint,
                    )


def _house_without_state(book: Book, as_of: date) -> Iterator[Finding]:
    for review in book.reviews:
        for factor in review.factors:
            at = in_review(review.id, "factors", factor.id, "state")
            if factor.kind is FactorKind.HOUSE and factor.state is None:
                at = in_review(review.id, "factors", factor.id, "kind")
                yield Finding(at, f"house event '{factor.id}' has no state", "state: true or state: false")
            elif factor.kind is not FactorKind.HOUSE and factor.state is not None:
                message = f"factor '{factor.id}' has a state but is not a house event"
                yield Finding(at, message, hint="say 'kind: house', or use 'occurred'")


def _unknown_event(book: Book, as_of: date) -> Iterator[Finding]:
    for review in book.reviews:
        timelines = [book.incident_by_id[id].timeline for id in review.incidents if id in book.incident_by_id]
        known = [event.id for timeline in timelines for event in timeline if event.id]
        for factor in review.factors:
            if factor.removed_by and factor.removed_by not in known:
                at = in_review(review.id, "factors", factor.id, "removed_by")
                near = near_miss(factor.removed_by, known)
                expected = f"one of {', '.join(known)}" if known and not near else ""
                message = f"no event of the timeline has the id '{factor.removed_by}'"
                hint = (
                    ""
                    if known
                    else f"give the event that removed it 'id: {factor.removed_by}' in incident.yaml"
                )
                depends = tuple(in_incident(id, "timeline") for id in review.incidents)
                yield Finding(at, message, expected, near, hint, depends=depends)


def _latent_after_start(book: Book, as_of: date) -> Iterator[Finding]:
    for review in book.reviews:
        incident = book.incident_by_id.get(review.id)
        started = incident.instant_of(Moment.STARTED) if incident else None
        for factor in review.factors:
            since = factor.latent_since
            if started and isinstance(since, Instant) and started.is_before(since):
                at = in_review(review.id, "factors", factor.id, "latent_since")
                message = f"latent since {instant(since)}, but the incident started {instant(started)}"
                depends = (in_incident(review.id, "timeline"),)
                yield Finding(
                    at,
                    message,
                    hint="a factor is latent from when it was there until the start",
                    depends=depends,
                )


CAUSE_RULES = (
    rule(
        "PIR301",
        "Every factor that is named exists",
        Level.ERROR,
        "Whys, fault trees and actions are joined through the factors; a dangling name joins nothing.",
        """
# pir.yaml
five_whys:
  problem: Orders failed
  because:
    - {answer: No test saw it, factor: no-tset}
    - {answer: A price was missing, factor: null-price}
""",
        """
# pir.yaml
five_whys:
  problem: Orders failed
  because:
    - {answer: No test saw it, factor: no-test}
    - {answer: A price was missing, factor: null-price}
""",
        _unknown_factor,
    ),
    rule(
        "PIR302",
        "Every factor is used",
        Level.WARNING,
        "A factor that no why ends in, no gate combines and no action works on was found and then forgotten. "
        "What a source states (`basis: stated`) may stand for itself: the fishbone shows every factor.",
        """
# pir.yaml
factors:
  null-price: {text: A price may be missing, category: data}
  no-test: {text: No test places an order without a price, category: testing}
  late-alert: {text: The alert waits for two minutes, category: monitoring}
""",
        """
# pir.yaml
factors:
  null-price: {text: A price may be missing, category: data}
  no-test: {text: No test places an order without a price, category: testing}
""",
        _unused_factor,
    ),
    rule(
        "PIR303",
        "A review names several factors",
        Level.WARNING,
        "No incident has one cause. A single factor most often means that the first answer was taken for the "
        "last (Cook, 'How Complex Systems Fail'; the VOID reports).",
        """
# pir.yaml
factors:
  null-price: {text: A price may be missing, category: data}
actions: []
no_actions_reason: The shop closes this month
five_whys:
  problem: Orders failed
  because: [{answer: A price was missing, factor: null-price}]
""",
        """
# pir.yaml
factors:
  null-price: {text: A price may be missing, category: data}
  no-test: {text: No test places an order without a price, category: testing}
""",
        _single_factor,
    ),
    rule(
        "PIR304",
        "A branch of whys ends in a factor",
        Level.INFO,
        "Whys that end in a factor can be acted on and found again in other reviews.",
        """
# pir.yaml
five_whys:
  problem: Orders failed
  because:
    - answer: A price was missing
""",
        """
# pir.yaml
five_whys:
  problem: Orders failed
  because:
    - {answer: A price was missing, factor: null-price}
""",
        _why_without_factor,
    ),
    rule(
        "PIR305",
        "A house event has a state, and nothing else has",
        Level.ERROR,
        "A house event is a condition that is switched on or off for the analysis (IEC 61025); without its "
        "state the tree has no meaning.",
        """
# pir.yaml
factors:
  null-price: {text: A price may be missing, category: data, kind: house}
  no-test: {text: No test places an order without a price, category: testing}
""",
        """
# pir.yaml
factors:
  null-price: {text: A price may be missing, category: data, kind: house, state: true}
  no-test: {text: No test places an order without a price, category: testing}
""",
        _house_without_state,
    ),
    rule(
        "PIR306",
        "The event that removed a factor exists",
        Level.ERROR,
        "A factor that the response removed for good counts as eliminated, and the page links to the event.",
        """
timeline:
  - {at: 2026-01-05T09:10Z, marks: [started], text: Orders fail}
  - {at: 2026-01-05T09:30Z, kind: recovery, marks: [resolved], text: The fix is live, id: fix-live}
# pir.yaml
factors:
  null-price: {text: A price may be missing, category: data, removed_by: fix-released}
  no-test: {text: No test places an order without a price, category: testing}
""",
        """
timeline:
  - {at: 2026-01-05T09:10Z, marks: [started], text: Orders fail}
  - {at: 2026-01-05T09:30Z, kind: recovery, marks: [resolved], text: The fix is live, id: fix-live}
# pir.yaml
factors:
  null-price: {text: A price may be missing, category: data, removed_by: fix-live}
  no-test: {text: No test places an order without a price, category: testing}
""",
        _unknown_event,
    ),
    rule(
        "PIR307",
        "A latent factor was there before the start",
        Level.WARNING,
        "How long a condition was there unnoticed is the time until the incident started.",
        """
# pir.yaml
factors:
  null-price: {text: A price may be missing, category: data, latent_since: 2026-03}
  no-test: {text: No test places an order without a price, category: testing}
""",
        """
# pir.yaml
factors:
  null-price: {text: A price may be missing, category: data, latent_since: 2025-03}
  no-test: {text: No test places an order without a price, category: testing}
""",
        _latent_after_start,
    ),
)
