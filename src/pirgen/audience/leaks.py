"""Looks through a finished site for what the public must not read: the last gate before it is published.

A text is looked for by its words, so that neither escaping nor markup hides it; of a long one every stretch of
eight words counts, since pages shorten texts. What the public book says too is no leak.
"""

from __future__ import annotations

import gzip
import html
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pirgen.audience.texts import texts_in
from pirgen.model import Book

__all__ = ["Leak", "find_leaks", "leaks_in"]

SHORTEST = 12
"""How many letters and digits a text must have to be looked for; shorter ones stand in any text by chance."""

STRETCH = 8
"""Of how many words a stretch of a longer text is."""

_WORD = re.compile(r"[^\W_]+")
_TAG = re.compile(r"<[^<>]*>")
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})|\\[nrt]|%([0-9a-fA-F]{2})")

Words = tuple[str, ...]


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
    wanted = _by_first_word(_internal(full, public))
    if not wanted:
        return ()
    found = [(name, _first_leak((name, *_contents(name, content)), wanted)) for name, content in files]
    return tuple(Leak(name, " ".join(words)) for name, words in found if words)


def _internal(full: Book, public: Book) -> set[Words]:
    """The words to look for: of each internal text, whole or in stretches."""
    ours = {*texts_in((full.incidents, full.reviews, full.vocabulary)), *full.attachments}
    shown = {*texts_in((public.incidents, public.reviews, public.vocabulary)), *public.attachments}
    stretches = {stretch for text in ours - shown for stretch in _stretches(_words(text))}
    by_first = _by_first_word(stretches)
    return stretches - {said for text in shown for said in _found(_words(text), by_first)}


def _stretches(words: Words) -> Iterator[Words]:
    if len(words) <= STRETCH:
        if sum(map(len, words)) >= SHORTEST:
            yield words
    else:
        yield from (words[at : at + STRETCH] for at in range(len(words) - STRETCH + 1))


def _words(text: str) -> Words:
    return tuple(_WORD.findall(text.casefold()))


def _by_first_word(stretches: Iterable[Words]) -> dict[str, set[Words]]:
    by_first: dict[str, set[Words]] = {}
    for stretch in stretches:
        by_first.setdefault(stretch[0], set()).add(stretch)
    return by_first


def _contents(name: str, content: bytes) -> Iterator[str]:
    """What a reader, or a program, finds in a file: as it is, without escapes, and without markup."""
    if name.endswith((".gz", ".svgz")):
        with suppress(OSError, EOFError, zlib.error):
            content = gzip.decompress(content)
    text = content.decode("utf-8", "replace")
    if name.endswith(".ics"):
        text = text.replace("\r\n ", "")  # where a long line is folded
    plain = html.unescape(_ESCAPE.sub(_unescaped, text))
    yield plain
    if "<" in plain:
        yield _TAG.sub("", plain)
        yield _TAG.sub(" ", plain)


def _unescaped(match: re.Match[str]) -> str:
    if match[1]:
        return chr(int(match[1], 16))
    return chr(int(match[2], 16)) if match[2] and int(match[2], 16) < 0x80 else " "


def _first_leak(texts: Iterable[str], wanted: Mapping[str, set[Words]]) -> Words:
    return next((found for text in texts for found in _found(_words(text), wanted)), ())


def _found(words: Words, wanted: Mapping[str, set[Words]]) -> Iterator[Words]:
    for at, word in enumerate(words):
        for length in {len(stretch) for stretch in wanted.get(word, ())}:
            if (stretch := words[at : at + length]) in wanted[word]:
                yield stretch
