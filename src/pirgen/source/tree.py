"""YAML text becomes located values: every key and value keeps its span. The only module that imports yaml.

PyYAML's C event stream is read and no constructor: scalars stay text as written (``12:30`` is not 750
and ``no`` is not False), depth is limited before libyaml's own recursion could overflow, and what
no review needs (anchors, tags, merge keys, several documents) is a diagnostic instead of a surprise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import yaml

from pirgen.diagnostics import Diagnostic, Explanation, Fix, Place, Related, Span
from pirgen.source import codes
from pirgen.source.patched import Patch, Patched
from pirgen.source.quoting import quoted
from pirgen.source.repairs import QUOTE, Fault, Helps, repair_of
from pirgen.source.syntax import LONGEST_KEY, has_conflict, syntax_problem
from pirgen.source.traps import WrittenText, traps
from pirgen.source.written_lines import comment_without_space


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


MOST_REPAIRS = 50
"""How many syntax errors of one file are looked into."""

MOST_LETTERS_TRIED = 4_000_000
"""How many letters libyaml reads again, at most, to find out what helps it on."""


def parse(text: str, file: str) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """The one document of a file, or None where it cannot be read; and what is wrong with it."""
    return parse_patched(Patched.of(text), file)


def parse_patched(patched: Patched, file: str) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """The same of a text in which slips were patched already; places and fixes are those of the file.

    Where libyaml gives up the slip is repaired, if it is one that we know, and reading goes on behind it.
    """
    problems: list[Diagnostic] = []
    trials = _Trials(MOST_LETTERS_TRIED)
    while True:
        builder = _Builder(file, patched)
        fault = builder.build()
        if fault is None:
            break
        may_repair = len(problems) < MOST_REPAIRS and not has_conflict(patched.text)
        repair = repair_of(patched.text, fault, trials.of(patched, fault)) if may_repair else None
        problems.append(syntax_problem(fault, repair, patched, file))
        if repair is None:
            return None, (*problems, *builder.problems)
        patched = patched.patch(repair.patches)
    if builder.gave_up or builder.root is None:
        return None, (*problems, *builder.problems)
    return builder.root, (*problems, *builder.problems, *builder.traps())


@dataclass(slots=True)
class _Trials:
    """Tells whether a patch helps libyaml on, until too much was tried."""

    letters_left: int

    def of(self, patched: Patched, fault: Fault) -> Helps:
        """Whether libyaml, given patches, gets beyond the first of them and beyond a fault."""

        def helps(patches: tuple[Patch, ...]) -> bool:
            self.letters_left -= fault.at
            if self.letters_left < 0:
                return False
            start, end, replacement = min(patches)
            patched_end = start + len(replacement)
            goal = fault.known_from + (patched_end - end if fault.known_from >= end else 0)
            return _reaches(patched.patch(patches).text, max(goal, patched_end))

        return helps


def _reaches(text: str, goal: int) -> bool:
    """Whether libyaml reads a text without an error up to an offset."""
    depth = 0
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > codes.DEEPEST or _offsets(event)[0] > goal:
                return depth <= codes.DEEPEST
    except yaml.MarkedYAMLError as problem:
        return problem.problem_mark is not None and problem.problem_mark.index > goal
    return True


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not come yet; values of a mapping alternate keys and values."""

    start: yaml.Event
    values: list[Node] = field(default_factory=list)

    @property
    def is_mapping(self) -> bool:
        return isinstance(self.start, yaml.MappingStartEvent)


