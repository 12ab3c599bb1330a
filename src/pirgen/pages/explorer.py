"""A table that readers narrow down: its facets, their values in words, and how many rows have each.

The template writes them as a form beside the table; ``assets/explorer.js`` brings both to life.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

__all__ = ["Facet", "FacetValue", "SortOrder", "attributes", "facet"]

_LONG = 10
"""A facet by frequency with more choices than this shows its most frequent ones first."""


@dataclass(frozen=True)
class FacetValue:
    """A value of a facet: its name in addresses, its words on the page, and how many rows have it."""

    id: str
    title: str
    count: int


@dataclass(frozen=True)
class Facet:
    """One side to narrow a table down by; ``key`` names it in addresses and in the rows' attributes."""

    key: str
    title: str
    choices: tuple[FacetValue, ...]
    is_by_frequency: bool = False
    is_unfolded: bool = False

    @property
    def is_long(self) -> bool:
        """Whether only the most frequent choices are shown at first."""
        return self.is_by_frequency and len(self.choices) > _LONG


@dataclass(frozen=True)
class SortOrder:
    """An order of the rows: the key of a column, with ``-`` before it for the largest first, in words."""

    key: str
    title: str


def facet(
    key: str,
    title: str,
    found: Iterable[Sequence[str]],
    words: Mapping[str, str],
    is_by_frequency: bool = False,
    is_unfolded: bool = False,
) -> Facet:
    """The facet of what each row has.

    Choices are in the order of ``words``, which maps ids to titles, then those that it does not know;
    ``is_by_frequency`` puts the most frequent first instead.
    """
    counts = Counter(id for row in found for id in set(row))
    places = {id: place for place, id in enumerate(words)}
    choices = [FacetValue(id, words.get(id, id), count) for id, count in counts.items()]
    choices.sort(key=lambda choice: (places.get(choice.id, len(places)), choice.title.casefold(), choice.id))
    if is_by_frequency:
        choices.sort(key=lambda choice: (-choice.count, choice.title.casefold(), choice.id))
    return Facet(key, title, tuple(choices), is_by_frequency, is_unfolded)


def attributes(values: Mapping[str, Sequence[str]]) -> Markup:
    """A row's values as attributes: ``data-service="api|web"``; ``|`` and ``%`` within one are encoded."""
    written = [(key, "|".join(_encoded(value) for value in found)) for key, found in values.items() if found]
    return Markup(" ").join(Markup('data-{}="{}"').format(key, text) for key, text in written)


def _encoded(value: str) -> str:
    return value.replace("%", "%25").replace("|", "%7C")
