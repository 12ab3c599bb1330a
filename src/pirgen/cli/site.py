"""``pirgen build`` and ``pirgen serve``: the site, by MkDocs in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType

import click

from pirgen.cli.export import build_with_zensical
from pirgen.cli.shared.exits import stops_cleanly
from pirgen.cli.shared.options import as_of_option, strict_option
from pirgen.cli.shared.terminal import print_note
from pirgen.errors import PirgenError

_config_option = click.option(
    "-f",
    "--config-file",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("mkdocs.yml"),
    show_default=True,
    help="MkDocs configuration; without one, built-in settings are used.",
)


@click.command()
@_config_option
@click.option("-d", "--site-dir", type=click.Path(path_type=Path), help="Output folder. [default: site]")
@strict_option
@as_of_option
@click.option(
    "--audience",
    type=click.Choice(["internal", "public"]),
    help="Build for these readers. [default: the plugin's option; else internal]",
)
@click.option("--untrusted", is_flag=True, help="Run no code of the checkout, for pull requests from forks.")
@click.option(
    "--published-urls",
    "published",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="urls.txt of the published site: warn of every address that this one lacks.",
)
@click.option("--offline", is_flag=True, help="Build a site that works when its pages are opened as files.")
@click.option("--no-cache", is_flag=True, help="Make everything again, and keep nothing for the next build.")
@click.option(
    "--engine",
    type=click.Choice(["mkdocs", "zensical"]),
    default="mkdocs",
    help="Program that builds the site; zensical gets what 'pirgen export' writes.",
)
@stops_cleanly
def build(
    config_file: Path,
    site_dir: Path | None,
    strict: bool,
    as_of: date | None,
    audience: str | None,
    untrusted: bool,
    offline: bool,
    no_cache: bool,
    engine: str,
    published: Path | None,
) -> None:
    """Check every file and build the site with MkDocs.

    Nothing is written while a file has an error. Without an mkdocs.yml, the folder 'incidents' becomes a
    site with built-in settings. 'mkdocs build' does the same where the plugin 'pirgen' is configured.

    \b
    Examples:
      pirgen build
      pirgen build --strict --site-dir public
      pirgen build --as-of 2026-03-31     the site as of that day
      pirgen build --audience public      without anything internal
      pirgen build --offline              to open from a folder, or to send as an archive
      pirgen build --untrusted            a pull request's site, without its hooks, plugins and templates
      pirgen build --engine zensical      by zensical, which runs no plugins of MkDocs
    """
    if engine == "zensical":
        if untrusted or offline or no_cache or published:
            others = "--untrusted, --offline, --no-cache and --published-urls"
            raise click.UsageError(f"--engine zensical goes with none of {others}")
        build_with_zensical(config_file, site_dir or Path("site"), as_of, audience, strict)
        return
    arguments = ["build"] + (["--strict"] if strict else [])
    arguments += ["--site-dir", str(site_dir.absolute())] if site_dir else []
    with _configuration(config_file, untrusted) as configuration:
        options = _variables(as_of, audience, offline, no_cache or untrusted, published)
        sys.exit(_mkdocs([*arguments, "--config-file", str(configuration)], options))


@click.command()
@_config_option
@click.option("-a", "--dev-addr", metavar="HOST:PORT", help="Address to serve on. [default: 127.0.0.1:8000]")
@click.option("--open", "open_browser", is_flag=True, help="Open the site in a browser.")
@click.option("--poll", is_flag=True, help="Look for changes, where the system reports none: network drives.")
@stops_cleanly
def serve(config_file: Path, dev_addr: str | None, open_browser: bool, poll: bool) -> None:
    """Serve the site locally and show what changes in a YAML file, a page or a template.

    A page is made when it is asked for, so a saved file shows at once. What cannot be built is reported in
    the browser.
    """
    arguments = ["serve"] + (["--dev-addr", dev_addr] if dev_addr else [])
    arguments += (["--open"] if open_browser else []) + (["--poll"] if poll else [])
    with _configuration(config_file) as configuration:
        sys.exit(_mkdocs([*arguments, "--config-file", str(configuration)]))


@contextmanager
def _configuration(config_file: Path, untrusted: bool = False) -> Iterator[Path]:
    """The site's own MkDocs configuration, or a built-in one for a folder that has none."""
    if config_file.exists() and not untrusted:
        yield config_file
        return
    if not config_file.exists() and config_file != Path("mkdocs.yml"):
        raise PirgenError(f"there is no '{config_file}' here")
    if not config_file.exists() and not Path("incidents").is_dir():
        raise PirgenError(
            "there is neither an mkdocs.yml nor a folder 'incidents' here; start with: pirgen init"
        )
    with TemporaryDirectory(prefix="pirgen-") as folder:
        configuration = Path(folder, "mkdocs.yml")
        text = _safe(config_file) if config_file.exists() else _built_in(Path(folder), untrusted)
        configuration.write_text(text, encoding="utf-8")
        yield configuration


