"""The languages whose phrasings are known, and which of them a file is written in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pirgen.model import Book
from pirgen.rules.language import english
from pirgen.rules.language.english.context import is_spared
from pirgen.rules.language.english.people import PEOPLE_WORDS
from pirgen.rules.language.phrasing import Pattern, Spared


@dataclass(frozen=True)
class Language:
    """A language: its patterns, and what a sentence may say around words so that they are no finding."""

    code: str
    name: str
    patterns: tuple[Pattern, ...]
    is_spared: Callable[[str, int, int, Spared], bool]
    people_words: frozenset[str]


ENGLISH = "en"

LANGUAGES: Mapping[str, Language] = {
    ENGLISH: Language(ENGLISH, "English", english.PATTERNS, is_spared, PEOPLE_WORDS),
}


def language_of(book: Book, file: str) -> str:
    """The code of the language that a file of a book is written in."""
    return ENGLISH
