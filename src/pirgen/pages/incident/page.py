"""The page of one incident, put together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import quote

from markupsafe import Markup

from pirgen.analysis.open_paths import Standing, TreeAnalysis
from pirgen.analysis.statistics import Statistics
from pirgen.diagrams import Figure
from pirgen.diagrams.fault_tree.outline import OutlineLine, outline
from pirgen.diagrams.fault_tree.reviewed_tree import ReviewedTree, TreePart, reviewed_tree
from pirgen.model import Audience, Book, Incident, Link, Review, Term
from pirgen.pages.data.incident_files import incident_file
from pirgen.pages.incident.causes import ActionsView, CausesView, actions_of, causes_of
from pirgen.pages.incident.compare import COLUMN, column_file
from pirgen.pages.incident.compared import Comparison, column, compared
from pirgen.pages.incident.fault_tree import FaultTreeView, fault_tree_of
from pirgen.pages.incident.meeting import MeetingView, meeting_of
from pirgen.pages.incident.response import ResponseView, response_of
from pirgen.pages.incident.sources import FileHistory, IncidentSources, SourcesOfIncidents
from pirgen.pages.incident.trails import TrailsView, trails_of
from pirgen.pages.page import Asset, Page
from pirgen.pages.renderer import PageMeta, Renderer, Settings
from pirgen.pages.term_links import TermLinker
from pirgen.pages.times import of_others
from pirgen.reports.notice import marked
from pirgen.retrieval import SearchableBook
from pirgen.retrieval.related import RelatedIncident
from pirgen.wording.file_sizes import file_size, file_type
from pirgen.wording.plain_text import plain, shortened

__all__ = ["Figures", "IncidentPages", "IncidentView"]

_MOST_COMPARED = 6
"""This many of the related incidents are shown beside one, and those that its own file names."""

Figures = Mapping[str, Mapping[str, Figure]]
"""By incident id, then by the kind of ``Drawing``, such as ``timeline`` or ``fault-tree-part-1``."""


@dataclass(frozen=True)
class AttachedFile:
    """A file beside the YAML: its path as a link, and what it is: ``PNG, 640 by 400 pixels, 31 kB``."""

    name: str
    url: str
    about: str


@dataclass(frozen=True)
class IncidentView:
    """All that the page of an incident shows.

    ``related`` are other incidents with the reasons, ``comparisons`` the first of them beside this one, by
    id. ``figures`` are the drawings that were tried, by their kind, ``drawn`` the SVG of those that could be
    made. ``shown_tree`` is the fault tree as it is drawn, ``residual_outline`` what done actions left of it.
    ``links`` have the folder that each is written in; ``folders`` are those that the page is about, and
    ``files`` what lies beside the YAML of the first.
    """

    incident: Incident
    review: Review | None
    glossary: tuple[Term, ...]
    related: tuple[RelatedIncident, ...]
    comparisons: Mapping[str, Comparison]
    earlier: Incident | None
    later: Incident | None
    figures: Mapping[str, Figure]
    tree: TreeAnalysis | None
    shown_tree: ReviewedTree | None
    residual_outline: tuple[OutlineLine, ...]
    drawn: Mapping[str, str]
    links: tuple[tuple[Link, str], ...]
    folders: tuple[str, ...]
    files: tuple[AttachedFile, ...]
    history: tuple[FileHistory, ...]
    response: ResponseView
    causes: CausesView
    actions: ActionsView
    fault_tree: FaultTreeView
    meeting: MeetingView | None
    trails: TrailsView

    @property
    def tree_parts(self) -> tuple[TreePart, ...]:
        """The parts of a fault tree that is too large for paper, if all could be drawn."""
        parts = tuple(self.shown_tree.listed_parts()) if self.shown_tree else ()
        return parts if len(parts) > 1 and all(part.name in self.drawn for part in parts) else ()

    @property
    def is_tree_whole(self) -> bool:
        """Whether the page shows the tree in one drawing, and its parts, if it has any, are for paper only."""
        tree = self.shown_tree
        return bool(tree and "fault-tree" in self.drawn and not tree.plan.is_large)

    @property
    def is_public(self) -> bool:
        """Whether a public site has this page too, without the parts that are internal."""
        return self.incident.audience is Audience.PUBLIC

    @property
    def values(self) -> dict[str, object]:
        """The names that templates know, those of its parts beside the view's own."""
        parts = vars(self.response) | vars(self.causes) | vars(self.actions) | vars(self.fault_tree)
        parts |= vars(self.trails)
        parts |= {"tree_parts": self.tree_parts, "is_tree_whole": self.is_tree_whole}
        return vars(self) | {"is_public": self.is_public} | parts


