"""XML as elements that know their file and line, and the exception for what a model does wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from xml.parsers import expat

from pirgen.diagnostics import near_miss
from pirgen.errors import PirgenError
from pirgen.wording.printed import harmless

__all__ = [
    "Element",
    "ModelError",
    "collected",
    "located",
    "parsed",
    "together",
    "unknown",
    "unknown_attribute",
]

_DEEPEST = 200
_SHOWN = 20


class ModelError(PirgenError):
    """What is wrong with a model, a line for each finding; ``place`` is where the first one is."""

    def __init__(self, message: str, place: tuple[str, int, int] = ("", 0, 0)) -> None:
        super().__init__(message)
        self.place = place


@dataclass(frozen=True, slots=True)
class Element:
    """An element of a model. Attributes of other namespaces are not kept; ``text`` is what is left trimmed."""

    tag: str
    attributes: Mapping[str, str]
    children: tuple[Element, ...]
    text: str
    file: str
    line: int
    column: int

    def error(self, message: str) -> ModelError:
        """The exception for something wrong at this element."""
        return located(self.file, self.line, self.column, message)

    def attribute(self, name: str) -> str:
        """The value of an attribute that must be there, trimmed."""
        value = self.attributes.get(name, "").strip()
        if not value:
            raise self.error(f"<{self.tag}> has no {name}")
        return value

    def chosen(self, name: str, choices: tuple[str, ...], default: str) -> str:
        """The value of an attribute that is one of several words."""
        value = self.attributes.get(name, default).strip()
        if value not in choices:
            raise self.error(f"{name} '{value}' of <{self.tag}> is not known{_choices(value, choices)}")
        return value

    def only_child(self) -> Element:
        """The one child that the element must have."""
        if len(self.children) != 1:
            raise self.error(f"<{self.tag}> has {len(self.children)} elements in it; it needs exactly one")
        return self.children[0]


@dataclass(slots=True)
class _Open:
    """An element whose end has not been reached."""

    tag: str
    attributes: Mapping[str, str]
    line: int
    column: int
    children: list[Element] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)


def located(file: str, line: int, column: int, message: str) -> ModelError:
    """The exception with its place in front, and nothing in it that a terminal would obey."""
    return ModelError(harmless(f"{file}:{line}:{column}: {message}"), (file, line, column))


def unknown(element: Element, within: str, known: tuple[str, ...]) -> ModelError:
    """The exception for an element that is not understood where it is."""
    return element.error(f"<{element.tag}> in {within} is not understood{_choices(element.tag, known)}")


def unknown_attribute(element: Element, name: str, known: tuple[str, ...]) -> ModelError:
    """The exception for an attribute that an element does not have."""
    hint = _choices(name, known) if known else ""
    return element.error(f"attribute '{name}' of <{element.tag}> is not understood{hint}")


def _choices(written: str, known: tuple[str, ...]) -> str:
    near = near_miss(written, known)
    if near:
        return f"; did you mean '{near}'?"
    return f"; known are {', '.join(known)}" if 0 < len(known) < 5 else ""


def parsed(content: bytes, file: str) -> Element:
    """The root of a document, in the encoding that it declares; document types and entities are refused."""
    parser = expat.ParserCreate(namespace_separator=" ")
    stack = [_Open("", {}, 1, 1)]

    def here() -> tuple[int, int]:
        return parser.CurrentLineNumber, parser.CurrentColumnNumber + 1

    def start(tag: str, attributes: dict[str, str]) -> None:
        line, column = here()
        if len(stack) > _DEEPEST:
            raise located(file, line, column, f"elements are nested deeper than {_DEEPEST}")
        own = {name: value for name, value in attributes.items() if " " not in name}
        stack.append(_Open(tag, own, line, column))

    def end(tag: str) -> None:
        made = stack.pop()
        text = " ".join("".join(made.texts).split())
        children = tuple(made.children)
        stack[-1].children.append(Element(tag, made.attributes, children, text, file, made.line, made.column))

    def doctype(*_: object) -> None:
        line, column = here()
        raise located(file, line, column, "document types and entities are not read; remove <!DOCTYPE ...>")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = lambda text: stack[-1].texts.append(text)
    parser.StartDoctypeDeclHandler = doctype
    try:
        parser.Parse(content, True)
    except expat.ExpatError as problem:
        reason = expat.ErrorString(problem.code)
        raise located(
            file, problem.lineno, problem.offset + 1, f"this is not well-formed XML: {reason}"
        ) from problem
    except (LookupError, ValueError) as problem:
        raise located(file, 1, 1, f"the encoding cannot be read: {problem}") from problem
    return stack[0].children[0]


@contextmanager
def collected(problems: list[ModelError]) -> Iterator[None]:
    """Keep what is wrong in a step, so that the next step is looked at too."""
    try:
        yield
    except ModelError as problem:
        problems.append(problem)


def together(problems: list[ModelError]) -> ModelError:
    """Several problems as one exception, in the order of their places."""
    lines = list(dict.fromkeys(str(problem) for problem in sorted(problems, key=lambda one: one.place)))
    more = [f"... and {len(lines) - _SHOWN} more"] if len(lines) > _SHOWN else []
    return ModelError("\n".join(lines[:_SHOWN] + more))
