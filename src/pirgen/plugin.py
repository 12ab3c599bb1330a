"""Door two: MkDocs. Hands the pages over as virtual files; the only module that imports mkdocs."""

from __future__ import annotations

import errno
import os
import posixpath
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from html import escape
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

import click
from mkdocs.config import config_options as option
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils import get_relative_url
from mkdocs.utils.templates import TemplateContext

from pirgen import history, pipeline
from pirgen.diagnostics import Level, headline, render_text, summary
from pirgen.diagrams import Drawer
from pirgen.errors import PirgenError, refused
from pirgen.pages import FEED, Page, Settings, builtin_folder, complete

log = get_plugin_logger("pirgen")

UNUSABLE = 2
"""The exit code where the site could not be written or shown."""

AS_OF_VARIABLE = "PIRGEN_AS_OF"
"""The environment's word on the day to judge by; it goes before the option of mkdocs.yml."""

_HISTORIES = {
    "github": "commits/HEAD",
    "gitlab": "-/commits/HEAD",
    "bitbucket": "history-node/HEAD",
    "codeberg": "commits/branch/main",
}
"""Where the hosts of repositories show the history of a file."""

_UNNAMED_SEARCH = re.compile(
    r'(<div class="md-search" data-md-component="search" role="dialog")(>.*?name="query" aria-label=")([^"]*)"',
    re.DOTALL,
)

_LOST = (
    '<p class="pirgen">There is no page at this address. The address of an incident is the name of its folder,'
    ' which may have changed: look through <a href="{}">all incidents</a>, or search.</p>'
)

_LONG_BUILD = 60
"""How many drawings make a build long enough for a progress bar."""


def run() -> None:
    """MkDocs' own command line, which says in one line what the computer refuses."""
    from mkdocs.__main__ import cli

    try:
        cli(prog_name="pirgen")
    except (OSError, OverflowError) as problem:  # a port beyond 65535 overflows
        click.echo(f"pirgen: {_refused(problem)}", err=True)
        sys.exit(UNUSABLE)


def _refused(problem: OSError | OverflowError) -> str:
    another = "choose another with: pirgen serve --dev-addr 127.0.0.1:8001"
    if not isinstance(problem, OSError):
        return f"cannot serve there: {problem}; {another}"
    said = refused(problem)
    return f"{said}; {another}" if problem.errno in (errno.EADDRINUSE, errno.EADDRNOTAVAIL) else said


class PirgenConfig(Config):  # type: ignore[no-untyped-call]  # mkdocs types only some of it
    """The options of ``plugins: - pirgen:`` in mkdocs.yml; folders are relative to that file."""

    enabled = option.Type(bool, default=True)
    incidents_dir = option.Type(str, default="incidents")
    templates_dir = option.Type(str, default="templates")
    as_of = option.Optional(option.Type((str, date)))
    history_url = option.Optional(option.Type(str))


