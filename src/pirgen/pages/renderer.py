"""The renderer: a template, its values and a path become a page."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from pirgen.analysis.statistics import Statistics
from pirgen.audience.public import is_internal
from pirgen.cache import Cache
from pirgen.history import Commit
from pirgen.model import Audience, NotRecorded, title_of
from pirgen.pages import explorer, markdown, times
from pirgen.pages.beside import Beside
from pirgen.pages.cached_pages import CachedPages
from pirgen.pages.links import part_of, paths_of, relative, shown
from pirgen.pages.page import Asset, Page, headings_in, with_contents
from pirgen.pages.states import ACTION_STATES, INCIDENT_STATES, REVIEW_STATES
from pirgen.pages.templates import Templates
from pirgen.wording.durations import days, duration
from pirgen.wording.instants import day_of_year, month
from pirgen.wording.plain_text import plain
from pirgen.wording.plurals import counted, listed, plural, upper_first
from pirgen.wording.slugs import slug

__all__ = ["INCIDENTS", "MOST_LISTED", "PageMeta", "Renderer", "Settings"]
_NOWHERE = "#no-such-page"
_LED_NOWHERE = re.compile(rf'<a\b[^>]*\bhref="{_NOWHERE}"[^>]*>(.*?)</a>', re.DOTALL)
_INTERNAL = Markup(
    ' <span class="pirgen-note pirgen-note-internal" title="Not in the public site">internal</span>'
)


@pass_context
def _inline(context: Context, text: str, *folders: str) -> Markup:
    """One line of Markdown; its links are of the folders, or of those that the whole page is about."""
    return _marked(context, text, markdown.inline(text, _links_of(context, text, folders)))


@pass_context
def _block(context: Context, text: str, *folders: str) -> Markup:
    return _marked(context, text, markdown.block(text, _links_of(context, text, folders)))


@pass_context
def _several(context: Context, items: Sequence[str]) -> Markup:
    """The contents of a cell: a text, or a list of several, of which no more than eight are shown."""
    said = [_marked(context, item, markdown.unlinked(item)) for item in items[:_MOST_SAID]]
    if len(items) < 2:
        return said[0] if said else _NOTHING_SAID
    if len(items) > _MOST_SAID:
        more = f'<li class="pirgen-quiet">and {len(items) - _MOST_SAID} more</li>'
        return Markup(f'<ul class="pirgen-set"><li>{"</li><li>".join(said)}</li>{more}</ul>')
    return Markup(f'<ul class="pirgen-set"><li>{"</li><li>".join(said)}</li></ul>')


_MOST_SAID = 8
_NOTHING_SAID = Markup('<span class="pirgen-quiet">\N{EN DASH}</span>')


def _marked(context: Context, text: str, said: Markup) -> Markup:
    return said + _INTERNAL if _is_marked(context, text) else said


@pass_context
def _mark(context: Context, part: object) -> Markup:
    """Says of a part that a public site leaves it out, on a page that it does not leave out as a whole."""
    return _INTERNAL if _is_marked(context, part) else _NO_MARK


_NO_MARK = Markup()


def _is_marked(context: Context, part: object) -> bool:
    if part.__class__ is str:  # as nearly all texts are
        return False
    is_left_out = is_internal(part) or getattr(part, "audience", None) is Audience.INTERNAL
    return is_left_out and bool(context.get("is_public"))


def _links_of(context: Context, text: str, folders: tuple[str, ...]) -> Beside | None:
    if "[" not in text:
        return None
    found: Beside = context["files_beside"](*(folders or context.get("folders", ())))
    return found


_FILTERS: dict[str, Callable[..., object]] = {
    "attributes": explorer.attributes,
    "block": _block,
    "clock": times.clock,
    "counted": counted,
    "date_of": times.date_of,
    "day": times.day,
    "day_of_year": day_of_year,
    "days": days,
    "duration": duration,
    "inline": _inline,
    "internal_mark": _mark,
    "inline_words": markdown.unlinked,
    "instant": times.instant,
    "length_of": times.length,
    "listed": listed,
    "of_others": times.of_others,
    "plain": plain,
    "plural": plural,
    "several": _several,
    "shown_url": shown,
    "upper_first": upper_first,
    "slug": slug,
    "span_of": times.span,
    "term": times.term,
}
_STATES = {"incident": INCIDENT_STATES, "review": REVIEW_STATES, "action": ACTION_STATES}
_TESTS: dict[str, Callable[[object], bool]] = {
    "date": lambda value: isinstance(value, date),
    "not_recorded": lambda value: isinstance(value, NotRecorded),
}


@dataclass(frozen=True)
class Settings:
    """What a site decides about its pages.

    ``as_of`` is the day that ages and due dates are computed for. ``templates`` is the site's own templates
    folder; ``sandboxed`` fills templates without access to Python. ``incidents`` is what the incidents folder
    is called where authors work, and ``history_urls`` the addresses of a file's history with ``{path}``
    (relative to that folder) in them, by the name of the folder where there are several.
    ``changes`` are the days on which each of its files first and last changed, where that is known, ``commits``
    those that gave reviews their status, by the path of the file; for readers inside only.
    ``site_url`` is the address of our first page with a ``/`` at its end, or empty where that is not known.
    ``left_out`` are the parts that the site does without, by the first words of their pages' paths.
    """

    as_of: date
    directory_urls: bool = True
    templates: Path | None = None
    sandboxed: bool = False
    incidents: str = "incidents"
    history_urls: Mapping[str, str] = field(default_factory=dict)
    changes: Mapping[str, tuple[date, date]] = field(default_factory=dict)
    commits: Mapping[str, Commit] = field(default_factory=dict)
    site_url: str = ""
    site_name: str = "Incident reviews"
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True)
class PageMeta:
    """What a page is besides its content; the fields are those of ``Page``."""

    title: str
    description: str = ""
    source: str = ""
    in_navigation: bool = False
    tags: tuple[str, ...] = ()
    hide: tuple[str, ...] = ()
    figures: Mapping[str, str] = field(default_factory=dict)
    assets: tuple[Asset, ...] = ()
    in_search: bool = True


MOST_LISTED = 50
"""Pages that list incidents beside other things show no more of them; the list of incidents has them all."""

INCIDENTS = "incidents/index.md"


def _incidents_with(*chosen: tuple[str, str], published: bool = False) -> str:
    """The list of incidents, narrowed down; ``published`` leaves only those with a published review."""
    return explorer.filtered(INCIDENTS, *chosen, *(_PUBLISHED if published else ()))


def _listed_at(count: int, target: str, *chosen: tuple[str, str], published: bool = False) -> str:
    """Where that many incidents are listed: on a page that holds them all, else in the list of incidents."""
    return target if count <= MOST_LISTED else _incidents_with(*chosen, published=published)


_PUBLISHED = (("review", "reviewed"), ("review", "closed"))


class Renderer:
    """Fills templates with what every page of a book may use, and with a page's own values."""

    def __init__(self, statistics: Statistics, settings: Settings, cache: Cache | None = None) -> None:
        self.settings = settings
        self._book = statistics.book
        self._templates = Templates(settings.templates, _FILTERS, _TESTS, settings.sandboxed)
        self.service_paths = paths_of("services", (group.id for group in statistics.services))
        self.tag_paths = paths_of("tags", (group.id for group in statistics.tags))
        self.team_paths = paths_of("teams", (team.id for team in self._book.vocabulary.teams))
        self._ranks = {level.id: rank for rank, level in enumerate(self._book.vocabulary.severities, 1)}
        paths = (self.service_paths, self.tag_paths, self.team_paths)
        site = (settings.directory_urls, settings.left_out, self._book.vocabulary, *paths)
        self.kept = CachedPages(cache or Cache(), self._templates, self._book, site)

    def templates_digest(self) -> str:
        """A digest of the texts of all templates."""
        return self._templates.digest

    def page(self, path: str, template: str, values: Mapping[str, object], meta: PageMeta) -> Page:
        """The page at that path; raises ``TemplateProblem``."""
        html = self._templates.fill(template, {**self._common(path), **values})
        if self.settings.left_out:
            html = _LED_NOWHERE.sub(r"\1", html)
        headings = headings_in(html)
        return Page(path=path, html=with_contents(html, headings), headings=headings, **vars(meta))

    def key(self, path: str, template: str, values: Mapping[str, object]) -> str | None:
        """What the page at that path is kept under, if it may be."""
        data = {name: value for name, value in self._common(path).items() if not callable(value)}
        return self.kept.key(path, template, data, values)

    def _common(self, path: str) -> dict[str, object]:
        """What every page may use; functions in it depend on vocabulary, paths, files and addresses only."""
        vocabulary = self._book.vocabulary
        return {
            "as_of": self.settings.as_of,
            "month_name": month,
            "beside": lambda folder, url: self.files_beside(path, folder).address(url),
            "picture_beside": lambda folder, url: self.files_beside(path, folder).picture(url),
            "files_beside": partial(self.files_beside, path),
            "book": self._book,
            "category_title": partial(title_of, vocabulary.categories),
            "rank_of": self.rank,
            "service_paths": self.service_paths,
            "service_title": partial(title_of, vocabulary.services),
            "team_title": partial(title_of, vocabulary.teams),
            "settings": self.settings,
            "states_of": _STATES,
            "tag_paths": self.tag_paths,
            "team_paths": self.team_paths,
            "time_zone": vocabulary.time_zone,
            "local": partial(times.local, zone=vocabulary.time_zone),
            "milestone_title": partial(title_of, vocabulary.milestones),
            "trigger_title": partial(title_of, vocabulary.triggers),
            "incidents_with": _incidents_with,
            "listed_at": _listed_at,
            "most_listed": MOST_LISTED,
            "to": partial(self.to, path),
        }

    def to(self, path: str, target: str) -> str:
        """The address of a page or file as a link on the page at that path.

        A link to a part that the site leaves out is taken off its words when the page is filled.
        """
        if self.settings.left_out and part_of(target) in self.settings.left_out:
            return _NOWHERE
        return relative(path, target, self.settings.directory_urls)

    def files_beside(self, path: str, *folders: str) -> Beside:
        """What links lead to from the page at that path that are written in these folders."""
        return Beside(self._book, path, self.settings.directory_urls, folders)

    def rank(self, severity: str) -> int:
        """The severity's place from the worst down, at most 5; 5 also where the vocabulary does not know it."""
        return min(self._ranks.get(severity, 5), 5)
