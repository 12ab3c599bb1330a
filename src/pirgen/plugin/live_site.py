"""The site of a preview: MkDocs' own objects, made once, and pages made one by one with its own functions."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.commands.build import _build_page, _build_theme_template, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page as MkDocsPage

from pirgen.plugin.page import PirgenPage


class LiveSite:
    """The site of a preview: MkDocs' own objects, and which of its pages are made already."""

    def __init__(self, load: Callable[[], MkDocsConfig], root: str) -> None:
        self._load = load
        self._root = root
        self.lock = threading.RLock()
        self._made: set[str] = set()
        self.set_up()

    def set_up(self) -> None:
        """Read the configuration, the files and the navigation, as a build does; make no page."""
        config = self._load()
        plugin: Any = config.plugins["pirgen"]
        plugin.is_live = True
        self.plugin = plugin
        config.plugins.on_startup(command="serve", dirty=True)
        config = config.plugins.on_config(config)
        config.plugins.on_pre_build(config=config)
        self.config = config
        self.arrange()

    def arrange(self) -> None:
        """Make the files and the navigation for the pages that there are now."""
        pages = self.plugin.show_live_pages()
        files = get_files(self.config)
        env = self.config.theme.get_env()
        files.add_files_from_theme(env, self.config)
        files = self.config.plugins.on_files(files, config=self.config)
        set_exclusions(files, self.config)
        nav = get_navigation(files, self.config)
        self.nav: Navigation = self.config.plugins.on_nav(nav, config=self.config, files=files)
        for file in files.documentation_pages(inclusion=InclusionLevel.is_in_serve):
            if file.page is None:
                MkDocsPage(None, file, self.config)
        self.env: Environment = self.config.plugins.on_env(env, config=self.config, files=files)
        self.files: Files = files
        self._by_address = {file.dest_uri: file for file in files}
        self._owners = {
            self.plugin.mount + asset.path: path for path, page in pages.items() for asset in page.assets
        }
        files.copy_static_files(inclusion=InclusionLevel.is_in_serve)
        for template in self.config.theme.static_templates:
            _build_theme_template(template, env, files, self.config, self.nav)
        self._made.clear()

    def forget_pages(self) -> None:
        """Make every page again when it is asked for."""
        self.plugin.show_live_book()
        self._made.clear()

    def make(self, address: str) -> None:
        """Have the file of an address on the disk as it is to be now."""
        with self.lock:
            if owner := self._owners.get(address):
                self._make_assets(owner)
            file = self._by_address.get(address)
            if file is None or not file.is_documentation_page() or address in self._made:
                return
            self._make_page(file)
            self._made.add(address)

    def make_all(self, is_wanted: Callable[[], bool]) -> bool:
        """Make every page, for what is written from all of them; False if it was no longer wanted."""
        _clear_search(self.config)
        self.plugin.forget_searched()
        for file in self.files.documentation_pages(inclusion=InclusionLevel.is_in_serve):
            if not is_wanted():
                return False
            with self.lock:
                self._make_page(file)
                self._made.add(file.dest_uri)
        with self.lock:
            self.config.plugins.on_post_build(config=self.config)
        return True

    def _make_page(self, file: File) -> None:
        page = file.page
        assert page is not None
        if isinstance(page, PirgenPage):
            ours = self.plugin.live.page(page.ours.path)
            if ours is None:
                return
            page.show(ours)
        documents = self.files.documentation_pages(inclusion=InclusionLevel.is_in_serve)
        _populate_page(page, self.config, self.files)
        excluded = file.inclusion in (InclusionLevel.EXCLUDED, InclusionLevel.DRAFT)
        _build_page(page, self.config, documents, self.nav, self.env, excluded=excluded)

    def _make_assets(self, owner: str) -> None:
        page = self.plugin.live.page(owner)
        for asset in page.assets if page else ():
            path = Path(self._root, self.plugin.mount + asset.path)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(asset.text, encoding="utf-8", newline="\n")


def _clear_search(config: MkDocsConfig) -> None:
    """Empty the search index, which the theme's plugin only ever adds to."""
    for name in ("search", "material/search"):
        index = getattr(config.plugins.get(name), "search_index", None)
        for entries in (getattr(index, "entries", None), getattr(index, "_entries", None)):
            if isinstance(entries, list):
                entries.clear()
