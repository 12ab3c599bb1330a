"""The rules manual: every code that a check may print, why it matters, and an example of each kind."""

from __future__ import annotations

from pirgen.diagnostics import Explanation
from pirgen.pages.page import Page
from pirgen.pages.press import About, Press
from pirgen.rules import FAMILIES
from pirgen.source import READING_CODES

__all__ = ["page"]


def page(press: Press) -> Page:
    """The manual, made from the texts that the rules carry."""
    about = About("Rules", "What pirgen checks, and why.", in_navigation=True, hide=("navigation",))
    return press.page("rules.md", "rules.html", {"families": _families()}, about)


def _families() -> list[tuple[str, tuple[Explanation, ...]]]:
    files = [code for code in READING_CODES if code.code < "PIR1"]
    form = [code for code in READING_CODES if code.code >= "PIR1"]
    rules = [(title, tuple(rule.explanation for rule in family)) for title, family in FAMILIES]
    return [("Files", tuple(files)), ("Form", tuple(form)), *rules]
