"""What a model defines: gates, events and parameters with their scope, groups and substitutions.

Everything that is not understood here is refused by name and line. A definition is public unless it, or a
container of it, says 'private'; a private one is found by its path, such as ``tree.component.name``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pirgen.open_psa.elements import Element, ModelError, unknown, unknown_attribute

__all__ = ["EVENT_TREES", "Definition", "Group", "Model", "Tree", "defined", "unknown_attributes"]

GATE, BASIC, HOUSE, PARAMETER = "gate", "basic-event", "house-event", "parameter"

_KINDS = {
    "define-gate": GATE,
    "define-basic-event": BASIC,
    "define-house-event": HOUSE,
    "define-parameter": PARAMETER,
}
_IN_DATA = ("define-basic-event", "define-house-event", "define-parameter", "define-CCF-group")
_IN_TREE = (*_KINDS, "define-component", "define-CCF-group", "label", "attributes")
_IN_MODEL = ("define-fault-tree", "model-data", "define-substitution", *_IN_TREE)
EVENT_TREES = ("define-event-tree", "define-initiating-event", "define-rule")
"""What belongs to event trees at the top of a model."""

_BEYOND = {
    "define-event-tree": "event trees",
    "define-initiating-event": "event trees",
    "define-functional-event": "event trees",
    "define-sequence": "event trees",
    "define-rule": "the rules of event trees",
    "define-alignment": "alignments and phases of a mission",
    "define-consequence-group": "consequence groups",
    "define-extern-library": "libraries outside of the model",
    "define-extern-function": "functions outside of the model",
}
_ATTRIBUTES = {
    "opsa-mef": ("name",),
    "define-parameter": ("name", "role", "unit"),
    "define-CCF-group": ("name", "model"),
    "define-substitution": ("name", "type"),
    "define-gate": ("name", "role"),
    "define-basic-event": ("name", "role"),
    "define-house-event": ("name", "role"),
    "define-component": ("name", "role"),
    "define-fault-tree": ("name",),
    "attribute": ("name", "value", "type"),
    "event": ("name", "type"),
    "gate": ("name",),
    "basic-event": ("name",),
    "house-event": ("name",),
    "parameter": ("name", "unit"),
    "system-mission-time": ("unit",),
    "constant": ("value",),
    "float": ("value",),
    "int": ("value",),
    "bool": ("value",),
    "atleast": ("min",),
    "cardinality": ("min", "max"),
    "factor": ("level",),
}
_NUMBERS = ("float", "int", "bool", "pi", PARAMETER, "system-mission-time")
_EMPTY = (*_NUMBERS, "constant", "event", GATE, BASIC, HOUSE, "label", "attribute")
"""Elements with no element in them."""


@dataclass(frozen=True)
class Definition:
    """A gate, event or parameter; ``scope`` are the containers around it and ``body`` what defines it."""

    kind: str
    name: str
    scope: tuple[str, ...]
    is_private: bool
    element: Element
    label: str
    attributes: Mapping[str, str]
    body: tuple[Element, ...]

    @property
    def path(self) -> str:
        """The qualified name."""
        return ".".join((*self.scope, self.name))


@dataclass(frozen=True)
class Group:
    """A common-cause group, or a substitution, as it is written, with the containers around it."""

    name: str
    scope: tuple[str, ...]
    element: Element
    body: tuple[Element, ...]


@dataclass(frozen=True)
class Tree:
    """A fault tree: its name, label and attributes; ``""`` holds what is defined outside of any."""

    name: str
    label: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass
class Model:
    """Everything that the documents define, and the problems found on the way."""

    trees: dict[str, Tree] = field(default_factory=lambda: {"": Tree("")})
    definitions: list[Definition] = field(default_factory=list)
    components: set[tuple[str, ...]] = field(default_factory=set)
    groups: list[Group] = field(default_factory=list)
    substitutions: list[Group] = field(default_factory=list)
    problems: list[ModelError] = field(default_factory=list)


def defined(roots: tuple[Element, ...]) -> Model:
    """What the documents define together."""
    model = Model()
    for root in roots:
        _contents(root, "<opsa-mef>", _IN_MODEL, (), False, model)
    return model


def unknown_attributes(root: Element) -> Iterator[ModelError]:
    """What is beside what is understood: attributes and elements that an element cannot have, loose text."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if element.tag in _BEYOND:
            continue
        waiting += reversed(element.children)
        known = _ATTRIBUTES.get(element.tag, ())
        for name in element.attributes:
            if name not in known:
                yield unknown_attribute(element, name, known)
        if element.tag in _EMPTY and element.children:
            yield unknown(element.children[0], f"<{element.tag}>", ())
        if element.text and element.tag != "label":
            yield element.error(f"the text '{element.text[:40]}' in <{element.tag}> is not understood")


