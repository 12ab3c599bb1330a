"""What is found from what was kept of another state equals what is found now, whatever has changed."""

from pathlib import Path
from random import Random

import pytest

from pirgen.cache import Cache
from pirgen.retrieval import Document, SearchField, SearchPassage
from pirgen.retrieval import cached_similar as module
from pirgen.retrieval.cached_similar import CachedSimilar
from pirgen.retrieval.index import build_index
from pirgen.retrieval.similar import compared

WORDS = [
    f"{start}{end}" for start in ("bal", "cor", "dun", "fel", "gar", "hol") for end in ("ba", "do", "ki", "mu")
]
SECTIONS = ("Summary", "Timeline", "Impact")
MOST = 3


def a_document(number: int, dice: Random) -> Document:
    """Words that few documents have and words that most have, as in what people write."""
    texts = [" ".join(WORDS[int(dice.paretovariate(0.7)) % len(WORDS)] for _ in range(6)) for _ in SECTIONS]
    passages = tuple(map(SearchPassage, [SearchField.SUMMARY] * 3, texts, SECTIONS))
    filters = tuple((kind, dice.choice("abcdefgh")) for kind in ("service", "tag"))
    return Document(f"2025-01-{number:03}", "", "", passages, filters=filters)


@pytest.mark.parametrize("seed", range(4))
def test_what_was_kept_is_what_would_be_found(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    monkeypatch.setattr(module, "compared", lambda one, *rest: made.append(one.key) or compared(one, *rest))
    dice = Random(seed)
    book = {number: a_document(number, dice) for number in range(150)}
    counts = []
    for _ in range(12):
        index = build_index([book[number] for number in sorted(book)])
        made.clear()
        with Cache(tmp_path / "cache.sqlite") as cache:
            known = CachedSimilar(index, MOST, cache)
            for document in index.documents:
                assert known.of(document.key) == compared(document, index, MOST), document.key
        counts.append(len(made))
        for _ in range(dice.randint(0, 3)):
            number = dice.choice((dice.choice(sorted(book)), dice.randint(0, 999)))
            book[number] = a_document(number, dice)
        if dice.random() < 0.3:
            del book[dice.choice(sorted(book))]
    assert counts[0] == 150
    assert min(counts) < 75


def test_what_cannot_be_read_is_found_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    index = build_index([a_document(number, Random(number)) for number in range(30)])
    expected = [compared(document, index, MOST) for document in index.documents]
    for data in (b"", b"[]", b"\n[1, 2, 3, 4, 5]", b"[[], {}]", b"\xff"):
        with Cache(tmp_path / "cache.sqlite") as cache:
            monkeypatch.setattr(cache, "load", lambda keys, data=data: dict.fromkeys(keys, data))
            known = CachedSimilar(index, MOST, cache)
            assert [known.of(document.key) for document in index.documents] == expected
