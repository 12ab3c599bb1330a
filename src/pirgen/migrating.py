"""Files of an older version of the form become files of the newest, by edits that leave the rest alone.

Version 1 is the first, so that there is nothing to migrate yet: ``MIGRATIONS`` is empty.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pirgen.diagnostics import Edit, Fix, apply_fixes
from pirgen.source import Folder
from pirgen.source.yaml.nodes import Mapping, Node, Scalar
from pirgen.source.yaml.nodes import Sequence as SequenceNode
from pirgen.source.yaml.tree import parse

__all__ = ["MIGRATIONS", "KeyRenamed", "Migrated", "Migration", "migrate"]

_ANY = "*"


@dataclass(frozen=True)
class KeyRenamed:
    """A key that has another name. ``within`` leads to the mapping that holds it; ``*`` is any id or entry."""

    file: str
    within: tuple[str, ...]
    old: str
    new: str


@dataclass(frozen=True)
class Migration:
    """What is different in a version of the form."""

    version: int
    renamed: tuple[KeyRenamed, ...]


MIGRATIONS: tuple[Migration, ...] = ()
"""From each version to the next, oldest first."""


@dataclass(frozen=True)
class Migrated:
    """The new text of each file that changes, and why files are left as they are, a line each."""

    before: dict[str, str]
    after: dict[str, str]
    left: tuple[str, ...]


def migrate(folder: Folder, migrations: Sequence[Migration] = MIGRATIONS) -> Migrated:
    """What the files of a folder become; nothing is written here."""
    before, after, left = {}, {}, []
    for file, content in folder.files.items():
        try:
            old = (content or b"").decode("utf-8")
        except UnicodeDecodeError:
            left.append(f"{file}: is not UTF-8")
            continue
        new, why = _text(old, file, migrations)
        if why:
            left.append(f"{file}: {why}")
        elif new != old:
            before[file], after[file] = old, new
    return Migrated(before, after, tuple(left))


def _text(text: str, file: str, migrations: Sequence[Migration]) -> tuple[str, str]:
    """A file's new text, and why it stays as it is."""
    mark = "\ufeff" * text.startswith("\ufeff")
    new = text.removeprefix("\ufeff")
    for step in (step for migration in migrations for step in migration.renamed):
        if file.rpartition("/")[2] != step.file:
            continue
        node, _ = parse(new, file)
        for mapping in _found(node, step.within):
            keys = {key.text: key for key, _ in mapping.entries}
            if step.old in keys and step.new in keys:
                return text, f"has both '{step.old}' and '{step.new}' in line {keys[step.new].span.line}"
        edits = [
            Fix((Edit(key.span, step.new),))
            for mapping in _found(node, step.within)
            for key, _ in mapping.entries
            if key.text == step.old
        ]
        new, _ = apply_fixes(new, edits)
    return mark + new, ""


def _found(node: Node | None, within: Sequence[str]) -> Iterator[Mapping]:
    """The mappings that a path leads to."""
    if not within:
        if isinstance(node, Mapping):
            yield node
        return
    for name, inner in _parts(node):
        if within[0] in (_ANY, name):
            yield from _found(inner, within[1:])


def _parts(node: Node | None) -> Iterator[tuple[str, Node]]:
    if isinstance(node, Mapping):
        yield from ((key.text, value) for key, value in node.entries if isinstance(key, Scalar))
    elif isinstance(node, SequenceNode):
        yield from (("", item) for item in node.items)
