"""Pages as they leave the theme, kept by the cache, so that one that has not changed is not filled in again.

The key of a page has in it all that a theme may show of it and of the site around it. Where that cannot be
told, because another plugin has a hand in the pages or something in the configuration is not plain data, none
is kept.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, DictLoader, Environment
from mkdocs.commands.build import _build_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page as MkDocsPage

from pirgen.cache import Cache, OpaqueError, ValueDigests, digest, in_parts, key_of, shared
from pirgen.pages.page import LaterPage
from pirgen.pages.templates import QuickContext
from pirgen.plugin.page import PirgenPage, are_alone
from pirgen.plugin.publishing import Publishing

__all__ = ["FinishedPages"]

_TEMPLATE = "pirgen-finished-page.html"
_CONTENT = "{% if not page.is_finished %}{% include 'main.html' %}{% endif %}"
"""The template of a page that was finished before, and what is in it."""

_CONTENT_HERE = "<!--pirgen:content-->"
"""Stands for the content of a page while its frame is finished."""

_BEGINNING = 200
"""By so many letters a content is found in its frame, and then compared, which is quicker than a search."""

_AT_ONCE = 20
"""How many pages another process fills in before it says so."""

_KNOWN_THEMES = frozenset(("material", "mkdocs", "readthedocs"))
"""Themes that come with packages whose versions are part of every key."""

_PAGE_EVENTS = (
    *("env", "nav", "pre_page", "page_read_source", "page_markdown", "page_content", "page_context"),
    *("post_page", "pre_template", "template_context"),
)
_ELSEWHERE = frozenset(
    (
        *("config_file_path", "docs_dir", "site_dir", "theme", "plugins", "hooks", "watch"),
        *("draft_docs", "exclude_docs", "not_in_nav"),
    )
)
"""What a page does not show, or what is in the key in another way."""

_OTHER_PAGES = re.compile(rb"\b(?:pages|build_date_utc|now|site_dir|docs_dir|config_file_path)\b")
"""What templates of a site's own may ask for that no key has."""

_Pages = Generator[PirgenPage, None, None]


def _none() -> _Pages:
    yield from ()


class FinishedPages:
    """Which pages of a build were finished before."""

    def __init__(self, cache: Cache, publishing: Publishing, nav: Navigation | None = None) -> None:
        self._cache = cache
        self._publishing = publishing
        self._nav = nav
        self._keys: dict[str, str] = {}
        self._found = ""
        self._save: Callable[[Mapping[str, bytes]], None] = cache.save
        self._turns = _none()
        self._waiting: set[str] = set()
        self._written: set[str] = set()

    def begin(self, files: Files, config: MkDocsConfig, env: Environment, more: object = ()) -> Environment:
        """The theme, which passes over the pages that were finished before.

        ``more`` is what else is put into every page after the theme.
        """
        nav = self._nav
        frame = _frame(config, nav, more) if self._cache.is_on and nav else None
        if frame is None or nav is None:
            return env
        pages = [file.page for file in files.documentation_pages() if isinstance(file.page, PirgenPage)]
        self._keys = {page.file.src_uri: _key(page, frame) for page in pages}
        known = self._cache.has(self._keys.values())
        for page in pages:
            page.is_finished = self._keys[page.file.src_uri] in known
            page.meta["template"] = _TEMPLATE
        env.context_class = QuickContext
        env.loader = ChoiceLoader([DictLoader({_TEMPLATE: _CONTENT}), *([env.loader] if env.loader else [])])
        if self._publishing.is_beside:
            every = files.documentation_pages()
            build = partial(_build_page, config=config, doc_files=every, nav=nav, env=env)
            self._share([page for page in pages if not page.is_finished], build)
        return env

    def _share(self, new: Sequence[PirgenPage], build: Callable[[PirgenPage], None]) -> None:
        """Have other processes fill in and write pages from the back."""

        def mark(part: Sequence[PirgenPage]) -> str:
            return key_of("written", part[0].file.abs_dest_path, part[0].file.dest_uri)

        def here(part: Sequence[PirgenPage]) -> _Pages:
            if self._cache.has([mark(part)]):
                self._written |= {page.file.src_uri for page in part}
            yield from part

        def elsewhere(part: Sequence[PirgenPage]) -> _Pages:
            self._turns, finished = _none(), dict[str, bytes]()
            self._save = lambda entries: finished.update(entries)
            for page in part:
                build(page)
                yield page
            self._cache.save({**finished, mark(part): b""})

        self._turns = shared(in_parts(new, _AT_ONCE), here, self._cache, elsewhere)
        self._waiting = {page.file.src_uri for page in new}

    def end(self) -> None:
        """Nobody helps any more."""
        self._turns.close()

    def look_up(self, page: PirgenPage, may_leave: bool) -> None:
        """Look a page up that was finished before; one that the cache has lost since is made after all.

        One that the site has already is left there, where it may.
        """
        name = page.file.src_uri
        for each in self._turns if name in self._waiting else ():
            self._waiting.discard(each.file.src_uri)
            if each is page:
                break
        key = self._keys.get(name, "")
        page.is_left = bool(key) and self._publishing.leave(page.file.dest_uri, key) and may_leave
        if name in self._written:
            page.is_finished = page.is_left = True
        elif page.is_finished and not page.is_left:
            frame = json.loads(self._cache.load([key]).get(key, b"[]"))
            self._found = page.whole().join(frame)
            page.is_finished = bool(frame)
        self._publishing.passes_over |= page.is_left

    def finished(self, page: MkDocsPage, output: str, finish: Callable[[str], str]) -> str:
        """The page that was just looked up, if it was finished before, else finished now and kept.

        It is empty where it is left in the site, so that MkDocs writes none.
        """
        if isinstance(page, PirgenPage) and page.is_finished:
            return "" if page.is_left else self._found
        key = self._keys.get(page.file.src_uri)
        content = (page.content if key else "") or ""
        start = output.find(content[:_BEGINNING])
        if not key or not content or not output.startswith(content, start):
            return finish(output)
        shell = f"{output[:start]}{_CONTENT_HERE}{output[start + len(content) :]}"
        frame = finish(shell).split(_CONTENT_HERE, 1)
        self._save({key: json.dumps(frame).encode()})
        return content.join(frame)