class IncidentPages:
    """The pages of a book's incidents, each made when it is asked for.

    A preview that cannot wait gives the ``index`` of a book with the same incidents, to find similar ones in.
    """

    def __init__(self, statistics: Statistics, renderer: Renderer, index: Callable[[], SearchableBook]) -> None:
        self._statistics = statistics
        self._renderer = renderer
        self._sources = SourcesOfIncidents(statistics, index)
        is_left_out = "compare" in renderer.settings.left_out
        self._has_columns = len(statistics.book.incidents) > 1 and not is_left_out
        self._linker = TermLinker(statistics.book.vocabulary.glossary)

    def find_related(self) -> None:
        """Find the related incidents of all of them, before many pages are made."""
        self._sources.related.find_all()

    def sources(self, incident: Incident) -> IncidentSources:
        """What the page of an incident is made from."""
        history = _history(incident, self._statistics.book, self._renderer.settings)
        return self._sources.of(incident, history)

    def view(self, sources: IncidentSources) -> IncidentView:
        """What the page shows, still without drawings; made from these sources alone, whose key says so.

        The analysis of the fault tree is one of the reviews among them.
        """
        incident, review, book = sources.incident, sources.review, sources.book
        tree = self._statistics.trees_of([incident.id]).get(incident.id)
        shown_tree = reviewed_tree(review, tree)
        response = response_of(incident, book)
        return IncidentView(
            incident=incident,
            review=review,
            glossary=self._linker.used_in(_running_text(incident, review)),
            related=sources.related,
            comparisons=_comparisons(incident, sources.related, book),
            earlier=sources.earlier,
            later=sources.later,
            figures={},
            tree=tree,
            shown_tree=shown_tree,
            residual_outline=_residual(tree, review),
            drawn={},
            links=_links(incident, review),
            folders=(incident.id, *([review.id] if review and review.id != incident.id else [])),
            files=_files(incident, book),
            history=sources.history,
            response=response,
            causes=causes_of(incident, review, book, shown_tree),
            actions=actions_of(review, sources.items),
            fault_tree=fault_tree_of(tree, incident.is_near_miss),
            meeting=meeting_of(incident, review, book),
            trails=trails_of(incident, review, response.event_ids),
        )

    def key(self, sources: IncidentSources, drawn_by: str) -> str | None:
        """What the page with these sources is kept under, if it may be."""
        path = _path(sources.incident)
        column = self._renderer.key(path, COLUMN, {}) if self._has_columns else "none"
        return column and self._renderer.key(path, _TEMPLATE, {"": (sources, drawn_by, column)})

    def outline(self, sources: IncidentSources) -> Page:
        """The page without its content."""
        about = _about(sources.incident, sources.review)
        return Page(_path(sources.incident), html="", **vars(about))

    def page(self, view: IncidentView, figures: Mapping[str, Figure]) -> Page:
        """The page with its drawings; raises ``TemplateProblem``. All that it depends on is in the key."""
        path = _path(view.incident)
        links = self._renderer.files_beside(path, view.incident.id)
        drawn = {name: links.drawing(each.svg) for name, each in figures.items() if each.svg is not None}
        whole = replace(view, figures=figures, drawn=drawn)
        page = self._renderer.page(
            path, _TEMPLATE, whole.values, replace(_about(view.incident, view.review), figures=drawn)
        )
        html = self._linker.linked(page.html, view.glossary)
        html = str(of_others(Markup(html), view.review))
        book = self._statistics.book
        files = [incident_file(view.incident, book)]
        if self._has_columns:
            files.append(column_file(view.incident, book, self._renderer))
        noted = (Asset(file.path, marked(file.path, file.text, book.vocabulary.notice)) for file in files)
        return replace(page, html=html, assets=tuple(noted))


