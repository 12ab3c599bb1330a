"""Readers of one word out of several: of a closed set, of a vocabulary, and true or false."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from collections.abc import Sequence as Sized
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from pirgen.diagnostics import near_miss, surely_meant
from pirgen.model import NOT_RECORDED, SeverityLevel, Term, Vocabulary, Words
from pirgen.source import codes
from pirgen.source.fields.meanings import meant_word, near_value
from pirgen.source.fields.reading import Reading, replaced
from pirgen.source.fields.scalars import said, scalar_of
from pirgen.source.yaml.nodes import Node, Scalar
from pirgen.source.yaml.quoting import as_written

E = TypeVar("E", bound=Words)


@dataclass(frozen=True)
class Choice(Generic[E]):
    """One word of a closed set."""

    words: type[E]
    fallback: E

    def read(self, node: Node, reading: Reading) -> E:
        """The member whose value was written."""
        scalar = scalar_of(node, reading, self._expected)
        if scalar is None:
            return self.fallback
        if scalar.text not in self._known:
            _report_word(scalar, {word: word for word in self._known}, reading)
        return self._known.get(scalar.text, self.fallback)

    @cached_property
    def _known(self) -> dict[str, E]:
        return {str(word.value): word for word in self.words}

    @cached_property
    def _expected(self) -> str:
        return f"one of {', '.join(self._known)}"


@dataclass(frozen=True)
class Word:
    """One word of a vocabulary that the site may set; an empty vocabulary takes any word.

    ``of`` is the vocabulary's name for the list, under which it has old words.
    """

    terms: Callable[[Vocabulary], Sized[Term | SeverityLevel]]
    of: str
    fallback: str = ""

    def known(self, vocabulary: Vocabulary) -> tuple[str, ...]:
        """The words as files write them."""
        return tuple(term.id for term in self.terms(vocabulary))

    def read(self, node: Node, reading: Reading) -> str:
        """The word as written, also where it is not known, so that later checks can name it.

        An old word is read as the one that is written today.
        """
        known = self.known(reading.vocabulary)
        expected = f"one of {', '.join(known)}" if known else "a name"
        scalar = scalar_of(node, reading, expected, is_text=not known)
        if scalar is None:
            return self.fallback
        today = "" if scalar.text in known else reading.vocabulary.alias(self.of, scalar.text)
        if today and (today in known or not known):
            fix = replaced(scalar.span, as_written(today))
            message = f"{reading.name} {said(scalar)} is an old word for '{today}'"
            reading.report(codes.OLD_WORD, scalar.span, message, near=today, fix=fix)
            return today
        if known and scalar.text not in known:
            titles = {term.id: term.title for term in self.terms(reading.vocabulary)}
            _report_word(scalar, titles, reading)
        return scalar.text


@dataclass(frozen=True)
class Flag:
    """``true`` or ``false``, and nothing that merely looks like it."""

    fallback: bool = False

    def read(self, node: Node, reading: Reading) -> bool:
        """Whether true was written."""
        scalar = scalar_of(node, reading, "true or false")
        if scalar is None:
            return self.fallback
        if not scalar.is_plain or scalar.text not in ("true", "false"):
            sure = _flag_word(scalar.text)
            near = sure or near_miss(scalar.text, ("true", "false"))
            message = f"{reading.name} is {said(scalar)}"
            expected = "true or false" + (", without quotes" if sure == scalar.text else "")
            fix = replaced(scalar.span, sure) if sure else None
            reading.report(codes.FLAG, scalar.span, message, expected=expected, near=near, fix=fix)
            return self.fallback
        return scalar.text == "true"


_YES, _NO = ("true", "yes", "on", "y"), ("false", "no", "off", "n")


def _flag_word(written: str) -> str:
    """``true`` or ``false`` for a word that says so in another way, otherwise an empty string."""
    word = written.lower()
    return "true" if word in _YES else "false" if word in _NO else ""


_SEVERAL = re.compile(r"\s*(?:[,;/&+]|\band\b|\bor\b)\s*")


def _report_word(scalar: Scalar, titles: Mapping[str, str], reading: Reading) -> None:
    known = list(titles)
    flag = _flag_word(scalar.text)
    near = flag if flag in known else near_value(scalar.text, known, titles)
    several = [part for part in _SEVERAL.split(scalar.text) if part]
    if len(several) > 1 and all(part in known for part in several):
        is_in_list = bool(reading.path) and isinstance(reading.path[-1], int)
        near = (", " if is_in_list else " or ").join(several)
    is_sure = near in known and near in (flag, surely_meant(scalar.text, known))
    fix = replaced(scalar.span, as_written(near)) if is_sure else None
    message, expected = f"{reading.name} {said(scalar)} is not known", f"one of {', '.join(known)}"
    says_nothing = not near and meant_word(scalar.text, (NOT_RECORDED.value, "other"))
    hint = "choose the nearest; a note can say that it is not certain" if says_nothing else ""
    if not near and reading.name == "marks":
        hint = "no other moment is marked; what kind of event it is says its 'kind'"
    reading.report(codes.WORD, scalar.span, message, expected=expected, near=near, hint=hint, fix=fix)
