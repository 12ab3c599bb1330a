"""Addresses: from page to page within the site, and which ones out of it are safe to print."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from functools import lru_cache

from pirgen.wording.slugs import unlike_slugs

__all__ = ["address", "anchors", "part_of", "paths_of", "relative", "shown", "web"]

_WEB = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x20\x7f]+", re.IGNORECASE)


@lru_cache(maxsize=1 << 14)
def address(path: str, directory_urls: bool) -> str:
    """Where the page of a source path lies in the site: ``actions.md`` at ``actions/`` or ``actions.html``."""
    if not path.endswith(".md"):
        return path
    folder, name = posixpath.split(path.removesuffix(".md"))
    if not directory_urls:
        return f"{path.removesuffix('.md')}.html"
    return f"{folder}/" * bool(folder) if name == "index" else f"{posixpath.join(folder, name)}/"


def relative(page: str, target: str, directory_urls: bool) -> str:
    """The link on ``page`` that leads to ``target``, a source path with or without a query and a fragment."""
    path, mark, rest = _parted(target)
    if mark == "#" and path in ("", page):
        return f"#{rest}"
    start = address(page, directory_urls).split("/")[:-1]
    goal = address(path, directory_urls).split("/")
    shared = 0
    while shared < min(len(start), len(goal) - 1) and start[shared] == goal[shared]:
        shared += 1
    way = "../" * (len(start) - shared) + "/".join(goal[shared:])
    return f"{way or './'}{mark}{rest}"


def _parted(target: str) -> tuple[str, str, str]:
    """A target as its path, the mark that ends it, and what comes after: ``?`` comes before any ``#``."""
    path, mark, rest = target.partition("?")
    return (path, mark, rest) if mark and "#" not in path else target.partition("#")


def part_of(target: str) -> str:
    """The part of the site that a page is in: ``actions`` of ``actions.md`` and ``actions/x.md``."""
    return _parted(target)[0].partition("/")[0].partition(".")[0]


def web(url: str) -> str:
    """The address if it is an absolute one that a reader may follow, else nothing."""
    return url if _WEB.fullmatch(url) else ""


def paths_of(folder: str, names: Iterable[str]) -> dict[str, str]:
    """A page in a folder for each name; names whose slugs are alike get a number, in the names' order."""
    return {name: f"{folder}/{unlike}.md" for name, unlike in unlike_slugs(names, "index").items()}


def anchors(prefix: str, names: Iterable[str]) -> dict[str, str]:
    """An anchor for each name, no two alike: ``owner-a-b`` for ``a & b`` and ``owner-a-b-2`` for ``a b``."""
    return {name: f"{prefix}-{unlike}" for name, unlike in unlike_slugs(names).items()}


def shown(url: str) -> str:
    """An address as words: its host and path without what a reader does not need."""
    return re.sub(r"^(?:https?://(?:www\.)?|mailto:)|/?(?:[?#].*)?$", "", url)
