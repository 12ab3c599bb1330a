"""Looks at what is installed: Python, the packages and Graphviz."""

from __future__ import annotations

import platform
import shutil
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec

from pirgen import __version__
from pirgen.cli.health.examination import Examination

__all__ = ["machine"]

_OLDEST = (3, 11)
_EXTRAS = {
    "documents": ("bs4", "mammoth", "markdownify", "openpyxl"),
    "draw": ("cssselect2", "tinycss2", "typst"),
    "mcp": ("mcp",),
}
"""The extras of the package for those who use it, and the modules that each brings."""


def machine() -> Iterator[Examination]:
    """What pirgen runs on."""
    yield Examination("pirgen", __version__)
    yield _python()
    yield from _packages()
    yield _graphviz()
    yield from _extras()


def _python() -> Examination:
    seen = f"{platform.python_version()} at {sys.executable}"
    needed = f"{_OLDEST[0]}.{_OLDEST[1]}"
    return Examination(
        "Python", seen, "" if sys.version_info >= _OLDEST else f"install Python {needed} or newer"
    )


def _packages() -> Iterator[Examination]:
    for name, first, end in (
        ("mkdocs", (1, 6, 1), (2,)),
        ("mkdocs-material", (9, 6), ()),
        ("click", (8, 4), ()),
    ):
        found = _version(name)
        numbers = tuple(int(part) for part in found.split(".") if part.isdigit())
        wanted = f"{name}>={'.'.join(map(str, first))}" + (f",<{end[0]}" if end else "")
        fits = bool(found) and numbers >= first and (not end or numbers < end)
        yield Examination(name, found or "not installed", "" if fits else f"pip install '{wanted}'")


def _graphviz() -> Examination:
    bundled, dot = find_spec("pygraphviz"), shutil.which("dot")
    if bundled:
        return Examination("Graphviz", f"pygraphviz {_version('pygraphviz')}")
    if dot:
        return Examination("Graphviz", f"the command {dot}")
    remedy = "pip install pygraphviz, or install Graphviz with your system's packages"
    return Examination("Graphviz", "none: fault trees show as outlines", remedy)


def _extras() -> Iterator[Examination]:
    for name, modules in _EXTRAS.items():
        is_there = all(find_spec(module) for module in modules)
        seen = "installed" if is_there else f"not installed; if you need it: pip install 'pirgen[{name}]'"
        yield Examination(f"extra '{name}'", seen)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
