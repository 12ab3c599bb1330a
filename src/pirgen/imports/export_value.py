"""A value in an export and its place: read tolerantly, since tools leave out keys and add others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from pirgen.imports.text import printable
from pirgen.model import Instant
from pirgen.source.fields.time_grammar import Unreadable, read_time

__all__ = ["ExportValue"]


@dataclass(frozen=True)
class ExportValue:
    """One value of an export.

    ``path`` is its place in the file, such as ``log_entries[3].created_at``. What cannot be
    read is added to ``problems``, which all values of a file share; a value of another kind than asked for
    counts as absent. ``skipped`` are the places of what is left out on purpose; a file's values share it too.
    """

    value: Any
    problems: list[str]
    path: str = ""
    skipped: set[str] = field(default_factory=set)

    def skip(self) -> None:
        """Leave this value out on purpose: it does not count as lost."""
        self.skipped.add(self.path)

    def at(self, *keys: str) -> ExportValue:
        """The value under these keys, one inside the other; an absent one where there is none."""
        part = self
        for key in keys:
            inner = part.value.get(key) if isinstance(part.value, dict) else None
            part = replace(part, value=inner, path=f"{part.path}.{key}".lstrip("."))
        return part

    def has(self, *keys: str) -> bool:
        """Whether it is a mapping with every one of these keys."""
        return isinstance(self.value, dict) and all(key in self.value for key in keys)

    def text(self, *keys: str) -> str:
        """The printable text or number under these keys; an empty text where there is none."""
        value = self.at(*keys).value
        is_text = isinstance(value, (str, int, float)) and not isinstance(value, bool)
        return printable(str(value)).strip() if is_text else ""

    def items(self, *keys: str) -> tuple[ExportValue, ...]:
        """The items of the list under these keys."""
        part = self.at(*keys)
        if not isinstance(part.value, list):
            return ()
        return tuple(
            replace(part, value=item, path=f"{part.path}[{index}]") for index, item in enumerate(part.value)
        )

    def records(self, *names: str) -> tuple[ExportValue, ...]:
        """The mappings of a list: this one, or the first that one of the names leads to; a dot leads inside."""
        return tuple(item for item in self._listed(names) if isinstance(item.value, dict))

    def _listed(self, names: tuple[str, ...]) -> tuple[ExportValue, ...]:
        if isinstance(self.value, list):
            return self.items()
        return next((found for name in names if (found := self.items(*name.split(".")))), ())

    def time(self, *keys: str) -> Instant | None:
        """The time under these keys; None where there is none, and for the year 1, by which some mean that."""
        part = self.at(*keys)
        if part.value in (None, "") or part.text().startswith("0001-"):
            return None
        read = read_time(part.text(), None)
        if isinstance(read, Unreadable) and read.near and "," not in read.near:
            read = read_time(read.near, None)
        if isinstance(read, Unreadable):
            self.problems.append(f"{part.path} is {part._shown()}; expected a time with its offset")
            return None
        return read

    def day(self, *keys: str) -> date | None:
        """The day of the time, or the date, under these keys."""
        time = self.time(*keys)
        return time.at.date() if time else None

    def pairs(self) -> Iterator[tuple[str, str]]:
        """The keys of a mapping whose values are texts, in the file's order."""
        if isinstance(self.value, dict):
            for key in self.value:
                if self.text(key):
                    yield str(key), self.text(key)

    def _shown(self) -> str:
        if isinstance(self.value, (dict, list)):
            return "a list" if isinstance(self.value, list) else "a mapping"
        shown = " ".join(self.text().split()) or str(self.value).lower()
        return f"'{shown[:40]}'"
