"""Door one: the terminal. Parses arguments, calls the pipeline, prints, and sets the exit code.

0 means that nothing is wrong, 1 that something was found, 2 that the command could not be carried out.
What a command needs is imported when it runs, so that ``pirgen check`` starts fast.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import wraps
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

from pirgen import __version__
from pirgen.errors import PirgenError

_FOUND, _UNUSABLE = 1, 2
_FIRST_STEP = 'make the first incident with: pirgen new "What users saw"'


def _stops_cleanly(command: Callable[..., None]) -> Callable[..., None]:
    """Say in one line why a command could not be carried out, and exit with 2."""

    @wraps(command)
    def run(*arguments: Any, **options: Any) -> None:
        try:
            command(*arguments, **options)
        except PirgenError as problem:
            click.echo(f"pirgen: {problem}", err=True)
            sys.exit(_UNUSABLE)

    return run


def _as_of_option(command: Callable[..., None]) -> Callable[..., None]:
    return click.option(
        "--as-of",
        type=click.DateTime(["%Y-%m-%d"]),
        metavar="DATE",
        help="Judge what is late as of this day. [default: the last commit's; today if files changed]",
    )(command)


_strict_option = click.option("--strict", is_flag=True, help="Exit with 1 on warnings too.")
_config_option = click.option(
    "-f",
    "--config-file",
    type=click.Path(path_type=Path),
    default=Path("mkdocs.yml"),
    show_default=True,
    help="MkDocs configuration; without one a built-in one is used.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="pirgen")
def main() -> None:
    """Turn a folder of incident and review YAML into a searchable site.

    \b
    Examples:
      pirgen new "Checkout failed for every order" --severity SEV-2 --service checkout
      pirgen check                  check every file of the folder 'incidents'
      pirgen check --strict         the same for CI: warnings fail too
      pirgen build                  check, then build the site into 'site'
      pirgen serve                  show the site and rebuild it on every change
      pirgen tree incidents/2026-03-14-checkout-down     the ways to fail
    """


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@_strict_option
@_as_of_option
@_stops_cleanly
def check(paths: tuple[Path, ...], strict: bool, as_of: datetime | None) -> None:
    """Check incidents and reviews, and say line by line what is wrong.

    PATHS are the folder of incidents, or single incidents or files in it: then the whole folder is
    read and only what concerns them is said. The default is 'incidents'.

    \b
    Examples:
      pirgen check
      pirgen check reliability/incidents
      pirgen check incidents/2026-03-14-checkout-down/pir.yaml
    """
    from pirgen.diagnostics import render_text

    failed = False
    for folder, chosen in _chosen(paths or (Path("incidents"),)):
        checked = _checked(folder, as_of)
        shown = [found for found in checked.diagnostics if not chosen or found.place.file.startswith(chosen)]
        if shown:
            click.echo(render_text(shown, checked.texts, _prefix(folder)))
        else:
            count = len(checked.book.incidents)
            click.echo(f"{folder}: {count} incident{'' if count == 1 else 's'}, nothing is wrong")
        failed = failed or _fails(shown, strict)
    sys.exit(_FOUND if failed else 0)


@main.command()
@click.argument("title")
@click.option("--severity", default="SEV-3", show_default=True, help="The level of the severity guide.")
@click.option("--service", "services", multiple=True, help="A service that users know; may be given again.")
@click.option(
    "--date",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The day it began. [default: today]",
)
@click.option("--review/--no-review", default=True, show_default=True, help="Write a first pir.yaml too.")
@click.option(
    "--into",
    type=click.Path(path_type=Path),
    default=Path("incidents"),
    show_default=True,
    help="Folder of incidents.",
)
@_stops_cleanly
def new(
    title: str, severity: str, services: tuple[str, ...], day: datetime | None, review: bool, into: Path
) -> None:
    """Make the folder of a new incident and print its path.

    \b
    Examples:
      pirgen new "Checkout failed for every order" --severity SEV-2 --service checkout
      pirgen new "Disk full" --date 2026-03-14 --no-review
    """
    from pirgen.drafts import Draft, incident_text, review_text
    from pirgen.model import Vocabulary

    if not title.strip():
        raise click.UsageError("a title says what users saw; it cannot be empty")
    known = _known_severities(into) or [level.id for level in Vocabulary().severities]
    if severity not in known:
        from pirgen.diagnostics import near_miss

        near = near_miss(severity, known)
        meant = f"; did you mean {near}?" if near else ""
        raise click.BadParameter(f"'{severity}' is not known; choose one of {', '.join(known)}{meant}")
    began = day.date() if day else datetime.now(UTC).date()
    draft = Draft(" ".join(title.split()), severity, services or ("to be named",), began)
    files = {"incident.yaml": incident_text(draft)} | ({"pir.yaml": review_text(draft)} if review else {})
    click.echo(str(_write_new(into / draft.id, files)))


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print JSON with every listed set.")
@click.option("--open-psa", is_flag=True, help="Print the tree in the Open-PSA format, for other tools.")
@_stops_cleanly
def tree(files: tuple[Path, ...], as_json: bool, open_psa: bool) -> None:
    """Analyse a fault tree: the ways to fail, and which of them the actions have closed.

    FILES are a pir.yaml, the folder of an incident, or the files of one model in the Open-PSA format.

    \b
    Examples:
      pirgen tree incidents/2017-01-31-gitlab-db-deletion
      pirgen tree incidents/2017-01-31-gitlab-db-deletion/pir.yaml --json
      pirgen tree model.xml model-basic-events.xml
    """
    from pirgen import tree_text
    from pirgen.analysis.open_paths import analyse
    from pirgen.source.open_psa import write_open_psa

    reviews, known = _reviews_of(files)
    if open_psa:
        click.echo("".join(write_open_psa(review) for review in reviews), nl=False)
        return
    trees = [(review.id, analyse(review, known)) for review in reviews]
    found = [(name, analysis) for name, analysis in trees if analysis]
    if as_json:
        click.echo(
            tree_text.as_json([tree_text.tree_json(name, analysis) for name, analysis in found]), nl=False
        )
    else:
        click.echo("\n".join(tree_text.tree_text(name, analysis) for name, analysis in found), nl=False)


@main.command()
@_config_option
@click.option("-d", "--site-dir", type=click.Path(path_type=Path), help="Where the site goes. [default: site]")
@_strict_option
@_stops_cleanly
def build(config_file: Path, site_dir: Path | None, strict: bool) -> None:
    """Check everything and build the site with MkDocs.

    Nothing is written while a file has an error. Without an mkdocs.yml the folder 'incidents' becomes a
    site with built-in settings; 'mkdocs build' does the same where the plugin 'pirgen' is configured.

    \b
    Examples:
      pirgen build
      pirgen build --strict --site-dir public
    """
    arguments = ["build"] + (["--strict"] if strict else [])
    arguments += ["--site-dir", str(site_dir.absolute())] if site_dir else []
    with _configuration(config_file) as configuration:
        sys.exit(_mkdocs([*arguments, "--config-file", str(configuration)]))


@main.command()
@_config_option
@click.option("-a", "--dev-addr", metavar="HOST:PORT", help="Address to serve on. [default: 127.0.0.1:8000]")
@click.option("--open", "open_browser", is_flag=True, help="Open the site in a browser.")
@_stops_cleanly
def serve(config_file: Path, dev_addr: str | None, open_browser: bool) -> None:
    """Show the site, and rebuild it when a YAML file, a page or a template changes."""
    arguments = (
        ["serve"] + (["--dev-addr", dev_addr] if dev_addr else []) + (["--open"] if open_browser else [])
    )
    with _configuration(config_file) as configuration:
        sys.exit(_mkdocs([*arguments, "--config-file", str(configuration)]))


def _checked(folder: Path, as_of: datetime | date | None) -> Any:
    from pirgen import history, pipeline

    if not folder.is_dir():
        raise PirgenError(f"there is no folder '{folder}' here; {_FIRST_STEP}")
    day = as_of.date() if isinstance(as_of, datetime) else history.as_of(folder)
    return pipeline.check(folder, day)


def _chosen(paths: tuple[Path, ...]) -> list[tuple[Path, tuple[str, ...]]]:
    """Each folder of incidents that paths lie in, with the files asked for; none means all of them."""
    chosen: dict[Path, set[str]] = {}
    whole = set()
    for path in paths:
        if not path.exists():
            raise PirgenError(f"there is no '{path}' here; {_FIRST_STEP}")
        folder, name = _folder_of(path)
        chosen.setdefault(folder, set()).add(name)
        if not name:
            whole.add(folder)
    return [(folder, () if folder in whole else tuple(sorted(names))) for folder, names in chosen.items()]


def _folder_of(path: Path) -> tuple[Path, str]:
    """The folder of incidents that a path belongs to, and the start of the file names that it stands for."""
    from pirgen.source import INCIDENT_FILE, REVIEW_FILE, VOCABULARY_FILE

    if path.is_dir():
        is_incident = (path / INCIDENT_FILE).exists() or (path / REVIEW_FILE).exists()
        return (path.parent, f"{path.resolve().name}/") if is_incident else (path, "")
    if path.name == VOCABULARY_FILE:
        return path.parent, path.name
    return path.parent.parent, f"{path.parent.resolve().name}/{path.name}"


def _reviews_of(files: tuple[Path, ...]) -> tuple[list[Any], dict[str, Any]]:
    """The reviews to analyse, and all that they may transfer to; errors in their files end the command."""
    from pirgen.diagnostics import render_text
    from pirgen.source.open_psa import read_open_psa

    missing = [str(file) for file in files if not file.exists()]
    if missing:
        raise PirgenError(f"there is no '{missing[0]}' here")
    if all(file.suffix == ".xml" for file in files):
        try:
            return list(read_open_psa(*(file.read_text(encoding="utf-8") for file in files))), {}
        except (OSError, UnicodeDecodeError) as problem:
            raise PirgenError(f"cannot read '{files[0]}': {problem}") from problem
    if len(files) > 1:
        raise PirgenError("give one review, or the files of one Open-PSA model")
    (file,) = files
    folder, name = _folder_of(file)
    checked = _checked(folder, None)
    if checked.has_errors:
        click.echo(render_text(checked.diagnostics, checked.texts, _prefix(folder)))
        sys.exit(_FOUND)
    wanted = name.partition("/")[0]
    reviews = [review for review in checked.book.reviews if review.fault_tree and wanted in ("", review.id)]
    if not reviews:
        raise PirgenError(f"'{file}' has no review with a fault tree")
    return reviews, checked.book.review_by_id


def _prefix(folder: Path) -> str:
    return "" if folder == Path() else f"{folder.as_posix()}/"


def _fails(diagnostics: list[Any], strict: bool) -> bool:
    from pirgen.diagnostics import Level

    levels = {diagnostic.level for diagnostic in diagnostics}
    return Level.ERROR in levels or (strict and Level.WARNING in levels)


def _known_severities(folder: Path) -> list[str]:
    """The levels that a site's own vocabulary sets, if it has one."""
    from pirgen.source import VOCABULARY_FILE, read_folder, read_library

    if not (folder / VOCABULARY_FILE).exists():
        return []
    vocabulary = read_library(read_folder(folder)).book.vocabulary
    return [level.id for level in vocabulary.severities]


