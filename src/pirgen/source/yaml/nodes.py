"""The located values that a YAML text is made of: every key and value keeps its span.

They are named tuples, since a folder has hundreds of thousands of them and nothing frozen is made faster.
"""

from __future__ import annotations

from typing import NamedTuple

from pirgen.diagnostics import Span


class Scalar(NamedTuple):
    """A text as written. ``is_plain`` means without quotes and not a block.

    ``cut`` is where a comment directly behind the text stands, if it may have been meant to belong to it.
    """

    text: str
    span: Span
    is_plain: bool = True
    cut: Span | None = None


class Sequence(NamedTuple):
    """A list of values."""

    items: tuple[Node, ...]
    span: Span


class Mapping(NamedTuple):
    """Keys and their values in file order; a repeated key is diagnosed and kept once."""

    entries: tuple[tuple[Scalar, Node], ...]
    span: Span


Node = Scalar | Sequence | Mapping
