"""Readers of several values of one form."""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Sequence as Sized
from dataclasses import dataclass
from typing import Generic, TypeVar

from pirgen.model import Term, Vocabulary
from pirgen.source import codes
from pirgen.source.fields.meanings import meant_word
from pirgen.source.fields.reader import Reader
from pirgen.source.fields.reading import Reading, replaced
from pirgen.source.fields.scalars import LONGEST_QUOTE, bare_words, is_empty, said
from pirgen.source.fields.texts import Text
from pirgen.source.fields.unknown_keys import space_after_key
from pirgen.source.fields.words import Choice
from pirgen.source.yaml.nodes import Mapping, Node, Scalar, Sequence
from pirgen.source.yaml.quoting import as_written

T = TypeVar("T")

MOST_ENTRIES = 1_000
"""How many entries a list may have; the longest in real reviews have some hundred."""

MOST_SHOWN_APART = 200
"""How many entries a list may have of what gets pages, columns or lines of a drawing of its own."""

MOST_NAMES = 5_000
"""How many entries a list of the names of a whole company may have."""


_BETWEEN_WORDS = re.compile(r"\s*[,;]\s*|\s+(?=#)|\s+and\s+")
_MOST_WORDS = 4


@dataclass(frozen=True)
class ListOf(Generic[T]):
    """A list of at most so many items, all of one form."""

    item: Reader[T]
    fallback: tuple[T, ...] = ()
    most: int = MOST_ENTRIES

    def read(self, node: Node, reading: Reading) -> tuple[T, ...]:
        """The items in file order."""
        if isinstance(node, Sequence):
            if len(node.items) > self.most:
                message = f"{reading.name} has {len(node.items):,} entries"
                span = node.items[self.most].span
                reading.report(codes.SIZE, span, message, expected=f"at most {self.most:,}")
            read = (
                (item, self.item.read(item, reading.inside(at, item.span)))
                for at, item in enumerate(node.items[: self.most])
            )
            return tuple(value for item, value in read if not self._is_unknown(item))
        written = node.text.strip() if isinstance(node, Scalar) and not is_empty(node) else ""
        if meant_word(written, ("none",)) or written == "none":
            message, hint = f"{reading.name} is {said(node)}", f"leave '{reading.name}' out where there is none"
            reading.report(codes.SHAPE, node.span, message, expected="a list", hint=hint)
            return self.fallback
        if words := bare_words(node):
            message, brackets = f"{reading.name} is {said(node)}", f"[{', '.join(map(as_written, words))}]"
            hint, whole = f"a list has brackets: {reading.name}: {brackets}", replaced(node.span, brackets)
            reading.report(codes.SHAPE, node.span, message, expected="a list", hint=hint, fix=whole)
            return self.fallback
        shape = getattr(self.item, "shape", None)
        one = shape(written) if shape and written else as_written(written) if written else ""
        on_a_line = node.span.line == node.span.end_line
        is_one = bool(one) and "," not in written and on_a_line and not written.startswith(("#", "("))
        hint = f"write {reading.name}: [{one}]" if is_one and len(written) <= LONGEST_QUOTE else ""
        hint = hint or self._hint(node, written)
        fix = replaced(node.span, f"[{one}]") if is_one and not shape else None
        message = f"{reading.name} is {said(node)}"
        reading.report(codes.SHAPE, node.span, message, expected="a list", hint=hint, fix=fix)
        return self.fallback

    def _hint(self, node: Node, written: str) -> str:
        """How to write what is in the place of a list, as far as that can be told."""
        shape, of_pair = (getattr(self.item, name, None) for name in ("shape", "shape_of_pair"))
        if isinstance(node, Mapping):
            if of_pair and (pair := of_pair(node)):
                return f"write each as an entry of a list: - {pair}"
            return "put '- ' before the first key of each entry" if shape else ""
        if node.span.line != node.span.end_line:
            return f"begin each entry with '- ': - {shape('')}" if shape else "begin each entry with '- '"
        words = [word.strip("# ") for word in _BETWEEN_WORDS.split(written.strip("()")) if word.strip("# ")]
        is_list = len(words) > 1 and all(len(word.split()) <= _MOST_WORDS for word in words) and not shape
        return f"a list has brackets: [{', '.join(map(as_written, words))}]" if is_list else ""

    def _is_unknown(self, item: Node) -> bool:
        """Whether an item is none of the words of a closed set: then it is left out."""
        words = self.item.words if isinstance(self.item, Choice) else ()
        return bool(words) and not (isinstance(item, Scalar) and any(item.text == word.value for word in words))


@dataclass(frozen=True)
class TextOrList(Generic[T]):
    """A text, or a list of several values of one form."""

    item: Reader[T]
    fallback: str = ""

    def read(self, node: Node, reading: Reading) -> str | tuple[T, ...]:
        """The text, or the items in file order."""
        return (
            ListOf(self.item).read(node, reading) if isinstance(node, Sequence) else Text().read(node, reading)
        )


@dataclass(frozen=True)
class Pairs(Generic[T]):
    """A mapping of names to texts, each pair made into one value by ``make``.

    Any name is taken; ``usual`` are those that authors are offered.
    """

    make: Callable[[str, str], T]
    usual: Callable[[Vocabulary], Sized[Term]]
    fallback: tuple[T, ...] = ()

    def read(self, node: Node, reading: Reading) -> tuple[T, ...]:
        """The pairs in file order."""
        if not isinstance(node, Mapping):
            name = node.text.partition(":")[0] if isinstance(node, Scalar) and node.is_plain else ""
            fix = space_after_key(node, [name]) if name else None
            usual = next((term.id for term in self.usual(reading.vocabulary)), "name")
            hint = f"write '{name}: ' and then its value" if fix else f"write {reading.name}: {{{usual}: ...}}"
            message = f"{reading.name} is {said(node)}"
            reading.report(codes.SHAPE, node.span, message, expected="a mapping", hint=hint, fix=fix)
            return self.fallback
        return tuple(
            self.make(key.text, Text().read(value, reading.inside(key.text, value.span)))
            for key, value in node.entries
        )
