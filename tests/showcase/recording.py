"""Which branches of the templates a rendering goes through."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import pytest
from jinja2 import nodes

_TAG = re.compile(r"\{%-?\s*(if|elif|for|macro|block)\s+(.*?)\s*-?%\}", re.DOTALL)
_HIT = "_record_branch"
_BRANCHING = (nodes.If, nodes.For, nodes.Macro, nodes.Block)


@dataclass(frozen=True, order=True)
class Branch:
    """A part of a template that is shown, or not: the words of its tag, and whether it is the ``else`` of it.

    ``number`` tells branches of a template with the same words apart, from 1.
    """

    template: str
    tag: str
    is_else: bool
    number: int

    @property
    def name(self) -> str:
        """The branch for people, the same when lines move."""
        again = f" #{self.number}" if self.number > 1 else ""
        return f"{self.template} | {'else of ' if self.is_else else ''}{self.tag}{again}"


class Recorder:
    """Puts a mark at the start of every branch of every template, which notes that it was gone through."""

    def __init__(self) -> None:
        self.branches: set[Branch] = set()
        self.taken: set[Branch] = set()

    def install(self, patch: pytest.MonkeyPatch, templates: ModuleType) -> None:
        """Let the templates of that module record."""
        recorder = self

        class Recording(templates._Environment):  # type: ignore[misc, name-defined]
            def __init__(self, **options: Any) -> None:
                super().__init__(**options | {"bytecode_cache": None})
                self.globals[_HIT] = recorder._take

            def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
                tree = super()._parse(source, name, filename)
                recorder._mark(tree, source, name or "")
                return tree

        patch.setattr(templates, "_Environment", Recording)

    def _take(self, template: str, tag: str, is_else: bool, number: int) -> str:
        self.taken.add(Branch(template, tag, is_else, number))
        return ""

    def _mark(self, tree: nodes.Template, source: str, name: str) -> None:
        tags = [" ".join(found.group(1, 2)) for found in _TAG.finditer(_without_comments(source))]
        found = list(_in_order(tree))
        assert len(tags) == len(found), f"{name}: {len(tags)} tags, {len(found)} branches"
        times: Counter[str] = Counter()
        for node, tag in zip(found, tags, strict=True):
            times[tag] += 1
            for is_else, body in ((False, node.body), (True, getattr(node, "else_", None))):
                if body:
                    branch = Branch(name.removeprefix("builtin:"), " ".join(tag.split()), is_else, times[tag])
                    self.branches.add(branch)
                    body.insert(0, _call(branch))


def _without_comments(source: str) -> str:
    return re.sub(r"\{#.*?#\}", "", source, flags=re.DOTALL)


def _in_order(node: nodes.Node) -> Iterator[Any]:
    """The branching nodes below one, in the order of their tags in the source."""
    for child in node.iter_child_nodes():
        if isinstance(child, _BRANCHING):
            yield child
        yield from _in_order(child)


def _call(branch: Branch) -> nodes.Output:
    parts = [nodes.Const(part) for part in (branch.template, branch.tag, branch.is_else, branch.number)]
    return nodes.Output([nodes.Call(nodes.Name(_HIT, "load"), parts, [], None, None)])