def _contents(
    container: Element, name: str, known: tuple[str, ...], scope: tuple[str, ...], private: bool, model: Model
) -> None:
    for child in container.children:
        try:
            _content(child, name, known, scope, private, model)
        except ModelError as problem:
            model.problems.append(problem)


def _content(
    child: Element, within: str, known: tuple[str, ...], scope: tuple[str, ...], private: bool, model: Model
) -> None:
    if child.tag in _BEYOND:
        raise child.error(f"{_BEYOND[child.tag]} are not read: <{child.tag}>")
    if child.tag not in known:
        raise unknown(child, within, known)
    if child.tag == "label":
        return
    if child.tag == "attributes":
        _attributes(child)
    elif child.tag in _KINDS:
        model.definitions.append(_definition(child, scope, private))
    elif child.tag == "define-fault-tree":
        _fault_tree(child, model)
    elif child.tag == "define-component":
        inner = (*scope, child.attribute("name"))
        if inner in model.components:
            raise child.error(f"component '{inner[-1]}' is defined twice")
        model.components.add(inner)
        _contents(child, f"component '{inner[-1]}'", _IN_TREE, inner, _is_private(child, private), model)
    elif child.tag == "model-data":
        _contents(child, "<model-data>", _IN_DATA, (), private, model)
    else:
        groups = model.groups if child.tag == "define-CCF-group" else model.substitutions
        if any(child.attribute("name") == group.name and group.scope == scope for group in groups):
            raise child.error(f"'{child.attribute('name')}' is defined twice")
        groups.append(Group(child.attribute("name"), scope, child, _body(child)))


def _fault_tree(element: Element, model: Model) -> None:
    name = element.attribute("name")
    if name in model.trees:
        raise element.error(f"fault tree '{name}' is defined twice")
    model.trees[name] = Tree(name, _label(element), _attributes_of(element))
    _contents(element, f"fault tree '{name}'", _IN_TREE, (name,), False, model)


def _definition(element: Element, scope: tuple[str, ...], private: bool) -> Definition:
    return Definition(
        _KINDS[element.tag],
        element.attribute("name"),
        scope,
        _is_private(element, private),
        element,
        _label(element),
        _attributes_of(element),
        _body(element),
    )


def _is_private(element: Element, default: bool) -> bool:
    return element.chosen("role", ("public", "private"), "private" if default else "public") == "private"


def _body(element: Element) -> tuple[Element, ...]:
    return tuple(child for child in element.children if child.tag not in ("label", "attributes"))


def _label(element: Element) -> str:
    label = _only(element, "label")
    return label.text if label else ""


def _attributes_of(element: Element) -> dict[str, str]:
    attributes = _only(element, "attributes")
    return _attributes(attributes) if attributes else {}


def _only(element: Element, tag: str) -> Element | None:
    """The child of that kind, of which there may be one."""
    found = [child for child in element.children if child.tag == tag]
    if len(found) > 1:
        raise found[1].error(f"there is a second <{tag}>")
    return found[0] if found else None


def _attributes(element: Element) -> dict[str, str]:
    found = {}
    for child in element.children:
        if child.tag != "attribute":
            raise unknown(child, "<attributes>", ("attribute",))
        if child.attribute("name") in found:
            raise child.error(f"attribute '{child.attribute('name')}' is written twice")
        found[child.attribute("name")] = child.attributes.get("value", "")
    return found
