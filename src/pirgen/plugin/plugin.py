"""The MkDocs plugin: what it does at each event of a build."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Literal

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from pirgen import pipeline
from pirgen.diagrams import Drawer
from pirgen.errors import PirgenError
from pirgen.model import Book
from pirgen.pages import FEED, Page, Settings
from pirgen.plugin import options
from pirgen.plugin.addresses import list_addresses
from pirgen.plugin.files import (
    Sources,
    add_files,
    links_from,
    place_and_date,
    site_files,
    take_names,
    withhold_sources,
)
from pirgen.plugin.findings import report
from pirgen.plugin.finished_pages import FinishedPages
from pirgen.plugin.live_book import LiveBook, LivePages
from pirgen.plugin.page import PirgenPage
from pirgen.plugin.preview import show_problems
from pirgen.plugin.progress import progress_bar
from pirgen.plugin.publishing import Publishing
from pirgen.plugin.readers import Readers, readers_of
from pirgen.plugin.site_search import SiteSearch
from pirgen.plugin.terminal import guard_log
from pirgen.reports.notice import marked
from pirgen.site.embedding import fill_blocks, find_blocks
from pirgen.site.files import stylesheets_of
from pirgen.source import Incidents
from pirgen.source.several import file_name, real_paths

log = get_plugin_logger("pirgen")


class PirgenPlugin(BasePlugin[options.PirgenConfig]):  # type: ignore[no-untyped-call]
    """Makes the pages of a site from its folder of incidents."""

    def __init__(self) -> None:
        self._drawer = Drawer()
        self._pages: dict[str, Page] = {}
        self._incidents: Incidents = Path()
        self._templates = Path()
        self._sources: Sources | None = None
        self._publishing = Publishing()
        self._is_mirrored = self.is_live = self._has_feed = False
        self.live: LiveBook | None = None
        self._added: list[File] = []
        self._is_published = InclusionLevel.is_included
        self._as_of = date.min
        self._readers = Readers(Book())
        self._search = SiteSearch()
        self._finished = FinishedPages(self._drawer.cache, self._publishing)
        self._notice = self.mount = ""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Keep this object, and with it what was drawn, from one build of a server to the next."""
        if command == "serve":  # which shows drafts too
            self._is_published = InclusionLevel.is_in_serve
        self._is_mirrored = not dirty  # a server too then has the last good site while a build fails

    @event_priority(1000)
    def _build_beside(self, config: MkDocsConfig) -> MkDocsConfig:
        """Have every plugin write beside the site, which is replaced when the build has succeeded."""
        guard_log()
        options.prepare_if_offline(config)
        if self.config.enabled and self._is_mirrored:
            self._publishing.begin(config)
        return config

    def _find_folders(self, config: MkDocsConfig) -> MkDocsConfig:
        """Find the folders, watch them, and put our stylesheets before the site's own."""
        root = Path(config.config_file_path or "mkdocs.yml").absolute().parent
        self._incidents = options.incidents_of(self.config, root)
        self._templates = root / (os.devnull if self.config.sandboxed else self.config.templates_dir)
        if not self.config.enabled:
            return config
        options.refuse_missing(self._incidents, root)
        self.mount = options.mount_for(self.config)
        self._as_of = options.day_to_judge_by(self.config, self._incidents)
        places = (*real_paths(self._incidents), self._templates)
        config.watch.extend(str(place) for place in places if place.is_dir())
        config.extra_css[:0] = [self.mount + path for path in stylesheets_of(self._templates)]
        return config

    on_config = CombinedEvent(_build_beside, _find_folders)

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Check, draw and write every page before MkDocs touches the site that is there."""
        if not self.config.enabled:
            return
        self._search = SiteSearch(self.mount)
        if not self._drawer.cache.is_on:
            self._drawer.cache = options.cache_for(self.config, self._incidents)  # pages are in it to the end
        try:
            if self.is_live:
                checked, settings = self._checked(config)
                self.live = LiveBook(checked, settings, self._incidents, self._drawer, self.config.audience)
            else:
                self._take({page.path: page for page in self._build(config)})
        except PirgenError as problem:
            raise PluginError(f"pirgen: {problem}") from problem

    @event_priority(60)
    def _add_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages and what belongs to them, early, so that other plugins find them."""
        if self.config.enabled and self._sources:
            withhold_sources(files, self._sources)
            ours = site_files(self._pages.values(), self._sources, config, self._publishing.leave)
            self._added = add_files(files, ours, self._is_published)
        return files

    @event_priority(-99)
    def _step_aside(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Take them out while static-i18n (-100) looks for translations, which they do not have."""
        self._added = [file for file in self._added if files.get_file_from_path(file.src_uri) is file]
        for file in self._added:
            files.remove(file)
        return files

    @event_priority(-101)
    def _come_back(self, files: Files, *, config: MkDocsConfig) -> Files:
        for file in self._added:
            files.append(file)
        return files

    on_files = CombinedEvent(_add_files, _step_aside, _come_back)

    @event_priority(-50)
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Name each page as the site does, place it under its folder's list, and date it by its file."""
        take_names(config.nav, files)
        place_and_date(files, self._sources, self._as_of)
        around = None if self.is_live else nav  # a preview has to fill every page
        self._finished = FinishedPages(self._drawer.cache, self._publishing, around)
        return nav

    @event_priority(-1000)
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Have the theme fill in no page that has not changed."""
        return self._finished.begin(files, config, env, (self._notice, self._has_feed))

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Find the places on the site's own pages where drawings of incidents belong."""
        if not self.config.enabled or "pirgen" not in markdown:
            return markdown
        source = page.file.src_uri
        return find_blocks(markdown, self._whole_pages, lambda said: log.warning("%s: %s", source, said))

    @event_priority(100)
    def _before_search(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Keep the labels of drawings, which the text has too, out of the search index."""
        if isinstance(page, PirgenPage):
            self._finished.look_up(page, may_leave=self._search.has_box)
            page.cut_drawings_out()
        return context

    @event_priority(-100)
    def _after_search(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        if isinstance(page, PirgenPage):
            page.put_drawings_back()
        elif self.config.enabled:
            page.content = fill_blocks(page.content or "", self._whole_pages, links_from(page, self._added))
        if self.config.enabled:
            self._search.add(page)
        if self._notice:
            page.content = marked("page.html", page.content or "", self._notice)
        return context

    on_page_context = CombinedEvent(_before_search, _after_search)

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Label the search dialog, link the feed, and finish the theme's frame."""
        if not self.config.enabled:
            return output
        framed = partial(self._search.framed, page=page, config=config, has_feed=self._has_feed)
        return self._search.note_box(self._finished.finished(page, output, framed))

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Link the incidents from the 404 page."""
        is_ours = template_name == "404.html" and self.config.enabled
        return self._search.linked(output_content, config, self._notice) if is_ours else output_content

    @event_priority(-100)
    def _write_search(self, *, config: MkDocsConfig) -> None:
        """Write the files of the search and those for assistants, after other plugins have written theirs."""
        self._finished.end()
        if self._sources:
            self._search.write(config, self._sources.book, self._drawer.cache, self._publishing)

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Show in the browser why a change could not be built."""
        if self.config.enabled:
            show_problems(server)
        return server

    @event_priority(-1000)
    def _publish(self, *, config: MkDocsConfig) -> None:
        """Publish what was built, after every plugin has written its part."""
        if self.config.enabled and self._is_mirrored:
            list_addresses(config, self.config.published_urls, self._readers.book, self._publishing.left)
            self._readers.refuse_leaks(Path(config.site_dir))
            self._publishing.finish()
        if not self.is_live:
            self.on_shutdown()

    def on_shutdown(self) -> None:
        """Keep what was made for later builds."""
        self._drawer.cache.close()

    on_post_build = CombinedEvent(_write_search, _publish)

    @event_priority(-1000)
    def on_build_error(self, *, error: Exception) -> None:
        """Leave the site as it was."""
        self._finished.end()
        self.on_shutdown()
        self._publishing.fail(error)

    def show_live_book(self) -> None:
        """Take over what a preview's book says now."""
        if self.live and self._sources:
            self._sources = replace(self._sources, book=self.live.book)

    def forget_searched(self) -> None:
        """Begin the search index of a preview again, before every page is made."""
        self._search = SiteSearch(self.mount)

    def show_live_pages(self) -> dict[str, Page]:
        """Take over which pages a preview has now, by their paths."""
        self.show_live_book()
        self._take(self.live.outlines() if self.live else {})
        return self._pages

    def _take(self, pages: dict[str, Page]) -> None:
        self._pages = pages
        self._has_feed = any(asset.path == FEED for page in pages.values() for asset in page.assets)

    @property
    def _whole_pages(self) -> Mapping[str, Page]:
        """The pages with their content, which a preview makes when it is asked for."""
        return LivePages(self.live) if self.live else self._pages

    def shown_name(self, file: str) -> str:
        """What messages call a file of the book."""
        written = self.config.incidents_dir
        return file_name(Path(written) if isinstance(written, str) else self._incidents, file)

    def _build(self, config: MkDocsConfig) -> tuple[Page, ...]:
        settings = self._checked(config)[1]  # texts and places are not held while pages are made
        self._publishing.remember(self._drawer.cache, may_leave=self._readers.held_back is None)
        with self._drawer as drawer, progress_bar("Drawing") as advance:
            return pipeline.build(self._readers.book, settings, drawer, advance)

    def _checked(self, config: MkDocsConfig) -> tuple[pipeline.Checked, Settings]:
        """The folder, read and judged, with what its readers may have and what the site decides."""
        report(checked := pipeline.check(self._incidents, self._as_of, self._drawer.cache), self.shown_name)
        self._readers = readers_of(checked.book, self.config.audience)
        return checked, self._settings(self._readers.book, config)

    def _settings(self, book: Book, config: MkDocsConfig) -> Settings:
        """What the site decides about the pages of a book."""
        self._notice = book.vocabulary.notice
        changes, commits = options.days_of_changes(self._incidents), self._readers.commits(self._incidents)
        self._sources = Sources(self._incidents, self._templates, book, changes, self.mount)
        known = replace(options.settings_of(self.config, config, self._incidents, self._as_of), commits=commits)
        return replace(known, templates=self._templates if self._templates.is_dir() else None, changes=changes)