def _write_new(folder: Path, files: dict[str, str]) -> Path:
    """Write the files of a new incident; an existing folder is left alone."""
    try:
        folder.mkdir(parents=True)
        for name, text in files.items():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
    except FileExistsError as problem:
        raise PirgenError(f"'{folder}' is already there; choose another title or date") from problem
    except OSError as problem:
        raise PirgenError(f"cannot write '{folder}': {problem.strerror}") from problem
    return folder / "incident.yaml"


_BUILT_IN = """\
site_name: Incident reviews
docs_dir: {docs}
nav:
  - Home: index.md
  - Incidents: incidents/index.md
  - Actions: actions.md
  - Open paths: open-paths.md
  - Trends: trends.md
  - Knowledge: [factors/index.md, services.md, severity.md]
site_dir: {site}
theme:
  name: material
  font: false
  features: [navigation.tabs, navigation.top, search.highlight, search.suggest, toc.follow]
  palette:
    - media: "(prefers-color-scheme: light)"
      scheme: default
      toggle: {{icon: material/weather-night, name: Dark colours}}
    - media: "(prefers-color-scheme: dark)"
      scheme: slate
      toggle: {{icon: material/weather-sunny, name: Light colours}}
plugins:
  - search
  - pirgen:
      incidents_dir: {incidents}
      templates_dir: {templates}
"""


