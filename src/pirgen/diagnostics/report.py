"""What a check found, whole, ready to be shown in any form; and what an author has waived."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from pirgen.diagnostics.diagnostic import Diagnostic, Explanation, Place, Related


@dataclass(frozen=True, slots=True)
class Waived:
    """A finding that its author allows, for a reason that a comment at ``place`` gives."""

    finding: Diagnostic
    reason: str
    place: Place


@dataclass(frozen=True)
class Report:
    """What a check found; files are named as the form that shows it needs them.

    ``scope`` says what was checked, such as ``incidents: 14 incidents``. ``since`` is the revision whose
    findings are left out, if any. ``rules_url`` is the page that explains every code, if a site has one.
    """

    found: tuple[Diagnostic, ...]
    waived: tuple[Waived, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    explanations: Mapping[str, Explanation] = field(default_factory=dict)
    scope: str = ""
    as_of: date | None = None
    since: str = ""
    rules_url: str = ""

    def url_of(self, code: str) -> str:
        """The page that explains a code, or an empty string."""
        return f"{self.rules_url}#{code.lower()}" if self.rules_url else ""

    def named(self, name: Callable[[str], str]) -> Report:
        """The same with other names of files, each made from the one that it has."""
        names = cache(name)  # a file has many findings
        return replace(
            self,
            found=tuple(_finding_named(names, finding) for finding in self.found),
            waived=tuple(
                Waived(_finding_named(names, each.finding), each.reason, _place_named(names, each.place))
                for each in self.waived
            ),
            texts={names(file): text for file, text in self.texts.items()},
        )


def joined(reports: Iterable[Report]) -> Report:
    """One report of several folders; their files have different names."""
    first, *others = reports
    for other in others:
        first = replace(
            first,
            found=first.found + other.found,
            waived=first.waived + other.waived,
            texts={**first.texts, **other.texts},
            scope=f"{first.scope}, {other.scope}",
        )
    return first


def advice(finding: Diagnostic) -> list[tuple[str, str]]:
    """What follows a finding's message, by name: what was expected, the near miss, the hint."""
    named = (("expected", finding.expected), ("did you mean", finding.near), ("hint", finding.hint))
    return [(name, text) for name, text in named if text]


def message_lines(finding: Diagnostic) -> list[str]:
    """A finding in full, for forms that show no source: the message, and each advice on a line."""
    return [finding.message, *(f"{name}: {text}" for name, text in advice(finding))]


def _finding_named(name: Callable[[str], str], finding: Diagnostic) -> Diagnostic:
    related = tuple(Related(_place_named(name, other.place), other.message) for other in finding.related)
    return replace(finding, place=_place_named(name, finding.place), related=related)


def _place_named(name: Callable[[str], str], place: Place) -> Place:
    return Place(name(place.file), place.span)
