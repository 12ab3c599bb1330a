"""What the cache has read and found is what would be read and found without it."""

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from pirgen.analysis.open_paths import joined_ids
from pirgen.cache import Cache
from pirgen.diagnostics import Diagnostic, Level, Place
from pirgen.model import Book
from pirgen.pipeline import Checked, check, first_errors, judged, read
from pirgen.rules import ALONE_RULES, QUICK_RULES, RULES, judge
from pirgen.rules.examples import files_of
from pirgen.source import read_library
from tests.conftest import AS_OF, CASES, EXPECTED, case_files, written

ROOT = CASES.parents[1]
BOOKS = (ROOT / "incidents", ROOT / "examples/exampleton-ferries")


def told(checked: Checked) -> tuple[object, ...]:
    """All that a check says, with every place."""
    files = checked.library.files
    places = {name: (dict(file.places), dict(file.keys)) for name, file in files.items()}
    book = checked.book
    return (
        checked.diagnostics,
        checked.waived,
        checked.texts,
        checked.library.waivers,
        places,
        repr((book.incidents, book.reviews, book.vocabulary)),
    )


@pytest.mark.parametrize("kind", ["reading", "waivers", "fixing"])
def test_cases_read_and_judge_the_same_from_the_cache(kind: str, tmp_path: Path) -> None:
    cases = case_files(kind)
    for case in cases[:: max(1, len(cases) // 25)]:
        example = case.read_bytes().decode().partition(EXPECTED)[0]
        assert_same(written(tmp_path / case.stem, files_of(example)), tmp_path)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rules_find_the_same_from_the_cache(rule: object, tmp_path: Path) -> None:
    explanation = next(each.explanation for each in RULES if each is rule)
    for number, example in enumerate((explanation.bad, explanation.good)):
        if example:
            assert_same(written(tmp_path / str(number), files_of(example)), tmp_path)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_preview_sees_the_same_errors_after_a_change(rule: object, tmp_path: Path) -> None:
    explanation = next(each.explanation for each in RULES if each is rule)
    folder = tmp_path / "incidents"
    known = read_library(read(written(folder, files_of(explanation.good or explanation.bad))))
    slow = {each.code for each in RULES} - {each.code for each in QUICK_RULES}
    for example in (explanation.bad, explanation.good):
        shutil.rmtree(folder)
        changed = read(written(folder, files_of(example or explanation.bad)))
        found = judged(changed, AS_OF).diagnostics
        errors = [each for each in found if each.level is Level.ERROR and each.code not in slow]
        assert said(first_errors(changed, AS_OF, known)[1]) == said(errors)


def said(found: Iterable[Diagnostic]) -> set[tuple[str, Place, str]]:
    return {(each.code, each.place, each.message) for each in found}


def assert_same(folder: Path, home: Path) -> None:
    """On the same day the whole check is known; on another one, what rules found in each incident alone."""
    anew = {day: told(check(folder, day)) for day in (AS_OF, AS_OF + timedelta(days=1))}
    for day in (AS_OF, *anew):
        with Cache(home / "cache.sqlite") as cache:
            assert cache.is_on
            assert told(check(folder, day, cache)) == anew[day]


@pytest.mark.parametrize("folder", BOOKS, ids=lambda folder: folder.name)
def test_our_books_read_and_judge_the_same_from_the_cache(folder: Path, tmp_path: Path) -> None:
    assert_same(folder, tmp_path)


def each_alone(book: Book) -> Iterator[tuple[str, Book]]:
    """Each incident with what is said to belong to it, by its id; the vocabulary by none."""
    yield "vocabularies.yaml", Book(vocabulary=book.vocabulary)
    for incident in book.incidents:
        own = book.review_by_id.get(incident.id)
        near = joined_ids(own, book.review_by_id) if own else ()
        beside = {path for path in book.attachments if path.startswith(f"{incident.id}/")}
        yield (
            incident.id,
            replace(
                book,
                incidents=(incident,),
                reviews=tuple(review for review in book.reviews if review.id in near),
                attachments=frozenset(beside),
                picture_sizes={path: book.picture_sizes[path] for path in beside & book.picture_sizes.keys()},
            ),
        )


def assert_alone(book: Book) -> None:
    whole = {f"{rule.code} {finding}" for rule, finding in judge(book, AS_OF, ALONE_RULES)}
    for day in (date.min, AS_OF, date.max):
        parts = {
            f"{rule.code} {finding}"
            for id, part in each_alone(book)
            for rule, finding in judge(part, day, ALONE_RULES)
            if finding.at.file.startswith(id)
        }
        assert parts == whole


@pytest.mark.parametrize("folder", BOOKS, ids=lambda folder: folder.name)
def test_what_is_called_alone_depends_on_no_other_incident_and_no_day(folder: Path) -> None:
    assert_alone(read_library(read(folder)).book)


def test_nor_does_it_in_the_examples_of_the_rules(tmp_path: Path) -> None:
    for number, rule in enumerate(ALONE_RULES):
        for example in filter(None, (rule.explanation.bad, rule.explanation.good)):
            assert_alone(read_library(read(written(tmp_path / f"{number}", files_of(example)))).book)


def test_a_changed_vocabulary_is_not_overlooked(tmp_path: Path) -> None:
    base = files_of("# pir.yaml\nsummary: Ada Okafor saw that no test had seen it.\n")
    people = "people:\n  - {name: Ada Okafor, role: checkout on-call}\n"
    for number, words in enumerate(("", people, "language: de\n", people)):
        folder = written(tmp_path / str(number), {**base, "vocabularies.yaml": words} if words else base)
        assert_same(folder, tmp_path)