def _safe(config_file: Path) -> str:
    """The site's own configuration as far as it is data; what is left out is reported."""
    from pirgen.cli.shared.untrusted import safe_configuration

    safe = safe_configuration(config_file, Path("site"))
    if safe.left_out:
        print_note(f"pirgen: --untrusted leaves out: {', '.join(safe.left_out)}")
    return safe.text


def _built_in(folder: Path, untrusted: bool) -> str:
    """The configuration that ``pirgen init`` writes, for the folders here, without pages of the site's own."""
    import json

    site, incidents, templates = (
        json.dumps(str(Path(name).absolute())) for name in ("site", "incidents", "templates")
    )
    mode = "sandboxed: true" if untrusted else f"templates_dir: {templates}"
    text = files("pirgen").joinpath("starter", "mkdocs.yml").read_text(encoding="utf-8")
    docs = folder / "docs"
    docs.mkdir()
    for written, instead in (
        ("docs_dir: docs\n", f"docs_dir: {json.dumps(str(docs))}\nsite_dir: {site}\n"),
        ("      - How we review: how-we-review.md\n", ""),
        ("    - navigation.instant\n", ""),  # needs the address of the site
        ("  - pirgen:\n", f"  - pirgen:\n      incidents_dir: {incidents}\n      {mode}\n"),
    ):
        assert written in text, f"the starter's mkdocs.yml has the line {written!r}"
        text = text.replace(written, instead)
    return text


def _variables(
    as_of: date | None, audience: str | None, offline: bool, no_cache: bool, published: Path | None
) -> dict[str, str]:
    """The options as the plugin reads them, in the environment."""
    from pirgen.audience import AUDIENCE_VARIABLE
    from pirgen.cache_file import NO_CACHE_VARIABLE
    from pirgen.history import AS_OF_VARIABLE

    chosen = {
        AS_OF_VARIABLE: as_of.isoformat() if as_of else "",
        AUDIENCE_VARIABLE: audience or "",
        "PIRGEN_OFFLINE": "1" if offline else "",
        "PIRGEN_PUBLISHED_URLS": str(published.absolute()) if published else "",
        NO_CACHE_VARIABLE: "1" if no_cache else "",
    }
    return {name: value for name, value in chosen.items() if value}


def _mkdocs(arguments: list[str], options: Mapping[str, str] = MappingProxyType({})) -> int:
    """Run MkDocs in a process of its own, so that only the plugin imports it; its exit code."""
    environment = {"NO_MKDOCS_2_WARNING": "1", **os.environ, **options}  # the theme's note on its own future
    try:
        command = [sys.executable, "-P", "-m", "pirgen.plugin", *arguments]  # no module comes from this folder
        return subprocess.run(command, env=environment, check=False).returncode
    except KeyboardInterrupt:
        return 0
