"""A build goes into a folder beside the site, and into the site when it is complete and found good."""

from __future__ import annotations

import atexit
import logging
import traceback
from collections.abc import Iterable, Mapping
from pathlib import Path

from jinja2 import TemplateError, TemplateSyntaxError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import get_plugin_logger
from mkdocs.utils import CountHandler

from pirgen.cache import Cache
from pirgen.errors import UNUSABLE, refused
from pirgen.plugin.page import are_alone
from pirgen.plugin.terminal import print_note
from pirgen.writing import SiteRecord, Staging

log = get_plugin_logger("pirgen")


class Refused(Abort):
    """The site cannot be written; the exit code is that of a command that could not be carried out."""

    code = exit_code = UNUSABLE

    def show(self, *_: object, **__: object) -> None:
        """Print the reason in one line."""
        print_note(f"pirgen: {self.format_message()}")


class Publishing:
    """Where one build of MkDocs goes; other plugins may nest further builds in it, as static-i18n does."""

    def __init__(self) -> None:
        self._staging: Staging | None = None
        self._config: MkDocsConfig | None = None
        self._site = ""
        self._depth = 0
        self._record: SiteRecord | None = None
        self.passes_over = False  # pages that are in the site already, of which MkDocs says that they are empty

    def begin(self, config: MkDocsConfig) -> None:
        """Have the build write beside the site."""
        self._depth += 1
        if self._depth > 1:
            return
        try:
            self._staging = Staging(Path(config.site_dir))
        except OSError as problem:
            self._depth = 0
            raise Refused(refused(problem)) from problem
        atexit.register(self._staging.discard)  # also when it is interrupted
        self._config, self._site = config, config.site_dir
        config.site_dir = str(self._staging.folder)
        logging.getLogger("mkdocs.commands.build").addFilter(self._name_site)

    @property
    def is_beside(self) -> bool:
        """Whether the whole site is built, beside the one that is there."""
        return self._staging is not None

    def remember(self, cache: Cache, may_leave: bool) -> None:
        """Leave in the site what would come out the same, if no other plugin wants to see all of it."""
        if may_leave and self._staging and self._config and are_alone(self._config, "post_build"):
            self._record = SiteRecord(cache, self._staging.site)

    def has(self, files: Mapping[str, str]) -> bool:
        """Whether the site has all these files, each made from the same."""
        return self._record is not None and all(self._record.has(*file) for file in files.items())

    def leave(self, path: str, made_from: str) -> bool:
        """Whether the site has a file that was made from the same, so that it need not be made."""
        return self._record is not None and self._record.leave(path, made_from)

    @property
    def left(self) -> Iterable[str]:
        """The paths of what was left in the site as it is."""
        return self._record.left if self._record else ()

    def finish(self) -> None:
        """Mirror a complete build into the site, unless warnings will make it fail."""
        self._depth -= 1
        if self._depth or not self._staging or not self._config:
            return
        if self._config.strict and _has_warnings():
            return  # MkDocs raises next
        try:
            mirrored = self._staging.publish(self._record.left if self._record else {})
        except OSError as problem:
            raise Refused(
                f"the site could only be updated in part: {refused(problem)}; build it again"
            ) from problem
        if self._record:
            self._record.keep(mirrored.states)
        log.debug(
            "%d files written, %d unchanged, %d removed", mirrored.written, mirrored.unchanged, mirrored.removed
        )
        self._end()

    def fail(self, error: Exception) -> None:
        """Drop what was built; the site stays as it was. What needs no traceback is reported in one line."""
        if not self._staging:
            return
        site = self._staging.site
        self._staging.discard()
        self._end()
        kept = f"the site in '{self._site}' is unchanged" if site.exists() else "no site was written"
        if isinstance(error, OSError):
            raise Refused(f"{refused(error)}; {kept}") from error
        if isinstance(error, TemplateError):
            raise Refused(f"{_template_place(error)}{error}; {kept}") from error
        log.info("%s", kept)

    def _end(self) -> None:
        logging.getLogger("mkdocs.commands.build").removeFilter(self._name_site)
        if self._staging:
            atexit.unregister(self._staging.discard)
        if self._config:
            self._config.site_dir = self._site  # gh-deploy reads it after the build
        self._staging, self._config, self._record, self._depth = None, None, None, 0
        self.passes_over = False

    def _name_site(self, record: logging.LogRecord) -> bool:
        """Name the site in what MkDocs logs, not the folder beside it; pages that are left are no news."""
        if self._staging and isinstance(record.msg, str):
            record.msg = record.msg.replace(str(self._staging.folder), self._site)
        return not (self.passes_over and str(record.msg).startswith("Page skipped"))


def _has_warnings() -> bool:
    """Whether MkDocs, which counts them for --strict, has counted a warning."""
    handlers = logging.getLogger("mkdocs").handlers
    return any(isinstance(handler, CountHandler) and handler.get_counts() for handler in handlers)


def _template_place(error: TemplateError) -> str:
    """File and line of the template that failed, such as ``overrides/main.html:3: ``."""
    if isinstance(error, TemplateSyntaxError):
        return f"{error.filename or error.name}:{error.lineno}: "
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith(".html")]
    return f"{frames[-1].filename}:{frames[-1].lineno}: " if frames else ""
