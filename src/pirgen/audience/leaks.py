"""Looks through a finished site for what the public must not read: the last gate before it is published.

A text is looked for by its words, so that neither escaping nor markup hides it; of a long one every stretch of
eight words counts, since pages shorten texts. What the public book says too is no leak, nor is what
pirgen says of itself.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path

from pirgen.audience.readable import readable, unescaped
from pirgen.audience.texts import texts_in
from pirgen.errors import PirgenError
from pirgen.model import Book

__all__ = ["Leak", "find_leaks", "leaks_in", "refuse_leaks"]

SHORTEST = 12
"""How many letters and digits a text must have to be looked for; shorter ones stand in any text by chance."""

STRETCH = 8
"""Of how many words a stretch of a longer text is."""

_WITHOUT_SPACES = r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_WORD = re.compile(rf"[{_WITHOUT_SPACES}]|[^\W_{_WITHOUT_SPACES}]+")
"""A word; where they are written without spaces, a letter."""

_PACKAGE = Path(__file__).resolve().parents[1]

Words = tuple[str, ...]


@dataclass(frozen=True)
class Sought:
    """The stretches of words to look for, and how long those are that begin with a word."""

    lengths: Mapping[str, tuple[int, ...]]
    stretches: frozenset[Words]


@dataclass(frozen=True)
class Leak:
    """A file of the site, relative to it, and the internal words that are in it."""

    file: str
    text: str


def find_leaks(full: Book, public: Book, site: Path) -> tuple[Leak, ...]:
    """Every file of a site with words that the full book has and the public one has not; one leak a file."""
    files = sorted(path for path in site.rglob("*") if path.is_file())
    return leaks_in(full, public, ((path.relative_to(site).as_posix(), path.read_bytes()) for path in files))


def leaks_in(full: Book, public: Book, files: Iterable[tuple[str, bytes]]) -> tuple[Leak, ...]:
    """The same of files that are not written yet, by their names."""
    wanted = _by_first_word(_internal(full, public) if full is not public else ())
    if not wanted.stretches:
        return ()
    found = (
        (name, _first_leak(chain((unescaped(name),), readable(name, content)), wanted))
        for name, content in files
    )
    return tuple(Leak(name, " ".join(words)) for name, words in found if words)


def refuse_leaks(full: Book, public: Book, files: Iterable[tuple[str, bytes]]) -> None:
    """Raise PirgenError where one of these files has in it what the public must not read."""
    for leak in leaks_in(full, public, files):
        raise PirgenError(f"nothing was written: internal text in {leak.file}: {leak.text}")


def _internal(full: Book, public: Book) -> set[Words]:
    """The words to look for: of each internal text, whole or in stretches."""
    ours = {*texts_in((full.incidents, full.reviews, full.vocabulary)), *full.attachments}
    shown = {*texts_in((public.incidents, public.reviews, public.vocabulary)), *public.attachments}
    stretches = {stretch for text in ours - shown for stretch in _stretches(_words(unescaped(text)))}
    wanted = _by_first_word(stretches)
    said_anyway = chain((_words(unescaped(text)) for text in shown), _our_words())
    return stretches - {said for words in said_anyway for said in _found(words, wanted)}


@cache
def _our_words() -> tuple[Words, ...]:
    """What pirgen says of itself, in its manual, its schemas and its pages, whatever a book says."""
    folders = [folder for folder in (_PACKAGE, _PACKAGE.parents[1] / "templates") if folder.is_dir()]
    paths = [path for folder in folders for path in folder.rglob("*") if path.suffix in (".py", ".html")]
    return tuple(_words(unescaped(path.read_text(encoding="utf-8"))) for path in paths)


def _stretches(words: Words) -> Iterator[Words]:
    if len(words) <= STRETCH:
        if sum(len(word) + ("\u3040" <= word <= "\u9fff") for word in words) >= SHORTEST:
            yield words
    else:
        yield from (words[at : at + STRETCH] for at in range(len(words) - STRETCH + 1))


def _words(text: str) -> Words:
    return tuple(_WORD.findall(text))


def _by_first_word(stretches: Collection[Words]) -> Sought:
    lengths: dict[str, set[int]] = {}
    for stretch in stretches:
        lengths.setdefault(stretch[0], set()).add(len(stretch))
    return Sought({first: tuple(sorted(each)) for first, each in lengths.items()}, frozenset(stretches))


def _first_leak(texts: Iterable[str], wanted: Sought) -> Words:
    return next((found for text in texts for found in _found(_words(text), wanted)), ())


def _found(words: Words, wanted: Sought) -> Iterator[Words]:
    for at, word in enumerate(words):
        for length in wanted.lengths.get(word, ()):
            if (stretch := words[at : at + length]) in wanted.stretches:
                yield stretch
