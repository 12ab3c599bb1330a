"""Closed sets of words: those that files may use and that no site can change."""

from __future__ import annotations

from enum import Enum


class Words(Enum):
    """A closed set of words. Each member is written as its word and what the word means."""

    meaning: str

    def __new__(cls, word: str, meaning: str = "") -> Words:
        """The member of a word."""
        member = object.__new__(cls)
        member._value_ = word
        member.meaning = meaning
        return member

    @property
    def value(self) -> str:
        """The word as files write it."""
        return str(self._value_)
