"""The options of the plugin in mkdocs.yml, and what follows from them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from mkdocs.config import config_options as option
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from pirgen import history
from pirgen.cache import Cache
from pirgen.cache_file import open_cache
from pirgen.errors import PirgenError
from pirgen.model import Audience
from pirgen.pages import OPTIONAL_PARTS, Settings
from pirgen.site.settings import history_urls, left_out_parts, mount_of, shown_folder
from pirgen.source import Incidents
from pirgen.source.several import IncidentSource, incidents_from, real_paths

log = get_plugin_logger("pirgen")

_EDITORS = {"github": "edit/main", "gitlab": "-/edit/main", "bitbucket": "src/main", "codeberg": "_edit/main"}
"""Where they edit a file."""


class PirgenConfig(Config):  # type: ignore[no-untyped-call]  # mkdocs types only some of it
    """The options of ``plugins: - pirgen:`` in mkdocs.yml; folders are relative to that file."""

    enabled = option.Type(bool, default=True)
    incidents_dir = option.Type((str, list), default="incidents")
    vocabulary = option.Optional(option.Type(str))
    pages_dir = option.Type(str, default="")
    leave_out = option.Type(list, default=[])
    templates_dir = option.Type(str, default="templates")
    as_of = option.Optional(option.Type((str, date)))
    sandboxed = option.Type(bool, default=False)
    history_url = option.Optional(option.Type(str))
    published_urls = option.Optional(option.Type(str))
    cache = option.Type(bool, default=True)
    audience = option.Choice(tuple(each.value for each in Audience), default=Audience.INTERNAL.value)


OPTIONS: Mapping[str, tuple[str, str]] = {
    "enabled": ("`true`", "`false` leaves the site without pirgen's pages"),
    "incidents_dir": ("`incidents`", "the folder of incidents, or a list of [several](folders.md)"),
    "vocabulary": ("", "with several folders: the file of the words that they share"),
    "pages_dir": ("", "a folder of the site for pirgen's pages, such as `reviews`; without one, its root"),
    "leave_out": (
        "`[]`",
        f"pages that the site does without: {', '.join(f'`{each}`' for each in OPTIONAL_PARTS)}",
    ),
    "templates_dir": ("`templates`", "templates that replace or extend the built-in ones"),
    "as_of": ("the day of the last commit", "the date for which ages and due dates are computed"),
    "audience": ("`internal`", "`public` leaves out [what is internal](audiences.md)"),
    "history_url": ("by `repo_url`", "where a file's history is shown, with `{path}` in it; empty for nowhere"),
    "published_urls": ("", "`urls.txt` of the published site: a build warns of every address that it loses"),
    "cache": ("`true`", "`false` makes everything again in each build"),
    "sandboxed": ("`false`", "`true` uses no templates of the site, as `pirgen build --untrusted` does"),
}
"""Each option with its default and its meaning, in the order in which the guide has them."""


def cache_for(options: PirgenConfig, incidents: Incidents) -> Cache:
    """What earlier builds have made, where that may be used."""
    return open_cache(incidents) if options.cache and not options.sandboxed else Cache()


def incidents_of(options: PirgenConfig, root: Path) -> Incidents:
    """The folder of incidents, or the several that are one book; raises PluginError."""
    try:
        return incidents_from(options.incidents_dir, options.vocabulary, root)
    except PirgenError as problem:
        raise PluginError(f"pirgen: {problem}") from problem


def refuse_missing(incidents: Incidents, root: Path) -> None:
    """Raise PluginError where a folder is not there."""
    for folder in real_paths(incidents):
        if not folder.is_dir():
            raise PluginError(
                f"pirgen: there is no folder '{os.path.relpath(folder, root)}' beside {root / 'mkdocs.yml'}; "
                'create the first incident with: pirgen new "What users saw"'
            )


def settings_of(options: PirgenConfig, config: MkDocsConfig, incidents: Incidents, as_of: date) -> Settings:
    """What the configuration decides about the pages of a site."""
    return Settings(
        as_of=as_of,
        directory_urls=config.use_directory_urls,
        sandboxed=options.sandboxed,
        incidents=shown_folder(options.incidents_dir),
        history_urls=history_urls(options.history_url, config.repo_url or "", options.incidents_dir, incidents),
        site_url=site_address(config, mount_for(options)),
        site_name=config.site_name,
        left_out=left_out_parts(options.leave_out),
    )


def mount_for(options: PirgenConfig) -> str:
    """The folder of the site that our pages are in, with a ``/`` at its end; raises PluginError."""
    try:
        return mount_of(options.pages_dir)
    except PirgenError as problem:
        raise PluginError(f"pirgen: {problem}") from problem


def site_address(config: MkDocsConfig, mount: str) -> str:
    """The address of that folder, or nothing where the site's own is not known."""
    return f"{config.site_url.rstrip('/')}/{mount}" if config.site_url else ""


OFFLINE_VARIABLE = "PIRGEN_OFFLINE"
"""Set by ``pirgen build --offline``."""


def prepare_if_offline(config: MkDocsConfig) -> None:
    """Have the site work when its pages are opened as files, from a folder or an archive, if asked to."""
    if not os.environ.get(OFFLINE_VARIABLE):
        return
    config.use_directory_urls = False
    features = config.theme.get("features") or []
    config.theme["features"] = [name for name in features if not name.startswith("navigation.instant")]


def edit_url(source: IncidentSource, path: str) -> str:
    """Where a file of a folder from another repository is edited, or nothing where no such place is known.

    ``edit_uri`` leads to the folder of incidents; by default it is where the repository's host edits ``main``.
    """
    host = urlsplit(source.repo_url).hostname or ""
    custom = next((start for name, start in _EDITORS.items() if name in host), "")
    place = history.path_in_repository(source.path) or ""
    start = source.edit_uri or (f"{custom}/{place}" if custom else "")
    return urljoin(f"{source.repo_url.rstrip('/')}/", f"{start.rstrip('/')}/{path}") if start else ""


def days_of_changes(incidents: Incidents) -> Mapping[str, tuple[date, date]]:
    """The days on which each file first and last changed; reports why they are not known."""
    if missing := history.missing_dates(incidents):
        log.info("%s", missing)
    return history.changes(incidents)


def day_to_judge_by(options: PirgenConfig, incidents: Incidents) -> date:
    """The day to judge by: as asked for, as written, else the one that the folder's history gives."""
    written = os.environ.get(history.AS_OF_VARIABLE) or options.as_of
    if written is None:
        if guess := history.guessed_day(incidents):
            log.warning("%s", guess)
        return history.as_of(incidents)
    try:
        return written if isinstance(written, date) else date.fromisoformat(str(written))
    except ValueError as problem:
        raise PluginError(f"pirgen: as_of: '{written}' is not a date such as 2026-03-31") from problem
