"""Questions that readers have typed, and values that have to lead to their incident."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from pirgen.cache import Cache
from pirgen.model import Book
from pirgen.retrieval import SearchableBook, searchable
from pirgen.retrieval.documents import Document, SearchField, SearchPassage
from pirgen.retrieval.index import build_index
from pirgen.source import read_folder, read_library
from tests.conftest import CASES
from tests.pages.books import a_book, a_review, an_action, an_incident

INCIDENTS = CASES.parents[1] / "incidents"
FERRIES = CASES.parents[1] / "examples" / "exampleton-ferries"


def _questions(name: str) -> list[list[str]]:
    lines = (CASES / "search" / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


QUESTIONS, FERRY_QUESTIONS = _questions("questions.tsv"), _questions("ferries.tsv")


@cache
def ours() -> SearchableBook:
    return searchable(read_library(read_folder(INCIDENTS)).book)


@cache
def ferries() -> SearchableBook:
    return searchable(read_library(read_folder(FERRIES)).book)


def first(library: SearchableBook, typed: str, is_unfinished: bool = True) -> str:
    answer = library.search(typed, is_unfinished=is_unfinished)
    return answer.hits[0].document.key if answer.hits else "nothing"


@pytest.mark.parametrize(("library", "questions"), [(ours, QUESTIONS), (ferries, FERRY_QUESTIONS)])
def test_questions_find_their_incident_first(
    library: Callable[[], SearchableBook], questions: list[list[str]]
) -> None:
    missed = [typed for typed, expected, *_ in questions if first(library(), typed) not in expected.split("|")]
    assert missed == [typed for typed, _, *why in questions if why]


def test_a_wrong_first_letter_is_found_where_it_is_the_only_slip() -> None:
    assert ferries().search("nanifest").looked_for == (("nanifest", "manifest"),)
    assert ferries().search("nanifets").unknown == ("nanifets",)


def test_every_value_finds_an_incident_that_has_it_first() -> None:
    library = ours()
    for document in library.index.documents:
        for value in document.exact:
            found = library.search(value, is_unfinished=False).hits[0].document
            assert value in found.exact, value


def test_every_action_text_finds_its_incident_first() -> None:
    library = ours()
    for review in library.book.reviews:
        for action in review.actions:
            assert first(library, action.what) == review.id, action.what


def test_slips_are_named_with_what_was_looked_for() -> None:
    assert ours().search("clouflare").looked_for == (("clouflare", "cloudflare"),)
    assert ours().search("namespacedeleted").looked_for == (("namespacedeleted", "namespace deleted"),)


def test_what_no_incident_has_is_named() -> None:
    answer = ours().search("regex zzzzqqqq")
    assert answer.unknown == ("zzzzqqqq",)
    assert answer.hits[0].document.key == "2019-07-02-cloudflare-waf-regex"


def test_nothing_is_found_for_nothing() -> None:
    assert ours().search("").hits == ()
    assert ours().search("  ?!").hits == ()
    assert searchable(Book()).search("disk").hits == ()


@pytest.mark.parametrize(
    "hostile", ["constructor", "__proto__", "toString", "=", ":", "severity:", "%00", "a" * 1_000_000]
)
def test_odd_input_breaks_nothing(hostile: str) -> None:
    ours().search(hostile)


def test_filters_narrow_and_may_have_slips() -> None:
    assert {hit.document.key[:4] for hit in ours().search("traffic year:2019").hits} == {"2019"}
    found = ours().search("severity:sev1 year:2019").hits
    assert [hit.document.key for hit in found] == ["2019-07-02-cloudflare-waf-regex"]
    assert first(ours(), "service:posgresql") == "2017-01-31-gitlab-db-deletion"
    assert ours().search("disk year:1999").hits == ()


def test_a_sites_own_synonyms_are_understood() -> None:
    book = a_book(
        an_incident(title="The teapot boiled over"), an_incident("2025-04-01-x", title="Something else")
    )
    book = Book(book.incidents, book.reviews, type(book.vocabulary)(synonyms=(("brewer", "teapot"),)))
    assert first(searchable(book), "brewer") == "2025-03-01-checkout"


def test_labels_and_values_are_never_one_word() -> None:
    book = a_book(an_incident(services=("docs.rs", "api"), tags=("disk",)), a_review(actions=(an_action(),)))
    spelled = set(searchable(book).index.spellings.values())
    assert {"docs", "docsrs", "disk", "api"} <= spelled
    assert not {word for word in spelled if "servicesdocs" in word or "apidisk" in word}


def test_an_index_from_the_cache_is_the_same(tmp_path: Path) -> None:
    def made(cache: Cache | None) -> tuple[object, ...]:
        index = searchable(read_library(read_folder(INCIDENTS)).book, cache).index
        return list(index.postings.items()), list(index.spellings.items()), index.told, index.documents

    expected = made(None)
    for _ in range(2):
        with Cache(tmp_path / "cache.sqlite") as cache:
            assert made(cache) == expected


@pytest.mark.parametrize("count", [1, 32, 33, 90])
def test_a_page_may_have_many_headings(count: int) -> None:
    passages = [SearchPassage(SearchField.OTHER, f"word{n}", f"Heading {n}") for n in range(count)]
    index = build_index([Document("page", "page.md", "Page", tuple(passages))])
    words, _, headings = index.told[0]
    under = dict(zip(words, headings, strict=True))
    assert [under[f"word{n}"] for n in range(count)] == [1 << n for n in range(count)]
