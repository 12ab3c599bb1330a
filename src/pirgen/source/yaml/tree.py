"""YAML text becomes located values. The only module that imports yaml.

PyYAML's C event stream is read and no constructor: scalars stay text as written (``12:30`` is not 750
and ``no`` is not False), depth is limited before libyaml's own recursion could overflow, and what
no review needs (anchors, tags, merge keys, several documents) is a diagnostic instead of a surprise.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from pirgen.diagnostics import Diagnostic, Explanation, Place, Related, Span
from pirgen.source import codes
from pirgen.source.yaml.characters import text_of
from pirgen.source.yaml.nodes import Mapping, Node, Scalar, Sequence
from pirgen.source.yaml.patched import Patch, Patched
from pirgen.source.yaml.repairs import Fault, Unread, repair_of
from pirgen.source.yaml.syntax import LONGEST_KEY, has_conflict, syntax_problem
from pirgen.source.yaml.traps import WrittenText, traps
from pirgen.source.yaml.unsupported import Unneeded
from pirgen.source.yaml.written_lines import comment_without_space

MOST_REPAIRS = 50
"""How many syntax errors of one file are looked into."""

LETTERS_AHEAD = 4_000
"""How many letters behind a repair are looked at to tell which of several guesses is best."""

MOST_LETTERS_TRIED = 2_500_000
"""How many letters libyaml reads again, at most, to find out what helps it on."""


def parse(text: str, file: str) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """The one document of any text, or None where it cannot be read; and what is wrong with it."""
    readable, problems = text_of(text.encode("utf-8", "replace"), file)
    if readable is None:
        return None, problems
    node, more = parse_patched(readable, file)
    return node, (*problems, *more)


def parse_patched(patched: Patched, file: str) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """The same of a text whose characters were looked at; places and fixes are those of the file.

    Where libyaml gives up the slip is repaired, if it is one that we know, and reading goes on behind it.
    """
    problems: list[Diagnostic] = []
    trials = _Trials(MOST_LETTERS_TRIED)
    builder = _Builder(file, patched)
    fault = builder.build()
    repaired = patched
    while fault is not None:
        may_repair = len(problems) < MOST_REPAIRS and not has_conflict(repaired.text)
        repair = repair_of(repaired.text, fault, trials.of(repaired, fault)) if may_repair else None
        problems.append(syntax_problem(fault, repair, repaired, file))
        if repair is None:
            break
        repaired = repaired.patch(repair.patches)
        fault = _read(repaired.text, len(repaired.text))[1]
    if repaired is not patched:
        builder = _Builder(file, repaired)
        builder.build()
    if fault is not None or builder.gave_up or builder.root is None:
        return None, (*problems, *builder.problems)
    return builder.root, (*problems, *builder.problems, *builder.traps())


@dataclass(slots=True)
class _Trials:
    """Tells how far a patch helps libyaml on, until too much was tried."""

    letters_left: int

    def of(self, patched: Patched, fault: Fault) -> Unread:
        """How far libyaml, given patches, gets beyond the first of them and beyond a fault."""

        def unread(patches: tuple[Patch, ...]) -> int | None:
            if self.letters_left < 0:
                return None
            start, end, replacement = min(patches)
            patched_end = start + len(replacement)
            goal = fault.known_from + (patched_end - end if fault.known_from >= end else 0)
            text = patched.patch(patches).text
            reached, _ = _read(text, max(goal, patched_end) + LETTERS_AHEAD)
            self.letters_left -= reached
            return len(text) + 1 - reached if reached > max(goal, patched_end) else None

        return unread


def _read(text: str, goal: int) -> tuple[int, Fault | None]:
    """The offset behind which libyaml reads no more of a text, one more than its length at its end; and why.

    A goal is far enough. Nothing is made of what is read, which is fast.
    """
    depth = documents = 0
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            documents += isinstance(event, yaml.DocumentStartEvent)
            if depth > codes.DEEPEST:
                return 0, None
            if documents > 1:
                break
            if _offsets(event)[0] > goal:
                return goal, None
    except yaml.MarkedYAMLError as problem:
        fault = _fault(problem)
        return fault.at, fault
    return len(text) + 1, None


class _Builder:
    """Takes events one by one and puts the tree together without recursion.

    Of every list and mapping that is open it keeps the event that began it and the values so far, which in a
    mapping are keys and values in turn.
    """

    def __init__(self, file: str, patched: Patched) -> None:
        self.file = file
        self.patched = patched
        self.problems: list[Diagnostic] = []
        self.root: Node | None = None
        self.gave_up = False
        self._has_ended = False
        self._values = 0
        self._unneeded = Unneeded(file, patched)
        self._last_line = patched.text.count("\n")
        self._open: list[tuple[yaml.CollectionStartEvent, list[Node]]] = []
        self._texts: list[WrittenText] = []

    def build(self) -> Fault | None:
        """Take every event; where and why libyaml gave up, if it did."""
        try:
            for event in yaml.parse(self.patched.text, Loader=yaml.CSafeLoader):
                self._take(event)
                if self.gave_up or self._has_ended:
                    break
        except yaml.MarkedYAMLError as problem:
            return _fault(problem)
        return None

    def traps(self) -> Iterator[Diagnostic]:
        """What libyaml reads otherwise than its author most probably meant it."""
        return traps(self._texts, self.patched, self.file)

    def _take(self, event: yaml.Event) -> None:
        self._values += isinstance(event, yaml.NodeEvent)
        if self._values > codes.MOST_VALUES:
            self.gave_up = True
            message = f"file has more than {codes.MOST_VALUES:,} keys and values"
            self._report(
                codes.SIZE, self._span(event, event), message, "move logs and data into a file beside it"
            )
        elif isinstance(event, yaml.ScalarEvent):
            self._put(self._scalar(event))
        elif isinstance(event, yaml.CollectionStartEvent):
            self._begin(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._put(self._collection(event))
        elif isinstance(event, yaml.AliasEvent):
            self.problems.append(self._unneeded.alias(event.anchor or "", *_offsets(event)))
            self._put(Scalar(f"*{event.anchor}", self._span(event, event)))
        elif isinstance(event, yaml.DocumentStartEvent):
            self._begin_document(event)

    def _begin_document(self, event: yaml.DocumentStartEvent) -> None:
        if self.root is not None:
            self._has_ended = True
            self.problems.append(self._unneeded.second_document(*_offsets(event)))
        elif event.version or event.tags:
            self.problems.append(self._unneeded.directive(*_offsets(event)))

    def _report_properties(
        self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, style: str | None
    ) -> None:
        if event.anchor is not None:
            self.problems.append(self._unneeded.anchor(event.anchor, *_offsets(event), style))
        if event.tag is not None:
            self.problems.append(self._unneeded.tag(event.tag, *_offsets(event), style))

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        style, text, (start, end) = event.style or "", event.value, _offsets(event)
        if event.anchor is not None or event.tag is not None:
            self._report_properties(event, style)
        if style or text.startswith("-") or "- " in text:
            self._texts.append(WrittenText(style, start, end, text))
        cut = comment_without_space(self.patched.text, end) if not style else None
        return Scalar(text, self._span(event, event), not style, cut and self.patched.span(*cut))

    def _begin(self, event: yaml.CollectionStartEvent) -> None:
        self._report_properties(event, None)
        self._open.append((event, []))
        if len(self._open) > codes.DEEPEST:
            self.gave_up = True
            self._report(codes.DEPTH, self._span(event, event), codes.TOO_DEEP, "")

    def _collection(self, end: yaml.CollectionEndEvent) -> Node:
        start, values = self._open.pop()
        if isinstance(start, yaml.MappingStartEvent):
            return Mapping(tuple(self._entries(values)), self._span(start, end))
        return Sequence(tuple(values), self._span(start, end))

    def _entries(self, values: list[Node]) -> Iterator[tuple[Scalar, Node]]:
        seen: dict[str, Scalar] = {}
        repeated: list[Scalar] = []
        for key, value in zip(values[::2], values[1::2], strict=True):
            if not isinstance(key, Scalar):
                self._report(codes.KEY, key.span, "key is a list or a mapping", "write a short name")
            elif len(key.text) > LONGEST_KEY:
                message = f"a key has {len(key.text):,} characters"
                self._report(codes.KEY, key.span, message, f"write a name of at most {LONGEST_KEY}")
            elif key.text == "<<" and key.is_plain:
                self._report(codes.ANCHOR, key.span, "merge key '<<'", "write the values out")
            elif key.text in seen:
                repeated.append(key)
            else:
                self._report_repeated(repeated, seen)
                repeated = []
                seen[key.text] = key
                yield key, value
        self._report_repeated(repeated, seen)

    def _report_repeated(self, keys: list[Scalar], seen: dict[str, Scalar]) -> None:
        """Report the first of several keys in a row that stand twice: they are of an entry without its head."""
        for key in keys[:1]:
            message = f"key '{key.text}' is written twice in the same mapping"
            message += f", and {len(keys) - 1} more after it" if len(keys) > 1 else ""
            hint = "; if a new entry begins here, give it its '- ' or its id" if len(keys) > 1 else ""
            earlier = Related(Place(self.file, seen[key.text].span), "first written here")
            self._report(codes.DUPLICATE_KEY, key.span, message, f"keep one of them{hint}", (earlier,))

    def _put(self, node: Node) -> None:
        if self._open:
            self._open[-1][1].append(node)
        elif self.root is None:
            self.root = node

    def _report(
        self, code: Explanation, span: Span, message: str, hint: str, related: tuple[Related, ...] = ()
    ) -> None:
        place = Place(self.file, span)
        self.problems.append(Diagnostic(code.code, code.level, message, place, hint=hint, related=related))

    def _span(self, first: yaml.Event, last: yaml.Event) -> Span:
        start: Any = first.start_mark
        end: Any = last.end_mark
        if self.patched.layers or end.line > self._last_line:  # libyaml ends a last line that has no end
            return self.patched.span(start.index, end.index)
        return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _offsets(event: yaml.Event) -> tuple[int, int]:
    """Where an event begins and ends; libyaml gives both for every event."""
    start: Any = event.start_mark
    end: Any = event.end_mark
    return start.index, end.index


def _fault(problem: yaml.MarkedYAMLError) -> Fault:
    said, at, since = problem.problem or "cannot be read", problem.problem_mark, problem.context_mark
    index = at.index if at else 0
    return Fault(said, index, since.index if since else index)
