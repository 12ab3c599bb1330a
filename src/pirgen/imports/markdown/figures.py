"""Figures of an impact section: tables of what was counted, with who says so where the columns name sources."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pirgen.imports.markdown.blocks import BlockKind, MarkdownBlock
from pirgen.imports.markdown.clock import any_clock
from pirgen.imports.markdown.outline import MarkdownSection, bare
from pirgen.imports.text import label
from pirgen.model import Measure, Statement

__all__ = ["figures_in", "without_figures"]

_PLAIN_HEADS = ("value", "figure", "number", "count", "amount", "quantity", "total", "result", "")
_SOURCE = re.compile(r"(?:said by|source|according to|reported by)$", re.IGNORECASE)
_NAMES_SOURCE = re.compile(
    r"(?:according to|reported by|per|from|by)\s+(?:the |our )?(?P<named>\S.*)"
    r"|(?P<known>(?:the |our )?(?:status page|dashboards?|monitoring|metrics|logs?|analytics|support|finance"
    r"|press|press release|provider|vendor|customers?|post-?mortem|announcement)(?: report| says?)?)",
    re.IGNORECASE,
)
LONGEST_FIGURE = 60
"""How many characters a figure may have; longer cells are sentences."""


def figures_in(section: MarkdownSection) -> tuple[Measure, ...]:
    """The figures of the tables of a section that say nothing else."""
    return tuple(measure for table in _tables(section) for measure in _measures(table))


def without_figures(section: MarkdownSection) -> str:
    """The text of a section without the tables that ``figures_in`` has read."""
    taken = {block.text.strip() for table in _tables(section) if _measures(table) for block in table}
    if not taken:
        return section.text
    lines = [line for line in section.lines if line.strip() not in taken]
    text = re.sub(r"^[ \t]*\|[-|: \t]+$", "", "\n".join(lines), flags=re.MULTILINE)
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def _tables(section: MarkdownSection) -> Iterator[list[MarkdownBlock]]:
    """The tables of a section: the head and its rows."""
    table: list[MarkdownBlock] = []
    for block in section.blocks:
        if block.kind is BlockKind.HEAD or (table and block.kind is not BlockKind.ROW):
            yield from [table] if len(table) > 1 else []
            table = []
        if block.kind is BlockKind.HEAD or (table and block.kind is BlockKind.ROW):
            table.append(block)
    yield from [table] if len(table) > 1 else []


def _measures(table: list[MarkdownBlock]) -> list[Measure]:
    """What a table counts; nothing where a row says more than that."""
    heads, *rows = [tuple(label(bare(cell)) for cell in block.cells) for block in table]
    if len(heads) < 2 or any(len(row) != len(heads) or not row[0] for row in rows):
        return []
    if len(heads) == 3 and _SOURCE.match(heads[2]):
        return _by_source(rows)
    if not all(_is_figure(cell) for row in rows for cell in row[1:]):
        return []
    if len(heads) == 2:
        what = "" if heads[1].casefold() in _PLAIN_HEADS else f", {heads[1]}"
        return [Measure(f"{row[0]}{what}", row[1]) for row in rows]
    sources = [_NAMES_SOURCE.fullmatch(head) for head in heads[1:]]
    names = [found["named"] or found["known"] for found in sources if found]
    if len(names) < len(sources):
        return []
    return [
        Measure(row[0], tuple(map(Statement, row[1:], names)))  # columns beside each other are sources
        for row in rows
    ]


def _by_source(rows: list[tuple[str, ...]]) -> list[Measure]:
    """The figures of a table with a column for who says so."""
    if not all(_is_figure(value) and source for _, value, source in rows):
        return []
    said: dict[str, list[Statement]] = {}
    for what, value, source in rows:
        said.setdefault(what, []).append(Statement(value, source))
    return [Measure(what, tuple(statements)) for what, statements in said.items()]


def _is_figure(cell: str) -> bool:
    return bool(re.search(r"\d", cell)) and len(cell) <= LONGEST_FIGURE and not any_clock(cell)