_TEMPLATE = "incident.html"


def _path(incident: Incident) -> str:
    return f"incidents/{incident.id}.md"


def _comparisons(incident: Incident, related: Sequence[RelatedIncident], book: Book) -> dict[str, Comparison]:
    named = {each.incident for each in incident.related}
    shown = (
        each.incident
        for place, each in enumerate(related)
        if place < _MOST_COMPARED or each.incident.id in named
    )
    own = column(incident, book)
    return {other.id: compared(own, column(other, book)) for other in shown}


def _residual(analysis: TreeAnalysis | None, review: Review | None) -> tuple[OutlineLine, ...]:
    """What done actions have left of the tree; nothing where they changed nothing or left nothing."""
    if review is None or analysis is None or not analysis.counts[Standing.CLOSED]:
        return ()
    left = analysis.residual.tree
    return outline(left, review.factors, review.actions) if left else ()


def _about(incident: Incident, review: Review | None) -> PageMeta:
    said = review.summary if review else incident.impact.summary if incident.impact else incident.title
    own = review is not None and review.id == incident.id
    return PageMeta(
        title=plain(incident.title),
        description=shortened(plain(said)),
        source=f"{incident.id}/{'pir' if own else 'incident'}.yaml",
        tags=incident.tags,
        hide=("navigation",),
    )


def _links(incident: Incident, review: Review | None) -> tuple[tuple[Link, str], ...]:
    """Every link of the incident and its review once, with the folder that it is written in."""
    found = {link.url: (link, review.id) for link in review.links} if review else {}
    return tuple(({link.url: (link, incident.id) for link in incident.links} | found).values())


def _files(incident: Incident, book: Book) -> tuple[AttachedFile, ...]:
    """Every file beside the incident's YAML, which are those of the small book, with its type and size."""
    found = []
    for path in sorted(book.attachments):
        name = path.partition("/")[2]
        width, height = book.picture_sizes.get(path, (0, 0))
        pixels = f"{width} by {height} pixels" if width else ""
        size = file_size(book.file_sizes[path]) if path in book.file_sizes else ""
        about = ", ".join(filter(None, (file_type(name), pixels, size)))
        found.append(AttachedFile(name, quote(name), about))
    return tuple(found)


def _running_text(incident: Incident, review: Review | None) -> str:
    """What a reader of the page reads in sentences."""
    texts = [event.text for event in incident.timeline]
    if incident.impact:
        texts.append(incident.impact.summary)
    if review:
        texts += [review.summary, review.trigger, *review.lessons, *review.surprises]
        texts += [*review.went_well, *review.went_badly, *review.got_lucky, *review.open_questions]
        texts += [factor.text for factor in review.factors]
    return "\n".join(texts)


def _history(incident: Incident, book: Book, settings: Settings) -> tuple[FileHistory, ...]:
    """What git knows of the incident's own files; nothing where it knows nothing."""
    names = ["incident.yaml"] + ["pir.yaml"] * (incident.id in book.review_by_id)
    url = settings.history_urls.get(book.sources.get(incident.id, ""), "")
    found = []
    for name in names:
        path = f"{incident.id}/{name}"
        first, last = settings.changes.get(path, (None, None))
        found.append(FileHistory(name, url.replace("{path}", path), first, last))
    return tuple(one for one in found if one.url or one.first)
