"""A book with a hostile text in every field that takes words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from tests.audience.books import FILES, PUBLIC
from tests.conftest import png, written

FIXED = {
    "id", "kind", "severity", "status", "services", "tags", "source", "marks", "url", "incident",
    "covers", "at", "until", "type", "priority", "created", "due", "done_on", "published", "audience",
    "category", "factor", "top", "eliminates", "reduces", "detects", "all", "any", "of", "tracker",
    "supports", "weakens", "condition", "role", "language", "day", "reported", "trigger_kind",
    "occurred", "under_review_by", "verdict", "gate", "from", "basis",
}  # fmt: skip
"""Keys whose values are words of a list, ids, days or links."""

LOG_COMMANDS = (
    "::error file=x,line=1::planted",
    "##[error]planted",
    "##vso[task.setvariable variable=x]planted",
    "##teamcity[message text='planted']",
    "=HYPERLINK(1)",
    "\N{RIGHT-TO-LEFT MARK}\N{ARABIC LETTER MARK}\N{TAG LATIN SMALL LETTER A}",
)
"""What a build server obeys, and unseen characters that scripts need: 'pirgen check' takes them for text."""

CONTROLS = (
    "\x1b[31mred\x1b[0m",
    "\x1b]0;planted\x07",
    "\x1b]8;;https://example.org\x1b\\link",
    "\x9b31m",
    "\x08\x08\x7f",
    "\N{RIGHT-TO-LEFT OVERRIDE}\N{RIGHT-TO-LEFT ISOLATE}",
    "\x85::error::planted",
    "\N{LINE SEPARATOR}::error::planted",
)
"""What a terminal obeys: 'pirgen check' refuses it, and shows it."""


def hostile_book(words: tuple[str, ...], between: str = " ") -> dict[str, str]:
    """The files, with all the words in each text, one after another with something between them."""
    added = between.join(("", *words, "the end"))
    return {
        name: yaml.safe_dump(
            _spoilt(yaml.load(text, Loader=yaml.CSafeLoader), added, ""), allow_unicode=False, sort_keys=False
        )
        for name, text in FILES.items()
        if name.endswith(".yaml")
    }


def _spoilt(value: Any, added: str, key: str) -> Any:
    if isinstance(value, dict):
        return {name: _spoilt(inner, added, str(name)) for name, inner in value.items()}
    if isinstance(value, list):
        return [_spoilt(inner, added, key) for inner in value]
    return value + added if isinstance(value, str) and key not in FIXED else value


def written_book(folder: Path, words: tuple[str, ...], between: str = " ") -> Path:
    """The book in a folder, with the files that its evidence names."""
    written(folder, hostile_book(words, between))
    (folder / PUBLIC / "graph.png").write_bytes(png(2, 2))
    (folder / PUBLIC / "canary-hidden.log").write_text("".join(words), encoding="utf-8")
    return folder
