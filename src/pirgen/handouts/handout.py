"""What is handed over: a text in Markdown, the drawings that it shows, and a line that says who may read it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pirgen.diagrams import Figure
from pirgen.model import Book, Incident
from pirgen.reports.customer_markdown import customer_markdown
from pirgen.reports.final_markdown import final_markdown
from pirgen.reports.incident_markdown import incident_markdown
from pirgen.reports.notice import marked
from pirgen.wording.plain_text import plain

__all__ = ["FIGURE", "Handout", "customer_handout", "final_handout", "incident_handout"]

FIGURE = "figure:"
"""How the address of a drawing begins in the text; the rest is its kind."""

_SHOWN_UNDER = {"Timeline": "timeline", "Fault tree": "fault-tree", "Five whys": "whys"}
_INTERNAL = "Internal: not for readers outside of the organisation."


@dataclass(frozen=True)
class Handout:
    """``markdown`` reads well by itself; ``figures`` are drawings by kind, for HTML and PDF."""

    title: str
    markdown: str
    language: str = "en"
    figures: Mapping[str, Figure] = field(default_factory=dict)

    @property
    def with_figures(self) -> str:
        """The text with each drawing under its heading, as a picture whose address begins with ``FIGURE``."""
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        left = {title: kind for title, kind in _SHOWN_UNDER.items() if kind in self.figures}
        for line in self.markdown.splitlines():
            yield line
            if line.startswith("## ") and (kind := left.pop(line[3:], "")):
                yield f"\n![{line[3:]}](<{FIGURE}{kind}>)"


def incident_handout(incident: Incident, book: Book, figures: Mapping[str, Figure], is_public: bool) -> Handout:
    """All that the files of an incident say; ``book`` and ``figures`` are already those of its readers."""
    return _handout(incident, book, _for(is_public, incident_markdown(incident, book)), figures)


def final_handout(incident: Incident, book: Book, is_public: bool) -> Handout:
    """A final report for an authority, to be completed by whoever reports."""
    return _handout(incident, book, _for(is_public, final_markdown(incident, book)), {})


def customer_handout(incident: Incident, book: Book) -> Handout:
    """A short report for customers, from a book that holds nothing internal."""
    return _handout(incident, book, customer_markdown(incident, book), {})


def _for(is_public: bool, text: str) -> str:
    return text if is_public else marked("x.md", text, _INTERNAL)


def _handout(incident: Incident, book: Book, text: str, figures: Mapping[str, Figure]) -> Handout:
    """The handout with the book's notice, such as that all of it is invented."""
    drawn = {kind: figure for kind, figure in figures.items() if figure.svg}
    noted = marked("x.md", text, book.vocabulary.notice)
    return Handout(plain(incident.title), noted, incident.language or "en", drawn)
