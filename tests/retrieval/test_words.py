import pytest

from pirgen.retrieval.words import joined, phrase_stems, runs, stems_of, terms, with_phrases
from tests.conftest import CASES


def rows(name: str) -> list[list[str]]:
    return [line.split("\t") for line in (CASES / "search" / name).read_text(encoding="utf-8").splitlines()]


ROWS = rows("words.tsv")
PHRASES = rows("phrases.tsv")


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_a_text_is_searched_by_its_stems(text: str, expected: str) -> None:
    assert [stem for run in runs(text) for stem, _ in terms(run)] == expected.split()


def test_a_whole_value_is_one_word() -> None:
    assert joined("2019-07-02-cloudflare-waf-regex") == "20190702cloudflarewafregex"
    assert joined("Checkout API") == "checkoutapi"


@pytest.mark.parametrize(("text", "expected"), PHRASES)
def test_a_phrase_of_which_one_word_counts_is_one_word(text: str, expected: str) -> None:
    assert with_phrases(text) == expected
    assert stems_of(text) >= stems_of(expected)


def test_synonyms_are_never_looked_for_by_one_word_of_several() -> None:
    assert phrase_stems("timed out") == phrase_stems("timeout") == ("timeout",)
    assert phrase_stems("no space left") == ("space", "left")
    assert phrase_stems("up time") == ()
