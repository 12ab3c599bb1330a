"""A page for each team of the vocabulary: the incidents that it reviewed, what recurs, and its actions.

Nothing is counted by person: an owner that the vocabulary does not know as a team has no page.
"""

from __future__ import annotations

from collections.abc import Iterator

from pirgen.analysis.overview import Overviews
from pirgen.analysis.statistics import Statistics
from pirgen.analysis.trends import IncidentGroup
from pirgen.pages.action_list import STILL_OPEN
from pirgen.pages.action_list import view as actions_view
from pirgen.pages.page import Page
from pirgen.pages.renderer import PageMeta, Renderer

__all__ = ["pages"]


def pages(statistics: Statistics, renderer: Renderer) -> Iterator[Page]:
    """The teams in alphabetical order, and a page for each; how to name them where the vocabulary has none."""
    teams = statistics.book.vocabulary.teams
    reviewed = {group.id: group for group in statistics.teams}
    overviews = Overviews(statistics)
    found = [
        overviews.of(
            reviewed.get(team.id, IncidentGroup(team.id, team.title, ())),
            "team",
            [item for item in statistics.items if item.action.owner == team.id],
        )
        for team in sorted(teams, key=lambda team: team.title.casefold())
    ]
    meta = PageMeta(
        "Teams",
        "Reviews and actions by team.",
        in_navigation=bool(teams),
        hide=("lone-navigation", "toc"),
    )
    yield renderer.page("teams/index.md", "teams.html", {"overviews": found}, meta)
    described = {team.id: team.description for team in teams}
    for overview in found:
        group = overview.group
        values = {
            "overview": overview,
            "description": described.get(group.id, ""),
            "actions_target": actions_view(*STILL_OPEN, ("owner", group.id)),
        }
        meta = PageMeta(
            f"Team: {group.title}", f"Reviews and actions of {group.title}.", hide=("lone-navigation",)
        )
        yield renderer.page(renderer.team_paths[group.id], "team.html", values, meta)
