"""``pirgen check``: the problems, line by line, for people and for CI."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pirgen.cli.fixing import FixOptions, fix_options, fixed_folder
from pirgen.cli.shared.configuration import incidents_folder
from pirgen.cli.shared.exits import FOUND, stops_cleanly
from pirgen.cli.shared.folders import (
    day_of,
    deleted_in,
    first_step,
    name_in_repository,
    names_in,
    shown_name,
)
from pirgen.cli.shared.options import as_of_option, strict_option
from pirgen.cli.shared.published import rules_url
from pirgen.cli.shared.terminal import print_data, print_note, print_text, wants_colour
from pirgen.diagnostics.formats import Format, render
from pirgen.errors import PirgenError
from pirgen.wording.plurals import counted

if TYPE_CHECKING:
    from pirgen.diagnostics import Report
    from pirgen.pipeline import Checked
    from pirgen.source import Incidents


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice([each.value for each in Format]),
    help="Output format. [default: github in GitHub Actions, text elsewhere]",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write that format to a file, and print the default one.",
)
@strict_option
@click.option(
    "--max-warnings", type=click.IntRange(0), metavar="N", help="Exit with 1 on more warnings than N."
)
@click.option(
    "--changed-since",
    "since",
    metavar="REF",
    help="Report only findings introduced since the merge base with REF.",
)
@click.option("--staged", is_flag=True, help="Report only findings that the next commit introduces.")
@click.option(
    "--site-url",
    envvar="PIRGEN_SITE_URL",
    metavar="URL",
    help="Address of the published site, to link the rules. [default: site_url of mkdocs.yml]",
)
@as_of_option
@fix_options
@stops_cleanly
def check(
    paths: tuple[Path, ...],
    form: str | None,
    output: Path | None,
    strict: bool,
    max_warnings: int | None,
    since: str | None,
    staged: bool,
    site_url: str | None,
    as_of: date | None,
    fix: bool,
    diff: bool,
    unsafe_fixes: bool,
) -> None:
    """Check incidents and reviews, and report problems line by line.

    PATHS are the folder of incidents, or single incidents or files in it: then the whole folder is
    read, but only findings about them are reported, and what their changes since the last commit cause
    in other files. The default is the folder 'incidents'.

    Exits with 0 if there are no errors, with 1 if there are errors or more warnings than allowed, and
    with 2 if nothing could be checked.

    \b
    Examples:
      pirgen check
      pirgen check incidents/2026-03-14-checkout-down/pir.yaml
      pirgen check --strict --changed-since origin/main
      pirgen check --format sarif --output pirgen.sarif
      pirgen check --diff           show what --fix would change
      pirgen check --fix            apply safe fixes
    """
    wanted = FixOptions(fix, diff, unsafe_fixes)
    if staged:
        if since is not None or wanted.is_fixing:
            raise PirgenError("--staged goes with neither --changed-since nor --fix")
        if not paths and _is_nothing_staged(incidents_folder()):
            return
        since = "HEAD"
    checks, would_change = [], False
    for folder, chosen in _chosen(paths) if paths else [(incidents_folder(), ())]:
        if wanted.is_fixing:
            checked, changes = _fixed(folder, chosen, as_of, since, wanted)
            would_change = would_change or changes
        else:
            checked = _checked(folder, chosen, as_of, since, staged)
        checks.append((folder, checked))
    url = rules_url(site_url)
    usual = Format.GITHUB if os.environ.get("GITHUB_ACTIONS") == "true" else Format.TEXT
    asked = Format(form) if form else usual
    if output:
        _write(output, render(_report(checks, asked, since, url), asked))
    if not diff:  # the difference alone goes to the output, ready for 'git apply'
        _show(checks, usual if output else asked, since, url)
    fails = _fails([checked for _, checked in checks], strict, max_warnings)
    sys.exit(FOUND if fails or would_change else 0)


def _chosen(paths: tuple[Path, ...]) -> list[tuple[Incidents, tuple[str, ...]]]:
    """Each folder of incidents that paths lie in, with the files asked for; none means all of them."""
    chosen: dict[Incidents, set[str]] = {}
    whole = set()
    for path in paths:
        found = names_in(path) if path.exists() else deleted_in(path)
        if found is None:
            raise PirgenError(f"there is no '{path}' here; {first_step(path)}")
        folder, names = found
        chosen.setdefault(folder, set()).update(names)
        if not names:
            whole.add(folder)
    return [(folder, () if folder in whole else tuple(sorted(names))) for folder, names in chosen.items()]


def _is_nothing_staged(folder: Incidents) -> bool:
    """Whether the next commit changes nothing in a folder; then that is all there is to say."""
    from pirgen import history

    if folder.is_dir() and history.is_anything_staged(folder):
        return False
    print_text(f"{folder}: nothing staged")
    return True


def _checked(
    folder: Incidents, chosen: tuple[str, ...], as_of: date | None, since: str | None, staged: bool
) -> Checked:
    """The folder judged: what is in the chosen files, and what their changes cause elsewhere.

    With ``since`` only what changed since then; with ``staged`` as the next commit will have it.
    """
    from pirgen import changes, history, pipeline
    from pirgen.cache_file import open_cache

    before = history.folder_before(folder, since) if since is not None else None
    day = day_of(folder, as_of)
    now = history.staged_folder(folder) if staged else pipeline.read(folder)
    with open_cache(folder) as cache:
        checked = pipeline.judged(now, day, cache=cache)
        if before is not None:
            return _narrowed(changes.introduced_by(checked, before, cache), chosen)
        committed = history.committed_folder(folder) if chosen else None
        if committed is None:
            return _narrowed(checked, chosen)
        elsewhere = changes.caused_elsewhere(checked, committed, chosen, cache)
    here = _narrowed(checked, chosen)
    found = sorted((*here.diagnostics, *elsewhere), key=lambda finding: finding.sort_key)
    return replace(here, diagnostics=tuple(found))


def _fixed(
    folder: Incidents, chosen: tuple[str, ...], as_of: date | None, since: str | None, wanted: FixOptions
) -> tuple[Checked, bool]:
    """The folder, judged after the fixes that were asked for, and whether a file still has to change."""
    from pirgen import changes, history, pipeline
    from pirgen.cache_file import open_cache

    before = history.folder_before(folder, since) if since is not None else None
    with open_cache(folder) as cache:
        now, would_change = fixed_folder(folder, chosen, as_of, wanted, cache)
        if before is not None:
            now = changes.introduced_since(now, pipeline.judged(before, now.as_of, now.library, cache))
    return _narrowed(now, chosen), would_change


def _narrowed(checked: Checked, chosen: tuple[str, ...]) -> Checked:
    """Only what lies in the chosen files; in all of them where none is chosen."""
    if not chosen:
        return checked
    return replace(
        checked,
        diagnostics=tuple(found for found in checked.diagnostics if found.place.file.startswith(chosen)),
        waived=tuple(each for each in checked.waived if each.place.file.startswith(chosen)),
    )


def _report(checks: Sequence[tuple[Incidents, Checked]], form: Format, since: str | None, url: str) -> Report:
    """What was found in all folders; people see paths from here, machines from the repository's root."""
    from pirgen.diagnostics import Report, joined
    from pirgen.rules.catalogue import EXPLANATIONS
    from pirgen.source import incident_ids

    name = shown_name if form is Format.TEXT else name_in_repository
    return joined(
        Report(
            checked.diagnostics,
            checked.waived,
            checked.texts,
            EXPLANATIONS,
            f"{folder}: {counted(len(incident_ids(checked.folder)), 'incident')}",
            checked.as_of,
            since or "",
            url,
        ).named(partial(name, folder))
        for folder, checked in checks
    )


def _show(checks: Sequence[tuple[Incidents, Checked]], form: Format, since: str | None, url: str) -> None:
    """Print the report, and append it to the summary of a step of GitHub Actions."""
    report = _report(checks, form, since, url)
    text = render(report, form, wants_colour())
    if form is Format.TEXT:
        print_text(text, end="")
    else:
        print_data(text)
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if form is Format.GITHUB and summary:
        from pirgen.diagnostics.formats.github import step_summary

        _write(Path(summary), step_summary(report), mode="a")


def _write(path: Path, text: str, mode: str = "w") -> None:
    try:
        with path.open(mode, encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as problem:
        raise PirgenError(f"cannot write '{path}': {problem.strerror}") from problem


def _fails(checks: Sequence[Checked], strict: bool, most: int | None) -> bool:
    """Whether an error was found, or more warnings than may be."""
    from pirgen.diagnostics import Level

    levels = [found.level for checked in checks for found in checked.diagnostics]
    warnings = levels.count(Level.WARNING)
    if most is not None and warnings > most and not strict:
        print_note(f"pirgen: {counted(warnings, 'warning')}; --max-warnings allows {most}")
    allowed = 0 if strict else warnings if most is None else most
    return Level.ERROR in levels or warnings > allowed
