"""The options of the plugin in mkdocs.yml, and what follows from them."""

from __future__ import annotations

import os
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
from pirgen.errors import PirgenError
from pirgen.model import Audience
from pirgen.pages import Settings
from pirgen.pipeline import open_cache
from pirgen.site.settings import history_urls, shown_folder
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
    templates_dir = option.Type(str, default="templates")
    as_of = option.Optional(option.Type((str, date)))
    sandboxed = option.Type(bool, default=False)
    history_url = option.Optional(option.Type(str))
    published_urls = option.Optional(option.Type(str))
    cache = option.Type(bool, default=True)
    audience = option.Choice(tuple(each.value for each in Audience), default=Audience.INTERNAL.value)


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
        site_url=f"{config.site_url.rstrip('/')}/" if config.site_url else "",
        site_name=config.site_name,
    )


OFFLINE_VARIABLE = "PIRGEN_OFFLINE"
"""Set by ``pirgen build --offline``."""


def prepare_offline(config: MkDocsConfig) -> None:
    """Have the site work when its pages are opened as files, from a folder or an archive."""
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


def day_to_judge_by(written: object, incidents: Incidents) -> date:
    """The day to judge by: as written, else the one that the folder's history gives."""
    if written is None:
        if guess := history.guessed_day(incidents):
            log.warning("%s", guess)
        return history.as_of(incidents)
    try:
        return written if isinstance(written, date) else date.fromisoformat(str(written))
    except ValueError as problem:
        raise PluginError(f"pirgen: as_of: '{written}' is not a date such as 2026-03-31") from problem