class PirgenPlugin(BasePlugin[PirgenConfig]):  # type: ignore[no-untyped-call]
    """Makes the pages of a site from its folder of incidents."""

    def __init__(self) -> None:
        self._drawer = Drawer()
        self._pages: dict[str, Page] = {}
        self._incidents = Path()
        self._templates = Path()
        self._attachments: list[str] = []
        self._as_of = date.min
        self._has_feed = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Keep this object between the builds of a server, and with it what was drawn."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Find the folders, watch them, and put our stylesheets before the site's own."""
        root = Path(config.config_file_path or "mkdocs.yml").absolute().parent
        self._incidents = root / self.config.incidents_dir
        self._templates = root / self.config.templates_dir
        if not self.config.enabled:
            return config
        if not self._incidents.is_dir():
            raise PluginError(
                f"pirgen: there is no folder '{self.config.incidents_dir}' beside {config.config_file_path}; "
                'make the first incident with: pirgen new "What users saw"'
            )
        self._as_of = _as_of(os.environ.get(AS_OF_VARIABLE) or self.config.as_of, self._incidents)
        folders = (self._incidents, self._templates)
        config.watch.extend(str(folder) for folder in folders if folder.is_dir())
        sheets = [name for name in _assets(self._templates) if name.endswith(".css")]
        config.extra_css[:0] = [f"assets/pirgen/{name}" for name in sheets]
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Check, draw and write every page before MkDocs touches the site that is there."""
        if not self.config.enabled:
            return
        try:
            self._pages = {page.path: page for page in self._build(config)}
            self._has_feed = any(asset.path == FEED for page in self._pages.values() for asset in page.assets)
        except PirgenError as problem:
            raise PluginError(f"pirgen: {problem}") from problem

    @event_priority(-50)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages and their stylesheets; a page that the site wrote itself stands."""
        if not self.config.enabled:
            return files
        for page in self._pages.values():
            if files.get_file_from_path(page.path):
                log.info("'%s' is the site's own; pirgen's page of that name is left out", page.path)
            else:
                files.append(self._file(page, config))
            for extra in page.assets:
                if not files.get_file_from_path(extra.path):
                    files.append(File.generated(config, extra.path, content=extra.text))
        for name, source in _assets(self._templates).items():
            files.append(File.generated(config, f"assets/pirgen/{name}", abs_src_path=str(source)))
        for name in self._attachments:
            files.append(File.generated(config, f"incidents/{name}", abs_src_path=str(self._incidents / name)))
        return files

    @event_priority(-50)
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Give each page of a folder the parent of the folder's list, so that tabs know where it stands.

        Every page is dated by the day that the site is judged by, not by the clock: the same sitemap any day.
        """
        for file in files.documentation_pages():
            if isinstance(file.page, _PirgenPage) and file.page.parent is None:
                listing = files.get_file_from_path(f"{posixpath.dirname(file.src_uri)}/index.md")
                file.page.parent = listing.page.parent if listing and listing.page else None
            if file.page and "SOURCE_DATE_EPOCH" not in os.environ:
                file.page.update_date = self._as_of.isoformat()
        return nav

    @event_priority(-100)
    def on_page_context(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Put the drawings in, now that the search index has the text without their labels."""
        if isinstance(page, _PirgenPage):
            page.content = complete(page.ours)
        return context

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Name the theme's search dialog, which has no name to be read out, and tell readers of the feed."""
        named = _with_named_search(output)
        if not self._has_feed:
            return named
        link = f'<link rel="alternate" type="application/atom+xml" href="{get_relative_url(FEED, page.url)}">'
        return named.replace("</head>", f"{link}</head>", 1)

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Let the page for an address that is none say where to go on."""
        if template_name != "404.html" or not self.config.enabled:
            return output_content
        root = urlsplit(config.site_url or "/").path.rstrip("/")
        listing = f"{root}/incidents/{'' if config.use_directory_urls else 'index.html'}"
        return _with_named_search(output_content).replace("</h1>", f"</h1>{_LOST.format(escape(listing))}", 1)

    def _build(self, config: MkDocsConfig) -> tuple[Page, ...]:
        checked = pipeline.check(self._incidents, self._as_of)
        self._report(checked)
        self._attachments = sorted(checked.book.attachments)
        settings = Settings(
            as_of=self._as_of,
            directory_urls=config.use_directory_urls,
            templates=self._templates if self._templates.is_dir() else None,
            incidents=self._shown_folder(),
            history_url=self._history_url(config),
            changes=history.changes(self._incidents),
            site_url=f"{config.site_url.rstrip('/')}/" if config.site_url else "",
            site_name=config.site_name,
        )
        with self._drawer as drawer, _progress("Drawing") as progress:
            return pipeline.build(checked.book, settings, drawer, progress)

    def _shown_folder(self) -> str:
        """The folder of incidents as authors know it; where it lies on this machine is on no page."""
        folder = Path(self.config.incidents_dir)
        return folder.name if folder.is_absolute() else folder.as_posix()

    def _history_url(self, config: MkDocsConfig) -> str:
        """Where a file's history is shown: as set, else by the custom of the repository's host."""
        if self.config.history_url is not None:
            return self.config.history_url
        host = urlsplit(config.repo_url or "").hostname or ""
        custom = next((path for name, path in _HISTORIES.items() if name in host), "")
        if not custom or not config.repo_url:
            return ""
        place = history.path_in_repository(self._incidents)
        folder = f"{self.config.incidents_dir}/" if place is None else place
        return f"{config.repo_url.rstrip('/')}/{custom}/{folder}{{path}}"

    def _report(self, checked: pipeline.Checked) -> None:
        """Say everything that is wrong, and stop before anything is written if it is an error."""
        prefix = f"{self.config.incidents_dir}/"
        if checked.has_errors:
            text = render_text(checked.diagnostics, checked.texts, prefix)
            raise PluginError(f"pirgen: nothing was built: {summary(checked.diagnostics)}\n\n{text}")
        for diagnostic in checked.diagnostics:
            say = log.warning if diagnostic.level is Level.WARNING else log.info
            say("%s", headline(diagnostic, prefix))

    def _file(self, page: Page, config: MkDocsConfig) -> File:
        inclusion = InclusionLevel.INCLUDED if page.in_navigation else InclusionLevel.NOT_IN_NAV
        file = File.generated(config, page.path, content="", inclusion=inclusion)
        if page.source:
            file.edit_uri = Path(os.path.relpath(self._incidents / page.source, config.docs_dir)).as_posix()
        file.page = _PirgenPage(page, file, config)
        return file


def _as_of(written: object, incidents: Path) -> date:
    """The day to judge by: as written, else the one that the folder's history gives."""
    if written is None:
        return history.as_of(incidents)
    try:
        return written if isinstance(written, date) else date.fromisoformat(str(written))
    except ValueError as problem:
        raise PluginError(f"pirgen: as_of: '{written}' is not a date such as 2026-03-31") from problem


