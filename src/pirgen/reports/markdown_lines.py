"""Lines of a Markdown document: sections, paragraphs and lists, none where there is nothing to say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from pirgen.model import Book, Evidence, Link, NotRecorded, path_beside
from pirgen.wording.instants import day

__all__ = ["NOT_RECORDED", "bullet", "evidence_lines", "linked", "section", "value"]

NOT_RECORDED = "not recorded"


def section(title: str, paragraphs: Iterable[str], items: Sequence[str] = (), level: int = 2) -> Iterator[str]:
    """A section with what there is in it; none where there is nothing. Items may have lines under them."""
    told = [text.strip() for text in paragraphs if text.strip()]
    if not told and not items:
        return
    yield f"{'#' * level} {title}"
    yield ""
    for text in told:
        yield text
        yield ""
    yield from items
    if items:
        yield ""


def bullet(text: str, *under: str) -> str:
    """An item of a list on one line, with those of the lines under it that hold something."""
    told = [f"- {' '.join(text.split())}"]
    told += [f"    - {' '.join(line.split())}" for line in under if line.strip()]
    return "\n".join(told)


def value(written: str | date | NotRecorded | None) -> str:
    """What a field says: a text, a day, or that nobody recorded it; empty where it says nothing."""
    if isinstance(written, NotRecorded):
        return NOT_RECORDED
    return day(written) if isinstance(written, date) else written or ""


def linked(target: Link | Evidence) -> str:
    """A link under its title, or under its address where it has none."""
    return f"[{target.title or target.url}](<{target.url}>)"


def evidence_lines(items: Iterable[Evidence], id: str, book: Book) -> Iterator[str]:
    """What a reader can look at; pictures beside the YAML of an incident are shown where the document is."""
    for item in items:
        is_picture = path_beside(id, item.url) in book.picture_sizes
        yield f"{item.kind.value}: {'!' * is_picture}{linked(item)}"
