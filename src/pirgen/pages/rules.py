"""The rules manual: every code that a check may print, why it matters, and an example of each kind."""

from __future__ import annotations

from pirgen.pages.page import Page
from pirgen.pages.press import About, Press
from pirgen.rules.catalogue import families

__all__ = ["page"]


def page(press: Press) -> Page:
    """The manual, made from the texts that the codes carry."""
    about = About("Rules", "What pirgen checks, and why.", in_navigation=True, hide=("navigation",))
    return press.page("rules.md", "rules.html", {"families": families()}, about)
