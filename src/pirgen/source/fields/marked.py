"""Readers of texts that may be, or always are, for the organisation only."""

from __future__ import annotations

from dataclasses import dataclass

from pirgen.model import InternalText
from pirgen.source.fields.reading import Reading
from pirgen.source.fields.records import Key, Record
from pirgen.source.fields.texts import Text
from pirgen.source.fields.words import Flag
from pirgen.source.yaml.nodes import Mapping, Node


def _text(text: str, internal: bool = False) -> str:
    return InternalText(text) if internal else text


MARKED_TEXT = Record(
    "the text",
    _text,
    (
        Key("text", Text(), "the text itself", required=True, example="The alert fired within two minutes"),
        Key("internal", Flag(), "true where it is for the organisation only", usual=True),
    ),
)


@dataclass(frozen=True)
class OrInternal(Text):
    """A text, or ``{text: ..., internal: true}`` where it is for the organisation only."""

    def read(self, node: Node, reading: Reading) -> str:
        """The text; an ``InternalText`` where it is marked."""
        if isinstance(node, Mapping) and any(key.text in ("text", "internal") for key, _ in node.entries):
            return MARKED_TEXT.read(node, reading)
        return Text.read(self, node, reading)


@dataclass(frozen=True)
class AlwaysInternal(Text):
    """A text that is for the organisation only wherever it is written."""

    def read(self, node: Node, reading: Reading) -> str:
        """The text as an ``InternalText``."""
        return InternalText(Text.read(self, node, reading))
