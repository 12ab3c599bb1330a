"""The columns that somebody names for their meanings, in a YAML file, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pirgen.diagnostics import Level, near_miss
from pirgen.source.yaml.nodes import Mapping as MappingNode
from pirgen.source.yaml.nodes import Node, Scalar
from pirgen.source.yaml.tree import parse

__all__ = ["ColumnMap", "NamedColumn", "columns_of", "read_column_map"]


@dataclass(frozen=True)
class NamedColumn:
    """A meaning, the head of the column that has it, and where both are written, as 'file:line:column: '."""

    meaning: str
    head: str
    at_meaning: str = ""
    at_head: str = ""


@dataclass(frozen=True)
class ColumnMap:
    """What somebody named: a column for a meaning each."""

    named: tuple[NamedColumn, ...] = ()


def read_column_map(text: str, file: str) -> tuple[ColumnMap, tuple[str, ...]]:
    """The map of a YAML file, and what is wrong with it, one line each with its place."""
    node, diagnostics = parse(text, file)
    problems = [
        f"{_place(file, found.place.span.line, found.place.span.column)}{found.message}"
        for found in diagnostics
        if found.level is not Level.INFO
    ]
    if problems:
        return ColumnMap(), tuple(problems)
    if node is None or (isinstance(node, Scalar) and not node.text):
        return ColumnMap(), (f"{file}:1:1: is empty; expected {_EXAMPLE}",)
    if not isinstance(node, MappingNode):
        return ColumnMap(), (f"{file}:1:1: expected a meaning and a column a line, such as {_EXAMPLE}",)
    named, wrong = [], []
    for key, value in node.entries:
        if isinstance(value, Scalar) and value.text.strip():
            at_key = _place(file, key.span.line, key.span.column)
            named.append(NamedColumn(key.text.strip(), value.text.strip(), at_key, _at(file, value)))
        else:
            what = "no column" if isinstance(value, Scalar) else "a list or mapping"
            wrong.append(f"{_at(file, value)}'{key.text}' has {what}; expected the head of one column")
    return ColumnMap(tuple(named)), tuple(wrong)


_EXAMPLE = "'title: Short description'"


def _at(file: str, node: Node) -> str:
    return _place(file, node.span.line, node.span.column)


def _place(file: str, line: int, column: int) -> str:
    return f"{file}:{line}:{column}: "


def columns_of(
    heads: Sequence[str], chosen: ColumnMap, usual: Mapping[str, Collection[str]], spelt: Mapping[str, str]
) -> tuple[dict[str, str], tuple[str, ...]]:
    """The column of each meaning, as chosen or by its ``usual`` heads; and what is wrong with the choice.

    ``spelt`` are the columns by their heads as ``usual`` has them.
    """
    problems = tuple(_problems(heads, chosen, usual))
    by_head = {head.casefold(): head for head in heads}
    columns = {
        each.meaning: by_head[each.head.casefold()]
        for each in chosen.named
        if each.meaning in usual and each.head.casefold() in by_head
    }
    taken = set(columns.values())
    for meaning, words in usual.items():
        head = next((spelt[word] for word in words if word in spelt and spelt[word] not in taken), "")
        if head and meaning not in columns:
            columns[meaning] = head
            taken.add(head)
    return columns, problems


def _problems(heads: Sequence[str], chosen: ColumnMap, usual: Mapping[str, Collection[str]]) -> Iterator[str]:
    known = {head.casefold() for head in heads}
    first: dict[str, NamedColumn] = {}
    for each in chosen.named:
        if each.meaning not in usual:
            yield f"{each.at_meaning}'{each.meaning}' is not a meaning; {_meant(each, known, usual)}"
        elif each.head.casefold() not in known:
            near = near_miss(each.head, heads)
            listed = ", ".join(f"'{head}'" for head in heads if head)
            hint = f"did you mean '{near}'?" if near else f"the table has {listed or 'none'}"
            yield f"{each.at_head}there is no column '{each.head}'; {hint}"
        elif (other := first.setdefault(each.head.casefold(), each)) is not each:
            yield f"{each.at_head}column '{each.head}' is '{other.meaning}' already; a column has one meaning"


def _meant(each: NamedColumn, known: Collection[str], usual: Mapping[str, Collection[str]]) -> str:
    if each.meaning.casefold() in known and each.head in usual:
        return f"the meaning comes first: '{each.head}: {each.meaning}'"
    by_word = {word: meaning for meaning, words in usual.items() for word in (meaning, *words)}
    near = by_word.get(near_miss(each.meaning, by_word, 0.75), "")
    return f"did you mean '{near}'?" if near else f"expected one of {', '.join(usual)}"
