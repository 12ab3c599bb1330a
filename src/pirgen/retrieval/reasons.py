"""Why one incident is like another, in words."""

from __future__ import annotations

from collections.abc import Sequence

from pirgen.model import Vocabulary, title_of
from pirgen.retrieval.similar import Similar
from pirgen.retrieval.words import PHRASES
from pirgen.wording.plurals import listed

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
    """What the two have in common, what says most first, each as a clause: ``both are about Checkout``."""
    of = {kind: [value for key, value in found.shared if key == kind] for kind in _KINDS}
    told = []
    if services := [title_of(vocabulary.services, id) for id in of["service"]]:
        told.append(f"both are about {listed(services)}")
    if of["tag"]:
        told.append(f"both are tagged {listed(of['tag'])}")
    if of["trigger"]:
        told.append(f'both have the trigger "{title_of(vocabulary.triggers, of["trigger"][0]).lower()}"')
    if told and of["category"]:
        titles = [title_of(vocabulary.categories, id).lower() for id in of["category"][:_MOST_NAMED]]
        told.append(f"both have factors in {listed(titles)}")
    return (*told, *_by_words(found.words, "in both" if found.of else "in it"))


_KINDS = ("service", "tag", "trigger", "category")


def _by_words(words: Sequence[tuple[str, tuple[str, ...]]], anywhere: str) -> list[str]:
    """The words in common, by where they are in both; those that are elsewhere if there are no others."""
    by_place: dict[str, list[str]] = {}
    for word, sections in words:
        place = next((_IN_BOTH[section] for section in sections if section in _IN_BOTH), anywhere)
        by_place.setdefault(place, []).append(f'"{_SPELLED.get(word, word)}"')
    if len(by_place) > 1:
        by_place.pop(anywhere, None)
    return [
        f"{listed(named)} {'is' if len(named) == 1 else 'are'} {place}" for place, named in by_place.items()
    ]


_SPELLED = {phrase.replace(" ", ""): phrase for phrase in PHRASES}