class _PirgenPage(MkDocsPage):
    """A page whose content is ready: MkDocs neither reads nor converts anything."""

    def __init__(self, ours: Page, file: File, config: MkDocsConfig) -> None:
        self.ours = ours
        self._has_tabs = "navigation.tabs" in (config.theme.get("features") or ())
        super().__init__(escape(ours.title, quote=False), file, config)
        if not ours.source:
            self.edit_url = None

    @property
    def is_index(self) -> bool:
        """Whether the theme may make it the head of its section, whose list then does without it."""
        return super().is_index and (self.parent is None or self.parent.children[0] is self)

    def read_source(self, config: MkDocsConfig) -> None:
        """Say what a page's front matter would; the theme prints it as it is, so it is escaped here."""
        self.markdown = ""
        self.meta: dict[str, Any] = {"title": escape(self.ours.title, quote=False)}
        if self.ours.description:
            self.meta["description"] = escape(self.ours.description)
        if hidden := self._hidden():
            self.meta["hide"] = hidden
        if not self.ours.in_search:
            self.meta["search"] = {"exclude": True}

    def _hidden(self) -> list[str]:
        """What the theme leaves out around this page, which is never the only way to the other pages."""
        parts = {"lone-navigation": "" if self.parent else "navigation"}
        hidden = [parts.get(part, part) for part in self.ours.hide]
        return [part for part in hidden if part and (self._has_tabs or part != "navigation")]

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Take over the content and its headings, still without drawings."""
        self.content = self.ours.html
        self.toc = _contents(self.ours)
        self.present_anchor_ids = {heading.id for heading in self.ours.headings}


def _with_named_search(html: str) -> str:
    return _UNNAMED_SEARCH.sub(r'\1 aria-label="\3"\2\3"', html, count=1)


def _contents(page: Page) -> TableOfContents:
    """The page's headings, third level under second."""
    top: list[AnchorLink] = []
    for heading in page.headings:
        link = AnchorLink(escape(heading.text), heading.id, heading.level)
        (top[-1].children if heading.level > 2 and top else top).append(link)
    return TableOfContents(top)


def _assets(templates: Path) -> dict[str, Path]:
    """The files of ``assets/`` by their path in it; the site's own replaces the built-in one of that path."""
    found: dict[str, Path] = {}
    for folder in (builtin_folder() / "assets", templates / "assets"):
        files = [path for path in folder.rglob("*") if path.is_file()]
        found |= {path.relative_to(folder).as_posix(): path for path in files}
    return dict(sorted(found.items()))


@contextmanager
def _progress(label: str) -> Iterator[pipeline.Progress | None]:
    """A bar while a long build draws, where somebody is watching a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    bar: Any = None

    def advance(done: int, total: int) -> None:
        nonlocal bar
        if total >= _LONG_BUILD and bar is None:
            bar = click.progressbar(length=total, label=label, file=sys.stderr)
            bar.__enter__()
        if bar is not None:
            bar.update(1)

    try:
        yield advance
    finally:
        if bar is not None:
            bar.__exit__(None, None, None)