@contextmanager
def _configuration(config_file: Path) -> Iterator[Path]:
    """The site's own MkDocs configuration, or a built-in one for a folder that has none."""
    if config_file.exists():
        yield config_file
        return
    if config_file != Path("mkdocs.yml"):
        raise PirgenError(f"there is no '{config_file}' here")
    if not Path("incidents").is_dir():
        raise PirgenError(
            "there is neither an mkdocs.yml nor a folder 'incidents' here; start with: pirgen new TITLE"
        )
    import json

    with TemporaryDirectory(prefix="pirgen-") as folder:
        docs = Path(folder, "docs")
        docs.mkdir()
        here = {name: json.dumps(str(Path(name).absolute())) for name in ("site", "incidents", "templates")}
        configuration = Path(folder, "mkdocs.yml")
        configuration.write_text(_BUILT_IN.format(docs=json.dumps(str(docs)), **here), encoding="utf-8")
        yield configuration


def _mkdocs(arguments: list[str]) -> int:
    """Run MkDocs in a process of its own, so that only the plugin imports it; its exit code."""
    environment = {"NO_MKDOCS_2_WARNING": "1", **os.environ}  # the theme's note on its own future
    try:
        command = [sys.executable, "-m", "mkdocs", *arguments]
        return subprocess.run(command, env=environment, check=False).returncode
    except KeyboardInterrupt:
        return 0
