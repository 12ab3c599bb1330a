"""Errors of a local preview: shown in the browser on top of the last good page.

MkDocs' server lets every request wait until a failed build has been repaired. Here a failed build ends like a
good one, and what went wrong is put into each page.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from html import escape
from typing import Any

from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger

log = get_plugin_logger("pirgen")

_CONTROL = re.compile(r"\x1b\[[0-9;]*m|[\x00-\x08\x0b-\x1f\x7f]")
_PANEL = (
    '<div id="pirgen-problem" role="alert" style="position:fixed;inset:auto 0 0 0;z-index:1000;max-height:60vh;'
    "overflow:auto;padding:1rem 1.5rem;background:#fff;color:#1c2733;border-top:.3rem solid #b3261e;"
    'box-shadow:0 0 2rem #0006;font:14px/1.5 system-ui,sans-serif">'
    "<strong>The last change could not be built.</strong> The page shows the last version that could be."
    '<pre style="white-space:pre-wrap;margin:.7rem 0 0;font:13px/1.45 monospace">{text}</pre></div>'
)
_EMPTY = "<!doctype html><meta charset=utf-8><title>Not built</title><body>{panel}</body>"


class Problems:
    """What the last build of a server failed with, if it did."""

    def __init__(self) -> None:
        self.text = ""

    def building(self, build: Callable[..., Any]) -> Callable[..., None]:
        """The same build, which never raises, and keeps what it failed with."""

        def quiet(*arguments: Any, **options: Any) -> None:
            messages = _Messages()
            logger = logging.getLogger("mkdocs")
            logger.addHandler(messages)
            try:
                build(*arguments, **options)
                self.text = ""
            except (Exception, SystemExit) as error:
                if not isinstance(error, MkDocsException):
                    log.error("%s: %s", type(error).__name__, error, exc_info=True)
                elif not messages.texts:
                    log.error("%s", error)
                self.text = "\n".join(messages.texts) or str(error)
            finally:
                logger.removeHandler(messages)

        return quiet

    def panel(self) -> bytes:
        """The panel to put on a page; nothing after a good build."""
        if not self.text:
            return b""
        text = escape(_CONTROL.sub("", self.text))
        return _PANEL.format(text=text).encode()

    def page(self) -> bytes:
        """A page with nothing but the panel, for an address that was never built."""
        return _EMPTY.format(panel=self.panel().decode()).encode()


class _Messages(logging.Handler):
    """Collects the errors that a build logs."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a message."""
        self.texts.append(record.getMessage())


def show_problems(server: LiveReloadServer, problems: Problems | None = None) -> Problems:
    """Have a server show what a build failed with, and answer requests meanwhile."""
    shown = problems or Problems()
    server.builder = shown.building(server.builder)
    inject: Callable[[bytes, int], bytes] = server._inject_js_into_html
    handle = server.error_handler

    def with_panel(content: bytes, epoch: int) -> bytes:
        start, mark, end = content.rpartition(b"</body>")
        return inject(start + shown.panel() + mark + end if mark else content + shown.panel(), epoch)

    def with_page(code: int) -> bytes | None:
        return handle(code) if not shown.text else inject(shown.page(), server._visible_epoch)

    server._inject_js_into_html = with_panel  # type: ignore[method-assign]
    server.error_handler = with_page
    return shown
