"""The languages whose phrasings are known, and which of them a file is written in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from pirgen.cache import kept_by_value
from pirgen.diagnostics import Level
from pirgen.model import Book
from pirgen.rules.language import english, german
from pirgen.rules.language.english.context import is_spared
from pirgen.rules.language.english.people import PEOPLE_WORDS
from pirgen.rules.language.german.context import is_spared as is_spared_in_german
from pirgen.rules.language.passages import VOCABULARY_FILE
from pirgen.rules.language.phrasing import Pattern, Spared
from pirgen.rules.rule import Field, Finding, rule


@dataclass(frozen=True)
class Language:
    """A language: its patterns, and what a sentence may say around words so that they are no finding.

    A text without any of ``people_words`` names nobody by what they do. ``at_most`` is the level of all that is
    found while nobody has measured how often it is right.
    """

    code: str
    patterns: tuple[Pattern, ...]
    is_spared: Callable[[str, int, int, Spared], bool]
    people_words: frozenset[str]
    at_most: Level = Level.ERROR


ENGLISH, GERMAN = "en", "de"

LANGUAGES: Mapping[str, Language] = {
    ENGLISH: Language(ENGLISH, english.PATTERNS, is_spared, PEOPLE_WORDS),
    GERMAN: Language(GERMAN, german.PATTERNS, is_spared_in_german, frozenset(), at_most=Level.INFO),
}


def language_of(book: Book, file: str) -> str:
    """The code of the language that a file of a book is written in, without its region: 'pt' for 'pt-BR'."""
    return languages_of(book)[file]


@kept_by_value
def languages_of(book: Book) -> Mapping[str, str]:
    """The languages of all files; a review is in that of its incident unless it says another."""
    site = _code(book.vocabulary.language) or ENGLISH
    languages = defaultdict(lambda: site)
    for incident in book.incidents:
        if incident.language:
            of_incident = _code(incident.language)
            languages[f"{incident.id}/incident.yaml"] = languages[f"{incident.id}/pir.yaml"] = of_incident
    for review in book.reviews:
        if review.language:
            languages[f"{review.id}/pir.yaml"] = _code(review.language)
    return languages


def _code(language: str) -> str:
    return language.strip().lower().replace("_", "-").partition("-")[0]


def _said(book: Book) -> Iterator[tuple[Field, str]]:
    """Every place that says a language, and which."""
    yield Field(VOCABULARY_FILE, ("language",)), book.vocabulary.language
    for incident in book.incidents:
        yield Field(f"{incident.id}/incident.yaml", ("language",)), incident.language
    for review in book.reviews:
        yield Field(f"{review.id}/pir.yaml", ("language",)), review.language


def _is_not_known(book: Book, as_of: date) -> Iterator[Finding]:
    told: set[str] = set()
    for field, language in _said(book):
        code = _code(language)
        if code and code not in LANGUAGES and code not in told:
            told.add(code)
            yield Finding(
                field,
                f"the words of texts in '{language}' are not checked",
                expected=f"one of {', '.join(sorted(LANGUAGES))}, if the texts are in one of these",
                hint="names of people are looked for all the same",
            )


LANGUAGE_RULES = (
    rule(
        "PIR641",
        "The language of the texts is one whose words are checked",
        Level.INFO,
        "The patterns of one language say nothing about another, so the checks of words are silent where "
        "texts are in a language that pirgen does not know. It says so once for each such language, lest "
        "silence be taken for praise.",
        "# vocabularies.yaml\nlanguage: fi\n",
        "# vocabularies.yaml\nlanguage: en\n",
        _is_not_known,
    ),
)
