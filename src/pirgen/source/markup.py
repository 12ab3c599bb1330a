"""How much Markdown a file may hold: each sign of it costs readers a little, so their number is limited."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pirgen.diagnostics import Diagnostic, Place
from pirgen.source import codes
from pirgen.source.yaml.nodes import Mapping, Node, Scalar

__all__ = ["too_much_markdown"]

MOST_SIGNS = 20_000
"""How many signs of Markdown a file may have; the densest real reviews have a tenth of that."""

_SIGNS = "\\`*_[]<>&!|"
_UNDER_A_HEAD = re.compile(r"^[ >]*\|?[ :]*-[-|: ]*$", re.MULTILINE)


def too_much_markdown(text: str, node: Node, file: str) -> Iterator[Diagnostic]:
    """An error at the value with which the signs of Markdown in a file's values are too many, if they are."""
    if len(text) <= MOST_SIGNS and not _UNDER_A_HEAD.search(text):
        return
    count = 0
    for scalar in _scalars(node):
        count += _signs(scalar.text) + _missing_cells(scalar.text)
        if count > MOST_SIGNS:
            message = f"file has more than {MOST_SIGNS:,} signs of Markdown or missing cells of tables"
            hint = "move logs and data into a file beside it"
            place = Place(file, scalar.span)
            yield Diagnostic(codes.SIZE.code, codes.SIZE.level, message, place, hint=hint)
            return


def _signs(text: str) -> int:
    return sum(map(text.count, _SIGNS))


def _missing_cells(text: str) -> int:
    """How many cells readers of Markdown add to the rows of tables that are shorter than the table's head."""
    if "|" not in text or "-" not in text:
        return 0
    columns = missing = 0
    for line in text.splitlines():
        if not line.strip():
            columns = 0
        elif _UNDER_A_HEAD.match(line):
            columns = max(columns, line.count("|"))
        else:
            missing += max(columns - line.count("|"), 0)
    return missing


def _scalars(node: Node) -> Iterator[Scalar]:
    """Every value, in file order."""
    waiting = [node]
    while waiting:
        each = waiting.pop()
        if isinstance(each, Scalar):
            yield each
        else:
            inner = [value for _, value in each.entries] if isinstance(each, Mapping) else each.items
            waiting += reversed(inner)
