"""Names become handles: 'responder 1', or what a people map says; also inside what people wrote."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from pirgen.diagnostics import Level
from pirgen.imports.incident import NamedPerson, TextWithPeople
from pirgen.imports.text import label, plain
from pirgen.privacy import redact
from pirgen.source.yaml.nodes import Mapping as MappingNode
from pirgen.source.yaml.nodes import Scalar
from pirgen.source.yaml.tree import parse

__all__ = ["People", "read_people"]

# first names that are words of incident reports too: alone in a sentence they are left as they are
_ALSO_WORDS = frozenset(
    re.findall(
        r"\w+",
        """Abel Alpha Art Bill Chance Chase Dash Dawn Drew Even Frank Grace Grant Guy Hope Iris Jack Joy Junior
        Link Mark Max May Miles Norm Page Penny Ray Rich Rob Robin Rose Sky Summer Sunny System Tab Trip Victor
        Ward Will""",
    )
)


class People:
    """The people of one incident, numbered in the order they are met.

    ``chosen`` is the people map: what to write for a name, an id or an e-mail address.
    """

    def __init__(self, met: Iterable[NamedPerson], chosen: Mapping[str, str]) -> None:
        self._chosen = {_plain(key): words for key, words in chosen.items()}
        self._handles: dict[str, str] = {}
        self._count = 0
        everybody = list(dict.fromkeys(met))
        by_id: dict[str, set[str]] = {}
        for person in everybody:
            by_id.setdefault(person.id or person.name, set()).update(_identities(person))
        for person in everybody:
            self._meet(person, by_id[person.id or person.name])
        self._named = self._names(everybody, chosen)
        words = sorted(self._named, key=lambda name: (-len(name), name))
        self._pattern = (
            re.compile(rf"(?:(?<![\w.@/-])@?|(?<![\w@/-])@)(?:{'|'.join(map(re.escape, words))})(?!\w|@|/)")
            if words
            else None
        )

    def handle(self, person: NamedPerson) -> str:
        """What to write for somebody."""
        known = next((self._handles[key] for key in _keys(person) if key in self._handles), "")
        return known or self._mapped(_identities(person)) or "somebody"

    def is_chosen(self, person: NamedPerson) -> bool:
        """Whether the people map says what to write for somebody."""
        return bool(self._mapped(_identities(person)))

    def text(self, words: TextWithPeople) -> str:
        """A Markdown text with handles for the people in it, and for those whose names were typed."""
        parts = (
            plain(self.handle(part)) if isinstance(part, NamedPerson) else self._unnamed(part) for part in words
        )
        return re.sub(r"\n{3,}", "\n\n", redact("".join(parts))).strip()

    def line(self, text: str) -> str:
        """A name or title on one line, with handles for those whose names were typed in it."""
        return " ".join(redact(self._unnamed(text)).split())

    def _unnamed(self, text: str) -> str:
        return (
            self._pattern.sub(lambda found: self._named[found[0].removeprefix("@")], text)
            if self._pattern
            else text
        )

    def _meet(self, person: NamedPerson, identities: set[str]) -> None:
        keys = _keys(person)
        known = next((self._handles[key] for key in keys if key in self._handles), "")
        mapped = self._mapped(sorted(identities))
        if not known and not mapped and keys:
            self._count += 1
            known = f"responder {self._count}"
        for key in (*keys, *((f"name {_plain(person.name)}",) if person.name else ())):
            self._handles[key] = mapped or known

    def _mapped(self, identities: Iterable[str]) -> str:
        """What the map says of somebody; nothing where it does not."""
        return next((self._chosen[key] for key in map(_plain, identities) if key in self._chosen), "")

    def _names(self, everybody: list[NamedPerson], chosen: Mapping[str, str]) -> dict[str, str]:
        """Every name to look for in texts, with what is written for it."""
        named: dict[str, str] = {}
        for person in everybody:
            handle = self.handle(person)
            for name in (person.name, *person.also):
                first = name.split()[0] if len(name.split()) > 1 else ""
                for each in (name, first):
                    if len(each) > 2 and each not in _ALSO_WORDS and "@" not in each:
                        named[each] = handle if named.get(each, handle) == handle else "a responder"
        named.update({key: words for key, words in chosen.items() if len(key) > 1})
        return {key: plain(words) for key, words in named.items()}


def _identities(person: NamedPerson) -> tuple[str, ...]:
    return tuple(filter(None, (person.id, person.name, *person.also)))


def _keys(person: NamedPerson) -> tuple[str, ...]:
    """By what somebody is known to be the same: ids, and names only where there is no id."""
    mails = tuple(
        f"also {_plain(each)}" for each in person.also if "@" in each or re.fullmatch(r"[UW][A-Z0-9]{6,}", each)
    )
    own = (
        (f"id {person.id}", f"also {_plain(person.id)}")
        if person.id
        else (f"name {_plain(person.name)}",) * bool(person.name)
    )
    return (*own, *mails)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def read_people(text: str, file: str) -> tuple[dict[str, str], tuple[str, ...]]:
    """The people map of a YAML file, and what is wrong with it, one line each."""
    node, diagnostics = parse(text, file)
    problems = [
        f"{file}:{found.place.span.line}:{found.place.span.column}: {found.message}"
        for found in diagnostics
        if found.level is not Level.INFO
    ]
    if node is None or (isinstance(node, Scalar) and not node.text):
        return {}, tuple(problems)
    if not isinstance(node, MappingNode):
        return {}, (*problems, f"{file}:1:1: expected a mapping of names or ids to what to write for them")
    people: dict[str, str] = {}
    for key, value in node.entries:
        if isinstance(value, Scalar) and value.text.strip():
            people[key.text] = label(value.text)
        else:
            place = f"{file}:{value.span.line}:{value.span.column}"
            problems.append(
                f"{place}: '{key.text}' has no words; expected what to write, such as 'payments on-call'"
            )
    return people, tuple(problems)
