"""Which definition a name refers to, seen from the container that it is written in."""

from __future__ import annotations

from collections.abc import Iterable

from pirgen.diagnostics import near_miss
from pirgen.open_psa.definitions import PARAMETER, Definition
from pirgen.open_psa.elements import Element, ModelError

__all__ = ["Scopes"]


class Scopes:
    """The definitions by name. Gates and events share their names; parameters have their own."""

    def __init__(self, definitions: Iterable[Definition]) -> None:
        self.problems: list[ModelError] = []
        self._public: dict[tuple[bool, str], Definition] = {}
        self._by_path: dict[tuple[bool, str], Definition] = {}
        for definition in definitions:
            self._add(definition)

    def find(self, name: str, scope: tuple[str, ...], is_parameter: bool = False) -> Definition | None:
        """The innermost definition of that name or path around the scope, else the public one, else by path."""
        for depth in range(len(scope), 0, -1):
            found = self._by_path.get((is_parameter, ".".join((*scope[:depth], name))))
            if found:
                return found
        return self._public.get((is_parameter, name)) or self._by_path.get((is_parameter, name))

    def missing(self, element: Element, name: str, what: str) -> ModelError:
        """The exception for a name that nothing defines."""
        near = near_miss(name, [known for is_parameter, known in self._public if not is_parameter])
        hint = f"; did you mean '{near}'?" if near else ""
        return element.error(f"{what} '{name}' is not defined in these files{hint}")

    def _add(self, definition: Definition) -> None:
        is_parameter = definition.kind == PARAMETER
        path, name = (is_parameter, definition.path), (is_parameter, definition.name)
        other = self._by_path.get(path) or (None if definition.is_private else self._public.get(name))
        if other:
            first = f"first at {other.element.file}:{other.element.line} as a {other.kind}"
            message = f"{definition.kind} '{definition.name}' is defined twice, {first}"
            self.problems.append(definition.element.error(message))
            return
        self._by_path[path] = definition
        if not definition.is_private:
            self._public[name] = definition