def _frame(config: MkDocsConfig, nav: Navigation, more: object) -> str | None:
    """A digest of what every page shows of its site; None where that is not known."""
    if not are_alone(config, *_PAGE_EVENTS):
        return None
    theme = config.theme
    own = _files_in(theme.custom_dir) if theme.custom_dir else {}
    if theme.name not in _KNOWN_THEMES or any(_OTHER_PAGES.search(text) for text in own.values()):
        return None
    settings = {name: value for name, value in config.items() if name not in _ELSEWHERE}
    options = {name: plugin.config for name, plugin in config.plugins.items()}
    shown = {name: theme[name] for name in theme if name != "locale"}
    marks = {name: digest(text) for name, text in own.items()}
    try:
        return ValueDigests(by_name=True).digest(
            (settings, options, theme.name, str(theme.locale), shown, marks, list(_items(nav.items)), more)
        )
    except OpaqueError:
        return None


def _files_in(folder: str) -> dict[str, bytes]:
    paths = sorted(path for path in Path(folder).rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths}


def _key(page: PirgenPage, frame: str) -> str:
    """Of all that a theme may show of a page."""
    ours = page.ours
    content = ours.key if isinstance(ours, LaterPage) else digest(ours.html, repr(dict(ours.figures)))
    near = [_named(each) for each in (page.previous_page, page.next_page, *page.ancestors)]
    said = (page.title, page.url, page.meta, page.edit_url, page.canonical_url, page.update_date)
    headings = [(each.id, each.text, each.level) for each in ours.headings]
    kind = (page.is_homepage, page.file.inclusion.name)
    return key_of("finished", frame, ours.path, content, repr((said, near, headings, kind)))


def _items(items: Iterable[Any]) -> Iterator[Any]:
    """What a theme may show of the navigation."""
    for item in items:
        yield _named(item)
        if isinstance(item, Section):
            yield list(_items(item.children))


def _named(item: Any) -> tuple[Any, ...]:
    if item is None:
        return ()
    if isinstance(item, MkDocsPage):
        return item.title, item.url, item.is_index, item.meta
    return (item.title, item.url) if isinstance(item, Link) else (item.title,)
