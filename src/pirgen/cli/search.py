"""``pirgen search`` and ``pirgen similar``: have we seen this before?"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pirgen.cli.shared import completion
from pirgen.cli.shared.configuration import incidents_folder
from pirgen.cli.shared.exits import stops_cleanly
from pirgen.cli.shared.folders import day_of, first_step, folder_of, shown_name
from pirgen.cli.shared.options import FolderType, as_of_option
from pirgen.cli.shared.slips import near_path
from pirgen.cli.shared.terminal import print_data, print_note, print_text, wants_colour
from pirgen.errors import PirgenError
from pirgen.wording.plurals import listed
from pirgen.wording.printed import json_text

if TYPE_CHECKING:
    from pirgen.reports.found_incidents import FoundIncident
    from pirgen.retrieval import Searchable
    from pirgen.source import Incidents

_WITHOUT_TERMINAL = (100, 24)

Command = Callable[..., None]

_in_option = click.option(
    "--in",
    "folder",
    type=FolderType(),
    default=incidents_folder,
    show_default="as in mkdocs.yml, else incidents",
    help="Folder of incidents.",
)
_form_option = click.option(
    "--format", "form", type=click.Choice(("text", "markdown", "json")), default="text", show_default=True
)
_site_option = click.option(
    "--site-url", metavar="URL", default="", help="Where the site is published; Markdown then links to it."
)


def _most_option(default: int) -> Callable[[Command], Command]:
    return click.option(
        "--most", type=click.IntRange(min=1), default=default, show_default=True, help="How many to show."
    )


@click.command()
@click.argument("words", nargs=-1, required=True)
@_in_option
@_most_option(10)
@_form_option
@_site_option
@stops_cleanly
def search(words: tuple[str, ...], folder: Incidents, most: int, form: str, site_url: str) -> None:
    """Find incidents by words, the best answers first.

    Titles, ids, services, tags, factors, timelines, actions and lessons are searched. Slips of a letter or two,
    unfinished words and synonyms such as 'k8s' are understood. severity:, service:, year:, tag:, owner:,
    category:, trigger:, detection: and status: narrow the search.

    \b
    Examples:
      pirgen search disk full
      pirgen search certificate year:2025
      pirgen search "connection pool" service:checkout --format json
    """
    from pirgen.reports.found_incidents import found_by_search, incidents_json
    from pirgen.retrieval.words import stems_of

    if not "".join(words).strip():
        raise click.UsageError("name words to search for")
    library = _library(folder)
    answer = library.search(" ".join(words), most, is_unfinished=True)
    meant = " ".join([*words, *(instead for _, instead in answer.looked_for)])
    found = [] if answer.is_common else found_by_search(answer.hits, library, stems_of(meant))
    if form == "json":
        _print(incidents_json(found, " ".join(words), answer), form, library)
        return
    for typed, instead in answer.looked_for:
        print_note(f"looked for '{instead}' instead of '{typed}'")
    for word in answer.unknown:
        print_note(f"no incident has '{word}'")
    if answer.is_common:
        print_note("nearly every text has these words; name some that only a few have")
    if not found:
        print_note("nothing found")
    _show(found, form, site_url, library)


@click.command()
@click.argument("what", nargs=-1, shell_complete=completion.ids)
@_in_option
@_most_option(5)
@_form_option
@_site_option
@click.option(
    "--changed-since",
    "since",
    metavar="REF",
    help="Compare every incident that is new or changed since this branch, tag or commit.",
)
@as_of_option
@stops_cleanly
def similar(
    what: tuple[str, ...],
    folder: Incidents,
    most: int,
    form: str,
    site_url: str,
    since: str | None,
    as_of: date | None,
) -> None:
    """Show which incidents are most like one, why, and what of theirs is still open.

    WHAT is the id of an incident, one of its files, any other text file, or words that describe what is
    happening.

    \b
    Examples:
      pirgen similar incidents/2026-03-14-checkout-down
      pirgen similar 2026-03-14-checkout-down --format markdown
      pirgen similar certificate of the payment gateway expired
      pirgen similar --changed-since origin/main --format markdown
    """
    from pirgen.reports.found_incidents import found_similar, incidents_json

    if bool("".join(what).strip()) == (since is not None):
        raise click.UsageError("name an incident, a file or words; or give --changed-since REF")
    if since is not None:
        _show_changed(folder, since, most, form, site_url, as_of)
        return
    id, text, folder = _meant(what, folder)
    library = _library(folder)
    day = day_of(folder, as_of, library.vocabulary)
    id = id or _named_by(text, library)
    if id:
        _known(id, library)
        nearest = library.similar_to(id, most)
    else:
        nearest = library.similar_to_words(text, most)
    found = found_similar(nearest, library, day)
    if form == "json":
        _print(incidents_json(found, id or " ".join(what)), form, library)
        return
    if not found:
        print_note("nothing in this folder is like that")
    _show(found, form, site_url, library)


def _show_changed(
    folder: Incidents, since: str, most: int, form: str, site_url: str, as_of: date | None
) -> None:
    """For each incident that is new or changed, the nearest others."""
    import json

    from pirgen import history
    from pirgen.reports.found_incidents import found_similar, incidents_json
    from pirgen.reports.found_text import seen_before
    from pirgen.reports.notice import marked

    library = _library(folder)
    day = day_of(folder, as_of, library.vocabulary)
    ids = [id for id in history.changed_folders(folder, since) if id in library.index.numbers]
    groups = [(id, found_similar(library.similar_to(id, most), library, day)) for id in ids]
    if form == "json":
        notice = library.vocabulary.notice
        texts = [marked("incidents.json", incidents_json(found, id), notice) for id, found in groups]
        documents = [json.loads(text) for text in texts]
        print_data(json_text(documents) + "\n")
        return
    if form == "markdown":
        _print(seen_before(groups, site_url), form, library)
        return
    for id, found in groups:
        print_text(f"like {id}:\n" if found else f"nothing is like {id}\n")
        _show(found, form, site_url, library)
    if not groups:
        print_note(f"no incident changed since {since}")


def _meant(what: Sequence[str], folder: Incidents) -> tuple[str, str, Incidents]:
    """The id of an incident or a text, and the folder to look in."""
    words = " ".join(what)
    path = Path(words)
    if len(what) > 1:
        if all(map(_is_id, what)):
            raise PirgenError("name one incident at a time")
        return "", words, folder
    if path.is_dir() or (path.is_file() and path.suffix in _YAML):
        home, name = folder_of(path)
        if "/" in name:
            return name.partition("/")[0], "", home
        raise PirgenError(f"'{path}' is not an incident; name one, such as {home}/2026-03-14-checkout-down")
    if path.is_file():
        return "", _text(path), folder
    if path.suffix in _YAML or ("/" in words and path.parent.is_dir()):
        near = near_path(path)
        raise PirgenError(f"there is no '{path}' here" + (f"; {near}" if near else ""))
    return (words, "", folder) if _is_id(words) else ("", words, folder)


_YAML = (".yaml", ".yml")


def _named_by(word: str, library: Searchable) -> str:
    """The incident that its day or the rest of its id names, if one does."""
    found = [id for id in library.index.numbers if word in (id[:10], id[11:])]
    if len(found) > 1:
        raise PirgenError(f"'{word}' may be any of {', '.join(found[:5])}{' …' * (len(found) > 5)}; name one")
    return found[0] if found else ""


def _is_id(word: str) -> bool:
    from pirgen.source import is_incident_id

    return is_incident_id(word)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        raise PirgenError(f"cannot read '{path}' as text: {problem}") from problem


def _known(id: str, library: Searchable) -> None:
    from pirgen.diagnostics import near_miss

    if id not in library.index.numbers:
        near = near_miss(id, library.index.numbers)
        raise PirgenError(f"there is no incident '{id}'" + (f"; did you mean {near}?" if near else ""))


def _library(folder: Incidents) -> Searchable:
    """The folder, read and ready to be searched; what cannot be read of it is left out."""
    from pirgen.cache_file import open_cache, passing_cache
    from pirgen.retrieval.folder import is_large, searchable_folder

    if not folder.is_dir():
        raise PirgenError(f"there is no folder '{folder}' here; {first_step(folder)}")
    context = click.get_current_context()
    cache = context.with_resource(open_cache(folder))
    if not cache.is_on and is_large(folder):
        cache = context.with_resource(passing_cache())
    library = searchable_folder(folder, cache)
    if library.broken:
        files = listed([f"'{shown_name(folder, file)}'" for file in sorted(library.broken)[:3]])
        others = f" and {len(library.broken) - 3} others" if len(library.broken) > 3 else ""
        print_note(f"what cannot be read of {files}{others} is missing here; see: pirgen check {folder}")
    return library


def _show(found: Sequence[FoundIncident], form: str, site_url: str, library: Searchable) -> None:
    from pirgen.reports.found_text import incidents_markdown, incidents_text

    if form == "markdown":
        _print(incidents_markdown(found, site_url), form, library)
    else:
        columns, colour = shutil.get_terminal_size(_WITHOUT_TERMINAL).columns, wants_colour()
        _print(incidents_text(found, columns, colour), form, library)


def _print(text: str, form: str, library: Searchable) -> None:
    """Print what was found, with the notice of the folder in it."""
    from pirgen.reports.notice import marked

    ending = {"json": "json", "markdown": "md"}.get(form, "txt")
    notice = library.vocabulary.notice
    printed = marked(f"incidents.{ending}", text, notice)
    if form == "json":
        print_data(printed)
    else:
        print_text(printed, end="")
