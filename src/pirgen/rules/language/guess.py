"""Guesses whether a short text is English where nobody has said so: by its small words and its script."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_ENGLISH: Final = """
    the a an to of in on for with and or is are be when that from by at as it not every each all before
    after so than into if our its their more has have
"""
_FOREIGN: Final = """
    der das den dem ein eine einen einem einer und nicht mit zu zum zur auf für von im bei wird werden
    nach über vor aus sich auch durch ist sind wenn beim vom le la les une du et en au aux avec dans par
    est sont pas chaque el los las una y con por se del al cuando il lo gli di da che non per uno een
    het van voor met niet wordt naar bij em uma com não que é dos das nos os og av på til som är och för
    att med det de
"""
_ENGLISH_WORDS: Final = frozenset(_ENGLISH.split())
_FOREIGN_WORDS: Final = frozenset(_FOREIGN.split())
_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=4096)
def may_be_english(text: str) -> bool:
    """Whether a text may be English: false where its small words or its letters are of another language."""
    words = _WORD.findall(text.lower())
    foreign = sum(word in _FOREIGN_WORDS for word in words)
    english = sum(word in _ENGLISH_WORDS for word in words)
    letters = [letter for word in words for letter in word]
    beyond = sum(letter > "\u024f" for letter in letters)
    return foreign <= english and beyond * 3 <= len(letters)
