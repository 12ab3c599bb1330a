"""How patterns of language are written, and compiled so that they begin and end where words do.

In a pattern a space is any white space and ``~`` is white space or a hyphen. A group with parentheses, where
there is one, is what an author is shown. Letter case never matters: patterns are made lower case, and so must
texts be, which takes half the time of a search that ignores case.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, cached_property

_NOT_INSIDE_A_WORD = r"(?:(?<!\w)|(?!\w))"
_SPACE = r"(?<!\s)\s+"
"""White space from its beginning on, so that a long run of it is looked at once and not from each place."""
_BEGINNING = r"^[^\w\0]*"
"""The beginning of a text, up to its first word; code and quotations, which are blank, are words too."""
_LETTERS = re.compile(r"\\.|[A-Z]+")


class WordPattern:
    """A regular expression for texts in lower case, compiled when it is first used: few commands need any."""

    def __init__(self, pattern: str, start: str) -> None:
        self._pattern = pattern
        self._start = start

    @cached_property
    def search(self) -> Callable[..., re.Match[str] | None]:
        """As that of ``re``; so are the others."""
        return self._regex.search

    @cached_property
    def match(self) -> Callable[..., re.Match[str] | None]:
        """Only at the place where it begins to look."""
        return self._regex.match

    @cached_property
    def finditer(self) -> Callable[..., Iterator[re.Match[str]]]:
        """All places."""
        return self._regex.finditer

    @property
    def _regex(self) -> re.Pattern[str]:
        return re.compile(f"{self._start}(?:{_spelt_out(self._pattern)}){_NOT_INSIDE_A_WORD}")


@cache
def compiled(pattern: str) -> WordPattern:
    """A pattern in the notation of this module."""
    return WordPattern(pattern, _NOT_INSIDE_A_WORD)


@cache
def sought(pattern: str) -> WordPattern:
    """The same for a search through whole texts, several times faster: the caller looks at the start.

    Where a pattern has several ways to begin, all with a word, only the ends of words are looked at.
    """
    begins_with_words = r"|\b" in pattern and "^" not in pattern and _WITH_A_WORD.match(pattern)
    return WordPattern(pattern, r"\b" if begins_with_words else "")


_WITH_A_WORD = re.compile(r"(?:\(\?:|\()*[a-zA-Z]")


def is_inside_a_word(text: str, index: int) -> bool:
    """Whether there are letters on both sides of a place in a text."""
    return 0 < index < len(text) and _is_of_a_word(text[index - 1]) and _is_of_a_word(text[index])


def lowered(text: str) -> str:
    """A text in lower case, every letter in its place."""
    lower = text.lower()
    return (
        lower
        if len(lower) == len(text)
        else "".join(each if len(each.lower()) > 1 else each.lower() for each in text)
    )


def each_with(word: str, others: str) -> str:
    """The words that call for a pattern which needs one word beside any of the others."""
    return " ".join(f"{other.partition('~')[0]}+{word}" for other in others.split())


def any_of(words: str) -> str:
    """A pattern for any of the words, which are separated by spaces; '_' stands for a space in one.

    Words are grouped by their first letter, which takes a fraction of the time of a long row of alternatives.
    """
    groups: dict[str, list[str]] = {}
    for word in words.replace("_", "\0").split():
        has_plain_start = word[0].isalpha() and word[1:2] not in ("?", "*", "{")
        groups.setdefault(word[0] if has_plain_start else "", []).append(word[1:] if has_plain_start else word)
    rows = (f"{first}(?:{'|'.join(rest)})" for first, rest in groups.items())
    return f"(?:{'|'.join(rows)})".replace("\0", " ")


def forms(word: str) -> Iterator[str]:
    """Every word that a part of a pattern stands for: 'signal(?:lers?|men)' is 'signaller' and two more."""
    match = re.search(r"(?:\(\?:([^()]*)\)|(\w))(\?)|\(\?:([^()]*)\)|\[(\w+)\]", word)
    if not match:
        yield word
        return
    group, letter, may_lack, always, letters = match.groups()
    choices = list(letters) if letters else (group or letter or always).split("|")
    for choice in [*choices, ""] if may_lack else choices:
        yield from forms(word[: match.start()] + choice + word[match.end() :])


_NOT_BEFORE = re.compile(r"\(\?![^()]*\)")

_OPTIONAL = re.compile(r"\(\?:(?:[^()|]+ (?:\||(?=\))))+\)\?|\(\?:(?:(?:(?<=:)|(?<=\|)) [^()|]+\|?)+\)\?")
"""A word, or one of several, that a phrase may lack."""

_ANY_WORD = re.compile(r"(?:\\w|\[\\w-\])\+[a-z]*")

_MOST_COMBINED = 24


def calling(phrase: str) -> Iterator[str]:
    """The words that a text with a set phrase has: its fixed ones, each time with some of those that vary."""
    needed = _OPTIONAL.sub("", _NOT_BEFORE.sub("", phrase)).replace("~?", "(?:~)?").replace(" ?", "(?: )?")
    parts = [
        sorted({" ".join(re.findall("[a-z0-9]+", _ANY_WORD.sub(" ", form))) for form in forms(part)})
        for part in re.findall(r"(?:\(\?:[^()]*\)|[^ ()])+", needed)
    ]
    fixed = [part[0] for part in parts if len(part) == 1 and part[0]]
    combined: list[tuple[str, ...]] = [()]
    for part in sorted((each for each in parts if len(each) > 1 and all(each)), key=_length_of_words):
        if combined == [()] or len(combined) * len(part) <= _MOST_COMBINED:
            combined = [(*words, word) for words in combined for word in part]
    for words in combined:
        yield "+".join(" ".join([*words, *fixed]).split())


def _length_of_words(forms: list[str]) -> tuple[float, float]:
    """A key that puts those of which all have a long word first: it is rare, and calls for few patterns."""
    lengths = [max(map(len, form.split())) for form in forms]
    return -min(lengths), -sum(lengths) / len(lengths)


def _is_of_a_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def _spelt_out(pattern: str) -> str:
    lower = _LETTERS.sub(lambda match: match[0] if match[0].startswith("\\") else match[0].lower(), pattern)
    return (
        lower.replace(r"^\W*", _BEGINNING)
        .replace("~?", r"[-\s]*")
        .replace(" ?", r"\s*")
        .replace(" ", _SPACE)
        .replace("~", r"[-\s]+")
    )
