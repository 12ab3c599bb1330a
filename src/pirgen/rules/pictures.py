"""Pictures, as evidence or in a text: whether a page can show them, and whether they have words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from markdown_it.token import Token

from pirgen.diagnostics import Excerpt, Level
from pirgen.model import Book, Evidence, path_beside
from pirgen.rules.every_text import BookText, every_text
from pirgen.rules.rule import Field, Finding, in_incident, in_review, rule
from pirgen.wording.plain_text import markdown_reader

_READER = markdown_reader()


def _evidence_without_title(book: Book) -> Iterator[Finding]:
    for incident in book.incidents:
        for index, event in enumerate(incident.timeline):
            at = in_incident(incident.id, "timeline", index, "evidence")
            yield from _untitled(event.evidence, at, incident.id, book)
    for review in book.reviews:
        for factor in review.factors:
            yield from _untitled(
                factor.evidence, in_review(review.id, "factors", factor.id, "evidence"), review.id, book
            )


def _untitled(evidence: Sequence[Evidence], at: Field, id: str, book: Book) -> Iterator[Finding]:
    for index, item in enumerate(evidence):
        path = path_beside(id, item.url)
        if not item.title and path.startswith(f"{id}/") and path in book.picture_sizes:
            field = Field(at.file, (*at.path, index, "url"))
            hint = "say in its 'title' what it shows"
            yield Finding(field, f"picture '{item.url}' has no words for those who do not see it", hint=hint)


def _pictures(book: Book, as_of: date) -> Iterator[Finding]:
    yield from _evidence_without_title(book)
    for written, at, image in _images(book):
        place, address = _place(written, at, image), _address(image)
        if not any(child.content.strip() for child in image.children or ()):
            message = f"picture '{address}' has no words for those who do not see it"
            yield Finding(place, message, hint="say between the brackets what it shows")
        if "://" in address:
            message = f"picture '{address}' is shown as a link, since it lies on another host"
            hint = "save it beside the file; a page that asks other hosts tells them who reads it"
            yield Finding(place, message, hint=hint, level=Level.INFO)


def _images(book: Book) -> Iterator[tuple[BookText, int, Token]]:
    """The pictures in texts, each with where its address is in the text, or -1."""
    for written in every_text(book):
        at = 0
        for image in _images_in(_READER.parse(written.text)) if "![" in written.text else ():
            found = written.text.find(_address(image), at)
            at = max(at, found + 1)
            yield written, found, image


def _images_in(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        if token.type == "image":
            yield token
        else:
            yield from _images_in(token.children or ())


def _address(image: Token) -> str:
    return str(image.attrs.get("src", ""))


def _place(written: BookText, at: int, image: Token) -> Field:
    length = len(_address(image))
    excerpt = Excerpt(written.text, at, at + length) if at >= 0 and length else None
    return Field(written.file, written.path, excerpt=excerpt)


PICTURE_RULES = (
    rule(
        "PIR507",
        "A picture is beside the file, and has words",
        Level.WARNING,
        "Some readers hear a page, others search it, and they need what a picture shows in words. A page asks "
        "no other host for anything, so it shows a picture from elsewhere as a link only, which is a remark.",
        """
# pir.yaml
summary: The queue grew for 20 minutes. ![](https://metrics.example.org/queue.png)
""",
        """
# pir.yaml
summary: The queue grew for 20 minutes, see [its length](https://metrics.example.org/queue.png).
""",
        _pictures,
    ),
)
