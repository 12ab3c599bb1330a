"""``pirgen serve``: a preview that makes a page when a browser asks for it.

MkDocs makes every page after every change. Here its configuration, files and navigation are made once, by its
own functions; a saved YAML file changes the book, and the next request makes the page that it asks for. What
reads the whole book, the slow rules and the search index, follows in the background.
"""

from __future__ import annotations

import logging
import os
import posixpath
import shutil
import tempfile
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import watchdog.events
import watchdog.observers
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer, _serve_url, _timestamp
from mkdocs.plugins import get_plugin_logger

from pirgen.diagnostics import Level, Report, headline, render_text
from pirgen.plugin.live_site import LiveSite
from pirgen.plugin.preview import Problems, show_problems

log = get_plugin_logger("pirgen")

PAGE_BY_PAGE = frozenset(
    {"search", "material/search", "pirgen", "minify", "glightbox", "redirects", "macros", "open-in-new-tab",
     "exclude", "awesome-nav", "awesome-pages", "literate-nav", "section-index"}
)  # fmt: skip
"""Plugins with which pages may be made one by one; others want to see every page first."""

_CHANGES = (
    watchdog.events.EVENT_TYPE_CREATED,
    watchdog.events.EVENT_TYPE_MODIFIED,
    watchdog.events.EVENT_TYPE_DELETED,
    watchdog.events.EVENT_TYPE_MOVED,
)
"""What changes a file; to open and read one, which we do ourselves, is no change."""

_IDLE = 3.0
"""How many seconds nobody saves or asks before every page is made for the search index."""


def what_needs_whole_builds(config: MkDocsConfig) -> list[str]:
    """What in a configuration, if anything, needs every page to be made after every change."""
    plugin = config.plugins.get("pirgen")
    if plugin is None or not plugin.config.enabled:
        return ["a site without pirgen's pages"]
    others = [f"the plugin '{name}'" for name in config.plugins if name not in PAGE_BY_PAGE | set(config.hooks)]
    return [*others, *(f"the hook '{name}'" for name in config.hooks)]


class LiveServer(LiveReloadServer):
    """MkDocs' server, with pages made on request and the system's own notices of changes."""

    def __init__(self, site: LiveSite, host: str, port: int, root: str, mount_path: str, poll: bool) -> None:
        super().__init__(self._rebuild, host, port, root, mount_path)
        self._site = site
        self.problems = Problems()
        self._changed: set[str] = set()
        self._last_use = time.monotonic()
        self._generation = 0
        self._reported: set[str] = set()
        self._is_over = threading.Event()
        if not poll:
            self.observer: Any = watchdog.observers.Observer()
        self.build_delay = 0.05

    def watch(self, path: str, func: None = None, *, recursive: bool = True) -> None:
        """Watch a path for changes; reading it is none."""
        path = os.path.abspath(path)
        if path in self._watched_paths:
            return
        self._watched_paths[path] = 1
        handler = watchdog.events.FileSystemEventHandler()
        handler.on_any_event = self._notice  # type: ignore[method-assign]
        self._watch_refs[path] = self.observer.schedule(handler, path, recursive=recursive)

    def _notice(self, event: watchdog.events.FileSystemEvent) -> None:
        names = (os.fsdecode(event.src_path), os.fsdecode(event.dest_path or ""))
        if event.event_type not in _CHANGES or (event.is_directory and event.event_type == "modified"):
            return
        with self._rebuild_cond:
            self._changed.update(name for name in names if name and not _is_passing(name))
            if self._changed:
                self._want_rebuild = True
                self._rebuild_cond.notify_all()

    def _rebuild(self) -> None:
        """Take in what was saved."""
        with self._rebuild_cond:
            changed, self._changed = self._changed, set()
        with self._site.lock:
            self._generation += 1
            if all(self._site.plugin.live.contains(path) for path in changed):
                self._update_book()
            else:
                self._site.set_up()
        self._follow_up()

    def _update_book(self) -> None:
        plugin = self._site.plugin
        before = plugin.live.book
        library, errors = plugin.live.update()
        if errors:
            named = Report(errors, texts=library.texts).named(plugin.shown_name)
            raise PluginError(render_text(named.found, named.texts))
        if plugin.live.same_pages(before):
            self._site.forget_pages()
        else:
            self._site.arrange()

    def _follow_up(self) -> None:
        threading.Thread(target=self._in_background, args=(self._generation,), daemon=True).start()

    def _in_background(self, generation: int) -> None:
        """Judge by every rule; when nobody saves or asks any more, make what is written from every page."""
        if self._is_over.wait(0.5) or generation != self._generation:
            return
        try:
            checked = self._site.plugin.live.judge()
        except Exception as problem:  # the files may be half written; their next change is judged again
            log.debug("not judged: %s", problem)
            return
        if generation != self._generation:
            return
        self._report(checked)
        while not self._is_over.wait(0.3):
            if generation != self._generation:
                return
            if time.monotonic() - self._last_use > _IDLE:
                break
        self._make_all(generation)

    def _make_all(self, generation: int) -> None:
        def is_wanted() -> bool:
            return generation == self._generation and not self._is_over.is_set()

        try:
            if self._site.make_all(is_wanted):
                log.debug("the search index is current")
        except Exception as problem:
            log.warning("the search index is not current: %s", problem)

    def _report(self, checked: Any) -> None:
        named = Report(checked.diagnostics, texts=checked.texts).named(self._site.plugin.shown_name)
        for diagnostic in named.found:
            line = headline(diagnostic)
            if diagnostic.level is Level.WARNING and line not in self._reported:
                log.warning("%s", line)
        self._reported = {headline(diagnostic) for diagnostic in named.found}
        if checked.has_errors:
            self.problems.text = render_text(named.found, named.texts)
            log.error("%s", self.problems.text)
            self._reload()

    def _reload(self) -> None:
        with self._epoch_cond:
            self._wanted_epoch = self._visible_epoch = max(_timestamp(), self._visible_epoch + 1)
            self._epoch_cond.notify_all()

    def _serve_request(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes] | None:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if not path.startswith("/livereload/") and f"{path}/".startswith(self.mount_path):
            address = posixpath.normpath("/" + path[len(self.mount_path) :]).lstrip("/")
            if path.endswith("/"):
                address = f"{address}/index.html".lstrip("/")
            if address.endswith(".html"):
                self._last_use = time.monotonic()
            self._make(address)
        answer: Iterable[bytes] | None = super()._serve_request(environ, start_response)
        return answer

    def _make(self, address: str) -> None:
        try:
            self._site.make(address)
        except Exception as problem:
            log.error("cannot make '%s': %s", address, problem)
            self.problems.text = self.problems.text or f"{address}: {problem}"

    def shutdown(self, wait: bool = False) -> None:
        """Stop, the work in the background too."""
        self._is_over.set()
        super().shutdown(wait)


