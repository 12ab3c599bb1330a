"""Text becomes the words that search compares: lower case, without accents, each by its stem.

``templates/assets/search-words.js`` does the same in the browser; one file of cases holds both to it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from pirgen.retrieval.stemmer import stem
from pirgen.retrieval.synonyms import SYNONYMS

__all__ = [
    "APART",
    "PHRASES",
    "STOP_WORDS",
    "counts",
    "folded",
    "joined",
    "parts",
    "phrase_stems",
    "phrases",
    "runs",
    "stems_of",
    "terms",
    "with_phrases",
    "words",
]

_COMMON = """
a about after again all also an and any anybody are as at be because been before being both but by can could
did do does don during each eight else ever every few five for four from had has have how if in into is it
its may might more most much must nine no nobody not nothing of off on one only or other our out over same
seven should six so some somebody something still such ten than that the their them then there they this
three through to too two under until up very was we were what when where whether which while who whose why
will with would yet you your
"""
STOP_WORDS = frozenset(_COMMON.split())
"""Words that say nothing to a search."""

_ELISION = re.compile(r"['\u2019](?:s|t|d|m|re|ve|ll)\b", re.IGNORECASE)
_RUN = re.compile(r"[^\W_]+(?:[._/+-]+[^\W_]+)*")
_ASCII_RUN = re.compile(r"[A-Za-z0-9]+(?:[._/+-]+[A-Za-z0-9]+)*")  # twice as fast
_PART = re.compile(r"[._/+-]+|(?<=[a-z0-9])(?=[A-Z])|(?=[぀-ヿ㐀-鿿])|(?<=[぀-ヿ㐀-鿿])")
_SIGNS = re.compile(r"[\W_]+")

_MOST_PARTS = 5
_LONGEST = 30


def folded(text: str) -> str:
    """The text without accents; ligatures and full-width letters as their plain ones."""
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in apart if unicodedata.category(sign) != "Mn")


def runs(text: str) -> list[str]:
    """What is written without a space, one by one: ``['docs.rs', 'crash-loop', 'CrashLoopBackOff']``."""
    plain = folded(text)
    if "'" in plain or "\u2019" in plain:
        plain = _ELISION.sub("", plain)
    return (_ASCII_RUN if plain.isascii() else _RUN).findall(plain)


def parts(run: str) -> list[str]:
    """The words in a run: 'crash' and 'loop' of ``crash-loop``; a Chinese or Japanese sign is one by itself."""
    return [part.lower() for part in _PART.split(run) if part]


def words(text: str) -> list[str]:
    """The words that count, in their order; numbers of one digit and single letters do not."""
    return [word for run in runs(text) for word in parts(run) if counts(word)]


@lru_cache(maxsize=1 << 17)
def terms(run: str) -> tuple[tuple[str, str], ...]:
    """Each word of a run by its stem, with the word itself; a run of several also as one word."""
    found = parts(run)
    pairs = [(stem(word), word) for word in found if counts(word)]
    if 1 < len(found) <= _MOST_PARTS:
        whole = "".join(found)
        if 2 < len(whole) <= _LONGEST:
            pairs.append((stem(whole), whole))
    return tuple(pairs)


def joined(text: str) -> str:
    """A whole value as one word, such as an id or a title, to be found by exactly that."""
    return _SIGNS.sub("", folded(text).lower())[:60]


def counts(word: str) -> bool:
    """Whether a word says anything to a search."""
    if word in STOP_WORDS:
        return False
    if word.isdecimal():
        return len(word) > 1
    return len(word) > 1 or not word.isascii()


def phrases(text: str) -> list[str]:
    """The phrases in a text of which search would keep one word, each as one: 'timed out' as 'timeout'."""
    lower = folded(text).lower()
    if not any(root in lower for root in _ROOTS):
        return []
    return [whole for match in _PHRASE.findall(lower) if (whole := _whole(match))]


def with_phrases(text: str) -> str:
    """The text with each of these phrases as one word."""
    return _PHRASE_IN_ANY_CASE.sub(lambda match: _whole(match[0].lower()) or match[0], folded(text))


@cache
def phrase_stems(phrase: str) -> tuple[str, ...]:
    """What a word or phrase that has synonyms is looked for by; nothing where one word of several counts."""
    whole = with_phrases(phrase)
    kept = words(whole)
    is_less = len(kept) == 1 and len([part for run in runs(whole) for part in parts(run)]) > 1
    return () if is_less else tuple(map(stem, kept))


@lru_cache(maxsize=1 << 14)
def stems_of(text: str) -> frozenset[str]:
    """Every stem of a text."""
    return frozenset((*(stem for run in runs(text) for stem, _ in terms(run)), *map(stem, phrases(text))))


def _whole(written: str) -> str:
    """A phrase as one word, where its words are forms of those of one of the trade; else nothing."""
    return _WHOLE.get(_stems(written), "")


def _stems(phrase: str) -> tuple[str, ...]:
    return tuple(map(stem, re.split(_SPACE, phrase)))


def _pattern(phrase: str) -> str:
    """A pattern of a phrase. It begins with a letter, since with a boundary it would be three times as slow."""
    forms = _SPACE.join(map(_form, phrase.split(" ")))
    return rf"{forms[0]}(?<!\w{forms[0]}){forms[1:]}"


def _form(word: str) -> str:
    """A pattern of the forms of a word."""
    return f"{_root(word)}[a-z]{{0,3}}" if counts(word) else word


def _root(word: str) -> str:
    """How all forms of a word begin."""
    return next(word[:at] for at in range(len(word), 0, -1) if stem(word).startswith(word[:at]))


_SHORTENED = [phrase for group in SYNONYMS for phrase in group if " " in phrase and len(words(phrase)) == 1]
_AS_ONE = {phrase for group in SYNONYMS for phrase in group}
_SPACE = r"[\s-]+"

PHRASES = tuple(sorted(_SHORTENED, key=lambda phrase: (-len(phrase), phrase)))
"""The phrases of the trade of which one word counts, the longest first."""

APART = {whole: phrase for phrase in PHRASES if (whole := phrase.replace(" ", "")) not in _AS_ONE}
"""Those of them that nobody writes as one word, by themselves as one word."""

_ROOTS = sorted({_root(word) for phrase in PHRASES for word in phrase.split(" ") if counts(word)})
_WHOLE = {_stems(phrase): phrase.replace(" ", "") for phrase in PHRASES}
_PATTERN = rf"(?:{'|'.join(map(_pattern, PHRASES))})\b"
_PHRASE, _PHRASE_IN_ANY_CASE = re.compile(_PATTERN), re.compile(_PATTERN, re.IGNORECASE)
