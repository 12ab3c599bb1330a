"""The pages answer the questions that the guide says they answer, in the book of fiction."""

import re

import pytest
from bs4 import BeautifulSoup

from tests.showcase.conftest import ROOT, Shown

READERS = ROOT / "docs" / "guide" / "readers.md"
_ROW = re.compile(r"^\| ([\w ]+) \| (.+\?) \| `(.+)` \| (.+) \|$", re.MULTILINE)


def _rows() -> list[tuple[str, str, str, str]]:
    return [row.groups() for row in _ROW.finditer(READERS.read_text(encoding="utf-8"))]  # type: ignore[misc]


@pytest.mark.parametrize(("who", "question", "address", "answer"), _rows())
def test_a_page_answers_its_question(who: str, question: str, address: str, answer: str, shown: Shown) -> None:
    text = BeautifulSoup(shown.fiction[address.removeprefix("./")], "html.parser").get_text(" ")
    assert answer in re.sub(r"\s+", " ", text), f"{who}: {question}"


def test_every_kind_of_reader_asks() -> None:
    asking = {who for who, *_ in _rows()}
    assert asking == {"on call", "manager", "new hire", "facilitator", "auditor", "author"}


def test_every_kind_of_page_answers_a_question(shown: Shown) -> None:
    kinds = {address.partition("/")[0] for address in shown.fiction}
    asked = {address.removeprefix("./").partition("/")[0] for _, _, address, _ in _rows()}
    assert sorted(kinds - asked) == []
