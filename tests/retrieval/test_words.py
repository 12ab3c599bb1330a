import pytest

from pirgen.retrieval.words import joined, runs, terms
from tests.conftest import CASES

ROWS = [line.split("\t") for line in (CASES / "search/words.tsv").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_a_text_is_searched_by_its_stems(text: str, expected: str) -> None:
    assert [stem for run in runs(text) for stem, _ in terms(run)] == expected.split()


def test_a_whole_value_is_one_word() -> None:
    assert joined("2019-07-02-cloudflare-waf-regex") == "20190702cloudflarewafregex"
    assert joined("Checkout API") == "checkoutapi"