class _Builder:
    """Takes events one by one and puts the tree together without recursion."""

    def __init__(self, file: str, patched: Patched) -> None:
        self.file = file
        self.patched = patched
        self.problems: list[Diagnostic] = []
        self.root: Node | None = None
        self.gave_up = False
        self._ended = False
        self._open: list[_Open] = []
        self._texts: list[WrittenText] = []

    def build(self) -> Fault | None:
        """Take every event; where and why libyaml gave up, if it did."""
        try:
            for event in yaml.parse(self.patched.text, Loader=yaml.CSafeLoader):
                self.take(event)
                if self.gave_up or self._ended:
                    break
        except yaml.MarkedYAMLError as problem:
            return _fault(problem)
        return None

    def traps(self) -> Iterator[Diagnostic]:
        """What libyaml reads otherwise than its author most probably meant it."""
        return traps(self._texts, self.patched, self.file)

    def take(self, event: yaml.Event) -> None:
        """Take the next event of the stream."""
        if isinstance(event, yaml.ScalarEvent):
            self._check_properties(event)
            self._put(self._scalar(event))
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            self._check_properties(event)
            self._open.append(_Open(event))
            if len(self._open) > codes.DEEPEST:
                self.gave_up = True
                self._report(codes.DEPTH, event, codes.TOO_DEEP, "")
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            self._put(self._close(event))
        elif isinstance(event, yaml.AliasEvent):
            self._report_anchor(event, "*", "&")
            self._put(Scalar(f"*{event.anchor}", self._span(event)))
        elif isinstance(event, yaml.DocumentStartEvent):
            self._start_document(event)

    def _start_document(self, event: yaml.DocumentStartEvent) -> None:
        text, (start, _) = self.patched.text, _offsets(event)
        if self.root is not None:
            self._ended = True
            self._report_document(event)
        elif event.version or event.tags:
            end = start
            while text.startswith("%", end):
                end = text.find("\n", end) + 1
            fix = self.patched.fix(((start, end, ""),)) if end > start else None
            hint = "delete the line that begins with '%'"
            self._report(codes.DOCUMENTS, event, "a YAML directive is used", hint, fix=fix)

    def _report_document(self, event: yaml.DocumentStartEvent) -> None:
        text, (start, end) = self.patched.text, _offsets(event)
        if all(not line.strip() or line.startswith("#") for line in text[end:].split("\n")):
            message, hint = "'---' begins a second document in which nothing is", "delete the line"
            after = text.find("\n", end) + 1 or len(text)
            fix = self.patched.fix(((start, after, ""),))
            self._report(codes.DOCUMENTS, event, message, hint, fix=fix)
        else:
            message = "a second document begins here, and is not read"
            hint = "delete the line '---' if all belongs together; each incident has a folder of its own"
            self._report(codes.DOCUMENTS, event, message, hint)

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        style, text, (start, end) = event.style or "", event.value, _offsets(event)
        if style or text.startswith("-"):
            self._texts.append(WrittenText(style, start, end, text))
        cut = comment_without_space(self.patched.text, end) if not style else None
        return Scalar(text, self._span(event), not style, cut and self.patched.span(*cut))

    def _close(self, event: yaml.Event) -> Node:
        opened = self._open.pop()
        span = self._between(opened.start.start_mark, event.end_mark)
        if not opened.is_mapping:
            return Sequence(tuple(opened.values), span)
        return Mapping(tuple(self._entries(opened.values)), span)

    def _entries(self, values: list[Node]) -> Iterator[tuple[Scalar, Node]]:
        seen: dict[str, Scalar] = {}
        for key, value in zip(values[::2], values[1::2], strict=True):
            if not isinstance(key, Scalar):
                self._report_at(codes.KEY, key.span, "a key is a list or a mapping", "write a short name")
            elif len(key.text) > LONGEST_KEY:
                message = f"a key has {len(key.text):,} characters"
                self._report_at(codes.KEY, key.span, message, f"write a name of at most {LONGEST_KEY}")
            elif key.text == "<<" and key.is_plain:
                self._report_at(codes.ANCHOR, key.span, "merge key '<<' used", "write the values out")
            elif key.text in seen:
                self._report_repeated(key, seen[key.text])
            else:
                seen[key.text] = key
                yield key, value

    def _report_repeated(self, key: Scalar, first: Scalar) -> None:
        earlier = Related(Place(self.file, first.span), "first written here")
        message = f"key '{key.text}' is written twice in one mapping"
        self._report_at(codes.DUPLICATE_KEY, key.span, message, "keep one of them", related=(earlier,))

    def _put(self, node: Node) -> None:
        if self._open:
            self._open[-1].values.append(node)
        elif self.root is None:
            self.root = node

    def _check_properties(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor is not None:
            self._report_anchor(event, "&", "*")
        if event.tag is not None:
            self._report_tag(event, event.tag)

    def _report_anchor(self, event: yaml.NodeEvent, sign: str, other: str) -> None:
        """An anchor or alias; one without its counterpart is a text that begins with the sign."""
        if f"{other}{event.anchor}" not in self.patched.text and isinstance(
            event, (yaml.ScalarEvent, yaml.AliasEvent)
        ):
            kind = "an anchor" if sign == "&" else "an alias"
            message = f"a value begins with '{sign}{event.anchor}', which YAML takes for {kind}"
            self._report(codes.ANCHOR, event, message, QUOTE, fix=self._quoting(event))
        elif sign == "&":
            hint = "write the value out where it is needed"
            self._report(codes.ANCHOR, event, f"anchor '&{event.anchor}' set", hint)
        else:
            self._report(codes.ANCHOR, event, f"alias '*{event.anchor}' used", "write the value out")

    def _report_tag(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, tag: str) -> None:
        tag = tag.replace("tag:yaml.org,2002:", "!!")
        if isinstance(event, yaml.ScalarEvent) and (tag.startswith("!!!") or not tag.startswith("!!")):
            message = f"a value begins with '{tag}', which YAML takes for a tag"
            self._report(codes.TAG, event, message, QUOTE, fix=self._quoting(event))
        else:
            hint = "delete it; quote a text that begins with '!'"
            self._report(codes.TAG, event, f"tag '{tag}' used", hint, fix=self._without_tag(event, tag))

    def _quoting(self, event: yaml.Event) -> Fix | None:
        """The value of an event in quotes, if it stands in one line without them."""
        start, end = _offsets(event)
        written = self.patched.text[start:end].rstrip()
        if "\n" in written or getattr(event, "style", None):
            return None
        return self.patched.fix(((start, start + len(written), quoted(written)),))

    def _without_tag(self, event: yaml.Event, tag: str) -> Fix | None:
        start, _ = _offsets(event)
        match = re.compile(re.escape(tag) + r"[ \t]+").match(self.patched.text, start)
        return self.patched.fix(((start, match.end(), ""),)) if match and tag in _PLAIN_TAGS else None

    def _report(
        self, code: Explanation, event: yaml.Event, message: str, hint: str, fix: Fix | None = None
    ) -> None:
        self._report_at(code, self._span(event), message, hint, fix)

    def _report_at(
        self,
        code: Explanation,
        span: Span,
        message: str,
        hint: str,
        fix: Fix | None = None,
        related: tuple[Related, ...] = (),
    ) -> None:
        place = Place(self.file, span)
        self.problems.append(
            Diagnostic(code.code, code.level, message, place, hint=hint, related=related, fix=fix)
        )

    def _span(self, event: yaml.Event) -> Span:
        return self._between(event.start_mark, event.end_mark)

    def _between(self, start: Any, end: Any) -> Span:
        if not self.patched.layers:
            return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
        return self.patched.span(start.index, end.index)


_PLAIN_TAGS = ("!!str", "!!int", "!!float", "!!bool", "!!null", "!!timestamp")


def _offsets(event: yaml.Event) -> tuple[int, int]:
    """Where an event begins and ends; libyaml gives both for every event."""
    start: Any = event.start_mark
    end: Any = event.end_mark
    return start.index, end.index


def _fault(problem: yaml.MarkedYAMLError) -> Fault:
    said, at, since = problem.problem or "cannot be read", problem.problem_mark, problem.context_mark
    index = at.index if at else 0
    return Fault(said, index, since.index if since else index)
