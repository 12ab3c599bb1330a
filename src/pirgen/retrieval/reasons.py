"""Why one incident is like another, in words."""

from __future__ import annotations

from collections.abc import Sequence

from pirgen.model import Vocabulary, title_of
from pirgen.retrieval.similar import Similar
from pirgen.wording.plurals import listed, plural

__all__ = ["reasons"]

_IN_BOTH = {
    "Action": "in actions of both",
    "Contributing factor": "in factors of both",
    "Fault tree": "in both fault trees",
    "Five whys": "in the whys of both",
    "Impact": "in the impact of both",
    "Lesson": "in lessons of both",
    "Summary": "in both summaries",
    "Timeline": "in both timelines",
    "Trigger": "in both triggers",
}
_MOST_NAMED = 3


def reasons(found: Similar, vocabulary: Vocabulary) -> tuple[str, ...]:
    """What the two have in common, what says most first: ``same service: Checkout``."""
    of = {kind: [value for key, value in found.shared if key == kind] for kind in _KINDS}
    told = []
    if services := [title_of(vocabulary.services, id) for id in of["service"]]:
        told.append(f"same {plural(len(services), 'service')}: {listed(services)}")
    if of["tag"]:
        told.append(f"both tagged {listed(of['tag'])}")
    if of["trigger"]:
        told.append(f"same trigger: {title_of(vocabulary.triggers, of['trigger'][0]).lower()}")
    if told and of["category"]:
        titles = [title_of(vocabulary.categories, id).lower() for id in of["category"][:_MOST_NAMED]]
        told.append(f"factors of both in {listed(titles)}")
    return (*told, *_by_words(found.words))


_KINDS = ("service", "tag", "trigger", "category")


def _by_words(words: Sequence[tuple[str, tuple[str, ...]]]) -> list[str]:
    """The words in common, by where they are in both; those that are elsewhere if there are no others."""
    by_place: dict[str, list[str]] = {}
    for word, sections in words:
        place = next((_IN_BOTH[section] for section in sections if section in _IN_BOTH), "in both")
        by_place.setdefault(place, []).append(f'"{word}"')
    anywhere = by_place.pop("in both", [])
    if not by_place and anywhere:
        return [f"{listed(anywhere)} in both"]
    return [f"{listed(named)} {place}" for place, named in by_place.items()]
