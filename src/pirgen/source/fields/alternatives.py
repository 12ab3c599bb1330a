"""Readers that take certain words instead of a value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from pirgen.model import NOT_RECORDED, NotRecorded
from pirgen.source import codes
from pirgen.source.fields.meanings import meant_word
from pirgen.source.fields.reader import Reader
from pirgen.source.fields.reading import Reading
from pirgen.source.yaml.nodes import Node, Scalar

T = TypeVar("T")


@dataclass(frozen=True)
class OrNotRecorded(Generic[T]):
    """A value, or the words ``not recorded`` where it was asked for and nobody kept it."""

    reader: Reader[T]
    fallback: NotRecorded = NOT_RECORDED

    def read(self, node: Node, reading: Reading) -> T | NotRecorded:
        """The value or NOT_RECORDED."""
        if isinstance(node, Scalar) and node.text == NOT_RECORDED.value:
            return NOT_RECORDED
        if isinstance(node, Scalar) and meant_word(node.text, (NOT_RECORDED.value,)):
            _report_meant(node, NOT_RECORDED.value, "a value", reading)
            return NOT_RECORDED
        return self.reader.read(node, reading)


@dataclass(frozen=True)
class OrNone(Generic[T]):
    """A value, or the word ``none``."""

    reader: Reader[T]
    fallback: None = None

    def read(self, node: Node, reading: Reading) -> T | None:
        """The value or None."""
        if isinstance(node, Scalar) and node.text == "none":
            return None
        if isinstance(node, Scalar) and (meant_word(node.text, ("none",)) or node.text.lower() == "none"):
            _report_meant(node, "none", "a mapping", reading)
            return None
        return self.reader.read(node, reading)


def _report_meant(scalar: Scalar, meant: str, otherwise: str, reading: Reading) -> None:
    """Report another way to say the word that is taken here."""
    message, expected = f"{reading.name} is '{scalar.text}'", f"{otherwise}, or '{meant}'"
    reading.report(codes.WORD, scalar.span, message, expected=expected, near=meant)
