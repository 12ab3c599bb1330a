"""A drawing as DOT text with its words, for people who want to go on with it in other tools."""

from __future__ import annotations

import re

from pirgen.diagrams.diagram import Card, Diagram, Piece

__all__ = ["labelled"]

_LONGEST = 4000
_UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_BROKEN = re.compile(r"(?<=\w[-/_]) (?=\w)")  # where a line ended within a word
_ESCAPES = str.maketrans({"&": "&amp;", "\\": "\\\\", '"': '\\"', "\n": "\\n"})


def labelled(diagram: Diagram) -> str:
    """A directed graph of the drawing's cards, each with what it says; any engine may lay it out."""
    shown = ((number, card) for number, card in enumerate(diagram.cards) if not card.is_key)
    nodes = (f"  {number} [label={_quoted(_words(card))}];\n" for number, card in shown)
    edges = (f"  {relation.tail} -> {relation.head};\n" for relation in diagram.relations)
    head = f"digraph {_quoted(diagram.title)} {{\n  node [shape=box, fontname=Helvetica];\n"
    return head + "".join(nodes) + "".join(edges) + "}\n"


def _words(card: Card) -> str:
    texts = (" ".join(part.lines) for part in card.parts if isinstance(part, Piece) and part.lines)
    return "\n".join(_BROKEN.sub("", text) for text in texts)


def _quoted(text: str) -> str:
    """A DOT string that means exactly this text, shortened past 4,000 letters."""
    return '"' + _UNSEEN.sub("\ufffd", text[:_LONGEST]).translate(_ESCAPES) + '"'
