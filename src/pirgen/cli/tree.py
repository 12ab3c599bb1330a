"""``pirgen tree``: the ways to fail, in a terminal or for other tools."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pirgen.cli.shared.exits import FOUND, stops_cleanly
from pirgen.cli.shared.folders import checked_folder, errors_text, folder_of
from pirgen.cli.shared.slips import near_path
from pirgen.cli.shared.terminal import is_watched, print_data, print_note, print_text
from pirgen.errors import PirgenError
from pirgen.wording.printed import markup_text

if TYPE_CHECKING:
    from pirgen.analysis.open_paths import TreeAnalysis
    from pirgen.model import Review

    Reviews = tuple[list[Review], Mapping[str, Review], frozenset[str]]


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print JSON with every listed set.")
@click.option("--open-psa", is_flag=True, help="Print the trees in the Open-PSA format, for other tools.")
@click.option(
    "--mission-time",
    type=click.FloatRange(min=0),
    default=8760.0,
    metavar="HOURS",
    show_default=True,
    help="Hours for which an Open-PSA model's probabilities are computed.",
)
@click.option(
    "--budget",
    type=click.FloatRange(min=1),
    metavar="SECONDS",
    help="Spend about this long on a tree; the result depends on the number, not on the machine.",
)
@click.option("--without-event-trees", is_flag=True, help="Leave the event trees of an Open-PSA model out.")
@stops_cleanly
def tree(
    files: tuple[Path, ...],
    as_json: bool,
    open_psa: bool,
    mission_time: float,
    budget: float | None,
    without_event_trees: bool,
) -> None:
    """Analyse a fault tree: the ways to fail, and which of them the actions have closed.

    FILES are a pir.yaml, the folder of an incident or of all incidents, or the files of one model in the
    Open-PSA format.

    \b
    Examples:
      pirgen tree incidents/2017-01-31-gitlab-db-deletion
      pirgen tree incidents/2017-01-31-gitlab-db-deletion/pir.yaml --json
      pirgen tree incidents/2017-01-31-gitlab-db-deletion --budget 60
      pirgen tree incidents --open-psa > model.xml
      pirgen tree model.xml model-basic-events.xml
    """
    from pirgen.open_psa import read_open_psa, write_open_psa
    from pirgen.reports import tree_text

    missing = [str(file) for file in files if not file.exists()]
    if missing:
        near = near_path(Path(missing[0]))
        raise PirgenError(f"there is no '{missing[0]}' here{near and '; '}{near}")
    if all(file.suffix == ".xml" for file in files):
        reviews = list(read_open_psa(files, mission_time, without_event_trees))
        known: Mapping[str, Review] = {review.id: review for review in reviews}
        near_misses: frozenset[str] = frozenset()
    else:
        reviews, known, near_misses = _reviews_of(files)
    if open_psa:
        print_data(markup_text(write_open_psa(reviews, known)))
        return
    trees = [(review.id, _analysis(review, known, budget)) for review in reviews]
    found = [(name, analysis) for name, analysis in trees if analysis]
    if as_json:
        data = [tree_text.tree_json(name, analysis, name in near_misses) for name, analysis in found]
        print_data(tree_text.as_json(data))
    else:
        texts = [tree_text.tree_text(name, analysis, name in near_misses) for name, analysis in found]
        print_text("\n".join(texts), end="")


def _analysis(review: Review, known: Mapping[str, Review], budget: float | None) -> TreeAnalysis | None:
    """The analysis as in a build, or with a budget of its own and progress where somebody watches."""
    from pirgen.analysis.open_paths import VERTICES_A_SECOND, analyse, analysed_within

    if budget is None:
        return analyse(review, known)

    def tell(stage: str) -> None:
        if is_watched():
            print_note(f"{review.id}: {stage} ...")

    return analysed_within(review, known, round(budget * VERTICES_A_SECOND), tell)


def _reviews_of(files: tuple[Path, ...]) -> Reviews:
    """The reviews to analyse, all that they may transfer to, and the ids of near misses.

    Errors in their files end the command.
    """
    if len(files) > 1:
        raise PirgenError("give one review, or the files of one Open-PSA model")
    (file,) = files
    folder, name = folder_of(file)
    checked = checked_folder(folder, None)
    if checked.has_errors:
        print_text(errors_text(checked, folder))
        sys.exit(FOUND)
    wanted = name.partition("/")[0]
    reviews = [review for review in checked.book.reviews if review.fault_tree and wanted in ("", review.id)]
    if not reviews:
        raise PirgenError(f"'{file}' has no review with a fault tree")
    near_misses = frozenset(incident.id for incident in checked.book.incidents if incident.is_near_miss)
    return reviews, checked.book.review_by_id, near_misses
