"""Words that no reader should meet; the guide's page on wording says what to write in their place."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PLACES = ("src/pirgen", "templates", "docs", "benchmarks", "README.md", "CONTRIBUTING.md", "SECURITY.md")
KINDS = {".py", ".html", ".md", ".js", ".css", ".yml", ".yaml"}
WORDS = re.compile(
    r"\bmend(?:s|ed|ing|able)?\b|\bbelongs? into\b|\breckoned\b|how-manieth|\banew\b|\bso many of\b"
    r"|\b(?:is|are) (?:said|told)\b|\bstands (?:in|at|on|behind|under|beside|where|there|before|between)\b"
    r"|\bslips? of the pen\b",
    re.IGNORECASE,
)
ABOUT_WORDS = {"docs/guide/wording.md"}


def files() -> list[str]:
    found = []
    for place in PLACES:
        path = ROOT / place
        inside = [path] if path.is_file() else sorted(path.rglob("*"))
        found += [each.relative_to(ROOT).as_posix() for each in inside if each.suffix in KINDS]
    return [name for name in found if name not in ABOUT_WORDS and "vendor" not in name]


def test_every_file_reads_as_plain_english() -> None:
    odd = []
    for name in files():
        lines = (ROOT / name).read_text(encoding="utf-8").split("\n")
        odd += [
            f"{name}:{number}: {line.strip()}" for number, line in enumerate(lines, 1) if WORDS.search(line)
        ]
    assert odd == []
