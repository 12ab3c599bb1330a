"""The guide's table of the plugin's options is made from the plugin."""

from __future__ import annotations

import os
from pathlib import Path

from pirgen.plugin.options import OPTIONS, PirgenConfig

PAGE = Path(__file__).parents[2] / "docs" / "guide" / "site.md"
MARK = "<!-- options: made from the plugin; PIRGEN_REWRITE=1 make test writes it -->\n"
END = "<!-- /options -->"


def test_every_option_has_a_meaning() -> None:
    known = [name for name, _ in PirgenConfig()._schema]
    assert sorted(OPTIONS) == sorted(known)


def test_the_options_are_those_of_the_plugin() -> None:
    rows = [f"| `{name}` | {default} | {meaning} |" for name, (default, meaning) in OPTIONS.items()]
    table = "\n".join(["", "| option | default | meaning |", "|---|---|---|", *rows, "", ""])
    text = PAGE.read_text(encoding="utf-8")
    start, end = text.index(MARK) + len(MARK), text.index(END)
    if os.environ.get("PIRGEN_REWRITE"):
        PAGE.write_text(text[:start] + table + text[end:], encoding="utf-8", newline="\n")
    assert text[start:end] == table
