"""The stem of an English word, after M. F. Porter, 'An algorithm for suffix stripping', Program 14 (1980).

``templates/assets/search-words.js`` does the same in the browser; one file of cases holds both to it.
"""

from __future__ import annotations

from functools import cache

__all__ = ["stem"]

_STEP_2 = (
    "ational ate,tional tion,enci ence,anci ance,izer ize,abli able,alli al,entli ent,eli e,ousli ous,"
    "ization ize,ation ate,ator ate,alism al,iveness ive,fulness ful,ousness ous,aliti al,iviti ive,biliti ble"
)
_STEP_3 = "icate ic,ative ,alize al,iciti ic,ical ic,ful ,ness "
_STEP_4 = "al ance ence er ic able ible ant ement ment ent ion ou ism ate iti ous ive ize"


_Endings = tuple[tuple[str, ...], tuple[tuple[str, str], ...]]
"""Endings, and the same with what replaces them, the longest first."""


def _table(written: str) -> _Endings:
    pairs = tuple((old, new) for old, new in (pair.split(" ") for pair in written.split(",")))
    ordered = tuple(sorted(pairs, key=lambda pair: -len(pair[0])))
    return tuple(old for old, _ in ordered), ordered


_ENDINGS_2, _ENDINGS_3 = _table(_STEP_2), _table(_STEP_3)
_ENDINGS_4 = tuple(sorted(_STEP_4.split(), key=len, reverse=True))


@cache
def stem(word: str) -> str:
    """The stem of a word in lower case: 'deleted' and 'deletion' have one, and numbers stay as they are."""
    if len(word) < 4 or not (word.isascii() and word.isalpha()):
        return word
    word = _plural(word)
    word = _past(word)
    if word.endswith("y") and "v" in _shape(word[:-1]):
        word = word[:-1] + "i"
    word = _replaced(word, _ENDINGS_2)
    word = _replaced(word, _ENDINGS_3)
    return _tidied(_shortened(word))


def _shape(word: str) -> str:
    """The word as vowels and consonants: 'cvcv'; a 'y' after a consonant is a vowel."""
    shape = ""
    for letter in word:
        is_vowel = letter in "aeiou" or (letter == "y" and shape.endswith("c"))
        shape += "v" if is_vowel else "c"
    return shape


def _measure(word: str) -> int:
    """How many times a consonant follows a vowel: Porter's m."""
    return _shape(word).count("vc")


def _plural(word: str) -> str:
    if word.endswith(("sses", "ies")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _past(word: str) -> str:
    if word.endswith("eed"):
        return word[:-1] if _measure(word[:-3]) > 0 else word
    for ending in ("ed", "ing"):
        root = word.removesuffix(ending)
        if root != word:
            return _restored(root) if "v" in _shape(root) else word
    return word


def _restored(root: str) -> str:
    """A root that lost 'ed' or 'ing': 'hop' for 'hopp', 'file' for 'fil'."""
    if root.endswith(("at", "bl", "iz")):
        return root + "e"
    if len(root) > 1 and root[-1] == root[-2] and _shape(root)[-1] == "c" and root[-1] not in "lsz":
        return root[:-1]
    return root + "e" if _measure(root) == 1 and _ends_short(root) else root


def _ends_short(word: str) -> bool:
    """Whether it ends consonant, vowel, consonant, and the last is none of w, x and y."""
    return _shape(word).endswith("cvc") and word[-1] not in "wxy"


def _replaced(word: str, table: _Endings) -> str:
    all, pairs = table
    for old, new in pairs if word.endswith(all) else ():
        if word.endswith(old):
            root = word[: -len(old)]
            return root + new if _measure(root) > 0 else word
    return word


def _shortened(word: str) -> str:
    for ending in _ENDINGS_4 if word.endswith(_ENDINGS_4) else ():
        if word.endswith(ending):
            root = word[: -len(ending)]
            is_kept = ending == "ion" and not root.endswith(("s", "t"))
            return root if _measure(root) > 1 and not is_kept else word
    return word


def _tidied(word: str) -> str:
    if word.endswith("e"):
        root = word[:-1]
        if _measure(root) > 1 or (_measure(root) == 1 and not _ends_short(root)):
            word = root
    return word[:-1] if word.endswith("ll") and _measure(word) > 1 else word
