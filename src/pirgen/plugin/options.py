"""The options of the plugin in mkdocs.yml, and what follows from them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from mkdocs.config import config_options as option
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from pirgen import history
from pirgen.cache import Cache
from pirgen.model import Audience
from pirgen.pages import Settings
from pirgen.pipeline import open_cache
from pirgen.site.settings import history_url, shown_folder

log = get_plugin_logger("pirgen")


class PirgenConfig(Config):  # type: ignore[no-untyped-call]  # mkdocs types only some of it
    """The options of ``plugins: - pirgen:`` in mkdocs.yml; folders are relative to that file."""

    enabled = option.Type(bool, default=True)
    incidents_dir = option.Type(str, default="incidents")
    templates_dir = option.Type(str, default="templates")
    as_of = option.Optional(option.Type((str, date)))
    sandboxed = option.Type(bool, default=False)
    history_url = option.Optional(option.Type(str))
    cache = option.Type(bool, default=True)
    audience = option.Choice(tuple(each.value for each in Audience), default=Audience.INTERNAL.value)


def cache_for(options: PirgenConfig, incidents: Path) -> Cache:
    """What earlier builds have made, where that may be used."""
    return open_cache(incidents) if options.cache and not options.sandboxed else Cache()


def settings_of(options: PirgenConfig, config: MkDocsConfig, incidents: Path, as_of: date) -> Settings:
    """What the configuration decides about the pages of a site."""
    return Settings(
        as_of=as_of,
        directory_urls=config.use_directory_urls,
        sandboxed=options.sandboxed,
        incidents=shown_folder(options.incidents_dir),
        history_url=history_url(options.history_url, config.repo_url or "", options.incidents_dir, incidents),
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


def day_to_judge_by(written: object, incidents: Path) -> date:
    """The day to judge by: as written, else the one that the folder's history gives."""
    if written is None:
        if guess := history.guessed_day(incidents):
            log.warning("%s", guess)
        return history.as_of(incidents)
    try:
        return written if isinstance(written, date) else date.fromisoformat(str(written))
    except ValueError as problem:
        raise PluginError(f"pirgen: as_of: '{written}' is not a date such as 2026-03-31") from problem
