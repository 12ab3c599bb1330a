"""``pirgen init``: a new repository of incidents, ready to push."""

from __future__ import annotations

import json
import os
import re
from importlib.resources import files
from pathlib import Path

import click

from pirgen import __version__
from pirgen.cli.shared.configuration import incidents_folder
from pirgen.cli.shared.exits import stops_cleanly
from pirgen.cli.shared.folders import vocabulary_of
from pirgen.cli.shared.options import one_line
from pirgen.cli.shared.terminal import print_text
from pirgen.cli.shared.writing import write_missing
from pirgen.errors import PirgenError
from pirgen.model import Audience

_EXAMPLE = "incidents/2025-01-05-example-checkout-failed"

_FILES = {
    "README.md": "README.md",
    "mkdocs.yml": "mkdocs.yml",
    "docs/how-we-review.md": "how-we-review.md",
    "incidents/vocabularies.yaml": "vocabularies.yaml",
    "requirements.txt": "requirements.txt",
    ".gitignore": "gitignore",
    ".pre-commit-config.yaml": "pre-commit-config.yaml",
    ".vscode/settings.json": "vscode-settings.json",
    ".vscode/extensions.json": "vscode-extensions.json",
    "CODEOWNERS": "CODEOWNERS",
    "AGENTS.md": "AGENTS.md",
}
_EXAMPLE_FILES = {f"{_EXAMPLE}/incident.yaml": "incident.yaml", f"{_EXAMPLE}/pir.yaml": "pir.yaml"}
_GITHUB = {
    ".github/workflows/pir-actions.yml": "pir-actions.yml",
    ".github/dependabot.yml": "dependabot.yml",
    ".github/workflows/pir-check.yml": "pir-check.yml",
    ".github/workflows/pir-publish.yml": "pir-publish.yml",
}
_GITLAB = {".gitlab-ci.yml": "gitlab-ci.yml"}
_PIPELINES = {"github": _GITHUB, "gitlab": _GITLAB, "both": _GITHUB | _GITLAB, "none": {}}
"""What is written, and the file of the folder ``starter`` that it is made from."""


_READERS = {
    "internal": "the site is internal, with everything in it: publish it where only the organisation reads",
    "public": "the site is public: only incidents and reviews that say 'audience: public' are in it",
}


_REQUIREMENT = re.compile(r"pirgen(\[[a-z,]+\])?(==[\w.+!]+| ?@ ?(git\+)?(https|ssh)://[\w.~:/?#@%&=+-]+)")
"""What may be written without quotes in a shell and in the files of the pipelines."""


@click.command()
@click.argument("folder", default=".", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--ci",
    type=click.Choice(tuple(_PIPELINES)),
    default="both",
    show_default=True,
    help="Which CI pipelines to write.",
)
@click.option(
    "--title",
    type=one_line,
    metavar="TEXT",
    default="Incident reviews",
    show_default=True,
    help="The name of the site.",
)
@click.option(
    "--audience",
    type=click.Choice([each.value for each in Audience]),
    default=Audience.INTERNAL.value,
    show_default=True,
    help="Who reads the site that is built and published.",
)
@click.option(
    "--requirement",
    type=one_line,
    metavar="TEXT",
    default=f"pirgen=={__version__}",
    show_default=True,
    help="What pipelines and hooks install: a version, or the address of a wheel or repository.",
)
@click.option("--example/--no-example", default=True, show_default=True, help="Also write an example incident.")
@stops_cleanly
def init(folder: Path, ci: str, title: str, audience: str, requirement: str, example: bool) -> None:
    """Create a repository of incidents, ready to push.

    FOLDER defaults to the current one. It gets an example incident, the site's mkdocs.yml, pipelines
    that check and publish, and settings for editors. Existing files are kept and listed, so a second run
    changes nothing. The example is left out if there are incidents already.

    \b
    Examples:
      pirgen init
      pirgen init --audience public       the site that is published is for everybody
      pirgen init reliability --ci github --title "Reviews of the reliability team"
      pirgen init --requirement "pirgen @ git+https://git.example.org/tools/pirgen@main"
    """
    if not title:
        raise click.UsageError("the title names the site and cannot be empty")
    if not _REQUIREMENT.fullmatch(requirement):
        raise click.UsageError(
            f"'{requirement}' is not a requirement that pipelines can install; write one such as "
            f"pirgen=={__version__} or 'pirgen @ https://example.org/pirgen-{__version__}-py3-none-any.whl'"
        )
    sources = _FILES | _PIPELINES[ci]
    incidents = incidents_folder(folder)
    if not isinstance(incidents, Path):
        raise PirgenError(f"'{folder / 'mkdocs.yml'}' has several folders of incidents; it is set up already")
    name = Path(_EXAMPLE).name
    others = [path for path in incidents.glob("[!.]*/incident.yaml") if path.parent.name != name]
    if example and not others and not (incidents / name / "pir.yaml").exists():  # which is written last
        sources |= _EXAMPLE_FILES
    place = incidents.relative_to(folder).as_posix()
    texts = {
        folder / _moved(path, place): _moved(_text(source, title, audience, requirement), place)
        for path, source in sources.items()
    }
    written, kept = write_missing(dict(sorted(texts.items())))
    more_written, more_kept = write_missing(_schemas(folder))
    _report(folder, written + more_written, kept + more_kept)
    if folder / "mkdocs.yml" in written:
        print_text(_READERS[audience])


def _text(source: str, title: str, audience: str, requirement: str) -> str:
    """The text of a file, with the site's title and audience and what to install in their places."""
    text = files("pirgen").joinpath("starter", source).read_text(encoding="utf-8")
    if source == "mkdocs.yml":
        titled = text.replace('"Incident reviews"', json.dumps(title, ensure_ascii=False))
        return titled.replace("audience: internal\n", f"audience: {audience}\n")
    if source == "README.md":
        return text.replace("# Incident reviews", f"# {title}", 1)
    return text.replace("pirgen==VERSION", requirement)


def _moved(text: str, place: str) -> str:
    """A path, or a text with paths, where the incidents lie in another folder than the usual one."""
    return re.sub(r"(?<![\w/-])incidents/", f"{place}/", text) if place != "incidents" else text


def _schemas(folder: Path) -> dict[Path, str]:
    from pirgen.source.schema.json_schema import schema_files

    texts = schema_files(vocabulary_of(incidents_folder(folder)))
    return {folder / "schemas" / name: text for name, text in texts.items()}


def _report(folder: Path, written: list[Path], kept: list[Path]) -> None:
    for path in written:
        print_text(f"written  {path.as_posix()}")
    for path in kept:
        print_text(f"kept     {path.as_posix()}")
    configuration = folder / "mkdocs.yml"
    if configuration in kept and "pirgen" not in configuration.read_text(encoding="utf-8", errors="replace"):
        print_text("\nadd 'pirgen' to the plugins in your mkdocs.yml; the guide shows how")
    if not written:
        print_text("\nnothing to do: every file exists already")
        return
    there = "" if os.path.samefile(folder, ".") else f"cd {folder.as_posix()}; "
    print_text(f"\npreview the site with: {there}pirgen serve")