_PASSING = ("~", ".swp", ".swx", ".tmp", "___jb_tmp___", "4913")
"""How the names of such files end."""


def _is_passing(path: str) -> bool:
    """Whether a file is one that an editor or a program has only for a moment."""
    name = os.path.basename(path)
    return name.startswith((".", "#")) or name.endswith(_PASSING)


_PASSING = ("~", ".swp", ".swx", ".tmp", "___jb_tmp___", "4913")
"""How the names of such files end."""


def serve(load: Callable[..., MkDocsConfig], open_browser: bool, poll: bool) -> None:
    """Serve a site until it is interrupted."""
    root = tempfile.mkdtemp(prefix="pirgen-preview-")
    try:
        config = load(site_dir=root)
        host, port = config.dev_addr
        mount_path = "/" + (config.site_url or "/").partition("://")[2].partition("/")[2]

        def reload() -> MkDocsConfig:
            fresh = load(site_dir=root)
            fresh.site_url = _serve_url(host, port, mount_path)
            return fresh

        started = time.monotonic()
        site = LiveSite(reload, root)
        server = LiveServer(site, host, port, root, mount_path, poll)
        show_problems(server, server.problems)
        server.error_handler = _error_page(root, server)
        log.info("Ready in %.1f seconds; pages are made when they are asked for", time.monotonic() - started)
        for place in (site.config.docs_dir, site.config.config_file_path, *site.config.watch):
            if place and os.path.exists(place):
                server.watch(place)
        server._follow_up()
        try:
            server.serve(open_in_browser=open_browser)  # type: ignore[no-untyped-call]
        except KeyboardInterrupt:
            log.info("Shutting down...")
        finally:
            server.shutdown()
            site.config.plugins.on_shutdown()
    finally:
        shutil.rmtree(root, ignore_errors=True)


def _error_page(root: str, server: LiveServer) -> Callable[[int], bytes | None]:
    """The theme's page for an address that is none, with what is wrong on it."""

    inject: Callable[[bytes, int], bytes] = server._inject_js_into_html

    def page(code: int) -> bytes | None:
        path = Path(root, f"{code}.html")
        content = path.read_bytes() if path.is_file() else server.problems.page()
        return inject(content, server._visible_epoch)

    return page


def load(config_file: str | None, address: str | None) -> Callable[..., MkDocsConfig]:
    """How the configuration is read, now and when it has changed."""
    options: dict[str, Any] = {"dev_addr": address} if address else {}

    def read(**more: Any) -> MkDocsConfig:
        return load_config(config_file=config_file, **options, **more)

    return read


logging.getLogger("watchdog").setLevel(logging.WARNING)
